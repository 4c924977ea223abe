//! A figure's value, as a reader is shown it.

use crate::decimal;
use crate::figure::{Figure, Modifier};
use crate::lexicon::{WordId, lexicon};

use crate::compare::day;

/// A figure's value in words: "about 10,000 soldiers".
pub(super) fn value(figure: &Figure) -> String {
    let modifier = match figure.modifier {
        Modifier::Equal => "",
        Modifier::About => "about ",
        Modifier::Over => "more than ",
        Modifier::AtLeast => "at least ",
        Modifier::Under => "less than ",
        Modifier::AtMost => "at most ",
        Modifier::Increase => "up by ",
        Modifier::Decrease => "down by ",
    };
    let mut value = thousands(figure.low);
    if figure.high > figure.low {
        value = format!("{value} to {}", thousands(figure.high));
    }
    let one = figure.low == 1.0 && figure.high == 1.0;
    let unit =
        figure.unit.as_deref().map(|unit| format!(" {}", named(&if one { unit.to_owned() } else { units(unit) })));
    let unit = unit.unwrap_or_default();
    let date = figure.as_of.as_deref().map(|date| format!(", as of {}", day(date))).unwrap_or_default();
    format!("{modifier}{value}{unit}{date}")
}

/// More than one of a unit: "soldiers", "metres per second".
fn units(unit: &str) -> String {
    /// Those that are the same for one and for many.
    const SAME: &str =
        " percent fahrenheit kelvin hertz yen yuan won baht rand ringgit aircraft personnel staff police people ";
    let end = [" per ", " of ", " in ", "-per-"].iter().filter_map(|tail| unit.find(tail)).min().unwrap_or(unit.len());
    let (name, tail) = unit.split_at(end);
    let (before, last) = name.rsplit_once(' ').map_or(("", name), |(before, last)| (&name[..=before.len()], last));
    let own = lexicon().text(lexicon().plural(lexicon().id(last)));
    let same = SAME.split(' ').any(|same| same == last) || last.ends_with('s') && !last.ends_with("ss");
    let many = if !own.is_empty() {
        own.to_owned()
    } else if same {
        last.to_owned()
    } else if let Some(stem) = last.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        format!("{stem}ies")
    } else if let Some(stem) = last.strip_suffix("man").filter(|stem| !matches!(*stem, "hu" | "ger" | "ro")) {
        format!("{stem}men")
    } else if last.ends_with("ch") || last.ends_with("sh") || last.ends_with(['s', 'x', 'z']) {
        format!("{last}es")
    } else {
        format!("{last}s")
    };
    format!("{before}{many}{tail}")
}

/// A unit with the capitals that countries and their people have: "North Korean soldiers".
fn named(unit: &str) -> String {
    let lexicon = lexicon();
    let words: Vec<&str> = unit.split(' ').collect();
    let ids: Vec<WordId> = words.iter().map(|word| lexicon.id(word)).collect();
    let mut parts = Vec::new();
    let mut capitals = 0;
    for (at, word) in words.iter().enumerate() {
        let next = |after: usize| ids.get(at + after).copied().unwrap_or(WordId::NONE);
        if let Some((_, known)) = lexicon.gazetteer().longest(ids[at], next).filter(|(_, known)| known.adjective) {
            capitals = known.capitals;
        }
        parts.push(match word.chars().next() {
            Some(first) if capitals & 1 == 1 => format!("{}{}", first.to_ascii_uppercase(), &word[first.len_utf8()..]),
            _ => (*word).to_owned(),
        });
        capitals >>= 1;
    }
    parts.join(" ")
}

/// A number as one writes it: `11,000`, `1,500.5`.
pub(super) fn thousands(value: f64) -> String {
    let written = decimal::written(value);
    let (whole, fraction) = written.split_once('.').map_or((written.as_str(), None), |(w, f)| (w, Some(f)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut out = String::from(sign);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_with_thousands_marks() {
        for (value, expect) in [
            (0.0, "0"),
            (999.0, "999"),
            (1000.0, "1,000"),
            (1_234_567.5, "1,234,567.5"),
            (-12_000.0, "-12,000"),
            (0.5, "0.5"),
        ] {
            assert_eq!(thousands(value), expect);
        }
    }

    #[test]
    fn units_keep_the_capitals_of_peoples() {
        for (unit, shown) in [
            ("north korean soldiers", "North Korean soldiers"),
            ("armed french citizens", "armed French citizens"),
            ("polish", "Polish"),
            ("boats", "boats"),
        ] {
            assert_eq!(named(unit), shown);
        }
    }

    #[test]
    fn units_are_said_of_many() {
        for (one, many) in [
            ("soldier", "soldiers"),
            ("person", "people"),
            ("us dollar", "us dollars"),
            ("metre per second", "metres per second"),
            ("square inch", "square inches"),
            ("fishing ferry", "fishing ferries"),
            ("policewoman", "policewomen"),
            ("barrel of oil", "barrels of oil"),
            ("percent", "percent"),
            ("celsius", "celsius"),
            ("troops", "troops"),
            ("city bus", "city buses"),
        ] {
            assert_eq!(units(one), many);
        }
    }
}
