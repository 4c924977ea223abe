//! `yesterday`, `last month`, `the past two weeks`, `the following day`, `the same day`: times placed
//! by the article's own day or by the day named last.

use chrono::{Datelike, NaiveDate};

use super::absolute::part_of;
use crate::date::calendar::{self, add_days, weekday_after, weekday_before};
use crate::date::reader::{Found, Reader};
use crate::date::tense::Direction;
use crate::date::value::{Amount, Clock, Day, Value};
use crate::lexicon::{Edge, Function, Part, Reference, Season, TimeWord, Turn, Unit};
use crate::text::{Tag, Token};

/// `today`, `yesterday morning`, `tonight`
pub(in crate::date) fn today(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let day =
        |shift: i8| reader.published().and_then(|day| add_days(day, i32::from(shift))).map_or(Day::Unknown, Day::Known);
    let (value, to) = match reader.phrase(at)? {
        (to, TimeWord::Day(shift)) => part_of(reader, day(shift), to),
        (to, TimeWord::Tonight) => (Value::Time(day(0), Clock::Part(Part::Night)), to),
        _ => return None,
    };
    found.push(Found::new(at..to, value).with_the(reader));
    Some(to)
}

/// How a word places what follows it.
#[derive(Clone, Copy)]
struct Placing {
    /// Units from where it is counted.
    shift: i8,
    /// `past`, `coming`: with a length of time it is one that touches the present.
    stretch: bool,
    /// `following`: counted from the day named last.
    told: bool,
}

fn placing(reader: &Reader<'_, '_>, at: usize) -> Option<(Placing, usize)> {
    let plain = |shift| Placing { shift, stretch: false, told: false };
    Some(match reader.word(at)? {
        TimeWord::Shift(0) => match reader.word(at + 1) {
            // `this past week`, `this coming Friday`
            Some(TimeWord::Past) => (plain(-1), at + 2),
            Some(TimeWord::Shift(shift)) => (plain(shift), at + 2),
            _ => (plain(0), at + 1),
        },
        TimeWord::Shift(shift) => {
            // `the next day` is told; `next week` is not.
            let told = shift == 1 && reader.follows(at, Function::The) && reader.text(at).eq_ignore_ascii_case("next");
            (Placing { told, stretch: reader.text(at).eq_ignore_ascii_case("coming"), shift }, at + 1)
        }
        TimeWord::Past => (Placing { stretch: true, ..plain(-1) }, at + 1),
        TimeWord::Then(shift) => (Placing { told: true, ..plain(shift) }, at + 1),
        _ => return None,
    })
}

/// `last`, `next`, `this`, `past` with what follows.
pub(in crate::date) fn shifted(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    // `will last ten days`
    let helped = at.checked_sub(1).is_some_and(|at| ["to", "will", "would", "could"].contains(&reader.text(at)));
    if reader.text(at) == "last" && (helped || reader.token(at)?.tag.is_verb()) {
        return None;
    }
    let (placing, next) = placing(reader, at)?;
    if let Some((amount, unit_at)) = reader.amount(next)
        && let Some((unit, true)) = reader.unit(unit_at).filter(|&(unit, _)| unit != Unit::Second)
        && placing.shift != 0
    {
        let value = Value::Duration(amount, unit, None);
        found.push(Found::new(at..unit_at + 1, value).with_the(reader));
        return Some(unit_at + 1);
    }
    // `the last quarter of 2024`
    if reader.word(next) == Some(TimeWord::Unit(Unit::Quarter))
        && placing.shift == -1
        && let Some((year, to)) = super::period::year_of(reader, next + 1)
    {
        found.push(Found::new(at..to, Value::Quarter(year, Some(4))).with_the(reader));
        return Some(to);
    }
    let (value, to) = named(reader, placing, next, at)?;
    found.push(Found::new(at..to, value).with_the(reader));
    Some(to)
}

fn named(reader: &Reader<'_, '_>, placing: Placing, at: usize, start: usize) -> Option<(Value, usize)> {
    let unit = match reader.word(at) {
        Some(TimeWord::Unit(unit)) => unit,
        _ => Unit::Day,
    };
    let base = if placing.told { reader.anchor(unit) } else { reader.published() };
    let shift = i32::from(placing.shift);
    // `this school year`, `the last trading day`
    let at = if reader.is_adjective_of_time(at) { at + 1 } else { at };
    match reader.word(at)? {
        TimeWord::Unit(unit) => unit_value(reader, placing, unit, base, start).map(|value| (value, at + 1)),
        TimeWord::Units(unit) => {
            let vague =
                placing.stretch || (placing.told && shift < 0) || reader.text(start).eq_ignore_ascii_case("next");
            vague.then_some((Value::Duration(Amount::VAGUE, unit, None), at + 1))
        }
        TimeWord::Weekday(weekday) => {
            let day = base.and_then(|base| match shift {
                -1 => weekday_before(base, weekday, false),
                1 => weekday_after(base, weekday, false),
                _ => match reader.direction(start) {
                    Direction::Back => weekday_before(base, weekday, true),
                    Direction::Ahead | Direction::Open => weekday_after(base, weekday, true),
                },
            });
            Some(part_of(reader, day.map_or(Day::Weekday(weekday), Day::Known), at + 1))
        }
        TimeWord::Month(month) | TimeWord::DoubtfulMonth(month) if reader.is_capitalised(at) => {
            let year = base.map(|base| near_year(base, u32::from(month), base.month(), shift));
            Some((Value::Month(year, Some(month)), at + 1))
        }
        TimeWord::Season(season) => {
            let year = base.map(|base| {
                let (year, now) = calendar::season(base);
                near_year_from(year, rank(season), rank(now), shift)
            });
            (!reader.is_capitalised(at)).then_some((Value::Season(year, season), at + 1))
        }
        TimeWord::Part(part) => Some((part_value(base, part, shift), at + 1)),
        TimeWord::Holiday(_) => {
            let (to, word) = reader.phrase(at)?;
            let TimeWord::Holiday(holiday) = word else { return None };
            let day = base.and_then(|base| {
                let in_year = |more: i32| calendar::holiday(holiday, base.year() + more);
                match shift {
                    -1 => [in_year(0), in_year(-1)].into_iter().flatten().find(|&day| day < base),
                    1 => [in_year(0), in_year(1)].into_iter().flatten().find(|&day| day > base),
                    _ => in_year(0),
                }
            });
            Some((Value::Day(day.map_or(Day::Unknown, Day::Known)), to))
        }
        TimeWord::Fiscal => {
            let year = matches!(reader.word(at + 1), Some(TimeWord::Unit(Unit::Year)));
            year.then(|| (Value::Fiscal(base.map(|base| base.year() + shift)), at + 2))
        }
        _ => None,
    }
}

fn unit_value(
    reader: &Reader<'_, '_>,
    placing: Placing,
    unit: Unit,
    base: Option<NaiveDate>,
    start: usize,
) -> Option<Value> {
    let shift = i32::from(placing.shift);
    // `the past week` is seven days long; `last week` is one of the calendar.
    let long = placing.stretch || (placing.shift == -1 && unit == Unit::Decade) || matches!(unit, Unit::Hour);
    if long && shift != 0 && unit != Unit::Weekend && unit != Unit::Second {
        return Some(Value::Duration(Amount::whole(1), unit, None));
    }
    // On the first days of a week, `this weekend` of something done is the one just over.
    let just_over = unit == Unit::Weekend
        && shift == 0
        && base.is_some_and(|base| calendar::weekday(base) <= 3)
        && reader.direction(start) == Direction::Back;
    calendar::unit(unit, base, if just_over { -1 } else { shift })
}

/// The part of a day: `this morning`, `last night`; `last night` is yesterday's.
fn part_value(base: Option<NaiveDate>, part: Part, shift: i32) -> Value {
    let day = base.and_then(|base| add_days(base, shift)).map_or(Day::Unknown, Day::Known);
    Value::Time(day, Clock::Part(part))
}

/// The year of the month that is last, this or next as seen from the month `now` of `base`.
fn near_year(base: NaiveDate, wanted: u32, now: u32, shift: i32) -> i32 {
    near_year_from(base.year(), wanted, now, shift)
}

fn near_year_from(year: i32, wanted: u32, now: u32, shift: i32) -> i32 {
    match shift {
        -1 if wanted >= now => year - 1,
        1 if wanted <= now => year + 1,
        _ => year,
    }
}

fn rank(season: Season) -> u32 {
    u32::from(calendar::season_start(season))
}

/// `over the weekend`: the one just over, or, looking ahead and on its own days, this week's.
pub(in crate::date) fn weekend(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    if reader.word(at)? != TimeWord::Unit(Unit::Weekend) || !reader.follows(at, Function::The) {
        return None;
    }
    let ahead =
        reader.direction(at) == Direction::Ahead || reader.published().is_some_and(|day| calendar::weekday(day) > 5);
    found.push(Found::new(
        at - 1..at + 1,
        calendar::unit(Unit::Weekend, reader.published(), if ahead { 0 } else { -1 })?,
    ));
    Some(at + 1)
}

/// `in the morning`, `later in the evening`: of the day that is told of.
pub(in crate::date) fn part(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let TimeWord::Part(part) = reader.word(at)? else { return None };
    let mut the = at.checked_sub(1)?;
    if matches!(reader.word(the), Some(TimeWord::Edge(Edge::Start | Edge::End))) {
        the = the.checked_sub(1)?;
    }
    let placed = the.checked_sub(1).is_some_and(|before| reader.is(before, Function::In));
    (placed && reader.is(the, Function::The) && !reader.is(at + 1, Function::Of)).then_some(())?;
    let day = reader.day_in_sentence().map_or(Day::Unknown, Day::Known);
    found.push(Found::new(the..at + 1, Value::Time(day, Clock::Part(part))));
    Some(at + 1)
}

/// `the day before`, `the week after`, where nothing follows that it is before or after of.
pub(in crate::date) fn told(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let TimeWord::Unit(unit) = reader.word(at)? else { return None };
    let (to, TimeWord::Turn(turn)) = reader.phrase(at + 1)? else { return None };
    let shift = match turn {
        Turn::Before => -1,
        Turn::After => 1,
        _ => return None,
    };
    let ends = reader.token(to).is_none_or(|token| matches!(token.first, '.' | ',' | ';' | ':' | '?' | '!' | ')'));
    let the = at.checked_sub(1).filter(|&the| ends && reader.is(the, Function::The))?;
    found.push(Found::new(the..to, calendar::unit(unit, reader.anchor(unit), shift)?));
    Some(to)
}

/// `the same day`, `that week`: the time named last, as wide as the unit.
pub(in crate::date) fn same(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    if reader.word(at)? != TimeWord::That {
        return None;
    }
    // `that same day`
    let next = if reader.word(at + 1) == Some(TimeWord::That) { at + 2 } else { at + 1 };
    let ((first, _), _) = reader.named?;
    let value = match reader.word(next)? {
        TimeWord::Unit(unit @ (Unit::Day | Unit::Night | Unit::Week | Unit::Weekend | Unit::Month | Unit::Year)) => {
            calendar::unit(unit, Some(first), 0)?
        }
        TimeWord::Part(part) => Value::Time(Day::Known(first), Clock::Part(part)),
        _ => return None,
    };
    found.push(Found::new(at..next + 1, value).with_the(reader));
    Some(next + 1)
}

/// `soon after` and `shortly before` are counted from something told, and so is `soon` of what is past.
fn tells_of_now(reader: &Reader<'_, '_>, reference: Reference, at: usize, to: usize) -> bool {
    let counted = matches!(reader.word(to), Some(TimeWord::Turn(_)))
        || ["afterward", "afterwards", "thereafter"].contains(&reader.text(to));
    reference != Reference::Future || (!counted && reader.direction(at) != Direction::Back)
}

/// `now`, `recently`, `the near future`, `recent weeks`
pub(in crate::date) fn reference(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let (to, word) = reader.phrase(at)?;
    let (from, reference) = match word {
        TimeWord::Reference(reference) if !reader.hyphen(to) && tells_of_now(reader, reference, at, to) => {
            // `a long time ago`
            (if reader.follows(at, Function::A) { at - 1 } else { at }, reference)
        }
        TimeWord::TheReference(reference) => {
            let before = at.checked_sub(1)?;
            reader.is(before, Function::The).then_some(())?;
            // `the future of the alliance` is no time.
            (!reader.is(to, Function::Of) && !reader.token(to).is_some_and(|token| token.tag.is_noun()))
                .then_some(())?;
            (before, reference)
        }
        TimeWord::Past if reader.follows(at, Function::The) => {
            let goes_on = |token: &Token| token.tag.is_noun() || matches!(token.tag, Tag::CD | Tag::JJ | Tag::JJS);
            let ends = !reader.token(to).is_some_and(goes_on) && reader.amount(to).is_none();
            let in_the = at.checked_sub(2).is_some_and(|before| reader.is(before, Function::In));
            (ends && in_the).then_some((at - 1, Reference::Past))?
        }
        TimeWord::Recent => {
            let (unit, true) = reader.unit(to)? else { return None };
            matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Hour)
                .then_some(())?;
            found.push(Found::new(at..to + 1, Value::Reference(Reference::Past)));
            return Some(to + 1);
        }
        _ => return None,
    };
    // `more recently`, `most recently`
    let from = match from.checked_sub(1) {
        Some(before) if word == TimeWord::Reference(Reference::Past) => match reader.text(before) {
            "more" | "More" | "most" | "Most" => before,
            _ => from,
        },
        _ => from,
    };
    found.push(Found::new(from..to, Value::Reference(reference)));
    Some(to)
}
