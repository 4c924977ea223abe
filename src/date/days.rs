//! The days that a TIMEX3 value covers.

use chrono::NaiveDate;

use super::calendar::{add_days, add_months, date, monday};

/// The first and the last day of a value; none for lengths, sets, references and what has an `X`.
pub(super) fn of(value: &str) -> Option<(NaiveDate, NaiveDate)> {
    let value = value.split('T').next()?;
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<i32>().ok())?;
    let mut parts = value.split('-');
    let (year, rest, last) = (parts.next()?, parts.next(), parts.next());
    let number = digits(year)?;
    match (year.len(), rest) {
        (3, None) => years(number * 10, 10),
        (2, None) => years(number * 100, 100),
        (4, None) => years(number, 1),
        (4, Some(rest)) => within(number, rest, last),
        _ => None,
    }
}

fn years(first: i32, count: i32) -> Option<(NaiveDate, NaiveDate)> {
    Some((date(first, 1, 1)?, date(first + count - 1, 12, 31)?))
}

/// `count` months from a month of a year on.
fn months(year: i32, first: u8, count: i32) -> Option<(NaiveDate, NaiveDate)> {
    let start = date(year, first, 1)?;
    Some((start, add_days(add_months(start, count)?, -1)?))
}

fn within(year: i32, part: &str, last: Option<&str>) -> Option<(NaiveDate, NaiveDate)> {
    match part {
        "SP" => return months(year, 3, 3),
        "SU" => return months(year, 6, 3),
        "FA" => return months(year, 9, 3),
        "WI" => return months(year, 12, 3),
        _ => {}
    }
    let number = |text: &str| text.parse::<u8>().ok();
    if let Some(week) = part.strip_prefix('W') {
        let first = monday((year, number(week)?))?;
        return match last {
            Some("WE") => Some((add_days(first, 5)?, add_days(first, 6)?)),
            _ => Some((first, add_days(first, 6)?)),
        };
    }
    if let Some(quarter) = part.strip_prefix('Q') {
        return months(year, number(quarter)?.checked_mul(3)?.checked_sub(2)?, 3);
    }
    if let Some(half) = part.strip_prefix('H') {
        return months(year, number(half)?.checked_mul(6)?.checked_sub(5)?, 6);
    }
    let month = number(part)?;
    match last {
        Some(day) => date(year, month, number(day)?).map(|day| (day, day)),
        None => months(year, month, 1),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn days_of_values() {
        let check = |value: &str, expect: &str| {
            let days = super::of(value).map_or("none".to_owned(), |(first, last)| format!("{first} {last}"));
            assert_eq!(days, expect, "{value}");
        };
        check("2024-11-04", "2024-11-04 2024-11-04");
        check("2024-11-04TNI", "2024-11-04 2024-11-04");
        check("2024-02", "2024-02-01 2024-02-29");
        check("2024-W44", "2024-10-28 2024-11-03");
        check("2024-W44-WE", "2024-11-02 2024-11-03");
        check("2024-Q3", "2024-07-01 2024-09-30");
        check("2024-H2", "2024-07-01 2024-12-31");
        check("2023-WI", "2023-12-01 2024-02-29");
        check("2024", "2024-01-01 2024-12-31");
        check("199", "1990-01-01 1999-12-31");
        check("19", "1900-01-01 1999-12-31");
        for none in ["XXXX-11-04", "P3W", "PT2H", "PRESENT_REF", "FY2024", "2024-13", "2024-QX", "", "XXXX-WXX-1"] {
            check(none, "none");
        }
    }
}
