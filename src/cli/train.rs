//! Training from files.

use std::io::BufRead;
use std::path::PathBuf;

use serde::Deserialize;

use super::failure::Failure;
use super::input;
use super::options::Source;
use crate::Span;
use crate::attribution::train::{Article, Gold, Options, train};
use crate::compare::{Verdict, train as judge};
use crate::text::train as tagger;

/// The tagger's weights, trained on a treebank and on the texts of articles in NDJSON; a line without one has none.
pub(super) fn tagger(treebank: PathBuf, news: &Source) -> Result<Vec<u8>, Failure> {
    #[derive(Deserialize)]
    struct Text {
        text: String,
    }
    let bytes = input::bytes(&Source::File(treebank.clone()))?;
    let treebank = String::from_utf8(bytes).map_err(|_| Failure::Encoding(treebank))?;
    let lines = input::open(news)?.lines().map_while(Result::ok);
    let texts = lines.filter_map(|line| serde_json::from_str(&line).ok()).map(|Text { text }| text);
    Ok(tagger::train(&treebank, &texts.collect::<Vec<_>>(), tagger::Options::default()))
}

/// An annotated article, its offsets in code points.
#[derive(Deserialize)]
struct Line {
    text: String,
    attributions: Vec<Parts>,
}

#[derive(Deserialize)]
struct Parts {
    source: Vec<[usize; 2]>,
    cue: Vec<[usize; 2]>,
    content: Vec<[usize; 2]>,
}

/// The rankers' weights, trained on lines of annotated articles; a line that is none is passed over.
pub(super) fn attribution(news: &Source) -> Result<Vec<u8>, Failure> {
    let lines = input::open(news)?.lines().map_while(Result::ok);
    let articles: Vec<Article> = lines.filter_map(|line| serde_json::from_str(&line).ok()).map(article).collect();
    Ok(train(&articles, Options::default()))
}

fn article(line: Line) -> Article {
    let mut offsets: Vec<usize> = line.text.char_indices().map(|(at, _)| at).collect();
    offsets.push(line.text.len());
    let byte = |at: usize| offsets.get(at).copied().unwrap_or(line.text.len());
    let spans = |part: &[[usize; 2]]| part.iter().map(|&[start, end]| Span::new(byte(start), byte(end))).collect();
    let gold =
        |parts: &Parts| Gold { source: spans(&parts.source), cue: spans(&parts.cue), content: spans(&parts.content) };
    let attributions = line.attributions.iter().map(gold).collect();
    Article { text: line.text, attributions }
}

/// A pair of texts, and how the second stands to the first.
#[derive(Deserialize)]
struct Judged {
    set: String,
    premise: String,
    hypothesis: String,
    label: String,
}

/// The weights of the comparison's signs, made of lines of judged pairs; a line that is none is passed over.
pub(super) fn relate(pairs: &Source) -> Result<judge::Trained, Failure> {
    let lines = input::open(pairs)?.lines().map_while(Result::ok);
    let pair = |Judged { set, premise, hypothesis, label }| {
        let verdict = match label.as_str() {
            "entailment" => Verdict::Supported,
            "contradiction" => Verdict::Refuted,
            _ => Verdict::NotEnoughInfo,
        };
        judge::Pair { set, premise, hypothesis, verdict }
    };
    let pairs: Vec<judge::Pair> = lines.filter_map(|line| serde_json::from_str(&line).ok()).map(pair).collect();
    Ok(judge::train(&pairs))
}
