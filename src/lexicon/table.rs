//! Phrases and what is said of them: the longest one that begins at a word.

use super::{WordId, Words};
use crate::order;

/// A table from phrases of one or more words to values.
#[derive(Debug)]
pub struct Table<T> {
    /// For each word id, where the phrases that begin with it stand in `phrases`.
    first: Vec<(u32, u32)>,
    /// Sorted by first word, then the longest first.
    phrases: Vec<(Box<[WordId]>, T)>,
}

impl<T> Table<T> {
    /// Builds the table; a phrase given twice keeps its first value.
    pub fn new<'p>(words: &mut Words, rows: impl IntoIterator<Item = (&'p str, T)>) -> Self {
        let mut phrases: Vec<(Box<[WordId]>, T)> = rows
            .into_iter()
            .map(|(phrase, value)| (phrase.split(' ').map(|word| words.intern(word)).collect(), value))
            .collect();
        order::sort_by(&mut phrases, |(a, _), (b, _)| a[0].cmp(&b[0]).then(b.len().cmp(&a.len())).then(a.cmp(b)));
        phrases.dedup_by(|(later, _), (earlier, _)| later == earlier);
        let mut first = Vec::new();
        for (at, (phrase, _)) in phrases.iter().enumerate() {
            let word = phrase[0].index();
            if first.len() <= word {
                first.resize(word + 1, (0, 0));
            }
            let range: &mut (u32, u32) = &mut first[word];
            if range.1 == 0 {
                range.0 = at as u32;
            }
            range.1 = at as u32 + 1;
        }
        Self { first, phrases }
    }

    /// The longest phrase that begins with `word` and goes on with what `next` gives for 1, 2, ...:
    /// its length in words and its value.
    pub fn longest(&self, word: WordId, next: impl Fn(usize) -> WordId) -> Option<(usize, &T)> {
        let &(from, to) = self.first.get(word.index())?;
        self.phrases[from as usize..to as usize]
            .iter()
            .find(|(phrase, _)| phrase.iter().enumerate().skip(1).all(|(at, &id)| next(at) == id))
            .map(|(phrase, value)| (phrase.len(), value))
    }

    /// What the table says of a single word.
    #[must_use]
    pub fn get(&self, word: WordId) -> Option<&T> {
        self.longest(word, |_| WordId::NONE).map(|(_, value)| value)
    }
}
