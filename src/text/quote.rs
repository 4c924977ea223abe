//! Quotations: what stands between quotation marks.

use super::{Block, Kind, Span, Token};

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

/// Which marks belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marks {
    Double,
    Single,
    Guillemets,
    SingleGuillemets,
}

/// What a mark does; straight ones show it by the white space around them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Open,
    Close,
    Either,
}

struct Open {
    marks: Marks,
    /// The token of the opening mark.
    token: usize,
    /// Its place among the quotes found.
    slot: usize,
}

/// How many quotations may be open in each other; more marks than that are no quotations.
const DEEPEST: usize = 4;

/// Pairs the quotation marks of each block.
pub(super) fn find(_text: &str, blocks: &[Block], tokens: &[Token]) -> Vec<Quote> {
    let mut found: Vec<Option<Quote>> = Vec::new();
    for block in blocks {
        let mut open: Vec<Open> = Vec::new();
        for at in block.tokens.clone() {
            let Some((marks, act)) = mark(tokens, at, block) else { continue };
            let partner = open.iter().rposition(|open| open.marks == marks);
            let closes = match act {
                Act::Open => false,
                Act::Close => true,
                Act::Either => partner.is_some(),
            };
            if closes {
                let Some(partner) = partner else { continue };
                let begun = &open[partner];
                found[begun.slot] = Some(quote(tokens, begun.token, at, partner > 0));
                open.truncate(partner);
            } else if open.len() < DEEPEST && partner.is_none() {
                open.push(Open { marks, token: at, slot: found.len() });
                found.push(None);
            }
        }
        // An unclosed double mark runs to the end of its paragraph: the quotation goes on in the next one.
        if let Some(first) = open.iter().position(|open| open.marks != Marks::Single) {
            let begun = &open[first];
            let last = block.tokens.end - 1;
            if last > begun.token && found[begun.slot + 1..].iter().all(Option::is_none) {
                let mut quote = quote(tokens, begun.token, last, false);
                quote.content.end = quote.span.end;
                quote.closed = false;
                found[begun.slot] = Some(quote);
            }
        }
    }
    found.into_iter().flatten().collect()
}

fn quote(tokens: &[Token], from: usize, to: usize, nested: bool) -> Quote {
    let (open, close) = (tokens[from].span, tokens[to].span);
    Quote {
        span: open.to(close),
        content: Span { start: open.end, end: close.start.max(open.end) },
        nested,
        closed: true,
    }
}

fn mark(tokens: &[Token], at: usize, block: &Block) -> Option<(Marks, Act)> {
    let token = &tokens[at];
    if token.kind != Kind::Punctuation && token.first != '`' {
        return None;
    }
    let next_spaced = at + 1 >= block.tokens.end || tokens[at + 1].spaced;
    let before = at.checked_sub(1).filter(|&before| before >= block.tokens.start).map(|before| &tokens[before]);
    let by_space = || match (token.spaced, next_spaced) {
        (true, false) => Act::Open,
        (false, true) => Act::Close,
        (false, false) if before.is_some_and(|before| matches!(before.first, '(' | '[' | '\u{2014}' | '\u{2013}')) => {
            Act::Open
        }
        (false, false) if before.is_some_and(|before| matches!(before.first, '.' | ',' | '!' | '?')) => Act::Close,
        _ => Act::Either,
    };
    Some(match token.first {
        '\u{201c}' | '\u{201e}' | '\u{201f}' => (Marks::Double, Act::Open),
        '\u{201d}' => (Marks::Double, Act::Close),
        '"' => (Marks::Double, by_space()),
        '\'' if token.span.len() == 2 => (Marks::Double, by_space()),
        '\u{ab}' => (Marks::Guillemets, Act::Open),
        '\u{bb}' => (Marks::Guillemets, Act::Close),
        '\u{2039}' => (Marks::SingleGuillemets, Act::Open),
        '\u{203a}' => (Marks::SingleGuillemets, Act::Close),
        '\u{2018}' | '\u{201a}' => (Marks::Single, Act::Open),
        '\u{2019}' => (Marks::Single, Act::Close),
        '\'' => match by_space() {
            Act::Open => (Marks::Single, Act::Open),
            Act::Close => (Marks::Single, Act::Close),
            Act::Either => return None,
        },
        _ => return None,
    })
}
