//! The comparison, by the cases of `cases/compare.md`, `cases/compare_figures.md`, `cases/compare_claims.md` and
//! `cases/compare_itself.tsv`.
//!
//! A case is a heading, the reports (`A 2031-05-06 Outlet: text`, A being the pasted one), and what is
//! expected, a line each:
//!
//! - `14 same 14` (or `compatible`, `conflicting`, `updated`): A's figure and another report's are paired, and how;
//! - `14 apart 12`: they are not paired;
//! - `claim supported` (or `refuted`, `differs`): some claim of A stands so to a claim of another report;
//! - `claim not refuted`: none does;
//! - `reason WORDS`: the words stand in some reason; `problem WORDS`: in what is wrong within A;
//! - `no problem`: nothing is wrong within A;
//! - `says supported` (or `refuted`, `not_enough_info`): whether the first text says what the second says;
//!   `because WORDS`: the words stand in the reasons for it;
//! - `origins 2`: the statement with the most outlets has so many independent origins;
//! - `missing WORDS`, `not missing WORDS`: a claim that is told as missing has the words, or none has.

#[path = "cases/known.rs"]
mod known;

use crossread::compare::{Comparison, Verdict, compare, relate};
use crossread::corpus::{Article, Corpus, Report};
use crossread::reading::About;
use known::verdict;

struct Case<'a> {
    name: &'a str,
    reports: Vec<Article>,
    expected: Vec<&'a str>,
}

fn cases(file: &str) -> Vec<Case<'_>> {
    let mut cases: Vec<Case<'_>> = Vec::new();
    for line in file.lines().map(str::trim_end) {
        if let Some(name) = line.strip_prefix("## ") {
            cases.push(Case { name, reports: Vec::new(), expected: Vec::new() });
        } else if let Some(case) = cases.last_mut() {
            match report(line) {
                Some(article) => case.reports.push(article),
                None if line.is_empty() => {}
                None => case.expected.push(line),
            }
        }
    }
    cases
}

/// `A 2031-05-06 Outlet: text`; `\n` in the text is a line break.
fn report(line: &str) -> Option<Article> {
    let (head, text) = line.split_once(": ")?;
    let mut words = head.split(' ');
    let id = words.next().filter(|id| id.len() == 1 && id.starts_with(|c: char| c.is_ascii_uppercase()))?;
    let mut about = About::default();
    let mut outlet = Vec::new();
    for word in words {
        if word.starts_with("20") {
            about.published = Some(word.to_owned());
        } else {
            outlet.push(word);
        }
    }
    about.outlet = (!outlet.is_empty()).then(|| outlet.join(" "));
    Some(Article { id: id.to_owned(), about, text: text.replace("\\n", "\n") })
}

fn check(case: &Case<'_>) -> Result<(), String> {
    let mut reports = case.reports.iter().cloned();
    let pasted = Report::new(reports.next().ok_or("no report")?);
    let corpus = Corpus::new(reports);
    let found = compare(&pasted, &corpus);
    if case.expected.is_empty() {
        return Err("nothing is expected".into());
    }
    for line in &case.expected {
        meets(line, &pasted, &corpus, &found).map_err(|why| format!("{line}\n    {why}"))?;
    }
    Ok(())
}

fn meets(line: &str, pasted: &Report, corpus: &Corpus, found: &Comparison) -> Result<(), String> {
    let words: Vec<&str> = line.split(' ').collect();
    let rest = |from: usize| words[from..].join(" ");
    let claims = || -> Vec<String> {
        found
            .matches
            .iter()
            .map(|found| format!("{:?} {:.2}: {}", found.relation, found.score, found.reasons.join(" ")))
            .collect()
    };
    let missing = || -> Vec<&str> {
        found
            .missing
            .iter()
            .map(|at| {
                let report = &corpus.reports()[at.article as usize];
                report.reading.claims[at.claim as usize].span.of(&report.article.text)
            })
            .collect()
    };
    let demand = |met: bool, have: String| if met { Ok(()) } else { Err(format!("have: {have}")) };
    match words.as_slice() {
        ["says" | "because", ..] => {
            let hypothesis = corpus.reports().first().ok_or("one text alone")?;
            let (verdict, reasons) = relate(&pasted.article.text, &hypothesis.article.text);
            let verdict = match verdict {
                Verdict::Supported => "supported",
                Verdict::Refuted => "refuted",
                Verdict::NotEnoughInfo => "not_enough_info",
            };
            let reasons = reasons.join(" ");
            let met = if words[0] == "says" { verdict == rest(1) } else { reasons.contains(&rest(1)) };
            demand(met, format!("{verdict}: {reasons}"))
        }
        ["claim", "not", relation] => {
            demand(!claims().iter().any(|claim| claim.to_lowercase().starts_with(relation)), format!("{:#?}", claims()))
        }
        ["claim", relation] => {
            demand(claims().iter().any(|claim| claim.to_lowercase().starts_with(relation)), format!("{:#?}", claims()))
        }
        ["reason", ..] => {
            let pairs = found.quantities.iter().flat_map(|quantity| &quantity.pairs).map(|pair| pair.reason.clone());
            let all: Vec<String> = claims().into_iter().chain(pairs).collect();
            demand(all.iter().any(|reason| reason.contains(&rest(1))), format!("{all:#?}"))
        }
        ["no", "problem"] => demand(found.internal.is_empty(), format!("{:?}", found.internal)),
        ["problem", ..] => {
            let met = found.internal.iter().any(|problem| problem.problem.contains(&rest(1)));
            demand(met, format!("{:?}", found.internal))
        }
        ["origins", number] => {
            let most = found.origins.iter().max_by_key(|origin| origin.outlets.len());
            demand(
                most.is_some_and(|origin| origin.independent.to_string() == *number),
                format!("{:#?}", found.origins),
            )
        }
        ["missing", ..] => demand(missing().iter().any(|claim| claim.contains(&rest(1))), format!("{:?}", missing())),
        ["not", "missing", ..] => {
            demand(!missing().iter().any(|claim| claim.contains(&rest(2))), format!("{:?}", missing()))
        }
        [mine, relation, theirs] => {
            let have = pairs(pasted, corpus, found);
            let relations: Vec<&String> =
                have.iter().filter(|(a, b, _)| a == mine && b == theirs).map(|(_, _, relation)| relation).collect();
            let met =
                if *relation == "apart" { relations.is_empty() } else { relations.iter().any(|have| have == relation) };
            demand(met, format!("{have:?}\n{}", figures(pasted, corpus)))
        }
        _ => Err("this line is not understood".into()),
    }
}

/// The pairs of A's figures with others': both values and the relation.
fn pairs(pasted: &Report, corpus: &Corpus, found: &Comparison) -> Vec<(String, String, String)> {
    let mut all = Vec::new();
    for quantity in &found.quantities {
        for pair in &quantity.pairs {
            let (a, b) = (quantity.points[pair.a as usize], quantity.points[pair.b as usize]);
            let (mine, theirs) = if a.article.is_none() { (a, b) } else { (b, a) };
            let Some(article) = theirs.article.filter(|_| mine.article.is_none()) else { continue };
            let value = |report: &Report, figure: u32| report.reading.figures[figure as usize].low.to_string();
            all.push((
                value(pasted, mine.figure),
                value(&corpus.reports()[article as usize], theirs.figure),
                format!("{:?}", pair.relation).to_lowercase(),
            ));
        }
    }
    all
}

fn figures(pasted: &Report, corpus: &Corpus) -> String {
    use std::fmt::Write;
    let mut list = String::new();
    for report in std::iter::once(pasted).chain(corpus.reports()) {
        for (figure, measure) in report.reading.figures.iter().zip(&report.gist.measures) {
            let _ = writeln!(
                list,
                "    {} {} {:?} unit {:?} head {:?} action {:?} wholes {:?} places {:?} {:?}",
                report.article.id,
                figure.span.of(&report.article.text),
                figure.dimension,
                figure.unit,
                measure.head.and_then(|word| word.meaning),
                measure.action.and_then(|word| word.meaning),
                measure.wholes,
                measure.places,
                measure.scope,
            );
        }
    }
    list
}

#[test]
fn cases_hold() {
    hold(include_str!("cases/compare.md"), 60);
}

#[test]
fn cases_of_figures_hold() {
    hold(include_str!("cases/compare_figures.md"), 60);
}

#[test]
fn cases_of_claims_hold() {
    hold(include_str!("cases/compare_claims.md"), 60);
}

/// A line of the table: a case's name, words of what is wrong with an article or `-` where nothing is, and its text.
#[test]
fn cases_of_an_article_against_itself_hold() {
    let lines = || include_str!("cases/compare_itself.tsv").lines().filter(|line| !line.starts_with('#'));
    let expected: Vec<String> = lines()
        .map(|line| match line.split('\t').nth(1) {
            None | Some("-") => "no problem".to_owned(),
            Some(words) => format!("problem {words}"),
        })
        .collect();
    let cases: Vec<Case<'_>> = lines()
        .zip(&expected)
        .map(|(line, expected)| {
            let mut columns = line.split('\t');
            let name = columns.next().unwrap_or_default();
            let article = report(&["A 2031-05-06: ", columns.nth(1).unwrap_or_default()].concat());
            Case { name, reports: article.into_iter().collect(), expected: vec![expected] }
        })
        .collect();
    judge(&cases, 60);
}

fn hold(file: &str, least: usize) {
    judge(&cases(file), least);
}

fn judge(cases: &[Case<'_>], least: usize) {
    assert!(cases.len() >= least, "{} cases", cases.len());
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| verdict(case.name, check(case).map_err(|why| format!("## {}\n  {why}", case.name))))
        .collect();
    assert!(wrong.is_empty(), "{} of {} cases fail\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
