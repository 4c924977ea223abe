//! The trainer of the weights: makes `weights.rs`.
//!
//! A logistic regression over standardised signs, by plain gradient descent with a small pull towards nought. There
//! is no chance in it: the same pairs give the same bytes.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::Verdict;
use super::align::{Laid, Passage};
use super::relate::{report, verdict};
use super::weigh::{NAMES, SIGNS, Signs};

/// How many parts the pairs are dealt into to tell how well the weights hold on others.
const PARTS: u64 = 10;

/// How many steps are gone.
const STEPS: usize = 4000;

/// How strongly a weight is pulled towards nought, in pairs.
const PULL: f64 = 10.0;

/// What stands on top of `weights.rs`.
const HEAD: &str = "\
//! What each sign adds for or against that a passage says what another says, in the order of `Signs::values`.
//!
//! Made by `crossread train-relate equate-dev.ndjson src/compare/weights.rs` of the development half of EQUATE
//! (Ravichander et al., `CoNLL` 2019: pairs of sentences of CNN, of RTE-2 to 4 and of Reddit that people have
//! judged), which states no licence. Nothing of its text is here.

use super::weigh::SIGNS;

/// What each sign adds.
pub(super) const WEIGHTS: [f64; SIGNS] = [
";

/// A pair of texts that people have judged.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The set that it comes from.
    pub set: String,
    /// What is given.
    pub premise: String,
    /// What may follow.
    pub hypothesis: String,
    /// How the hypothesis stands to the premise.
    pub verdict: Verdict,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Trained {
    /// The source of `weights.rs`.
    pub source: String,
    /// How many verdicts are right on pairs that the weights were not made of, a line for each set.
    pub told: String,
}

/// A pair, and what its verdict is where its signs tell it to be supported and where they do not.
struct Example<'a> {
    set: &'a str,
    group: u64,
    values: [f64; SIGNS],
    verdicts: [Verdict; 2],
    right: Verdict,
    /// How much it counts.
    weight: f64,
}

/// One weight more, for the bias.
type Weights = [f64; SIGNS + 1];

/// Trains on pairs.
#[must_use]
pub fn train(pairs: &[Pair]) -> Trained {
    let sets: BTreeSet<&str> = pairs.iter().map(|pair| pair.set.as_str()).collect();
    let most = sets.iter().map(|set| size(pairs, set)).max().unwrap_or_default() as f64;
    let examples: Vec<Example<'_>> = pairs
        .iter()
        // A set of a fourth of the size counts by half, not by a fourth.
        .map(|pair| example(pair, (most / size(pairs, &pair.set) as f64).sqrt()))
        .collect();
    let all: Vec<&Example<'_>> = examples.iter().collect();
    let mut told = String::new();
    for set in sets {
        let of: Vec<&Example<'_>> = examples.iter().filter(|example| example.set == set).collect();
        let own = right(&fit(&all), &of);
        let dealt: usize = (0..PARTS)
            .map(|part| {
                let (out, rest): (Vec<&Example<'_>>, Vec<&Example<'_>>) =
                    examples.iter().partition(|example| example.group % PARTS == part);
                let out: Vec<&Example<'_>> = out.into_iter().filter(|example| example.set == set).collect();
                right(&fit(&rest), &out)
            })
            .sum();
        let others: Vec<&Example<'_>> = examples.iter().filter(|example| example.set != set).collect();
        let foreign = right(&fit(&others), &of);
        let [own, dealt, foreign] = [own, dealt, foreign].map(|right| 100.0 * right as f64 / of.len() as f64);
        let _ = writeln!(
            told,
            "{set}: {own:.1} % of {} pairs; {dealt:.1} % in {PARTS} parts, each by the weights of the other parts; \
             {foreign:.1} % by the weights of the other sets",
            of.len()
        );
    }
    Trained { source: source(&fit(&all)), told }
}

fn size(pairs: &[Pair], set: &str) -> usize {
    pairs.iter().filter(|pair| pair.set == set).count()
}

fn example(pair: &Pair, weight: f64) -> Example<'_> {
    let (given, wanted) = (report(&pair.premise), report(&pair.hypothesis));
    let laid = Laid::new(Passage::whole(&given), Passage::whole(&wanted));
    let signs = Signs::new(&laid);
    // Pairs of one premise stay in one part.
    let group = pair.premise.bytes().take(40).fold(7u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    Example {
        set: &pair.set,
        group,
        values: signs.values,
        verdicts: [false, true].map(|sure| verdict(&laid, &signs, sure).0),
        right: pair.verdict,
        weight,
    }
}

fn sum(weights: &Weights, values: &[f64; SIGNS]) -> f64 {
    weights[SIGNS] + values.iter().zip(weights).map(|(value, weight)| value * weight).sum::<f64>()
}

fn fit(examples: &[&Example<'_>]) -> Weights {
    let many = examples.len() as f64;
    let mut mean = [0.0; SIGNS];
    let mut spread = [0.0; SIGNS];
    for at in 0..SIGNS {
        mean[at] = examples.iter().map(|example| example.values[at]).sum::<f64>() / many;
        let variance = examples.iter().map(|example| (example.values[at] - mean[at]).powi(2)).sum::<f64>() / many;
        spread[at] = variance.sqrt().max(1e-6);
    }
    let scaled: Vec<[f64; SIGNS]> =
        examples.iter().map(|example| std::array::from_fn(|at| (example.values[at] - mean[at]) / spread[at])).collect();
    let all: f64 = examples.iter().map(|example| example.weight).sum();
    let mut weights = [0.0; SIGNS + 1];
    for _ in 0..STEPS {
        let mut slope = [0.0; SIGNS + 1];
        for (values, example) in scaled.iter().zip(examples) {
            let right = if example.right == Verdict::Supported { 1.0 } else { 0.0 };
            let wrong = (1.0 / (1.0 + (-sum(&weights, values)).exp()) - right) * example.weight;
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

/// How many verdicts are right. Where a set knows no refuted pairs, whatever is not supported is one.
fn right(weights: &Weights, examples: &[&Example<'_>]) -> usize {
    let three = examples.iter().any(|example| example.right == Verdict::Refuted);
    let is_right = |example: &&&Example<'_>| {
        let found = example.verdicts[usize::from(sum(weights, &example.values) > 0.0)];
        if three {
            found == example.right
        } else {
            (found == Verdict::Supported) == (example.right == Verdict::Supported)
        }
    };
    examples.iter().filter(is_right).count()
}

/// The source of `weights.rs`.
fn source(weights: &Weights) -> String {
    let mut source = HEAD.to_owned();
    for (weight, name) in weights.iter().zip(NAMES) {
        // As wide as a weight with its sign, as rustfmt has it.
        let weight = format!("{weight:.2},");
        let _ = writeln!(source, "    {weight:<6} // {name}");
    }
    let bias = weights[SIGNS];
    let _ = write!(source, "];\n\n/// What stands before any sign.\npub(super) const BIAS: f64 = {bias:.2};\n");
    source
}
