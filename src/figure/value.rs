//! Numbers as they are written: in digits, in words or as a part, with the magnitude that follows.

use super::digits::digits;
use super::reader::Reader;
use super::share::part;
use super::words::{plural, words};
use crate::decimal::Decimal;
use crate::lexicon::{Magnitude, Numeral, lexicon, word};
use crate::text::{Kind, Tag};

/// A number as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    /// Its first token.
    pub(super) start: usize,
    /// The token after its last.
    pub(super) end: usize,
    pub(super) low: Decimal,
    pub(super) high: Decimal,
    pub(super) form: Form,
    /// What stands before its magnitude: 1.2 of `1.2 million`; the whole where there is none.
    pub(super) coefficient: Decimal,
    /// The power of ten of its magnitude.
    pub(super) power: u32,
}

impl Number {
    /// One value, without a magnitude.
    pub(super) fn new(start: usize, end: usize, value: Decimal, form: Form) -> Self {
        Self { start, end, low: value, high: value, form, coefficient: value, power: 0 }
    }
}

/// How a number is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// Digits alone, with no separator: it may be a name.
    Plain,
    /// Digits with separators or a magnitude.
    Digits,
    /// `three hundred`
    Words,
    /// `dozens`, `a few hundred`
    Vague,
    /// `two-thirds`: a part of a whole.
    Share,
}

/// Numbers have few words; a longer run is none.
pub(super) const LONGEST: usize = 24;

/// The number that begins at a token; `money` where a currency stands before it.
pub(super) fn number(r: &Reader<'_, '_>, at: usize, money: bool) -> Option<Number> {
    let number = single(r, at, money)?;
    if !r.says(number.end, word::OVER) || !matches!(number.form, Form::Plain | Form::Words) {
        return Some(number);
    }
    // "one over twenty", but "20 over two years", "one over 60 students"
    let below = single(r, number.end + 1, false);
    let fraction = below.and_then(|below| {
        let goes_on = r.kind(below.end).is_some_and(|kind| kind != Kind::Punctuation)
            && !r.tag(below.end).is_some_and(Tag::is_finite);
        let parts = below.low.small().filter(|_| matches!(below.form, Form::Plain | Form::Words) && !goes_on)?;
        Some(Number::new(number.start, below.end, number.low.over(u64::from(parts)), Form::Words))
    });
    Some(fraction.unwrap_or(number))
}

/// A number without what it is divided by.
fn single(r: &Reader<'_, '_>, at: usize, money: bool) -> Option<Number> {
    let token = r.token(at)?;
    match token.kind {
        Kind::Number => digits(r, at, money),
        Kind::Word => match r.numeral(at)? {
            Numeral::Plural(size) => plural(r, at, size),
            Numeral::Part(parts) => part(r, at, parts),
            Numeral::Parts(_) | Numeral::Fold(_) => None,
            _ => words(r, at),
        },
        _ => None,
    }
}

/// Adds what may follow the digits or words of a number: `and a half`, `million`, `bn`.
pub(super) fn finish(r: &Reader<'_, '_>, start: usize, end: usize, value: Decimal, form: Form, money: bool) -> Number {
    let mut number = Number::new(start, end, value, form);
    if let Some((part, after)) = and_part(r, number.end) {
        number.coefficient = number.coefficient.plus(part);
        number.end = after;
    }
    scale(r, &mut number, money);
    let mut value = number.coefficient.shift(number.power);
    if number.power > 0
        && let Some((part, after)) = and_part(r, number.end)
    {
        value = value.plus(part.shift(number.power));
        number.end = after;
    }
    if r.kind(start) == Some(Kind::Number) {
        value = value.plus(lesser(r, &mut number));
    }
    if let Some(many) = many(r, number.end) {
        value = value.times(many);
        number.end += 1;
        number.form = Form::Words;
    }
    (number.low, number.high) = (value, value);
    if number.power > 0 && number.form == Form::Plain {
        number.form = Form::Digits;
    }
    if number.power > 0 && number.form == Form::Share {
        number.form = Form::Words;
    }
    number
}

/// `2 lakh |45 thousand|`, `3 hundred |and 21|`: what is added in lesser magnitudes.
fn lesser(r: &Reader<'_, '_>, number: &mut Number) -> Decimal {
    let (mut sum, mut last) = (Decimal::ZERO, number.power);
    for _ in 0..4 {
        let and = r.says(number.end, word::AND);
        let at = number.end + usize::from(and);
        let digits = r.surface(at);
        let plain = digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit());
        if last < 2 || !plain || r.kind(at) != Some(Kind::Number) {
            break;
        }
        let size = Decimal::parse(digits, None);
        let power = match r.numeral(at + 1) {
            Some(Numeral::Hundred) => 2,
            Some(Numeral::Power(power)) => power,
            _ => 0,
        };
        if power > 0 && power < last && !and {
            sum = sum.plus(size.shift(power));
            (number.end, last) = (at + 2, power);
        } else if power == 0 && and && last == 2 && digits.len() <= 2 {
            sum = sum.plus(size);
            number.end = at + 1;
            break;
        } else {
            break;
        }
    }
    sum
}

/// A dozen or a score after a number.
fn many(r: &Reader<'_, '_>, at: usize) -> Option<u64> {
    match r.numeral(at)? {
        Numeral::Many(12) | Numeral::Plural(12) => Some(12),
        _ => None,
    }
}

/// `and a half`, `and three quarters`: the part and the token after it.
pub(super) fn and_part(r: &Reader<'_, '_>, at: usize) -> Option<(Decimal, usize)> {
    // "two-and-a-half"
    let step = |at: usize| at + usize::from(r.is_joint(at));
    let and = step(at);
    if !r.says(and, word::AND) {
        return None;
    }
    let first = step(and + 1);
    let second = step(first + 1);
    match (r.numeral(first), r.numeral(second)) {
        (None | Some(Numeral::Unit(1)), Some(Numeral::Part(parts))) => {
            let counted = r.says_any(first, &[word::A, word::ONE]) && !r.says(second + 1, word::OF);
            counted.then(|| (Decimal::whole(1).over(parts), second + 1))
        }
        (Some(Numeral::Unit(part)), Some(Numeral::Parts(parts))) => {
            Some((Decimal::whole(u64::from(part)).over(parts), second + 1))
        }
        _ => None,
    }
}

/// Magnitudes after a number, in words or short: `4 hundred million`, `1.2bn`, `6-million`.
fn scale(r: &Reader<'_, '_>, number: &mut Number, money: bool) {
    for _ in 0..3 {
        let at = number.end + usize::from(r.is_joint(number.end));
        let power = match r.numeral(at) {
            Some(Numeral::Hundred) => Some(2),
            Some(Numeral::Power(power)) => Some(power),
            Some(Numeral::Plural(size)) if number.form != Form::Share && size >= 1000 => Some(size.ilog10()),
            _ if at > number.end => None,
            _ => sign(r, number, money),
        };
        let Some(power) = power else { return };
        number.power += power;
        number.end = at + 1;
    }
}

/// The magnitude that a short sign after a number stands for.
fn sign(r: &Reader<'_, '_>, number: &Number, money: bool) -> Option<u32> {
    let at = number.end;
    if number.power > 0 || r.kind(at) != Some(Kind::Word) {
        return None;
    }
    match lexicon().quantities().magnitude(r.surface(at))? {
        Magnitude::Always(power) => Some(power),
        // "1500b" is no thousand billions
        Magnitude::Glued(power) => (r.is_glued(at) && number.low.value() < 1000.0).then_some(power),
        Magnitude::Money(power) => (money
            || (r.is_glued(at) && (counts(r, at + 1) || counted_before(r, number.start, at + 1))))
        .then_some(power),
    }
}

/// Whether what stands before is counted: "households - around 5.6|m|"; but "waves - up to 5|m| high".
fn counted_before(r: &Reader<'_, '_>, start: usize, end: usize) -> bool {
    const NEAR: usize = 5;
    let measured = ["long", "tall", "high", "deep", "wide", "thick"];
    let from = start.saturating_sub(NEAR);
    (from..start).rev().find(|&at| r.is_dash(at) || r.is_mark(at, '(') || r.is_mark(at, ',')).is_some_and(|mark| {
        let noun = mark.checked_sub(1).filter(|&noun| r.tag(noun) == Some(Tag::NNS));
        noun.is_some_and(|noun| {
            !(r.says_any(noun, &[word::WAVES, word::WALLS, word::DRIFTS])
                || r.reads_any(noun, &["trees", "cliffs", "flames", "dunes"]))
        }) && !r.reads_any(end, &measured)
            && (mark + 1..start).all(|at| super::modifier::before(r, start).0 <= at)
    })
}

/// Whether a plural follows within a few words: in `12m workers` the letter is no metre.
fn counts(r: &Reader<'_, '_>, at: usize) -> bool {
    for at in at..at + 5 {
        match r.tag(at) {
            Some(Tag::NNS) => return true,
            Some(Tag::JJ | Tag::VBN | Tag::VBD | Tag::CC | Tag::NN | Tag::NNP)
                if !r.says_any(
                    at,
                    &[word::LONG, word::TALL, word::HIGH, word::DEEP, word::WIDE, word::THICK, word::OR, word::AWAY],
                ) => {}
            _ => return false,
        }
    }
    false
}
