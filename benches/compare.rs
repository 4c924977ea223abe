//! How long the comparison of one article takes with the five digests, and with ten thousand reports more:
//! `cargo bench --bench compare`.
#![allow(clippy::print_stdout, reason = "a bench says what it measured")]

use std::time::Instant;

use crossread::compare;
use crossread::corpus::{Article, Corpus, Report};
use crossread::reading::About;

const TOWNS: [&str; 8] = ["Lodz", "Gdynia", "Porto", "Izmir", "Accra", "Bergen", "Lyon", "Cusco"];
const NAMES: [&str; 8] = ["Nowak", "Prado", "Duval", "Mensah", "Krol", "Visser", "Diaz", "Roux"];
const MATTERS: [&str; 8] = ["flood", "strike", "fire", "storm", "election", "outbreak", "merger", "trial"];

/// A report of eight sentences, told apart by its number.
fn report(at: usize) -> Article {
    let pick = |list: [&'static str; 8], by: usize| list[at / by % 8];
    let (town, name, matter) = (pick(TOWNS, 1), pick(NAMES, 8), pick(MATTERS, 64));
    let text = format!(
        "The {matter} in {town} has hit {} people, Mayor {name} said on Tuesday. About {} workers were sent home. \
         Some {} houses stand empty, according to the council of {town}. {name}, {}, promised {} million euros. \
         \"We have seen nothing like this {matter} in {} years,\" she said. Up to {} percent of the roads are closed. \
         The government said that {} soldiers would help. Talks with the union of {town} go on.",
        at + 3,
        at * 10 + 40,
        at % 900 + 7,
        at % 60 + 20,
        at % 40 + 2,
        at % 30 + 5,
        at % 90 + 3,
        at % 700 + 50,
    );
    let about =
        About { outlet: Some(format!("Paper {}", at % 50)), published: Some("2031-05-06".into()), ..About::default() };
    Article { id: format!("generated-{at}"), about, text }
}

/// The median time of a comparison, in milliseconds.
fn measure(what: &str, pasted: &Report, corpus: &Corpus) -> f64 {
    let mut times: Vec<f64> = (0..101)
        .map(|_| {
            let started = Instant::now();
            let found = compare(pasted, corpus);
            assert!(found.matches.len() < 1_000_000);
            started.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let median = times[times.len() / 2];
    println!("{what}: {median:.2} ms ({} reports)", corpus.reports().len());
    median
}

fn main() {
    let seeded = Corpus::seeded();
    let digest = Report::new(Article { id: "pasted".into(), ..seeded.reports()[1].article.clone() });
    let few = measure("a digest beside the digests", &digest, &seeded);
    let generated = (0..10_000).map(report).chain(seeded.reports().iter().map(|report| report.article.clone()));
    let large = Corpus::new(generated);
    let many = measure("a digest beside them and ten thousand more", &digest, &large);
    println!("  {:.1} times as long", many / few);
    measure("a generated report beside them all", &Report::new(report(77_777)), &large);
}
