//! Tokens: words, numbers and marks, as spans.
//!
//! The cuts are those of the English Web Treebank: clitics stand alone (`Ukraine|'s`, `do|n't`), and
//! so do hyphens and the parts they join (`full|-|scale`, `152|-|mm`). A number is one token with its
//! separators (`10,000`, `1.2`), without sign, currency or unit (`$|1.2|bn`); an ordinal or a decade
//! (`810th`, `1990s`) is a word.

use super::Span;
use crate::lexicon::{Class, WordId, lexicon};

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Letters, perhaps with digits after them, inner apostrophes or abbreviation points; also a number
    /// that only names: `810th`, `1990s`, `'90s`, `5G`.
    Word,
    /// Digits with their separators.
    Number,
    /// A mark that parts or joins: comma, quotation mark, dash, bracket.
    Punctuation,
    /// Any other sign: currency, percent, degree, arithmetic, emoji.
    Symbol,
    /// An address: URL, e-mail, `@name`, `#tag`.
    Link,
}

/// A token: where it stands, what it is made of, and which word of the lists it is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// The word of the lists that it is, in any case.
    pub word: WordId,
    /// What it is made of.
    pub kind: Kind,
    /// Its first character; tells marks and symbols apart at once.
    pub first: char,
    /// Whether white space, or the beginning of the text, stands before it.
    pub spaced: bool,
    /// How it is capitalised.
    pub case: Case,
    /// Its part of speech.
    pub tag: super::Tag,
}

/// How a word is capitalised.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Case {
    /// No letter that has a case, or none at its beginning.
    None,
    /// `troops`
    Lower,
    /// `Kursk`, and single letters: `A`.
    Title,
    /// `NATO`
    Upper,
    /// `iPhone`, `McDonald`, `eBay`
    Mixed,
}

impl Token {
    /// Whether the word is in a class.
    #[must_use]
    pub fn is(&self, class: Class) -> bool {
        lexicon().is(self.word, class)
    }

    /// Whether it begins with a capital.
    #[must_use]
    pub fn is_capitalised(&self) -> bool {
        matches!(self.case, Case::Title | Case::Upper) || (self.case == Case::Mixed && self.first.is_uppercase())
    }

    /// Whether it is this mark or symbol.
    #[must_use]
    pub fn is_mark(&self, mark: char) -> bool {
        self.first == mark && matches!(self.kind, Kind::Punctuation | Kind::Symbol)
    }

    /// Whether it is a hyphen or a dash of any length.
    #[must_use]
    pub fn is_dash(&self) -> bool {
        self.kind == Kind::Punctuation && matches!(self.first, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
    }
}
