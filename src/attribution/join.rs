//! What the rankers found and the few rules beside them, together.

use std::ops::Range;

use crate::lexicon::{Reporting, Stance, Takes, lexicon};
use crate::name::Names;
use crate::text::{BlockKind, Tag};

use super::candidate::Candidate;
use super::model::found::Found;
use super::model::scene::Scene;
use super::model::weights::UNIT;
use super::{edge, label, put, source, that, unsourced};

/// From this score of the first pass on, a cue in another's content is one of its own.
const INSIDE: i32 = -UNIT / 4;

/// What a token is taken for.
const CUE: u8 = 1;
const CONTENT: u8 = 2;

/// The candidates to be settled: labels, what the rankers chose, what is said by nobody named; then what stands in
/// the content of these.
pub(crate) fn join(scene: &Scene<'_, '_, '_>, names: &Names, found: &[Found], chosen: &[usize]) -> Vec<Candidate> {
    let document = scene.page.document;
    let mut joined: Vec<Candidate> = Vec::new();
    label::find(scene.page, names, &mut joined);
    let mut taken = vec![0u8; document.tokens.len()];
    // Which of those joined has a token in its content.
    let mut holder = vec![0u32; document.tokens.len()];
    for (index, label) in joined.iter().enumerate() {
        take(&mut taken, &mut holder, label, index);
    }
    let mut add = |mut candidate: Candidate| {
        // `X said he was ill, adding that`: who speaks isn't named in what another says.
        let theirs = candidate.source.as_ref().filter(|source| is(&taken, source, CONTENT));
        if let Some(theirs) = theirs
            && is(&taken, &candidate.cue, 0)
        {
            let other = holder.get(theirs.start).and_then(|&other| joined.get(other as usize));
            candidate.source = other.and_then(|other| other.source.clone());
        }
        let pieces = || candidate.content.iter().chain([&candidate.cue]);
        let free = pieces().all(|piece| is(&taken, piece, 0));
        if free {
            take(&mut taken, &mut holder, &candidate, joined.len());
        }
        if free || is(&taken, &candidate.cue, CONTENT) {
            taken[candidate.cue.clone()].fill(CUE);
            joined.push(candidate);
        }
    };
    // Nothing that stands in a quotation, nor what is said next, may take away who said it.
    let quoted = (0..found.len()).filter(|&index| is_quoted(scene, &found[index]));
    let mut open = vec![true; found.len()];
    for index in quoted.chain(chosen.iter().copied()) {
        open[index] = false;
        if stands(scene, &found[index]) {
            add(candidate(scene, &found[index]));
        }
    }
    let mut rules = Vec::new();
    for sentence in &document.sentences {
        if document.block_of(sentence).kind != BlockKind::Boilerplate {
            unsourced::find(scene.page, sentence, &mut rules);
            that::find(scene.page, sentence, &mut rules);
            put::find(scene.page, sentence, &mut rules);
        }
    }
    for (index, one) in found.iter().enumerate() {
        if one.start >= INSIDE && open[index] && stands(scene, one) {
            let inside = candidate(scene, one);
            if inside.source.is_some() {
                add(inside);
            }
        }
    }
    for mut rule in rules {
        let cue = rule.cue.clone();
        for piece in &mut rule.content {
            *piece = edge::before_main_verb(scene, &cue, piece.clone());
        }
        add(rule);
    }
    joined
}

fn take(taken: &mut [u8], holder: &mut [u32], candidate: &Candidate, index: usize) {
    for piece in &candidate.content {
        taken[piece.clone()].fill(CONTENT);
        holder[piece.clone()].fill(index as u32);
    }
    taken[candidate.cue.clone()].fill(CUE);
}

fn is(taken: &[u8], range: &Range<usize>, what: u8) -> bool {
    taken[range.clone()].iter().all(|&taken| taken == what)
}

/// Whether what the rankers chose can be: a content right after the cue doesn't begin with its predicate (`claims
/// rose`), and the reader is no source.
fn stands(scene: &Scene<'_, '_, '_>, found: &Found) -> bool {
    let page = scene.page;
    let start = found.right.start;
    if page.text(found.source.start) == "you" && !page.is_quoted(found.cue.start) {
        return false;
    }
    // `Nobody warned | us`: a pronoun alone states nothing.
    if found.left.is_empty() && found.right.len() == 1 && page.tag(start) == Some(Tag::PRP) {
        return false;
    }
    // `He voiced regret that | they had not answered`: nothing is said that ends with the word which opens it.
    let opens = |piece: &Range<usize>| {
        let last = piece.end.saturating_sub(1);
        !piece.is_empty() && page.tag(last) == Some(Tag::IN) && matches!(page.text(last), "that" | "as" | "whether")
    };
    // `It hit back on | Friday`, `as | large | as they had feared`
    let bare = |piece: &Range<usize>| {
        found.left.is_empty() && edge::is_day(scene, piece)
            || piece.len() == 1
                && matches!(page.tag(piece.start), Some(Tag::JJ | Tag::RB))
                && page.text(piece.end) == "as"
    };
    if [&found.left, &found.right].into_iter().any(|piece| opens(piece) || bare(piece)) {
        return edge::stated_before(scene, found).is_some();
    }
    if found.right.is_empty() || !found.left.is_empty() || start != found.cue.end || page.is_quoted(start) {
        return true;
    }
    let predicate = matches!(page.tag(start), Some(Tag::VBD | Tag::MD))
        && page.verb(start).is_some_and(|verb| verb.tokens.start == start);
    let head = scene.head(found.cue.start);
    // What no list knows as a reporting word and takes a mere thing (`signed a truce`) must be surer.
    let unknown = page.tag(head).is_some_and(Tag::is_verb)
        && word(scene, head).is_none()
        && scene.begins_clause(start) == 0
        && found.score < 0;
    // `adding £82 to the bill`: a count is added, and nothing said.
    let counts = page.tag(start) == Some(Tag::CD) || page.tag(start) == Some(Tag::Currency);
    let counted = counts
        && scene.finite_in(found.right.clone()) == 0
        && word(scene, head).is_some_and(|word| !word.takes(Takes::Noun) && word.takes(Takes::Quotation));
    !predicate && !unknown && !counted
}

/// Whether a whole quotation stands before a speaker and a verb of speech: `"...," Berg said`.
fn is_quoted(scene: &Scene<'_, '_, '_>, found: &Found) -> bool {
    let quote = scene.page.quote(found.left.start).filter(|_| !found.left.is_empty());
    quote.is_some_and(|quote| scene.trim(scene.page.tokens_of(quote.span)) == found.left)
        && scene.finite_in(found.left.end..found.cue.start) == 0
        && word(scene, scene.head(found.cue.start)).is_some_and(|word| word.surely_takes(Takes::Quotation))
}

/// What the lists say of a cue's main word.
fn word(scene: &Scene<'_, '_, '_>, head: usize) -> Option<Reporting> {
    let (page, words) = (scene.page, lexicon());
    let next = |next: usize| page.word(head + next);
    match page.tag(head) {
        Some(tag) if tag.is_verb() => {
            words.reporting().verb(words.form(page.word(head)).verb, next).map(|(_, word)| word)
        }
        Some(tag) if tag.is_noun() => words.reporting().noun(page.word(head)),
        _ => words.reporting().adjective(page.word(head), next).map(|(_, word)| word),
    }
}

/// What the rankers found, as a candidate.
fn candidate(scene: &Scene<'_, '_, '_>, found: &Found) -> Candidate {
    let goes_on = edge::goes_on(scene, found).unwrap_or_default();
    let mut source = (!found.source.is_empty()).then(|| edge::source(scene, found)).filter(|source| !source.is_empty());
    // `S, he said, but the firm denied it`: another clause, and not the speaker's.
    let contrast = !found.left.is_empty()
        && !scene.page.is_quoted(found.right.start)
        && matches!(scene.page.text(found.right.start), "but" | "while" | "though" | "although" | "whereas");
    let mut right = if contrast { 0..0 } else { found.right.clone() };
    // `an estimate according to which | 40 died`
    if right.start == found.cue.end && right.len() > 1 && scene.page.text(right.start) == "which" {
        source = Some(right.start..right.start + 1);
        right.start += 1;
    }
    if let Some(source) = &mut source
        && let Some(end) = edge::apposition(scene, source, &right)
    {
        source.end = end;
        right.start = end + 1;
    }
    let head = scene.head(found.cue.start);
    // `Asked whether it was true, | Berg said`: who is asked doesn't ask.
    if scene.page.text(head) == "asked" && found.cue.start == scene.sentence_of(head).start {
        source = None;
        let answers = |&at: &usize| scene.page.is_mark(at, ',') && scene.begins_clause(at + 1) != 0;
        right.end = right.clone().find(answers).unwrap_or(right.end);
    }
    source = quoted(scene, found.cue.start).or(source);
    let mut left = found.left.clone();
    if let Some(before) = edge::stated_before(scene, found) {
        (left, right) = (before, 0..0);
    }
    let content = [&left, &right, &goes_on].into_iter().filter(|piece| !piece.is_empty());
    let content = content.map(|piece| edge::piece(scene, &found.cue, piece)).collect();
    let word = word(scene, head);
    Candidate {
        stance: stance(scene, head, word),
        negated: is_negated(scene, head),
        speech: word.is_some_and(|word| word.surely_takes(Takes::Quotation)),
        ..Candidate::new(source, found.cue.clone(), content)
    }
}

/// Who is quoted `as saying`: `The agency quoted | an officer | as`, `| An officer | was quoted as`.
fn quoted(scene: &Scene<'_, '_, '_>, saying: usize) -> Option<Range<usize>> {
    const REACH: usize = 24;
    let page = scene.page;
    let start = scene.sentence_of(saying).start;
    let as_ = saying.checked_sub(1).filter(|&at| page.text(at) == "as" && page.tag(saying) == Some(Tag::VBG))?;
    let verb = (start..as_).rev().take(REACH).find_map(|at| page.verb(at).filter(|verb| verb.head == at))?;
    if verb.passive {
        return source::before(page, start, verb.tokens.start);
    }
    (verb.head + 1 < as_).then_some(verb.head + 1..as_)
}

/// How a cue puts what is said.
fn stance(scene: &Scene<'_, '_, '_>, head: usize, word: Option<Reporting>) -> Stance {
    match word {
        Some(word) => word.stance,
        None if scene.page.text(head) == "according" => Stance::Reported,
        None => Stance::Asserted,
    }
}

/// Whether a cue denies itself: `has not confirmed`, `neither confirmed nor denied`, `no evidence`.
fn is_negated(scene: &Scene<'_, '_, '_>, head: usize) -> bool {
    let page = scene.page;
    let (negated, start) = match (page.verb(head), page.noun(head)) {
        (Some(verb), _) => (verb.negated, verb.tokens.start),
        (_, Some(noun)) => (page.text(noun.tokens.start) == "no", noun.tokens.start),
        _ => (false, head),
    };
    negated || matches!(page.text(start.wrapping_sub(1)), "neither" | "nor")
}
