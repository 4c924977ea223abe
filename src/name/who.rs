//! Whom a name means: by the family name, and as far as the text tells two of one family name apart.

use super::EntityKind;
use super::fold::folded;
use super::letters::thing_key;
use super::link::{MOST, Register};
use super::person::Person;
use super::spot::{Gender, Spot, SpotSort, Words};
use crate::lexicon::Hint;

/// How a name fits the people known so far.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fit {
    None,
    One(u32),
    /// It may be any of several: nobody is meant.
    Several,
}

impl Fit {
    pub(super) fn one(self) -> Option<u32> {
        match self {
            Fit::One(entity) => Some(entity),
            _ => None,
        }
    }
}

impl Register {
    /// `Jordan` in a text that has named a Michael Jordan.
    pub(super) fn full_person(&self, words: &Words<'_, '_>, spot: &Spot) -> Option<u32> {
        let entity = self.by_surname(words, spot).one()?;
        let draft = self.drafts.get(entity as usize)?;
        let whole = draft.sort == SpotSort::Person && draft.person.surname == folded(words.word(spot.tokens.start));
        let place = words.is_word(spot.tokens.start.wrapping_sub(1), &["in", "at", "near", "to", "from"]);
        (whole && !place && !draft.person.given.is_empty()).then_some(entity)
    }

    pub(super) fn person(&mut self, words: &Words<'_, '_>, spot: &Spot) -> Option<u32> {
        // `Nordhavn Robotics said` after `Nordhavn Robotics, a maker of`
        let strange = if spot.sort == SpotSort::Strange { thing_key(words, spot) } else { String::new() };
        if let Some(&known) = self.things.of(&strange).filter(|_| !strange.is_empty()).and_then(|all| all.last()) {
            return Some(known);
        }
        let person = Person::new(words, spot.tokens.clone());
        match self.same_person(words, &person, spot) {
            Fit::One(entity) => return Some(entity),
            Fit::Several => return None,
            Fit::None => {}
        }
        let single = person.given.is_empty();
        // `Sir Keir`: the given name alone.
        if single
            && let [only] = self.people.of(&person.surname).map_or(&[][..], Vec::as_slice)
            && self.drafts[*only as usize].person.surname != person.surname
        {
            return Some(*only);
        }
        // `Caíque Tavares` after `Caíque`
        if !single
            && let Some(&[only]) = self.people.of(&person.given).map(Vec::as_slice)
            && let Some(draft) = self.drafts.get_mut(only as usize)
            && draft.person.given.is_empty()
            && !draft.kin
        {
            (draft.person, draft.sort, draft.kind) = (person.clone(), spot.sort, EntityKind::Person);
            self.is_called(&person, only);
            return Some(only);
        }
        if spot.doubtful && (single || !words.is_given(spot.tokens.start) && spot.role.is_none()) {
            return self.shorter(words, spot);
        }
        let entity = self.add(EntityKind::Person, spot.sort);
        self.is_called(&person, entity);
        self.drafts[entity as usize].person = person;
        if !strange.is_empty() {
            self.lead(&strange, entity);
            self.drafts[entity as usize].words = strange;
        }
        Some(entity)
    }

    /// Lets every word of a person's name lead to the person.
    pub(super) fn is_called(&mut self, person: &Person, entity: u32) {
        for key in person.keys() {
            let entities = self.people.entry_of(key);
            if entities.len() < MOST && !entities.contains(&entity) {
                entities.push(entity);
            }
        }
    }

    /// `Carla Novak Wins`: a title that no name is known of as a whole; perhaps its first words are one.
    pub(super) fn shorter(&self, words: &Words<'_, '_>, spot: &Spot) -> Option<u32> {
        if spot.tokens.len() == 1 {
            return self.by_surname(words, spot).one();
        }
        let person = Person::new(words, spot.tokens.start..spot.tokens.end - 1);
        let candidates = self.people.of(&person.surname)?;
        candidates.iter().copied().find(|&entity| {
            let known = &self.drafts[entity as usize].person;
            !person.given.is_empty() && !known.given.is_empty() && known.agrees(&person)
        })
    }

    /// The known person that a name fits, by the family name and, as far as both have one, the given name.
    pub(super) fn same_person(&mut self, words: &Words<'_, '_>, person: &Person, spot: &Spot) -> Fit {
        let Some(candidates) = self.people.of(&person.surname) else { return Fit::None };
        let fits = |&entity: &u32| -> bool {
            let draft = &self.drafts[entity as usize];
            let gender = draft.gender.is_none() || spot.gender.is_none() || draft.gender == spot.gender;
            draft.person.agrees(person) && (gender || !person.given.is_empty() && !draft.person.given.is_empty())
        };
        let fitting: Vec<u32> = candidates.iter().copied().filter(|entity| fits(entity)).collect();
        let entity = match self.choose(words, &fitting, person.surname_as_written(words), spot) {
            Fit::One(entity) => entity,
            other => return other,
        };
        if !person.given.is_empty() && self.drafts[entity as usize].person.given.is_empty() {
            self.is_called(person, entity);
            self.drafts[entity as usize].person = person.clone();
        }
        Fit::One(entity)
    }

    /// Of several people with one family name: the one with this spelling; the one who is called by it alone, as
    /// texts do with whom they are about; the one named last, but not somebody's kin. Otherwise it is open.
    pub(super) fn choose(&self, words: &Words<'_, '_>, fitting: &[u32], written: &str, spot: &Spot) -> Fit {
        let draft = |entity: u32| &self.drafts[entity as usize];
        let bare = spot.tokens.len() == 1;
        let sentence = |at: usize| words.token(at).map(|token| words.document.sentence_at(token.span.start));
        if let [only] = fitting {
            // `Michelle Obama said that Obama had been right`: he is another.
            let other = bare
                && spot.gender.is_none()
                && draft(*only).gender == Some(Gender::Female)
                && words.has(spot.tokens.start, Hint::Famous)
                && !draft(*only).bare
                && sentence(draft(*only).full_at) == sentence(spot.tokens.start);
            return if other { Fit::None } else { Fit::One(*only) };
        }
        let mut left: Vec<u32> = fitting.to_vec();
        let narrowings: [&dyn Fn(u32) -> bool; 3] =
            [&|entity| draft(entity).name.contains(written), &|entity| !draft(entity).kin, &|entity| {
                draft(entity).bare
            }];
        for narrows in narrowings {
            let narrowed: Vec<u32> = left.iter().copied().filter(|&entity| narrows(entity)).collect();
            if !narrowed.is_empty() {
                left = narrowed;
            }
        }
        let Some(&last) = left.iter().max_by_key(|&&entity| draft(entity).full_at) else { return Fit::None };
        // `His aunt, Lena Kos, left. "Keron held my hand," Kos said.`: she may be meant, though he is called so.
        let nearest = fitting.iter().copied().max_by_key(|&entity| draft(entity).full_at).unwrap_or(last);
        let here = sentence(spot.tokens.start).unwrap_or(0);
        let near = sentence(draft(nearest).full_at).is_some_and(|there| there + 1 >= here);
        if bare && nearest != last && near && words.has(spot.tokens.end, Hint::Saying) {
            return Fit::Several;
        }
        let beside =
            |entity: &&u32| **entity != last && sentence(draft(**entity).full_at) == sentence(draft(last).full_at);
        if left.len() > 1 && (draft(last).bare || left.iter().any(|entity| beside(&entity))) && bare {
            return Fit::Several;
        }
        Fit::One(last)
    }

    /// A person by one word of the name: the surname before any other, and no word that leads to two.
    pub(super) fn by_surname(&self, words: &Words<'_, '_>, spot: &Spot) -> Fit {
        let (key, written) = if spot.tokens.len() == 1 {
            let word = words.word(spot.tokens.start);
            (&folded(word), word)
        } else {
            let person = Person::new(words, spot.tokens.clone());
            if !person.given.is_empty() {
                return Fit::None;
            }
            let written = person.surname_as_written(words);
            (&{ person.surname }, written)
        };
        let Some(candidates) = self.people.of(key) else { return Fit::None };
        let by_surname: Vec<u32> =
            candidates.iter().copied().filter(|&entity| self.drafts[entity as usize].person.surname == *key).collect();
        if by_surname.is_empty() {
            return match candidates.as_slice() {
                [only] => Fit::One(*only),
                _ => Fit::None,
            };
        }
        if key.len() <= 2 && !by_surname.iter().any(|&entity| self.drafts[entity as usize].name.contains(written)) {
            return Fit::None;
        }
        self.choose(words, &by_surname, written, spot)
    }
}
