//! `two weeks`, `a year and a half`, `12-hour`, `three days later`, `two years ago`: lengths of time,
//! and times that lie so far from another.

use crate::date::calendar;
use crate::date::reader::{Found, Reader};
use crate::date::value::{Amount, Clock, Day, Value};
use crate::lexicon::{Bound, Function, Reference, TimeWord, Turn, Unit};
use crate::text::{Kind, Tag};

/// A length of time as it was read: the tokens and the value of its parts.
struct Length {
    from: usize,
    to: usize,
    amount: Amount,
    unit: Unit,
    more: Option<(Amount, Unit)>,
}

/// A number and a unit, or a unit after an article, or units alone.
pub(in crate::date) fn duration(reader: &Reader<'_, '_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let length = part_of_century(reader, at)
        .or_else(|| counted(reader, at))
        .or_else(|| article(reader, at))
        .or_else(|| bare(reader, at))?;
    if is_age(reader, &length) {
        return None;
    }
    let length = with_rest(reader, length);
    let (value, to) = match turn(reader, &length) {
        Some((turn, to)) => (turned(reader, &length, turn)?, to),
        None => (Value::Duration(length.amount, length.unit, length.more), length.to),
    };
    let to = if reader.hyphen(to) && reader.text(to + 1).eq_ignore_ascii_case("long") { to + 2 } else { to };
    let rate = length.from < at && matches!(value, Value::Duration(..)) && is_rate(reader, length.from);
    found.push(if rate { Found::set(length.from..to, value) } else { Found::new(length.from..to, value) });
    Some(to)
}

/// `two weeks`, `three more years`, `12-hour`, `18 to 24 months`
fn counted(reader: &Reader<'_, '_>, at: usize) -> Option<Length> {
    let (mut amount, mut next) = reader.amount(at)?;
    // The upper end of `two to three years` is the one that is told.
    let to = if reader.hyphen(next) { Some(next + 1) } else { reader.is(next, Function::To).then_some(next + 1) };
    if let Some((upper, after)) = to.and_then(|to| reader.amount(to))
        && unit_after(reader, after).is_some()
    {
        (amount, next) = (upper, after);
    }
    let (unit, unit_at) = unit_after(reader, next)?;
    // `three quarters of the seats`
    if unit == Unit::Quarter && !reader.is_adjective_of_time(next) {
        return None;
    }
    let money = at.checked_sub(1).and_then(|before| reader.token(before));
    if money.is_some_and(|token| token.kind == Kind::Symbol && reader.joined(at)) {
        return None;
    }
    let from = match at.checked_sub(1) {
        Some(before) if reader.is(before, Function::A) && amount_takes_article(reader, at) => before,
        _ => at,
    };
    Some(Length { from, to: unit_at + 1, amount, unit, more: None })
}

/// `a few`, `a couple`, `a dozen`, `a half`
fn amount_takes_article(reader: &Reader<'_, '_>, at: usize) -> bool {
    matches!(reader.word(at), Some(TimeWord::Vague | TimeWord::Half | TimeWord::Number(12 | 100 | 1000)))
}

/// The unit that a number counts, past a hyphen or an adjective.
fn unit_after(reader: &Reader<'_, '_>, at: usize) -> Option<(Unit, usize)> {
    let hyphen = reader.hyphen(at);
    let next = if hyphen || reader.is_adjective_of_time(at) { at + 1 } else { at };
    let (unit, plural) = reader.unit(next)?;
    // `min`, `sec` and `second` only right after a figure or a hyphen.
    let short = reader.text(next).len() <= 3 && unit != Unit::Day;
    let after_number = next
        .checked_sub(1)
        .and_then(|before| reader.token(before))
        .is_some_and(|token| token.kind == Kind::Number || hyphen);
    let rank = unit == Unit::Second && !plural && !hyphen;
    ((after_number || !short) && !rank).then_some((unit, next))
}

/// `quarter-century`, `half-century`: of a hundred years.
fn part_of_century(reader: &Reader<'_, '_>, at: usize) -> Option<Length> {
    let amount = match reader.word(at)? {
        TimeWord::Unit(Unit::Quarter) => Amount::whole(25),
        TimeWord::Half => Amount::whole(50),
        _ => return None,
    };
    let next = if reader.hyphen(at + 1) { at + 2 } else { at + 1 };
    let from = at.checked_sub(1).filter(|&before| reader.is(before, Function::A)).unwrap_or(at);
    (reader.word(next)? == TimeWord::Unit(Unit::Century)).then_some(Length {
        from,
        to: next + 1,
        amount,
        unit: Unit::Year,
        more: None,
    })
}

/// `a year`: not `a second`, `a quarter`, `a day` of `to call it a day`.
fn article(reader: &Reader<'_, '_>, at: usize) -> Option<Length> {
    let (unit, plural) = reader.unit(at)?;
    let usable = !matches!(unit, Unit::Second | Unit::Quarter | Unit::Weekend | Unit::Night);
    let from = at.checked_sub(1).filter(|&before| reader.is(before, Function::A))?;
    // `a year-on-year rise`, `a day of mourning`
    let other = reader.hyphen(at + 1) && matches!(reader.text(at + 2), "on" | "over" | "to")
        || reader.is(at + 1, Function::Of)
            && matches!(
                reader.text(at + 2),
                "mourning" | "national" | "prayer" | "action" | "remembrance" | "rage" | "rest"
            );
    (usable && !plural && !other && reader.text(at).len() > 2).then_some(Length {
        from,
        to: at + 1,
        amount: Amount::whole(1),
        unit,
        more: None,
    })
}

/// `for weeks`, `weeks of talks`, `years later`, `decades-long`, `over the years`
fn bare(reader: &Reader<'_, '_>, at: usize) -> Option<Length> {
    let (unit, plural) = reader.unit(at)?;
    let before = at.checked_sub(1).unwrap_or(usize::MAX);
    // `light-years`
    if reader.hyphen(before) {
        return None;
    }
    let length = |from| Length { from, to: at + 1, amount: Amount::VAGUE, unit, more: None };
    if plural && reader.text(at).len() > 3 && unit != Unit::Quarter {
        let after = matches!(reader.phrase(at + 1), Some((_, TimeWord::Turn(_) | TimeWord::Function(Function::Of))));
        let to_come = reader.text(at + 1) == "ahead" || (reader.text(at + 1) == "to" && reader.text(at + 2) == "come");
        let long = reader.hyphen(at + 1) && reader.text(at + 2).eq_ignore_ascii_case("long");
        if reader.is(before, Function::The) && !long {
            let over = before
                .checked_sub(1)
                .is_some_and(|at| ["over", "through", "throughout", "down"].contains(&reader.text(at)));
            return ((over && !after) || to_come).then(|| length(before));
        }
        let within = matches!(
            reader.word(before),
            Some(
                TimeWord::Function(Function::In | Function::Of)
                    | TimeWord::Turn(Turn::After)
                    | TimeWord::About(Bound::MoreThan)
                    | TimeWord::Lasts
            )
        );
        // `the early hours of Sunday` are a time.
        let early = ["early", "small", "late"].contains(&reader.text(before)) && reader.is(at + 1, Function::Of);
        return ((after || long || within || to_come) && !early).then(|| length(at));
    }

    // `yearlong` is one word; `year-long` and `week-long` are lengths of one.
    let long = !plural && reader.hyphen(at + 1) && reader.text(at + 2).eq_ignore_ascii_case("long");
    // `the year-ago quarter`, `year-earlier profit`
    let ago = !plural
        && reader.hyphen(at + 1)
        && matches!(reader.word(at + 2), Some(TimeWord::Turn(Turn::Ago | Turn::Earlier)));
    (long || ago).then(|| Length { amount: Amount::whole(1), ..length(at) })
}

/// `62-year-old`, `45 years old`, `18 years of age`: ages, which are figures only.
fn is_age(reader: &Reader<'_, '_>, length: &Length) -> bool {
    let next = if reader.hyphen(length.to) { length.to + 1 } else { length.to };
    // `aged between five and 36 months`
    let number = |at: usize| matches!(reader.text(at), "between" | "and" | "to") || reader.amount(at).is_some();
    let before = (length.from.saturating_sub(4)..length.from).rev().find(|&at| !number(at));
    if before.is_some_and(|at| reader.text(at).eq_ignore_ascii_case("aged")) {
        return true;
    }
    let word = reader.text(next);
    ["old", "olds"].iter().any(|old| word.eq_ignore_ascii_case(old))
        || (reader.is(next, Function::Of) && reader.text(next + 1) == "age")
}

/// What may follow: `a year and a half`, `six years and two months`.
fn with_rest(reader: &Reader<'_, '_>, mut length: Length) -> Length {
    let linked = reader.is(length.to, Function::And) || reader.mark(length.to, ',');
    if reader.is(length.to, Function::And)
        && reader.is(length.to + 1, Function::A)
        && reader.word(length.to + 2) == Some(TimeWord::Half)
    {
        length.amount = length.amount.plus(500);
        length.to += 3;
        return length;
    }
    let next = if linked { length.to + 1 } else { length.to };
    if let Some((amount, unit_at)) = reader.amount(next)
        && let Some((unit, unit_at)) = unit_after(reader, unit_at)
        && (unit as u8) < (length.unit as u8)
        && !reader.hyphen(unit_at + 1)
    {
        length.more = Some((amount, unit));
        length.to = unit_at + 1;
    }
    length
}

/// What turns a length into a time, and the token after it.
fn turn(reader: &Reader<'_, '_>, length: &Length) -> Option<(Turn, usize)> {
    match reader.phrase(length.to + usize::from(reader.hyphen(length.to)))? {
        (to, TimeWord::Turn(turn @ (Turn::Ago | Turn::Hence | Turn::Earlier | Turn::Later))) => Some((turn, to)),
        _ => None,
    }
}

fn turned(reader: &Reader<'_, '_>, length: &Length, turn: Turn) -> Option<Value> {
    let (base, sign) = match turn {
        Turn::Ago => (reader.published(), -1),
        Turn::Hence => (reader.published(), 1),
        Turn::Earlier | Turn::Before => (reader.anchor(length.unit), -1),
        // Later than something told: not than the article.
        Turn::Later | Turn::After => (reader.named.and_then(|_| reader.anchor(length.unit)), 1),
    };
    let Some(count) = length.amount.count() else {
        return Some(match (turn, length.amount.0) {
            (Turn::Ago | Turn::Earlier, None) => Value::Reference(Reference::Past),
            (Turn::Hence, None) => Value::Reference(Reference::Future),
            (_, None) => Value::Day(Day::Unknown),
            // `a year and a half ago`: by months.
            (_, Some(thousandths)) => {
                let months = match length.unit {
                    Unit::Year => i32::try_from(thousandths * 12 / 1000).ok()?,
                    _ => return Some(Value::Day(Day::Unknown)),
                };
                calendar::unit(Unit::Month, base, sign * months)?
            }
        });
    };
    let unit = match length.unit {
        Unit::Decade => return calendar::unit(Unit::Year, base, sign.checked_mul(count)?.checked_mul(10)?),
        Unit::Century => return calendar::unit(Unit::Year, base, sign.checked_mul(count)?.checked_mul(100)?),
        unit => unit,
    };
    Some(
        calendar::unit(unit, base, sign.checked_mul(count)?)
            .unwrap_or_else(|| Value::Time(base.map_or(Day::Unknown, Day::Known), Clock::Unknown)),
    )
}

/// `15 a year`, `twice a week`, `$3 a day`: so often or so much in each.
fn is_rate(reader: &Reader<'_, '_>, article: usize) -> bool {
    let Some(before) = article.checked_sub(1) else { return false };
    // What stands before may be an expression of its own: `60 hours a week`.
    let Some(token) = reader.document.tokens.get(before) else { return false };
    let often =
        ["once", "twice", "thrice", "times"].iter().any(|often| reader.text(before).eq_ignore_ascii_case(often));
    let bounded = matches!(reader.word(before), Some(TimeWord::About(Bound::About | Bound::MoreThan)));
    often
        || (!bounded
            && (token.kind == Kind::Number
                || !token.spaced
                    && reader.document.tokens.get(before - 1).is_some_and(|token| token.kind == Kind::Number)
                || token.is_mark('%')
                || (token.tag.is_noun() && token.tag != Tag::NNP)))
}
