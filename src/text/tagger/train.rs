//! The trainer: makes `weights.bin`.
//!
//! First teachers are trained on the treebank: the same features, a table so large that they hardly
//! share rows, no rounding. The teachers tag raw news; then the small model is trained on the treebank
//! and on the teachers' probabilities, with weights that are rounded and pulled to 0 all along
//! (straight-through estimation; L1 by soft thresholds), so that nothing is lost when they are packed.
//! The same data give the same bytes.

use super::feature::{Context, LEXICAL, LINKED, Word, around, lexical, linked};
use super::habit::Habits;
use super::model::{LARGEST, TAGS, pack};
use super::{certain, look_up};
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

/// How many teachers are asked: each errs in its own way where the treebank tells little.
const TEACHERS: u64 = 3;

/// A sentence to learn from.
#[derive(Clone)]
struct Sample {
    words: Vec<Word>,
    /// What is to be learned of each word: its tag, or how probable each tag is.
    goal: Goal,
}

#[derive(Clone)]
enum Goal {
    Tags(Vec<Tag>),
    Chances(Vec<Row>),
}

/// A number for each tag.
pub(super) type Row = [f32; TAGS];

/// Trains on a treebank in CoNLL-U (words and Penn tags) and on raw texts; gives packed weights.
#[must_use]
pub fn train(treebank: &str, news: &[String], options: Options) -> Vec<u8> {
    let gold = sentences(treebank);
    let mut samples: Vec<Sample> = Vec::new();
    for sentence in &gold {
        let words = listed(sentence.iter().map(|(word, _)| *word));
        samples.push(Sample { words, goal: Goal::Tags(sentence.iter().map(|&(_, tag)| learned(tag)).collect()) });
    }
    let teach = |random| learn(&samples, Options { rows: 1 << 18, rounds: 8, step: 0.0, pull: 0.0005 }, random);
    let teachers: Vec<_> = (1..=TEACHERS).map(teach).collect();
    let documents: Vec<Document<'_>> = news.iter().map(|text| Document::new(text)).collect();
    let habits = Habits::of(&documents);
    let silver: Vec<Sample> = documents.iter().flat_map(|document| tagged(document, &teachers, &habits)).collect();
    samples.extend(silver);
    // The treebank is surer than the teachers: it counts twice.
    samples.extend_from_within(..gold.len());
    let weights: Vec<[i8; TAGS]> =
        learn(&samples, options, 1).iter().map(|row| row.map(|weight| rounded(weight, options.step))).collect();
    pack(&weights)
}

/// The tag of that name, or the most common one for those that are too rare to be learned.
fn learned(name: &str) -> Tag {
    Tag::parse(name).filter(|&tag| (tag as usize) < TAGS).unwrap_or(Tag::NN)
}

/// A word with its Penn tag.
type Tagged<'t> = (&'t str, &'t str);

fn sentences(treebank: &str) -> Vec<Vec<Tagged<'_>>> {
    let mut sentences = vec![Vec::new()];
    for line in treebank.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        match columns[..] {
            [""] => sentences.push(Vec::new()),
            // Contracted words (3-4) and empty nodes (5.1) are no words of their own.
            [id, word, _, _, tag, ..] if id.bytes().all(|byte| byte.is_ascii_digit()) => {
                if let Some(sentence) = sentences.last_mut() {
                    sentence.push((word, tag));
                }
            }
            _ => (),
        }
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// Words as the features see them.
fn listed<'w>(sentence: impl Iterator<Item = &'w str> + Clone) -> Vec<Word> {
    let mut words = Vec::new();
    look_up(sentence.map(|surface| (surface, lexicon().id(surface))), &mut words);
    words
}

/// The sentences of a text with the probabilities that the teachers give, on average.
fn tagged(document: &Document<'_>, teachers: &[Vec<Row>], habits: &Habits) -> Vec<Sample> {
    let mut sentences = Vec::new();
    for sentence in &document.sentences {
        let mut words = listed(sentence.tokens.clone().map(|token| document.word(token)));
        for (word, token) in words.iter_mut().zip(&document.tokens[sentence.tokens.clone()]) {
            word.certain = certain(token).or(word.certain);
        }
        let mut chances = vec![[0.0; TAGS]; words.len()];
        for teacher in teachers {
            scan(&words, teacher, |at, seen| {
                let found = softmax(&seen.sums);
                chances[at].iter_mut().zip(found).for_each(|(chance, found)| *chance += found / TEACHERS as f32);
            });
        }
        for (chances, token) in chances.iter_mut().zip(sentence.tokens.clone()) {
            habits.correct(document.word(token), chances);
        }
        sentences.push(Sample { words, goal: Goal::Chances(chances) });
    }
    sentences
}

/// What is seen of a word.
struct Seen<'s> {
    lexical: &'s [u32; LEXICAL],
    linked: &'s [u32; LINKED],
    /// The sums of the lexical features alone.
    guess: &'s Row,
    /// The sums of all.
    sums: Row,
}

/// Shows each word of a sentence as `Found::tag` sees it, but those that leave no choice.
fn scan(words: &[Word], weights: &[Row], mut show: impl FnMut(usize, &Seen<'_>)) {
    let rows = weights.len() as u32;
    let features: Vec<_> = (0..words.len()).map(|at| lexical(around(words, at), rows)).collect();
    let guesses: Vec<_> = features.iter().map(|features| sums([0.0; TAGS], features, weights)).collect();
    let mut tags: Vec<_> =
        words.iter().zip(&guesses).map(|(word, sums)| word.certain.unwrap_or_else(|| best(sums))).collect();
    let mut context = Context::default();
    for (at, word) in words.iter().enumerate() {
        if word.certain.is_none() {
            context.see(tags.get(at + 1), tags.get(at + 2));
            let linked = linked(around(words, at), &context, rows);
            let sums = sums(guesses[at], &linked, weights);
            tags[at] = best(&sums);
            show(at, &Seen { lexical: &features[at], linked: &linked, guess: &guesses[at], sums });
        }
        context.pass(tags[at]);
    }
}

/// The weights while they are learned, by stochastic gradients of the cross-entropy (`AdaGrad`, one rate for a row).
struct Learner {
    options: Options,
    /// The rate of this round.
    rate: f32,
    /// The largest weight.
    limit: f32,
    weights: Vec<Row>,
    /// The same, rounded; the exact ones where none are to be.
    rounded: Vec<Row>,
    /// The squares of all errors so far, by row.
    squares: Vec<f32>,
}

impl Learner {
    fn new(options: Options) -> Self {
        let weights = vec![[0.0; TAGS]; options.rows as usize];
        let limit = if options.step > 0.0 { options.step * (f32::from(LARGEST) + 0.4) } else { f32::MAX };
        Self { options, rate: 0.0, limit, rounded: weights.clone(), weights, squares: vec![0.0; options.rows as usize] }
    }

    /// Moves the weights of features against an error.
    fn learn(&mut self, features: &[u32], errors: &Row) {
        /// Below this error, nothing is to be learned from a word.
        const GOOD: f32 = 0.03;
        if errors.iter().all(|error| error.abs() <= GOOD) {
            return;
        }
        let square: f32 = errors.iter().map(|error| error * error).sum();
        let step = self.options.step;
        for row in features.iter().map(|&row| row as usize) {
            self.squares[row] += square;
            let rate = self.rate / (self.squares[row].sqrt() + 1e-3).max(0.3).sqrt();
            for (weight, error) in self.weights[row].iter_mut().zip(errors) {
                let moved = *weight - rate * error;
                *weight = (moved.abs() - rate * self.options.pull).clamp(0.0, self.limit).copysign(moved);
            }
            let exact = &self.weights[row];
            self.rounded[row] =
                if step > 0.0 { exact.map(|weight| f32::from(rounded(weight, step)) * step) } else { *exact };
        }
    }
}

/// What is learned from a word: its features, the errors of its tag and of the guess at it.
type Step = ([u32; LEXICAL], [u32; LINKED], Row, Row);

/// Learns from samples, gone through in an order that a number decides.
fn learn(samples: &[Sample], options: Options, mut random: u64) -> Vec<Row> {
    const RATE: f32 = 0.15;
    /// How much the guess counts beside the tag itself.
    const GUESS: f32 = 0.5;
    let mut learner = Learner::new(options);
    let mut order: Vec<usize> = (0..samples.len()).collect();
    let mut errors: Vec<Step> = Vec::new();
    for turn in 0..options.rounds {
        shuffle(&mut order, &mut random);
        learner.rate = RATE * (1.0 - 0.95 * turn as f32 / (options.rounds - 1).max(1) as f32);
        for sample in order.iter().map(|&at| &samples[at]) {
            errors.clear();
            scan(&sample.words, &learner.rounded, |at, seen| {
                let mut error = [softmax(&seen.sums), softmax(seen.guess)];
                for error in &mut error {
                    match &sample.goal {
                        Goal::Tags(tags) => error[tags[at] as usize] -= 1.0,
                        Goal::Chances(chances) => {
                            error.iter_mut().zip(&chances[at]).for_each(|(error, chance)| *error -= chance);
                        }
                    }
                }
                let [all, guess] = error;
                errors.push((*seen.lexical, *seen.linked, all, guess.map(|error| error * GUESS)));
            });
            for (lexical, linked, all, guess) in &errors {
                learner.learn(lexical, all);
                learner.learn(linked, all);
                learner.learn(lexical, guess);
            }
        }
    }
    learner.weights
}

fn rounded(weight: f32, step: f32) -> i8 {
    let steps = weight / step;
    (steps + 0.5f32.copysign(steps)) as i8
}

/// Adds the weights of features to sums.
fn sums(mut sums: Row, features: &[u32], weights: &[Row]) -> Row {
    for &row in features {
        sums.iter_mut().zip(&weights[row as usize]).for_each(|(sum, weight)| *sum += weight);
    }
    sums
}

fn best(sums: &Row) -> Tag {
    Tag::ALL[(1..TAGS).fold(0, |best, tag| if sums[tag] > sums[best] { tag } else { best })]
}

fn softmax(sums: &Row) -> Row {
    let most = sums[best(sums) as usize];
    let chances = sums.map(|sum| exp(sum - most));
    let total: f32 = chances.iter().sum();
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
