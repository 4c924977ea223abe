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

pub(super) fn load(words: &mut Words) -> Table<Scope> {
    let rows: Vec<_> = entries(list!("scope.tsv"))
        .filter_map(|(phrase, columns)| {
            let scope = match *columns.first()? {
                "place" => Scope::Place,
                "origin" => Scope::Origin,
                "total" => Scope::Total,
                "part" => Scope::Part,
                "share" => Scope::Share,
                "listed" => Scope::Listed,
                "other" => Scope::Other,
                "each" => Scope::Each,
                "planned" => Scope::Planned,
                "reach" => Scope::Reach,
                "direction" => Scope::Direction,
                _ => return None,
            };
            Some((phrase, scope))
        })
        .collect();
    Table::new(words, rows)
}

impl Lexicon {
    /// What phrases near a figure say of its scope.
    #[must_use]
    pub fn scope(&self) -> &Table<Scope> {
        &self.scope
    }
}
