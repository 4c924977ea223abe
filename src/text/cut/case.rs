//! How words are capitalised.

use crate::text::Case;

/// How many letters of each case a word has.
#[derive(Default)]
pub(super) struct Letters {
    first_upper: bool,
    upper: u32,
    lower: u32,
    uncased: u32,
}

impl Letters {
    pub(super) fn count(&mut self, c: char) {
        if c.is_uppercase() {
            self.first_upper |= self.upper + self.lower + self.uncased == 0;
            self.upper += 1;
        } else if c.is_lowercase() {
            self.lower += 1;
        } else if c.is_alphabetic() {
            self.uncased += 1;
        }
    }

    pub(super) fn case(&self) -> Case {
        match (self.first_upper, self.upper, self.lower + self.uncased) {
            (true, 1, _) => Case::Title,
            (true, _, 0) => Case::Upper,
            (false, 0, _) if self.lower > 0 && self.uncased == 0 => Case::Lower,
            (false, 0, _) => Case::None,
            _ => Case::Mixed,
        }
    }
}

/// How a word is capitalised.
pub(super) fn case(surface: &str) -> Case {
    let mut letters = Letters::default();
    surface.chars().for_each(|c| letters.count(c));
    letters.case()
}
