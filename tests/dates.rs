//! Named cases of temporal expressions: `tests/cases/dates.tsv`.

#[path = "cases/marked.rs"]
mod marked;

use chrono::NaiveDate;
use crossread::date;
use crossread::export::Word;
use crossread::text::Document;

const SIGNS: [char; 2] = ['[', ']'];

/// Reads `text`, in which brackets stand around each expression, as an article of the day `published`, and
/// compares what is found with `expect`: type, value and modifier of each, parted by semicolons.
fn check([name, published, text, expect]: [&str; 4]) -> Result<(), String> {
    let bare = marked::bare(text, SIGNS);
    let found = date::find(&Document::new(&bare), published.parse::<NaiveDate>().ok()).0;
    let spans: Vec<_> = found.iter().map(|date| date.span).collect();
    let values: Vec<String> = found
        .iter()
        .map(|date| {
            let (kind, modifier) = (date.kind.word(), date.modifier.map_or("", Word::word));
            format!("{kind} {} {modifier}", date.value).trim_end().to_owned()
        })
        .collect();
    marked::compare(name, text, SIGNS, &spans, &values, expect)
}

#[test]
fn expressions() {
    marked::check(include_str!("cases/dates.tsv"), check);
}

/// The guess of the day and the text it was read from; `none` where there is none.
fn guessed(text: &str) -> String {
    let document = Document::new(text);
    date::find(&document, None).1.map_or("none".to_owned(), |(day, span)| format!("{day} {}", document.slice(span)))
}

#[test]
fn guesses() {
    let blocks = include_str!("cases/published.md").split("\n## ").skip(1);
    for block in blocks {
        let (name, rest) = block.split_once('\n').expect("a name and a text");
        let (expect, text) = rest.split_once('\n').expect("what is expected and a text");
        assert_eq!(guessed(text.trim()), expect.trim_start_matches("expect: "), "{name}");
    }
}
