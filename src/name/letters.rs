//! Keys of bodies and things, and the letters that stand for them.

use super::fold::folded;
use super::spot::{Spot, Words};
use crate::lexicon::Hint;
use crate::order;

/// The folded words of a name without small words, sorted: `Ministry of Defence` is `Defense Ministry`.
pub(super) fn thing_key(words: &Words<'_, '_>, spot: &Spot) -> String {
    let small = |at: usize| words.is_word(at, &["of", "the", "and", "for", "on", "&"]) || words.is_possessive(at);
    if spot.tokens.len() == 1 {
        let only = spot.tokens.start;
        return if small(only) { String::new() } else { folded(words.word(only)) };
    }
    let mut parts: Vec<String> = spot
        .tokens
        .clone()
        .filter(|&at| !small(at) && (at == spot.tokens.start || !words.has(at, Hint::Company)))
        .map(|at| folded(words.word(at)))
        .filter(|part| !part.is_empty())
        .collect();
    order::sort(&mut parts);
    parts.join(" ")
}

pub(super) fn is_letters(word: &str) -> bool {
    (2..=8).contains(&word.len())
        && word.chars().all(|c| c.is_uppercase() || c == '.' || c == '&' || c.is_ascii_digit())
}

/// Whether letters are those that the words of a name begin with, in order; small words may be left out.
pub(super) fn stands_for(words: &Words<'_, '_>, letters: &str, spot: &Spot) -> bool {
    let from = spot.owner.map_or(spot.tokens.start, |(_, from)| from.min(spot.tokens.start));
    let mut wanted = letters.chars().filter(|c| c.is_alphabetic()).peekable();
    for at in from..spot.tokens.end {
        let word = words.word(at);
        if word.chars().next().map(crate::letters::capital) == wanted.peek().copied() {
            wanted.next();
        }
    }
    wanted.peek().is_none()
}

pub(super) fn initials(words: &Words<'_, '_>, spot: &Spot) -> String {
    spot.tokens.clone().filter(|&at| words.is_capital(at)).filter_map(|at| words.word(at).chars().next()).collect()
}
