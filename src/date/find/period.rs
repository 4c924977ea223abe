//! `the third quarter of 2013`, `Q3 2015`, `the first half of the year`, `summer 2010`, `Christmas`:
//! named parts of a year, and its holidays.

use chrono::{Datelike, NaiveDate};

use crate::date::calendar;
use crate::date::reader::{Found, Reader};
use crate::date::value::{Day, Value};
use crate::lexicon::{Edge, Function, Season, TimeWord, Unit};
use crate::text::Kind;

/// Quarters and halves by their number.
pub(in crate::date) fn quarter(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let (number, to) = reader.ordinal(at)?;
    let number = u8::try_from(number).ok()?;
    let unit_at = if reader.hyphen(to) || reader.word(to) == Some(TimeWord::Fiscal) { to + 1 } else { to };
    match reader.word(unit_at)? {
        TimeWord::Unit(Unit::Quarter) if (1..=4).contains(&number) => {
            let next = unit_at + 1;
            let (year, to) = year_of(reader, next).unwrap_or((None, next));
            // Without a year it is the latest that has begun.
            let year = year.or_else(|| {
                let published = reader.published()?;
                Some(published.year() - i32::from(number > calendar::quarter(published)))
            });
            found.push(Found::new(at..to, Value::Quarter(year, Some(number))).with_the(reader));
            Some(to)
        }
        // `the first half` alone may be of a match.
        TimeWord::Half if (1..=2).contains(&number) => {
            let (year, to) = year_of(reader, unit_at + 1)?;
            found.push(Found::new(at..to, Value::Half(year, number)).with_the(reader));
            Some(to)
        }
        _ => None,
    }
}

/// `Q3 2015`, `Q3`, `H1 2024`
pub(in crate::date) fn numbered(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let (year, to) = year_of(reader, at + 1).unwrap_or((None, at + 1));
    let value = match reader.word(at)? {
        TimeWord::Quarter(number) => {
            let year = year.or_else(|| {
                let published = reader.published()?;
                Some(published.year() - i32::from(number > calendar::quarter(published)))
            });
            Value::Quarter(year, Some(number))
        }
        TimeWord::HalfYear(number) if year.is_some() => Value::Half(year, number),
        _ => return None,
    };
    found.push(Found::new(at..to, value));
    Some(to)
}

/// The year after a part of it: `2013`, `of 2013`, `of the year`, `of last year`, `last year`.
pub(super) fn year_of(reader: &Reader<'_, '_>, at: usize) -> Option<(Option<i32>, usize)> {
    let of = if reader.is(at, Function::Of) || reader.is(at, Function::In) { at + 1 } else { at };
    let of = if reader.word(of) == Some(TimeWord::Fiscal) { of + 1 } else { of };
    if let Some((year, to)) = reader.year(of) {
        return Some((Some(year), to));
    }
    let published = reader.published().map(|day| day.year());
    let shift = match reader.word(of)? {
        TimeWord::Shift(shift) => i32::from(shift),
        TimeWord::Function(Function::The) if of > at => 0,
        _ => return None,
    };
    matches!(reader.word(of + 1), Some(TimeWord::Unit(Unit::Year)))
        .then(|| (published.map(|year| year + shift), of + 2))
}

/// `summer 2010`, `the summer of 2010`, `in the spring`
pub(in crate::date) fn season(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let TimeWord::Season(season) = reader.word(at)? else { return None };
    let next = if reader.is(at + 1, Function::Of) { at + 2 } else { at + 1 };
    if let Some((year, to)) = reader.year(next) {
        // `the winter of 1963-64`
        let to = super::year::ranged(reader, year, to).map_or(to, |(_, to)| to);
        found.push(Found::new(at..to, Value::Season(Some(year), season)).with_the(reader));
        return Some(to);
    }
    // `the 2010 summer`, `the fall of the city`, `fall from power`, `spring water` and the like are none.
    let before = at.checked_sub(1)?;
    let the = reader.is(before, Function::The);
    let anchor = if the { before.checked_sub(1)? } else { before };
    let placed = matches!(reader.word(anchor), Some(TimeWord::Function(Function::In) | TimeWord::Edge(_)))
        || ["until", "this"].contains(&reader.text(anchor));
    let goes_on = reader.token(at + 1).is_some_and(|token| token.tag.is_noun() && token.kind == Kind::Word);
    if !placed || goes_on || reader.is(at + 1, Function::Of) || !reader.is_lower(at) {
        return None;
    }
    let year = reader.published().and_then(|published| year_of_season(reader, published, season, at));
    found.push(Found::new(at..at + 1, Value::Season(year, season)).with_the(reader));
    Some(at + 1)
}

/// The year of a bare season, by the way the clause looks.
fn year_of_season(reader: &Reader<'_, '_>, published: NaiveDate, season: Season, at: usize) -> Option<i32> {
    let start = |shift: i32| calendar::date(published.year() + shift, calendar::season_start(season), 1);
    reader.nearest(published, at, [start(-1), start(0), start(1)]).map(|day| day.year())
}

/// `Christmas`, `New Year's Eve 2015`, `Thanksgiving`
pub(in crate::date) fn holiday(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let (to, TimeWord::Holiday(holiday)) = reader.phrase(at)? else { return None };
    if !reader.is_capitalised(at) {
        return None;
    }
    let year_at = reader.after_comma(to);
    if let Some((year, end)) =
        reader.year(year_at).or_else(|| reader.year(year_at + 1).filter(|_| reader.is(to, Function::Of)))
        && let Some(day) = calendar::holiday(holiday, year)
    {
        found.push(Found::new(at..end, Value::Day(Day::Known(day))));
        return Some(end);
    }
    let day = match (reader.published(), holiday) {
        (_, crate::lexicon::Holiday::Once(year, ..)) => calendar::holiday(holiday, year),
        (Some(published), _) => {
            let in_year = |shift: i32| calendar::holiday(holiday, published.year() + shift);
            reader.nearest(published, at, [in_year(-1), in_year(0), in_year(1)])
        }
        _ => None,
    };
    let day = match (day, holiday) {
        (Some(day), _) => Day::Known(day),
        (None, crate::lexicon::Holiday::Fixed(month, day)) => Day::OfMonth(month, day),
        _ => Day::Unknown,
    };
    found.push(Found::new(at..to, Value::Day(day)));
    Some(to)
}

/// `the last week of July`, `the first day of 2015`, `the week of Nov. 4`
pub(in crate::date) fn nth(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let (nth, unit_at) = match reader.word(at) {
        Some(TimeWord::Unit(_)) => (None, at),
        Some(TimeWord::Shift(-1)) => (Some(9), at + 1),
        _ => reader.ordinal(at).map(|(nth, to)| (Some(nth), to))?,
    };
    let TimeWord::Unit(unit @ (Unit::Day | Unit::Week | Unit::Weekend | Unit::Month)) = reader.word(unit_at)? else {
        return None;
    };
    reader.is(unit_at + 1, Function::Of).then_some(())?;
    let inner = unit_at + 2;
    let (whole, to) = if let Some((partial, to)) = reader.partial(inner) {
        (reader.resolve(partial, at)?, to)
    } else {
        let (year, to) = reader.year(inner)?;
        (Value::Year(Some(year)), to)
    };
    let (first, last) = crate::date::days::of(&whole.to_string())?;
    // The week of a day; of longer times it must be said which one.
    (nth.is_some() != (first == last)).then_some(())?;
    let day = match nth {
        None => first,
        Some(9) if reader.word(at) == Some(TimeWord::Shift(-1)) => last,
        Some(nth @ 1..=31) => match unit {
            Unit::Day => calendar::add_days(first, nth - 1)?,
            Unit::Month => calendar::add_months(first, nth - 1)?,
            _ => calendar::add_days(first, 7 * (nth - 1))?,
        },
        Some(_) => return None,
    };
    (day <= last).then_some(())?;
    found.push(Found::new(at..to, calendar::unit(unit, Some(day), 0)?).with_the(reader));
    Some(to)
}

/// `the end of the year`, `later in the week`, `year's end`, `year-end`: an edge of a unit that the
/// article's own day is in.
pub(in crate::date) fn edge(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let TimeWord::Unit(
        unit @ (Unit::Year | Unit::Month | Unit::Week | Unit::Day | Unit::Decade | Unit::Quarter | Unit::Century),
    ) = reader.word(at)?
    else {
        return None;
    };
    let end_after = (reader.hyphen(at + 1) || reader.is(at + 1, Function::Possessive))
        && reader.word(at + 2) == Some(TimeWord::Edge(Edge::End))
        && reader.text(at + 2).eq_ignore_ascii_case("end");
    if end_after {
        let mut year = Found::new(at..at + 3, calendar::unit(unit, reader.published(), 0)?).with_the(reader);
        year.modifier = Some(crate::date::DateModifier::End);
        found.push(year);
        return Some(at + 3);
    }
    // `the end of the year`, `by end of year`
    let the = reader.follows(at, Function::The);
    let of = at.checked_sub(if the { 2 } else { 1 })?;
    let edge_at = of.checked_sub(1)?;
    let linked = match reader.word(edge_at)? {
        TimeWord::Edge(_) => reader.is(of, Function::Of) || reader.text(of).eq_ignore_ascii_case("in"),
        TimeWord::Turn(_) => the && reader.text(of).eq_ignore_ascii_case("in"),
        _ => false,
    };
    (linked && (the || reader.text(edge_at).eq_ignore_ascii_case("end"))).then_some(())?;
    // The day is the one of the telling, the year the one of the article.
    let base = if unit == Unit::Day { reader.anchor(unit) } else { reader.published() };
    found.push(Found::new(of + 1..at + 1, calendar::unit(unit, base, 0)?));
    Some(at + 1)
}
