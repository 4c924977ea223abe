//! How many words a second are cut and tagged, and read whole, on one core: `cargo bench --bench read`.
//!
//! The text is that of the articles in `tests/golden/articles`: on many matters, and written as news is.
#![allow(clippy::print_stdout, reason = "a bench says what it measured")]

use std::path::Path;
use std::time::Instant;
use std::{fs, io};

use crossread::text::Document;
use crossread::{About, read};

/// The articles, without what is known of them on top and what is expected of them below.
fn articles() -> io::Result<Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/articles");
    let mut paths: Vec<_> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    let mut articles = Vec::new();
    for path in paths {
        let file = fs::read_to_string(path)?;
        let whole = file.split("\n===\n").next().unwrap_or_default();
        articles.push(whole.split_once("\n\n").map_or(whole, |(_, text)| text).to_owned());
    }
    Ok(articles)
}

/// The best of several rounds: what else runs on the machine only makes a round slower.
fn measure(what: &str, articles: &[String], work: impl Fn(&str) -> usize) {
    const ROUNDS: usize = 50;
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

fn main() -> io::Result<()> {
    let articles = articles()?;
    measure("cut and tag", &articles, |text| Document::new(text).tokens.len());
    measure("read", &articles, |text| read(text, &About::default()).claims.len());
    Ok(())
}
