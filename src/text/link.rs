//! Addresses: URLs, e-mail addresses, bare domains, handles and tags, each one token.

/// No name or host is longer, in bytes; what is longer is no address.
const LONGEST: usize = 64;

/// The last parts of bare domains that are told from a missing space after a full stop.
const DOMAINS: [&str; 15] =
    ["com", "org", "net", "gov", "edu", "mil", "info", "uk", "ru", "ua", "de", "fr", "eu", "tv", "io"];

fn is_host(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+')
}

/// How far the bytes of a name or host reach back from `at`.
fn host_start(text: &str, at: usize) -> usize {
    let back = text.as_bytes()[..at].iter().rev().take(LONGEST).take_while(|&&byte| is_host(byte)).count();
    at - back
}

/// Where an address ends that has begun before `from`: at white space or a mark that closes, without
/// the sentence's own marks.
pub(super) fn address_end(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let ends =
        |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | ')' | ']' | '\u{201d}' | '\u{bb}' | ',' | ';');
    let address = &rest[..rest.find(ends).unwrap_or(rest.len())];
    from + address.trim_end_matches(['.', '!', '?', ':', '\'', '\u{2019}']).len()
}

/// `@name` or `#tag` at `at`; a bare `#5` is none.
pub(super) fn handle(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let after_word = at.checked_sub(1).is_some_and(|before| bytes[before].is_ascii_alphanumeric());
    let rest = text.get(at + 1..)?;
    if after_word || !rest.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        return None;
    }
    let len = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '.')).unwrap_or(rest.len());
    let name = rest[..len].trim_end_matches('.');
    (name.len() > 1).then_some(at + 1 + name.len())
}

/// The e-mail address around the `@` at `at`: a name, and a host with a point in it.
pub(super) fn mail(text: &str, at: usize) -> Option<(usize, usize)> {
    let start = host_start(text, at);
    let host = text.as_bytes()[at + 1..].iter().take(LONGEST).take_while(|&&byte| is_host(byte)).count();
    let host = text[at + 1..at + 1 + host].trim_end_matches(['.', '-', '_', '+']);
    (start < at && host.contains('.')).then_some((start, at + 1 + host.len()))
}

/// The bare domain (`www.example.org`, `example.co.uk/news`) in which a word at `start..end` is followed
/// by a full stop.
pub(super) fn domain(text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let len = bytes[end + 1..].iter().take(5).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let last = text.get(end + 1..end + 1 + len)?;
    let www = text[start..end].eq_ignore_ascii_case("www") && len > 0;
    if !www && !(last.bytes().all(|byte| byte.is_ascii_lowercase()) && DOMAINS.contains(&last)) {
        return None;
    }
    // `example.com/news` and `example.co.uk` go on.
    let after = end + 1 + len;
    let goes_on = www
        || matches!(bytes.get(after), Some(b'/' | b'?'))
        || bytes.get(after) == Some(&b'.') && bytes.get(after + 1).is_some_and(u8::is_ascii_lowercase);
    let end = if goes_on { address_end(text, after) } else { after };
    (!bytes.get(end).is_some_and(u8::is_ascii_alphanumeric)).then(|| (host_start(text, start), end))
}
