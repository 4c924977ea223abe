//! Voices: whose words each token is.

use std::ops::Range;

use crate::attribution::Attribution;
use crate::order;
use crate::text::{Document, Tense, VerbGroup};

use super::predicate::{has_predicate, is_relative, verbs};

/// The longest words between a source and its cue, in tokens.
const LONGEST_ASIDE: usize = 24;

/// How deep attributions may stand in one another before the inner ones are no longer told apart;
/// keeps the work linear in the text however they are nested.
const DEEPEST: usize = 6;

/// Whose words each token of the document is.
#[derive(Debug)]
pub(super) struct Voices {
    tokens: Vec<Voice>,
    /// Which attributions' contents are statements of their own.
    states: Vec<bool>,
}

/// Whose words a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Voice {
    /// The outlet's own.
    Outlet,
    /// The content of an attribution.
    Content(u32),
    /// Source or cue: says that something is said, and states nothing; in whose content.
    Frame(Option<u32>),
}

impl Voices {
    /// Gives each token the innermost attribution that it is the content of.
    pub(super) fn new(document: &Document<'_>, attributions: &[Attribution]) -> Self {
        let mut voices = vec![Voice::Outlet; document.tokens.len()];
        let states: Vec<bool> = attributions.iter().map(|attribution| states(document, attribution)).collect();
        let mut order: Vec<(usize, usize)> =
            (0..attributions.len()).map(|index| (depth(attributions, index), index)).collect();
        order::sort(&mut order);
        for (depth, index) in order {
            if depth > DEEPEST {
                break;
            }
            let attribution = &attributions[index];
            if !states[index] {
                continue;
            }
            if let Some(whole) = cut_by_frame(document, attribution) {
                if let Some(covered) = voices.get_mut(whole) {
                    covered.fill(Voice::Content(index as u32));
                }
                continue;
            }
            let mut paint = |span, voice| {
                if let Some(covered) = voices.get_mut(document.tokens_in(span)) {
                    covered.fill(voice);
                }
            };
            for &content in &attribution.content {
                paint(content, Voice::Content(index as u32));
            }
            let frame = Voice::Frame(attribution.within);
            if let Some(source) = attribution.source.filter(|_| !acts_besides(document, attribution)) {
                paint(source, frame);
            }
            if let Some(cue) = attribution.cue {
                paint(cue, frame);
            }
        }
        Self { tokens: voices, states }
    }

    /// Whether what is said is a statement of its own, by the number of the attribution.
    pub(super) fn states(&self, attribution: u32) -> bool {
        self.states.get(attribution as usize) == Some(&true)
    }

    /// Whose words a token is.
    pub(super) fn of(&self, token: usize) -> Voice {
        self.tokens.get(token).copied().unwrap_or(Voice::Outlet)
    }
}

/// Whether the source does something else before it speaks: `She closed the shop and said that ...`.
fn acts_besides(document: &Document<'_>, attribution: &Attribution) -> bool {
    let (Some(source), Some(cue)) = (attribution.source, attribution.cue) else { return false };
    let (source, cue) = (document.tokens_in(source), document.tokens_in(cue));
    let acts = |verb: &VerbGroup| verb.tense != Tense::NonFinite && !is_relative(document, verb, source.start);
    cue.start > source.end + LONGEST_ASIDE || verbs(document, source.end..cue.start).iter().any(acts)
}

/// The whole of a statement that its own source and cue stand in the middle of, where its beginning
/// states nothing yet: `The bridge, she noted, had been closed`.
fn cut_by_frame(document: &Document<'_>, attribution: &Attribution) -> Option<Range<usize>> {
    const LONGEST_FRAME: usize = 24;
    let [first, second] = attribution.content.as_slice() else { return None };
    let (first, second) = (document.tokens_in(*first), document.tokens_in(*second));
    let between = |span| {
        let tokens = document.tokens_in(span);
        first.end <= tokens.start && tokens.end <= second.start
    };
    let framed = attribution.source.is_some_and(between) && attribution.cue.is_some_and(between);
    let near = first.end < second.start && second.start - first.end <= LONGEST_FRAME;
    (framed && near && !has_predicate(document, first.clone())).then_some(first.start..second.end)
}

/// Whether what is said is a statement of its own. `vowed to strike`, `condemned the raid` and `is expected
/// to rise` are told by the outlet: the whole clause is the claim.
fn states(document: &Document<'_>, attribution: &Attribution) -> bool {
    let split = attribution.source.is_none() && attribution.content.len() > 1;
    !split && attribution.content.iter().any(|&piece| has_predicate(document, document.tokens_in(piece)))
}

/// In how many other attributions one stands.
fn depth(attributions: &[Attribution], index: usize) -> usize {
    let mut depth = 0;
    let mut at = attributions.get(index).and_then(|attribution| attribution.within);
    while let Some(outer) = at {
        depth += 1;
        if depth > DEEPEST {
            break;
        }
        at = attributions.get(outer as usize).and_then(|attribution| attribution.within);
    }
    depth
}
