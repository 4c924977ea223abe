//! How many words a second are cut and tagged, and read whole, on one core: `cargo bench --bench read`.
#![allow(clippy::print_stdout, reason = "a bench says what it measured")]

use std::time::Instant;

use crossread::text::Document;
use crossread::{About, read};

/// Sentences with what the rules look at: names, figures, dates, quotations, abbreviations.
const SENTENCES: [&str; 8] = [
    "The harbour office in Lisbon said on Tuesday that about 1,200 containers had been moved since March 4.",
    "\u{201c}We have not seen a storm like this in 30 years,\u{201d} said Ana Couto, the mayor of a town near the coast.",
    "According to the ministry, up to 15 percent of the region\u{2019}s roads were still closed at 5 p.m. on Friday.",
    "Lt. Gen. Omar Haddad, who led the U.S.-backed mission, denied that his troops had failed to help.",
    "Prices rose 2.5 percent to $1.3 billion in the third quarter, more than analysts had expected.",
    "She added that neither side \"wants a long strike\", but talks are expected to last until next week.",
    "Two of the four bridges will be rebuilt by 2026, the company told the newspaper in an interview.",
    "Rescue teams from Norway, Chile and the Netherlands arrived yesterday with 40 tonnes of food and water.",
];

/// An article of about 800 words in paragraphs of two sentences.
fn article(shift: usize) -> String {
    let mut text = String::new();
    for at in 0..48 {
        text.push_str(SENTENCES[(at + shift) % SENTENCES.len()]);
        text.push_str(if at % 2 == 0 { " " } else { "\n\n" });
    }
    text
}

fn measure(what: &str, articles: &[String], work: impl Fn(&str) -> usize) {
    const ROUNDS: usize = 5;
    let words: usize = articles.iter().map(|text| text.split_whitespace().count()).sum();
    let mut best = f64::MAX;
    let mut found = 0;
    for _ in 0..ROUNDS {
        let started = Instant::now();
        found = articles.iter().map(|text| work(text)).sum();
        best = best.min(started.elapsed().as_secs_f64());
    }
    println!("{what}: {:.2} million words a second ({words} words, {found} found)", words as f64 / best / 1e6);
}

fn main() {
    let articles: Vec<String> = (0..200).map(article).collect();
    measure("cut and tag", &articles, |text| Document::new(text).tokens.len());
    measure("read", &articles, |text| read(text, &About::default()).claims.len());
}
