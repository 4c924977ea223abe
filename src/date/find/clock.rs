//! `6:40 p.m. GMT`, `18:00`, `1430 GMT`, `noon`, `5pm Monday`: times of day.

use crate::date::reader::{Found, Reader};
use crate::date::value::{Clock, Day, Value};
use crate::lexicon::{Function, Part, TimeWord};
use crate::text::{Case, Kind};

/// A clock time, with the zone and the day that follow it.
pub(in crate::date) fn time(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let first = first_of_two(reader, at);
    let (clock, to) = first.map_or_else(|| clock(reader, at), |(_, _, next)| clock(reader, next))?;
    let (clock, to) = zone(reader, clock, to);
    let (day, to) = day_after(reader, to);
    let day = day.or_else(|| reader.day_in_sentence().map(Day::Known)).unwrap_or(Day::Unknown);
    let mut from = at;
    if let Some((clock, end, next)) = first {
        found.push(Found::new(at..end, Value::Time(day, clock)));
        from = next;
    }
    found.push(Found::new(from..to, Value::Time(day, clock)));
    Some(to)
}

/// `5| to |6 p.m.`, `7:30|-|8 a.m.`: the first of two times takes the half of the day from the second; the token
/// after it, the token that the second begins with.
fn first_of_two(reader: &Reader<'_, '_>, at: usize) -> Option<(Clock, usize, usize)> {
    let (hour @ 1..=12, minute, second, end) = numbers(reader, at).filter(|_| !is_amount(reader, at))? else {
        return None;
    };
    let next = super::absolute::range(reader, end)?;
    let (Clock::At { hour: last, .. }, to) = clock(reader, next)? else { return None };
    matches!(reader.word(to.checked_sub(1)?), Some(TimeWord::Meridiem(_))).then_some(())?;
    // From 11 to 1 p.m. it is noon in between.
    let hour = hour % 12 + if last >= 12 && hour % 12 <= last % 12 { 12 } else { 0 };
    Some((Clock::At { hour, minute, second, world: false }, end, next))
}

/// Hour, minute and second, and the token after them.
pub(super) fn clock(reader: &Reader<'_, '_>, at: usize) -> Option<(Clock, usize)> {
    // `noon`, `12 noon`
    let noon = if reader.digits(at) == Some((12, 2)) { at + 1 } else { at };
    if let Some(TimeWord::Clock(hour)) = reader.word(noon) {
        return Some((Clock::At { hour, minute: None, second: None, world: false }, noon + 1));
    }
    if let Some(TimeWord::Number(hour @ 1..=12)) = reader.word(at)
        && reader.text(at + 1).eq_ignore_ascii_case("o'clock")
    {
        return Some((Clock::At { hour: hour as u8, minute: None, second: None, world: false }, at + 2));
    }
    if reader.token(at)?.kind != Kind::Number || is_amount(reader, at) {
        return None;
    }
    let (hour, minute, second, to) = numbers(reader, at)?;
    let bare = minute.is_none();
    if let Some(TimeWord::Meridiem(afternoon)) = reader.word(to) {
        let hour = match (hour, afternoon) {
            (12, false) => 0,
            (1..=11, true) => hour + 12,
            (0 | 13.., _) => return None,
            _ => hour,
        };
        return Some((Clock::At { hour, minute, second, world: false }, to + 1));
    }
    if bare && reader.text(to).eq_ignore_ascii_case("o'clock") && (1..=12).contains(&hour) {
        return Some((Clock::At { hour, minute, second, world: false }, to + 1));
    }
    // `at 3 in the morning`
    if bare
        && (1..=12).contains(&hour)
        && reader.text(to) == "in"
        && reader.is(to + 1, Function::The)
        && at.checked_sub(1).is_some_and(|before| ["at", "around", "about", "by"].contains(&reader.text(before)))
        && let Some(TimeWord::Part(part)) = reader.word(to + 2)
    {
        let hour = if part == Part::Morning { hour } else { hour % 12 + 12 };
        return (hour < 24).then_some((Clock::At { hour, minute, second, world: false }, to + 3));
    }
    (!bare && hour <= 24).then_some((Clock::At { hour, minute, second, world: false }, to))
}

/// A number after a currency or dash is no hour.
fn is_amount(reader: &Reader<'_, '_>, at: usize) -> bool {
    at.checked_sub(1).and_then(|before| reader.token(before)).is_some_and(|token| {
        (token.kind == Kind::Symbol || matches!(token.first, '$' | '/' | ':')) && reader.joined(at)
    })
}

/// `6`, `6:40`, `6.40`, `18:00:05`, `1430 GMT`
fn numbers(reader: &Reader<'_, '_>, at: usize) -> Option<(u8, Option<u8>, Option<u8>, usize)> {
    let two = |text: &str| text.parse::<u8>().ok().filter(|&number| text.len() == 2 && number < 60);
    if let Some((hour, minute)) = reader.text(at).split_once('.') {
        let meridiem = matches!(reader.word(at + 1), Some(TimeWord::Meridiem(_)));
        let zoned = hour.len() == 2 && zone_word(reader, at + 1).is_some();
        return (meridiem || zoned).then_some((hour.parse().ok()?, Some(two(minute)?), None, at + 1));
    }
    let (hour, len) = reader.digits(at)?;
    if len == 4 || len == 3 {
        let world = zone_word(reader, at + 1).is_some() || reader.text(at + 1).eq_ignore_ascii_case("hours");
        let (hour, minute) = (u8::try_from(hour / 100).ok()?, u8::try_from(hour % 100).ok()?);
        let meridiem = matches!(reader.word(at + 1), Some(TimeWord::Meridiem(_)));
        return (len == 4 && (world || meridiem) && hour <= 24 && minute < 60).then_some((
            hour,
            Some(minute),
            None,
            at + 1,
        ));
    }
    let hour = u8::try_from(hour).ok()?;
    let colon = |at: usize| reader.mark(at, ':') && reader.joined(at) && reader.joined(at + 1);
    if !colon(at + 1) {
        return Some((hour, None, None, at + 1));
    }
    let minute = two(reader.text(at + 2))?;
    match colon(at + 3).then(|| two(reader.text(at + 4))).flatten() {
        Some(second) => Some((hour, Some(minute), Some(second), at + 5)),
        None => Some((hour, Some(minute), None, at + 3)),
    }
}

/// A zone (abbreviations only in capitals), whether it is the world's time, and the token after it.
fn zone_word(reader: &Reader<'_, '_>, at: usize) -> Option<(bool, usize)> {
    let token = reader.token(at)?;
    match reader.phrase(at)? {
        (to, TimeWord::Zone(world)) if to > at + 1 || token.case == Case::Upper || token.span.len() > 4 => {
            Some((world, to))
        }
        _ => None,
    }
}

/// The zone after a time: `GMT`, `(GMT +8)`, `Z`.
fn zone(reader: &Reader<'_, '_>, clock: Clock, at: usize) -> (Clock, usize) {
    let Clock::At { hour, minute, second, .. } = clock else { return (clock, at) };
    let world = |world: bool| Clock::At { hour, minute, second, world };
    if reader.joined(at) && reader.text(at) == "Z" {
        return (world(true), at + 1);
    }
    let at = if reader.text(at).eq_ignore_ascii_case("hours") { at + 1 } else { at };
    let open = usize::from(reader.mark(at, '('));
    let Some((is_world, to)) = zone_word(reader, at + open) else { return (clock, at) };
    let offset = reader.mark(to, '+') || reader.mark(to, '-');
    let to = if offset && reader.digits(to + 1).is_some() { to + 2 } else { to };
    let found = world(is_world && !offset);
    match open {
        0 => (found, to),
        _ if reader.mark(to, ')') => (found, to + 1),
        _ => (clock, at),
    }
}

/// The day that a time is said of, after it: `5 p.m. Monday`, `9 a.m. on Nov. 5`.
fn day_after(reader: &Reader<'_, '_>, at: usize) -> (Option<Day>, usize) {
    // `2 a.m. (0500 GMT) on Wednesday`
    const ASIDE: usize = 6;
    if reader.mark(at, '(')
        && let Some(close) = (at + 1..at + ASIDE).find(|&at| reader.mark(at, ')'))
    {
        return (day_after(reader, close + 1).0, at);
    }
    let next = reader.after_comma(at);
    let next =
        if reader.is(next, Function::In) && reader.text(next).eq_ignore_ascii_case("on") { next + 1 } else { next };
    let mut days = Vec::new();
    let to = match reader.word(next) {
        Some(TimeWord::Weekday(_) | TimeWord::ShortWeekday(_)) => super::absolute::weekday(reader, next, &mut days),
        Some(TimeWord::Day(_) | TimeWord::Tonight) => super::relative::today(reader, next, &mut days),
        Some(TimeWord::Month(_) | TimeWord::DoubtfulMonth(_) | TimeWord::ShortMonth(_)) => {
            super::absolute::month(reader, next, &mut days)
        }
        Some(TimeWord::Shift(0)) if matches!(reader.word(next + 1), Some(TimeWord::Part(_))) => {
            super::relative::shifted(reader, next, &mut days)
        }
        _ => super::absolute::day(reader, next, &mut days).filter(|_| reader.digits(next).is_some()),
    };
    match (days.as_slice(), to) {
        ([Found { value: Value::Time(day, Clock::Part(_)) | Value::Day(day), .. }], Some(to)) => (Some(*day), to),
        _ => (None, at),
    }
}
