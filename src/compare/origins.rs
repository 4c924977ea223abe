//! Origins: whom statements go back to, through the chain of outlets.

use super::side::Saying;
use super::{Match, Origin, Relation};
use crate::attribution::Stance;
use crate::corpus::{Corpus, Report};

/// Whom each claim goes back to that another report supports, in the order of the claims.
///
/// `same` are the reports that are the article itself, told again: they count as no further origin.
pub(super) fn of(pasted: &Report, corpus: &Corpus, matches: &[Match], same: &[u32]) -> Vec<Origin> {
    let claims: Vec<Saying<'_>> = Saying::all(pasted).collect();
    let mut origins: Vec<Origin> = Vec::new();
    let mut rest = matches;
    while let Some(first) = rest.first() {
        let run = rest.iter().take_while(|found| found.claim == first.claim).count();
        let supports: Vec<&Match> = rest[..run].iter().filter(|found| found.relation == Relation::Supported).collect();
        rest = &rest[run..];
        let Some(mine) = claims.get(first.claim as usize).filter(|_| !supports.is_empty()) else { continue };
        // A question states nothing.
        if mine.claim.stance == Stance::Asked {
            continue;
        }
        let mut roots = vec![mine.root()];
        let mut wordings = vec![mine.matter.wording];
        let mut outlets = vec![outlet(pasted, "this article")];
        for found in supports {
            let Some(report) = corpus.reports().get(found.theirs.article as usize) else { continue };
            let Some(theirs) = Saying::of(report, found.theirs.claim) else { continue };
            let name = outlet(report, &report.article.id);
            if !outlets.contains(&name) {
                outlets.push(name);
            }
            // The same wording in two outlets is copied, one origin, unless two speakers are named for it.
            let two_speakers = mine.speaker().is_some() && theirs.speaker().is_some();
            let copied = wordings.contains(&theirs.matter.wording) && !two_speakers;
            let copied = copied || same.contains(&found.theirs.article);
            let root = theirs.root();
            if !copied && !roots.iter().any(|known| known.is(&root)) {
                roots.push(root);
            }
            wordings.push(theirs.matter.wording);
        }
        let statement = mine.text().split_whitespace().collect::<Vec<_>>().join(" ");
        origins.push(Origin {
            statement,
            speaker_name: mine.speaker().map(|speaker| speaker.name.clone()),
            outlets,
            independent: roots.len() as u32,
        });
    }
    origins
}

fn outlet(report: &Report, other: &str) -> String {
    report.article.about.outlet.clone().unwrap_or_else(|| other.to_owned())
}
