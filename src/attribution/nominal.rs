//! Nouns and adjectives that give somebody's words or mind: `his claim that`, `is confident that`.

use std::ops::Range;

use crate::lexicon::{Role, Takes, lexicon};
use crate::text::{Tag, Tense, VerbGroup};

use super::content::{self, Follows};
use super::cue::{Candidate, ahead, subject};
use super::page::Page;
use super::source;

/// `is confident that`, `remained critical of`: an adjective after a verb of being.
pub(crate) fn adjective(page: &Page<'_, '_>, range: &Range<usize>, verb: &VerbGroup) -> Option<Candidate> {
    if verb.tense == Tense::NonFinite || !page.has_role(verb.head, Role::Empty) {
        return None;
    }
    let mut at = verb.tokens.end;
    for _ in 0..2 {
        if matches!(page.tag(at), Some(Tag::RB | Tag::RBR)) {
            at += 1;
        }
    }
    let (len, word) = lexicon().reporting().adjective(page.word(at), |next| page.word(at + next))?;
    let after = at + len;
    let follows = content::follows(page, after, range.end, false);
    let fits = match follows {
        Follows::Clause(from) | Follows::Infinitive(from) | Follows::Noun(from) => from == after,
        _ => false,
    };
    let content = if fits { ahead(page, range, follows, word, after)? } else { return None };
    let source =
        subject(page, range.start, verb).filter(|source| !matches!(page.text(source.start), "it" | "that" | "this"));
    Some(Candidate {
        source,
        cue: verb.tokens.start..after,
        content: vec![content],
        stance: word.stance,
        negated: verb.negated,
        speech: false,
    })
}

/// `his claim that S`, `the ministry's warning that S`.
pub(crate) fn noun(page: &Page<'_, '_>, range: &Range<usize>, at: usize) -> Option<Candidate> {
    let group = page.noun(at).filter(|group| group.head == at)?;
    let word = lexicon().reporting().noun(page.word(at))?;
    let end = range.end;
    // `a statement by the army that`
    let by =
        matches!(page.text(at + 1), "by" | "from" | "of").then(|| source::after(page, at + 2, end, false)).flatten();
    let after = by.as_ref().map_or(at + 1, |by| by.end);
    let content = match content::follows(page, after, end, false) {
        Follows::Clause(from) if from == after && word.takes(Takes::Clause) && page.text(from) == "that" => {
            content::run(page, from, end, true)
        }
        Follows::Infinitive(from) if from == after && word.takes(Takes::Infinitive) => {
            content::run(page, from, end, false)
        }
        _ => return None,
    };
    let possessor = || {
        let first = group.tokens.start;
        match page.tag(first)? {
            Tag::POS => {
                let owner = page.noun_before(first)?;
                Some(owner.tokens.start..first + 1)
            }
            Tag::PRPS => Some(first..first + 1),
            _ => None,
        }
    };
    let source = by.or_else(possessor);
    let content = before_main_verb(page, range.start, group.tokens.start, content);
    Some(Candidate {
        source,
        cue: at..at + 1,
        content: vec![content],
        stance: word.stance,
        negated: page.text(group.tokens.start) == "no",
        speech: false,
    })
}

/// `His promise that taxes would fall | was forgotten`: where the noun is the sentence's subject, the
/// last predicate is not what is said.
fn before_main_verb(page: &Page<'_, '_>, floor: usize, noun: usize, content: Range<usize>) -> Range<usize> {
    const REACH: usize = 60;
    if super::cue::has_predicate(page, floor..noun) {
        return content;
    }
    let mut finite: Vec<usize> = Vec::new();
    for at in content.start..content.end.min(content.start + REACH) {
        if page.verb(at).is_some_and(|verb| verb.tokens.start == at && verb.tense != Tense::NonFinite) {
            finite.push(at);
        }
    }
    match finite.as_slice() {
        [_, .., last] => content.start..*last,
        _ => content,
    }
}
