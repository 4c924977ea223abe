//! A number with its sign, its currency and its unit, and two of them as a range.

use super::reader::Reader;
use super::unit::{Measure, currency_code, measure, with_per};
use super::value::{Form, Number, number};
use crate::decimal::Decimal;
use crate::lexicon::{Class, Dimension, WordId, lexicon, word};
use crate::text::{Kind, Tag};

/// A number with what is written close to it.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    /// Its first token.
    pub(super) start: usize,
    /// The token after its last.
    pub(super) end: usize,
    pub(super) low: Decimal,
    pub(super) high: Decimal,
    /// The number in it; the last one of a range.
    pub(super) number: Number,
    pub(super) unit: Option<Measure>,
    pub(super) range: bool,
}

/// The amount whose number begins at `at`.
pub(super) fn amount(r: &Reader<'_, '_>, at: usize) -> Option<Amount> {
    let prefix = currency_before(r, at);
    let number = number(r, at, prefix.is_some())?;
    let prefix = if number.start == at { prefix } else { currency_before(r, number.start) };
    let (mut low, mut high) = (number.low, number.high);
    let mut start = number.start;
    if let Some((before, _)) = prefix {
        start = before;
    }
    if let Some(before) = sign(r, start, &number).or_else(|| sign(r, number.start, &number).map(|_| start)) {
        (low, high) = (high.negated(), low.negated());
        start = before.min(start);
    }
    let mut end = number.end;
    let unit = if let Some((_, name)) = prefix {
        let mut unit = Measure { end, name: name.into(), dimension: Dimension::Money, joined: false, power: 0 };
        // "$9.99 US dollars", "$249 USD": the name after the number is the more exact one
        if let Some(named) = measure(r, end, &number)
            .filter(|named| named.dimension == Dimension::Money && r.kind(named.end) != Some(Kind::Number))
        {
            unit = named;
        } else if name == "us dollar" && r.surface(end) == "US" {
            unit.end += 1;
        } else {
            unit = with_per(r, unit);
        }
        Some(unit)
    } else {
        measure(r, end, &number)
    };
    let mut unit = unit;
    if let Some((inches, after)) = height(r, &number) {
        (low, high) = (low.plus(inches), high.plus(inches));
        let name = "foot".into();
        (end, unit) =
            (after, Some(Measure { end: after, name, dimension: Dimension::Length, joined: false, power: 0 }));
    } else if let Some(unit) = &mut unit {
        let power = unit.power;
        (low, high) = (low.shift(power), high.shift(power));
        if let Some((lesser, after)) = smaller_unit(r, unit, &number) {
            (low, high, unit.end) = (low.plus(lesser), high.plus(lesser), after);
        }
        end = unit.end;
    }
    Some(Amount { start, end, low, high, number, unit, range: number.form == Form::Vague })
}

/// `6|'3"`: the inches of a person's height in feet, and the token after them.
fn height(r: &Reader<'_, '_>, feet: &Number) -> Option<(Decimal, usize)> {
    let at = feet.end;
    let mark =
        |at: usize, marks: &[char]| r.is_glued(at) && r.token(at).is_some_and(|token| marks.contains(&token.first));
    let written = mark(at, &['\'', '\u{2019}', '\u{2032}']) && mark(at + 2, &['"', '\u{201d}', '\u{2033}']);
    let inches: u64 = r.surface(at + 1).parse().ok().filter(|&inches| inches < 12)?;
    let person = feet.low.small().is_some_and(|feet| (3..9).contains(&feet));
    (written && person && r.is_glued(at + 1)).then(|| (Decimal::whole(inches).over(12), at + 3))
}

/// `5 feet| 2 inches`, `3 dollars| and 50 cents`: what is added in a smaller unit, and where it ends.
fn smaller_unit(r: &Reader<'_, '_>, unit: &Measure, larger: &Number) -> Option<(Decimal, usize)> {
    let fits = matches!(larger.form, Form::Plain | Form::Words)
        && matches!(
            unit.name.as_ref(),
            "foot" | "pound" | "stone" | "metre" | "us dollar" | "euro" | "pound sterling" | "hour" | "minute" | "year"
        );
    let at = unit.end + usize::from(r.says(unit.end, word::AND));
    let begins = r.kind(at) == Some(Kind::Number) || r.numeral(at).is_some();
    if !fits || !begins {
        return None;
    }
    let lesser = number(r, at, false).filter(|lesser| matches!(lesser.form, Form::Plain | Form::Words))?;
    let named = measure(r, lesser.end, &lesser)?;
    let parts = match (unit.name.as_ref(), named.name.as_ref()) {
        ("foot", "inch") | ("year", "month") => 12,
        ("hour", "minute") | ("minute", "second") => 60,
        ("stone", "pound") => 14,
        ("pound", "ounce") => 16,
        ("metre", "centimetre") | ("us dollar" | "euro", "cent") | ("pound sterling", "penny") => 100,
        _ => return None,
    };
    (lesser.low.value() < f64::from(parts)).then(|| (lesser.low.over(u64::from(parts as u32)), named.end))
}

/// A currency sign or code before a number: where it begins, the currency's name.
fn currency_before(r: &Reader<'_, '_>, at: usize) -> Option<(usize, &'static str)> {
    let mut last = at.checked_sub(1).filter(|&last| last >= r.start)?;
    // "$-5"
    if r.is_dash(last) && r.is_glued(at) && r.is_glued(last) {
        last = last.checked_sub(1)?;
    }
    let token = r.token(last)?;
    let quantities = lexicon().quantities();
    match token.kind {
        Kind::Symbol => {
            // "US$", "HK $", "U.S. $", "GB £"
            let letters = last.checked_sub(1).filter(|&at| r.kind(at) == Some(Kind::Word) && r.surface(at).len() <= 4);
            let with_letters = letters.and_then(|letters| {
                let upper = crate::letters::upper(r.surface(letters));
                let upper = upper.trim_end_matches('.');
                // Letters a space away are a currency's only if they are capitals and no article; small ones
                // where every mark stands alone ("hk $ 10").
                let small = r.surface(letters).starts_with(char::is_lowercase);
                let cut = r.is_glued(at) || upper == "A";
                if token.spaced && (small && cut || upper == "A") {
                    return None;
                }
                let unit = quantities
                    .currency_sign(&format!("{upper}{}", r.surface(last)))
                    .or_else(|| quantities.currency_sign(upper).filter(|_| upper.len() == 3))
                    .or_else(|| (upper == "U.S").then(|| quantities.currency_sign("$")).flatten())?;
                Some((letters, unit.name))
            });
            with_letters.or_else(|| Some((last, quantities.currency_sign(r.surface(last))?.name)))
        }
        Kind::Word => {
            let code = r.surface(last).trim_end_matches('.');
            let unit = currency_code(code)?;
            // A letter alone is one only right before its sum: "P2.1 billion".
            let begins_digits = r.kind(at) == Some(Kind::Number) && (code.len() > 1 || r.is_glued(at));
            begins_digits.then_some((last, unit.name))
        }
        _ => None,
    }
}

/// A minus before a number, as a sign or a word: where it stands.
fn sign(r: &Reader<'_, '_>, at: usize, number: &Number) -> Option<usize> {
    let last = at.checked_sub(1).filter(|&last| last >= r.start)?;
    if r.says_any(last, &[word::MINUS, word::NEGATIVE]) {
        // "plus or minus 3"
        return Some(last).filter(|_| !last.checked_sub(1).is_some_and(|or| r.says(or, word::OR)));
    }
    // "(-)0.79 per cent"
    if last > r.start + 1 && r.is_mark(last, ')') && r.is_dash(last - 1) && r.is_mark(last - 2, '(') && r.is_glued(at) {
        return Some(last - 2);
    }
    if r.is_joint(last) && last > r.start && r.says(last - 1, word::MINUS) {
        return Some(last - 1);
    }
    let token = r.token(last)?;
    let begins = token.spaced
        || r.before(last, 1)
            .is_some_and(|before| matches!(before.first, '(' | '[' | '$' | '€' | '£' | '\u{201c}' | '"'));
    let digits = r.kind(number.start) == Some(Kind::Number);
    let minus = matches!(token.first, '-' | '\u{2212}' | '\u{2013}') && token.is_dash();
    // Not the dash of "Monday -5" set apart on both sides, nor "– 5 people".
    (minus && digits && begins && r.is_glued(at) && token.span.len() <= 3).then_some(last)
}

/// The amount with the one after it, where the two are the ends of a range.
pub(super) fn ranged(r: &Reader<'_, '_>, first: Amount) -> Amount {
    let between = before_word(r, first.start, word::BETWEEN);
    let from = before_word(r, first.start, word::FROM).is_some();
    let at = first.end;
    let joined_unit = first.unit.as_ref().is_some_and(|unit| unit.joined);
    let dash = r.is_dash(at);
    let joins =
        dash || r.says_any(at, &[word::TO, word::OR, word::THROUGH]) || (between.is_some() && r.says(at, word::AND));
    // "rose 31 points to 2,950", "grew by $2 billion to $9 billion": by how much, and to what
    let by = first.unit.is_some() && r.says(at, word::TO) && !from && between.is_none() && changes(r, first.start);
    if !joins || first.number.form == Form::Vague || by {
        return first;
    }
    let word = !dash;
    let mut next = at + 1;
    if dash && r.says_any(next, &[word::TO, word::OR]) {
        // "8- to 16-meter"
        next += 1;
    }
    if word && r.is_dash(next) && r.is_glued(next + 1) {
        // "to-260,000"
        next += usize::from(r.is_glued(next));
    }
    next = number_start(r, next);
    let Some(second) = amount(r, next) else { return first };
    // "fell by 11,000 to 336,000", but "rose by 5 to 7 points"
    let level = second.low.value() > 3.0 * first.high.value() || second.high.value() < first.low.value();
    if r.says(at, word::TO) && level && before_word(r, first.start, word::BY).is_some() {
        return first;
    }
    if second.start < at + 1 || second.number.form == Form::Vague || joined_unit && second.unit.is_none() {
        return first;
    }
    let agree = match (&first.unit, &second.unit) {
        (Some(a), Some(b)) => {
            a.name == b.name || b.name.strip_prefix(a.name.as_ref()).is_some_and(|per| per.starts_with(" per "))
        }
        // "£1,400 a year to three million workers"
        (Some(a), None) => {
            dash || between.is_some()
                || a.dimension == Dimension::Money && !(a.name.contains(" per ") && r.says(at, word::TO))
        }
        _ => true,
    };
    // "cut by half to 40 cents"
    let mixed = first.number.form == Form::Share && second.number.form != Form::Share;
    if !agree || mixed {
        return first;
    }
    let mut low = first.low;
    let (a, b) = (first.number.coefficient.value(), second.number.coefficient.value());
    if first.number.power == 0 && second.number.power > 0 && a < b && first.number.form != Form::Share {
        low = low.shift(second.number.power);
    }
    let (from_value, to_value) = (low.value(), second.high.value());
    // "a fine of $50 or $5,000" gives the choice
    if r.says(at, word::OR) && to_value > 10.0 * from_value {
        return first;
    }
    let ascending = from_value < to_value;
    let loose = dash || r.says_any(at, &[word::OR, word::TO, word::THROUGH]);
    // "beat them 3 to 1", "3-1": a score; falling ends of a range need their "from" or "between", or a unit
    if loose
        && !ascending
        && !(from
            || between.is_some()
            || (second.unit.is_some() && from_value != to_value && !r.says_any(at, &[word::OR, word::TO])))
    {
        return first;
    }
    let unit = second.unit.clone().or_else(|| first.unit.clone());
    let (low, high) = if ascending { (low, second.high) } else { (second.low, low) };
    Amount {
        start: between.unwrap_or(first.start),
        end: second.end,
        low,
        high,
        number: Number { start: first.number.start, ..second.number },
        unit,
        range: true,
    }
}

/// Where a number begins behind its currency sign or bound.
fn number_start(r: &Reader<'_, '_>, at: usize) -> usize {
    let mut at = at;
    for _ in 0..4 {
        let number = r.kind(at) == Some(Kind::Number) || r.numeral(at).is_some();
        if number {
            return at;
        }
        let passes = r.kind(at) == Some(Kind::Symbol)
            || (r.is_dash(at) && r.is_glued(at + 1))
            || r.reads_any(
                at,
                &[
                    "a",
                    "about",
                    "around",
                    "nearly",
                    "as",
                    "much",
                    "many",
                    "even",
                    "some",
                    "US",
                    "perhaps",
                    "maybe",
                    "roughly",
                    "approximately",
                    "minus",
                ],
            )
            || lexicon().quantities().currency_sign(r.surface(at)).is_some();
        if !passes {
            return at;
        }
        at += 1;
    }
    at
}

/// The position of `word` before an amount, with at most a bound between them.
fn before_word(r: &Reader<'_, '_>, start: usize, word: WordId) -> Option<usize> {
    (1..=3)
        .map_while(|back| start.checked_sub(back))
        .take_while(|&at| at >= r.start)
        .find(|&at| r.says(at, word))
        .filter(|&at| {
            (at + 1..start).all(|between| {
                r.says_any(
                    between,
                    &[
                        word::ABOUT,
                        word::AROUND,
                        word::SOME,
                        word::ROUGHLY,
                        word::APPROXIMATELY,
                        word::NEARLY,
                        word::AN,
                        word::ESTIMATED,
                        word::JUST,
                    ],
                )
            })
        })
}

/// Whether what stands here is by how much something rises or falls.
fn changes(r: &Reader<'_, '_>, start: usize) -> bool {
    let before = || (1..=3).filter_map(|back| start.checked_sub(back));
    if before().any(|at| r.says(at, word::FROM)) {
        return false;
    }
    before().any(|at| r.is(at, Class::Rise) || r.is(at, Class::Fall) || r.says(at, word::BY))
}

/// Whether a dash between two numbers is that of a score, a vote, a season: `3-1`, `2-0 win`.
pub(super) fn is_score(r: &Reader<'_, '_>, range: &Amount) -> bool {
    let plain = range.number.form == Form::Plain && range.unit.is_none();
    plain
        && range.high.small().is_some_and(|high| high < 1000)
        && !r.tag(range.end).is_some_and(|tag| matches!(tag, Tag::NNS | Tag::JJ | Tag::NNPS | Tag::JJR))
        && !r.is_joint(range.end)
}
