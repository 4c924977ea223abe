//! Claims: checkable clauses with stance, polarity and certainty; the subject and date of each figure.

mod clause;
mod day;
mod phrase;
mod predicate;
mod relative;
mod setting;
mod subject;
mod voice;
mod weight;

use chrono::NaiveDate;

use crate::attribution::{Attribution, Stance};
use crate::date::{Date, DateKind};
use crate::figure::{Dimension, Figure};
use crate::lexicon::{Role, WordId, lexicon, word};
use crate::name::{Name, Names};
use crate::order;
use crate::text::{BlockKind, Document, Kind, Span, Tense, VerbGroup};

use clause::Clause;
use predicate::verbs;
use setting::Signs;
use voice::Voices;

/// The most entities that a claim lists: enough for any sentence that a person wrote.
const MOST_ENTITIES: usize = 16;

/// Fewer of something are hardly a figure to check: `two honest men`.
const FEW: f64 = 10.0;

/// The most figures of one clause whose subject and date are told.
const MOST_FIGURES: usize = 32;

/// A checkable statement: the smallest clause that makes sense alone.
#[derive(Clone, PartialEq, Debug)]
pub struct Claim {
    /// Where it stands.
    pub span: Span,
    /// The innermost attribution it stands in; `None` for the outlet's own voice.
    pub attribution: Option<u32>,
    /// How it is put.
    pub stance: Stance,
    /// Whether it is held not to be so: negated in its own words, or denied by who speaks.
    pub polarity: Polarity,
    /// How sure it is, or whether it is yet to come.
    pub certainty: Certainty,
    /// The figures in it.
    pub figures: Vec<u32>,
    /// The dates in it.
    pub dates: Vec<u32>,
    /// The entities named in it, in order, none twice.
    pub entities: Vec<u32>,
    /// How much it is worth checking, from 0 to 1.
    pub checkworthy: f32,
}

/// Polarity (`FactBank`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Polarity {
    Affirmed,
    Negated,
}

impl Polarity {
    /// The other one.
    fn other(self) -> Self {
        if self == Self::Affirmed { Self::Negated } else { Self::Affirmed }
    }
}

/// Certainty (`FactBank`), and the future.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Certainty {
    Certain,
    Probable,
    Possible,
    Future,
}

/// What the stages before found in a document.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'f> {
    /// Its dates.
    pub dates: &'f [Date],
    /// Its names.
    pub names: &'f Names,
    /// Its attributions.
    pub attributions: &'f [Attribution],
    /// The day it was published, given or guessed.
    pub published: Option<NaiveDate>,
}

/// Finds the claims of a document, in order, and tells each figure its subject and date.
#[must_use]
pub fn find(document: &Document<'_>, facts: Facts<'_>, figures: &mut [Figure]) -> Vec<Claim> {
    let voices = Voices::new(document, facts.attributions);
    let told = told(document, facts.attributions, &voices);
    let mut claims = Vec::with_capacity(document.sentences.len());
    let mut clauses = Vec::new();
    for sentence in &document.sentences {
        let kind = document.block_of(sentence).kind;
        if kind == BlockKind::Boilerplate {
            continue;
        }
        clauses.clear();
        clause::cut(document, &voices, sentence, &mut clauses);
        let mut open = within(figures, sentence.span, |figure| figure.span);
        open.truncate(MOST_FIGURES);
        for clause in &clauses {
            let claim = read(document, facts, &voices, &voiced(document, clause, &told), figures);
            tell_figures(document, facts, clause, &claim.0, figures);
            open.retain(|figure| !claim.0.figures.contains(figure));
            if states(&claim.0, claim.1, kind) {
                claims.push(claim.0);
            }
        }
        // `A survey of 1,200 voters found that ...`: a figure of who says it.
        if !open.is_empty() {
            let whole = Clause::new(sentence.tokens.clone(), None);
            let (mut claim, _) = read(document, facts, &voices, &whole, figures);
            claim.figures = open;
            tell_figures(document, facts, &whole, &claim, figures);
        }
    }
    claims
}

/// The attributions whose content is no statement, by the first token of their cue, in order.
fn told(document: &Document<'_>, attributions: &[Attribution], voices: &Voices) -> Vec<(usize, u32)> {
    let mut told: Vec<(usize, u32)> = (0..)
        .zip(attributions)
        .filter(|&(index, _)| !voices.states(index))
        .filter_map(|(index, attribution)| Some((document.tokens_in(attribution.cue?).start, index)))
        .collect();
    order::sort(&mut told);
    told
}

/// A clause with the attribution that its verb makes: `the union vowed to strike`.
fn voiced(document: &Document<'_>, clause: &Clause, told: &[(usize, u32)]) -> Clause {
    let at = told.partition_point(|&(cue, _)| cue < clause.tokens.start);
    let own = told
        .get(at)
        .filter(|(cue, _)| clause.tokens.contains(cue))
        .filter(|(cue, _)| clause.verb(document).is_none_or(|verb| *cue <= verb.head))
        .map(|&(_, index)| index);
    Clause { attribution: own.or(clause.attribution), ..clause.clone() }
}

/// Whether a clause states something: it has a predicate, or at least a figure or, in a title, names.
fn states(claim: &Claim, signs: Signs, kind: BlockKind) -> bool {
    match kind {
        BlockKind::Boilerplate => false,
        // A caption tells what is seen; only its figures can be checked.
        BlockKind::Caption => !claim.figures.is_empty(),
        BlockKind::Headline => signs.finite || !claim.figures.is_empty() || claim.entities.len() > 1,
        BlockKind::Body => signs.finite || !claim.figures.is_empty(),
    }
}

/// Reads one clause as a claim.
fn read(
    document: &Document<'_>,
    facts: Facts<'_>,
    voices: &Voices,
    clause: &Clause,
    figures: &[Figure],
) -> (Claim, Signs) {
    let span = document.span(clause.tokens.clone());
    let mut signs = Signs::of(document, clause);
    let attribution = clause.attribution.and_then(|index| facts.attributions.get(index as usize));
    if let Some(cue) = attribution.and_then(|attribution| attribution.cue) {
        signs.add_cue(document, cue);
    }
    let mut polarity = signs.polarity();
    let mut certainty = signs.certainty();
    let mut stance = Stance::Asserted;
    if let Some(attribution) = attribution {
        let told = clause.attribution.is_some_and(|index| voices.states(index));
        stance = attribution.stance;
        if told && is_untrue(document, attribution) {
            stance = Stance::Denied;
        }
        polarity = match stance {
            // `denied the charge`, `has not denied the charge`: nothing else can be negated in it.
            Stance::Denied if !told => Polarity::Negated,
            Stance::Denied if !attribution.negated => polarity.other(),
            // `does not expect it to fall`
            Stance::Estimated if told && attribution.negated => polarity.other(),
            _ => polarity,
        };
        if stance == Stance::Denied && attribution.negated && !told {
            polarity = Polarity::Affirmed;
        }
        // `has not confirmed that`, `did not say whether`: neither affirmed nor denied.
        let open = told && stance != Stance::Estimated || matches!(stance, Stance::Confirmed | Stance::Denied);
        // `cannot confirm the reports that`: what the reports say is left open, too.
        let within = attribution.within.and_then(|index| facts.attributions.get(index as usize));
        let unconfirmed = within.is_some_and(|outer| outer.negated && outer.stance == Stance::Confirmed);
        if attribution.negated && open || unconfirmed {
            stance = Stance::Asked;
            if told && certainty == Certainty::Certain {
                certainty = Certainty::Possible;
            }
        }
    }
    let mut claim = Claim {
        span,
        attribution: clause.attribution,
        stance,
        polarity,
        certainty,
        figures: within(figures, span, |figure| figure.span),
        dates: within(facts.dates, span, |date| date.span),
        entities: entities(facts.names, span),
        checkworthy: 0.0,
    };
    if !clause.aside.is_empty() {
        let aside = document.span(clause.aside.clone());
        claim.figures.retain(|&figure| !aside.contains(figures[figure as usize].span));
        claim.dates.retain(|&date| !aside.contains(facts.dates[date as usize].span));
    }
    let known_speaker = attribution.is_some_and(|attribution| attribution.speaker.is_some());
    let told = figures.get(claim.figures.first().map_or(0, |&first| first as usize)..).unwrap_or_default();
    signs.counts =
        told.iter().take(claim.figures.len()).any(|figure| figure.dimension != Dimension::Count || figure.high >= FEW);
    claim.checkworthy = weight::weigh(&claim, signs, known_speaker);
    (claim, signs)
}

/// Whether the outlet says that a statement is none: `the rumour that S | is false`, `rejected | the claim that S`.
fn is_untrue(document: &Document<'_>, attribution: &Attribution) -> bool {
    const NEAR: usize = 3;
    let (Some(cue), Some(content)) = (attribution.cue, attribution.content.last()) else { return false };
    let (cue, end) = (document.tokens_in(cue), document.tokens_in(*content).end);
    let words = lexicon();
    let named = document.tokens.get(cue.start).is_some_and(|token| token.tag.is_noun());
    let denied = |at: usize| {
        document.tokens.get(at).is_some_and(|token| {
            let verb = words.form(token.word).verb;
            token.tag.is_verb()
                && words.reporting().verb(verb, |_| WordId::NONE).is_some_and(|(_, word)| word.stance == Stance::Denied)
        })
    };
    let untrue = |verb: &VerbGroup| {
        let end = verb.tokens.end;
        document.tokens.get(end..end + NEAR.min(document.tokens.len().saturating_sub(end))).is_some_and(|behind| {
            behind.iter().take_while(|token| token.kind == Kind::Word).any(|token| {
                words.has_role(token.word, Role::Untrue) && !verb.negated || verb.negated && token.word == word::TRUE
            })
        })
    };
    named
        && ((cue.start.saturating_sub(NEAR)..cue.start).any(denied)
            || document.verb_group_at(end).is_some_and(|verb| verb.tokens.start == end && untrue(verb)))
}

/// The indices of those in a sorted list that lie in a span.
fn within<T>(all: &[T], span: Span, of: impl Fn(&T) -> Span) -> Vec<u32> {
    let from = all.partition_point(|one| of(one).start < span.start);
    all[from..]
        .iter()
        .enumerate()
        .take_while(|(_, one)| of(one).start < span.end)
        .filter(|(_, one)| of(one).end <= span.end)
        .map(|(at, _)| (from + at) as u32)
        .collect()
}

/// The entities that a span names or refers to, in order, none twice.
fn entities(names: &Names, span: Span) -> Vec<u32> {
    let inside = |all: &[Name]| all.partition_point(|name| name.span.start < span.start);
    let mut mentions = names.mentions[inside(&names.mentions)..].iter().peekable();
    let mut references = names.references[inside(&names.references)..].iter().peekable();
    let mut entities: Vec<u32> = Vec::new();
    while entities.len() < MOST_ENTITIES {
        let starts = |name: Option<&&Name>| name.map_or(u32::MAX, |name| name.span.start);
        let next =
            if starts(references.peek()) < starts(mentions.peek()) { references.next() } else { mentions.next() };
        let Some(name) = next.filter(|name| name.span.start < span.end) else { break };
        if name.span.end <= span.end && !entities.contains(&name.entity) {
            entities.push(name.entity);
        }
    }
    entities
}

/// Sets the subject and the date of the figures of a claim.
fn tell_figures(document: &Document<'_>, facts: Facts<'_>, clause: &Clause, claim: &Claim, figures: &mut [Figure]) {
    let (Some(&first), Some(&last)) = (claim.figures.first(), claim.figures.last()) else { return };
    if last as usize >= figures.len() {
        return;
    }
    let (earlier, own) = figures[..=last as usize].split_at_mut(first as usize);
    let dates: Vec<&Date> = claim.dates.iter().filter_map(|&date| facts.dates.get(date as usize)).collect();
    // A clause with very many figures is a table or a trap; the dates and subjects of its later ones stay open.
    let most = own.len().min(MOST_FIGURES);
    let spans: Vec<Span> = own[..most].iter().map(|figure| figure.span).collect();
    let said = said_on(document, facts, clause, &claim.dates);
    // What stands before `who` is told by the clause around.
    let from = document.span(clause.from..clause.from + 1).start;
    let mut taken = spans.clone();
    taken.extend(dates.iter().filter(|date| date.kind != DateKind::Duration).map(|date| date.span));
    for at in 0..most {
        if !claim.figures.contains(&(first + at as u32)) || own[at].span.start < from {
            continue;
        }
        let (before, rest) = own.split_at_mut(at);
        let Some(figure) = rest.first_mut() else { break };
        let here = |other: &&Figure| document.sentence_at(other.span.start) == document.sentence_at(figure.span.start);
        let previous = before.last().or_else(|| earlier.last().filter(here));
        // An empty span stands for the figure itself.
        taken[at] = Span::default();
        figure.subject = subject::subject(document, clause, figure, previous, &taken);
        taken[at] = spans[at];
        figure.as_of = day::as_of(document, figure, &dates, &spans, said, facts.published);
    }
}

/// The day on which a clause was said: a date beside its cue, that stands in no content and in no clause of its own.
fn said_on(document: &Document<'_>, facts: Facts<'_>, clause: &Clause, own: &[u32]) -> Option<NaiveDate> {
    let attribution = facts.attributions.get(clause.attribution? as usize)?;
    let cue = attribution.cue?;
    let cue_tokens = document.tokens_in(cue);
    let sentence = document.sentences.get(document.sentence_at(cue.start))?;
    let beside = |date: &&Date| {
        let tokens = document.tokens_in(date.span);
        let (from, to) = if tokens.start >= cue_tokens.end {
            (cue_tokens.end, tokens.start)
        } else {
            (tokens.end, cue_tokens.start)
        };
        let speaks = |verb: &VerbGroup| verb.tense != Tense::NonFinite;
        // `Ann Lee, who joined in March, said`
        let source = attribution.source.map_or(tokens.start, |source| document.tokens_in(source).start);
        let relative = tokens.end <= cue_tokens.start
            && verbs(document, source.min(tokens.start)..tokens.start).iter().any(speaks);
        !relative
            && !verbs(document, from..to).iter().any(speaks)
            && !attribution.content.iter().any(|content| content.overlaps(date.span))
            && date.days().is_some_and(|(first, last)| (last - first).num_days() < 32)
    };
    within(facts.dates, sentence.span, |date| date.span)
        .into_iter()
        .take(MOST_FIGURES)
        .filter(|date| !own.contains(date))
        .filter_map(|date| facts.dates.get(date as usize))
        .filter(|date| date.kind != DateKind::Duration && date.kind != DateKind::Set)
        .filter(beside)
        .min_by_key(|date| date.span.start.abs_diff(cue.end))
        .and_then(Date::days)
        .map(|(first, _)| first)
}
