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
#[derive(Clone, PartialEq, Debug)]
pub struct Index {
    /// Sorted.
    terms: Vec<Term>,
    /// For each term, where its reports begin in `postings`; one more for the end.
    starts: Vec<u32>,
    /// Reports, in order for each term.
    postings: Vec<u32>,
    /// How much each term tells; one more for a term that no report has. A comparison asks tens of thousands of times.
    weights: Vec<f64>,
    /// Where the terms begin that have each beginning of [`BITS`] bits; one more for the end.
    heads: Vec<u32>,
}

/// Terms are hashes, so that few have these first bits alike: a look-up goes through a handful of them.
const BITS: u32 = 10;

impl Default for Index {
    /// The index of no reports.
    fn default() -> Self {
        Self::new(&[])
    }
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
        let (mut terms, mut starts, mut postings) = (Vec::new(), Vec::new(), Vec::new());
        for (term, report) in pairs {
            if terms.last() != Some(&term) {
                terms.push(term);
                starts.push(postings.len() as u32);
            }
            postings.push(report);
        }
        starts.push(postings.len() as u32);
        let weight = |having: u32| (1.0 + (reports.len() as f64 + 1.0) / (f64::from(having) + 0.5)).ln();
        let mut weights: Vec<f64> = starts.windows(2).map(|two| weight(two[1] - two[0])).collect();
        weights.push(weight(0));
        let before = |head: u64| terms.partition_point(|term| term.head(BITS) < head) as u32;
        let heads = (0..=1 << BITS).map(before).collect();
        Self { terms, starts, postings, weights, heads }
    }

    /// The place of a term; none where no report has it.
    fn place(&self, term: Term) -> Option<usize> {
        let head = term.head(BITS) as usize;
        let (from, to) = (*self.heads.get(head)? as usize, *self.heads.get(head + 1)? as usize);
        self.terms.get(from..to)?.binary_search(&term).ok().map(|at| from + at)
    }

    /// The reports that have a term, in order, and how much it tells that two texts share it.
    fn reports_with(&self, term: Term) -> Option<(&[u32], f64)> {
        let at = self.place(term)?;
        let reports = self.postings.get(self.starts[at] as usize..self.starts[at + 1] as usize)?;
        Some((reports, self.weights[at]))
    }

    /// How much it tells that two texts share a term: the rarer, the more; from about 0.7 upwards.
    #[must_use]
    pub fn weight(&self, term: Term) -> f64 {
        self.place(term).and_then(|at| self.weights.get(at)).or(self.weights.last()).copied().unwrap_or_default()
    }

    /// The reports of each term of an article and what it tells, the rarest first, no more of them than are looked at.
    fn rarest(&self, gist: &Gist) -> Vec<(&[u32], f64)> {
        let mut lists: Vec<(&[u32], f64)> =
            terms_of(gist).into_iter().filter_map(|term| self.reports_with(term)).collect();
        order::sort_by_key(&mut lists, |(list, _)| list.len());
        let mut looked = 0;
        let most = lists.iter().position(|(list, _)| {
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
        for (list, weight) in self.rarest(gist) {
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
        let looked: usize = index.rarest(&asked).iter().map(|(list, _)| list.len()).sum();
        assert!(looked <= MOST_POSTINGS, "{looked} postings");
        assert_eq!(index.candidates(&asked).len(), MOST_CANDIDATES);
        assert!(index.candidates(&gist("A choir sang.")).is_empty());
    }
}
