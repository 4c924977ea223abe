//! Parts of a whole: `half`, `two-thirds`, `a quarter of a million`.

use super::reader::Reader;
use super::value::{Form, Number};
use crate::decimal::Decimal;
use crate::lexicon::{Class, Numeral, lexicon, word};
use crate::text::Tag;

/// `two| thirds`, `three|-|quarters`, `one| third`, `one| twenty-fifth`: the share, the token after it.
pub(super) fn parts(r: &Reader<'_, '_>, count: Decimal, at: usize) -> Option<(Decimal, usize)> {
    let word = at + usize::from(r.is_dash(at));
    let many = count.small()?;
    let (tens, last) = match r.numeral(word)? {
        Numeral::Tens(tens) if word == at && r.is_joint(word + 1) => (u64::from(tens), word + 2),
        _ => (0, word),
    };
    let parts = match r.numeral(last)? {
        // Two quarters are half a year.
        Numeral::Parts(4) if many != 1 && many != 3 && word == at => return None,
        Numeral::Parts(parts) => parts,
        Numeral::Part(parts) if many == 1 && !ranks(r, last) => parts,
        _ => return None,
    };
    (tens == 0 || parts < 10).then(|| (count.over(tens + parts), last + 1))
}

/// Whether `third` is a rank here: a noun follows it.
pub(super) fn ranks(r: &Reader<'_, '_>, at: usize) -> bool {
    if r.is_joint(at + 1) {
        return true;
    }
    let next = r.tag(at + 1).filter(|_| !r.in_date(at + 1));
    next.is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::JJ | Tag::JJS | Tag::JJR | Tag::CD))
        && !r.says_any(at + 1, &[word::A, word::AN, word::THE])
        && !matches!(r.numeral(at + 1), Some(Numeral::Power(_)))
        && r.unit(at + 1).is_none()
}

/// `half`, `half a million`, `a third of`, `a quarter`
pub(super) fn part(r: &Reader<'_, '_>, at: usize, parts: u64) -> Option<Number> {
    let article = at > r.start && r.says_any(at - 1, &[word::A, word::AN]);
    let start = if article { at - 1 } else { at };
    let value = Decimal::whole(1).over(parts);
    let number = Number::new(start, at + 1, value, Form::Share);
    let scaled = of_magnitude(r, number);
    if scaled.form != Form::Share {
        return Some(scaled);
    }
    if parts == 2 {
        return half(r, at).then_some(number);
    }
    // "a quarter mile", but "a sixth night"
    // "a quarter-point cut"
    if parts == 4 && r.is_joint(at + 1) {
        return r.unit(at + 2).is_some().then_some(number);
    }
    let unit = parts != 4 && r.unit(at + 1).is_some();
    // "A third, Ann Lee, was freed"
    let named = r.is_mark(at + 1, ',') && r.tag(at + 2) == Some(Tag::NNP);
    (article && !unit && !named && !ranks(r, at)).then_some(number)
}

/// Whether `half` is a share here: not the second half of a match, no half-brother.
fn half(r: &Reader<'_, '_>, at: usize) -> bool {
    let before = r.before(at, 1);
    let of_game = before.is_some_and(|token| {
        matches!(token.tag, Tag::JJ | Tag::PRPS | Tag::POS | Tag::NN | Tag::CD | Tag::NNP)
            && lexicon().quantities().numeral(token.word).is_none()
            && r.is(at - 1, Class::HalfOf)
    });
    if of_game || r.says(at + 1, word::TIME) || r.reads(at + 1, "way") || r.is_mark(at + 1, '/') {
        return false;
    }
    if before.is_some_and(crate::text::Token::is_dash) && r.is_glued(at) {
        return false;
    }
    if r.is_joint(at + 1) {
        return r.unit(at + 2).is_some();
    }
    // "the half" is of a match, "the half of it" a share
    !(r.says(at.wrapping_sub(1), word::THE) && !r.says(at + 1, word::OF))
}

/// `half| a million`, `two thirds| of a million`, `half| a dozen`
pub(super) fn of_magnitude(r: &Reader<'_, '_>, number: Number) -> Number {
    let mut at = number.end + usize::from(r.says(number.end, word::OF));
    at += usize::from(r.says(at, word::A));
    let value = match r.numeral(at) {
        Some(Numeral::Hundred) => number.low.shift(2),
        Some(Numeral::Power(power)) => number.low.shift(power),
        Some(Numeral::Many(many)) => number.low.times(u64::from(many)),
        _ => return number,
    };
    Number { end: at + 1, low: value, high: value, form: Form::Words, coefficient: value, ..number }
}
