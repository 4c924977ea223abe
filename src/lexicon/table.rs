//! Phrases and what is said of them: the longest one that begins at a word.

use super::{WordId, Words};
use crate::order;

/// A table from phrases of one or more words to values.
#[derive(Debug)]
pub struct Table<T> {
    phrases: Phrases,
    values: Vec<T>,
}

/// The phrases of a table, and the numbers of their values: the same program for values of any kind.
#[derive(Debug, Default)]
struct Phrases {
    /// For each word id, where the phrases that begin with it stand in `rows`.
    first: Vec<(u32, u32)>,
    /// Sorted by first word, then the longest first.
    rows: Vec<Row>,
    /// The words of all phrases.
    words: Vec<WordId>,
}

/// A phrase: where its words stand in `Phrases::words`, how many they are, and the number of its value.
#[derive(Clone, Copy, Debug)]
struct Row {
    from: u32,
    len: u32,
    value: u32,
}

impl Phrases {
    /// Adds a phrase, whose value has the next number.
    #[inline(never)]
    fn add(&mut self, words: &mut Words, phrase: &str) {
        let from = self.words.len();
        self.words.extend(phrase.split(' ').map(|word| words.intern(word)));
        let len = self.words.len() - from;
        self.rows.push(Row { from: from as u32, len: len as u32, value: self.rows.len() as u32 });
    }

    fn of(&self, row: Row) -> &[WordId] {
        &self.words[row.from as usize..][..row.len as usize]
    }

    #[inline(never)]
    fn sort(&mut self) {
        let mut rows = std::mem::take(&mut self.rows);
        order::sort_by(&mut rows, |&a, &b| {
            let (a, b) = (self.of(a), self.of(b));
            a[0].cmp(&b[0]).then(b.len().cmp(&a.len())).then(a.cmp(b))
        });
        rows.dedup_by(|later, earlier| self.of(*later) == self.of(*earlier));
        for (at, &row) in rows.iter().enumerate() {
            let word = self.of(row)[0].index();
            if self.first.len() <= word {
                self.first.resize(word + 1, (0, 0));
            }
            let range = &mut self.first[word];
            if range.1 == 0 {
                range.0 = at as u32;
            }
            range.1 = at as u32 + 1;
        }
        self.rows = rows;
    }

    /// The rows of the phrases that begin with a word.
    fn rows(&self, word: WordId) -> &[Row] {
        let &(from, to) = self.first.get(word.index()).unwrap_or(&(0, 0));
        &self.rows[from as usize..to as usize]
    }

    #[inline(never)]
    fn longest(&self, word: WordId, next: &dyn Fn(usize) -> WordId) -> Option<(usize, usize)> {
        self.rows(word)
            .iter()
            .find(|&&row| (1..).zip(&self.of(row)[1..]).all(|(at, &id)| next(at) == id))
            .map(|row| (row.len as usize, row.value as usize))
    }

    /// The phrase that is this single word: the last of its rows, being the shortest.
    fn single(&self, word: WordId) -> Option<usize> {
        self.rows(word).last().filter(|row| row.len == 1).map(|row| row.value as usize)
    }
}

impl<T> Table<T> {
    /// Builds the table; a phrase given twice keeps its first value.
    pub fn new<'p>(words: &mut Words, rows: impl IntoIterator<Item = (&'p str, T)>) -> Self {
        let (mut phrases, mut values) = (Phrases::default(), Vec::new());
        for (phrase, value) in rows {
            phrases.add(words, phrase);
            values.push(value);
        }
        phrases.sort();
        Self { phrases, values }
    }

    /// The longest phrase that begins with `word` and goes on with what `next` gives for 1, 2, ...:
    /// its length in words and its value.
    pub fn longest(&self, word: WordId, next: impl Fn(usize) -> WordId) -> Option<(usize, &T)> {
        let (len, value) = self.phrases.longest(word, &next)?;
        Some((len, self.values.get(value)?))
    }

    /// What the table says of a single word.
    #[must_use]
    pub fn get(&self, word: WordId) -> Option<&T> {
        self.values.get(self.phrases.single(word)?)
    }
}
