//! The trainer of the rankers: makes `model/weights.bin`.
//!
//! Every ranker is a linear model that is trained by stochastic gradients (`AdaGrad`, averaged over the later rounds)
//! of the cross-entropy and then rounded to 15 levels. What a ranker learns of another's answers, it learns of
//! answers about articles which the other was not trained on. The same data give the same bytes.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::name::{self, Names};
use crate::text::{BlockKind, Document, Kind, Span};

use super::model::cell::prior_key;
use super::model::feature::Kept;
use super::model::found::{Found, Scratch, longest};
use super::model::said::{self, Core, Edge, NO_PIECE, Sought};
use super::model::scene::Scene;
use super::model::weights::{LARGEST, Table, UNIT, Weights};
use super::model::whose::{self, Asked};
use super::model::{first, second, start};
use super::page::Page;

/// An article to learn from.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its text.
    pub text: String,
    /// Its attributions.
    pub attributions: Vec<Gold>,
}

/// An attribution as it was annotated; a part may be missing or in pieces.
#[derive(Clone, Debug, Default)]
pub struct Gold {
    /// Who says it.
    pub source: Vec<Span>,
    /// The words that say it is said.
    pub cue: Vec<Span>,
    /// What is said.
    pub content: Vec<Span>,
}

/// How the rankers are trained.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The logarithm of the size of the table for where a cue begins.
    pub start: u32,
    /// That for its length.
    pub length: u32,
    /// That for its source.
    pub whose: u32,
    /// Those for the edges of its content.
    pub edges: [u32; 4],
    /// That of the second pass.
    pub second: u32,
    /// Parts that the articles are dealt into.
    pub parts: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { start: 16, length: 13, whose: 14, edges: [13; 4], second: 14, parts: 4 }
    }
}

/// How one ranker learns.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pace {
    pub(crate) rounds: usize,
    pub(crate) rate: f32,
}

pub(crate) const FIRST: Pace = Pace { rounds: 6, rate: 0.02 };
pub(crate) const POINTERS: Pace = Pace { rounds: 8, rate: 0.03 };
pub(crate) const SECOND: Pace = Pace { rounds: 6, rate: 0.01 };

/// The logarithm of the size of the table of priors.
const PRIORS: u32 = 17;

/// An article with all that the rankers ask of it.
pub(crate) struct Read<'p, 'd, 't> {
    pub(crate) scene: Scene<'p, 'd, 't>,
    pub(crate) gold: Vec<Aim>,
}

/// An annotated attribution in tokens, without punctuation at the ends; empty where a part is missing.
#[derive(Clone, Debug)]
pub(crate) struct Aim {
    pub(crate) cue: Range<usize>,
    pub(crate) source: Range<usize>,
    pub(crate) left: Range<usize>,
    pub(crate) right: Range<usize>,
}

/// Trains on articles; gives packed weights.
#[must_use]
pub fn train(articles: &[Article], options: Options) -> Vec<u8> {
    let documents: Vec<Document<'_>> = articles.iter().map(|article| Document::new(&article.text)).collect();
    let names: Vec<Names> = documents.iter().map(name::find).collect();
    let pages: Vec<Page<'_, '_>> = documents.iter().map(Page::new).collect();
    let golds: Vec<Vec<Aim>> = pages.iter().zip(articles).map(|(page, article)| aims(page, article)).collect();
    let inputs: Vec<Input<'_, '_, '_>> =
        (0..articles.len()).map(|at| Input { page: &pages[at], names: &names[at], gold: &golds[at] }).collect();
    let reads = read(&inputs, options);
    let mut weights = learn_all(&reads, options);
    weights.thin();
    weights.priors = priors(&inputs, |_| true);
    weights.pack()
}

/// What an article is read from.
pub(crate) struct Input<'p, 'd, 't> {
    pub(crate) page: &'p Page<'d, 't>,
    pub(crate) names: &'p Names,
    pub(crate) gold: &'p [Aim],
}

/// The annotated attributions of an article in tokens.
pub(crate) fn aims(page: &Page<'_, '_>, article: &Article) -> Vec<Aim> {
    let part = |spans: &[Span]| -> Vec<Range<usize>> {
        let tokens = spans.iter().map(|&span| trimmed(page, page.tokens_of(span)));
        tokens.filter(|tokens| !tokens.is_empty()).collect()
    };
    let aim = |gold: &Gold| {
        let cue = part(&gold.cue).first()?.clone();
        let source = part(&gold.source).first().cloned().unwrap_or(0..0);
        let content = part(&gold.content);
        let left = content.iter().rfind(|piece| piece.start < cue.start).cloned().unwrap_or(0..0);
        let right = content.iter().find(|piece| piece.start >= cue.start).cloned().unwrap_or(0..0);
        Some(Aim { cue, source, left, right })
    };
    article.attributions.iter().filter_map(aim).collect()
}

/// A range without punctuation at its ends, unless it is nothing else.
fn trimmed(page: &Page<'_, '_>, range: Range<usize>) -> Range<usize> {
    let word = |at: &usize| page.token(*at).is_some_and(|token| token.kind != Kind::Punctuation);
    match (range.clone().find(word), range.clone().rev().find(word)) {
        (Some(first), Some(last)) => first..last + 1,
        _ => range,
    }
}

/// Reads the articles, each with the priors of the parts that it is not in.
pub(crate) fn read<'p, 'd, 't>(inputs: &[Input<'p, 'd, 't>], options: Options) -> Vec<Read<'p, 'd, 't>> {
    let priors: Vec<Table> = (0..options.parts).map(|part| priors(inputs, |at| at % options.parts != part)).collect();
    let scene = |(at, input): (usize, &Input<'p, 'd, 't>)| Read {
        scene: Scene::new(input.page, input.names, &priors[at % options.parts]),
        gold: input.gold.to_vec(),
    };
    inputs.iter().enumerate().map(scene).collect()
}

/// How often words are cues.
pub(crate) fn priors(inputs: &[Input<'_, '_, '_>], keep: impl Fn(usize) -> bool) -> Table {
    let mut counts: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    let none = Table::default();
    for input in inputs.iter().enumerate().filter(|(at, _)| keep(*at)).map(|(_, input)| input) {
        let scene = Scene::new(input.page, input.names, &none);
        let tokens = &input.page.document.tokens;
        for (at, token) in tokens.iter().enumerate().filter(|&(at, _)| !is_within(input.gold, at)) {
            counts.entry(prior_key(scene.cell(at, 0).lemma, token.tag)).or_default().1 += 1;
        }
        for aim in input.gold {
            let head = scene.head(aim.cue.start);
            counts.entry(prior_key(scene.cell(head, 0).lemma, tokens[head].tag)).or_default().0 += 1;
        }
    }
    let mut levels = vec![-LARGEST; 1 << PRIORS];
    for (key, (cues, all)) in counts.into_iter().filter(|(_, (cues, _))| *cues > 0) {
        const STEPS: [u32; 11] = [10, 20, 40, 70, 120, 180, 270, 380, 500, 650, 800];
        let rate = cues * 1000 / (all + 1);
        let level = &mut levels[(key >> (32 - PRIORS)) as usize];
        *level = (*level).max(1 + STEPS.iter().filter(|&&step| rate >= step).count() as i8 - LARGEST);
    }
    Table { levels, step: 1 }
}

/// What a ranker learns from: choices between candidates.
#[derive(Debug, Default)]
pub(crate) struct Lessons {
    pub(crate) places: Vec<u32>,
    /// Where the places of each candidate end.
    pub(crate) ends: Vec<u32>,
    pub(crate) choices: Vec<Choice>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Choice {
    pub(crate) first: u32,
    pub(crate) end: u32,
    /// Which candidate is right, from the first; none of them where it is beyond.
    pub(crate) right: u32,
    pub(crate) part: u32,
}

impl Lessons {
    fn candidate(&mut self, features: &mut Kept) {
        self.places.extend(features.take());
        self.ends.push(self.places.len() as u32);
    }

    fn choice(&mut self, first: usize, right: Option<usize>, part: usize) {
        let right = right.map_or(u32::MAX, |right| right as u32);
        self.choices.push(Choice { first: first as u32, end: self.ends.len() as u32, right, part: part as u32 });
    }

    pub(crate) fn places(&self, candidate: u32) -> &[u32] {
        let start = if candidate == 0 { 0 } else { self.ends[candidate as usize - 1] };
        &self.places[start as usize..self.ends[candidate as usize] as usize]
    }
}

/// The lessons of the first pass.
#[derive(Debug, Default)]
pub(crate) struct Course {
    pub(crate) start: Lessons,
    pub(crate) length: Lessons,
    pub(crate) whose: Lessons,
    pub(crate) edges: [Lessons; 4],
}

/// Trains all rankers.
pub(crate) fn learn_all(reads: &[Read<'_, '_, '_>], options: Options) -> Weights {
    let course = course(reads, options.parts);
    let mut weights = learn_first(&course, options, |_| true);
    let found = found_apart(reads, &course, options);
    weights.second = learn(&second_lessons(reads, &found, options.parts), options.second, SECOND, true, |_| true);
    weights
}

/// Trains the rankers of the first pass.
pub(crate) fn learn_first(course: &Course, options: Options, keep: impl Fn(u32) -> bool + Copy) -> Weights {
    let mut edges =
        course.edges.iter().zip(options.edges).map(|(lessons, size)| learn(lessons, size, POINTERS, false, keep));
    Weights {
        priors: Table::default(),
        start: learn(&course.start, options.start, FIRST, true, keep),
        length: learn(&course.length, options.length, POINTERS, false, keep),
        whose: learn(&course.whose, options.whose, POINTERS, false, keep),
        edges: std::array::from_fn(|_| edges.next().unwrap_or_default()),
        second: Table::default(),
    }
}

/// What the first pass finds in each article when it is trained on the parts that the article is not in.
pub(crate) fn found_apart(reads: &[Read<'_, '_, '_>], course: &Course, options: Options) -> Vec<Vec<Found>> {
    let weights: Vec<Weights> =
        (0..options.parts).map(|part| learn_first(course, options, |other| other as usize != part)).collect();
    let mut scratch = Scratch::default();
    reads.iter().enumerate().map(|(at, read)| first(&read.scene, &weights[at % options.parts], &mut scratch)).collect()
}

/// The lessons of the first pass.
pub(crate) fn course(reads: &[Read<'_, '_, '_>], parts: usize) -> Course {
    let mut course = Course::default();
    let mut features = Kept::default();
    for (at, read) in reads.iter().enumerate() {
        let part = at % parts;
        starts(read, part, &mut course.start, &mut features);
        for aim in &read.gold {
            if aim.cue.start < read.scene.sentence_of(aim.cue.start).end {
                pointers(&read.scene, aim, part, &mut course, &mut features);
            }
        }
    }
    course
}

fn starts(read: &Read<'_, '_, '_>, part: usize, lessons: &mut Lessons, features: &mut Kept) {
    let document = read.scene.page.document;
    for sentence in &document.sentences {
        if document.block_of(sentence).kind == BlockKind::Boilerplate {
            continue;
        }
        for at in sentence.tokens.clone() {
            if !start::may_begin(&read.scene, at) || is_within(&read.gold, at) {
                continue;
            }
            let first = lessons.ends.len();
            start::features(&read.scene, at, features);
            lessons.candidate(features);
            let right = read.gold.iter().any(|aim| aim.cue.start == at).then_some(0);
            lessons.choice(first, right, part);
        }
    }
}

/// Whether a token is said: the annotators left it open whether it is a cue of somebody else's words.
fn is_within(gold: &[Aim], at: usize) -> bool {
    gold.iter().any(|aim| aim.left.contains(&at) || aim.right.contains(&at))
        && gold.iter().all(|aim| !aim.cue.contains(&at))
}

fn pointers(scene: &Scene<'_, '_, '_>, aim: &Aim, part: usize, course: &mut Course, features: &mut Kept) {
    let lessons = &mut course.length;
    let from = lessons.ends.len();
    let most = longest(scene, aim.cue.start);
    for len in 1..=most {
        start::length(scene, aim.cue.start, len, features);
        lessons.candidate(features);
    }
    lessons.choice(from, (aim.cue.len() <= most).then(|| aim.cue.len() - 1), part);

    let lessons = &mut course.whose;
    let from = lessons.ends.len();
    let mut spans = Vec::new();
    let grammar = whose::candidates(scene, &aim.cue, &mut spans);
    let asked = Asked::new(scene, &aim.cue, &grammar);
    for span in &spans {
        asked.rough(span, features);
        asked.fine(span, features);
        lessons.candidate(features);
    }
    let right = if aim.source.is_empty() { Some(0) } else { spans.iter().position(|span| *span == aim.source) };
    lessons.choice(from, right, part);

    let mut core = Core { cue: aim.cue.clone(), source: aim.source.clone(), left: 0..0 };
    let place = |range: &Range<usize>, place: usize| if range.is_empty() { NO_PIECE } else { place };
    let mut places = Vec::new();
    for (edge, known, goal) in [
        (Edge::LeftEnd, 0, place(&aim.left, aim.left.end)),
        (Edge::LeftStart, aim.left.end, aim.left.start),
        (Edge::RightStart, 0, place(&aim.right, aim.right.start)),
        (Edge::RightEnd, aim.right.start, aim.right.end),
    ] {
        if edge == Edge::RightStart {
            core.left = aim.left.clone();
        }
        if edge == Edge::LeftStart && aim.left.is_empty() || edge == Edge::RightEnd && aim.right.is_empty() {
            continue;
        }
        let lessons = &mut course.edges[edge as usize];
        let from = lessons.ends.len();
        let hint = said::candidates(scene, &core, edge, known, &mut places);
        let sought = Sought::new(scene, &core, edge, known, hint);
        for &place in &places {
            sought.features(place, features);
            lessons.candidate(features);
        }
        lessons.choice(from, places.iter().position(|&place| place == goal), part);
    }
}

/// The lessons of the second pass.
pub(crate) fn second_lessons(reads: &[Read<'_, '_, '_>], found: &[Vec<Found>], parts: usize) -> Lessons {
    let mut lessons = Lessons::default();
    let mut features = Kept::default();
    for (at, (read, found)) in reads.iter().zip(found).enumerate() {
        for index in 0..found.len() {
            let first = lessons.ends.len();
            second::features(&read.scene, found, index, &mut features);
            lessons.candidate(&mut features);
            let right = read.gold.iter().any(|aim| aim.cue == found[index].cue).then_some(0);
            lessons.choice(first, right, at % parts);
        }
    }
    lessons
}

/// Trains one ranker on the parts to keep; `none` where it may choose no candidate, which scores 0.
pub(crate) fn learn(lessons: &Lessons, size: u32, pace: Pace, none: bool, keep: impl Fn(u32) -> bool) -> Table {
    /// The weights of so many orders are averaged: what one order alone would bring is chance.
    const ORDERS: u64 = 3;
    let mut sums = vec![0f32; 1 << size];
    let usable = |choice: &&Choice| keep(choice.part) && (none || choice.right != u32::MAX);
    for seed in 1..=ORDERS {
        let mut order: Vec<Choice> = lessons.choices.iter().filter(usable).copied().collect();
        learn_in(&mut order, lessons, pace, none, seed, &mut sums);
    }
    let rounds = (pace.rounds - pace.rounds.div_ceil(2)) as f32 * ORDERS as f32;
    rounded(&sums.iter().map(|sum| sum / rounds).collect::<Vec<_>>())
}

/// Adds the weights after each of the later rounds to the sums; the order is shuffled before each round.
fn learn_in(order: &mut [Choice], lessons: &Lessons, pace: Pace, none: bool, mut random: u64, sums: &mut [f32]) {
    /// Below this error, nothing is to be learned.
    const GOOD: f32 = 1e-3;
    let shift = 32 - sums.len().trailing_zeros();
    let mut weights = vec![0f32; sums.len()];
    let mut squares = vec![0.1f32; sums.len()];
    let mut scores: Vec<f32> = Vec::new();
    for round in 0..pace.rounds {
        shuffle(order, &mut random);
        for choice in &*order {
            let candidates = choice.first..choice.end;
            let score = |candidate| -> f32 {
                lessons.places(candidate).iter().map(|&place| weights[(place >> shift) as usize]).sum()
            };
            scores.clear();
            scores.extend(candidates.clone().map(score));
            let most = scores.iter().copied().fold(if none { 0.0 } else { f32::MIN }, f32::max);
            let mut total = if none { exp(-most) } else { 0.0 };
            for score in &mut scores {
                *score = exp(*score - most);
                total += *score;
            }
            for (at, candidate) in candidates.enumerate() {
                let error = scores[at] / total - if at as u32 == choice.right { 1.0 } else { 0.0 };
                if error.abs() < GOOD {
                    continue;
                }
                for &place in lessons.places(candidate) {
                    let place = (place >> shift) as usize;
                    squares[place] += error * error;
                    weights[place] -= pace.rate * error / squares[place].sqrt();
                }
            }
        }
        if round * 2 >= pace.rounds {
            sums.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum += weight);
        }
    }
}

/// Rounds weights to levels, with the step that loses least.
fn rounded(weights: &[f32]) -> Table {
    let largest = f32::from(LARGEST);
    let level = |weight: f32, step: u8| (weight * UNIT as f32 / f32::from(step)).round().clamp(-largest, largest);
    let loss = |step: u8| -> f32 {
        let lost = weights.iter().map(|&weight| weight * UNIT as f32 - level(weight, step) * f32::from(step));
        lost.map(|lost| lost * lost).sum()
    };
    let step = (1..=u8::MAX).min_by(|&a, &b| loss(a).total_cmp(&loss(b))).unwrap_or(1);
    Table { levels: weights.iter().map(|&weight| level(weight, step) as i8).collect(), step }
}

/// e to the power of a number not above 0: `(1 + x/1024)^1024`, near enough, and the same on every machine.
fn exp(x: f32) -> f32 {
    let mut power = (1.0 + x / 1024.0).max(0.0);
    for _ in 0..10 {
        power *= power;
    }
    power
}

/// Fisher and Yates' shuffle with Knuth's generator.
fn shuffle<T>(order: &mut [T], random: &mut u64) {
    for at in (1..order.len()).rev() {
        *random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(at, (*random >> 33) as usize % (at + 1));
    }
}
