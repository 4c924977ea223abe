//! The text as written: blocks, sentences, tokens with tags, quotations.
//!
//! [`Document::new`] is the only way in; everything after it works on tokens and spans.

mod block;
mod cut;
mod group;
mod lemma;
mod line;
mod link;
mod marks;
mod page;
mod quote;
mod sentence;
mod span;
mod tag;
mod tagger;
mod token;

use std::ops::Range;

use marks::Marks;

pub use block::{Block, BlockKind};
pub(crate) use cut::is_invisible;
pub use group::{NounGroup, Tense, VerbGroup};
pub use lemma::lemma;
pub use quote::Quote;
pub use sentence::Sentence;
pub use span::Span;
pub use tag::Tag;
#[cfg(not(target_arch = "wasm32"))]
pub use tagger::tag_words;
#[cfg(not(target_arch = "wasm32"))]
pub use tagger::train;
pub use token::{Case, Kind, Token};

/// The largest text that is read whole, in bytes; offsets are 32 bits wide.
pub const MAX_BYTES: usize = 1 << 30;

/// A text cut into its parts.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    /// The text itself; all spans lie in it.
    pub text: &'t str,
    /// Paragraphs, headlines, captions, boilerplate: they cover all tokens, in order.
    pub blocks: Vec<Block>,
    /// Sentences, in order; none runs over the end of its block.
    pub sentences: Vec<Sentence>,
    /// Tokens, in order, boilerplate's among them.
    pub tokens: Vec<Token>,
    /// Quotations, in order of their beginning.
    pub quotes: Vec<Quote>,
    /// Noun groups, in order; none in another.
    pub noun_groups: Vec<NounGroup>,
    /// Verb groups, in order.
    pub verb_groups: Vec<VerbGroup>,
    /// By bytes.
    token_marks: Marks<64>,
    /// By tokens.
    sentence_marks: Marks<32>,
    noun_marks: Marks<16>,
    verb_marks: Marks<16>,
}

impl<'t> Document<'t> {
    /// Cuts and tags a text.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut end = text.len().min(MAX_BYTES);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = &text[..end];
        let mut tokens = Vec::with_capacity(text.len() / 4);
        let mut blocks = block::cut(text, &mut tokens);
        let sentences = sentence::cut(text, &mut blocks, &tokens);
        tagger::tag(text, &sentences, &mut tokens);
        let quotes = quote::find(text, &blocks, &sentences, &tokens);
        let (noun_groups, verb_groups) = group::find(&sentences, &tokens);
        Self {
            text,
            token_marks: Marks::new(tokens.iter().map(token_end)),
            sentence_marks: Marks::new(sentences.iter().map(|sentence| sentence.tokens.end)),
            noun_marks: Marks::new(noun_groups.iter().map(|group| group.tokens.end)),
            verb_marks: Marks::new(verb_groups.iter().map(|group| group.tokens.end)),
            blocks,
            sentences,
            tokens,
            quotes,
            noun_groups,
            verb_groups,
        }
    }

    /// The surface of a token.
    #[must_use]
    pub fn word(&self, token: usize) -> &'t str {
        self.tokens.get(token).map_or("", |token| token.span.of(self.text))
    }

    /// The text of a span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &'t str {
        span.of(self.text)
    }

    /// The span of a range of tokens; empty at the next token, or the end, for an empty range.
    #[must_use]
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match self.tokens.get(tokens.clone()) {
            Some([first, .., last]) => first.span.to(last.span),
            Some([only]) => only.span,
            _ => {
                let at = self.tokens.get(tokens.start).map_or(self.text.len(), |token| token.span.start as usize);
                Span::new(at, at)
            }
        }
    }

    /// The tokens that lie wholly or partly in a span, as a range.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let from = self.token_behind(span.start);
        // The one that the last byte lies in, if it does not begin behind it.
        let last = span.end.checked_sub(1).map_or(0, |last| self.token_behind(last));
        let inside = self.tokens.get(last).is_some_and(|token| token.span.start < span.end);
        from..(last + usize::from(inside)).max(from)
    }

    /// The index of the first token that ends behind a byte offset.
    #[must_use]
    pub fn token_behind(&self, offset: u32) -> usize {
        self.token_marks.behind(offset as usize, &self.tokens, token_end)
    }

    /// The index of the sentence that a byte offset lies in, or of the next one.
    #[must_use]
    pub fn sentence_at(&self, offset: u32) -> usize {
        self.sentence_of(self.token_behind(offset))
    }

    /// The index of the sentence of a token; the number of sentences where there is no such token.
    #[must_use]
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentence_marks.behind(token, &self.sentences, |sentence| sentence.tokens.end)
    }

    /// The noun group that a token stands in.
    #[must_use]
    pub fn noun_group_at(&self, token: usize) -> Option<&NounGroup> {
        let at = self.noun_marks.behind(token, &self.noun_groups, |group| group.tokens.end);
        self.noun_groups.get(at).filter(|group| group.tokens.contains(&token))
    }

    /// The verb group that a token stands in.
    #[must_use]
    pub fn verb_group_at(&self, token: usize) -> Option<&VerbGroup> {
        self.verb_groups.get(self.verb_group_behind(token)).filter(|group| group.tokens.contains(&token))
    }

    /// The verb groups that begin at a token or behind it.
    #[must_use]
    pub fn verb_groups_from(&self, token: usize) -> &[VerbGroup] {
        let mut at = self.verb_group_behind(token);
        at += usize::from(self.verb_groups.get(at).is_some_and(|group| group.tokens.start < token));
        self.verb_groups.get(at..).unwrap_or_default()
    }

    fn verb_group_behind(&self, token: usize) -> usize {
        self.verb_marks.behind(token, &self.verb_groups, |group| group.tokens.end)
    }

    /// The innermost quotation that a byte offset lies in, marks included.
    #[must_use]
    pub fn quote_at(&self, offset: u32) -> Option<&Quote> {
        let last = self.quotes.partition_point(|quote| quote.span.start <= offset).checked_sub(1)?;
        // What begins before the offset and holds it holds the last one that does too, or is it.
        let mut quote = self.quotes.get(last)?;
        while quote.span.end <= offset {
            quote = self.quotes.get(quote.within? as usize)?;
        }
        Some(quote)
    }

    /// The lemma of a token, in lower case.
    #[must_use]
    pub fn lemma(&self, token: usize) -> std::borrow::Cow<'t, str> {
        lemma(self.word(token), self.tokens.get(token).map_or(Tag::XX, |token| token.tag))
    }

    /// The block of a sentence.
    #[must_use]
    pub fn block_of(&self, sentence: &Sentence) -> &Block {
        &self.blocks[sentence.block]
    }
}

fn token_end(token: &Token) -> usize {
    token.span.end as usize
}
