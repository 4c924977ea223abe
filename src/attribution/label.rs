//! Labels: `Smith: Taxes must fall` in a title or a transcript, `Source: ... Quote: ...` in a list.

use std::ops::Range;

use crate::lexicon::Role;
use crate::name::{EntityKind, Names};
use crate::text::{BlockKind, Tag};

use super::candidate::Candidate;
use super::page::Page;

/// The longest label, in tokens.
const LONGEST: usize = 8;

/// The fewest tokens that are a statement after a label.
const FEWEST: usize = 3;

/// Finds the labels that begin a block.
pub(crate) fn find(page: &Page<'_, '_>, names: &Names, found: &mut Vec<Candidate>) {
    let mut source: Option<Range<usize>> = None;
    for block in &page.document.blocks {
        let tokens = block.tokens.clone();
        let Some(colon) = colon(page, &tokens) else {
            source = None;
            continue;
        };
        let start = tokens.start + usize::from(page.opens_quote(tokens.start));
        let label = start..colon;
        let rest = colon + 1..tokens.end;
        if label.is_empty() || rest.is_empty() {
            continue;
        }
        match (label.len(), page.text(label.start)) {
            (1, "source" | "speaker") => source = Some(rest),
            (1, "quote" | "statement") => {
                let content = vec![rest];
                found.push(Candidate::new(source.take(), label.start..colon, content));
            }
            _ if block.kind != BlockKind::Boilerplate && rest.len() >= FEWEST && speaks(page, names, &label) => {
                found.push(Candidate::new(Some(label.clone()), colon..colon + 1, vec![first_sentence(page, rest)]));
            }
            _ => {}
        }
    }
}

/// The colon that ends a label at the start of a block.
fn colon(page: &Page<'_, '_>, tokens: &Range<usize>) -> Option<usize> {
    let limit = tokens.end.min(tokens.start + LONGEST);
    (tokens.start..limit).find(|&at| page.is_mark(at, ':') && page.token(at + 1).is_some_and(|next| next.spaced))
}

/// What is said after a label: the whole of a title or a speaker's turn.
fn first_sentence(page: &Page<'_, '_>, rest: Range<usize>) -> Range<usize> {
    let mut end = rest.end;
    while end > rest.start && page.tag(end - 1) == Some(Tag::Period) {
        end -= 1;
    }
    rest.start..end
}

/// Whether a label is somebody who can speak: a person or body, or a word such as `police`, `study`.
fn speaks(page: &Page<'_, '_>, names: &Names, label: &Range<usize>) -> bool {
    if !label.clone().all(|at| {
        page.token(at).is_some_and(|token| {
            token.is_capitalised()
                || token.kind != crate::text::Kind::Word
                || page.has_role(at, Role::Links)
                || page.tag(at) == Some(Tag::CC)
                || page.tag(at) == Some(Tag::POS)
        })
    }) {
        return false;
    }
    let last = label.end - 1;
    if page.has_role(last, Role::Speaks) {
        return true;
    }
    let span = page.document.span(label.clone());
    let entity = names.entity_in(span).and_then(|entity| names.entities.get(entity as usize));
    entity.is_some_and(|entity| matches!(entity.kind, EntityKind::Person | EntityKind::Organisation))
}
