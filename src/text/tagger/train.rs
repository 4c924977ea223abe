//! The trainer: makes `weights.bin`.
//!
//! First a teacher is trained on the treebank: the same features, a table so large that they hardly
//! share rows, no rounding. The teacher tags raw news; then the small model is trained on the treebank
//! and on the teacher's probabilities, with weights that are rounded and pulled to 0 all along
//! (straight-through estimation; L1 by soft thresholds), so that nothing is lost when they are packed.
//! The same data give the same bytes.

use std::collections::BTreeMap;

use super::feature::{Context, FEATURES, Word, scan};
use super::look_up;
use super::model::{CLASSES, LARGEST, pack};
use crate::lexicon::lexicon;
use crate::text::{Document, Tag};

/// How the small model is trained.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The rows of the table.
    pub rows: u32,
    /// How often all data are gone through.
    pub rounds: u32,
    /// What a weight of 1 stands for: larger is smaller in bytes and coarser.
    pub step: f32,
    /// How strongly weights are pulled to 0.
    pub pull: f32,
}

impl Default for Options {
    fn default() -> Self {
        Self { rows: 40_000, rounds: 10, step: 0.7, pull: 0.003 }
    }
}

/// A sentence to learn from.
#[derive(Clone)]
struct Sample {
    words: Vec<Word>,
    /// What is to be learned of each word: a class, or how probable each class is.
    goal: Goal,
}

#[derive(Clone)]
enum Goal {
    Classes(Vec<u32>),
    Chances(Vec<[f32; CLASSES]>),
}

/// Trains on a treebank in CoNLL-U (words, universal tags and Penn tags) and on raw texts; gives packed weights.
#[must_use]
pub fn train(treebank: &str, news: &[String], options: Options) -> Vec<u8> {
    let gold = sentences(treebank);
    let classes = classes(&gold);
    let mut samples: Vec<Sample> = Vec::new();
    for sentence in &gold {
        let words = listed(sentence.iter().map(|(word, ..)| *word));
        let goal = Goal::Classes(sentence.iter().map(|word| class_of(&classes, word)).collect());
        samples.push(Sample { words, goal });
    }
    let tags: Vec<Tag> = classes.iter().filter_map(|(tag, _)| Tag::parse(tag)).collect();
    let teacher = learn(&samples, &tags, Options { rows: 1 << 18, rounds: 8, step: 0.0, pull: 0.0005 });
    let silver: Vec<Sample> = news.iter().flat_map(|text| tagged(text, &teacher, &tags)).collect();
    samples.extend(silver);
    // The treebank is surer than the teacher: it counts twice.
    samples.extend_from_within(..gold.len());
    let weights: Vec<[i8; CLASSES]> =
        learn(&samples, &tags, options).iter().map(|row| row.map(|weight| rounded(weight, options.step))).collect();
    pack(&classes.iter().map(|(tag, universal)| format!("{tag}|{universal}")).collect::<Vec<_>>(), &weights)
}

/// A word with its Penn tag and its universal one.
type Tagged<'t> = (&'t str, &'t str, &'t str);

fn sentences(treebank: &str) -> Vec<Vec<Tagged<'_>>> {
    let mut sentences = vec![Vec::new()];
    for line in treebank.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        match columns[..] {
            [""] => sentences.push(Vec::new()),
            // Contracted words (3-4) and empty nodes (5.1) are no words of their own.
            [id, word, _, universal, tag, ..] if id.bytes().all(|byte| byte.is_ascii_digit()) => {
                if let Some(sentence) = sentences.last_mut() {
                    sentence.push((word, tag, universal));
                }
            }
            _ => (),
        }
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// The pairs of tags that are common enough to be learned, the most common first.
fn classes<'t>(gold: &[Vec<Tagged<'t>>]) -> Vec<(&'t str, &'t str)> {
    const COMMON: usize = 60;
    const RARE: usize = 10;
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for &(_, tag, universal) in gold.iter().flatten() {
        *counts.entry((tag, universal)).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().filter(|((tag, _), _)| Tag::parse(tag).is_some()).collect();
    counts.sort_by_key(|&(pair, count)| (std::cmp::Reverse(count), pair));
    let mut classes: Vec<(&str, &str)> = Vec::new();
    for (pair, count) in counts {
        let new = !classes.iter().any(|class| class.0 == pair.0);
        if (count >= COMMON || (new && count >= RARE)) && classes.len() < CLASSES {
            classes.push(pair);
        }
    }
    classes
}

fn class_of(classes: &[(&str, &str)], &(_, tag, universal): &Tagged<'_>) -> u32 {
    let exact = classes.iter().position(|&class| class == (tag, universal));
    exact.or_else(|| classes.iter().position(|class| class.0 == tag)).unwrap_or(0) as u32
}

/// Words as the features see them.
fn listed<'w>(sentence: impl Iterator<Item = &'w str> + Clone) -> Vec<Word> {
    let mut words = Vec::new();
    look_up(sentence.map(|surface| (surface, lexicon().id(surface))), &mut words);
    words
}

/// The sentences of a text with the probabilities that a teacher gives.
fn tagged(text: &str, teacher: &[[f32; CLASSES]], tags: &[Tag]) -> Vec<Sample> {
    let count = tags.len();
    let document = Document::new(text);
    let sentences = document.sentences.iter().map(|sentence| {
        let words: Vec<Word> = listed(sentence.tokens.clone().map(|token| document.word(token)));
        let mut chances = Vec::with_capacity(words.len());
        scan(&words, |_, context| {
            let sums = sums(context, teacher);
            chances.push(softmax(&sums, count));
            let class = best(&sums, count);
            (class, tags[class as usize])
        });
        Sample { words, goal: Goal::Chances(chances) }
    });
    sentences.collect()
}

/// Learns by stochastic gradients of the cross-entropy (`AdaGrad`, one rate for a row).
fn learn(samples: &[Sample], tags: &[Tag], options: Options) -> Vec<[f32; CLASSES]> {
    let count = tags.len();
    const RATE: f32 = 0.15;
    /// Below this error, nothing is to be learned from a word.
    const GOOD: f32 = 0.03;
    let round = options.step > 0.0;
    let limit = if round { options.step * (f32::from(LARGEST) + 0.4) } else { f32::MAX };
    let mut weights = vec![[0f32; CLASSES]; options.rows as usize];
    let mut rounded_weights = if round { weights.clone() } else { Vec::new() };
    let mut gradients = vec![0f32; options.rows as usize];
    let mut order: Vec<usize> = (0..samples.len()).collect();
    let mut random = 1u64;
    for turn in 0..options.rounds {
        shuffle(&mut order, &mut random);
        let rate = RATE * (1.0 - 0.95 * turn as f32 / (options.rounds - 1).max(1) as f32);
        for sample in order.iter().map(|&at| &samples[at]) {
            scan(&sample.words, |at, context| {
                let sums = sums(context, if round { &rounded_weights } else { &weights });
                let mut errors = softmax(&sums, count);
                match &sample.goal {
                    Goal::Classes(classes) => errors[classes[at] as usize] -= 1.0,
                    Goal::Chances(chances) => {
                        errors.iter_mut().zip(&chances[at]).for_each(|(error, chance)| *error -= chance);
                    }
                }
                if errors.iter().any(|error| error.abs() > GOOD) {
                    let square: f32 = errors.iter().map(|error| error * error).sum();
                    for row in context.rows(options.rows) {
                        let row = row as usize;
                        gradients[row] += square;
                        let rate = rate / (gradients[row].sqrt() + 1e-3).max(0.3).sqrt();
                        for (weight, error) in weights[row].iter_mut().zip(&errors) {
                            let moved = *weight - rate * error;
                            *weight = (moved.abs() - rate * options.pull).clamp(0.0, limit).copysign(moved);
                        }
                        if round {
                            rounded_weights[row] =
                                weights[row].map(|weight| f32::from(rounded(weight, options.step)) * options.step);
                        }
                    }
                }
                let class = best(&sums, count);
                (class, tags[class as usize])
            });
        }
    }
    weights
}

fn rounded(weight: f32, step: f32) -> i8 {
    let steps = weight / step;
    (steps + 0.5f32.copysign(steps)) as i8
}

fn sums(context: &Context, weights: &[[f32; CLASSES]]) -> [f32; CLASSES] {
    let rows: [u32; FEATURES] = context.rows(weights.len() as u32);
    let mut sums = [0.0; CLASSES];
    for row in rows {
        sums.iter_mut().zip(&weights[row as usize]).for_each(|(sum, weight)| *sum += weight);
    }
    sums
}

fn best(sums: &[f32; CLASSES], count: usize) -> u32 {
    (1..count).fold(0, |best, class| if sums[class] > sums[best] { class } else { best }) as u32
}

fn softmax(sums: &[f32; CLASSES], count: usize) -> [f32; CLASSES] {
    let most = sums[best(sums, count) as usize];
    let mut chances = [0.0; CLASSES];
    let mut total = 0.0;
    for class in 0..count {
        chances[class] = exp(sums[class] - most);
        total += chances[class];
    }
    chances.map(|chance| chance / total)
}

/// e to the power of a number below 0: `(1 + x/1024)^1024`, near enough, and the same on every machine.
fn exp(x: f32) -> f32 {
    let mut power = (1.0 + x / 1024.0).max(0.0);
    for _ in 0..10 {
        power *= power;
    }
    power
}

/// Fisher and Yates' shuffle with Knuth's generator.
fn shuffle(order: &mut [usize], random: &mut u64) {
    for at in (1..order.len()).rev() {
        *random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(at, (*random >> 33) as usize % (at + 1));
    }
}
