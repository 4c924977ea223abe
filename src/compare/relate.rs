//! One premise and one hypothesis: the same judgement as between two reports.

use super::align::{Laid, Passage};
use super::interval::Fit;
use super::quantity::likeness;
use super::side::{Saying, Side};
use super::weigh::Signs;
use super::{FigureRelation, Verdict, figures, reason};
use crate::corpus::{Article, Index, Report, Sort};
use crate::reading::About;

/// How sure it must be that the premise says it.
const SURE: f64 = 0.5;

/// The least share of the hypothesis' words at which the premise can say it.
const SAID: f64 = 0.40;

/// The least share of the hypothesis' words at which the premise can refute it.
const SAME_MATTER: f64 = 0.5;

/// A text as a report of its own.
pub(super) fn report(text: &str) -> Report {
    Report::new(Article { id: String::new(), about: About::default(), text: text.to_owned() })
}

/// Whether one text says what another says, and why.
pub(super) fn relate(premise: &str, hypothesis: &str) -> (Verdict, Vec<String>) {
    let (premise, hypothesis) = (report(premise), report(hypothesis));
    let laid = Laid::new(Passage::whole(&premise), Passage::whole(&hypothesis));
    let signs = Signs::new(&laid);
    verdict(&laid, &signs, signs.sure() > SURE)
}

/// The verdict and its reasons. `sure`: the signs speak for it that the premise says it.
pub(super) fn verdict(laid: &Laid<'_>, signs: &Signs, sure: bool) -> (Verdict, Vec<String>) {
    let is_open = |report: &Report| Saying::all(report).any(Saying::is_open);
    if is_open(laid.given.report) && !is_open(laid.wanted.report) {
        return (Verdict::NotEnoughInfo, vec!["The premise leaves it open: it neither confirms nor denies it.".into()]);
    }
    if let Some(reason) = refuted(laid, signs) {
        return (Verdict::Refuted, vec![reason]);
    }
    if let Some([actor, deed, sufferer]) = laid.turned() {
        let reason = format!(
            "In the hypothesis \"{actor}\" does it (\"{deed}\") to \"{sufferer}\", in the premise it is the other way round."
        );
        return (Verdict::NotEnoughInfo, vec![reason]);
    }
    let lacks = reason::lacks("The premise", laid, signs);
    let mut reasons = reason::both(laid, signs);
    // Whatever else it has: what it denies, or a figure that it does not give, it does not say.
    let against = laid.is_denied() || laid.is_apart() || !signs.unsaid_figures.is_empty() || laid.share() < SAID;
    let swapped = laid.swapped();
    if sure && !against && !reasons.is_empty() {
        reasons.extend(lacks);
        return (Verdict::Supported, reasons);
    }
    if laid.is_denied() {
        reasons = vec!["What one affirms the other negates, but it is not clear that they speak of one thing.".into()];
    } else if let Some((here, there)) = swapped {
        reasons = vec![["The premise speaks of \"", there, "\", not of \"", here, "\"."].concat()];
    } else if lacks.is_empty() {
        let open = laid.given.is_open() && !laid.wanted.is_open();
        let why = if open {
            "The premise says it only as possible or planned."
        } else {
            "The premise says much else, and these words stand far apart in it."
        };
        reasons.push(why.into());
    } else {
        reasons = lacks;
    }
    (Verdict::NotEnoughInfo, reasons)
}

/// Why the premise excludes the hypothesis, where it does.
fn refuted(laid: &Laid<'_>, signs: &Signs) -> Option<String> {
    let new_name = signs.unsaid.iter().any(|&at| laid.wanted.parts.get(at).is_some_and(|part| part.sort == Sort::Name));
    if laid.share() < SAME_MATTER || new_name {
        return None;
    }
    if laid.is_denied() {
        return Some("What one affirms the other negates.".into());
    }
    if let Some((here, there)) = laid.excluded() {
        let words = [laid.wanted.word(here), laid.given.word(there)];
        return Some(["\"", words[0], "\" and \"", words[1], "\" exclude each other."].concat());
    }
    let index = Index::default();
    signs.unsaid_figures.iter().find_map(|&at| {
        let wanted = Side::of(laid.wanted.report, at)?;
        Side::all(laid.given.report).find_map(|given| {
            let likeness = likeness(wanted, given, &index)?;
            if given.stated().fit(wanted.stated()) != Fit::Apart {
                return None;
            }
            let (relation, reason) = figures::relate(wanted, given, &likeness);
            (relation == FigureRelation::Conflicting).then_some(reason)
        })
    })
}
