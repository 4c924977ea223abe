//! Sums: parts that are larger than their whole, or do not make it up.

use super::{Line, Problem, alike, ends, has, list, problem};
use crate::compare::side::Side;
use crate::corpus::Word;
use crate::decimal;
use crate::figure::{Dimension, Modifier};

/// Words that make of a row of figures something else than parts: other wholes, other times, bounds of a range.
const NO_PART: [&str; 26] = [
    "including",
    "included",
    "of",
    "each",
    "per",
    "to",
    "from",
    "or",
    "than",
    "since",
    "after",
    "compared",
    "against",
    "but",
    "while",
    "plus",
    "another",
    "other",
    "others",
    "further",
    "more",
    "some",
    "both",
    "every",
    "between",
    "versus",
];

/// Words with which a row ends that leaves nobody out.
const REST: [&str; 14] = [
    "undecided",
    "unsure",
    "uncertain",
    "sure",
    "know",
    "opinion",
    "neither",
    "abstained",
    "remaining",
    "rest",
    "unknown",
    "answer",
    "say",
    "remainder",
];

/// A part that is larger than its whole: "twelve people, fifteen of them children".
pub(super) fn excess(line: &Line<'_>, at: usize) -> Option<Problem> {
    let (&whole, rest) = (line.figures.get(at)?, line.figures.get(at + 1..)?);
    let bounded = matches!(whole.figure.modifier, Modifier::Equal | Modifier::AtMost);
    let &part = rest.first()?;
    if !(bounded && whole.is_count() && part.is_count()) || whole.measure.scope.each {
        return None;
    }
    // "Three generals and 500 officers among them": the two are parts of something before.
    // "56 passengers and ten crew, 30 of them French": the whole is more than the figure before the part.
    let joined = at > 0 && has(line.before(at), &["and"]) && line.before(at).len() < 40;
    let of_it =
        !joined && part.measure.scope.part && !whole.measure.scope.part && !ends(line.after(at), &[" and", ";"]);
    if of_it && !part.measure.scope.each && part.figure.low > whole.figure.high {
        return Some(larger(whole, part));
    }
    // "Of the 40 passengers, 30 were hurt and 15 were killed": fates that exclude each other.
    let first = ends(line.before(at), &["Of the", "Of", "Of its", "Of their", "Out of", "Among the"]);
    if !(first && at == 0 && line.after(at).contains(',')) {
        return None;
    }
    let plain = |side: &&Side<'_>| side.is_count() && alike(whole, **side) && !side.measure.scope.each;
    let parts: Vec<Side<'_>> = rest.iter().take_while(plain).copied().collect();
    if let Some(&part) = parts.iter().find(|part| part.figure.low > whole.figure.high) {
        return Some(larger(whole, part));
    }
    let deeds: Vec<_> = parts.iter().filter_map(|part| part.measure.action).collect();
    let apart = deeds.len() == parts.len()
        && deeds.iter().enumerate().all(|(at, &one)| deeds[..at].iter().all(|&two| excludes(one, two)));
    if apart { made_up(whole, &parts, false) } else { None }
}

/// Whether nobody has both fates: who died neither survived nor counts among the hurt. Who was hurt may well have been
/// rescued, too.
fn excludes(one: Word, two: Word) -> bool {
    let other = |word: Word| matches!(word.name(), "wound" | "survive" | "rescue" | "recover");
    one.is_death() && other(two) || two.is_death() && other(one)
}

fn larger(whole: Side<'_>, part: Side<'_>) -> Problem {
    problem(&[whole, part], &["The part (", part.text(), ") is larger than the whole (", whole.text(), ")."])
}

/// A whole and its parts after it: "killed 14 people: nine in Lodz and six in Gdynia".
pub(super) fn parts(line: &Line<'_>, at: usize) -> Option<Problem> {
    let (&whole, rest) = (line.figures.get(at)?, line.figures.get(at + 1..)?);
    let gap = line.after(at);
    let opened = gap.contains(':') || ends(gap, &["–", "—", " -", "consisting of", "comprising", "made up of"]);
    if !opened || gap.len() > 60 {
        return None;
    }
    let mut many = 0;
    while let Some(&part) = rest.get(many) {
        if !is_part(whole, part) || many > 0 && !is_joint(line.before(at + 1 + many)) {
            break;
        }
        many += 1;
    }
    let parts = rest.get(..many)?;
    // Where a further word is joined to the last part, there may be a part without a number.
    let tail = line.after(at + many);
    let all = ends(line.before(at + many), &["and"]) || line.before(at + many).contains(" and ");
    let closed = all && parts.len() == rest.len() && !tail.contains(',') && !has(tail, &["and", "a", "an", "the"]);
    made_up(whole, parts, closed && !whole.measure.scope.part)
}

/// Parts and their whole after them: "176 passengers and six crew, 182 people in all".
pub(super) fn total(line: &Line<'_>, at: usize) -> Option<Problem> {
    let &whole = line.figures.get(at)?;
    let (before, after) = (line.before(at), line.after(at));
    let clause = after.split([',', '.', ';', ')', '(']).next().unwrap_or_default();
    let told = ends(before, &["a total of", "totalling", "totaling", "altogether", "in all", "in total"])
        || clause.len() < 40 && ends(clause, &["in all", "in total", "altogether", "all told"]);
    // "A total of 200 this year"
    // "... a total of 190 with the ground staff": more than the parts.
    const MORE: [&str; 12] =
        ["since", "year", "month", "week", "far", "now", "season", "ever", "with", "including", "plus", "counting"];
    let other_time = has(after, &MORE);
    let comma = before.rfind(',')?;
    let aside = before[comma + 1..].split_whitespace().count() > 4 || has(&before[comma..], &["bringing", "taking"]);
    if !told || other_time || aside || has(&before[..comma], &NO_PART) && before[..comma].contains(',') {
        return None;
    }
    let mut first = at;
    while let Some(last) = first.checked_sub(1).filter(|&last| is_part(whole, line.figures[last])) {
        if first < at && !is_joint(line.before(first)) {
            break;
        }
        first = last;
    }
    // What stands before the first part may be a part without a number: "a woman and two children".
    let open = ends(line.before(first), &["and", ",", "plus", "further", "another"]);
    if open || first > 0 && is_joint(line.before(first)) {
        return None;
    }
    made_up(whole, line.figures.get(first..at)?, true)
}

/// Whether a figure can be a part of another's sum.
fn is_part(whole: Side<'_>, part: Side<'_>) -> bool {
    let scope = part.measure.scope;
    let steady = matches!(part.figure.modifier, Modifier::Equal | Modifier::About);
    let same = if whole.is_count() { part.is_count() && alike(whole, part) } else { whole.is_comparable(part) };
    let sums =
        !matches!(whole.figure.dimension, Dimension::Age | Dimension::Temperature | Dimension::Speed | Dimension::Rate);
    same && sums && steady && !scope.each && !scope.part && part.figure.low == part.figure.high
}

/// Whether words between two figures join parts: one comma or one "and", and nothing that has no number.
fn is_joint(gap: &str) -> bool {
    let ands = gap.split_whitespace().filter(|word| *word == "and").count();
    let commas = gap.matches(',').count();
    let ends_with_and = ends(gap, &["and", "and the", ","]);
    ends_with_and
        && ands <= 1
        && (commas == 0 || commas == 1 && (ands == 0 || ends(gap, &[", and"])))
        && gap.len() < 60
        && !gap.contains([':', ';', '(', ')', '.', '–', '—'])
        && !has(gap, &NO_PART)
}

/// Parts that add up to more than their whole, or where `all` are told, to another sum.
fn made_up(whole: Side<'_>, parts: &[Side<'_>], all: bool) -> Option<Problem> {
    if parts.len() < 2 || whole.figure.low != whole.figure.high {
        return None;
    }
    let sum: f64 = parts.iter().map(|part| part.figure.low).sum();
    let about = |side: &Side<'_>| if side.figure.modifier == Modifier::About { 0.1 * side.figure.low } else { 0.0 };
    let scale = |side: &Side<'_>| side.rounded() + about(side);
    let slack = parts.iter().chain([&whole]).map(scale).sum::<f64>() + 1e-9 * sum;
    let same_unit = parts.iter().all(|part| part.figure.unit == whole.figure.unit || whole.is_count());
    let off = sum - whole.figure.low;
    let less = all && whole.is_plain() && off < -slack;
    let more = off > slack
        && matches!(whole.figure.modifier, Modifier::Equal | Modifier::AtMost | Modifier::Under | Modifier::About);
    if !same_unit || !(less || more) {
        return None;
    }
    let mut figures = vec![whole];
    figures.extend(parts);
    let sum = sum_in_words(sum, parts);
    let than = if less { ", less than the whole (" } else { ", more than the whole (" };
    Some(problem(&figures, &["The parts (", &list(parts), ") add up to ", &sum, than, whole.text(), ")."]))
}

/// A sum written as its parts are: "7 billion" of "$3 billion" and "$4 billion".
fn sum_in_words(sum: f64, parts: &[Side<'_>]) -> String {
    for (size, word) in [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")] {
        if sum >= size && parts.iter().any(|part| part.text().contains(|c: char| c.is_alphabetic())) {
            return [&decimal::written((sum / size * 1e6).round() / 1e6), " ", word].concat();
        }
    }
    decimal::written(sum)
}

/// Shares of one whole that are more than all of it: "46% backed it, 39% opposed it and 60% did not know".
pub(super) fn hundred(line: &Line<'_>) -> Option<Problem> {
    let from = line.figures.iter().position(|side| side.is_percent())?;
    let shares = line.figures.get(from..)?;
    let many = shares.iter().take_while(|side| side.is_percent()).count();
    let shares = shares.get(..many).filter(|shares| shares.len() > 1)?;
    let joined = (1..many).all(|at| {
        let gap = line.before(from + at);
        gap.len() < 80
            && !gap.contains(['(', ')', ';', ':'])
            && !has(
                gap,
                &["than", "from", "to", "both", "also", "but", "up", "down", "compared", "counted", "reporting", "in"],
            )
    });
    let plain = shares.iter().all(|side| side.is_plain());
    // Only a row that ends with those who are left says that nobody is told twice; so do votes for several.
    let rest = has(line.after(from + many - 1), &REST);
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let votes = |at: usize| line.before(from + at).split_whitespace().any(capital);
    let of_vote = has(line.after(from), &["vote", "votes", "ballots"]) && (0..many).all(votes);
    let sum: f64 = shares.iter().map(|side| side.measure.stated.0).sum();
    (joined && plain && (rest && many > 2 || of_vote) && sum > 100.0 + 0.5 * many as f64 + 0.01).then(|| {
        problem(
            shares,
            &[
                "The shares (",
                &list(shares),
                ") add up to ",
                &decimal::written((sum * 10.0).round() / 10.0),
                " percent, more than the whole.",
            ],
        )
    })
}
