//! Whether the clause that a date stands in looks back or ahead.

use super::reader::Reader;
use crate::lexicon::TimeWord;
use crate::text::Tense;

/// Where a date that is named only in part is to be sought from the article's own day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Direction {
    /// `arrived Friday`
    Back,
    /// `will arrive Friday`
    Ahead,
    /// No verb tells.
    Open,
}

/// How far before a date the words are sought that make it one to come: `scheduled for Friday`.
const REACH: usize = 8;

impl Reader<'_, '_> {
    /// Where the date that stands from token `at` on is to be sought.
    pub(super) fn direction(&self, at: usize) -> Direction {
        if self.planned(at) {
            return Direction::Ahead;
        }
        let Some(sentence) = self.document.sentences.get(self.sentence) else { return Direction::Open };
        let groups = &self.document.verb_groups;
        let next = groups.partition_point(|group| group.tokens.start < at);
        let inside = |index: usize| groups.get(index).filter(|group| sentence.tokens.contains(&group.tokens.start));
        let tense = |index: usize| inside(index).map(|group| group.tense);
        let before = next.checked_sub(1).and_then(tense);
        let earlier = next.checked_sub(2).and_then(tense);
        let told = match (before, earlier) {
            // `plans to meet Friday`, `agreed to meet Friday`, but `began to retreat Friday`
            (Some(Tense::NonFinite), Some(Tense::Present | Tense::Future)) => Some(Tense::Future),
            (Some(Tense::NonFinite), Some(tense)) => Some(tense),
            (Some(tense), _) => Some(tense),
            (None, _) => tense(next),
        };
        match told {
            Some(Tense::Past | Tense::Perfect) => Direction::Back,
            Some(Tense::Future) => Direction::Ahead,
            Some(Tense::Present | Tense::NonFinite) | None => Direction::Open,
        }
    }

    fn planned(&self, at: usize) -> bool {
        let from = at.saturating_sub(REACH);
        for before in (from..at).rev() {
            let Some(token) = self.token(before) else { return false };
            if matches!(token.first, '.' | ';' | '!' | '?') && !token.word.is_known() {
                return false;
            }
            if matches!(self.phrase(before), Some((_, TimeWord::Plan))) {
                return true;
            }
            if token.tag == crate::text::Tag::VBD {
                return false;
            }
        }
        false
    }
}
