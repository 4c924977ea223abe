//! The value of an expression, typed; it becomes TIMEX3's text at the very end.

use std::fmt;

use chrono::NaiveDate;

use super::calendar::Week;
use crate::lexicon::{Part, Reference, Season, Unit};

/// What an expression stands for; what is `None` could not be told and is written `X`.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Value {
    /// `2024-11-04`
    Day(Day),
    /// `2024-11-04T18:00`, `2024-11-04TNI`
    Time(Day, Clock),
    /// `2024-10`: year and month.
    Month(Option<i32>, Option<u8>),
    /// `2024-W44`
    Week(Option<Week>),
    /// `2024-W44-WE`
    Weekend(Option<Week>),
    /// `2024-Q3`
    Quarter(Option<i32>, Option<u8>),
    /// `2024-H1`
    Half(Option<i32>, u8),
    /// `2024-SU`
    Season(Option<i32>, Season),
    /// `2024`
    Year(Option<i32>),
    /// `199`: the year without its last digit.
    Decade(Option<i32>),
    /// `19`: the year without its last two digits.
    Century(Option<i32>),
    /// `FY2024`
    Fiscal(Option<i32>),
    /// `PRESENT_REF`
    Reference(Reference),
    /// `P2W`, `PT1H30M`: amounts of units, the longest unit first.
    Duration(Amount, Unit, Option<(Amount, Unit)>),
}

/// A day, or what is known of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Day {
    Known(NaiveDate),
    /// `XXXX-11-04`
    OfMonth(u8, u8),
    /// `XXXX-WXX-1`
    Weekday(u8),
    /// `XXXX-XX-XX`
    Unknown,
}

/// A time within a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Clock {
    Part(Part),
    /// Hour, minute and second, and whether it is the world's time.
    At {
        hour: u8,
        minute: Option<u8>,
        second: Option<u8>,
        world: bool,
    },
    /// `TXX:XX`
    Unknown,
}

/// How many, in thousandths; `None` for "some".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Amount(pub(super) Option<u64>);

impl Amount {
    pub(super) const VAGUE: Amount = Amount(None);

    pub(super) fn whole(count: u32) -> Self {
        Self(Some(u64::from(count) * 1000))
    }

    /// As a whole number, where it is one.
    pub(super) fn count(self) -> Option<i32> {
        let thousandths = self.0?;
        (thousandths % 1000 == 0).then(|| i32::try_from(thousandths / 1000).ok())?
    }

    pub(super) fn times(self, factor: u64) -> Self {
        Self(self.0.and_then(|thousandths| thousandths.checked_mul(factor)))
    }

    pub(super) fn plus(self, thousandths: u64) -> Self {
        Self(self.0.and_then(|own| own.checked_add(thousandths)))
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(thousandths) = self.0 else { return f.write_str("X") };
        write!(f, "{}", thousandths / 1000)?;
        let rest = thousandths % 1000;
        if rest != 0 {
            let digits = format!("{rest:03}");
            write!(f, ".{}", digits.trim_end_matches('0'))?;
        }
        Ok(())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Day::Known(day) => write!(f, "{day}"),
            Day::OfMonth(month, day) => write!(f, "XXXX-{month:02}-{day:02}"),
            Day::Weekday(weekday) => write!(f, "XXXX-WXX-{weekday}"),
            Day::Unknown => f.write_str("XXXX-XX-XX"),
        }
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Clock::Part(part) => f.write_str(match part {
                Part::Morning => "MO",
                Part::Afternoon => "AF",
                Part::Evening => "EV",
                Part::Night => "NI",
                Part::Daytime => "DT",
            }),
            Clock::At { hour, minute, second, world } => {
                write!(f, "{hour:02}:{:02}", minute.unwrap_or(0))?;
                if let Some(second) = second {
                    write!(f, ":{second:02}")?;
                }
                if world { f.write_str("Z") } else { Ok(()) }
            }
            Clock::Unknown => f.write_str("XX:XX"),
        }
    }
}

/// A number of `width` digits, or as many `X`.
struct Digits<T>(Option<T>, usize);

impl<T: fmt::Display> fmt::Display for Digits<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(number) => write!(f, "{number:0width$}", width = self.1),
            None => (0..self.1).try_for_each(|_| f.write_str("X")),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = |year: Option<i32>| Digits(year, 4);
        match *self {
            Value::Day(day) => write!(f, "{day}"),
            Value::Time(day, clock) => write!(f, "{day}T{clock}"),
            Value::Month(of, month) => write!(f, "{}-{}", year(of), Digits(month, 2)),
            Value::Week(Some((of, week))) => write!(f, "{of:04}-W{week:02}"),
            Value::Week(None) => f.write_str("XXXX-WXX"),
            Value::Weekend(Some((of, week))) => write!(f, "{of:04}-W{week:02}-WE"),
            Value::Weekend(None) => f.write_str("XXXX-WXX-WE"),
            Value::Quarter(of, quarter) => write!(f, "{}-Q{}", year(of), Digits(quarter, 1)),
            Value::Half(of, half) => write!(f, "{}-H{half}", year(of)),
            Value::Season(of, season) => {
                let code = match season {
                    Season::Spring => "SP",
                    Season::Summer => "SU",
                    Season::Autumn => "FA",
                    Season::Winter => "WI",
                };
                write!(f, "{}-{code}", year(of))
            }
            // The year before the first is the first before Christ.
            Value::Year(Some(of)) if of < 1 => write!(f, "BC{:04}", 1 - of),
            Value::Year(of) => write!(f, "{}", year(of)),
            Value::Decade(decade) => write!(f, "{}", Digits(decade, 3)),
            Value::Century(century) => write!(f, "{}", Digits(century, 2)),
            Value::Fiscal(of) => write!(f, "FY{}", year(of)),
            Value::Reference(reference) => f.write_str(match reference {
                Reference::Past => "PAST_REF",
                Reference::Present => "PRESENT_REF",
                Reference::Future => "FUTURE_REF",
            }),
            Value::Duration(amount, unit, more) => duration(f, amount, unit, more),
        }
    }
}

/// The letter of a unit, what it is multiplied by, and whether it is part of a day.
fn letter(unit: Unit) -> (&'static str, u64, bool) {
    match unit {
        Unit::Second => ("S", 1, true),
        Unit::Minute => ("M", 1, true),
        Unit::Hour => ("H", 1, true),
        Unit::Night => ("NI", 1, true),
        Unit::Day => ("D", 1, false),
        Unit::Week => ("W", 1, false),
        Unit::Weekend => ("WE", 1, false),
        Unit::Fortnight => ("W", 2, false),
        Unit::Month => ("M", 1, false),
        Unit::Quarter => ("Q", 1, false),
        Unit::Year => ("Y", 1, false),
        Unit::Decade => ("Y", 10, false),
        Unit::Century => ("Y", 100, false),
        Unit::Millennium => ("Y", 1000, false),
    }
}

fn duration(f: &mut fmt::Formatter<'_>, amount: Amount, unit: Unit, more: Option<(Amount, Unit)>) -> fmt::Result {
    let mut in_day = false;
    f.write_str("P")?;
    for (amount, unit) in [Some((amount, unit)), more].into_iter().flatten() {
        let (letter, factor, part_of_day) = letter(unit);
        if part_of_day && !in_day {
            f.write_str("T")?;
            in_day = true;
        }
        write!(f, "{}{letter}", amount.times(factor))?;
    }
    Ok(())
}
