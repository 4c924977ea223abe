//! Whether a word or a letter after a number is a unit: `bar`, `m`, `in`, `degrees`, `pounds`.

use super::reader::Reader;
use super::value::{Form, Number};
use crate::lexicon::{Class, Dimension, MeasureUnit, Numeral, lexicon, word};
use crate::text::{Kind, Tag};

/// Whether a sign of letters is a unit here: longer ones are, single letters only right behind digits, or a
/// space away where nothing is named after them.
pub(super) fn is_sign(r: &Reader<'_, '_>, at: usize, number: Option<&Number>) -> bool {
    let Some(number) = number else { return true };
    let glued = r.is_glued(at);
    let digits = number.form != Form::Words && number.form != Form::Vague;
    let surface = r.surface(at);
    if surface.chars().count() > 1 {
        // "7 mps" may be metres per second or members of parliament
        return digits || number.power > 0;
    }
    let alone = !r.tag(at + 1).is_some_and(Tag::is_noun) || r.is_mark(at + 1, '/');
    // "24703 L-202"
    let code = !glued && r.is_dash(at + 1);
    // "stayed above 28C", but "seat 28C", "form 13F"
    let scale = matches!(surface, "C" | "F");
    let before = number.start.checked_sub(1);
    let placed = before.is_some_and(|at| {
        r.is_dash(at)
            || r.tag(at).is_some_and(|tag| {
                tag.is_verb()
                    || matches!(tag, Tag::IN | Tag::TO | Tag::RB | Tag::CC | Tag::OpenBracket | Tag::PRPS | Tag::PRP)
            })
    });
    let warming = r.says_any(at + 1, &[word::TARGET, word::LIMIT, word::GOAL, word::RISE, word::INCREASE])
        || r.reads_any(at + 1, &["threshold", "warming"]);
    let mild = number.high.value().abs() < 150.0 && number.power == 0;
    digits
        && !code
        && (!scale || mild && (placed || warming))
        && (glued
            || matches!(surface, "W" | "V")
            || (alone
                && matches!(
                    surface,
                    "m" | "g" | "l" | "L" | "W" | "V" | "N" | "J" | "t" | "h" | "b" | "C" | "F" | "K"
                )))
}

/// Whether a word that can be a unit is one here, and not another word.
pub(super) fn is_unit_word(r: &Reader<'_, '_>, at: usize, end: usize, unit: &MeasureUnit) -> bool {
    let surface = r.surface(at);
    if end == at + 1 && surface.len() <= 3 && surface.len() == r.surface(at).chars().count() && is_also_sign(surface) {
        return true;
    }
    if !unit.doubtful {
        // "two degrees in law"
        return !(unit.name == "degree"
            && r.says_any(end, &[word::IN, word::FROM])
            && r.says(at, word::DEGREES)
            && r.before(at, 1).is_some_and(|t| t.kind == Kind::Word));
    }
    // "won three crowns", but "86.40 crowns", "3 billion crowns"
    let sum = at.checked_sub(1).is_some_and(|at| {
        r.kind(at) == Some(Kind::Number) && r.surface(at).len() > 2 || matches!(r.numeral(at), Some(Numeral::Power(_)))
    });
    if unit.name == "crown" && !sum {
        return false;
    }
    let names = r.tag(end).is_some_and(Tag::is_noun);
    let capital = r.token(at).is_some_and(crate::text::Token::is_capitalised);
    r.tag(at).is_some_and(Tag::is_noun) && !capital && (!names || unit.name == "night" || unit.name == "magnitude")
}

fn is_also_sign(surface: &str) -> bool {
    lexicon().quantities().unit_sign(surface).is_some()
}

/// `in` is an inch where nothing that lies in something can follow: `2 in.`, `8 in thick`.
pub(super) fn inch(r: &Reader<'_, '_>, at: usize, number: Option<&Number>) -> Option<(usize, &'static MeasureUnit)> {
    let digits = number.is_some_and(|number| number.form != Form::Words && number.form != Form::Vague);
    let ends = at + 1 == r.end
        || r.is_glued(at)
        || r.says_any(
            at + 1,
            &[word::THICK, word::WIDE, word::LONG, word::TALL, word::HIGH, word::DEEP, word::X, word::BY],
        )
        || r.token(at + 1).is_some_and(|next| matches!(next.first, '.' | ')' | ';' | '×'));
    (digits && r.surface(at) == "in" && ends)
        .then(|| lexicon().quantities().unit("inch"))
        .flatten()
        .map(|unit| (at + 1, unit))
}

/// The name and dimension of a unit whose word has two senses.
pub(super) fn resolved<'u>(
    r: &Reader<'_, '_>,
    at: usize,
    end: usize,
    unit: &'u MeasureUnit,
    number: Option<&Number>,
) -> (&'u str, Dimension) {
    if r.surface(at) == "F" && !r.is_glued(at) {
        return ("farad", Dimension::Other);
    }
    if unit.name == "degree" && is_angle(r, at) {
        return (unit.name, Dimension::Other);
    }
    if unit.name != "pound" || r.says_any(at, &[word::LB, word::LBS]) {
        return (unit.name, unit.dimension);
    }
    let Some(number) = number else { return (unit.name, unit.dimension) };
    let of = r.says(end, word::OF);
    let big = number.power >= 6 || number.low.value() >= 1000.0;
    let joined = r.is_dash(at.wrapping_sub(1));
    if big && !of && !joined { ("pound sterling", Dimension::Money) } else { (unit.name, unit.dimension) }
}

/// Whether degrees are of an angle here.
pub(super) fn is_angle(r: &Reader<'_, '_>, at: usize) -> bool {
    (at.saturating_sub(5)..at + 4).any(|at| r.is(at, Class::Angle))
}
