//! References: pronouns and descriptions, resolved where the text settles them.
//!
//! A wrong speaker is worse than none: where two people or bodies would fit, nobody is meant.

use std::ops::Range;

use super::described::{LastTwo, called};
use super::draft::Draft;
use super::head::noun_follows;
use super::keyed::Keyed;
use super::link::{Linked, Register};
use super::spot::{Gender, Words};
use super::subject::{ABOUT, NAMED, SPEAKS, asks, part, says};
use super::{EntityKind, Name};
use crate::lexicon::{Hint, Sort, WordId, lexicon, word};
use crate::text::{BlockKind, Kind, Tag};

/// How many sentences back a pronoun can reach, and a description.
pub(super) const NEAR: usize = 3;
pub(super) const FAR: usize = 12;
/// How many mentions are kept in mind.
const MEMORY: usize = 24;

/// A mention kept in mind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Recent {
    /// Whom it names; nobody who has a name: `a nurse said`.
    pub(super) entity: Option<u32>,
    /// Of somebody without a name.
    pub(super) gender: Option<Gender>,
    pub(super) sentence: usize,
    pub(super) block: usize,
    /// What is done in its sentence: see [`part`].
    pub(super) part: u8,
    pub(super) quoted: bool,
}

/// What the words are that somebody or something is called by.
pub(super) const CALLS: &[Hint] = &[Hint::Title, Hint::Role, Hint::Body];

pub(super) struct Resolver<'w, 'd, 't> {
    pub(super) words: &'w Words<'d, 't>,
    pub(super) register: &'w Register,
    /// The sentence that is read: its tokens, and its number among those that are not all quoted.
    pub(super) tokens: Range<usize>,
    pub(super) sentence: usize,
    /// Its paragraph.
    pub(super) block: usize,
    /// The first man and the first woman of the text who are named again: whom it may be about.
    pub(super) heroes: [Option<u32>; 2],
    /// Where the last mention ends.
    pub(super) named_until: usize,
    pub(super) recent: Vec<Recent>,
    /// By the words that a person's role or a body's name has.
    pub(super) called: Keyed<LastTwo>,
    pub(super) found: Vec<Name>,
}

/// Resolves the references of a document, in order.
pub(super) fn resolve(words: &Words<'_, '_>, register: &Register, linked: &[Linked]) -> Vec<Name> {
    let document = words.document;
    let mut resolver = Resolver {
        words,
        register,
        tokens: 0..0,
        sentence: 0,
        block: 0,
        heroes: [Gender::Male, Gender::Female].map(|gender| hero(register, gender)),
        named_until: 0,
        recent: Vec::new(),
        called: Keyed::default(),
        found: Vec::new(),
    };
    let (mut mentions, mut quotes, mut quoted_until) = (linked, &document.quotes[..], 0);
    for sentence in &document.sentences {
        if matches!(document.block_of(sentence).kind, BlockKind::Boilerplate | BlockKind::Caption) {
            continue;
        }
        let mut plain = false;
        (resolver.tokens, resolver.block) = (sentence.tokens.clone(), sentence.block);
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let Some(token) = words.token(at) else { break };
            while let [quote, later @ ..] = quotes
                && quote.span.start <= token.span.start
            {
                (quoted_until, quotes) = (quoted_until.max(quote.span.end), later);
            }
            let quoted = token.span.start < quoted_until;
            plain |= !quoted && token.kind == Kind::Word;
            while mentions.first().is_some_and(|mention| mention.spot.tokens.start < at) {
                mentions = &mentions[1..];
            }
            if let Some(mention) = mentions.first().filter(|mention| mention.spot.tokens.start == at) {
                resolver.mention(mention, quoted);
                at = mention.spot.tokens.end.max(at + 1);
                continue;
            }
            at = match token.tag {
                Tag::PRP | Tag::PRPS | Tag::DT => resolver.reference(at, quoted),
                Tag::NN if !quoted => resolver.unnamed(at),
                _ => at + 1,
            };
        }
        // What is all quoted puts no distance between a name and its pronoun, and nor does a picture.
        resolver.sentence += usize::from(plain);
    }
    resolver.found
}

impl Resolver<'_, '_, '_> {
    fn mention(&mut self, linked: &Linked, quoted: bool) {
        let tokens = linked.spot.tokens.clone();
        self.named_until = tokens.end;
        let Some(draft) = self.register.drafts.get(linked.entity as usize) else { return };
        // `a Moyo rally`: who only tells of what kind a thing is may be meant by nobody who can't tell his gender.
        let before = tokens.start.wrapping_sub(1);
        let tells = noun_follows(self.words, tokens.end)
            && matches!(self.words.tag(before), Some(Tag::DT | Tag::PRPS | Tag::POS | Tag::JJ));
        if draft.kind != EntityKind::Person || draft.gender.is_some() || !tells {
            let role = linked.spot.role.as_ref().map_or(tokens.start, |role| role.start.min(tokens.start));
            let part = part(self.words, &(role..tokens.end), &self.tokens);
            self.remember(Some(linked.entity), None, part, quoted);
        }
        match draft.kind {
            EntityKind::Organisation | EntityKind::Other => {
                for at in tokens.clone().filter(|&at| self.words.has_any(at, CALLS)) {
                    self.call(at, None, linked.entity);
                }
                // `the charity Hands Across`, `the operator, Nordline,`
                let apposed = self.words.is_mark(before, ',') && self.words.is_mark(tokens.end, ',');
                let before = before.wrapping_sub(usize::from(apposed));
                if self.words.is_lower(before) && self.words.tag(before) == Some(Tag::NN) {
                    self.call(before, None, linked.entity);
                }
            }
            EntityKind::Person => self.roles(linked),
            EntityKind::Place => {}
        }
    }

    /// Keeps somebody in mind who has no name: `a nurse said`, `the woman left`. `He` or `she` may mean that one.
    fn unnamed(&mut self, at: usize) -> usize {
        const APPOSED: usize = 4;
        let words = self.words;
        if !words.is_lower(at) || noun_follows(words, at + 1) {
            return at + 1;
        }
        let gender = words.gender_of_calling(at);
        if gender.is_none() && !words.has_any(at, &[Hint::Title, Hint::Role, Hint::Kin]) {
            return at + 1;
        }
        let Some(group) = words.document.noun_group_at(at).filter(|group| group.head == at) else { return at + 1 };
        // Whoever has a name, before or after: `Berg, a nurse`, `nurse Anna Berg`, `the nurse, Anna Berg`.
        let after = at + 1 + usize::from(words.is_mark(at + 1, ','));
        let start = group.tokens.start;
        let apposed = words.is_mark(start.wrapping_sub(1), ',') && self.named_until + APPOSED >= start;
        if apposed || words.is_capital(after) {
            return at + 1;
        }
        let part = part(words, &(at..at + 1), &self.tokens);
        // `The nurse` was most likely spoken of before.
        let new = !words.is_word(start, &["the"]) && (part == SPEAKS || gender.is_some());
        if part > NAMED && !asks(words, at + 1) {
            self.remember(None, gender, if new { part } else { NAMED }, false);
        }
        at + 1
    }

    /// Notes the words of a person's role, up to its first preposition, and whose office it is.
    fn roles(&mut self, linked: &Linked) {
        const CHIEFS: &[&str] = &["president", "premier", "chancellor", "king", "dictator", "minister", "taoiseach"];
        let mut country = None;
        for at in linked.spot.role.clone().unwrap_or(0..0) {
            if matches!(self.words.tag(at), Some(Tag::IN | Tag::WP)) && country.is_none() {
                break;
            }
            country = country.or_else(|| self.country(at));
            if !self.words.has_any(at, &[Hint::Title, Hint::Role]) || self.words.is_possessive(at + 1) {
                continue;
            }
            self.call(at, None, linked.entity);
            if country.is_some() {
                self.call(at, country, linked.entity);
                let prime = at > 0 && self.words.is_word(at - 1, &["prime"]);
                if self.words.is_word(at, CHIEFS) && (prime || !self.words.is_word(at, &["minister"])) {
                    let leader = called(lexicon().id("leader"), country, WordId::NONE);
                    self.called.entry(leader).see(linked.entity, self.sentence);
                }
            }
        }
    }

    fn call(&mut self, at: usize, country: Option<u16>, entity: u32) {
        let Some(token) = self.words.token(at) else { return };
        self.called.entry(called(token.word, country, WordId::NONE)).see(entity, self.sentence);
        if let Some(before) = at.checked_sub(1).and_then(|before| self.modifier(before)) {
            self.called.entry(called(token.word, country, before)).see(entity, self.sentence);
        }
    }

    /// A word that belongs to the office or body after it: `prime`, `defence`.
    pub(super) fn modifier(&self, at: usize) -> Option<WordId> {
        self.words.token(at).filter(|_| self.words.has(at, Hint::Modifier)).map(|token| token.word)
    }

    /// The country that is named at a token.
    pub(super) fn country(&self, at: usize) -> Option<u16> {
        let (_, known) = self.words.known(at, at + 4)?;
        let entry = lexicon().gazetteer().entry(known.entry)?;
        (entry.sort == Sort::Country).then_some(known.entry)
    }

    pub(super) fn remember(&mut self, entity: Option<u32>, gender: Option<Gender>, part: u8, quoted: bool) {
        if self.recent.len() >= MEMORY {
            self.recent.remove(0);
        }
        self.recent.push(Recent { entity, gender, sentence: self.sentence, block: self.block, part, quoted });
    }

    /// Resolves what begins at a token; gives the token to go on with.
    fn reference(&mut self, at: usize, quoted: bool) -> usize {
        let words = self.words;
        let Some(token) = words.token(at) else { return at + 1 };
        let own = token.tag == Tag::PRPS;
        let entity = match token.word {
            word::THE => return self.described(at),
            _ if quoted => None,
            word::HE | word::HIS => self.person(Some(Gender::Male)),
            word::SHE => self.person(Some(Gender::Female)),
            word::HER if own => self.person(Some(Gender::Female)),
            word::IT if self.speaks(at + 1) => self.body(),
            word::ITS => self.body(),
            _ => None,
        };
        let speaks = !own && self.speaks(at + 1);
        if let Some(entity) = entity.filter(|&entity| speaks || self.goes_on(entity)) {
            self.found.push(Name { span: token.span, entity });
            if !own {
                let part = if speaks { SPEAKS } else { ABOUT };
                self.remember(Some(entity), None, part, false);
            }
        }
        at + 1
    }

    /// Whether what is told of somebody goes on. A new paragraph that doesn't speak of a speaker's words may have come
    /// back to whom the text is about.
    fn goes_on(&self, entity: u32) -> bool {
        /// Mentions besides the last and one more.
        const OTHERS: usize = 1;
        let Some(draft) = self.register.drafts.get(entity as usize) else { return false };
        let hero =
            |gender: Gender| self.heroes.get(gender as usize).copied().flatten().is_some_and(|hero| hero != entity);
        let mut mentions = self.recent.iter().rev().filter(|recent| recent.entity == Some(entity));
        draft.kind != EntityKind::Person
            || mentions.next().is_some_and(|last| last.block == self.block)
            || mentions.nth(OTHERS).is_some()
            || !draft.gender.map_or(hero(Gender::Male) || hero(Gender::Female), hero)
    }

    /// Whether a verb of saying begins at a token: `said`, `also said`, `has also said`.
    pub(super) fn speaks(&self, at: usize) -> bool {
        const MOST: usize = 2;
        let before =
            |at: &usize| self.words.tag(*at) == Some(Tag::RB) || self.words.is_word(*at, &["has", "had", "have"]);
        says(self.words, (at..at + MOST).find(|at| !before(at)).unwrap_or(at + MOST))
    }

    /// Whom `he` or `she` means: the only one that fits in the nearest sentence that has one; of several
    /// the one that the sentence is about. One that is only mentioned is not meant where another was spoken of
    /// before.
    pub(super) fn person(&self, gender: Option<Gender>) -> Option<u32> {
        let fits = |recent: &&Recent| {
            let known = match recent.entity {
                None => recent.gender,
                Some(entity) => match self.register.drafts.get(entity as usize) {
                    Some(draft) if draft.kind == EntityKind::Person => draft.gender,
                    _ => return false,
                },
            };
            !recent.quoted && (known.is_none() || gender.is_none() || known == gender)
        };
        let near = |recent: &&Recent| recent.sentence + NEAR >= self.sentence;
        let meant = |recent: &&Recent| recent.entity.is_some() || recent.part > NAMED;
        let nearest = self.recent.iter().rev().filter(meant).find(fits).filter(near)?.sentence;
        let here = || self.recent.iter().filter(|recent| recent.sentence == nearest).filter(fits);
        let most = here().map(|recent| recent.part).max()?;
        // `A nurse, Anna Berg, said`: of the two the one who has a name.
        let entity = only(here().filter(|recent| recent.part == most).filter_map(|recent| recent.entity))?;
        let other = |recent: &Recent| recent.entity != Some(entity);
        // `Berg said that Lund had left when he ...`: either.
        let torn = most == SPEAKS && nearest == self.sentence && here().any(|one| other(one) && one.part == ABOUT);
        // A given name that no list has: one in `-a` may be a woman's.
        let strange = |draft: &Draft| {
            let given = &draft.person.given;
            draft.gender.is_none() && (given.is_empty() || given.ends_with('a') != (gender == Some(Gender::Female)))
        };
        let unknown = nearest < self.sentence && self.register.drafts.get(entity as usize).is_some_and(strange);
        let doubtful = torn
            || most == NAMED
                && (unknown
                    || here().any(other)
                    || self.recent.iter().filter(near).filter(fits).any(|one| other(one) && one.part > NAMED));
        (!doubtful).then_some(entity)
    }
}

/// The first person of a gender, or of one that doesn't show, who is named again.
fn hero(register: &Register, gender: Gender) -> Option<u32> {
    let fits = |draft: &Draft| {
        draft.kind == EntityKind::Person
            && draft.gender.is_none_or(|known| known == gender)
            && !draft.aliases.is_empty()
    };
    register.drafts.iter().position(fits).map(|hero| hero as u32)
}

/// The one value that all are, if there is one.
pub(super) fn only(mut values: impl Iterator<Item = u32>) -> Option<u32> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}
