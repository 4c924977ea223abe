//! `2024-11-04`, `30/10/2024`, `30.10.2024`, `9/11`: dates in digits alone.

use chrono::NaiveDate;

use crate::date::calendar::date;
use crate::date::reader::{Found, Reader};
use crate::date::value::{Day, Value};
use crate::text::Kind;

/// Three numbers joined by one mark.
pub(in crate::date) fn numeric(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    if reader.token(at)?.kind != Kind::Number || is_joined_before(reader, at) {
        return None;
    }
    let (numbers, to) = dotted(reader, at).or_else(|| joined(reader, at))?;
    let day = day_of(reader, numbers)?;
    let (value, to) = match reader.text(to).strip_prefix(['T', 't']) {
        Some("") if reader.joined(to) => match super::clock::clock(reader, to + 1) {
            Some((clock, to)) => (Value::Time(Day::Known(day), clock), to),
            None => (Value::Day(Day::Known(day)), to),
        },
        _ => (Value::Day(Day::Known(day)), to),
    };
    found.push(Found::new(at..to, value));
    Some(to)
}

fn is_joined_before(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader.joined(at)
        && at.checked_sub(1).is_some_and(|before| {
            reader.token(before).is_some_and(|token| token.is_dash() || matches!(token.first, '/' | '$'))
        })
}

/// `2024-11-04`, `11/4/24`: each number with how many digits it has.
fn joined(reader: &Reader<'_, '_>, at: usize) -> Option<([(i32, usize); 3], usize)> {
    let first = reader.digits(at)?;
    let mark = reader.token(at + 1).filter(|token| matches!(token.first, '-' | '/' | '\u{2011}'))?.first;
    let same = |at: usize| reader.joined(at) && reader.joined(at + 1) && reader.mark(at, mark);
    if !same(at + 1) || !same(at + 3) {
        return None;
    }
    let goes_on = same(at + 5) && reader.digits(at + 6).is_some();
    (!goes_on).then_some(([first, reader.digits(at + 2)?, reader.digits(at + 4)?], at + 5))
}

/// `30.10.2024` is one token.
fn dotted(reader: &Reader<'_, '_>, at: usize) -> Option<([(i32, usize); 3], usize)> {
    let text = reader.text(at);
    if text.len() > 10 || text.len() < 8 {
        return None;
    }
    let mut parts = text.split('.').map(|part| part.parse().map(|number| (number, part.len())));
    let numbers = [parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?];
    let year_last = numbers[2].1 == 4;
    (parts.next().is_none() && (year_last || numbers[0].1 == 4)).then_some((numbers, at + 1))
}

/// Year first where it has four digits; else by what is possible, and where both are, by what the text shows.
fn day_of(reader: &Reader<'_, '_>, [a, b, c]: [(i32, usize); 3]) -> Option<NaiveDate> {
    let small = |number: i32| u8::try_from(number).ok();
    if a.1 == 4 {
        return date(a.0, small(b.0)?, small(c.0)?);
    }
    if a.1 > 2 || b.1 > 2 {
        return None;
    }
    let year = match c.1 {
        4 => c.0,
        // Two digits: up to 68 this century, as POSIX has it.
        2 => c.0 + if c.0 <= 68 { 2000 } else { 1900 },
        _ => return None,
    };
    let (first, second) = (small(a.0)?, small(b.0)?);
    let (month_first, day_first) = (date(year, first, second), date(year, second, first));
    if month_first.is_some() && day_first.is_some() && month_first != day_first {
        // An article that gives its own day so is sure of it.
        let own = [month_first, day_first].into_iter().find(|&day| day == reader.published());
        return own.unwrap_or_else(|| {
            let votes = is_day_first(reader);
            reader.open.set(votes == 0);
            if votes > 0 { day_first } else { month_first }
        });
    }
    month_first.or(day_first)
}

/// Whether the article has the day before the month: in a date that can be read in one way only, else in its dates
/// with the month's name, `4 November` or `November 4`. Where nothing tells, the month is taken to stand first, as with
/// most who write English with slashes.
fn is_day_first(reader: &Reader<'_, '_>) -> i32 {
    if let Some(known) = reader.day_first.get() {
        return known;
    }
    // The whole article is looked at, not only what may be read of it here.
    let mut whole = Reader::new(reader.document, None);
    whole.tokens = 0..reader.document.tokens.len();
    let (mut sure, mut named) = (0i32, 0i32);
    for at in whole.tokens.clone() {
        let Some(token) = whole.token(at) else { break };
        if token.kind == Kind::Number
            && let Some(([(first, 1 | 2), (second, 1 | 2), _], _)) = joined(&whole, at)
        {
            sure += i32::from(first > 12) - i32::from(second > 12);
        } else if whole.month(at).is_some() {
            let day = |at: usize| whole.day_number(at).is_some();
            named += i32::from(at > 0 && day(at - 1)) - i32::from(day(at + 1));
        }
    }
    let day_first = if sure == 0 { named } else { sure };
    reader.day_first.set(Some(day_first));
    day_first
}

/// `9/11`: the day of the attacks of 2001, however it stands.
pub(in crate::date) fn nine_eleven(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let is = |at: usize, number: i32| reader.digits(at).is_some_and(|(found, _)| found == number);
    let slash = reader.mark(at + 1, '/') && reader.joined(at + 1) && reader.joined(at + 2);
    if !is(at, 9) || !slash || !is(at + 2, 11) || is_joined_before(reader, at) || reader.mark(at + 3, '/') {
        return None;
    }
    let day = date(2001, 9, 11)?;
    found.push(Found::new(at..at + 3, Value::Day(Day::Known(day))));
    Some(at + 3)
}
