//! Whether a report is the pasted article again: word for word, or told in other words.
//!
//! Two reports of one event share its figures and its names; that makes neither the other's copy. Who
//! tells an article again keeps more: nearly all of its figures, of the people it quotes and of the
//! names, under the same date. All three shares must be high, measured over both texts together
//! (Dice), so that a short report that a long one contains by chance is none. Different reports of one
//! event reach a mean of about a third; an article and its retelling nine tenths.

use crate::corpus::{Corpus, Report};
use crate::order;

/// The least share of sentences in common, of the shorter text, that makes two texts one.
const SAME_SENTENCES: usize = 60;

/// The least share of figures, of speakers and of names in common.
const SAME_FACTS: f64 = 0.5;

/// The least mean of the three shares.
const SAME_STORY: f64 = 0.8;

/// The fewest figures, speakers and names together that can tell.
const FEWEST_FACTS: usize = 12;

/// Whether a report is the pasted article itself: most of its sentences are the same, or outlet, title and day.
pub(super) fn is_same_text(pasted: &Report, corpus: &Corpus, at: u32) -> bool {
    let Some(report) = corpus.reports().get(at as usize) else { return false };
    let (one, two) = (&pasted.article.about, &report.article.about);
    let titled = one.title.is_some() && one.title == two.title && one.outlet.is_some() && one.outlet == two.outlet;
    if titled && (one.day() == two.day() || one.day().is_none() || two.day().is_none()) {
        return true;
    }
    let (mine, theirs) = (&pasted.gist.sentences, &report.gist.sentences);
    let common = mine.iter().filter(|sentence| theirs.binary_search(sentence).is_ok()).count();
    common > 0 && common * 100 >= SAME_SENTENCES * mine.len().min(theirs.len())
}

/// Whether a report tells the pasted article in other words.
pub(super) fn is_retold(pasted: &Report, corpus: &Corpus, at: u32) -> bool {
    let Some(report) = corpus.reports().get(at as usize) else { return false };
    let days = pasted.article.about.day().zip(report.article.about.day());
    if days.is_some_and(|(mine, theirs)| mine != theirs) {
        return false;
    }
    let (mine, theirs) = (Facts::of(pasted), Facts::of(report));
    if mine.len() < FEWEST_FACTS || theirs.len() < FEWEST_FACTS {
        return false;
    }
    let shares = [
        dice(&mine.figures, &theirs.figures),
        dice(&mine.speakers, &theirs.speakers),
        dice(&mine.names, &theirs.names),
    ];
    shares.iter().all(|&share| share >= SAME_FACTS) && shares.iter().sum::<f64>() / 3.0 >= SAME_STORY
}

/// What a retelling keeps: each list sorted, nothing twice.
struct Facts<'a> {
    /// The values, as bits.
    figures: Vec<(u64, u64)>,
    /// The keys of those who are quoted.
    speakers: Vec<&'a str>,
    /// The keys of all who and what is named.
    names: Vec<&'a str>,
}

impl<'a> Facts<'a> {
    fn of(report: &'a Report) -> Self {
        let reading = &report.reading;
        let key = |entity: u32| reading.entities.get(entity as usize).map(|entity| entity.key.as_str());
        let mut facts = Self {
            figures: reading.figures.iter().map(|figure| (figure.low.to_bits(), figure.high.to_bits())).collect(),
            speakers: reading.attributions.iter().filter_map(|attribution| key(attribution.speaker?)).collect(),
            names: reading.entities.iter().map(|entity| entity.key.as_str()).collect(),
        };
        order::sort(&mut facts.figures);
        facts.figures.dedup();
        order::sort(&mut facts.speakers);
        facts.speakers.dedup();
        order::sort(&mut facts.names);
        facts.names.dedup();
        facts
    }

    fn len(&self) -> usize {
        self.figures.len() + self.speakers.len() + self.names.len()
    }
}

/// What two sorted lists have in common, as a share of both.
fn dice<T: Ord>(one: &[T], two: &[T]) -> f64 {
    let common = one.iter().filter(|item| two.binary_search(item).is_ok()).count();
    if common == 0 { 0.0 } else { 2.0 * common as f64 / (one.len() + two.len()) as f64 }
}
