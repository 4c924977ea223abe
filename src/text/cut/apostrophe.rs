//! Apostrophes: marks, parts of words, and where what they shorten begins.

use super::{Cutter, is_apostrophe};
use crate::lexicon::Class;
use crate::text::Kind;

impl Cutter<'_, '_> {
    /// An apostrophe or single quotation mark: part of a decade or of a word that lost its beginning
    /// (`'90s`, `'em`, rock `'n'` roll), or a mark of its own. `len` is its length in bytes.
    pub(super) fn apostrophe(&mut self, at: usize, len: usize) -> usize {
        let after = at + len;
        if self.spaced && self.byte(after).is_ascii_digit() && self.byte(after + 1).is_ascii_digit() {
            let plural = usize::from(self.byte(after + 2) == b's');
            let ends = !self.byte(after + 2 + plural).is_ascii_alphanumeric();
            // A straight mark before a bare number opens a quotation as often.
            if ends && (plural == 1 || self.char_at(at) == Some('\u{2019}')) {
                return self.add(at, after + 2 + plural, Kind::Word);
            }
        }
        if self.byte(after) == b'n' {
            let closing = self.char_at(after + 1).filter(|&c| is_apostrophe(c)).map_or(0, char::len_utf8);
            if (closing > 0 || self.spaced) && !self.letter_at(after + 1) {
                return self.add(at, after + 1 + closing, Kind::Word);
            }
        }
        const LONGEST: usize = 6;
        let letters = (0..=LONGEST).take_while(|&n| self.byte(after + n).is_ascii_lowercase()).count();
        if (2..=LONGEST).contains(&letters) && self.spaced {
            let word = self.lexicon.id_in(self.text, at..after + letters);
            if self.lexicon.is(word, Class::Elided) {
                return self.add(at, after + letters, Kind::Word);
            }
        }
        // The empty string of a doubled straight mark: `''` closes as `"` does.
        let doubled = len == 1 && self.byte(after) == b'\'';
        self.add(at, after + usize::from(doubled), Kind::Punctuation)
    }

    /// Where a clitic begins: `'s`, `'re`, `n't` ...
    pub(super) fn clitic(&self, start: usize, apostrophe: usize, end: usize) -> Option<usize> {
        let tail = self.text.get(apostrophe..end)?.trim_start_matches(is_apostrophe);
        if tail.eq_ignore_ascii_case("t") {
            let before = apostrophe.checked_sub(1)?;
            return (self.byte(before).eq_ignore_ascii_case(&b'n') && before > start).then_some(before);
        }
        let is_clitic = ["s", "re", "ve", "ll", "d", "m"].iter().any(|clitic| tail.eq_ignore_ascii_case(clitic));
        is_clitic.then_some(apostrophe)
    }
}
