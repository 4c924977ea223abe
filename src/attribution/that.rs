//! A listed word right before a clause that begins with `that` says or thinks it, whatever the rankers hold:
//! `the report that`, `failed to prove that`.

use std::ops::Range;

use crate::lexicon::{Takes, lexicon, word};
use crate::text::{Sentence, Tag, Tense};

use super::candidate::Candidate;
use super::page::Page;
use super::{content, source};

/// Finds those of a sentence.
pub(crate) fn find(page: &Page<'_, '_>, sentence: &Sentence, found: &mut Vec<Candidate>) {
    for that in sentence.tokens.clone().skip(1).filter(|&at| page.word(at) == word::THAT) {
        found.extend(before(page, &sentence.tokens, that));
    }
}

fn before(page: &Page<'_, '_>, range: &Range<usize>, that: usize) -> Option<Candidate> {
    let at = that.checked_sub(1)?;
    let (words, tag) = (lexicon(), page.tag(at)?);
    let word = if tag.is_verb() {
        words.reporting().verb(words.form(page.word(at)).verb, |_| page.word(that))?.1
    } else {
        words.reporting().noun(page.word(at)).filter(|_| tag.is_noun())?
    };
    if !word.takes(Takes::Clause) || !content::begins_clause(page, that + 1, range.end) {
        return None;
    }
    let (cue, source, negated) = if tag.is_verb() {
        let verb = page.verb(at)?;
        let active = verb.tense != Tense::NonFinite && !verb.passive;
        let source = active.then(|| source::before(page, range.start, verb.tokens.start)).flatten();
        (verb.tokens.start..that, source, verb.negated)
    } else {
        let first = page.noun(at)?.tokens.start;
        let source = match page.tag(first)? {
            Tag::POS => page.noun_before(first).map(|owner| owner.tokens.start..first + 1),
            Tag::PRPS => Some(first..first + 1),
            _ => None,
        };
        (at..that, source, page.word(first) == word::NO)
    };
    let said = content::run(page, that, range.end, true);
    Some(Candidate { stance: word.stance, negated, ..Candidate::new(source, cue, vec![said]) })
}
