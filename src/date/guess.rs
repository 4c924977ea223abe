//! The day an article seems to have been published: only what the text itself supports.

use chrono::{Datelike, NaiveDate};

use super::reader::Reader;
use super::tense::Direction;
use super::{Date, DateKind, calendar};
use crate::letters;
use crate::text::{Block, BlockKind, Document, Span};

/// How many blocks from the top, and how many from the end, a page says its own day in.
const TOP: usize = 12;
const FOOT: usize = 4;

/// Words by which a line says that its date is the article's own, the surest first.
const SAID: [&str; 5] = ["published", "posted", "date:", "updated", "last modified"];

pub(super) fn guess(document: &Document<'_>, dates: &[Date]) -> Option<(NaiveDate, Span)> {
    let last = document.blocks.len().saturating_sub(FOOT).max(TOP);
    let lines = document.blocks.iter().enumerate().filter(|&(at, _)| at < TOP || at >= last);
    let dated: Vec<(usize, &Block, NaiveDate, Span)> = lines
        .filter_map(|(at, block)| full_date(dates, block.span).map(|(day, span)| (at, block, day, span)))
        .collect();
    let said = SAID
        .iter()
        .find_map(|word| dated.iter().find(|&&(_, block, _, span)| lead(document, block.span, span).contains(word)));
    let own = |block: &Block, date: Span| {
        block.kind != BlockKind::Caption
            && (is_alone(document, block.span, dates) || is_dateline(document, block.span, date))
    };
    said.or_else(|| dated.iter().find(|&&(at, block, _, span)| at < TOP && own(block, span)))
        .map(|&(_, _, day, span)| (day, span))
        .or_else(|| by_weekday(document, dates))
}

/// The first date of a line that names a day with its year.
fn full_date(dates: &[Date], line: Span) -> Option<(NaiveDate, Span)> {
    let from = dates.partition_point(|date| date.span.start < line.start);
    let inside = dates[from..].iter().take_while(|date| date.span.end <= line.end);
    inside
        .filter_map(|date| date.days.map(|days| (days, date.span)))
        .find_map(|((first, last), span)| (first == last).then_some((first, span)))
}

/// What stands before the date in its line, in lower case; of a long line only a little.
fn lead(document: &Document<'_>, line: Span, date: Span) -> String {
    const MOST: usize = 80;
    let lead = document.slice(Span { start: line.start, end: date.start });
    if lead.len() > MOST { String::new() } else { letters::lower(lead) }
}

/// Whether a line is a date and hardly more: a time, a place, a name after `By`.
fn is_alone(document: &Document<'_>, line: Span, dates: &[Date]) -> bool {
    const MOST: usize = 14;
    const BYLINE: usize = 80;
    let text = document.slice(line);
    if text.len() > 2 * BYLINE {
        return false;
    }
    let from = dates.partition_point(|date| date.span.start < line.start);
    let in_dates: usize =
        dates[from..].iter().take_while(|date| date.span.end <= line.end).map(|date| date.span.len()).sum();
    let rest = text.len() - in_dates;
    rest <= MOST || (rest <= BYLINE && (text.starts_with("By ") || text.starts_with("BY ")))
}

/// Whether the date stands in a dateline: a place before it, an agency, dash or colon after it.
fn is_dateline(document: &Document<'_>, line: Span, date: Span) -> bool {
    const MOST: usize = 60;
    let before = document.slice(Span { start: line.start, end: date.start });
    let after = document.slice(Span { start: date.end, end: line.end }).trim_start();
    let place = before.len() <= MOST
        && before
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .all(|word| word.starts_with(char::is_uppercase) || ["de", "of", "the", "la", "al"].contains(&word));
    place && after.starts_with(['(', '-', '\u{2013}', '\u{2014}', ':', '/'])
}

/// `On Monday, Nov. 4`, told as past, in an article that names 2022 as past: the weekday fits only one
/// of the years from then on, until it comes round again. Weekdays told after it move the day on.
fn by_weekday(document: &Document<'_>, dates: &[Date]) -> Option<(NaiveDate, Span)> {
    // A day of the year falls on the same weekday again after five years at the earliest.
    const YEARS: i32 = 5;
    let mut reader = Reader::new(document, None);
    let mut past = |date: &Date| {
        let at = document.tokens_in(date.span).start;
        reader.sentence = document.sentence_at(date.span.start);
        reader.tokens = document.sentences.get(reader.sentence)?.tokens.clone();
        (reader.direction(at) == Direction::Back).then(|| reader.weekday(at))
    };
    let mut year = None;
    let mut pinned: Option<(u8, u8, u8, Span)> = None;
    let mut told = [false; 8];
    for date in dates.iter().filter(|date| date.kind == DateKind::Date) {
        if let Some((first, last)) = date.days {
            let is_past = (last - first).num_days() < 400 && past(date).is_some();
            year = year.max(is_past.then(|| first.year()));
        } else if let Some((month, day)) = month_and_day(&date.value) {
            if let Some(Some(weekday)) = past(date) {
                pinned = pinned.max(Some((month, day, weekday, date.span)));
            }
        } else if let Some(weekday) = date.value.strip_prefix("XXXX-WXX-").and_then(|day| day.parse::<usize>().ok())
            && past(date).is_some()
            && let Some(told) = told.get_mut(weekday)
        {
            *told = true;
        }
    }
    let (month, day, weekday, span) = pinned?;
    let year = year?;
    let fits = |year: i32| calendar::date(year, month, day).filter(|&day| calendar::weekday(day) == weekday);
    let first = (year..year + YEARS).find_map(fits)?;
    let later = (1..=3).rev().filter_map(|more| calendar::add_days(first, more));
    let last = later.into_iter().find(|&day| told.get(usize::from(calendar::weekday(day))) == Some(&true));
    Some((last.unwrap_or(first), span))
}

/// `XXXX-11-04`
fn month_and_day(value: &str) -> Option<(u8, u8)> {
    let (month, day) = value.strip_prefix("XXXX-")?.split_once('-')?;
    Some((month.parse().ok()?, day.parse().ok()?))
}
