//! Numbers in words: `twenty-five hundred`, `a few hundred`, `two point five`, `tens of thousands`.

use super::reader::Reader;
use super::share::{of_magnitude, parts, ranks};
use super::value::{Form, LONGEST, Number, and_part, finish};
use crate::decimal::Decimal;
use crate::lexicon::{Class, Numeral, word};
use crate::text::{Kind, Tag};

/// `one hundred and sixteen`, `twenty-one`, `two thirds`, `two point five`
pub(super) fn words(r: &Reader<'_, '_>, at: usize) -> Option<Number> {
    let (start, count) = leading(r, at);
    let (total, end, power) = match count {
        Some(_) => (Decimal::whole(1), at, 0),
        None => cardinal(r, at),
    };
    let bare = matches!(r.numeral(at), Some(Numeral::Hundred | Numeral::Power(_) | Numeral::Many(_)));
    // "the final score", but "a score of birds"
    if r.says(at, word::SCORE)
        && count.is_none()
        && !(start < at && r.says(at + 1, word::OF) && r.tag(at + 2) == Some(Tag::NNS))
    {
        return None;
    }
    if let Some((low, high)) = count {
        // a few hundred, several dozen: the magnitude alone, times 2 to 9
        let (size, after, _) = cardinal(r, at);
        let form = if low == high { Form::Words } else { Form::Vague };
        let mut number =
            Number { low: size.times(low), high: size.times(high), ..Number::new(start, after, size, form) };
        if let Some(Numeral::Power(power)) = r.numeral(number.end) {
            number.low = number.low.shift(power);
            number.high = number.high.shift(power);
            number.end += 1;
        }
        return Some(number);
    }
    // "million" with no number before it: only in a price or a range ("$1 to 2 million" has its own)
    if bare && start == at && !r.is(at + 1, Class::Numeral) && r.before(at, 1).is_some_and(|t| t.kind == Kind::Number) {
        return None;
    }
    if r.is_joint(end) && matches!(r.numeral(end - 1), Some(Numeral::Tens(_))) {
        // "a twenty-fifth of it", but "his twenty-fifth birthday", "the forty-first time"
        match r.numeral(end + 1) {
            Some(Numeral::Part(parts @ 3..=9))
                if r.says_any(at.wrapping_sub(1), &[word::A, word::AN]) && !ranks(r, end + 1) =>
            {
                let value = Decimal::whole(1).over(u64::from(total.small()?) + parts);
                return Some(Number::new(at - 1, end + 2, value, Form::Share));
            }
            Some(Numeral::Part(3..=9)) => return None,
            _ if r.says(end + 1, word::FIRST) => return None,
            _ => {}
        }
    }
    if let Some((value, after)) = decimals(r, total, end) {
        let mut number = finish(r, start, after, value, Form::Words, false);
        number.form = Form::Words;
        return Some(number);
    }
    if let Some((value, after)) = parts(r, total, end) {
        return Some(of_magnitude(r, Number::new(start, after, value, Form::Share)));
    }
    let magnitude = |number: Number| Number { power, coefficient: total.unshift(power), ..number };
    if power > 0
        && let Some((part, after)) = and_part(r, end)
    {
        // "a billion and a half", but "a billion and a half million"
        let (own, after) = match r.numeral(after) {
            Some(Numeral::Power(own)) if own < power => (own, after + 1),
            _ => (power, after),
        };
        return Some(magnitude(Number::new(start, after, total.plus(part.shift(own)), Form::Words)));
    }
    let number = finish(r, start, end, total, Form::Words, false);
    Some(if number.power == 0 && power > 0 { magnitude(number) } else { number })
}

/// What stands before a bare `hundred`: `a`, `a few`, `several`, `a couple of`; where the number begins then, and
/// how many there are at least and at most.
fn leading(r: &Reader<'_, '_>, at: usize) -> (usize, Option<(u64, u64)>) {
    if !matches!(r.numeral(at), Some(Numeral::Hundred | Numeral::Power(_) | Numeral::Many(_))) || at == r.start {
        return (at, None);
    }
    let article = |from: usize| if from > r.start && r.says(from - 1, word::A) { from - 1 } else { from };
    let (vague, pair) = (Some((2, 9)), Some((2, 2)));
    if r.says(at - 1, word::FEW) {
        return (article(at - 1), vague);
    }
    if r.says(at - 1, word::SEVERAL) {
        return (at - 1, vague);
    }
    if r.says(at - 1, word::COUPLE) {
        return (article(at - 1), pair);
    }
    if r.says(at - 1, word::OF) && at >= r.start + 2 && r.says(at - 2, word::COUPLE) {
        return (article(at - 2), pair);
    }
    (article(at), None)
}

/// A whole number in words: its value, the token after it, the power of its last magnitude if it ends in one.
fn cardinal(r: &Reader<'_, '_>, start: usize) -> (Decimal, usize, u32) {
    let (mut total, mut current, mut have) = (Decimal::ZERO, 0u32, false);
    // How many digits are still free below the last hundred or magnitude.
    let (mut free, mut hundreds, mut last) = (3u32, false, u32::MAX);
    let (mut at, mut whole) = (start, false);
    while at - start < LONGEST {
        match r.numeral(at) {
            Some(Numeral::Unit(value)) if free >= 1 && (value > 0 || at == start) => {
                current += value;
                (free, whole, have) = (0, false, true);
            }
            Some(Numeral::Teen(value)) if free >= 2 => {
                current += value;
                (free, whole, have) = (0, false, true);
            }
            Some(Numeral::Tens(value)) if free >= 2 => {
                current += value;
                (free, whole, have) = (1, false, true);
            }
            Some(Numeral::Hundred) if !hundreds && current < 100 && (have || at == start) => {
                current = current.max(1) * 100;
                (free, hundreds, have, whole) = (2, true, true, false);
            }
            Some(Numeral::Power(power)) => {
                let size = if have || at > start { u64::from(current) } else { 1 };
                total = if !have && at > start {
                    total.shift(power)
                } else if power < last {
                    total.plus(Decimal::whole(size).shift(power))
                } else {
                    total.plus(Decimal::whole(size)).shift(power)
                };
                (current, free, hundreds, have, last) = (0, 3, false, false, power);
                whole = true;
            }
            Some(Numeral::Many(many)) if current < 100 && (have || at == start) => {
                current = current.max(1) * many;
                (have, whole) = (true, false);
                at += 1;
                break;
            }
            _ => break,
        }
        at += 1;
        at += connector(r, at, free, whole);
    }
    let power = if whole && !have { last } else { 0 };
    (total.plus(Decimal::whole(u64::from(current))), at, power)
}

/// How many tokens join the words of a number here: a hyphen, or an `and` after a hundred or a magnitude.
fn connector(r: &Reader<'_, '_>, at: usize, free: u32, whole: bool) -> usize {
    let next = r.numeral(at + 1);
    let small = matches!(next, Some(Numeral::Unit(1..) | Numeral::Teen(_) | Numeral::Tens(_)));
    if r.is_dash(at) {
        let unit = free == 1 && matches!(next, Some(Numeral::Unit(1..)));
        let magnitude = r.is_joint(at) && matches!(next, Some(Numeral::Hundred | Numeral::Power(_)));
        return usize::from(unit || magnitude);
    }
    // "one hundred and fifty", "two million, three hundred"; not "two hundred and one of them", nor "a thousand and
    // two dozen"
    let comma = whole && r.is_mark(at, ',') && matches!(r.numeral(at + 2), Some(Numeral::Hundred));
    let joins = small && free >= 2 && (free == 2 || whole) && (comma || r.says(at, word::AND) || r.reads(at, "&"));
    let another =
        matches!(r.numeral(at + 2), Some(Numeral::Parts(_) | Numeral::Part(_) | Numeral::Many(_) | Numeral::Plural(_)));
    usize::from(joins && !another)
}

/// `|point|zero|three`: the number with its decimals, the token after it.
fn decimals(r: &Reader<'_, '_>, whole: Decimal, at: usize) -> Option<(Decimal, usize)> {
    if !r.says(at, word::POINT) {
        return None;
    }
    let mut text = String::new();
    let mut end = at + 1;
    while end - at < LONGEST {
        match r.numeral(end) {
            Some(Numeral::Unit(value)) => text.push_str(&value.to_string()),
            Some(Numeral::Teen(value)) if text.is_empty() => text.push_str(&value.to_string()),
            Some(Numeral::Tens(value)) if text.is_empty() => {
                let after = end + 1 + usize::from(r.is_dash(end + 1));
                if let Some(Numeral::Unit(unit)) = r.numeral(after) {
                    text.push_str(&(value + unit).to_string());
                    end = after;
                } else {
                    text.push_str(&value.to_string());
                }
            }
            _ => break,
        }
        end += 1;
    }
    let behind = Decimal::parse(&text, None).unshift(text.len() as u32);
    (!text.is_empty()).then(|| (whole.plus(behind), end))
}

/// `dozens`, `tens of thousands`, `hundreds of millions`
pub(super) fn plural(r: &Reader<'_, '_>, at: usize, size: u64) -> Option<Number> {
    let mut low = Decimal::whole(size);
    let mut end = at + 1;
    let mut more = false;
    while more_of(r, end) && end < at + 6 {
        if let Some(Numeral::Plural(next)) = r.numeral(end + 1) {
            low = low.times(next);
        }
        end += 2;
        more = true;
    }
    // "tens" and "scores" are also other words.
    let sure = more || (size != 10 && size != 20) || (size == 20 && r.says(end, word::OF));
    sure.then(|| Number { high: low.shift(1), ..Number::new(at, end, low, Form::Vague) })
}

fn more_of(r: &Reader<'_, '_>, at: usize) -> bool {
    r.says(at, word::OF) && matches!(r.numeral(at + 1), Some(Numeral::Plural(size)) if size >= 1000)
}
