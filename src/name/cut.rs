//! Cutting runs of capitals into names: known ones, bodies by what they are called, people by titles
//! and given names.

use std::ops::Range;

use super::role;
use super::run::Style;
use super::spot::{Gender, Spot, SpotSort, Words};
use crate::lexicon::{Hint, Known, Sort, lexicon};
use crate::text::{BlockKind, Case, Document, Sentence};

/// Words for bodies that no name ends with unless it is long enough.
const LONGEST_BODY: usize = 10;
/// Words of a person's name, initials and particles among them.
const LONGEST_PERSON: usize = 7;

/// Finds the spots of a document: those of running text in order, then those of titles.
pub(super) fn spots(document: &Document<'_>) -> Vec<Spot> {
    let mut cutter =
        Cutter { words: Words { document }, spots: Vec::new(), owner: None, style: Style::Running, alone: false };
    let mut titled: Vec<&Sentence> = Vec::new();
    for sentence in &document.sentences {
        if document.block_of(sentence).kind == BlockKind::Boilerplate {
            continue;
        }
        if cutter.words.style(sentence.tokens.clone()) == Style::Titled {
            titled.push(sentence);
        } else {
            cutter.sentence(sentence.tokens.clone());
        }
    }
    cutter.style = Style::Titled;
    for sentence in titled {
        cutter.sentence(sentence.tokens.clone());
    }
    cutter.spots
}

struct Cutter<'d, 't> {
    words: Words<'d, 't>,
    spots: Vec<Spot>,
    /// The country just named, the token where its name began and where what it owns would begin.
    owner: Option<(u16, usize, usize)>,
    style: Style,
    /// Whether the run is one word where a sentence begins, whose capital shows nothing.
    alone: bool,
}

/// A person is announced: by a title before the name.
#[derive(Clone, Copy, Default)]
struct Announced {
    /// Where the role begins.
    from: Option<usize>,
    /// Whether a person must follow.
    person: bool,
    /// Whether the last title was an honorific or capitalised.
    strong: bool,
    gender: Option<Gender>,
}

impl Cutter<'_, '_> {
    fn sentence(&mut self, tokens: Range<usize>) {
        let mut at = tokens.start;
        let mut first = true;
        self.owner = None;
        while at < tokens.end {
            if let Some(end) = self.words.run(at, tokens.end, first) {
                // Where a sentence begins, a word alone is a name only if it is one elsewhere.
                let listed = self.words.known(at, tokens.end).is_some();
                self.alone = first && end == at + 1 && !listed && !self.words.is_proper(at);
                self.run(at..end, tokens.end);
                at = end;
                first = false;
                continue;
            }
            let opens = self
                .words
                .token(at)
                .is_some_and(|token| matches!(token.first, '"' | '\u{201c}' | '\u{2018}' | '\u{ab}' | ':' | '(' | '['));
            let word = self.words.token(at).is_some_and(|token| token.kind == crate::text::Kind::Word);
            first = opens || first && !word;
            at += 1;
        }
    }

    fn run(&mut self, run: Range<usize>, sentence_end: usize) {
        let mut announced = self.announced_before(run.start);
        let mut at = run.start;
        while at < run.end {
            let skipped = !self.words.is_capital(at)
                && !(at == run.start
                    && (self.words.has(at, Hint::Particle) || self.words.known(at, run.end).is_some()));
            if skipped {
                at += 1;
                continue;
            }
            let (end, next) = self.one(at, run.end, announced, sentence_end);
            announced = next;
            at = end.max(at + 1);
        }
    }

    /// Takes what begins at `at`; gives where it ends and what it announces.
    fn one(&mut self, at: usize, end: usize, announced: Announced, sentence_end: usize) -> (usize, Announced) {
        let known = self
            .words
            .known(at, sentence_end)
            .filter(|&(stop, known)| !self.is_given_here(at, stop, end, known, announced));
        let headline = self.style == Style::Titled && (known.is_some() || (at..end).any(|at| self.is_verb(at)));
        let body = if headline { None } else { self.body(at, end, known, announced) };
        if let Some((stop, sort)) = body {
            self.push(at..stop, sort, announced, None);
            return (stop, Announced { from: announced.from.or(Some(at)), ..Announced::default() });
        }
        if let Some((stop, known)) = known {
            let sort = SpotSort::Known { entry: known.entry, adjective: known.adjective };
            let from = announced.from;
            self.push(at..stop, sort, announced, None);
            self.own(known, at, stop);
            return (stop, Announced { from: from.filter(|_| announced.person).or(Some(at)), ..Announced::default() });
        }
        if let Some(next) = self.title(at, end, announced) {
            return next;
        }
        let stop = self.person_end(at, end);
        let sort = self.person_or_unknown(at, stop, announced);
        if self.names_nothing(at..stop, sort) {
            return (stop, Announced { from: Some(at), ..Announced::default() });
        }
        if self.style == Style::Titled && sort == SpotSort::Unknown && stop > at + 1 {
            // Each word may be somebody known from the text.
            for at in at..stop {
                if self.words.is_capital(at) {
                    self.push(at..at + 1, sort, announced, None);
                }
            }
            return (stop, Announced::default());
        }
        let gender = announced.gender.or_else(|| self.words.gender(at));
        self.push(at..stop, sort, announced, gender);
        (stop, Announced { from: Some(at), ..Announced::default() })
    }

    /// A role in small letters before the run: `spokesman`, `South Korea's public broadcaster`.
    fn announced_before(&self, start: usize) -> Announced {
        role::before(&self.words, start).map_or_else(Announced::default, |(from, head)| Announced {
            from: Some(from),
            person: self.words.has_any(head, &[Hint::Title, Hint::Role]),
            strong: false,
            gender: self.words.gender(head).filter(|_| self.words.is_lower(head)),
        })
    }

    /// Whether a known name is here a person's: `Jordan Peterson`, `Mr. Washington`.
    fn is_given_here(&self, at: usize, stop: usize, end: usize, known: Known, announced: Announced) -> bool {
        if stop != at + 1 || known.adjective || known.upper {
            return false;
        }
        if announced.person && announced.strong {
            return true;
        }
        let next_is_name = stop < end
            && self.words.is_capital(stop)
            && self.words.known(stop, end).is_none()
            && !self.words.has_any(stop, &[Hint::Body, Hint::Place, Hint::Event, Hint::Modifier, Hint::Calendar])
            && !self.words.is_title(stop);
        next_is_name && self.words.is_given(at)
    }

    /// Remembers a country as the owner of what follows.
    fn own(&mut self, known: Known, at: usize, stop: usize) {
        let Some(entry) = lexicon().gazetteer().entry(known.entry) else { return };
        let country = match entry.sort {
            Sort::Country => known.entry,
            _ => return,
        };
        let next = if self.words.is_possessive(stop) { stop + 1 } else { stop };
        self.owner = Some((country, at, next));
    }

    /// A body, place or event by the word that it is called: its end.
    fn body(
        &self,
        at: usize,
        end: usize,
        known: Option<(usize, Known)>,
        announced: Announced,
    ) -> Option<(usize, SpotSort)> {
        let words = &self.words;
        let is_head = |at: usize| words.is_capital(at) && words.has_any(at, &[Hint::Body, Hint::Place, Hint::Event]);
        let mut head = at;
        loop {
            if head >= end || head >= at + LONGEST_BODY {
                return None;
            }
            if is_head(head) && (head > at || !words.has(head, Hint::Modifier) || self.owned(at)) {
                break;
            }
            if words.is_title(head) && !words.has(head, Hint::AlsoSurname) {
                return None;
            }
            head += 1;
        }
        while head + 1 < end && is_head(head + 1) && !words.is_title(head + 1) {
            head += 1;
        }
        if let Some((stop, _)) = known {
            // A longer known name says more than a word for bodies in it.
            if stop > head {
                return None;
            }
        }
        let extended = self.extension(head, end);
        let alone = head == at && extended == head + 1;
        if alone && !(self.owned(at) && words.has(head, Hint::Organ)) {
            return None;
        }
        if head + 1 < end
            && words.is_title(head + 1)
            && words.has(head, Hint::Modifier)
            && (alone || !words.has(head, Hint::Organ))
        {
            return None;
        }
        let surname = words.has(head, Hint::AlsoSurname) && extended == head + 1;
        let named = words.is_given(at) || words.is_initial(at) || announced.person;
        if surname && named && head - at <= 2 {
            return None;
        }
        let country = known.filter(|&(stop, known)| {
            stop <= head && lexicon().gazetteer().entry(known.entry).is_some_and(|entry| entry.sort == Sort::Country)
        });
        let state = words.has(head, Hint::Organ)
            || country.is_some_and(|(stop, _)| words.is_word(stop, &["National", "Federal", "Supreme", "State"]));
        if country.is_some() && state && words.has(head, Hint::Body) {
            return None;
        }
        let sort = if words.has(head, Hint::Body) {
            SpotSort::Body
        } else if words.has(head, Hint::Place) {
            SpotSort::Place
        } else {
            SpotSort::Event
        };
        Some((extended, sort))
    }

    fn owned(&self, at: usize) -> bool {
        self.owner.is_some_and(|(_, _, next)| next == at)
    }

    /// `Bank | of England`, `Council | on Foreign Relations`: what stands after the head and belongs to it.
    fn extension(&self, head: usize, end: usize) -> usize {
        let words = &self.words;
        let mut at = head + 1;
        if at < end && words.has(at, Hint::Suffix) && words.has(head, Hint::Event) {
            // `World War II`
            return at + 1;
        }
        if at >= end || !words.is_word(at, &["of", "for", "on"]) {
            return at;
        }
        at += 1;
        if words.is_word(at, &["the"]) {
            at += 1;
        }
        if let Some((stop, known)) = words.known(at, end) {
            let country = lexicon().gazetteer().entry(known.entry).is_some_and(|entry| entry.sort == Sort::Country);
            if country && !known.adjective && words.has(head, Hint::Organ) {
                return head + 1;
            }
            if stop == end || !known.adjective {
                return stop;
            }
        }
        while at < end {
            let stops =
                words.is_title(at) && at + 1 < end && words.is_capital(at + 1) && !words.has_any(at + 1, &[Hint::Body]);
            if stops {
                break;
            }
            at += 1;
        }
        at
    }

    /// A title in capitals, with what it is of: where it ends, and that a person follows.
    fn title(&self, at: usize, end: usize, announced: Announced) -> Option<(usize, Announced)> {
        let words = &self.words;
        let mut stop = at;
        let mut titled = None;
        let mut gender = announced.gender;
        while stop < end {
            let hyphen = words.is_hyphen(stop) && stop > at;
            let title = words.is_title(stop);
            let modifier = words.has_any(stop, &[Hint::Modifier]) && !(titled.is_some() && words.is_given(stop));
            let name = titled.is_some()
                && words.has(stop, Hint::AlsoSurname)
                && (stop + 1 == end || !words.is_capital(stop + 1));
            if name || !(hyphen || title || modifier) {
                break;
            }
            if title {
                titled = Some(stop);
                gender = gender.or_else(|| words.gender(stop));
            }
            stop += 1;
        }
        let titled = titled?;
        let from = announced.from.unwrap_or(at);
        if stop < end && words.is_word(stop, &["of", "to", "for"]) {
            let object = self.title_object(stop + 1, end);
            stop = object;
        } else {
            stop = titled + 1;
        }
        Some((stop, Announced { from: Some(from), person: true, strong: true, gender }))
    }

    /// `Secretary of | State`, `Ambassador to | Ukraine`: where the person's name can begin.
    fn title_object(&self, from: usize, end: usize) -> usize {
        let words = &self.words;
        let mut at = from;
        while at < end {
            if let Some((stop, _)) = words.known(at, end) {
                at = stop;
                continue;
            }
            let office = words.has_any(
                at,
                &[Hint::Modifier, Hint::Body, Hint::Place, Hint::Organ, Hint::Title, Hint::Honorific, Hint::Madam],
            );
            let given = words.is_given(at) && at > from;
            if words.is_capital(at) && (given || !office) {
                break;
            }
            at += 1;
        }
        at
    }

    /// Where the words of a person's name end, or those of a name that does not show what it is.
    fn person_end(&self, at: usize, end: usize) -> usize {
        let words = &self.words;
        let mut stop = at + 1;
        let mut names = 1;
        while stop < end && stop < at + LONGEST_PERSON {
            if words.is_mark(stop, ',') {
                return if words.has(stop + 1, Hint::Suffix) { stop + 2 } else { stop };
            }
            if words.has(stop, Hint::Suffix) && words.is_capital(stop) {
                return stop + 1;
            }
            if words.is_initial(stop) {
                stop += 1;
                continue;
            }
            if !words.is_capital(stop) {
                if words.has(stop, Hint::Particle)
                    || words.is_hyphen(stop)
                    || words.is_hyphen(stop - 1)
                    || words.is_mark(stop, '&')
                {
                    stop += 1;
                    continue;
                }
                break;
            }
            if self.style == Style::Titled && !words.is_given(stop) && self.is_verb(stop) {
                break;
            }
            let joined = words.is_hyphen(stop - 1);
            let surname = words.has(stop, Hint::AlsoSurname) && names < 3;
            if words.is_title(stop) && !surname && !joined {
                break;
            }
            if let Some((known_end, known)) = words.known(stop, end) {
                let first = words.is_given(at) || words.token(at).is_some_and(|token| !token.word.is_known());
                let family = known_end == stop + 1 && !known.adjective && !known.upper && first && names == 1;
                if !family && !joined {
                    break;
                }
            }
            names += 1;
            stop += 1;
        }
        while stop > at + 1 && !words.is_capital(stop - 1) && !(stop >= 2 && words.is_hyphen(stop - 2)) {
            stop -= 1;
        }
        stop
    }

    /// A form of a verb that is no family name.
    fn is_verb(&self, at: usize) -> bool {
        self.words.token(at).is_some_and(|token| lexicon().form(token.word).verb.is_known())
            && !self.words.has(at, Hint::AlsoSurname)
    }

    fn person_or_unknown(&self, at: usize, stop: usize, announced: Announced) -> SpotSort {
        let words = &self.words;
        let listed = stop == at + 1 && words.has_any(at, &[Hint::Body, Hint::Place, Hint::Event, Hint::Modifier]);
        if announced.person && (announced.strong || !listed) {
            return SpotSort::Person;
        }
        // Parts that a hyphen joins are one word.
        let joined = |at: usize| at > 1 && words.is_hyphen(at - 1) && words.is_capital(at - 2);
        let capitals = (at..stop).filter(|&at| words.is_capital(at) && !joined(at)).count();
        let the = at > 0 && words.is_word(at - 1, &["the", "a", "an"]);
        if capitals < 2 {
            return SpotSort::Unknown;
        }
        if words.has(at, Hint::PlaceFirst) && !words.is_given(at) {
            return SpotSort::Place;
        }
        let named = words.is_given(at)
            || words.has(at, Hint::FirstSurname)
            || (at..stop).any(|at| words.is_initial(at))
            || (at..stop).any(|at| words.has(at, Hint::Particle) && words.is_lower(at));
        // Words of the language make no person.
        let strange = (at..stop).all(|word| {
            words.has(word, Hint::AlsoSurname)
                || words.is_given(word)
                || words.token(word).is_none_or(|token| !token.word.is_known())
                || word > at && words.known(word, stop).is_some_and(|(_, known)| !known.adjective)
        });
        if named && !the || strange && !the && self.style == Style::Running {
            SpotSort::Person
        } else {
            SpotSort::Unknown
        }
    }

    /// A word for a body or place alone, an abbreviation of the language, a word in capitals for its weight.
    fn names_nothing(&self, tokens: Range<usize>, sort: SpotSort) -> bool {
        let words = &self.words;
        let at = tokens.start;
        if words.word(at).len() == 1 && words.is_hyphen(at + 1) {
            // `R-Ohio`
            return true;
        }
        if tokens.len() > 1 || sort != SpotSort::Unknown {
            return false;
        }
        let Some(token) = words.token(at) else { return true };
        let listed = words.has_any(
            at,
            &[
                Hint::Body,
                Hint::Place,
                Hint::Event,
                Hint::Modifier,
                Hint::NotAlone,
                Hint::Common,
                Hint::Opening,
                Hint::Title,
            ],
        ) && !words.has(at, Hint::AlsoSurname);
        let shouted = token.case == Case::Upper && token.word.is_known();
        listed || shouted || token.span.len() == 1 || words.is_initial(at)
    }

    fn push(&mut self, tokens: Range<usize>, sort: SpotSort, announced: Announced, gender: Option<Gender>) {
        let role = announced.from.filter(|&from| from < tokens.start && announced.person).map(|mut from| {
            // `Former U.S. Ambassador`, where a sentence begins.
            while from > 0 && self.words.has(from - 1, Hint::Modifier) && tokens.start - from < LONGEST_BODY {
                from -= 1;
            }
            from..tokens.start
        });
        let owner = self.owner.filter(|&(_, _, next)| next == tokens.start).map(|(country, from, _)| (country, from));
        let owner = if sort == SpotSort::Body { owner.or_else(|| self.owner_after(tokens.end)) } else { None };
        self.spots.push(Spot {
            tokens,
            sort,
            role,
            owner,
            gender,
            doubtful: self.alone || self.style == Style::Titled,
        });
    }

    /// `Defence Ministry | of Ukraine`
    fn owner_after(&self, at: usize) -> Option<(u16, usize)> {
        if !self.words.is_word(at, &["of"]) {
            return None;
        }
        let (_, known) = self.words.known(at + 1, at + 8)?;
        let country = lexicon().gazetteer().entry(known.entry)?.sort == Sort::Country;
        (country && !known.adjective).then_some((known.entry, at))
    }
}
