//! Features: places in a table of weights, by hash.

/// Mixes two numbers into one.
pub(crate) const fn mix(a: u32, b: u32) -> u32 {
    let mixed = (a ^ b.wrapping_mul(0x9E37_79B1)).wrapping_mul(0x85EB_CA6B);
    mixed ^ (mixed >> 15)
}

/// A hash of a word's letters; capital ASCII letters are as small ones.
pub(crate) const fn hash_text(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let mut sum = bytes.len() as u32;
    let mut at = 0;
    while at < bytes.len() {
        let mut four = 0;
        let mut part = 0;
        while part < 4 && at < bytes.len() {
            four = four << 8 | (bytes[at] | 0x20) as u32;
            at += 1;
            part += 1;
        }
        sum = mix(sum, four);
    }
    sum
}

/// By how much a hash is shifted to be a place in a table whose size is a power of two.
pub(crate) fn shift(size: usize) -> u32 {
    (u32::BITS - size.max(2).ilog2()).min(u32::BITS - 1)
}

/// Where the features of a candidate go: their levels are added up, or, to train, they are kept.
pub(crate) trait Features {
    /// Begins with the feature of this number; without it, each feature has the number after the last one's.
    fn from(&mut self, number: u32);

    /// Adds the next feature: its number and these.
    fn add3(&mut self, a: u32, b: u32, c: u32);

    /// Adds a feature of two numbers.
    fn add(&mut self, a: u32, b: u32) {
        self.add3(a, b, 0);
    }

    /// Adds features that are the same for every candidate with this key; where only their sum is asked, it is made once.
    fn once(&mut self, key: usize, part: impl FnOnce(&mut Self));
}

/// What the number of a feature is mixed from.
const NUMBERS: u32 = 0x9E37_79B9;

/// The hash of a feature with a mixed number; its upper bits are a place (multilinear hashing: Lemire and Kaser, 2014).
const fn hash(number: u32, a: u32, b: u32, c: u32) -> u32 {
    number
        .wrapping_add(a.wrapping_mul(0x85EB_CA6B))
        .wrapping_add(b.wrapping_mul(0xC2B2_AE35))
        .wrapping_add(c.wrapping_mul(0x2C1B_3C6D))
}

/// No sum is known.
pub(crate) const UNKNOWN: i32 = i32::MIN;

/// The sum of the levels of features in a table.
#[derive(Debug)]
pub(crate) struct Sum<'w, 'm> {
    levels: &'w [i8],
    shift: u32,
    total: i32,
    /// The number of the feature before, mixed.
    number: u32,
    /// The sums that are made once, by key.
    known: &'m mut [i32],
}

impl<'w, 'm> Sum<'w, 'm> {
    /// Adds up the levels of a table, whose size is a power of two; `known` keeps what is the same for several candidates.
    pub(crate) fn new(levels: &'w [i8], known: &'m mut [i32]) -> Self {
        Self { levels, shift: shift(levels.len()), total: 0, number: 0, known }
    }

    /// Ends a candidate: the sum of its levels.
    pub(crate) fn take(&mut self) -> i32 {
        std::mem::take(&mut self.total)
    }
}

impl Features for Sum<'_, '_> {
    fn from(&mut self, number: u32) {
        self.number = NUMBERS.wrapping_mul(number.wrapping_sub(1));
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn add3(&mut self, a: u32, b: u32, c: u32) {
        self.number = self.number.wrapping_add(NUMBERS);
        let place = hash(self.number, a, b, c) >> self.shift;
        self.total += self.levels.get(place as usize).copied().map_or(0, i32::from);
    }

    fn once(&mut self, key: usize, part: impl FnOnce(&mut Self)) {
        let known = self.known.get(key).copied().unwrap_or(UNKNOWN);
        if known != UNKNOWN {
            self.total += known;
            return;
        }
        let before = self.take();
        part(self);
        if let Some(known) = self.known.get_mut(key) {
            *known = self.total;
        }
        self.total += before;
    }
}

/// Makes room for so many sums, none of them known.
pub(crate) fn forget(known: &mut Vec<i32>, count: usize) {
    known.clear();
    known.resize(count, UNKNOWN);
}

/// The features of a candidate, to learn from.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug, Default)]
pub(crate) struct Kept {
    /// By number.
    hashes: Vec<(u32, u32)>,
    number: u32,
}

#[cfg(not(target_arch = "wasm32"))]
impl Kept {
    /// Ends a candidate: the hashes of its features, in the order of their numbers.
    pub(crate) fn take(&mut self) -> impl Iterator<Item = u32> {
        self.hashes.sort_by_key(|&(number, _)| number);
        self.hashes.drain(..).map(|(_, hash)| hash)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Features for Kept {
    fn from(&mut self, number: u32) {
        self.number = number - 1;
    }

    fn add3(&mut self, a: u32, b: u32, c: u32) {
        self.number += 1;
        self.hashes.push((self.number, hash(NUMBERS.wrapping_mul(self.number), a, b, c)));
    }

    fn once(&mut self, _: usize, part: impl FnOnce(&mut Self)) {
        part(self);
    }
}
