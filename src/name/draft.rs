//! An entity while the text is gone through, and what becomes of it.

use super::person::Person;
use super::spot::{Gender, Spot, SpotSort, Words};
use super::{Entity, EntityKind};
use crate::text::{Case, Span, Tag};

/// How many spellings are kept.
const MOST_ALIASES: usize = 24;

/// An entity while the text is gone through.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) kind: EntityKind,
    /// What its first spot showed.
    pub(super) sort: SpotSort,
    pub(super) person: Person,
    pub(super) gender: Option<Gender>,
    pub(super) role: Option<Span>,
    /// The country that a body belongs to.
    pub(super) owner: Option<u16>,
    /// The folded words of a body or thing, sorted.
    pub(super) words: String,
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
    /// How many mentions look like a place, a person, a body.
    pub(super) votes: [u32; 3],
}

impl Draft {
    pub(super) fn alias(&mut self, written: &str) {
        if !written.is_empty()
            && self.aliases.len() < MOST_ALIASES
            && !self.aliases.iter().any(|known| known == written)
        {
            self.aliases.push(written.to_owned());
        }
    }

    pub(super) fn vote(&mut self, words: &Words<'_, '_>, spot: &Spot) {
        if self.sort != SpotSort::Unknown {
            return;
        }
        let before = spot.tokens.start.wrapping_sub(1);
        if words.is_word(before, &["in", "at", "near", "from", "to", "across", "outside"]) {
            self.votes[0] += 1;
        }
        let verb =
            matches!(words.tag(spot.tokens.end), Some(Tag::VBD | Tag::VBZ)) || words.is_possessive(spot.tokens.end);
        let listed = words.token(spot.tokens.start).is_some_and(|token| token.word.is_known());
        if verb && !listed && !words.is_word(before, &["the"]) {
            self.votes[1] += 1;
        }
        let upper = words
            .token(spot.tokens.start)
            .is_some_and(|token| token.case == Case::Upper && (2..=6).contains(&token.span.len()));
        if upper && spot.tokens.len() == 1 {
            self.votes[2] += 2;
        }
    }

    pub(super) fn finish(mut self, gazetteer: &crate::lexicon::Gazetteer) -> Entity {
        let country = |entry: u16| gazetteer.entry(entry).map_or("", |entry| entry.name);
        let key = match self.sort {
            SpotSort::Known { entry, .. } => country(entry).to_lowercase(),
            SpotSort::Person => self.person.key(),
            _ => match self.owner {
                Some(owner) => format!("{} | {}", self.words, country(owner).to_lowercase()),
                None if self.words.is_empty() => self.person.key(),
                None => self.words.clone(),
            },
        };
        if let SpotSort::Known { entry, .. } = self.sort
            && self.kind == EntityKind::Place
        {
            let name = country(entry).to_owned();
            let old = std::mem::replace(&mut self.name, name);
            if old != self.name {
                self.aliases.insert(0, old);
            }
        }
        if self.sort == SpotSort::Unknown {
            let [place, person, body] = self.votes;
            self.kind = if body > place {
                EntityKind::Organisation
            } else if place > person {
                EntityKind::Place
            } else if person > 0 {
                EntityKind::Person
            } else {
                EntityKind::Other
            };
        }
        let mut aliases: Vec<String> = Vec::with_capacity(self.aliases.len());
        for alias in self.aliases {
            if alias != self.name && !aliases.contains(&alias) {
                aliases.push(alias);
            }
        }
        Entity { name: self.name, kind: self.kind, role: self.role, aliases, key }
    }
}
