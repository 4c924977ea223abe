//! Quotations that go on: after `"...," X said.` in the next sentence, or as a paragraph of their own.

use crate::order;
use std::ops::Range;

use super::page::Page;
use super::settle::Settled;

/// How many blocks a quotation without a speaker of its own may stand after the speaker's.
const FARTHEST: usize = 2;

/// Adds each quotation that nobody is found to say to the speaker who spoke last, where the text
/// leaves no doubt: in the same paragraph, or a paragraph that is nothing but a quotation.
pub(crate) fn go_on(page: &Page<'_, '_>, settled: &mut [Settled]) {
    let document = page.document;
    let mut taken = vec![false; document.tokens.len()];
    // The speech that a sentence begins with is found by its cue.
    let mut speeches: Vec<(usize, usize)> = Vec::new();
    for (index, one) in settled.iter().enumerate() {
        for piece in one.candidate.content.iter().chain([&one.candidate.cue]) {
            // Pieces of inner ones lie in those of outer ones: painting those is enough.
            if one.within.is_none()
                && let Some(covered) = taken.get_mut(piece.clone())
            {
                covered.fill(true);
            }
        }
        if one.within.is_none() && one.candidate.speech {
            speeches.push((one.candidate.cue.start, index));
        }
    }
    order::sort(&mut speeches);
    let mut at = 0;
    let mut last: Option<(usize, usize)> = None;
    let mut done = 0;
    for sentence in &document.sentences {
        let block = sentence.block;
        while let Some(&(cue, index)) = speeches.get(at).filter(|(cue, _)| *cue < sentence.tokens.start) {
            let of = document.sentences.get(document.sentence_at(document.tokens[cue].span.start));
            last = Some((index, of.map_or(block, |of| of.block)));
            at += 1;
        }
        let start = sentence.tokens.start;
        if start < done || taken.get(start).copied().unwrap_or(true) {
            continue;
        }
        let Some((index, spoken_in)) = last else { continue };
        let Some(quoted) = quotation_only(page, sentence.tokens.clone()) else { continue };
        // `Is that true?`: after a paragraph that asks, it is somebody else who answers.
        let asked = start.checked_sub(1).is_some_and(|last| page.is_mark(last, '?') && !page.is_quoted(last));
        let near = spoken_in == block
            || (block - spoken_in <= FARTHEST && document.blocks[block].tokens.start == start && !asked);
        if !near || taken[quoted.clone()].iter().any(|&taken| taken) {
            continue;
        }
        done = quoted.end;
        last = Some((index, block));
        settled[index].candidate.content.push(quoted);
    }
}

/// The quotation that a sentence consists of; it may run over several sentences.
fn quotation_only(page: &Page<'_, '_>, sentence: Range<usize>) -> Option<Range<usize>> {
    let quote = page.quote_from(sentence.start)?;
    let tokens = page.tokens_of(quote.span);
    let rest = tokens.end.min(sentence.end)..sentence.end;
    let only_marks =
        rest.clone().all(|at| page.token(at).is_some_and(|token| token.kind == crate::text::Kind::Punctuation));
    (only_marks && super::source::is_speech(page, quote.span)).then_some(tokens)
}
