//! The trained rankers: which words attribute something, to whom, and what.
//!
//! A first pass ranks every word that may begin a cue, then the cue's length, its source and the edges of its content;
//! a second pass weighs each cue again beside its neighbours. Weights are in `weights.bin`; `weights.md` beside it names their data and the command.

pub(crate) mod cell;
pub(crate) mod feature;
pub(crate) mod found;
pub(crate) mod said;
pub(crate) mod scene;
pub(crate) mod second;
pub(crate) mod start;
pub(crate) mod weights;
pub(crate) mod whose;

use std::ops::Range;

use crate::text::BlockKind;

use found::{Found, Scratch};
use scene::Scene;
use weights::{UNIT, Weights};

/// Below this score, the first pass follows a cue no further.
const LOWEST: i32 = -UNIT * 4 / 5;

/// From this score on, a cue holds.
const HOLDS: i32 = -UNIT * 4 / 5;

/// What the first pass finds in a document, in order.
pub(crate) fn first(scene: &Scene<'_, '_, '_>, weights: &Weights, scratch: &mut Scratch) -> Vec<Found> {
    let document = scene.page.document;
    let mut found = Vec::new();
    scratch.forget(document.tokens.len());
    for sentence in &document.sentences {
        if document.block_of(sentence).kind == BlockKind::Boilerplate {
            continue;
        }
        for at in sentence.tokens.clone() {
            if !start::may_begin(scene, at) {
                continue;
            }
            let sure = found::start(scene, weights, at);
            if sure > LOWEST {
                found.push(found::complete(scene, weights, at, sure, scratch));
            }
        }
    }
    found
}

/// Scores what was found again.
pub(crate) fn again(scene: &Scene<'_, '_, '_>, weights: &Weights, found: &mut [Found]) {
    let mut features = weights.second.features(&mut []);
    let scores: Vec<i32> = (0..found.len())
        .map(|index| {
            second::features(scene, found, index, &mut features);
            weights.second.score(&mut features)
        })
        .collect();
    for (one, score) in found.iter_mut().zip(scores) {
        one.score = score;
    }
}

/// Which of those found hold, the surest first; of those that cross each other the surer one.
pub(crate) fn choose(found: &[Found], tokens: usize, least: i32) -> Vec<usize> {
    const CUE: u8 = 1;
    const CONTENT: u8 = 2;
    let mut order: Vec<usize> = (0..found.len()).filter(|&index| found[index].score >= least).collect();
    crate::order::sort_by_key(&mut order, |&index| -found[index].score);
    let mut taken = vec![0u8; tokens];
    order.retain(|&index| {
        let Found { cue, left, right, .. } = &found[index];
        let is = |range: &Range<usize>, what: u8| {
            taken.get(range.clone()).is_some_and(|taken| taken.iter().any(|&t| t & what != 0))
        };
        let none = left.is_empty() && right.is_empty();
        let crossed = is(cue, CUE | CONTENT) || is(left, CUE | CONTENT) || is(right, CUE | CONTENT);
        if !none && !crossed {
            for (range, what) in [(cue, CUE), (left, CONTENT), (right, CONTENT)] {
                if let Some(taken) = taken.get_mut(range.clone()) {
                    taken.fill(what);
                }
            }
        }
        !none && !crossed
    });
    order
}

/// What is found in a document, and which of it holds, by the weights that come with the program.
pub(crate) fn decide(scene: &Scene<'_, '_, '_>) -> (Vec<Found>, Vec<usize>) {
    let weights = Weights::get();
    let mut scratch = Scratch::default();
    let mut found = first(scene, weights, &mut scratch);
    again(scene, weights, &mut found);
    let chosen = choose(&found, scene.page.document.tokens.len(), HOLDS);
    (found, chosen)
}
