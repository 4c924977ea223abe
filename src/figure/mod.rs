//! Figures: a value or an interval, its modifier, its unit and what is counted.

mod age;
mod amount;
mod counted;
mod decoy;
mod digits;
mod elided;
mod modifier;
mod named;
mod ratio;
mod reader;
mod sense;
mod share;
mod unit;
mod value;
mod words;

use std::borrow::Cow;
use std::ops::Range;

use crate::date::Date;
use crate::lexicon::{Class, word};
use crate::text::{BlockKind, Document, Kind, Span, Token};
use amount::{Amount, amount, ranged};
use reader::Reader;

pub use crate::lexicon::{Dimension, Modifier};
pub use unit::in_base;

/// A quantity that the text states (the terms are those of CQE, EMNLP 2023).
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    /// The number with its approximator and its unit of measure; not what is counted.
    pub span: Span,
    /// The lowest value stated, magnitudes multiplied out.
    pub low: f64,
    /// The highest value stated; the same as `low` where one value is.
    pub high: f64,
    /// How the value is bounded.
    pub modifier: Modifier,
    /// The unit in canonical singular: of measure (`us dollar`), or the counted head noun with what
    /// names its kind (`heart transplant`); `None` where the text leaves it open.
    pub unit: Option<String>,
    /// What kind of quantity it is. A share of a whole (`two-thirds`) is `percent` without a unit.
    pub dimension: Dimension,
    /// The noun phrase that is counted.
    pub counted: Option<Span>,
    /// What the figure is said of, in the order to be read; set with the claim it stands in.
    pub subject: Vec<Span>,
    /// The first day of what it holds for, as an ISO date; set with the claim it stands in.
    pub as_of: Option<String>,
}

/// What a recogniser says of the number that begins at a token.
enum Found {
    /// A figure, and the token to go on with.
    Figure(Box<Figure>, usize),
    /// No figure up to this token.
    Nothing(usize),
}

/// The recognisers, the first that knows the number is right:
/// a ratio before all else, as it is made of two numbers that are quantities alone;
/// a multiple (`tripled`) is one word that no number begins with.
const RECOGNISERS: &[fn(&Reader<'_, '_>, usize) -> Option<Found>] =
    &[decoy_number, ratio::one_in_five, ratio::multiple, quantity];

/// Finds the figures of a document, in order; the numbers of its dates are none (but durations are).
#[must_use]
pub fn find(document: &Document<'_>, dates: &[Date]) -> Vec<Figure> {
    let mut figures = Vec::with_capacity(document.sentences.len());
    for sentence in &document.sentences {
        if document.block_of(sentence).kind == BlockKind::Boilerplate {
            continue;
        }
        let reader = Reader::new(document, dates, &sentence.tokens);
        let first = figures.len();
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let Some(token) = document.tokens.get(at) else { break };
            let number = token.kind == Kind::Number || token.is(Class::Numeral);
            at = if number { step(&reader, at, &mut figures) } else { at + 1 };
        }
        elided::fill(&reader, &mut figures, first);
    }
    figures
}

/// Reads the number at a token; the token to go on with.
fn step(r: &Reader<'_, '_>, at: usize, figures: &mut Vec<Figure>) -> usize {
    match RECOGNISERS.iter().find_map(|recogniser| recogniser(r, at)) {
        Some(Found::Figure(figure, end)) => {
            let clear = figures.last().is_none_or(|last| last.span.end <= figure.span.start);
            if clear {
                figures.push(*figure);
            }
            end.max(at + 1)
        }
        Some(Found::Nothing(end)) => end.max(at + 1),
        None => at + 1,
    }
}

fn decoy_number(r: &Reader<'_, '_>, at: usize) -> Option<Found> {
    decoy::at(r, at).map(Found::Nothing)
}

/// A number with its bounds, its unit and what it counts.
fn quantity(r: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let first = amount(r, at)?;
    if named::is_decoy(r, &first) {
        // the whole of 1950-53
        let pair = r.is_dash(first.end) && r.kind(first.end + 1) == Some(Kind::Number);
        return Some(Found::Nothing(if pair { first.end + 2 } else { first.end }));
    }
    let single_end = first.end;
    let dash = r.is_dash(single_end);
    if let Some(end) = odds(r, &first) {
        return Some(Found::Nothing(end));
    }
    let amount = ranged(r, first);
    let aged = age::is_age(r, &amount, amount.start);
    if amount.end > single_end && dash && !aged && amount::is_score(r, &amount) {
        return Some(Found::Nothing(amount.end));
    }
    if dash && amount.end == single_end && is_tie(r, &amount) {
        return Some(Found::Nothing(single_end + 2));
    }
    if amount.range && named::is_decoy(r, &amount) {
        return Some(Found::Nothing(amount.end));
    }
    Some(figure(r, &amount))
}

/// `by 4 to 1 in favour`, `a 2-to-1 vote`: the token after two numbers that are how a whole was parted.
fn odds(r: &Reader<'_, '_>, first: &Amount) -> Option<usize> {
    let to = first.end + usize::from(r.is_joint(first.end));
    let next = to + 1 + usize::from(r.is_joint(to + 1));
    let parted = first.unit.is_none()
        && r.says(to, word::TO)
        && r.kind(first.number.start) == r.kind(next)
        && value::number(r, next, false).is_some_and(|second| second.end == next + 1)
        && (r.says_any(next + 1, &[word::VOTE, word::DECISION, word::MAJORITY])
            || r.reads_any(next + 1, &["margin", "ratio", "odds"])
            || r.says(next + 1, word::IN) && r.says_any(next + 2, &[word::FAVOR, word::FAVOUR]));
    parted.then_some(next + 1)
}

/// `3-1`, `1-1`: two numbers that no range has in this order.
fn is_tie(r: &Reader<'_, '_>, amount: &Amount) -> bool {
    let small = amount.high.small().is_some_and(|value| value < 200) && amount.unit.is_none();
    small
        && r.is_joint(amount.end)
        && r.kind(amount.end + 1) == Some(Kind::Number)
        && r.surface(amount.end + 1).len() <= 3
}

fn figure(r: &Reader<'_, '_>, amount: &Amount) -> Found {
    let (start, mut modifier) = modifier::before(r, amount.start);
    let mut end = amount.end;
    let mut plus = None;
    if let Some((after, bound)) = modifier::after(r, end) {
        end = after;
        // "10-plus years"
        plus = unit::measure(r, end, &amount.number).filter(|_| amount.unit.is_none());
        modifier = if modifier == Modifier::Equal { bound } else { modifier };
    }
    if let Some(plus) = &plus {
        end = plus.end;
    }
    let what = what(r, amount, amount.unit.as_ref().or(plus.as_ref()), start..end);
    let (unit, dimension, counted) = (what.unit, what.dimension, what.counted);
    if modifier == Modifier::Equal
        && let Some((_, bound)) = what.end.and_then(|end| modifier::after(r, end))
    {
        modifier = bound;
    }
    if modifier == Modifier::Equal && dimension == Dimension::Percent && start > r.start {
        modifier = signed(r, amount, start);
    }
    if modifier == Modifier::Equal {
        let name = unit.as_deref().unwrap_or("");
        modifier = modifier::change(r, start..end, dimension, name).unwrap_or(modifier);
    }
    // "12,000 fewer people"
    if modifier == Modifier::Equal && r.says(end, word::FEWER) && counted.is_some() {
        modifier = Modifier::Decrease;
    }
    let figure = Figure {
        span: r.span(start..end),
        low: amount.low.value(),
        high: amount.high.value(),
        modifier,
        unit: unit.map(Cow::into_owned),
        dimension,
        counted,
        subject: Vec::new(),
        as_of: None,
    };
    Found::Figure(Box::new(figure), end)
}

/// `Nikkei -1.3%`, `+0.8%`: a change that its sign tells.
fn signed(r: &Reader<'_, '_>, amount: &Amount, start: usize) -> Modifier {
    if r.is_mark(start - 1, '+') && r.is_glued(start) {
        Modifier::Increase
    } else if amount.high.value() < 0.0 && r.token(start - 1).is_some_and(Token::is_capitalised) {
        Modifier::Decrease
    } else {
        Modifier::Equal
    }
}

/// What a number measures or counts.
struct What {
    unit: Option<unit::Name>,
    dimension: Dimension,
    counted: Option<Span>,
    /// The token after what is counted.
    end: Option<usize>,
}

fn what(r: &Reader<'_, '_>, amount: &Amount, unit: Option<&unit::Measure>, figure: Range<usize>) -> What {
    let (start, end) = (figure.start, figure.end);
    let share = amount.number.form == value::Form::Share;
    if let Some(measure) = unit {
        let of = r.says(end, word::OF) && measure.dimension != Dimension::Age;
        let counted = of.then(|| counted::after(r, end, &amount.number)).flatten().map(|counted| counted.span);
        let dimension = if measure.dimension == Dimension::Duration && age::of_age(r, start) {
            Dimension::Age
        } else {
            measure.dimension
        };
        return What { unit: Some(measure.name.clone()), dimension, counted, end: None };
    }
    if age::is_age(r, amount, start) {
        return What { unit: Some("year".into()), dimension: Dimension::Age, counted: None, end: None };
    }
    // "a magnitude 6.7 earthquake", "a magnitude of 5.4"
    let last = amount.start.saturating_sub(1);
    if r.says(last, word::MAGNITUDE) || r.says(last, word::OF) && r.says(last.saturating_sub(1), word::MAGNITUDE) {
        return What { unit: Some("magnitude".into()), dimension: Dimension::Other, counted: None, end: None };
    }
    let dimension = if share { Dimension::Percent } else { Dimension::Count };
    let after = counted::after(r, end, &amount.number);
    let Some(group) = after
        .filter(|group| !counted::is_matter(r, end, &amount.number, group))
        .or_else(|| counted::number_of(r, end))
        .or_else(|| counted::before(r, start))
        .or_else(|| counted::told(r, start).filter(|_| !share))
    else {
        return What { unit: None, dimension, counted: None, end: None };
    };
    let (counted, after) = (Some(group.span), Some(group.end));
    if share {
        return What { unit: None, dimension, counted, end: after };
    }
    // "three thousand tests per day"
    let measure = unit::Measure { end: group.end, name: group.unit.into(), dimension, joined: false, power: 0 };
    let rate = unit::with_per(r, measure.clone());
    let dimension = if rate.end > measure.end { Dimension::Rate } else { dimension };
    What { unit: Some(rate.name), dimension, counted, end: after }
}
