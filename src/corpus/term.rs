//! Terms: what the words of two articles are compared by.
//!
//! A term is a number made from a word's class of synonyms, from its lemma, or from the key of the
//! entity that it names, so that articles can be compared without a dictionary that all must share.

use crate::lexicon::{Class, Kinship, Meaning, lexicon};
use crate::text::{Document, Token, lemma};

/// What a word is compared by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Term(u64);

impl Term {
    /// The term of a lemma in lower case.
    #[must_use]
    pub fn of_lemma(lemma: &str) -> Self {
        let lexicon = lexicon();
        match lexicon.synonyms().of(lexicon.id(lemma)) {
            Some(meaning) => Self::of_meaning(meaning),
            None => Self(fnv(b'w', lemma.as_bytes())),
        }
    }

    /// The term of a class of synonyms.
    #[must_use]
    pub fn of_meaning(meaning: Meaning) -> Self {
        Self(fnv(b'w', lexicon().synonyms().name(meaning).as_bytes()))
    }

    /// The term of an entity's key.
    #[must_use]
    pub fn of_entity(key: &str) -> Self {
        Self(fnv(b'e', key.as_bytes()))
    }

    /// The term of a word without its endings.
    #[must_use]
    pub fn of_stem(stem: &str) -> Self {
        Self(fnv(b's', stem.as_bytes()))
    }

    /// The term of a number as it is written.
    #[must_use]
    pub fn of_number(digits: &str) -> Self {
        Self(fnv(b'n', digits.as_bytes()))
    }

    /// Its first bits, by which terms are in order.
    pub(super) fn head(self, bits: u32) -> u64 {
        self.0 >> (u64::BITS - bits)
    }

    /// The term of a token; `None` for marks and for words that carry no matter.
    #[must_use]
    pub fn of_token(document: &Document<'_>, token: &Token) -> Option<Self> {
        Word::of(document, token).map(|word| word.term)
    }
}

/// A content word: its term, and its class of synonyms where it has one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Word {
    /// What it is compared by.
    pub term: Term,
    /// Its class of synonyms.
    pub meaning: Option<Meaning>,
}

impl Word {
    /// The content word that a token is.
    #[must_use]
    pub fn of(document: &Document<'_>, token: &Token) -> Option<Self> {
        if token.kind != crate::text::Kind::Word || token.is(Class::FunctionWord) {
            return None;
        }
        let lemma = lemma(token.span.of(document.text), token.tag);
        let lexicon = lexicon();
        let id = lexicon.id(&lemma);
        if lexicon.is(id, Class::FunctionWord) {
            return None;
        }
        let meaning = lexicon.synonyms().of(id);
        Some(Self { term: Term::of_lemma(&lemma), meaning })
    }

    /// A lemma as a content word.
    #[must_use]
    pub fn of_lemma(lemma: &str) -> Self {
        let lexicon = lexicon();
        Self { term: Term::of_lemma(lemma), meaning: lexicon.synonyms().of(lexicon.id(lemma)) }
    }

    /// The field that it is told apart in; empty where it is in none.
    #[must_use]
    pub fn field(self) -> &'static str {
        self.meaning.map_or("", |meaning| lexicon().synonyms().field(meaning))
    }

    /// The word that names its class; empty where it has none.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.meaning.map_or("", |meaning| lexicon().synonyms().name(meaning))
    }

    /// Whether it says what became of people: killed, injured, arrested.
    #[must_use]
    pub fn is_fate(self) -> bool {
        self.field() == "fate"
    }

    /// Whether it says that people died.
    #[must_use]
    pub fn is_death(self) -> bool {
        matches!(self.name(), "die" | "murder")
    }

    /// Whether it is a noun for people.
    #[must_use]
    pub fn is_person(self) -> bool {
        let synonyms = lexicon().synonyms();
        self.meaning.zip(synonyms.named("person")).is_some_and(|(meaning, person)| synonyms.is_kind_of(meaning, person))
    }

    /// How two words stand to each other: [`Kinship::Same`] for one lemma, too.
    #[must_use]
    pub fn kinship(self, other: Self) -> Kinship {
        match (self.meaning, other.meaning) {
            _ if self.term == other.term => Kinship::Same,
            (Some(a), Some(b)) => lexicon().synonyms().kinship(a, b),
            _ => Kinship::None,
        }
    }
}

/// FNV-1a, 64 bits wide, of a kind and a name.
fn fnv(kind: u8, bytes: &[u8]) -> u64 {
    std::iter::once(&kind)
        .chain(bytes)
        .fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
