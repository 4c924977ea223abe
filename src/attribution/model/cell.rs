//! What the rankers know of each token, as small numbers: never a string after this.

use crate::attribution::page::Page;
use crate::lexicon::{Role, Takes, lexicon};
use crate::name::{EntityKind, Names};
use crate::text::{Kind, Tag, Tense};

use super::feature::{hash_text, mix};

/// What is known of a token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Facts {
    /// A hash of its letters, in lower case.
    pub(crate) word: u32,
    /// A hash of what it is a form of.
    pub(crate) lemma: u32,
    pub(crate) tag: u32,
    /// What it takes as a reporting word.
    pub(crate) takes: u32,
    /// How often it is a cue, in steps; 0 where it was never seen.
    pub(crate) prior: u32,
    /// Where it stands in a quotation.
    pub(crate) quote: u32,
    /// What is named here.
    pub(crate) name: u32,
    /// The group it is in: kind and form.
    pub(crate) group: u32,
}

impl Facts {
    /// Nothing: what is known where there is no token.
    pub(crate) const NONE: Self = Self { word: 0, lemma: 0, tag: 0, takes: 0, prior: 0, quote: 0, name: 0, group: 0 };
}

/// How often a word is a cue; the same numbers for every word class.
pub(crate) trait Priors {
    fn of(&self, key: u32) -> u32;
}

/// The key that the prior of a word is kept under: its lemma and whether it stands as verb, noun or else.
pub(crate) fn prior_key(lemma: u32, tag: Tag) -> u32 {
    mix(
        lemma,
        if tag.is_verb() {
            1
        } else if tag.is_noun() {
            2
        } else {
            3
        },
    )
}

/// The cells of a document.
pub(crate) fn cells(page: &Page<'_, '_>, names: &Names, priors: &dyn Priors) -> Vec<Facts> {
    let document = page.document;
    let words = lexicon();
    let mut cells: Vec<Facts> = document
        .tokens
        .iter()
        .enumerate()
        .map(|(at, token)| {
            let text = token.span.of(document.text);
            let word = hash_text(text);
            let form = words.form(token.word);
            let lemma = if token.tag.is_verb() {
                if form.verb.is_known() { hash_text(words.text(form.verb)) } else { hash_text(stem(text, token.tag)) }
            } else if token.tag == Tag::NNS {
                hash_text(text.strip_suffix('s').unwrap_or(text))
            } else {
                word
            };
            let takes = takes(page, at);
            let quote = match page.quote(at) {
                None => 0,
                Some(quote) => {
                    let long = page.tokens_of(quote.span).len() >= 5;
                    if quote.span.start == token.span.start {
                        1
                    } else if quote.span.end == token.span.end {
                        2
                    } else if long {
                        3
                    } else {
                        4
                    }
                }
            };
            let group = if let Some(verb) = page.verb(at) {
                let tense = match verb.tense {
                    Tense::Past => 0,
                    Tense::Perfect => 1,
                    Tense::Present => 2,
                    Tense::Future => 3,
                    Tense::NonFinite => 4,
                };
                16 + tense * 8
                    + u32::from(verb.passive) * 4
                    + u32::from(verb.modal.is_some()) * 2
                    + u32::from(verb.negated)
            } else if let Some(noun) = page.noun(at) {
                1 + u32::from(page.is_time(noun))
            } else {
                0
            };
            Facts {
                word,
                lemma,
                tag: token.tag as u32,
                takes,
                prior: priors.of(prior_key(lemma, token.tag)),
                quote,
                name: 0,
                group,
            }
        })
        .collect();
    for name in &names.mentions {
        let kind = match names.entities.get(name.entity as usize).map(|entity| entity.kind) {
            Some(EntityKind::Person) => 1,
            Some(EntityKind::Organisation) => 2,
            Some(EntityKind::Place) => 3,
            _ => 4,
        };
        for at in page.tokens_of(name.span) {
            if let Some(cell) = cells.get_mut(at) {
                cell.name = kind;
            }
        }
    }
    cells
}

/// A word without the ending of its tag.
fn stem(text: &str, tag: Tag) -> &str {
    let bare = match tag {
        Tag::VBD | Tag::VBN => text.strip_suffix("ed"),
        Tag::VBG => text.strip_suffix("ing"),
        Tag::VBZ => text.strip_suffix("es").or_else(|| text.strip_suffix('s')),
        _ => text.strip_suffix('e'),
    };
    bare.unwrap_or(text)
}

/// What a token takes as a reporting word, as bits.
fn takes(page: &Page<'_, '_>, at: usize) -> u32 {
    let words = lexicon();
    let Some(token) = page.token(at) else { return 0 };
    if token.kind != Kind::Word {
        return 0;
    }
    let next = |next: usize| page.word(at + next);
    let (kind, word) = if token.tag.is_verb() {
        (1, words.reporting().verb(words.form(token.word).verb, next).map(|(_, word)| word))
    } else if token.tag.is_noun() {
        (2, words.reporting().noun(token.word))
    } else if page.has_role(at, Role::Hearsay) {
        return 5;
    } else {
        (3, words.reporting().adjective(token.word, next).map(|(_, word)| word))
    };
    let Some(word) = word else { return 0 };
    let all = [Takes::Quotation, Takes::Clause, Takes::Noun, Takes::Infinitive, Takes::Subject, Takes::Addressee];
    let mut bits = kind;
    for what in all {
        bits = bits * 4 + u32::from(word.takes(what)) * 2 + u32::from(word.surely_takes(what));
    }
    bits
}
