//! An entity while the text is gone through, and what becomes of it.

use super::person::Person;
use super::spot::{Gender, SpotSort};
use super::vote::{Votes, is_surname};
use super::{Entity, EntityKind};
use crate::letters;
use crate::text::Span;

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
    pub(super) votes: Votes,
    /// The token where the full name of a person stood last.
    pub(super) full_at: usize,
    /// Whether the family name alone was said of this person.
    pub(super) bare: bool,
    /// Whether a role says that the person is somebody's kin.
    pub(super) kin: bool,
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

    /// Settles what the mentions together look like. Strange words that nothing else is told of are a person.
    pub(super) fn settle(&mut self) {
        const STRANGER: u32 = 2;
        let strange = self.sort == SpotSort::Strange;
        if !strange && self.sort != SpotSort::Unknown {
            return;
        }
        let [place, mut person, body] = self.votes;
        person += if strange { STRANGER } else { 0 };
        if is_surname(&self.name) {
            person = person.max(2);
        }
        self.kind = if body > place && (body > person || body == person && !strange) {
            EntityKind::Organisation
        } else if place > person {
            EntityKind::Place
        } else if person > 0 {
            EntityKind::Person
        } else {
            EntityKind::Other
        };
    }

    pub(super) fn finish(mut self, gazetteer: &crate::lexicon::Gazetteer) -> Entity {
        let country = |entry: u16| gazetteer.entry(entry).map_or("", |entry| entry.name);
        let key = match self.sort {
            SpotSort::Known { entry, .. } => letters::lower(country(entry)),
            SpotSort::Person => self.person.key(),
            SpotSort::Strange if self.kind == EntityKind::Person => self.person.key(),
            _ => match self.owner {
                Some(owner) => format!("{} | {}", self.words, letters::lower(country(owner))),
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
        let mut aliases: Vec<String> = Vec::with_capacity(self.aliases.len());
        for alias in self.aliases {
            if alias != self.name && !aliases.contains(&alias) {
                aliases.push(alias);
            }
        }
        Entity { name: self.name, kind: self.kind, role: self.role, aliases, key }
    }
}
