//! `Monday, Nov. 4, 2024`, `4 November`, `November 2024`: what a calendar date names, and what the
//! article's own day adds to it.

use chrono::{Datelike, NaiveDate};

use super::calendar::{add_months, date, weekday_after, weekday_before};
use super::reader::Reader;
use super::tense::Direction;
use super::value::{Day, Value};
use crate::lexicon::{Function, TimeWord, Unit};

/// What a calendar date names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Partial {
    pub(super) year: Option<i32>,
    pub(super) month: u8,
    pub(super) day: Option<u8>,
}

impl Reader<'_, '_> {
    /// A calendar date with a month's name in it, and the token after it.
    pub(super) fn partial(&self, at: usize) -> Option<(Partial, usize)> {
        let (partial, to) = self.month_first(at).or_else(|| self.day_first(at))?;
        // `2 November last year`, `in March next year`
        if partial.year.is_none()
            && let (Some(TimeWord::Shift(shift)), Some(TimeWord::Unit(Unit::Year)), Some(published)) =
                (self.word(to), self.word(to + 1), self.published())
        {
            return Some((Partial { year: Some(published.year() + i32::from(shift)), ..partial }, to + 2));
        }
        Some((partial, to))
    }

    /// `November 4, 2024`, `Nov. 4`, `November 2024`, `November`
    fn month_first(&self, at: usize) -> Option<(Partial, usize)> {
        let month = self.month(at).or_else(|| self.written_small(at))?;
        // `May of 2024`, `May, 2024`
        let bare = Partial { year: None, month, day: None };
        for year in [at + 1, at + 2] {
            let linked = year == at + 1 || self.mark(at + 1, ',') || self.is(at + 1, Function::Of);
            if let Some((year, to)) = self.year(year).filter(|_| linked) {
                return Some((Partial { year: Some(year), ..bare }, to));
            }
        }
        let the = if self.is(at + 1, Function::The) { at + 2 } else { at + 1 };
        let Some((day, to)) = self.day_number(the) else { return Some((bare, at + 1)) };
        let dated = Partial { day: Some(day), ..bare };
        let year = self.after_comma(to);
        Some(match self.year(year) {
            Some((year, to)) => (Partial { year: Some(year), ..dated }, to),
            None => (dated, to),
        })
    }

    /// `april 2017`: a month without its capital, which its year tells.
    fn written_small(&self, at: usize) -> Option<u8> {
        match self.word(at)? {
            TimeWord::DoubtfulMonth(month) => self.year(at + 1).map(|_| month),
            _ => None,
        }
    }

    /// `4 November 2024`, `the 4th of November`
    fn day_first(&self, at: usize) -> Option<(Partial, usize)> {
        let (day, to) = self.day_number(at)?;
        let month = if self.is(to, Function::Of) || self.hyphen(to) { to + 1 } else { to };
        let (partial, end) = self.month(month).map(|found| (found, month + 1))?;
        let dated = Partial { year: None, month: partial, day: Some(day) };
        let year = if self.hyphen(end) { end + 1 } else { self.after_comma(end) };
        Some(match self.year(year) {
            Some((year, to)) => (Partial { year: Some(year), ..dated }, to),
            None => (dated, end),
        })
    }

    /// `4`, `4th`, `fourth`: a day of the month, and the token after it.
    pub(super) fn day_number(&self, at: usize) -> Option<(u8, usize)> {
        let (number, to) = self.ordinal(at).or_else(|| {
            let (number, len) = self.digits(at)?;
            // `10:30`, `5%` and `3-1` are no days.
            let other = self.mark(at + 1, ':') || self.mark(at + 1, '%');
            (len <= 2 && !other).then_some((number, at + 1))
        })?;
        u8::try_from(number).ok().filter(|day| (1..=31).contains(day)).map(|day| (day, to))
    }

    /// The value of a calendar date; a year that it doesn't name is the one that the clause points to.
    pub(super) fn resolve(&self, partial: Partial, at: usize) -> Option<Value> {
        let Partial { year, month, day } = partial;
        let Some(day) = day else {
            let year = year.or_else(|| self.year_of_month(month, at));
            return Some(Value::Month(year, Some(month)));
        };
        if let Some(year) = year {
            return date(year, month, day).map(|day| Value::Day(Day::Known(day)));
        }
        // 29 February must be a day of some year.
        date(2024, month, day)?;
        let near = self.published().and_then(|published| {
            let in_year = |shift: i32| date(published.year() + shift, month, day);
            self.nearest(published, at, [in_year(-1), in_year(0), in_year(1)])
        });
        Some(Value::Day(near.map_or(Day::OfMonth(month, day), Day::Known)))
    }

    /// Of the days that are possible, in order, the one that the clause points to.
    pub(super) fn nearest(&self, published: NaiveDate, at: usize, days: [Option<NaiveDate>; 3]) -> Option<NaiveDate> {
        let days = || days.iter().flatten().copied();
        match self.direction(at) {
            Direction::Back => days().rfind(|&day| day <= published),
            Direction::Ahead => days().find(|&day| day >= published),
            Direction::Open => days().min_by_key(|&day| (day - published).num_days().abs()),
        }
    }

    fn year_of_month(&self, month: u8, at: usize) -> Option<i32> {
        let published = self.published()?;
        let first = published.with_day(1)?;
        let in_year = |shift: i32| date(published.year() + shift, month, 1);
        match self.direction(at) {
            Direction::Ahead => [in_year(0), in_year(1)].into_iter().flatten().find(|&day| day >= first),
            Direction::Back => [in_year(0), in_year(-1)].into_iter().flatten().find(|&day| day <= first),
            // Without a verb a month that begins soon is the coming one; else it has been.
            Direction::Open => {
                let soon = add_months(first, 2)?;
                [in_year(1), in_year(0), in_year(-1)].into_iter().flatten().find(|&day| day <= soon)
            }
        }
        .map(|day| day.year())
    }

    /// The day of a bare weekday: the latest on or before the article's own, unless the clause looks ahead.
    pub(super) fn resolve_weekday(&self, weekday: u8, at: usize) -> Day {
        // `on a | Tuesday in August`
        if self.follows(at, Function::A) && self.is(at + 1, Function::In) {
            return Day::Weekday(weekday);
        }
        // `from Monday to | Friday`
        let range =
            at.checked_sub(1).filter(|&to| to == self.tokens.start && (self.hyphen(to) || self.is(to, Function::To)));
        if let Some(((first, last), sentence)) = self.named.filter(|_| range.is_some())
            && first == last
            && sentence == self.sentence
        {
            return weekday_after(first, weekday, false).map_or(Day::Weekday(weekday), Day::Known);
        }
        let day = self.published().and_then(|published| match self.direction(at) {
            _ if self.is_to_come(at) => weekday_after(published, weekday, true),
            Direction::Ahead => weekday_after(published, weekday, true),
            Direction::Open if self.does_soon(at) => weekday_after(published, weekday, true),
            Direction::Back | Direction::Open => weekday_before(published, weekday, true),
        });
        day.map_or(Day::Weekday(weekday), Day::Known)
    }
}
