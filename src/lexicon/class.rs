//! Classes of single words, each with its list.

use super::{Words, entries};

/// What kind of word a word can be; a word may stand in several lists.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Class {
    /// Ends with a full stop that ends no sentence: `lt`, `no`, `nov`.
    Abbreviation,
    /// Carries no matter of its own: `the`, `of`, `is`.
    FunctionWord,
    /// Narrows a statement: `full`, `direct`.
    Narrowing,
    /// With a negation, leaves the future open: `yet`.
    NotYet,
    /// A temporal expression can begin with it, or with what stands before it: `yesterday`, `two`.
    Time,
}

impl Class {
    pub(super) fn bit(self) -> u64 {
        1 << (self as u8)
    }
}

/// Every list and the class that its words are in.
const LISTS: &[(Class, &str)] = &[
    (Class::Abbreviation, include_str!("abbreviations.tsv")),
    (Class::FunctionWord, include_str!("function_words.tsv")),
    (Class::Narrowing, include_str!("narrowing.tsv")),
    (Class::NotYet, include_str!("not_yet.tsv")),
];

pub(super) fn load(words: &mut Words) {
    for &(class, data) in LISTS {
        for (word, _) in entries(data) {
            words.mark(word, class);
        }
    }
}
