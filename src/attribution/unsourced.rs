//! What is said by somebody whom the sentence leaves out: `X reportedly fled`, `X is believed to have fled`.

use std::ops::Range;

use crate::lexicon::{Role, Stance, Takes, lexicon};
use crate::text::{Sentence, Tag, Tense, VerbGroup};

use super::candidate::Candidate;
use super::content::{self, Follows};
use super::page::Page;
use super::source;

/// Finds what nobody is named for in a sentence.
pub(crate) fn find(page: &Page<'_, '_>, sentence: &Sentence, found: &mut Vec<Candidate>) {
    let range = &sentence.tokens;
    for at in range.clone() {
        if page.has_role(at, Role::Hearsay) {
            found.extend(hearsay(page, range, at));
        } else if let Some(verb) = page.verb(at).filter(|verb| verb.head == at && verb.passive) {
            found.extend(passive(page, range, verb));
        }
    }
}

/// Where the subject of the verb group that begins at a token begins.
fn subject(page: &Page<'_, '_>, floor: usize, verb: usize) -> usize {
    source::before(page, floor, verb).map_or(verb, |source| source.start)
}

/// `X reportedly fled`: what the clause says without the word.
fn hearsay(page: &Page<'_, '_>, range: &Range<usize>, at: usize) -> Option<Candidate> {
    let verb = page.verb(at).or_else(|| page.verb(at + 1))?;
    let start = subject(page, range.start, verb.tokens.start.min(at));
    let mut content = vec![start.min(at)..at, content::run(page, at + 1, range.end, true)];
    content.retain(|piece| piece.start < piece.end);
    let stance = if page.text(at) == "reportedly" { Stance::Reported } else { Stance::Alleged };
    Some(Candidate { stance, ..Candidate::new(None, at..at + 1, content) })
}

/// `X is believed to have fled`: the subject and the infinitive.
fn passive(page: &Page<'_, '_>, range: &Range<usize>, verb: &VerbGroup) -> Option<Candidate> {
    let words = lexicon();
    let (len, word) =
        words.reporting().verb(words.form(page.word(verb.head)).verb, |next| page.word(verb.head + next))?;
    let at = match content::follows(page, verb.head + len, range.end, false) {
        Follows::Infinitive(at) => at,
        // `It is understood the club has made a bid`
        Follows::Clause(at) if verb.tokens.start == range.start + 1 && page.text(range.start) == "it" => at,
        _ => return None,
    };
    let says = word.takes(Takes::Clause) || word.takes(Takes::Subject);
    if !says || word.takes(Takes::Addressee) || verb.tense == Tense::NonFinite {
        return None;
    }
    let mut start = verb.tokens.start;
    // `Most are said to be`: a subject without a noun.
    if page.noun_before(start).is_none()
        && start > range.start
        && matches!(page.tag(start - 1), Some(Tag::JJS | Tag::JJR | Tag::JJ | Tag::DT))
    {
        start -= 1;
    } else if page.text(at) == "to" {
        start = subject(page, range.start, start);
    }
    let mut content = vec![start..verb.tokens.start, content::run(page, at, range.end, true)];
    content.retain(|piece| piece.start < piece.end);
    let cue = verb.tokens.start..verb.head + len;
    Some(Candidate { stance: word.stance, negated: verb.negated, ..Candidate::new(None, cue, content) })
}
