//! How sure it is that a passage says what another says: a sum of a few signs, each by its weight.
//!
//! The weights are a logistic regression over pairs of texts that people have judged: the development half of
//! EQUATE (Ravichander et al., `CoNLL` 2019: news, textbook and forum pairs). They are made anew with
//! `CROSSREAD_RELATE=equate-dev.ndjson cargo test --profile quick --lib weights -- --ignored --nocapture`,
//! which also tells how well they hold on pairs that they were not made of.

use super::align::{Laid, Passage};
use super::side::Side;
use super::unit;
use crate::corpus::Sort;
use crate::figure::Dimension;

/// The number of signs.
const SIGNS: usize = 14;

/// What each sign adds for or against, in the order of [`Signs::values`].
const WEIGHTS: [f64; SIGNS] =
    [-0.28, -0.30, -0.39, -0.40, -0.35, -0.50, -0.64, 0.45, -0.68, 0.36, -0.55, 1.70, -1.14, 0.88];

/// What stands before any sign.
const BIAS: f64 = 0.31;

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
    values: [f64; SIGNS],
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
            (given.parts.len() as f64).min(40.0) / 10.0,
            run / (wanted.parts.len() as f64 - 1.0).max(1.0),
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
            let alike = theirs.iter().filter(|theirs| unit::comparable(theirs.figure, figure));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::relate;

    #[derive(serde::Deserialize)]
    struct Pair {
        set: String,
        premise: String,
        hypothesis: String,
        label: String,
    }

    struct Example {
        set: String,
        group: u64,
        values: [f64; SIGNS],
        supported: bool,
    }

    /// One weight more, for the bias.
    type Weights = [f64; SIGNS + 1];

    fn sum(weights: &Weights, values: &[f64; SIGNS]) -> f64 {
        weights[SIGNS] + values.iter().zip(weights).map(|(value, weight)| value * weight).sum::<f64>()
    }

    /// Plain gradient descent over standardised signs, with a small pull towards nought; no chance in it.
    fn train(examples: &[&Example]) -> Weights {
        const STEPS: usize = 3000;
        const PULL: f64 = 10.0;
        let many = examples.len() as f64;
        let mut mean = [0.0; SIGNS];
        let mut spread = [0.0; SIGNS];
        for at in 0..SIGNS {
            mean[at] = examples.iter().map(|example| example.values[at]).sum::<f64>() / many;
            let variance = examples.iter().map(|example| (example.values[at] - mean[at]).powi(2)).sum::<f64>() / many;
            spread[at] = variance.sqrt().max(1e-6);
        }
        let scaled: Vec<([f64; SIGNS], f64, f64)> = examples
            .iter()
            .map(|example| {
                let values = std::array::from_fn(|at| (example.values[at] - mean[at]) / spread[at]);
                // The two small sets together weigh as much as they would at twice their size.
                (values, f64::from(u8::from(example.supported)), if example.set == "NewsNLI" { 1.0 } else { 2.0 })
            })
            .collect();
        let all: f64 = scaled.iter().map(|(.., weight)| weight).sum();
        let mut weights = [0.0; SIGNS + 1];
        for _ in 0..STEPS {
            let mut slope = [0.0; SIGNS + 1];
            for (values, label, weight) in &scaled {
                let wrong = (1.0 / (1.0 + (-sum(&weights, values)).exp()) - label) * weight;
                for (slope, value) in slope.iter_mut().zip(values) {
                    *slope += wrong * value;
                }
                slope[SIGNS] += wrong;
            }
            for at in 0..=SIGNS {
                let pull = if at < SIGNS { PULL * weights[at] } else { 0.0 };
                weights[at] -= (slope[at] + pull) / all;
            }
        }
        let mut plain = weights;
        for at in 0..SIGNS {
            plain[at] = weights[at] / spread[at];
            plain[SIGNS] -= plain[at] * mean[at];
        }
        plain
    }

    fn accuracy(weights: &Weights, examples: &[&Example]) -> (usize, usize) {
        let right = examples.iter().filter(|example| (sum(weights, &example.values) > 0.0) == example.supported);
        (right.count(), examples.len())
    }

    #[test]
    #[ignore = "makes the weights anew"]
    #[allow(clippy::print_stdout, reason = "what it prints is what it is for")]
    fn weights() {
        let path = std::env::var("CROSSREAD_RELATE").expect("CROSSREAD_RELATE names a file of pairs");
        let lines = std::fs::read_to_string(path).expect("a file of pairs");
        let examples: Vec<Example> = lines
            .lines()
            .map(|line| serde_json::from_str::<Pair>(line).expect("a pair"))
            .map(|pair| {
                let (given, wanted) = (relate::report(&pair.premise), relate::report(&pair.hypothesis));
                let (given, wanted) = (Passage::whole(&given), Passage::whole(&wanted));
                let signs = Signs::new(&Laid::new(given, wanted));
                // Pairs of one premise stay in one part.
                let group =
                    pair.premise.bytes().take(40).fold(7u64, |sum, b| sum.wrapping_mul(31).wrapping_add(b.into()));
                Example { set: pair.set, group, values: signs.values, supported: pair.label == "entailment" }
            })
            .collect();
        let names: std::collections::BTreeSet<&str> = examples.iter().map(|example| example.set.as_str()).collect();
        for name in names {
            let (mut right, mut of) = (0, 0);
            for part in 0..10 {
                let (out, own): (Vec<&Example>, Vec<&Example>) =
                    examples.iter().partition(|one| one.group % 10 == part);
                let out: Vec<&Example> = out.into_iter().filter(|one| one.set == name).collect();
                let (a, b) = accuracy(&train(&own), &out);
                right += a;
                of += b;
            }
            let (out, own): (Vec<&Example>, Vec<&Example>) = examples.iter().partition(|one| one.set == name);
            let (a, b) = accuracy(&train(&own), &out);
            println!(
                "{name}: {:.1} % of {of} in ten parts, {:.1} % where the weights are of the other sets alone",
                100.0 * right as f64 / of as f64,
                100.0 * a as f64 / b as f64
            );
        }
        let all: Vec<&Example> = examples.iter().collect();
        let weights = train(&all);
        println!("const WEIGHTS: [f64; SIGNS] = {:.2?};", &weights[..SIGNS]);
        println!("const BIAS: f64 = {:.2};", weights[SIGNS]);
    }
}
