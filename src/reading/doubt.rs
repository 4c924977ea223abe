//! What may be wrong with a text on the whole: then what is found in it means little, and the reader is told so.

use std::fmt;

use crate::lexicon::{Class, lexicon};
use crate::text::{Document, Kind};

/// Why a text as a whole is doubtful.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Doubt {
    /// There is no text.
    Empty,
    /// It is a picture, an office document or the like, read as if it were text.
    Binary,
    /// It is the source of a web page.
    Markup,
    /// It is written in another script than the Latin one.
    OtherScript,
    /// It is written in another language than English.
    OtherLanguage,
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "There is no text to read.",
            Self::Binary => {
                "This is no text: it looks like the inside of a picture or of a document; copy its text instead."
            }
            Self::Markup => "This looks like the source of a web page; it was read as it is, tags and all.",
            Self::OtherScript => {
                "crossread reads English only, and this is in another script; little or nothing of it was understood."
            }
            Self::OtherLanguage => {
                "crossread reads English only, and this seems to be in another language; what was found may be wrong."
            }
        })
    }
}

/// How much of a text is looked at, in bytes and in words: its beginning tells.
const BYTES: usize = 20_000;
const WORDS: usize = 2_000;
/// A text of fewer words is too short to tell its language.
const FEW: usize = 25;
/// In English prose two words of five are function words, in a list of names or headlines still one of six.
const LEAST: usize = 10;

/// What is doubtful about a document as a whole.
pub(super) fn find(document: &Document<'_>) -> Option<Doubt> {
    let bytes = document.text.as_bytes();
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    let (mut latin, mut other, mut control, mut tags) = (0, 0, 0, 0);
    for (at, &byte) in bytes[..bytes.len().min(BYTES)].iter().enumerate() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => latin += 1,
            b'<' => tags += usize::from(letter(at + 1 + usize::from(bytes.get(at + 1) == Some(&b'/')))),
            b'\0'..=0x08 | 0x0e..=0x1f => control += 1,
            // What begins a character beyond ASCII.
            0xc0.. => match document.text.get(at..).and_then(|rest| rest.chars().next()) {
                Some('\u{fffd}') => control += 1,
                // Latin with its accents, to the end of its second extension.
                Some('\u{c0}'..='\u{24f}') => latin += 1,
                Some(c) if c.is_alphabetic() => other += 1,
                _ => {}
            },
            _ => {}
        }
    }
    if document.tokens.is_empty() {
        return Some(Doubt::Empty);
    }
    if control * 50 > latin + other {
        return Some(Doubt::Binary);
    }
    if tags >= 4 {
        return Some(Doubt::Markup);
    }
    if other > latin {
        return Some(Doubt::OtherScript);
    }
    let words = document.tokens.iter().filter(|token| token.kind == Kind::Word).take(WORDS);
    let (mut all, mut function) = (0, 0);
    for token in words {
        all += 1;
        function += usize::from(lexicon().is(token.word, Class::FunctionWord));
    }
    (all >= FEW && function * LEAST < all).then_some(Doubt::OtherLanguage)
}
