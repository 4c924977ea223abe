//! Numbers: `10,000`, `10 000`, `1.2 million`, `twenty-five hundred`, `half a million`, `tens of thousands`.

use super::reader::Reader;
use crate::decimal::Decimal;
use crate::lexicon::{Magnitude, Numeral, lexicon};
use crate::text::{Kind, Tag};

/// A number as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    /// Its first token.
    pub(super) start: usize,
    /// The token after its last.
    pub(super) end: usize,
    pub(super) low: Decimal,
    pub(super) high: Decimal,
    pub(super) form: Form,
    /// What stands before its magnitude: 1.2 of `1.2 million`; the whole where there is none.
    pub(super) coefficient: Decimal,
    /// The power of ten of its magnitude.
    pub(super) power: u32,
}

/// How a number is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// Digits alone, with no separator: it may be a name.
    Plain,
    /// Digits with separators or a magnitude.
    Digits,
    /// `three hundred`
    Words,
    /// `dozens`, `a few hundred`
    Vague,
    /// `two-thirds`: a part of a whole.
    Share,
}

/// Numbers have few words; a longer run is none.
const LONGEST: usize = 24;

/// The number that begins at a token; `money` where a currency stands before it.
pub(super) fn number(r: &Reader<'_, '_>, at: usize, money: bool) -> Option<Number> {
    let token = r.token(at)?;
    match token.kind {
        Kind::Number => digits(r, at, money),
        Kind::Word => match r.numeral(at)? {
            Numeral::Plural(size) => plural(r, at, size),
            Numeral::Part(parts) => part(r, at, parts),
            Numeral::Parts(_) | Numeral::Fold(_) => None,
            _ => words(r, at),
        },
        _ => None,
    }
}

/// `10,000`, `10 000`, `2 1/2`, `3/4`, `$1.2|bn`
fn digits(r: &Reader<'_, '_>, at: usize, money: bool) -> Option<Number> {
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
    Some(finish(r, at, end, value, form, money))
}

/// What a run of digits with separators stands for; `None` for an address, a version, a list.
fn written(surface: &str, thousands_point: bool) -> Option<(Decimal, Form)> {
    // 10'000, 10 000 with spaces that don't break
    if surface.contains(|c: char| !c.is_ascii_digit() && c != ',' && c != '.') {
        return (!surface.contains(',')).then(|| (Decimal::parse(surface, Some('.')), Form::Digits));
    }
    let (commas, points) = (surface.matches(',').count(), surface.matches('.').count());
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
    surface.len() >= 5
        && !surface.starts_with('0')
        && r.tag(at + 1) == Some(Tag::NNS)
        && lexicon().quantities().unit_named(r.word(at + 1), |_| crate::lexicon::WordId::NONE).is_none()
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

/// `|e14`, `|e|-|3`, `|x|10|^|6`: the power of ten and the token after it.
fn exponent(r: &Reader<'_, '_>, at: usize) -> Option<(i32, usize)> {
    if !r.is_glued(at) {
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
    let is_ten = ten == Some("10") || (ten == Some("") && r.surface(base) == "10" && r.is_glued(base));
    if !is_ten || !r.is_mark(base + 1, '^') {
        return None;
    }
    let negative = r.is_dash(base + 2);
    let last = base + 2 + usize::from(negative);
    let power: i32 = r.surface(last).parse().ok()?;
    (power < 400).then_some((if negative { -power } else { power }, last + 1))
}

/// Adds what may follow the digits or words of a number: `and a half`, `million`, `bn`.
fn finish(r: &Reader<'_, '_>, start: usize, end: usize, value: Decimal, form: Form, money: bool) -> Number {
    let mut number = Number { start, end, low: value, high: value, form, coefficient: value, power: 0 };
    if let Some((part, after)) = and_part(r, number.end) {
        number.coefficient = number.coefficient.plus(part);
        number.end = after;
    }
    scale(r, &mut number, money);
    let mut value = number.coefficient.shift(number.power);
    if number.power > 0
        && let Some((part, after)) = and_part(r, number.end)
    {
        value = value.plus(part.shift(number.power));
        number.end = after;
    }
    if let Some(many) = many(r, number.end) {
        value = value.times(many);
        number.end += 1;
        number.form = Form::Words;
    }
    (number.low, number.high) = (value, value);
    if number.power > 0 && number.form == Form::Plain {
        number.form = Form::Digits;
    }
    if number.power > 0 && number.form == Form::Share {
        number.form = Form::Words;
    }
    number
}

/// A dozen or a score after a number.
fn many(r: &Reader<'_, '_>, at: usize) -> Option<u64> {
    match r.numeral(at)? {
        Numeral::Many(12) | Numeral::Plural(12) => Some(12),
        _ => None,
    }
}

/// `and a half`, `and three quarters`: the part and the token after it.
fn and_part(r: &Reader<'_, '_>, at: usize) -> Option<(Decimal, usize)> {
    if !r.says(at, "and") {
        return None;
    }
    match (r.numeral(at + 1), r.numeral(at + 2)) {
        (None | Some(Numeral::Unit(1)), Some(Numeral::Part(parts))) => {
            let counted = r.says_any(at + 1, &["a", "one"]) && !r.says(at + 3, "of");
            counted.then(|| (Decimal::whole(1).over(parts), at + 3))
        }
        (Some(Numeral::Unit(part)), Some(Numeral::Parts(parts))) => {
            Some((Decimal::whole(u64::from(part)).over(parts), at + 3))
        }
        _ => None,
    }
}

/// Magnitudes after a number, in words or short: `4 hundred million`, `1.2bn`, `6-million`.
fn scale(r: &Reader<'_, '_>, number: &mut Number, money: bool) {
    for _ in 0..3 {
        let at = number.end + usize::from(r.is_joint(number.end));
        let power = match r.numeral(at) {
            Some(Numeral::Hundred) => Some(2),
            Some(Numeral::Power(power)) => Some(power),
            Some(Numeral::Plural(size)) if number.form != Form::Share && size >= 1000 => Some(size.ilog10()),
            _ if at > number.end => None,
            _ => sign(r, number, money),
        };
        let Some(power) = power else { return };
        number.power += power;
        number.end = at + 1;
    }
}

/// The magnitude that a short sign after a number stands for.
fn sign(r: &Reader<'_, '_>, number: &Number, money: bool) -> Option<u32> {
    let at = number.end;
    if number.power > 0 || r.kind(at) != Some(Kind::Word) {
        return None;
    }
    match lexicon().quantities().magnitude(r.surface(at))? {
        Magnitude::Always(power) => Some(power),
        Magnitude::Glued(power) => r.is_glued(at).then_some(power),
        Magnitude::Money(power) => (money || (r.is_glued(at) && counts(r, at + 1))).then_some(power),
    }
}

/// Whether a plural follows within a few words: in `12m workers` the letter is no metre.
fn counts(r: &Reader<'_, '_>, at: usize) -> bool {
    for at in at..at + 5 {
        match r.tag(at) {
            Some(Tag::NNS) => return true,
            Some(Tag::JJ | Tag::VBN | Tag::VBD | Tag::CC | Tag::NN | Tag::NNP)
                if !r.says_any(at, &["long", "tall", "high", "deep", "wide", "thick", "or", "away"]) => {}
            _ => return false,
        }
    }
    false
}

/// `one hundred and sixteen`, `twenty-one`, `two thirds`, `two point five`
fn words(r: &Reader<'_, '_>, at: usize) -> Option<Number> {
    let (start, count) = leading(r, at);
    let (total, mut end, power) = match count {
        Some(_) => (Decimal::whole(1), at, 0),
        None => cardinal(r, at),
    };
    let bare = matches!(r.numeral(at), Some(Numeral::Hundred | Numeral::Power(_) | Numeral::Many(_)));
    if let Some((low, high)) = count {
        // a few hundred, several dozen: the magnitude alone, times 2 to 9
        let (size, after, _) = cardinal(r, at);
        let form = if low == high { Form::Words } else { Form::Vague };
        let mut number = Number {
            start,
            end: after,
            low: size.times(low),
            high: size.times(high),
            form,
            coefficient: size,
            power: 0,
        };
        if let Some(Numeral::Power(power)) = r.numeral(number.end) {
            number.low = number.low.shift(power);
            number.high = number.high.shift(power);
            number.end += 1;
        }
        return Some(number);
    }
    // "million" with no number before it: only in a price or a range ("$1 to 2 million" has its own)
    if bare
        && start == at
        && !r.is(at + 1, crate::lexicon::Class::Numeral)
        && r.before(at, 1).is_some_and(|t| t.kind == Kind::Number)
    {
        return None;
    }
    if let Some((value, after)) = decimals(r, total, end) {
        let mut number = finish(r, start, after, value, Form::Words, false);
        number.form = Form::Words;
        return Some(number);
    }
    if let Some((value, after)) = parts(r, total, end) {
        end = after;
        return Some(of_magnitude(
            r,
            Number { start, end, low: value, high: value, form: Form::Share, coefficient: value, power: 0 },
        ));
    }
    let mut number = finish(r, start, end, total, Form::Words, false);
    if number.power == 0 && power > 0 {
        number.power = power;
        number.coefficient = total.unshift(power);
        if let Some((part, after)) = and_part(r, end) {
            let value = total.plus(part.shift(power));
            (number.low, number.high, number.end) = (value, value, after);
        }
    }
    Some(number)
}

/// What stands before a bare `hundred`: `a`, `a few`, `several`, `a couple of`; where the number begins then, and
/// how many there are at least and at most.
fn leading(r: &Reader<'_, '_>, at: usize) -> (usize, Option<(u64, u64)>) {
    if !matches!(r.numeral(at), Some(Numeral::Hundred | Numeral::Power(_) | Numeral::Many(_))) || at == r.start {
        return (at, None);
    }
    let article = |from: usize| if from > r.start && r.says(from - 1, "a") { from - 1 } else { from };
    let (vague, pair) = (Some((2, 9)), Some((2, 2)));
    if r.says(at - 1, "few") {
        return (article(at - 1), vague);
    }
    if r.says(at - 1, "several") {
        return (at - 1, vague);
    }
    if r.says(at - 1, "couple") {
        return (article(at - 1), pair);
    }
    if r.says(at - 1, "of") && at >= r.start + 2 && r.says(at - 2, "couple") {
        return (article(at - 2), pair);
    }
    (article(at), None)
}

/// A whole number in words: its value, the token after it, the power of its last magnitude if it ends in one.
fn cardinal(r: &Reader<'_, '_>, start: usize) -> (Decimal, usize, u32) {
    let (mut total, mut current, mut have) = (Decimal::ZERO, 0u32, false);
    // How many digits are still free below the last hundred or magnitude.
    let (mut free, mut hundreds, mut last) = (3u32, false, u32::MAX);
    let (mut at, mut whole) = (start, false);
    while at - start < LONGEST {
        match r.numeral(at) {
            Some(Numeral::Unit(value)) if free >= 1 && (value > 0 || at == start) => {
                current += value;
                free = 0;
                whole = false;
                have = true;
            }
            Some(Numeral::Teen(value)) if free >= 2 => {
                current += value;
                free = 0;
                whole = false;
                have = true;
            }
            Some(Numeral::Tens(value)) if free >= 2 => {
                current += value;
                free = 1;
                whole = false;
                have = true;
            }
            Some(Numeral::Hundred) if !hundreds && current < 100 && (have || at == start) => {
                current = current.max(1) * 100;
                (free, hundreds, have) = (2, true, true);
                whole = false;
            }
            Some(Numeral::Power(power)) => {
                let size = if have || at > start { u64::from(current) } else { 1 };
                total = if !have && at > start {
                    total.shift(power)
                } else if power < last {
                    total.plus(Decimal::whole(size).shift(power))
                } else {
                    total.plus(Decimal::whole(size)).shift(power)
                };
                (current, free, hundreds, have, last) = (0, 3, false, false, power);
                whole = true;
            }
            Some(Numeral::Many(many)) if current < 100 && (have || at == start) => {
                current = current.max(1) * many;
                (have, whole) = (true, false);
                at += 1;
                break;
            }
            _ => break,
        }
        at += 1;
        at += connector(r, at, free, whole);
    }
    let power = if whole && !have { last } else { 0 };
    (total.plus(Decimal::whole(u64::from(current))), at, power)
}

/// How many tokens join the words of a number here: a hyphen, or an `and` after a hundred or a magnitude.
fn connector(r: &Reader<'_, '_>, at: usize, free: u32, whole: bool) -> usize {
    let next = r.numeral(at + 1);
    let small = matches!(next, Some(Numeral::Unit(1..) | Numeral::Teen(_) | Numeral::Tens(_)));
    if r.is_dash(at) {
        let unit = free == 1 && matches!(next, Some(Numeral::Unit(1..)));
        let magnitude = r.is_joint(at) && matches!(next, Some(Numeral::Hundred | Numeral::Power(_)));
        return usize::from(unit || magnitude);
    }
    // "one hundred and fifty"; not "two hundred and one of them", nor "a thousand and two dozen"
    let joins = small && free >= 2 && (free == 2 || whole) && r.says(at, "and");
    let another = matches!(r.numeral(at + 2), Some(Numeral::Parts(_) | Numeral::Part(_) | Numeral::Many(_)));
    usize::from(joins && !another)
}

/// `|point|zero|three`: the number with its decimals, the token after it.
fn decimals(r: &Reader<'_, '_>, whole: Decimal, at: usize) -> Option<(Decimal, usize)> {
    if !r.says(at, "point") {
        return None;
    }
    let mut text = String::new();
    let mut end = at + 1;
    while end - at < LONGEST {
        match r.numeral(end) {
            Some(Numeral::Unit(value)) => text.push_str(&value.to_string()),
            Some(Numeral::Teen(value)) if text.is_empty() => text.push_str(&value.to_string()),
            Some(Numeral::Tens(value)) if text.is_empty() => {
                let after = end + 1 + usize::from(r.is_dash(end + 1));
                if let Some(Numeral::Unit(unit)) = r.numeral(after) {
                    text.push_str(&(value + unit).to_string());
                    end = after;
                } else {
                    text.push_str(&value.to_string());
                }
            }
            _ => break,
        }
        end += 1;
    }
    let behind = Decimal::parse(&text, None).unshift(text.len() as u32);
    (!text.is_empty()).then(|| (whole.plus(behind), end))
}

/// `two| thirds`, `three|-|quarters`, `one| third`: the share, the token after it.
fn parts(r: &Reader<'_, '_>, count: Decimal, at: usize) -> Option<(Decimal, usize)> {
    let word = at + usize::from(r.is_dash(at));
    let many = count.small()?;
    let parts = match r.numeral(word)? {
        // Two quarters are half a year.
        Numeral::Parts(4) if many != 1 && many != 3 && word == at => return None,
        Numeral::Parts(parts) => parts,
        Numeral::Part(parts) if many == 1 && !ranks(r, word) => parts,
        _ => return None,
    };
    Some((count.over(parts), word + 1))
}

/// Whether `third` is a rank here: a noun follows it.
fn ranks(r: &Reader<'_, '_>, at: usize) -> bool {
    if r.is_joint(at + 1) {
        return true;
    }
    let next = r.tag(at + 1);
    next.is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::JJ | Tag::JJS | Tag::JJR | Tag::CD))
        && !r.says_any(at + 1, &["a", "an", "the"])
        && !matches!(r.numeral(at + 1), Some(Numeral::Power(_)))
        && lexicon().quantities().unit_named(r.word(at + 1), |_| crate::lexicon::WordId::NONE).is_none()
}

/// `half`, `half a million`, `a third of`, `a quarter`
fn part(r: &Reader<'_, '_>, at: usize, parts: u64) -> Option<Number> {
    let article = at > r.start && r.says_any(at - 1, &["a", "an"]);
    let start = if article { at - 1 } else { at };
    let value = Decimal::whole(1).over(parts);
    let number =
        Number { start, end: at + 1, low: value, high: value, form: Form::Share, coefficient: value, power: 0 };
    let scaled = of_magnitude(r, number);
    if scaled.form != Form::Share {
        return Some(scaled);
    }
    if parts == 2 {
        return half(r, at).then_some(number);
    }
    (article && !ranks(r, at)).then_some(number)
}

/// Whether `half` is a share here: not the second half of a match, no half-brother.
fn half(r: &Reader<'_, '_>, at: usize) -> bool {
    let before = r.before(at, 1);
    let of_game = before.is_some_and(|token| {
        matches!(token.tag, Tag::JJ | Tag::PRPS | Tag::POS | Tag::NN | Tag::CD | Tag::NNP)
            && lexicon().quantities().numeral(token.word).is_none()
            && r.says_any(
                at - 1,
                &[
                    "first", "second", "latter", "other", "better", "last", "final", "top", "bottom", "upper", "lower",
                    "back", "front", "half", "northern", "southern", "eastern", "western", "earlier", "later", "2nd",
                    "1st", "nd", "st", "former", "their", "his", "its", "our",
                ],
            )
    });
    if of_game || r.says(at + 1, "time") || r.says(at + 1, "way") || r.is_mark(at + 1, '/') {
        return false;
    }
    if before.is_some_and(crate::text::Token::is_dash) && r.is_glued(at) {
        return false;
    }
    if r.is_joint(at + 1) {
        return lexicon().quantities().unit_named(r.word(at + 2), |_| crate::lexicon::WordId::NONE).is_some();
    }
    // "the half" is of a match, "the half of it" a share
    !(r.says(at.wrapping_sub(1), "the") && !r.says(at + 1, "of"))
}

/// `half| a million`, `two thirds| of a million`, `half| a dozen`
fn of_magnitude(r: &Reader<'_, '_>, number: Number) -> Number {
    let mut at = number.end + usize::from(r.says(number.end, "of"));
    at += usize::from(r.says(at, "a"));
    let value = match r.numeral(at) {
        Some(Numeral::Hundred) => number.low.shift(2),
        Some(Numeral::Power(power)) => number.low.shift(power),
        Some(Numeral::Many(many)) => number.low.times(u64::from(many)),
        _ => return number,
    };
    Number { end: at + 1, low: value, high: value, form: Form::Words, coefficient: value, ..number }
}

/// `dozens`, `tens of thousands`, `hundreds of millions`
fn plural(r: &Reader<'_, '_>, at: usize, size: u64) -> Option<Number> {
    let mut low = Decimal::whole(size);
    let mut end = at + 1;
    let mut more = false;
    while more_of(r, end) && end < at + 6 {
        if let Some(Numeral::Plural(next)) = r.numeral(end + 1) {
            low = low.times(next);
        }
        end += 2;
        more = true;
    }
    // "tens" and "scores" are also other words.
    let sure = more || (size != 10 && size != 20) || (size == 20 && r.says(end, "of"));
    sure.then(|| Number { start: at, end, low, high: low.shift(1), form: Form::Vague, coefficient: low, power: 0 })
}

fn more_of(r: &Reader<'_, '_>, at: usize) -> bool {
    r.says(at, "of") && matches!(r.numeral(at + 1), Some(Numeral::Plural(size)) if size >= 1000)
}
