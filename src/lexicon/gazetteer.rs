//! Names known world-wide: countries with their peoples and capitals, places, outlets, bodies.

use super::{Table, WordId, Words, entries, list::list};
use crate::letters;

/// What a name of the lists is a name of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sort {
    /// A country, or a part of the world with a people of its own.
    Country,
    /// The capital of a country, whose name also stands for the government.
    Capital,
    /// Another place.
    Place,
    /// A place in the United States.
    AmericanPlace,
    /// A news agency, paper or broadcaster.
    Outlet,
    /// Another body.
    Body,
}

/// Something that has a name in the lists.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Its own name.
    pub name: &'static str,
    /// What it is.
    pub sort: Sort,
    /// The country of a capital.
    pub country: Option<u16>,
    /// The state of the United States that has the same name.
    pub state: Option<u16>,
}

/// How a phrase of the lists names its entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Known {
    /// Which entry.
    pub entry: u16,
    /// Whether it is the adjective or the people of a country.
    pub adjective: bool,
    /// Whether it counts only in capitals: `US`.
    pub upper: bool,
    /// Which of its words are written with a capital, the first in the lowest bit.
    pub capitals: u8,
}

/// All names of the lists.
#[derive(Debug, Default)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    phrases: Table<Known>,
}

impl Gazetteer {
    pub(super) fn load(words: &mut Words) -> Self {
        let mut builder = Builder { words, gazetteer: Self::default() };
        builder.countries(list!("countries.tsv"));
        for (data, sort) in [
            (list!("places.tsv"), Sort::Place),
            (list!("outlets.tsv"), Sort::Outlet),
            (list!("bodies.tsv"), Sort::Body),
        ] {
            builder.plain(data, sort);
        }
        builder.gazetteer
    }

    /// The longest known name that begins with `word` and goes on with what `next` gives; hyphens and
    /// ampersands are left out. Whether the capitals are right is for the caller to see.
    pub fn longest(&self, word: WordId, next: impl Fn(usize) -> WordId) -> Option<(usize, Known)> {
        self.phrases.longest(word, next).map(|(len, known)| (len, *known))
    }

    /// Whether a name begins with a word.
    #[must_use]
    pub fn begins(&self, word: WordId) -> bool {
        self.phrases.begins(word)
    }

    /// An entry by its number.
    #[must_use]
    pub fn entry(&self, number: u16) -> Option<&Entry> {
        self.entries.get(usize::from(number))
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

struct Builder<'w> {
    words: &'w mut Words,
    gazetteer: Gazetteer,
}

impl Builder<'_> {
    fn entry(&mut self, name: &'static str, sort: Sort, country: Option<u16>) -> u16 {
        self.gazetteer.entries.push(Entry { name, sort, country, state: None });
        (self.gazetteer.entries.len() - 1) as u16
    }

    /// Adds a name of an entry. Its words are what tokens can be: in small letters, parted at hyphens and before `'s`,
    /// without the marks between them.
    #[inline(never)]
    fn row(&mut self, written: &str, entry: u16, adjective: bool) {
        let (mut phrase, mut parts, mut capitals) = (String::with_capacity(written.len() + 1), 0, 0);
        let (mut letters, mut upper) = (0, true);
        let mut begins = true;
        for (at, c) in written.char_indices() {
            if written[at..].starts_with("'s") {
                begins = true;
            } else if matches!(c, ' ' | '-' | '&' | '/') {
                begins = true;
                continue;
            } else if c == '.' && !written[at + 1..].starts_with(char::is_alphabetic) {
                continue;
            }
            if begins {
                if parts > 0 {
                    phrase.push(' ');
                }
                capitals |= u8::from(c.is_uppercase()).checked_shl(parts).unwrap_or(0);
                parts += 1;
                begins = false;
            }
            letters += u32::from(c.is_alphabetic());
            upper &= !c.is_alphabetic() || c.is_uppercase();
            phrase.push(letters::small(c));
        }
        let known = Known { entry, adjective, upper: upper && letters > 1, capitals };
        self.gazetteer.phrases.add(self.words, &phrase, known);
    }

    fn countries(&mut self, data: &'static str) {
        for (name, columns) in entries(data) {
            let country = self.entry(name, Sort::Country, None);
            self.row(name, country, false);
            let column = |at: usize| columns.get(at).copied().unwrap_or("").split(',').filter(|part| !part.is_empty());
            for people in column(0) {
                self.row(people, country, true);
                if !people.ends_with(['s', 'h', 'e']) {
                    self.row(&(people.to_owned() + "s"), country, true);
                }
            }
            for capital in column(1) {
                let mut spellings = capital.split('/');
                let Some(first) = spellings.next() else { continue };
                let city = self.entry(first, Sort::Capital, Some(country));
                self.row(first, city, false);
                for other in spellings {
                    self.row(other, city, false);
                }
            }
            for other in column(2) {
                self.row(other, country, false);
            }
        }
    }

    fn plain(&mut self, data: &'static str, sort: Sort) {
        for (name, columns) in entries(data) {
            let sort = if columns.get(1) == Some(&"us") { Sort::AmericanPlace } else { sort };
            let entry = self.entry(name, sort, None);
            self.row(name, entry, false);
            for other in columns.first().copied().unwrap_or("").split(',').filter(|part| !part.is_empty()) {
                if sort == Sort::AmericanPlace
                    && let Some(same) = self.gazetteer.entries.iter_mut().find(|same| same.name == other)
                {
                    same.state = Some(entry);
                }
                let adjective = matches!(other, "Republican" | "Democratic");
                self.row(other, entry, adjective);
            }
        }
    }
}
