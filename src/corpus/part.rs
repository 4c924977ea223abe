//! Parts: the words and names of a text in their order, with who does what to whom, ready to be laid beside
//! another text's.

use super::term::{Term, Word};
use crate::attribution::Stance;
use crate::lexicon::{Class, Role, WordId, kin, lexicon};
use crate::name::EntityKind;
use crate::order;
use crate::reading::Reading;
use crate::text::{Document, Kind, NounGroup, Span, Tag, Tense, VerbGroup, lemma};

/// How many noun groups are passed over between a verb and its subject.
const GROUPS_BACK: usize = 4;

/// How many tokens a word that negates reaches.
const NEGATES: usize = 12;

/// How many tokens after a passive verb its actor is looked for: `was hit late on Monday by`.
const ACTOR_REACH: usize = 8;

/// A content word or a word of a name, as it stands in a text.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Part {
    /// Where it stands.
    pub span: Span,
    /// The word.
    pub word: Word,
    /// What it is without its endings.
    pub stem: Term,
    /// Its number in the list of words that can say the same.
    pub kin: WordId,
    /// Whom or what it names.
    pub entity: Option<Term>,
    /// What kind of thing that is.
    pub kind: Option<EntityKind>,
    /// What it is.
    pub sort: Sort,
    /// Whether it says who speaks, and that he does.
    pub frame: bool,
    /// Whether it stands where something is negated.
    pub negated: bool,
    /// What it is to a verb.
    pub deed: Deed,
}

/// What a part is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sort {
    /// A word of a name.
    Name,
    /// A noun.
    Noun,
    /// A verb.
    Verb,
    /// Any other word.
    Other,
}

/// What a part is to a verb, which is told by its place among the parts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Deed {
    /// Who does it.
    Actor(u32),
    /// To whom it is done.
    Sufferer(u32),
    /// Neither.
    None,
}

/// The parts of a document, in order. What stands in a figure or in page furniture is none.
pub(super) fn all(document: &Document<'_>, reading: &Reading) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let (mut name, mut figure) = (0, 0);
    let mut negated_to = 0;
    let denials = denials(document, reading);
    for (at, token) in document.tokens.iter().enumerate() {
        if negates(document, at) && denials.binary_search(&at).is_err() {
            negated_to = at + NEGATES;
        }
        if matches!(token.first, ',' | '.' | ';' | ':' | '(' | '!' | '?') && token.kind == Kind::Punctuation
            || lexicon().has_role(token.word, Role::Joins) && !token.is(Class::NotYet)
        {
            negated_to = at;
        }
        while reading.names.get(name).is_some_and(|name| name.span.end <= token.span.start) {
            name += 1;
        }
        while reading.figures.get(figure).is_some_and(|figure| figure.span.end <= token.span.start) {
            figure += 1;
        }
        if reading.figures.get(figure).is_some_and(|figure| figure.span.contains(token.span)) {
            continue;
        }
        if token.kind != Kind::Word || token.is(Class::FunctionWord) {
            continue;
        }
        let lemma = lemma(token.span.of(document.text), token.tag);
        if lexicon().is(lexicon().id(&lemma), Class::FunctionWord) {
            continue;
        }
        let named = reading.names.get(name).filter(|name| name.span.contains(token.span));
        let entity = named.and_then(|name| reading.entities.get(name.entity as usize));
        parts.push(Part {
            span: token.span,
            word: Word::of_lemma(&lemma),
            stem: Term::of_stem(stem(&lemma)),
            kin: kin().id(&lemma),
            entity: entity.map(|entity| Term::of_entity(&entity.key)),
            kind: entity.map(|entity| entity.kind),
            sort: match token.tag {
                _ if named.is_some() => Sort::Name,
                Tag::NNP | Tag::NNPS => Sort::Name,
                tag if tag.is_noun() => Sort::Noun,
                tag if tag.is_verb() => Sort::Verb,
                _ => Sort::Other,
            },
            frame: false,
            negated: at < negated_to,
            deed: Deed::None,
        });
    }
    for attribution in &reading.attributions {
        for &span in attribution.source.iter().chain(&attribution.cue) {
            let range = parts_in(&parts, span);
            parts.get_mut(range).into_iter().flatten().for_each(|part| part.frame = true);
        }
    }
    deeds(document, &mut parts);
    parts
}

/// Whether a token negates what follows: `not`, `failed to`. `No. 5` and `no doubt` do not.
fn negates(document: &Document<'_>, at: usize) -> bool {
    let Some(token) = document.tokens.get(at) else { return false };
    let next = document.tokens.get(at + 1);
    let text = next.map_or("", |next| lexicon().text(next.word));
    let undone = next.is_some_and(|next| {
        lexicon().has_role(next.word, Role::Undoes) && text != "longer"
            || next.kind == Kind::Number
            || next.first == '.'
    });
    lexicon().has_role(token.word, Role::Negates) && !undone
        // `Declined to pay`, but not `declined to 11 euros`.
        || lexicon().has_role(token.word, Role::Averts)
            && text == "to"
            && document.tokens.get(at + 2).is_some_and(|after| after.tag.is_verb())
}

/// The tokens that say that somebody denies something: that stands with the claim.
fn denials(document: &Document<'_>, reading: &Reading) -> Vec<usize> {
    let denials = reading.attributions.iter().filter(|attribution| attribution.stance == Stance::Denied);
    let mut tokens: Vec<usize> =
        denials.filter_map(|denial| denial.cue).flat_map(|cue| document.tokens_in(cue)).collect();
    order::sort(&mut tokens);
    tokens
}

/// The parts that lie in a span, as a range of their places.
#[must_use]
pub fn parts_in(parts: &[Part], span: Span) -> std::ops::Range<usize> {
    let from = parts.partition_point(|part| part.span.start < span.start);
    let to = parts.partition_point(|part| part.span.end <= span.end);
    from..to.max(from)
}

/// Tells who does what to whom: the nouns before and after each verb, the other way round where it is passive.
fn deeds(document: &Document<'_>, parts: &mut [Part]) {
    let place = |parts: &[Part], token: usize| {
        let span = document.tokens.get(token)?.span;
        parts.binary_search_by_key(&span.start, |part| part.span.start).ok()
    };
    for verb in &document.verb_groups {
        let Some(at) = place(parts, verb.head) else { continue };
        let after = object(document, verb).and_then(|noun| place(parts, noun.head));
        let before = subject(document, verb).and_then(|noun| place(parts, noun.head));
        let by = if verb.passive { actor(document, verb).and_then(|noun| place(parts, noun.head)) } else { None };
        let (actor, sufferer) = if verb.passive { (by, before) } else { (before, after) };
        for (part, deed) in [(actor, Deed::Actor(at as u32)), (sufferer, Deed::Sufferer(at as u32))] {
            if let Some(part) = part.and_then(|part| parts.get_mut(part))
                && part.deed == Deed::None
            {
                part.deed = deed;
            }
        }
    }
}

/// The nearest noun group before a finite verb that no preposition stands before.
fn subject<'d>(document: &'d Document<'_>, verb: &VerbGroup) -> Option<&'d NounGroup> {
    if verb.tense == Tense::NonFinite {
        return None;
    }
    let start = document.sentences.get(document.sentence_of(verb.tokens.start))?.tokens.start;
    let to = document.noun_groups.partition_point(|group| group.tokens.end <= verb.tokens.start);
    let groups = document.noun_groups[..to].iter().rev().take(GROUPS_BACK);
    groups.take_while(|group| group.tokens.start >= start).find(|group| {
        let before = group.tokens.start.checked_sub(1).and_then(|before| document.tokens.get(before));
        !before.is_some_and(|token| lexicon().has_role(token.word, Role::Links))
    })
}

/// The noun group right after a verb.
fn object<'d>(document: &'d Document<'_>, verb: &VerbGroup) -> Option<&'d NounGroup> {
    let from = document.noun_groups.partition_point(|group| group.tokens.start < verb.tokens.end);
    document.noun_groups.get(from).filter(|group| group.tokens.start <= verb.tokens.end + 1)
}

/// The noun group after `by` behind a passive verb.
fn actor<'d>(document: &'d Document<'_>, verb: &VerbGroup) -> Option<&'d NounGroup> {
    let end = document.sentences.get(document.sentence_of(verb.tokens.start))?.tokens.end;
    let reach = verb.tokens.end..end.min(verb.tokens.end + ACTOR_REACH);
    let by = document.tokens.get(reach.clone())?.iter().position(|token| lexicon().text(token.word) == "by")?;
    let from = document.noun_groups.partition_point(|group| group.tokens.start <= reach.start + by);
    document.noun_groups.get(from).filter(|group| group.tokens.start == reach.start + by + 1)
}

/// Endings that change what a word is and not what it speaks of; the longer first.
const ENDINGS: [&str; 38] = [
    "ization", "isation", "ations", "ation", "ating", "ition", "ments", "ment", "ings", "ness", "ities", "ists",
    "ance", "ence", "ions", "able", "ible", "ing", "ion", "ity", "ist", "ant", "ent", "ate", "ive", "ous", "ers",
    "ors", "al", "ic", "ed", "er", "or", "es", "ly", "s", "e", "y",
];

/// A word without its endings, twice at most: `confirmation` and `confirm` are one.
fn stem(lemma: &str) -> &str {
    let mut word = lemma;
    for _ in 0..2 {
        for ending in ENDINGS {
            let least = match ending {
                // `jobs` in a headline is a name to the tagger; `news`, `virus`, `loss` are no plurals.
                "s" if !["ss", "us", "is", "ws"].iter().any(|end| word.ends_with(end)) => 3,
                "ing" => 4,
                _ if ending.len() > 2 => 5,
                _ => 4,
            };
            if let Some(bare) = word.strip_suffix(ending).filter(|bare| bare.len() >= least) {
                word = bare;
                break;
            }
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn stems() {
        let check = |one: &str, two: &str, alike: bool| assert_eq!(stem(one) == stem(two), alike, "{one} and {two}");
        check("confirmation", "confirm", true);
        check("election", "elect", true);
        check("absolutely", "absolute", true);
        check("accelerate", "acceleration", true);
        check("killer", "kill", true);
        check("jobs", "job", true);
        check("news", "new", false);
        check("station", "state", false);
        check("nation", "nature", false);
    }
}
