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

/// Where the features of a candidate go: their score is added up, or, to train, they are kept.
#[derive(Debug, Default)]
pub(crate) struct Features<'w> {
    levels: &'w [i8],
    shift: u32,
    sum: i32,
    /// The number of the template, mixed.
    template: u32,
    /// The hashes, where they are to be kept.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) kept: Option<Vec<u32>>,
}

impl<'w> Features<'w> {
    /// Adds up the levels of a table, whose size is a power of two.
    pub(crate) fn scored(levels: &'w [i8]) -> Self {
        Self { levels, shift: shift(levels.len()), ..Self::default() }
    }

    /// Keeps what is added.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn keeping() -> Self {
        Self { kept: Some(Vec::new()), ..Self::default() }
    }

    /// Ends a candidate: the sum of its levels.
    pub(crate) fn take(&mut self) -> i32 {
        self.template = 0;
        std::mem::take(&mut self.sum)
    }

    /// Adds the next feature: the template's own number and these.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn add(&mut self, a: u32, b: u32) {
        self.template = self.template.wrapping_add(0x9E37_79B9);
        let sum = a.wrapping_mul(0x85EB_CA6B) ^ b.wrapping_mul(0xC2B2_AE35).rotate_left(15) ^ self.template;
        let hash = (sum ^ sum >> 15).wrapping_mul(0x2C1B_3C6D);
        #[cfg(not(target_arch = "wasm32"))]
        if let Some(kept) = &mut self.kept {
            kept.push(hash);
            return;
        }
        self.sum += self.levels.get((hash >> self.shift) as usize).copied().map_or(0, i32::from);
    }

    /// Adds a feature of three numbers.
    pub(crate) fn add3(&mut self, a: u32, b: u32, c: u32) {
        self.add(mix(a, b), c);
    }
}
