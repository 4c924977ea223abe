//! Sentences.

use std::ops::Range;

use super::{Block, Span, Token};

/// A sentence, or a line that has none.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Where it stands, closing marks included.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The block it stands in.
    pub block: usize,
}

/// Cuts each block into sentences.
pub(super) fn cut(_text: &str, blocks: &mut [Block], tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let mut start = block.tokens.start;
        let mut at = start;
        while at < block.tokens.end {
            let ends =
                matches!(tokens[at].first, '.' | '!' | '?' | '\u{2026}') && tokens[at].kind == super::Kind::Punctuation;
            at += 1;
            if ends {
                while at < block.tokens.end && !tokens[at].spaced {
                    at += 1;
                }
            }
            if (ends || at == block.tokens.end) && at > start {
                let span = tokens[start].span.to(tokens[at - 1].span);
                sentences.push(Sentence { span, tokens: start..at, block: index });
                start = at;
            }
        }
    }
    sentences
}
