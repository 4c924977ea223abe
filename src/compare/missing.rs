//! New and missing: what only the article says, and what several reports say and it leaves out.

use super::quantity::overlap;
use super::side::{Root, Saying};
use super::{Match, Relation, TheirClaim};
use crate::corpus::{Corpus, Report, Term};
use crate::order;

/// The most claims that are told as missing.
const MOST_MISSING: usize = 12;

/// The most claims of others that are weighed for it.
const MOST_WEIGHED: usize = 600;

/// The least share of weighted words at which two reports say the same.
const SAME_MATTER: f64 = 0.4;

/// The least check-worthiness of a claim that is worth being told as missing.
const WORTH_TELLING: f32 = 0.35;

/// The claims that only the article makes.
pub(super) fn new(pasted: &Report, matches: &[Match]) -> Vec<u32> {
    let mut told = vec![false; pasted.reading.claims.len()];
    for found in matches.iter().filter(|found| is_told(found)) {
        if let Some(told) = told.get_mut(found.claim as usize) {
            *told = true;
        }
    }
    told.iter().enumerate().filter(|(_, told)| !**told).map(|(claim, _)| claim as u32).collect()
}

/// Whether the two say the same or the contrary, or nearly so: what is only of one matter tells nothing.
fn is_told(found: &Match) -> bool {
    found.relation != Relation::Related || f64::from(found.score) >= SAME_MATTER
}

/// What several reports say and the article leaves out, the most telling first: by how many distinct
/// origins say it, then by how much it is worth checking.
pub(super) fn missing(pasted: &Report, corpus: &Corpus, candidates: &[u32], matches: &[Match]) -> Vec<TheirClaim> {
    let mut told: Vec<TheirClaim> = matches.iter().filter(|found| is_told(found)).map(|found| found.theirs).collect();
    order::sort(&mut told);
    // What no report says that tells something of the article's is of another matter.
    let mut same_matter: Vec<u32> = told.iter().map(|theirs| theirs.article).collect();
    same_matter.dedup();
    let day = pasted.reading.day();
    let mut open: Vec<(TheirClaim, Saying<'_>)> = candidates
        .iter()
        .filter_map(|&article| Some((article, corpus.reports().get(article as usize)?)))
        // What was published later could not be told.
        .filter(|(_, report)| report.reading.day().zip(day).is_none_or(|(theirs, mine)| theirs <= mine))
        .flat_map(|(article, report)| {
            Saying::all(report).map(move |saying| (TheirClaim { article, claim: saying.index }, saying))
        })
        .filter(|(at, saying)| saying.claim.checkworthy >= WORTH_TELLING && told.binary_search(at).is_err())
        .collect();
    open.truncate(MOST_WEIGHED);
    let heard = heard(pasted);
    let mut groups: Vec<Group<'_>> = Vec::new();
    for (at, saying) in open {
        // A claim in other words may have been told all the same.
        let unheard = saying.matter.terms.iter().filter(|term| heard.binary_search(term).is_err()).count();
        if unheard * 4 < saying.matter.terms.len() {
            continue;
        }
        let home = groups
            .iter_mut()
            .find(|group| overlap(&group.first.matter.terms, &saying.matter.terms, corpus.index()) >= SAME_MATTER);
        match home {
            Some(group) => group.add(at, saying),
            None => groups.push(Group::new(at, saying)),
        }
    }
    let same = |article: &u32| same_matter.binary_search(article).is_ok();
    groups.retain(|group| group.articles.len() > 1 && group.articles.iter().any(same));
    order::sort_by(&mut groups, |a, b| {
        b.roots
            .len()
            .cmp(&a.roots.len())
            .then(b.first.claim.checkworthy.total_cmp(&a.first.claim.checkworthy))
            .then(a.at.cmp(&b.at))
    });
    groups.into_iter().take(MOST_MISSING).map(|group| group.at).collect()
}

/// Everything that the article speaks of.
fn heard(pasted: &Report) -> Vec<Term> {
    let mut terms: Vec<Term> = pasted.gist.claims.iter().flat_map(|claim| claim.terms.iter().copied()).collect();
    order::sort(&mut terms);
    terms.dedup();
    terms
}

/// Claims of several reports that say the same.
struct Group<'a> {
    at: TheirClaim,
    first: Saying<'a>,
    articles: Vec<u32>,
    roots: Vec<Root<'a>>,
}

impl<'a> Group<'a> {
    fn new(at: TheirClaim, first: Saying<'a>) -> Self {
        Self { at, first, articles: vec![at.article], roots: vec![first.root()] }
    }

    fn add(&mut self, at: TheirClaim, saying: Saying<'a>) {
        if !self.articles.contains(&at.article) {
            self.articles.push(at.article);
        }
        let root = saying.root();
        if !self.roots.iter().any(|known| known.is(&root)) {
            self.roots.push(root);
        }
    }
}
