//! The objects of the contract, version 1: what the native program prints and the browser API gives.
//!
//! Inside the core offsets are UTF-8 bytes; here they become what the reader of the output counts in.
//! Unknown values are `null`, never left out.

use serde::{Deserialize, Serialize};

use crate::attribution::{Quotation, Stance};
use crate::claim::{Certainty, Polarity};
use crate::compare::{Comparison, FigureRelation, Relation};
use crate::corpus::{Corpus, Report};
use crate::date::{DateKind, DateModifier};
use crate::figure::{Dimension, Modifier};
use crate::name::EntityKind;
use crate::reading::{About, Reading};
use crate::text::Span;

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
const STEP: usize = 256;

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

/// What the asker calls an article: a string or a number, given back as it came.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(untagged, expecting = "\"id\" is neither a string nor a number")]
pub enum Id {
    /// A string.
    Text(String),
    /// A number.
    Number(serde_json::Number),
}

/// A stretch of the text in the output's own offsets, half-open.
#[derive(Clone, Copy, Serialize, Debug)]
#[allow(missing_docs, reason = "the contract says what the fields are")]
pub struct Place {
    pub start: u32,
    pub end: u32,
}

/// A figure.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the contract says what the fields are")]
pub struct FigureOut<'r> {
    #[serde(flatten)]
    pub place: Place,
    pub text: &'r str,
    #[serde(serialize_with = "number")]
    pub low: f64,
    #[serde(serialize_with = "number")]
    pub high: f64,
    pub modifier: Modifier,
    pub unit: Option<&'r str>,
    pub dimension: Dimension,
    pub counted: Option<Place>,
    pub subject: Option<String>,
    pub as_of: Option<&'r str>,
}

/// A date.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the contract says what the fields are")]
pub struct DateOut<'r> {
    #[serde(flatten)]
    pub place: Place,
    pub text: &'r str,
    #[serde(rename = "type")]
    pub kind: DateKind,
    pub value: &'r str,
    #[serde(rename = "mod")]
    pub modifier: Option<DateModifier>,
}

/// A name.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the contract says what the fields are")]
pub struct NameOut<'r> {
    #[serde(flatten)]
    pub place: Place,
    pub text: &'r str,
    pub kind: EntityKind,
    pub entity: u32,
}

/// An entity.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the contract says what the fields are")]
pub struct EntityOut<'r> {
    pub name: &'r str,
    pub kind: EntityKind,
    pub role: Option<&'r str>,
    pub aliases: &'r [String],
}

/// An attribution.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the contract says what the fields are")]
pub struct AttributionOut<'r> {
    pub source: Option<Place>,
    pub cue: Option<Place>,
    pub content: Vec<Place>,
    pub speaker: Option<u32>,
    pub speaker_name: Option<&'r str>,
    pub quotation: Quotation,
    pub within: Option<u32>,
}

/// A claim.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the contract says what the fields are")]
pub struct ClaimOut<'r> {
    #[serde(flatten)]
    pub place: Place,
    pub text: &'r str,
    pub attribution: Option<u32>,
    pub stance: Stance,
    pub polarity: Polarity,
    pub certainty: Certainty,
    pub figures: &'r [u32],
    pub dates: &'r [u32],
    pub entities: &'r [u32],
    pub checkworthy: f64,
}

/// A note.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the contract says what the fields are")]
pub struct NoteOut<'r> {
    #[serde(flatten)]
    pub place: Place,
    pub message: &'r str,
}

/// A reading.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the contract says what the fields are")]
pub struct ReadingOut<'r> {
    pub id: Option<&'r Id>,
    pub article: &'r About,
    pub sentences: Vec<Place>,
    pub figures: Vec<FigureOut<'r>>,
    pub dates: Vec<DateOut<'r>>,
    pub names: Vec<NameOut<'r>>,
    pub entities: Vec<EntityOut<'r>>,
    pub attributions: Vec<AttributionOut<'r>>,
    pub claims: Vec<ClaimOut<'r>>,
    pub notes: Vec<NoteOut<'r>>,
}

/// A value as JSON has it: whole numbers without `.0`.
fn number<S: serde::Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() <= EXACT {
        #[allow(clippy::cast_possible_truncation, reason = "whole and within 2^53")]
        return serializer.serialize_i64(*value as i64);
    }
    serializer.serialize_f64(*value)
}

/// A reading as the contract has it.
#[must_use]
pub fn reading<'r>(id: Option<&'r Id>, text: &'r str, reading: &'r Reading, encoding: Encoding) -> ReadingOut<'r> {
    let offsets = Offsets::new(text, encoding);
    let place = |span: Span| Place { start: offsets.of(text, span.start), end: offsets.of(text, span.end) };
    let speaker_name = |speaker: Option<u32>| {
        speaker.and_then(|speaker| reading.entities.get(speaker as usize)).map(|entity| entity.name.as_str())
    };
    ReadingOut {
        id,
        article: &reading.about,
        sentences: reading.sentences.iter().map(|&span| place(span)).collect(),
        figures: reading
            .figures
            .iter()
            .map(|figure| FigureOut {
                place: place(figure.span),
                text: figure.span.of(text),
                low: figure.low,
                high: figure.high,
                modifier: figure.modifier,
                unit: figure.unit.as_deref(),
                dimension: figure.dimension,
                counted: figure.counted.map(place),
                subject: words(text, &figure.subject),
                as_of: figure.as_of.as_deref(),
            })
            .collect(),
        dates: reading
            .dates
            .iter()
            .map(|date| DateOut {
                place: place(date.span),
                text: date.span.of(text),
                kind: date.kind,
                value: &date.value,
                modifier: date.modifier,
            })
            .collect(),
        names: reading
            .names
            .iter()
            .map(|name| NameOut {
                place: place(name.span),
                text: name.span.of(text),
                kind: reading.entities.get(name.entity as usize).map_or(EntityKind::Other, |entity| entity.kind),
                entity: name.entity,
            })
            .collect(),
        entities: reading
            .entities
            .iter()
            .map(|entity| EntityOut {
                name: &entity.name,
                kind: entity.kind,
                role: entity.role.map(|role| role.of(text)),
                aliases: &entity.aliases,
            })
            .collect(),
        attributions: reading
            .attributions
            .iter()
            .map(|attribution| AttributionOut {
                source: attribution.source.map(place),
                cue: attribution.cue.map(place),
                content: attribution.content.iter().map(|&span| place(span)).collect(),
                speaker: attribution.speaker,
                speaker_name: speaker_name(attribution.speaker),
                quotation: attribution.quotation,
                within: attribution.within,
            })
            .collect(),
        claims: reading
            .claims
            .iter()
            .map(|claim| ClaimOut {
                place: place(claim.span),
                text: claim.span.of(text),
                attribution: claim.attribution,
                stance: claim.stance,
                polarity: claim.polarity,
                certainty: claim.certainty,
                figures: &claim.figures,
                dates: &claim.dates,
                entities: &claim.entities,
                checkworthy: (f64::from(claim.checkworthy) * 100.0).round() / 100.0,
            })
            .collect(),
        notes: reading.notes.iter().map(|note| NoteOut { place: place(note.span), message: &note.message }).collect(),
    }
}

/// Stretches of the text as one string of words.
fn words(text: &str, spans: &[Span]) -> Option<String> {
    (!spans.is_empty()).then(|| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" "))
}

/// An article of the corpus, as a comparison names it.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the contract says what the fields are")]
pub struct ArticleOut<'r> {
    pub id: &'r str,
    #[serde(flatten)]
    pub about: &'r About,
}

/// A claim of the article and another's.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the contract says what the fields are")]
pub struct MatchOut<'r> {
    pub claim: u32,
    pub article: u32,
    pub their_claim: u32,
    pub relation: Relation,
    pub score: f32,
    pub reasons: &'r [String],
}

/// A figure of a quantity.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the contract says what the fields are")]
pub struct PointOut<'r> {
    pub article: Option<u32>,
    pub figure: u32,
    #[serde(serialize_with = "number")]
    pub low: f64,
    #[serde(serialize_with = "number")]
    pub high: f64,
    pub modifier: Modifier,
    pub speaker_name: Option<&'r str>,
    pub as_of: Option<&'r str>,
    pub text: &'r str,
}

/// A quantity and its figures.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the contract says what the fields are")]
pub struct QuantityOut<'r> {
    pub quantity: &'r str,
    pub points: Vec<PointOut<'r>>,
    pub pairs: Vec<PairOut<'r>>,
}

/// How two figures relate.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the contract says what the fields are")]
pub struct PairOut<'r> {
    pub a: u32,
    pub b: u32,
    pub relation: FigureRelation,
    pub reason: &'r str,
}

/// A claim that the article leaves out.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the contract says what the fields are")]
pub struct MissingOut {
    pub article: u32,
    pub their_claim: u32,
}

/// A comparison.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the contract says what the fields are")]
pub struct ComparisonOut<'r> {
    pub id: Option<&'r Id>,
    pub reading: ReadingOut<'r>,
    pub articles: Vec<ArticleOut<'r>>,
    pub matches: Vec<MatchOut<'r>>,
    pub figures: Vec<QuantityOut<'r>>,
    pub origins: &'r [crate::compare::Origin],
    pub new: &'r [u32],
    pub missing: Vec<MissingOut>,
    pub internal: &'r [crate::compare::Problem],
}

/// A comparison as the contract has it.
#[must_use]
pub fn comparison<'r>(
    id: Option<&'r Id>,
    pasted: &'r Report,
    corpus: &'r Corpus,
    comparison: &'r Comparison,
    encoding: Encoding,
) -> ComparisonOut<'r> {
    let report = |article: Option<u32>| match article {
        Some(article) => &corpus.reports()[article as usize],
        None => pasted,
    };
    ComparisonOut {
        id,
        reading: reading(id, &pasted.article.text, &pasted.reading, encoding),
        articles: corpus
            .reports()
            .iter()
            .map(|report| ArticleOut { id: &report.article.id, about: &report.article.about })
            .collect(),
        matches: comparison
            .matches
            .iter()
            .map(|found| MatchOut {
                claim: found.claim,
                article: found.theirs.article,
                their_claim: found.theirs.claim,
                relation: found.relation,
                score: found.score,
                reasons: &found.reasons,
            })
            .collect(),
        figures: comparison
            .quantities
            .iter()
            .map(|quantity| QuantityOut {
                quantity: &quantity.quantity,
                points: quantity
                    .points
                    .iter()
                    .map(|point| {
                        let report = report(point.article);
                        let figure = &report.reading.figures[point.figure as usize];
                        PointOut {
                            article: point.article,
                            figure: point.figure,
                            low: figure.low,
                            high: figure.high,
                            modifier: figure.modifier,
                            speaker_name: report.reading.speaker_of(point.figure),
                            as_of: figure.as_of.as_deref(),
                            text: figure.span.of(&report.article.text),
                        }
                    })
                    .collect(),
                pairs: quantity
                    .pairs
                    .iter()
                    .map(|pair| PairOut { a: pair.a, b: pair.b, relation: pair.relation, reason: &pair.reason })
                    .collect(),
            })
            .collect(),
        origins: &comparison.origins,
        new: &comparison.new,
        missing: comparison
            .missing
            .iter()
            .map(|theirs| MissingOut { article: theirs.article, their_claim: theirs.claim })
            .collect(),
        internal: &comparison.internal,
    }
}
