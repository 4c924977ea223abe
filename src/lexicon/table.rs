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
    rows: Vec<(Box<[WordId]>, u32)>,
}

impl Phrases {
    /// Adds a phrase, whose value has the next number.
    #[inline(never)]
    fn add(&mut self, words: &mut Words, phrase: &str) {
        let phrase = phrase.split(' ').map(|word| words.intern(word)).collect();
        self.rows.push((phrase, self.rows.len() as u32));
    }

    #[inline(never)]
    fn sort(&mut self) {
        order::sort_by(&mut self.rows, |(a, _), (b, _)| a[0].cmp(&b[0]).then(b.len().cmp(&a.len())).then(a.cmp(b)));
        self.rows.dedup_by(|(later, _), (earlier, _)| later == earlier);
        for (at, (phrase, _)) in self.rows.iter().enumerate() {
            let word = phrase[0].index();
            if self.first.len() <= word {
                self.first.resize(word + 1, (0, 0));
            }
            let range: &mut (u32, u32) = &mut self.first[word];
            if range.1 == 0 {
                range.0 = at as u32;
            }
            range.1 = at as u32 + 1;
        }
    }

    #[inline(never)]
    fn longest(&self, word: WordId, next: &dyn Fn(usize) -> WordId) -> Option<(usize, usize)> {
        let &(from, to) = self.first.get(word.index())?;
        self.rows[from as usize..to as usize]
            .iter()
            .find(|(phrase, _)| phrase.iter().enumerate().skip(1).all(|(at, &id)| next(at) == id))
            .map(|&(ref phrase, value)| (phrase.len(), value as usize))
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
        self.longest(word, |_| WordId::NONE).map(|(_, value)| value)
    }
}
