//! Classes of single words, each with its list.

use super::{Words, entries};

/// What kind of word a word can be; a word may stand in several lists.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Class {
    /// Begins with an apostrophe, which is no quotation mark: `'em`.
    Elided,
    /// Ends a phrase of page furniture, so that the next line may be glued to it: `tumblr`, `comments`.
    FurnitureEnd,
    /// Two words in one, which part after the third letter: `cannot`.
    Fused,
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
    (Class::Elided, include_str!("elided.tsv")),
    (Class::Fused, include_str!("fused.tsv")),
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
