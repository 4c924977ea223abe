//! What a figure is said of.
//!
//! `11,000 soldiers are now in Kursk` is said of `soldiers in Kursk`; `the plant employs 300 people` of
//! `people`, `the plant`, `employs`; `a 5% stake in the mill` of `stake in the mill`.

use std::ops::Range;

use crate::figure::{Dimension, Figure};
use crate::lexicon::{Class, Role, lexicon, word};
use crate::text::{Document, Span, Tag, VerbGroup};

use super::clause::Clause;
use super::phrase::Phrases;

/// What a figure is said of, to be read in this order: the counted noun, who did it and the verb, what it
/// was done to, and where. `previous` is the figure before it in the clause, `taken` the other figures
/// and the dates.
pub(super) fn subject(
    document: &Document<'_>,
    clause: &Clause,
    figure: &Figure,
    previous: Option<&Figure>,
    taken: &[Span],
) -> Vec<Span> {
    let tokens = document.tokens_in(figure.span);
    let phrases = Phrases { document, clause: clause.tokens.clone(), taken, figure: tokens.clone() };
    let counted = figure.counted.map(|counted| document.tokens_in(counted));
    let mut parts = Parts { phrases: &phrases, parts: Vec::new() };
    parts.tell(figure, &tokens, counted.as_ref(), previous);
    // `40 tonnes of tents, of which 25 tonnes had arrived`
    if parts.parts.is_empty() && clause.from > clause.tokens.start {
        let comma = (clause.tokens.start..clause.from).rev().find(|&at| phrases.is_mark(at, ','));
        if let Some(antecedent) = comma.and_then(|comma| phrases.before(comma, false)) {
            parts.add(antecedent);
        }
    }
    parts.parts
}

/// The parts of a subject as they are found.
struct Parts<'p, 'd, 't> {
    phrases: &'p Phrases<'d, 't>,
    parts: Vec<Span>,
}

impl Parts<'_, '_, '_> {
    fn add(&mut self, tokens: Range<usize>) {
        let span = self.phrases.span(tokens);
        if !span.is_empty() && !self.parts.iter().any(|part| part.overlaps(span)) {
            self.parts.push(span);
        }
    }

    fn tell(
        &mut self,
        figure: &Figure,
        tokens: &Range<usize>,
        counted: Option<&Range<usize>>,
        previous: Option<&Figure>,
    ) {
        let phrases = self.phrases;
        let limit = phrases.clause.end;
        let own = counted.cloned().or_else(|| self.described(figure, tokens.end));
        let mut end = tokens.end;
        if let Some(own) = own.clone() {
            if own.start >= tokens.end || phrases.document.tokens.get(own.end..tokens.start).is_none_or(<[_]>::is_empty)
            {
                end = phrases.after(phrases.and(own.end, own.end.max(end), limit), limit);
                let place = matches!(phrases.document.word(end), "nationwide" | "worldwide" | "statewide" | "overseas");
                end += usize::from(place && end < limit);
            }
            if own.start >= tokens.end {
                self.add(own.start..end);
            } else {
                self.add(own);
                // `60 shops in Lyon, 45 | in Nice`
                end = phrases.after(tokens.end, limit);
                self.add(tokens.end..end);
            }
            if counted.is_none() {
                return;
            }
        }
        let start = phrases.document.noun_group_at(tokens.start).map_or(tokens.start, |group| group.tokens.start);
        let start = start.min(tokens.start).max(phrases.clause.start);
        let after = start.checked_sub(1).filter(|at| phrases.clause.contains(at));
        let of = after.is_some_and(|at| matches!(phrases.word(at), word::OF | word::WITH | word::WORTH));
        // `12,000 troops were sent to the border`: it is the subject itself.
        let governed = after.is_some_and(|at| {
            // `the farmers who lost 70 cows | want help`
            let relative = at.checked_sub(1).and_then(|at| phrases.tag(at));
            phrases.tag(at).is_some_and(Tag::is_finite) && matches!(relative, Some(Tag::WP | Tag::WDT))
        });
        let finite = phrases.tag(phrases.skip_adverbs(end)).is_some_and(|tag| tag.is_finite() || tag == Tag::MD);
        if counted.is_some() && !of && !(governed && finite) && self.acts(end) {
            return;
        }
        if self.goes_on(figure, tokens.start, previous) {
            return;
        }
        if counted.is_none() && self.moves(tokens.start) {
            self.add_after(tokens, true, limit);
            return;
        }
        let start = if start == phrases.clause.start { Some(start) } else { self.whole(start, counted.is_some()) };
        let Some(start) = start else {
            self.add_after(tokens, counted.is_none(), limit);
            return;
        };
        let bound = after
            .is_some_and(|at| matches!(phrases.tag(at), Some(Tag::IN | Tag::TO)) && phrases.word(at) != word::THAT);
        if counted.is_none() && !bound && self.acts(self.aside(tokens.end)) {
            self.drop_bare_verb();
            return;
        }
        self.governed(start, figure.dimension == Dimension::Age);
        self.add_after(tokens, counted.is_none(), limit);
    }

    /// Adds what rises or falls by a figure where the verb was taken for another word: `Acme | advanced 8%`.
    fn moves(&mut self, figure: usize) -> bool {
        const REACH: usize = 3;
        let phrases = self.phrases;
        let word = |at: usize| phrases.document.tokens.get(at).filter(|_| phrases.clause.contains(&at));
        let passed = |at: usize| phrases.tag(at) == Some(Tag::RB) || phrases.word(at) == word::BY;
        let mut verb = figure.saturating_sub(1);
        while verb > phrases.clause.start && verb + REACH > figure && passed(verb) {
            verb -= 1;
        }
        let moves = word(verb).is_some_and(|token| token.is(Class::Rise) || token.is(Class::Fall));
        if !moves || phrases.document.verb_group_at(verb).is_some() {
            return false;
        }
        let Some(mover) = phrases.names_before(verb) else { return false };
        self.add(mover);
        self.add(verb..verb + 1);
        true
    }

    /// What is added to a measure: `7 percent | in Chile`.
    fn add_after(&mut self, tokens: &Range<usize>, measure: bool, limit: usize) {
        if measure {
            let from = self.aside(tokens.end);
            let end = self.phrases.after(from, limit);
            self.add(from..end);
            // `$9,000 for a 5 kW | boiler`
            if end == from
                && self.phrases.ties(from)
                && let Some(group) = self.phrases.document.noun_group_at(from + 1)
                && group.tokens.end <= limit
                && !self.phrases.is_time(group)
            {
                self.add(self.phrases.own_start(group)..group.tokens.end);
            }
        }
    }

    /// The token after what stands in brackets at a token.
    fn aside(&self, at: usize) -> usize {
        const LONGEST: usize = 10;
        let open = self.phrases.is_mark(at, '(') || self.phrases.is_mark(at, '[');
        let close = |&end: &usize| self.phrases.is_mark(end, ')') || self.phrases.is_mark(end, ']');
        (at..at + LONGEST).find(close).filter(|_| open).map_or(at, |close| close + 1)
    }

    /// The noun that a measure describes: `a 5% | stake`, `a 40-mile (64 km) | tunnel`.
    fn described(&self, figure: &Figure, end: usize) -> Option<Range<usize>> {
        if figure.dimension == Dimension::Count {
            return None;
        }
        let phrases = self.phrases;
        let close = phrases.is_mark(end, ')') || phrases.is_mark(end, ']');
        let at = self.aside(end + usize::from(close));
        let group = phrases.document.noun_group_at(at)?;
        let time = phrases.document.tokens.get(at).is_some_and(|token| lexicon().has_role(token.word, Role::Time));
        let bare = phrases.tag(at)?.is_noun() || matches!(phrases.tag(at)?, Tag::JJ | Tag::JJR | Tag::JJS);
        // `the index 2% | Airlines 3%`: it is said of what stands before it.
        let listed =
            phrases.document.tokens.get(at)?.is_capitalised() && phrases.ending(phrases.figure.start).is_some();
        let taken = phrases.taken.iter().any(|taken| taken.overlaps(phrases.span(at..group.tokens.end)));
        (bare && !listed && !time && !taken && group.head >= at && phrases.clause.contains(&group.head))
            .then_some(at..group.tokens.end)
    }

    /// Adds the verb that follows, with what it is done to or where; whether there is one.
    fn acts(&mut self, end: usize) -> bool {
        let phrases = self.phrases;
        let Some(verb) = phrases.verb_from(end) else { return false };
        // `arrived last month | in the region`
        let from = phrases.skip_taken(phrases.skip_adverbs(verb.tokens.end));
        let mut after = from;
        if let Some(group) = phrases.document.noun_group_at(from).filter(|group| {
            group.tokens.start == from
                && group.tokens.end <= phrases.clause.end
                && !matches!(phrases.tag(group.head), Some(Tag::PRP | Tag::WP | Tag::WDT))
                && !phrases.taken.iter().any(|taken| taken.overlaps(phrases.span(group.tokens.clone())))
        }) {
            after = group.tokens.end;
        }
        let end = phrases.after(after, phrases.clause.end);
        if phrases.tells(verb) {
            self.add(verb.head..verb.tokens.end);
        }
        self.add(from..end);
        true
    }

    /// A verb alone says nothing of what: `70% voted`.
    fn drop_bare_verb(&mut self) {
        if self.parts.len() < 2 {
            self.parts.clear();
        }
    }

    /// A figure in a row with the one before it is said of the same: `rose 5% to $84`, `(930 miles)`,
    /// `including 500 officers and three generals`.
    fn goes_on(&mut self, figure: &Figure, start: usize, previous: Option<&Figure>) -> bool {
        let Some(previous) = previous.filter(|previous| !previous.subject.is_empty()) else { return false };
        let phrases = self.phrases;
        let end = previous.counted.filter(|counted| counted.start >= previous.span.start);
        let end = phrases
            .document
            .tokens_in(end.unwrap_or(previous.span))
            .end
            .max(phrases.document.tokens_in(previous.span).end);
        // `At least 41 people died, police said, up from | 29`
        let held = start > 1
            && matches!(
                (phrases.word(start - 2), phrases.word(start - 1)),
                (word::UP | word::DOWN, word::FROM) | (word::COMPARED, word::WITH | word::TO)
            );
        let part = start > 0 && phrases.word(start - 1) == word::INCLUDING;
        let links = |at: usize| {
            phrases.tag(at) == Some(Tag::CC)
                || [',', '(', ')', '/', '[', '-'].iter().any(|&mark| phrases.is_mark(at, mark))
                || matches!(
                    phrases.word(at),
                    word::TO
                        | word::FROM
                        | word::AT
                        | word::PLUS
                        | word::THEN
                        | word::UP
                        | word::DOWN
                        | word::COMPARED
                        | word::WITH
                        | word::AGAINST
                )
        };
        if !part && !held && !(end <= start && start - end <= 3 && (end..start).all(links)) {
            return false;
        }
        for &span in &previous.subject {
            let own =
                !part && figure.counted.is_some() && previous.counted.is_some_and(|counted| counted.overlaps(span));
            if !own && !self.parts.iter().any(|had| had.overlaps(span)) {
                self.parts.push(span);
            }
        }
        true
    }

    /// Adds the whole that a figure is told with: `a crew of 12`, `a rate of 4%`, `the index, 3%`. The token
    /// where the search for its verb begins, or `None` where all is told.
    fn whole(&mut self, start: usize, counted: bool) -> Option<usize> {
        let phrases = self.phrases;
        let mut start = start;
        while start > phrases.clause.start
            && matches!(
                phrases.word(start - 1),
                word::UP | word::DOWN | word::JUST | word::ONLY | word::ABOUT | word::BY
            )
        {
            start -= 1;
        }
        let before = start.checked_sub(1).filter(|at| phrases.clause.contains(at))?;
        let of = matches!(phrases.word(before), word::OF | word::WITH | word::WORTH);
        // `Ann Lee (12 goals)`
        let aside = phrases.is_mark(before, '(') || phrases.is_mark(before, '[');
        let owner = phrases.before(if of || aside { before } else { start }, false);
        let Some(owner) = owner else { return Some(start) };
        let leader = owner.start.checked_sub(1).filter(|at| phrases.clause.contains(at));
        // `takes place over | five weeks`: what the verb governs says too little alone.
        let object =
            !of && leader.is_some_and(|at| phrases.document.verb_group_at(at).is_some_and(|verb| phrases.tells(verb)));
        if object {
            return Some(start);
        }
        let vague = matches!(
            phrases.word(owner.end - 1),
            word::TOTAL
                | word::AVERAGE
                | word::NUMBER
                | word::MAXIMUM
                | word::MINIMUM
                | word::RECORD
                | word::ESTIMATE
                | word::EXCESS
                | word::MORE
                | word::MEAN
        );
        if vague {
            return Some(owner.start);
        }
        if of && counted {
            let whole = phrases.span(owner.start..before + 1);
            self.parts.insert(0, whole);
        } else {
            // `flew at an altitude of | 900 metres`
            let at = owner.start;
            self.add(owner);
            if of && leader.is_some_and(|leader| phrases.word(leader) == word::AT) {
                return Some(at - 1);
            }
        }
        None
    }

    /// Adds the subject of the verb before the figure, the verb, and its object.
    fn governed(&mut self, start: usize, age: bool) {
        let phrases = self.phrases;
        // `Ann Lee, 49`
        if age
            && start > phrases.clause.start
            && phrases.is_mark(start - 1, ',')
            && let Some(person) = phrases.before(start - 1, false)
        {
            self.add(person);
            return;
        }
        let (nearest, actor) = actor(phrases, start);
        let Some(verb) = nearest else {
            // No verb at all: `Ship sinks: 12 dead`, `net profit at $5 million`.
            if let Some(group) = (start.saturating_sub(3)..start).rev().find_map(|at| phrases.before(at, false)) {
                self.add(group);
            }
            return;
        };
        let object = phrases.skip_adverbs(verb.tokens.end);
        let object = phrases
            .document
            .noun_group_at(object)
            .filter(|group| group.tokens.start == object && group.tokens.end <= start);
        let object = object
            .filter(|group| !phrases.is_time(group))
            .map(|group| phrases.after(group.tokens.end, start))
            .and_then(|end| phrases.before(end, false))
            .filter(|object| object.start >= verb.tokens.end)
            // `70 cracks in the dam and | 30 in the weir`: that is another figure's.
            .filter(|_| phrases.tag(start.wrapping_sub(1)) != Some(Tag::CC));
        if let Some(actor) = actor {
            self.add(actor);
            if phrases.tells(verb) {
                self.add(verb.head..verb.head + 1);
            }
        }
        if let Some(object) = object {
            self.add(object);
        }
        self.where_of(verb);
    }

    /// Adds the place of `Kursk, where they hold 600 km²`.
    fn where_of(&mut self, verb: &VerbGroup) {
        const REACH: usize = 6;
        let phrases = self.phrases;
        let from = verb.tokens.start.saturating_sub(REACH).max(phrases.clause.start);
        let Some(at) = (from..verb.tokens.start).rev().find(|&at| phrases.word(at) == word::WHERE) else { return };
        let end = at - usize::from(at > from && phrases.is_mark(at - 1, ','));
        let Some(group) = phrases.ending(end) else { return };
        let mut start = group.tokens.start;
        if let Some(owner) = phrases.ending(start).filter(|_| phrases.tag(start) == Some(Tag::POS)) {
            start = owner.tokens.start;
        }
        start -= usize::from(start > phrases.clause.start && phrases.tag(start - 1) == Some(Tag::IN));
        self.add(start..end);
    }
}

/// The verb that a figure depends on, the nearest before it, and who does it: the subject of that verb or
/// of the one it depends on in turn (`plans to hire`).
fn actor<'d>(phrases: &Phrases<'d, '_>, start: usize) -> (Option<&'d VerbGroup>, Option<Range<usize>>) {
    let mut nearest = None;
    for verb in phrases.verbs_before(start) {
        nearest = nearest.or(Some(verb));
        let bare = phrases.is_bare(verb);
        let actor = phrases.before(verb.tokens.start, !bare);
        if actor.is_some() {
            return (nearest, actor);
        }
        if !bare {
            break;
        }
    }
    (nearest, None)
}
