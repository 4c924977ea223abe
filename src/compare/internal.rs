//! The article against itself: conversions that are off, parts that exceed their whole, one quantity
//! with two values.

use super::interval::{Fit, last_digit};
use super::quantity::likeness;
use super::side::Side;
use super::{Problem, unit};
use crate::corpus::{Index, Report};
use crate::decimal;
use crate::figure::{Dimension, Figure, Modifier};

/// How many figures after a figure are looked at as its parts or its other value.
const REACH: usize = 40;

/// How sure it must be that two figures of one article are of one quantity, for both to be told as a fault.
const SURE: f64 = 3.0;

/// What does not agree within an article.
pub(super) fn problems(report: &Report) -> Vec<Problem> {
    let figures: Vec<Side<'_>> = Side::all(report).collect();
    let index = Index::default();
    let mut found = Vec::new();
    for (at, &first) in figures.iter().enumerate() {
        for (step, &second) in figures[at + 1..].iter().take(REACH).enumerate() {
            if step == 0
                && let Some(problem) = conversion(first, second)
            {
                found.push(problem);
            }
            if step == 0
                && let Some(problem) = share(&figures[at..]).or_else(|| sum(first, &figures[at + 1..]))
            {
                found.push(problem);
            }
            if let Some(problem) = excess(first, second).or_else(|| two_values(first, second, &index)) {
                found.push(problem);
            }
        }
    }
    found
}

/// "50 kilometers (31.25 miles)" should be 31.1.
fn conversion(first: Side<'_>, second: Side<'_>) -> Option<Problem> {
    let between = between(first, second)?;
    if between.trim_start_matches(|c: char| c.is_alphabetic() || c == '-' || c == ' ') != "(" && between.trim() != "(" {
        return None;
    }
    let (a, b): (&Figure, &Figure) = (first.figure, second.figure);
    if a.dimension != b.dimension || a.unit == b.unit || matches!(a.dimension, Dimension::Count | Dimension::Money) {
        return None;
    }
    let due = a.low * unit::conversion(a, b)?;
    let allowed = (last_digit(b.low) * 0.5).max(due.abs() * 0.003) * 1.000_001;
    if (due - b.low).abs() <= allowed || a.low != a.high {
        return None;
    }
    let unit = b.unit.as_deref().unwrap_or_default();
    Some(Problem {
        figures: vec![first.index, second.index],
        problem: format!("{} is {} {unit}s, not {}.", first.text(), rounded(due), second.text()),
    })
}

/// The text between two figures of one sentence.
fn between<'a>(first: Side<'a>, second: Side<'a>) -> Option<&'a str> {
    let text = first.report.article.text.as_str();
    text.get(first.figure.span.end as usize..second.figure.span.start as usize).filter(|text| text.len() < 40)
}

/// Three digits that tell: 31.1, 932, 0.621.
fn rounded(value: f64) -> String {
    let parts = match value.abs() {
        ..1.0 => 1000.0,
        ..10.0 => 100.0,
        ..100.0 => 10.0,
        _ => 1.0,
    };
    decimal::written((value * parts).round() / parts)
}

/// A part that is larger than its whole: "twelve people, fifteen of them children".
fn excess(whole: Side<'_>, part: Side<'_>) -> Option<Problem> {
    let one_sentence = whole.measure.claim == part.measure.claim
        || between(whole, part).is_some_and(|text| !text.contains(['.', '!', '?', '\n']));
    let counts = whole.figure.dimension == Dimension::Count && part.figure.dimension == Dimension::Count;
    let is_part = part.measure.scope.part && !whole.measure.scope.part && !part.measure.scope.each;
    if !(one_sentence && counts && is_part && part.index == whole.index + 1) {
        return None;
    }
    let (most, least) = (whole.stated(), part.stated());
    // "Three generals and 500 officers among them": the two are parts of something before.
    if between(whole, part).is_some_and(|text| text.trim_end().ends_with(" and")) {
        return None;
    }
    let bounded = !matches!(most.modifier, Modifier::Over | Modifier::AtLeast);
    (bounded && least.low > most.high * 1.000_001).then(|| Problem {
        figures: vec![whole.index, part.index],
        problem: format!("The part ({}) is larger than the whole ({}).", part.text(), whole.text()),
    })
}

/// A percentage of a given whole that is off: "300 of the 1,000 workers, or 25 percent".
fn share(figures: &[Side<'_>]) -> Option<Problem> {
    let [one, two, three, ..] = figures else { return None };
    let is_percent = |side: &Side<'_>| side.figure.unit.as_deref() == Some("percent");
    let (part, whole, percent, gap) = match (is_percent(one), is_percent(three)) {
        (false, true) => (one, two, three, between(*two, *three)?),
        (true, false) => (two, three, one, between(*one, *two)?),
        _ => return None,
    };
    let of = between(*part, *whole)?;
    let joined = gap.contains(" or ") || gap.trim_end().ends_with('(');
    let plain = [part, whole, percent].iter().all(|side| side.figure.modifier == Modifier::Equal);
    let counts = part.figure.dimension == Dimension::Count && whole.figure.dimension == Dimension::Count;
    if !(joined && plain && counts && of.contains("of ") && !of.contains(['.', ',']) && whole.figure.low > 0.0) {
        return None;
    }
    let due = 100.0 * part.figure.low / whole.figure.low;
    let said = percent.figure.low;
    ((due - said).abs() > last_digit(said).max(1.0)).then(|| Problem {
        figures: vec![part.index, whole.index, percent.index],
        problem: format!("{} of {} is {} percent, not {}.", part.text(), whole.text(), rounded(due), percent.text()),
    })
}

/// Parts that add up to more than their whole: "killed 14 people: nine in Lodz and six in Gdynia".
fn sum(whole: Side<'_>, rest: &[Side<'_>]) -> Option<Problem> {
    let bounded = matches!(whole.figure.modifier, Modifier::Equal | Modifier::AtMost | Modifier::Under);
    if !bounded || whole.figure.dimension != Dimension::Count {
        return None;
    }
    let mut parts: Vec<Side<'_>> = Vec::new();
    for &part in rest.iter().take(REACH) {
        let Some(gap) = between(parts.last().copied().unwrap_or(whole), part) else { break };
        let listed = if parts.is_empty() { gap.contains(':') } else { !gap.contains([':', '.', ';', '(']) };
        let alike = part.measure.head.is_none() || part.measure.head == whole.measure.head;
        if !listed || !alike || part.measure.age || part.figure.dimension != Dimension::Count {
            break;
        }
        parts.push(part);
    }
    let total: f64 = parts.iter().map(|part| part.figure.low).sum();
    (parts.len() > 1 && total > whole.figure.high).then(|| {
        let words: Vec<&str> = parts.iter().map(|part| part.text()).collect();
        Problem {
            figures: std::iter::once(whole.index).chain(parts.iter().map(|part| part.index)).collect(),
            problem: format!(
                "The parts ({}) add up to {}, more than the whole ({}).",
                super::claims::list(&words),
                decimal::written(total),
                whole.text()
            ),
        }
    })
}

/// Two values for one quantity in one voice.
fn two_values(first: Side<'_>, second: Side<'_>, index: &Index) -> Option<Problem> {
    if first.figure.dimension == Dimension::Age && first.measure.person.is_none() {
        return None;
    }
    let voice = |side: Side<'_>| {
        let claim = side.report.reading.claims.get(side.measure.claim? as usize)?;
        Some(
            claim.attribution.map(|index| side.report.reading.attributions.get(index as usize).and_then(|a| a.speaker)),
        )
    };
    if voice(first) != voice(second) || first.measure.claim == second.measure.claim || first.day() != second.day() {
        return None;
    }
    let likeness = likeness(first, second, index)?;
    let apart = first.stated().fit(second.stated()) == Fit::Apart;
    (apart && likeness.score >= SURE && likeness.doubt.is_none()).then(|| Problem {
        figures: vec![first.index, second.index],
        problem: format!(
            "Two values are given for {}: {} and {}.",
            first.thing().unwrap_or_else(|| "one quantity".into()),
            first.text(),
            second.text()
        ),
    })
}
