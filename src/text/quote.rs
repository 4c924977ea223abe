//! Quotations: what stands between quotation marks.

use super::{Block, Span, Token};

/// A quotation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quote {
    /// With its marks.
    pub span: Span,
    /// Without its marks.
    pub content: Span,
    /// Whether it stands in another one.
    pub nested: bool,
    /// Whether its closing mark is there; a quotation that goes on in the next paragraph has none.
    pub closed: bool,
}

/// Pairs the quotation marks of each block.
pub(super) fn find(_text: &str, _blocks: &[Block], _tokens: &[Token]) -> Vec<Quote> {
    Vec::new()
}
