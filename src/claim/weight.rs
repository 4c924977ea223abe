//! How much a claim is worth checking, from 0 to 1.
//!
//! The weights follow what people who check facts choose (the guidelines of `CheckThat!` and
//! `ClaimBuster` agree on it): statements with figures, about named actors, about what has happened
//! or is the case, from somebody whose word counts. Opinions, questions, wishes and rhetoric are let be.

use super::setting::Signs;
use super::{Certainty, Claim};

/// Where a plain sentence without figure or name stands.
const BASE: f32 = 0.35;
/// A figure: it is right or wrong. A second one adds half of it.
const FIGURE: f32 = 0.25;
/// Somebody or something named acts or suffers.
const NAMED: f32 = 0.12;
/// Two or more are named: who did what to whom.
const SEVERAL_NAMED: f32 = 0.05;
/// A date: it can be looked up.
const DATED: f32 = 0.05;
/// It has happened.
const PAST: f32 = 0.05;
/// A source that is known: somebody will hold it to its word.
const SPEAKER: f32 = 0.08;
/// May be so or not: can't be refuted yet.
const POSSIBLE: f32 = -0.12;
/// Is yet to come.
const FUTURE: f32 = -0.10;
/// A judging word, at most three of them counted.
const JUDGING: f32 = -0.12;
/// Asks and doesn't state.
const QUESTION: f32 = -0.30;
/// No verb: a headline or a caption's note.
const VERBLESS: f32 = -0.10;
/// Fewer tokens than this say little.
const SHORT: usize = 5;
/// What is that short.
const TOO_SHORT: f32 = -0.15;
/// The most judging words that count.
const MOST_JUDGING: u32 = 3;

/// Weighs a claim; two decimals.
pub(super) fn weigh(claim: &Claim, signs: Signs, known_speaker: bool) -> f32 {
    let when = |condition: bool, weight: f32| if condition { weight } else { 0.0 };
    let sum = BASE
        + when(!claim.figures.is_empty(), FIGURE)
        + when(claim.figures.len() > 1, FIGURE / 2.0)
        + when(!claim.entities.is_empty(), NAMED)
        + when(claim.entities.len() > 1, SEVERAL_NAMED)
        + when(!claim.dates.is_empty(), DATED)
        + when(signs.past, PAST)
        + when(known_speaker, SPEAKER)
        + when(claim.certainty == Certainty::Possible, POSSIBLE)
        + when(claim.certainty == Certainty::Future, FUTURE)
        + JUDGING * signs.judging.min(MOST_JUDGING) as f32
        + when(signs.question, QUESTION)
        + when(!signs.finite, VERBLESS)
        + when(signs.length < SHORT, TOO_SHORT);
    (sum.clamp(0.0, 1.0) * 100.0).round() / 100.0
}
