//! The highlights of an article, and for each what the other reports say.

use std::cmp::Reverse;

use super::amount;
use super::sheet::{Mark, MarkKind, Passage, Tone};
use super::words;
use crate::compare::{Comparison, FigureRelation, Match, Pair, Quantity, Relation};
use crate::corpus::{Corpus, Report};
use crate::figure::{Figure, in_base};
use crate::order;
use crate::text::Span;

/// A highlight shows at most this many passages; the most pressing come first.
const MOST: usize = 24;

/// Finds what each figure and each claim of the article meets in the corpus.
pub(super) fn marks(pasted: &Report, corpus: &Corpus, comparison: &Comparison) -> Vec<Mark> {
    let text = &pasted.article.text;
    let reading = &pasted.reading;
    let mut of_figures = vec![Vec::new(); reading.figures.len()];
    for quantity in &comparison.quantities {
        for pair in &quantity.pairs {
            pair_passages(&mut of_figures, quantity, pair, pasted, corpus);
        }
    }
    let mut of_claims = vec![Vec::new(); reading.claims.len()];
    for found in &comparison.matches {
        if let (Some(of_claim), Some(passage)) = (of_claims.get_mut(found.claim as usize), match_passage(found, corpus))
        {
            of_claim.push(passage);
        }
    }
    let mut problems = vec![Vec::new(); reading.figures.len()];
    for problem in &comparison.internal {
        for &figure in &problem.figures {
            if let Some(list) = problems.get_mut(figure as usize) {
                list.push(problem.problem.clone());
            }
        }
    }
    // What a figure meets is also told of the claim around it, and the other way round; the tone is each one's own.
    let mut marks = Vec::with_capacity(reading.figures.len() + reading.claims.len());
    for (at, claim) in reading.claims.iter().enumerate() {
        let others = claim.figures.iter().filter_map(|&figure| of_figures.get(figure as usize)).flatten();
        marks.push(mark(
            MarkKind::Claim,
            claim.span,
            text,
            String::new(),
            words::said(pasted, claim.attribution, claim.stance),
            &of_claims[at],
            others,
        ));
    }
    for (at, figure) in reading.figures.iter().enumerate() {
        let claim = reading.claim_of(at as u32);
        let said = claim.map(|claim| words::said(pasted, claim.attribution, claim.stance)).unwrap_or_default();
        let home = reading.homes.get(at).copied().flatten();
        let others = home.and_then(|home| of_claims.get(home as usize)).into_iter().flatten();
        let mut mark = mark(MarkKind::Figure, figure.span, text, amount::value(figure), said, &of_figures[at], others);
        mark.problems = std::mem::take(&mut problems[at]);
        marks.push(mark);
    }
    order::sort_by_key(&mut marks, |mark| (mark.span.start, Reverse(mark.span.end), mark.kind == MarkKind::Figure));
    marks
}

/// A highlight from what was found for it, and what was found for the one in or around it.
fn mark<'p>(
    kind: MarkKind,
    span: Span,
    text: &str,
    value: String,
    said: String,
    own: &[Passage],
    others: impl Iterator<Item = &'p Passage>,
) -> Mark {
    let mut passages = own.to_vec();
    order::sort_by_key(&mut passages, |passage| passage.tone);
    let (tone, summary) = passages
        .first()
        .map_or((Tone::Alone, words::tone(Tone::Alone).to_owned()), |first| (first.tone, first.relation.clone()));
    let mut rest: Vec<Passage> = Vec::new();
    for other in others {
        let same = |told: &Passage| {
            told.outlet == other.outlet && told.published == other.published && told.sentence() == other.sentence()
        };
        if passages.len() + rest.len() < MOST && !passages.iter().chain(&rest).any(same) {
            rest.push(other.clone());
        }
    }
    order::sort_by_key(&mut rest, |passage| passage.tone);
    passages.extend(rest);
    passages.truncate(MOST);
    Mark { kind, span, text: span.of(text).to_owned(), tone, summary, value, said, passages, problems: Vec::new() }
}

impl Passage {
    fn sentence(&self) -> (&str, usize) {
        (&self.before, self.before.len() + self.hit.len() + self.after.len())
    }
}

/// Tells each of the article's figures in a pair what the other of the two says.
fn pair_passages(of_figures: &mut [Vec<Passage>], quantity: &Quantity, pair: &Pair, pasted: &Report, corpus: &Corpus) {
    let (Some(a), Some(b)) = (quantity.points.get(pair.a as usize), quantity.points.get(pair.b as usize)) else {
        return;
    };
    for (ours, theirs) in [(a, b), (b, a)] {
        if ours.article.is_some() {
            continue;
        }
        let report = match theirs.article {
            Some(article) => corpus.reports().get(article as usize),
            None => Some(pasted),
        };
        let (Some(report), Some(here)) = (report, pasted.reading.figures.get(ours.figure as usize)) else { continue };
        let Some(there) = report.reading.figures.get(theirs.figure as usize) else { continue };
        let tone = match pair.relation {
            FigureRelation::Same => Tone::Agrees,
            FigureRelation::Compatible if near(here, there) => Tone::Differs,
            FigureRelation::Compatible => Tone::Related,
            FigureRelation::Conflicting => Tone::Conflicts,
            FigureRelation::Updated => Tone::Updated,
        };
        let relation =
            words::figures(pair.relation, here.span.of(&pasted.article.text), there.span.of(&report.article.text));
        let claim = report.reading.claim_of(theirs.figure);
        let said = claim.map(|claim| words::said(report, claim.attribution, claim.stance)).unwrap_or_default();
        let mut passage = passage(report, there.span, tone, relation, said, vec![pair.reason.clone()]);
        if theirs.article.is_none() {
            words::THIS_ARTICLE.clone_into(&mut passage.outlet);
        }
        if let Some(list) = of_figures.get_mut(ours.figure as usize) {
            list.push(passage);
        }
    }
}

/// Whether two figures could be taken for one another: neither is more than half as much again as the other. That
/// "at least 1,500" leaves room for 8,000 is no news.
fn near(here: &Figure, there: &Figure) -> bool {
    let base = |figure: &Figure, value: f64| {
        figure.unit.as_deref().and_then(|unit| in_base(unit, value)).map_or(value, |(_, value)| value)
    };
    let (low, high) = if here.low <= there.low { (here, there) } else { (there, here) };
    let (below, above) = (base(low, low.high), base(high, high.low));
    above <= below || below > 0.0 && above <= below * 1.5
}

fn match_passage(found: &Match, corpus: &Corpus) -> Option<Passage> {
    let report = corpus.reports().get(found.theirs.article as usize)?;
    let tone = match found.relation {
        Relation::Supported => Tone::Agrees,
        Relation::Refuted => Tone::Conflicts,
        Relation::Differs => Tone::Differs,
        Relation::Related => Tone::Related,
    };
    claim_passage(report, found.theirs.claim, tone, words::claims(found.relation).to_owned(), found.reasons.clone())
}

/// A claim of a report in the sentence it stands in.
pub(super) fn claim_passage(
    report: &Report,
    claim: u32,
    tone: Tone,
    relation: String,
    reasons: Vec<String>,
) -> Option<Passage> {
    let claim = report.reading.claims.get(claim as usize)?;
    let said = words::said(report, claim.attribution, claim.stance);
    Some(passage(report, claim.span, tone, relation, said, reasons))
}

fn passage(
    report: &Report,
    hit: Span,
    tone: Tone,
    relation: String,
    speaker: String,
    mut reasons: Vec<String>,
) -> Passage {
    reasons.retain(|reason| !reason.is_empty());
    let text = &report.article.text;
    let sentence = sentence_around(&report.reading.sentences, hit);
    let about = &report.article.about;
    Passage {
        tone,
        relation,
        outlet: words::outlet(report),
        published: about.published.clone(),
        url: about.url.clone(),
        speaker,
        before: Span { start: sentence.start, end: hit.start }.of(text).to_owned(),
        hit: hit.of(text).to_owned(),
        after: Span { start: hit.end, end: sentence.end }.of(text).to_owned(),
        reasons,
    }
}

/// The sentence, or sentences, that a span lies in.
fn sentence_around(sentences: &[Span], hit: Span) -> Span {
    let first = sentences.partition_point(|sentence| sentence.end <= hit.start);
    let last = sentences.partition_point(|sentence| sentence.start < hit.end);
    sentences.get(first..last).unwrap_or_default().iter().fold(hit, |all, &sentence| all.to(sentence))
}
