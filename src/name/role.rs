//! Roles: what a text calls somebody, before the name or in apposition after it.

use std::ops::Range;

use super::spot::{Spot, SpotSort, Words};
use super::vote::is_called;
use crate::lexicon::Hint;
use crate::text::{Kind, Tag};

/// How far a role can reach, in tokens.
const LONGEST: usize = 16;

/// A role in small letters that ends right before a name: where it begins, and its head.
pub(super) fn before(words: &Words<'_, '_>, name: usize) -> Option<(usize, usize)> {
    let head = name.checked_sub(1)?;
    if !words.is_lower(head) {
        return None;
    }
    let called = words.has_any(head, &[Hint::Title, Hint::Role, Hint::Body]) && !words.has(head, Hint::Common);
    // `secretary of state John Kerry`
    let office = head >= 2
        && matches!(words.tag(head), Some(Tag::NN | Tag::NNP))
        && words.is_word(head - 1, &["of"])
        && words.has(head - 2, Hint::Title);
    let calling = words.is_given(name) && words.tag(head) == Some(Tag::NN) && words.is_capital(name + 1);
    if !called && !office && !calling {
        return None;
    }
    let mut from = if office { head - 2 } else { head };
    let head = from;
    while from > 0 && head - from < LONGEST && belongs(words, from - 1) {
        from -= 1;
    }
    while from < head && (words.is_possessive(from) || words.is_hyphen(from)) {
        from += 1;
    }
    Some((from, head))
}

/// Whether a token before a role goes on with it to the left.
fn belongs(words: &Words<'_, '_>, at: usize) -> bool {
    let Some(token) = words.token(at) else { return false };
    match token.kind {
        Kind::Word if words.is_possessive(at) => true,
        Kind::Word if words.is_word(at, &["a", "an", "the", "his", "her", "its", "their", "our", "my"]) => false,
        Kind::Word => {
            words.has(at, Hint::Modifier)
                || matches!(
                    token.tag,
                    Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS | Tag::JJ | Tag::JJS | Tag::JJR | Tag::POS
                ) && !words.has(at, Hint::Calendar)
        }
        _ => words.is_hyphen(at),
    }
}

/// A role in apposition after a name that ends at `end`: `, a senior official in the council,`.
pub(super) fn after(words: &Words<'_, '_>, end: usize, limit: usize) -> Option<Range<usize>> {
    if !words.is_mark(end, ',') {
        return None;
    }
    let mut start = end + 1;
    if words.token(start).is_some_and(|token| token.kind == Kind::Number) && words.is_mark(start + 1, ',') {
        // The age: `, 45,`.
        start += 2;
    }
    let limit = limit.min(start + LONGEST);
    let head = head(words, start, limit)?;
    let mut stop = head + 1;
    while stop < limit && !ends(words, stop) {
        stop += 1;
    }
    let closed = stop >= limit
        || words.token(stop).is_some_and(|token| token.kind != Kind::Word)
        || words.is_word(stop, &["who", "whose"]);
    // `X, director and star, said`: without a closing mark it is no apposition but a list or a clause.
    (closed || words.is_word(start, &["a", "an", "the"])).then_some(start..stop)
}

/// The head of a noun group that tells what somebody is, before any preposition.
fn head(words: &Words<'_, '_>, start: usize, limit: usize) -> Option<usize> {
    let mut found = None;
    for at in start..limit {
        let token = words.token(at)?;
        if words.has_any(at, &[Hint::Title, Hint::Role]) && !words.is_possessive(at + 1) && !words.is_hyphen(at + 1) {
            found = Some(at);
            continue;
        }
        let goes_on = match token.kind {
            Kind::Word => {
                words.is_possessive(at)
                    || at > start && words.is_hyphen(at - 1)
                    || words.has(at, Hint::Modifier)
                    || words.is_capital(at)
                    || words.is_word(at, &["of", "and"]) && found.is_none() && words.is_capital(at + 1)
                    || matches!(
                        token.tag,
                        Tag::DT
                            | Tag::PRPS
                            | Tag::NN
                            | Tag::NNS
                            | Tag::NNP
                            | Tag::NNPS
                            | Tag::JJ
                            | Tag::JJS
                            | Tag::JJR
                            | Tag::CD
                            | Tag::POS
                            | Tag::VBN
                    )
            }
            Kind::Number => true,
            _ => words.is_hyphen(at),
        };
        if !goes_on || found.is_some() {
            break;
        }
    }
    found
}

fn ends(words: &Words<'_, '_>, at: usize) -> bool {
    let Some(token) = words.token(at) else { return true };
    match token.kind {
        Kind::Word => {
            words.is_word(at, &["who", "whose", "which", "that", "when", "while", "but"])
                || matches!(token.tag, Tag::VBD | Tag::VBZ | Tag::MD | Tag::VBP) && !words.is_capital(at)
        }
        Kind::Punctuation => !words.is_hyphen(at),
        _ => false,
    }
}

/// Adds the roles that stand in apposition to people's names, after them or before them.
pub(super) fn appositions(words: &Words<'_, '_>, spots: &mut [Spot]) {
    let document = words.document;
    for spot in spots.iter_mut().filter(|spot| !spot.doubtful && spot.role.is_none()) {
        let person = match spot.sort {
            SpotSort::Person | SpotSort::Strange => true,
            SpotSort::Unknown
                if !words.has(spot.tokens.start.wrapping_sub(1), Hint::Where)
                    && !words.is_word(spot.tokens.start.wrapping_sub(1), &["of", "the"]) =>
            {
                false
            }
            _ => continue,
        };
        let Some(start) = words.token(spot.tokens.start).map(|token| token.span.start) else { continue };
        let Some(sentence) = document.sentences.get(document.sentence_at(start)) else { continue };
        if spot.gender.is_none() && is_body(words, spot.tokens.end) {
            spot.sort = SpotSort::Body;
        } else if let Some(role) = after(words, spot.tokens.end, sentence.tokens.end) {
            spot.role = Some(role);
            if spot.tokens.len() > 1 || !person {
                spot.sort = SpotSort::Person;
            }
        } else if person || spot.tokens.len() > 1 || words.has(spot.tokens.start.wrapping_sub(2), Hint::Kin) {
            spot.role = described_before(words, spot.tokens.clone(), sentence.tokens.start);
            if spot.role.is_some() {
                spot.sort = SpotSort::Person;
            }
        }
    }
}

/// `Ukraine's defence minister, | Rustem Umerov |,`: a description that a name in commas explains.
fn described_before(words: &Words<'_, '_>, name: Range<usize>, from: usize) -> Option<Range<usize>> {
    let comma = name.start.checked_sub(1)?;
    if !words.is_mark(comma, ',')
        || words.token(name.end).is_some_and(|after| after.kind == Kind::Word)
        || comma <= from
    {
        return None;
    }
    let head = comma - 1;
    if !words.is_lower(head) || !words.has_any(head, &[Hint::Title, Hint::Role]) {
        return None;
    }
    let mut start = head;
    while start > from && head - start < LONGEST && belongs(words, start - 1) {
        start -= 1;
    }
    Some(start..head + 1)
}

/// Whether an apposition calls it a body: `Aena | , a Spanish company`, `Palais Mora | , Chad's foreign ministry`.
fn is_body(words: &Words<'_, '_>, end: usize) -> bool {
    apposed(words, end).is_some_and(|head| is_called(words, head) && !words.is_word(head, &["capital"]))
}

/// The last noun of a noun group that stands in apposition after a name that ends at `end`.
pub(super) fn apposed(words: &Words<'_, '_>, end: usize) -> Option<usize> {
    const FAR: usize = 8;
    let start = end + 2;
    let article = words.is_word(end + 1, &["a", "an", "the"]);
    let owner = (start..start + 2).any(|at| words.is_possessive(at)) && words.is_capital(end + 1);
    if !words.is_mark(end, ',') || !article && !owner {
        return None;
    }
    let noun = |at: &usize| {
        matches!(
            words.tag(*at),
            Some(Tag::NN | Tag::NNS | Tag::NNP | Tag::JJ | Tag::JJS | Tag::VBN | Tag::VBG | Tag::POS)
        ) || words.is_hyphen(*at)
            || words.is_capital(*at)
    };
    (start..start + FAR).take_while(noun).last()
}
