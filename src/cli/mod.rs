//! The native program: batch use, corpus building, evaluation.

use std::io::{BufRead, Read, Write};
use std::process::ExitCode;

use serde::Deserialize;

use crate::compare::{compare, relate};
use crate::corpus::{Article, Corpus, Report};
use crate::export::contract::{self, Encoding};
use crate::reading::About;

#[derive(Deserialize)]
struct Line {
    id: Option<serde_json::Value>,
    text: Option<String>,
    #[serde(flatten)]
    about: About,
    corpus: Option<Vec<CorpusLine>>,
    premise: Option<String>,
    hypothesis: Option<String>,
    tokens: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct CorpusLine {
    id: Option<String>,
    text: String,
    #[serde(flatten)]
    about: About,
}

fn answer(command: &str, line: &str, seeded: &Corpus) -> Result<serde_json::Value, String> {
    let line: Line = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let id = line.id.clone().unwrap_or(serde_json::Value::Null);
    let mut value = match command {
        "relate" => {
            let (verdict, reasons) =
                relate(line.premise.as_deref().unwrap_or(""), line.hypothesis.as_deref().unwrap_or(""));
            serde_json::json!({"relation": verdict, "reasons": reasons})
        }
        "tag" => {
            let tokens = line.tokens.unwrap_or_default();
            let tags = crate::text::tag_words(&tokens.iter().map(String::as_str).collect::<Vec<_>>());
            serde_json::json!({"tags": tags.iter().map(|tag| tag.as_str()).collect::<Vec<_>>()})
        }
        _ => {
            let article = Article { id: String::new(), about: line.about, text: line.text.ok_or("no text")? };
            let report = Report::new(article);
            if command == "compare" {
                let own = line.corpus.map(|articles| {
                    Corpus::new(articles.into_iter().map(|a| Article {
                        id: a.id.unwrap_or_default(),
                        about: a.about,
                        text: a.text,
                    }))
                });
                let corpus = own.as_ref().unwrap_or(seeded);
                let comparison = compare(&report, corpus);
                serde_json::to_value(contract::comparison(None, &report, corpus, &comparison, Encoding::CodePoints))
            } else {
                serde_json::to_value(contract::reading(
                    None,
                    &report.article.text,
                    &report.reading,
                    Encoding::CodePoints,
                ))
            }
            .map_err(|error| error.to_string())?
        }
    };
    value["id"] = id;
    Ok(value)
}

/// Runs the program. A first cut: the real command line replaces it.
#[must_use]
pub fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some(command) = args.first().cloned() else { return ExitCode::from(2) };
    let seeded = Corpus::seeded();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut bad = false;
    if args.iter().any(|arg| arg == "--ndjson") {
        for line in std::io::stdin().lock().lines() {
            let Ok(line) = line else { break };
            let value = answer(&command, &line, &seeded).unwrap_or_else(|error| {
                bad = true;
                serde_json::json!({"error": error})
            });
            let _ = writeln!(out, "{value}");
        }
    } else {
        let mut text = String::new();
        let read = match args.get(1).filter(|arg| *arg != "-" && !arg.starts_with("--")) {
            Some(file) => std::fs::read_to_string(file).map(|read| text = read),
            None => std::io::stdin().lock().read_to_string(&mut text).map(|_| ()),
        };
        if read.is_err() {
            return ExitCode::from(2);
        }
        let option = |name: &str| args.iter().position(|arg| arg == name).and_then(|at| args.get(at + 1)).cloned();
        let line = serde_json::json!({"id": null, "text": text, "published": option("--published"), "outlet": option("--outlet")});
        let value =
            answer(&command, &line.to_string(), &seeded).unwrap_or_else(|error| serde_json::json!({"error": error}));
        let _ = writeln!(out, "{}", serde_json::to_string_pretty(&value).unwrap_or_default());
    }
    ExitCode::from(u8::from(bad))
}
