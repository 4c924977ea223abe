//! Noun groups and verb groups: what a clause is made of, without a parser.

use std::ops::Range;

use super::{Sentence, Token};

/// A noun with what stands before it: determiner, numbers, adjectives, nouns. Possessors are groups of
/// their own (`Russia | 's Kursk region`), and so is what a preposition adds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NounGroup {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token of its last noun, pronoun or number.
    pub head: usize,
}

/// A verb with its auxiliaries: `has not been deployed`, `could soon arrive`, `to support`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerbGroup {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token of the main verb.
    pub head: usize,
    /// The time it speaks of.
    pub tense: Tense,
    /// Its modal: `may`, `could`, `must`.
    pub modal: Option<usize>,
    /// Whether it is negated.
    pub negated: bool,
    /// Whether its subject is what suffers it.
    pub passive: bool,
}

/// The time a verb group speaks of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tense {
    /// `arrived`, `had arrived`
    Past,
    /// `have arrived`: past, and it still holds
    Perfect,
    /// `arrive`, `are arriving`
    Present,
    /// `will arrive`, `are to arrive`, `is expected to arrive`
    Future,
    /// `arriving`, `to arrive`: no time of its own
    NonFinite,
}

/// Finds the noun groups and the verb groups of all sentences, in order.
pub(super) fn find(_text: &str, _sentences: &[Sentence], _tokens: &[Token]) -> (Vec<NounGroup>, Vec<VerbGroup>) {
    (Vec::new(), Vec::new())
}
