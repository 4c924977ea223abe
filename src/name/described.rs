//! Descriptions and `it`: `the ministry`, `the Polish minister`, `the company`, `the 29-year-old`.

use super::EntityKind;
use super::Name;
use super::head::noun_follows;
use super::reference::{CALLS, FAR, NEAR, Recent, Resolver, only};
use super::spot::SpotSort;
use super::subject::{ABOUT, NAMED, SPEAKS, says};
use crate::lexicon::{Hint, Sort, WordId, lexicon};
use crate::text::Tag;

/// The last two entities that a word was said of, and in which sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct LastTwo {
    last: Option<(u32, usize)>,
    other: Option<(u32, usize)>,
}

impl LastTwo {
    pub(super) fn see(&mut self, entity: u32, sentence: usize) {
        if self.last.is_some_and(|(last, _)| last != entity) {
            self.other = self.last;
        }
        self.last = Some((entity, sentence));
    }

    /// The one that is meant, unless another one was spoken of just as lately.
    fn settle(self, sentence: usize, far: usize) -> Option<u32> {
        let (entity, seen) = self.last?;
        let rival = self.other.is_some_and(|(_, other)| other + 2 >= seen || other + NEAR >= sentence);
        (seen + far >= sentence && !rival).then_some(entity)
    }
}

/// What somebody is called: the word for the office or body, whose it is where that is said, and the word before it
/// that belongs to it: `the Indian | prime | minister`.
pub(super) fn called(word: WordId, country: Option<u16>, before: WordId) -> u64 {
    let country = country.map_or(0, |country| u64::from(country) + 1);
    country << 32 | (before.index() as u64) << 16 | word.index() as u64
}

/// What any body may be called.
const BODIES: &[&str] =
    &["company", "organization", "organisation", "firm", "group", "agency", "bank", "party", "corporation"];

impl Resolver<'_, '_, '_> {
    /// Whether a mention is of a body, or of what may be one.
    fn is_body(&self, recent: &Recent, kinds: &[EntityKind]) -> bool {
        let draft = recent.entity.and_then(|entity| self.register.drafts.get(entity as usize));
        draft.is_some_and(|draft| kinds.contains(&draft.kind)) && !recent.quoted
    }

    /// What `it` means before a verb of saying: the body that the sentence before is about.
    pub(super) fn body(&self) -> Option<u32> {
        self.topic(1, |recent| self.is_body(recent, &[EntityKind::Organisation, EntityKind::Place]))
    }

    /// The only one of a kind that the last sentence is about which is about one, of so many sentences before.
    fn topic(&self, back: usize, fits: impl Fn(&Recent) -> bool) -> Option<u32> {
        let about = || self.recent.iter().rev().filter(|one| one.part > NAMED && fits(one));
        let last = about().next().filter(|one| one.sentence + back >= self.sentence)?.sentence;
        only(about().take_while(|one| one.sentence == last).filter_map(|one| one.entity))
    }

    /// `the ministry`, `the spokesman`, `the newspaper`, `the Polish minister`.
    pub(super) fn described(&mut self, the: usize) -> usize {
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
        let plain = country.is_none() && !modifier.is_known();
        let mut end = at + 1;
        let aged = || words.is_hyphen(at + 1) && words.is_hyphen(at + 3) && words.is_word(at + 4, &["old"]);
        let entity = if plain && token.tag == Tag::CD && words.is_word(at + 2, &["year"]) && aged() {
            // `the 29-year-old`
            end = at + 5;
            let speaks = self.speaks(end) || says(words, the.wrapping_sub(1));
            if speaks && !noun_follows(words, end) { self.person(None) } else { None }
        } else {
            let longer = noun_follows(words, end) || words.is_word(end, &["of"]) || words.is_hyphen(end);
            let calls = words.has_any(at, CALLS) && (words.is_lower(at) || office) && !longer;
            let settled = self.called.get(called(token.word, country, modifier));
            match settled {
                _ if !calls => None,
                // Any body may be called so: not who was named long before.
                Some(two) => two.settle(self.sentence, if words.is_word(at, BODIES) { FAR / 2 } else { FAR }),
                None if plain => self.of_kind(at),
                None => None,
            }
        };
        // `the senators` are more than the one who was named.
        let one = |&entity: &u32| {
            words.tag(at) != Some(Tag::NNS)
                || self.register.drafts.get(entity as usize).is_some_and(|draft| draft.kind != EntityKind::Person)
        };
        let Some(entity) = entity.filter(one) else { return the + 1 };
        let span = words.document.span(the..end);
        self.found.push(Name { span, entity });
        let part = if self.speaks(end) || says(words, the.wrapping_sub(1)) { SPEAKS } else { ABOUT };
        self.remember(Some(entity), None, part, false);
        end
    }

    /// `the newspaper`, `the company`: the body that the sentence before is about, or the only one of late.
    fn of_kind(&self, at: usize) -> Option<u32> {
        const OUTLETS: &[&str] =
            &["newspaper", "paper", "outlet", "broadcaster", "magazine", "publication", "network", "station"];
        let outlet = self.words.is_word(at, OUTLETS);
        if !outlet && !self.words.is_word(at, BODIES) {
            return None;
        }
        // Aid groups and courts are no companies.
        let firm = self.words.is_word(at, &["company", "firm", "corporation"]);
        let fits = |recent: &Recent| {
            let draft = recent.entity.and_then(|entity| self.register.drafts.get(entity as usize));
            let known = match draft.map(|draft| draft.sort) {
                Some(SpotSort::Known { entry, .. }) => lexicon().gazetteer().entry(entry).map(|entry| entry.sort),
                _ => None,
            };
            self.is_body(recent, &[EntityKind::Organisation, EntityKind::Other])
                && (known == Some(Sort::Outlet)) == outlet
                && !(firm && known == Some(Sort::Body))
        };
        self.topic(1, fits).or_else(|| {
            let near = |recent: &&Recent| {
                self.is_body(recent, &[EntityKind::Organisation])
                    && fits(recent)
                    && recent.sentence + NEAR >= self.sentence
            };
            only(self.recent.iter().filter(near).filter_map(|recent| recent.entity))
        })
    }
}
