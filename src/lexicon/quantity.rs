//! What the lists say of quantities: number words, magnitudes, bounds, units of measure, currencies.

use std::fmt::Debug;

use super::{Lexicon, Table, WordId, Words, entries, list::list, words::eight};
use crate::decimal::Decimal;

/// How a stated value bounds the real one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Modifier {
    Equal,
    About,
    Over,
    AtLeast,
    Under,
    AtMost,
    Increase,
    Decrease,
}

/// What kind of quantity a figure is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Dimension {
    Count,
    Money,
    Percent,
    Length,
    Area,
    Volume,
    Mass,
    Duration,
    Age,
    Speed,
    Temperature,
    Power,
    Energy,
    Data,
    Rate,
    Other,
}

/// What a word does in a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Numeral {
    /// `three`: 0 to 9.
    Unit(u32),
    /// `twelve`: 10 to 19.
    Teen(u32),
    /// `thirty`
    Tens(u32),
    /// `hundred`
    Hundred,
    /// `million`: ten to this power.
    Power(u32),
    /// `dozen`: so many.
    Many(u32),
    /// `thousands`: from this to ten times as much.
    Plural(u64),
    /// `third`: one of so many; a rank unless the text makes it a share.
    Part(u64),
    /// `thirds`
    Parts(u64),
    /// `tripled`, `threefold`: so many times.
    Fold(u32),
}

/// When a short sign of a power of ten is one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Magnitude {
    /// `bn`
    Always(u32),
    /// `k`: with no space before it.
    Glued(u32),
    /// `m`: of money, or with no space before it and a plural after it.
    Money(u32),
}

/// A phrase before a number that bounds it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NumberBound {
    /// How.
    pub modifier: Modifier,
    /// Whether it is a verb, and so no part of the number: `exceeded 3,000`.
    pub verb: bool,
}

/// A unit of measure.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct MeasureUnit {
    /// Its name in singular: `square mile`.
    pub name: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// How many of the dimension's base unit it is.
    pub factor: f64,
    /// Whether its name is another word as well: `won`, `bar`.
    pub doubtful: bool,
}

/// The lists of quantities.
#[derive(Debug, Default)]
pub struct Quantities {
    numerals: Table<Numeral>,
    bounds_before: Table<NumberBound>,
    bounds_after: Table<Modifier>,
    bounds_joined: Table<Modifier>,
    magnitudes: Signs<Magnitude>,
    units: Vec<MeasureUnit>,
    named: Table<u16>,
    signs: Signs<u16>,
    currency_signs: Signs<u16>,
}

/// Short signs that are read letter by letter: their letters as a number, in order. None is longer than [`SIGN`].
#[derive(Debug)]
struct Signs<T>(Vec<(u64, T)>);

/// The bytes of the longest sign.
const SIGN: usize = 8;

impl<T> Default for Signs<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Copy> Signs<T> {
    /// Adds a sign; one given twice keeps its first value.
    fn add(&mut self, sign: &'static str, value: T) {
        debug_assert!(sign.len() <= SIGN, "a sign is longer than all others: {sign}");
        if let Err(at) = self.place(sign) {
            self.0.insert(at, (eight(sign.as_bytes(), SIGN), value));
        }
    }

    fn get(&self, sign: &str) -> Option<T> {
        if sign.len() > SIGN {
            return None;
        }
        self.place(sign).ok().map(|at| self.0[at].1)
    }

    fn place(&self, sign: &str) -> Result<usize, usize> {
        let letters = eight(sign.as_bytes(), SIGN);
        self.0.binary_search_by_key(&letters, |&(known, _)| known)
    }
}

impl Lexicon {
    /// Number words, bounds, units, currencies.
    #[must_use]
    pub fn quantities(&self) -> &Quantities {
        &self.quantities
    }
}

impl Quantities {
    pub(super) fn load(words: &mut Words) -> Self {
        let mut lists = Self::default();
        for (word, columns) in entries(list!("numbers.tsv")) {
            if let Some(numeral) = numeral(&columns) {
                lists.numerals.add(words, word, numeral);
            }
        }
        for (phrase, columns) in entries(list!("bounds.tsv")) {
            let [side, modifier] = columns[..] else { continue };
            let modifier = modifier_of(modifier);
            match side {
                "after" => lists.bounds_after.add(words, phrase, modifier),
                "joined" => lists.bounds_joined.add(words, phrase, modifier),
                _ => {
                    let bound = NumberBound { modifier, verb: side == "verb" };
                    lists.bounds_before.add(words, &reversed(phrase), bound);
                }
            }
        }
        for (sign, columns) in entries(list!("magnitudes.tsv")) {
            if let Some(magnitude) = magnitude(&columns) {
                lists.magnitudes.add(sign, magnitude);
            }
        }
        for (name, columns) in entries(list!("units.tsv")) {
            let [dimension, factor, others, signs] = columns[..] else { continue };
            let factor = Decimal::parse(factor, Some('.')).value();
            let id = lists.unit_of(words, name, others, dimension_of(dimension), factor);
            list(signs).for_each(|sign| lists.signs.add(sign, id));
        }
        for (name, columns) in entries(list!("currencies.tsv")) {
            let [codes, signs, others] = columns[..] else { continue };
            let id = lists.unit_of(words, name, others, Dimension::Money, 1.0);
            list(codes).chain(list(signs)).for_each(|sign| lists.currency_signs.add(sign, id));
        }
        lists
    }

    /// Takes a unit by its names, each in singular and plural, and gives its number. A question mark says that the first of
    /// them is another word as well.
    #[inline(never)]
    fn unit_of(
        &mut self,
        words: &mut Words,
        name: &'static str,
        others: &'static str,
        dimension: Dimension,
        factor: f64,
    ) -> u16 {
        let id = self.units.len() as u16;
        let (name, doubtful) = name.strip_suffix('?').map_or((name, false), |name| (name, true));
        self.units.push(MeasureUnit { name, dimension, factor, doubtful });
        for name in std::iter::once(name).chain(list(others)) {
            self.named.add(words, name, id);
            self.named.add(words, &(name.to_owned() + "s"), id);
        }
        id
    }

    /// What a word does in a number.
    #[must_use]
    pub fn numeral(&self, word: WordId) -> Option<Numeral> {
        self.numerals.get(word).copied()
    }

    /// The longest phrase that bounds the number after it, its last word first: its length, and how it bounds.
    pub fn bound_before(&self, last: WordId, before: impl Fn(usize) -> WordId) -> Option<(usize, NumberBound)> {
        self.bounds_before.longest(last, before).map(|(len, &bound)| (len, bound))
    }

    /// The longest phrase that bounds the number before it: its length, its modifier.
    pub fn bound_after(&self, first: WordId, next: impl Fn(usize) -> WordId) -> Option<(usize, Modifier)> {
        self.bounds_after.longest(first, next).map(|(len, &modifier)| (len, modifier))
    }

    /// How a word bounds the number that a hyphen joins it to: `100-plus`.
    #[must_use]
    pub fn bound_joined(&self, word: WordId) -> Option<Modifier> {
        self.bounds_joined.get(word).copied()
    }

    /// The power of ten that a short sign stands for.
    #[must_use]
    pub fn magnitude(&self, sign: &str) -> Option<Magnitude> {
        self.magnitudes.get(sign)
    }

    /// The unit whose name begins with a word: the name's length in words, the unit.
    pub fn unit_named(&self, first: WordId, next: impl Fn(usize) -> WordId) -> Option<(usize, &MeasureUnit)> {
        let (len, &id) = self.named.longest(first, next)?;
        Some((len, self.units.get(usize::from(id))?))
    }

    /// The unit of measure that a sign stands for; capitals matter.
    #[must_use]
    pub fn unit_sign(&self, sign: &str) -> Option<&MeasureUnit> {
        self.units.get(usize::from(self.signs.get(sign)?))
    }

    /// The currency that a sign or code stands for; capitals matter.
    #[must_use]
    pub fn currency_sign(&self, sign: &str) -> Option<&MeasureUnit> {
        self.units.get(usize::from(self.currency_signs.get(sign)?))
    }

    /// The unit with this name, as [`MeasureUnit::name`] gives it.
    #[must_use]
    pub fn unit(&self, name: &str) -> Option<&MeasureUnit> {
        self.units.iter().find(|unit| unit.name == name)
    }
}

fn list(column: &'static str) -> impl Iterator<Item = &'static str> {
    column.split(',').filter(|entry| !entry.is_empty())
}

fn reversed(phrase: &str) -> String {
    phrase.split(' ').rev().collect::<Vec<_>>().join(" ")
}

fn numeral(columns: &[&str]) -> Option<Numeral> {
    let [kind, size] = columns else { return None };
    let size: u64 = size.parse().ok()?;
    let small = size as u32;
    Some(match *kind {
        "unit" => Numeral::Unit(small),
        "teen" => Numeral::Teen(small),
        "tens" => Numeral::Tens(small),
        "hundred" => Numeral::Hundred,
        "power" => Numeral::Power(small),
        "many" => Numeral::Many(small),
        "plural" => Numeral::Plural(size),
        "part" => Numeral::Part(size),
        "parts" => Numeral::Parts(size),
        "fold" => Numeral::Fold(small),
        _ => return None,
    })
}

fn magnitude(columns: &[&str]) -> Option<Magnitude> {
    let [power, when] = columns else { return None };
    let power = power.parse().ok()?;
    Some(match *when {
        "always" => Magnitude::Always(power),
        "glued" => Magnitude::Glued(power),
        _ => Magnitude::Money(power),
    })
}

fn modifier_of(name: &str) -> Modifier {
    match name {
        "about" => Modifier::About,
        "over" => Modifier::Over,
        "at_least" => Modifier::AtLeast,
        "under" => Modifier::Under,
        "at_most" => Modifier::AtMost,
        _ => Modifier::Equal,
    }
}

fn dimension_of(name: &str) -> Dimension {
    match name {
        "money" => Dimension::Money,
        "percent" => Dimension::Percent,
        "length" => Dimension::Length,
        "area" => Dimension::Area,
        "volume" => Dimension::Volume,
        "mass" => Dimension::Mass,
        "duration" => Dimension::Duration,
        "speed" => Dimension::Speed,
        "temperature" => Dimension::Temperature,
        "power" => Dimension::Power,
        "energy" => Dimension::Energy,
        "data" => Dimension::Data,
        "rate" => Dimension::Rate,
        _ => Dimension::Other,
    }
}
