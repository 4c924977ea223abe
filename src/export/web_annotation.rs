//! W3C Web Annotation: each figure and each claim as an annotation on the article.
//!
//! A target is given twice, by position and by quotation, so that it is found again when the page
//! around the article changes. Positions count code points, as the recommendation says.

use serde_json::{Value, json};

use super::Offsets;
use super::contract::Encoding;
use super::laid::{Laid, claim_word, figure_word, name};
use crate::text::Span;

/// How much of the text before and after a target is quoted with it, in characters.
const CONTEXT: usize = 32;

/// The figures and claims of an article as one annotation page.
#[must_use]
pub fn web_annotation(laid: Laid<'_>) -> Value {
    let text = &laid.report.article.text;
    let source = laid.report.article.about.url.clone().unwrap_or_default();
    let offsets = Offsets::new(text, Encoding::CodePoints);
    let annotation = |kind: &str, index: usize, span: Span, bodies: Vec<Value>| {
        json!({
            "id": format!("{source}#crossread-{kind}-{index}"),
            "type": "Annotation",
            "motivation": "describing",
            "body": bodies,
            "target": {"source": source, "selector": selectors(text, span, &offsets)},
        })
    };
    let mut items = Vec::new();
    for (index, figure) in laid.report.reading.figures.iter().enumerate() {
        let mut bodies = vec![tag("figure")];
        for other in laid.beside(index as u32) {
            bodies.push(tag(figure_word(other.relation)));
            bodies.push(comment(&format!("{}: {}", name(other.report), other.reason)));
        }
        items.push(annotation("figure", index, figure.span, bodies));
    }
    for (index, claim) in laid.report.reading.claims.iter().enumerate() {
        let mut bodies = vec![tag("claim")];
        for found in laid.comparison.matches.iter().filter(|found| found.claim as usize == index) {
            let Some(report) = laid.corpus.reports().get(found.theirs.article as usize) else { continue };
            bodies.push(tag(claim_word(found.relation)));
            bodies.push(comment(&format!("{}: {}", name(report), found.reasons.join(" "))));
        }
        items.push(annotation("claim", index, claim.span, bodies));
    }
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("{source}#crossread"),
        "type": "AnnotationPage",
        "items": items,
    })
}

fn tag(value: &str) -> Value {
    json!({"type": "TextualBody", "purpose": "tagging", "value": value})
}

fn comment(value: &str) -> Value {
    json!({"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "language": "en", "value": value})
}

fn selectors(text: &str, span: Span, offsets: &Offsets) -> Value {
    let before: Vec<char> = text[..span.start as usize].chars().rev().take(CONTEXT).collect();
    let prefix: String = before.into_iter().rev().collect();
    let suffix: String = text[span.end as usize..].chars().take(CONTEXT).collect();
    json!([
        {"type": "TextPositionSelector", "start": offsets.of(text, span.start), "end": offsets.of(text, span.end)},
        {"type": "TextQuoteSelector", "exact": span.of(text), "prefix": prefix, "suffix": suffix},
    ])
}
