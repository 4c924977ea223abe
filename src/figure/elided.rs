//! What is left out because a neighbour has it: the noun ("38 and 16 people", "60 shops in Lyon, 45 in
//! Nice"), the bound of a value given twice ("over 9 km (5.6 miles)", "up 31 points, or 0.4%").

use super::reader::Reader;
use super::{Dimension, Figure, Modifier};
use crate::text::Tag;

/// How far apart the figures of a list may stand, in tokens.
const NEAR: usize = 14;

/// Gives the figures of a sentence that name nothing the unit of a neighbour in the same list.
pub(super) fn fill(r: &Reader<'_, '_>, figures: &mut [Figure], first: usize) {
    for at in first + 1..figures.len() {
        if figures[at].modifier == Modifier::Equal && again(r, &figures[at - 1], &figures[at]) {
            figures[at].modifier = figures[at - 1].modifier;
        }
    }
    // From the last on, so that a list passes what its last figure counts to all of it.
    for at in (first..figures.len()).rev() {
        if figures[at].unit.is_some() || figures[at].dimension != Dimension::Count {
            continue;
        }
        if let Some(from) = forward(r, figures, at) {
            take(figures, at, from);
        }
    }
    for at in first..figures.len() {
        if figures[at].unit.is_none()
            && figures[at].dimension == Dimension::Count
            && let Some(from) = backward(r, figures, first, at)
        {
            take(figures, at, from);
        }
    }
}

/// Gives a figure the unit of another.
fn take(figures: &mut [Figure], at: usize, from: usize) {
    let (unit, dimension, counted) = (figures[from].unit.clone(), figures[from].dimension, figures[from].counted);
    let figure = &mut figures[at];
    (figure.unit, figure.dimension) = (unit, dimension);
    figure.counted = counted.filter(|_| dimension == Dimension::Count);
}

/// Whether a figure gives the value of the one before it once more, in another unit.
fn again(r: &Reader<'_, '_>, before: &Figure, figure: &Figure) -> bool {
    let between = r.document.tokens_in(crate::text::Span::new(before.span.end as usize, figure.span.start as usize));
    let change = matches!(before.modifier, Modifier::Increase | Modifier::Decrease);
    let units = before.unit.is_some() && figure.unit.is_some() && before.unit != figure.unit;
    let measured = before.dimension != Dimension::Count && figure.dimension != Dimension::Count;
    let bracket = between.len() == 1 && (r.is_mark(between.start, '(') || r.is_mark(between.start, '/'));
    let or = change && between.len() == 2 && r.is_mark(between.start, ',') && r.says(between.start + 1, "or");
    units && measured && (or || (bracket && (before.dimension == figure.dimension || change)))
}

/// "45 and 50 cases": the next figure, behind `and`, `or` or a comma.
fn forward(r: &Reader<'_, '_>, figures: &[Figure], at: usize) -> Option<usize> {
    let next = figures.get(at + 1)?;
    let between = r.document.tokens_in(crate::text::Span::new(figures[at].span.end as usize, next.span.start as usize));
    let joined = !between.is_empty()
        && between.len() <= 4
        && between.clone().all(|token| r.says_any(token, &["and", "or", ",", "to"]) || r.is_dash(token));
    (joined && next.unit.is_some()).then_some(at + 1)
}

/// "60 shops in Lyon, 45 in Nice": the figure before, where this one stands as that one did.
fn backward(r: &Reader<'_, '_>, figures: &[Figure], first: usize, at: usize) -> Option<usize> {
    let before = at.checked_sub(1).filter(|&before| before >= first)?;
    let last = &figures[before];
    let tokens = r.document.tokens_in(crate::text::Span::new(last.span.end as usize, figures[at].span.start as usize));
    let after = r.document.tokens_in(figures[at].span).end;
    let listed = matches!(
        r.tag(after),
        Some(Tag::IN | Tag::Comma | Tag::Period | Tag::CC | Tag::VBD | Tag::TO | Tag::CloseBracket) | None
    );
    // "bringing the total to 900" is a total of something else
    let level = r.says(tokens.end.saturating_sub(1), "to");
    let count = last.dimension == Dimension::Count || last.dimension == Dimension::Money;
    (!level && count && last.unit.is_some() && listed && tokens.len() <= NEAR).then_some(before)
}
