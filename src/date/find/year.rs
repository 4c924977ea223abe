//! `2014`, `1950-53`, `the 1990s`, `the '90s`, `the 19th century`, `fiscal 2024`: years and more.

use chrono::Datelike;

use crate::date::reader::{Found, Reader};
use crate::date::value::Value;
use crate::lexicon::{Class, Function, TimeWord, Unit};
use crate::text::{Case, Kind, Tag, Token};

/// A year alone, or two that are the ends of a range.
pub(in crate::date) fn year(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let (year, to) = reader.year(at)?;
    let joined_mark = |at: usize| reader.joined(at) && (reader.mark(at, '-') || reader.mark(at, '/'));
    // `2024-13-45` is no date, and no year.
    if joined_mark(to) && reader.digits(to + 1).is_some() && joined_mark(to + 2) {
        return None;
    }
    if let Some(end) = fiscal_after(reader, to) {
        found.push(Found::new(at..end, Value::Fiscal(Some(year))).with_the(reader));
        return Some(end);
    }
    if !stands_as_year(reader, at, year) {
        return None;
    }
    found.push(Found::new(at..to, Value::Year(Some(year))));
    if let Some((end, after)) = ranged(reader, year, to) {
        found.push(Found::new(to + 1..after, Value::Year(Some(end))));
        return Some(after);
    }
    Some(to)
}

/// `1950|-53`, `1998|-2003`, `2008|/09`: the later year of a range, and the token after it.
pub(super) fn ranged(reader: &Reader<'_, '_>, first: i32, at: usize) -> Option<(i32, usize)> {
    let joint = reader.hyphen(at) || (reader.mark(at, '/') && reader.joined(at) && reader.joined(at + 1));
    let (end, len) = reader.digits(at + 1).filter(|_| joint)?;
    Some((end_of_range(first, end, len)?, at + 2))
}

/// The later year of a range, written with two digits or four.
fn end_of_range(first: i32, end: i32, len: usize) -> Option<i32> {
    match len {
        4 => Some(end),
        2 => Some(first - first % 100 + end + if end < first % 100 { 100 } else { 0 }),
        _ => None,
    }
    .filter(|&end| end > first && end - first < 200)
}

/// Whether a number is a year without a word that makes it one.
fn stands_for_year(number: i32) -> bool {
    (1900..=2099).contains(&number)
}

/// Four digits are a year where the text doesn't count, name or price something with them.
fn stands_as_year(reader: &Reader<'_, '_>, at: usize, year: i32) -> bool {
    let before = at.checked_sub(1).and_then(|before| reader.token(before).map(|token| (before, token)));
    let next = reader.token(at + 1);
    let ranged = reader.hyphen(at + 1) && reader.digits(at + 2).is_some();
    if reader.joined(at + 1)
        && next.is_some_and(|next| next.kind != Kind::Punctuation || (next.is_dash() && !ranged && year < 1800))
        && !reader.is(at + 1, Function::Possessive)
    {
        return false;
    }
    let after_preposition = before.is_some_and(|(before, _)| {
        matches!(
            reader.word(before),
            Some(TimeWord::Function(Function::In | Function::To | Function::Of) | TimeWord::Edge(_))
        ) || reader.token(before).is_some_and(|token| token.tag == Tag::IN)
            && (stands_for_year(year) || !["above", "below", "over", "under", "than"].contains(&reader.text(before)))
    });
    if let Some((index, token)) = before {
        let glued = reader.joined(at)
            && !matches!(
                token.first,
                '(' | '[' | '"' | '\u{201c}' | '\u{2018}' | '\'' | '-' | '\u{2013}' | '\u{2014}' | '/'
            );
        if glued || token.kind == Kind::Symbol || token.kind == Kind::Number {
            return false;
        }
        // `F-2000`, `No. 2004`
        let model = token.is_dash() && reader.joined(at) && reader.joined(index);
        let prefix = index.checked_sub(1).and_then(|word| reader.token(word));
        let plain = |prefix: &Token| prefix.kind == Kind::Word && prefix.case != Case::Upper && prefix.span.len() > 2;
        if model && !prefix.is_some_and(plain) {
            return false;
        }
        if reader.word(index) == Some(TimeWord::Numbered) {
            return false;
        }
    }
    // `an average of 1500`, `from 800 to 2000`
    if let Some((before, _)) = before
        && let Some(other) = before.checked_sub(1)
        && (reader.is(before, Function::Of) && reader.token(other).is_some_and(|token| token.is(Class::Sum))
            || reader.is(before, Function::To) && reader.digits(other).is_some_and(|(from, _)| !stands_for_year(from)))
    {
        return false;
    }
    let end = reader.digits(at + 2).filter(|_| reader.is(at + 1, Function::To));
    if end.is_some() && !stands_for_year(year) && reader.token(at + 3).is_some_and(|token| token.tag.is_noun()) {
        return false;
    }
    let sure = stands_for_year(year);
    let after_verb = before.is_some_and(|(_, token)| token.tag.is_verb());
    let counts = next.is_some_and(|next| next.tag == Tag::NNS || (after_verb && next.tag == Tag::NN))
        || reader.unit(at + 1).is_some();
    let about = before.is_some_and(|(before, _)| {
        matches!(reader.word(before), Some(TimeWord::About(_)))
            || matches!(reader.text(before), "than" | "least" | "most" | "some" | "to" if counts)
    });
    if counts {
        let determined = before.is_some_and(|(before, token)| {
            reader.is(before, Function::The)
                || matches!(token.tag, Tag::PRPS | Tag::POS | Tag::JJ)
                || token.tag == Tag::DT
        });
        return sure && !about && (after_preposition || determined) && reader.unit(at + 1).is_none();
    }
    // `will melt by 2100`
    let far = (2100..2200).contains(&year)
        && before.is_some_and(|(before, _)| ["by", "in", "until", "before", "to"].contains(&reader.text(before)));
    sure || ((after_preposition && (1000..1900).contains(&year) || far) && !next.is_some_and(|next| next.tag.is_noun()))
}

/// `1990s`, `'90s`, `nineties`
pub(in crate::date) fn decade(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let century = |tens: i32| {
        // The decade that lies back nearest; without a date that of the last century.
        let now = reader.published().map_or(2000, |day| day.year() / 10 * 10);
        let this = now / 100 * 10 + tens;
        if this * 10 > now { this - 10 } else { this }
    };
    if let Some(TimeWord::Nineties(tens)) = reader.word(at) {
        reader.follows(at, Function::The).then_some(())?;
        found.push(Found::new(at..at + 1, Value::Decade(Some(century(i32::from(tens))))).with_the(reader));
        return Some(at + 1);
    }
    let number = reader.figure_before(at, "s").filter(|number| number % 10 == 0)?;
    let (decade, from) = if number >= 1000 {
        (number / 10, at)
    } else {
        // `in her 40s` is an age, `the 40s` years or degrees; only the apostrophe makes it sure.
        let apostrophe = matches!(reader.token(at)?.first, '\'' | '\u{2019}' | '\u{2018}');
        apostrophe.then_some(())?;
        (century(number / 10), at)
    };
    // `the 1900s` are a century.
    let value = if decade % 10 == 0 && number >= 1000 && decade < 200 {
        Value::Century(Some(decade / 10))
    } else {
        Value::Decade(Some(decade))
    };
    found.push(Found::new(from..at + 1, value).with_the(reader));
    Some(at + 1)
}

/// `the 19th century`, `21st-century`
pub(in crate::date) fn century(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let (ordinal, to) = reader.ordinal(at)?;
    let to = if reader.hyphen(to) { to + 1 } else { to };
    let (Unit::Century, _) = reader.unit(to)? else { return None };
    if !(1..=30).contains(&ordinal) {
        return None;
    }
    found.push(Found::new(at..to + 1, Value::Century(Some(ordinal - 1))).with_the(reader));
    Some(to + 1)
}

/// `fiscal 2024`, `fiscal year 2024`, `FY2024`, `financial year 2023-24`
pub(in crate::date) fn fiscal(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    if reader.word(at)? != TimeWord::Fiscal {
        return None;
    }
    let next = if matches!(reader.word(at + 1), Some(TimeWord::Unit(Unit::Year))) { at + 2 } else { at + 1 };
    let (year, to) = reader.year(next)?;
    // The fiscal year 2023-24 is named by the year that it ends in.
    if let Some((end, after)) = ranged(reader, year, to) {
        found.push(Found::new(at..after, Value::Fiscal(Some(end))).with_the(reader));
        return Some(after);
    }
    found.push(Found::new(at..to, Value::Fiscal(Some(year))));
    Some(to)
}

/// `2024 fiscal year`
fn fiscal_after(reader: &Reader<'_, '_>, at: usize) -> Option<usize> {
    let year = reader.word(at)? == TimeWord::Fiscal && matches!(reader.word(at + 1), Some(TimeWord::Unit(Unit::Year)));
    year.then_some(at + 2)
}
