//! An article laid beside a corpus: what every export is made from.

use crate::compare::{Comparison, FigureRelation};
use crate::corpus::{Corpus, Report};

/// An article, the corpus it was laid beside, and what came of it.
#[derive(Clone, Copy, Debug)]
pub struct Laid<'a> {
    /// The article.
    pub report: &'a Report,
    /// The corpus.
    pub corpus: &'a Corpus,
    /// What came of it.
    pub comparison: &'a Comparison,
}

/// A figure of another report beside one of the article.
pub(super) struct Beside<'a> {
    pub(super) relation: FigureRelation,
    pub(super) report: &'a Report,
    pub(super) text: &'a str,
    pub(super) reason: &'a str,
}

impl<'a> Laid<'a> {
    /// The figures of other reports that are paired with a figure of the article.
    pub(super) fn beside(self, figure: u32) -> Vec<Beside<'a>> {
        let mut found = Vec::new();
        for quantity in &self.comparison.quantities {
            for pair in &quantity.pairs {
                let points = (quantity.points.get(pair.a as usize), quantity.points.get(pair.b as usize));
                let (Some(a), Some(b)) = points else { continue };
                let (mine, theirs) = if a.article.is_none() { (a, b) } else { (b, a) };
                let Some(article) = theirs.article.filter(|_| mine.article.is_none() && mine.figure == figure) else {
                    continue;
                };
                let Some(report) = self.corpus.reports().get(article as usize) else { continue };
                let Some(other) = report.reading.figures.get(theirs.figure as usize) else { continue };
                let text = other.span.of(&report.article.text);
                found.push(Beside { relation: pair.relation, report, text, reason: &pair.reason });
            }
        }
        found
    }

    /// A text of the article without line breaks.
    pub(super) fn line(text: &str) -> String {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// What a report is called: its outlet, else its title, else its id.
pub(super) fn name(report: &Report) -> &str {
    let about = &report.article.about;
    about.outlet.as_deref().or(about.title.as_deref()).unwrap_or(&report.article.id)
}
