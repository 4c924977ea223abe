//! Blocks: the paragraphs and lines of a page as it is pasted, and what each of them is.

use super::cut::tokenise;
use super::{Kind, Span, Token, line, page};

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BlockKind {
    /// Running text.
    Body,
    /// A title or heading: no full stop.
    Headline,
    /// What stands under a picture.
    Caption,
    /// Share buttons, "read more", notices, bylines: yields no figures and no claims.
    Boilerplate,
}

/// A paragraph or line, or the part of one that is of one kind.
#[derive(Clone, Debug)]
pub struct Block {
    /// Where it stands, without the white space around it; line ends may stand inside where a paragraph
    /// was broken to fit a width.
    pub span: Span,
    /// Its tokens.
    pub tokens: std::ops::Range<usize>,
    /// What it is.
    pub kind: BlockKind,
}

/// Cuts the text into paragraphs, tokenises them and tells what each is.
pub(super) fn cut(text: &str, tokens: &mut Vec<Token>) -> Vec<Block> {
    let paragraphs = line::paragraphs(text);
    let mut blocks = Vec::with_capacity(paragraphs.len());
    for span in paragraphs {
        let first = tokens.len();
        tokenise(text, span, tokens);
        if tokens.len() > first {
            page::classify(text, first, tokens, &mut blocks);
        }
    }
    // Nothing but furniture is no page: someone asks about just this.
    if blocks.iter().all(|block| matches!(block.kind, BlockKind::Boilerplate | BlockKind::Caption)) {
        for block in &mut blocks {
            block.kind = BlockKind::Body;
        }
    }
    find_headlines(tokens, &mut blocks);
    blocks
}

/// Marks the title, and headings between paragraphs.
fn find_headlines(tokens: &[Token], blocks: &mut [Block]) {
    /// The longest title and the longest heading, in tokens.
    const TITLE: usize = 30;
    const HEADING: usize = 12;
    let mut first = true;
    for at in 0..blocks.len() {
        let block = &blocks[at];
        if block.kind != BlockKind::Body {
            continue;
        }
        let title = std::mem::take(&mut first);
        let len = block.tokens.len();
        let text_follows = || {
            blocks[at + 1..].iter().take(8).any(|next| next.kind == BlockKind::Body && next.tokens.len() > len.max(8))
        };
        let words = &tokens[block.tokens.clone()];
        let fits = if title { len <= TITLE } else { len <= HEADING };
        if fits && is_heading(words, title) && text_follows() {
            blocks[at].kind = BlockKind::Headline;
        }
    }
}

/// Whether a line has the looks of a title: no stop at its end, no mark of a list at its beginning; a
/// full stop only where all words are capitalised.
fn is_heading(words: &[Token], title: bool) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let item = first.is_dash() || matches!(first.first, '*' | '\u{2022}' | '\u{b7}' | '\u{25cf}');
    let numbered = first.kind == Kind::Number && words.get(1).is_some_and(|next| matches!(next.first, '.' | ')'));
    if item || numbered || matches!(last.first, ',' | ':' | ';') && last.kind == Kind::Punctuation {
        return false;
    }
    let stopped = last.kind == Kind::Punctuation
        && (matches!(last.first, '.' | '\u{2026}' | '!' | '?' | '\u{201d}' | '"' | '\u{2019}' | '\''));
    if !stopped {
        return true;
    }
    const LONG_WORD: usize = 4;
    let long = words.iter().filter(|word| word.kind == Kind::Word && word.span.len() >= LONG_WORD);
    let (capitals, all) =
        long.fold((0, 0), |(capitals, all), word| (capitals + usize::from(word.is_capitalised()), all + 1));
    let shortest = if title { 3 } else { 1 };
    all > shortest && capitals * 10 >= all * 9
}
