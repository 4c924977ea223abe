//! Abbreviations: whether the full stop after a word belongs to it, and what it tells of what follows.

use super::{Lexicon, WordId, Words, entries, list::list};

/// What an abbreviation stands beside; that tells whether its full stop may end a sentence too.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Abbreviation {
    /// Before a name: `Dr.`, `Lt.`
    Title,
    /// Before a number, and only there: `No. 5`, `p. 12`
    Number,
    /// A month or a day of the week: `Nov.`
    Time,
    /// After the name of a body or person: `Inc.`, `Jr.`
    Body,
    /// A state, after a town: `Calif.`
    State,
    /// Anywhere: `vs.`, `etc.`
    Word,
    /// With full stops inside: `U.S.`, `a.m.`
    Dotted,
}

/// The abbreviations, by word.
#[derive(Debug)]
pub(super) struct Abbreviations(Vec<Option<Abbreviation>>);

impl Abbreviations {
    pub(super) fn load(words: &mut Words) -> Self {
        let mut rows = Vec::new();
        for (kind, columns) in entries(list!("abbreviations.tsv")) {
            let kind = match kind {
                "title" => Abbreviation::Title,
                "number" => Abbreviation::Number,
                "time" => Abbreviation::Time,
                "body" => Abbreviation::Body,
                "state" => Abbreviation::State,
                "word" => Abbreviation::Word,
                _ => Abbreviation::Dotted,
            };
            for word in columns.iter().flat_map(|column| column.split(' ')) {
                let id = words.intern(word).index();
                if rows.len() <= id {
                    rows.resize(id + 1, None);
                }
                // `sec.` and `sr.` are in two lists: the first is the commoner in news.
                rows[id].get_or_insert(kind);
            }
        }
        Self(rows)
    }
}

impl Lexicon {
    /// What kind of abbreviation a word is when a full stop follows; `None` where it is none.
    #[must_use]
    pub fn abbreviation(&self, word: WordId) -> Option<Abbreviation> {
        self.abbreviations.0.get(word.index()).copied().flatten()
    }
}
