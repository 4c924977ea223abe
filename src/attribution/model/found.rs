//! The first pass: a cue with the source and content that fit it best.

use std::ops::Range;

use super::feature::forget;
use super::said::{self, Core, Edge, NO_PIECE, Sought};
use super::scene::Scene;
use super::start;
use super::weights::{UNIT, Weights};
use super::whose::{self, Asked};

/// A cue that the first pass found, and what it makes of it. Ranges are without punctuation at their ends.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) cue: Range<usize>,
    /// Empty where there is none, as are the pieces.
    pub(crate) source: Range<usize>,
    /// The content before the cue.
    pub(crate) left: Range<usize>,
    /// The content after its beginning.
    pub(crate) right: Range<usize>,
    /// How surely a cue begins here.
    pub(crate) start: i32,
    /// By how much the best length, source and edges are better than the second.
    pub(crate) margins: [i32; 6],
    /// How surely it is an attribution.
    pub(crate) score: i32,
}

/// What is used again and again.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    spans: Vec<Range<usize>>,
    places: Vec<usize>,
    scores: Vec<i32>,
    /// What is the same for several sources, and for several edges of each kind.
    whose: Vec<i32>,
    edges: [Vec<i32>; 4],
}

impl Scratch {
    /// Begins with a document of so many tokens.
    pub(crate) fn forget(&mut self, tokens: usize) {
        forget(&mut self.whose, whose::keys(tokens));
        self.edges.iter_mut().for_each(|known| forget(known, tokens + 1));
    }

    /// Which score is best, and by how much.
    fn best(&self) -> (usize, i32) {
        let (mut best, mut second) = (0, i32::MIN / 2);
        for (at, &score) in self.scores.iter().enumerate().skip(1) {
            if score > self.scores[best] {
                second = self.scores[best];
                best = at;
            } else if score > second {
                second = score;
            }
        }
        (best, self.scores.get(best).map_or(0, |best| best - second))
    }
}

/// How surely a cue begins at a token.
pub(crate) fn start(scene: &Scene<'_, '_, '_>, weights: &Weights, at: usize) -> i32 {
    let mut features = weights.start.features(&mut []);
    start::features(scene, at, &mut features);
    weights.start.score(&mut features)
}

/// The longest a cue may be that begins at a token.
pub(crate) fn longest(scene: &Scene<'_, '_, '_>, at: usize) -> usize {
    start::LONGEST.min(scene.sentence_of(at).end.saturating_sub(at))
}

/// What a cue that begins at a token makes of its sentence.
pub(crate) fn complete(
    scene: &Scene<'_, '_, '_>,
    weights: &Weights,
    at: usize,
    sure: i32,
    scratch: &mut Scratch,
) -> Found {
    scratch.scores.clear();
    let mut features = weights.length.features(&mut []);
    for len in 1..=longest(scene, at) {
        start::length(scene, at, len, &mut features);
        scratch.scores.push(weights.length.score(&mut features));
    }
    let (best, margin) = scratch.best();
    let cue = at..at + best + 1;
    let mut margins = [margin, 0, 0, 0, 0, 0];

    let mut spans = std::mem::take(&mut scratch.spans);
    let grammar = whose::candidates(scene, &cue, &mut spans);
    scratch.scores.clear();
    whose::forget_cue(&mut scratch.whose);
    let mut features = weights.whose.features(&mut scratch.whose);
    let asked = Asked::new(scene, &cue, &grammar);
    for span in &spans {
        asked.rough(span, &mut features);
        scratch.scores.push(weights.whose.score(&mut features));
    }
    // What is far behind by what is soon told hardly ever comes first by the rest.
    const FAR: i32 = UNIT * 5 / 4;
    let least = scratch.scores.iter().copied().max().unwrap_or(0) - FAR;
    for (span, score) in spans.iter().zip(&mut scratch.scores) {
        if *score >= least {
            asked.fine(span, &mut features);
            *score += weights.whose.score(&mut features);
        }
    }
    let (best, margin) = scratch.best();
    margins[1] = margin;
    let source = spans[best].clone();
    scratch.spans = spans;

    let mut core = Core { cue: cue.clone(), source, left: 0..0 };
    let mut right = 0..0;
    for (edge, from) in [(Edge::LeftEnd, 0), (Edge::LeftStart, 1), (Edge::RightStart, 2), (Edge::RightEnd, 3)] {
        let known = match edge {
            Edge::LeftStart if core.left.is_empty() => continue,
            Edge::RightEnd if right.is_empty() => continue,
            Edge::LeftStart => core.left.end,
            Edge::RightEnd => right.start,
            _ => 0,
        };
        let (place, margin) = place(scene, weights, &core, edge, known, scratch);
        margins[2 + from] = margin;
        match edge {
            Edge::LeftEnd if place != NO_PIECE => core.left = place.saturating_sub(1)..place,
            Edge::LeftStart => core.left.start = place.min(core.left.end),
            Edge::RightStart if place != NO_PIECE => right = place..place + 1,
            Edge::RightEnd => right.end = place.max(right.start),
            _ => {}
        }
    }
    let Core { source, left, .. } = core;
    Found { cue, source, left, right, start: sure, margins, score: sure }
}

/// The best place for an edge; that of the known edge where there is none.
fn place(
    scene: &Scene<'_, '_, '_>,
    weights: &Weights,
    core: &Core,
    edge: Edge,
    known: usize,
    scratch: &mut Scratch,
) -> (usize, i32) {
    let mut places = std::mem::take(&mut scratch.places);
    let hint = said::candidates(scene, core, edge, known, &mut places);
    scratch.scores.clear();
    let table = &weights.edges[edge as usize];
    let mut features = table.features(&mut scratch.edges[edge as usize]);
    let sought = Sought::new(scene, core, edge, known, hint);
    for &place in &places {
        sought.features(place, &mut features);
        scratch.scores.push(table.score(&mut features));
    }
    let (best, margin) = scratch.best();
    let place = places.get(best).copied().unwrap_or(known);
    scratch.places = places;
    (place, margin)
}
