//! One premise and one hypothesis: the same judgement as between two reports.

use super::FigureRelation;
use super::Verdict;
use super::figures;
use super::interval::Fit;
use super::quantity::likeness;
use super::side::Side;
use crate::claim::{Certainty, Polarity};
use crate::corpus::{Article, Index, Report, Term};
use crate::order;
use crate::reading::About;

/// The least share of the hypothesis' words that the premise must have, where no figure is given.
const COVERED: f64 = 0.62;

/// The same where the premise has all figures of the hypothesis: numbers alike seldom mean two things.
const COVERED_WITH_FIGURES: f64 = 0.35;

/// The least share of its words at which figures or negations can refute it.
const SAME_MATTER: f64 = 0.5;

/// Whether one text says what another says, and why.
pub(super) fn relate(premise: &str, hypothesis: &str) -> (Verdict, Vec<String>) {
    let report =
        |text: &str| Report::new(Article { id: String::new(), about: About::default(), text: text.to_owned() });
    let (premise, hypothesis) = (report(premise), report(hypothesis));
    let index = Index::default();
    let covered = coverage(&premise, &hypothesis);
    let mut reasons = Vec::new();
    let mut unsaid = 0;
    for wanted in Side::all(&hypothesis) {
        match answer(&premise, wanted, &index) {
            Answer::Says => {}
            Answer::Excludes(reason) if covered >= SAME_MATTER => return (Verdict::Refuted, vec![reason]),
            Answer::Excludes(reason) => {
                unsaid += 1;
                reasons.push(reason);
            }
            Answer::Silent => {
                unsaid += 1;
                reasons.push(format!("The premise does not give {}.", wanted.text()));
            }
        }
    }
    if unsaid > 0 {
        return (Verdict::NotEnoughInfo, reasons);
    }
    let least = if hypothesis.reading.figures.is_empty() { COVERED } else { COVERED_WITH_FIGURES };
    if covered < least {
        return (
            Verdict::NotEnoughInfo,
            vec![format!("The premise has only {:.0} % of what the hypothesis speaks of.", covered * 100.0)],
        );
    }
    if negated(&premise) != negated(&hypothesis) && covered >= SAME_MATTER {
        return (Verdict::Refuted, vec!["One affirms what the other negates.".into()]);
    }
    if open(&premise) && !open(&hypothesis) {
        return (Verdict::NotEnoughInfo, vec!["The premise says only that it may be so.".into()]);
    }
    (
        Verdict::Supported,
        vec![format!(
            "The premise has {:.0} % of what the hypothesis speaks of, and all its figures.",
            covered * 100.0
        )],
    )
}

enum Answer {
    Says,
    Excludes(String),
    Silent,
}

/// What the premise says to a figure of the hypothesis.
fn answer(premise: &Report, wanted: Side<'_>, index: &Index) -> Answer {
    let mut excluded = None;
    for given in Side::all(premise) {
        let comparable = super::unit::comparable(given.figure, wanted.figure);
        if comparable && given.stated().implies(wanted.stated()) {
            return Answer::Says;
        }
        if let Some(likeness) = likeness(given, wanted, index)
            && given.stated().fit(wanted.stated()) == Fit::Apart
        {
            let (relation, reason) = figures::relate(wanted, given, &likeness);
            if relation == FigureRelation::Conflicting {
                excluded.get_or_insert(reason);
            }
        }
    }
    excluded.map_or(Answer::Silent, Answer::Excludes)
}

/// The share of the hypothesis' words and names that the premise has.
fn coverage(premise: &Report, hypothesis: &Report) -> f64 {
    let terms = |report: &Report| {
        let mut terms: Vec<Term> = report.gist.terms.clone();
        order::sort(&mut terms);
        terms.dedup();
        terms
    };
    let (have, wanted) = (terms(premise), terms(hypothesis));
    if wanted.is_empty() {
        return 0.0;
    }
    let common = wanted.iter().filter(|term| have.binary_search(term).is_ok()).count();
    common as f64 / wanted.len() as f64
}

fn negated(report: &Report) -> bool {
    report.reading.claims.iter().any(|claim| claim.polarity == Polarity::Negated)
}

fn open(report: &Report) -> bool {
    let mut claims = report.reading.claims.iter().peekable();
    claims.peek().is_some() && claims.all(|claim| claim.certainty == Certainty::Possible)
}
