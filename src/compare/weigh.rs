//! How sure it is that a passage says what another says: a sum of a few signs, each by its weight.
//!
//! The weights are in `weights.rs`, which says what they were made of; `train.rs` makes them.

use super::align::{Laid, Passage};
use super::side::Side;
use super::weights::{BIAS, WEIGHTS};
use crate::corpus::Sort;
use crate::figure::Dimension;

/// The number of signs.
pub(super) const SIGNS: usize = 19;

/// What the signs are, in the order of [`Signs::values`].
#[cfg(not(target_arch = "wasm32"))]
pub(super) const NAMES: [&str; SIGNS] = [
    "words of names that the other lacks",
    "nouns that it lacks",
    "verbs that it lacks",
    "other words that it lacks",
    "words that say who speaks that it lacks",
    "whether it lacks the first word",
    "figures that it does not give",
    "figures that it gives",
    "numbers that it lacks",
    "numbers that it has",
    "whether it alone leaves it open",
    "tens of words",
    "tens of words of the other that it lacks",
    "the share of words that follow each other there, too",
    "the share of words that the other has",
    "numbers of the other that it lacks",
    "whether it has another name where the other has one",
    "whether the other alone asks",
    "whether it begins with a pronoun",
];

/// The most figures of a passage that are laid beside another's.
const MOST_FIGURES: usize = 24;

/// What speaks for and against it that a passage says what another says.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Signs {
    /// The places of the parts that the other lacks.
    pub(super) unsaid: Vec<usize>,
    /// The figures that the other does not give.
    pub(super) unsaid_figures: Vec<u32>,
    /// The figures that it gives.
    pub(super) said_figures: Vec<u32>,
    /// The strength of each sign.
    pub(super) values: [f64; SIGNS],
}

impl Signs {
    /// Gathers the signs.
    pub(super) fn new(laid: &Laid<'_>) -> Self {
        let &Laid { given, wanted, ref alignment } = laid;
        let mut signs = Self::default();
        let mut lacking = [0.0f64; 5];
        let mut run = 0.0;
        for (at, part) in wanted.parts.iter().enumerate() {
            let kind = match part.sort {
                _ if part.frame => 4,
                Sort::Name => 0,
                Sort::Noun => 1,
                Sort::Verb => 2,
                Sort::Other => 3,
            };
            if !alignment.has(at) {
                lacking[kind] += 1.0;
                signs.unsaid.push(at);
            }
            let follows = alignment.counterpart(at).zip(alignment.counterpart(at + 1)).is_some_and(|(a, b)| a + 1 == b);
            run += f64::from(u8::from(follows));
        }
        signs.figures(given, wanted);
        let (have, lack) = numbers(given, wanted);
        let mut found = vec![false; given.parts.len()];
        for at in (0..wanted.parts.len()).filter_map(|at| alignment.counterpart(at)) {
            if let Some(found) = found.get_mut(at) {
                *found = true;
            }
        }
        let left = found.iter().filter(|found| !**found).count();
        let first_is_new = signs.unsaid.first() == Some(&0);
        let flag = |is: bool| f64::from(u8::from(is));
        let [names, nouns, verbs, others, frame] = lacking.map(|count| count.min(3.0));
        signs.values = [
            names,
            nouns,
            verbs,
            others,
            frame,
            flag(first_is_new),
            (signs.unsaid_figures.len() as f64).min(2.0),
            (signs.said_figures.len() as f64).min(2.0),
            lack.min(2.0),
            have.min(3.0),
            flag(given.is_open() && !wanted.is_open()),
            (wanted.parts.len() as f64).min(25.0) / 10.0,
            (left as f64).min(20.0) / 10.0,
            run / (wanted.parts.len() as f64 - 1.0).max(1.0),
            laid.share(),
            numbers(wanted, given).1.min(3.0),
            flag(laid.swapped().is_some()),
            flag(given.text().contains('?') && !wanted.text().contains('?')),
            flag(begins_with_pronoun(wanted.text())),
        ];
        signs
    }

    /// Which figures the other gives, and which it does not.
    fn figures(&mut self, given: Passage<'_>, wanted: Passage<'_>) {
        let theirs = figures_of(given);
        for mine in figures_of(wanted) {
            let figure = mine.figure;
            if figure.low == 1.0 && figure.high == 1.0 && is_count(mine) {
                continue;
            }
            let alike = theirs.iter().filter(|theirs| theirs.is_comparable(mine));
            let mut near = false;
            let said = alike.clone().any(|theirs| {
                near |= theirs.figure.low == figure.low && theirs.figure.high == figure.high;
                theirs.stated().implies(mine.stated())
            });
            // `three times` and `the third`, `the index hit 20000`: a number that may be of the same thing.
            near |= given.numbers().iter().any(|&(at, number)| {
                let other = theirs.iter().find(|theirs| theirs.figure.span.start == at);
                number == figure.low
                    && number == figure.high
                    && other.is_none_or(|other| loose(other.figure.dimension) == loose(figure.dimension))
            });
            if said {
                self.said_figures.push(mine.index);
            } else if !near && !(is_count(mine) && is_sum(&theirs, figure.low)) {
                self.unsaid_figures.push(mine.index);
            }
        }
    }

    /// How sure it is, from 0 to 1.
    pub(super) fn sure(&self) -> f64 {
        let sum: f64 = BIAS + self.values.iter().zip(&WEIGHTS).map(|(value, weight)| value * weight).sum::<f64>();
        1.0 / (1.0 + (-sum).exp())
    }
}

/// Whether a text does not name whom or what it is of: "He left", "It sank".
fn begins_with_pronoun(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    ["he", "she", "it", "they", "his", "her"].iter().any(|word| first.eq_ignore_ascii_case(word))
}

/// The figures of a passage.
fn figures_of(passage: Passage<'_>) -> Vec<Side<'_>> {
    let figures = &passage.report.reading.figures;
    let from = figures.partition_point(|figure| figure.span.start < passage.span.start);
    let to = figures.partition_point(|figure| figure.span.end <= passage.span.end);
    (from..to.max(from)).take(MOST_FIGURES).filter_map(|at| Side::of(passage.report, at as u32)).collect()
}

/// The kinds of figures whose units are told apart.
fn loose(dimension: Dimension) -> Dimension {
    match dimension {
        Dimension::Other | Dimension::Age | Dimension::Rate => Dimension::Count,
        other => other,
    }
}

fn is_count(side: Side<'_>) -> bool {
    matches!(side.figure.dimension, Dimension::Count | Dimension::Other)
}

/// Whether two or three counts add up to a value.
fn is_sum(sides: &[Side<'_>], sum: f64) -> bool {
    const MOST: usize = 8;
    let values: Vec<f64> = sides
        .iter()
        .filter(|side| is_count(**side) && side.figure.low == side.figure.high)
        .map(|side| side.figure.low)
        .take(MOST)
        .collect();
    (0..values.len()).any(|a| {
        (a + 1..values.len()).any(|b| {
            let two = values[a] + values[b];
            two == sum || values[b + 1..].iter().any(|three| two + three == sum)
        })
    })
}

/// How many numbers of the one the other has, and how many it lacks.
fn numbers(given: Passage<'_>, wanted: Passage<'_>) -> (f64, f64) {
    let (mut have, mut lack) = (0.0, 0.0);
    for &(_, number) in wanted.numbers().iter().take(MOST_FIGURES) {
        if given.numbers().iter().take(2 * MOST_FIGURES).any(|&(_, other)| other == number) {
            have += 1.0;
        } else {
            lack += 1.0;
        }
    }
    (have, lack)
}
