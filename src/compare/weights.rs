//! What each sign adds for or against that a passage says what another says, in the order of `Signs::values`.
//!
//! Made by `crossread train-relate equate-dev.ndjson src/compare/weights.rs` of the development half of EQUATE
//! (Ravichander et al., `CoNLL` 2019: pairs of sentences of CNN, of RTE-2 to 4 and of Reddit that people have
//! judged), which states no licence. Nothing of its text is here.

use super::weigh::SIGNS;

/// What each sign adds.
pub(super) const WEIGHTS: [f64; SIGNS] = [
    -0.52, // words of names that the other lacks
    -0.37, // nouns that it lacks
    -0.39, // verbs that it lacks
    -0.32, // other words that it lacks
    -0.27, // words that say who speaks that it lacks
    -0.49, // whether it lacks the first word
    -0.83, // figures that it does not give
    0.50,  // figures that it gives
    -0.48, // numbers that it lacks
    0.36,  // numbers that it has
    -0.54, // whether it alone leaves it open
    1.76,  // tens of words
    -1.12, // tens of words of the other
    1.03,  // the share of words that follow each other there, too
];

/// What stands before any sign.
pub(super) const BIAS: f64 = 0.16;
