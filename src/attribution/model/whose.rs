//! Whose words they are: the spans that may be a cue's source.

use std::ops::Range;

use crate::attribution::source;
use crate::text::{Kind, Tag};

use super::feature::{Features, mix};
use super::scene::{Scene, steps};

/// How many spans are looked at.
const MOST: usize = 44;

/// The source as grammar has it: the subject before the cue's verb, the one after it, the agent of a passive, the
/// subject of the verb before. Empty where there is none.
pub(crate) type Grammar = [Range<usize>; 4];

#[allow(clippy::too_many_lines, reason = "one list, whose order is the candidates'")]
/// The spans that may be the source of a cue, without punctuation at their ends; none twice. The empty one
/// first: no source.
pub(crate) fn candidates(scene: &Scene<'_, '_, '_>, cue: &Range<usize>, found: &mut Vec<Range<usize>>) -> Grammar {
    let mut grammar: Grammar = [0..0, 0..0, 0..0, 0..0];
    found.clear();
    found.push(cue.start..cue.start);
    let page = scene.page;
    let sentence = scene.sentence_of(cue.start);
    let mut add = |range: Range<usize>| {
        let range = scene.trim(range);
        let fits = range.start < range.end && range.start >= sentence.start && range.end <= sentence.end;
        let apart = range.end <= cue.start || range.start >= cue.end;
        if fits && apart && found.len() < MOST && !found.contains(&range) {
            found.push(range);
        }
    };
    // Before: the subject with all that belongs to it.
    let floor = sentence.start;
    let verb = page.verb(cue.start).map_or(cue.start, |verb| verb.tokens.start);
    if let Some(range) = source::before(page, floor, verb) {
        grammar[0] = scene.trim(range.clone());
        add(range);
    }
    // Spans between edges of noun groups and marks, from the right.
    let mut ends = [0; 4];
    let mut starts = [0; 8];
    let (mut n_ends, mut n_starts) = (0, 0);
    let lowest = floor.max(cue.start.saturating_sub(50));
    // Whatever stands right before the cue, such as `who deals with it`.
    if cue.start > floor {
        ends[0] = scene.trim(floor..cue.start).end;
        n_ends = 1;
    }
    let mut at = cue.start;
    while at > lowest && n_starts < starts.len() {
        let ends_here = page.noun_before(at).is_some() || page.is_mark(at, ',');
        if ends_here && n_ends < ends.len() && !ends[..n_ends].contains(&at) {
            ends[n_ends] = at;
            n_ends += 1;
        }
        at -= 1;
        let group = page.noun(at).map_or(at, |group| group.tokens.start);
        if page.tag(at) == Some(Tag::POS) {
            // The possessor with its mark.
            if let Some(owner) = page.noun_before(at) {
                add(owner.tokens.start..at + 1);
                add(source::before(page, floor, at).map_or(owner.tokens.start, |r| r.start)..at + 1);
            }
        } else if page.tag(at) == Some(Tag::PRPS) {
            add(at..at + 1);
        }
        let marked = |at: usize| page.token(at).is_some_and(|token| token.kind == Kind::Punctuation);
        let begins = at == floor || marked(at - 1) || page.tag(at - 1) == Some(Tag::CC);
        if (group == at && page.noun(at).is_some() && page.tag(at) != Some(Tag::POS) || begins) && !marked(at) {
            starts[n_starts] = at;
            n_starts += 1;
        }
    }
    for &start in &starts[..n_starts] {
        for &end in &ends[..n_ends] {
            if start < end {
                add(start..end);
            }
        }
    }
    // The sentence's beginning, however far.
    if n_ends > 0 {
        add(floor..ends[0]);
        add(floor..ends[n_ends - 1]);
    }
    // After.
    let mut at = cue.end;
    let highest = sentence.end.min(cue.end + 45);
    let mut firsts = [0; 3];
    let mut n_firsts = 0;
    let mut groups = 0;
    let by = (cue.end..highest.min(cue.end + 8)).find(|&at| matches!(page.text(at), "by" | "to" | "from" | "of"));
    if let Some(range) = by.and_then(|by| source::after(page, by + 1, sentence.end, false)) {
        grammar[2] = scene.trim(range.clone());
        add(range);
    }
    if let Some(range) = source::after(page, cue.end, sentence.end, true) {
        grammar[1] = scene.trim(range.clone());
        add(range);
    }
    while at < highest && groups < 7 {
        if let Some(group) = page.noun_from(at) {
            if n_firsts < firsts.len() {
                firsts[n_firsts] = group.tokens.start;
                n_firsts += 1;
            }
            for &first in &firsts[..n_firsts] {
                add(first..group.tokens.end);
            }
            groups += 1;
            at = group.tokens.end;
        } else {
            at += 1;
            if page.quote_from(at).is_some() || at == highest || page.is_mark(at, ',') {
                for &first in &firsts[..n_firsts] {
                    add(first..at);
                }
            }
        }
    }
    // Subjects of the verbs before, for participles: `X left early, saying`.
    let mut verbs = 0;
    let mut at = cue.start;
    while at > lowest && verbs < 5 {
        at -= 1;
        if let Some(before) = page.verb(at) {
            at = before.tokens.start;
            verbs += 1;
            if page.is_finite(at)
                && at < verb
                && let Some(range) = source::before(page, floor, at)
            {
                if grammar[3].is_empty() {
                    grammar[3] = scene.trim(range.clone());
                }
                add(range);
            }
        }
    }
    grammar
}

/// Features of a source; of having none where it is empty.
pub(crate) fn features(
    scene: &Scene<'_, '_, '_>,
    cue: &Range<usize>,
    range: &Range<usize>,
    grammar: &Grammar,
    out: &mut Features<'_>,
) {
    let page = scene.page;
    let head = scene.head(cue.start);
    let main = scene.cell(head, 0);
    let first = scene.cell(cue.start, 0);
    let s = |offset: isize| scene.cell(range.start, offset);
    let e = |offset: isize| scene.cell(range.end, offset);
    let side = if range.is_empty() {
        0
    } else if range.end <= cue.start {
        1
    } else {
        2
    };
    let between = if side == 1 { range.end..cue.start } else { cue.end..range.start.max(cue.end) };
    let gap = if side == 0 { 0 } else { steps(between.len()) + 1 };
    let place = side * 16 + gap;
    let (finite, commas) = (scene.finite_in(between.clone()).min(2), scene.commas_in(between.clone()).min(2));
    out.add(side, 0);
    out.add(side, main.lemma);
    out.add(side, first.word);
    out.add(side, main.group);
    out.add3(side, scene.cell(cue.start, -1).tag, scene.cell(cue.end, 0).tag);
    out.add3(side, scene.cell(cue.end, 0).word, main.tag);
    out.add3(side, scene.cell(cue.start, 0).quote, main.tag);
    // In how far grammar agrees.
    let mut stands = 0;
    for theirs in grammar {
        stands = stands * 2 + u32::from(!theirs.is_empty());
    }
    let mut agrees = 1;
    for (at, theirs) in grammar.iter().enumerate() {
        let mut same = u32::from(theirs.start == range.start) * 2 + u32::from(theirs.end == range.end);
        if theirs.is_empty() {
            same = 4;
        } else if same == 3 {
            agrees = at as u32 + 2;
        }
        out.add3(same, stands, main.group);
        out.add3(same, side, main.tag);
    }
    out.add3(agrees, stands, main.group);
    out.add3(agrees, main.lemma, 0);
    if side == 0 {
        return;
    }
    let len = steps(range.len());
    let chain = page.noun(range.start).map_or(range.start, |group| group.head);
    let last = page.noun(range.end - 1).map_or(range.end - 1, |group| group.head);
    let (chain_cell, last_cell) = (scene.cell(chain, 0), scene.cell(last, 0));
    let inner = (scene.commas_in(range.clone()).min(2), scene.finite_in(range.clone()).min(2));
    let mut tags = 0;
    for at in range.clone().take(6) {
        tags = mix(tags, scene.cell(at, 0).tag);
    }
    let lone = u32::from(page.noun(range.start).is_some_and(|group| group.tokens == *range));
    let from_start = u32::from(range.start == scene.sentence_of(cue.start).start);
    // Whether the subject of the cue's own verb, or of a verb before.
    let verb_next = e(0).group.max(e(1).group);
    out.add(place, 0);
    out.add3(place, finite, commas);
    out.add3(place, main.lemma, 0);
    out.add3(place, main.tag, first.tag);
    out.add(side, s(0).tag);
    out.add(side, s(0).word);
    out.add(side, s(-1).tag);
    out.add(side, s(-1).word);
    out.add3(side, s(-1).tag, s(0).tag);
    out.add3(side, s(-2).tag, mix(s(-1).tag, s(0).tag));
    out.add(side, e(-1).tag);
    out.add(side, e(-1).word);
    out.add(side, e(0).tag);
    out.add(side, e(0).word);
    out.add3(side, e(-1).tag, e(0).tag);
    out.add3(side, e(0).word, e(1).word);
    out.add3(side, e(-1).tag, mix(e(0).tag, e(1).tag));
    out.add(side, chain_cell.lemma);
    out.add(side, last_cell.lemma);
    out.add3(chain_cell.name, last_cell.name, side);
    out.add3(chain_cell.group, main.lemma, side);
    out.add(tags, side);
    out.add3(tags, gap, side);
    out.add(len, place);
    out.add3(len, inner.0, inner.1);
    out.add3(inner.0, e(0).tag, side);
    out.add3(inner.1, e(0).tag, side);
    out.add3(lone, place, e(0).tag);
    out.add3(lone, s(-1).tag, e(0).tag);
    out.add3(from_start, place, inner.0);
    out.add3(verb_next, finite, side);
    out.add3(agrees, e(0).tag, side);
    out.add3(agrees, s(-1).tag, side);
    out.add3(s(0).quote, first.quote, side);
    out.add3(e(0).quote, first.quote, place);
    out.add3(
        u32::from(page.noun(range.end).is_some_and(|group| group.tokens.start < range.end)),
        u32::from(page.noun(range.start).is_some_and(|group| group.tokens.start < range.start)),
        side,
    );
    // What the span cuts through: the word before or after that would belong to it.
    out.add3(s(0).name, s(-1).name, side);
}
