//! Tokens: words, numbers and marks, as spans.
//!
//! The cuts are those of the English Web Treebank: clitics stand alone (`Ukraine|'s`, `do|n't`), and
//! so do hyphens and the parts they join (`full|-|scale`, `152|-|mm`). A number is one token with its
//! separators (`10,000`, `1.2`), without sign, currency or unit (`$|1.2|bn`); an ordinal or a decade
//! (`810th`, `1990s`) is a word.

use super::Span;
use crate::lexicon::{Class, WordId, lexicon};

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Letters, perhaps with digits after them, inner apostrophes or abbreviation points.
    Word,
    /// Digits with their separators.
    Number,
    /// A mark that parts or joins: comma, quotation mark, dash, bracket.
    Punctuation,
    /// Any other sign: currency, percent, degree, arithmetic, emoji.
    Symbol,
    /// An address: URL, e-mail, `@name`, `#tag`.
    Link,
}

/// A token: where it stands, what it is made of, and which word of the lists it is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// The word of the lists that it is, in any case.
    pub word: WordId,
    /// What it is made of.
    pub kind: Kind,
    /// Its first character; tells marks and symbols apart at once.
    pub first: char,
    /// Whether white space, or the beginning of the text, stands before it.
    pub spaced: bool,
    /// How it is capitalised.
    pub case: Case,
    /// Its part of speech.
    pub tag: super::Tag,
}

/// How a word is capitalised.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Case {
    /// No letter that has a case, or none at its beginning.
    None,
    /// `troops`
    Lower,
    /// `Kursk`, and single letters: `A`.
    Title,
    /// `NATO`
    Upper,
    /// `iPhone`, `McDonald`, `eBay`
    Mixed,
}

impl Token {
    /// Whether the word is in a class.
    #[must_use]
    pub fn is(&self, class: Class) -> bool {
        lexicon().is(self.word, class)
    }

    /// Whether it begins with a capital.
    #[must_use]
    pub fn is_capitalised(&self) -> bool {
        matches!(self.case, Case::Title | Case::Upper) || (self.case == Case::Mixed && self.first.is_uppercase())
    }

    /// Whether it is this mark or symbol.
    #[must_use]
    pub fn is_mark(&self, mark: char) -> bool {
        self.first == mark && matches!(self.kind, Kind::Punctuation | Kind::Symbol)
    }

    /// Whether it is a hyphen or a dash of any length.
    #[must_use]
    pub fn is_dash(&self) -> bool {
        self.kind == Kind::Punctuation && matches!(self.first, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
    }
}

/// Cuts the part of `text` that `within` gives into tokens and adds them to `tokens`.
pub(super) fn tokenise(text: &str, within: Span, tokens: &mut Vec<Token>) {
    let end = within.end as usize;
    let mut at = within.start as usize;
    let mut spaced = true;
    while at < end {
        let Some(first) = text[at..end].chars().next() else { break };
        if first.is_whitespace() || is_invisible(first) {
            spaced |= first.is_whitespace();
            at += first.len_utf8();
            continue;
        }
        let (len, kind) = measure(&text[at..end], first);
        push(text, Span::new(at, at + len), kind, spaced, tokens);
        at += len;
        spaced = false;
    }
}

/// Characters that are not seen and part nothing: zero-width and direction marks, soft hyphen.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        || c.is_control()
}

/// The length in bytes and the kind of the token that `rest` begins with.
fn measure(rest: &str, first: char) -> (usize, Kind) {
    if first.is_ascii_digit() {
        let len = number(rest);
        return match designation(&rest[len..]) {
            Some(tail) => (len + tail, Kind::Word),
            None => (len, Kind::Number),
        };
    }
    if let Some(len) = link(rest, first) {
        return (len, Kind::Link);
    }
    if first.is_alphabetic() {
        return (word(rest), Kind::Word);
    }
    if first.is_numeric() {
        // Other scripts' digits and signs such as U+00BD: each run is a number of its own.
        return (run(rest, char::is_numeric), Kind::Number);
    }
    if rest.starts_with("...") {
        return (run(rest, |c| c == '.'), Kind::Punctuation);
    }
    if rest.starts_with("''") {
        // A double quotation mark as two single ones.
        return (2, Kind::Punctuation);
    }
    if rest.starts_with("--") {
        return (run(rest, |c| c == '-'), Kind::Punctuation);
    }
    let len = first.len_utf8();
    let kind = match first {
        '$' | '%' | '+' | '<' | '=' | '>' | '^' | '|' | '~' | '`' | '&' | '@' | '#' | '*' | '\\' => Kind::Symbol,
        _ if first.is_ascii_punctuation() => Kind::Punctuation,
        '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205e}'
        | '\u{ab}'
        | '\u{bb}'
        | '\u{a1}'
        | '\u{bf}'
        | '\u{3001}'..='\u{3011}'
        | '\u{2212}'
            if !matches!(first, '\u{2030}' | '\u{2031}' | '\u{2032}' | '\u{2033}') =>
        {
            Kind::Punctuation
        }
        _ => Kind::Symbol,
    };
    (len, kind)
}

fn run(rest: &str, same: impl Fn(char) -> bool) -> usize {
    rest.find(|c| !same(c)).unwrap_or(rest.len())
}

/// Digits, with each `,` or `.` that has a digit on both sides.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let separator = matches!(bytes[at], b',' | b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if !bytes[at].is_ascii_digit() && !separator {
            break;
        }
        at += 1;
    }
    at
}

/// What makes an ordinal or a decade of the number before it: `810th`, `1990s`.
fn designation(rest: &str) -> Option<usize> {
    let len = rest.bytes().take(3).take_while(u8::is_ascii_alphabetic).count();
    let tail = rest.get(..len)?;
    let ordinal = ["st", "nd", "rd", "th", "s"].iter().any(|ending| tail.eq_ignore_ascii_case(ending));
    (ordinal && !rest[len..].starts_with(char::is_alphanumeric)).then_some(len)
}

/// A URL, an e-mail address, a handle or a tag, without the sentence's own marks after it.
fn link(rest: &str, first: char) -> Option<usize> {
    let part = || {
        rest.split(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | ')' | ']' | '\u{201d}' | ',' | ';'))
            .next()
    };
    let trimmed = |part: &str| part.trim_end_matches(['.', '!', '?', ':', '\'', '\u{2019}']).len();
    let name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
    match first {
        '@' | '#' => {
            let len = 1 + run(&rest[1..], name);
            let len = trimmed(&rest[..len]);
            (len > 2 && rest[1..].starts_with(|c: char| c.is_alphabetic() || c == '_')).then_some(len)
        }
        'h' | 'H' | 'w' | 'W' => {
            let head = rest.get(..8).unwrap_or(rest).to_ascii_lowercase();
            (head.starts_with("http://") || head.starts_with("https://") || head.starts_with("www."))
                .then(|| part().map(trimmed))
                .flatten()
        }
        _ => None,
    }
    .or_else(|| mail(rest))
}

/// An e-mail address: the name, `@`, and a host with a point in it.
fn mail(rest: &str) -> Option<usize> {
    const LONGEST_NAME: usize = 64;
    let bytes = rest.as_bytes();
    let part = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+');
    let name = bytes.iter().take(LONGEST_NAME).take_while(|b| part(b)).count();
    if name == 0 || bytes.get(name) != Some(&b'@') {
        return None;
    }
    let host = bytes[name + 1..].iter().take(LONGEST_NAME).take_while(|b| part(b)).count();
    let end = name + 1 + host;
    let end = rest[..end].trim_end_matches(['.', '-']).len();
    rest.get(name + 1..end)?.contains('.').then_some(end)
}

/// Letters and what belongs to them: digits after them, apostrophes and abbreviation points inside.
fn word(rest: &str) -> usize {
    let mut end = 0;
    let mut letters = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_alphanumeric() || is_mark(c) || (is_invisible(c) && c != '\n' && c != '\r' && c != '\t') {
            // A soft hyphen or joiner inside a word parts nothing.
            if !is_invisible(c) {
                end = at + c.len_utf8();
                letters += 1;
            }
            continue;
        }
        let next_is_letter = chars.peek().is_some_and(|&(_, next)| next.is_alphabetic());
        let apostrophe = matches!(c, '\'' | '\u{2019}') && next_is_letter;
        // U.S., a.m., Ph.D.: a point after a letter or two that has a letter after it.
        let point = c == '.' && next_is_letter && letters <= 2;
        if !apostrophe && !point {
            break;
        }
        letters = 0;
    }
    let bare = end;
    if rest[end..].starts_with('.') && ends_with_point(&rest[..bare], &rest[bare + 1..]) {
        end += 1;
    }
    end
}

/// Combining marks, which belong to the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Whether the full stop after `word` belongs to it.
fn ends_with_point(word: &str, after: &str) -> bool {
    if word.contains('.') {
        return word.rsplit('.').all(|part| part.chars().count() <= 2);
    }
    let mut chars = word.chars();
    if let (Some(initial), None) = (chars.next(), chars.next()) {
        // An initial: John F. Kennedy.
        return initial.is_uppercase()
            && after.trim_start_matches(' ').starts_with(char::is_uppercase)
            && initial != 'I';
    }
    let lexicon = lexicon();
    let id = lexicon.id(word);
    if word.eq_ignore_ascii_case("no") || word.eq_ignore_ascii_case("nos") {
        return after.trim_start_matches([' ', '\u{a0}']).starts_with(|c: char| c.is_ascii_digit());
    }
    lexicon.is(id, Class::Abbreviation)
        && (word.starts_with(char::is_uppercase) || after.starts_with([' ', ',', '\u{a0}']))
}

/// A token for words that were cut elsewhere: the whole span is one.
pub(super) fn whole(text: &str, span: Span) -> Token {
    let surface = span.of(text);
    let first = surface.chars().next().unwrap_or(' ');
    let (len, kind) = measure(surface, first);
    // `can't` or `10:30` may come as one word: what its beginning is decides, unless letters follow digits.
    let kind = if len < surface.len() && kind == Kind::Number && surface.ends_with(char::is_alphabetic) {
        Kind::Word
    } else {
        kind
    };
    let kind = if surface.len() > 1 && first == '\'' { Kind::Word } else { kind };
    make(text, span, kind, true)
}

fn make(text: &str, span: Span, kind: Kind, spaced: bool) -> Token {
    let surface = span.of(text);
    let bare = surface.strip_suffix('.').filter(|bare| !bare.is_empty() && kind == Kind::Word).unwrap_or(surface);
    Token {
        span,
        word: if kind == Kind::Word { lexicon().id(bare) } else { WordId::NONE },
        kind,
        first: surface.chars().next().unwrap_or(' '),
        spaced,
        case: case(surface),
        tag: super::Tag::NN,
    }
}

/// Adds a token, its clitic cut off.
fn push(text: &str, span: Span, kind: Kind, spaced: bool, tokens: &mut Vec<Token>) {
    let surface = span.of(text);
    let cut = if kind == Kind::Word { clitic(surface) } else { None };
    let mut add = |span: Span, spaced: bool| tokens.push(make(text, span, kind, spaced));
    match cut {
        Some(cut) => {
            let middle = span.start as usize + cut;
            add(Span::new(span.start as usize, middle), spaced);
            add(Span::new(middle, span.end as usize), false);
        }
        None => add(span, spaced),
    }
}

/// Where a clitic begins: `'s`, `'re`, `n't` ...
fn clitic(word: &str) -> Option<usize> {
    let at = word.rfind(['\'', '\u{2019}'])?;
    let apostrophe = word[at..].chars().next()?.len_utf8();
    let tail = &word[at + apostrophe..];
    if tail.eq_ignore_ascii_case("t") {
        let before = at.checked_sub(1)?;
        return (word.as_bytes()[before].eq_ignore_ascii_case(&b'n') && before > 0).then_some(before);
    }
    let is_clitic = ["s", "re", "ve", "ll", "d", "m"].iter().any(|clitic| tail.eq_ignore_ascii_case(clitic));
    (is_clitic && at > 0).then_some(at)
}

fn case(surface: &str) -> Case {
    let mut letters = surface.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Case::None };
    let (mut upper, mut lower) = (0usize, 0usize);
    for c in letters {
        if c.is_uppercase() {
            upper += 1;
        } else {
            lower += 1;
        }
    }
    match (first.is_uppercase(), upper, lower) {
        (true, 0, _) => Case::Title,
        (true, _, 0) => Case::Upper,
        (false, 0, _) if first.is_lowercase() => Case::Lower,
        (false, 0, _) => Case::None,
        _ => Case::Mixed,
    }
}
