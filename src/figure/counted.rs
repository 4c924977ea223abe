//! What a number counts: the noun group after it, or the one before it ("troops numbering 12,000").

use super::reader::Reader;
use super::value::{Form, Number};
use crate::letters;
use crate::text::{Span, Tag, lemma};

/// A counted noun group.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Counted {
    pub(super) span: Span,
    /// The head noun in singular, with what names its kind.
    pub(super) unit: String,
    /// The token after it.
    pub(super) end: usize,
}

/// A noun group has no more words than this.
const LONGEST: usize = 12;

/// The noun group after a number that ends before `at`.
pub(super) fn after(r: &Reader<'_, '_>, at: usize, number: &Number) -> Option<Counted> {
    if r.is_joint(at) {
        return joined(r, at + 1);
    }
    let share = number.form == Form::Share;
    let mut from = at;
    if r.says(from, "of") {
        from += 1;
        // "half of all cases", "three of its ships"
        while from < at + 4
            && (r.tag(from).is_some_and(|tag| matches!(tag, Tag::DT | Tag::PDT | Tag::PRPS))
                || r.says_any(from, &["those", "these", "them", "all"]))
        {
            from += 1;
        }
    }
    // "112 of the 200 seats"
    if from > at + 1 && r.kind(from) == Some(crate::text::Kind::Number) {
        from += 1;
    }
    if share && from == at {
        while from < at + 3 && r.tag(from).is_some_and(|tag| matches!(tag, Tag::DT | Tag::PDT | Tag::PRPS)) {
            from += 1;
        }
    }
    group(r, from)
}

/// `10|-|member council`: what the hyphen joins is counted.
fn joined(r: &Reader<'_, '_>, at: usize) -> Option<Counted> {
    let word = r.token(at)?;
    if !matches!(word.tag, Tag::NN | Tag::NNS | Tag::JJ | Tag::NNP) || !word.first.is_alphabetic() {
        return None;
    }
    let whole = group(r, at)?;
    let unit = letters::lower(&lemma(r.surface(at), word.tag));
    Some(Counted { unit, ..whole })
}

/// The noun group that begins at a token.
pub(super) fn group(r: &Reader<'_, '_>, start: usize) -> Option<Counted> {
    let mut head = None;
    let mut at = start;
    while at < start + LONGEST {
        let Some(tag) = r.tag(at) else { break };
        let go = match tag {
            Tag::NN | Tag::NNP | Tag::NNS | Tag::NNPS => true,
            Tag::JJ | Tag::JJR | Tag::JJS | Tag::VBN | Tag::VBG => head.is_none_or(|_| joins_noun(r, at)),
            Tag::RB | Tag::RBR | Tag::RBS => {
                head.is_none() && at == start && r.says_any(at, &["more", "fewer"])
                    || before_adjective(r, at) && head.is_none()
            }
            Tag::HYPH => r.is_joint(at) && at > start,
            Tag::CD => at > start && r.is_joint(at - 1),
            Tag::CC => between_modifiers(r, at, start),
            Tag::POS => head.is_some() && r.tag(at + 1).is_some_and(Tag::is_noun),
            Tag::OpenQuote | Tag::CloseQuote => head.is_none() && at == start,
            _ => false,
        };
        if !go {
            match aside(r, at).filter(|_| at > start && head.is_none_or(|head| r.tag(head) != Some(Tag::NNS))) {
                Some(after) => at = after,
                None => break,
            }
            continue;
        }
        if tag.is_noun() {
            head = Some(at);
            if (matches!(tag, Tag::NNS | Tag::NNPS) || r.says(at, "people"))
                && r.tag(at + 1).is_none_or(|next| next != Tag::NNS)
                && !r.is_joint(at + 1)
            {
                break;
            }
        }
        at += 1;
    }
    let head = head?;
    Some(Counted { span: r.span(start..head + 1), unit: unit(r, start, head), end: head + 1 })
}

/// Whether an adjective after a noun still stands before another noun: "army special forces", "North Korean
/// military personnel".
fn joins_noun(r: &Reader<'_, '_>, at: usize) -> bool {
    let run = (at..at + 4).find(|&at| r.tag(at) != Some(Tag::JJ));
    run.is_some_and(|next| next > at && r.tag(next).is_some_and(Tag::is_noun))
}

/// The token after what stands in brackets inside a group: "DPRK [North Korean] soldiers".
fn aside(r: &Reader<'_, '_>, at: usize) -> Option<usize> {
    let open = r.is_mark(at, '[') || r.is_mark(at, '(');
    let close = (at + 1..at + 5).find(|&at| r.is_mark(at, ']') || r.is_mark(at, ')')).filter(|_| open)?;
    matches!(r.tag(close + 1), Some(Tag::NNS | Tag::NN)).then_some(close + 1)
}

fn before_adjective(r: &Reader<'_, '_>, at: usize) -> bool {
    r.tag(at + 1).is_some_and(|tag| matches!(tag, Tag::JJ | Tag::VBN))
}

/// Whether a conjunction joins two modifiers of one noun: "digital and physical sales".
fn between_modifiers(r: &Reader<'_, '_>, at: usize, start: usize) -> bool {
    let before = at > start && r.tag(at - 1).is_some_and(|tag| matches!(tag, Tag::JJ | Tag::NN | Tag::NNP | Tag::VBN));
    let after = r.tag(at + 1).is_some_and(|tag| matches!(tag, Tag::JJ | Tag::NN | Tag::NNP | Tag::VBN));
    let noun = (at + 2..at + 4).any(|at| matches!(r.tag(at), Some(Tag::NNS | Tag::NNPS)));
    before && after && noun && r.says(at, "and")
}

/// The unit that a noun group names: its head in singular, with the nouns and plain adjectives before it.
fn unit(r: &Reader<'_, '_>, start: usize, head: usize) -> String {
    let mut name = String::new();
    for at in start..head {
        let Some(token) = r.token(at) else { continue };
        let hyphened = token.is_dash() || r.is_joint(at + 1) || (at > start && r.is_joint(at - 1));
        let kind = matches!(token.tag, Tag::NN | Tag::NNS) || (token.tag == Tag::JJ && !general(r, at));
        // The parts of F-16 are a name like its letter.
        let named =
            token.is_capitalised() || token.tag == Tag::CD || (token.is_dash() && r.tag(at + 1) == Some(Tag::CD));
        if (kind || hyphened) && !named {
            if !name.is_empty() && !name.ends_with('-') && !token.is_dash() {
                name.push(' ');
            }
            name.push_str(&letters::lower(r.surface(at)));
        }
    }
    let name = name.trim_end_matches('-').trim().to_owned();
    let tag = r.tag(head).unwrap_or(Tag::NNS);
    let surface = r.surface(head);
    let singular = letters::lower(&lemma(surface, tag));
    if name.is_empty() { singular } else { format!("{name} {singular}") }
}

/// Adjectives that tell how many or which, not of what kind.
fn general(r: &Reader<'_, '_>, at: usize) -> bool {
    r.says_any(
        at,
        &[
            "more",
            "other",
            "additional",
            "further",
            "extra",
            "new",
            "fresh",
            "such",
            "total",
            "different",
            "separate",
            "own",
            "same",
            "many",
            "few",
            "several",
            "suspected",
            "alleged",
            "reported",
            "first",
            "last",
            "next",
            "previous",
            "recent",
            "current",
            "former",
            "consecutive",
            "straight",
            "major",
            "main",
            "key",
            "big",
            "large",
            "small",
            "possible",
            "potential",
            "late",
            "full",
            "whole",
            "entire",
            "further",
            "specific",
            "similar",
            "various",
            "particular",
            "confirmed",
            "known",
        ],
    )
}

/// The noun that stands before a number: "troops numbering 12,000", "a force of 11,000".
pub(super) fn before(r: &Reader<'_, '_>, start: usize) -> Option<Counted> {
    let at = start.checked_sub(1).filter(|&at| at > r.start)?;
    if !r.says_any(at, &["numbering", "numbered", "of", "totaling", "totalling"]) {
        return None;
    }
    let head = at - 1;
    if !r.tag(head).is_some_and(|tag| matches!(tag, Tag::NN | Tag::NNS))
        || r.says_any(
            head,
            &[
                "total", "number", "average", "estimate", "rate", "maximum", "minimum", "out", "majority", "record",
                "figure", "score", "price", "age",
            ],
        )
    {
        return None;
    }
    let mut first = head;
    while first > r.start
        && head - first < LONGEST
        && r.tag(first - 1).is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::JJ | Tag::CD))
    {
        first -= 1;
    }
    Some(Counted { span: r.span(first..head + 1), unit: unit(r, first, head), end: head + 1 })
}
