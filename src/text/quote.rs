//! Quotations: what stands between quotation marks.

use super::{Block, Kind, Sentence, Span, Token};
use crate::order;

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
    /// The index of the quotation that it stands in.
    pub within: Option<u32>,
}

/// Which marks belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marks {
    Double,
    /// German: low mark first, and the one that opens elsewhere last.
    Low,
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

#[derive(Clone, Copy)]
struct Open {
    marks: Marks,
    /// The token of the opening mark.
    token: usize,
}

/// How many quotations may be open in each other; more marks than that are no quotations.
const DEEPEST: usize = 4;

/// Pairs the quotation marks of each block; gives the quotations in order of their beginning.
pub(super) fn find(text: &str, blocks: &[Block], sentences: &[Sentence], tokens: &[Token]) -> Vec<Quote> {
    let mut found = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let from = found.len();
        let open = pair(text, tokens, block, &mut found);
        if let Some(open) = open.into_iter().find(|open| open.marks != Marks::Single) {
            let goes_on = blocks.get(index + 1).is_some_and(|next| opens(tokens, next, open.marks));
            let end = if goes_on || open.token == block.tokens.start {
                block.tokens.end
            } else {
                // A closing mark was forgotten: the quotation ends with its sentence.
                let at = sentences.partition_point(|sentence| sentence.tokens.end <= open.token);
                sentences.get(at).map_or(block.tokens.end, |sentence| sentence.tokens.end)
            };
            let (mark, last) = (tokens[open.token].span, tokens[end - 1].span);
            let crosses =
                found[from..].iter().any(|quote: &Quote| quote.span.start < mark.start && quote.span.end > mark.start);
            if end > open.token + 1 && !crosses {
                let span = mark.to(last);
                let content = Span { start: mark.end, end: last.end };
                found.push(Quote { span, content, nested: false, closed: false, within: None });
            }
        }
        order::sort_by_key(&mut found[from..], |quote| (quote.span.start, u32::MAX - quote.span.end));
    }
    nest(&mut found);
    found
}

/// Pairs the marks of a block; gives those that stay open, in order.
fn pair(text: &str, tokens: &[Token], block: &Block, found: &mut Vec<Quote>) -> Vec<Open> {
    let mut open: Vec<Open> = Vec::new();
    for at in block.tokens.clone() {
        if tokens[at].kind == Kind::Word {
            continue;
        }
        let Some((marks, act)) = mark(tokens, at, block, &open) else { continue };
        let partner = open.iter().rposition(|open| open.marks == marks);
        match (act, partner) {
            (Act::Close | Act::Either, Some(partner)) => {
                if marks == Marks::Single && is_possessive(text, tokens, at, block) {
                    continue;
                }
                let (from, to) = (tokens[open[partner].token].span, tokens[at].span);
                let content = Span { start: from.end, end: to.start };
                found.push(Quote { span: from.to(to), content, nested: false, closed: true, within: None });
                open.truncate(partner);
            }
            // An apostrophe that looked like an opening mark.
            (Act::Open, Some(partner)) if marks == Marks::Single => {
                open.truncate(partner);
                open.push(Open { marks, token: at });
            }
            (Act::Open | Act::Either, None) if open.len() < DEEPEST => open.push(Open { marks, token: at }),
            _ => {}
        }
    }
    open
}

/// Whether the next paragraph reopens the quotation.
fn opens(tokens: &[Token], block: &Block, marks: Marks) -> bool {
    let first = block.tokens.start;
    matches!(mark(tokens, first, block, &[]), Some((next, Act::Open | Act::Either)) if next == marks)
}

/// Says of each quotation which one it stands in.
fn nest(found: &mut [Quote]) {
    let mut around: Vec<usize> = Vec::new();
    for at in 0..found.len() {
        while around.last().is_some_and(|&outer| found[outer].span.end <= found[at].span.start) {
            around.pop();
        }
        found[at].within = around.last().map(|&outer| outer as u32);
        found[at].nested = !around.is_empty();
        around.push(at);
    }
}

/// Whether a closing single mark is the apostrophe of `the soldiers' families`: an `s` before it, a small
/// letter after it, and another mark near that may close.
fn is_possessive(text: &str, tokens: &[Token], at: usize, block: &Block) -> bool {
    const NEAR: usize = 60;
    let before = at.checked_sub(1).map(|before| tokens[before]);
    let plural = before.is_some_and(|token| token.kind == Kind::Word && token.span.of(text).ends_with('s'));
    let end = block.tokens.end.min(at + 1 + NEAR);
    plural
        && tokens.get(at + 1).is_some_and(|next| next.spaced && next.first.is_lowercase())
        && (at + 1..end).take_while(|&later| tokens[later].first != '\u{2018}').any(|later| {
            tokens[later].kind == Kind::Punctuation
                && matches!(tokens[later].first, '\u{2019}' | '\'')
                && !tokens[later].spaced
        })
}

fn mark(tokens: &[Token], at: usize, block: &Block, open: &[Open]) -> Option<(Marks, Act)> {
    let token = &tokens[at];
    if token.kind != Kind::Punctuation && token.first != '`' {
        return None;
    }
    let is_open = |marks: Marks| open.iter().any(|open| open.marks == marks);
    let by_space = || by_space(tokens, at, block);
    Some(match token.first {
        '\u{201e}' => (Marks::Low, Act::Open),
        '\u{201c}' | '\u{201d}' | '"' if is_open(Marks::Low) && by_space() != Act::Open => (Marks::Low, Act::Close),
        // The wrong one of the two, as careless typists and Scandinavians set it.
        '\u{201c}' | '\u{201f}' if is_open(Marks::Double) && by_space() == Act::Close => (Marks::Double, Act::Close),
        '\u{201d}' if !is_open(Marks::Double) && by_space() == Act::Open => (Marks::Double, Act::Open),
        '\u{201c}' | '\u{201f}' => (Marks::Double, Act::Open),
        '\u{201d}' => (Marks::Double, Act::Close),
        '"' => (Marks::Double, by_space()),
        '`' if token.span.len() == 2 => (Marks::Double, Act::Open),
        '\'' if token.span.len() == 2 => (Marks::Double, by_space()),
        '\u{ab}' | '\u{bb}' => {
            // French points outwards, German inwards.
            let opens = if by_space() == Act::Either { token.first == '\u{ab}' } else { by_space() == Act::Open };
            let opens = opens || (token.first == '\u{ab}' && !is_open(Marks::Guillemets));
            (Marks::Guillemets, if opens { Act::Open } else { Act::Close })
        }
        '\u{2039}' => (Marks::SingleGuillemets, Act::Open),
        '\u{203a}' => (Marks::SingleGuillemets, Act::Close),
        '\u{2018}' | '\u{201a}' => (Marks::Single, Act::Open),
        '\u{2019}' => (Marks::Single, Act::Close),
        '\'' => match by_space() {
            Act::Either => return None,
            act => (Marks::Single, act),
        },
        _ => return None,
    })
}

/// What a mark does by the white space, brackets and stops beside it.
fn by_space(tokens: &[Token], at: usize, block: &Block) -> Act {
    let next_spaced = at + 1 >= block.tokens.end || tokens[at + 1].spaced;
    let before = at.checked_sub(1).filter(|&before| before >= block.tokens.start).map(|before| tokens[before].first);
    match (tokens[at].spaced || before.is_none(), next_spaced) {
        (true, false) => Act::Open,
        (false, true) => Act::Close,
        (false, false) => match before {
            Some('(' | '[' | '\u{2014}' | '\u{2013}' | '\u{201c}' | '"') => Act::Open,
            Some('.' | ',' | '!' | '?') => Act::Close,
            _ => Act::Either,
        },
        (true, true) => Act::Either,
    }
}
