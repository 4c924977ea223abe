//! What figures are said of and for which day: the named cases of `cases/subjects.md`.

mod cases;

use crossread::reading::{About, read};

/// The figures of a text with their subjects and days.
fn subjects(text: &str) -> Vec<(String, Vec<String>)> {
    let reading = read(text, &About { published: Some("2031-05-07".into()), ..About::default() });
    reading
        .figures
        .iter()
        .map(|figure| {
            let subject: Vec<&str> = figure.subject.iter().map(|span| span.of(text)).collect();
            let day = figure.as_of.as_deref().unwrap_or("no day");
            (format!("{} | {}", figure.span.of(text), subject.join(" ")), vec![format!("as of {day}")])
        })
        .collect()
}

#[test]
fn subjects_and_days() {
    cases::check("subjects", include_str!("cases/subjects.md"), subjects);
}
