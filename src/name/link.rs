//! Linking: one entity for all the names of a person, body or place.

use super::acts::acts;
use super::draft::Draft;
use super::fold::folded;
use super::keyed::Keyed;
use super::letters::{is_letters, stands_for};
use super::person::Person;
use super::spot::{Spot, SpotSort, Words};
use super::vote::{Votes, joined, votes};
use super::{Entity, EntityKind};
use crate::lexicon::{Hint, Sort, lexicon};

/// How many entities one key may lead to: what bounds the cost of a text that is made to be slow.
pub(super) const MOST: usize = 8;

/// The entities found so far, and the keys that lead to them.
#[derive(Default)]
pub(super) struct Register {
    pub(super) drafts: Vec<Draft>,
    /// By entry of the gazetteer.
    pub(super) known: Keyed<Option<u32>>,
    /// By folded word of a person's name.
    pub(super) people: Keyed<Vec<u32>>,
    /// By folded words of a body or thing.
    pub(super) things: Keyed<Vec<u32>>,
    /// By the letters that stand for a body in this text.
    pub(super) letters: Keyed<Option<u32>>,
    /// Whether the text is about places in the United States, so that `Georgia` is the state.
    pub(super) american: bool,
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
    let mut shown = [0; 3];
    for spot in spots {
        let defined = linked.last().and_then(|last| register.defined(words, last, &spot));
        match defined.or_else(|| register.find(words, &spot)) {
            Some(entity) => {
                register.note(words, entity, &spot);
                let beside = linked.last().is_some_and(|last| joined(words, last.spot.tokens.end, &spot));
                shown = register.vote(words, entity, &spot, if beside { shown } else { [0; 3] });
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
            register.vote(words, entity, &spot, [0; 3]);
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
        let (from, at, end) = (last.spot.tokens.end, spot.tokens.start, spot.tokens.end);
        let is_any = |at: usize, marks: [char; 2]| marks.into_iter().any(|mark| words.is_mark(at, mark));
        let bracket = from + 1 == at && is_any(from, ['(', '[']) && is_any(end, [')', ']']);
        let closed = words.is_mark(from, ',') && is_any(end, [',', '.']);
        // `the National Rescue Agency, known as Basarnas,`
        if closed && from + 3 == at && words.is_word(from + 1, &["known"]) && words.is_word(from + 2, &["as"]) {
            let written = folded(words.document.slice(words.document.span(spot.tokens.clone())));
            self.lead(&written, last.entity);
            return Some(last.entity);
        }
        // `the Intelligence Service, or NIS,`
        if !bracket && !(closed && from + 2 == at && words.is_word(from + 1, &["or"])) {
            return None;
        }
        let (short, long) = (words.document.slice(words.document.span(spot.tokens.clone())), &last.spot);
        // `National Society of Mining (SNM)`: letters may be those of another language.
        let foreign = bracket && long.sort == SpotSort::Body && spot.sort == SpotSort::Unknown;
        // `California Department of Transportation (Caltrans)`
        let from = long.owner.map_or(long.tokens.start, |(_, from)| from);
        let alike = foreign && spot.tokens.len() == 1 && short.chars().next() == words.word(from).chars().next();
        if alike || is_letters(short) && (foreign || stands_for(words, short, long)) {
            *self.letters.entry_of(short) = Some(last.entity);
            self.lead(&folded(short), last.entity);
            return Some(last.entity);
        }
        let before = words.document.slice(words.document.span(last.spot.tokens.clone()));
        (is_letters(before) && stands_for(words, before, spot)).then_some(last.entity)
    }

    /// The entity of a spot, a new one if need be.
    fn find(&mut self, words: &Words<'_, '_>, spot: &Spot) -> Option<u32> {
        let text = words.document.slice(words.document.span(spot.tokens.clone()));
        if is_letters(text)
            && let Some(&Some(entity)) = self.letters.of(text)
        {
            return Some(entity);
        }
        match spot.sort {
            SpotSort::Known { entry, adjective } => {
                let person = if adjective || spot.tokens.len() > 1 { None } else { self.full_person(words, spot) };
                Some(person.unwrap_or_else(|| self.known(words, spot, entry)))
            }
            SpotSort::Person | SpotSort::Strange => self.person(words, spot),
            SpotSort::Body | SpotSort::Place | SpotSort::Event => self.thing(words, spot),
            SpotSort::Unknown => self.unknown(words, spot),
        }
    }

    pub(super) fn known(&mut self, words: &Words<'_, '_>, spot: &Spot, entry: u16) -> u32 {
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
        if let Some(&Some(entity)) = self.known.get(u64::from(entry)) {
            return entity;
        }
        let entity = self.add(kind, SpotSort::Known { entry, adjective: false });
        *self.known.entry(u64::from(entry)) = Some(entity);
        entity
    }

    pub(super) fn add(&mut self, kind: EntityKind, sort: SpotSort) -> u32 {
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
        let open = |sort: SpotSort| matches!(sort, SpotSort::Unknown | SpotSort::Strange);
        if open(draft.sort) && matches!(spot.sort, SpotSort::Person | SpotSort::Strange) {
            (draft.kind, draft.sort) = (EntityKind::Person, spot.sort);
        }
        let aliases = draft.aliases.len();
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
        } else if draft.kind == EntityKind::Person
            && draft.name.len() > written.len()
            && draft.name.ends_with(written)
            && spot.role.is_none()
        {
            draft.bare = true;
        }
        if draft.role.is_none() && draft.kind != EntityKind::Place {
            draft.role = spot.role.clone().map(|role| document.span(role));
        }
        // `Nordhavn` for `Nordhavn Robotics`: people are called by the last of their names.
        let strange = draft.sort == SpotSort::Strange && spot.tokens.len() == 1;
        if strange && draft.aliases.len() > aliases && folded(written) == draft.person.given {
            draft.votes[2] += 2;
        }
    }

    /// What a mention shares with one that is joined to it: what it looks like, or what it is known to be.
    fn vote(&mut self, words: &Words<'_, '_>, entity: u32, spot: &Spot, beside: Votes) -> Votes {
        const SURE: u32 = 2;
        let Some(draft) = self.drafts.get_mut(entity as usize) else { return [0; 3] };
        if matches!(draft.sort, SpotSort::Unknown | SpotSort::Strange) {
            let mut shown = votes(words, spot);
            for (side, vote) in shown.iter_mut().enumerate() {
                // Not `Alton Sterl in Louisiana and Philan Castel`
                let fits = spot.sort != SpotSort::Strange || beside[side] > SURE;
                *vote += if fits { beside[side] } else { 0 };
                draft.votes[side] += *vote;
            }
            return [shown[0].min(3), 0, shown[2].min(3)];
        }
        match (draft.kind, spot.sort) {
            (_, SpotSort::Known { adjective: true, .. }) => [0; 3],
            (EntityKind::Place, _) => [SURE, 0, 0],
            (EntityKind::Organisation, _) => [0, 0, SURE],
            _ => [0; 3],
        }
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
