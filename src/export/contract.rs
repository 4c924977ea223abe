//! The objects of the contract, version 1: what the native program prints and the browser API gives.
//!
//! Inside the core offsets are UTF-8 bytes; here they become what the reader of the output counts in.
//! Unknown values are `null`, never left out. In the browser the same JSON is read into objects by JavaScript itself.

use super::word::Word;
use crate::attribution::Attribution;
use crate::claim::Claim;
use crate::compare::{Comparison, Origin, Problem, Quantity, Verdict};
use crate::corpus::{Corpus, Report};
use crate::date::Date;
use crate::figure::Figure;
use crate::json::Writer;
use crate::name::{Entity, EntityKind, Name};
use crate::reading::{About, Note, Reading};
use crate::text::Span;

pub use crate::json::Layout;

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

/// How the objects are written.
#[derive(Clone, Copy, Debug)]
pub struct Form<'a> {
    /// What the asker calls the article, given back as it came: the JSON of a string or number, or `null`.
    pub id: &'a str,
    /// What offsets count.
    pub encoding: Encoding,
    /// How the JSON is laid out.
    pub layout: Layout,
}

/// A reading as the contract has it, in JSON.
#[must_use]
pub fn reading(form: Form<'_>, text: &str, reading: &Reading) -> String {
    let mut writer = Writer::new(form.layout);
    put_reading(&mut writer, form, text, reading);
    writer.finish()
}

/// A comparison as the contract has it, in JSON.
#[must_use]
pub fn comparison(form: Form<'_>, pasted: &Report, corpus: &Corpus, comparison: &Comparison) -> String {
    let mut writer = Writer::new(form.layout);
    writer.object(|w| {
        w.key("id").raw(form.id);
        put_reading(w.key("reading"), form, &pasted.article.text, &pasted.reading);
        w.key("articles").list(corpus.reports(), |w, report| {
            w.object(|w| {
                w.field("id", &report.article.id);
                put_about(w, &report.article.about);
            });
        });
        w.key("matches").list(&comparison.matches, |w, found| {
            w.object(|w| {
                w.field("claim", &found.claim);
                w.field("article", &found.theirs.article);
                w.field("their_claim", &found.theirs.claim);
                w.field("relation", found.relation.word());
                w.field("score", &rounded(found.score, 1e6));
                w.field("reasons", found.reasons.as_slice());
            });
        });
        w.key("figures").list(&comparison.quantities, |w, quantity| put_quantity(w, pasted, corpus, quantity));
        w.key("origins").list(&comparison.origins, put_origin);
        w.field("new", comparison.new.as_slice());
        w.key("missing").list(&comparison.missing, |w, theirs| {
            w.object(|w| {
                w.field("article", &theirs.article);
                w.field("their_claim", &theirs.claim);
            });
        });
        w.key("internal").list(&comparison.internal, |w, Problem { figures, problem }| {
            w.object(|w| {
                w.field("figures", figures.as_slice());
                w.field("problem", problem);
            });
        });
    });
    writer.finish()
}

/// How two texts relate, as the contract has it, in JSON.
#[must_use]
pub fn relation(form: Form<'_>, verdict: Verdict, reasons: &[String]) -> String {
    let mut writer = Writer::new(form.layout);
    writer.object(|w| {
        w.key("id").raw(form.id);
        w.field("relation", verdict.word());
        w.field("reasons", reasons);
    });
    writer.finish()
}

fn put_reading(w: &mut Writer, form: Form<'_>, text: &str, reading: &Reading) {
    let on = On { text, offsets: &Offsets::new(text, form.encoding), reading };
    w.object(|w| {
        w.key("id").raw(form.id);
        w.key("article").object(|w| put_about(w, &reading.about));
        w.key("sentences").list(&reading.sentences, |w, &span| on.place(w, span));
        w.key("figures").list(&reading.figures, |w, figure| on.figure(w, figure));
        w.key("dates").list(&reading.dates, |w, date| on.date(w, date));
        w.key("names").list(&reading.names, |w, name| on.name(w, name));
        w.key("entities").list(&reading.entities, |w, entity| on.entity(w, entity));
        w.key("attributions").list(&reading.attributions, |w, attribution| on.attribution(w, attribution));
        w.key("claims").list(&reading.claims, |w, claim| on.claim(w, claim));
        w.key("notes").list(&reading.notes, |w, note| on.note(w, note));
    });
}

fn put_about(w: &mut Writer, about: &About) {
    w.field("title", &about.title);
    w.field("outlet", &about.outlet);
    w.field("published", &about.published);
    w.field("url", &about.url);
}

/// What stands in a text is written.
#[derive(Clone, Copy)]
struct On<'a> {
    text: &'a str,
    offsets: &'a Offsets,
    reading: &'a Reading,
}

impl On<'_> {
    fn ends(self, w: &mut Writer, span: Span) {
        w.field("start", &self.offsets.of(self.text, span.start));
        w.field("end", &self.offsets.of(self.text, span.end));
    }

    fn ends_and_text(self, w: &mut Writer, span: Span) {
        self.ends(w, span);
        w.field("text", span.of(self.text));
    }

    fn place(self, w: &mut Writer, span: Span) {
        w.object(|w| self.ends(w, span));
    }

    fn maybe_place(self, w: &mut Writer, key: &str, span: Option<Span>) {
        match span {
            Some(span) => self.place(w.key(key), span),
            None => w.field(key, &None::<u32>),
        }
    }

    fn figure(self, w: &mut Writer, figure: &Figure) {
        let subject: Vec<&str> = figure.subject.iter().map(|span| span.of(self.text)).collect();
        w.object(|w| {
            self.ends_and_text(w, figure.span);
            put_value(w, figure);
            w.field("unit", &figure.unit);
            w.field("dimension", figure.dimension.word());
            self.maybe_place(w, "counted", figure.counted);
            w.field("subject", &(!subject.is_empty()).then(|| subject.join(" ")));
            w.field("as_of", &figure.as_of);
        });
    }

    fn date(self, w: &mut Writer, date: &Date) {
        w.object(|w| {
            self.ends_and_text(w, date.span);
            w.field("type", date.kind.word());
            w.field("value", &date.value);
            w.field("mod", &date.modifier.map(Word::word));
        });
    }

    fn name(self, w: &mut Writer, name: &Name) {
        let entity = self.reading.entities.get(name.entity as usize);
        w.object(|w| {
            self.ends_and_text(w, name.span);
            w.field("kind", entity.map_or(EntityKind::Other, |entity| entity.kind).word());
            w.field("entity", &name.entity);
        });
    }

    fn entity(self, w: &mut Writer, entity: &Entity) {
        w.object(|w| {
            w.field("name", &entity.name);
            w.field("kind", entity.kind.word());
            w.field("role", &entity.role.map(|role| role.of(self.text)));
            w.field("aliases", entity.aliases.as_slice());
        });
    }

    fn attribution(self, w: &mut Writer, attribution: &Attribution) {
        let speaker = attribution.speaker.and_then(|speaker| self.reading.entities.get(speaker as usize));
        w.object(|w| {
            self.maybe_place(w, "source", attribution.source);
            self.maybe_place(w, "cue", attribution.cue);
            w.key("content").list(&attribution.content, |w, &span| self.place(w, span));
            w.field("speaker", &attribution.speaker);
            w.field("speaker_name", &speaker.map(|speaker| &speaker.name));
            w.field("quotation", attribution.quotation.word());
            w.field("within", &attribution.within);
        });
    }

    fn claim(self, w: &mut Writer, claim: &Claim) {
        w.object(|w| {
            self.ends_and_text(w, claim.span);
            w.field("attribution", &claim.attribution);
            w.field("stance", claim.stance.word());
            w.field("polarity", claim.polarity.word());
            w.field("certainty", claim.certainty.word());
            w.field("figures", claim.figures.as_slice());
            w.field("dates", claim.dates.as_slice());
            w.field("entities", claim.entities.as_slice());
            w.field("checkworthy", &rounded(claim.checkworthy, 1e2));
        });
    }

    fn note(self, w: &mut Writer, note: &Note) {
        w.object(|w| {
            self.ends(w, note.span);
            w.field("message", &note.message);
        });
    }
}

/// A figure's value, the same in a reading and in a comparison.
fn put_value(w: &mut Writer, figure: &Figure) {
    w.field("low", &figure.low);
    w.field("high", &figure.high);
    w.field("modifier", figure.modifier.word());
}

fn put_quantity(w: &mut Writer, pasted: &Report, corpus: &Corpus, quantity: &Quantity) {
    w.object(|w| {
        w.field("quantity", &quantity.quantity);
        w.key("points").list(&quantity.points, |w, point| {
            let report = point.article.and_then(|at| corpus.reports().get(at as usize)).unwrap_or(pasted);
            let Some(figure) = report.reading.figures.get(point.figure as usize) else { return };
            w.object(|w| {
                w.field("article", &point.article);
                w.field("figure", &point.figure);
                put_value(w, figure);
                w.field("speaker_name", &report.reading.speaker_of(point.figure));
                w.field("as_of", &figure.as_of);
                w.field("text", figure.span.of(&report.article.text));
            });
        });
        w.key("pairs").list(&quantity.pairs, |w, pair| {
            w.object(|w| {
                w.field("a", &pair.a);
                w.field("b", &pair.b);
                w.field("relation", pair.relation.word());
                w.field("reason", &pair.reason);
            });
        });
    });
}

fn put_origin(w: &mut Writer, origin: &Origin) {
    w.object(|w| {
        w.field("statement", &origin.statement);
        w.field("speaker_name", &origin.speaker_name);
        w.field("outlets", origin.outlets.as_slice());
        w.field("independent", &origin.independent);
    });
}

/// As fine as one part of so many.
fn rounded(score: f32, parts: f64) -> f64 {
    (f64::from(score) * parts).round() / parts
}
