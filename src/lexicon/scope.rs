//! What a phrase near a figure says of its scope.

use super::{Lexicon, Table, Words, entries, list::list};

/// What a phrase says of the figure beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// What follows is where: `in`, `near`.
    Place,
    /// What follows is whose: `from`, `of`.
    Origin,
    /// `in total`
    Total,
    /// Of a whole that was named: `of whom`.
    Part,
    /// What follows is the whole: `three of the`.
    Share,
    /// What follows is a part: `including`, `the first`.
    Listed,
    /// Besides those that were named: `other`, `more`.
    Other,
    /// `each`, `per`
    Each,
    /// Yet to come: `expected`, `could`.
    Planned,
    /// Between a sum and its number: `was`, `reached`.
    Reach,
    /// A part of a place: `eastern`.
    Direction,
}

/// The names of the scopes in the data file.
const SCOPES: &[(&str, Scope)] = &[
    ("place", Scope::Place),
    ("origin", Scope::Origin),
    ("total", Scope::Total),
    ("part", Scope::Part),
    ("share", Scope::Share),
    ("listed", Scope::Listed),
    ("other", Scope::Other),
    ("each", Scope::Each),
    ("planned", Scope::Planned),
    ("reach", Scope::Reach),
    ("direction", Scope::Direction),
];

pub(super) fn load(words: &mut Words) -> Table<Scope> {
    let mut table = Table::default();
    for (phrase, columns) in entries(list!("scope.tsv")) {
        let name = columns.first().copied().unwrap_or_default();
        if let Some(&(_, scope)) = SCOPES.iter().find(|(known, _)| *known == name) {
            table.add(words, phrase, scope);
        }
    }
    table
}

impl Lexicon {
    /// What phrases near a figure say of its scope.
    #[must_use]
    pub fn scope(&self) -> &Table<Scope> {
        &self.scope
    }
}
