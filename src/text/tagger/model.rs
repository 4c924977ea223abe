//! The trained weights: a table with a row for every feature and a column for every class.
//!
//! A class is a Penn tag with a universal one. The file is packed by column: how far each weight that
//! is not 0 lies behind the one before, then the weights themselves.

use std::sync::LazyLock;

use super::feature::{Context, FEATURES};
use crate::text::Tag;

/// The most classes there can be.
pub(crate) const CLASSES: usize = 64;

/// The largest weight. A word's all, moved up to be positive, still fit into a byte, so that eight
/// classes are added at once in a 64-bit word: fast on every processor, and in Wasm without SIMD.
pub(crate) const LARGEST: i8 = 5;

const _: () = assert!(FEATURES * 2 * LARGEST as usize <= 255, "a sum of weights must fit into a byte");

/// Weights as they are used.
#[derive(Debug)]
pub(crate) struct Model {
    classes: Vec<(Tag, &'static str)>,
    rows: Vec<[u64; CLASSES / 8]>,
}

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::unpack(include_bytes!("weights.bin")));

impl Model {
    /// The weights that come with the program.
    pub(crate) fn get() -> &'static Model {
        &MODEL
    }

    /// The Penn tag and the universal one of a class.
    pub(crate) fn tags(&self, class: u32) -> (Tag, &'static str) {
        self.classes.get(class as usize).copied().unwrap_or((Tag::NN, "NOUN"))
    }

    /// How likely each class is for a word in its context, as a sum of weights.
    pub(crate) fn sums(&self, context: &Context) -> [u8; CLASSES] {
        let mut sums = [0u64; CLASSES / 8];
        for row in context.rows(self.rows.len() as u32) {
            for (sum, weights) in sums.iter_mut().zip(&self.rows[row as usize]) {
                *sum += weights;
            }
        }
        let mut bytes = [0; CLASSES];
        for (bytes, sum) in bytes.chunks_exact_mut(8).zip(sums) {
            bytes.copy_from_slice(&sum.to_le_bytes());
        }
        bytes
    }

    /// The likeliest class.
    pub(crate) fn best(sums: &[u8; CLASSES]) -> u32 {
        let (mut best, mut most) = (0, 0);
        for (class, &sum) in sums.iter().enumerate() {
            if sum > most {
                (best, most) = (class, sum);
            }
        }
        best as u32
    }

    /// The sum of the likeliest class with this tag.
    pub(crate) fn sum_of(&self, tag: Tag, sums: &[u8; CLASSES]) -> u8 {
        self.classes.iter().zip(sums).filter(|(class, _)| class.0 == tag).map(|(_, &sum)| sum).max().unwrap_or(0)
    }

    /// Reads packed weights: the line of classes, the number of rows, the distances, the weights.
    fn unpack(packed: &'static [u8]) -> Model {
        let mut parts = packed.splitn(3, |&byte| byte == b'\n');
        let mut line = || parts.next().and_then(|part| std::str::from_utf8(part).ok()).unwrap_or("");
        let classes: Vec<_> = line()
            .split(' ')
            .filter_map(|class| class.split_once('|'))
            .filter_map(|(tag, universal)| Some((Tag::parse(tag)?, universal)))
            .collect();
        let mut sizes = line().split(' ').map(|size| size.parse().unwrap_or(0));
        let rows: usize = sizes.next().unwrap_or(1);
        let distances: usize = sizes.next().unwrap_or(0);
        let (distances, weights) = parts.next().unwrap_or(&[]).split_at(distances);
        // A class that there is none of must never win: its sum stays 0, and all others' are moved up.
        let mut lanes = [0; CLASSES];
        lanes[..classes.len()].fill(LARGEST as u8);
        let empty = std::array::from_fn(|at| u64::from_le_bytes(std::array::from_fn(|lane| lanes[at * 8 + lane])));
        let mut rows = vec![empty; rows];
        let mut weights = weights.iter();
        let (mut class, mut row) = (0, 0);
        for &distance in distances {
            match distance {
                END => (class, row) = (class + 1, 0),
                FAR => row += usize::from(FAR),
                near => {
                    row += usize::from(near);
                    if let (Some(row), Some(&weight)) = (rows.get_mut(row), weights.next()) {
                        // Adding below 0 wraps within the lane, as it never leaves 0..=2 * LARGEST.
                        let lane = 8 * (class % 8);
                        let moved = i64::from(weight.cast_signed()) + i64::from(LARGEST);
                        row[class / 8] = row[class / 8] & !(0xff << lane) | moved.cast_unsigned() << lane;
                    }
                }
            }
        }
        Model { classes, rows }
    }
}

/// A distance too far for one byte: that far, and on.
const FAR: u8 = 254;
/// No more weights in this column.
const END: u8 = 255;

/// Packs weights, given by row, for `unpack`.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn pack(classes: &[String], weights: &[[i8; CLASSES]]) -> Vec<u8> {
    let (mut distances, mut values) = (Vec::new(), Vec::new());
    for class in 0..classes.len() {
        let mut last = 0;
        for (row, weights) in weights.iter().enumerate().filter(|(_, weights)| weights[class] != 0) {
            let mut distance = row - last;
            while distance >= usize::from(FAR) {
                distances.push(FAR);
                distance -= usize::from(FAR);
            }
            distances.push(distance as u8);
            values.push(weights[class].cast_unsigned());
            last = row;
        }
        distances.push(END);
    }
    let mut packed = format!("{}\n{} {}\n", classes.join(" "), weights.len(), distances.len()).into_bytes();
    packed.extend(distances);
    packed.extend(values);
    packed
}
