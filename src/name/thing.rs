//! Bodies, places and what does not show what it is: one entity for the name and its short forms.

use super::EntityKind;
use super::fold::folded;
use super::letters::{initials, thing_key};
use super::link::{MOST, Register};
use super::person::Person;
use super::spot::{Spot, SpotSort, Words};
use super::who::Fit;
use crate::lexicon::Hint;

impl Register {
    pub(super) fn thing(&mut self, words: &Words<'_, '_>, spot: &Spot) -> Option<u32> {
        let key = thing_key(words, spot);
        if key.is_empty() {
            return None;
        }
        if spot.sort == SpotSort::Place
            && let Some(&entity) = self.place_without_its_word(words, spot).as_ref()
        {
            return Some(entity);
        }
        let owner = spot.owner.map(|(owner, _)| owner);
        let candidates = self.things.of(&key).map_or(&[][..], Vec::as_slice);
        let owned = |entity: &&u32| self.drafts[**entity as usize].owner;
        let found = candidates
            .iter()
            .rev()
            .find(|entity| owned(entity) == owner)
            .or_else(|| candidates.iter().rev().find(|entity| owner.is_none() || owned(entity).is_none()))
            .copied();
        if let Some(entity) = found {
            let draft = &mut self.drafts[entity as usize];
            draft.owner = draft.owner.or(owner);
            if draft.sort == SpotSort::Strange && spot.sort == SpotSort::Body {
                (draft.kind, draft.sort) = (EntityKind::Organisation, SpotSort::Body);
            }
            return Some(entity);
        }
        if spot.doubtful {
            return None;
        }
        if let Some(entity) = self.by_first_word(words, spot) {
            let draft = &mut self.drafts[entity as usize];
            (draft.kind, draft.sort) = (EntityKind::Organisation, SpotSort::Body);
            draft.words.clone_from(&key);
            self.lead(&key, entity);
            return Some(entity);
        }
        let kind = match spot.sort {
            SpotSort::Place => EntityKind::Place,
            SpotSort::Event => EntityKind::Other,
            _ => EntityKind::Organisation,
        };
        let entity = self.add(kind, spot.sort);
        self.drafts[entity as usize].words.clone_from(&key);
        self.drafts[entity as usize].owner = owner;
        self.lead(&key, entity);
        self.short_forms(words, spot, entity);
        Some(entity)
    }

    /// `Hanbit Chemical Co.` after `Hanbit`, which didn't show what it was.
    fn by_first_word(&self, words: &Words<'_, '_>, spot: &Spot) -> Option<u32> {
        let (first, last) = (spot.tokens.start, spot.tokens.end - 1);
        // A headline and the first lines give the short name before the full one.
        const LEAD: usize = 100;
        let company = words.has(last, Hint::Company);
        let named = spot.sort == SpotSort::Body && last > first && !words.is_common(first) && !words.is_given(first);
        if !named || !company && first >= LEAD {
            return None;
        }
        let key = folded(words.word(first));
        let entity = *self.things.of(&key).or_else(|| self.people.of(&key))?.last()?;
        let draft = self.drafts.get(entity as usize)?;
        let short = draft.sort == SpotSort::Unknown && !draft.name.contains(' ');
        (short || company && draft.sort == SpotSort::Strange).then_some(entity)
    }

    /// `Kursk Oblast` is `Kursk`, where that is in the lists or in the text.
    pub(super) fn place_without_its_word(&mut self, words: &Words<'_, '_>, spot: &Spot) -> Option<u32> {
        const PARTS: &[&str] = &["region", "oblast", "province", "krai", "prefecture", "governorate", "area"];
        let last = spot.tokens.end.checked_sub(1)?;
        if spot.tokens.len() < 2 || !words.is_word(last, PARTS) {
            return None;
        }
        let (stop, known) = words.known(spot.tokens.start, last)?;
        if stop != last || known.adjective {
            return None;
        }
        let bare = Spot { tokens: spot.tokens.start..last, ..spot.clone() };
        Some(self.known(words, &bare, known.entry))
    }

    /// What a body may be called later: its letters, its first word, what stands before `of`.
    pub(super) fn short_forms(&mut self, words: &Words<'_, '_>, spot: &Spot, entity: u32) {
        if spot.sort != SpotSort::Body {
            return;
        }
        let first = spot.tokens.start;
        let last = spot.tokens.end - 1;
        if last > first && words.has(last, Hint::Body) {
            self.lead(&folded(words.word(last)), entity);
        }
        let plain = words.token(first).is_some_and(|token| !token.word.is_known());
        if plain && spot.tokens.len() > 1 {
            self.lead(&folded(words.word(first)), entity);
        }
        if let Some(of) = spot.tokens.clone().find(|&at| words.is_word(at, &["of", "for", "on"]))
            && of > first + 1
        {
            let bare = Spot { tokens: first..of, ..spot.clone() };
            self.lead(&thing_key(words, &bare), entity);
        }
        let letters = initials(words, spot);
        if letters.len() >= 3 {
            self.letters.entry_of(&letters).get_or_insert(entity);
        }
    }

    /// `Borealis`, of `Borealis Gold`; `Quillay`, of `Mount Quillay`; `United`, of `Redcastle United`.
    fn ends(&mut self, words: &Words<'_, '_>, spot: &Spot, entity: u32) {
        const CLUBS: &[&str] = &["united", "rovers", "city", "town", "wanderers", "athletic"];
        let last = spot.tokens.end - 1;
        for at in [spot.tokens.start, last] {
            if !words.is_common(at) || at == last && words.is_word(at, CLUBS) {
                self.lead(&folded(words.word(at)), entity);
            }
        }
    }

    pub(super) fn lead(&mut self, key: &str, entity: u32) {
        let entities = self.things.entry_of(key);
        if entities.len() < MOST && !entities.contains(&entity) {
            entities.push(entity);
        }
    }

    /// One or more capitals that don't show what they name: somebody or something named before, else new.
    pub(super) fn unknown(&mut self, words: &Words<'_, '_>, spot: &Spot) -> Option<u32> {
        match self.by_surname(words, spot) {
            Fit::One(entity) => return Some(entity),
            Fit::Several => return None,
            Fit::None => {}
        }
        let key = thing_key(words, spot);
        if key.is_empty() {
            return None;
        }
        let named = self.things.of(&key).map_or(&[][..], Vec::as_slice);
        let several = named.len() > 1 && words.has(spot.tokens.start, Hint::Body);
        if let Some(&entity) = named.last().filter(|_| !several) {
            return Some(entity);
        }
        if spot.tokens.len() > 1 {
            let person = Person::new(words, spot.tokens.clone());
            // No `South Sulawesi` after `Sulawesi`.
            if !person.given.is_empty()
                && !(words.is_common(spot.tokens.start) && !words.is_given(spot.tokens.start))
                && let Some(entity) = self.same_person(words, &person, spot).one()
            {
                return Some(entity);
            }
        }
        if spot.doubtful {
            return self.shorter(words, spot);
        }
        let entity = self.add(EntityKind::Other, SpotSort::Unknown);
        self.drafts[entity as usize].words.clone_from(&key);
        if spot.tokens.len() == 1 {
            // A surname alone may be explained later.
            let person = Person::new(words, spot.tokens.clone());
            let entities = self.people.entry_of(&person.surname);
            if entities.len() < MOST {
                entities.insert(0, entity);
            }
            self.drafts[entity as usize].person = person;
        } else {
            self.ends(words, spot, entity);
        }
        self.lead(&key, entity);
        Some(entity)
    }
}
