//! Runs: stretches of capitalised words, with the small words inside them that belong to names.

use super::spot::Words;
use super::vote::is_called;
use crate::lexicon::Hint;
use crate::text::{Case, Kind, Tag};

/// The longest run, in tokens; a longer one is cut in two.
const LONGEST: usize = 24;

/// How a sentence is capitalised.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    /// Capitals show names.
    Running,
    /// Every Word Has One: capitals show nothing.
    Titled,
}

impl Words<'_, '_> {
    /// How the sentence of these tokens is capitalised.
    pub(super) fn style(&self, tokens: std::ops::Range<usize>) -> Style {
        const ENOUGH: usize = 200;
        let ended = tokens.end > 0 && self.token(tokens.end - 1).is_some_and(|token| token.kind == Kind::Punctuation);
        let (mut capital, mut lower, mut short) = (0, 0, 0);
        let most = tokens.len().min(ENOUGH);
        for at in tokens.take(ENOUGH) {
            let Some(token) = self.token(at) else { break };
            // There can't be as many capitals.
            if lower * 6 >= most && lower > 0 {
                return Style::Running;
            }
            if token.kind != Kind::Word {
                continue;
            }
            // Titles write articles, prepositions and conjunctions small.
            let small = matches!(token.tag, Tag::DT | Tag::IN | Tag::CC | Tag::TO | Tag::POS | Tag::RP);
            match token.case {
                // Titles give their verbs a capital.
                Case::Lower if matches!(token.tag, Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD) => lower += 4,
                Case::Lower if !small => lower += 1,
                Case::Title | Case::Upper | Case::Mixed if token.span.len() > 3 => capital += 1,
                Case::Title if token.span.len() > 1 => short += 1,
                _ => {}
            }
        }
        let title = if !ended && lower == 0 {
            capital + short >= 3
        } else if ended {
            capital >= 5 && lower * 8 < capital
        } else {
            capital >= 3 && lower * 6 < capital
        };
        if title { Style::Titled } else { Style::Running }
    }

    /// Where the run that begins at a token ends; `None` where no name begins. `first` tells whether
    /// a capital would stand here in any case.
    pub(super) fn run(&self, at: usize, end: usize, first: bool) -> Option<usize> {
        if !self.begins(at, end, first) {
            return None;
        }
        let mut last = self.known(at, end).map_or(at, |(end, _)| end - 1);
        if !self.is_capital(last) && last == at {
            // `al-Assad`, `bin Laden`: what follows is a capital.
            last = (at + 1..end.min(at + 4)).find(|&at| self.is_capital(at))?;
        }
        while last < at + LONGEST {
            let Some(next) = self.goes_on(at, last, end) else { break };
            last = next;
        }
        Some(last + 1)
    }

    /// Whether a name can begin here.
    fn begins(&self, at: usize, end: usize, first: bool) -> bool {
        let Some(token) = self.token(at) else { return false };
        if token.kind != Kind::Word {
            return false;
        }
        if !token.is_capitalised() {
            return self.has(at, Hint::Particle)
                && at + 1 < end
                && (self.is_hyphen(at + 1) && self.is_capital(at + 2)
                    || self.is_word(at, &["bin", "von", "van", "al", "ibn"]) && self.is_capital(at + 1))
                || self.known(at, end).is_some();
        }
        if let Some((stop, known)) = self.known(at, end) {
            // `Apple`, `Nature`, `Nice`: where a sentence begins they need not be names.
            let wordy = stop == at + 1 && !known.upper && self.has(at, Hint::Wordy);
            return !(first && wordy) || self.is_proper(at) || self.is_capital(at + 1);
        }
        if self.has(at, Hint::Calendar) && !self.is_given(at) && !self.has(at, Hint::AlsoSurname)
            || token.word.is_known() && self.is_word(at, &["i"])
        {
            return false;
        }
        if self.has(at, Hint::Calendar) && self.has(at, Hint::AlsoSurname) && self.speaks(at) {
            // `May said`, but no `in May said`.
            return true;
        }
        if self.has(at, Hint::Calendar) {
            return self.is_capital(at + 1) && !self.has(at + 1, Hint::Calendar);
        }
        if self.is_given(at) && self.is_capital(at + 1) {
            return true;
        }
        if first && self.is_adverb(at) {
            return false;
        }
        if self.has_any(at, &[Hint::Common, Hint::Opening, Hint::NotAlone]) {
            let in_name = !self.has(at, Hint::Common) && self.is_capital(at + 1) && !self.has(at + 1, Hint::Common);
            let written = self.is_proper(at) || self.has(at, Hint::NotAlone) && token.case == Case::Title;
            let called = at > 0 && self.is_capital(at + 1) && is_called(self, at - 1);
            // `First Copper Bank`
            let headed = || (at + 1..at + 4).take_while(|&at| self.is_capital(at)).any(|at| self.has(at, Hint::Body));
            return !first && (written && in_name || called) || self.is_word(at, &["first"]) && headed();
        }
        true
    }

    /// Whether a month that is a surname too does what only people do.
    fn speaks(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        let told = self.has(at + 1, Hint::Saying) || self.is_possessive(at + 1) && self.is_proper(at);
        told && !matches!(self.tag(before), Some(Tag::IN | Tag::JJ | Tag::CD)) && !self.has(before, Hint::Calendar)
    }

    /// `Interestingly`, but no `Connolly`.
    pub(super) fn is_adverb(&self, at: usize) -> bool {
        let word = self.word(at);
        word.len() > 6 && word.ends_with("ly") && !word.ends_with("lly") && !self.is_given(at)
    }

    pub(super) fn is_proper(&self, at: usize) -> bool {
        matches!(self.tag(at), Some(Tag::NNP | Tag::NNPS))
    }

    /// The next capital of the run after `last`, over the small words that may stand between.
    fn goes_on(&self, start: usize, last: usize, end: usize) -> Option<usize> {
        let next = last + 1;
        if next >= end {
            return None;
        }
        // `the charity Doctors Across Borders`
        let called = start > 0 && self.is_capital(next) && is_called(self, start - 1);
        if called || self.joins(next, last) {
            return Some(self.known(next, end).map_or(next, |(end, _)| end - 1));
        }
        if self.is_possessive(next) && self.owns_within(last) {
            return Some(next + 1);
        }
        if self.is_hyphen(next) && next + 1 < end {
            return self.over_hyphen(start, last, next + 1);
        }
        if self.is_mark(next, ',') && self.has(next + 1, Hint::Suffix) && self.is_capital(next + 1) {
            let company = self.has_any(last, &[Hint::Body]);
            return (!company).then_some(next + 1);
        }
        if self.is_mark(next, ',') && self.is_word(next + 1, &["inc", "inc.", "ltd", "ltd.", "llc"]) {
            return Some(next + 1);
        }
        if self.is_mark(next, '&') && next + 1 < end && self.is_capital(next + 1) {
            return Some(next + 1);
        }
        if self.is_mark(next, ',') {
            return self.over_comma(start, last, next + 1, end);
        }
        self.over_small(start, last, next, end)
    }

    /// `Ministry of Trade, | Industry and Energy`: words of the language that a list in a body's name goes on with.
    fn over_comma(&self, start: usize, last: usize, at: usize, end: usize) -> Option<usize> {
        const FAR: usize = 6;
        let listed = |at: usize| self.is_capital(at) && !self.is_given(at) && self.known(at, end).is_none();
        let body = (start + 1..=last).any(|at| self.is_word(at, &["of", "for"]) && self.has(at - 1, Hint::Body));
        let and = (at + 1..end.min(at + FAR)).find(|&at| self.is_word(at, &["and"]))?;
        let list = (at..and).all(|at| listed(at) || self.is_mark(at, ',')) && listed(and + 1);
        (body && listed(at) && list).then_some(at)
    }

    /// `People | 's Liberation Front`, `St. Peter | 's Square`, `Sheriff | 's Office`: an owner inside a name.
    fn owns_within(&self, last: usize) -> bool {
        const NEAR: usize = 3;
        let first = last + 2;
        let headed = (first..first + NEAR)
            .take_while(|&at| self.is_capital(at))
            .any(|at| self.has_any(at, &[Hint::Body, Hint::Place]));
        let saint = last > 0 && self.has(last - 1, Hint::PlaceFirst) && self.is_word(last - 1, &["st", "st.", "saint"]);
        let known = |at: usize| self.known(at, last + 1).is_some_and(|(stop, _)| stop > last);
        let plain = self.is_common(last)
            && !self.is_given(last)
            && !self.has_any(last, &[Hint::Body, Hint::Place, Hint::Famous])
            && (!self.has(last, Hint::AlsoSurname) || self.has(last, Hint::Title));
        headed && (saint && !known(last - 1) || plain && !known(last))
    }

    /// Whether a capital directly after a run goes on with it.
    fn joins(&self, at: usize, last: usize) -> bool {
        if !self.is_capital(at) || self.is_possessive(at) {
            return false;
        }
        if self.has(at, Hint::Calendar) {
            // `Theresa May`, but no `Washington May 4`.
            return self.is_given(last) && (self.has(at, Hint::AlsoSurname) || self.is_given(at))
                || self.has_any(last, &[Hint::Honorific, Hint::Madam])
                || self.has(last, Hint::Title) && self.is_capital(last);
        }
        let common = self.has(at, Hint::Common) && !self.has(at, Hint::AlsoSurname);
        !common && !(self.has(at, Hint::Opening) && !self.is_proper(at)) || self.is_given(at)
    }

    /// `Jong-Un`, `Son-hui`, `Russia-Ukraine`, but no `Kyiv-based`.
    fn over_hyphen(&self, start: usize, last: usize, at: usize) -> Option<usize> {
        if self.is_capital(at) {
            return Some(at);
        }
        let asian = (start..=last).any(|at| self.has(at, Hint::FirstSurname));
        let syllable = |at: usize, most: usize| self.word(at).len() <= most && !self.has(at, Hint::Joined);
        // `Chey Min-ah`, whose family name no list has
        let strange = syllable(at, 4)
            && syllable(last, 4)
            && last > start
            && !self.is_common(last - 1)
            && !self.is_given(last - 1)
            && !self.has(at, Hint::Common);
        (last > start && (asian && syllable(at, 6) || strange) && self.is_lower(at)).then_some(at)
    }

    fn over_small(&self, start: usize, last: usize, next: usize, end: usize) -> Option<usize> {
        if !self.is_lower(next) {
            return None;
        }
        let capital = |at: usize| (at < end && self.is_capital(at) && !self.has(at, Hint::Calendar)).then_some(at);
        if self.has(next, Hint::Particle) && !self.has_any(last, &[Hint::Body, Hint::Place]) {
            // `Ursula von der Leyen`, `Bashar al-Assad`
            let mut at = next + 1;
            while at < next + 4 && (self.has(at, Hint::Particle) && self.is_lower(at) || self.is_hyphen(at)) {
                at += 1;
            }
            return capital(at);
        }
        let headed = self.has_any(last, &[Hint::Body, Hint::Place, Hint::Event]);
        let titled = self.has(last, Hint::Title);
        let of = self.is_word(next, &["of"]);
        if (of || self.is_word(next, &["for", "on", "to"])) && (headed || titled) {
            if self.is_word(next, &["to"]) && !titled || self.is_word(next, &["on"]) && !headed {
                return None;
            }
            let at = if self.is_word(next + 1, &["the"]) { next + 2 } else { next + 1 };
            return capital(at);
        }
        if of || self.is_word(next, &["for", "against", "across", "without"]) {
            // `the charity | Nets for Life`
            return capital(next + 1).filter(|_| start > 0 && is_called(self, start - 1));
        }
        if self.is_word(next, &["and"]) && next + 1 < end {
            return self.over_and(start, last, next + 1, end);
        }
        None
    }

    /// `Department of Health and Human Services`, `National Security and Defense Council`.
    fn over_and(&self, start: usize, last: usize, at: usize, end: usize) -> Option<usize> {
        const NEAR: usize = 4;
        if !self.is_capital(at) || self.known(at, end).is_some() || self.is_given(at) || self.is_title(at) {
            return None;
        }
        let head = (at..end.min(at + NEAR)).take_while(|&at| self.is_capital(at)).last()?;
        let of = (start..last).any(|at| self.is_word(at, &["of", "for"]) && at > start && self.has(at - 1, Hint::Body));
        let right_headed = self.has(head, Hint::Body);
        if of {
            let wide = self
                .is_word(start, &["department", "ministry", "committee", "commission", "office", "centers", "bureau"]);
            let list = (start..last).any(|at| self.is_mark(at, ','));
            return (!right_headed || wide || list).then_some(at);
        }
        let left_headed = (start..=last).any(|at| self.has_any(at, &[Hint::Body, Hint::Title]))
            || self.is_given(start)
            || self.known(start, end).is_some_and(|(end, known)| end > last && !known.adjective);
        (right_headed && head > at && !left_headed).then_some(at)
    }
}
