//! Numbers, and the letters of a currency before them.

use super::{Cutter, is_invisible};
use crate::text::Kind;

impl Cutter<'_, '_> {
    /// Digits with their separators; with letters that make it a name (`810th`, `1990s`, `5G`) a word.
    pub(super) fn number(&mut self, at: usize) -> usize {
        let mut end = at;
        loop {
            let byte = self.byte(end);
            let digit_after = self.byte(end + 1).is_ascii_digit();
            end += match byte {
                b'0'..=b'9' => 1,
                b',' | b'.' if digit_after => 1,
                // 10'000 and 10 000 with a space that doesn't break: groups of three.
                b'\'' if self.group(at, end, 1) => 1,
                0xc2 if self.char_at(end) == Some('\u{a0}') && self.group(at, end, 2) => 2,
                0xe2 if matches!(self.char_at(end), Some('\u{202f}' | '\u{2009}')) && self.group(at, end, 3) => 3,
                // Copied from a page that may break a long number there.
                0x80.. => match self.char_at(end).filter(|&c| is_invisible(c)).map(char::len_utf8) {
                    Some(len) if self.byte(end + len).is_ascii_digit() => len,
                    Some(len)
                        if matches!(self.byte(end + len), b',' | b'.') && self.byte(end + len + 1).is_ascii_digit() =>
                    {
                        len
                    }
                    _ => break,
                },
                _ => break,
            };
        }
        let letters = (0..3).take_while(|&n| self.byte(end + n).is_ascii_alphabetic()).count();
        let tail = self.text.get(end..end + letters).unwrap_or_default();
        // "the 21st", but "weighs 12st"
        let stones = tail == "st" && (self.byte(end - 1) != b'1' || self.text[..end].ends_with("11"));
        let names = matches!(tail, "G" | "D")
            || !stones && ["st", "nd", "rd", "th", "s"].iter().any(|ending| tail.eq_ignore_ascii_case(ending));
        if names && !self.char_at(end + letters).is_some_and(char::is_alphanumeric) {
            return self.add(at, end + letters, Kind::Word);
        }
        self.add(at, end, Kind::Number)
    }

    /// Whether the separator at `end`, `len` bytes long, parts thousands of the number that begins at `start`.
    fn group(&self, start: usize, end: usize, len: usize) -> bool {
        let digits = |from: usize| (from..from + 4).take_while(|&at| self.byte(at).is_ascii_digit()).count();
        // The first group has up to three digits, every other one three.
        let before = (1..=4).take_while(|&n| end >= start + n && self.byte(end - n).is_ascii_digit()).count();
        before <= 3 && before > 0 && digits(end + len) == 3
    }

    /// The end of the letters of a currency right before digits: `USD|10`, `RM|23.50`, `$US|160`.
    pub(super) fn currency(&self, start: usize) -> Option<usize> {
        let mut end = start + usize::from(self.byte(start) == b'$');
        let letters = end;
        while self.byte(end).is_ascii_alphabetic() && end < letters + 4 {
            end += 1;
        }
        let digits = end > letters && self.byte(end).is_ascii_digit() && (end > start + 1 || self.is_sum(end));
        let sign = self.text.get(start..end).filter(|_| digits)?;
        self.lexicon.quantities().currency_sign(sign).is_some().then_some(end)
    }

    /// Whether digits are a sum and no model: `2.1 billion` behind a `P`, `150m` behind an `R`.
    fn is_sum(&self, digits: usize) -> bool {
        let mut end = digits;
        while self.byte(end).is_ascii_digit()
            || matches!(self.byte(end), b'.' | b',') && self.byte(end + 1).is_ascii_digit()
        {
            end += 1;
        }
        let rest = self.text.get(end..).unwrap_or("").trim_start_matches([' ', '-']);
        ["million", "billion", "trillion", "bn", "mn", "m ", "m.", "m,", "B"]
            .iter()
            .any(|power| rest.starts_with(power))
    }
}
