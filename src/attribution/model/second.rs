//! The second pass: each cue again, with all that the first pass made of it and its neighbours.

use std::ops::Range;

use super::cell::Facts;
use super::feature::{Features, mix};
use super::found::Found;
use super::scene::Scene;
use super::weights::UNIT;

/// How many of those found before and after a cue are looked at.
const NEIGHBOURS: usize = 12;

/// A score in steps.
fn level(score: i32) -> u32 {
    ((score * 2 + UNIT / 2).div_euclid(UNIT).clamp(-8, 10) + 8) as u32
}

/// The margin of the best over the second, in steps.
fn lead(margin: i32) -> u32 {
    const STEPS: [i32; 6] = [UNIT / 4, UNIT * 2 / 3, UNIT * 4 / 3, UNIT * 9 / 4, UNIT * 7 / 2, UNIT * 21 / 4];
    STEPS.iter().filter(|&&step| margin > step).count() as u32
}

pub(crate) fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// No neighbour of a kind.
const LOWEST: i32 = -9 * UNIT;

/// Features of one of those found.
pub(crate) fn features(scene: &Scene<'_, '_, '_>, found: &[Found], index: usize, out: &mut impl Features) {
    let this = &found[index];
    let head = scene.head(this.cue.start);
    let main = scene.cell(head, 0);
    let sure = level(this.start);
    let [length, source_lead, left_end, left_start, right_start, right_end] = this.margins.map(lead);
    let side = if this.source.is_empty() {
        0
    } else if this.source.start < this.cue.start {
        1
    } else {
        2
    };
    let form = side * 4 + u32::from(!this.left.is_empty()) * 2 + u32::from(!this.right.is_empty());
    out.from(1);
    out.add(sure, main.prior);
    out.add(sure, length);
    out.add(sure, source_lead);
    out.add(length, main.tag);
    out.add(source_lead, side);
    out.add3(left_end, left_start, form);
    out.add3(right_start, right_end, form);
    out.add(form, main.lemma);
    out.add(form, main.takes);
    let quoted = |piece: &Range<usize>| {
        let quote = |at: usize| u32::from(scene.page.is_quoted(at));
        if piece.is_empty() { 0 } else { 1 + quote(piece.start) + 2 * quote(piece.end - 1) }
    };
    let quotes = mix(quoted(&this.left), quoted(&this.right));
    out.add(quotes, sure);
    out.add(quotes, main.takes);
    out.add3(scene.finite_in(this.right.clone()).min(2), main.takes, quoted(&this.right));
    let source = match scene.page.noun(this.source.start) {
        _ if this.source.is_empty() => &Facts::NONE,
        Some(group) => scene.cell(group.head, 0),
        None => scene.cell(this.source.start, 0),
    };
    out.add(source.lemma, side);
    out.add3(source.name, source.tag, sure);
    out.add3(source.tag, source.takes.min(1), main.prior);

    let near = neighbours(scene, found, index);
    let steps = near.map(|(score, _)| if score == LOWEST { 30 } else { level(score) });
    let [(around, word), (inside, word_inside)] = [(steps[0], near[0].1), (steps[1], near[1].1)];
    out.add(around, sure);
    out.add3(around / 2, main.prior, main.tag);
    out.add(around / 3, word);
    out.add3(around / 2, form, main.tag);
    out.add(inside / 3, word_inside);
    let levels = steps.map(|step| step / 3);
    out.add3(mix(levels[0], levels[1]), levels[2], sure);
    out.add3(mix(levels[0], levels[1]), mix(levels[3], levels[4]), sure / 2);

    let before = scene.cell(this.cue.start, -1);
    let after = scene.cell(this.cue.end, 0);
    out.add(before.word, sure);
    out.add(after.word, sure);
    out.add3(main.lemma, after.tag, sure / 3);
    out.add3(main.lemma, before.tag, sure / 3);
    out.add(main.group, sure);
    out.add3(this.cue.len() as u32, sure, length);
    out.add3(u32::from(scene.page.is_quoted(this.cue.start)), sure, main.tag);
}

/// The surest neighbour of each kind and its word: whose content this one stands in, that stands in this one's
/// content, that stands before or after it in the sentence, whose content overlaps.
fn neighbours(scene: &Scene<'_, '_, '_>, found: &[Found], index: usize) -> [(i32, u32); 5] {
    let mut near = [(LOWEST, 0); 5];
    let this = &found[index];
    let sentence = scene.sentence_of(this.cue.start);
    let window = index.saturating_sub(NEIGHBOURS)..found.len().min(index + NEIGHBOURS + 1);
    for other in window.filter(|&other| other != index) {
        let that = &found[other];
        let holds = |a: &Found, b: &Found| {
            [&a.left, &a.right].iter().any(|piece| piece.start <= b.cue.start && b.cue.end <= piece.end)
        };
        let (around, inside) = (holds(that, this), holds(this, that));
        let beside = !around && !inside && sentence.contains(&that.cue.start);
        let crosses = !around
            && [&that.left, &that.right].iter().any(|piece| overlap(piece, &this.right) || overlap(piece, &this.left));
        let kinds = [around, inside, beside && other < index, beside && other > index, crosses];
        for (slot, _) in near.iter_mut().zip(kinds).filter(|(slot, kind)| *kind && that.start > slot.0) {
            *slot = (that.start, scene.cell(scene.head(that.cue.start), 0).lemma);
        }
    }
    near
}
