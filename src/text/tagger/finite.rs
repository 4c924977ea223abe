//! A clause has a finite verb: where the tagger, which never looks back, saw none, it is sought again.
//!
//! `The chain | plans` looks like `the family plans`, `the study | found` like `the money found`, until the stop.

use super::feature::Word;
use crate::lexicon::Signs;
use crate::text::Tag;

/// A word that may be a finite verb though it was taken for something else.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chance {
    /// Its place in the sentence.
    pub(super) at: usize,
    /// The tag that it would have.
    pub(super) tag: Tag,
    /// How far the weights think it less likely, in steps.
    pub(super) loss: u8,
    /// Whether it is a past and no participle: `sank`.
    pub(super) past: bool,
}

/// The greatest loss that a missing verb may cost.
const MOST: u8 = 40;

/// The chances of a word at `at`; `loss` tells what a tag would cost.
pub(super) fn chances(word: &Word, at: usize, loss: impl Fn(Tag) -> u8) -> impl Iterator<Item = Chance> {
    const FORMS: [(Signs, Tag); 3] = [(Signs::PAST, Tag::VBD), (Signs::THIRD, Tag::VBZ), (Signs::BASE, Tag::VBP)];
    // A word that no list has is a regular form by its ending.
    let signs = if word.ends_in_ed() { Signs(Signs::PAST.0 | Signs::PARTICIPLE.0) } else { Signs(word.signs as u8) };
    let past = signs.has(Signs::PAST) && !signs.has(Signs::PARTICIPLE);
    FORMS
        .into_iter()
        .filter(move |(form, _)| signs.has(*form))
        .map(move |(_, tag)| Chance { at, tag, loss: loss(tag), past: past && tag == Tag::VBD })
        .filter(|chance| chance.loss <= MOST)
}

/// Gives verbs to the clauses of a sentence that have none, and none to what is counted.
/// `open` tells which words could have another tag.
pub(super) fn mend(tags: &mut [Tag], chances: &[Chance], open: impl Fn(usize) -> bool) {
    for at in 1..tags.len() {
        if (tags[at - 1], tags[at]) == (Tag::CD, Tag::VBZ) && open(at) {
            tags[at] = Tag::NNS;
        }
    }
    for chance in chances {
        // `The bridge that | fell was old`: no helping verb stands before it.
        let of_clause = chance.tag == Tag::VBD
            && tags[chance.at] == Tag::VBN
            && chance.at.checked_sub(1).is_some_and(|before| matches!(tags[before], Tag::WDT | Tag::WP));
        if of_clause || speaks(tags, chance) {
            tags[chance.at] = chance.tag;
        }
    }
    const MARKS_AT_END: usize = 3;
    let stopped = tags.iter().rev().take(MARKS_AT_END).any(|&tag| tag == Tag::Period);
    let verb = |(at, tag): (usize, &Tag)| {
        // An infinitive needs another verb, a command does not.
        tag.is_finite() || *tag == Tag::VB && at.checked_sub(1).is_none_or(|before| tags[before] != Tag::TO)
    };
    if stopped && !tags.iter().enumerate().any(verb) {
        let fits = |chance: &&Chance| follows_subject(tags, chance.at, chance.tag);
        if let Some(chance) = chances.iter().filter(fits).min_by_key(|chance| (chance.loss, chance.at)) {
            tags[chance.at] = chance.tag;
        }
    }
    // `The left | won`: what looked like an adjective was the subject.
    for at in 2..tags.len() {
        if matches!(tags[at - 2..=at], [Tag::DT, Tag::JJ, Tag::VBD | Tag::VBZ | Tag::MD]) {
            tags[at - 1] = Tag::NN;
        }
    }
}

/// Whether what stands before can be the end of a subject of this verb.
fn follows_subject(tags: &[Tag], at: usize, verb: Tag) -> bool {
    let before = |steps: usize| at.checked_sub(steps).and_then(|at| tags.get(at)).copied();
    match (before(1), verb) {
        (Some(tag), Tag::VBP) => matches!(tag, Tag::NNS | Tag::NNPS | Tag::PRP),
        (Some(Tag::JJ), _) => before(2) == Some(Tag::DT),
        // `Shares in the firm, the largest, | fell 6 percent.`
        (Some(Tag::Comma), Tag::VBD) => at > 1,
        (Some(tag), _) => is_name(tag) || matches!(tag, Tag::RB | Tag::CloseBracket | Tag::CD | Tag::WDT | Tag::WP),
        (None, _) => false,
    }
}

/// Whether a word is a verb after all: `the river | rose`; `..., Berg | asserts, ...`; `The flood | destroyed the dam`.
fn speaks(tags: &[Tag], chance: &Chance) -> bool {
    const LONGEST: usize = 8;
    let at = chance.at;
    let adverb = at > 0 && tags[at - 1] == Tag::RB;
    let Some(subject) = at.checked_sub(1 + usize::from(adverb)) else { return false };
    let fits = match chance.tag {
        Tag::VBD => is_name(tags[subject]),
        Tag::VBZ => matches!(tags[subject], Tag::NNP | Tag::NN),
        _ => false,
    };
    if !fits {
        return false;
    }
    if chance.past {
        return true;
    }
    let next = tags.get(at + 1).copied().unwrap_or(Tag::Period);
    let start = (at.saturating_sub(LONGEST)..at).rev().find(|&at| is_stop(tags[at])).map_or(0, |stop| stop + 1);
    let start = start + usize::from(matches!(tags.get(start), Some(Tag::IN | Tag::CC)));
    let leads = |&tag: &Tag| is_name(tag) || matches!(tag, Tag::DT | Tag::PRPS | Tag::JJ | Tag::POS | Tag::HYPH);
    tags.get(start..=subject).is_some_and(|who| who.iter().all(leads))
        && match (chance.tag, tags[subject]) {
            (Tag::VBD, Tag::NNP) if is_name(next) => true,
            (Tag::VBZ, Tag::NN) => matches!(next, Tag::DT | Tag::PRPS | Tag::CD),
            (verb, _) => is_stop(next) || verb == Tag::VBD && matches!(next, Tag::DT | Tag::PRPS | Tag::PRP),
        }
}

fn is_name(tag: Tag) -> bool {
    tag.is_noun() || tag == Tag::PRP
}

fn is_stop(tag: Tag) -> bool {
    matches!(tag, Tag::Comma | Tag::Period | Tag::Colon | Tag::OpenQuote | Tag::CloseQuote)
}
