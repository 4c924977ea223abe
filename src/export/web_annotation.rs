//! W3C Web Annotation: each figure and each claim as an annotation on the article.
//!
//! A target is given twice, by position and by quotation, so that it is found again when the page
//! around the article changes. Positions count code points, as the recommendation says.

use super::Offsets;
use super::contract::Encoding;
use super::laid::{Laid, name};
use super::word::Word;
use crate::json::{Layout, Writer};
use crate::text::Span;

/// How much of the text before and after a target is quoted with it, in characters.
const CONTEXT: usize = 32;

/// The figures and claims of an article as one annotation page: JSON on one line.
#[must_use]
pub fn web_annotation(laid: Laid<'_>) -> String {
    let reading = &laid.report.reading;
    let article = &laid.report.article;
    let on = Target {
        text: &article.text,
        source: article.about.url.as_deref().unwrap_or_default(),
        offsets: Offsets::new(&article.text, Encoding::CodePoints),
    };
    let mut writer = Writer::new(Layout::Line);
    writer.object(|w| {
        w.field("@context", "http://www.w3.org/ns/anno.jsonld");
        w.field("id", &format!("{}#crossread", on.source));
        w.field("type", "AnnotationPage");
        let figures = (0u32..).zip(&reading.figures).map(|(index, figure)| (FIGURE, index, figure.span));
        let claims = (0u32..).zip(&reading.claims).map(|(index, claim)| (CLAIM, index, claim.span));
        w.key("items").list(figures.chain(claims), |w, (kind, index, span)| {
            let mut bodies = vec![(kind, String::new())];
            if kind == FIGURE {
                for other in laid.beside(index) {
                    bodies.push((other.relation.word(), format!("{}: {}", name(other.report), other.reason)));
                }
            } else {
                for found in laid.comparison.matches.iter().filter(|found| found.claim == index) {
                    let Some(report) = laid.corpus.reports().get(found.theirs.article as usize) else { continue };
                    bodies.push((found.relation.word(), format!("{}: {}", name(report), found.reasons.join(" "))));
                }
            }
            on.put_annotation(w, kind, index, span, &bodies);
        });
    });
    writer.finish()
}

const FIGURE: &str = "figure";
const CLAIM: &str = "claim";

/// The article, as annotations point into it.
struct Target<'a> {
    text: &'a str,
    source: &'a str,
    offsets: Offsets,
}

impl Target<'_> {
    /// An annotation; each body is a tag and a comment on it, which may be empty.
    fn put_annotation(&self, w: &mut Writer, kind: &str, index: u32, span: Span, bodies: &[(&str, String)]) {
        w.object(|w| {
            w.field("id", &format!("{}#crossread-{kind}-{index}", self.source));
            w.field("type", "Annotation");
            w.field("motivation", "describing");
            w.key("body").list(bodies, |w, (tag, comment)| {
                put_body(w, "tagging", tag);
                if !comment.is_empty() {
                    put_body(w, "commenting", comment);
                }
            });
            w.key("target").object(|w| {
                w.field("source", self.source);
                w.key("selector").list([true, false], |w, position| self.put_selector(w, span, position));
            });
        });
    }

    fn put_selector(&self, w: &mut Writer, span: Span, position: bool) {
        let (before, rest) = self.text.split_at(span.start as usize);
        let after = &rest[span.len() as usize..];
        let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        w.object(|w| {
            if position {
                w.field("type", "TextPositionSelector");
                w.field("start", &self.offsets.of(self.text, span.start));
                w.field("end", &self.offsets.of(self.text, span.end));
            } else {
                w.field("type", "TextQuoteSelector");
                w.field("exact", span.of(self.text));
                w.field("prefix", &before[from..]);
                w.field("suffix", &after[..to]);
            }
        });
    }
}

fn put_body(w: &mut Writer, purpose: &str, value: &str) {
    w.object(|w| {
        w.field("type", "TextualBody");
        w.field("purpose", purpose);
        if purpose == "commenting" {
            w.field("format", "text/plain");
            w.field("language", "en");
        }
        w.field("value", value);
    });
}
