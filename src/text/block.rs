//! Blocks: the paragraphs and lines of a page as it is pasted, and what each of them is.

use serde::{Deserialize, Serialize};

use super::token::tokenise;
use super::{Span, Token};

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// Running text.
    Body,
    /// A title or heading: no full stop.
    Headline,
    /// What stands under a picture.
    Caption,
    /// Share buttons, "read more", notices: yields no figures and no claims.
    Boilerplate,
}

/// A paragraph or line.
#[derive(Clone, Debug)]
pub struct Block {
    /// Where it stands, without the white space around it.
    pub span: Span,
    /// Its tokens.
    pub tokens: std::ops::Range<usize>,
    /// What it is.
    pub kind: BlockKind,
}

/// Cuts the text at line ends and tokenises each block.
pub(super) fn cut(text: &str, tokens: &mut Vec<Token>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        let end = at + line.trim_end().len();
        at += line.len();
        if start >= end {
            continue;
        }
        let span = Span::new(start, end);
        let first = tokens.len();
        tokenise(text, span, tokens);
        blocks.push(Block { span, tokens: first..tokens.len(), kind: BlockKind::Body });
    }
    blocks
}
