//! How much a claim is worth checking, from 0 to 1.
//!
//! The weights follow what people who check facts choose, as it is written down in four places:
//! `ClaimBuster` (Hassan et al., KDD 2017), where numbers and verbs in the past tense tell check-worthy factual
//! sentences best from unimportant ones and from opinions and questions; the guidelines of the `CheckThat!` labs
//! (CLEF 2018 to 2023): is there a factual claim that can be verified, is it of interest to the public, who may be
//! harmed; Full Fact's annotation schema (Konstantinovskiy et al., 2021), which wants quantities, causes and
//! comparisons, laws, and leaves out personal experience and predictions; and Graves, "Deciding What's True" (2016):
//! checkers take up what a named person in office has said to be so, and let opinions and promises be.

use super::setting::Signs;
use super::{Certainty, Claim};

/// Where a plain sentence without figure or name stands.
const BASE: f32 = 0.35;
/// A quantity: it is right or wrong. A second one adds half of it.
const FIGURE: f32 = 0.25;
/// What a small number is worth of that: `two of them`.
const SMALL: f32 = 0.4;
/// Somebody or something named acts or suffers.
const NAMED: f32 = 0.12;
/// Two or more are named: who did what to whom.
const SEVERAL_NAMED: f32 = 0.05;
/// A date: it can be looked up.
const DATED: f32 = 0.05;
/// It has happened.
const PAST: f32 = 0.06;
/// The most or the least of its kind: it can be held against the others.
const COMPARES: f32 = 0.05;
/// A source that is known: somebody will hold it to its word.
const SPEAKER: f32 = 0.08;
/// May be so or not: can't be refuted yet.
const POSSIBLE: f32 = -0.15;
/// Is yet to come.
const FUTURE: f32 = -0.12;
/// A judging word, at most three of them counted.
const JUDGING: f32 = -0.12;
/// Calls upon somebody, or says what should be.
const CALLS: f32 = -0.15;
/// Of the speaker's own life and mind, where nothing is counted.
const OWN: f32 = -0.12;
/// No verb: a headline or a caption's note.
const VERBLESS: f32 = -0.10;
/// Fewer tokens than this say little.
const SHORT: usize = 5;
/// What is that short.
const TOO_SHORT: f32 = -0.15;
/// The most judging words that count.
const MOST_JUDGING: u32 = 3;
/// The most that a question can reach: it states nothing.
const QUESTION: f32 = 0.15;

/// Weighs a claim; two decimals.
pub(super) fn weigh(claim: &Claim, signs: Signs, known_speaker: bool) -> f32 {
    let when = |condition: bool, weight: f32| if condition { weight } else { 0.0 };
    let figure = if signs.counts { FIGURE } else { FIGURE * SMALL };
    let sum = BASE
        + when(!claim.figures.is_empty(), figure)
        + when(claim.figures.len() > 1, figure / 2.0)
        + when(!claim.entities.is_empty(), NAMED)
        + when(claim.entities.len() > 1, SEVERAL_NAMED)
        + when(!claim.dates.is_empty(), DATED)
        + when(signs.past, PAST)
        + when(signs.compares, COMPARES)
        + when(known_speaker, SPEAKER)
        + when(claim.certainty == Certainty::Possible, POSSIBLE)
        + when(claim.certainty == Certainty::Future, FUTURE)
        + JUDGING * signs.judging.min(MOST_JUDGING) as f32
        + when(signs.calls, CALLS)
        + when(signs.own && claim.figures.is_empty(), OWN)
        + when(!signs.finite, VERBLESS)
        + when(signs.length < SHORT, TOO_SHORT);
    let most = if signs.question { QUESTION } else { 1.0 };
    (sum.clamp(0.0, most) * 100.0).round() / 100.0
}
