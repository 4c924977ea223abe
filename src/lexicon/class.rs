//! Classes of single words, each with its list.

use super::{Words, entries, list::list};

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
    /// A number after it and `of` is no year: `average`.
    Sum,
    /// A number after it and `of` counts its members: `crowd`.
    Band,
    /// Said of persons: `missing`, `injured`.
    Victim,
    /// Degrees near it are of an angle: `tilt`.
    Angle,
    /// A number before it is a house's: `street`.
    Road,
    /// `half` after it is no share: `second`.
    HalfOf,
    /// In the singular it is counted all the same: `staff`.
    Alone,
    /// `one` after it counts nothing: `the`.
    Pronoun,
    /// Changes what somebody has, not a measured value: `lost`.
    Owned,
    /// Names no kind of what is counted: `additional`.
    More,
    /// As the subject of a value, it is what the value counts: `cases rose to 40`.
    Told,
}

impl Class {
    pub(super) fn bit(self) -> u64 {
        1 << (self as u8)
    }
}

/// Every list and the class that its words are in.
const LISTS: &[(Class, &str)] = &[
    (Class::Elided, list!("elided.tsv")),
    (Class::Fused, list!("fused.tsv")),
    (Class::FunctionWord, list!("function_words.tsv")),
    (Class::Narrowing, list!("narrowing.tsv")),
    (Class::NotYet, list!("not_yet.tsv")),
    (Class::Numeral, list!("numbers.tsv")),
    (Class::Rise, list!("rises.tsv")),
    (Class::Fall, list!("falls.tsv")),
    (Class::Numbered, list!("numbered.tsv")),
    (Class::Make, list!("makes.tsv")),
    (Class::Weapon, list!("weapons.tsv")),
];

/// The classes of the list of many, by the name that each has there.
const NAMED: &[(&str, Class)] = &[
    ("sum", Class::Sum),
    ("band", Class::Band),
    ("victim", Class::Victim),
    ("told", Class::Told),
    ("angle", Class::Angle),
    ("road", Class::Road),
    ("half_of", Class::HalfOf),
    ("alone", Class::Alone),
    ("pronoun", Class::Pronoun),
    ("owned", Class::Owned),
    ("more", Class::More),
];

pub(super) fn load(words: &mut Words) {
    for &(class, data) in LISTS {
        for (word, _) in entries(data) {
            words.mark(word, class);
        }
    }
    for (name, columns) in entries(include_str!("figure_words.tsv")) {
        let class = NAMED.iter().find(|(known, _)| *known == name);
        if let (Some((_, class)), [list]) = (class, &columns[..]) {
            list.split('|').for_each(|word| words.mark(word, *class));
        }
    }
}
