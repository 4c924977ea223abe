//! The reading of an article: the one place that knows the order of the stages.

mod doubt;
mod outlet;

use chrono::NaiveDate;

use crate::attribution::{self, Attribution};
use crate::claim::{self, Claim};
use crate::date::{self, Date};
use crate::figure::{self, Figure};
use crate::name::{self, Entity, Name};
use crate::text::{BlockKind, Document, Span};

pub use doubt::Doubt;

/// What is known of an article besides its text; all of it may be missing.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct About {
    /// Its headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// When, as an ISO date (`2024-11-05`); a time after it is let be.
    pub published: Option<String>,
    /// Where.
    pub url: Option<String>,
}

impl About {
    /// The day it was published, where that is given and is a date.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        let published = self.published.as_deref()?.trim();
        iso_day(published.get(..10).unwrap_or(published))
    }
}

/// The day of an ISO date, `2024-11-05`.
#[must_use]
pub fn iso_day(iso: &str) -> Option<NaiveDate> {
    let mut parts = iso.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = year.len() == 4 && parts.next().is_none();
    let day = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    day.filter(|_| whole)
}

/// What an article says: facts with spans into its text.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Reading {
    /// What is known of the article.
    pub about: About,
    /// What its text seems to tell of what is not known; to be shown as a guess.
    pub guess: About,
    /// What is doubtful about the text as a whole.
    pub doubt: Option<Doubt>,
    /// The lines and paragraphs, with what each of them is.
    pub blocks: Vec<(Span, BlockKind)>,
    /// The sentences, in order.
    pub sentences: Vec<Span>,
    /// The figures, in order.
    pub figures: Vec<Figure>,
    /// The dates, in order.
    pub dates: Vec<Date>,
    /// The names, in order.
    pub names: Vec<Name>,
    /// Whom the names stand for.
    pub entities: Vec<Entity>,
    /// Who says what.
    pub attributions: Vec<Attribution>,
    /// The claims, in order.
    pub claims: Vec<Claim>,
    /// For each figure, the shortest claim that it stands in.
    pub homes: Vec<Option<u32>>,
    /// What was doubtful or left out, and why.
    pub notes: Vec<Note>,
}

impl Reading {
    /// The day the article was published: as it was given, else as its text seems to tell.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        self.about.day().or_else(|| self.guess.day())
    }

    /// The shortest claim that a figure stands in.
    #[must_use]
    pub fn claim_of(&self, figure: u32) -> Option<&Claim> {
        let home = *self.homes.get(figure as usize)?;
        self.claims.get(home? as usize)
    }

    /// Who gives a figure: the speaker of the shortest claim that it stands in.
    #[must_use]
    pub fn speaker_of(&self, figure: u32) -> Option<&str> {
        let claim = self.claim_of(figure)?;
        let speaker = self.attributions.get(claim.attribution? as usize)?.speaker?;
        self.entities.get(speaker as usize).map(|entity| entity.name.as_str())
    }
}

/// A remark for the reader: what was doubtful or left out, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// What it is about.
    pub span: Span,
    /// A full sentence.
    pub message: String,
}

/// What is said to the reader where the day of the article is neither given nor told.
const NO_DAY: &str = "The article's date was not given, and its text does not tell it: days such as \u{201c}Monday\u{201d} \
    and \u{201c}last month\u{201d} stay open. Put the date in to have them worked out.";

/// What is said to the reader where a date in digits can be read in two ways.
const MONTH_FIRST: &str =
    "Nothing in the article tells whether the day or the month stands first in such dates; read with the month first.";

/// Reads an article. Never fails: what is doubtful becomes a note.
#[must_use]
pub fn read(text: &str, about: &About) -> Reading {
    read_document(&Document::new(text), about)
}

/// Reads an article that is cut into its parts already.
#[must_use]
pub fn read_document(document: &Document<'_>, about: &About) -> Reading {
    let mut notes = Vec::new();
    let mut guess = About::default();
    let doubt = doubt::find(document);
    if let Some(doubt) = doubt {
        notes.push(Note {
            span: document.blocks.first().map_or(Span::default(), |b| b.span),
            message: doubt.to_string(),
        });
    }
    if about.outlet.is_none() {
        guess.outlet = outlet::guess(document).map(|span| span.of(document.text).to_owned());
    }
    let mut day = about.day();
    let (dates, guessed) = date::find(document, day);
    if let Some((guessed, span)) = guessed {
        notes
            .push(Note { span, message: format!("The article's date was not given; {guessed} is a guess from this.") });
        guess.published = Some(guessed.to_string());
        day = Some(guessed);
    }
    if day.is_none() && doubt.is_none() {
        notes.push(Note { span: Span::default(), message: NO_DAY.to_owned() });
    }
    if let Some(open) = dates.iter().find(|date| date.open) {
        notes.push(Note { span: open.span, message: MONTH_FIRST.to_owned() });
    }
    let mut figures = figure::find(document, &dates);
    let names = name::find(document);
    let attributions = attribution::find(document, &names);
    let facts = claim::Facts { dates: &dates, names: &names, attributions: &attributions, published: day };
    let claims = claim::find(document, facts, &mut figures);
    Reading {
        about: about.clone(),
        guess,
        doubt,
        blocks: document.blocks.iter().map(|block| (block.span, block.kind)).collect(),
        sentences: document.sentences.iter().map(|sentence| sentence.span).collect(),
        homes: homes(&claims, figures.len()),
        figures,
        dates,
        names: names.mentions,
        entities: names.entities,
        attributions,
        claims,
        notes,
    }
}

/// For each of so many figures, the shortest claim that it stands in, the first of several.
fn homes(claims: &[Claim], figures: usize) -> Vec<Option<u32>> {
    let mut homes: Vec<Option<u32>> = vec![None; figures];
    for (at, claim) in claims.iter().enumerate() {
        for &figure in &claim.figures {
            let Some(home) = homes.get_mut(figure as usize) else { continue };
            if home.is_none_or(|other| claim.span.len() < claims[other as usize].span.len()) {
                *home = Some(at as u32);
            }
        }
    }
    homes
}
