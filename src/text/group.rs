//! Noun groups and verb groups: what a clause is made of, without a parser.

use std::ops::Range;

use super::{Sentence, Tag, Token};
use crate::lexicon::{WordId, lexicon, word};

/// A noun with what stands before it: determiner, numbers, adjectives, nouns. Possessors are groups of
/// their own (`Russia | 's Kursk region`), and so is what a preposition adds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NounGroup {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token of its last noun, pronoun or number.
    pub head: usize,
}

/// A verb with its auxiliaries: `has not been deployed`, `could soon arrive`, `to support`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerbGroup {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token of the main verb.
    pub head: usize,
    /// The time it speaks of.
    pub tense: Tense,
    /// Its modal: `may`, `could`, `must`.
    pub modal: Option<usize>,
    /// Whether it is negated.
    pub negated: bool,
    /// Whether its subject is what suffers it.
    pub passive: bool,
}

/// The time a verb group speaks of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tense {
    /// `arrived`, `had arrived`
    Past,
    /// `have arrived`: past, and it still holds
    Perfect,
    /// `arrive`, `are arriving`
    Present,
    /// `will arrive`, `are to arrive`, `is expected to arrive`
    Future,
    /// `arriving`, `to arrive`: no time of its own
    NonFinite,
}

/// Finds the noun groups and the verb groups of all sentences, in order.
pub(super) fn find(sentences: &[Sentence], tokens: &[Token]) -> (Vec<NounGroup>, Vec<VerbGroup>) {
    let mut nouns = Vec::with_capacity(tokens.len() / 4);
    let mut verbs = Vec::with_capacity(tokens.len() / 8);
    for sentence in sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            if let Some(group) = noun_group(tokens, at..sentence.tokens.end) {
                at = group.tokens.end;
                nouns.push(group);
            } else if let Some(mut group) = verb_group(tokens, at..sentence.tokens.end) {
                at = group.tokens.end;
                let governor = verbs.last().filter(|last: &&VerbGroup| last.tokens.start >= sentence.tokens.start);
                govern(tokens, governor, &mut group);
                verbs.push(group);
            } else {
                at += 1;
            }
        }
    }
    (nouns, verbs)
}

/// The longest noun group that begins at the start of a range.
fn noun_group(tokens: &[Token], within: Range<usize>) -> Option<NounGroup> {
    let start = within.start;
    if matches!(tokens[start].tag, Tag::PRP | Tag::EX | Tag::WP | Tag::WDT) {
        return Some(NounGroup { tokens: start..start + 1, head: start });
    }
    let mut at = start;
    let mut head = None;
    while at < within.end {
        let token = &tokens[at];
        let tag = token.tag;
        let next = tokens.get(at + 1).filter(|_| at + 1 < within.end);
        let leads_noun = || next.is_some_and(|next| nominal(next.tag) || next.tag == Tag::HYPH);
        let fits = match tag {
            Tag::DT | Tag::PRPS | Tag::PDT | Tag::WPS => {
                if head.is_some() {
                    break;
                }
                true
            }
            Tag::POS => at == start,
            Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS | Tag::CD | Tag::FW => {
                head = Some(at);
                true
            }
            Tag::JJ | Tag::JJR | Tag::JJS => true,
            Tag::VBN | Tag::VBG => (at > start || leads_noun()) && head.is_none() && leads_noun(),
            Tag::RB | Tag::RBR | Tag::RBS => {
                next.is_some_and(|next| matches!(next.tag, Tag::JJ | Tag::CD | Tag::VBN)) && head.is_none()
            }
            // a hyphen joins, whatever its tag
            _ if token.is_dash() && !token.spaced && at > start => {
                next.is_some_and(|next| !next.spaced && nominal(next.tag))
            }
            Tag::Currency => next.is_some_and(|next| next.tag == Tag::CD),
            Tag::Comma => {
                token.first == ','
                    && head.is_none()
                    && at > start
                    && tokens[at - 1].tag == Tag::JJ
                    && next.is_some_and(|next| next.tag == Tag::JJ)
            }
            Tag::CC => {
                at > start
                    && tokens[at - 1].tag == Tag::JJ
                    && head.is_none()
                    && next.is_some_and(|next| next.tag == Tag::JJ)
            }
            _ => false,
        };
        if !fits {
            break;
        }
        at += 1;
    }
    match head {
        Some(head) => {
            // `the 65-year-|old`
            let old = head + 2 < at && tokens[head + 1].tag == Tag::HYPH && tokens[head + 2].word == word::OLD;
            let head = if old { head + 2 } else { head };
            Some(NounGroup { tokens: start..head + 1, head })
        }
        // `this`, `all`, `the poor`
        None if at > start && matches!(tokens[start].tag, Tag::DT | Tag::POS | Tag::PRPS) => {
            Some(NounGroup { tokens: start..at, head: at - 1 })
        }
        None => None,
    }
}

fn nominal(tag: Tag) -> bool {
    tag.is_noun() || matches!(tag, Tag::JJ | Tag::JJR | Tag::JJS | Tag::CD | Tag::VBN | Tag::VBG)
}

/// What the words before an infinitive make of it: `failed to arrive` is negated, `is expected to arrive`
/// and `are to arrive` speak of the future.
fn govern(tokens: &[Token], governor: Option<&VerbGroup>, group: &mut VerbGroup) {
    let (start, lexicon) = (group.tokens.start, lexicon());
    let Some(governor) = governor.filter(|_| tokens[start].tag == Tag::TO) else { return };
    // `has yet to confirm`, `is likely to rise`: one word may stand between.
    if governor.tokens.end + 1 < start {
        return;
    }
    let before = tokens[start - 1].word;
    let verb = lexicon.form(tokens[governor.head].word).verb;
    let is_be = governor.passive || is_form_of_be(tokens[governor.head].word);
    group.negated |= before == word::YET || matches!(verb, word::FAIL | word::REFUSE | word::DECLINE);
    let awaited = matches!(verb, word::EXPECT | word::SCHEDULE | word::SET | word::PROJECT | word::FORECAST | word::GO);
    let to_come = governor.tokens.end == start
        || matches!(before, word::DUE | word::SET | word::ABOUT | word::LIKELY | word::BOUND | word::POISED);
    if is_be && to_come && (awaited || !governor.passive) || verb == word::GO && before == word::GOING {
        group.tense = Tense::Future;
    }
}

fn is_form_of_be(word: WordId) -> bool {
    matches!(
        word,
        word::BE
            | word::IS
            | word::ARE
            | word::AM
            | word::WAS
            | word::WERE
            | word::BEEN
            | word::BEING
            | word::OWN_S
            | word::SHORT_ARE
            | word::SHORT_AM
    )
}

/// The longest verb group that begins at the start of a range.
fn verb_group(tokens: &[Token], within: Range<usize>) -> Option<VerbGroup> {
    let first = tokens[within.start].tag;
    if !(first.is_verb() || first == Tag::MD || first == Tag::TO) {
        return None;
    }
    let lexicon = lexicon();
    let mut group = VerbGroup {
        tokens: within.start..within.start,
        head: within.start,
        tense: Tense::NonFinite,
        modal: None,
        negated: false,
        passive: false,
    };
    let (mut have, mut be, mut verb, mut to) = (false, false, false, false);
    for at in within {
        let token = &tokens[at];
        let before = at.checked_sub(1).map_or(WordId::NONE, |before| tokens[before].word);
        let next = tokens.get(at + 1).map_or(WordId::NONE, |next| next.word);
        match (token.word, before, next) {
            // `has no longer been`
            (word::NO, _, word::LONGER) => {
                group.negated = true;
                continue;
            }
            (word::LONGER, word::NO, _) => continue,
            // `has neither confirmed nor denied`: the first verb is the head.
            (word::NEITHER, _, _) if have || be || group.modal.is_some() => {
                group.negated = true;
                continue;
            }
            (word::NOR, _, _) if group.negated && verb => continue,
            (_, word::NOR, _) if group.negated && verb && lexicon.form(token.word).verb.is_known() => {
                group.tokens.end = at + 1;
                continue;
            }
            _ => {}
        }
        match token.tag {
            Tag::MD => {
                if verb || group.modal.is_some() {
                    break;
                }
                group.modal = Some(at);
            }
            Tag::TO => {
                let infinitive = tokens.get(at + 1).is_some_and(|next| matches!(next.tag, Tag::VB | Tag::RB));
                if verb || !infinitive {
                    break;
                }
                to = true;
            }
            Tag::RB => {
                if matches!(token.word, word::NOT | word::SHORT_NOT | word::NEVER) {
                    group.negated = true;
                }
                continue;
            }
            tag if tag.is_verb() => {
                // Two verbs in a row are one group only with an auxiliary before the second.
                if verb && !have && !be && group.tokens.end > group.tokens.start {
                    let helper = lexicon.form(tokens[group.head].word).verb;
                    if helper != word::DO {
                        break;
                    }
                }
                let word = token.word;
                group.passive = be && tag == Tag::VBN;
                if !verb {
                    group.tense = match tag {
                        Tag::VBD => Tense::Past,
                        Tag::VBZ | Tag::VBP => Tense::Present,
                        _ => Tense::NonFinite,
                    };
                }
                if have && tag == Tag::VBN && group.tense == Tense::Present {
                    group.tense = Tense::Perfect;
                }
                verb = true;
                group.head = at;
                have = matches!(word, word::HAVE | word::HAS | word::HAD | word::HAVING | word::SHORT_HAVE);
                be = is_form_of_be(word);
            }
            _ => break,
        }
        group.tokens.end = at + 1;
    }
    if let Some(modal) = group.modal.filter(|_| !to) {
        group.tense = match tokens[modal].word {
            word::WILL | word::SHALL | word::SHORT_WILL | word::WO => Tense::Future,
            _ => Tense::Present,
        };
        if !verb {
            group.head = modal;
        }
    }
    (verb || group.modal.is_some()).then_some(group)
}
