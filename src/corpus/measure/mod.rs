//! What a figure measures: the thing that is counted, of whom, where, and what happened to it.
//!
//! Two figures can be set against each other only when these agree. It is read from the words around
//! the figure, in the claim that it stands in; every look to the left or right is bounded.

use std::ops::Range;

use chrono::NaiveDate;

mod action;
mod age;
mod place;

use super::term::{Term, Word};
use crate::claim::Certainty;
use crate::date::Date;
use crate::figure::{Dimension, Figure, in_base};
use crate::lexicon::{Scope, lexicon};
use crate::name::EntityKind;
use crate::order;
use crate::reading::{Reading, iso_day};
use crate::text::{Document, Kind, Span, Tag};

/// How far from a figure its context goes, in tokens.
const REACH: usize = 48;

/// The most figures of an article that are measured: more are a table or a trap, and each costs a look
/// at all words around it.
const MOST_MEASURED: usize = 2000;

/// What a figure measures.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Measure {
    /// The claim that it stands in, the innermost.
    pub claim: Option<u32>,
    /// What it measures where its unit can be converted: figures of one such base can be set against each other.
    pub base: Option<Dimension>,
    /// Its lowest and its highest value in the base unit, where it has one, else as they stand.
    pub stated: (f64, f64),
    /// Whether it is somebody's age, said or meant: "Trung Le, 22, was".
    pub age: bool,
    /// The noun that is counted: `soldier`.
    pub head: Option<Word>,
    /// The words for what is counted, where they stand before the number.
    pub thing: Option<Span>,
    /// What else its noun phrase says: `unsecured`, `14-year-old`.
    pub kinds: Vec<Word>,
    /// Whose they are: entities.
    pub wholes: Vec<u32>,
    /// Where: entities, the innermost place only.
    pub places: Vec<u32>,
    /// The places that those lie in.
    pub around: Vec<u32>,
    /// Where, in common words: `hospital`, `training`.
    pub settings: Vec<Word>,
    /// What they do or what is done to them.
    pub action: Option<Word>,
    /// The word that says so.
    pub deed: Option<Span>,
    /// For an age, or what else a person has: whose it is.
    pub person: Option<u32>,
    /// Whose it is, too: "both 20".
    pub other_person: Option<u32>,
    /// Who acts, before the verb: entities.
    pub actors: Vec<u32>,
    /// Who acts, where that is a name that nothing else is known of.
    pub doer: Option<Term>,
    /// What phrases say of its scope.
    pub scope: Scopes,
    /// Whether it is of something yet to come.
    pub planned: bool,
    /// The first day that it holds for, where the text tells.
    pub as_of: Option<NaiveDate>,
    /// How much of that day's ISO date is told: 10 letters of a day's, 7 of a month's, 4 of a year's.
    pub known: u8,
    /// The matter around it: sorted, none twice.
    pub context: Vec<Term>,
}

/// The scope words near a figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a word that the text has or has not")]
pub struct Scopes {
    /// `in total`
    pub total: bool,
    /// `of whom`
    pub part: bool,
    /// `other`
    pub other: bool,
    /// `each`
    pub each: bool,
    /// `eastern`
    pub direction: bool,
    /// `half of the 40`: a part of it is told
    pub whole: bool,
    /// `the two countries`: spoken of before; of a time: `the past two weeks`
    pub definite: bool,
    /// `put the number at 6,000`: of what was counted before
    pub recalls: bool,
    /// `(31 miles)`: the figure before it in another unit
    pub converted: bool,
}

/// What each figure of an article measures, in their order.
pub(super) fn all(document: &Document<'_>, reading: &Reading) -> Vec<Measure> {
    let measured = reading.homes.iter().enumerate().map(|(at, &home)| {
        if at < MOST_MEASURED { Finder::new(document, reading, at, home).measure() } else { Measure::default() }
    });
    let mut measures: Vec<Measure> = measured.collect();
    inherit(document, reading, &mut measures);
    measures
}

/// "20,000 soldiers, 11,000 of them in Mali": a part that names nothing is of what the figure before it counts.
fn inherit(document: &Document<'_>, reading: &Reading, measures: &mut [Measure]) {
    for (at, two) in reading.figures.windows(2).enumerate() {
        let [one, two] = two else { return };
        let Some([whole, part]) = measures.get_mut(at..at + 2) else { return };
        let counts = one.dimension == Dimension::Count && two.dimension == Dimension::Count;
        let gap = Span::new(one.span.end as usize, two.span.start.max(one.span.end) as usize).of(document.text);
        part.scope.converted =
            part.base.is_some() && part.base == whole.base && one.unit != two.unit && gap.trim() == "(";
        if !counts || !(part.scope.part || part.scope.recalls) || part.age || part.head.is_some() {
            continue;
        }
        if document.sentence_at(one.span.start) + 1 >= document.sentence_at(two.span.start) {
            part.head = whole.head;
            part.wholes.clone_from(&whole.wholes);
            if part.scope.recalls {
                (part.action, part.deed) = (whole.action, whole.deed);
                part.context.clone_from(&whole.context);
                if part.places.is_empty() {
                    part.places.clone_from(&whole.places);
                }
            }
        }
    }
}

/// Looks around one figure.
struct Finder<'a, 't> {
    document: &'a Document<'t>,
    reading: &'a Reading,
    figure: &'a Figure,
    /// Its place among the figures.
    index: usize,
    claim: Option<u32>,
    /// The tokens of its clause.
    clause: Range<usize>,
    /// The tokens of the figure.
    number: Range<usize>,
    /// The tokens of what it counts; empty after the figure where nothing is.
    counted: Range<usize>,
}

impl<'a, 't> Finder<'a, 't> {
    fn new(document: &'a Document<'t>, reading: &'a Reading, index: usize, claim: Option<u32>) -> Self {
        let figure = &reading.figures[index];
        let number = document.tokens_in(figure.span);
        let sentence = document
            .sentences
            .get(document.sentence_at(figure.span.start))
            .map_or(number.clone(), |sentence| sentence.tokens.clone());
        let claim_tokens =
            claim.and_then(|claim| reading.claims.get(claim as usize)).map(|claim| document.tokens_in(claim.span));
        let within =
            claim_tokens.filter(|tokens| tokens.start <= number.start && number.end <= tokens.end).unwrap_or(sentence);
        let clause = within.start.max(number.start.saturating_sub(REACH))..within.end.min(number.end + REACH);
        let counted = figure.counted.map_or(number.end..number.end, |span| document.tokens_in(span));
        let mut finder = Self { document, reading, figure, index, claim, clause, number, counted };
        if figure.counted.is_none() && figure.dimension == Dimension::Count && !finder.recalls() {
            finder.counted = finder.aged().or_else(|| finder.told_before()).unwrap_or(finder.counted);
        }
        finder
    }

    /// "The number of soldiers was 11,000", "casualties have reached 3,000": what is counted stands before the verb.
    fn told_before(&self) -> Option<Range<usize>> {
        let number = (self.clause.start..self.number.start)
            .rev()
            .take(14)
            .find(|&at| self.word_is(at, &["number", "total", "tally", "count"]) && self.word_is(at + 1, &["of"]));
        if let Some(number) = number {
            // "put the number of soldiers at 13,000"
            let ends = |&at: &usize| self.tag(at).is_finite() || self.word_is(at, &["at"]);
            let end = (number + 2..self.number.start).find(ends).unwrap_or(self.number.start);
            return Some(number + 2..end);
        }
        let subject = self.document.tokens_in(*self.figure.subject.first()?);
        let reaches = |at| matches!(self.scope_at(at), Some((_, Scope::Reach)));
        let near = subject.start >= self.clause.start && self.number.start.saturating_sub(subject.end) <= 4;
        if !near || subject.end > self.number.start || !(subject.end..=self.number.start).any(reaches) {
            return None;
        }
        Some(subject)
    }

    /// "Put the number in Gao at 3,000": the word for what was counted before.
    fn recalls(&self) -> bool {
        const BACK: usize = 8;
        let from = self.clause.start.max(self.number.start.saturating_sub(BACK));
        (from + 1..self.number.start).any(|at| {
            self.word_is(at, &["number", "total", "tally", "figure", "toll"])
                && self.tag(at - 1) == Tag::DT
                && !self.word_is(at + 1, &["of"])
        })
    }

    fn word_is(&self, token: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.document.word(token).eq_ignore_ascii_case(word))
    }

    /// "Two 12-year-old girls": what is counted stands behind its age.
    fn aged(&self) -> Option<Range<usize>> {
        let from = self.number.end;
        let next = self.reading.figures.get(self.index + 1).filter(|next| next.dimension == Dimension::Age);
        let age = next.map(|next| self.document.tokens_in(next.span)).filter(|age| age.start == from)?;
        let noun = (age.end..self.clause.end.min(age.end + 3)).find(|&at| self.tag(at).is_noun())?;
        Some(from..noun + 1)
    }

    fn measure(self) -> Measure {
        let mut found = Measure { claim: self.claim, ..Measure::default() };
        found.as_of = self.figure.as_of.as_deref().and_then(|day| iso_day(day.get(..10)?));
        found.known = self.known(found.as_of);
        // Of two joined predicates the claim's certainty may be the other's.
        let claim = self.claim.and_then(|claim| self.reading.claims.get(claim as usize));
        found.planned =
            claim.is_some_and(|claim| claim.certainty == Certainty::Future) && self.next_predicate() == self.clause.end;
        if self.counted.start < self.number.start && !self.counted.is_empty() {
            found.thing = Some(self.document.span(self.counted.clone()));
        }
        self.noun_phrase(&mut found);
        found.scope.recalls = self.figure.dimension == Dimension::Count && found.head.is_none() && self.recalls();
        found.action = self.action(&found);
        found.deed = found.action.and_then(|action| self.nearest(action));
        self.names(&mut found);
        if found.actors.is_empty() {
            found.doer = self.doer();
        }
        self.scopes(&mut found);
        self.settings(&mut found);
        found.age = self.figure.dimension == Dimension::Age;
        if found.age || self.may_be_age() {
            found.person = self.bearer();
            found.other_person = found.person.and_then(|person| self.other_bearer(person));
            found.age |= found.person.is_some() || self.follows_person() || self.follows_age();
        }
        if self.figure.unit.as_deref() == Some("times")
            && found.deed.is_some_and(|deed| self.document.tokens_in(deed).any(|at| self.tag(at) == Tag::VBN))
        {
            found.person = self.befallen();
        }
        if found.age {
            found.head = self.described();
        }
        (found.base, found.stated) = self.converted(found.age);
        found.context = self.context();
        found
    }

    /// How much of a day's ISO date the clause tells.
    fn known(&self, day: Option<NaiveDate>) -> u8 {
        const DAY: u8 = 10;
        let within = self.document.span(self.clause.clone());
        let dates = &self.reading.dates;
        let from = dates.partition_point(|date| date.span.end <= within.start);
        let same = |date: &&Date| date.days().map(|(first, _)| first) == day;
        let date = dates[from..].iter().take_while(|date| date.span.start < within.end).find(same);
        date.filter(|date| date.value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'))
            .map_or(DAY, |date| if matches!(date.value.len(), 4 | 7) { date.value.len() as u8 } else { DAY })
    }

    /// The value in the base unit of what it measures. Money has none, as its worth changes daily; a share is so many
    /// percent, but percentage points are another thing.
    fn converted(&self, age: bool) -> (Option<Dimension>, (f64, f64)) {
        let (low, high) = (self.figure.low, self.figure.high);
        let unit = match (self.figure.dimension, self.figure.unit.as_deref()) {
            // A bare number that is meant as an age is in years.
            (Dimension::Count, _) if age => Some("year"),
            (Dimension::Percent, None) => return (Some(Dimension::Percent), (100.0 * low, 100.0 * high)),
            (Dimension::Percent, Some("percent")) => return (Some(Dimension::Percent), (low, high)),
            (Dimension::Percent | Dimension::Count, _) => None,
            (_, unit) => unit,
        };
        let Some(((base, low), (_, high))) = unit.and_then(|unit| in_base(unit, low).zip(in_base(unit, high))) else {
            return (None, (low, high));
        };
        (Some(if age { Dimension::Age } else { base }), (low, high))
    }

    /// "Brandt won 47 percent": the name before the verb that the figure follows.
    fn doer(&self) -> Option<Term> {
        let verb = (self.clause.start..self.number.start).rev().find(|&at| self.tag(at).is_finite())?;
        let name = verb.checked_sub(1).filter(|&at| at >= self.clause.start && self.tag(at) == Tag::NNP)?;
        self.word(name).map(|word| word.term)
    }

    /// Where a word stands that is nearest to the figure.
    fn nearest(&self, word: Word) -> Option<Span> {
        let far = |at: usize| at.abs_diff(self.number.start);
        let tokens = self.clause.clone().filter(|&at| self.word(at).is_some_and(|other| other.term == word.term));
        self.document.tokens.get(tokens.min_by_key(|&at| far(at))?).map(|token| token.span)
    }

    fn word(&self, token: usize) -> Option<Word> {
        Word::of(self.document, self.document.tokens.get(token)?)
    }

    fn tag(&self, token: usize) -> Tag {
        self.document.tokens.get(token).map_or(Tag::XX, |token| token.tag)
    }

    fn scope_at(&self, token: usize) -> Option<(usize, Scope)> {
        let word = |at: usize| self.document.tokens.get(at).map(|token| token.word).unwrap_or_default();
        lexicon().scope().longest(word(token), |next| word(token + next)).map(|(len, &scope)| (len, scope))
    }

    /// The head of what is counted and what stands before it.
    fn noun_phrase(&self, found: &mut Measure) {
        let mut end = self.counted.end;
        // What a preposition adds is not the head's kind.
        for at in self.counted.clone() {
            if at > self.counted.start && matches!(self.tag(at), Tag::IN | Tag::TO | Tag::WDT | Tag::WP | Tag::Comma) {
                end = at;
                break;
            }
        }
        let head = (self.counted.start..end).rev().find(|&at| self.tag(at).is_noun() && self.word(at).is_some());
        let unit = self.figure.unit.as_deref().filter(|_| self.figure.dimension == Dimension::Count);
        found.head = match (head, unit.and_then(|unit| unit.rsplit(' ').next())) {
            // "others" are of the kind that was counted before.
            (_, Some("other" | "others" | "rest" | "more")) => None,
            // "10,000 Peruvians" are people; whose they are tells the name.
            (Some(head), _) if self.is_people(head) => Some(Word::of_lemma("person")),
            (_, Some(unit)) if !unit.is_empty() => Some(Word::of_lemma(unit)),
            (Some(head), _) => self.word(head),
            (None, _) if self.figure.dimension == Dimension::Count => None,
            (None, _) => self.measured(),
        };
        let stop = head.unwrap_or(end);
        for at in self.counted.start..stop {
            if let Some(word) = self.word(at).filter(|_| !self.name_begins(at) && !self.number.contains(&at)) {
                found.kinds.push(word);
            }
        }
    }

    /// Whether a word is the plural of the name of a place's people.
    fn is_people(&self, at: usize) -> bool {
        let Some(token) = self.document.tokens.get(at) else { return false };
        let names = &self.reading.names;
        let name = names.get(names.partition_point(|name| name.span.end < token.span.end));
        let place = |entity: u32| {
            self.reading.entities.get(entity as usize).is_some_and(|entity| entity.kind == EntityKind::Place)
        };
        name.is_some_and(|name| name.span.end == token.span.end && place(name.entity))
            && matches!(self.tag(at), Tag::NNS | Tag::NNPS)
            && token.is_capitalised()
    }

    /// For money, shares and measures: the noun they are said of, right after them or before.
    fn measured(&self) -> Option<Word> {
        // "Revenue rose 12 percent to $4 billion": not the unit of another figure.
        let figures = &self.reading.figures;
        let in_figure = |at: usize| {
            let start = self.document.tokens.get(at).map_or(0, |token| token.span.start);
            let next = figures.partition_point(|figure| figure.span.end <= start);
            figures.get(next).is_some_and(|figure| figure.span.start <= start)
        };
        let plain = |at: usize| self.tag(at).is_noun() && !self.name_begins(at) && !in_figure(at);
        if plain(self.number.end) && self.number.end < self.clause.end {
            return self.word(self.number.end);
        }
        let from = self.clause.start.max(self.number.start.saturating_sub(8));
        (from..self.number.start)
            .rev()
            .take_while(|&at| self.tag(at) != Tag::Comma)
            .find(|&at| plain(at))
            .and_then(|at| self.word(at))
    }

    fn scopes(&self, found: &mut Measure) {
        found.scope.whole = self.is_whole();
        let last = self.number.start.wrapping_sub(1);
        found.scope.definite = if self.figure.dimension == Dimension::Duration {
            self.word_is(last, &["past", "last", "next", "coming", "previous"])
        } else {
            matches!(self.tag(last), Tag::DT | Tag::PRPS)
        };
        let from = self.clause.start.max(self.number.start.saturating_sub(6));
        let to = self.next_predicate().min(self.counted.end.max(self.number.end) + 6);
        let mut at = from;
        while at < to {
            // "3 per cent", "more than 40": words of the figure itself say nothing of others.
            let Some((len, scope)) = self.scope_at(at).filter(|_| !self.number.contains(&at)) else {
                at += 1;
                continue;
            };
            let touching = at + len + 1 >= self.number.start && at <= self.counted.end.max(self.number.end);
            let before = at + len == self.number.start
                || (at + len + 1 == self.number.start && matches!(self.tag(at + len), Tag::DT | Tag::PRPS));
            match scope {
                Scope::Total if self.document.tokens[at].tag != Tag::PDT => found.scope.total = true,
                Scope::Part if touching => found.scope.part = true,
                // "36 of the 101 seats" is as good as 36 seats.
                Scope::Share if touching && at >= self.number.start && self.tag(at + len) != Tag::CD => {
                    found.scope.part = true;
                }
                Scope::Listed if before => (found.scope.part, found.scope.other) = (true, true),
                Scope::Other if touching => found.scope.other = true,
                Scope::Each => found.scope.each = true,
                Scope::Direction if !self.name_begins(at) => found.scope.direction = true,
                Scope::Planned => found.planned = true,
                _ => {}
            }
            at += len;
        }
    }

    /// The matter of the clause, the figure itself left out.
    fn context(&self) -> Vec<Term> {
        let mut terms: Vec<Term> = self
            .clause
            .clone()
            .filter(|at| !self.number.contains(at) && self.document.tokens[*at].kind == Kind::Word)
            .filter_map(|at| self.word(at))
            .map(|word| word.term)
            .collect();
        order::sort(&mut terms);
        terms.dedup();
        terms
    }
}
