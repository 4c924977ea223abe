//! The parts of a person's name, folded.

use std::ops::Range;

use super::fold::{fold, folded};
use super::spot::Words;
use crate::lexicon::{Hint, lexicon};

/// A person's name in parts.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Person {
    /// The family name, folded; the only name where there is one.
    pub(super) surname: String,
    /// The first given name, folded; one spelling for all of a name's.
    pub(super) given: String,
    /// What stands between, folded, initials left out.
    inner: Vec<String>,
    /// The token of the family name.
    surname_at: usize,
}

impl Person {
    /// Takes a name apart: particles, initials and suffixes aside; East Asian family names stand first.
    pub(super) fn new(words: &Words<'_, '_>, tokens: Range<usize>) -> Self {
        if tokens.len() == 1 {
            let (only, surname_at) = (words.word(tokens.start), tokens.start);
            let letters = only.chars().any(char::is_alphabetic);
            let surname = if letters { folded(only) } else { String::new() };
            return Self { surname, surname_at, ..Self::default() };
        }
        let parts = parts(words, tokens);
        let asian = stands_first(words, &parts);
        let mut names: Vec<(usize, String)> =
            parts.iter().map(|part| (part.start, name(words, part.clone()))).collect();
        if asian {
            let (surname_at, surname) = names.remove(0);
            let given = names.into_iter().map(|(_, name)| name).collect();
            return Self { surname, given, inner: Vec::new(), surname_at };
        }
        let Some((surname_at, surname)) = names.pop() else { return Self::default() };
        let mut names = names.into_iter();
        let given = names.next().map_or_else(String::new, |(at, name)| {
            let variant = words.token(at).and_then(|token| lexicon().given_variant(token.word));
            variant.map_or(name, |variant| folded(lexicon().text(variant)))
        });
        Self { surname, given, inner: names.map(|(_, name)| name).filter(|name| name.len() > 1).collect(), surname_at }
    }

    /// Whether two names can be one person's: the family names agree, and the given names as far as both have one.
    pub(super) fn agrees(&self, other: &Person) -> bool {
        // `Peña Nieto` for `Enrique Peña Nieto`: the first of two family names is no given name.
        let double = self.inner.contains(&other.given) || other.inner.contains(&self.given);
        self.surname == other.surname && (given_agree(&self.given, &other.given) || double)
    }

    /// Every word that the person may be called by.
    pub(super) fn keys(&self) -> impl Iterator<Item = &String> {
        [&self.surname, &self.given].into_iter().chain(&self.inner).filter(|key| key.len() > 1)
    }

    /// The key across articles: the family name, then the given name where it is known.
    pub(super) fn key(&self) -> String {
        if self.given.is_empty() { self.surname.clone() } else { format!("{} {}", self.surname, self.given) }
    }

    pub(super) fn surname_as_written<'t>(&self, words: &Words<'_, 't>) -> &'t str {
        words.word(self.surname_at)
    }
}

/// Whether two given names can be one: the same, or one left out, or one the other's initial.
pub(super) fn given_agree(one: &str, other: &str) -> bool {
    let initial = |short: &str, long: &str| short.len() == 1 && long.starts_with(short);
    one.is_empty() || other.is_empty() || one == other || initial(one, other) || initial(other, one)
}

/// The words of a name, hyphens joining two to one; without particles, and without initials and
/// suffixes where a name is left.
fn parts(words: &Words<'_, '_>, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut joined = false;
    for at in tokens.clone() {
        if words.is_hyphen(at) {
            // After a particle (`al-Assad`) it joins nothing.
            joined = parts.last().is_some_and(|last| last.end == at);
            continue;
        }
        let suffix = words.has(at, Hint::Suffix) && at > tokens.start;
        let particle = words.has(at, Hint::Particle) && at + 1 < tokens.end;
        let letters = words.word(at).chars().any(char::is_alphabetic);
        if suffix || particle || !letters {
            joined = false;
            continue;
        }
        match parts.last_mut() {
            Some(last) if joined => last.end = at + 1,
            _ => parts.push(at..at + 1),
        }
        joined = false;
    }
    if parts.len() > 2 {
        let last = parts.len() - 1;
        let mut place = 0;
        parts.retain(|part| {
            place += 1;
            place == 1 || place > last || !(part.len() == 1 && words.is_initial(part.start))
        });
    }
    parts
}

/// Whether the family name stands first: `Xi Jinping`, `Kim Jong-un`, but no `Kim Kardashian`.
fn stands_first(words: &Words<'_, '_>, parts: &[Range<usize>]) -> bool {
    let [first, rest @ ..] = parts else { return false };
    if rest.is_empty() || first.len() > 1 || !words.has(first.start, Hint::FirstSurname) {
        return false;
    }
    let western = words.is_given(first.start);
    let syllables = rest.iter().all(|part| words.document.span(part.clone()).len() <= 8);
    let hyphen = rest.iter().any(|part| part.len() > 1);
    let given = rest.iter().any(|part| words.is_given(part.start) && part.len() == 1);
    syllables && rest.len() <= 3 && (hyphen || rest.len() == 2 && !given || !western && !given)
}

fn name(words: &Words<'_, '_>, part: Range<usize>) -> String {
    let mut key = String::new();
    for at in part {
        fold(words.word(at), &mut key);
    }
    key
}
