//! The gist of an article: what a comparison needs of it, worked out once.

use super::measure::{self, Measure};
use super::part::{self, Part};
use super::term::{Term, Word};
use crate::claim::Claim;
use crate::decimal::Decimal;
use crate::letters;
use crate::lexicon::{Class, Role, lexicon};
use crate::order;
use crate::reading::Reading;
use crate::text::{Document, Kind, Span, Tag};

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
    /// Its words in order, with who does what to whom.
    pub parts: Vec<Part>,
    /// The numbers that it gives, in order, and where they stand; one alone is left out.
    pub numbers: Vec<(u32, f64)>,
    /// Where words stand that leave it open, or put it off to a day to come.
    pub open: Vec<u32>,
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
            parts: part::all(document, reading),
            numbers: numbers(document, reading),
            open: open(document),
            measures: measure::all(document, reading),
            claims: reading.claims.iter().map(|claim| matter(document, reading, claim)).collect(),
            sentences,
        }
    }
}

/// The values of the figures, and the numbers that are none: scores, years, telephone numbers.
fn numbers(document: &Document<'_>, reading: &Reading) -> Vec<(u32, f64)> {
    let mut numbers: Vec<(u32, f64)> = reading
        .figures
        .iter()
        .flat_map(|figure| [figure.low, figure.high].map(|value| (figure.span.start, value)))
        .collect();
    for token in document.tokens.iter().filter(|token| token.kind == Kind::Number) {
        let at = reading.figures.partition_point(|figure| figure.span.end <= token.span.start);
        if reading.figures.get(at).is_none_or(|figure| !figure.span.contains(token.span))
            && let Some(value) = plain_number(token.span.of(document.text))
        {
            numbers.push((token.span.start, value));
        }
    }
    numbers.retain(|&(_, value)| value != 1.0);
    order::sort_by_key(&mut numbers, |&(start, _)| start);
    numbers.dedup();
    numbers
}

/// The value of digits with commas and at most one point among them.
fn plain_number(written: &str) -> Option<f64> {
    let plain = written.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
    (plain && written.matches('.').count() <= 1).then(|| Decimal::parse(written, Some('.')).value())
}

fn open(document: &Document<'_>) -> Vec<u32> {
    let opens =
        |word| [Role::Possible, Role::Probable, Role::Future].into_iter().any(|role| lexicon().has_role(word, role));
    document.tokens.iter().filter(|token| opens(token.word)).map(|token| token.span.start).collect()
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
        negated |= lexicon().has_role(token.word, Role::Negates)
            || lexicon().has_role(token.word, Role::Averts)
                && document.tokens.get(at + 1).is_some_and(|next| next.tag == Tag::TO);
        // "Taken part" narrows nothing.
        let takes = at > 0
            && matches!(lexicon().text(document.tokens[at - 1].word), "take" | "takes" | "took" | "taken" | "taking");
        if lexicon().is(token.word, Class::Narrowing) && at >= narrow_end && !takes {
            // "full-scale" is three tokens; the hyphen's neighbours belong to it.
            let mut last = at;
            while document.tokens.get(last + 1).is_some_and(|next| next.is_dash() && !next.spaced)
                && last + 2 < document.tokens.len()
            {
                last += 2;
            }
            let end = document.noun_group_at(last).map_or(last, |group| group.head.max(last));
            found.narrowed.get_or_insert(token.span.to(document.tokens[end].span));
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
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        for &byte in letters::small(c).encode_utf8(&mut utf8).as_bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}
