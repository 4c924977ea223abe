//! Golden files: every digest of the seeded corpus, and the comparison of the page's example with
//! them, as lines to read.
//!
//! A golden file says what the whole pipeline finds; whoever changes a stage sees here what that does
//! to whole articles. A failing test never rewrites a file: read the difference and, if it is wanted,
//!
//! ```text
//! CROSSREAD_GOLDEN=write cargo test --test golden
//! ```

use std::fmt::{Debug, Write};
use std::fs;
use std::path::PathBuf;

use crossread::compare::{Comparison, compare};
use crossread::corpus::{Article, Corpus, Report};
use crossread::view::words;
use crossread::{About, Reading, Span};

/// The variable that makes the files be written.
const WRITE: &str = "CROSSREAD_GOLDEN";

/// Holds lines against their golden file, or writes them where that is asked for.
fn check(name: &str, lines: &str) -> Result<(), String> {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "golden", name].iter().collect();
    if std::env::var(WRITE).is_ok_and(|value| value == "write") {
        return fs::write(&path, lines).map_err(|error| format!("{}: {error}", path.display()));
    }
    let golden = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut theirs = golden.lines();
    for (at, line) in lines.lines().chain(std::iter::once("(the end)")).enumerate() {
        let expected = theirs.next().unwrap_or("(the end)");
        if line != expected {
            let line_number = at + 1;
            return Err(format!(
                "tests/golden/{name}, line {line_number} differs\n  golden: {expected}\n  now:    {line}\n\
                 If that is better, rewrite the files: {WRITE}=write cargo test --test golden"
            ));
        }
    }
    Ok(())
}

/// The name of a variant, in lower case.
fn word(variant: impl Debug) -> String {
    format!("{variant:?}").to_lowercase()
}

/// A report as lines.
struct Page<'a> {
    text: &'a str,
    reading: &'a Reading,
    lines: String,
}

impl<'a> Page<'a> {
    fn of(report: &'a Report) -> String {
        let mut page = Self { text: &report.article.text, reading: &report.reading, lines: String::new() };
        page.figures();
        page.dates();
        page.entities();
        page.attributions();
        page.claims();
        page.notes();
        page.lines
    }

    fn line(&mut self, line: &str) {
        self.lines.push_str(line);
        self.lines.push('\n');
    }

    fn heading(&mut self, heading: &str) {
        let gap = if self.lines.is_empty() { "" } else { "\n" };
        let _ = writeln!(self.lines, "{gap}{heading}");
    }

    fn slice(&self, span: Span) -> String {
        span.of(self.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn slices(&self, spans: &[Span]) -> String {
        spans.iter().map(|&span| self.slice(span)).collect::<Vec<_>>().join(" + ")
    }

    fn speaker(&self, attribution: Option<u32>) -> &'a str {
        let Some(attribution) = attribution.and_then(|at| self.reading.attributions.get(at as usize)) else {
            return "own voice";
        };
        let entity = attribution.speaker.and_then(|at| self.reading.entities.get(at as usize));
        entity.map_or("not named", |entity| entity.name.as_str())
    }

    fn figures(&mut self) {
        self.heading("FIGURES  text = value, modifier, unit | of | as of | who says it");
        for (at, figure) in self.reading.figures.iter().enumerate() {
            let value = if figure.low < figure.high {
                format!("{}-{}", figure.low, figure.high)
            } else {
                figure.low.to_string()
            };
            let line = format!(
                "  {} = {value}, {}, {} | {} | {} | {}",
                self.slice(figure.span),
                word(figure.modifier),
                figure.unit.as_deref().unwrap_or("-"),
                self.slices(&figure.subject),
                figure.as_of.as_deref().unwrap_or("-"),
                self.reading.speaker_of(at as u32).unwrap_or("-"),
            );
            self.line(&line);
        }
    }

    fn dates(&mut self) {
        self.heading("DATES  text = value");
        for date in &self.reading.dates {
            let modifier = date.modifier.map(|modifier| format!(" {}", word(modifier))).unwrap_or_default();
            let line = format!("  {} = {} {}{modifier}", self.slice(date.span), word(date.kind), date.value);
            self.line(&line);
        }
    }

    fn entities(&mut self) {
        self.heading("ENTITIES  name: kind | role | other spellings");
        for entity in &self.reading.entities {
            let role = entity.role.map_or_else(|| "-".into(), |role| self.slice(role));
            let others: Vec<&str> =
                entity.aliases.iter().map(String::as_str).filter(|alias| *alias != entity.name).collect();
            self.line(&format!("  {}: {} | {role} | {}", entity.name, word(entity.kind), others.join(", ")));
        }
    }

    fn attributions(&mut self) {
        self.heading("ATTRIBUTIONS  source (speaker) < cue | quotation | within | stance: content");
        for (at, attribution) in self.reading.attributions.iter().enumerate() {
            let part = |span: Option<Span>| span.map_or_else(|| "-".into(), |span| self.slice(span));
            let within = attribution.within.map_or_else(|| "-".into(), |within| within.to_string());
            let no = if attribution.negated { " (negated)" } else { "" };
            let line = format!(
                "  {at}. {} ({}) < {}{no} | {} | {within} | {}: {}",
                part(attribution.source),
                self.speaker(Some(at as u32)),
                part(attribution.cue),
                word(attribution.quotation),
                word(attribution.stance),
                self.slices(&attribution.content),
            );
            self.line(&line);
        }
    }

    fn claims(&mut self) {
        self.heading("CLAIMS  speaker (attribution), stance, polarity, certainty, worth: text");
        for claim in &self.reading.claims {
            let by = claim.attribution.map_or_else(String::new, |at| format!(" ({at})"));
            let line = format!(
                "  {}{by}, {}, {}, {}, {:.2}: {}",
                self.speaker(claim.attribution),
                word(claim.stance),
                word(claim.polarity),
                word(claim.certainty),
                claim.checkworthy,
                self.slice(claim.span),
            );
            self.line(&line);
        }
    }

    fn notes(&mut self) {
        self.heading("NOTES");
        for note in &self.reading.notes {
            let line = format!("  {}: {}", self.slice(note.span), note.message);
            self.line(&line);
        }
    }
}

/// A comparison as lines.
fn comparison(pasted: &Report, corpus: &Corpus, found: &Comparison) -> String {
    let mut lines = String::new();
    let report = |article: Option<u32>| article.map_or(pasted, |at| &corpus.reports()[at as usize]);
    let name = |article: Option<u32>| article.map_or("here", |at| corpus.reports()[at as usize].article.id.as_str());
    let claim = |article: Option<u32>, claim: u32| {
        let report = report(article);
        let span = report.reading.claims[claim as usize].span;
        span.of(&report.article.text).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let _ = writeln!(lines, "QUANTITIES");
    for quantity in &found.quantities {
        let _ = writeln!(lines, "  {}", quantity.quantity);
        for (at, point) in quantity.points.iter().enumerate() {
            let report = report(point.article);
            let figure = &report.reading.figures[point.figure as usize];
            let _ = writeln!(
                lines,
                "    {at}. {}: {} | {} | {}",
                name(point.article),
                figure.span.of(&report.article.text),
                report.reading.speaker_of(point.figure).unwrap_or("-"),
                figure.as_of.as_deref().unwrap_or("-"),
            );
        }
        for pair in &quantity.pairs {
            let _ = writeln!(lines, "    {} and {}: {}. {}", pair.a, pair.b, word(pair.relation), pair.reason);
        }
    }
    let _ = writeln!(lines, "\nMATCHES");
    for found in &found.matches {
        let theirs = Some(found.theirs.article);
        let _ = writeln!(lines, "  {} {:.2}: {}", word(found.relation), found.score, claim(None, found.claim));
        let _ = writeln!(lines, "    {}: {}", name(theirs), claim(theirs, found.theirs.claim));
        for reason in &found.reasons {
            let _ = writeln!(lines, "    - {reason}");
        }
    }
    let _ = writeln!(lines, "\nORIGINS");
    for origin in &found.origins {
        let speaker = origin.speaker_name.as_deref().unwrap_or("-");
        let outlets = origin.outlets.join(", ");
        let _ = writeln!(lines, "  {} of: {outlets} | {speaker}: {}", origin.independent, origin.statement);
    }
    let _ = writeln!(lines, "\nNEW");
    for &new in &found.new {
        let _ = writeln!(lines, "  {}", claim(None, new));
    }
    let _ = writeln!(lines, "\nMISSING");
    for missing in &found.missing {
        let theirs = Some(missing.article);
        let _ = writeln!(lines, "  {}: {}", name(theirs), claim(theirs, missing.claim));
    }
    let _ = writeln!(lines, "\nINTERNAL");
    for problem in &found.internal {
        let _ = writeln!(lines, "  {:?} {}", problem.figures, problem.problem);
    }
    lines
}

#[test]
fn digests_are_read_as_written_down() {
    let corpus = Corpus::seeded();
    assert_eq!(corpus.reports().len(), 5);
    let wrong: Vec<String> = corpus
        .reports()
        .iter()
        .filter_map(|report| check(&format!("{}.txt", report.article.id), &Page::of(report)).err())
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_example_is_compared_as_written_down() {
    let article = Article { id: "example".into(), about: About::default(), text: words::EXAMPLE_TEXT.into() };
    let (pasted, corpus) = (Report::new(article), Corpus::seeded());
    let lines = comparison(&pasted, &corpus, &compare(&pasted, &corpus));
    if let Err(wrong) = check("example.txt", &lines) {
        panic!("{wrong}");
    }
}
