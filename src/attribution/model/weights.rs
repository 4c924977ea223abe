//! The trained weights: one table for each ranker, in `weights.bin`.
//!
//! A table is a byte for the logarithm of its size and one for its step, then its levels, -7 to 7, two to a byte.
//! Scores are whole numbers, so that they are the same natively and in the browser.

use std::sync::LazyLock;

use super::cell::Priors;
use super::feature::{Sum, shift};

/// What a score of 1 in log-odds is.
pub(crate) const UNIT: i32 = 256;

/// The largest level.
pub(crate) const LARGEST: i8 = 7;

/// How many tables there are.
pub(crate) const TABLES: usize = 9;

/// Weights, by the hash of their feature.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    pub(crate) levels: Vec<i8>,
    /// What a level is worth, in parts of [`UNIT`].
    pub(crate) step: u8,
}

impl Table {
    /// Where features are scored; `known` keeps sums that are made once.
    pub(crate) fn features<'w, 'm>(&'w self, known: &'m mut [i32]) -> Sum<'w, 'm> {
        Sum::new(&self.levels, known)
    }

    /// The score of the features added since the last one.
    pub(crate) fn score(&self, features: &mut Sum<'_, '_>) -> i32 {
        features.take() * i32::from(self.step)
    }
}

/// All tables.
#[derive(Clone, Debug, Default)]
pub(crate) struct Weights {
    /// How often a word is a cue; its levels are steps, moved down by [`LARGEST`].
    pub(crate) priors: Table,
    pub(crate) start: Table,
    pub(crate) length: Table,
    pub(crate) whose: Table,
    pub(crate) edges: [Table; 4],
    pub(crate) second: Table,
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::unpack(include_bytes!("weights.bin")));

impl Weights {
    /// The weights that come with the program.
    pub(crate) fn get() -> &'static Weights {
        &WEIGHTS
    }

    fn tables(&mut self) -> [&mut Table; TABLES] {
        let Self { priors, start, length, whose, edges: [a, b, c, d], second } = self;
        [priors, start, length, whose, a, b, c, d, second]
    }

    /// Reads packed weights.
    fn unpack(mut packed: &[u8]) -> Weights {
        let mut weights = Weights::default();
        for table in weights.tables() {
            let &[bits, step, ref rest @ ..] = packed else { break };
            let (levels, rest) = rest.split_at(rest.len().min(1 << bits >> 1));
            table.step = step;
            table.levels =
                levels.iter().flat_map(|pair| [pair & 15, pair >> 4]).map(|level| level as i8 - LARGEST).collect();
            packed = rest;
        }
        weights
    }

    /// Moves every level that is odd to the even one beside it that is nearer to 0. Answers hardly change by that, and
    /// what is packed takes three fifths of the bytes.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn thin(&mut self) {
        for table in self.tables() {
            table.levels.iter_mut().for_each(|level| *level -= *level % 2);
        }
    }

    /// Packs weights for `unpack`.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn pack(&mut self) -> Vec<u8> {
        let mut packed = Vec::new();
        for table in self.tables() {
            packed.extend([table.levels.len().ilog2() as u8, table.step]);
            let nibble = |level: i8| (level + LARGEST) as u8;
            packed.extend(table.levels.chunks(2).map(|pair| nibble(pair[0]) | nibble(pair[1]) << 4));
        }
        packed
    }
}

impl Priors for Table {
    fn of(&self, key: u32) -> u32 {
        self.levels.get((key >> shift(self.levels.len())) as usize).map_or(0, |&level| (level + LARGEST) as u32)
    }
}
