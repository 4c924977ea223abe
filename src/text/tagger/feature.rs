//! What the tagger looks at: a word's own letters, its neighbours', and the two tags before it.
//!
//! Every feature is a number of a table's row. Features of different kinds may share a row by chance:
//! the weights are trained with that, and a table of fixed size needs no names.

use crate::text::Tag;

/// How many features a word has in its sentence.
pub(crate) const FEATURES: usize = 24;

/// The state at the beginning of a sentence, which no tag has.
pub(crate) const NO_TAG: u32 = 250;

/// A word, by the hashes of its parts. Letters count in lower case, digits as `0`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    whole: u32,
    /// The last one to four bytes.
    suffix: [u32; 4],
    /// The first one to three bytes.
    prefix: [u32; 3],
    /// Its capitals, small letters, digits and marks, each run as one.
    shape: u32,
    /// What the word lists know of it, as bits: its forms (`Signs`), and two more.
    pub(super) signs: u32,
}

/// What stands beyond the ends of a sentence.
const NOTHING: u32 = 0xdead;

impl Word {
    /// Beyond the ends of a sentence.
    pub(crate) const NONE: Word =
        Word { whole: NOTHING, suffix: [NOTHING; 4], prefix: [NOTHING; 3], shape: NOTHING, signs: 0 };

    /// A word with what the lists know of it; if `small`, its capitals are not to be seen.
    pub(crate) fn new(surface: &str, signs: u8, small: bool) -> Self {
        // Beyond that, a word is an address or noise, and its first part tells as much.
        const LONGEST: usize = 32;
        let mut buffer = [0u8; LONGEST];
        let mut len = 0;
        let mut shape = Hash::default();
        let mut last = 0;
        let mut count = 0;
        for c in surface.chars() {
            count += 1;
            let (c, class) = normal(c);
            let class = if small && class == b'X' { b'x' } else { class };
            if class != last {
                shape.add(class);
                last = class;
            }
            if len + c.len_utf8() > LONGEST {
                break;
            }
            len += c.encode_utf8(&mut buffer[len..]).len();
        }
        if count == 1 {
            shape.add(b'1');
        }
        let bytes = &buffer[..len];
        Word {
            whole: hash(bytes),
            suffix: [1, 2, 3, 4].map(|n| suffix(&bytes[len.saturating_sub(n)..], n)),
            prefix: [1, 2, 3].map(|n| hash(&bytes[..len.min(n)]).wrapping_add(n as u32 * 99)),
            shape: shape.0,
            signs: u32::from(signs),
        }
    }
}

impl Word {
    /// Whether it ends in `ed`, and no list knows it.
    pub(super) fn ends_in_ed(&self) -> bool {
        self.signs == 0 && self.suffix[1] == suffix(b"ed", 2)
    }
}

/// A character as the features see it, and the class that it has in a shape.
fn normal(c: char) -> (char, u8) {
    match c {
        'a'..='z' => (c, b'x'),
        'A'..='Z' => (c.to_ascii_lowercase(), b'X'),
        '0'..='9' => ('0', b'0'),
        '\u{2018}' | '\u{2019}' => ('\'', b'\''),
        '\u{201c}' | '\u{201d}' => ('"', b'"'),
        '\u{2010}'..='\u{2015}' => ('-', b'-'),
        _ if c.is_ascii() => (c, c as u8),
        _ if c.is_uppercase() => (crate::letters::small(c), b'X'),
        _ if c.is_alphabetic() => (c, b'x'),
        _ => (c, b'?'),
    }
}

/// FNV-1a.
struct Hash(u32);

impl Default for Hash {
    fn default() -> Self {
        Hash(0x811c_9dc5)
    }
}

impl Hash {
    fn add(&mut self, byte: u8) {
        self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
}

fn suffix(bytes: &[u8], len: usize) -> u32 {
    hash(bytes).wrapping_add(len as u32 * 77)
}

fn hash(bytes: &[u8]) -> u32 {
    let mut hash = Hash::default();
    for &byte in bytes {
        hash.add(byte);
    }
    hash.0
}

/// A word with two on each side of it, and the two tags before it, the nearer first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context {
    /// From two before to two after.
    pub(crate) words: [Word; 5],
    pub(crate) tags: [u32; 2],
    /// The last verb and what came after it.
    pub(crate) clause: Clause,
}

/// What of the sentence so far decides whether a finite verb is still to come.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Clause {
    /// The tag of the last verb, modal or `to`; 0 before the first.
    verb: u32,
    /// The last mark or word after it that begins a clause or phrase; 0 where none does.
    turn: u32,
}

impl Clause {
    /// Goes on past a word of this tag.
    pub(crate) fn pass(&mut self, tag: Tag) {
        let number = tag as u32 + 1;
        if tag.is_verb() || matches!(tag, Tag::MD | Tag::TO) {
            *self = Clause { verb: number, turn: 0 };
        } else if matches!(
            tag,
            Tag::Comma
                | Tag::Colon
                | Tag::CC
                | Tag::IN
                | Tag::WDT
                | Tag::WP
                | Tag::WRB
                | Tag::OpenQuote
                | Tag::CloseQuote
        ) {
            self.turn = number;
        }
    }
}

impl Context {
    /// The features, as rows of a table of that many.
    #[rustfmt::skip]
    pub(crate) fn rows(&self, rows: u32) -> [u32; FEATURES] {
        let [before2, before, word, after, after2] = &self.words;
        let [tag, tag2] = self.tags;
        let first = u32::from(tag == NO_TAG);
        let clause = self.clause.verb << 8 | self.clause.turn;
        let mut kind = 0;
        [
            (word.whole, 0),
            (word.suffix[0], word.shape),
            (word.suffix[1], 0),
            (word.suffix[2], 0),
            (word.suffix[3], word.prefix[0]),
            (word.prefix[1], 0),
            (word.prefix[2], 0),
            (word.shape, first),
            (before.whole, 0),
            (after.whole, 0),
            (before2.whole, 0),
            (after2.whole, 0),
            (after.suffix[2], word.shape),
            (before.suffix[2], 0),
            (after.shape, word.shape),
            (tag, 0),
            (tag, tag2),
            (tag, word.whole),
            (tag, word.suffix[2]),
            (tag, after.whole),
            (clause, word.signs),
            (clause, word.suffix[1]),
            (tag, word.signs << 8 | after.signs),
            (word.signs, after.suffix[1]),
        ]
        .map(|(a, b)| {
            kind += 1;
            row(mix(kind, a, b), rows)
        })
    }
}

/// Shows each word of a sentence, from left to right, in its context; `choose` gives the class and the tag that
/// later words will see.
pub(crate) fn scan(words: &[Word], mut choose: impl FnMut(usize, &Context) -> (u32, Tag)) {
    let word = |at: usize| words.get(at).copied().unwrap_or(Word::NONE);
    let none = Word::NONE;
    let mut context =
        Context { words: [none, none, none, word(0), word(1)], tags: [NO_TAG; 2], clause: Clause::default() };
    for at in 0..words.len() {
        context.words.rotate_left(1);
        context.words[4] = word(at + 2);
        let (class, tag) = choose(at, &context);
        context.tags = [class, context.tags[0]];
        context.clause.pass(tag);
    }
}

fn row(hash: u32, rows: u32) -> u32 {
    ((u64::from(hash) * u64::from(rows)) >> 32) as u32
}

/// Mixes a feature's kind and its two values (multiplications and shifts as in `MurmurHash3`'s finisher).
fn mix(kind: u32, a: u32, b: u32) -> u32 {
    let mut hash = kind.wrapping_mul(0x9e37_79b1) ^ a;
    hash = hash.wrapping_mul(0x85eb_ca6b);
    hash ^= hash >> 13;
    hash = (hash ^ b.wrapping_mul(0xc2b2_ae35)).wrapping_mul(0x9e37_79b1);
    hash ^= hash >> 15;
    hash = hash.wrapping_mul(0x2c1b_3c6d);
    hash ^ hash >> 16
}
