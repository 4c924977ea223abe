//! Interned words: every word of every list, by a small number.

use std::ops::Range;

use super::Class;
use crate::letters;

/// A word that stands in some list, in lower case.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct WordId(u16);

impl WordId {
    /// A word that stands in no list.
    pub const NONE: WordId = WordId(0);

    /// Whether some list has the word.
    #[must_use]
    pub fn is_known(self) -> bool {
        self != Self::NONE
    }

    /// The id of one of the words that are interned first.
    pub(super) const fn nth(place: u16) -> Self {
        Self(place + 1)
    }

    /// Its number, for tables that have a row for every word.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Longer than every entry, in bytes: no list has a longer word, and hostile input costs no more.
const LONGEST: usize = 40;

/// The words of all lists: one string of all of them, and an open hash table of their numbers.
#[derive(Debug)]
pub struct Words {
    /// All words, one behind the other.
    text: String,
    /// Where each word ends in `text`; word 0 is the empty one.
    ends: Vec<u32>,
    /// The classes of each word, as bits.
    classes: Vec<u64>,
    /// Word numbers at the place of their hash or the next free one, below 16 further bits of the hash, which tell most
    /// other words apart without a look at the text; 0 is free. [`SLOTS`] long.
    slots: Vec<u32>,
}

/// A power of two, and more than twice as many as the lists have words: 10,900 of the lexicon, 2,200 of kin.
const SLOTS: usize = 1 << 15;

impl Default for Words {
    fn default() -> Self {
        Self { text: String::new(), ends: vec![0], classes: vec![0], slots: vec![0; SLOTS] }
    }
}

impl Words {
    /// The id of a word, given one if it has none yet.
    pub fn intern(&mut self, word: &str) -> WordId {
        debug_assert!(!word.is_empty() && word.len() <= LONGEST, "no word of a list: {word:?}");
        debug_assert!(!word.bytes().any(|byte| byte.is_ascii_uppercase()), "not in small letters: {word:?}");
        let slot = match self.find(word.as_bytes(), word.len()) {
            Ok(id) => return id,
            Err(slot) => slot,
        };
        let id = self.ends.len();
        debug_assert!(id * 2 < SLOTS, "the lists hold so many words that the table has to be made larger");
        self.text.push_str(word);
        self.ends.push(self.text.len() as u32);
        self.classes.push(0);
        self.slots[slot] = filled(hash(word.as_bytes()), id as u16);
        WordId(id as u16)
    }

    /// Puts a word into a class.
    pub fn mark(&mut self, word: &str, class: Class) {
        let id = self.intern(word);
        self.classes[id.index()] |= class.bit();
    }

    /// The id of a word in any case; curly apostrophes are read as straight ones.
    #[must_use]
    pub fn id(&self, word: &str) -> WordId {
        self.id_in(word, 0..word.len())
    }

    /// The id of the word that stands there in a text: faster than of the word cut out.
    #[must_use]
    pub fn id_in(&self, text: &str, range: Range<usize>) -> WordId {
        let (len, Some(rest)) = (range.len(), text.as_bytes().get(range.start..)) else { return WordId::NONE };
        if len == 0 || len > LONGEST || len > rest.len() {
            return WordId::NONE;
        }
        match self.find(rest, len) {
            Ok(word) => word,
            Err(_) => self.id_beyond_ascii(text.get(range).unwrap_or_default()),
        }
    }

    #[cold]
    fn id_beyond_ascii(&self, word: &str) -> WordId {
        if word.is_ascii() {
            return WordId::NONE;
        }
        let lower: String = word
            .chars()
            .filter(|&c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'))
            .map(|c| if c == '\u{2019}' { '\'' } else { letters::small(c) })
            .collect();
        self.find(lower.as_bytes(), lower.len()).unwrap_or_default()
    }

    /// The word of an id, in lower case; empty for [`WordId::NONE`].
    #[must_use]
    pub fn text(&self, word: WordId) -> &str {
        let Some(before) = word.index().checked_sub(1) else { return "" };
        &self.text[self.ends[before] as usize..self.ends[word.index()] as usize]
    }

    /// How many words there are, the empty one among them.
    #[must_use]
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// Whether a word stands in the list of a class.
    #[must_use]
    pub fn is(&self, word: WordId, class: Class) -> bool {
        self.classes[word.index()] & class.bit() != 0
    }

    /// The id of the word of so many bytes that a text begins with, or the free slot where it would stand.
    fn find(&self, text: &[u8], len: usize) -> Result<WordId, usize> {
        let first = small(eight(text, len));
        let mut sum = mix(len as u64, first);
        for at in (8..len).step_by(8) {
            sum = mix(sum, small(eight(&text[at..], len - at)));
        }
        let mask = self.slots.len() - 1;
        let mut slot = sum as usize & mask;
        loop {
            let id = self.slots[slot] as u16;
            if id == 0 {
                return Err(slot);
            }
            if self.slots[slot] == filled(sum, id) && self.spells(id, first, text, len) {
                return Ok(WordId(id));
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Whether a word is what a text begins with, whose first eight letters are given.
    fn spells(&self, id: u16, first: u64, text: &[u8], len: usize) -> bool {
        let (start, end) = (self.ends[usize::from(id) - 1] as usize, self.ends[usize::from(id)] as usize);
        let own = &self.text.as_bytes()[start..];
        end - start == len && eight(own, len) == first && (len <= 8 || own[8..len].eq_ignore_ascii_case(&text[8..len]))
    }
}

/// What stands in a slot that is taken.
fn filled(sum: u64, id: u16) -> u32 {
    ((sum >> 48) as u32) << 16 | u32::from(id)
}

/// The first eight bytes of a text as a number, fewer where so few are left of a word.
#[inline]
pub(super) fn eight(text: &[u8], left: usize) -> u64 {
    let Some(&eight) = text.first_chunk() else { return last(text, left) };
    let whole = u64::from_le_bytes(eight);
    if left < 8 { whole & ((1 << (8 * left)) - 1) } else { whole }
}

/// The same at the end of a text.
#[cold]
fn last(text: &[u8], left: usize) -> u64 {
    text.iter().take(left).rev().fold(0, |sum, &byte| sum << 8 | u64::from(byte))
}

/// Eight bytes with the capitals among them made small.
#[inline]
fn small(letters: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    // No byte grows beyond its place.
    let low = letters & (EACH * 0x7f);
    // 0x80 where it is `A` or more, not more than `Z`, and no part of a longer character.
    let capital = (low + EACH * 0x3f) & !(low + EACH * 0x25) & !letters & (EACH * 0x80);
    letters | capital >> 2
}

fn mix(sum: u64, eight: u64) -> u64 {
    let sum = (sum ^ eight).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    sum ^ sum >> 32
}

/// A hash of bytes, eight at a time. The lexicon's table is fixed and at most half full, so no input can make it slow.
pub(crate) fn hash(text: &[u8]) -> u64 {
    text.chunks(8).fold(text.len() as u64, |sum, chunk| mix(sum, eight(chunk, chunk.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case() {
        let mut words = Words::default();
        let ids: Vec<WordId> = (0..10_000).map(|n| words.intern(&format!("word{n}"))).collect();
        for (n, &id) in ids.iter().enumerate() {
            assert_eq!(words.id(&format!("WORD{n}")), id);
            assert_eq!(words.text(id), format!("word{n}"));
        }
        assert_eq!(words.id("word10000"), WordId::NONE);
    }

    #[test]
    fn curly_apostrophes_and_soft_hyphens_make_no_other_word() {
        let mut words = Words::default();
        let id = words.intern("o'clock");
        assert_eq!(words.id("O\u{2019}Clo\u{ad}ck"), id);
    }
}
