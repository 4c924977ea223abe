//! Relative clauses that add a fact of their own: `Ann Lee, who left in May, was fined`.

use std::ops::Range;

use crate::lexicon::{Role, WordId, lexicon, word};
use crate::text::{Case, Document, Kind, Tag, Tense, Token};

use super::clause::{Clause, trim};
use super::predicate::{has_predicate, is_finite_at, verbs};

/// The longest relative clause, and the longest phrase it can belong to, in tokens.
const LONGEST: usize = 60;
const LONGEST_CHAIN: usize = 4;

/// A relative clause found in a clause.
pub(super) struct Found {
    /// It, with what it is said of.
    pub(super) clause: Clause,
    /// Where the clause around it ends without it.
    pub(super) main_end: usize,
    /// Its tokens where it stands inside the clause around it; or empty.
    pub(super) aside: Range<usize>,
}

/// The first relative clause behind a comma.
pub(super) fn of(document: &Document<'_>, clause: &Clause) -> Option<Found> {
    let tokens = clause.tokens.clone();
    let tag = |at: usize| document.tokens.get(at).filter(|_| at < tokens.end).map(|token| token.tag);
    let comma = |at: usize| document.tokens.get(at).is_some_and(|token| token.is_mark(','));
    for at in tokens.start + 1..tokens.end {
        if !comma(at) {
            continue;
        }
        let Some(pronoun) = pronoun(document, at + 1, tokens.end) else { continue };
        let Some(start) = antecedent(document, tokens.start, at) else { continue };
        let verb = verbs(document, pronoun + 1..tokens.end.min(pronoun + 12))
            .iter()
            .find(|verb| verb.tense != Tense::NonFinite)?;
        // It ends where the main clause goes on: `, who left, | said`, `, who left, | and went`.
        let goes_on = |at: usize| {
            let joined = at + usize::from(tag(at) == Some(Tag::CC));
            let next = joined + usize::from(tag(joined) == Some(Tag::RB));
            is_finite_at(document, joined)
                || is_finite_at(document, next)
                || matches!(tag(at), Some(Tag::VBG | Tag::IN))
        };
        let stated = has_predicate(document, tokens.start..at);
        let limit = tokens.end.min(at + LONGEST);
        let close = (verb.tokens.end..limit).find(|&at| comma(at) && goes_on(at + 1));
        let (end, main_end) = match close {
            Some(close) => (close, tokens.end),
            None if stated && limit == tokens.end => (tokens.end, at),
            None => return None,
        };
        let whole = trim(document, start..end);
        let told = Clause { from: pronoun + 1, ..Clause::new(whole, clause.attribution) };
        let aside = if close.is_some() { at..end } else { main_end..main_end };
        return Some(Found { clause: told, main_end, aside });
    }
    None
}

/// The relative pronoun that a clause begins with: `who`, `of which`, `three of whom`.
fn pronoun(document: &Document<'_>, at: usize, end: usize) -> Option<usize> {
    const REACH: usize = 4;
    let word = |at: usize| document.tokens.get(at).map_or(WordId::NONE, |token| token.word);
    // Not the World Health Organization.
    let small = |at: usize| document.tokens.get(at).is_some_and(|token| token.case != Case::Upper);
    let is_pronoun = |at: usize| matches!(word(at), word::WHICH | word::WHO | word::WHOM | word::WHOSE) && small(at);
    if is_pronoun(at) || word(at) == word::WHERE {
        return Some(at).filter(|&at| at < end);
    }
    (at + 1..end.min(at + REACH)).find(|&at| is_pronoun(at)).filter(|&pronoun| {
        document.tokens.get(pronoun - 1).is_some_and(|before| before.tag == Tag::IN)
            && (at..pronoun).all(|at| {
                document.tokens.get(at).is_some_and(|token| {
                    matches!(token.tag, Tag::IN | Tag::CD | Tag::DT | Tag::JJ | Tag::JJS | Tag::RB)
                })
            })
    })
}

/// Where the phrase begins that a relative clause belongs to, the one before the comma.
fn antecedent(document: &Document<'_>, floor: usize, comma: usize) -> Option<usize> {
    let ending = |end: usize| {
        let group = document.noun_group_at(end.checked_sub(1)?)?;
        (group.tokens.end == end && group.tokens.start >= floor).then_some(group)
    };
    let word = |at: usize| document.tokens.get(at).map_or(WordId::NONE, |token| token.word);
    let tag = |at: usize| document.tokens.get(at).map(|token| token.tag);
    let mut group = ending(comma)?;
    let is_time = |token: &Token| lexicon().has_role(token.word, Role::Time) || token.kind == Kind::Number;
    if document.tokens.get(group.head).is_some_and(is_time) {
        // `a launch in 2034, which`
        let before = group.tokens.start.checked_sub(1).filter(|&before| tag(before) == Some(Tag::IN))?;
        group = ending(before)?;
    }
    let mut start = group.tokens.start;
    for _ in 0..LONGEST_CHAIN {
        let joint = if tag(start) == Some(Tag::POS) { start } else { start.saturating_sub(1) };
        let Some(before) = ending(joint) else { break };
        // `40 tonnes of tents and blankets, of which`
        let listed = tag(joint) == Some(Tag::CC) && word(before.tokens.start.wrapping_sub(1)) == word::OF;
        if joint != start && !listed && word(joint) != word::OF {
            break;
        }
        start = before.tokens.start;
    }
    // `broad-|shouldered men, who`
    while start > floor + 1 && document.tokens.get(start).is_some_and(|token| !token.spaced) {
        start -= 1;
    }
    // `carrying tents, which`
    Some(start + usize::from(tag(start) == Some(Tag::VBG) && start < group.head))
}
