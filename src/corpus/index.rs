//! The index: which reports have a term, and how rare it is.
//!
//! A comparison asks it for the reports that share rare terms with an article, so that its cost is
//! that of the candidates, not of the corpus.

use super::Report;
use super::gist::Gist;
use super::term::Term;
use crate::order;

/// The most reports that an article is laid beside.
const MOST_CANDIDATES: usize = 24;

/// The least that a report must share, as a part of what the nearest shares. A short report of the matter
/// shares a few words in a hundred with a long article.
const LEAST_SHARE: f64 = 1.0 / 64.0;

/// The most postings that are looked at for one article: common terms are left out beyond it.
const MOST_POSTINGS: usize = 20_000;

/// The terms of a corpus and the reports that have them.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Index {
    /// Sorted.
    terms: Vec<Term>,
    /// For each term, where its reports begin in `postings`; one more for the end.
    starts: Vec<u32>,
    /// Reports, in order for each term.
    postings: Vec<u32>,
    reports: usize,
}

impl Index {
    /// Indexes reports.
    #[must_use]
    pub fn new(reports: &[Report]) -> Self {
        let mut pairs: Vec<(Term, u32)> = Vec::new();
        for (at, report) in reports.iter().enumerate() {
            pairs.extend(terms_of(&report.gist).into_iter().map(|term| (term, at as u32)));
        }
        order::sort(&mut pairs);
        let mut index = Self { reports: reports.len(), ..Self::default() };
        for (term, report) in pairs {
            if index.terms.last() != Some(&term) {
                index.terms.push(term);
                index.starts.push(index.postings.len() as u32);
            }
            index.postings.push(report);
        }
        index.starts.push(index.postings.len() as u32);
        index
    }

    /// The reports that have a term, in order.
    fn reports_with(&self, term: Term) -> &[u32] {
        let Ok(at) = self.terms.binary_search(&term) else { return &[] };
        self.postings.get(self.starts[at] as usize..self.starts[at + 1] as usize).unwrap_or_default()
    }

    /// How much it tells that two texts share a term: the rarer, the more; from about 0.7 upwards.
    #[must_use]
    pub fn weight(&self, term: Term) -> f64 {
        let having = self.reports_with(term).len() as f64;
        (1.0 + (self.reports as f64 + 1.0) / (having + 0.5)).ln()
    }

    /// The reports of each term of an article, the rarest first, no more of them than are looked at.
    fn rarest(&self, gist: &Gist) -> Vec<&[u32]> {
        let mut lists: Vec<&[u32]> =
            terms_of(gist).into_iter().map(|term| self.reports_with(term)).filter(|list| !list.is_empty()).collect();
        order::sort_by_key(&mut lists, |list| list.len());
        let mut looked = 0;
        let most = lists.iter().position(|list| {
            looked += list.len();
            looked > MOST_POSTINGS
        });
        // One list is looked at however long it is: every article has a term that all share.
        lists.truncate(most.map_or(lists.len(), |most| most.max(1)));
        lists
    }

    /// The reports that share the most with an article, in the order of the corpus.
    #[must_use]
    pub fn candidates(&self, gist: &Gist) -> Vec<u32> {
        let mut hits: Vec<(u32, f64)> = Vec::new();
        for list in self.rarest(gist) {
            let weight = (1.0 + (self.reports as f64 + 1.0) / (list.len() as f64 + 0.5)).ln();
            hits.extend(list.iter().map(|&report| (report, weight)));
        }
        // Sums in the order of the sorted lists: the same on every run.
        order::sort_by_key(&mut hits, |&(report, _)| report);
        let mut scores: Vec<(u32, f64)> = Vec::new();
        for (report, weight) in hits {
            match scores.last_mut() {
                Some((last, sum)) if *last == report => *sum += weight,
                _ => scores.push((report, weight)),
            }
        }
        order::sort_by(&mut scores, |(one, a), (two, b)| b.total_cmp(a).then(one.cmp(two)));
        scores.truncate(MOST_CANDIDATES);
        // Who shares next to nothing beside what the nearest shares is of another matter.
        let least = scores.first().map_or(0.0, |&(_, best)| best * LEAST_SHARE);
        scores.retain(|&(_, score)| score >= least);
        let mut reports: Vec<u32> = scores.into_iter().map(|(report, _)| report).collect();
        order::sort(&mut reports);
        reports
    }
}

/// The terms of an article: sorted, none twice.
fn terms_of(gist: &Gist) -> Vec<Term> {
    let mut terms: Vec<Term> = gist.claims.iter().flat_map(|claim| claim.terms.iter().copied()).collect();
    terms.extend(gist.measures.iter().flat_map(|measure| measure.context.iter().copied()));
    order::sort(&mut terms);
    terms.dedup();
    terms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Article;

    #[test]
    fn a_large_corpus_costs_its_candidates_only() {
        let gist = |text: &str| Report::new(Article { text: text.into(), ..Article::default() }).gist;
        let report = Report::new(Article { text: "The storm in Lodz broke 40 windows.".into(), ..Article::default() });
        let reports: Vec<Report> = std::iter::repeat_n(report, MOST_POSTINGS / 3).collect();
        let index = Index::new(&reports);
        let asked = gist("The storm in Lodz broke many windows, and glaziers came.");
        let looked: usize = index.rarest(&asked).iter().map(|list| list.len()).sum();
        assert!(looked <= MOST_POSTINGS, "{looked} postings");
        assert_eq!(index.candidates(&asked).len(), MOST_CANDIDATES);
        assert!(index.candidates(&gist("A choir sang.")).is_empty());
    }
}
