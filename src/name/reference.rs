//! References: pronouns and descriptions, resolved where the text settles them.
//!
//! A wrong speaker is worse than none: where two people or bodies would fit, nobody is meant.

use super::head::noun_follows;
use super::keyed::Keyed;
use super::link::{Linked, Register};
use super::spot::{Gender, SpotSort, Words};
use super::{EntityKind, Name};
use crate::lexicon::{Hint, Sort, WordId, lexicon};
use crate::text::{BlockKind, Kind, Tag};

/// How many sentences back a pronoun can reach, and a description.
const NEAR: usize = 3;
const FAR: usize = 12;
/// How many mentions are kept in mind.
const MEMORY: usize = 24;

/// A mention kept in mind.
#[derive(Clone, Copy, Debug)]
struct Recent {
    entity: u32,
    sentence: usize,
    /// 2 for who speaks in its sentence, 1 for whom it is about.
    subject: u8,
    quoted: bool,
}

/// The last two entities that a word was said of, and in which sentence.
#[derive(Clone, Copy, Debug, Default)]
struct LastTwo {
    last: Option<(u32, usize)>,
    other: Option<(u32, usize)>,
}

impl LastTwo {
    fn see(&mut self, entity: u32, sentence: usize) {
        if self.last.is_some_and(|(last, _)| last != entity) {
            self.other = self.last;
        }
        self.last = Some((entity, sentence));
    }

    /// The one that is meant, unless another one was spoken of just as lately.
    fn settle(self, sentence: usize) -> Option<u32> {
        let (entity, seen) = self.last?;
        let rival = self.other.is_some_and(|(_, other)| other + 2 >= seen || other + NEAR >= sentence);
        (seen + FAR >= sentence && !rival).then_some(entity)
    }
}

/// What somebody is called: the word for the office or body, whose it is where that is said, and the word before it
/// that belongs to it: `the Indian | prime | minister`.
fn called(word: WordId, country: Option<u16>, before: WordId) -> u64 {
    let country = country.map_or(0, |country| u64::from(country) + 1);
    country << 32 | (before.index() as u64) << 16 | word.index() as u64
}

struct Resolver<'w, 'd, 't> {
    words: &'w Words<'d, 't>,
    register: &'w Register,
    recent: Vec<Recent>,
    /// By the words that a person's role or a body's name has.
    called: Keyed<LastTwo>,
    found: Vec<Name>,
}

/// Resolves the references of a document, in order.
pub(super) fn resolve(words: &Words<'_, '_>, register: &Register, linked: &[Linked]) -> Vec<Name> {
    let document = words.document;
    let mut resolver = Resolver { words, register, recent: Vec::new(), called: Keyed::default(), found: Vec::new() };
    let mut mentions = linked.iter().peekable();
    let mut quotes = document.quotes.iter().peekable();
    let mut quoted_until = 0;
    // What is all quoted puts no distance between a name and its pronoun, and nor does a picture.
    let mut number = 0;
    for sentence in &document.sentences {
        if matches!(document.block_of(sentence).kind, BlockKind::Boilerplate | BlockKind::Caption) {
            continue;
        }
        let mut plain = false;
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let Some(token) = words.token(at) else { break };
            while let Some(quote) = quotes.next_if(|quote| quote.span.start <= token.span.start) {
                quoted_until = quoted_until.max(quote.span.end);
            }
            let quoted = token.span.start < quoted_until;
            plain |= !quoted && token.kind == Kind::Word;
            while mentions.next_if(|linked| linked.spot.tokens.start < at).is_some() {}
            if let Some(mention) = mentions.next_if(|linked| linked.spot.tokens.start == at) {
                resolver.mention(mention, number, sentence.tokens.start, quoted);
                at = mention.spot.tokens.end.max(at + 1);
                continue;
            }
            at = if matches!(token.tag, Tag::PRP | Tag::PRPS | Tag::DT) {
                resolver.reference(at, number, quoted)
            } else {
                at + 1
            };
        }
        number += usize::from(plain);
    }
    resolver.found
}

impl Resolver<'_, '_, '_> {
    fn mention(&mut self, linked: &Linked, sentence: usize, start: usize, quoted: bool) {
        let tokens = linked.spot.tokens.clone();
        let subject = self.subject(tokens.start, tokens.end, start);
        self.remember(Recent { entity: linked.entity, sentence, subject, quoted });
        let Some(draft) = self.register.drafts.get(linked.entity as usize) else { return };
        match draft.kind {
            EntityKind::Organisation => {
                for at in tokens.filter(|&at| self.words.has_any(at, &[Hint::Title, Hint::Role, Hint::Body])) {
                    self.call(at, None, linked.entity, sentence);
                }
            }
            EntityKind::Person => self.roles(linked, sentence),
            _ => {}
        }
    }

    /// Notes the words of a person's role, up to its first preposition, and whose office it is.
    fn roles(&mut self, linked: &Linked, sentence: usize) {
        const CHIEFS: &[&str] = &["president", "premier", "chancellor", "king", "dictator", "minister", "taoiseach"];
        let mut country = None;
        for at in linked.spot.role.clone().unwrap_or(0..0) {
            if matches!(self.words.tag(at), Some(Tag::IN | Tag::WP)) && country.is_none() {
                break;
            }
            country = country.or_else(|| self.country(at));
            if !self.words.has_any(at, &[Hint::Title, Hint::Role]) || self.words.is_possessive(at + 1) {
                continue;
            }
            self.call(at, None, linked.entity, sentence);
            if country.is_some() {
                self.call(at, country, linked.entity, sentence);
                let prime = at > 0 && self.words.is_word(at - 1, &["prime"]);
                if self.words.is_word(at, CHIEFS) && (prime || !self.words.is_word(at, &["minister"])) {
                    let leader = called(lexicon().id("leader"), country, WordId::NONE);
                    self.called.entry(leader).see(linked.entity, sentence);
                }
            }
        }
    }

    fn call(&mut self, at: usize, country: Option<u16>, entity: u32, sentence: usize) {
        let Some(token) = self.words.token(at) else { return };
        self.called.entry(called(token.word, country, WordId::NONE)).see(entity, sentence);
        if let Some(before) = at.checked_sub(1).and_then(|before| self.modifier(before)) {
            self.called.entry(called(token.word, country, before)).see(entity, sentence);
        }
    }

    /// A word that belongs to the office or body after it: `prime`, `defence`.
    fn modifier(&self, at: usize) -> Option<WordId> {
        self.words.token(at).filter(|_| self.words.has(at, Hint::Modifier)).map(|token| token.word)
    }

    /// The country that is named at a token.
    fn country(&self, at: usize) -> Option<u16> {
        let (_, known) = self.words.known(at, at + 4)?;
        let entry = lexicon().gazetteer().entry(known.entry)?;
        (entry.sort == Sort::Country).then_some(known.entry)
    }

    fn remember(&mut self, recent: Recent) {
        if self.recent.len() >= MEMORY {
            self.recent.remove(0);
        }
        self.recent.push(recent);
    }

    /// 2 for a mention beside a verb of saying, 1 for one that begins its sentence or has a verb after it.
    fn subject(&self, from: usize, to: usize, start: usize) -> u8 {
        const OPENING: usize = 12;
        let words = self.words;
        let verb = |at: usize| matches!(words.tag(at), Some(Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD));
        if words.is_word(from.wrapping_sub(1), &["of", "and"]) {
            return 0;
        }
        if words.has(to, Hint::Saying) || self.said_before(from, start) {
            return 2;
        }
        if verb(to) || words.tag(to) == Some(Tag::RB) && verb(to + 1) {
            return 1;
        }
        // The first noun group, up to its apposition or relative clause.
        let opens = (start..from).rev().take(OPENING).all(|at| {
            words.is_capital(at)
                || matches!(words.tag(at), Some(Tag::DT | Tag::JJ | Tag::NN | Tag::NNP | Tag::POS | Tag::OpenQuote))
                || words.is_hyphen(at)
        });
        u8::from(opens && (words.is_mark(to, ',') || words.is_word(to, &["who"])))
    }

    /// `said Patel`, `said government spokesman Jean Mbarga`
    fn said_before(&self, from: usize, start: usize) -> bool {
        const ROLE: usize = 8;
        (start..from)
            .rev()
            .take(ROLE)
            .find(|&at| !matches!(self.words.tag(at), Some(Tag::NN | Tag::NNP | Tag::JJ | Tag::POS)))
            .is_some_and(|at| self.words.has(at, Hint::Saying))
    }

    /// Resolves what begins at a token; gives the token to go on with.
    fn reference(&mut self, at: usize, sentence: usize, quoted: bool) -> usize {
        let words = self.words;
        let Some(token) = words.token(at) else { return at + 1 };
        let own = token.tag == Tag::PRPS;
        let entity = match lexicon().text(token.word) {
            "the" => return self.described(at, sentence),
            _ if quoted => None,
            "he" | "his" => self.person(Gender::Male, sentence),
            "she" => self.person(Gender::Female, sentence),
            "her" if own => self.person(Gender::Female, sentence),
            "it" if self.says(at + 1) => self.body(sentence),
            "its" => self.body(sentence),
            _ => None,
        };
        if let Some(entity) = entity {
            self.found.push(Name { span: token.span, entity });
            if !own {
                self.remember(Recent { entity, sentence, subject: 1, quoted: false });
            }
        }
        at + 1
    }

    fn says(&self, at: usize) -> bool {
        self.words.has(at, Hint::Saying)
            || matches!(self.words.tag(at), Some(Tag::RB | Tag::VBZ | Tag::VBD)) && self.words.has(at + 1, Hint::Saying)
    }

    /// Whom `he` or `she` means: the only one that fits in the nearest sentence that has one; of several
    /// the one that the sentence is about. One that is only mentioned is not meant where another was spoken of
    /// before.
    fn person(&self, gender: Gender, sentence: usize) -> Option<u32> {
        let fits = |recent: &&Recent| {
            self.register.drafts.get(recent.entity as usize).is_some_and(|draft| {
                draft.kind == EntityKind::Person && draft.gender.is_none_or(|known| known == gender) && !recent.quoted
            })
        };
        let near = |recent: &&Recent| recent.sentence + NEAR >= sentence;
        let nearest = self.recent.iter().rev().find(fits).filter(near)?.sentence;
        let here = || self.recent.iter().filter(|recent| recent.sentence == nearest).filter(fits);
        let most = here().map(|recent| recent.subject).max()?;
        let entity = only(here().filter(|recent| recent.subject == most).map(|recent| recent.entity))?;
        let several = here().any(|recent| recent.entity != entity);
        let other = most == 0
            && (several
                || self
                    .recent
                    .iter()
                    .filter(near)
                    .filter(fits)
                    .any(|recent| recent.entity != entity && recent.subject > 0));
        (!other).then_some(entity)
    }

    /// What `it` means before a verb of saying: the body that the sentence before is about.
    fn body(&self, sentence: usize) -> Option<u32> {
        let fits = |recent: &&Recent| {
            let known = self.register.drafts.get(recent.entity as usize);
            known.is_some_and(|draft| matches!(draft.kind, EntityKind::Organisation | EntityKind::Place))
                && !recent.quoted
        };
        for back in 0..=1 {
            let Some(wanted) = sentence.checked_sub(back) else { break };
            let subjects = self.recent.iter().filter(|recent| recent.sentence == wanted && recent.subject > 0);
            if let Some(entity) = only(subjects.filter(fits).map(|recent| recent.entity)) {
                return Some(entity);
            }
        }
        None
    }

    /// `the ministry`, `the spokesman`, `the newspaper`, `the Polish minister`.
    fn described(&mut self, the: usize, sentence: usize) -> usize {
        let words = self.words;
        let country = self.country(the + 1);
        let mut at = match country.and_then(|_| words.known(the + 1, the + 5)) {
            Some((stop, known)) if known.adjective => stop,
            _ => the + 1,
        };
        // `the deputy prime minister`
        let mut modifier = WordId::NONE;
        for _ in 0..2 {
            let Some(before) = self.modifier(at) else { break };
            if !words.has_any(at + 1, &[Hint::Modifier, Hint::Title, Hint::Role, Hint::Body]) {
                break;
            }
            (modifier, at) = (before, at + 1);
        }
        let Some(token) = words.token(at) else { return the + 1 };
        let office = words.is_title(at) && modifier.is_known();
        let calls = words.has_any(at, &[Hint::Title, Hint::Role, Hint::Body]) && (words.is_lower(at) || office);
        let longer = noun_follows(words, at + 1) || words.is_word(at + 1, &["of"]) || words.is_hyphen(at + 1);
        if !calls || longer {
            return the + 1;
        }
        let entity = match self.called.get(called(token.word, country, modifier)) {
            Some(two) => two.settle(sentence),
            None if country.is_none() && !modifier.is_known() => self.of_kind(at, sentence),
            None => None,
        };
        let Some(entity) = entity else { return the + 1 };
        let span = words.document.span(the..at + 1);
        self.found.push(Name { span, entity });
        self.remember(Recent { entity, sentence, subject: 1, quoted: false });
        at + 1
    }

    /// `the newspaper`, `the company`: the only body of that kind that was spoken of lately.
    fn of_kind(&self, at: usize, sentence: usize) -> Option<u32> {
        const OUTLETS: &[&str] =
            &["newspaper", "paper", "outlet", "broadcaster", "magazine", "publication", "network", "station"];
        const BODIES: &[&str] =
            &["company", "organization", "organisation", "firm", "group", "agency", "bank", "party", "corporation"];
        let outlet = self.words.is_word(at, OUTLETS);
        if !outlet && !self.words.is_word(at, BODIES) {
            return None;
        }
        let fits = |recent: &&Recent| {
            let Some(draft) = self.register.drafts.get(recent.entity as usize) else { return false };
            let is_outlet = match draft.sort {
                SpotSort::Known { entry, .. } => {
                    lexicon().gazetteer().entry(entry).is_some_and(|entry| entry.sort == Sort::Outlet)
                }
                _ => false,
            };
            draft.kind == EntityKind::Organisation && is_outlet == outlet && recent.sentence + NEAR >= sentence
        };
        only(self.recent.iter().filter(fits).map(|recent| recent.entity))
    }
}

/// The one value that all are, if there is one.
fn only(mut values: impl Iterator<Item = u32>) -> Option<u32> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}
