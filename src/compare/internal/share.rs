//! Shares and changes that their own figures belie: "600, or 20% of its 7,800 staff", "rose 50% to $110m from $100m".

use super::{Line, Problem, alike, begins, ends, problem, told};
use crate::compare::side::Side;
use crate::decimal::Decimal;
use crate::figure::{Dimension, Modifier};
use crate::lexicon::Kinship;

/// What a share in words ("a third") may be off, as a part of itself.
const FRACTION: f64 = 0.15;

/// How many figures back the whole is looked for that a share names: "20% of its workforce".
const BACK: usize = 6;

/// A share of a given whole that is off.
pub(super) fn off(line: &Line<'_>, at: usize, all: &[Side<'_>]) -> Option<Problem> {
    let share = *line.figures.get(at).filter(|side| side.is_percent() && side.is_plain())?;
    let get = |at: usize| line.figures.get(at).copied().filter(|side| side.is_count() && side.is_plain());
    let last = |back: usize| at.checked_sub(back).and_then(get);
    let told_as =
        |gap: &str| gap.len() < 40 && ends(gap, &["or", "or about", "or nearly", "("]) && !gap.contains(['.', ';']);
    let of = |gap: &str| gap.len() < 40 && begins(gap, &["of "]) && !gap.contains([',', '.', ';', '(']);
    // "300 of the 1,000 workers, or 25 percent"
    if let (Some(part), Some(whole)) = (last(2), last(1))
        && told_as(line.before(at))
        && line.before(at - 1).contains("of ")
        && !line.before(at - 1).contains(['.', ','])
    {
        return wrong(part, whole, share);
    }
    // "A third of the 90 workers, 45 people,"
    if let (Some(whole), Some(part)) = (get(at + 1), get(at + 2))
        && of(line.after(at))
        && ends(line.before(at + 2), &[",", "(", " or", "–", "—"])
        && line.before(at + 2).len() < 30
    {
        let after = line.after(at + 2);
        let closed = after.trim_start().split(' ').take(2).any(|word| word.ends_with([',', ')', '.', '–', '—']));
        let apart = begins(after, &["of ", "in "]) || part.measure.scope.part || !alike(whole, part);
        return if closed && !apart { wrong(part, whole, share) } else { None };
    }
    // "600, or 20% of its 7,800 staff", "5 million people, a tenth of the population of 20 million"
    let part = last(1).or_else(|| {
        at.checked_sub(1)
            .map(|last| line.figures[last])
            .filter(|side| side.is_count() && side.figure.modifier == Modifier::About)
    })?;
    let joined = told_as(line.before(at)) || ends(line.before(at), &[","]) && line.before(at).len() < 30;
    if let Some(whole) = get(at + 1).filter(|_| of(line.after(at)) && joined) {
        return wrong(part, whole, share);
    }
    // "7,800 staff. It will cut 600, or 20% of its workforce."
    let named = begins(line.after(at), &["of its ", "of their ", "of the ", "of his ", "of her "]);
    if !(named && told_as(line.before(at)) && line.before(at).len() < 20) {
        return None;
    }
    let head = share.measure.head?;
    let place = all.iter().position(|side| side.index == part.index)?;
    let is_it = |side: &&Side<'_>| {
        side.is_count() && side.measure.head.is_some_and(|other| other.kinship(head) == Kinship::Same)
    };
    let mut wholes = all.get(place.saturating_sub(BACK)..place)?.iter().filter(is_it);
    let whole = *wholes.next()?;
    let only = wholes.next().is_none() && whole.is_plain() && !whole.measure.scope.part && !whole.measure.scope.other;
    if only && whole.figure.low > part.figure.low { wrong(part, whole, share) } else { None }
}

/// Whether a share is not what a part is of its whole.
fn wrong(part: Side<'_>, whole: Side<'_>, share: Side<'_>) -> Option<Problem> {
    let due = 100.0 * part.figure.low / whole.figure.low;
    let said = share.measure.stated.0;
    let allowed = if share.figure.unit.is_none() { FRACTION * said } else { (2.0 * share.rounded()).max(1.0) };
    let allowed = if part.figure.modifier == Modifier::Equal { allowed } else { 2.0 * allowed };
    if !due.is_finite() || (due - said).abs() <= allowed + 1e-9 {
        return None;
    }
    Some(problem(
        &[part, whole, share],
        &[part.text(), " of ", whole.text(), " is ", &told(due), " percent, not ", share.text(), "."],
    ))
}

/// A change that its two levels belie: "rose 50% to $110m from $100m", "fell from 80 to 60, or 10%".
pub(super) fn change(line: &Line<'_>, at: usize) -> Option<Problem> {
    let (&one, lead) = (line.figures.get(at)?, line.before(at));
    let plain = |gap: &str| gap.len() < 30 && !gap.contains(['.', ';', '(']);
    // "From 80 to 60" may be read as one figure with two ends, whichever is the first.
    let range = one.figure.low < one.figure.high && ends(lead, &["from"]) && one.text().contains(" to ");
    let (new, old) = if range {
        let number = |text: Option<&str>| Decimal::parse(text.unwrap_or_default(), Some('.')).value();
        let mut ends = one.text().splitn(2, " to ");
        let [low, high] = [one.figure.low, one.figure.high].map(|value| Level { side: one, value });
        if number(ends.next()) < number(ends.next()) { (high, low) } else { (low, high) }
    } else {
        let (&two, gap) = (line.figures.get(at + 1)?, line.after(at));
        let level =
            |side: Side<'_>| side.figure.dimension == one.figure.dimension && side.figure.low == side.figure.high;
        let [one, two] = [one, two].map(|side| level(side).then_some(Level { side, value: side.figure.low }));
        if plain(gap) && ends(gap, &["from"]) && ends(lead, &[" to"]) {
            (one?, two?)
        } else if plain(gap) && ends(gap, &["to"]) && ends(lead, &["from"]) && !gap.contains(',') {
            (two?, one?)
        } else {
            return None;
        }
    };
    // The change stands right before the two, or right after them: "to 60, or 10%".
    let last = if range { at } else { at + 1 };
    let tail = line.after(last);
    let before = at.checked_sub(1).map(|last| line.figures[last]).filter(|side| lead.len() < 8 && is_change(*side));
    let after = || {
        let near =
            plain(tail) && ends(tail, &["or", "up", "down", "rise of", "fall of", "drop of", "increase of", "jump of"]);
        line.figures
            .get(last + 1)
            .copied()
            .filter(|side| near && (side.is_percent() && side.is_plain() || is_change(*side)))
    };
    let change = before.or_else(after)?;
    let said = if change.is_percent() { change.measure.stated.0 } else { change.figure.low };
    let times = change.figure.dimension == Dimension::Rate;
    let spare = if times { 0.25 * said } else { change.rounded() + 0.05 * said };
    let fits = |new: &Level<'_>, old: &Level<'_>| {
        let turned = match change.figure.modifier {
            Modifier::Increase => new.value < old.value,
            Modifier::Decrease => new.value > old.value,
            _ => false,
        };
        let (low, high) = bounds(new, old, change)?;
        Some(!turned && said + spare >= low && said - spare <= high)
    };
    if fits(&new, &old)? || range && fits(&old, &new)? {
        return None;
    }
    let (due, unit) = if change.is_percent() {
        (100.0 * (new.value / old.value - 1.0), " percent")
    } else if times {
        (new.value / old.value, " times as much")
    } else {
        (new.value - old.value, "")
    };
    let way = if times {
        ""
    } else if due < 0.0 {
        "a fall of "
    } else {
        "a rise of "
    };
    let (from, to) = (old.side.text(), new.side.text());
    let way = [" is ", way, &told(due.abs()), unit, ", not \"", change.text(), "\"."].concat();
    if range {
        return Some(problem(&[change, one], &["From ", one.text(), &way]));
    }
    Some(problem(&[change, new.side, old.side], &["From ", from, " to ", to, &way]))
}

/// What something rose or fell to, or from.
struct Level<'a> {
    side: Side<'a>,
    value: f64,
}

fn is_change(side: Side<'_>) -> bool {
    let one = side.figure.low == side.figure.high;
    let times = side.figure.unit.as_deref() == Some("times");
    one && (matches!(side.figure.modifier, Modifier::Increase | Modifier::Decrease) || times && side.is_plain())
}

/// What a figure is given in, be it per whatever.
fn unit(side: Side<'_>) -> Option<&str> {
    side.figure.unit.as_deref()?.split(" per ").next()
}

/// The least and the greatest change that two rounded levels leave open; `None` where it can't be told.
fn bounds(new: &Level<'_>, old: &Level<'_>, change: Side<'_>) -> Option<(f64, f64)> {
    let (a, b) = (new.value, old.value);
    let (one, two) = (new.side.rounded(), old.side.rounded());
    // A percentage of percentages may be meant as points, degrees have no nought, and the time of day is none of it.
    let unfit = matches!(
        new.side.figure.dimension,
        Dimension::Percent | Dimension::Temperature | Dimension::Duration | Dimension::Age
    );
    if unfit || b <= two || a <= 0.0 || unit(new.side).zip(unit(old.side)).is_some_and(|(one, two)| one != two) {
        return None;
    }
    if change.is_percent() {
        let of = |new: f64, old: f64| 100.0 * (new / old - 1.0);
        let (low, high) = (of(a - one, b + two), of(a + one, b - two));
        return Some(if a < b { (-high, -low) } else { (low, high) });
    }
    if change.figure.dimension == Dimension::Rate {
        return (change.figure.unit.as_deref() == Some("times"))
            .then_some(((a - one) / (b + two), (a + one) / (b - two)));
    }
    let off = (a - b).abs();
    (unit(change).is_some() && unit(change) == unit(new.side)).then_some((off - one - two, off + one + two))
}
