//! Attributions: who says what (source, cue and content, as in PARC and `PolNeAR`).

mod candidate;
pub(crate) mod content;
mod edge;
pub(crate) mod flow;
mod join;
pub(crate) mod label;
pub(crate) mod model;
pub(crate) mod page;
mod put;
pub(crate) mod settle;
pub(crate) mod source;
mod that;
#[cfg(not(target_arch = "wasm32"))]
pub mod train;
mod unsourced;

use std::ops::Range;

pub use crate::lexicon::Stance;
use crate::lexicon::lexicon;
use crate::name::{EntityKind, Names};
use crate::text::{Document, Kind, Span, Tag};

use candidate::Candidate;
use model::scene::Scene;
use model::weights::Weights;
use page::Page;
use settle::Settled;

/// A statement and whom it comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attribution {
    /// Who says it; `None` where the text leaves it out.
    pub source: Option<Span>,
    /// The words that say it is said: `said`, `according to`.
    pub cue: Option<Span>,
    /// What is said, in order.
    pub content: Vec<Span>,
    /// The speaker among the entities; `None` where the text doesn't settle it.
    pub speaker: Option<u32>,
    /// How it is quoted.
    pub quotation: Quotation,
    /// The attribution in whose content this one stands.
    pub within: Option<u32>,
    /// How the cue puts it.
    pub stance: Stance,
    /// Whether the cue itself is negated: "has not confirmed".
    pub negated: bool,
}

/// How a statement is quoted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Quotation {
    /// All in quotation marks.
    Direct,
    /// In the outlet's words.
    Indirect,
    /// In part, or whole inside a that-clause.
    Mixed,
}

/// Finds the attributions of a document, in order of their first span.
#[must_use]
pub fn find(document: &Document<'_>, names: &Names) -> Vec<Attribution> {
    let page = Page::new(document);
    let scene = Scene::new(&page, names, &Weights::get().priors);
    let (found, chosen) = model::decide(&scene);
    let candidates = join::join(&scene, names, &found, &chosen);
    let mut settled = settle::settle(&page, candidates);
    flow::go_on(&page, &mut settled);
    settled.iter().map(|settled| attribution(&page, names, settled)).collect()
}

/// A settled candidate as an attribution.
fn attribution(page: &Page<'_, '_>, names: &Names, settled: &Settled) -> Attribution {
    let candidate = &settled.candidate;
    let span = |tokens: &Range<usize>| page.document.span(tokens.clone());
    let source = candidate.source.as_ref().map(span);
    Attribution {
        source,
        cue: Some(span(&candidate.cue)),
        content: candidate.content.iter().map(span).collect(),
        speaker: speaker(page, names, candidate),
        quotation: quotation(page, &candidate.content),
        within: settled.within.map(|within| within as u32),
        stance: candidate.stance,
        negated: candidate.negated,
    }
}

/// Whom a source names; a relative pronoun stands for the noun before it.
fn speaker(page: &Page<'_, '_>, names: &Names, candidate: &Candidate) -> Option<u32> {
    let Some(source) = candidate.source.clone() else { return possessor(page, names, candidate.cue.start) };
    let first = page.document.tokens.get(source.start)?;
    if source.len() == 1 && page.is_relative(source.start) {
        let end = if page.is_mark(source.start.checked_sub(1)?, ',') { source.start - 1 } else { source.start };
        let noun = page.noun_before(end)?;
        let entity = names.entity_in(page.document.span(noun.tokens.clone()))?;
        // `an aide at the Lund Office | who said`: bodies and places are no `who`.
        let person = names.entities.get(entity as usize).is_some_and(|entity| entity.kind == EntityKind::Person);
        return (person || first.tag == Tag::WDT).then_some(entity);
    }
    // `Berg's | warning`: the mark of who owns it is no part of a name.
    let last = source.end.checked_sub(1).filter(|&last| last > source.start && page.tag(last) == Some(Tag::POS));
    let speaker = names.entity_in(page.document.span(source.start..last.unwrap_or(source.end)))?;
    // `“I was not named by Senator Berg,” she said`: nobody speaks so of himself, if not in another's words.
    let nested = |at: u32| {
        const MOST: usize = 4;
        let quotes = &page.document.quotes;
        let before = quotes.partition_point(|quote| quote.span.start <= at);
        quotes[..before].iter().rev().take(MOST).any(|quote| quote.nested && at < quote.span.end)
    };
    let named = |piece: &Range<usize>| {
        let span = page.document.span(piece.clone());
        let first = names.mentions.partition_point(|name| name.span.start < span.start);
        let mut inside = names.mentions.iter().skip(first).take_while(|name| name.span.end <= span.end);
        inside.any(|name| name.entity == speaker && !nested(name.span.start))
    };
    let himself = first.tag == Tag::PRP && source.len() == 1 && candidate.content.first().is_some_and(named);
    (!himself).then_some(speaker)
}

/// Whose words a participle goes on with: `Berg's warning of floods, | saying that ...`, `Berg hit back, | saying`.
fn possessor(page: &Page<'_, '_>, names: &Names, cue: usize) -> Option<u32> {
    const FAR: usize = 24;
    let comma = cue.checked_sub(1).filter(|&at| page.is_mark(at, ',') && page.tag(cue) == Some(Tag::VBG))?;
    if page.text(cue) == "according" {
        return None;
    }
    let sentence = page.document.sentences.get(page.document.sentence_of(cue))?;
    let floor = sentence.tokens.start.max(comma.saturating_sub(FAR)) + 1;
    let told = |at: usize| lexicon().reporting().noun(page.word(at)).is_some();
    let owns = |&at: &usize| page.tag(at) == Some(Tag::POS) && (told(at + 1) || told(at + 2));
    let Some(mark) = (floor..comma).rev().find(owns) else {
        // The subject of the last predicate before.
        let verb = (floor..comma).rev().find(|&at| page.is_finite(at))?;
        let subject = source::before(page, sentence.tokens.start, page.verb(verb)?.tokens.start)?;
        return names.entity_in(page.document.span(subject));
    };
    let end = page.document.span(mark - 1..mark).end;
    let owner = names.mentions.get(names.mentions.partition_point(|name| name.span.end < end))?;
    (owner.span.end == end).then_some(owner.entity)
}

/// How a content is quoted: whole, in part, or not.
fn quotation(page: &Page<'_, '_>, content: &[Range<usize>]) -> Quotation {
    let (mut quoted, mut plain) = (false, false);
    for piece in content {
        for at in piece.clone() {
            match page.quote(at) {
                Some(_) => quoted = true,
                None => plain |= page.token(at).is_some_and(|token| token.kind != Kind::Punctuation),
            }
        }
    }
    match (quoted, plain) {
        (true, false) => Quotation::Direct,
        (true, true) => Quotation::Mixed,
        _ => Quotation::Indirect,
    }
}
