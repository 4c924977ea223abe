//! An entity while the text is gone through, and what becomes of it.

use super::called::located;
use super::head::noun_follows;
use super::person::Person;
use super::spot::{Gender, Spot, SpotSort, Words};
use super::{Entity, EntityKind};
use crate::letters;
use crate::lexicon::Hint;
use crate::text::{Case, Span, Token};

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

    /// Notes what a mention that doesn't show what it names looks like.
    pub(super) fn vote(&mut self, words: &Words<'_, '_>, spot: &Spot) {
        if self.sort != SpotSort::Unknown {
            return;
        }
        const SIDES: &[&str] =
            &["northern", "southern", "eastern", "western", "central", "north", "south", "east", "west"];
        let [place, person, body] = &mut self.votes;
        let (at, end) = (spot.tokens.start, spot.tokens.end);
        // People and bodies are spoken to, taken from and looked at as well.
        let before = at.wrapping_sub(1);
        if words.has(before, Hint::Where) && !words.is_word(before, &["from", "to", "at"]) {
            *place += 2;
        }
        // `northern Karsova`, `Karsova's northern provinces`
        if words.is_word(before, SIDES) || words.is_possessive(end) && words.is_word(end + 1, SIDES) {
            *place += 4;
        }
        // `Six were from Albay`
        if words.is_word(before, &["from"]) && words.is_word(before.wrapping_sub(1), &["were", "was", "come", "came"]) {
            *place += 2;
        }
        // `Flint, Mich.`, `the town of Ourem`, `the capital Velista`
        let named_place = |at: usize| words.is_lower(at) && words.has(at, Hint::Place);
        if located(words, end)
            || words.is_word(before, &["of"]) && named_place(before.wrapping_sub(1))
            || (named_place(before) || words.is_word(before, &["capital"]))
                && words.is_word(before.wrapping_sub(1), &["the"])
        {
            *place += 3;
        }
        let alone = spot.tokens.len() == 1;
        if alone && (words.has(at, Hint::Famous) || words.is_given(at)) {
            *person += 3;
        } else if alone && is_surname(words.word(at)) {
            *person = (*person).max(3);
        }
        if words.is_word(end, &["who", "whose"]) || words.is_word(end + 1, &["who", "whose"]) && words.is_mark(end, ',')
        {
            *person += 4;
        }
        let upper = |token: &Token| token.case == Case::Upper && (3..=6).contains(&token.span.len());
        let letters = words.word(at).bytes().all(|byte| !byte.is_ascii_digit());
        if alone && letters && words.token(at).is_some_and(upper) {
            *body += 2;
        }
        // `the Dream party`
        if words.is_lower(end) && words.has(end, Hint::Body) && !noun_follows(words, end + 1) {
            *body += 2;
        }
    }

    /// Settles what the mentions together look like.
    pub(super) fn settle(&mut self) {
        if self.sort == SpotSort::Unknown {
            let [place, person, body] = self.votes;
            self.kind = if body > place && body >= person {
                EntityKind::Organisation
            } else if place > person {
                EntityKind::Place
            } else if person > 0 {
                EntityKind::Person
            } else {
                EntityKind::Other
            };
        }
    }

    pub(super) fn finish(mut self, gazetteer: &crate::lexicon::Gazetteer) -> Entity {
        let country = |entry: u16| gazetteer.entry(entry).map_or("", |entry| entry.name);
        let key = match self.sort {
            SpotSort::Known { entry, .. } => letters::lower(country(entry)),
            SpotSort::Person => self.person.key(),
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

/// Whether a word ends as family names do.
pub(super) fn is_surname(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ov", "ev", "yev", "ova", "eva", "sky", "skyy", "skiy", "ski", "ska", "enko", "chuk", "vich", "vic", "vić",
        "shvili", "dze", "yan", "oglu", "oğlu", "escu", "poulos", "akis", "idis", "sson", "ssen", "nsen", "stein",
        "mann", "elli", "etti", "zadeh", "nejad", "quez", "guez", "chez", "nandez", "moto", "mura",
    ];
    word.len() > 5 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}
