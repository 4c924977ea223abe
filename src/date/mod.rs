//! Dates: temporal expressions and their TIMEX3 value (ISO-TimeML).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::text::{Document, Span};

/// A temporal expression.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
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
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs, reason = "the names are the standard's own")]
pub enum DateKind {
    Date,
    Time,
    Duration,
    Set,
}

/// TIMEX3 modifiers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
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
        None
    }
}

/// Finds the temporal expressions of a document, in order, resolved against the day it was published.
#[must_use]
pub fn find(_document: &Document<'_>, _published: Option<NaiveDate>) -> Vec<Date> {
    Vec::new()
}

/// The day a document seems to have been published, from its dateline, byline and dates, and where
/// that was read; a guess, to be shown as one.
#[must_use]
pub fn guess_published(_document: &Document<'_>) -> Option<(NaiveDate, Span)> {
    None
}
