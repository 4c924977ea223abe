//! Whether the clause that a date stands in looks back or ahead.

use super::reader::Reader;
use crate::lexicon::{Role, TimeWord, WordId, lexicon};
use crate::text::{Tag, Tense, Token, VerbGroup};

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
        // `since August` looks back, whatever the verb.
        let before = at.checked_sub(1).map_or("", |before| self.text(before));
        if before.eq_ignore_ascii_case("since") {
            return Direction::Back;
        }
        if let Some(listed) = self.listed(at) {
            return listed;
        }
        if self.planned(at) {
            return Direction::Ahead;
        }
        let Some(sentence) = self.document.sentences.get(self.sentence) else { return Direction::Open };
        let groups = &self.document.verb_groups;
        let next = groups.partition_point(|group| group.tokens.start < at);
        let inside = |index: usize| groups.get(index).filter(|group| sentence.tokens.contains(&group.tokens.start));
        let before = next.checked_sub(1).and_then(inside).filter(|_| !self.opens_clause(at));
        let earlier = next.checked_sub(2).and_then(inside);
        let told = match (before, earlier) {
            (Some(group), Some(main)) if group.tense == Tense::NonFinite => Some(self.of_infinitive(group, main)),
            (Some(group), _) => Some(group.tense),
            // `On Saturday, all being well, she will run`
            (None, _) => {
                let finite = (next..next + 3).filter_map(inside).find(|group| group.tense != Tense::NonFinite);
                finite.map(|group| group.tense)
            }
        };
        match told {
            Some(Tense::Past | Tense::Perfect) => Direction::Back,
            Some(Tense::Future) => Direction::Ahead,
            // `from Friday it would be banned`
            Some(Tense::Present) if before.and_then(|group| group.modal).is_some_and(|at| self.text(at) == "would") => {
                Direction::Ahead
            }
            Some(Tense::Present | Tense::NonFinite) | None => Direction::Open,
        }
    }

    /// `Monday, not on | Friday`, `from May to | June`: where the date lies that this one is listed with.
    fn listed(&self, at: usize) -> Option<Direction> {
        const JOIN: &[&str] = &[
            "and", "or", "not", "on", "to", "until", "through", "in", "but", "then", ",", "-", "\u{2013}", "\u{2014}",
        ];
        let between = self.tokens.start..at;
        let joined =
            !between.is_empty() && between.len() <= 3 && between.clone().all(|at| JOIN.contains(&self.text(at)));
        let ((first, _), sentence) = self.named.filter(|_| joined)?;
        let published = self.published().filter(|&day| sentence == self.sentence && day != first)?;
        Some(if first < published { Direction::Back } else { Direction::Ahead })
    }

    /// Whether the date opens a clause within a sentence: `She is away, and on | Monday she will`.
    fn opens_clause(&self, at: usize) -> bool {
        let on = at.checked_sub(1).is_some_and(|on| matches!(self.text(on), "on" | "in" | "by"));
        on && at.checked_sub(2).and_then(|at| self.token(at)).is_some_and(|token| token.tag == Tag::CC)
    }

    /// Whether what stands beside a weekday says that it is to come, whatever the verb: `a strike for | Monday`, `The
    /// vote is | Tuesday`, `extended the ban to | Friday`, `declared | Monday a day of mourning`.
    pub(super) fn is_to_come(&self, weekday: usize) -> bool {
        const MOVED: &[&str] = &[
            "extended",
            "extending",
            "extends",
            "postponed",
            "delayed",
            "adjourned",
            "moved",
            "deferred",
            "prolonged",
        ];
        let before = weekday.checked_sub(1).map_or("", |at| self.text(at));
        let possessive = self.token(weekday + 1).is_some_and(|token: &Token| token.tag == Tag::POS);
        match before {
            "for" | "is" | "are" | "expected" => !possessive,
            "to" | "until" | "till" | "through" => {
                (weekday.saturating_sub(REACH)..weekday).any(|at| MOVED.contains(&self.text(at)))
            }
            "declared" | "declares" | "proclaimed" => self.text(weekday + 1) == "a",
            _ => false,
        }
    }

    /// `Voters go to the polls Tuesday`: in the present tense a day follows what is done then, but for `is`, `says`
    /// and what else only tells (`reports say Friday's blast`).
    pub(super) fn does_soon(&self, at: usize) -> bool {
        let groups = &self.document.verb_groups;
        let before = groups.partition_point(|group| group.tokens.start < at);
        let Some(group) = before.checked_sub(1).and_then(|last| groups.get(last)) else { return false };
        let Some(verb) = self.token(group.head) else { return false };
        let base = lexicon().form(verb.word).verb;
        let base = if base.is_known() { base } else { verb.word };
        let says = lexicon().reporting().verb(base, |_| WordId::NONE).is_some();
        group.tense == Tense::Present
            && (verb.tag == Tag::VBZ || base == verb.word)
            && group.head + REACH > at
            && !says
            && !lexicon().has_role(verb.word, Role::Empty)
    }

    /// `plans to meet Friday` and `announced talks to be held Friday` look ahead; `began to retreat
    /// Friday`, `left Friday, saying` look where their verb does.
    fn of_infinitive(&self, group: &VerbGroup, main: &VerbGroup) -> Tense {
        let to = self.token(group.tokens.start).is_some_and(|token| token.tag == Tag::TO);
        if to && (main.tense != Tense::Past || main.tokens.end != group.tokens.start) {
            return Tense::Future;
        }
        main.tense
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
            if token.tag == Tag::VBD {
                return false;
            }
        }
        false
    }
}
