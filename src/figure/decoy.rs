//! Numbers that are no figures: years, dates, clock times, ordinals, model and unit designations, numbers of
//! articles, flights and streets, scores, footnotes, versions, telephone numbers, `one` as a pronoun.

use super::amount::Amount;
use super::reader::Reader;
use super::value::{Form, Number};
use crate::lexicon::{Class, Dimension, Modifier};
use crate::text::{Case, Kind, Tag};

/// What makes a number no figure; the later ones may take for granted that the ones before have said no.
/// Each gives the token after what it takes.
const DECOYS: &[fn(&Reader<'_, '_>, usize) -> Option<usize>] =
    &[in_date, table, ordinal, chain, clock, slashed, joined_to_word, bracketed, list_number, month_day];

/// The token after a decoy that begins at this number token, before the number is read.
pub(super) fn at(r: &Reader<'_, '_>, at: usize) -> Option<usize> {
    DECOYS.iter().find_map(|decoy| decoy(r, at))
}

/// The same once its value and unit are known.
const READ_DECOYS: &[fn(&Reader<'_, '_>, &Amount) -> bool] =
    &[year, calibre, designation, numbered, street, pronoun, named_word, letters_behind, rank_word];

pub(super) fn is_decoy(r: &Reader<'_, '_>, amount: &Amount) -> bool {
    READ_DECOYS.iter().any(|decoy| decoy(r, amount))
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
    let ends =
        r.is_glued(at + 1) && r.says_any(at + 1, &["st", "nd", "rd", "th", "s", "'s"]) && r.surface(at + 1).len() <= 2;
    let seconds = r.surface(at + 1) == "s" && r.surface(at).len() < 2;
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
    let telephone = numbers == 2 && r.surface(at).len() == 3 && r.surface(at + 2).len() == 4;
    let plus = at > r.start && r.is_mark(at - 1, '+') && r.surface(at).len() > 6;
    let dotted = r.surface(at).matches('.').count() > 1 && super::value::number(r, at, false).is_none();
    (numbers > 2 || telephone || plus || dotted).then_some(end)
}

/// `9:30`, `5 p.m.`, `11 o'clock`, `3:1`
fn clock(r: &Reader<'_, '_>, at: usize) -> Option<usize> {
    let mut end = at + 1;
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
    let half = r.says_any(
        end,
        &["a.m.", "p.m.", "a.m", "p.m", "am", "pm", "o'clock", "oclock", "noon", "GMT", "hrs", "o\u{2019}clock"],
    );
    let sign = r.says_any(end, &["hrs"]) && end == at + 1;
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
    digits(r, at)?;
    let dash = at.checked_sub(1)?;
    if !r.is_joint(dash) || !matches!(r.token(dash)?.first, '-' | '\u{2010}' | '\u{2011}') {
        return None;
    }
    let word = dash.checked_sub(1)?;
    let free = r.kind(word) != Some(Kind::Word)
        || r.numeral(word).is_some()
        || r.says_any(word, &["to", "magnitude", "about", "or", "minus", "plus", "between"]);
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

/// `Nov. 4`, `4 November`, `Sept. 20-24`; the stage of dates finds the rest.
fn month_day(r: &Reader<'_, '_>, at: usize) -> Option<usize> {
    const MONTHS: &[&str] = &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan.",
        "feb.",
        "mar.",
        "apr.",
        "jun.",
        "jul.",
        "aug.",
        "sept.",
        "sep.",
        "oct.",
        "nov.",
        "dec.",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "oct",
        "nov",
        "dec",
    ];
    digits(r, at)?;
    let month = |at: usize| r.token(at).is_some_and(crate::text::Token::is_capitalised) && r.says_any(at, MONTHS);
    let day = r.surface(at).parse::<u32>().is_ok_and(|day| day <= 31);
    let before = at > r.start && month(at - 1) || (at > r.start + 1 && r.is_mark(at - 1, '.') && month(at - 2));
    if day && before {
        let range = (r.is_dash(at + 1) || r.says_any(at + 1, &["and", "to"]))
            && digits(r, at + 2).is_some()
            && r.surface(at + 2).len() <= 2;
        return Some(if range { at + 3 } else { at + 1 });
    }
    (day && month(at + 1)).then_some(at + 2)
}

/// A year: four digits without a separator where nothing is counted or measured.
fn year(r: &Reader<'_, '_>, amount: &Amount) -> bool {
    let at = amount.number.start;
    if amount.number.form != Form::Plain || amount.unit.is_some() {
        return false;
    }
    let is_year = |at: usize| {
        r.surface(at).len() == 4 && r.surface(at).parse::<u32>().is_ok_and(|year| (1000..=2199).contains(&year))
    };
    if !is_year(at) {
        return false;
    }
    let likely = r.surface(at) >= "1900" && r.surface(at) < "2100";
    let counted = r.tag(amount.end).is_some_and(|tag| matches!(tag, Tag::NNS));
    let time = at > r.start
        && r.says_any(
            at - 1,
            &[
                "in", "since", "from", "until", "till", "by", "between", "during", "after", "before", "of", "and",
                "to", "early", "late", "mid", "through", "circa",
            ],
        );
    // "an average of 1500", "from 1000 to 2000 people"
    let sum = r.says(at - usize::from(at > r.start), "of")
        && at > r.start + 1
        && r.says_any(
            at - 2,
            &[
                "average",
                "total",
                "sum",
                "price",
                "number",
                "maximum",
                "minimum",
                "population",
                "capacity",
                "fee",
                "fine",
                "speed",
                "height",
                "altitude",
                "length",
                "crowd",
                "force",
                "staff",
                "range",
            ],
        );
    let range = r.says(amount.end, "to") || r.is_dash(amount.end);
    let counted_range =
        range && r.kind(amount.end + 1) == Some(Kind::Number) && r.tag(amount.end + 2) == Some(Tag::NNS);
    if counted_range || sum {
        return false;
    }
    if time && !counted {
        return true;
    }
    let bound = super::modifier::before(r, at).1 != Modifier::Equal;
    likely && !(bound && counted)
}

/// `152-mm gun`: a calibre is a name.
fn calibre(r: &Reader<'_, '_>, amount: &Amount) -> bool {
    let Some(unit) = &amount.unit else { return false };
    let calibre = matches!(unit.name.as_str(), "millimetre" | "centimetre" | "inch" | "pound");
    let weapon = (0..3).any(|ahead| r.is(amount.end + ahead, Class::Weapon));
    calibre && (weapon && !r.says(amount.end, "of"))
}

/// `Boeing 737`, `iPhone 11`, `S&P 500`: a number behind a name, with nothing counted after it.
fn designation(r: &Reader<'_, '_>, amount: &Amount) -> bool {
    if amount.unit.is_some()
        || amount.start != amount.number.start
        || amount.start == r.start
        || amount.range && amount.number.form == Form::Vague
    {
        return false;
    }
    let number = &amount.number;
    if is_model(r, amount) {
        return true;
    }
    let plain = number.form == Form::Plain
        || (number.form == Form::Words && number.end == number.start + 1 && number.power == 0);
    let Some(before) = r.before(amount.start, 1) else { return false };
    let capital = before.is_capitalised() || before.case == Case::Mixed;
    // "iPhone 3.0 software"
    let release = number.form == Form::Digits && number.power == 0 && number.high.value() < 100.0;
    if release && capital && before.is(Class::Make) {
        return true;
    }
    if !plain || before.kind != Kind::Word {
        return false;
    }
    if before.is(Class::Make) && (capital || number.form == Form::Plain && before.tag == Tag::NNP) {
        return true;
    }
    let name = capital
        && matches!(before.tag, Tag::NNP | Tag::NNPS)
        && (amount.start > r.start + 1 || number.form == Form::Plain);
    if !name || number.form == Form::Words && !r.token(amount.start).is_some_and(crate::text::Token::is_capitalised) {
        return false;
    }
    let next = r.tag(amount.end);
    let counted =
        next.is_some_and(|tag| matches!(tag, Tag::NNS | Tag::JJ | Tag::JJR | Tag::NN)) && !r.is_dash(amount.end);
    !counted && !calendar(r, amount.start - 1)
}

/// `its 777 airliner`, `Boeing's larger 747`, `five new 737 aircraft`: three digits or more that count nothing.
fn is_model(r: &Reader<'_, '_>, amount: &Amount) -> bool {
    let number = &amount.number;
    if number.form != Form::Plain || r.surface(number.start).len() < 3 || amount.range {
        return false;
    }
    let back = |n: usize| number.start.checked_sub(n).filter(|&at| at >= r.start);
    let made = (2..=5).filter_map(back).any(|at| r.is(at, Class::Make) && r.tag(at + 1) == Some(Tag::POS));
    // "five new 737 aircraft": a number has counted the noun already
    let counted = (2..=3).filter_map(back).any(|at| r.numeral(at).is_some() || r.kind(at) == Some(Kind::Number))
        && r.tag(number.start - 1) == Some(Tag::JJ);
    let determined = back(1).is_some_and(|at| {
        matches!(r.tag(at), Some(Tag::PRPS | Tag::DT))
            || r.says_any(at, &["new", "final", "latest", "first", "larger", "range"])
    });
    let singular = matches!(r.tag(number.end), Some(Tag::NN | Tag::NNP))
        && r.tag(number.end + 1).is_none_or(|tag| tag != Tag::NNS)
        && !r.says_any(
            number.end,
            &[
                "people",
                "staff",
                "personnel",
                "police",
                "page",
                "seat",
                "man",
                "member",
                "bed",
                "room",
                "aircraft",
                "meter",
                "metre",
                "point",
                "cattle",
            ],
        );
    let alone = determined
        && matches!(r.tag(number.end), Some(Tag::Comma | Tag::Period | Tag::HYPH) | None)
        && r.tag(number.start - 1) != Some(Tag::DT);
    made || counted || (determined && singular) || alone
}

/// Weekdays stand before figures without naming them: "on Monday 12 were found".
fn calendar(r: &Reader<'_, '_>, at: usize) -> bool {
    r.says_any(
        at,
        &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"],
    )
}

/// `Article 5`, `flight 93`, `No. 10`, `phase two`
fn numbered(r: &Reader<'_, '_>, amount: &Amount) -> bool {
    if amount.start == r.start
        || amount.start != amount.number.start
        || amount.unit.as_ref().is_some_and(|unit| unit.joined)
    {
        return false;
    }
    let single = amount.number.form == Form::Plain
        || (amount.number.form == Form::Words && amount.number.power == 0)
        || (amount.number.form == Form::Digits && amount.low.value() < 100.0 && amount.unit.is_none());
    if !single || !r.is(amount.start - 1, Class::Numbered) {
        return false;
    }
    let number_sign = r.says_any(amount.start - 1, &["no", "nos", "no.", "nos.", "nr", "nr.", "number", "numbers"]);
    if number_sign {
        // "no two cases", "the number one"
        return r.surface(amount.start - 1).ends_with('.')
            || amount.number.form == Form::Plain
            || r.says_any(amount.start - 1, &["number"]);
    }
    let plural = r.tag(amount.end).is_some_and(|tag| matches!(tag, Tag::NNS)) || amount.unit.is_some();
    let capital = r.token(amount.start - 1).is_some_and(crate::text::Token::is_capitalised);
    let singular = matches!(r.tag(amount.start - 1), Some(Tag::NN | Tag::NNP | Tag::NNS | Tag::NNPS));
    singular && (capital || !plural)
}

/// `221 Baker Street`
fn street(r: &Reader<'_, '_>, amount: &Amount) -> bool {
    const ROADS: &[&str] = &[
        "street",
        "st",
        "st.",
        "avenue",
        "ave",
        "ave.",
        "road",
        "rd",
        "rd.",
        "boulevard",
        "blvd",
        "blvd.",
        "lane",
        "drive",
        "place",
        "terrace",
        "crescent",
        "plaza",
    ];
    amount.number.form == Form::Plain
        && amount.unit.is_none()
        && (1..=3).any(|ahead| {
            r.says_any(amount.end + ahead, ROADS)
                && r.token(amount.end + ahead).is_some_and(crate::text::Token::is_capitalised)
        })
        && (0..2).all(|ahead| {
            r.token(amount.end + ahead).is_some_and(|token| token.is_capitalised() || token.kind == Kind::Number)
        })
}

/// `one` where it counts nothing: "the one", "no one", "one of them", "one another".
fn pronoun(r: &Reader<'_, '_>, amount: &Amount) -> bool {
    let number = &amount.number;
    if amount.range || number.end != number.start + 1 || !r.says(number.start, "one") || amount.start != number.start {
        return false;
    }
    // "one to two years"
    if r.says_any(number.end, &["to", "or"]) && r.numeral(number.end + 1).is_some() {
        return false;
    }
    if amount.unit.is_some() {
        return r.says(amount.end - 1, "day") && r.says_any(amount.end, &["when", ",", "be", "become"]);
    }
    let determined = number.start > r.start
        && r.says_any(
            number.start - 1,
            &[
                "the",
                "this",
                "that",
                "which",
                "no",
                "any",
                "every",
                "each",
                "another",
                "some",
                "last",
                "first",
                "next",
                "only",
                "every",
                "not",
                "a",
                "'s",
                "\u{2019}s",
                "day",
                "loved",
                "number",
                "said",
            ],
        );
    let noun = (0..4)
        .map(|ahead| r.tag(number.end + ahead))
        .take_while(|tag| {
            tag.is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::JJ | Tag::VBN | Tag::VBG | Tag::HYPH))
        })
        .any(|tag| tag.is_some_and(Tag::is_noun));
    determined || (!noun && !r.is_joint(number.end)) || r.says_any(number.end, &["on", "by", "way", "another"])
}

/// `Group of Seven`, `Ocean's Eleven`, `Big Ten`: a capitalised number word inside a sentence.
fn named_word(r: &Reader<'_, '_>, amount: &Amount) -> bool {
    let number = &amount.number;
    let capital = number.form == Form::Words && r.token(number.start).is_some_and(crate::text::Token::is_capitalised);
    if !capital || number.start <= r.start + 1 || amount.unit.is_some() {
        return false;
    }
    let of_name =
        r.says(number.start - 1, "of") && r.before(number.start, 2).is_some_and(crate::text::Token::is_capitalised);
    of_name && !r.tag(number.end).is_some_and(Tag::is_noun)
}

/// `737|s`, `5|G`, `3|D`: letters behind digits that are no unit.
fn letters_behind(r: &Reader<'_, '_>, amount: &Amount) -> bool {
    amount.unit.is_none()
        && amount.number.form == Form::Plain
        && r.is_glued(amount.number.end)
        && r.kind(amount.number.end) == Some(Kind::Word)
}

/// `the nineteen-eighties`, `ground zero`, `net zero`, `zero tolerance`, `three-way`, `one-sided`
fn rank_word(r: &Reader<'_, '_>, amount: &Amount) -> bool {
    let number: &Number = &amount.number;
    if r.says(number.start, "zero") {
        return (number.start > r.start
            && (r.says_any(number.start - 1, &["ground", "net", "patient"]) || r.is_dash(number.start - 1)))
            || r.says_any(number.end, &["tolerance", "sum"])
            || r.is_joint(number.end);
    }
    // "the bottom three" of a table
    let ranked = number.start > r.start && r.says_any(number.start - 1, &["top", "bottom", "final"]);
    if ranked && amount.unit.is_none() && !r.tag(number.end).is_some_and(|tag| tag.is_noun() || tag == Tag::JJ) {
        return true;
    }
    let idiom = r.is_joint(number.end)
        && r.says_any(
            number.end + 1,
            &[
                "way",
                "sided",
                "handed",
                "fold",
                "step",
                "time",
                "off",
                "on",
                "and",
                "thirds",
                "something",
                "somethings",
            ],
        )
        && amount.unit.as_ref().is_none_or(|unit| unit.dimension == Dimension::Other);
    let word = number.form == Form::Words || number.form == Form::Plain;
    idiom && word && !r.says(number.end + 1, "time")
}
