//! Bodies, places and events by the word that they are called: `Bank of England`, `Kyiv's air force`.

use super::cut::{Announced, Cutter};
use super::head::noun_follows;
use super::spot::SpotSort;
use crate::lexicon::{Hint, Known, Sort, lexicon};

/// Words for bodies that no name ends with unless it is long enough.
const LONGEST: usize = 10;

impl Cutter<'_, '_> {
    /// A body, place or event by the word that it is called: its end.
    pub(super) fn body(
        &self,
        at: usize,
        end: usize,
        known: Option<(usize, Known)>,
        announced: Announced,
    ) -> Option<(usize, SpotSort)> {
        let words = &self.words;
        // Not `Denise Pruitt-|Hall`
        let is_head = |at: usize| {
            words.is_capital(at)
                && words.has_any(at, &[Hint::Body, Hint::Place, Hint::Event])
                && !words.is_hyphen(at.wrapping_sub(1))
        };
        // `Rival | Antarix Aerospace`
        if at == self.opening && words.has(at, Hint::Role) && !words.has_any(at, &[Hint::Body, Hint::AlsoSurname]) {
            return None;
        }
        let mut head = at;
        loop {
            if head >= end || head >= at + LONGEST {
                return None;
            }
            if is_head(head) && (head > at || !words.has(head, Hint::Modifier) || self.owned(at)) {
                break;
            }
            // `Premier | League`
            let league = head == at && is_head(at + 1) && at + 2 >= end && !words.has(at + 1, Hint::AlsoSurname);
            let short = words.word(head).ends_with('.');
            let office = words.is_title(head) && (short || !words.has(head, Hint::AlsoSurname));
            if office && !words.is_possessive(head + 1) && !league {
                return None;
            }
            head += 1;
        }
        // The last word for a body: `Consumer Financial Protection | Bureau`.
        let mut scan = head + 1;
        while scan < end && scan < at + LONGEST && (words.is_capital(scan) || words.is_possessive(scan)) {
            let office = words.is_title(scan) && !words.is_possessive(scan + 1) && !words.has(scan, Hint::Body);
            if office
                || words.is_given(scan) && !words.has(scan, Hint::Place)
                || words.known(scan, end).is_some_and(|(stop, _)| stop > scan + 1)
            {
                break;
            }
            if is_head(scan) {
                head = scan;
            }
            scan += 1;
        }
        if let Some((stop, _)) = known {
            // A longer known name says more than a word for bodies in it.
            if stop > head {
                return None;
            }
        }
        let extended = self.extension(head, end);
        let alone = head == at && extended == head + 1;
        if alone && !(self.owned(at) && words.has(head, Hint::Organ)) {
            return None;
        }
        if head + 1 < end
            && words.is_title(head + 1)
            && words.has(head, Hint::Modifier)
            && (alone || !words.has(head, Hint::Organ))
        {
            return None;
        }
        let surname = words.has(head, Hint::AlsoSurname) && extended == head + 1;
        let named = words.is_given(at)
            || words.is_initial(at) && !words.is_word(head, &["street", "road", "avenue"])
            || announced.person;
        if surname && named && head - at <= 2 {
            return None;
        }
        if head == at + 1
            && extended == head + 1
            && words.is_word(head, &["state"])
            && known.is_some_and(|(stop, _)| stop == head)
        {
            // `Ohio State` is a university, `Lagos State` a state.
            let american = known
                .and_then(|(_, known)| lexicon().gazetteer().entry(known.entry))
                .is_some_and(|entry| entry.sort == Sort::AmericanPlace);
            return Some((extended, if american { SpotSort::Body } else { SpotSort::Place }));
        }
        let country = known.filter(|&(stop, known)| {
            stop <= head && lexicon().gazetteer().entry(known.entry).is_some_and(|entry| entry.sort == Sort::Country)
        });
        let state = words.has(head, Hint::Organ)
            || country.is_some_and(|(stop, _)| words.is_word(stop, &["National", "Federal", "Supreme", "State"]));
        if country.is_some() && state && words.has(head, Hint::Body) {
            return None;
        }
        // `against Hexley Town, who`
        let club = words.is_word(head, &["town", "city", "county"])
            && (words.is_mark(extended, ',') && words.is_word(extended + 1, &["who"])
                || at > 0 && words.is_word(at - 1, &["against", "beat", "beating"]));
        let sort = if club || words.has(head, Hint::Body) {
            SpotSort::Body
        } else if words.has(head, Hint::Place) {
            SpotSort::Place
        } else {
            SpotSort::Event
        };
        Some((extended, sort))
    }

    pub(super) fn owned(&self, at: usize) -> bool {
        self.owner.is_some_and(|(_, _, next)| next == at)
    }

    /// `Bank | of England`, `Council | on Foreign Relations`: what stands after the head and belongs to it.
    fn extension(&self, head: usize, end: usize) -> usize {
        let words = &self.words;
        let mut at = head + 1;
        if at < end && words.has(at, Hint::Suffix) && words.has(head, Hint::Event) {
            // `World War II`
            return at + 1;
        }
        if at >= end || !words.is_word(at, &["of", "for", "on"]) {
            return at;
        }
        at += 1;
        if words.is_word(at, &["the"]) {
            at += 1;
        }
        if let Some((stop, known)) = words.known(at, end) {
            let country = lexicon().gazetteer().entry(known.entry).is_some_and(|entry| entry.sort == Sort::Country);
            if country && !known.adjective && words.has(head, Hint::Organ) {
                return head + 1;
            }
            if stop == end || !known.adjective {
                return stop;
            }
        }
        while at < end {
            let stops = words.is_title(at)
                && at + 1 < end
                && words.is_capital(at + 1)
                && !words.has(at + 1, Hint::Body)
                && !words.is_title(at + 1);
            if stops {
                break;
            }
            at += 1;
        }
        at
    }

    /// `the Dallas | Cowboys`, `the Toronto | Maple Leafs`: a team by its town.
    pub(super) fn team(&self, at: usize, stop: usize, end: usize, known: Known) -> Option<usize> {
        let words = &self.words;
        let place = lexicon().gazetteer().entry(known.entry).is_some_and(|entry| {
            matches!(entry.sort, Sort::Place | Sort::AmericanPlace | Sort::Capital) && !known.adjective
        });
        if !place || !words.is_word(at.checked_sub(1)?, &["the"]) {
            return None;
        }
        let plural = |at: usize| {
            at < end
                && words.is_capital(at)
                && (words.word(at).ends_with('s') || words.is_word(at, &["sox"]))
                && !words.is_possessive(at + 1)
                && !words.is_capital(at + 1)
        };
        let plain = |at: usize| words.is_capital(at) && !words.has_any(at, &[Hint::Body, Hint::Place]);
        (plural(stop) && plain(stop))
            .then_some(stop + 1)
            .or_else(|| (plain(stop) && plural(stop + 1) && plain(stop + 1)).then_some(stop + 2))
    }

    /// A body in small letters: `the Israeli | military`, `the | health ministry`, `the | ministry of health`.
    /// Where it ends.
    pub(super) fn small_body(&mut self, at: usize) -> Option<usize> {
        const FEW: usize = 4;
        let words = &self.words;
        if !words.has_any(at, &[Hint::Body, Hint::State]) {
            return None;
        }
        let two = words.has(at, Hint::Body)
            && at > 0
            && (words.is_word(at, &["force"]) && words.is_word(at - 1, &["air"])
                || words.is_word(at, &["bank"]) && words.is_word(at - 1, &["central"]));
        if !words.has(at, Hint::State) && !two || !words.is_lower(at) {
            return None;
        }
        let mut from = at - usize::from(two);
        while from > 0 && at - from < FEW && words.has(from - 1, Hint::Modifier) && words.is_lower(from - 1) {
            from -= 1;
        }
        let mut end = at + 1;
        let ministry = words.is_word(at, &["ministry"]);
        if ministry && words.is_word(end, &["of"]) && words.has(end + 1, Hint::Modifier) {
            end += 2;
            while end < at + 8 && words.is_lower(end) && words.has(end, Hint::Modifier) {
                end += 1;
            }
            if words.is_word(end, &["and"]) && words.has(end + 1, Hint::Modifier) {
                end += 2;
            }
        }
        let named = ministry && (from < at || end > at + 1);
        // `police and army chiefs`, `military base`
        if !(self.owned(from) || named) || noun_follows(words, end) {
            return None;
        }
        self.push(from..end, SpotSort::Body, Announced::default(), None);
        Some(end)
    }
}
