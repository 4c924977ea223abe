//! The ends of what the rankers found: marks and brackets belong to them, days and further statements don't.

use std::ops::Range;

use crate::text::Tag;

use super::content;
use super::model::found::Found;
use super::model::scene::Scene;

/// A source as it is shown.
pub(super) fn source(scene: &Scene<'_, '_, '_>, source: &Range<usize>) -> Range<usize> {
    without_day(scene, with_bracket(scene, source))
}

/// A piece of a cue's content as it is shown.
pub(super) fn piece(scene: &Scene<'_, '_, '_>, cue: &Range<usize>, piece: &Range<usize>) -> Range<usize> {
    with_marks(scene, &before_main_verb(scene, cue, to_semicolon(scene, from_start(scene, piece.clone()))))
}

/// The rest of a statement that an insertion cut: `In Lund, he said, | the lake is rising`.
pub(super) fn goes_on(scene: &Scene<'_, '_, '_>, found: &Found) -> Option<Range<usize>> {
    let page = scene.page;
    let comma = found.cue.end.max(found.source.end);
    let sentence = scene.sentence_of(found.cue.start);
    let cut = !found.left.is_empty()
        && found.right.is_empty()
        && found.left.start >= sentence.start
        && page.is_mark(comma, ',')
        && !page.is_quoted(found.left.start)
        && scene.finite_in(found.left.clone()) == 0;
    let states = page.is_finite(comma + 1) || scene.begins_clause(comma + 1) != 0;
    (cut && states).then(|| content::run(page, comma + 1, sentence.end, true))
}

/// A piece with the preposition that begins its sentence: `With | the sale, he said, it had won`.
fn from_start(scene: &Scene<'_, '_, '_>, piece: Range<usize>) -> Range<usize> {
    let start = scene.sentence_of(piece.start).start;
    let led = piece.start == start + 1 && scene.page.tag(start) == Some(Tag::IN);
    if led { start..piece.end } else { piece }
}

/// A source with the bracket that closes at its end: `the agency (NA)`.
fn with_bracket(scene: &Scene<'_, '_, '_>, source: &Range<usize>) -> Range<usize> {
    let page = scene.page;
    let open = source.clone().rev().take(12).any(|at| page.is_mark(at, '('));
    source.start..source.end + usize::from(open && page.is_mark(source.end, ')'))
}

/// A source without the day behind it: `the court | on Monday`.
fn without_day(scene: &Scene<'_, '_, '_>, source: Range<usize>) -> Range<usize> {
    let page = scene.page;
    let plain = scene.finite_in(source.clone()) == 0;
    let day = page.noun_before(source.end).filter(|day| plain && page.is_time(day) && day.tokens.start > source.start);
    let end = day.map_or(source.end, |day| day.tokens.start - usize::from(page.is_preposition(day.tokens.start - 1)));
    if end > source.start && page.noun_before(end).is_some() { source.start..end } else { source }
}

/// `His promise that taxes would fall | was forgotten`: where a noun is its sentence's subject, the last predicate is
/// not what is said.
pub(super) fn before_main_verb(scene: &Scene<'_, '_, '_>, cue: &Range<usize>, piece: Range<usize>) -> Range<usize> {
    const REACH: usize = 60;
    let page = scene.page;
    let noun = page.noun(cue.start).filter(|_| piece.start >= cue.end && page.verb(cue.start).is_none());
    let Some(noun) = noun.filter(|noun| scene.finite_in(scene.sentence_of(cue.start).start..noun.tokens.start) == 0)
    else {
        return piece;
    };
    let starts = |&at: &usize| page.is_finite(at) && page.verb(at).is_some_and(|verb| verb.tokens.start == at);
    let reach = piece.start..piece.end.min(noun.tokens.end + REACH);
    match reach.clone().rev().find(starts) {
        Some(last) if scene.finite_in(piece.start..last) > 0 => piece.start..last,
        _ => piece,
    }
}

/// A piece up to the semicolon after which another statement begins.
fn to_semicolon(scene: &Scene<'_, '_, '_>, piece: Range<usize>) -> Range<usize> {
    let page = scene.page;
    let plain = |at: &usize| page.is_mark(*at, ';') && !page.is_quoted(*at);
    let mut marks = piece.clone().filter(plain);
    let end = marks.next().filter(|&at| scene.begins_clause(at + 1) != 0);
    piece.start..end.unwrap_or(piece.end)
}

/// A piece with the marks of the quotation that it begins or ends.
fn with_marks(scene: &Scene<'_, '_, '_>, piece: &Range<usize>) -> Range<usize> {
    const MOST: usize = 4;
    let page = scene.page;
    let opened = (1..=MOST).find(|&back| piece.start.checked_sub(back).is_some_and(|at| page.opens_quote(at)));
    let start = match opened {
        Some(1) => piece.start - 1,
        _ => piece.start,
    };
    let closed = (piece.end + 1..=piece.end + MOST).find(|&end| {
        page.quote_before(end).is_some_and(|quote| page.tokens_of(quote.span).start >= start)
            && scene.trim(piece.end..end).is_empty()
    });
    start..closed.unwrap_or(piece.end)
}
