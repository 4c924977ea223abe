//! The rules and the rankers together: what the rankers chose, and of the rules what stands within it.

use std::ops::Range;

use crate::lexicon::{Reporting, Role, Stance, Takes, lexicon};
use crate::text::Tag;

use super::cue::Candidate;
use super::model::found::Found;
use super::model::scene::Scene;
use super::model::weights::UNIT;

/// The candidates to be settled: those chosen; of the rules' those that stand in their content, labels, and those
/// that are sure by themselves.
pub(crate) fn join(scene: &Scene<'_, '_, '_>, chosen: &[Found]) -> Vec<Candidate> {
    const CUE: u8 = 1;
    const CONTENT: u8 = 2;
    let mut taken = vec![0u8; scene.page.document.tokens.len()];
    let mut joined: Vec<Candidate> = Vec::new();
    let mut joined_inside: Vec<Candidate> = Vec::new();
    let mut add = |candidate: Candidate, taken: &mut [u8]| {
        for piece in &candidate.content {
            taken[piece.clone()].fill(CONTENT);
        }
        taken[candidate.cue.clone()].fill(CUE);
        joined.push(candidate);
    };
    let free = |taken: &[u8], range: &Range<usize>| taken[range.clone()].iter().all(|&taken| taken == 0);
    for rule in &scene.rules[scene.labels..] {
        add(rule.clone(), &mut taken);
    }
    // Nothing that stands in a quotation, nor what is said next, may take away who said it.
    let ranked = |rule: &Candidate| chosen.iter().any(|found| found.cue.start == rule.cue.start);
    for rule in scene.rules[..scene.labels].iter().filter(|rule| is_quoted(scene, rule) && !ranked(rule)) {
        if free(&taken, &rule.cue) && rule.content.iter().all(|piece| free(&taken, piece)) {
            add(rule.clone(), &mut taken);
        }
    }
    for found in chosen.iter().filter(|found| stands(scene, found)) {
        let candidate = candidate(scene, found);
        if free(&taken, &candidate.cue) && candidate.content.iter().all(|piece| free(&taken, piece)) {
            add(candidate, &mut taken);
        }
    }
    for rule in &scene.rules[..scene.labels] {
        let inside = taken[rule.cue.clone()].iter().all(|&taken| taken == CONTENT);
        let apart = || free(&taken, &rule.cue) && rule.content.iter().all(|piece| free(&taken, piece));
        if inside || (is_sure(scene, rule) && apart()) {
            if inside {
                joined_inside.push(rule.clone());
            } else {
                add(rule.clone(), &mut taken);
            }
        }
    }
    joined.extend(joined_inside);
    joined
}

/// Whether what the rankers chose can be: a content right after the cue doesn't begin with its predicate (`claims
/// rose`), and is no mere thing where the verb takes a clause (`added two eggs`).
fn stands(scene: &Scene<'_, '_, '_>, found: &Found) -> bool {
    let page = scene.page;
    let start = found.right.start;
    if found.right.is_empty() || !found.left.is_empty() || start != found.cue.end || page.quote(start).is_some() {
        return true;
    }
    let predicate = matches!(page.tag(start), Some(Tag::VBD | Tag::MD))
        && page.verb(start).is_some_and(|verb| verb.tokens.start == start);
    let head = scene.head(found.cue.start);
    let thing = page.noun_from(start).is_some()
        && scene.finite_in(found.right.clone()) == 0
        && word(scene, head).is_some_and(|word| {
            (word.surely_takes(Takes::Quotation) || word.takes(Takes::Addressee)) && !word.takes(Takes::Noun)
        });
    // What no list knows as a reporting word and takes a mere thing (`signed a truce`) must be surer.
    let unknown = scene.rule(found.cue.start).is_none()
        && page.tag(head).is_some_and(Tag::is_verb)
        && word(scene, head).is_none()
        && scene.begins_clause(start) == 0
        && found.score < UNIT;
    !predicate && !thing && !unknown
}

/// What the lists say of a verb.
fn word(scene: &Scene<'_, '_, '_>, head: usize) -> Option<Reporting> {
    let words = lexicon();
    let verb = words.form(scene.page.word(head)).verb;
    words.reporting().verb(verb, |next| scene.page.word(head + next)).map(|(_, word)| word)
}

/// Whether a rule needs no ranker: hearsay, and what is said by a clause that begins with `that`.
fn is_sure(scene: &Scene<'_, '_, '_>, rule: &Candidate) -> bool {
    let page = scene.page;
    page.has_role(rule.cue.start, Role::Hearsay)
        || rule.content.first().is_some_and(|piece| page.text(piece.start) == "that" && piece.start == rule.cue.end)
}

/// Whether a rule has a whole quotation right before its speaker and a verb of speech: `"...," Berg said`.
fn is_quoted(scene: &Scene<'_, '_, '_>, rule: &Candidate) -> bool {
    let page = scene.page;
    let said = rule.source.as_ref().map_or(rule.cue.start, |source| source.start.min(rule.cue.start));
    rule.speech
        && rule.content.first().is_some_and(|piece| {
            let quote = page.quote_from(piece.start);
            piece.end == said && quote.is_some_and(|quote| page.tokens_of(quote.span).end == piece.end)
        })
}

/// What the rankers found, as a candidate; as the rule put it where they agree.
fn candidate(scene: &Scene<'_, '_, '_>, found: &Found) -> Candidate {
    let page = scene.page;
    let rule = scene.rule(found.cue.start);
    let same = |piece: &Range<usize>| {
        let pieces = rule.into_iter().flat_map(|rule| &rule.content);
        pieces
            .clone()
            .find(|theirs| scene.trim((*theirs).clone()) == *piece || begins_surely(scene, rule, theirs, piece))
            .cloned()
    };
    let content = [&found.left, &found.right].into_iter().filter(|piece| !piece.is_empty());
    let content = content.map(|piece| same(piece).unwrap_or_else(|| with_marks(scene, piece))).collect();
    let source = (!found.source.is_empty()).then(|| {
        let theirs = rule.and_then(|rule| rule.source.clone());
        let same = theirs
            .filter(|theirs| scene.trim(theirs.clone()) == found.source || without_day(scene, theirs, &found.source));
        same.unwrap_or_else(|| with_bracket(scene, &found.source))
    });
    let head = scene.head(found.cue.start);
    let word = word(scene, head);
    let (stance, negated, speech) = match rule {
        Some(rule) => (rule.stance, rule.negated, rule.speech),
        None => (
            word.map_or(Stance::Asserted, |word| word.stance),
            page.verb(head).is_some_and(|verb| verb.negated),
            word.is_some_and(|word| word.surely_takes(Takes::Quotation)),
        ),
    };
    Candidate { source, cue: found.cue.clone(), content, stance, negated, speech }
}

/// A source with the bracket that closes at its end: `the agency (NA)`.
fn with_bracket(scene: &Scene<'_, '_, '_>, source: &Range<usize>) -> Range<usize> {
    let page = scene.page;
    let open = source.clone().rev().take(12).any(|at| page.is_mark(at, '('));
    source.start..source.end + usize::from(open && page.is_mark(source.end, ')'))
}

/// Whether a rule's piece begins as the rankers' does and is known better where it ends: at a semicolon, before the
/// main verb of `who said it failed, | was arrested` and of `his promise that it would fall | was forgotten`.
fn begins_surely(
    scene: &Scene<'_, '_, '_>,
    rule: Option<&Candidate>,
    theirs: &Range<usize>,
    piece: &Range<usize>,
) -> bool {
    let page = scene.page;
    let theirs = scene.trim(theirs.clone());
    if theirs.start != piece.start || theirs.end >= piece.end {
        return false;
    }
    let relative = rule.and_then(|rule| rule.source.as_ref()).is_some_and(|source| {
        matches!(page.tag(source.start), Some(Tag::WP | Tag::WDT)) && page.is_mark(theirs.end, ',')
    });
    let noun =
        rule.is_some_and(|rule| page.tag(rule.cue.start).is_some_and(Tag::is_noun)) && page.is_finite(theirs.end);
    relative || noun || page.is_mark(theirs.end, ';')
}

/// Whether a source is another with a day behind it: `the court | on Monday`.
fn without_day(scene: &Scene<'_, '_, '_>, theirs: &Range<usize>, found: &Range<usize>) -> bool {
    let page = scene.page;
    let day = found.end.checked_sub(1).and_then(|last| page.noun(last)).is_some_and(|group| page.is_time(group));
    theirs.start == found.start && theirs.end < found.end && day && found.end - theirs.end <= 2
}

/// A piece with the marks of the quotation that it begins or ends.
fn with_marks(scene: &Scene<'_, '_, '_>, piece: &Range<usize>) -> Range<usize> {
    const MOST: usize = 4;
    let page = scene.page;
    let opened = (1..=MOST).find(|&back| piece.start.checked_sub(back).is_some_and(|at| page.quote_from(at).is_some()));
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
