//! What this stage asks of a document again and again, by token.

use std::ops::Range;

use crate::lexicon::{Role, WordId, lexicon};
use crate::text::{Case, Document, NounGroup, Quote, Span, Tag, Tense, Token, VerbGroup};

/// No group or quotation at a token.
const NONE: u32 = u32::MAX;

/// A document with its groups and quotations by token.
#[derive(Debug)]
pub(crate) struct Page<'d, 't> {
    pub(crate) document: &'d Document<'t>,
    nouns: Vec<u32>,
    verbs: Vec<u32>,
    quotes: Vec<u32>,
    /// Per token: [`QUOTED`] and the like.
    marks: Vec<u8>,
}

/// What a token is to the quotation that it is in.
const QUOTED: u8 = 1;
const OPENS: u8 = 2;
const CLOSES: u8 = 4;

impl<'d, 't> Page<'d, 't> {
    pub(crate) fn new(document: &'d Document<'t>) -> Self {
        let count = document.tokens.len();
        let none = vec![NONE; count];
        let mut page = Self { document, nouns: none.clone(), verbs: none.clone(), quotes: none, marks: vec![0; count] };
        for (index, group) in document.noun_groups.iter().enumerate() {
            page.nouns[group.tokens.clone()].fill(index as u32);
        }
        for (index, group) in document.verb_groups.iter().enumerate() {
            page.verbs[group.tokens.clone()].fill(index as u32);
        }
        let outer = document.quotes.iter().enumerate().filter(|(_, quote)| !quote.nested);
        for (index, quote) in outer {
            let tokens = document.tokens_in(quote.span);
            for at in tokens.clone() {
                let span = document.tokens[at].span;
                let (opens, closes) = (span.start == quote.span.start, span.end == quote.span.end);
                page.marks[at] = QUOTED + u8::from(opens) * OPENS + u8::from(closes) * CLOSES;
            }
            page.quotes[tokens].fill(index as u32);
        }
        page
    }

    pub(crate) fn token(&self, at: usize) -> Option<&'d Token> {
        self.document.tokens.get(at)
    }

    pub(crate) fn tag(&self, at: usize) -> Option<Tag> {
        self.token(at).map(|token| token.tag)
    }

    pub(crate) fn word(&self, at: usize) -> WordId {
        self.token(at).map_or(WordId::NONE, |token| token.word)
    }

    /// The listed form of a word, in lower case; empty where no list has it.
    pub(crate) fn text(&self, at: usize) -> &'static str {
        lexicon().text(self.word(at))
    }

    pub(crate) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.token(at).is_some_and(|token| token.is_mark(mark))
    }

    pub(crate) fn has_role(&self, at: usize, role: Role) -> bool {
        self.token(at).is_some_and(|token| lexicon().has_role(token.word, role))
    }

    /// The noun group that a token is in.
    pub(crate) fn noun(&self, at: usize) -> Option<&'d NounGroup> {
        let index = *self.nouns.get(at)?;
        self.document.noun_groups.get(index as usize)
    }

    /// The noun group that ends right before a token.
    pub(crate) fn noun_before(&self, at: usize) -> Option<&'d NounGroup> {
        self.noun(at.checked_sub(1)?).filter(|group| group.tokens.end == at)
    }

    /// The noun group that begins at a token.
    pub(crate) fn noun_from(&self, at: usize) -> Option<&'d NounGroup> {
        self.noun(at).filter(|group| group.tokens.start == at)
    }

    /// The verb group that a token is in.
    pub(crate) fn verb(&self, at: usize) -> Option<&'d VerbGroup> {
        let index = *self.verbs.get(at)?;
        self.document.verb_groups.get(index as usize)
    }

    /// Whether a token is in a verb group that can be a predicate alone.
    pub(crate) fn is_finite(&self, at: usize) -> bool {
        self.verb(at).is_some_and(|verb| verb.tense != Tense::NonFinite)
    }

    /// The outermost quotation that a token is in, marks included.
    pub(crate) fn quote(&self, at: usize) -> Option<&'d Quote> {
        let index = *self.quotes.get(at)?;
        self.document.quotes.get(index as usize)
    }

    fn has_mark(&self, at: usize, mark: u8) -> bool {
        self.marks.get(at).is_some_and(|marks| marks & mark != 0)
    }

    /// Whether a token is in a quotation, marks included.
    pub(crate) fn is_quoted(&self, at: usize) -> bool {
        self.has_mark(at, QUOTED)
    }

    /// Whether a quotation begins with a token.
    pub(crate) fn opens_quote(&self, at: usize) -> bool {
        self.has_mark(at, OPENS)
    }

    /// Whether a quotation ends right before a token.
    pub(crate) fn closes_quote(&self, at: usize) -> bool {
        self.has_mark(at.wrapping_sub(1), CLOSES)
    }

    /// The quotation that a token is the first of.
    pub(crate) fn quote_from(&self, at: usize) -> Option<&'d Quote> {
        if self.opens_quote(at) { self.quote(at) } else { None }
    }

    /// The quotation that ends right before a token.
    pub(crate) fn quote_before(&self, at: usize) -> Option<&'d Quote> {
        if self.closes_quote(at) { self.quote(at - 1) } else { None }
    }

    pub(crate) fn tokens_of(&self, span: Span) -> Range<usize> {
        self.document.tokens_in(span)
    }

    /// Whether a noun group is a time and no actor: `Monday`, `last week`.
    pub(crate) fn is_time(&self, group: &NounGroup) -> bool {
        self.has_role(group.head, Role::Time)
    }

    /// Whether a token is a relative pronoun, and not the letters of the World Health Organization.
    pub(crate) fn is_relative(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| matches!(token.tag, Tag::WP | Tag::WDT) && token.case != Case::Upper)
    }

    /// Whether a token is a preposition; those that open clauses among them.
    pub(crate) fn is_preposition(&self, at: usize) -> bool {
        matches!(self.tag(at), Some(Tag::IN | Tag::TO))
    }
}
