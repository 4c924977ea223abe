//! People: titles before a name, and where the name ends.

use std::ops::Range;

use super::cut::{Announced, Cutter};
use super::head::noun_follows;
use super::letters::is_letters;
use super::run::Style;
use super::spot::{SpotSort, Words};
use crate::lexicon::{Hint, Sort, lexicon};
use crate::text::{Case, Kind};

/// Words of a person's name, initials and particles among them.
const LONGEST: usize = 7;

impl Cutter<'_, '_> {
    /// A title in capitals, with what it is of: where it ends, and that a person follows.
    pub(super) fn title(&self, at: usize, end: usize, announced: Announced) -> Option<(usize, Announced)> {
        let words = &self.words;
        if at + 1 == end && words.has(at, Hint::AlsoSurname) || words.is_possessive(at + 1) {
            // `King's daughter`
            return None;
        }
        let mut stop = at;
        let mut titled = None;
        let mut gender = announced.gender;
        while stop < end {
            let hyphen = words.is_hyphen(stop) && stop > at;
            let title = words.is_title(stop);
            let modifier = words.has_any(stop, &[Hint::Modifier]) && !(titled.is_some() && words.is_given(stop));
            let name = titled.is_some()
                && words.has(stop, Hint::AlsoSurname)
                && (stop + 1 == end || !words.is_capital(stop + 1));
            if name || !(hyphen || title || modifier) {
                break;
            }
            if title {
                titled = Some(stop);
                gender = gender.or_else(|| words.gender(stop));
            }
            stop += 1;
        }
        let titled = titled?;
        let from = announced.from.unwrap_or(at);
        if stop < end && words.is_word(stop, &["of", "to", "for"]) {
            let object = self.title_object(stop + 1, end);
            if object == stop + 1 {
                // `MP for | Dunmere`
                return Some((object, Announced { from: Some(from), ..Announced::default() }));
            }
            stop = object;
        } else {
            stop = titled + 1;
        }
        Some((stop, Announced { from: Some(from), person: true, strong: true, gender }))
    }

    /// `Secretary of | State`, `Ambassador to | Ukraine`: where the person's name can begin.
    fn title_object(&self, from: usize, end: usize) -> usize {
        let words = &self.words;
        let mut at = from;
        while at < end {
            if let Some((stop, _)) = words.known(at, end) {
                at = stop;
                continue;
            }
            let office = words.has_any(
                at,
                &[Hint::Modifier, Hint::Body, Hint::Place, Hint::Organ, Hint::Title, Hint::Honorific, Hint::Madam],
            );
            let given = words.is_given(at) && at > from;
            if words.is_capital(at) && (given || !office) {
                break;
            }
            at += 1;
        }
        at
    }

    /// Where the words of a person's name end, or those of a name that does not show what it is.
    pub(super) fn person_end(&self, at: usize, end: usize) -> usize {
        let words = &self.words;
        let mut stop = at + 1;
        let mut names = 1;
        while stop < end && stop < at + LONGEST {
            if words.is_mark(stop, ',') {
                return if words.has(stop + 1, Hint::Suffix) { stop + 2 } else { stop };
            }
            if words.has(stop, Hint::Suffix) && words.is_capital(stop) {
                return stop + usize::from(!is_letters(words.word(stop)) || words.is_word(stop, &["ii", "iii", "iv"]));
            }
            if words.is_initial(stop) {
                stop += 1;
                continue;
            }
            if !words.is_capital(stop) {
                if words.has(stop, Hint::Particle)
                    || words.is_hyphen(stop)
                    || words.is_hyphen(stop - 1)
                    || words.is_mark(stop, '&')
                {
                    stop += 1;
                    continue;
                }
                break;
            }
            if self.style == Style::Titled && !words.is_given(stop) && (self.is_verb(stop) || words.is_adverb(stop)) {
                break;
            }
            let joined = words.is_hyphen(stop - 1);
            let surname = words.has(stop, Hint::AlsoSurname) && names < 3;
            if words.is_title(stop) && !surname && !joined {
                break;
            }
            if let Some((known_end, known)) = words.known(stop, end) {
                let first = words.is_given(at) || words.token(at).is_some_and(|token| !token.word.is_known());
                // `Mark Cuban`, where no noun follows that is Cuban.
                let people = known.adjective && !(known_end == end && !noun_follows(words, end));
                let family = known_end == stop + 1 && !people && !known.upper && first && names == 1;
                if !family && !joined {
                    break;
                }
            }
            names += 1;
            stop += 1;
        }
        while stop > at + 1 && !words.is_capital(stop - 1) && !(stop >= 2 && words.is_hyphen(stop - 2)) {
            stop -= 1;
        }
        stop
    }

    /// A form of a verb that is no family name.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        self.words.token(at).is_some_and(|token| lexicon().form(token.word).verb.is_known())
            && !self.words.has(at, Hint::AlsoSurname)
    }

    pub(super) fn person_or_unknown(&self, at: usize, stop: usize, announced: Announced) -> SpotSort {
        let words = &self.words;
        let listed = stop == at + 1 && words.has_any(at, &[Hint::Body, Hint::Place, Hint::Event, Hint::Modifier]);
        let before = at.wrapping_sub(1);
        // `its rival Boeing`: bodies are called so as well as people.
        let either = !announced.strong
            && stop == at + 1
            && words.is_word(before, &["partner", "rival", "ally", "member", "owner", "neighbor", "neighbour"]);
        if announced.person && (announced.strong || !listed) && !either {
            return SpotSort::Person;
        }
        // Parts that a hyphen joins are one word.
        let joined = |at: usize| at > 1 && words.is_hyphen(at - 1) && words.is_capital(at - 2);
        if (at..stop).any(|at| words.is_mark(at, '&')) && !words.is_given(at) {
            return SpotSort::Body;
        }
        let capitals = (at..stop).filter(|&at| words.is_capital(at) && !joined(at)).count();
        let the = at > 0 && words.is_word(at - 1, &["the", "a", "an"]);
        if capitals < 2 {
            return if is_network(words, at) { SpotSort::Body } else { SpotSort::Unknown };
        }
        if words.has(at, Hint::PlaceFirst) && !words.is_given(at) {
            return SpotSort::Place;
        }
        let named =
            words.is_given(at) || words.has(at, Hint::FirstSurname) || (at..stop).any(|at| words.is_initial(at));
        // Words of the language make no person.
        let strange = (at..stop).all(|word| {
            words.has_any(word, &[Hint::AlsoSurname, Hint::Famous])
                || words.is_given(word)
                || !words.is_common(word)
                || words.has(word, Hint::Particle)
                || word > at && words.known(word, stop).is_some_and(|(_, known)| !known.adjective)
        });
        // `the Carla Novak film`
        let the = the && !(words.is_given(at) && noun_follows(words, stop));
        if named && !the {
            SpotSort::Person
        } else if strange && !the && self.style == Style::Running {
            SpotSort::Strange
        } else {
            SpotSort::Unknown
        }
    }

    /// A word for a body or place alone, an abbreviation of the language, a word in capitals for its weight.
    pub(super) fn names_nothing(&self, tokens: Range<usize>, sort: SpotSort) -> bool {
        let words = &self.words;
        let at = tokens.start;
        if words.word(at).len() == 1 && words.is_hyphen(at + 1) {
            // `R-Ohio`
            return true;
        }
        if sort != SpotSort::Unknown {
            return false;
        }
        if tokens.len() > 1 {
            // `Senior Fellow`
            return tokens.clone().all(|at| words.is_title(at) || words.has_any(at, &[Hint::Role, Hint::Modifier]));
        }
        let Some(token) = words.token(at) else { return true };
        if words.is_given(at) || words.has(at, Hint::Famous) {
            return false;
        }
        let listed = words.has_any(
            at,
            &[
                Hint::Body,
                Hint::Place,
                Hint::Event,
                Hint::Modifier,
                Hint::NotAlone,
                Hint::Common,
                Hint::Opening,
                Hint::Title,
            ],
        ) && !words.has(at, Hint::AlsoSurname);
        let shouted = token.case == Case::Upper && token.word.is_known();
        // `MLAs`
        let plural = token.case == Case::Mixed
            && words.word(at).strip_suffix('s').is_some_and(|word| word.len() < 5 && is_letters(word));
        plural || listed || shouted || token.span.len() == 1 || words.is_initial(at)
    }

    /// `Administrator | Deanne Criswell`, `Crooked | Hillary Clinton`: a word of the language before a full name.
    pub(super) fn calling(&self, at: usize, end: usize, announced: Announced) -> Option<(usize, Announced)> {
        let words = &self.words;
        let role = words.has(at, Hint::Role) && at == self.opening && words.is_capital(at + 1);
        let named = at + 2 < end && words.is_given(at + 1) && (words.is_capital(at + 2) || words.is_initial(at + 2));
        let surname = words.has_any(at, &[Hint::AlsoSurname, Hint::Famous, Hint::FirstSurname, Hint::PlaceFirst]);
        let short = words.word(at).len() < 4;
        if surname || short || words.is_given(at) || words.is_hyphen(at + 1) || !(named && words.is_common(at) || role)
        {
            return None;
        }
        let from = announced.from.or(Some(at).filter(|&at| words.has_any(at, &[Hint::Role, Hint::Title])));
        Some((at + 1, Announced { from, person: named, strong: named, gender: None }))
    }

    /// `King's daughter`, `AIMS said`: a word of the language that is a name only if the text has a King, or a body
    /// with these letters.
    pub(super) fn vouched_elsewhere(&self, at: usize, stop: usize, announced: Announced) -> bool {
        let words = &self.words;
        let Some(token) = words.token(at) else { return false };
        let shouted = token.case == Case::Upper && (3..=6).contains(&token.span.len());
        // `the Examiner said` after `the Irish Examiner`
        if stop == at + 1 && words.has(at, Hint::Body) && words.is_word(at.wrapping_sub(1), &["the"]) {
            return true;
        }
        stop == at + 1
            && !announced.person
            && !words.is_given(at)
            && words.is_common(at)
            && (shouted || words.has(at, Hint::AlsoSurname))
    }
}

/// `wrote on X`
fn is_network(words: &Words<'_, '_>, at: usize) -> bool {
    words.word(at) == "X" && words.is_word(at.wrapping_sub(1), &["on"]) && !words.is_hyphen(at + 1)
}

/// Whether a state or country in commas says where a place is: `Flint | , Mich.`
pub(super) fn located(words: &Words<'_, '_>, end: usize) -> bool {
    (words.is_mark(end, ',') || words.is_mark(end, '('))
        && words.known(end + 1, end + 8).is_some_and(|(stop, known)| {
            let closed = words.token(stop).is_none_or(|token| token.kind != Kind::Word);
            let entry = lexicon().gazetteer().entry(known.entry);
            closed
                && !known.adjective
                && entry.is_some_and(|entry| matches!(entry.sort, Sort::AmericanPlace | Sort::Country))
        })
}
