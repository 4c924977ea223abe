//! What is read: a file or standard input, as a stream of lines or as one text.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use super::failure::Failure;
use super::options::Source;
use crate::reading::Note;
use crate::text::Span;

/// What some programs write in front of UTF-8. It says how the file is written and is no part of the text.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A text and what had to be done to make it one.
pub(super) struct Decoded {
    /// The text that all offsets count in.
    pub(super) text: String,
    /// What its reader must know to count alike.
    pub(super) notes: Vec<Note>,
}

/// Opens a source.
pub(super) fn open(source: &Source) -> Result<Box<dyn BufRead>, Failure> {
    match source {
        Source::Standard => Ok(Box::new(io::stdin().lock())),
        Source::File(path) => match File::open(path) {
            Ok(file) => Ok(Box::new(BufReader::with_capacity(1 << 16, file))),
            Err(error) => Err(Failure::Read(source.clone(), error)),
        },
    }
}

/// Reads a source whole.
pub(super) fn bytes(source: &Source) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    open(source)?.read_to_end(&mut bytes).map_err(|error| Failure::Read(source.clone(), error))?;
    Ok(bytes)
}

/// Reads a source whole, as an article.
pub(super) fn text(source: &Source) -> Result<Decoded, Failure> {
    Ok(decode(bytes(source)?))
}

/// Line ends stay as they are, so that offsets fit the file. What is not UTF-8 becomes U+FFFD, a character for
/// each stretch of bytes that is none, as most programs do that "replace errors".
fn decode(bytes: Vec<u8>) -> Decoded {
    let mut notes = Vec::new();
    let bytes = match bytes.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => {
            let message = "The byte order mark at the start of the file is left out: offsets count from after it.";
            notes.push(Note { span: Span::new(0, 0), message: message.into() });
            rest.to_vec()
        }
        None => bytes,
    };
    let text = String::from_utf8(bytes).unwrap_or_else(|error| {
        let valid = error.utf8_error().valid_up_to();
        let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
        let message = "From here on the file is not all UTF-8; bytes that are no character are read as \u{fffd}.";
        notes.push(Note {
            span: Span::new(valid, valid + char::REPLACEMENT_CHARACTER.len_utf8()),
            message: message.into(),
        });
        text
    });
    Decoded { text, notes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, noted: &[&str]) {
        let decoded = decode(bytes.to_vec());
        assert_eq!(decoded.text, text);
        let spans: Vec<_> = decoded.notes.iter().map(|note| note.span.of(&decoded.text)).collect();
        assert_eq!(spans, noted);
    }

    #[test]
    fn bytes_become_a_text() {
        check(b"", "", &[]);
        check("Fünf\r\n".as_bytes(), "Fünf\r\n", &[]);
        check(b"\xef\xbb\xbfFive", "Five", &[""]);
        check(b"caf\xe9 \xff!", "caf\u{fffd} \u{fffd}!", &["\u{fffd}"]);
        check(b"\xef\xbb\xbf\xf0\x9f\x98", "\u{fffd}", &["", "\u{fffd}"]);
    }
}
