//! Sentences.

use std::ops::Range;

use super::{Block, Case, Kind, Span, Token};
use crate::lexicon::{Abbreviation, Class, Hint, Role, lexicon};

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
pub(super) fn cut(text: &str, blocks: &mut [Block], tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::with_capacity(tokens.len() / 16);
    for (index, block) in blocks.iter().enumerate() {
        let mut start = block.tokens.start;
        let mut at = start;
        let mut lead = dateline_end(&tokens[block.tokens.clone()]).map(|end| start + end);
        while at < block.tokens.end {
            let end = lead.take().or_else(|| end_at(text, tokens, at, block.tokens.end));
            at = end.unwrap_or(at + 1);
            if (end.is_some() || at == block.tokens.end) && at > start {
                let span = tokens[start].span.to(tokens[at - 1].span);
                sentences.push(Sentence { span, tokens: start..at, block: index });
                start = at;
            }
        }
    }
    sentences
}

/// Where a dateline ends that a block begins with: `LONDON, May 3 (Agency) - | Shops ...`. It is a sentence of its
/// own, so that what follows begins one.
fn dateline_end(tokens: &[Token]) -> Option<usize> {
    const LONGEST: usize = 18;
    let place = tokens.first().is_some_and(|token| token.case == Case::Upper && token.span.len() > 3);
    let mut bracket = false;
    for (at, token) in tokens.iter().enumerate().take(LONGEST) {
        let colon = token.is_mark(':');
        if colon || token.is_dash() && (token.spaced || token.first == '\u{2014}') {
            return (at > 0 && at + 1 < tokens.len() && (bracket || place && !colon)).then_some(at + 1);
        }
        bracket = token.is_mark(')');
        let fits = token.is_capitalised() || token.kind != Kind::Word || lexicon().has_role(token.word, Role::Links);
        if !fits {
            break;
        }
    }
    None
}

/// Where the sentence ends that the token at `at` ends; `None` where it ends none.
fn end_at(text: &str, tokens: &[Token], at: usize, end: usize) -> Option<usize> {
    let token = &tokens[at];
    let last = text.as_bytes().get((token.span.end as usize).wrapping_sub(1));
    let abbreviation = token.kind == Kind::Word && last == Some(&b'.');
    let stop = token.kind == Kind::Punctuation
        && matches!(token.first, '.' | '!' | '?' | '\u{2026}' | '\u{3002}' | '\u{ff01}' | '\u{ff1f}');
    if !stop && !abbreviation {
        return None;
    }
    let mut after = at + 1;
    // More stops, then closing quotation marks and brackets.
    while after < end && matches!(tokens[after].first, '.' | '!' | '?' | '\u{2026}') && !tokens[after].spaced {
        after += 1;
    }
    let closing = |token: &Token| {
        token.kind == Kind::Punctuation
            && (matches!(token.first, '\u{201d}' | '\u{bb}' | ')' | ']' | '\u{203a}')
                || matches!(token.first, '"' | '\'' | '\u{2019}') && !token.spaced)
    };
    while after < end && closing(&tokens[after]) && !(tokens[after].spaced && matches!(tokens[after].first, '"' | '\''))
    {
        after += 1;
    }
    let Some(next) = tokens.get(after).filter(|_| after < end) else { return Some(after) };
    let quoted = after > at + 1;
    // What an opening mark or bracket hides.
    let opens = next.kind == Kind::Punctuation
        && matches!(next.first, '\u{201c}' | '"' | '\u{2018}' | '\'' | '(' | '[' | '\u{ab}' | '\u{201e}');
    let begins = if opens { tokens.get(after + 1).filter(|_| after + 1 < end).unwrap_or(next) } else { next };
    let starts_upper = begins.is_capitalised()
        || begins.kind == Kind::Number
        || begins.case == Case::None && begins.kind == Kind::Word;
    if abbreviation {
        return (next.spaced && ends_after(token, begins)).then_some(after);
    }
    if !next.spaced && !quoted {
        // A full stop without white space: `the treaty.Russia`, not `kyivpost.com`.
        return (token.first != '.' || next.case == Case::Title || opens).then_some(after);
    }
    if matches!(begins.case, Case::Lower) && (quoted || token.first != '.') {
        // `"Why now?" he asked`, `Yahoo! said`
        return None;
    }
    if token.span.len() > 1 && !starts_upper || next.first == ',' {
        // An ellipsis within a sentence.
        return None;
    }
    Some(after)
}

/// Whether an abbreviation also ends its sentence: `in the U.S. The`, not `U.S. Army`.
fn ends_after(token: &Token, next: &Token) -> bool {
    if !next.is_capitalised() {
        return false;
    }
    let lexicon = lexicon();
    let kind = lexicon.abbreviation(token.word);
    // A capital that only the beginning of a sentence explains.
    let name = [Hint::Calendar, Hint::Male, Hint::Female].into_iter().any(|hint| lexicon.hints(next.word, hint));
    let function_word = next.is(Class::FunctionWord) && !name;
    match kind {
        Some(Abbreviation::Number) => false,
        Some(Abbreviation::Word) => true,
        _ if matches!(lexicon.text(token.word), "a.m" | "p.m") => {
            let zone = next.case == Case::Upper
                || matches!(lexicon.text(next.word), "eastern" | "central" | "pacific" | "mountain" | "local");
            !zone && !next.is(Class::Time)
        }
        _ => function_word,
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Document;

    #[test]
    fn sentences() {
        for (text, expected) in [
            ("He left. She stayed.", 2),
            ("The U.S. Army left. It rained.", 2),
            ("They live in the U.S. The war goes on.", 2),
            ("\u{201c}Why now?\u{201d} he asked. Nobody knew.", 2),
            ("They signed the treaty.Russia did not.", 2),
            ("Gen. Paul F. Brown spoke on Nov. 4 in St. Petersburg.", 1),
            ("It cost $1.5 million. It broke.", 2),
            ("At 5 p.m. Monday it began.", 1),
            ("\u{201c}We won.\u{201d} The crowd cheered.", 2),
        ] {
            assert_eq!(Document::new(text).sentences.len(), expected, "{text}");
        }
    }
}
