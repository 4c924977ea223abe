//! The article's text cut at its highlights: nested and crossing spans become pieces side by side.

use super::sheet::{Mark, MarkKind, Paragraph, Piece};
use crate::order;
use crate::text::{BlockKind, Span};

/// A piece names at most this many highlights: more than three deep helps nobody, and it bounds the work.
const DEPTH: usize = 4;

/// Cuts the paragraphs of a text; `marks` are in order of their start, and so are `blocks`.
pub(super) fn cut(text: &str, blocks: &[(Span, BlockKind)], marks: &[Mark]) -> Vec<Paragraph> {
    let mut edges: Vec<u32> = marks.iter().flat_map(|mark| [mark.span.start, mark.span.end]).collect();
    order::sort(&mut edges);
    edges.dedup();
    let mut met = vec![false; marks.len()];
    let mut open: Vec<u32> = Vec::new();
    let mut next = 0;
    blocks
        .iter()
        .map(|&(block, kind)| {
            let mut pieces = Vec::new();
            let mut at = block.start;
            while at < block.end {
                open.retain(|&mark| marks[mark as usize].span.end > at);
                while let Some(mark) = marks.get(next).filter(|mark| mark.span.start <= at) {
                    if mark.span.end > at {
                        open.push(next as u32);
                        // The outermost are let go: the reader chooses the innermost.
                        if open.len() > DEPTH {
                            open.remove(0);
                        }
                    }
                    next += 1;
                }
                let edge = edges.partition_point(|&edge| edge <= at);
                let end = edges.get(edge).map_or(block.end, |&edge| edge.min(block.end));
                let mut inside = open.clone();
                order::sort_by_key(&mut inside, |&mark| {
                    let mark = &marks[mark as usize];
                    (mark.kind == MarkKind::Figure, std::cmp::Reverse(mark.span.len()))
                });
                let first = inside.last().is_some_and(|&mark| !std::mem::replace(&mut met[mark as usize], true));
                let text = Span { start: at, end }.of(text).to_owned();
                pieces.push(Piece { text, marks: inside, first });
                at = end;
            }
            Paragraph { kind, pieces }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::sheet::Tone;
    use super::*;

    fn check(text: &str, marks: &[(MarkKind, &str)], expect: &[&str]) {
        let mut marks: Vec<Mark> = marks
            .iter()
            .map(|&(kind, words)| {
                let start = text.find(words).expect("the words are in the text");
                Mark {
                    kind,
                    span: Span::new(start, start + words.len()),
                    text: words.into(),
                    tone: Tone::Alone,
                    summary: String::new(),
                    value: String::new(),
                    said: String::new(),
                    passages: Vec::new(),
                    problems: Vec::new(),
                }
            })
            .collect();
        order::sort_by_key(&mut marks, |mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
        let mut blocks = Vec::new();
        let mut at = 0;
        for line in text.split('\n') {
            blocks.push((Span::new(at, at + line.len()), BlockKind::Body));
            at += line.len() + 1;
        }
        let found: Vec<String> = cut(text, &blocks, &marks)
            .iter()
            .flat_map(|paragraph| &paragraph.pieces)
            .map(|piece| format!("{}{:?}{}", piece.text, piece.marks, if piece.first { "!" } else { "" }))
            .collect();
        assert_eq!(found, expect);
    }

    use MarkKind::{Claim, Figure};

    #[test]
    fn text_without_highlights_is_one_piece_a_paragraph() {
        check("One.\nTwo.", &[], &["One.[]", "Two.[]"]);
    }

    #[test]
    fn a_figure_in_a_claim_makes_three_pieces() {
        check(
            "He said 40 boats sank off Crete.",
            &[(Claim, "40 boats sank"), (Figure, "40")],
            &["He said []", "40[0, 1]!", " boats sank[0]!", " off Crete.[]"],
        );
    }

    #[test]
    fn crossing_claims_share_a_piece() {
        check("a b c", &[(Claim, "a b"), (Claim, "b c")], &["a [0]!", "b[0, 1]!", " c[1]"]);
    }

    #[test]
    fn a_claim_may_run_over_a_line_end() {
        check("ab\ncd", &[(Claim, "b\nc")], &["a[]", "b[0]!", "c[0]", "d[]"]);
    }
}
