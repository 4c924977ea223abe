//! Predicates: which verbs of a stretch of tokens state something.

use std::ops::Range;

use crate::lexicon::word;
use crate::text::{Document, Kind, Tag, Tense, VerbGroup};

/// The verb groups that begin in a range of tokens.
pub(super) fn verbs<'d>(document: &'d Document<'_>, tokens: Range<usize>) -> &'d [VerbGroup] {
    let rest = document.verb_groups_from(tokens.start);
    let mut count = 0;
    while rest.get(count).is_some_and(|verb| verb.tokens.start < tokens.end) {
        count += 1;
    }
    &rest[..count]
}

/// Whether a verb is that of a relative clause whose pronoun stands at or after `floor`: `who fled`.
pub(super) fn is_relative(document: &Document<'_>, verb: &VerbGroup, floor: usize) -> bool {
    let mut at = verb.tokens.start;
    for _ in 0..3 {
        let Some(before) = at.checked_sub(1).filter(|&before| before >= floor) else { return false };
        let Some(token) = document.tokens.get(before) else { return false };
        match token.tag {
            Tag::RB => at = before,
            // What begins a clause asks: `Who would have thought so?`
            Tag::WP | Tag::WDT => return before > floor,
            // `the bridge that fell`
            Tag::IN | Tag::DT => {
                let noun = before.checked_sub(1).and_then(|noun| document.tokens.get(noun));
                return token.word == word::THAT && noun.is_some_and(|noun| noun.tag.is_noun());
            }
            _ => return false,
        }
    }
    false
}

/// Whether a finite verb that is not a relative clause's stands near the beginning of a stretch.
pub(super) fn has_predicate(document: &Document<'_>, tokens: Range<usize>) -> bool {
    const REACH: usize = 60;
    let end = tokens.end.min(tokens.start + REACH);
    verbs(document, tokens.start..end).iter().any(|verb| {
        verb.tense != Tense::NonFinite
            && !is_relative(document, verb, tokens.start)
            && !is_subordinate(document, verb.tokens.start, tokens.start)
    })
}

/// Whether a verb belongs to a clause that hangs on a noun: `help | if either state is attacked`.
fn is_subordinate(document: &Document<'_>, verb: usize, floor: usize) -> bool {
    const REACH: usize = 12;
    for at in (verb.saturating_sub(REACH).max(floor + 1)..verb).rev() {
        let Some(token) = document.tokens.get(at) else { break };
        if token.is_mark(',') {
            break;
        }
        let opens =
            matches!(token.word, word::IF | word::WHEN | word::UNLESS | word::BECAUSE | word::WHILE | word::WHETHER);
        if opens && document.tokens.get(at - 1).is_some_and(|before| before.kind == Kind::Word) {
            return true;
        }
    }
    false
}

/// Whether a finite verb begins at a token.
pub(super) fn is_finite_at(document: &Document<'_>, at: usize) -> bool {
    document.verb_group_at(at).is_some_and(|verb| verb.tokens.start == at && verb.tense != Tense::NonFinite)
}
