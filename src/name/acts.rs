//! Capitals that act: `Seoul said` is the government, `in Seoul` the city.

use super::role::apposed;
use super::spot::{Spot, Words};
use crate::lexicon::{Hint, Signs, Sort, lexicon};
use crate::text::Tag;

/// What stands before one who is dealt with.
const TOWARD: &[&str] = &[
    "between",
    "by",
    "with",
    "against",
    "accused",
    "accuses",
    "accusing",
    "urged",
    "urges",
    "urging",
    "warned",
    "warns",
    "told",
    "tells",
    "asked",
    "condemned",
    "criticized",
    "criticised",
    "pressed",
    "providing",
    "arming",
    "helping",
    "thanked",
    "blamed",
    "blames",
    "blaming",
    "backed",
];

/// Whether a capital is named as one who acts: `Seoul said`, `between Kyiv and Moscow`.
pub(super) fn acts(words: &Words<'_, '_>, spot: &Spot) -> bool {
    const WHERE: &[&str] = &[
        "in", "at", "near", "from", "to", "toward", "towards", "outside", "around", "into", "through", "across", "via",
        "over", "downtown", "central", "visit", "visited", "left", "leave", "reached", "bombed", "struck", "hit",
        "attacked", "entered", "outside",
    ];
    let before = spot.tokens.start.wrapping_sub(1);
    if spot.doubtful || words.is_word(before, WHERE) {
        return false;
    }
    let mut after = spot.tokens.end;
    if words.is_possessive(after) {
        return !words.has_any(after + 1, &[Hint::Place]) && !words.has(after + 2, Hint::Place);
    }
    if words.is_word(before, TOWARD) {
        return !words.is_capital(after);
    }
    // `Beijing | on Monday | condemned`, `Moscow | also | said`
    if words.is_word(after, &["on"]) && words.has(after + 1, Hint::Calendar) {
        after += 2;
    } else if words.tag(after) == Some(Tag::RB) || words.has(after, Hint::Calendar) && words.is_capital(after) {
        after += 1;
    }
    let verb = matches!(words.tag(after), Some(Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD))
        && !words.is_word(after, &["is", "was"]);
    let last = (words.is_word(before, &["and"]) || words.is_mark(before, ','))
        && words.token(after).is_some_and(|token| lexicon().form(token.word).signs.has(Signs::BASE));
    verb || last
        || words.is_word(after, &["and"]) && acts_after(words, after + 1)
        || words.is_mark(after, ',') && (acts_after(words, after + 1) || backs(words, after + 1))
}

/// `Cairo, | which backs the truce,`, `Cairo, | its biggest creditor, agreed`
fn backs(words: &Words<'_, '_>, at: usize) -> bool {
    let verb = match apposed(words, at - 1) {
        Some(head) if words.is_mark(head + 1, ',') && !words.has(head, Hint::Place) => head + 2,
        None if words.is_word(at, &["which"]) => at + 1,
        _ => return false,
    };
    matches!(words.tag(verb), Some(Tag::VBZ | Tag::VBD))
        && !words.is_word(verb, &["is", "was", "has", "had", "lies", "hosts", "hosted"])
}

/// `Kyiv, Washington, and | Seoul estimate`: whether the list of capitals that goes on here has a verb.
fn acts_after(words: &Words<'_, '_>, from: usize) -> bool {
    const FAR: usize = 12;
    let mut at = from;
    while at < from + FAR {
        if words.is_mark(at, ',') || words.is_word(at, &["and"]) {
            at += 1;
        } else if let Some((stop, known)) = words.known(at, at + FAR) {
            let place = lexicon()
                .gazetteer()
                .entry(known.entry)
                .is_some_and(|entry| matches!(entry.sort, Sort::Capital | Sort::Country));
            if !place || known.adjective {
                return false;
            }
            at = stop;
            // After a list a tagger may take the verb for a noun.
            let verb = words.token(at).is_some_and(|token| lexicon().form(token.word).signs.has(Signs::BASE));
            if verb || matches!(words.tag(at), Some(Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD)) {
                return true;
            }
        } else {
            return false;
        }
    }
    false
}
