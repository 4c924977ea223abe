//! What single words tell of a name: titles, callings, words for bodies and places, given names.

use super::{WordId, Words, entries, list::list};

/// What a word can be in or beside a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Hint {
    /// `Mr.`, `Sheikh`: only before a name.
    Honorific,
    /// `Mrs.`: only before a woman's name.
    Madam,
    /// `president`, `spokesman`: before a name, also capitalised.
    Title,
    /// `official`, `widow`: what else a person is.
    Role,
    /// `foreign`, `deputy`: before a title and part of it.
    Modifier,
    /// `council`, `university`: what a body is called.
    Body,
    /// `ministry`, `army`: a body whose owner stands before it.
    Organ,
    /// `region`, `river`: what a place is called.
    Place,
    /// `treaty`, `war`: what has a name and is neither person, body nor place.
    Event,
    /// `Kim`, `Nguyen`: a family name that stands before the given name.
    FirstSurname,
    /// `von`, `al`: a part of a family name.
    Particle,
    /// `Jr.`: after a name.
    Suffix,
    /// `however`, `those`: a capital shows nothing, and no name has it.
    Common,
    /// `officials`, `police`: where a sentence begins a capital shows nothing.
    Opening,
    /// `GDP`, `Western`: never a name alone.
    NotAlone,
    /// `Apple`, `Nature`: a known name that is a word of the language too.
    Wordy,
    /// `Fort`, `Lake`: what places begin with.
    PlaceFirst,
    /// `Monday`, `May`
    Calendar,
    /// `based`, `led`: after a hyphen and no part of the name before it.
    Joined,
    /// `Park`, `Bush`: a word of another list that is a family name as well.
    AlsoSurname,
    /// `Putin`, `Obama`: a family name that news gives without a given name.
    Famous,
    /// `ministry`, `military`: a body also in small letters, where it is said whose.
    State,
    /// `in`, `near`: before a place.
    Where,
    /// `said`, `told`
    Saying,
    /// `wife`, `son`: somebody's kin, whom a text calls by the full name.
    Kin,
    /// `Inc.`, `Holdings`: what a company's name may leave out.
    Company,
    /// A man's given name.
    Male,
    /// A woman's given name.
    Female,
}

/// The hints of all words.
#[derive(Debug, Default)]
pub(super) struct HintTable {
    /// By word: one bit for each [`Hint`].
    bits: Vec<u32>,
    /// By word: the given name that it is a spelling or short form of.
    variants: Vec<WordId>,
}

impl HintTable {
    pub(super) fn load(words: &mut Words) -> Self {
        let mut table = Self::default();
        for (flag, columns) in entries(list!("name_words.tsv")) {
            let Some(hint) = hint_of(flag) else { continue };
            for word in columns.iter().flat_map(|column| column.split(' ')) {
                table.mark(words.intern(word), hint);
            }
        }
        for (flag, columns) in entries(list!("given.tsv")) {
            let names = columns.iter().flat_map(|column| column.split(' '));
            if flag == "=" {
                table.join(words, names);
                continue;
            }
            for name in names {
                let id = words.intern(name);
                if flag != "f" {
                    table.mark(id, Hint::Male);
                }
                if flag != "m" {
                    table.mark(id, Hint::Female);
                }
            }
        }
        table
    }

    fn mark(&mut self, word: WordId, hint: Hint) {
        if self.bits.len() <= word.index() {
            self.bits.resize(word.index() + 1, 0);
        }
        self.bits[word.index()] |= 1 << hint as u8;
    }

    fn join<'w>(&mut self, words: &mut Words, names: impl Iterator<Item = &'w str>) {
        let mut first = None;
        for name in names {
            let id = words.intern(name);
            let first = *first.get_or_insert(id);
            if self.variants.len() <= id.index() {
                self.variants.resize(id.index() + 1, WordId::NONE);
            }
            if !self.variants[id.index()].is_known() {
                self.variants[id.index()] = first;
            }
        }
    }

    /// Whether a word can be one of these.
    pub(super) fn has_any(&self, word: WordId, hints: &[Hint]) -> bool {
        self.bits.get(word.index()).is_some_and(|bits| hints.iter().any(|&hint| bits & (1 << hint as u8) != 0))
    }

    /// The given name that this is a spelling or short form of, itself for the first of them.
    pub(super) fn variant(&self, word: WordId) -> Option<WordId> {
        self.variants.get(word.index()).copied().filter(|variant| variant.is_known())
    }
}

fn hint_of(flag: &str) -> Option<Hint> {
    Some(match flag {
        "h" => Hint::Honorific,
        "H" => Hint::Madam,
        "t" => Hint::Title,
        "r" => Hint::Role,
        "m" => Hint::Modifier,
        "o" => Hint::Body,
        "s" => Hint::Organ,
        "p" => Hint::Place,
        "e" => Hint::Event,
        "a" => Hint::FirstSurname,
        "k" => Hint::Particle,
        "j" => Hint::Suffix,
        "c" => Hint::Common,
        "z" => Hint::Wordy,
        "b" => Hint::Opening,
        "y" => Hint::NotAlone,
        "q" => Hint::PlaceFirst,
        "w" => Hint::Calendar,
        "x" => Hint::Joined,
        "n" => Hint::AlsoSurname,
        "f" => Hint::Famous,
        "g" => Hint::State,
        "i" => Hint::Where,
        "v" => Hint::Saying,
        "l" => Hint::Kin,
        "d" => Hint::Company,
        _ => return None,
    })
}
