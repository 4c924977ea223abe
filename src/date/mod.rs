//! Dates: temporal expressions and their TIMEX3 value (ISO-TimeML).
//!
//! A token that can begin an expression is offered to those of [`RECOGNISERS`] that may know it; what
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
use crate::text::{Document, Kind, Span, Token};

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
    /// Whether its day and its month may be the other way round (`10/11/2024`): nothing in the article tells.
    pub open: bool,
    days: Option<(NaiveDate, NaiveDate)>,
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
        self.days
    }
}

type Recogniser = fn(&Reader<'_, '_>, usize, &mut Vec<Found>) -> Option<usize>;

/// The recognisers with what they begin with (see [`begin`]), in the order in which they are asked; the first that
/// finds something has it.
const RECOGNISERS: &[(u16, Recogniser)] = &[
    // `2024-11-04` and `9/11` before anything reads their first number alone.
    (begin::NUMBER, numeric::numeric),
    (begin::NUMBER, numeric::nine_eleven),
    // `5 p.m. Monday` before `5`, which a month might follow.
    (begin::NUMBER | begin::COUNT | begin::CLOCK, clock::time),
    // `every Friday` before `Friday`.
    (begin::NUMBER | begin::COUNT | begin::OFTEN | begin::UNIT | begin::DAY | begin::MONTH | begin::PART, set::set),
    // `Good Friday` and `May Day` before the weekday and the month.
    (begin::NAMED, period::holiday),
    (begin::DAY, absolute::weekday),
    // `May 2014` before `2014`; `4 May` before `4 years`.
    (begin::NUMBER | begin::ORDINAL | begin::COUNT, absolute::day),
    (begin::MONTH, absolute::month),
    // `1990s` before the year; `19th century` and `third quarter` before `third`.
    (begin::ORDINAL | begin::NAMED, year::decade),
    (begin::ORDINAL | begin::COUNT, year::century),
    (begin::NAMED, year::fiscal),
    // `the first day of 2015` before `2015`.
    (begin::ORDINAL | begin::COUNT | begin::UNIT | begin::SHIFT, period::nth),
    (begin::ORDINAL, period::quarter),
    (begin::NAMED, period::numbered),
    (begin::PART, period::season),
    // `the end of the year` before `year`.
    (begin::UNIT, period::edge),
    (begin::DAY, relative::today),
    (begin::SHIFT, relative::shifted),
    (begin::THAT, relative::same),
    (begin::UNIT, relative::weekend),
    (begin::UNIT, relative::told),
    (begin::PART, relative::part),
    (begin::REFERENCE | begin::SHIFT, relative::reference),
    // `2014` before `2014 days`, which it declines to be.
    (begin::NUMBER | begin::YEAR, year::year),
    (begin::NUMBER | begin::COUNT | begin::UNIT, duration::duration),
];

/// What an expression begins with, as bits, so that only those recognisers are asked that may know it.
mod begin {
    use crate::lexicon::TimeWord;

    pub(super) const NUMBER: u16 = 1;
    pub(super) const COUNT: u16 = 2;
    pub(super) const CLOCK: u16 = 4;
    pub(super) const OFTEN: u16 = 8;
    pub(super) const UNIT: u16 = 16;
    pub(super) const DAY: u16 = 32;
    pub(super) const MONTH: u16 = 64;
    pub(super) const PART: u16 = 128;
    pub(super) const NAMED: u16 = 256;
    pub(super) const ORDINAL: u16 = 512;
    pub(super) const SHIFT: u16 = 1024;
    pub(super) const THAT: u16 = 2048;
    pub(super) const REFERENCE: u16 = 4096;
    /// A number that may be no more than a year.
    pub(super) const YEAR: u16 = 8192;

    /// What a word or phrase may begin.
    pub(super) fn with(word: TimeWord) -> u16 {
        match word {
            TimeWord::Number(_) | TimeWord::Vague | TimeWord::Half => COUNT | ORDINAL,
            TimeWord::Clock(_) => CLOCK,
            TimeWord::Every(_) | TimeWord::Weekdays(_) => OFTEN,
            TimeWord::Unit(_) | TimeWord::Units(_) => UNIT,
            TimeWord::Weekday(_) | TimeWord::ShortWeekday(_) | TimeWord::Day(_) | TimeWord::Tonight => DAY,
            TimeWord::Month(_) | TimeWord::DoubtfulMonth(_) | TimeWord::ShortMonth(_) => MONTH,
            TimeWord::Part(_) | TimeWord::Season(_) => PART,
            TimeWord::Ordinal(_) => ORDINAL,
            TimeWord::Shift(_) | TimeWord::Past | TimeWord::Then(_) => SHIFT,
            TimeWord::That => THAT,
            TimeWord::Reference(_) | TimeWord::TheReference(_) | TimeWord::Recent => REFERENCE,
            _ => NAMED,
        }
    }
}

/// Finds the temporal expressions of a document, in order, resolved against the day it was published; where that is not
/// given, against the day that it seems to be, which is given back with where it was read: a guess, to be shown as one.
#[must_use]
pub fn find(document: &Document<'_>, published: Option<NaiveDate>) -> (Vec<Date>, Option<(NaiveDate, Span)>) {
    let begins =
        |token: &Token| matches!(token.first, '0'..='9' | '\'' | '\u{2018}' | '\u{2019}') || token.is(Class::Time);
    let tokens = document.tokens.iter().enumerate();
    let mut places = Vec::with_capacity(document.tokens.len() / 8);
    places.extend(tokens.filter(|(_, token)| begins(token)).map(|(at, _)| at));
    let mut open = Vec::with_capacity(places.len());
    let dates = read(document, published, &places, &mut open);
    if published.is_some() {
        return (dates, None);
    }
    match guess::guess(document, &dates) {
        Some(guess) => (read(document, Some(guess.0), &open, &mut Vec::new()), Some(guess)),
        None => (dates, None),
    }
}

/// Reads the expressions that begin at some of these places; `open` takes the places where the day of publication may
/// make another difference.
fn read(document: &Document<'_>, published: Option<NaiveDate>, places: &[usize], open: &mut Vec<usize>) -> Vec<Date> {
    let mut dates = Vec::new();
    let mut reader = Reader::new(document, published);
    let mut found = Vec::new();
    let mut places = places.iter().copied().peekable();
    for block in &document.blocks {
        reader.tokens = block.tokens.clone();
        let mut from = block.tokens.start;
        while let Some(at) = places.next_if(|&at| at < block.tokens.end) {
            if at < from {
                open.push(at);
                continue;
            }
            while document.sentences.get(reader.sentence).is_some_and(|sentence| sentence.tokens.end <= at) {
                reader.sentence += 1;
            }
            reader.asked.set(false);
            let person = reader.note_person(at);
            from = recognise(&reader, at, &mut found).unwrap_or(at + 1);
            if person || from > at + 1 || !found.is_empty() || reader.asked.get() {
                open.push(at);
            }
            for mut found in found.drain(..) {
                widen::widen(&reader, &mut found);
                let value = found.value.to_string();
                let days = days::of(&value);
                if found.kind != DateKind::Set {
                    reader.note(days);
                }
                reader.tokens.start = found.tokens.end.max(reader.tokens.start);
                let span = document.span(found.tokens);
                dates.push(Date {
                    span,
                    kind: found.kind,
                    value,
                    modifier: found.modifier,
                    open: reader.open.take(),
                    days,
                });
            }
        }
    }
    dates
}

fn recognise(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let token = reader.token(at)?;
    let (to, begins) = match token.kind {
        Kind::Number => (at + 1, begin::NUMBER),
        Kind::Word if !token.first.is_alphabetic() => (at + 1, begin::ORDINAL),
        _ => {
            let (to, word) = reader.phrase(at)?;
            if word == TimeWord::Skip {
                return Some(to);
            }
            // `day before yesterday` begins with `day`.
            (to, begin::with(word) | if to > at + 1 { reader.word(at).map_or(0, begin::with) } else { 0 })
        }
    };
    // `12 soldiers`, `five ships`; but `the 2014 election`, and `12.5.2014` is one token
    const COUNTS: u16 = begin::COUNT | begin::ORDINAL;
    const DATE: usize = 6;
    let dotted = || token.span.len() >= DATE && reader.text(at).contains('.');
    let begins = match begins {
        begin::NUMBER if reader.is_counted(to) && !dotted() => begin::YEAR,
        COUNTS if reader.is_counted(to) => return None,
        _ => begins,
    };
    RECOGNISERS.iter().filter(|(begin, _)| begin & begins != 0).find_map(|(_, recogniser)| {
        found.clear();
        recogniser(reader, at, found)
    })
}
