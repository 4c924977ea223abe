//! Numbers made of numbers: `one in five`, `two out of three`; and multiples: `tripled`, `threefold`.

use super::reader::Reader;
use super::value::{Form, Number, number};
use super::{Dimension, Figure, Found, Modifier, modifier};
use crate::lexicon::{Numeral, lexicon, word};
use crate::text::Tag;

/// `one in five people`, `two out of three`, `1 in 10`: a share of a whole.
pub(super) fn one_in_five(r: &Reader<'_, '_>, at: usize) -> Option<Found> {
    const NEAR: usize = 3;
    // Before the number is read: is it followed by what parts a whole?
    if !(1..=NEAR).any(|ahead| r.says_any(at + ahead, &[word::IN, word::OUT, word::OF])) {
        return None;
    }
    let part = number(r, at, false)?;
    let few = part.low.small().filter(|&few| (1..10).contains(&few) && part.form != Form::Vague)?;
    let out_of = r.says(part.end, word::OUT) && r.says(part.end + 1, word::OF);
    // "one in every five", "one of every nine", "two out of every three"
    let after = part.end + 1 + usize::from(out_of);
    let every = r.says(after, word::EVERY);
    let inside = r.says(part.end, word::IN);
    if !out_of && !inside && !(every && r.says(part.end, word::OF)) {
        return None;
    }
    let whole = number(r, after + usize::from(every), false)?;
    let many = whole.low.small().filter(|&many| many > few && many >= 2)?;
    if whole.form == Form::Vague || whole.form == Form::Share || (!out_of && !is_share(r, &whole, few, many)) {
        return None;
    }
    let (start, bound) = modifier::before(r, part.start);
    let value = part.low.over(u64::from(many)).value();
    let counted = super::counted::after(r, whole.end, &whole).map(|counted| counted.span);
    let figure = Figure {
        span: r.span(start..whole.end),
        low: value,
        high: value,
        modifier: bound,
        unit: None,
        dimension: Dimension::Percent,
        counted,
        subject: Vec::new(),
        as_of: None,
    };
    Some(Found::Figure(Box::new(figure), whole.end))
}

/// Whether `in` parts a whole here: no "two in 2019", no "three in 10 days".
fn is_share(r: &Reader<'_, '_>, whole: &Number, few: u32, many: u32) -> bool {
    let unit = super::unit::measure(r, whole.end, whole).is_some();
    let year = whole.form == Form::Plain && (1900..2100).contains(&many);
    let round = matches!(many, 2..=12 | 15 | 16 | 20 | 25 | 30 | 40 | 50 | 100 | 200 | 500 | 1000) || many >= 1000;
    // "1 in 21", but "won one in 14 games"
    let round = round || few == 1 && !r.tag(whole.end).is_some_and(Tag::is_noun);
    !unit && !year && round && !r.is_joint(whole.end)
}

/// `doubled`, `a threefold rise`, `twice as many`: so many times.
pub(super) fn multiple(r: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let Some(Numeral::Fold(times)) = r.numeral(at) else { return None };
    // "will double its fleet", but "a double murder"
    let base = r.says_any(at, &[word::DOUBLE, word::DOUBLES, word::TREBLE, word::TRIPLE, word::TRIPLES])
        || r.reads(at, "trebles");
    if base && !(r.tag(at).is_some_and(Tag::is_verb) && matches!(r.tag(at + 1), Some(Tag::PRPS | Tag::DT))) {
        return Some(Found::Nothing(at + 1));
    }
    let verb = r.surface(at).ends_with("fold")
        || (r.tag(at))
            .is_some_and(|tag| tag.is_verb() && tag != Tag::VBG || matches!(tag, Tag::JJ | Tag::RB | Tag::NN));
    // "twice a week", "met twice"
    let twice = r.says(at, word::TWICE);
    let many = r.says(at + 1, word::AS) && matches!(r.tag(at + 2), Some(Tag::JJ | Tag::RB | Tag::JJR));
    if !verb || twice && !many && !r.says(at + 1, word::THE) {
        return Some(Found::Nothing(at + 1));
    }
    let (start, bound) = modifier::before(r, at);
    let modifier = if bound == Modifier::Equal && !twice { Modifier::Increase } else { bound };
    let figure = Figure {
        span: r.span(start..at + 1),
        low: f64::from(times),
        high: f64::from(times),
        modifier,
        unit: lexicon().quantities().unit("times").map(|unit| unit.name.to_owned()),
        dimension: Dimension::Rate,
        counted: None,
        subject: Vec::new(),
        as_of: None,
    };
    Some(Found::Figure(Box::new(figure), at + 1))
}
