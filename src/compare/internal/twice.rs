//! One quantity with two values: in two places of an article, or in its headline and its text.

use super::{MOST_FIGURES, Problem, alike, ends, has, problem};
use crate::compare::interval::Fit;
use crate::compare::quantity::{is_change, likeness, overlap};
use crate::compare::side::Side;
use crate::corpus::{Index, Report, Word};
use crate::figure::Dimension;
use crate::lexicon::Kinship;
use crate::reading::iso_day;
use crate::text::BlockKind;

/// How many figures after a figure are looked at as its other value.
const REACH: usize = 40;

/// How sure it must be that two figures of one article are of one quantity, for both to be told as a fault.
const SURE: f64 = 3.0;

/// The least share of the words around two measures that must be the same.
const SAME_WORDS: f64 = 0.75;

/// Quantities that are given two values.
pub(super) fn find(report: &Report, figures: &[Side<'_>], found: &mut Vec<Problem>) {
    let index = Index::default();
    let blocks = &report.reading.blocks;
    let title = blocks.iter().find(|(_, kind)| matches!(kind, BlockKind::Headline | BlockKind::Body));
    let title = title.filter(|(_, kind)| *kind == BlockKind::Headline).map_or(0, |(span, _)| span.end);
    for (at, &first) in figures.iter().enumerate() {
        let rest = &figures[at + 1..];
        if first.figure.span.end <= title {
            found.extend(headline(first, rest, title));
            continue;
        }
        for &second in rest.iter().take(REACH) {
            found.extend(two_values(first, second, &index));
        }
        found.extend(whole_group(first, rest));
    }
}

/// Two values for one quantity in one voice.
fn two_values(first: Side<'_>, second: Side<'_>, index: &Index) -> Option<Problem> {
    let tells = match first.figure.dimension {
        // Who is 16 months old is one, too.
        _ if first.measure.age => first.measure.person.is_some() && is_in_years(first) && is_in_years(second),
        Dimension::Count => first.is_toll(),
        Dimension::Duration | Dimension::Rate | Dimension::Other => false,
        // "Turnout was 63.8%", and again "turnout was 58%": nothing else is said with it.
        _ => overlap(&first.measure.context, &second.measure.context, index) >= SAME_WORDS && !is_change(first),
    };
    let named = first.measure.age || first.measure.head.is_some() && second.measure.head.is_some();
    if !tells || !named {
        return None;
    }
    let part = |side: Side<'_>| side.measure.scope.part || side.measure.scope.whole;
    let voice = |side: Side<'_>| {
        let claim = side.report.reading.claims.get(side.measure.claim? as usize)?;
        Some(
            claim.attribution.map(|index| side.report.reading.attributions.get(index as usize).and_then(|a| a.speaker)),
        )
    };
    if voice(first) != voice(second)
        || first.measure.claim == second.measure.claim
        || part(first)
        || part(second)
        || !is_one_time(first, second)
        // Looked for last: in a statement of thousands of figures, each would have all its words looked at.
        || !first.measure.age && (is_dated(first) || is_dated(second))
    {
        return None;
    }
    let likeness = likeness(first, second, index)?;
    let apart = first.stated().fit(second.stated()) == Fit::Apart;
    let name = first.thing().unwrap_or_else(|| "one quantity".into());
    if !(apart && likeness.score >= SURE && likeness.doubt.is_none()) {
        return None;
    }
    Some(problem(
        &[first, second],
        &["Two values are given for ", &name, ": ", first.text(), " and ", second.text(), "."],
    ))
}

fn is_in_years(side: Side<'_>) -> bool {
    side.figure.unit.as_deref() != Some("month")
}

/// Whether two figures are of one time: both claims have the same dates, or only one has, of the report's days.
fn is_one_time(first: Side<'_>, second: Side<'_>) -> bool {
    const DAYS: i64 = 7;
    if first.measure.age || first.is_toll() {
        return first.day() == second.day();
    }
    let reading = &first.report.reading;
    let dates = |side: Side<'_>| -> Option<Vec<&str>> {
        let claim = reading.claims.get(side.measure.claim? as usize)?;
        Some(claim.dates.iter().filter_map(|&at| Some(reading.dates.get(at as usize)?.value.as_str())).collect())
    };
    let near = |value: &&str| {
        let day = iso_day(value).zip(reading.day());
        day.is_some_and(|(day, published)| (published - day).num_days().abs() <= DAYS)
    };
    match (dates(first), dates(second)) {
        (Some(one), Some(two)) if one.is_empty() || two.is_empty() => one.iter().chain(&two).all(near),
        (one, two) => one.is_some() && one == two,
    }
}

/// Whether the words around a figure tell that it was so at another time, or in comparison with another.
fn is_dated(side: Side<'_>) -> bool {
    const TIMES: [&str; 30] = [
        "first",
        "earlier",
        "later",
        "now",
        "then",
        "previously",
        "previous",
        "initially",
        "initial",
        "revised",
        "corrected",
        "updated",
        "latest",
        "new",
        "last",
        "since",
        "already",
        "still",
        "so",
        "compared",
        "against",
        "from",
        "while",
        "another",
        "more",
        "other",
        "others",
        "estimated",
        "expected",
        "average",
    ];
    let claim = side.measure.claim.and_then(|claim| side.report.reading.claims.get(claim as usize));
    // A statement that is longer is a list, and would be looked through for each of its figures.
    const LONGEST: usize = 400;
    claim.is_none_or(|claim| {
        let said = claim.span.of(&side.report.article.text);
        has(&said[..said.floor_char_boundary(LONGEST)], &TIMES)
    })
}

/// How many bytes after a figure are looked at.
const NEAR: usize = 40;

/// A group that was counted with nobody left out, and is so again with another number: "182 people in all", "all 190".
fn whole_group(first: Side<'_>, rest: &[Side<'_>]) -> Option<Problem> {
    let text = &first.report.article.text;
    let after = text.get(first.figure.span.end as usize..).unwrap_or_default();
    let near = &after[..after.floor_char_boundary(NEAR)];
    let clause = near.split([',', '.', ';', '(', '\n']).next().unwrap_or_default();
    let all = ends(clause, &["in all", "in total", "altogether", "on board", "aboard"]) && clause.len() < NEAR;
    if !(all && first.is_count() && first.is_plain()) {
        return None;
    }
    let heads = |side: &Side<'_>| first.measure.head.zip(side.measure.head);
    let again = |side: &&Side<'_>| {
        let before = text.get(..side.figure.span.start as usize).unwrap_or_default();
        ends(before, &["All", " all", "All the", " all the", "All of the", " all of the"])
            && side.is_count()
            && side.is_plain()
            && alike(first, **side)
            // "All two pilots" are not all of the 182.
            && heads(side).is_none_or(|(one, two)| one.kinship(two) == Kinship::Same)
    };
    let second = *rest.iter().take(REACH).find(again)?;
    let known = |side: &Side<'_>| side.index != second.index && side.figure.low == second.figure.low;
    if second.figure.low == first.figure.low || Side::all(first.report).take(MOST_FIGURES).any(|side| known(&side)) {
        return None;
    }
    Some(problem(
        &[first, second],
        &["It is ", first.text(), " in all at first, and \"all ", second.text(), "\" later."],
    ))
}

/// A number in the headline that the text gives otherwise, and nowhere as it is.
fn headline(first: Side<'_>, rest: &[Side<'_>], title: u32) -> Option<Problem> {
    let body = || rest.iter().filter(|side| side.figure.span.start >= title);
    let fits = |side: &Side<'_>| side.is_comparable(first) && side.stated().fit(first.stated()) != Fit::Apart;
    if body().any(fits) || is_sum(body(), first) {
        return None;
    }
    let one_deed = |side: &&Side<'_>| {
        let (one, two) = (first.measure, side.measure);
        let same = |one: Word, two: Word| one.kinship(two) == Kinship::Same;
        let fate = one.action.is_some_and(Word::is_fate);
        let place = |at: &u32| one.places.contains(at);
        first.is_count()
            && side.is_count()
            && first.is_plain()
            && (first.day() == side.day() || one.planned || two.planned)
            && one.action.zip(two.action).is_some_and(|(one, two)| same(one, two))
            && one.head.zip(two.head).map_or(fate, |(one, two)| same(one, two))
            && (one.places.is_empty() || two.places.is_empty() || two.places.iter().any(place))
            && !two.scope.part
            && !two.scope.other
            && !two.scope.each
            && !two.scope.whole
    };
    let other = *body().find(one_deed)?;
    Some(problem(&[first, other], &["The headline has ", first.text(), ", the text ", other.text(), "."]))
}

/// Whether two counts of the text make up that of the headline.
fn is_sum<'s>(body: impl Iterator<Item = &'s Side<'s>>, whole: Side<'_>) -> bool {
    const MOST: usize = 40;
    let counts: Vec<f64> = body.filter(|side| side.is_count()).map(|side| side.figure.low).take(MOST).collect();
    counts.iter().enumerate().any(|(at, one)| counts[..at].iter().any(|two| one + two == whole.figure.low))
}
