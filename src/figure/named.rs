//! Numbers that name instead of counting, once value and unit are known: years, models, articles, streets, `one`.

use super::amount::Amount;
use super::reader::Reader;
use super::value::Form;
use crate::lexicon::{Class, Dimension, Modifier, word};
use crate::text::{Case, Kind, Tag};

/// What makes an amount the name of something; the later ones may take for granted that the ones before said no.
const DECOYS: &[fn(&Reader<'_, '_>, &Amount) -> bool] =
    &[year, calibre, designation, numbered, street, pronoun, named_word, letters_behind, rank_word];

/// Whether an amount is no figure: years, models, articles, streets, `one` as a pronoun.
pub(super) fn is_decoy(r: &Reader<'_, '_>, amount: &Amount) -> bool {
    DECOYS.iter().any(|decoy| decoy(r, amount))
}

/// A year that the stage of dates left open: four digits where nothing is counted or measured.
fn year(r: &Reader<'_, '_>, amount: &Amount) -> bool {
    let at = amount.number.start;
    let year = r.surface(at);
    if amount.number.form != Form::Plain
        || amount.unit.is_some()
        || year.len() != 4
        || !("1900".."2100").contains(&year)
    {
        return false;
    }
    let counted = r.tag(amount.end) == Some(Tag::NNS);
    let range = r.says(amount.end, word::TO) || r.is_dash(amount.end);
    let counted_range =
        range && r.kind(amount.end + 1) == Some(Kind::Number) && r.tag(amount.end + 2) == Some(Tag::NNS);
    let sum = at > r.start + 1 && r.says(at - 1, word::OF) && r.is(at - 2, Class::Sum);
    let bound = super::modifier::before(r, at).1 != Modifier::Equal;
    !counted_range && !sum && !(bound && counted)
}

/// `152-mm gun`: a calibre is a name.
fn calibre(r: &Reader<'_, '_>, amount: &Amount) -> bool {
    let Some(unit) = &amount.unit else { return false };
    let calibre = matches!(unit.name.as_ref(), "millimetre" | "centimetre" | "inch" | "pound");
    let weapon = (0..3).any(|ahead| r.is(amount.end + ahead, Class::Weapon));
    calibre && (weapon && !r.says(amount.end, word::OF))
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
            || r.says_any(at, &[word::NEW, word::FINAL, word::LATEST, word::FIRST, word::LARGER, word::RANGE])
    });
    let singular = matches!(r.tag(number.end), Some(Tag::NN | Tag::NNP))
        && r.tag(number.end + 1).is_none_or(|tag| tag != Tag::NNS)
        && !r.is(number.end, Class::Alone);
    let alone = determined
        && matches!(r.tag(number.end), Some(Tag::Comma | Tag::Period | Tag::HYPH) | None)
        && r.tag(number.start - 1) != Some(Tag::DT);
    made || counted || (determined && singular) || alone
}

/// Weekdays stand before figures without naming them: "on Monday 12 were found".
fn calendar(r: &Reader<'_, '_>, at: usize) -> bool {
    r.says_any(
        at,
        &[
            word::MONDAY,
            word::TUESDAY,
            word::WEDNESDAY,
            word::THURSDAY,
            word::FRIDAY,
            word::SATURDAY,
            word::SUNDAY,
            word::TODAY,
            word::YESTERDAY,
        ],
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
    // "between junctions 3 and 7"
    let second = amount.start > r.start + 3
        && r.says_any(amount.start - 1, &[word::AND, word::OR, word::TO])
        && r.kind(amount.start - 2) == Some(Kind::Number)
        && r.is(amount.start - 3, Class::Numbered)
        && r.surface(amount.start - 3).ends_with('s');
    if single && second && amount.unit.is_none() {
        return true;
    }
    if !single || !r.is(amount.start - 1, Class::Numbered) {
        return false;
    }
    let number_sign = r.says_any(amount.start - 1, &[word::NO, word::NOS, word::NR, word::NUMBER, word::NUMBERS])
        || r.reads_any(amount.start - 1, &["no.", "nos.", "nr."]);
    if number_sign {
        // "no two cases", "the number one"
        return r.surface(amount.start - 1).ends_with('.')
            || amount.number.form == Form::Plain
            || r.says(amount.start - 1, word::NUMBER);
    }
    // "runway 27L"
    let letter = amount.number.form == Form::Plain
        && amount.end == amount.number.end + 1
        && r.surface(amount.number.end).len() == 1;
    let plural = r.tag(amount.end).is_some_and(|tag| matches!(tag, Tag::NNS)) || amount.unit.is_some() && !letter;
    let capital = r.token(amount.start - 1).is_some_and(crate::text::Token::is_capitalised);
    let singular = matches!(r.tag(amount.start - 1), Some(Tag::NN | Tag::NNP | Tag::NNS | Tag::NNPS));
    capital && amount.start > r.start + 1 || singular && (capital || !plural)
}

/// `221 Baker Street`
fn street(r: &Reader<'_, '_>, amount: &Amount) -> bool {
    amount.number.form == Form::Plain
        && amount.unit.is_none()
        && (1..=3).any(|ahead| {
            r.is(amount.end + ahead, Class::Road)
                && r.token(amount.end + ahead).is_some_and(crate::text::Token::is_capitalised)
        })
        && (0..2).all(|ahead| {
            let token = r.token(amount.end + ahead);
            token.is_some_and(|token| token.is_capitalised() || token.first.is_ascii_digit())
        })
}

/// `one` where it counts nothing: "the one", "no one", "one of them", "one another".
fn pronoun(r: &Reader<'_, '_>, amount: &Amount) -> bool {
    let number = &amount.number;
    if amount.range
        || number.end != number.start + 1
        || !r.says(number.start, word::ONE)
        || amount.start != number.start
    {
        return false;
    }
    // "one to two years"
    if r.says_any(number.end, &[word::TO, word::OR]) && r.numeral(number.end + 1).is_some() {
        return false;
    }
    if amount.unit.is_some() {
        // "it will pay off one day"
        let last = r.is_mark(amount.end, '.') && r.tag(number.start.wrapping_sub(1)).is_some_and(Tag::is_noun);
        return r.says(amount.end - 1, word::DAY)
            && (last || r.says_any(amount.end, &[word::WHEN, word::BE, word::BECOME]) || r.reads(amount.end, ","));
    }
    let determined = number.start > r.start && r.is(number.start - 1, Class::Pronoun);
    let noun = (0..4)
        .map(|ahead| r.tag(number.end + ahead))
        .take_while(|tag| {
            tag.is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::JJ | Tag::VBN | Tag::VBG | Tag::HYPH))
        })
        .any(|tag| tag.is_some_and(Tag::is_noun));
    determined
        || (!noun && !r.is_joint(number.end))
        || r.says_any(number.end, &[word::ON, word::BY, word::ANOTHER])
        || r.reads(number.end, "way")
}

/// `Group of Seven`, `Erik Ten Hag`: a capitalised number word that is part of a name.
fn named_word(r: &Reader<'_, '_>, amount: &Amount) -> bool {
    let number = &amount.number;
    let capital = number.form == Form::Words && r.token(number.start).is_some_and(crate::text::Token::is_capitalised);
    if !capital || amount.unit.is_some() {
        return false;
    }
    // "Ten Hag said": two names are not so many of one
    let one_name = r.tag(number.end) == Some(Tag::NNP)
        && number.low.value() > 1.0
        && !r.tag(number.end + 1).is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::JJ | Tag::HYPH));
    if one_name || number.start <= r.start + 1 {
        return one_name;
    }
    let of_name =
        r.says(number.start - 1, word::OF) && r.before(number.start, 2).is_some_and(crate::text::Token::is_capitalised);
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
    let number = &amount.number;
    if r.says(number.start, word::ZERO) {
        return (number.start > r.start
            && (r.says_any(number.start - 1, &[word::GROUND, word::PATIENT])
                || r.reads(number.start - 1, "net")
                || r.is_dash(number.start - 1)))
            || r.says(number.end, word::SUM)
            || r.reads(number.end, "tolerance")
            || r.tag(number.end) == Some(Tag::NNP)
                && r.token(number.start).is_some_and(crate::text::Token::is_capitalised)
            || r.is_joint(number.end);
    }
    // "a father-of-three"
    let kin = number.start > r.start + 2 && r.is_joint(number.start - 1) && r.says(number.start - 2, word::OF);
    if kin && amount.unit.is_none() {
        return true;
    }
    // "the bottom three" of a table
    let ranked = number.start > r.start && r.says_any(number.start - 1, &[word::TOP, word::BOTTOM, word::FINAL]);
    if ranked && amount.unit.is_none() && !r.tag(number.end).is_some_and(|tag| tag.is_noun() || tag == Tag::JJ) {
        return true;
    }
    // "costs six figures"
    if number.form == Form::Words && r.says(number.end, word::FIGURES) {
        return true;
    }
    let idiom = r.is_joint(number.end)
        && (r.says_any(
            number.end + 1,
            &[word::SIDED, word::HANDED, word::STEP, word::OFF, word::ON, word::AND, word::SOMETHING],
        ) || r.reads_any(number.end + 1, &["way", "somethings"]))
        && amount.unit.as_ref().is_none_or(|unit| unit.dimension == Dimension::Other);
    let word = number.form == Form::Words || number.form == Form::Plain;
    // "came to naught", but "from nought to 60 mph"
    let nothing = r.says_any(number.start, &[word::NOUGHT, word::NAUGHT])
        && number.end == number.start + 1
        && amount.unit.is_none()
        && !amount.range;
    idiom && word || nothing
}
