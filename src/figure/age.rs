//! Ages: `aged 62`, `at the age of 56`, `Lee, 49,`, `he was 35`.

use super::amount::Amount;
use super::reader::Reader;
use super::value::Form;
use crate::lexicon::word;
use crate::text::Tag;

/// Whether what stands before a number, or begins it, speaks of age: `under the age of 5`.
pub(super) fn of_age(r: &Reader<'_, '_>, start: usize) -> bool {
    (start.saturating_sub(2)..start + 5).any(|at| is_word(r, at))
}

fn is_word(r: &Reader<'_, '_>, at: usize) -> bool {
    r.says_any(at, &[word::AGED, word::AGE]) || r.reads(at, "ages")
}

/// Whether a bare number is an age.
pub(super) fn is_age(r: &Reader<'_, '_>, amount: &Amount, start: usize) -> bool {
    let years = amount.high.small().is_some_and(|age| (1..=120).contains(&age));
    if !years || start <= r.start {
        return false;
    }
    let said = is_word(r, start - 1)
        || (start > r.start + 1 && r.says(start - 1, word::OF) && is_word(r, start - 2))
        || (start..amount.start).any(|at| r.says(at, word::AGE));
    said || is_apposed(r, amount)
        || is_said_of_person(r, amount, start)
        || is_at(r, amount, start)
        || is_bound(r, amount, start)
}

/// `Lee, 49, runs it`; without a comma after it only behind a name of two words: `said Anna Lee, 58.`
fn is_apposed(r: &Reader<'_, '_>, amount: &Amount) -> bool {
    let at = amount.start;
    let name = |back: usize| {
        at >= r.start + back
            && (r.tag(at - back) == Some(Tag::NNP)
                || r.token(at - back)
                    .is_some_and(|name| name.is_capitalised() && (name.tag.is_verb() || !name.word.is_known())))
    };
    let ends = at > r.start && amount.end == r.end || r.is_mark(amount.end, '.') || r.is_mark(amount.end, ')');
    amount.number.form == Form::Plain
        && at > r.start
        && r.is_mark(at - 1, ',')
        && name(2)
        && (r.is_mark(amount.end, ',')
            || r.is_dash(amount.end) && !r.is_glued(amount.end)
            || (ends || r.says(amount.end, word::WAS)) && name(3) && r.surface(at).len() == 2)
}

/// `died at 94`, `left school at 14`, `At 22 she`
fn is_at(r: &Reader<'_, '_>, amount: &Amount, start: usize) -> bool {
    const LIVED: &[&str] = &[
        "dies", "died", "dead", "dying", "die", "retire", "retired", "retires", "retiring", "married", "widowed",
        "school", "home", "orphaned", "turning", "debut",
    ];
    let plain =
        amount.unit.is_none() && amount.start == start && r.surface(start).len() <= 2 && r.says(start - 1, word::AT);
    let comma = usize::from(r.is_mark(amount.end, ',') && start == r.start + 1);
    let begins = r.says_any(amount.end + comma, &[word::HE, word::SHE]);
    plain && (begins || start > r.start + 1 && r.reads_any(start - 2, LIVED) && stands_alone(r, amount.end))
}

/// `children under five`, `people over 65`
fn is_bound(r: &Reader<'_, '_>, amount: &Amount, start: usize) -> bool {
    const PERSONS: &[&str] = &[
        "children", "people", "those", "adults", "kids", "women", "men", "boys", "girls", "anyone", "everyone",
        "patients", "voters", "child",
    ];
    let bound = start < amount.start
        && amount.unit.is_none()
        && r.says_any(start, &[word::UNDER, word::OVER, word::ABOVE, word::BELOW]);
    if !bound {
        return false;
    }
    // "two thirds were under ten", "all over 90"
    let told = r.says_any(start - 1, &[word::WERE, word::ARE, word::ALL, word::BOTH])
        && amount.high.small().is_some_and(|age| age < 100);
    let persons = r.reads_any(start - 1, PERSONS) && r.tag(amount.end) != Some(Tag::NNS);
    persons || told && stands_alone(r, amount.end)
}

/// Whether nothing follows that a number could count.
fn stands_alone(r: &Reader<'_, '_>, end: usize) -> bool {
    !r.tag(end).is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::JJ | Tag::HYPH | Tag::CD | Tag::DT))
        && !r.says_any(end, &[word::OF, word::PER, word::DEGREES])
        && !r.is_mark(end, ':')
}

/// `he was 35`, `who turned 90 on Sunday`
fn is_said_of_person(r: &Reader<'_, '_>, amount: &Amount, start: usize) -> bool {
    let ends =
        !r.tag(amount.end).is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::JJ | Tag::JJR | Tag::DT | Tag::VBN))
            && !(r.says_any(amount.end, &[word::OF, word::TO, word::PER, word::FOR, word::IN, word::ON])
                || r.reads(amount.end, "-"));
    let turned = r.says_any(start - 1, &[word::TURNED, word::TURNS, word::TURNING]);
    let being = turned || r.says_any(start - 1, &[word::IS, word::WAS, word::BE, word::SHORT_AM, word::OWN_S]);
    let someone = (2..=4)
        .filter_map(|back| start.checked_sub(back))
        .filter(|&at| at >= r.start)
        .any(|at| r.says_any(at, &[word::HE, word::SHE, word::WHO, word::I, word::AGE]));
    being && someone && (ends || turned && r.says_any(amount.end, &[word::IN, word::ON]))
}
