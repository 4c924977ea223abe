//! Dates: temporal expressions and their TIMEX3 value (ISO-TimeML).
//!
//! A token that can begin an expression is offered to the recognisers of [`RECOGNISERS`] in turn; what
//! one finds is widened by the words before it that belong to it. Values are typed until the end.

mod calendar;
mod days;
mod find;
mod guess;
mod partial;
mod reader;
mod tense;
mod value;
mod widen;

use chrono::NaiveDate;

use self::find::{absolute, clock, duration, numeric, period, relative, set, year};
use self::reader::{Found, Reader};
use crate::lexicon::{Class, TimeWord};
use crate::text::{Document, Span};

/// A temporal expression.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Date {
    /// Where it stands.
    pub span: Span,
    /// Its TIMEX3 type.
    pub kind: DateKind,
    /// Its TIMEX3 value, resolved against the article's date; `X` where that can't be told.
    pub value: String,
    /// Its TIMEX3 modifier.
    pub modifier: Option<DateModifier>,
}

/// TIMEX3 types.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names are the standard's own")]
pub enum DateKind {
    Date,
    Time,
    Duration,
    Set,
}

/// TIMEX3 modifiers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names are the standard's own")]
pub enum DateModifier {
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
    Approx,
}

impl Date {
    /// The days that the value covers, first and last, where it names any.
    #[must_use]
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        days::of(&self.value)
    }
}

type Recogniser = fn(&Reader<'_, '_>, usize, &mut Vec<Found>) -> Option<usize>;

/// The recognisers in the order in which they are asked; the first that finds something has it.
const RECOGNISERS: &[Recogniser] = &[
    // `2024-11-04` and `9/11` before anything reads their first number alone.
    numeric::numeric,
    numeric::nine_eleven,
    // `5 p.m. Monday` before `5`, which a month might follow.
    clock::time,
    // `every Friday` before `Friday`.
    set::set,
    // `Good Friday` and `May Day` before the weekday and the month.
    period::holiday,
    absolute::weekday,
    // `May 2014` before `2014`; `4 May` before `4 years`.
    absolute::day,
    absolute::month,
    // `1990s` before the year; `19th century` and `third quarter` before `third`.
    year::decade,
    year::century,
    year::fiscal,
    // `the first day of 2015` before `2015`.
    period::nth,
    period::quarter,
    period::numbered,
    period::season,
    // `the end of the year` before `year`.
    period::edge,
    relative::today,
    relative::shifted,
    relative::same,
    relative::weekend,
    relative::told,
    relative::part,
    relative::reference,
    // `2014` before `2014 days`, which it declines to be.
    year::year,
    duration::duration,
];

/// Finds the temporal expressions of a document, in order, resolved against the day it was published.
#[must_use]
pub fn find(document: &Document<'_>, published: Option<NaiveDate>) -> Vec<Date> {
    let mut dates = Vec::new();
    let mut reader = Reader::new(document, published);
    let mut found = Vec::new();
    for block in &document.blocks {
        reader.tokens = block.tokens.clone();
        let mut at = block.tokens.start;
        while at < block.tokens.end {
            let token = &document.tokens[at];
            if !matches!(token.first, '0'..='9' | '\'' | '\u{2018}' | '\u{2019}') && !token.is(Class::Time) {
                at += 1;
                continue;
            }
            while document.sentences.get(reader.sentence).is_some_and(|sentence| sentence.tokens.end <= at) {
                reader.sentence += 1;
            }
            reader.note_person(at);
            at = recognise(&reader, at, &mut found).unwrap_or(at + 1).max(at + 1);
            for mut found in found.drain(..) {
                widen::widen(&reader, &mut found);
                let value = found.value.to_string();
                if found.kind != DateKind::Set {
                    reader.note(days::of(&value));
                }
                reader.tokens.start = found.tokens.end.max(reader.tokens.start);
                let span = document.span(found.tokens);
                dates.push(Date { span, kind: found.kind, value, modifier: found.modifier });
            }
        }
    }
    dates
}

fn recognise(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    if let Some((to, TimeWord::Skip)) = reader.phrase(at) {
        return Some(to);
    }
    RECOGNISERS.iter().find_map(|recogniser| {
        found.clear();
        recogniser(reader, at, found)
    })
}

/// The day a document seems to have been published, from its dateline, byline and `dates`, those found without
/// knowing it, and where that was read; a guess, to be shown as one.
#[must_use]
pub fn guess_published(document: &Document<'_>, dates: &[Date]) -> Option<(NaiveDate, Span)> {
    guess::guess(document, dates)
}
