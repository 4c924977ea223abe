//! What stands around an article on a page: share buttons, notices, bylines, captions.
//!
//! Each paragraph is looked at sentence by sentence, for a pasted article may be one long line.

use std::ops::Range;

use super::{Block, BlockKind, Case, Kind, Span, Token};
use crate::lexicon::{Class, Lead, WordId, lexicon};

/// The longest notice, in tokens; what is longer is an article's own.
const NOTICE: usize = 45;
/// The longest caption, in tokens.
const CAPTION: usize = 110;

/// Tells what the paragraph is whose tokens begin at `first` and run to the end, in parts where need be.
pub(super) fn classify(text: &str, first: usize, tokens: &mut Vec<Token>, blocks: &mut Vec<Block>) {
    let mut push = |tokens: &[Token], range: Range<usize>, kind: BlockKind| {
        if range.is_empty() {
            return;
        }
        let (Some(from), Some(to)) = (tokens.get(range.start), tokens.get(range.end.wrapping_sub(1))) else { return };
        blocks.push(Block { span: from.span.to(to.span), tokens: range, kind });
    };
    let mut begun = first;
    let mut at = first;
    // Parting a word moves all tokens behind it: only so many times a paragraph.
    let mut glued = 8u32;
    let mixed = tokens[first..].iter().any(|token| token.case == Case::Mixed);
    while at < tokens.len() {
        let parted = if mixed { unglue(text, at, tokens, &mut glued) } else { None };
        let end = parted.unwrap_or_else(|| sentence_end(tokens, at));
        let whole = first == at && (end == tokens.len() || parted.is_some());
        let found = part(text, tokens, at..end, whole).or_else(|| loud_lead(tokens, at..end));
        let Some((kind, end)) = found else {
            at = end;
            continue;
        };
        // A credit in brackets speaks of what stands before it.
        let caption = kind == BlockKind::Caption;
        let from = if caption && is_credit(tokens, at..end) { described(tokens, begun, at) } else { at };
        push(tokens, begun..from, BlockKind::Body);
        let end = if caption && first == at && tokens.len() - first <= CAPTION { tokens.len() } else { end };
        push(tokens, from..end, kind);
        begun = end;
        at = end;
    }
    push(tokens, begun..tokens.len(), BlockKind::Body);
}

/// The end of the rough sentence that begins at `start`: behind a stop with white space after it.
fn sentence_end(tokens: &[Token], start: usize) -> usize {
    let mut at = start;
    while at < tokens.len() {
        let stop = tokens[at].kind == Kind::Punctuation && matches!(tokens[at].first, '.' | '!' | '?');
        at += 1;
        if stop {
            while tokens.get(at).is_some_and(|next| !next.spaced && next.kind == Kind::Punctuation) {
                at += 1;
            }
            if tokens.get(at).is_none_or(|next| next.spaced) {
                break;
            }
        }
    }
    at
}

/// What a rough sentence is, if it is not the article's own, and where that ends.
fn part(text: &str, tokens: &[Token], range: Range<usize>, whole: bool) -> Option<(BlockKind, usize)> {
    let end = range.end;
    let len = range.len();
    let furniture = lexicon().furniture();
    let word = |at: usize| tokens.get(at).filter(|_| at < end).map_or(WordId::NONE, |token| token.word);
    let start = range.clone().find(|&at| matches!(tokens[at].kind, Kind::Word))?;
    let boilerplate = Some((BlockKind::Boilerplate, end));
    if len > CAPTION {
        return None;
    }
    if is_credit(tokens, range.clone()) {
        return Some((BlockKind::Caption, end));
    }
    // Words may stand before it that say nothing: `[`, `>>`, `- `.
    if start - range.start <= 2
        && let Some((words, &lead)) = furniture.lead.longest(word(start), |n| word(start + n))
    {
        let next = tokens.get(start + words).filter(|_| start + words < end);
        let mark = next.is_none_or(|next| matches!(next.first, ':' | '|' | '/' | '\u{2013}' | '\u{2014}' | '-'));
        let stopped = tokens[end - 1].first == '.';
        let found = match lead {
            Lead::Notice if len <= NOTICE => Some(BlockKind::Boilerplate),
            Lead::Label if len <= NOTICE && whole && (mark || !stopped && len <= 20) => Some(BlockKind::Boilerplate),
            Lead::Caption => Some(BlockKind::Caption),
            Lead::Picture if mark => Some(BlockKind::Caption),
            Lead::Shown if is_shown(tokens, start + words..end) => Some(BlockKind::Caption),
            _ => None,
        };
        // A notice in capitals ends where they end: `CLICK HERE TO READ MORE China has ...`
        if let Some(kind) = found {
            return Some((kind, capitals_end(tokens, range).unwrap_or(end)));
        }
    }
    if len <= NOTICE && range.clone().any(|at| furniture.within.longest(word(at), |n| word(at + n)).is_some()) {
        return boilerplate;
    }
    if whole && (is_byline(text, tokens, range.clone()) || is_alone(tokens, range.clone())) {
        return boilerplate;
    }
    None
}

/// Two notices in capitals at the head of a longer sentence.
fn loud_lead(tokens: &[Token], range: Range<usize>) -> Option<(BlockKind, usize)> {
    let end = capitals_end(tokens, range.clone())?;
    let lexicon = lexicon();
    let word = |at: usize| tokens.get(at).filter(|_| at < end).map_or(WordId::NONE, |token| token.word);
    let notice = matches!(
        lexicon.furniture().lead.longest(word(range.start), |n| word(range.start + n)),
        Some((_, Lead::Notice | Lead::Label))
    );
    notice.then_some((BlockKind::Boilerplate, end))
}

/// Where the capitals end that a range begins with, if three or more words are written so and others follow.
fn capitals_end(tokens: &[Token], range: Range<usize>) -> Option<usize> {
    let loud = |at: &usize| {
        let token = &tokens[*at];
        token.case == Case::Upper || token.kind != Kind::Word || token.span.len() == 1
    };
    let mut end = range.clone().take_while(loud).last()? + 1;
    // A single letter may be the next sentence's `A`; marks and numbers at the end are not known to belong.
    while end > range.start && tokens[end - 1].case != Case::Upper {
        end -= 1;
    }
    let words = (range.start..end).filter(|&at| tokens[at].case == Case::Upper).count();
    (words >= 3 && end < range.end).then_some(end)
}

/// Whether a line is nothing but names of services, dates, counts and the like.
fn is_alone(tokens: &[Token], range: Range<usize>) -> bool {
    let furniture = lexicon().furniture();
    let word = |at: usize| tokens.get(at).filter(|_| at < range.end).map_or(WordId::NONE, |token| token.word);
    let mut at = range.start;
    let mut phrases = 0;
    while at < range.end {
        if tokens[at].kind != Kind::Word {
            at += 1;
            continue;
        }
        let Some((words, ())) = furniture.alone.longest(word(at), |n| word(at + n)) else { return false };
        phrases += 1;
        at += words;
    }
    phrases > 0 && tokens[range.end - 1].first != '.'
}

/// `By Jane Doe`, `By Jane Doe | Nov 5, 2024`
fn is_byline(text: &str, tokens: &[Token], range: Range<usize>) -> bool {
    const LONGEST: usize = 20;
    let words = &tokens[range];
    let [by, name, .., last] = words else { return false };
    by.span.of(text).eq_ignore_ascii_case("by")
        && by.is_capitalised()
        && name.is_capitalised()
        && words.len() <= LONGEST
        && !matches!(last.first, '.' | ':' | '?' | '!')
        && words.iter().filter(|word| word.case == Case::Lower).count() <= 3
}

/// A sentence in brackets that names the maker of a picture: `(Courtesy of the museum)`.
fn is_credit(tokens: &[Token], range: Range<usize>) -> bool {
    const LONGEST: usize = 25;
    let (Some(first), Some(last)) = (tokens.get(range.start), tokens.get(range.end.wrapping_sub(1))) else {
        return false;
    };
    let last = if last.first == '.' { tokens.get(range.end.wrapping_sub(2)).unwrap_or(last) } else { last };
    if !matches!(first.first, '(' | '[') || !matches!(last.first, ')' | ']') || range.len() > LONGEST {
        return false;
    }
    has_credit(tokens, range)
}

fn has_credit(tokens: &[Token], range: Range<usize>) -> bool {
    let credit = &lexicon().furniture().credit;
    let word = |at: usize| tokens.get(at).filter(|_| at < range.end).map_or(WordId::NONE, |token| token.word);
    range.clone().any(|at| credit.longest(word(at), |n| word(at + n)).is_some())
}

/// Where the words begin that a credit at `credit` belongs to: the paragraph's beginning if that is near,
/// else the sentence before.
fn described(tokens: &[Token], begun: usize, credit: usize) -> usize {
    if credit - begun <= CAPTION {
        return begun;
    }
    let nearest = credit - CAPTION;
    (nearest..credit.saturating_sub(1))
        .rev()
        .find(|&at| matches!(tokens[at].first, '.' | '!' | '?') && tokens[at + 1].spaced)
        .map_or(nearest, |at| at + 1)
}

/// Whether it is said next what was done to a picture: provided, taken, shows.
fn is_shown(tokens: &[Token], range: Range<usize>) -> bool {
    const NEAR: usize = 3;
    let lexicon = lexicon();
    range.take(NEAR).any(|at| {
        let verb = lexicon.text(lexicon.form(tokens[at].word).verb);
        matches!(verb, "provide" | "release" | "take" | "show" | "shoot" | "make" | "distribute" | "depict" | "capture")
    })
}

/// Parts a word that the next line was glued to (`TumblrThe`), if what stands before is furniture; gives the
/// end of that.
fn unglue(text: &str, start: usize, tokens: &mut Vec<Token>, left_over: &mut u32) -> Option<usize> {
    let lexicon = lexicon();
    let end = (start + NOTICE).min(tokens.len());
    for at in start..end {
        let token = tokens[at];
        if token.kind != Kind::Word || token.case != Case::Mixed || token.word.is_known() {
            continue;
        }
        let surface = token.span.of(text);
        let boundary = surface
            .char_indices()
            .zip(surface.chars().skip(1))
            .find(|&((_, c), next)| c.is_lowercase() && next.is_uppercase());
        let Some(((cut, c), _)) = boundary else { continue };
        let middle = token.span.start as usize + cut + c.len_utf8();
        let (left, right) = (Span::new(token.span.start as usize, middle), Span::new(middle, token.span.end as usize));
        if !lexicon.is(lexicon.id(left.of(text)), Class::FurnitureEnd) {
            continue;
        }
        // What was glued together is parted in any case: the other word is then read as one.
        *left_over = left_over.checked_sub(1)?;
        let mut parts = Vec::new();
        super::cut::tokenise(text, left, &mut parts);
        super::cut::tokenise(text, right, &mut parts);
        parts[0].spaced = token.spaced;
        tokens.splice(at..=at, parts);
        let furniture = part(text, tokens, start..at + 1, true);
        return furniture.is_some_and(|(kind, _)| kind == BlockKind::Boilerplate).then_some(at + 1);
    }
    None
}
