//! A sentence as the recognisers look at it: every look is held to the sentence.

use std::ops::Range;

use crate::date::{Date, DateKind};
use crate::lexicon::{Class, MeasureUnit, Numeral, WordId, lexicon};
use crate::text::{Document, Kind, Span, Tag, Token};

/// One sentence of a document. Positions are indexes of the document's tokens.
#[derive(Clone, Copy)]
pub(super) struct Reader<'r, 't> {
    pub(super) document: &'r Document<'t>,
    dates: &'r [Date],
    pub(super) start: usize,
    pub(super) end: usize,
}

impl<'r, 't> Reader<'r, 't> {
    pub(super) fn new(document: &'r Document<'t>, dates: &'r [Date], sentence: &Range<usize>) -> Self {
        Self { document, dates, start: sentence.start, end: sentence.end }
    }

    /// The same text from another token on.
    pub(super) fn since(&self, start: usize) -> Self {
        Self { start, ..*self }
    }

    pub(super) fn token(&self, at: usize) -> Option<&'r Token> {
        (self.start..self.end).contains(&at).then(|| self.document.tokens.get(at)).flatten()
    }

    /// The token `back` positions before `at`.
    pub(super) fn before(&self, at: usize, back: usize) -> Option<&'r Token> {
        self.token(at.checked_sub(back)?)
    }

    pub(super) fn word(&self, at: usize) -> WordId {
        self.token(at).map_or(WordId::NONE, |token| token.word)
    }

    pub(super) fn surface(&self, at: usize) -> &'t str {
        self.token(at).map_or("", |token| token.span.of(self.document.text))
    }

    /// Whether the token is this word.
    pub(super) fn says(&self, at: usize, word: WordId) -> bool {
        self.word(at) == word
    }

    pub(super) fn says_any(&self, at: usize, words: &[WordId]) -> bool {
        words.contains(&self.word(at))
    }

    /// Whether the token reads so, in any case: for what no list has.
    pub(super) fn reads(&self, at: usize, word: &str) -> bool {
        let surface = self.surface(at);
        surface.len() == word.len() && surface.eq_ignore_ascii_case(word)
    }

    pub(super) fn reads_any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.reads(at, word))
    }

    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.token(at).is_some_and(|token| token.is(class))
    }

    pub(super) fn tag(&self, at: usize) -> Option<Tag> {
        self.token(at).map(|token| token.tag)
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.token(at).map(|token| token.kind)
    }

    pub(super) fn numeral(&self, at: usize) -> Option<Numeral> {
        lexicon().quantities().numeral(self.word(at))
    }

    /// The unit of measure that the word at a token names by itself.
    pub(super) fn unit(&self, at: usize) -> Option<&'static MeasureUnit> {
        lexicon().quantities().unit_named(self.word(at), |_| WordId::NONE).map(|(_, unit)| unit)
    }

    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.token(at).is_some_and(|token| token.is_mark(mark))
    }

    pub(super) fn is_dash(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_dash)
    }

    /// Whether the token is there and stands right behind the one before it.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        at > self.start && self.token(at).is_some_and(|token| !token.spaced)
    }

    /// A hyphen that joins the token before it to the one after it.
    pub(super) fn is_joint(&self, at: usize) -> bool {
        self.is_dash(at) && self.is_glued(at) && self.is_glued(at + 1)
    }

    pub(super) fn span(&self, tokens: Range<usize>) -> Span {
        self.document.span(tokens)
    }

    /// Whether a token lies in an expression of time other than a duration.
    pub(super) fn in_date(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let next = self.dates.partition_point(|date| date.span.end <= token.span.start);
        self.dates.get(next).is_some_and(|date| date.kind != DateKind::Duration && date.span.contains(token.span))
    }
}
