//! What a figure is said of, and for which day.
//!
//! `11,000 soldiers are now in Kursk` is said of `soldiers in Kursk`, now; `the plant employs 300 people`
//! of `people`, `the plant`, `employs`.

use chrono::NaiveDate;

use crate::date::{Date, DateKind};
use crate::figure::{Dimension, Figure};
use crate::lexicon::{Role, lexicon};
use crate::text::{Document, NounGroup, Span, Tag, Tense, VerbGroup};

use super::clause::Clause;

/// How many groups after a noun may belong to it by `of`, `in`, `from`.
const LONGEST_CHAIN: usize = 4;

/// What a figure is said of, to be read in this order: the counted noun with what is added to it,
/// then the verb, then the places of its clause. A measure has the clause's subject in its stead.
pub(super) fn subject(document: &Document<'_>, clause: &Clause, figure: &Figure, others: &[Span]) -> Vec<Span> {
    let mut parts = Vec::new();
    let groups = nouns_in(document, clause);
    let figure_tokens = document.tokens_in(figure.span);
    let verb = verb_of(document, clause, figure_tokens.start);
    let start = match figure.counted {
        Some(counted) => {
            parts.push(counted);
            document.tokens_in(counted).end
        }
        None => {
            // The subject of the verb: the noun groups before it.
            let before = verb.map_or(figure_tokens.start, |verb| verb.tokens.start);
            if let Some(noun) = first_chain(document, groups, clause.tokens.start, before)
                && !noun.overlaps(figure.span)
            {
                parts.push(noun);
            }
            figure_tokens.end
        }
    };
    let passive_or_active_verb = verb.filter(|verb| tells(document, verb));
    let chain_end = chain(document, groups, start, clause.tokens.end);
    let added = document.span(start..chain_end);
    let verb_before_figure = passive_or_active_verb.filter(|verb| verb.tokens.start < figure_tokens.start);
    let verb_after_figure = passive_or_active_verb.filter(|verb| verb.tokens.start >= figure_tokens.start);
    if let Some(verb) = verb_before_figure {
        // `Russia has lost 300 tanks`: who did it belongs to it.
        if figure.counted.is_some()
            && let Some(noun) = first_chain(document, groups, clause.tokens.start, verb.tokens.start)
        {
            parts.push(noun);
        }
        parts.push(document.span(verb.head..verb.head + 1));
    }
    if chain_end > start && !others.iter().any(|other| other.overlaps(added)) {
        parts.push(added);
    }
    if let Some(verb) = verb_after_figure {
        parts.push(document.span(verb.head..verb.head + 1));
    }
    for place in places(document, groups, clause, chain_end.max(start)) {
        if !parts.iter().any(|part| part.overlaps(place)) && !others.iter().any(|other| other.overlaps(place)) {
            parts.push(place);
        }
    }
    parts
}

/// The noun groups of a clause.
fn nouns_in<'d>(document: &'d Document<'_>, clause: &Clause) -> &'d [NounGroup] {
    let from = document.noun_groups.partition_point(|group| group.tokens.start < clause.tokens.start);
    let to = document.noun_groups.partition_point(|group| group.tokens.start < clause.tokens.end);
    document.noun_groups.get(from..to).unwrap_or_default()
}

/// The finite verb that a figure belongs to: the last before it, or else the first after it.
fn verb_of<'d>(document: &'d Document<'_>, clause: &Clause, figure: usize) -> Option<&'d VerbGroup> {
    let from = document.verb_groups.partition_point(|group| group.tokens.start < clause.tokens.start);
    let to = document.verb_groups.partition_point(|group| group.tokens.start < clause.tokens.end);
    let verbs = document.verb_groups.get(from..to)?;
    let at = verbs.partition_point(|group| group.tokens.start < figure);
    let finite = |group: &&VerbGroup| group.tense != Tense::NonFinite;
    // A look-back of a constant number of groups: the figure's own verb is near.
    verbs[..at].iter().rev().take(8).find(finite).or_else(|| verbs[at..].iter().take(8).find(finite))
}

/// Whether a verb says what happens: not `is`, `has`, `does`.
fn tells(document: &Document<'_>, verb: &VerbGroup) -> bool {
    !document.tokens.get(verb.head).is_some_and(|token| lexicon().has_role(token.word, Role::Empty))
}

/// The first noun group between two tokens with its complements, as one span.
fn first_chain(document: &Document<'_>, groups: &[NounGroup], from: usize, to: usize) -> Option<Span> {
    let first = groups.iter().find(|group| group.tokens.start >= from && group.tokens.end <= to)?;
    let end = chain(document, groups, first.tokens.end, to);
    Some(document.span(first.tokens.start..end.max(first.tokens.end)))
}

/// Where the chain of complements ends that goes on at `start`: `of the army`, `in Russia's Kursk region`.
fn chain(document: &Document<'_>, groups: &[NounGroup], start: usize, limit: usize) -> usize {
    let mut end = start;
    let mut next = groups.partition_point(|group| group.tokens.start < start);
    for _ in 0..LONGEST_CHAIN {
        let Some(group) = groups.get(next) else { break };
        let links = document.tokens.get(end).is_some_and(|token| token.tag == Tag::IN || token.tag == Tag::TO);
        let owned = group.tokens.start == end && document.tokens.get(end).is_some_and(|token| token.tag == Tag::POS);
        if !(owned || (links && group.tokens.start == end + 1)) || group.tokens.end > limit {
            break;
        }
        end = group.tokens.end;
        next += 1;
    }
    end
}

/// The phrases of place after a token: `in`, `across`, `near` with their noun groups.
fn places(document: &Document<'_>, groups: &[NounGroup], clause: &Clause, from: usize) -> Vec<Span> {
    const MOST: usize = 3;
    const REACH: usize = 40;
    let mut found = Vec::new();
    let mut at = from;
    let limit = clause.tokens.end.min(from + REACH);
    while at < limit && found.len() < MOST {
        let is_place = document.tokens.get(at).is_some_and(|token| lexicon().has_role(token.word, Role::Places));
        if is_place {
            let end = chain(document, groups, at, limit);
            if end > at + 1 {
                found.push(document.span(at..end));
                at = end;
                continue;
            }
        }
        at += 1;
    }
    found
}

/// The first day of what a clause holds for: its own date that is nearest to the figure, else the
/// day on which it was said, else the day it was published.
pub(super) fn as_of(
    figure: &Figure,
    own: &[Date],
    said: Option<NaiveDate>,
    published: Option<NaiveDate>,
) -> Option<String> {
    let distance = |date: &Date| {
        if date.span.start >= figure.span.end {
            date.span.start - figure.span.end
        } else {
            figure.span.start.saturating_sub(date.span.end)
        }
    };
    let nearest = own
        .iter()
        .filter(|date| matches!(date.kind, DateKind::Date | DateKind::Time) && !date.span.overlaps(figure.span))
        .filter(|date| figure.dimension == Dimension::Duration || date.days().is_some() || date.value == "PRESENT_REF")
        .min_by_key(|date| distance(date));
    let day = match nearest {
        Some(date) => date.days().map(|(first, _)| first).or(said).or(published),
        None => said.or(published),
    };
    day.map(|day| day.to_string())
}
