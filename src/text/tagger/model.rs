//! The trained weights: a table with a row for every feature and a column for every tag.
//!
//! The file is packed by column: how far each weight that is not 0 lies behind the one before, then
//! the weights themselves.

use std::sync::LazyLock;

use super::feature::{LEXICAL, LINKED};
use crate::text::Tag;

/// How many tags are learned: all but the last two of [`Tag::ALL`], which hardly occur.
pub(crate) const TAGS: usize = 48;

/// The largest weight. A word's all, moved up to be positive, still fit into a byte, so that eight
/// tags are added at once in a 64-bit word: fast on every processor, and in Wasm without SIMD.
pub(crate) const LARGEST: i8 = 4;

const _: () = assert!((LEXICAL + LINKED) * 2 * LARGEST as usize <= 255, "a sum of weights must fit into a byte");

/// Bytes, one for each tag.
type Lanes = [u64; TAGS / 8];

/// How likely each tag is, as a sum of weights: more is likelier.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sums(Lanes);

impl Sums {
    fn bytes(&self) -> [u8; TAGS] {
        let mut bytes = [0; TAGS];
        for (lane, part) in self.0.iter().zip(bytes.chunks_exact_mut(8)) {
            part.copy_from_slice(&lane.to_le_bytes());
        }
        bytes
    }

    /// The likeliest tag, and whether it lies so far before all others that no more need be asked.
    pub(crate) fn judge(&self) -> (Tag, bool) {
        /// How far that is. With all words asked twice, fewer are right: on the treebank's development part 94.5 of
        /// a hundred universal tags where this is 3, 94.4 without it.
        const SURE: u8 = 3;
        let bytes = self.bytes();
        let most = bytes.iter().copied().max().unwrap_or(0);
        let near = bytes.iter().filter(|&&sum| sum > most.saturating_sub(SURE)).count();
        let best = bytes.iter().position(|&sum| sum == most).unwrap_or(0);
        let tag = Tag::ALL[best];
        let open = matches!(tag, Tag::VB | Tag::VBP | Tag::VBD | Tag::VBN);
        (tag, near == 1 && !open)
    }

    /// The sum of one tag.
    pub(crate) fn of(&self, tag: Tag) -> u8 {
        self.bytes().get(tag as usize).copied().unwrap_or(0)
    }
}

/// Weights as they are used.
#[derive(Debug)]
pub(crate) struct Model {
    rows: Vec<Lanes>,
}

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::unpack(include_bytes!("weights.bin")));

impl Model {
    /// The weights that come with the program.
    pub(crate) fn get() -> &'static Model {
        &MODEL
    }

    /// How many rows there are for features.
    pub(crate) fn rows(&self) -> u32 {
        self.rows.len() as u32
    }

    /// Adds the weights of features to sums.
    pub(crate) fn add(&self, sums: &mut Sums, features: &[u32]) {
        for &row in features {
            for (sum, weights) in sums.0.iter_mut().zip(&self.rows[row as usize]) {
                *sum += weights;
            }
        }
    }

    /// Reads packed weights: a line with the number of rows and of distances, the distances, the weights.
    fn unpack(packed: &'static [u8]) -> Model {
        let mut parts = packed.splitn(2, |&byte| byte == b'\n');
        let line = parts.next().and_then(|line| std::str::from_utf8(line).ok()).unwrap_or("");
        let mut sizes = line.split(' ').map(|size| size.parse().unwrap_or(1));
        let (rows, distances) = (sizes.next().unwrap_or(1), sizes.next().unwrap_or(0));
        let packed = parts.next().unwrap_or(&[]);
        let (distances, weights) = packed.split_at(distances.min(packed.len()));
        let zero = u64::from_le_bytes([LARGEST as u8; 8]);
        let mut rows = vec![[zero; TAGS / 8]; rows];
        let mut weights = weights.iter();
        let (mut tag, mut row) = (0, 0);
        for &distance in distances {
            match distance {
                END => (tag, row) = (tag + 1, 0),
                FAR => row += usize::from(FAR),
                near => {
                    row += usize::from(near);
                    let lanes = rows.get_mut(row).and_then(|row: &mut Lanes| row.get_mut(tag / 8));
                    if let (Some(lanes), Some(&weight)) = (lanes, weights.next()) {
                        // Adding below 0 wraps within the lane, as it never leaves 0..=2 * LARGEST.
                        let shift = 8 * (tag % 8);
                        let moved = i64::from(weight.cast_signed()) + i64::from(LARGEST);
                        *lanes = *lanes & !(0xff << shift) | moved.cast_unsigned() << shift;
                    }
                }
            }
        }
        Model { rows }
    }
}

/// A distance too far for one byte: that far, and on.
const FAR: u8 = 254;
/// No more weights in this column.
const END: u8 = 255;

/// Packs weights, given by row, for `unpack`.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn pack(weights: &[[i8; TAGS]]) -> Vec<u8> {
    let (mut distances, mut values) = (Vec::new(), Vec::new());
    for tag in 0..TAGS {
        let mut last = 0;
        for (row, weights) in weights.iter().enumerate().filter(|(_, weights)| weights[tag] != 0) {
            let mut distance = row - last;
            while distance >= usize::from(FAR) {
                distances.push(FAR);
                distance -= usize::from(FAR);
            }
            distances.push(distance as u8);
            values.push(weights[tag].cast_unsigned());
            last = row;
        }
        distances.push(END);
    }
    let mut packed = format!("{} {}\n", weights.len(), distances.len()).into_bytes();
    packed.extend(distances);
    packed.extend(values);
    packed
}
