//! The comparison: what the other reports say of the same matters.

mod align;
mod bearer;
mod claims;
mod figures;
mod internal;
mod interval;
mod missing;
mod origins;
mod quantity;
mod reason;
mod relate;
mod retold;
mod side;
#[cfg(not(target_arch = "wasm32"))]
pub mod train;
mod weigh;
mod weights;

pub use reason::day;

use crate::corpus::{Corpus, Report};

/// An article laid beside a corpus. Articles are indexed as in [`Corpus::reports`]; `None` is the
/// pasted article itself.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Comparison {
    /// Claims of the article and what others say of them, by claim, the most telling first.
    pub matches: Vec<Match>,
    /// Quantities that several figures state.
    pub quantities: Vec<Quantity>,
    /// Whom statements go back to.
    pub origins: Vec<Origin>,
    /// Claims that only the article makes.
    pub new: Vec<u32>,
    /// Claims of others that the article leaves out, the most telling first.
    pub missing: Vec<TheirClaim>,
    /// The article against itself.
    pub internal: Vec<Problem>,
}

/// A claim of a report in the corpus.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TheirClaim {
    /// The report.
    pub article: u32,
    /// Its claim.
    pub claim: u32,
}

/// A claim and another's claim of the same matter.
#[derive(Clone, PartialEq, Debug)]
pub struct Match {
    /// The article's claim.
    pub claim: u32,
    /// The other's.
    pub theirs: TheirClaim,
    /// How they stand to each other.
    pub relation: Relation,
    /// How sure it is that they are of the same matter, from 0 to 1.
    pub score: f32,
    /// Why, one plain sentence each.
    pub reasons: Vec<String>,
}

/// How two claims stand to each other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Relation {
    /// The other says it too.
    Supported,
    /// The other excludes it.
    Refuted,
    /// The same matter, but a figure that can hold beside it, or overtaken by time.
    Differs,
    /// The same matter.
    Related,
}

/// One quantity and every figure that states it.
#[derive(Clone, PartialEq, Debug)]
pub struct Quantity {
    /// What is counted, of whom and where, in words.
    pub quantity: String,
    /// The figures.
    pub points: Vec<Point>,
    /// How they relate; `a` and `b` index `points`, `a < b`.
    pub pairs: Vec<Pair>,
}

/// A figure of the article (`None`) or of a report.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Point {
    /// The report, or `None` for the pasted article.
    pub article: Option<u32>,
    /// Its figure.
    pub figure: u32,
}

/// How two figures of one quantity relate.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pair {
    /// A point.
    pub a: u32,
    /// A later one.
    pub b: u32,
    /// How they relate.
    pub relation: FigureRelation,
    /// Why, in one plain sentence.
    pub reason: String,
}

/// How two figures of one quantity relate.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FigureRelation {
    /// The same value.
    Same,
    /// Both can hold: "about 10,000" and "over 10,000".
    Compatible,
    /// Both can't hold.
    Conflicting,
    /// They differ and are of different dates.
    Updated,
}

/// Whom a statement goes back to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    /// The statement, in the words of the first report that gives it.
    pub statement: String,
    /// Who made it.
    pub speaker_name: Option<String>,
    /// The outlets that carry it, in order.
    pub outlets: Vec<String>,
    /// How many distinct origins it has.
    pub independent: u32,
}

/// Something in the article that does not agree with the article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// Its figures.
    pub figures: Vec<u32>,
    /// What is wrong, in one plain sentence.
    pub problem: String,
}

/// The labels of FEVER.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Verdict {
    /// The premise says it.
    Supported,
    /// The premise excludes it.
    Refuted,
    /// Neither.
    NotEnoughInfo,
}

/// Lays an article beside a corpus.
#[must_use]
pub fn compare(pasted: &Report, corpus: &Corpus) -> Comparison {
    let candidates = corpus.index().candidates(&pasted.gist);
    let copied: Vec<u32> = candidates.iter().copied().filter(|&at| retold::is_same_text(pasted, corpus, at)).collect();
    let retold: Vec<u32> = candidates
        .iter()
        .copied()
        .filter(|at| !copied.contains(at) && retold::is_retold(pasted, corpus, *at))
        .collect();
    let same: Vec<u32> = candidates.iter().copied().filter(|at| copied.contains(at) || retold.contains(at)).collect();
    let mut pairs = figures::pair(pasted, corpus, &candidates);
    figures::drop_own(&mut pairs, &same);
    let mut matches = claims::matches(pasted, corpus, &candidates, &pairs);
    for found in &mut matches {
        if copied.contains(&found.theirs.article) {
            found.reasons.insert(0, "That report is this article itself: no independent support.".into());
        } else if retold.contains(&found.theirs.article) {
            found.reasons.insert(0, "That report is this article in other words: no independent support.".into());
        }
    }
    // Where an article and its retelling seem to exclude each other it is the article that gives two voices room.
    matches.retain(|found| !same.contains(&found.theirs.article) || found.relation != Relation::Refuted);
    let others: Vec<u32> = candidates.iter().copied().filter(|at| !same.contains(at)).collect();
    let mut found = Comparison {
        quantities: figures::quantities(pasted, &pairs),
        origins: origins::of(pasted, corpus, &matches, &same),
        new: missing::new(pasted, &matches),
        missing: missing::missing(pasted, corpus, &others, &matches),
        internal: internal::problems(pasted),
        matches,
    };
    claims::thin_out(&mut found.matches);
    found
}

/// Whether one text says what another says, and why.
#[must_use]
pub fn relate(premise: &str, hypothesis: &str) -> (Verdict, Vec<String>) {
    relate::relate(premise, hypothesis)
}
