//! The article against itself: conversions that are off, parts that do not make up their whole, percentages and
//! changes that their own figures belie, one quantity with two values.
//!
//! To accuse a text falsely is worse than to miss a slip: every rule wants its figures side by side in one
//! sentence, in a form that leaves no other reading, and allows what newsrooms round.

mod conversion;
mod share;
mod sum;
mod twice;

use super::Problem;
use super::interval::last_digit;
use super::side::{Side, has};
use crate::corpus::Report;
use crate::decimal;
use crate::figure::{Dimension, Modifier};
use crate::lexicon::Kinship;

/// The most figures of an article that are looked at: more are a table or a trap.
const MOST_FIGURES: usize = 600;

/// The most figures of a sentence that are looked at together.
const MOST_PARTS: usize = 24;

/// What does not agree within an article.
pub(super) fn problems(report: &Report) -> Vec<Problem> {
    let figures: Vec<Side<'_>> = Side::all(report).take(MOST_FIGURES).collect();
    let mut found = Vec::new();
    let mut rest = figures.as_slice();
    while let Some(first) = rest.first() {
        let line = Line::new(report, first, rest);
        for at in 0..line.figures.len() {
            let problem = (conversion::off(&line, at))
                .or_else(|| share::off(&line, at, &figures))
                .or_else(|| share::change(&line, at))
                .or_else(|| sum::excess(&line, at))
                .or_else(|| sum::parts(&line, at))
                .or_else(|| sum::total(&line, at));
            found.extend(problem);
        }
        found.extend(sum::hundred(&line));
        rest = &rest[line.figures.len().max(1)..];
    }
    twice::find(report, &figures, &mut found);
    found
}

/// The figures of a sentence and the words between them.
struct Line<'a> {
    text: &'a str,
    /// Where the sentence begins and ends.
    start: usize,
    end: usize,
    figures: &'a [Side<'a>],
}

impl<'a> Line<'a> {
    /// The sentence of the first of some figures.
    fn new(report: &'a Report, first: &Side<'_>, rest: &'a [Side<'a>]) -> Self {
        let sentences = &report.reading.sentences;
        let start = first.figure.span.start;
        let at = sentences.partition_point(|sentence| sentence.end <= start);
        let span = sentences.get(at).copied().unwrap_or(first.figure.span);
        let many = rest.partition_point(|side| side.figure.span.start < span.end).min(MOST_PARTS);
        let text = &report.article.text;
        Self { text, start: span.start.min(start) as usize, end: span.end as usize, figures: &rest[..many.max(1)] }
    }

    /// The words before a figure, from the figure before it or the beginning of the sentence.
    fn before(&self, at: usize) -> &'a str {
        let last = at.checked_sub(1).and_then(|last| self.figures.get(last));
        let from = last.map_or(self.start, |last| last.figure.span.end as usize);
        let to = self.figures.get(at).map_or(self.end, |side| side.figure.span.start as usize);
        self.text.get(from..to).unwrap_or_default()
    }

    /// The words after a figure, to the next figure or the end of the sentence.
    fn after(&self, at: usize) -> &'a str {
        self.before(at + 1)
    }
}

impl Side<'_> {
    /// Whether it states one value, not a bound.
    fn is_plain(self) -> bool {
        self.figure.modifier == Modifier::Equal && self.figure.low == self.figure.high
    }

    fn is_count(self) -> bool {
        self.figure.dimension == Dimension::Count && !self.measure.age
    }

    fn is_percent(self) -> bool {
        self.measure.base == Some(Dimension::Percent)
    }

    /// What rounding may have taken from it: nothing from a count as one counts, else half of the last digit that is
    /// written: 0.05 million of "3.5 million", 0.5 of "100m".
    fn rounded(self) -> f64 {
        let (text, low) = (self.text(), self.figure.low);
        let digits = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
        let number = text.trim_start_matches(|c| !digits(c));
        let number = &number[..number.find(|c| !digits(c)).unwrap_or(number.len())];
        let places = number.trim_end_matches('.').rsplit_once('.').map_or(0, |(_, behind)| behind.len() as i32);
        let whole: f64 = decimal::Decimal::parse(number, Some('.')).value();
        // "$100m": the digits that are written, and what one of them is worth.
        let worth = if whole > 0.0 { low / whole } else { 1.0 };
        if worth > 1.5 || places > 0 || self.is_percent() {
            return 0.5 * worth / 10f64.powi(places);
        }
        match last_digit(low) {
            ..100.0 if self.is_count() => 0.0,
            1.0..100.0 => 0.5,
            last => 0.5 * last,
        }
    }
}

/// Whether two counts may be of the same kind of thing: one names nothing, or they are kin.
fn alike(a: Side<'_>, b: Side<'_>) -> bool {
    let people = |side: Side<'_>| side.measure.head.is_some_and(|head| head.is_person() || head.is_fate());
    a.measure.head.zip(b.measure.head).is_none_or(|(one, two)| {
        let known = one.meaning.is_some() && two.meaning.is_some();
        matches!(one.kinship(two), Kinship::Same | Kinship::Kind)
            || people(a) && people(b)
            || !known && (people(a) || people(b))
    })
}

/// Three digits that tell: 31.1, 932, 0.621.
fn told(value: f64) -> String {
    let parts = match value.abs() {
        ..1.0 => 1000.0,
        ..10.0 => 100.0,
        ..100.0 => 10.0,
        _ => 1.0,
    };
    decimal::written((value * parts).round() / parts)
}

/// A problem with these figures; the sentence is the parts put together.
fn problem(figures: &[Side<'_>], sentence: &[&str]) -> Problem {
    Problem { figures: figures.iter().map(|side| side.index).collect(), problem: sentence.concat() }
}

/// The words of some figures as a list: "9, 4 and 2".
fn list(figures: &[Side<'_>]) -> String {
    let words: Vec<&str> = figures.iter().map(|side| side.text()).collect();
    super::claims::list(&words)
}

/// Whether a text ends, or begins, with one of some words; the white space around it does not count.
fn ends(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.trim_end().ends_with(word))
}

fn begins(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.trim_start().starts_with(word))
}
