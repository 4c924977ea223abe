//! Conversions: "50 kilometers (31.25 miles)" should be 31.1.

use super::{Line, Problem, begins, ends, problem, told};
use crate::compare::interval::last_digit;
use crate::compare::side::Side;
use crate::figure::{Dimension, Modifier, in_base};

/// What a conversion may be off besides rounding.
const EXACT: f64 = 0.003;

/// The most that rounding may take.
const MOST: f64 = 0.1;

/// What it may be off where one of the two says that it is only about so much.
const ABOUT: f64 = 0.03;

/// Units that have more than one size: the first, and how many of its usual size the other is.
const SIZES: [(&str, f64); 8] = [
    ("ton", 1.102_311),
    ("ton", 1.12),
    ("gallon", 1.200_95),
    ("pint", 1.200_95),
    ("ounce", 1.097_143),
    ("horsepower", 0.986_32),
    ("calorie", 1000.0),
    ("year", 0.9993),
];

/// A figure whose conversion right after it, in brackets or after "or", is another value.
pub(super) fn off(line: &Line<'_>, at: usize) -> Option<Problem> {
    let (&first, &second) = (line.figures.get(at)?, line.figures.get(at + 1)?);
    let (a, b) = (first.figure, second.figure);
    let time = first.measure.base == Some(Dimension::Duration);
    if first.measure.base.is_none()
        || first.measure.base != second.measure.base
        || a.unit == b.unit
        || first.is_percent()
    {
        return None;
    }
    let gap = line.after(at);
    // "600 km of road (373 miles)": words may stand before the bracket, but nothing else in it.
    let bracket = gap
        .trim_end()
        .strip_suffix(['(', '['])
        .is_some_and(|words| words.len() < 40 && words.chars().all(|c| c.is_alphabetic() || c == '-' || c == ' '))
        && begins(line.after(at + 1), &[")", "]", ";"]);
    let other = !time && (ends(gap, &[", or", "/"]) || gap.trim() == "or") && gap.len() < 6;
    if !(bracket || other) {
        return None;
    }
    let due = [a.low, a.high].map(|value| converted(first, second, value));
    if fits(first, second, due[0]?, b.low) && fits(first, second, due[1]?, b.high) {
        return None;
    }
    let due = if a.low == a.high { told(due[0]?) } else { [&told(due[0]?), " to ", &told(due[1]?)].concat() };
    Some(problem(&[first, second], &[first.text(), " is ", &in_words(&due, second), ", not ", second.text(), "."]))
}

/// A value of the first figure's unit in that of the second.
fn converted(first: Side<'_>, second: Side<'_>, value: f64) -> Option<f64> {
    let base = |side: Side<'_>, value: f64| Some(in_base(side.figure.unit.as_deref()?, value)?.1);
    let (nought, one) = (base(second, 0.0)?, base(second, 1.0)?);
    Some((base(first, value)? - nought) / (one - nought))
}

/// Whether a converted value is what is said, as newsrooms round: to the last digit, or to fives.
fn fits(first: Side<'_>, second: Side<'_>, due: f64, said: f64) -> bool {
    let last = if second.text().contains(|c: char| c.is_ascii_digit()) { last_digit(said) } else { 1.0 };
    let last = if last >= 1.0 && (said / last) % 5.0 == 0.0 { 5.0 * last } else { last };
    // That 100 ends in noughts does not make it a rounded 124.
    let last = if last > 1.0 { last.min(2.0 * MOST * said.abs()) } else { last };
    let exact = |side: Side<'_>| side.figure.modifier == Modifier::Equal;
    let share = if exact(first) && exact(second) { EXACT } else { ABOUT };
    let near = |due: f64| (due - said).abs() <= (last * 0.5).max(due.abs() * share) * 1.000_001;
    let is = |side: Side<'_>, unit: &str| side.figure.unit.as_deref() == Some(unit);
    let sizes =
        SIZES.iter().any(|&(unit, size)| is(first, unit) && near(due * size) || is(second, unit) && near(due / size));
    // "Warmed by 1.5C (2.7F)": a difference has no nought.
    let degrees = first.measure.base == Some(Dimension::Temperature);
    let step = || Some(due - converted(first, second, 0.0)?);
    near(due) || sizes || degrees && step().is_some_and(near)
}

/// A value in the words of a figure: "31.1 miles" for "31.25 miles".
fn in_words(value: &str, side: Side<'_>) -> String {
    let text = side.text();
    let digit = |c: char| c.is_ascii_digit();
    match (text.find(digit), text.rfind(digit)) {
        // "5 feet 11 inches" has two units.
        (Some(from), Some(to))
            if side.figure.low < side.figure.high || !text[from..to].contains(char::is_alphabetic) =>
        {
            [value, &text[to + 1..]].concat()
        }
        _ => [value, " ", side.figure.unit.as_deref().unwrap_or_default()].concat(),
    }
}
