//! Numbers in digits: `10,000`, `10 000`, `10.000`, `2 1/2`, `3/4`, `4e-3`.

use super::reader::Reader;
use super::value::{Form, LONGEST, Number, finish};
use crate::decimal::Decimal;
use crate::lexicon::word;
use crate::text::{Kind, Tag, is_invisible};

/// `10,000`, `10 000`, `2 1/2`, `3/4`, `$1.2|bn`
pub(super) fn digits(r: &Reader<'_, '_>, at: usize, money: bool) -> Option<Number> {
    let surface = r.surface(at);
    if let Some(decimals) = surface.strip_prefix('.') {
        let value = Decimal::parse(decimals, None).unshift(decimals.len() as u32);
        return Some(finish(r, at, at + 1, value, Form::Digits, money));
    }
    if !surface.starts_with(|c: char| c.is_ascii_digit()) {
        let value = vulgar(surface)?;
        return Some(finish(r, at, at + 1, value, Form::Share, money));
    }
    // A point stands before the digits: $.08
    if at > r.start && r.is_mark(at - 1, '.') && r.is_glued(at) && !surface.contains(['.', ',']) {
        let value = Decimal::parse(surface, None).unshift(surface.len() as u32);
        if r.before(at, 1).is_some_and(|point| point.spaced) {
            return Some(finish(r, at - 1, at + 1, value, Form::Digits, money));
        }
    }
    let (mut value, mut form) = written(surface, thousands_point(r, at))?;
    let mut end = at + 1;
    if let Some(longer) = spaced_groups(r, at) {
        let last = r.surface(longer - 1);
        let text = r.span(at..longer).of(r.document.text);
        value = Decimal::parse(text, last.contains('.').then_some('.'));
        (end, form) = (longer, Form::Digits);
    }
    if let Some((part, after)) = fraction(r, end) {
        value = value.plus(part);
        (end, form) = (after, Form::Digits);
    } else if let Some((part, after)) = fraction(r, at) {
        return Some(finish(r, at, after, part, Form::Share, money));
    }
    if let Some((power, after)) = exponent(r, end) {
        value = if power < 0 { value.unshift(power.unsigned_abs()) } else { value.shift(power.unsigned_abs()) };
        (end, form) = (after, Form::Digits);
    }
    if let Some((factor, after)) = raised(r, end) {
        (value, end, form) = (value.times(factor), after, Form::Digits);
    }
    if let Some((power, after)) = power(r, end)
        && let Some(raised) = value.raised(power)
    {
        (value, end, form) = (raised, after, Form::Digits);
    }
    let end = tolerance(r, end).unwrap_or(end);
    Some(finish(r, at, end, value, form, money))
}

/// `|^|10`, `|^|-|1`: the power that the number before it is raised to, and the token after it.
fn power(r: &Reader<'_, '_>, at: usize) -> Option<(i32, usize)> {
    const MOST: i32 = 400;
    if !r.is_mark(at, '^') || !r.is_glued(at) || !r.is_glued(at + 1) {
        return None;
    }
    let sign = usize::from(r.is_dash(at + 1) || r.is_mark(at + 1, '+'));
    let power: i32 = r.surface(at + 1 + sign).parse().ok().filter(|&power| power < MOST)?;
    Some((if r.is_dash(at + 1) { -power } else { power }, at + 2 + sign))
}

/// `8|x2|^|10`: a factor that is raised to a power, and the token after it.
fn raised(r: &Reader<'_, '_>, at: usize) -> Option<(u64, usize)> {
    let times = r.surface(at).strip_prefix(['x', 'X', '×']).filter(|_| r.is_glued(at))?;
    let last = if times.is_empty() { at + 1 } else { at };
    let base: u64 = if times.is_empty() { r.surface(last) } else { times }.parse().ok()?;
    let (power, end) = power(r, last + 1)?;
    Some((base.checked_pow(u32::try_from(power).ok()?)?, end))
}

/// `2.5 |± 0.1| mm`: the token after how far the value may be off.
fn tolerance(r: &Reader<'_, '_>, at: usize) -> Option<usize> {
    let sign = if r.is_mark(at, '±') {
        at + 1
    } else if r.is_mark(at, '+') && r.is_mark(at + 1, '/') && r.is_dash(at + 2) {
        at + 3
    } else {
        return None;
    };
    let number = written(r.surface(sign), false).is_some();
    let exponent = exponent(r, sign + 1).filter(|_| number);
    number.then(|| exponent.map_or(sign + 1, |(_, end)| end))
}

/// What a run of digits with separators stands for; `None` for an address, a version, a list.
fn written(surface: &str, thousands_point: bool) -> Option<(Decimal, Form)> {
    if !surface.is_ascii() && surface.contains(is_invisible) {
        return written(&surface.replace(is_invisible, ""), thousands_point);
    }
    // 10'000, 10 000 with spaces that don't break
    if surface.contains(|c: char| !c.is_ascii_digit() && c != ',' && c != '.') {
        return (!surface.contains(',')).then(|| (Decimal::parse(surface, Some('.')), Form::Digits));
    }
    let count = |mark: u8| surface.bytes().filter(|&byte| byte == mark).count();
    let (commas, points) = (count(b','), count(b'.'));
    let after = |separator: char| surface.rsplit(separator).next().map_or(0, str::len);
    let grouped = |separator: char| {
        let mut groups = surface.split([',', '.']).peekable();
        let first = groups.next().map_or(0, str::len);
        // The last group, or the last before the other separator, has three digits; Indian ones before it two.
        let inner: Vec<usize> =
            surface.split(separator).skip(1).map(|group| group.split([',', '.']).next().map_or(0, str::len)).collect();
        (1..=3).contains(&first)
            && inner.last() == Some(&3)
            && (inner.iter().all(|&len| len == 3)
                || (inner.len() > 1 && inner[..inner.len() - 1].iter().all(|&len| len == 2)))
    };
    let decimal = |point| Some((Decimal::parse(surface, point), Form::Digits));
    match (commas, points) {
        (0, 0) => Some((Decimal::parse(surface, None), Form::Plain)),
        (0, 1) if thousands_point && after('.') == 3 => decimal(None),
        (0, 1) => decimal(Some('.')),
        (_, 0) if grouped(',') && !surface.starts_with("0,") => decimal(None),
        (1, 0) if after(',') <= 2 => decimal(Some(',')),
        (_, 1) if surface.rfind('.') > surface.rfind(',') && grouped(',') => decimal(Some('.')),
        (1, _) if surface.rfind(',') > surface.rfind('.') && grouped('.') => decimal(Some(',')),
        (0, _) if grouped('.') && surface.split('.').skip(1).all(|group| group.len() == 3) => decimal(None),
        _ => None,
    }
}

/// Whether the text takes the point in `10.000` for a thousands mark: three noughts or more before a plural.
fn thousands_point(r: &Reader<'_, '_>, at: usize) -> bool {
    let surface = r.surface(at);
    surface.len() >= 5 && !surface.starts_with('0') && r.tag(at + 1) == Some(Tag::NNS) && r.unit(at + 1).is_none()
}

/// Groups of three digits, each after a single space: the token after the last.
fn spaced_groups(r: &Reader<'_, '_>, at: usize) -> Option<usize> {
    let plain = |surface: &str, len: usize| surface.len() == len && surface.bytes().all(|b| b.is_ascii_digit());
    let first = r.surface(at);
    if !(1..=3).any(|len| plain(first, len)) || first.starts_with('0') {
        return None;
    }
    let mut end = at + 1;
    while end - at < LONGEST && r.kind(end) == Some(Kind::Number) {
        let gap = r.token(end)?.span.start - r.token(end - 1)?.span.end;
        let space = r.document.text[r.token(end - 1)?.span.end as usize..].chars().next()?;
        if gap as usize != space.len_utf8() || !space.is_whitespace() {
            break;
        }
        let (whole, decimals) = r.surface(end).split_once('.').unwrap_or((r.surface(end), ""));
        if !plain(whole, 3) {
            return None;
        }
        end += 1;
        if !decimals.is_empty() {
            break;
        }
    }
    (end > at + 1).then_some(end)
}

/// A fraction written with digits: `1/2`, a vulgar one; its value, the token after it.
fn fraction(r: &Reader<'_, '_>, at: usize) -> Option<(Decimal, usize)> {
    if r.kind(at) != Some(Kind::Number) {
        return None;
    }
    if let Some(value) = vulgar(r.surface(at)) {
        return Some((value, at + 1));
    }
    if !r.is_mark(at + 1, '/') || !r.is_glued(at + 1) || !r.is_glued(at + 2) || r.kind(at + 2) != Some(Kind::Number) {
        return None;
    }
    // 1/2/2018 is a date, 9/11 a name, 24/7 a manner of speaking.
    if r.is_mark(at + 3, '/') && r.is_glued(at + 3) {
        return None;
    }
    let part: u64 = r.surface(at).parse().ok()?;
    let whole: u64 = r.surface(at + 2).parse().ok()?;
    let usual = matches!(whole, 2..=6 | 8 | 10 | 12 | 16 | 20 | 32 | 40 | 50 | 64 | 100);
    (part > 0 && part < whole && usual).then(|| (Decimal::whole(part).over(whole), at + 3))
}

/// The signs that Unicode has for fractions.
fn vulgar(surface: &str) -> Option<Decimal> {
    let mut chars = surface.chars();
    let (sign, None) = (chars.next()?, chars.next()) else { return None };
    let (part, whole) = match sign {
        '¼' => (1, 4),
        '½' => (1, 2),
        '¾' => (3, 4),
        '⅐' => (1, 7),
        '⅑' => (1, 9),
        '⅒' => (1, 10),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    };
    Some(Decimal::whole(part).over(whole))
}

/// `|e14`, `|e|-|3`, `|x|10|^|6`, `|×10|−|5`: the power of ten and the token after it.
fn exponent(r: &Reader<'_, '_>, at: usize) -> Option<(i32, usize)> {
    // "1.5 x 10^9"
    let apart = (r.says(at, word::X) || r.reads(at, "×")) && !r.is_glued(at) && r.is_mark(at + 2, '^');
    if !r.is_glued(at) && !apart {
        return None;
    }
    let surface = r.surface(at);
    if let Some(power) = surface.strip_prefix(['e', 'E']) {
        if let Ok(power) = power.parse::<i32>() {
            return (power < 400).then_some((power, at + 1));
        }
        let negative = r.is_dash(at + 1);
        if power.is_empty() && (negative || r.is_mark(at + 1, '+')) && r.is_glued(at + 1) && r.is_glued(at + 2) {
            let power: i32 = r.surface(at + 2).parse().ok()?;
            return (power < 400).then_some((if negative { -power } else { power }, at + 3));
        }
    }
    let ten = surface.strip_prefix(['x', 'X', '×']);
    let base = if ten == Some("10") { at } else { at + 1 };
    let is_ten = ten == Some("10") || (ten == Some("") && r.surface(base) == "10" && (r.is_glued(base) || apart));
    let raised = base + 1 + usize::from(r.is_mark(base + 1, '^'));
    let negative = r.is_joint(raised);
    if !is_ten || raised == base + 1 && !negative {
        return None;
    }
    let last = raised + usize::from(negative);
    let power: i32 = r.surface(last).parse().ok()?;
    (power < 400).then_some((if negative { -power } else { power }, last + 1))
}
