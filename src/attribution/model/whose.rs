//! Whose words they are: the spans that may be a cue's source.

use std::ops::Range;

use crate::attribution::source;
use crate::text::{Kind, Tag};

use super::cell::Facts;
use super::feature::{Features, UNKNOWN, mix};
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
            if page.opens_quote(at) || at == highest || page.is_mark(at, ',') {
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

/// Where the keys begin of what is the same for several spans: by the span's side, and by its place; these are of a cue.
/// Those of a token are the document's.
const BY_PLACE: usize = 3;
const BY_TOKEN: usize = BY_PLACE + 3 * 16;

/// How many keys a document of so many tokens needs.
pub(crate) fn keys(tokens: usize) -> usize {
    BY_TOKEN + (tokens + 1) * 4
}

/// Forgets what is known of a cue.
pub(crate) fn forget_cue(known: &mut [i32]) {
    known.iter_mut().take(BY_TOKEN).for_each(|known| *known = UNKNOWN);
}

/// A cue whose source is asked for.
pub(crate) struct Asked<'s, 'p, 'd, 't> {
    scene: &'s Scene<'p, 'd, 't>,
    cue: &'s Range<usize>,
    grammar: &'s Grammar,
    main: &'s Facts,
    first: &'s Facts,
    /// Where its sentence begins.
    floor: usize,
    /// Which sources grammar has, as bits.
    stands: u32,
}

impl<'s, 'p, 'd, 't> Asked<'s, 'p, 'd, 't> {
    pub(crate) fn new(scene: &'s Scene<'p, 'd, 't>, cue: &'s Range<usize>, grammar: &'s Grammar) -> Self {
        Self {
            scene,
            cue,
            grammar,
            main: scene.cell(scene.head(cue.start), 0),
            first: scene.cell(cue.start, 0),
            floor: scene.sentence_of(cue.start).start,
            stands: grammar.iter().fold(0, |stands, theirs| stands * 2 + u32::from(!theirs.is_empty())),
        }
    }

    /// Features of a source that are soon told: its side, its place, its edges.
    pub(crate) fn rough(&self, range: &Range<usize>, out: &mut impl Features) {
        let Self { scene, main, first, .. } = *self;
        let side = self.side(range);
        let agrees = self.agrees(range);
        out.once(side as usize, |out| self.of_side(side, out));
        out.from(8);
        out.add3(self.shares(0, range), self.stands, main.group);
        out.add3(self.shares(0, range), side, main.tag);
        out.add3(self.shares(3, range), side, main.tag);
        out.add3(agrees, self.stands, main.group);
        out.add(agrees, main.lemma);
        if side == 0 {
            return;
        }
        let place = side * 16 + steps(self.between(range).len()) + 1;
        out.once(BY_PLACE + place as usize, |out| {
            out.from(13);
            out.add(place, 0);
            out.add(place, main.lemma);
            out.add3(place, main.tag, first.tag);
        });
        let by_side = BY_TOKEN + (side as usize - 1) * 2;
        out.once(by_side + range.start * 4, |out| start(scene, range.start, side, out));
        out.once(by_side + range.end * 4 + 1, |out| end(scene, range.end, side, out));
    }

    /// The other features of a source.
    pub(crate) fn fine(&self, range: &Range<usize>, out: &mut impl Features) {
        let Self { scene, main, first, .. } = *self;
        let side = self.side(range);
        out.from(33);
        for which in [1, 2] {
            out.add3(self.shares(which, range), self.stands, main.group);
            out.add3(self.shares(which, range), side, main.tag);
        }
        out.add3(self.shares(3, range), self.stands, main.group);
        if side == 0 {
            return;
        }
        let page = scene.page;
        let between = self.between(range);
        let gap = steps(between.len()) + 1;
        let place = side * 16 + gap;
        let counts = scene.counts_in(between);
        let (finite, commas) = (counts.finite.min(2), counts.commas.min(2));
        let (s, before) = (scene.cell(range.start, 0), scene.cell(range.start, -1));
        let e = scene.cell(range.end, 0);
        let len = steps(range.len());
        let (chain, last) = (scene.cell(chain(scene, range.start), 0), scene.cell(chain(scene, range.end - 1), 0));
        let inner = scene.counts_in(range.clone());
        let (inner_commas, inner_finite) = (inner.commas.min(2), inner.finite.min(2));
        let mut tags = 0;
        for at in range.clone().take(6) {
            tags = mix(tags, scene.cell(at, 0).tag);
        }
        let noun = page.noun(range.start);
        let lone = u32::from(noun.is_some_and(|group| group.tokens == *range));
        let from_start = u32::from(range.start == self.floor);
        let agrees = self.agrees(range);
        out.add3(place, finite, commas);
        out.add3(chain.name, last.name, side);
        out.add3(chain.group, main.lemma, side);
        out.add(tags, side);
        out.add3(tags, gap, side);
        out.add(len, place);
        out.add3(len, inner_commas, inner_finite);
        out.add3(inner_commas, e.tag, side);
        out.add3(inner_finite, e.tag, side);
        out.add3(lone, place, e.tag);
        out.add3(lone, before.tag, e.tag);
        out.add3(from_start, place, inner_commas);
        // Whether the subject of the cue's own verb, or of a verb before.
        out.add3(e.group.max(scene.cell(range.end, 1).group), finite, side);
        out.add3(agrees, e.tag, side);
        out.add3(agrees, before.tag, side);
        out.add3(s.quote, first.quote, side);
        out.add3(e.quote, first.quote, place);
        // What the span cuts through: the word before or after that would belong to it.
        out.add3(
            u32::from(page.noun(range.end).is_some_and(|group| group.tokens.start < range.end)),
            u32::from(noun.is_some_and(|group| group.tokens.start < range.start)),
            side,
        );
    }

    /// Features of all sources on a side.
    fn of_side(&self, side: u32, out: &mut impl Features) {
        let Self { scene, cue, main, first, .. } = *self;
        let after = scene.cell(cue.end, 0);
        out.from(1);
        out.add(side, 0);
        out.add(side, main.lemma);
        out.add(side, first.word);
        out.add(side, main.group);
        out.add3(side, scene.cell(cue.start, -1).tag, after.tag);
        out.add3(side, after.word, main.tag);
        out.add3(side, first.quote, main.tag);
    }

    /// Which edges a source shares with one of grammar's.
    fn shares(&self, which: usize, range: &Range<usize>) -> u32 {
        let theirs = &self.grammar[which];
        if theirs.is_empty() {
            4
        } else {
            u32::from(theirs.start == range.start) * 2 + u32::from(theirs.end == range.end)
        }
    }

    /// Whether a source stands before the cue or after it; 0 where there is none.
    fn side(&self, range: &Range<usize>) -> u32 {
        if range.is_empty() {
            0
        } else if range.end <= self.cue.start {
            1
        } else {
            2
        }
    }

    /// Which of grammar's sources it is.
    fn agrees(&self, range: &Range<usize>) -> u32 {
        let same = |theirs: &Range<usize>| !range.is_empty() && theirs == range;
        self.grammar.iter().rposition(same).map_or(1, |at| at as u32 + 2)
    }

    /// What stands between a source and the cue.
    fn between(&self, range: &Range<usize>) -> Range<usize> {
        if range.end <= self.cue.start {
            range.end..self.cue.start
        } else {
            self.cue.end..range.start.max(self.cue.end)
        }
    }
}

/// The head of the noun group that a token is in; the token itself where it is in none.
fn chain(scene: &Scene<'_, '_, '_>, at: usize) -> usize {
    scene.page.noun(at).map_or(at, |group| group.head)
}

/// Features of all sources on a side that begin at a token.
fn start(scene: &Scene<'_, '_, '_>, at: usize, side: u32, out: &mut impl Features) {
    let s = |offset: isize| scene.cell(at, offset);
    out.from(16);
    out.add(side, s(0).tag);
    out.add(side, s(0).word);
    out.add(side, s(-1).tag);
    out.add(side, s(-1).word);
    out.add3(side, s(-1).tag, s(0).tag);
    out.add3(side, s(-2).tag, mix(s(-1).tag, s(0).tag));
    out.add(side, scene.cell(chain(scene, at), 0).lemma);
    out.add3(s(0).name, s(-1).name, side);
}

/// Features of all sources on a side that end before a token.
fn end(scene: &Scene<'_, '_, '_>, at: usize, side: u32, out: &mut impl Features) {
    let e = |offset: isize| scene.cell(at, offset);
    out.from(24);
    out.add(side, e(-1).tag);
    out.add(side, e(-1).word);
    out.add(side, e(0).tag);
    out.add(side, e(0).word);
    out.add3(side, e(-1).tag, e(0).tag);
    out.add3(side, e(0).word, e(1).word);
    out.add3(side, e(-1).tag, mix(e(0).tag, e(1).tag));
    out.add(side, scene.cell(chain(scene, at - 1), 0).lemma);
}
