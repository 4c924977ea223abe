//! Whose article a text seems to be, from its own words; a guess, to be shown as one.

use crate::text::{Document, Span};

/// A title and a dateline are no longer than this, in bytes.
const LINE: usize = 240;
/// The name of an outlet has no more words than this.
const WORDS: usize = 5;

/// The outlet that a document seems to be of, and where that was read.
pub(super) fn guess(document: &Document<'_>) -> Option<Span> {
    let mut lines = document.blocks.iter().map(|block| block.span);
    let first = lines.next()?;
    after_title(document.text, first)
        .or_else(|| document.blocks.iter().take(4).find_map(|block| in_dateline(document.text, block.span)))
        .or_else(|| lines.rev().take(6).find_map(|line| alone(document.text, line)))
}

/// "Storm sinks ferry – Example Times": what stands after the last dash or bar of the title.
fn after_title(text: &str, title: Span) -> Option<Span> {
    let line = title.of(text);
    if line.len() > LINE || line.ends_with(['.', '!', '?']) {
        return None;
    }
    let at = [" – ", " — ", " | ", " - "].iter().filter_map(|dash| Some(line.rfind(dash)? + dash.len())).max()?;
    name(text, Span { start: title.start + at as u32, end: title.end })
}

/// "OSLO, May 2 (Example News) – Two ...": what stands in brackets before the dash or colon of the dateline.
fn in_dateline(text: &str, block: Span) -> Option<Span> {
    let line = block.of(text);
    let mut end = line.len().min(LINE / 2);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let head = &line[..end];
    let mut open = head.match_indices('(').map(|(at, _)| at);
    open.find_map(|open| {
        let close = open + head[open..].find(')')?;
        let after = head[close + 1..].trim_start();
        let ends = after.starts_with([':', '–', '—', '-']);
        // What comes before is a place and a date, not a sentence.
        let dateline = head[..open].split_whitespace().count() <= 8;
        let span = Span::new(block.start as usize + open + 1, block.start as usize + close);
        (ends && dateline).then(|| name(text, span)).flatten()
    })
}

/// "(Example News)": a line of its own at the end.
fn alone(text: &str, line: Span) -> Option<Span> {
    line.of(text).strip_prefix('(')?.strip_suffix(')')?;
    name(text, Span { start: line.start + 1, end: line.end - 1 })
}

/// A name: a few words, the first with a capital and no full sentence among them.
fn name(text: &str, span: Span) -> Option<Span> {
    let name = span.of(text);
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let small = |word: &&str| matches!(*word, "of" | "and" | "the" | "for" | "&" | "with");
    let fits = !words.is_empty() && words.len() <= WORDS && words.first().is_some_and(capital);
    let plain = words.iter().all(|word| capital(word) || small(word)) && !name.contains([',', ';', '"', '“', ':']);
    (fits && plain && !name.ends_with('.')).then_some(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<&str>) {
        let found = guess(&Document::new(text)).map(|span| span.of(text));
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn outlets_are_read_from_titles_datelines_and_last_lines() {
        check("Ferry sinks off Bergen – The Example Courier\n\nTwo people drowned.", Some("The Example Courier"));
        check("Ferry sinks | Example Times\n\nTwo people drowned.", Some("Example Times"));
        check("BERGEN, Norway (ENA) — A ferry sank on Monday.", Some("ENA"));
        check("Bergen (Norway), May 2 (ENA): A ferry sank on Monday.", Some("ENA"));
        check("A ferry sank on Monday.\n\n(Example News)", Some("Example News"));
    }

    #[test]
    fn what_is_no_outlet_is_let_be() {
        check("The storm – what we know\n\nTwo people drowned.", None);
        check("Two people drowned (one of them a child) - police say.", None);
        check("Two people drowned.", None);
        check("", None);
    }
}
