//! What is left out because a neighbour has it: the noun ("38 and 16 people", "60 shops in Lyon, 45 in
//! Nice"), the bound of a value given twice ("over 9 km (5.6 miles)", "up 31 points, or 0.4%").

use super::reader::Reader;
use super::{Dimension, Figure, Modifier};
use crate::lexicon::Class;
use crate::text::{Span, Tag};

/// How far apart the figures of a list may stand, in tokens.
const NEAR: usize = 14;

/// Gives the figures of a sentence that name nothing the unit of a neighbour in the same list.
pub(super) fn fill(r: &Reader<'_, '_>, figures: &mut [Figure], first: usize) {
    for at in first + 1..figures.len() {
        if figures[at].modifier == Modifier::Equal && again(r, &figures[at - 1], &figures[at]) {
            figures[at].modifier = figures[at - 1].modifier;
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
        let hit = befalls(r, tokens.end) || inhabits(r, tokens.start);
        // "the toll stood at 40, with 12 missing"
        let from = from.filter(|&from| !hit || figures[from].unit.as_deref() != Some("death"));
        if let Some(from) = from {
            take(figures, at, from);
        } else if hit || tokens.start > r.start && hits(r, tokens.start - 1) {
            figures[at].unit = Some("person".to_owned());
        }
    }
}

/// Whether the text has not said what a figure counts or measures.
fn is_open(figure: &Figure) -> bool {
    figure.unit.is_none() && figure.dimension == Dimension::Count
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
        && r.says(start - 1, "of")
        && r.says_any(start - 2, &["city", "town", "village", "country", "nation", "state", "province", "island"])
}

/// "killed 58", "injuring at least 20"
fn hits(r: &Reader<'_, '_>, verb: usize) -> bool {
    r.says_any(verb, &["kill", "kills", "killing", "injuring", "wounding", "injures", "displacing"])
        || r.is(verb, Class::Victim) && r.tag(verb).is_some_and(Tag::is_verb)
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
    if tokens.start > r.start && r.says_any(tokens.start - 1, &["to", "at"]) {
        let before = (at.saturating_sub(2).max(first)..at).rev().find(|&before| changed(before));
        if before.is_some() {
            return before;
        }
    }
    let next = r.says_any(tokens.end + usize::from(r.is_mark(tokens.end, ',')), &["up", "down"]);
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
    (figure.unit, figure.dimension) = (unit, dimension);
    figure.counted = counted.filter(|_| dimension == Dimension::Count);
}

/// Whether a figure gives the value of the one before it once more, in another unit.
fn again(r: &Reader<'_, '_>, before: &Figure, figure: &Figure) -> bool {
    let between = r.document.tokens_in(Span::new(before.span.end as usize, figure.span.start as usize));
    let change = matches!(before.modifier, Modifier::Increase | Modifier::Decrease);
    let units = before.unit.is_some() && figure.unit.is_some() && before.unit != figure.unit;
    let measured = before.dimension != Dimension::Count && figure.dimension != Dimension::Count;
    let bracket = between.len() == 1 && (r.is_mark(between.start, '(') || r.is_mark(between.start, '/'));
    let or = change && between.len() == 2 && r.is_mark(between.start, ',') && r.says(between.start + 1, "or");
    units && measured && (or || (bracket && (before.dimension == figure.dimension || change)))
}

/// "45 and 50 cases": the next figure, behind `and`, `or` or a comma; what follows ", or" says the same once more.
fn forward(r: &Reader<'_, '_>, figures: &[Figure], at: usize) -> Option<usize> {
    let next = figures.get(at + 1)?;
    let between = r.document.tokens_in(Span::new(figures[at].span.end as usize, next.span.start as usize));
    let again = r.is_mark(between.start, ',') && r.says(between.start + 1, "or");
    let joined = !between.is_empty()
        && between.len() <= 4
        && !again
        && between.clone().all(|token| r.says_any(token, &["and", "or", ",", "to"]) || r.is_dash(token));
    (joined && next.unit.is_some()).then_some(at + 1)
}

/// "60 shops in Lyon, 45 in Nice": the figure before, where this one stands as that one did.
fn backward(r: &Reader<'_, '_>, figures: &[Figure], first: usize, at: usize) -> Option<usize> {
    let before = (first..at).rev().take(3).find(|&before| figures[before].dimension != Dimension::Duration)?;
    let last = &figures[before];
    let change = |figure: &Figure| matches!(figure.modifier, Modifier::Increase | Modifier::Decrease);
    let tokens = r.document.tokens_in(Span::new(last.span.end as usize, figures[at].span.start as usize));
    let after = r.document.tokens_in(figures[at].span).end;
    let listed = r.tag(after).is_none_or(|tag| {
        tag.is_verb()
            || matches!(
                tag,
                Tag::IN | Tag::Comma | Tag::Period | Tag::CC | Tag::TO | Tag::CloseBracket | Tag::MD | Tag::WP
            )
    });
    // "bringing the total to 900" is a total of something else
    let level = r.says(tokens.end.saturating_sub(1), "to");
    let count = matches!(last.dimension, Dimension::Count | Dimension::Money)
        || last.dimension == Dimension::Percent && change(last) && change(&figures[at]);
    (!level && count && last.unit.is_some() && listed && tokens.len() <= NEAR).then_some(before)
}
