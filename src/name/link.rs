//! Linking: one entity for all the names of a person, body or place.

use std::collections::HashMap;

use super::acts::acts;
use super::draft::Draft;
use super::fold::folded;
use super::letters::{initials, is_letters, stands_for, thing_key};
use super::person::Person;
use super::spot::{Gender, Spot, SpotSort, Words};
use super::{Entity, EntityKind};
use crate::lexicon::{Hint, Sort, lexicon};

/// How many entities one key may lead to: what bounds the cost of a text that is made to be slow.
const MOST: usize = 8;

/// The entities found so far, and the keys that lead to them.
#[derive(Default)]
pub(super) struct Register {
    pub(super) drafts: Vec<Draft>,
    /// By entry of the gazetteer.
    known: HashMap<u16, u32>,
    /// By folded word of a person's name.
    people: HashMap<String, Vec<u32>>,
    /// By folded words of a body or thing.
    things: HashMap<String, Vec<u32>>,
    /// By the letters that stand for a body in this text.
    letters: HashMap<String, u32>,
    /// Whether the text is about places in the United States, so that `Georgia` is the state.
    american: bool,
}

/// How a name fits the people known so far.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Fit {
    None,
    One(u32),
    /// It may be any of several: nobody is meant.
    Several,
}

impl Fit {
    fn one(self) -> Option<u32> {
        match self {
            Fit::One(entity) => Some(entity),
            _ => None,
        }
    }
}

/// How a mention was linked.
pub(super) struct Linked {
    pub(super) entity: u32,
    pub(super) spot: Spot,
}

/// Links spots to entities; spots of titles that nothing vouches for are dropped.
pub(super) fn link(words: &Words<'_, '_>, spots: Vec<Spot>) -> (Register, Vec<Linked>) {
    let mut register = Register { american: is_american(&spots), ..Register::default() };
    let mut linked: Vec<Linked> = Vec::with_capacity(spots.len());
    let mut later: Vec<Spot> = Vec::new();
    for spot in spots {
        let before = linked.last().filter(|last| last.spot.tokens.end + 1 == spot.tokens.start);
        let defined = before.and_then(|last| register.defined(words, last, &spot));
        match defined.or_else(|| register.find(words, &spot)) {
            Some(entity) => {
                register.note(words, entity, &spot);
                linked.push(Linked { entity, spot });
            }
            None if spot.doubtful => later.push(spot),
            None => {}
        }
    }
    // What begins a sentence may be named in full only after it.
    for spot in later {
        if let Some(entity) = register.find(words, &spot) {
            register.note(words, entity, &spot);
            linked.push(Linked { entity, spot });
        }
    }
    register.drafts.iter_mut().for_each(Draft::settle);
    (register, linked)
}

/// Whether a text names places in the United States, and not what only the country Georgia has.
fn is_american(spots: &[Spot]) -> bool {
    let gazetteer = lexicon().gazetteer();
    let mut american = false;
    for spot in spots {
        let SpotSort::Known { entry, adjective } = spot.sort else { continue };
        let Some(found) = gazetteer.entry(entry) else { continue };
        let country = found.country.and_then(|country| gazetteer.entry(country)).unwrap_or(found);
        if country.state.is_some() && (adjective || found.sort == Sort::Capital) {
            return false;
        }
        american |= found.sort == Sort::AmericanPlace;
    }
    american
}

impl Register {
    /// `National Intelligence Service (NIS)`: letters in brackets for the name before them, or the name for the letters.
    fn defined(&mut self, words: &Words<'_, '_>, last: &Linked, spot: &Spot) -> Option<u32> {
        let bracket = spot.tokens.start - 1;
        if !words.is_mark(bracket, '(') && !words.is_mark(bracket, '[') {
            return None;
        }
        if !words.is_mark(spot.tokens.end, ')') && !words.is_mark(spot.tokens.end, ']') {
            return None;
        }
        let (short, long) = (words.document.slice(words.document.span(spot.tokens.clone())), &last.spot);
        if is_letters(short) && stands_for(words, short, long) {
            self.letters.insert(short.to_owned(), last.entity);
            return Some(last.entity);
        }
        let before = words.document.slice(words.document.span(last.spot.tokens.clone()));
        (is_letters(before) && stands_for(words, before, spot)).then_some(last.entity)
    }

    /// `Jordan` in a text that has named a Michael Jordan.
    fn full_person(&self, words: &Words<'_, '_>, spot: &Spot) -> Option<u32> {
        let entity = self.by_surname(words, spot).one()?;
        let draft = self.drafts.get(entity as usize)?;
        let whole = draft.kind == EntityKind::Person && draft.person.surname == folded(words.word(spot.tokens.start));
        let place = words.is_word(spot.tokens.start.wrapping_sub(1), &["in", "at", "near", "to", "from"]);
        (whole && !place && !draft.person.given.is_empty()).then_some(entity)
    }

    /// The entity of a spot, a new one if need be.
    fn find(&mut self, words: &Words<'_, '_>, spot: &Spot) -> Option<u32> {
        let text = words.document.slice(words.document.span(spot.tokens.clone()));
        if let Some(&entity) = self.letters.get(text) {
            return Some(entity);
        }
        match spot.sort {
            SpotSort::Known { entry, adjective } => {
                let person = if adjective || spot.tokens.len() > 1 { None } else { self.full_person(words, spot) };
                Some(person.unwrap_or_else(|| self.known(words, spot, entry)))
            }
            SpotSort::Person => self.person(words, spot),
            SpotSort::Body | SpotSort::Place | SpotSort::Event => self.thing(words, spot),
            SpotSort::Unknown => self.unknown(words, spot),
        }
    }

    fn known(&mut self, words: &Words<'_, '_>, spot: &Spot, entry: u16) -> u32 {
        let gazetteer = lexicon().gazetteer();
        let Some(found) = gazetteer.entry(entry) else { return 0 };
        let after = spot.tokens.end;
        let local = words.is_word(after, &["governor", "gov", "gov.", "county", "state", "legislature", "lawmakers"])
            || words.is_word(after, &["sen", "sen.", "rep", "rep.", "attorney"]) && words.is_capital(after);
        if let Some(state) = found.state
            && (local || self.american && found.sort == Sort::Country)
        {
            return self.entry(state, EntityKind::Place);
        }
        let entry = match (found.sort, found.country) {
            (Sort::Capital, Some(country)) if acts(words, spot) => country,
            _ => entry,
        };
        let kind = match found.sort {
            Sort::Outlet | Sort::Body => EntityKind::Organisation,
            _ => EntityKind::Place,
        };
        self.entry(entry, kind)
    }

    /// The entity of an entry of the lists.
    fn entry(&mut self, entry: u16, kind: EntityKind) -> u32 {
        if let Some(&entity) = self.known.get(&entry) {
            return entity;
        }
        let entity = self.add(kind, SpotSort::Known { entry, adjective: false });
        self.known.insert(entry, entity);
        entity
    }

    fn person(&mut self, words: &Words<'_, '_>, spot: &Spot) -> Option<u32> {
        // `Nordhavn Robotics said` after `shares in Nordhavn Robotics`
        if spot.role.is_none() && !words.is_given(spot.tokens.start) && spot.tokens.len() > 1 {
            let body = self.things.get(&thing_key(words, spot)).and_then(|entities| entities.last());
            if let Some(&body) = body {
                return Some(body);
            }
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
            && let [only] = self.people.get(&person.surname).map_or(&[][..], Vec::as_slice)
            && self.drafts[*only as usize].person.surname != person.surname
        {
            return Some(*only);
        }
        if spot.doubtful && (single || !words.is_given(spot.tokens.start) && spot.role.is_none()) {
            return self.shorter(words, spot);
        }
        let entity = self.add(EntityKind::Person, SpotSort::Person);
        self.is_called(&person, entity);
        self.drafts[entity as usize].person = person;
        Some(entity)
    }

    /// Lets every word of a person's name lead to the person.
    fn is_called(&mut self, person: &Person, entity: u32) {
        for key in person.keys() {
            let entities = self.people.entry(key.clone()).or_default();
            if entities.len() < MOST && !entities.contains(&entity) {
                entities.push(entity);
            }
        }
    }

    /// `Carla Novak Wins`: a title that no name is known of as a whole; perhaps its first words are one.
    fn shorter(&self, words: &Words<'_, '_>, spot: &Spot) -> Option<u32> {
        if spot.tokens.len() == 1 {
            return self.by_surname(words, spot).one();
        }
        let person = Person::new(words, spot.tokens.start..spot.tokens.end - 1);
        let candidates = self.people.get(&person.surname)?;
        candidates.iter().copied().find(|&entity| {
            let known = &self.drafts[entity as usize].person;
            !person.given.is_empty() && !known.given.is_empty() && known.agrees(&person)
        })
    }

    /// The known person that a name fits, by the family name and, as far as both have one, the given name.
    fn same_person(&mut self, words: &Words<'_, '_>, person: &Person, spot: &Spot) -> Fit {
        let Some(candidates) = self.people.get(&person.surname) else { return Fit::None };
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
    fn choose(&self, words: &Words<'_, '_>, fitting: &[u32], written: &str, spot: &Spot) -> Fit {
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
        let beside =
            |entity: &&u32| **entity != last && sentence(draft(**entity).full_at) == sentence(draft(last).full_at);
        if left.len() > 1 && (draft(last).bare || left.iter().any(|entity| beside(&entity))) && bare {
            return Fit::Several;
        }
        Fit::One(last)
    }

    fn thing(&mut self, words: &Words<'_, '_>, spot: &Spot) -> Option<u32> {
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
        let candidates = self.things.get(&key).map_or(&[][..], Vec::as_slice);
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
            return Some(entity);
        }
        if spot.doubtful {
            return None;
        }
        // `Nordhavn Robotics, which` after `Nordhavn Robotics said`
        if spot.sort == SpotSort::Body
            && spot.tokens.len() > 1
            && let Some(entity) = self.same_person(words, &Person::new(words, spot.tokens.clone()), spot).one()
            && let Some(draft) = self.drafts.get_mut(entity as usize)
            && draft.name.eq_ignore_ascii_case(words.document.slice(words.document.span(spot.tokens.clone())))
        {
            (draft.kind, draft.sort) = (EntityKind::Organisation, SpotSort::Body);
            draft.words.clone_from(&key);
            self.lead(key, entity);
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
        self.lead(key, entity);
        self.short_forms(words, spot, entity);
        Some(entity)
    }

    /// `Kursk Oblast` is `Kursk`, where that is in the lists or in the text.
    fn place_without_its_word(&mut self, words: &Words<'_, '_>, spot: &Spot) -> Option<u32> {
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
    fn short_forms(&mut self, words: &Words<'_, '_>, spot: &Spot, entity: u32) {
        if spot.sort != SpotSort::Body {
            return;
        }
        let first = spot.tokens.start;
        let plain = words.token(first).is_some_and(|token| !token.word.is_known());
        if plain && spot.tokens.len() > 1 {
            self.lead(folded(words.word(first)), entity);
        }
        if let Some(of) = spot.tokens.clone().find(|&at| words.is_word(at, &["of", "for", "on"]))
            && of > first + 1
        {
            let bare = Spot { tokens: first..of, ..spot.clone() };
            self.lead(thing_key(words, &bare), entity);
        }
        let letters = initials(words, spot);
        if letters.len() >= 3 {
            self.letters.entry(letters).or_insert(entity);
        }
    }

    fn lead(&mut self, key: String, entity: u32) {
        let entities = self.things.entry(key).or_default();
        if entities.len() < MOST && !entities.contains(&entity) {
            entities.push(entity);
        }
    }

    /// One or more capitals that don't show what they name: somebody or something named before, else new.
    fn unknown(&mut self, words: &Words<'_, '_>, spot: &Spot) -> Option<u32> {
        match self.by_surname(words, spot) {
            Fit::One(entity) => return Some(entity),
            Fit::Several => return None,
            Fit::None => {}
        }
        let key = thing_key(words, spot);
        if key.is_empty() {
            return None;
        }
        if let Some(&entity) = self.things.get(&key).and_then(|entities| entities.last()) {
            return Some(entity);
        }
        if spot.tokens.len() > 1 {
            let person = Person::new(words, spot.tokens.clone());
            if !person.given.is_empty()
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
            let entities = self.people.entry(person.surname.clone()).or_default();
            if entities.len() < MOST {
                entities.insert(0, entity);
            }
            self.drafts[entity as usize].person = person;
        }
        self.lead(key, entity);
        Some(entity)
    }

    /// A person by one word of the name: the surname before any other, and no word that leads to two.
    fn by_surname(&self, words: &Words<'_, '_>, spot: &Spot) -> Fit {
        let person = Person::new(words, spot.tokens.clone());
        let Some(candidates) = self.people.get(&person.surname).filter(|_| person.given.is_empty()) else {
            return Fit::None;
        };
        let key = &person.surname;
        let written = person.surname_as_written(words);
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

    fn add(&mut self, kind: EntityKind, sort: SpotSort) -> u32 {
        self.drafts.push(Draft {
            kind,
            sort,
            person: Person::default(),
            gender: None,
            role: None,
            owner: None,
            words: String::new(),
            name: String::new(),
            aliases: Vec::new(),
            votes: [0; 3],
            full_at: 0,
            bare: false,
            kin: false,
        });
        (self.drafts.len() - 1) as u32
    }

    /// Notes what a mention adds to its entity: a spelling, a role, a gender, a hint of its kind.
    fn note(&mut self, words: &Words<'_, '_>, entity: u32, spot: &Spot) {
        let document = words.document;
        let written = document.slice(document.span(spot.tokens.clone()));
        let Some(draft) = self.drafts.get_mut(entity as usize) else { return };
        if spot.sort == SpotSort::Person && draft.kind == EntityKind::Other {
            draft.kind = EntityKind::Person;
            draft.sort = SpotSort::Person;
        }
        let from = spot.owner.filter(|&(_, from)| from < spot.tokens.start).map_or(spot.tokens.start, |(_, from)| from);
        let full = document.slice(document.span(from..spot.tokens.end));
        // Who was named before is no mere relation: `Ivo Kos was held. ... His father, Ivo Kos`.
        draft.kin |=
            draft.name.is_empty() && spot.role.clone().is_some_and(|mut role| role.any(|at| words.has(at, Hint::Kin)));
        // `DERBAK, June 10` of a dateline is written `Derbak` in the text.
        let shouted = |name: &str| name.len() > 3 && !name.contains(char::is_lowercase);
        let fuller = !spot.doubtful
            && full.len() <= 160
            && (full.len() > draft.name.len()
                || full.len() == draft.name.len() && shouted(&draft.name) && !shouted(full));
        if draft.name.is_empty() || fuller {
            let old = std::mem::replace(&mut draft.name, full.to_owned());
            draft.alias(&old);
        }
        if written != draft.name || full != draft.name {
            draft.alias(written);
        }
        draft.gender = draft.gender.or(spot.gender);
        if spot.tokens.len() > 1 {
            draft.full_at = spot.tokens.start;
        } else if draft.kind == EntityKind::Person && draft.name.len() > written.len() && spot.role.is_none() {
            draft.bare = true;
        }
        if draft.role.is_none() && draft.kind != EntityKind::Place {
            draft.role = spot.role.clone().map(|role| document.span(role));
        }
        draft.vote(words, spot);
    }

    /// The finished entities.
    pub(super) fn entities(self) -> Vec<Entity> {
        let gazetteer = lexicon().gazetteer();
        self.drafts.into_iter().map(|draft| draft.finish(gazetteer)).collect()
    }
}

/// Numbers the entities by their first mention, and leaves out those that no mention is left of.
pub(super) fn in_order(mut register: Register, mut linked: Vec<Linked>) -> (Register, Vec<Linked>) {
    let mut place: Vec<Option<u32>> = vec![None; register.drafts.len()];
    let mut order: Vec<usize> = Vec::with_capacity(register.drafts.len());
    for Linked { entity, .. } in &mut linked {
        let old = *entity as usize;
        let new = *place[old].get_or_insert_with(|| {
            order.push(old);
            (order.len() - 1) as u32
        });
        *entity = new;
    }
    let mut drafts: Vec<Option<Draft>> = std::mem::take(&mut register.drafts).into_iter().map(Some).collect();
    register.drafts = order.into_iter().filter_map(|old| drafts[old].take()).collect();
    (register, linked)
}
