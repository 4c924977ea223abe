//! What the tagger looks at: a word's own letters, its neighbours', and the tags around it.
//!
//! Every feature is a number of a table's row. Features of different kinds may share a row by chance:
//! the weights are trained with that, and a table of fixed size needs no names.

use crate::text::{Tag, is_invisible};

/// How many features a word has by its letters and its neighbours'.
pub(crate) const LEXICAL: usize = 16;

/// How many more it has by the tags around it.
pub(crate) const LINKED: usize = 15;

/// What stands beyond the ends of a sentence, and no tag is.
const NO_TAG: u32 = 250;

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
    /// Its tag, where no other comes into question.
    pub(super) certain: Option<Tag>,
    /// Whether it begins with a capital, and not all around it do.
    pub(super) title: bool,
    /// Whether it is `the`, `a` or `an`.
    pub(super) article: bool,
    /// The tags that its capital rules out: it is a name rather than one of these.
    pub(super) ruled_out: &'static [Tag],
}

/// What stands beyond the ends of a sentence.
const NOTHING: u32 = 0xdead;

impl Word {
    /// Beyond the ends of a sentence.
    pub(crate) const NONE: Word = Word {
        whole: NOTHING,
        suffix: [NOTHING; 4],
        prefix: [NOTHING; 3],
        shape: NOTHING,
        signs: 0,
        certain: None,
        title: false,
        article: false,
        ruled_out: &[],
    };

    /// A word with what the lists know of it; if `small`, its capitals are not to be seen.
    pub(crate) fn new(surface: &str, signs: u8, small: bool, certain: Option<Tag>) -> Self {
        let mut spelt = Spelt::default();
        if surface.is_ascii() {
            for &byte in surface.as_bytes() {
                let (letter, class) = ASCII[usize::from(byte & 0x7f)];
                if !spelt.add(&[letter], class, small) {
                    break;
                }
            }
        } else {
            for c in surface.chars().filter(|&c| !is_invisible(c)) {
                let (c, class) = ASCII.get(c as usize).map_or_else(|| normal(c), |&(c, class)| (char::from(c), class));
                if !spelt.add(c.encode_utf8(&mut [0; 4]).as_bytes(), class, small) {
                    break;
                }
            }
        }
        let bytes = &spelt.letters[..spelt.len];
        let mut whole = Hash::default();
        let mut prefix = [0; 3];
        let mut rest = bytes.iter();
        for (prefix, kind) in prefix.iter_mut().zip([99, 198, 297]) {
            rest.next().into_iter().for_each(|&byte| whole.add(byte));
            *prefix = whole.0.wrapping_add(kind);
        }
        rest.for_each(|&byte| whole.add(byte));
        Word {
            whole: whole.0,
            suffix: [1, 2, 3, 4].map(|n| suffix(&bytes[bytes.len().saturating_sub(n)..], n)),
            prefix,
            shape: spelt.shape(),
            signs: u32::from(signs),
            certain,
            title: false,
            article: false,
            ruled_out: &[],
        }
    }
}

/// Beyond so many bytes, a word is an address or noise, and its first part tells as much.
const LONGEST: usize = 32;

/// A word as the features see it, letter by letter.
#[derive(Default)]
struct Spelt {
    letters: [u8; LONGEST],
    len: usize,
    shape: Hash,
    last: u8,
    count: usize,
}

impl Spelt {
    /// Adds a letter, its class in a shape, and whether that of capitals is as of small ones; says whether it had room.
    fn add(&mut self, letter: &[u8], class: u8, small: bool) -> bool {
        let class = if small && class == b'X' { b'x' } else { class };
        if class != self.last {
            self.shape.add(class);
            self.last = class;
        }
        self.count += 1;
        let end = self.len + letter.len();
        let Some(room) = self.letters.get_mut(self.len..end) else { return false };
        room.copy_from_slice(letter);
        self.len = end;
        true
    }

    fn shape(mut self) -> u32 {
        if self.count == 1 {
            self.shape.add(b'1');
        }
        self.shape.0
    }
}

impl Word {
    /// The tag that it has, where its letters say that one: a name's, if its capital rules that out.
    pub(super) fn named(&self, tag: Tag) -> Tag {
        if self.ruled_out.contains(&tag) { Tag::NNP } else { tag }
    }

    /// Whether it ends in `ed`, and no list knows it.
    pub(super) fn ends_in_ed(&self) -> bool {
        self.signs == 0 && self.suffix[1] == suffix(b"ed", 2)
    }
}

/// The ASCII characters as the features see them, and the classes that they have in a shape.
const ASCII: [(u8, u8); 128] = {
    let mut ascii = [(0, 0); 128];
    let mut at = 0u8;
    while at < 128 {
        ascii[at as usize] = match at {
            b'a'..=b'z' => (at, b'x'),
            b'A'..=b'Z' => (at.to_ascii_lowercase(), b'X'),
            b'0'..=b'9' => (b'0', b'0'),
            _ => (at, at),
        };
        at += 1;
    }
    ascii
};

/// Another character as the features see it, and its class.
fn normal(c: char) -> (char, u8) {
    match c {
        '\u{2018}' | '\u{2019}' => ('\'', b'\''),
        '\u{201c}' | '\u{201d}' => ('"', b'"'),
        '\u{2010}'..='\u{2015}' => ('-', b'-'),
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

/// A word between the two before it and the two after it.
pub(crate) type Around<'w> = [&'w Word; 5];

/// The word of that number in its surroundings.
pub(crate) fn around(words: &[Word], at: usize) -> Around<'_> {
    let word = |at: usize| words.get(at).unwrap_or(&Word::NONE);
    [2, 1, 0, -1, -2].map(|back| word(at.wrapping_add_signed(-back)))
}

/// The tags around a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context {
    /// Those of the two words before it, the nearer first.
    before: [u32; 2],
    /// Those that the two words after it seem to have by their letters alone, the nearer first.
    after: [u32; 2],
    /// The last verb and what came after it.
    clause: Clause,
}

impl Default for Context {
    fn default() -> Self {
        Self { before: [NO_TAG; 2], after: [NO_TAG; 2], clause: Clause::default() }
    }
}

impl Context {
    /// Sees what comes after the word that is next.
    pub(crate) fn see(&mut self, after: Option<&Tag>, after2: Option<&Tag>) {
        self.after = [after, after2].map(|tag| tag.map_or(NO_TAG, |&tag| tag as u32));
    }

    /// Goes on past a word of this tag.
    pub(crate) fn pass(&mut self, tag: Tag) {
        self.before = [tag as u32, self.before[0]];
        self.clause.pass(tag);
    }
}

/// What of the sentence so far decides whether a finite verb is still to come.
#[derive(Clone, Copy, Debug, Default)]
struct Clause {
    /// The tag of the last verb, modal or `to`; 0 before the first.
    verb: u32,
    /// The last mark or word after it that begins a clause or phrase; 0 where none does.
    turn: u32,
}

impl Clause {
    /// Goes on past a word of this tag.
    fn pass(&mut self, tag: Tag) {
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

/// The features that need no tags, as rows of a table of that many.
#[rustfmt::skip]
pub(crate) fn lexical(around: Around<'_>, rows: u32) -> [u32; LEXICAL] {
    let [before2, before, word, after, after2] = around;
    let first = u32::from(before.whole == NOTHING);
    numbered(0, rows, [
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
        (word.signs, after.suffix[1]),
    ])
}

/// The features that need the tags around the word, as rows of a table of that many.
#[rustfmt::skip]
pub(crate) fn linked(around: Around<'_>, context: &Context, rows: u32) -> [u32; LINKED] {
    let [_, _, word, after, _] = around;
    let Context { before: [tag, tag2], after: [next, next2], clause } = *context;
    let clause = clause.verb << 8 | clause.turn;
    numbered(LEXICAL as u32, rows, [
        (tag, 0),
        (tag, tag2),
        (tag, word.whole),
        (tag, word.suffix[2]),
        (tag, after.whole),
        (clause, word.signs),
        (clause, word.suffix[1]),
        (tag, word.signs << 8 | after.signs),
        (next, 0),
        (next, tag),
        (next, word.whole),
        (next, next2),
        (next, word.suffix[1]),
        (tag, word.shape),
        (word.whole, word.shape),
    ])
}

/// The rows of features; those of each kind, which are numbered on from `kind`, have their own.
fn numbered<const N: usize>(mut kind: u32, rows: u32, features: [(u32, u32); N]) -> [u32; N] {
    features.map(|(a, b)| {
        kind += 1;
        row(mix(kind, a, b), rows)
    })
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
