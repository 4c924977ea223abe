//! W3C Web Annotation: each figure and each claim as an annotation on the article.
//!
//! A target is given twice, by position and by quotation, so that it is found again when the page
//! around the article changes. Positions count code points, as the recommendation says.

use super::Offsets;
use super::contract::Encoding;
use super::laid::{Laid, name};
use super::word::Word;
use crate::text::Span;
use crate::value::Value;

/// How much of the text before and after a target is quoted with it, in characters.
const CONTEXT: usize = 32;

/// The figures and claims of an article as one annotation page.
#[must_use]
pub fn web_annotation(laid: Laid<'_>) -> Value {
    let article = &laid.report.article;
    let on = Target {
        text: &article.text,
        source: article.about.url.as_deref().unwrap_or_default(),
        offsets: Offsets::new(&article.text, Encoding::CodePoints),
    };
    let mut items = Vec::new();
    for (index, figure) in (0u32..).zip(&laid.report.reading.figures) {
        let mut bodies = vec![tag("figure")];
        for other in laid.beside(index) {
            bodies.push(tag(other.relation.word()));
            bodies.push(comment(&format!("{}: {}", name(other.report), other.reason)));
        }
        items.push(on.annotation("figure", index, figure.span, bodies));
    }
    for (index, claim) in (0u32..).zip(&laid.report.reading.claims) {
        let mut bodies = vec![tag("claim")];
        for found in laid.comparison.matches.iter().filter(|found| found.claim == index) {
            let Some(report) = laid.corpus.reports().get(found.theirs.article as usize) else { continue };
            bodies.push(tag(found.relation.word()));
            bodies.push(comment(&format!("{}: {}", name(report), found.reasons.join(" "))));
        }
        items.push(on.annotation("claim", index, claim.span, bodies));
    }
    Value::object(|f| {
        f.add("@context", "http://www.w3.org/ns/anno.jsonld");
        f.add("id", format!("{}#crossread", on.source));
        f.add("type", "AnnotationPage");
        f.add("items", Value::List(items));
    })
}

/// The article, as annotations point into it.
struct Target<'a> {
    text: &'a str,
    source: &'a str,
    offsets: Offsets,
}

impl Target<'_> {
    fn annotation(&self, kind: &str, index: u32, span: Span, bodies: Vec<Value>) -> Value {
        let target = Value::object(|f| {
            f.add("source", self.source);
            f.add("selector", Value::List(vec![self.position(span), self.quotation(span)]));
        });
        Value::object(|f| {
            f.add("id", format!("{}#crossread-{kind}-{index}", self.source));
            f.add("type", "Annotation");
            f.add("motivation", "describing");
            f.add("body", Value::List(bodies));
            f.add("target", target);
        })
    }

    fn position(&self, span: Span) -> Value {
        Value::object(|f| {
            f.add("type", "TextPositionSelector");
            f.add("start", self.offsets.of(self.text, span.start));
            f.add("end", self.offsets.of(self.text, span.end));
        })
    }

    fn quotation(&self, span: Span) -> Value {
        let (before, after) = (&self.text[..span.start as usize], &self.text[span.end as usize..]);
        let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        Value::object(|f| {
            f.add("type", "TextQuoteSelector");
            f.add("exact", span.of(self.text));
            f.add("prefix", &before[from..]);
            f.add("suffix", &after[..to]);
        })
    }
}

fn tag(value: &str) -> Value {
    Value::object(|f| {
        f.add("type", "TextualBody");
        f.add("purpose", "tagging");
        f.add("value", value);
    })
}

fn comment(value: &str) -> Value {
    Value::object(|f| {
        f.add("type", "TextualBody");
        f.add("purpose", "commenting");
        f.add("format", "text/plain");
        f.add("language", "en");
        f.add("value", value);
    })
}
