//! What somebody does in a sentence: whether he speaks in it, or whether it is about him.

use std::ops::Range;

use super::head::noun_follows;
use super::spot::Words;
use crate::lexicon::{Hint, Role, Stance, Takes, WordId, lexicon};
use crate::text::{Kind, Tag};

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
        let inverted =
            before == sentence.start || words.token(before - 1).is_some_and(|token| token.kind == Kind::Punctuation);
        if inverted {
            return SPEAKS;
        }
    } else if led && matches!(words.tag(before), Some(Tag::VB | Tag::VBD | Tag::VBZ | Tag::VBP | Tag::VBG | Tag::VBN)) {
        // An object: `police held Weber, 34, | said his lawyer`.
        return NAMED;
    }
    match verb(words, name.end, sentence.end, led && words.is_mark(before, ',')) {
        Some(at) if says(words, at) => SPEAKS,
        Some(_) => ABOUT,
        // The first noun group, up to its apposition or relative clause.
        None => {
            let opens = !led || words.is_word(before, &["but", "and"]) && before == sentence.start;
            u8::from(opens && (words.is_mark(name.end, ',') || words.is_word(name.end, &["who"])))
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
        let time = words.token(at).is_some_and(|token| lexicon().has_role(token.word, Role::Time));
        tag && !time || words.is_hyphen(at)
    };
    (floor..name).rev().take(LONGEST).take_while(belongs).last().unwrap_or(name)
}

/// The finite verb whose subject ends before a token; what belongs to the subject may stand between:
/// `Hill (R-Ohio)`, `Hill of the Tea Board`, `Hill, who runs it,`, `Hill on Tuesday`.
fn verb(words: &Words<'_, '_>, end: usize, limit: usize, apposed: bool) -> Option<usize> {
    let limit = limit.min(end + FAR);
    let mut at = end;
    if noun_follows(words, end) && !words.has(end, Hint::Calendar) || words.is_possessive(end) {
        return None;
    }
    while at < limit {
        if is_finite(words, at) {
            return Some(at);
        }
        if words.is_mark(at, ',') {
            // `its head, Anna Berg, said`, `Berg, the head, said`
            let close = (at..limit)
                .find(|&close| words.is_mark(close, ',') && finite_from(words, close + 1) && (close > at || apposed))?;
            return Some(close + 1 + usize::from(!is_finite(words, close + 1)));
        }
        let belongs = matches!(
            words.tag(at)?,
            Tag::RB | Tag::DT | Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS | Tag::JJ | Tag::CD | Tag::POS
        );
        if words.is_mark(at, '(') {
            at = (at..limit).find(|&at| words.is_mark(at, ')'))?;
        } else if !belongs && !words.is_word(at, BINDING) {
            return None;
        }
        at += 1;
    }
    None
}

/// Whether a predicate begins at a token: `said`, `later said`.
fn finite_from(words: &Words<'_, '_>, at: usize) -> bool {
    is_finite(words, at) || words.tag(at) == Some(Tag::RB) && is_finite(words, at + 1)
}

fn is_finite(words: &Words<'_, '_>, at: usize) -> bool {
    match words.tag(at) {
        Some(Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD) => true,
        // `Roth, testified that`: a tagger may take it for a participle.
        Some(Tag::VBN) => words.is_word(at + 1, &["that"]),
        _ => words.has(at, Hint::Saying),
    }
}

/// Whether a token is a verb that stands beside somebody's words.
pub(super) fn says(words: &Words<'_, '_>, at: usize) -> bool {
    let Some(token) = words.token(at) else { return false };
    if words.has(at, Hint::Saying) {
        return true;
    }
    let (lexicon, next) =
        (lexicon(), |n: usize| words.document.tokens.get(at + n).map_or(WordId::NONE, |token| token.word));
    matches!(token.tag, Tag::VBD | Tag::VBZ | Tag::VBN)
        && lexicon
            .reporting()
            .verb(lexicon.form(token.word).verb, next)
            .is_some_and(|(_, verb)| verb.surely_takes(Takes::Quotation) || verb.stance != Stance::Asserted)
}
