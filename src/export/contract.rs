//! The objects of the contract, version 1: what the native program prints and the browser API gives.
//!
//! Inside the core offsets are UTF-8 bytes; here they become what the reader of the output counts in.
//! Unknown values are `null`, never left out.

use super::word::Word;
use crate::attribution::Attribution;
use crate::claim::Claim;
use crate::compare::{Comparison, Match, Origin, Pair, Point, Problem, Quantity, TheirClaim, Verdict};
use crate::corpus::{Corpus, Report};
use crate::date::Date;
use crate::figure::Figure;
use crate::name::{Entity, EntityKind, Name};
use crate::reading::{About, Note, Reading};
use crate::text::Span;
use crate::value::{Fields, Value};

/// What offsets count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// Unicode code points, as Python and the W3C's `TextPositionSelector` count.
    CodePoints,
    /// UTF-16 code units, as JavaScript counts.
    Utf16,
}

/// Turns byte offsets of one text into another encoding's.
#[derive(Debug)]
pub struct Offsets {
    /// The count at every `STEP` bytes, at the next character boundary before it.
    marks: Vec<(u32, u32)>,
    encoding: Encoding,
}

/// How far two marks are apart, in bytes: a look-up counts at most this many.
const STEP: usize = 64;

impl Offsets {
    /// Measures a text.
    #[must_use]
    pub fn new(text: &str, encoding: Encoding) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let (mut count, mut due) = (0u32, 0usize);
        for (at, c) in text.char_indices() {
            while at >= due {
                marks.push((at as u32, count));
                due += STEP;
            }
            count += units(c, encoding);
        }
        Self { marks, encoding }
    }

    /// The count at a byte offset of the text that was measured.
    #[must_use]
    pub fn of(&self, text: &str, offset: u32) -> u32 {
        let at = self.marks.partition_point(|&(byte, _)| byte <= offset);
        let Some(&(byte, count)) = at.checked_sub(1).and_then(|at| self.marks.get(at)) else { return 0 };
        count + text[byte as usize..offset as usize].chars().map(|c| units(c, self.encoding)).sum::<u32>()
    }
}

fn units(c: char, encoding: Encoding) -> u32 {
    match encoding {
        Encoding::CodePoints => 1,
        Encoding::Utf16 => c.len_utf16() as u32,
    }
}

/// A reading as the contract has it. The asker's name for the article, a text or a number, is given back as it came.
#[must_use]
pub fn reading(id: Value, text: &str, reading: &Reading, encoding: Encoding) -> Value {
    let on = On { text, offsets: &Offsets::new(text, encoding), reading };
    Value::object(|f| {
        f.add("id", id);
        f.add("article", Value::object(|f| add_about(f, &reading.about)));
        f.add("sentences", Value::list(&reading.sentences, |&span| on.place(span)));
        f.add("figures", Value::list(&reading.figures, |figure| on.figure(figure)));
        f.add("dates", Value::list(&reading.dates, |date| on.date(date)));
        f.add("names", Value::list(&reading.names, |name| on.name(name)));
        f.add("entities", Value::list(&reading.entities, |entity| on.entity(entity)));
        f.add("attributions", Value::list(&reading.attributions, |attribution| on.attribution(attribution)));
        f.add("claims", Value::list(&reading.claims, |claim| on.claim(claim)));
        f.add("notes", Value::list(&reading.notes, |note| on.note(note)));
    })
}

/// A comparison as the contract has it.
#[must_use]
pub fn comparison(id: Value, pasted: &Report, corpus: &Corpus, comparison: &Comparison, encoding: Encoding) -> Value {
    Value::object(|f| {
        f.add("id", id.clone());
        f.add("reading", reading(id, &pasted.article.text, &pasted.reading, encoding));
        f.add("articles", Value::list(corpus.reports(), article));
        f.add("matches", Value::list(&comparison.matches, found));
        f.add("figures", Value::list(&comparison.quantities, |these| quantity(pasted, corpus, these)));
        f.add("origins", Value::list(&comparison.origins, origin));
        f.add("new", comparison.new.as_slice());
        f.add("missing", Value::list(&comparison.missing, missing));
        f.add("internal", Value::list(&comparison.internal, problem));
    })
}

/// How two texts relate, as the contract has it.
#[must_use]
pub fn relation(id: Value, verdict: Verdict, reasons: &[String]) -> Value {
    Value::object(|f| {
        f.add("id", id);
        f.add("relation", verdict.word());
        f.add("reasons", reasons);
    })
}

fn add_about(f: &mut Fields, about: &About) {
    f.add("title", &about.title);
    f.add("outlet", &about.outlet);
    f.add("published", &about.published);
    f.add("url", &about.url);
}

/// What stands in a text is told.
#[derive(Clone, Copy)]
struct On<'a> {
    text: &'a str,
    offsets: &'a Offsets,
    reading: &'a Reading,
}

impl On<'_> {
    fn add_place(self, f: &mut Fields, span: Span) {
        f.add("start", self.offsets.of(self.text, span.start));
        f.add("end", self.offsets.of(self.text, span.end));
    }

    fn place(self, span: Span) -> Value {
        Value::object(|f| self.add_place(f, span))
    }

    fn maybe_place(self, span: Option<Span>) -> Value {
        span.map_or(Value::Null, |span| self.place(span))
    }

    fn add_text(self, f: &mut Fields, span: Span) {
        self.add_place(f, span);
        f.add("text", span.of(self.text));
    }

    fn figure(self, figure: &Figure) -> Value {
        let subject: Vec<&str> = figure.subject.iter().map(|span| span.of(self.text)).collect();
        Value::object(|f| {
            self.add_text(f, figure.span);
            add_value(f, figure);
            f.add("unit", &figure.unit);
            f.add("dimension", figure.dimension.word());
            f.add("counted", self.maybe_place(figure.counted));
            f.add("subject", (!subject.is_empty()).then(|| subject.join(" ")));
            f.add("as_of", &figure.as_of);
        })
    }

    fn date(self, date: &Date) -> Value {
        Value::object(|f| {
            self.add_text(f, date.span);
            f.add("type", date.kind.word());
            f.add("value", &date.value);
            f.add("mod", date.modifier.map(Word::word));
        })
    }

    fn name(self, name: &Name) -> Value {
        let entity = self.reading.entities.get(name.entity as usize);
        Value::object(|f| {
            self.add_text(f, name.span);
            f.add("kind", entity.map_or(EntityKind::Other, |entity| entity.kind).word());
            f.add("entity", name.entity);
        })
    }

    fn entity(self, entity: &Entity) -> Value {
        Value::object(|f| {
            f.add("name", &entity.name);
            f.add("kind", entity.kind.word());
            f.add("role", entity.role.map(|role| role.of(self.text)));
            f.add("aliases", entity.aliases.as_slice());
        })
    }

    fn attribution(self, attribution: &Attribution) -> Value {
        let speaker = attribution.speaker.and_then(|speaker| self.reading.entities.get(speaker as usize));
        Value::object(|f| {
            f.add("source", self.maybe_place(attribution.source));
            f.add("cue", self.maybe_place(attribution.cue));
            f.add("content", Value::list(&attribution.content, |&span| self.place(span)));
            f.add("speaker", attribution.speaker);
            f.add("speaker_name", speaker.map(|speaker| &speaker.name));
            f.add("quotation", attribution.quotation.word());
            f.add("within", attribution.within);
        })
    }

    fn claim(self, claim: &Claim) -> Value {
        Value::object(|f| {
            self.add_text(f, claim.span);
            f.add("attribution", claim.attribution);
            f.add("stance", claim.stance.word());
            f.add("polarity", claim.polarity.word());
            f.add("certainty", claim.certainty.word());
            f.add("figures", claim.figures.as_slice());
            f.add("dates", claim.dates.as_slice());
            f.add("entities", claim.entities.as_slice());
            f.add("checkworthy", rounded(claim.checkworthy, 1e2));
        })
    }

    fn note(self, note: &Note) -> Value {
        Value::object(|f| {
            self.add_place(f, note.span);
            f.add("message", &note.message);
        })
    }
}

/// A figure's value, the same in a reading and in a comparison.
fn add_value(f: &mut Fields, figure: &Figure) {
    f.add("low", figure.low);
    f.add("high", figure.high);
    f.add("modifier", figure.modifier.word());
}

fn article(report: &Report) -> Value {
    Value::object(|f| {
        f.add("id", &report.article.id);
        add_about(f, &report.article.about);
    })
}

fn found(found: &Match) -> Value {
    Value::object(|f| {
        f.add("claim", found.claim);
        f.add("article", found.theirs.article);
        f.add("their_claim", found.theirs.claim);
        f.add("relation", found.relation.word());
        f.add("score", rounded(found.score, 1e6));
        f.add("reasons", found.reasons.as_slice());
    })
}

fn quantity(pasted: &Report, corpus: &Corpus, quantity: &Quantity) -> Value {
    Value::object(|f| {
        f.add("quantity", &quantity.quantity);
        f.add("points", Value::list(&quantity.points, |these| point(pasted, corpus, these)));
        f.add("pairs", Value::list(&quantity.pairs, pair));
    })
}

fn point(pasted: &Report, corpus: &Corpus, point: &Point) -> Value {
    let report = point.article.and_then(|at| corpus.reports().get(at as usize)).unwrap_or(pasted);
    let Some(figure) = report.reading.figures.get(point.figure as usize) else { return Value::Null };
    Value::object(|f| {
        f.add("article", point.article);
        f.add("figure", point.figure);
        add_value(f, figure);
        f.add("speaker_name", report.reading.speaker_of(point.figure));
        f.add("as_of", &figure.as_of);
        f.add("text", figure.span.of(&report.article.text));
    })
}

fn pair(pair: &Pair) -> Value {
    Value::object(|f| {
        f.add("a", pair.a);
        f.add("b", pair.b);
        f.add("relation", pair.relation.word());
        f.add("reason", &pair.reason);
    })
}

fn origin(origin: &Origin) -> Value {
    Value::object(|f| {
        f.add("statement", &origin.statement);
        f.add("speaker_name", &origin.speaker_name);
        f.add("outlets", origin.outlets.as_slice());
        f.add("independent", origin.independent);
    })
}

fn missing(theirs: &TheirClaim) -> Value {
    Value::object(|f| {
        f.add("article", theirs.article);
        f.add("their_claim", theirs.claim);
    })
}

fn problem(problem: &Problem) -> Value {
    Value::object(|f| {
        f.add("figures", problem.figures.as_slice());
        f.add("problem", &problem.problem);
    })
}

/// As fine as one part of so many.
fn rounded(score: f32, parts: f64) -> f64 {
    (f64::from(score) * parts).round() / parts
}
