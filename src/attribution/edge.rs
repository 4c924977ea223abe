//! The ends of what the rankers found: marks and brackets belong to them, days and further statements don't.

use std::ops::Range;

use crate::lexicon::{Role, Takes, WordId, lexicon};
use crate::text::Tag;

use super::model::found::Found;
use super::model::scene::Scene;
use super::{content, source};

/// A source as it is shown.
pub(super) fn source(scene: &Scene<'_, '_, '_>, found: &Found) -> Range<usize> {
    without_that(scene, without_day(scene, with_bracket(scene, &whole(scene, found))))
}

/// A source without the word that opens its clause, whatever the tagger makes of it: `Berg said | that | banks believed`.
fn without_that(scene: &Scene<'_, '_, '_>, source: Range<usize>) -> Range<usize> {
    let page = scene.page;
    let several = || page.noun(source.start + 1).is_some_and(|group| page.tag(group.head) == Some(Tag::NNS));
    let opens = page.text(source.start) == "that" && (page.tag(source.start) == Some(Tag::IN) || several());
    if opens && source.len() > 1 { source.start + 1..source.end } else { source }
}

/// A source that is its verb's own subject, and all of it.
fn whole(scene: &Scene<'_, '_, '_>, found: &Found) -> Range<usize> {
    let page = scene.page;
    let found_source = found.source.clone();
    let verb = page.verb(scene.head(found.cue.start)).filter(|verb| page.is_finite(verb.head));
    let Some(verb) = verb.map(|verb| verb.tokens.start).filter(|&verb| found_source.end <= verb) else {
        return found_source;
    };
    // `Berg said that | the bank | believed`: no source has said something before, if not `the aide who said it`.
    let within = || found_source.clone();
    if within().any(|at| content::is_reporting_verb(page, at, Takes::Clause))
        && !within().any(|at| page.is_relative(at))
        && let Some(own) = source::before(page, found_source.start, verb)
        && own.start > found_source.start
    {
        return own;
    }
    // `At Monday's session | the bank | warned`
    if page.is_preposition(found_source.start)
        && page.noun(found_source.start).is_none()
        && let Some(own) = source::before(page, found_source.start, verb)
        && own.start > found_source.start
        && own.end == found_source.end
    {
        return own;
    }
    // `people familiar with | the plans |`: what a preposition binds is no subject.
    let first = page.noun(found_source.start).map_or(found_source.start, |group| group.tokens.start);
    let bound = first.checked_sub(1).is_some_and(|at| page.has_role(at, Role::Links) || page.tag(at) == Some(Tag::TO));
    if bound
        && let Some(all) = source::before(page, scene.sentence_of(verb).start, verb)
        && all.start < first
        && !page.is_preposition(all.start.wrapping_sub(1))
    {
        return all;
    }
    // `Berg | said that the bank had promised`: another's verb has its own subject, found or not.
    let mut before = verb.wrapping_sub(1);
    while page.tag(before) == Some(Tag::RB) {
        before = before.wrapping_sub(1);
    }
    let joined = matches!(page.tag(before), Some(Tag::CC | Tag::Comma));
    if joined || scene.finite_in(found_source.end..verb) == 0 {
        return found_source;
    }
    let own = source::before(page, found_source.end, verb);
    let own = own.filter(|own| page.noun(own.start).is_some_and(|group| !page.is_time(group)));
    let told = (found_source.end..verb).any(|at| content::is_reporting_verb(page, at, Takes::Clause));
    own.unwrap_or(if told { verb..verb } else { found_source })
}

/// Where the apposition of a source ends that was taken for the beginning of what is said: `according to Delta, | the
/// airline, | fares rose`.
pub(super) fn apposition(scene: &Scene<'_, '_, '_>, source: &Range<usize>, said: &Range<usize>) -> Option<usize> {
    let page = scene.page;
    let follows =
        page.is_mark(source.end, ',') && said.start == source.end + 1 && page.tag(said.start) == Some(Tag::DT);
    let group = page.noun_from(said.start).filter(|_| follows)?;
    let end = source::chain_after(page, group.tokens.end, said.end);
    (end < said.end && page.is_mark(end, ',') && scene.begins_clause(end + 1) != 0).then_some(end)
}

/// A piece of a cue's content as it is shown.
pub(super) fn piece(scene: &Scene<'_, '_, '_>, cue: &Range<usize>, piece: &Range<usize>) -> Range<usize> {
    let stated =
        with_marks(scene, &before_main_verb(scene, cue, to_semicolon(scene, from_start(scene, piece.clone()))));
    with_bracket(scene, &stated)
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

/// Whether a piece is no more than a time; a tagger may take the verb before it for its adjective.
pub(super) fn is_day(scene: &Scene<'_, '_, '_>, piece: &Range<usize>) -> bool {
    let group = scene.page.noun_before(piece.end).filter(|_| !piece.is_empty());
    group.is_some_and(|group| scene.page.is_time(group) && group.tokens.start <= piece.start)
}

/// What stands before its speaker where only the day or the hearer stands behind: `The plan is dead, Berg told | the
/// court`.
pub(super) fn stated_before(scene: &Scene<'_, '_, '_>, found: &Found) -> Option<Range<usize>> {
    let page = scene.page;
    let right = &found.right;
    if !found.left.is_empty() || right.start != found.cue.end {
        return None;
    }
    let head = scene.head(found.cue.start);
    let words = lexicon();
    let told = || {
        let verb = words.reporting().verb(words.form(page.word(head)).verb, |_| WordId::NONE);
        verb.is_some_and(|(_, verb)| verb.takes(Takes::Addressee)) && scene.finite_in(right.clone()) == 0
    };
    if page.is_quoted(right.start) || !(is_day(scene, right) || told()) {
        return None;
    }
    let start = scene.sentence_of(found.cue.start).start;
    let first = found.source.start.min(found.cue.start);
    let end = first - usize::from(page.text(first.wrapping_sub(1)) == "as" && first > start);
    let comma = end.checked_sub(1).filter(|&comma| page.is_mark(comma, ','))?;
    // `After the snow melted, Berg told the court`
    let when = page.tag(start) == Some(Tag::IN) && scene.begins_clause(start + 1) != 0;
    (comma > start && scene.finite_in(start..comma) > 0 && !when).then_some(start..comma)
}

/// A piece with the preposition that begins its sentence: `With | the sale, he said, it had won`.
fn from_start(scene: &Scene<'_, '_, '_>, piece: Range<usize>) -> Range<usize> {
    let start = scene.sentence_of(piece.start).start;
    let led = piece.start == start + 1 && scene.page.tag(start) == Some(Tag::IN);
    if led { start..piece.end } else { piece }
}

/// A range with the bracket that closes at its end: `the agency (NA)`.
fn with_bracket(scene: &Scene<'_, '_, '_>, range: &Range<usize>) -> Range<usize> {
    let closes = scene.page.is_mark(range.end, ')') && in_bracket(scene, range, range.end);
    range.start..range.end + usize::from(closes)
}

/// Whether a bracket is open where a token of a range stands, or the one behind it.
fn in_bracket(scene: &Scene<'_, '_, '_>, range: &Range<usize>, at: usize) -> bool {
    const LONGEST: usize = 12;
    let mark = |&at: &usize| scene.page.is_mark(at, '(') || scene.page.is_mark(at, ')');
    (range.start..at).rev().take(LONGEST).find(mark).is_some_and(|at| scene.page.is_mark(at, '('))
}

/// A source without the day or adverb behind it: `the court | on Monday`.
fn without_day(scene: &Scene<'_, '_, '_>, source: Range<usize>) -> Range<usize> {
    let page = scene.page;
    // `his spokesman | later`
    let adverb = matches!(page.tag(source.end.wrapping_sub(1)), Some(Tag::RB | Tag::RBR))
        && page.noun_before(source.end - 1).is_some();
    let source = source.start..source.end - usize::from(adverb && source.len() > 1);
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
    let end = marks.next().filter(|&at| scene.begins_clause(at + 1) != 0 && !in_bracket(scene, &piece, at));
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
