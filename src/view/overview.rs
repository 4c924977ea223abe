//! The overview: what agrees, what conflicts, what is only here, what is missing.

use std::collections::BTreeMap;

use super::passages::claim_passage;
use super::sheet::{Item, Mark, MarkKind, Section, SectionKind, Tone};
use super::words;
use crate::compare::{Comparison, Origin};
use crate::corpus::{Corpus, Report};

/// Lists what the highlights and the comparison have to tell, by kind.
pub(super) fn sections(marks: &[Mark], pasted: &Report, corpus: &Corpus, comparison: &Comparison) -> Vec<Section> {
    let mut sections: BTreeMap<SectionKind, Vec<Item>> = BTreeMap::new();
    for (at, mark) in marks.iter().enumerate() {
        // Being on one matter is no news, and a figure alone is told with its claim.
        if mark.tone < Tone::Related && !told_by_figure(mark, marks, at) {
            sections.entry(SectionKind::Of(mark.tone)).or_default().push(item(at, mark));
        }
    }
    for &claim in &comparison.new {
        let Some(span) = pasted.reading.claims.get(claim as usize).map(|claim| claim.span) else { continue };
        let found = marks.iter().position(|mark| mark.kind == MarkKind::Claim && mark.span == span);
        if let Some(at) = found.filter(|&at| marks[at].tone == Tone::Alone) {
            let item = Item { detail: marks[at].said.clone(), ..item(at, &marks[at]) };
            sections.entry(SectionKind::Of(Tone::Alone)).or_default().push(item);
        }
    }
    let problems = comparison.internal.iter().map(|problem| {
        let spans = problem.figures.iter().filter_map(|&figure| pasted.reading.figures.get(figure as usize));
        let text = spans.clone().map(|figure| figure.span.of(&pasted.article.text)).collect::<Vec<_>>().join(" · ");
        let first = spans.map(|figure| figure.span).min();
        let mark = marks.iter().position(|mark| mark.kind == MarkKind::Figure && Some(mark.span) == first);
        Item { text, detail: problem.problem.clone(), mark: mark.map(|mark| mark as u32), passage: None }
    });
    sections.entry(SectionKind::Problems).or_default().extend(problems);
    sections.entry(SectionKind::Origins).or_default().extend(comparison.origins.iter().filter_map(origin));
    let missing = comparison.missing.iter().filter_map(|theirs| {
        let report = corpus.reports().get(theirs.article as usize)?;
        let relation = String::new();
        let passage = claim_passage(report, theirs.claim, Tone::Alone, relation, Vec::new())?;
        Some(Item { text: passage.hit.clone(), detail: passage.outlet.clone(), mark: None, passage: Some(passage) })
    });
    sections.entry(SectionKind::Missing).or_default().extend(missing);
    sections.into_iter().filter(|(_, items)| !items.is_empty()).map(|(kind, items)| Section { kind, items }).collect()
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
