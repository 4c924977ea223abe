//! The gist of an article: what a comparison needs of it, worked out once.

use super::measure::{self, Measure};
use super::term::{Term, Word};
use crate::claim::Claim;
use crate::lexicon::{Class, Role, lexicon};
use crate::order;
use crate::reading::Reading;
use crate::text::{Document, Kind, Span};

/// The most terms of a claim that are kept: enough for any sentence that a person wrote.
const MOST_TERMS: usize = 48;

/// The gist of an article.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Gist {
    /// What each figure measures, in their order.
    pub measures: Vec<Measure>,
    /// What each claim is about, in their order.
    pub claims: Vec<Matter>,
    /// The words and names of the whole article: sorted, none twice.
    pub terms: Vec<Term>,
    /// A number for each sentence of some length, made from its letters and digits; sorted, none twice.
    pub sentences: Vec<u64>,
}

/// What a claim is about.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Matter {
    /// Its words and names: sorted, none twice.
    pub terms: Vec<Term>,
    /// The names among them: sorted, none twice.
    pub names: Vec<Term>,
    /// Its verbs, in order.
    pub verbs: Vec<Word>,
    /// Whether its words narrow what it says: "full-scale", "some", "most".
    pub narrowed: Option<Span>,
    /// Whether something is negated in it.
    pub negates: bool,
    /// Whether it says that something has not been yet.
    pub not_yet: bool,
    /// Its letters and digits as one number: the same for the same wording.
    pub wording: u64,
}

impl Gist {
    /// The gist of a document as it was read.
    #[must_use]
    pub fn new(document: &Document<'_>, reading: &Reading) -> Self {
        let mut sentences: Vec<u64> = document
            .sentences
            .iter()
            .filter(|sentence| sentence.tokens.len() > 5)
            .map(|sentence| wording(document.slice(sentence.span)))
            .collect();
        order::sort(&mut sentences);
        sentences.dedup();
        let mut terms = names(reading);
        terms.extend(
            document
                .tokens
                .iter()
                .filter(|token| !in_name(reading, token.span))
                .filter_map(|token| Term::of_token(document, token)),
        );
        order::sort(&mut terms);
        terms.dedup();
        Self {
            terms,
            measures: measure::all(document, reading),
            claims: reading.claims.iter().map(|claim| matter(document, reading, claim)).collect(),
            sentences,
        }
    }
}

fn names(reading: &Reading) -> Vec<Term> {
    let entities = reading.names.iter().filter_map(|name| reading.entities.get(name.entity as usize));
    entities.map(|entity| Term::of_entity(&entity.key)).collect()
}

fn in_name(reading: &Reading, span: Span) -> bool {
    let at = reading.names.partition_point(|name| name.span.end <= span.start);
    reading.names.get(at).is_some_and(|name| name.span.contains(span))
}

/// What a claim is about: its words without the attribution's, names by their entities.
fn matter(document: &Document<'_>, reading: &Reading, claim: &Claim) -> Matter {
    let attribution = claim.attribution.and_then(|index| reading.attributions.get(index as usize));
    let outside = |span: Span| {
        attribution.is_some_and(|attribution| {
            [attribution.source, attribution.cue].into_iter().flatten().any(|part| part.contains(span))
        })
    };
    let mut found = Matter { wording: wording(claim.span.of(document.text)), ..Matter::default() };
    let mut next = reading.names.partition_point(|name| name.span.end <= claim.span.start);
    let mut narrow_end = 0;
    let (mut yet, mut negated) = (false, false);
    for at in document.tokens_in(claim.span) {
        let token = &document.tokens[at];
        if outside(token.span) {
            continue;
        }
        while reading.names.get(next).is_some_and(|name| name.span.end <= token.span.start) {
            next += 1;
        }
        if let Some(name) = reading.names.get(next).filter(|name| name.span.contains(token.span)) {
            if let Some(entity) = reading.entities.get(name.entity as usize)
                && found.names.len() < MOST_TERMS
            {
                found.names.push(Term::of_entity(&entity.key));
            }
            continue;
        }
        yet |= token.is(Class::NotYet);
        negated |= lexicon().has_role(token.word, Role::Negates);
        if lexicon().is(token.word, Class::Narrowing) && at >= narrow_end {
            // "full-scale" is three tokens; the hyphen's neighbours belong to it.
            let mut last = at;
            while document.tokens.get(last + 1).is_some_and(|next| next.is_dash() && !next.spaced)
                && last + 2 < document.tokens.len()
            {
                last += 2;
            }
            found.narrowed.get_or_insert(token.span.to(document.tokens[last].span));
            narrow_end = last + 1;
        }
        let Some(word) = Word::of(document, token) else {
            if token.kind == Kind::Number && found.terms.len() < MOST_TERMS {
                found.terms.push(Term::of_number(token.span.of(document.text)));
            }
            continue;
        };
        if token.tag.is_verb() {
            found.verbs.push(word);
        }
        if found.terms.len() < MOST_TERMS {
            found.terms.push(word.term);
        }
    }
    found.negates = negated;
    found.not_yet = yet && negated;
    order::sort(&mut found.names);
    found.names.dedup();
    found.terms.extend(&found.names);
    order::sort(&mut found.terms);
    found.terms.dedup();
    found
}

/// The letters and digits of a text in lower case as one number (FNV-1a).
fn wording(text: &str) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut utf8 = [0; 4];
    for c in text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase) {
        for &byte in c.encode_utf8(&mut utf8).as_bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}
