//! Interned words: every word of every list, by a small number.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::Class;

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

    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// FNV-1a: words are short, and the table is fixed, so nobody can choose colliding keys to harm it.
#[derive(Clone, Copy)]
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// The words of all lists.
#[derive(Debug)]
pub struct Words {
    ids: HashMap<Box<str>, WordId, BuildHasherDefault<Fnv>>,
    classes: Vec<u64>,
}

impl Default for Words {
    fn default() -> Self {
        Self { ids: HashMap::default(), classes: vec![0] }
    }
}

impl Words {
    /// The id of a word, given one if it has none yet.
    pub fn intern(&mut self, word: &str) -> WordId {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = WordId(u16::try_from(self.classes.len()).unwrap_or(0));
        debug_assert!(id.is_known(), "the lists hold more than 65,535 words");
        self.ids.insert(word.into(), id);
        self.classes.push(0);
        id
    }

    /// Puts a word into a class.
    pub fn mark(&mut self, word: &str, class: Class) {
        let id = self.intern(word);
        self.classes[id.index()] |= class.bit();
    }

    /// The id of a word in any case; curly apostrophes are read as straight ones.
    #[must_use]
    pub fn id(&self, word: &str) -> WordId {
        // Longer than every entry: no list has it.
        const LONGEST: usize = 40;
        if word.len() > LONGEST {
            return WordId::NONE;
        }
        if word.is_ascii() {
            let mut lower = [0u8; LONGEST];
            let lower = &mut lower[..word.len()];
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            return std::str::from_utf8(lower).ok().and_then(|word| self.ids.get(word)).copied().unwrap_or_default();
        }
        let lower = word.to_lowercase().replace('\u{2019}', "'");
        self.ids.get(lower.as_str()).copied().unwrap_or_default()
    }

    /// Whether a word stands in the list of a class.
    #[must_use]
    pub fn is(&self, word: WordId, class: Class) -> bool {
        self.classes[word.index()] & class.bit() != 0
    }
}
