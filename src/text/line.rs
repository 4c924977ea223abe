//! Lines, and which of them belong to one paragraph.

use super::Span;

/// The lines of a text without the white space around them, joined where a paragraph was broken to fit a width.
pub(super) fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let wrapped = Wrapped::of(text, &lines);
    let mut paragraphs: Vec<Span> = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &lines[before]);
        match (paragraphs.last_mut(), before) {
            (Some(last), Some(before)) if wrapped.joins(text, before, line) => last.end = line.span.end,
            _ => paragraphs.push(line.span),
        }
    }
    paragraphs
}

struct Line {
    span: Span,
    /// Its length in characters.
    width: usize,
    /// Whether an empty line stands before it.
    after_blank: bool,
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut at, mut after_blank) = (0, true);
    while at < text.len() {
        let line = &text[at..line_end(text, at)];
        let start = at + (line.len() - line.trim_start().len());
        let end = at + line.trim_end().len();
        at += line.len();
        if start < end {
            let width = text[start..end].chars().count();
            lines.push(Line { span: Span::new(start, end), width, after_blank });
            after_blank = false;
        } else if line != "\n" || !text[..at - line.len()].ends_with('\r') {
            // The second half of `\r\n` is no line.
            after_blank = true;
        }
    }
    lines
}

/// The end of the line that begins at `start`, behind the character that ends it. Bytes are looked at, as few of them
/// can be the last of such a character.
fn line_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut from = start;
    while let Some(next) = bytes[from..].iter().position(|byte| !(0x20..0x80).contains(byte)) {
        let before = &bytes[..from + next];
        from += next + 1;
        let ends = match bytes[from - 1] {
            b'\n'..=b'\r' => true,
            // U+0085, U+2028 and U+2029
            0x85 => before.ends_with(&[0xc2]),
            0xa8 | 0xa9 => before.ends_with(&[0xe2, 0x80]),
            _ => false,
        };
        if ends {
            return from;
        }
    }
    bytes.len()
}

/// Whether, and to which width, the text was broken.
struct Wrapped {
    widest: usize,
    broken: bool,
}

impl Wrapped {
    fn of(text: &str, lines: &[Line]) -> Self {
        /// A text with longer lines has a paragraph a line.
        const LONGEST: usize = 130;
        let widest = lines.iter().map(|line| line.width).max().unwrap_or(0);
        let pairs = || lines.windows(2).filter(|pair| !pair[1].after_blank);
        let continued = pairs().filter(|pair| continues(text, &pair[0], &pair[1])).count();
        Self { widest, broken: widest <= LONGEST && continued > 0 && continued * 8 >= pairs().count() }
    }

    /// Whether `line` goes on with the paragraph of the line before it.
    fn joins(&self, text: &str, before: &Line, line: &Line) -> bool {
        if line.after_blank {
            return false;
        }
        if continues(text, before, line) {
            return true;
        }
        let surface = line.span.of(text);
        let first = surface.split_whitespace().next().unwrap_or(surface);
        // The next word would not have fitted.
        self.broken && before.width + 1 + first.chars().count() > self.widest && !is_item(first)
    }
}

/// Whether a line can only go on with the sentence of the line before: it begins with a small letter.
fn continues(text: &str, before: &Line, line: &Line) -> bool {
    /// Shorter lines are items of a list or of a menu.
    const SHORTEST: usize = 30;
    let ends = before.span.of(text).ends_with(['.', '!', '?', ':', ';']);
    before.width >= SHORTEST && !ends && !line.after_blank && line.span.of(text).starts_with(char::is_lowercase)
}

/// Whether a line with this first word is an item of a list.
fn is_item(first: &str) -> bool {
    let number = first.trim_end_matches(['.', ')']);
    matches!(first, "-" | "*" | "\u{2022}" | "\u{2013}" | "\u{2014}" | "\u{b7}" | "\u{25cf}" | "\u{25a0}")
        || (number.len() < first.len() && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}
