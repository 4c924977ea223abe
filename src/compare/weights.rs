//! What each sign adds for or against that a passage says what another says, in the order of `Signs::values`.
//!
//! Made by `crossread train-relate equate-dev.ndjson src/compare/weights.rs` of the development half of EQUATE
//! (Ravichander et al., `CoNLL` 2019: pairs of sentences of CNN, of RTE-2 to 4 and of Reddit that people have
//! judged), which states no licence. Nothing of its text is here.

use super::weigh::SIGNS;

/// What each sign adds.
pub(super) const WEIGHTS: [f64; SIGNS] = [
    -0.26, // words of names that the other lacks
    -0.32, // nouns that it lacks
    -0.22, // verbs that it lacks
    -0.29, // other words that it lacks
    -0.07, // words that say who speaks that it lacks
    -0.65, // whether it lacks the first word
    -0.92, // figures that it does not give
    0.50,  // figures that it gives
    -0.23, // numbers that it lacks
    0.28,  // numbers that it has
    -0.55, // whether it alone leaves it open
    0.84,  // tens of words
    -1.09, // tens of words of the other that it lacks
    0.85,  // the share of words that follow each other there, too
    0.22,  // the share of words that the other has
    -0.30, // numbers of the other that it lacks
    -1.11, // whether it has another name where the other has one
    -4.05, // whether the other alone asks
    1.27,  // whether it begins with a pronoun
];

/// What stands before any sign.
pub(super) const BIAS: f64 = 0.18;
