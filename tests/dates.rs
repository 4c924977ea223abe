//! Named cases of temporal expressions: `tests/cases/dates.tsv`.

use chrono::NaiveDate;
use crossread::date;
use crossread::text::Document;

/// Reads `marked`, in which brackets stand around each expression, as an article of the day
/// `published`, and compares what is found with `expect`: type, value and modifier of each, parted by
/// semicolons.
fn check(name: &str, published: &str, marked: &str, expect: &str) -> Result<(), String> {
    let text: String = marked.chars().filter(|c| !matches!(c, '[' | ']')).collect();
    let document = Document::new(&text);
    let found = date::find(&document, published.parse::<NaiveDate>().ok());
    let mut seen = text.clone();
    for date in found.iter().rev() {
        seen.insert(date.span.end as usize, ']');
        seen.insert(date.span.start as usize, '[');
    }
    let values: Vec<String> = found
        .iter()
        .map(|date| {
            let word = |value: serde_json::Value| value.as_str().unwrap_or("").to_owned();
            let kind = word(serde_json::json!(date.kind));
            let modifier = word(serde_json::json!(date.modifier));
            format!("{kind} {} {modifier}", date.value).trim_end().to_owned()
        })
        .collect();
    let values = values.join("; ");
    let mut wrong = String::new();
    if seen != marked {
        wrong += &format!("\n  found  {seen}\n  not    {marked}");
    }
    if values != expect {
        wrong += &format!("\n  value  {values}\n  not    {expect}");
    }
    if wrong.is_empty() { Ok(()) } else { Err(format!("{name}{wrong}")) }
}

#[test]
fn expressions() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in include_str!("cases/dates.tsv").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [name, published, marked, expect] = columns[..] else { panic!("a case has four columns: {line}") };
        count += 1;
        wrong.extend(check(name, published, marked, expect).err());
    }
    assert!(wrong.is_empty(), "{} of {count} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// The guess of the day and the text it was read from; `none` where there is none.
fn guessed(text: &str) -> String {
    let document = Document::new(text);
    date::guess_published(&document).map_or("none".to_owned(), |(day, span)| format!("{day} {}", document.slice(span)))
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
