//! Claims and how they are set: the named cases of `cases/claims.md`.

mod cases;

use crossread::reading::{About, Reading, read};

fn reading(text: &str) -> Reading {
    read(text, &About { published: Some("2031-05-07".into()), ..About::default() })
}

/// Who says a claim, and through whom.
fn speakers(reading: &Reading, attribution: Option<u32>) -> Vec<String> {
    let mut marks = Vec::new();
    let mut at = attribution;
    while let Some(link) = at.and_then(|at| reading.attributions.get(at as usize)) {
        let name = link.speaker.and_then(|speaker| reading.entities.get(speaker as usize));
        let name = name.map_or("nobody known", |entity| entity.name.as_str());
        marks.push(format!("{} {name}", if marks.is_empty() { "by" } else { "through" }));
        at = link.within;
    }
    marks
}

/// The claims of a text with their marks.
fn claims(text: &str) -> Vec<(String, Vec<String>)> {
    let reading = reading(text);
    let lower = |debug: String| debug.to_lowercase();
    reading
        .claims
        .iter()
        .map(|claim| {
            let mut marks = vec![
                lower(format!("{:?}", claim.stance)),
                lower(format!("{:?}", claim.polarity)),
                lower(format!("{:?}", claim.certainty)),
                format!("figures {}", claim.figures.len()),
                if claim.checkworthy >= 0.5 { "worth checking".into() } else { "hardly worth checking".to_owned() },
                if claim.attribution.is_some() { "attributed".into() } else { "own voice".to_owned() },
            ];
            marks.extend(speakers(&reading, claim.attribution));
            (claim.span.of(text).to_owned(), marks)
        })
        .collect()
}

#[test]
fn claims_and_their_setting() {
    cases::check("claims", include_str!("cases/claims.md"), claims);
}

/// What people who check facts would take up first, what they would leave for later, and what they would let be.
const RANKED: [&[&str]; 3] = [
    &[
        "Norway sold 140,000 electric cars in 2030.",
        "Unemployment in Ghana fell to 6.1% in March, the lowest since 2008.",
        "“We created 400,000 jobs in three years,” said Labour Minister Tom Brandt.",
        "The army said on Monday that 60 soldiers had been killed in Dorin.",
        "President Lena Moravec told parliament that Ostland had sent 20 tanks to Dorin.",
        "Crime in London rose 12 percent last year, Mayor Ann Webb said.",
        "More than 600 people were killed in the quake in Tajikistan.",
    ],
    &[
        "The river flooded the old town.",
        "The suspect was freed without bail.",
        "Police closed the bridge.",
        "The museum will reopen in May.",
        "The strike could end on Monday.",
        "Roads were blocked by landslides.",
    ],
    &[
        "Who would have thought so?",
        "We must do better.",
        "This is a wonderful and beautiful idea.",
        "I hope they come to their senses.",
        "“We are proud of this team,” the trainer said.",
        "Is 8,000 enough for a town of this size?",
        "Let us be honest.",
    ],
];

#[test]
fn claims_are_ranked_as_fact_checkers_choose() {
    let worth: Vec<Vec<f32>> = RANKED
        .iter()
        .map(|texts| {
            let most = |text: &&str| reading(text).claims.iter().map(|claim| claim.checkworthy).fold(0.0, f32::max);
            texts.iter().map(most).collect()
        })
        .collect();
    for (rank, pair) in worth.windows(2).enumerate() {
        let least = pair[0].iter().copied().fold(1.0, f32::min);
        let most = pair[1].iter().copied().fold(0.0, f32::max);
        assert!(least > most, "rank {rank} has {:?}, the one below it {:?}", pair[0], pair[1]);
    }
}
