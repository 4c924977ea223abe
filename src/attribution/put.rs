//! A count that somebody gives: `put the toll at 14`, `pegged the damage at $2 billion`.

use std::ops::Range;

use crate::lexicon::Stance;
use crate::text::{Kind, Sentence, Tag};

use super::candidate::Candidate;
use super::page::Page;
use super::{content, source};

/// How far behind its verb the `at` is looked for, in tokens.
const REACH: usize = 12;

/// Finds those of a sentence.
pub(crate) fn find(page: &Page<'_, '_>, sentence: &Sentence, found: &mut Vec<Candidate>) {
    for at in sentence.tokens.clone().filter(|&at| page.text(at) == "at") {
        found.extend(before(page, &sentence.tokens, at));
    }
}

fn before(page: &Page<'_, '_>, range: &Range<usize>, at: usize) -> Option<Candidate> {
    let number =
        |at: usize| page.tag(at) == Some(Tag::CD) || page.token(at).is_some_and(|token| token.kind == Kind::Number);
    if !(at + 1..range.end.min(at + 5)).any(number) {
        return None;
    }
    let lowest = range.start.max(at.saturating_sub(REACH));
    // Asked for few words, so their letters will do.
    let puts = |&at: &usize| {
        page.token(at).is_some_and(|token| {
            let text = token.span.of(page.document.text);
            matches!(text, "put" | "puts" | "pegged" | "estimated" | "placed")
        })
    };
    let head = (lowest..at).rev().find(puts).filter(|&head| page.noun_from(head + 1).is_some())?;
    let verb = page.verb(head).filter(|verb| verb.head == head && !verb.passive)?;
    let source = source::before(page, range.start, verb.tokens.start)?;
    let said = content::run(page, head + 1, range.end, false);
    let candidate = Candidate::new(Some(source), verb.tokens.clone(), vec![said]);
    Some(Candidate { stance: Stance::Estimated, negated: verb.negated, ..candidate })
}
