//! What somebody does in a sentence: whether he speaks in it, or whether it is about him.

use std::ops::Range;

use super::head::noun_follows;
use super::spot::Words;
use crate::lexicon::{Hint, Reporting, Role, Signs, Stance, Takes, WordId, lexicon};
use crate::text::Tag;

/// Named, and no more.
pub(super) const NAMED: u8 = 0;
/// The subject of a clause, or what the sentence begins with.
pub(super) const ABOUT: u8 = 1;
/// Whose words are given.
pub(super) const SPEAKS: u8 = 2;

/// How far the verb may stand behind its subject, in tokens: behind an apposition or a relative clause.
const FAR: usize = 32;

/// Prepositions: what stands behind one is no subject, and what they bind to a noun may stand before its verb.
const BINDING: &[&str] =
    &["of", "for", "at", "in", "on", "with", "from", "by", "to", "against", "about", "between", "under", "like"];

/// What is done by somebody whose name or description stands at these tokens.
pub(super) fn part(words: &Words<'_, '_>, name: &Range<usize>, sentence: &Range<usize>) -> u8 {
    let first = phrase(words, name.start, sentence.start);
    let before = first.wrapping_sub(1);
    let led = first > sentence.start;
    if led && words.is_word(before, BINDING) {
        let according = words.is_word(before, &["to"]) && words.is_word(before.wrapping_sub(1), &["according"]);
        return if according { SPEAKS } else { NAMED };
    }
    if led
        && words.is_word(before, &["and"])
        && matches!(words.tag(before.wrapping_sub(1)), Some(Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS))
    {
        return NAMED;
    }
    if led && says(words, before) && !words.is_possessive(name.end) {
        // `“...,” said Patel`, but not `Weber said Patel's plan failed`.
        if before == sentence.start || inverted(words, before, sentence.start) {
            return SPEAKS;
        }
    } else if led && matches!(words.tag(before), Some(Tag::VB | Tag::VBD | Tag::VBZ | Tag::VBP | Tag::VBG | Tag::VBN)) {
        // An object: `police held Weber, 34, | said his lawyer`.
        return NAMED;
    }
    // `Fiona Mackie | KC |`
    let end = name.end + usize::from(words.has(name.end, Hint::Suffix));
    match verb(words, end, sentence.end, led && words.is_mark(before, ',')) {
        Some(at) if says(words, at) => SPEAKS,
        Some(_) => ABOUT,
        // The first noun group, up to its apposition or relative clause.
        None => {
            let opens = !led || words.is_word(before, &["but", "and"]) && before == sentence.start;
            u8::from(opens && (words.is_mark(end, ',') || words.is_word(end, &["who"])))
        }
    }
}

/// Where the noun phrase begins that a name ends: `said | government spokesman Jean Mbarga`, `in May | Jean Mbarga`.
fn phrase(words: &Words<'_, '_>, name: usize, floor: usize) -> usize {
    const LONGEST: usize = 8;
    let belongs = |&at: &usize| {
        let tag = matches!(
            words.tag(at),
            Some(Tag::DT | Tag::PRPS | Tag::JJ | Tag::JJS | Tag::NN | Tag::NNP | Tag::POS | Tag::CD)
        );
        tag && !is_time(words, at) || words.is_hyphen(at)
    };
    (floor..name).rev().take(LONGEST).take_while(belongs).last().unwrap_or(name)
}

/// The finite verb whose subject ends before a token; what belongs to the subject may stand between:
/// `Hill (R-Ohio)`, `Hill of the Tea Board`, `Hill, who runs it,`, `Hill on Tuesday`.
fn verb(words: &Words<'_, '_>, end: usize, limit: usize, apposed: bool) -> Option<usize> {
    let limit = limit.min(end + FAR);
    let mut at = end;
    if words.is_possessive(end) {
        return None;
    }
    // `Lund hit | back`: behind a name, a tagger may take such a form for another.
    let goes_on = [Tag::DT, Tag::PRPS, Tag::PRP, Tag::RB, Tag::IN, Tag::TO];
    let past = words.token(end).is_some_and(|token| lexicon().form(token.word).signs.has(Signs::PAST));
    if past && words.is_lower(end) && words.tag(end + 1).is_some_and(|tag| goes_on.contains(&tag)) {
        return Some(end);
    }
    if noun_follows(words, end) && !words.has(end, Hint::Calendar) {
        return None;
    }
    while at < limit {
        if is_finite(words, at) {
            return Some(at);
        }
        if parts(words, at) {
            // `its head, Anna Berg, said`, `Berg, the head, said`, `Berg — the head — said`
            let close = (at..limit)
                .find(|&close| parts(words, close) && finite_from(words, close + 1) && (close > at || apposed))?;
            return Some(close + 1 + usize::from(!is_finite(words, close + 1)));
        }
        if words.is_mark(at, '(') {
            at = (at..limit).find(|&at| words.is_mark(at, ')'))?;
        } else if words.is_word(at, BINDING) {
            at = (at + 1..limit).find(|&at| !is_nominal(words, at))? - 1;
        } else if words.tag(at) != Some(Tag::RB) && !is_time(words, at) && !is_time(words, at + 1) {
            return None;
        }
        at += 1;
    }
    None
}

/// Whether a mark parts what is inserted: a comma, a dash.
fn parts(words: &Words<'_, '_>, at: usize) -> bool {
    words.is_mark(at, ',') || words.token(at).is_some_and(|token| token.is_dash() && token.spaced)
}

/// Whether the name behind a verb of saying is who says it: `“...,” warned Patel`, `it rains, said Patel`, but not
/// `Weber, who came late, mocked Patel`.
fn inverted(words: &Words<'_, '_>, verb: usize, start: usize) -> bool {
    let close = |at: usize| words.tag(at) == Some(Tag::CloseQuote);
    let Some(comma) = verb.checked_sub(1) else { return false };
    if close(comma) || words.is_mark(comma, ',') && close(comma.wrapping_sub(1)) {
        return true;
    }
    let before = || (start..comma).rev().take(FAR);
    words.is_mark(comma, ',')
        && before().any(|at| is_finite(words, at))
        && !before().any(|at| words.is_word(at, &["who", "which"]) && words.is_mark(at.wrapping_sub(1), ','))
        && reporting(words, verb)
            .is_some_and(|verb| verb.surely_takes(Takes::Quotation) && !verb.takes(Takes::Addressee))
}

/// Whether a token can be in a noun group.
fn is_nominal(words: &Words<'_, '_>, at: usize) -> bool {
    let tags = [Tag::DT, Tag::PRPS, Tag::JJ, Tag::NN, Tag::NNS, Tag::NNP, Tag::NNPS, Tag::CD, Tag::POS, Tag::CC];
    words.tag(at).is_some_and(|tag| tags.contains(&tag)) || words.is_hyphen(at)
}

fn is_time(words: &Words<'_, '_>, at: usize) -> bool {
    words.token(at).is_some_and(|token| lexicon().has_role(token.word, Role::Time))
}

/// Whether a predicate begins at a token: `said`, `later said`.
fn finite_from(words: &Words<'_, '_>, at: usize) -> bool {
    is_finite(words, at) || words.tag(at) == Some(Tag::RB) && is_finite(words, at + 1)
}

fn is_finite(words: &Words<'_, '_>, at: usize) -> bool {
    match words.tag(at) {
        Some(Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD) => true,
        // `Roth, testified that`, `Roth — told them`: a tagger may take it for a participle.
        Some(Tag::VBN) => {
            words.is_word(at + 1, &["that"]) || words.has(at, Hint::Saying) && !words.is_word(at + 1, &["by"])
        }
        _ => words.has(at, Hint::Saying),
    }
}

/// Whether a token is a verb that stands beside somebody's words.
pub(super) fn says(words: &Words<'_, '_>, at: usize) -> bool {
    words.has(at, Hint::Saying)
        || reporting(words, at)
            .is_some_and(|verb| verb.surely_takes(Takes::Quotation) || verb.stance != Stance::Asserted)
}

/// Whether a token is a verb that asks.
pub(super) fn asks(words: &Words<'_, '_>, at: usize) -> bool {
    reporting(words, at).is_some_and(|verb| verb.stance == Stance::Asked)
}

/// What the lists say of a token's verb.
fn reporting(words: &Words<'_, '_>, at: usize) -> Option<Reporting> {
    let token = words.token(at).filter(|token| matches!(token.tag, Tag::VBD | Tag::VBZ | Tag::VBN))?;
    let (lexicon, next) = (lexicon(), |n: usize| words.token(at + n).map_or(WordId::NONE, |token| token.word));
    lexicon.reporting().verb(lexicon.form(token.word).verb, next).map(|(_, verb)| verb)
}
