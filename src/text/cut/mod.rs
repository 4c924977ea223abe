//! Cuts text into tokens.
//!
//! One pass over the bytes: a table tells what each ASCII byte begins, everything else is read as a
//! character. Look-ahead and look-back are bounded, so the cost is linear whatever the text.

mod apostrophe;
mod case;
mod number;

use super::{Case, Kind, Span, Tag, Token, link};
use crate::lexicon::{Abbreviation, Class, Lexicon, WordId, lexicon};
use case::{Letters, case};

/// Cuts the part of `text` that `within` gives into tokens and adds them to `tokens`.
pub(super) fn tokenise(text: &str, within: Span, tokens: &mut Vec<Token>) {
    let base = tokens.len();
    let text = &text[..within.end as usize];
    Cutter { text, bytes: text.as_bytes(), lexicon: lexicon(), tokens, base, spaced: true }.run(within.start as usize);
}

/// What an ASCII byte begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begins {
    Nothing,
    Space,
    Letter,
    Digit,
    Mark,
    Sign,
    Apostrophe,
    /// `@` and `#`
    Handle,
    Character,
}

const BEGINS: [Begins; 256] = {
    let mut table = [Begins::Nothing; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        table[at] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => Begins::Letter,
            b'0'..=b'9' => Begins::Digit,
            b' ' | b'\t'..=b'\r' => Begins::Space,
            b'\'' => Begins::Apostrophe,
            b'@' | b'#' => Begins::Handle,
            b'$' | b'%' | b'+' | b'<' | b'=' | b'>' | b'^' | b'|' | b'~' | b'`' | b'&' | b'*' | b'\\' => Begins::Sign,
            b'!'..=b'~' => Begins::Mark,
            0x80.. => Begins::Character,
            _ => Begins::Nothing,
        };
        at += 1;
    }
    table
};

/// Characters that are not seen and part nothing: zero-width and direction marks, soft hyphen, controls.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
        || c.is_control() && !c.is_whitespace()
}

/// Combining marks, which belong to the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

/// A word as it was scanned.
struct Scanned {
    end: usize,
    letters: Letters,
    /// The last apostrophe in it.
    apostrophe: Option<usize>,
}

struct Cutter<'t, 'v> {
    /// The text up to the end of what is cut.
    text: &'t str,
    bytes: &'t [u8],
    lexicon: &'static Lexicon,
    tokens: &'v mut Vec<Token>,
    /// Where this cut's tokens begin.
    base: usize,
    /// Whether white space came after the last token.
    spaced: bool,
}

/// Every step takes the offset where something begins and gives the offset where it ends.
impl Cutter<'_, '_> {
    fn run(&mut self, mut at: usize) {
        while let Some(&byte) = self.bytes.get(at) {
            at = match BEGINS[byte as usize] {
                Begins::Space => {
                    self.spaced = true;
                    at + 1
                }
                Begins::Nothing => at + 1,
                Begins::Letter => self.word(at),
                Begins::Digit => self.number(at),
                Begins::Mark => self.mark(at, Kind::Punctuation),
                Begins::Sign => match self.currency(at) {
                    Some(end) => self.add(at, end, Kind::Symbol),
                    None => self.mark(at, Kind::Symbol),
                },
                Begins::Apostrophe => self.apostrophe(at, 1),
                Begins::Handle => match link::handle(self.text, at) {
                    Some(end) => self.add(at, end, Kind::Link),
                    None => self.mark(at, Kind::Symbol),
                },
                Begins::Character => self.character(at),
            };
        }
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        match self.bytes.get(at) {
            Some(&byte) if byte < 0x80 => Some(char::from(byte)),
            _ => self.text.get(at..)?.chars().next(),
        }
    }

    fn letter_at(&self, at: usize) -> bool {
        match self.byte(at) {
            byte @ ..0x80 => byte.is_ascii_alphabetic(),
            _ => self.char_at(at).is_some_and(char::is_alphabetic),
        }
    }

    /// What begins with a character beyond ASCII.
    fn character(&mut self, at: usize) -> usize {
        let Some(first) = self.char_at(at) else { return self.bytes.len() };
        let end = at + first.len_utf8();
        match first {
            _ if first.is_whitespace() => {
                self.spaced = true;
                end
            }
            _ if is_invisible(first) => end,
            '\u{2018}' | '\u{2019}' => self.apostrophe(at, 3),
            _ if first.is_alphabetic() => self.word(at),
            // Other scripts' digits and signs such as U+00BD: each run is a number of its own.
            _ if first.is_numeric() => {
                let rest = self.text.get(at..).unwrap_or_default();
                self.add(at, at + rest.find(|c: char| !c.is_numeric()).unwrap_or(rest.len()), Kind::Number)
            }
            '\u{2030}'..='\u{2033}' => self.add(at, end, Kind::Symbol),
            '\u{2010}'..='\u{2027}'
            | '\u{2034}'..='\u{205e}'
            | '\u{ab}'
            | '\u{bb}'
            | '\u{a1}'
            | '\u{bf}'
            | '\u{2212}'
            | '\u{3001}'..='\u{3011}'
            | '\u{ff01}'
            | '\u{ff08}'
            | '\u{ff09}'
            | '\u{ff0c}'
            | '\u{ff1a}'
            | '\u{ff1b}'
            | '\u{ff1f}' => self.add(at, end, Kind::Punctuation),
            _ => self.add(at, end, Kind::Symbol),
        }
    }

    /// A mark or sign; the same one several times over is one token where that is usual.
    fn mark(&mut self, at: usize, kind: Kind) -> usize {
        let byte = self.byte(at);
        if byte == b'.' && self.spaced && self.byte(at + 1).is_ascii_digit() {
            return self.number(at);
        }
        if byte == b'@'
            && !self.spaced
            && let Some((start, end)) = link::mail(self.text, at)
        {
            return self.join(start, end);
        }
        let mut end = at + 1;
        if matches!(byte, b'.' | b'-' | b'!' | b'?' | b'=' | b'*' | b'_' | b'~' | b'`') {
            while self.byte(end) == byte {
                end += 1;
            }
        }
        self.add(at, end, kind)
    }

    /// Letters and what belongs to them: digits after them, apostrophes inside, abbreviation points.
    fn word(&mut self, at: usize) -> usize {
        if let Some((end, case)) = self.plain(at) {
            return self.letters(at, end, case);
        }
        if let Some(end) = self.dotted(at) {
            return self.add(at, end, Kind::Word);
        }
        if let Some(end) = self.currency(at) {
            return self.add(at, end, Kind::Word);
        }
        let scanned = self.scan(at);
        let end = scanned.end;
        match self.byte(end) {
            b'.' => {
                if let Some((start, end)) = link::domain(self.text, at, end) {
                    return self.join(start, end);
                }
                let word = self.lexicon.id_in(self.text, at..end);
                let end = end + usize::from(self.owns_point(at, end, word));
                self.push(at, end, Kind::Word, word, scanned.letters.case());
                return end;
            }
            b':' if self.bytes[end..].starts_with(b"://") => {
                let end = link::address_end(self.text, end + 3);
                return self.add(at, end, Kind::Link);
            }
            _ => {}
        }
        if let Some(cut) = scanned.apostrophe.and_then(|apostrophe| self.clitic(at, apostrophe, end)) {
            self.add(at, cut, Kind::Word);
            self.add(cut, end, Kind::Word)
        } else {
            self.letters(at, end, scanned.letters.case())
        }
    }

    /// The end of a word of plain letters, small ones after the first, that nothing is joined to: most words are such.
    fn plain(&self, start: usize) -> Option<(usize, Case)> {
        let first = self.byte(start);
        let small = self.bytes.get(start + 1..)?.iter().position(|byte| !byte.is_ascii_lowercase());
        let end = small.map_or(self.bytes.len(), |small| start + 1 + small);
        let joined = matches!(self.byte(end), b'.' | b':' | b'\'' | b'&' | b'0'..=b'9' | b'A'..=b'Z' | 0x80..);
        let case = if first.is_ascii_uppercase() { Case::Title } else { Case::Lower };
        (first.is_ascii_alphabetic() && !joined).then_some((end, case))
    }

    /// A word that is all there is to it, but for those written as one.
    fn letters(&mut self, at: usize, end: usize, case: Case) -> usize {
        let word = self.lexicon.id_in(self.text, at..end);
        if end - at >= 5 && self.lexicon.is(word, Class::Fused) {
            // can|not, gon|na
            self.add(at, at + 3, Kind::Word);
            return self.add(at + 3, end, Kind::Word);
        }
        self.push(at, end, Kind::Word, word, case);
        end
    }

    fn scan(&self, start: usize) -> Scanned {
        let mut letters = Letters::default();
        let mut apostrophe = None;
        let (mut at, mut end) = (start, start);
        loop {
            match self.byte(at) {
                byte if byte.is_ascii_alphanumeric() => {
                    letters.count(char::from(byte));
                    at += 1;
                    end = at;
                }
                b'\'' if end == at && self.letter_at(at + 1) => {
                    apostrophe = Some(at);
                    at += 1;
                }
                // AT&T, R&D
                b'&' if self.byte(at.saturating_sub(1)).is_ascii_uppercase()
                    && self.byte(at + 1).is_ascii_uppercase() =>
                {
                    at += 1;
                }
                0x80.. => {
                    let Some(c) = self.char_at(at) else { break };
                    let after = at + c.len_utf8();
                    if c.is_alphanumeric() || is_mark(c) {
                        letters.count(c);
                        end = after;
                    } else if c == '\u{2019}' && end == at && self.letter_at(after) {
                        apostrophe = Some(at);
                    } else if !is_invisible(c) {
                        break;
                    }
                    at = after;
                }
                _ => break,
            }
        }
        Scanned { end, letters, apostrophe }
    }

    /// The end of single letters with points: U.S., a.m., J.F.K.; and of Ph.D.
    fn dotted(&self, start: usize) -> Option<usize> {
        if self.byte(start + 1) != b'.' {
            let doctor = self.bytes[start..].starts_with(b"Ph.D");
            return doctor.then(|| start + 4 + usize::from(self.byte(start + 4) == b'.'));
        }
        let letter = |at: usize| self.byte(at).is_ascii_alphabetic();
        let mut at = start;
        let mut letters = 0;
        while letter(at) && self.byte(at + 1) == b'.' {
            at += 2;
            letters += 1;
        }
        // The last point may be missing.
        if letter(at) && !self.char_at(at + 1).is_some_and(char::is_alphanumeric) {
            at += 1;
            letters += 1;
        }
        (letters > 1).then_some(at)
    }

    /// Whether the full stop after a word belongs to it.
    fn owns_point(&self, start: usize, end: usize, word: WordId) -> bool {
        let surface = &self.text[start..end];
        let rest = &self.bytes[end + 1..];
        const FAR: usize = 4;
        let blanks =
            rest.iter().take(FAR).take_while(|&&byte| matches!(byte, b' ' | b'\n' | b'\r' | 0xc2 | 0xa0)).count();
        let next = rest.get(blanks).copied().unwrap_or(0);
        let spaced_or_comma = rest.first().is_some_and(|&byte| matches!(byte, b' ' | b',' | b';' | b':' | b')' | 0xc2));
        let title_case = self.byte(start).is_ascii_uppercase();
        if end - start == 1 {
            // An initial: John F. Kennedy.
            return title_case
                && surface != "I"
                && !self.text[..start].ends_with('°')
                && (next.is_ascii_uppercase() || next >= 0xc3);
        }
        match self.lexicon.abbreviation(word) {
            Some(Abbreviation::Title) => title_case && (next.is_ascii_uppercase() || next >= 0xc3),
            Some(Abbreviation::Number) => next.is_ascii_digit(),
            Some(Abbreviation::Time) => {
                let word_too = matches!(surface, "Sun" | "Sat" | "Mar" | "Wed" | "Mon");
                title_case && (next.is_ascii_digit() || next == b',' || (!word_too && blanks < rest.len()))
            }
            Some(Abbreviation::State) => {
                title_case && self.text[..start].trim_end().ends_with(',') && self.tokens.len() > self.base
            }
            Some(Abbreviation::Body) => title_case || spaced_or_comma && next.is_ascii_lowercase(),
            Some(Abbreviation::Word | Abbreviation::Dotted) => spaced_or_comma,
            None => false,
        }
    }

    /// Adds a token; gives its end.
    fn add(&mut self, start: usize, end: usize, kind: Kind) -> usize {
        let surface = &self.text[start..end];
        let (mut word, mut case_of) = (WordId::NONE, Case::None);
        if kind == Kind::Word {
            let point = usize::from(surface.len() > 1 && surface.ends_with('.'));
            word = self.lexicon.id_in(self.text, start..end - point);
            case_of = case(surface);
        }
        self.push(start, end, kind, word, case_of);
        end
    }

    fn push(&mut self, start: usize, end: usize, kind: Kind, word: WordId, case: Case) {
        let first = self.char_at(start).unwrap_or(' ');
        let spaced = std::mem::take(&mut self.spaced);
        self.tokens.push(Token { span: Span::new(start, end), word, kind, first, spaced, case, tag: Tag::NN });
    }

    /// Makes one link of `start..end`, whose beginning was already cut.
    fn join(&mut self, start: usize, end: usize) -> usize {
        while self.tokens.len() > self.base && self.tokens.last().is_some_and(|last| last.span.start as usize >= start)
        {
            self.spaced = self.tokens.pop().is_some_and(|token| token.spaced);
        }
        // A token that only ends in it stays whole.
        let start = self
            .tokens
            .get(self.base..)
            .and_then(<[Token]>::last)
            .map_or(start, |last| start.max(last.span.end as usize));
        self.add(start, end, Kind::Link)
    }
}
