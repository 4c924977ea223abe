//! Claims and how they are set: the named cases of `cases/claims.md`.

mod cases;

use crossread::reading::{About, Reading, read};

fn reading(text: &str) -> Reading {
    read(text, &About { published: Some("2031-05-07".into()), ..About::default() })
}

/// The claims of a text with their marks.
fn claims(text: &str) -> Vec<(String, Vec<String>)> {
    let reading = reading(text);
    let lower = |debug: String| debug.to_lowercase();
    reading
        .claims
        .iter()
        .map(|claim| {
            let marks = vec![
                lower(format!("{:?}", claim.stance)),
                lower(format!("{:?}", claim.polarity)),
                lower(format!("{:?}", claim.certainty)),
                format!("figures {}", claim.figures.len()),
                if claim.checkworthy >= 0.5 { "worth checking".into() } else { "hardly worth checking".to_owned() },
                if claim.attribution.is_some() { "attributed".into() } else { "own voice".to_owned() },
            ];
            (claim.span.of(text).to_owned(), marks)
        })
        .collect()
}

#[test]
fn claims_and_their_setting() {
    cases::check("claims", include_str!("cases/claims.md"), claims);
}
