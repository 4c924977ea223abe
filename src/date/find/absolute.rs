//! `Monday, Nov. 4, 2024`, `4-6 November`, `May`: dates with a month's or weekday's name.

use crate::date::partial::Partial;
use crate::date::reader::{Found, Reader};
use crate::date::value::{Clock, Day, Value};
use crate::lexicon::{Function, TimeWord};
use crate::text::{Kind, Tag};

/// A weekday, with the date that may follow it.
pub(in crate::date) fn weekday(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let weekday = reader.weekday(at)?;
    let next = reader.after_comma(at + 1);
    let next = if reader.is(next, Function::The) { next + 1 } else { next };
    if let Some((partial, to)) = reader.partial(next).filter(|(partial, _)| partial.day.is_some()) {
        found.push(Found::new(at..to, by_weekday(reader, partial, weekday, at)?));
        return Some(to);
    }
    if matches!(reader.word(at), Some(TimeWord::ShortWeekday(_))) && !stands_as_day(reader, at) {
        return None;
    }
    let day = reader.resolve_weekday(weekday, at);
    let (value, to) = part_of(reader, day, at + 1);
    found.push(Found::new(at..to, value));
    Some(to)
}

/// `Sat` alone is a verb, `Sun` a paper: a short weekday is one after `on` or with its point.
fn stands_as_day(reader: &Reader<'_, '_>, at: usize) -> bool {
    let on = at.checked_sub(1).is_some_and(|before| reader.text(before).eq_ignore_ascii_case("on"));
    reader.text(at).ends_with('.') || (on && !reader.is_capitalised(at + 1))
}

/// The day, or the part of it that is named next: `Monday` + `night`.
pub(in crate::date) fn part_of(reader: &Reader<'_, '_>, day: Day, at: usize) -> (Value, usize) {
    match reader.word(at) {
        Some(TimeWord::Part(part)) => (Value::Time(day, Clock::Part(part)), at + 1),
        Some(TimeWord::Unit(crate::lexicon::Unit::Night)) => {
            (Value::Time(day, Clock::Part(crate::lexicon::Part::Night)), at + 1)
        }
        Some(TimeWord::Clock(hour)) => {
            (Value::Time(day, Clock::At { hour, minute: None, second: None, world: false }), at + 1)
        }
        _ => match super::clock::clock(reader, at) {
            // `tomorrow 8 a.m.`
            Some((clock, to)) => (Value::Time(day, clock), to),
            None => (Value::Day(day), at),
        },
    }
}

/// Where the year is not named, the weekday tells it: of the years near, the one where they agree.
fn by_weekday(reader: &Reader<'_, '_>, partial: Partial, weekday: u8, at: usize) -> Option<Value> {
    use crate::date::calendar;
    let value = reader.resolve(partial, at)?;
    let (Value::Day(Day::Known(day)), None, Some(number)) = (&value, partial.year, partial.day) else {
        return Some(value);
    };
    let year = chrono::Datelike::year(day);
    let agreeing = [0, -1, 1]
        .into_iter()
        .filter_map(|shift| calendar::date(year + shift, partial.month, number))
        .find(|&day| calendar::weekday(day) == weekday);
    Some(agreeing.map_or(value, |day| Value::Day(Day::Known(day))))
}

/// A month with day, year or neither; ranges of days yield both ends.
pub(in crate::date) fn month(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let named = matches!(reader.word(at)?, TimeWord::Month(_) | TimeWord::DoubtfulMonth(_) | TimeWord::ShortMonth(_));
    named.then_some(())?;
    let (partial, to) = reader.partial(at)?;
    if partial.day.is_none() && partial.year.is_none() && !stands_as_month(reader, at) {
        return None;
    }
    found.push(Found::new(at..to, reader.resolve(partial, at)?));
    let Some(_) = partial.day else { return Some(to) };
    // `Nov. 4-6, 2024`, `May 3 and 4`
    let second = range(reader, to).and_then(|next| Some((next, reader.day_number(next)?)));
    // `Oct. 2 and 12-14 November`
    let other = |end: usize| reader.hyphen(end) && reader.partial(end + 1).is_some();
    let own = second.filter(|&(_, (_, end))| !is_counted(reader, end) && !other(end));
    let Some((from, (day, end))) = own else { return Some(to) };
    let year = reader.year(reader.after_comma(end));
    let year_named = year.map(|(year, _)| year).or(partial.year);
    let end = year.map_or(end, |(_, end)| end);
    let of = |day| Partial { year: year_named, month: partial.month, day };
    if let (Some(first), Some(second)) = (reader.resolve(of(partial.day), at), reader.resolve(of(Some(day)), at)) {
        if let Some(last) = found.last_mut() {
            last.value = first;
        }
        found.push(Found::new(from..end, second));
        return Some(end);
    }
    Some(to)
}

/// The token after what joins the ends of a range: a dash, `to`.
pub(in crate::date) fn range(reader: &Reader<'_, '_>, at: usize) -> Option<usize> {
    let dash = reader.token(at).is_some_and(crate::text::Token::is_dash);
    (dash || reader.is(at, Function::To) || reader.is(at, Function::And)).then_some(at + 1)
}

/// Whether the number before `at` counts what follows: `to 6 percent`, `and 4 others`, or goes on as a clock time.
fn is_counted(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader.token(at).is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Symbol) && token.tag.is_noun())
        || matches!(reader.word(at), Some(TimeWord::Meridiem(_)))
        || reader.month(at).is_some()
}

/// `4 November`, `3-5 May`, `the 4th of November`
pub(in crate::date) fn day(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let (first, to) = reader.day_number(at)?;
    if let Some((partial, to)) = reader.partial(at) {
        found.push(Found::new(at..to, reader.resolve(partial, at)?).with_the(reader));
        return Some(to);
    }
    let next = range(reader, to)?;
    let (partial, end) = reader.partial(next).filter(|(partial, _)| partial.day.is_some())?;
    reader.month(next).is_none().then_some(())?;
    found.push(Found::new(at..to, reader.resolve(Partial { day: Some(first), ..partial }, at)?));
    found.push(Found::new(next..end, reader.resolve(partial, at)?));
    Some(end)
}

/// A bare month that is also a name or a word (`May`, `Mar`) is one after a preposition, an article
/// or a word of time, and, before a plain noun, after any other word (`its surprise August raid`).
fn stands_as_month(reader: &Reader<'_, '_>, at: usize) -> bool {
    let doubtful = match reader.word(at) {
        Some(TimeWord::DoubtfulMonth(month)) => month,
        Some(TimeWord::ShortMonth(_)) => {
            let name_goes_on = reader.is_capitalised(at + 1);
            return reader.text(at).ends_with('.') || (reader.follows(at, Function::In) && !name_goes_on);
        }
        _ => return true,
    };
    let before = at.checked_sub(if at > 0 && reader.hyphen(at - 1) { 2 } else { 1 });
    let Some(before) = before.filter(|&before| reader.token(before).is_some()) else { return false };
    match reader.word(before) {
        Some(
            TimeWord::Function(Function::In | Function::Of | Function::To) | TimeWord::Edge(_) | TimeWord::Turn(_),
        ) => {
            // Where the text has a Mrs May, only what is said of times alone makes it a month.
            if reader.is_person(doubtful) {
                return ["in", "since", "during", "throughout", "early", "late", "mid", "until"]
                    .iter()
                    .any(|word| reader.text(before).eq_ignore_ascii_case(word));
            }
            // `by May`, `of June`: a name only where a name goes on (`of June Jones`).
            return !(matches!(reader.word(before), Some(TimeWord::Function(Function::Of | Function::To)))
                && reader.is_capitalised(at + 1));
        }
        Some(TimeWord::Plan) => return !reader.is_person(doubtful),
        _ => {}
    }
    // March and May are words at a sentence's beginning; elsewhere their capital makes them months or names.
    let article = reader.token(before).is_some_and(|token| matches!(token.tag, Tag::DT | Tag::PRPS | Tag::POS));
    let plain_next =
        reader.is_lower(at + 1) && (article || reader.token(at + 1).is_some_and(|token| token.tag.is_noun()));
    let determined = reader.is_lower(before) || reader.follows(at, Function::Possessive);
    plain_next
        && determined
        && !reader.is_person(doubtful)
        && !(doubtful == 5 && reader.token(at + 1).is_some_and(|token| token.tag.is_verb()))
}
