//! The calendar: a thin layer over [`NaiveDate`] that knows weeks, quarters, seasons and holidays.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::value::{Clock, Day, Value};
use crate::lexicon::{Holiday, Part, Season, Unit};

/// A week of the ISO calendar: its year and number.
pub(super) type Week = (i32, u8);

pub(super) fn week(day: NaiveDate) -> Week {
    let week = day.iso_week();
    (week.year(), week.week() as u8)
}

/// The Monday of a week.
pub(super) fn monday((year, week): Week) -> Option<NaiveDate> {
    NaiveDate::from_isoywd_opt(year, u32::from(week), Weekday::Mon)
}

/// The number of a weekday, Monday being 1.
pub(super) fn weekday(day: NaiveDate) -> u8 {
    day.weekday().number_from_monday() as u8
}

pub(super) fn date(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))
}

pub(super) fn add_days(day: NaiveDate, days: i32) -> Option<NaiveDate> {
    let count = Days::new(u64::from(days.unsigned_abs()));
    if days < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) }
}

pub(super) fn add_months(day: NaiveDate, months: i32) -> Option<NaiveDate> {
    let count = Months::new(months.unsigned_abs());
    if months < 0 { day.checked_sub_months(count) } else { day.checked_add_months(count) }
}

pub(super) fn quarter(day: NaiveDate) -> u8 {
    day.month0() as u8 / 3 + 1
}

/// The year that a season is counted to, and the season; January is in the winter of the year before.
pub(super) fn season(day: NaiveDate) -> (i32, Season) {
    let year = day.year();
    match day.month() {
        1 | 2 => (year - 1, Season::Winter),
        3..=5 => (year, Season::Spring),
        6..=8 => (year, Season::Summer),
        9..=11 => (year, Season::Autumn),
        _ => (year, Season::Winter),
    }
}

/// The first month of a season.
pub(super) fn season_start(season: Season) -> u8 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    }
}

/// The nearest such weekday before a day; the day itself where `or_on`.
pub(super) fn weekday_before(day: NaiveDate, wanted: u8, or_on: bool) -> Option<NaiveDate> {
    let back = (7 + i32::from(weekday(day)) - i32::from(wanted)) % 7;
    add_days(day, if back == 0 && !or_on { -7 } else { -back })
}

/// The nearest such weekday after a day; the day itself where `or_on`.
pub(super) fn weekday_after(day: NaiveDate, wanted: u8, or_on: bool) -> Option<NaiveDate> {
    let ahead = (7 + i32::from(wanted) - i32::from(weekday(day))) % 7;
    add_days(day, if ahead == 0 && !or_on { 7 } else { ahead })
}

/// The day of a holiday in a year.
pub(super) fn holiday(holiday: Holiday, year: i32) -> Option<NaiveDate> {
    match holiday {
        Holiday::Fixed(month, day) => date(year, month, day),
        Holiday::Once(year, month, day) => date(year, month, day),
        Holiday::Easter(days) => add_days(easter(year)?, i32::from(days)),
        Holiday::Nth(month, 9, wanted) => weekday_before(add_months(date(year, month, 1)?, 1)?, wanted, false),
        Holiday::Nth(month, nth, wanted) => {
            let first = weekday_after(date(year, month, 1)?, wanted, true)?;
            add_days(first, 7 * (i32::from(nth) - 1))
        }
    }
}

/// Easter Sunday of the western churches (the anonymous Gregorian algorithm, as Meeus gives it).
#[allow(clippy::many_single_char_names, reason = "the algorithm's own names")]
fn easter(year: i32) -> Option<NaiveDate> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    date(year, u8::try_from(n / 31).ok()?, u8::try_from(n % 31 + 1).ok()?)
}

/// The unit of the calendar that lies `count` units from the one that `from` is in; unknown where
/// `from` is, and `None` for units that are shorter than a day.
pub(super) fn unit(unit: Unit, from: Option<NaiveDate>, count: i32) -> Option<Value> {
    let count = count.clamp(-100_000, 100_000);
    let months = |each: i32| from.and_then(|day| add_months(day, each * count));
    let days = |each: i32| from.and_then(|day| add_days(day, each * count));
    let year = from.map(|day| day.year());
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Millennium => return None,
        Unit::Day => Value::Day(days(1).map_or(Day::Unknown, Day::Known)),
        Unit::Night => Value::Time(days(1).map_or(Day::Unknown, Day::Known), Clock::Part(Part::Night)),
        Unit::Week => Value::Week(days(7).map(week)),
        Unit::Fortnight => Value::Week(days(14).map(week)),
        Unit::Weekend => Value::Weekend(days(7).map(week)),
        Unit::Month => {
            months(1).map_or(Value::Month(None, None), |day| Value::Month(Some(day.year()), Some(day.month() as u8)))
        }
        Unit::Quarter => {
            months(3).map_or(Value::Quarter(None, None), |day| Value::Quarter(Some(day.year()), Some(quarter(day))))
        }
        Unit::Year => Value::Year(year.map(|year| year + count)),
        Unit::Decade => Value::Decade(year.map(|year| year.div_euclid(10) + count)),
        Unit::Century => Value::Century(year.map(|year| year.div_euclid(100) + count)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn movable_feasts() {
        assert_eq!(holiday(Holiday::Easter(0), 2024), date(2024, 3, 31));
        assert_eq!(holiday(Holiday::Easter(0), 2011), date(2011, 4, 24));
        assert_eq!(holiday(Holiday::Nth(11, 4, 4), 2024), date(2024, 11, 28));
        assert_eq!(holiday(Holiday::Nth(5, 9, 1), 2024), date(2024, 5, 27));
    }

    #[test]
    fn weeks_belong_to_the_year_of_their_thursday() {
        assert_eq!(date(2021, 1, 3).map(week), Some((2020, 53)));
        assert_eq!(date(2024, 12, 30).map(week), Some((2025, 1)));
        assert_eq!(monday((2024, 44)), date(2024, 10, 28));
    }
}
