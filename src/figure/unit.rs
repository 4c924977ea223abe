//! Units of measure after a number: `%`, `square miles`, `-kilometer`, `miles per hour`, `-year-old`.

use std::borrow::Cow;

use super::reader::Reader;
use super::sense::{inch, is_angle, is_sign, is_unit_word, resolved};
use super::value::{Form, Number};
use crate::letters;
use crate::lexicon::{Dimension, MeasureUnit, Numeral, WordId, lexicon, word};
use crate::text::{Kind, Tag};

/// The name of a unit: of most as the lists have it.
pub(super) type Name = Cow<'static, str>;

/// A unit as it stands in the text.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Measure {
    /// The token after its last.
    pub(super) end: usize,
    /// Its name in singular.
    pub(super) name: Name,
    pub(super) dimension: Dimension,
    /// Whether a hyphen joins it to the number.
    pub(super) joined: bool,
    /// The power of ten that is written with it: `MEUR`, `USD million`.
    pub(super) power: u32,
}

/// A value in the base unit of its dimension: metres, square metres, litres, kilograms, seconds, metres per
/// second, watts, joules, bits, degrees Celsius. `None` for a unit that has no fixed size.
#[must_use]
pub fn in_base(unit: &str, value: f64) -> Option<(Dimension, f64)> {
    match unit {
        "celsius" => return Some((Dimension::Temperature, value)),
        "fahrenheit" => return Some((Dimension::Temperature, (value - 32.0) * 5.0 / 9.0)),
        "kelvin" => return Some((Dimension::Temperature, value - 273.15)),
        "degree" => return None,
        _ => {}
    }
    let (dimension, factor) = factor(unit)?;
    let fixed = !matches!(dimension, Dimension::Money | Dimension::Other | Dimension::Rate | Dimension::Count);
    fixed.then_some((dimension, value * factor))
}

fn factor(unit: &str) -> Option<(Dimension, f64)> {
    if let Some(known) = lexicon().quantities().unit(unit) {
        return Some((known.dimension, known.factor));
    }
    if let Some((top, bottom)) = unit.split_once(" per ") {
        let ((top, a), (bottom, b)) = (factor(top)?, factor(bottom)?);
        return Some((per(top, bottom), a / b));
    }
    let (power, dimension, scale) = match unit.split_once(' ')? {
        ("square", _) => (2, Dimension::Area, 1.0),
        ("cubic", _) => (3, Dimension::Volume, 1000.0),
        _ => return None,
    };
    let (base, length) = factor(unit.split_once(' ')?.1)?;
    (base == Dimension::Length).then(|| (dimension, length.powi(power) * scale))
}

/// What a quantity per another measures.
fn per(top: Dimension, bottom: Dimension) -> Dimension {
    match (top, bottom) {
        (Dimension::Length, Dimension::Duration) => Dimension::Speed,
        (Dimension::Money, _) => Dimension::Money,
        _ => Dimension::Rate,
    }
}

/// The unit that stands at `at`, right after a number.
pub(super) fn measure(r: &Reader<'_, '_>, at: usize, number: &Number) -> Option<Measure> {
    let joined = r.is_joint(at);
    let mut from = at + usize::from(joined);
    if number.form == Form::Share || number.form == Form::Vague {
        from += usize::from(r.says(from, word::OF));
        // "half of 1 percent"
        let whole = from > at
            && (r.says(from, word::ONE) || r.reads(from, "1"))
            && plain(r, from + 1, None).is_some_and(|unit| unit.2 == Dimension::Percent);
        from += usize::from(whole || r.says_any(from, &[word::A, word::AN]));
    }
    if r.reads(from, "yo") {
        return Some(Measure { end: from + 1, name: "year".into(), dimension: Dimension::Age, joined, power: 0 });
    }
    let Some((end, name, dimension)) = bracketed(r, from).or_else(|| plain(r, from, Some(number))) else {
        return millions_of(r, from);
    };
    let mut unit = Measure { end, name, dimension, joined, power: 0 };
    if dimension == Dimension::Money
        && number.power == 0
        && let Some(Numeral::Power(power)) = r.numeral(end)
    {
        (unit.end, unit.power) = (end + 1, power);
    }
    let unit = aged(r, unit);
    Some(if unit.dimension == Dimension::Age || unit.dimension == Dimension::Percent {
        unit
    } else {
        with_per(r, unit)
    })
}

/// `20 (kg)`
fn bracketed(r: &Reader<'_, '_>, at: usize) -> Option<(usize, Name, Dimension)> {
    let open = r.token(at).is_some_and(|token| matches!(token.first, '(' | '[' | '{' | '<'));
    let close = r.token(at + 2).is_some_and(|token| matches!(token.first, ')' | ']' | '}' | '>'));
    if !open || !close {
        return None;
    }
    let unit = lexicon().quantities().unit_sign(r.surface(at + 1))?;
    (unit.dimension != Dimension::Money).then(|| (at + 3, unit.name.into(), unit.dimension))
}

/// `MEUR`, `kUSD`: a code with its power of ten before it.
fn millions_of(r: &Reader<'_, '_>, at: usize) -> Option<Measure> {
    let surface = r.surface(at);
    let (code, power) =
        surface.strip_prefix('M').map(|code| (code, 6)).or_else(|| Some((surface.strip_prefix(['k', 'K'])?, 3)))?;
    let unit = lexicon().quantities().currency_sign(code).filter(|_| code.len() == 3)?;
    Some(Measure { end: at + 1, name: unit.name.into(), dimension: Dimension::Money, joined: false, power })
}

/// A unit without what it is per: the token after it, its name, its dimension.
fn plain(r: &Reader<'_, '_>, at: usize, number: Option<&Number>) -> Option<(usize, Name, Dimension)> {
    let token = r.token(at)?;
    if token.kind == Kind::Symbol || token.kind == Kind::Punctuation {
        // "£25m-|£30m"
        return symbol(r, at).filter(|(_, _, dimension)| *dimension != Dimension::Money || !r.is_joint(at - 1));
    }
    if token.kind != Kind::Word {
        return None;
    }
    let quantities = lexicon().quantities();
    let named = |at: usize| {
        let (len, unit) =
            quantities.unit_named(r.word(at), |n| word_after(r, at, n).map_or(WordId::NONE, |(_, word)| word))?;
        let end = word_after(r, at, len - 1)?.0 + 1;
        Some((end, unit))
    };
    if r.says(at, word::SQUARE) || r.reads(at, "sq") {
        let at = at + 1 + usize::from(r.is_mark(at + 1, '.'));
        let (end, unit) = named(at).or_else(|| Some((at + 1, quantities.unit_sign(r.surface(at))?)))?;
        return (unit.dimension == Dimension::Length)
            .then(|| (end, format!("square {}", unit.name).into(), Dimension::Area));
    }
    if r.says(at, word::CUBIC) || r.reads(at, "cu") {
        let at = at + 1 + usize::from(r.is_mark(at + 1, '.'));
        let (end, unit) = named(at).or_else(|| Some((at + 1, quantities.unit_sign(r.surface(at))?)))?;
        return (unit.dimension == Dimension::Length)
            .then(|| (end, format!("cubic {}", unit.name).into(), Dimension::Volume));
    }
    let sign = || quantities.unit_sign(r.surface(at)).filter(|_| is_sign(r, at, number)).map(|unit| (at + 1, unit));
    let code = || currency_code(r.surface(at)).filter(|_| number.is_some()).map(|unit| (at + 1, unit));
    let named = named(at).filter(|&(end, unit)| is_unit_word(r, at, end, unit));
    let (end, unit) = named.or_else(sign).or_else(code).or_else(|| inch(r, at, number))?;
    let (name, dimension) = resolved(r, at, end, unit, number);
    if dimension == Dimension::Length && r.is_mark(end, '^') && matches!(r.surface(end + 1), "2" | "3") {
        let square = r.surface(end + 1) == "2";
        let (word, dimension) = if square { ("square", Dimension::Area) } else { ("cubic", Dimension::Volume) };
        return Some((end + 2, format!("{word} {name}").into(), dimension));
    }
    if dimension == Dimension::Length && (r.reads(end, "squared") || r.reads(end, "cubed")) {
        let (word, dimension) =
            if r.reads(end, "squared") { ("square", Dimension::Area) } else { ("cubic", Dimension::Volume) };
        return Some((end + 1, format!("{word} {name}").into(), dimension));
    }
    Some((end, name.into(), dimension))
}

/// A currency by its code, in capitals or, the usual ones, in small letters.
pub(super) fn currency_code(surface: &str) -> Option<&'static MeasureUnit> {
    const SMALL: &[&str] = &[
        "usd", "eur", "gbp", "rmb", "cny", "jpy", "inr", "aud", "cad", "chf", "hkd", "nzd", "sgd", "krw", "rub", "zar",
        "mxn", "btc",
    ];
    let quantities = lexicon().quantities();
    quantities.currency_sign(surface).or_else(|| {
        (surface.len() == 3 && SMALL.contains(&surface))
            .then(|| quantities.currency_sign(&letters::upper(surface)))
            .flatten()
    })
}

/// The `n`th word from `at`, hyphens between words passed over.
fn word_after(r: &Reader<'_, '_>, at: usize, n: usize) -> Option<(usize, WordId)> {
    let mut at = at;
    for _ in 0..n {
        at += 1 + usize::from(r.is_joint(at + 1));
    }
    r.token(at).map(|token| (at, token.word))
}

fn symbol(r: &Reader<'_, '_>, at: usize) -> Option<(usize, Name, Dimension)> {
    let quantities = lexicon().quantities();
    let surface = r.surface(at);
    if surface == "°" || surface == "º" {
        let scale = r
            .unit(at + 1)
            .map(|unit| unit.name)
            .filter(|name| matches!(*name, "celsius" | "fahrenheit" | "kelvin"))
            .or(match r.surface(at + 1) {
                "C" | "c" => Some("celsius"),
                "F" | "f" => Some("fahrenheit"),
                _ => None,
            });
        let end = at + 1 + usize::from(scale.is_some());
        if scale.is_none() && is_angle(r, at) {
            return Some((end, "degree".into(), Dimension::Other));
        }
        return Some((end, scale.unwrap_or("degree").into(), Dimension::Temperature));
    }
    if let Some(unit) = quantities.unit_sign(surface) {
        return Some((at + 1, unit.name.into(), unit.dimension));
    }
    // "10 €", but "10 $ 30" is the price of something else
    let ends = r.is_glued(at) || r.kind(at + 1) != Some(Kind::Number);
    let unit = quantities.currency_sign(surface).filter(|_| ends)?;
    Some((at + 1, unit.name.into(), Dimension::Money))
}

/// A duration that is an age: `62-year-old`, `three months old`, `years of age`.
fn aged(r: &Reader<'_, '_>, unit: Measure) -> Measure {
    if unit.dimension != Dimension::Duration {
        return unit;
    }
    let at = unit.end + usize::from(r.is_dash(unit.end));
    if r.says(at, word::OLD) || r.reads_any(at, &["olds", "yo"]) {
        return Measure { end: at + 1, dimension: Dimension::Age, ..unit };
    }
    if r.says(unit.end, word::OF) && r.says(unit.end + 1, word::AGE) {
        return Measure { end: unit.end + 2, dimension: Dimension::Age, ..unit };
    }
    unit
}

/// A unit with what it is per: `miles per hour`, `hours a week`, `$15/hour`, `cents per share`.
pub(super) fn with_per(r: &Reader<'_, '_>, unit: Measure) -> Measure {
    // "£95,000-a-week"
    let joined =
        r.is_joint(unit.end) && r.is_joint(unit.end + 2) && r.says_any(unit.end + 1, &[word::A, word::AN, word::PER]);
    if joined && let Some((end, name, dimension)) = plain(r, unit.end + 3, None) {
        let dimension = per(unit.dimension, dimension);
        return Measure { end, name: format!("{} per {}", unit.name, name).into(), dimension, ..unit };
    }
    let at = unit.end;
    let slash = r.is_mark(at, '/') && r.is_glued(at + 1) && r.kind(at + 1) == Some(Kind::Word);
    let word = r.says(at, word::PER) && !(r.says(at + 1, word::CENT) || r.reads(at + 1, "capita"));
    let article = r.says_any(at, &[word::A, word::AN, word::EACH, word::EVERY]);
    if !slash && !word && !article {
        return unit;
    }
    let money = unit.dimension == Dimension::Money;
    let bottom = plain(r, at + 1, None).filter(|(end, _, dimension)| {
        let later = r.says_any(
            *end,
            &[word::AGO, word::LATER, word::EARLIER, word::AFTER, word::BEFORE, word::SINCE, word::OLD],
        ) || r.is_joint(*end);
        let measures = matches!(dimension, Dimension::Duration)
            || (money
                && matches!(dimension, Dimension::Volume | Dimension::Mass | Dimension::Length | Dimension::Area));
        !article || (measures && !later)
    });
    let Some((end, name, dimension)) = bottom else {
        // "$4 a dose", but "$4 a union leader called low"
        let sold = money
            && r.says_any(at, &[word::A, word::AN, word::EACH])
            && r.unit(at + 1).is_none()
            && !r.tag(at + 2).is_some_and(|tag| tag.is_noun() || tag.is_finite() || tag == Tag::HYPH);
        let noun = r.tag(at + 1) == Some(Tag::NN) && (word || article && sold);
        if !noun {
            return unit;
        }
        let name = format!("{} per {}", unit.name, letters::lower(r.surface(at + 1))).into();
        let dimension = per(unit.dimension, Dimension::Count);
        return Measure { end: at + 2, name, dimension, ..unit };
    };
    let dimension = per(unit.dimension, dimension);
    Measure { end, name: format!("{} per {}", unit.name, name).into(), dimension, ..unit }
}

#[cfg(test)]
mod tests {
    use super::in_base;
    use crate::lexicon::Dimension;

    fn base(unit: &str, value: f64) -> String {
        in_base(unit, value).map_or("none".into(), |(dimension, value)| format!("{dimension:?} {value:.3}"))
    }

    #[test]
    fn converts() {
        assert_eq!(base("square mile", 232.0), "Area 600877241.598");
        assert_eq!(base("square kilometre", 600.0), "Area 600000000.000");
        assert_eq!(base("fahrenheit", 212.0), "Temperature 100.000");
        assert_eq!(base("kilometre per hour", 90.0), "Speed 25.000");
        assert_eq!(base("us dollar", 5.0), "none");
        assert_eq!(in_base("kilometre per second", 1.0), Some((Dimension::Speed, 1000.0)));
    }
}
