//! Phrases and what is said of them: the longest one that begins at a word.

use super::{WordId, Words};

/// A table from phrases of one or more words to values.
#[derive(Debug)]
pub struct Table<T> {
    phrases: Phrases,
    /// The value of each phrase, by its number.
    values: Vec<T>,
}

/// The phrases of a table by number: the same program for values of any kind.
#[derive(Debug, Default)]
struct Phrases {
    /// For each first word, the longest of its phrases; [`NONE`] where it has none.
    longest: Vec<u16>,
    rows: Vec<Row>,
    /// The words of all phrases.
    words: Vec<WordId>,
}

/// A phrase: where its words stand in `Phrases::words`, how many they are, and the phrase with the same first word that
/// is next in length.
#[derive(Clone, Copy, Debug)]
struct Row {
    from: u32,
    len: u16,
    next: u16,
}

/// No phrase.
const NONE: u16 = u16::MAX;

impl Phrases {
    /// Adds a phrase and gives it the next number; one that is there already is found by its first number only.
    fn add(&mut self, words: &mut Words, phrase: &str) {
        let from = self.words.len();
        for word in phrase.split(' ') {
            self.words.push(words.intern(word));
        }
        let number = self.rows.len() as u16;
        debug_assert!(number < NONE, "a table holds more than 65,534 phrases");
        let mut row = Row { from: from as u32, len: (self.words.len() - from) as u16, next: NONE };
        let first = self.words[from].index();
        if self.longest.len() <= first {
            self.longest.resize(first + 1, NONE);
        }
        let (mut before, mut at) = (NONE, self.longest[first]);
        while let Some(&other) = self.rows.get(usize::from(at)).filter(|other| other.len >= row.len) {
            if self.of(other) == self.of(row) {
                self.rows.push(row);
                return;
            }
            (before, at) = (at, other.next);
        }
        row.next = at;
        match self.rows.get_mut(usize::from(before)) {
            Some(before) => before.next = number,
            None => self.longest[first] = number,
        }
        self.rows.push(row);
    }

    /// The words of a phrase.
    fn of(&self, row: Row) -> &[WordId] {
        &self.words[row.from as usize..][..usize::from(row.len)]
    }

    /// The number of the longest phrase that begins with a word.
    fn first(&self, word: WordId) -> u16 {
        self.longest.get(word.index()).copied().unwrap_or(NONE)
    }

    #[inline(never)]
    fn longest(&self, word: WordId, next: &dyn Fn(usize) -> WordId) -> Option<(usize, usize)> {
        let mut number = usize::from(self.first(word));
        // Most phrases fall at their second word, which is asked for once.
        let mut second = None;
        while let Some(&row) = self.rows.get(number) {
            let fits = match self.of(row) {
                [_, own, rest @ ..] => {
                    *second.get_or_insert_with(|| next(1)) == *own && (2..).zip(rest).all(|(at, &id)| next(at) == id)
                }
                _ => true,
            };
            if fits {
                return Some((usize::from(row.len), number));
            }
            number = usize::from(row.next);
        }
        None
    }

    /// The phrase that is this single word: the last of those that begin with it, being the shortest.
    fn single(&self, word: WordId) -> Option<usize> {
        let mut number = usize::from(self.first(word));
        while let Some(row) = self.rows.get(number) {
            if row.len == 1 {
                return Some(number);
            }
            number = usize::from(row.next);
        }
        None
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { phrases: Phrases::default(), values: Vec::new() }
    }
}

impl<T> Table<T> {
    /// Adds a phrase, its words parted by single spaces; one given twice keeps its first value.
    pub(super) fn add(&mut self, words: &mut Words, phrase: &str, value: T) {
        self.phrases.add(words, phrase);
        self.values.push(value);
    }

    /// The longest phrase that begins with `word` and goes on with what `next` gives for 1, 2, ...:
    /// its length in words and its value.
    pub fn longest(&self, word: WordId, next: impl Fn(usize) -> WordId) -> Option<(usize, &T)> {
        // Most words begin no phrase.
        if !self.begins(word) {
            return None;
        }
        let (len, number) = self.phrases.longest(word, &next)?;
        Some((len, self.values.get(number)?))
    }

    /// Whether a phrase begins with a word.
    #[must_use]
    pub fn begins(&self, word: WordId) -> bool {
        self.phrases.first(word) != NONE
    }

    /// What the table says of a single word.
    #[must_use]
    pub fn get(&self, word: WordId) -> Option<&T> {
        self.values.get(self.phrases.single(word)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_is_found_and_the_first_value_stays() {
        let (mut words, mut table) = (Words::default(), Table::default());
        for (value, phrase) in ["at", "at least", "at the very least", "at", "at most"].into_iter().enumerate() {
            table.add(&mut words, phrase, value);
        }
        let check = |text: &str, expect: Option<(usize, usize)>| {
            let ids: Vec<WordId> = text.split(' ').map(|word| words.id(word)).collect();
            let next = |at: usize| ids.get(at).copied().unwrap_or_default();
            assert_eq!(table.longest(ids[0], next).map(|(len, &value)| (len, value)), expect, "{text}");
        };
        check("at the very least", Some((4, 2)));
        check("at the very", Some((1, 0)));
        check("at most", Some((2, 4)));
        check("least", None);
        check("nothing", None);
        assert_eq!(table.get(words.id("at")), Some(&0));
        assert_eq!(table.get(words.id("least")), None);
    }
}
