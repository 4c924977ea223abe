//! The overview: what agrees, what conflicts, what is only here, what is missing.

use super::passages::claim_passage;
use super::sheet::{Item, Mark, MarkKind, Section, SectionKind, Tone};
use super::words;
use crate::compare::{Comparison, Origin, Problem};
use crate::corpus::{Corpus, Report};
use crate::order;
use crate::text::Span;

/// Lists what the highlights and the comparison have to tell, by kind.
pub(super) fn sections(marks: &[Mark], pasted: &Report, corpus: &Corpus, comparison: &Comparison) -> Vec<Section> {
    let mut sections = Vec::new();
    for (at, mark) in marks.iter().enumerate() {
        // Being on one matter is no news, and a figure alone is told with its claim.
        if mark.tone < Tone::Related && !told_by_figure(mark, marks, at) {
            put(&mut sections, SectionKind::Of(mark.tone), item(at, mark));
        }
    }
    for &claim in &comparison.new {
        let Some(claim) = pasted.reading.claims.get(claim as usize) else { continue };
        let found = mark_of(marks, MarkKind::Claim, claim.span).filter(|&at| marks[at].tone == Tone::Alone);
        if let Some(at) = found {
            let item = Item { detail: marks[at].said.clone(), ..item(at, &marks[at]) };
            put(&mut sections, SectionKind::Of(Tone::Alone), item);
        }
    }
    for problem in &comparison.internal {
        put(&mut sections, SectionKind::Problems, against_itself(problem, marks, pasted));
    }
    for origin in comparison.origins.iter().filter_map(origin) {
        put(&mut sections, SectionKind::Origins, origin);
    }
    for theirs in &comparison.missing {
        let Some(report) = corpus.reports().get(theirs.article as usize) else { continue };
        let passage = claim_passage(report, theirs.claim, Tone::Alone, String::new(), Vec::new());
        if let Some(passage) = passage {
            let (text, detail) = (passage.hit.clone(), passage.outlet.clone());
            put(&mut sections, SectionKind::Missing, Item { text, detail, mark: None, passage: Some(passage) });
        }
    }
    order::sort_by_key(&mut sections, |section| section.kind);
    sections
}

/// Adds an item to the section of its kind.
fn put(sections: &mut Vec<Section>, kind: SectionKind, item: Item) {
    match sections.iter_mut().find(|section| section.kind == kind) {
        Some(section) => section.items.push(item),
        None => sections.push(Section { kind, items: vec![item] }),
    }
}

/// The highlight of a claim or figure; highlights are in the order of their start.
fn mark_of(marks: &[Mark], kind: MarkKind, span: Span) -> Option<usize> {
    let from = marks.partition_point(|mark| mark.span.start < span.start);
    (from..marks.len())
        .take_while(|&at| marks[at].span.start == span.start)
        .find(|&at| marks[at].kind == kind && marks[at].span == span)
}

/// What is wrong in the article, told of its first figure.
fn against_itself(problem: &Problem, marks: &[Mark], pasted: &Report) -> Item {
    let figures = problem.figures.iter().filter_map(|&figure| pasted.reading.figures.get(figure as usize));
    let spans: Vec<Span> = figures.map(|figure| figure.span).collect();
    let text: Vec<&str> = spans.iter().map(|span| span.of(&pasted.article.text)).collect();
    let mark = spans.iter().min().and_then(|&first| mark_of(marks, MarkKind::Figure, first));
    Item { text: text.join(" · "), detail: problem.problem.clone(), mark: mark.map(|mark| mark as u32), passage: None }
}

fn item(at: usize, mark: &Mark) -> Item {
    let others = mark.passages.iter().filter(|passage| passage.tone == mark.tone);
    let mut outlets: Vec<&str> = Vec::new();
    for passage in others {
        if !outlets.contains(&passage.outlet.as_str()) {
            outlets.push(&passage.outlet);
        }
    }
    let detail = match mark.kind {
        MarkKind::Figure => format!("{} ({})", mark.summary, outlets.join(", ")),
        MarkKind::Claim => outlets.join(", "),
    };
    Item { text: words::short(&mark.text), detail, mark: Some(at as u32), passage: None }
}

/// Whether a claim's tone is that of a figure in it: then the figure tells it better.
fn told_by_figure(claim: &Mark, marks: &[Mark], at: usize) -> bool {
    claim.kind == MarkKind::Claim
        && marks[at..]
            .iter()
            .take_while(|mark| mark.span.start < claim.span.end)
            .any(|mark| mark.kind == MarkKind::Figure && mark.tone == claim.tone)
}

/// An origin that more than one outlet carries.
fn origin(origin: &Origin) -> Option<Item> {
    if origin.outlets.len() < 2 {
        return None;
    }
    let detail = words::origin(origin.outlets.len(), origin.independent as usize, origin.speaker_name.as_deref());
    Some(Item {
        text: words::short(&origin.statement),
        detail: format!("{detail} {}.", origin.outlets.join(", ")),
        mark: None,
        passage: None,
    })
}
