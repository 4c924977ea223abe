//! Who says what: the named cases of `cases/attributions.md`.

mod cases;

use std::fmt::Write;

use crossread::reading::{About, read};

/// The attributions of a text, a line each: `source | cue | content + content | marks`.
fn lines(text: &str) -> Vec<(String, Vec<String>)> {
    let reading = read(text, &About { published: Some("2031-05-07".into()), ..About::default() });
    let of = |span: crossread::Span| span.of(text).to_owned();
    reading
        .attributions
        .iter()
        .map(|attribution| {
            let mut line = attribution.source.map_or("-".to_owned(), of);
            let content: Vec<String> = attribution.content.iter().map(|&span| of(span)).collect();
            let _ = write!(line, " | {} | {}", attribution.cue.map_or("-".to_owned(), of), content.join(" + "));
            let mut marks = vec![
                format!("{:?}", attribution.quotation).to_lowercase(),
                format!("{:?}", attribution.stance).to_lowercase(),
                attribution.within.map_or("outer".to_owned(), |within| format!("within {within}")),
            ];
            if attribution.negated {
                marks.push("negated".to_owned());
            }
            if let Some(speaker) = attribution.speaker {
                marks.push(format!("speaker {}", reading.entities[speaker as usize].name));
            }
            (line, marks)
        })
        .collect()
}

#[test]
fn attributions() {
    cases::check("attributions", include_str!("cases/attributions.md"), lines);
}
