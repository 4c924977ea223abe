//! Which candidates hold, and which stand within which.

use crate::order;
use std::ops::Range;

use super::candidate::Candidate;
use super::page::Page;
use super::source;

/// How deep attributions may stand in one another.
const DEEPEST: usize = 6;

/// How many of those that may enclose a candidate are looked at.
const LOOK_BACK: usize = 12;

/// A candidate that holds.
#[derive(Clone, Debug)]
pub(crate) struct Settled {
    pub(crate) candidate: Candidate,
    /// The settled candidate in whose content it stands.
    pub(crate) within: Option<usize>,
    depth: usize,
}

/// From the first to the last token of cue and content.
fn hull(candidate: &Candidate) -> Range<usize> {
    let pieces = candidate.content.iter().chain([&candidate.cue]);
    let start = pieces.clone().map(|piece| piece.start).min().unwrap_or_default();
    start..pieces.map(|piece| piece.end).max().unwrap_or(start)
}

/// Settles the candidates of a document: outer ones first, each inner one cut to the content it stands in.
pub(crate) fn settle(page: &Page<'_, '_>, mut candidates: Vec<Candidate>) -> Vec<Settled> {
    order::sort_by_key(&mut candidates, |candidate| {
        let hull = hull(candidate);
        (hull.start, std::cmp::Reverse(hull.end), candidate.cue.start)
    });
    let mut settled: Vec<Settled> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for mut candidate in candidates {
        let whole = hull(&candidate);
        open.retain(|&index| hull(&settled[index].candidate).end > whole.start);
        let enclosing = |cue: &Range<usize>| {
            open.iter().rev().take(LOOK_BACK).copied().find_map(|index| {
                let outer = &settled[index].candidate;
                let piece = outer.content.iter().find(|piece| contains(piece, cue))?;
                Some((index, piece.clone()))
            })
        };
        let outer = enclosing(&candidate.cue);
        let clash = open.iter().rev().take(LOOK_BACK).any(|&index| {
            let other = &settled[index].candidate;
            overlap(&other.cue, &candidate.cue)
                || (outer.is_none() && candidate.content.iter().any(|piece| overlap(piece, &other.cue)))
                || (outer.is_none()
                    && candidate.content.iter().any(|piece| other.content.iter().any(|theirs| overlap(piece, theirs))))
        });
        if clash {
            continue;
        }
        // `"I think it rained," he said`: the speaker's own mind is no second voice.
        if outer.is_some() && in_speech(page, &candidate.cue) && is_self(page, &candidate) {
            continue;
        }
        let depth = match &outer {
            Some((index, piece)) => {
                for part in &mut candidate.content {
                    *part = part.start.max(piece.start)..part.end.min(piece.end);
                }
                candidate.content.retain(|part| part.start < part.end);
                settled[*index].depth + 1
            }
            // In a quotation that nobody is found to say, nothing is told apart.
            None if in_speech(page, &candidate.cue) => continue,
            None => 0,
        };
        if depth > DEEPEST || candidate.content.is_empty() {
            continue;
        }
        open.push(settled.len());
        settled.push(Settled { candidate, within: outer.map(|(index, _)| index), depth });
    }
    settled
}

fn is_self(page: &Page<'_, '_>, candidate: &Candidate) -> bool {
    candidate.source.as_ref().is_some_and(|source| page.has_role(source.start, crate::lexicon::Role::Own))
}

fn in_speech(page: &Page<'_, '_>, cue: &Range<usize>) -> bool {
    page.quote(cue.start).is_some_and(|quote| source::is_speech(page, quote.span))
}

fn contains(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
