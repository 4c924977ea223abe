//! What a figure measures: the thing that is counted, of whom, where, and what happened to it.
//!
//! Two figures can be set against each other only when these agree. It is read from the words around
//! the figure, in the claim that it stands in; every look to the left or right is bounded.

use chrono::NaiveDate;

use super::term::{Term, Word};
use crate::claim::{Certainty, Claim};
use crate::figure::{Dimension, Figure};
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
    /// Whether it is somebody's age, said or meant: "Trung Le, 22, was".
    pub age: bool,
    /// The noun that is counted: `soldier`.
    pub head: Option<Word>,
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
    /// For an age, or what else a person has: whose it is.
    pub person: Option<u32>,
    /// Who acts, before the verb: entities.
    pub actors: Vec<u32>,
    /// What phrases say of its scope.
    pub scope: Scopes,
    /// Whether it is of something yet to come.
    pub planned: bool,
    /// The first day that it holds for, where the text tells.
    pub as_of: Option<NaiveDate>,
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
}

/// What each figure of an article measures, in their order.
pub(super) fn all(document: &Document<'_>, reading: &Reading) -> Vec<Measure> {
    let mut homes = vec![None::<u32>; reading.figures.len()];
    for (index, claim) in reading.claims.iter().enumerate() {
        for &figure in &claim.figures {
            let Some(home) = homes.get_mut(figure as usize) else { continue };
            let shorter = home
                .and_then(|home| reading.claims.get(home as usize))
                .is_none_or(|other: &Claim| claim.span.len() < other.span.len());
            if shorter {
                *home = Some(index as u32);
            }
        }
    }
    reading
        .figures
        .iter()
        .zip(homes)
        .enumerate()
        .map(|(at, (figure, home))| {
            if at < MOST_MEASURED { Finder::new(document, reading, figure, home).measure() } else { Measure::default() }
        })
        .collect()
}

/// Looks around one figure.
struct Finder<'a, 't> {
    document: &'a Document<'t>,
    reading: &'a Reading,
    figure: &'a Figure,
    claim: Option<u32>,
    /// The tokens of its clause.
    clause: std::ops::Range<usize>,
    /// The tokens of the figure.
    number: std::ops::Range<usize>,
    /// The tokens of what it counts; empty after the figure where nothing is.
    counted: std::ops::Range<usize>,
}

impl<'a, 't> Finder<'a, 't> {
    fn new(document: &'a Document<'t>, reading: &'a Reading, figure: &'a Figure, claim: Option<u32>) -> Self {
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
        Self { document, reading, figure, claim, clause, number, counted }
    }

    fn measure(self) -> Measure {
        let mut found = Measure { claim: self.claim, ..Measure::default() };
        found.as_of = self.figure.as_of.as_deref().and_then(|day| iso_day(day.get(..10)?));
        found.planned = self
            .claim
            .and_then(|claim| self.reading.claims.get(claim as usize))
            .is_some_and(|claim| claim.certainty == Certainty::Future);
        self.noun_phrase(&mut found);
        found.action = self.action(&found);
        self.names(&mut found);
        self.scopes(&mut found);
        self.settings(&mut found);
        found.age = self.figure.dimension == Dimension::Age;
        if found.age || self.may_be_age() {
            found.person = self.bearer();
            found.age |= found.person.is_some() || self.follows_person();
        }
        if found.age {
            found.head = self.described();
        }
        found.context = self.context();
        found
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

    /// What happens to what is counted.
    fn action(&self, found: &Measure) -> Option<Word> {
        if let Some(head) = found.head.filter(|head| head.is_fate()) {
            return Some(head);
        }
        if let Some(&kind) = found.kinds.iter().find(|kind| kind.is_fate()) {
            return Some(kind);
        }
        let after = self.counted.end.max(self.number.end);
        self.fate_after(after)
            .or_else(|| self.verb_before())
            .or_else(|| self.verb_after(after))
            .or_else(|| self.clause.clone().filter_map(|at| self.word(at)).find(|word| word.is_fate()))
    }

    /// What became of the counted, said right after them: "five people dead", "three others were injured",
    /// "shot to death"; of two fates the graver is meant.
    fn fate_after(&self, after: usize) -> Option<Word> {
        let mut found = None;
        for at in after..self.clause.end.min(after + 6) {
            let tag = self.tag(at);
            if tag == Tag::Comma || (found.is_none() && matches!(tag, Tag::CC | Tag::IN)) {
                break;
            }
            if let Some(word) = self.word(at).filter(|word| word.is_fate()) {
                if word.name() == "die" {
                    return Some(word);
                }
                found.get_or_insert(word);
            } else if found.is_some() && tag.is_noun() {
                break;
            }
        }
        found
    }

    /// For money, shares and measures: the noun they are said of, right after them or before.
    fn measured(&self) -> Option<Word> {
        let plain = |at: usize| matches!(self.tag(at), Tag::NN | Tag::NNS) && !self.name_begins(at);
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

    /// Whether a bare number may be an age: small, and set off by marks.
    fn may_be_age(&self) -> bool {
        let before = |at: usize| {
            self.tag(at) == Tag::Comma
                || ["both", "was", "is"].iter().any(|word| self.document.word(at).eq_ignore_ascii_case(word))
        };
        let after = self.document.tokens.get(self.number.end);
        self.figure.dimension == Dimension::Count
            && self.figure.counted.is_none()
            && self.figure.low == self.figure.high
            && (1.0..=110.0).contains(&self.figure.low)
            && self.number.start.checked_sub(1).is_some_and(before)
            && after.is_none_or(|after| matches!(after.first, ',' | ';' | '.' | ')' | ':') || after.tag.is_verb())
    }

    /// "The man, 28, died": a noun for a person stands before the comma.
    fn follows_person(&self) -> bool {
        let before = self.number.start.checked_sub(2);
        before.and_then(|at| self.word(at).filter(|_| self.tag(at).is_noun())).is_some_and(Word::is_person)
    }

    /// The noun for the person whose age it is: "the 28-year-old driver", "the driver, 28".
    fn described(&self) -> Option<Word> {
        let after = self.number.end..self.clause.end.min(self.number.end + 4);
        let before = self.clause.start.max(self.number.start.saturating_sub(3))..self.number.start;
        after
            .take_while(|&at| !matches!(self.tag(at), Tag::Comma | Tag::IN) && !self.tag(at).is_verb())
            .chain(before.rev())
            .filter(|&at| self.tag(at).is_noun())
            .filter_map(|at| self.word(at))
            .find(|word| word.is_person())
    }

    fn acts(&self, at: usize) -> Option<Word> {
        let word = self.word(at).filter(|_| self.tag(at).is_verb())?;
        let saying = word.meaning.is_some_and(|meaning| {
            matches!(lexicon().synonyms().name(meaning), "say" | "confirm" | "think" | "show" | "warn" | "deny" | "ask")
        });
        (!saying).then_some(word)
    }

    /// The verb that the figure is the object of.
    fn verb_before(&self) -> Option<Word> {
        let from = self.clause.start.max(self.number.start.saturating_sub(10));
        let mut close = true;
        for at in (from..self.number.start).rev() {
            let tag = self.tag(at);
            if matches!(tag, Tag::WDT | Tag::WP | Tag::Period | Tag::Colon) || self.document.tokens[at].is_mark(';') {
                return None;
            }
            // Over a preposition only another number's noun phrase leads to the verb: "killed two men and three women".
            close &= !matches!(tag, Tag::IN | Tag::Comma | Tag::CC) && !tag.is_noun();
            if tag.is_verb() {
                return self.acts(at).filter(|_| close || self.number.start - at <= 6);
            }
            if !close && tag == Tag::IN {
                return None;
            }
        }
        None
    }

    /// The verb that the figure is the subject of.
    fn verb_after(&self, from: usize) -> Option<Word> {
        for at in from..self.clause.end.min(from + 16) {
            if self.tag(at) == Tag::Period || self.document.tokens[at].is_mark(';') {
                return None;
            }
            if let Some(word) = self.acts(at) {
                return Some(word);
            }
        }
        None
    }

    /// Whose and where: the names of the clause.
    fn names(&self, found: &mut Measure) {
        let clause = self.document.span(self.clause.clone());
        let from = self.reading.names.partition_point(|name| name.span.end <= clause.start);
        for name in self.reading.names[from..].iter().take_while(|name| name.span.start < clause.end) {
            if self.in_source(name.span) {
                continue;
            }
            let tokens = self.document.tokens_in(name.span);
            let kind = self.reading.entities.get(name.entity as usize).map(|entity| entity.kind);
            let list = match self.role(&tokens, kind == Some(EntityKind::Place)) {
                Role::Whole => &mut found.wholes,
                Role::Place => &mut found.places,
                Role::Around => &mut found.around,
                Role::Actor => &mut found.actors,
                Role::None => continue,
            };
            if !list.contains(&name.entity) {
                list.push(name.entity);
            }
        }
        let around = &mut found.around;
        around.retain(|entity| !found.places.contains(entity));
    }

    fn in_source(&self, span: Span) -> bool {
        let claim = self.claim.and_then(|claim| self.reading.claims.get(claim as usize));
        let attribution = claim.and_then(|claim| self.reading.attributions.get(claim.attribution? as usize));
        attribution.is_some_and(|attribution| attribution.source.is_some_and(|source| source.overlaps(span)))
    }

    /// What a name says of the figure: whose the counted are, or where.
    fn role(&self, name: &std::ops::Range<usize>, is_place: bool) -> Role {
        let inside = self.counted.start <= name.start && name.end <= self.counted.end;
        let possessor = self.tag(name.end) == Tag::POS;
        let preposition = self.preposition(name.start);
        if inside && preposition.is_none_or(|at| at < self.counted.start) {
            return Role::Whole;
        }
        // "the Russian region of Kursk", "the city of Lodz", "the east of Russia"
        if is_place && preposition.is_some_and(|of| self.follows_region(of)) {
            return Role::Place;
        }
        if is_place && self.is_adjective(name) && preposition.is_some_and(|at| self.is_place_word(at)) {
            return Role::Around;
        }
        // "Russia's Kursk region", "Kursk, Russia", "the Kursk region of Russia"
        if is_place && (possessor && self.name_begins(name.end + 1) || self.stands_in(name.start, preposition)) {
            return Role::Around;
        }
        if preposition.is_none() && !possessor && name.end <= self.number.start {
            return Role::Actor;
        }
        match preposition.and_then(|at| self.scope_at(at)) {
            Some((_, Scope::Place)) if is_place && !possessor => Role::Place,
            // "troops from North Korea": only right after what is counted.
            Some((_, Scope::Origin)) => {
                let near = preposition
                    .is_some_and(|at| at >= self.counted.start && at <= self.counted.end.max(self.number.end) + 1);
                if near { Role::Whole } else { Role::None }
            }
            _ => Role::None,
        }
    }

    /// The preposition before a name: only what a noun phrase is made of may stand between.
    fn preposition(&self, name: usize) -> Option<usize> {
        for at in (self.clause.start..name).rev().take(5) {
            match self.scope_at(at) {
                Some((_, Scope::Place | Scope::Origin)) => return Some(at),
                _ if matches!(
                    self.tag(at),
                    Tag::DT | Tag::JJ | Tag::NN | Tag::NNS | Tag::NNP | Tag::POS | Tag::PRPS | Tag::HYPH
                ) => {}
                _ => return None,
            }
        }
        None
    }

    fn name_begins(&self, token: usize) -> bool {
        let Some(token) = self.document.tokens.get(token) else { return false };
        let at = self.reading.names.partition_point(|name| name.span.end <= token.span.start);
        self.reading.names.get(at).is_some_and(|name| name.span.start <= token.span.start)
    }

    fn is_place_word(&self, at: usize) -> bool {
        matches!(self.scope_at(at), Some((_, Scope::Place)))
    }

    /// Whether an "of" follows a common noun for a place, or a part of one, that stands in a phrase of place.
    fn follows_region(&self, of: usize) -> bool {
        let Some(noun) = of.checked_sub(1).filter(|_| self.document.word(of).eq_ignore_ascii_case("of")) else {
            return false;
        };
        let direction = matches!(self.scope_at(noun), Some((_, Scope::Direction)));
        let region = self.word(noun).is_some_and(|word| matches!(word.name(), "region" | "city" | "country"));
        (direction || region) && self.preposition(noun).is_some_and(|at| self.is_place_word(at))
    }

    /// Whether a name is written as an adjective: "Russian" for Russia.
    fn is_adjective(&self, name: &std::ops::Range<usize>) -> bool {
        self.tag(name.end.saturating_sub(1)) == Tag::JJ
    }

    /// Whether a place is what the place named just before it lies in.
    fn stands_in(&self, name: usize, preposition: Option<usize>) -> bool {
        if let Some(comma) = name.checked_sub(1).filter(|&at| self.tag(at) == Tag::Comma) {
            return self.place_ends(comma);
        }
        // "the Kursk region of Russia": the word before the preposition may be "region".
        preposition.is_some_and(|at| self.place_ends(at) || at.checked_sub(1).is_some_and(|noun| self.place_ends(noun)))
    }

    /// Whether the name of where something is ends just before a token.
    fn place_ends(&self, token: usize) -> bool {
        let Some(last) = token.checked_sub(1).and_then(|at| self.document.tokens.get(at)) else { return false };
        let names = &self.reading.names;
        let at = names.partition_point(|name| name.span.end < last.span.end);
        let Some(name) = names.get(at).filter(|name| name.span.end == last.span.end) else { return false };
        let first = self.document.tokens_in(name.span).start;
        self.preposition(first).is_some_and(|at| self.is_place_word(at))
    }

    fn scopes(&self, found: &mut Measure) {
        let from = self.clause.start.max(self.number.start.saturating_sub(6));
        let to = self.clause.end.min(self.counted.end.max(self.number.end) + 6);
        let mut at = from;
        while at < to {
            let Some((len, scope)) = self.scope_at(at) else {
                at += 1;
                continue;
            };
            let touching = at + len + 1 >= self.number.start && at <= self.counted.end;
            match scope {
                Scope::Total if self.document.tokens[at].tag != Tag::PDT => found.scope.total = true,
                Scope::Part if touching => found.scope.part = true,
                Scope::Other if touching => found.scope.other = true,
                Scope::Each => found.scope.each = true,
                Scope::Direction => found.scope.direction = true,
                Scope::Planned => found.planned = true,
                _ => {}
            }
            at += len;
        }
    }

    /// Common nouns that say where: "in training", "along the front", "inside the restaurant".
    fn settings(&self, found: &mut Measure) {
        let mut at = self.counted.end.max(self.number.end);
        while at < self.clause.end && found.settings.len() < 4 {
            if let Some((len, Scope::Place)) = self.scope_at(at) {
                let mut head = None;
                for next in at + len..self.clause.end.min(at + len + 6) {
                    if self.tag(next).is_noun() {
                        head = Some(next);
                    } else if !matches!(self.tag(next), Tag::DT | Tag::JJ | Tag::PRPS | Tag::HYPH | Tag::CD | Tag::VBN)
                    {
                        break;
                    }
                }
                let named = head.is_some_and(|head| self.name_begins(head));
                if let Some(word) = head.filter(|_| !named).and_then(|head| self.word(head)) {
                    found.settings.push(word);
                }
                at += len;
            }
            at += 1;
        }
    }

    /// Whose age it is: "Trung Le, 22", "22-year-old Trung Le", "the 22-year-old suspect, Trung Le".
    fn bearer(&self) -> Option<u32> {
        // "his sister Ann, 5-year-old Gus": an age with its unit goes with the name after it.
        let bare = self.number.len() == 1;
        let (before, after) = (self.bearer_before(), self.bearer_after());
        if bare { before.or(after) } else { after.or(before) }
    }

    fn bearer_before(&self) -> Option<u32> {
        let names = &self.reading.names;
        let at = names.partition_point(|name| name.span.end <= self.figure.span.start);
        let name = names.get(at.checked_sub(1)?)?;
        let mut gap = self.document.tokens_in(name.span).end..self.number.start;
        let links = |at: usize| {
            matches!(self.tag(at), Tag::Comma | Tag::OpenBracket | Tag::WP)
                || ["aged", "age", "is", "was"].iter().any(|word| self.document.word(at).eq_ignore_ascii_case(word))
        };
        (!gap.is_empty() && gap.len() <= 3 && gap.all(links) && self.is_person(name.entity)).then_some(name.entity)
    }

    fn bearer_after(&self) -> Option<u32> {
        let names = &self.reading.names;
        let name = names.get(names.partition_point(|name| name.span.start < self.figure.span.end))?;
        let mut gap = self.number.end..self.document.tokens_in(name.span).start;
        let end = gap.end;
        let links = |at: usize| {
            let tag = self.tag(at);
            tag.is_noun()
                || matches!(tag, Tag::Comma | Tag::JJ | Tag::VBN | Tag::HYPH)
                || (tag == Tag::IN && at + 1 != end)
        };
        let near = gap.len() <= 6 && gap.all(links) && name.span.start < self.clause_end();
        (near && self.is_person(name.entity)).then_some(name.entity)
    }

    fn is_person(&self, entity: u32) -> bool {
        let entity = self.reading.entities.get(entity as usize);
        entity.is_some_and(|entity| matches!(entity.kind, EntityKind::Person | EntityKind::Other))
    }

    fn clause_end(&self) -> u32 {
        self.document.span(self.clause.clone()).end
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

enum Role {
    Whole,
    Place,
    Around,
    Actor,
    None,
}
