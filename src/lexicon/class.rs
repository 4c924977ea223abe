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
    /// Can stand in a number: `three`, `dozens`, `half`.
    Numeral,
    /// Says that a value grew: `rose`, `up`.
    Rise,
    /// Says that a value shrank: `fell`, `down`.
    Fall,
    /// Is numbered: the number after it is a name (`article 5`).
    Numbered,
    /// A make or index whose models and members have numbers for names: `boeing`.
    Make,
    /// What a calibre stands before: `howitzer`.
    Weapon,
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
    (Class::Numeral, include_str!("numbers.tsv")),
    (Class::Rise, include_str!("rises.tsv")),
    (Class::Fall, include_str!("falls.tsv")),
    (Class::Numbered, include_str!("numbered.tsv")),
    (Class::Make, include_str!("makes.tsv")),
    (Class::Weapon, include_str!("weapons.tsv")),
];

pub(super) fn load(words: &mut Words) {
    for &(class, data) in LISTS {
        for (word, _) in entries(data) {
            words.mark(word, class);
        }
    }
}
