//! What is left out because a neighbour has it: the noun ("38 and 16 people", "60 shops in Lyon, 45 in
//! Nice"), the bound of a value given twice ("over 9 km (5.6 miles)", "up 31 points, or 0.4%").

use std::ops::Range;

use super::counted::{self, Counted};
use super::reader::Reader;
use super::{Dimension, Figure, Modifier};
use crate::lexicon::{Class, word};
use crate::text::{Span, Tag};

/// How far apart the figures of a list may stand, in tokens.
const NEAR: usize = 14;

/// Gives the figures of a sentence that name nothing the unit of a neighbour in the same list.
pub(super) fn fill(r: &Reader<'_, '_>, figures: &mut [Figure], first: usize) {
    for at in first + 1..figures.len() {
        if let Some(unit) = rate(r, &figures[at - 1], &figures[at]) {
            figures[at].unit = Some(unit);
        }
        let (before, figure) = (&figures[at - 1], &figures[at]);
        if figure.modifier == Modifier::Equal && (again(r, before, figure) || alike(r, before, figure)) {
            figures[at].modifier = before.modifier;
        }
    }
    // From the last on, so that a list passes what its last figure counts to all of it.
    for at in (first..figures.len()).rev() {
        if is_open(&figures[at])
            && let Some(from) = forward(r, figures, at)
        {
            take(figures, at, from);
        }
    }
    for at in first..figures.len() {
        if !is_open(&figures[at]) {
            continue;
        }
        let from = level(r, figures, first, at).or_else(|| priced(r, figures, first, at));
        let from = from.or_else(|| backward(r, figures, first, at));
        let tokens = r.document.tokens_in(figures[at].span);
        if parents(r, tokens.start) {
            figures[at].unit = Some("child".to_owned());
            continue;
        }
        let hit = befalls(r, tokens.end) || inhabits(r, tokens.start) || forces(r, &tokens);
        // "the toll stood at 40, with 12 missing"
        let from = from.filter(|&from| !hit || figures[from].unit.as_deref() != Some("death"));
        let (before, named) = pointed(r, figures, first, at);
        if let Some(named) = named {
            figures[at].unit = Some(named.unit);
            figures[at].counted = Some(named.span);
        } else if let Some(from) = before.or(from) {
            take(figures, at, from);
            // "a man died and three others were hurt"
            if hit && matches!(figures[at].unit.as_deref(), Some("man" | "woman" | "boy" | "girl")) {
                figures[at].unit = Some("person".to_owned());
            }
        } else if hit || names_other(&figures[at]) || tokens.start > r.start && hits(r, tokens.start - 1) {
            figures[at].unit = Some("person".to_owned());
        } else if let Some(from) = told_before(r, figures, first, at) {
            take(figures, at, from);
        }
    }
}

/// "€1,200 a hectare, up from €950": the whole unit of a sum that is held against one with it.
fn rate(r: &Reader<'_, '_>, before: &Figure, figure: &Figure) -> Option<String> {
    let (unit, own) = (before.unit.as_deref()?, figure.unit.as_deref()?);
    let per = unit.strip_prefix(own).is_some_and(|per| per.starts_with(" per "));
    let between = r.document.tokens_in(Span::new(before.span.end as usize, figure.span.start as usize));
    let held =
        between.len() <= 4 && r.says_any(between.end.saturating_sub(1), &[word::FROM, word::WITH, word::AGAINST]);
    (per && held).then(|| unit.to_owned())
}

/// Whether the text has not said what a figure counts or measures.
fn is_open(figure: &Figure) -> bool {
    figure.dimension == Dimension::Count && (figure.unit.is_none() || names_other(figure))
}

/// "12 others", "19 live ones"
fn names_other(figure: &Figure) -> bool {
    figure.unit.as_deref().is_some_and(|unit| unit == "other" || unit.ends_with(" one"))
}

/// The token after a figure and after the word that stands for what it counts.
fn end(r: &Reader<'_, '_>, figure: &Figure) -> usize {
    let counted = figure.counted.filter(|counted| counted.start >= figure.span.start);
    r.document.tokens_in(counted.unwrap_or(figure.span)).end
}

/// The things named before that a figure is some of: "four of them", "Of these, 21"; a figure that counts them, or
/// their name.
fn pointed(r: &Reader<'_, '_>, figures: &[Figure], first: usize, at: usize) -> (Option<usize>, Option<Counted>) {
    const REACH: usize = 30;
    let tokens = r.document.tokens_in(figures[at].span);
    let them = |at: usize| {
        r.says(at, word::OF) && r.says_any(at + 1, &[word::THEM, word::THESE, word::THOSE, word::WHOM, word::WHICH])
    };
    if them(r.start) && tokens.start < r.start + 6 {
        return (earlier(r, figures, first, figures[at].low), None);
    }
    if !them(tokens.end) || r.tag(tokens.end + 2).is_some_and(Tag::is_noun) {
        return (None, None);
    }
    if let Some(whole) = (first..at).rev().take(NEAR).find(|&whole| counts(&figures[whole], figures[at].low)) {
        return (Some(whole), None);
    }
    let wide = r.since(tokens.start.saturating_sub(REACH));
    let Some(head) = (wide.start..tokens.start).rev().find(|&at| wide.tag(at) == Some(Tag::NNS) && !wide.in_date(at))
    else {
        return (None, None);
    };
    let span = wide.span(head..head + 1);

    (None, Some(Counted { span, unit: counted::unit(&wide, head, head), end: tokens.end }))
}

/// The figure that the sentence before begins with, where it counts at least so much.
fn earlier(r: &Reader<'_, '_>, figures: &[Figure], first: usize, least: f64) -> Option<usize> {
    let start = sentence_before(r)?;
    (first.saturating_sub(6)..first).find(|&at| {
        let figure = &figures[at];
        figure.span.start >= start && counts(figure, least)
    })
}

/// Where the sentence before begins.
fn sentence_before(r: &Reader<'_, '_>) -> Option<u32> {
    let sentence = r.document.sentence_of(r.start).checked_sub(1)?;
    r.document.sentences.get(sentence).map(|sentence| sentence.span.start)
}

/// Whether a figure counts something, and at least so much.
fn counts(figure: &Figure, least: f64) -> bool {
    figure.dimension == Dimension::Count && figure.unit.is_some() && !names_other(figure) && figure.high >= least
}

/// "Two had been drained", "Analysts had expected 20,000": of what the sentence before counts.
fn told_before(r: &Reader<'_, '_>, figures: &[Figure], first: usize, at: usize) -> Option<usize> {
    let tokens = r.document.tokens_in(figures[at].span);
    let last = tokens.start.checked_sub(1).filter(|&last| last >= r.start);
    let clause = last.is_none_or(|last| {
        r.tag(last) == Some(Tag::CC) || r.says_any(last, &[word::SAID, word::SAYS, word::THAT, word::ONLY, word::OTHER])
    });
    let acts = clause && r.tag(tokens.end).is_some_and(|tag| tag.is_finite() || tag == Tag::MD);
    let expected = last.is_some_and(|last| {
        r.says_any(last, &[word::EXPECTED, word::FORECAST, word::PREDICTED, word::HAD, word::HAVE, word::HAS])
            || last > r.start
                && r.says(last, word::OF)
                && r.says_any(last - 1, &[word::FIGURE, word::ESTIMATE, word::FORECAST])
    });
    let ends = r.token(tokens.end).is_none_or(|token| matches!(token.first, '.' | ',' | ';'));
    if !(acts || expected && ends) {
        return None;
    }
    // Some of those told, but any number may have been expected.
    let least = if acts { figures[at].low } else { 0.0 };
    // "between 150 and 200 millimetres. Nobody expected 300"
    let measured = |&at: &usize| {
        matches!(figures[at].dimension, Dimension::Length | Dimension::Mass | Dimension::Volume | Dimension::Area)
            && sentence_before(r).is_some_and(|start| figures[at].span.start >= start)
    };
    if !acts && let Some(before) = first.checked_sub(1).filter(measured) {
        return Some(before);
    }
    (first.max(at.saturating_sub(NEAR))..at)
        .find(|&at| counts(&figures[at], least))
        .or_else(|| earlier(r, figures, first, least))
}

/// "fire forces 3,800 to flee"
fn forces(r: &Reader<'_, '_>, tokens: &Range<usize>) -> bool {
    let verb = tokens.start.checked_sub(1).filter(|&verb| verb >= r.start);
    r.says(tokens.end, word::TO)
        && verb.is_some_and(|verb| r.says_any(verb, &[word::FORCE, word::FORCES, word::FORCED, word::FORCING]))
}

/// "rose 4 percent this year and 3 percent next": the second in a row of changes.
fn alike(r: &Reader<'_, '_>, before: &Figure, figure: &Figure) -> bool {
    const NEAR: usize = 6;
    let change = matches!(before.modifier, Modifier::Increase | Modifier::Decrease);
    let percent = before.dimension == Dimension::Percent && figure.dimension == Dimension::Percent;
    let between = r.document.tokens_in(Span::new(before.span.end as usize, figure.span.start as usize));
    let last = between.end.saturating_sub(1);
    change
        && percent
        && before.unit == figure.unit
        && between.len() <= NEAR
        && (r.says(last, word::AND) || r.says(last, word::THEN))
        && between
            .clone()
            .all(|at| r.in_date(at) || r.says_any(at, &[word::AND, word::IN, word::THEN, word::ON]) || r.reads(at, ","))
}

/// "17 are still missing", "Twelve died": persons.
fn befalls(r: &Reader<'_, '_>, after: usize) -> bool {
    for at in after..after + 5 {
        if r.is(at, Class::Victim) {
            return true;
        }
        if !r.tag(at).is_some_and(|tag| tag.is_verb() || matches!(tag, Tag::RB | Tag::MD)) {
            return false;
        }
    }
    false
}

/// "a city of 230,000"
fn inhabits(r: &Reader<'_, '_>, start: usize) -> bool {
    start > r.start + 1
        && r.says(start - 1, word::OF)
        && r.says_any(
            start - 2,
            &[
                word::CITY,
                word::TOWN,
                word::VILLAGE,
                word::COUNTRY,
                word::NATION,
                word::STATE,
                word::PROVINCE,
                word::ISLAND,
            ],
        )
}

/// "a mother of three"
fn parents(r: &Reader<'_, '_>, start: usize) -> bool {
    start > r.start + 1
        && r.says(start - 1, word::OF)
        && (r.says_any(start - 2, &[word::MOTHER, word::FATHER, word::MUM, word::MOM, word::DAD])
            || r.reads(start - 2, "parents"))
}

/// "killed 58", "injuring at least 20"
fn hits(r: &Reader<'_, '_>, verb: usize) -> bool {
    r.says_any(
        verb,
        &[word::KILL, word::KILLS, word::KILLING, word::INJURING, word::WOUNDING, word::INJURES, word::DISPLACING],
    ) || r.is(verb, Class::Victim) && r.tag(verb).is_some_and(Tag::is_verb)
}

/// "rose 31 points to 2,950", "2,950, up 31 points": the level is in points as the change is.
fn level(r: &Reader<'_, '_>, figures: &[Figure], first: usize, at: usize) -> Option<usize> {
    let changed = |at: usize| {
        figures.get(at).is_some_and(|figure| {
            figure.unit.as_deref() == Some("point")
                && matches!(figure.modifier, Modifier::Increase | Modifier::Decrease)
        })
    };
    let tokens = r.document.tokens_in(figures[at].span);
    if tokens.start > r.start && r.says_any(tokens.start - 1, &[word::TO, word::AT]) {
        let before = (at.saturating_sub(2).max(first)..at).rev().find(|&before| changed(before));
        if before.is_some() {
            return before;
        }
    }
    let next = r.says_any(tokens.end + usize::from(r.is_mark(tokens.end, ',')), &[word::UP, word::DOWN]);
    (next && changed(at + 1)).then_some(at + 1)
}

/// "at 2.4 million yen ($22,000), or 3 million ($27,000) with tax": a sum of the money that was converted before.
fn priced(r: &Reader<'_, '_>, figures: &[Figure], first: usize, at: usize) -> Option<usize> {
    let converted = |at: usize, figure: &Figure| {
        let end = r.document.tokens_in(figure.span).end;
        r.is_mark(end, '(').then(|| figures.get(at + 1)).flatten().filter(|next| next.dimension == Dimension::Money)
    };
    let other = converted(at, &figures[at])?;
    (first..at).rev().take(4).find(|&before| {
        let figure = &figures[before];
        figure.dimension == Dimension::Money
            && figure.unit != other.unit
            && converted(before, figure).is_some_and(|next| next.unit == other.unit)
    })
}

/// Gives a figure the unit of another.
fn take(figures: &mut [Figure], at: usize, from: usize) {
    let (unit, dimension, counted) = (figures[from].unit.clone(), figures[from].dimension, figures[from].counted);
    let figure = &mut figures[at];
    let others = figure.counted;
    (figure.unit, figure.dimension) = (unit, dimension);
    figure.counted = others.or(counted).filter(|_| dimension == Dimension::Count);
}

/// Whether a figure gives the value of the one before it once more, in another unit.
fn again(r: &Reader<'_, '_>, before: &Figure, figure: &Figure) -> bool {
    let between = r.document.tokens_in(Span::new(before.span.end as usize, figure.span.start as usize));
    let change = matches!(before.modifier, Modifier::Increase | Modifier::Decrease);
    let units = before.unit.is_some() && figure.unit.is_some() && before.unit != figure.unit;
    let measured = before.dimension != Dimension::Count && figure.dimension != Dimension::Count;
    let bracket = between.len() == 1 && (r.is_mark(between.start, '(') || r.is_mark(between.start, '/'));
    let comma = usize::from(r.is_mark(between.start, ','));
    let or = change && between.len() == 1 + comma && r.says(between.start + comma, word::OR);
    units && measured && (or || (bracket && (before.dimension == figure.dimension || change)))
}

/// "45 and 50 cases": the next figure, behind `and`, `or` or a comma; what follows ", or" says the same once more.
fn forward(r: &Reader<'_, '_>, figures: &[Figure], at: usize) -> Option<usize> {
    let next = figures.get(at + 1)?;
    let between = r.document.tokens_in(Span::new(figures[at].span.end as usize, next.span.start as usize));
    let again = r.is_mark(between.start, ',') && r.says(between.start + 1, word::OR);
    let joined = !between.is_empty()
        && between.len() <= 4
        && !again
        && between.clone().all(|token| {
            r.says_any(token, &[word::AND, word::OR, word::TO]) || r.reads(token, ",") || r.is_dash(token)
        });
    (joined && next.unit.is_some()).then_some(at + 1)
}

/// "60 shops in Lyon, 45 in Nice": the figure before, where this one stands as that one did.
fn backward(r: &Reader<'_, '_>, figures: &[Figure], first: usize, at: usize) -> Option<usize> {
    // "40 of them homes" is said of some of them only
    let part = |figure: &Figure| {
        let end = r.document.tokens_in(figure.span).end;
        r.says(end, word::OF) && r.says_any(end + 1, &[word::THEM, word::THESE, word::WHICH, word::WHOM])
    };
    let shares = |figure: &Figure| figure.dimension == Dimension::Percent && figure.unit.is_none();
    let fits = |&before: &usize| {
        let figure = &figures[before];
        figure.dimension != Dimension::Duration && !part(figure) && !shares(figure)
    };
    // "Of 9 homes that got 30 panels, four | have sold": what acts is what acted.
    let acts = |at: usize| {
        let verb = end(r, &figures[at]);
        counted::helps(r, verb) || r.tag(verb).is_some_and(|tag| tag.is_finite() || tag == Tag::MD)
    };
    let actor = (first..at).rev().take(4).find(|&before| acts(before) && counts(&figures[before], figures[at].low));
    let before = actor.filter(|_| acts(at)).or_else(|| (first..at).rev().take(3).find(fits))?;
    let last = &figures[before];
    let change = |figure: &Figure| matches!(figure.modifier, Modifier::Increase | Modifier::Decrease);
    let tokens = r.document.tokens_in(Span::new(last.span.end as usize, figures[at].span.start as usize));
    let after = end(r, &figures[at]);
    let listed = r.tag(after).is_none_or(|tag| {
        tag.is_verb()
            || r.in_date(after)
            || r.says(after, word::MORE)
            || counted::helps(r, after)
            || r.is(after, Class::Rise)
            || r.is(after, Class::Fall)
            || matches!(
                tag,
                Tag::IN
                    | Tag::Comma
                    | Tag::Period
                    | Tag::CC
                    | Tag::TO
                    | Tag::CloseBracket
                    | Tag::MD
                    | Tag::WP
                    | Tag::RB
                    | Tag::WRB
            )
    });
    // "bringing the total to 900" is a total of something else
    // but not "lost 30 seats, falling to 900", nor "from 22 seats to nine"
    let last_word = tokens.end.saturating_sub(1);
    let to = r.says(last_word, word::TO);
    let counted = last.counted.map_or(tokens.start, |counted| r.document.tokens_in(counted).end.max(tokens.start));
    let moved = to && (counted == last_word || r.is(last_word - 1, Class::Fall) || r.is(last_word - 1, Class::Rise));
    let level = to && !moved;
    // "lost 12 paise to close at 84.38"
    let paid = last.dimension == Dimension::Money && !r.says_any(last_word, &[word::AT, word::OF]);
    let count = last.dimension == Dimension::Count
        || paid
        || last.dimension == Dimension::Percent && change(last) && change(&figures[at]);
    // "weighed 80 kilos then and 60 now", "up from 3,400"
    let word = |back: usize| tokens.end.saturating_sub(back);
    let measured = last.dimension != Dimension::Percent
        && (r.says_any(word(1), &[word::AND, word::OR]) || figures[at].modifier != Modifier::Equal)
        && !r.is_mark(after, ')')
        && !names_other(&figures[at]);
    let compared = r.says(word(1), word::FROM) && r.says_any(word(2), &[word::UP, word::DOWN]);
    let near = tokens.len() <= NEAR || (moved || names_other(&figures[at])) && tokens.len() <= 2 * NEAR;
    // "made millions" of what, nobody says
    let vague = figures[at].high > 9.0 * figures[at].low && figures[at].low > 0.0;
    (!level && !vague && (count || measured || compared) && last.unit.is_some() && listed && near).then_some(before)
}
