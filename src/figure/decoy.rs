//! Numbers that are no figures by what stands close to them: dates, clock times, ordinals, rows of tables,
//! footnotes, versions, telephone numbers.

use super::reader::Reader;
use super::value::Form;
use crate::lexicon::word;
use crate::text::Kind;

/// What makes a number no figure; the later ones may take for granted that the ones before have said no.
/// Each gives the token after what it takes.
const DECOYS: &[fn(&Reader<'_, '_>, usize) -> Option<usize>] =
    &[in_date, table, ordinal, chain, clock, slashed, joined_to_word, bracketed, list_number];

/// The token after a decoy that begins at this number token, before the number is read.
pub(super) fn at(r: &Reader<'_, '_>, at: usize) -> Option<usize> {
    DECOYS.iter().find_map(|decoy| decoy(r, at))
}

/// Passes only numbers written with digits.
fn digits(r: &Reader<'_, '_>, at: usize) -> Option<()> {
    (r.kind(at) == Some(Kind::Number)).then_some(())
}

/// A number of a date, a time or a set that the stage of dates found.
fn in_date(r: &Reader<'_, '_>, at: usize) -> Option<usize> {
    r.in_date(at).then_some(at + 1)
}

/// `810|th`, `1990|s`
fn ordinal(r: &Reader<'_, '_>, at: usize) -> Option<usize> {
    digits(r, at)?;
    // "the 90’s"
    let decade = r.surface(at).len() == 2 && r.surface(at).ends_with('0') && r.says(at + 1, word::OWN_S);
    if decade && r.is_glued(at + 1) {
        return Some(at + 2);
    }
    let ends = r.is_glued(at + 1)
        && (r.says_any(at + 1, &[word::ST, word::ND, word::RD, word::S, word::OWN_S]) || r.reads(at + 1, "th"))
        && r.surface(at + 1).len() <= 2;
    let seconds = r.surface(at + 1) == "s" && r.surface(at).len() < 2 || r.surface(at + 1) == "st";
    (ends && !seconds).then_some(at + 2)
}

/// A row of a table: numbers upon numbers with nothing but marks between them.
fn table(r: &Reader<'_, '_>, at: usize) -> Option<usize> {
    const ROW: usize = 8;
    const LOOK: usize = 64;
    digits(r, at)?;
    let (mut end, mut numbers) = (at, 0);
    while end < at + LOOK {
        match r.kind(end) {
            Some(Kind::Number) => numbers += 1,
            Some(Kind::Punctuation) => {}
            _ => break,
        }
        end += 1;
    }
    (numbers >= ROW).then_some(end)
}

/// `2024-11-05`, `+1-222-555`, `192.168.1.2`: three numbers or more in one run.
fn chain(r: &Reader<'_, '_>, at: usize) -> Option<usize> {
    digits(r, at)?;
    let mut end = at + 1;
    let mut numbers = 1;
    while numbers < 16 && r.is_joint(end) && r.kind(end + 1) == Some(Kind::Number) {
        end += 2;
        numbers += 1;
    }
    // "0800 555 019"
    let first = r.surface(at);
    while numbers < 4
        && end == at + numbers
        && first.len() > 2
        && first.starts_with('0')
        && r.kind(end) == Some(Kind::Number)
    {
        end += 1;
        numbers += 1;
    }
    let telephone = numbers == 2 && r.surface(at).len() == 3 && r.surface(at + 2).len() == 4;
    let plus = at > r.start && r.is_mark(at - 1, '+') && r.surface(at).len() > 6;
    let dotted =
        r.surface(at).bytes().filter(|&byte| byte == b'.').count() > 1 && super::value::number(r, at, false).is_none();
    (numbers > 2 || telephone || plus || dotted).then_some(end)
}

/// `9:30`, `5 p.m.`, `11 o'clock`, `3:1`
fn clock(r: &Reader<'_, '_>, at: usize) -> Option<usize> {
    let mut end = at + 1;
    // "at 3 in the morning"
    let part = r.says_any(at + 3, &[word::MORNING, word::AFTERNOON, word::EVENING])
        && r.says(at + 1, word::IN)
        && r.says(at + 2, word::THE);
    if part && at > r.start && r.says(at - 1, word::AT) {
        return Some(end);
    }
    if digits(r, at).is_some() {
        while end < at + 9
            && r.is_mark(end, ':')
            && r.is_glued(end)
            && r.is_glued(end + 1)
            && r.kind(end + 1) == Some(Kind::Number)
        {
            end += 2;
        }
    }
    let half = r.says_any(end, &[word::A_M, word::P_M, word::AM, word::PM, word::NOON, word::GMT, word::HRS])
        || r.reads_any(end, &["o'clock", "oclock", "o\u{2019}clock"]);
    let sign = r.says(end, word::HRS) && end == at + 1;
    if half && !sign {
        return Some(end + 1);
    }
    (end > at + 1).then_some(end)
}

/// `9/11`, `24/7`, `5/17/2018`: what no fraction is.
fn slashed(r: &Reader<'_, '_>, at: usize) -> Option<usize> {
    let mut end = at;
    while end < at + 8
        && digits(r, end).is_some()
        && r.is_mark(end + 1, '/')
        && r.is_glued(end + 1)
        && r.is_glued(end + 2)
        && digits(r, end + 2).is_some()
    {
        end += 2;
    }
    if end == at {
        return None;
    }
    let share = super::value::number(r, at, false).is_some_and(|number| number.form == Form::Share);
    (!share).then_some(end + 1)
}

/// `F|-|16`, `COVID|-|19`, `last|-|32`: the digits belong to the word before the hyphen.
fn joined_to_word(r: &Reader<'_, '_>, at: usize) -> Option<usize> {
    // "high-five", "one-on-one"
    let word = digits(r, at).is_none();
    let dash = at.checked_sub(1)?;
    if !r.is_joint(dash) || !matches!(r.token(dash)?.first, '-' | '\u{2010}' | '\u{2011}') {
        return None;
    }
    let before = dash.checked_sub(1)?;
    let free = r.kind(before) != Some(Kind::Word)
        || r.numeral(before).is_some()
        || word && !r.says_any(before, &[word::HIGH, word::ON])
        || r.says_any(
            before,
            &[word::TO, word::MAGNITUDE, word::ABOUT, word::OR, word::MINUS, word::PLUS, word::BETWEEN],
        );
    (!free).then_some(at + 1 + usize::from(r.is_glued(at + 1) && r.kind(at + 1) == Some(Kind::Word)))
}

/// `[3]`, `#5`
fn bracketed(r: &Reader<'_, '_>, at: usize) -> Option<usize> {
    digits(r, at)?;
    let before = r.before(at, 1)?;
    let footnote = before.is_mark('[') && r.is_mark(at + 1, ']');
    let hash = (before.is_mark('#') || before.is_mark('№')) && r.is_glued(at);
    (footnote || hash).then_some(at + 1)
}

/// `1.` or `(2)` at the head of a line.
fn list_number(r: &Reader<'_, '_>, at: usize) -> Option<usize> {
    digits(r, at)?;
    let small = r.surface(at).len() <= 2;
    let open = at == r.start + 1 && r.is_mark(r.start, '(');
    let point = at == r.start
        && (r.is_mark(at + 1, '.') || r.is_mark(at + 1, ')'))
        && r.token(at + 2).is_none_or(|next| next.spaced);
    (small && ((open && r.is_mark(at + 1, ')')) || point)).then_some(at + 2)
}
