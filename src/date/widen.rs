//! What stands before an expression and belongs to it: `early`, `the end of`, `nearly`, `the first`.

use super::reader::{Found, Reader};
use super::value::Value;
use super::{DateKind, DateModifier};
use crate::lexicon::{Bound, Edge, Function, TimeWord, Turn};
use crate::text::Tag;

/// Widens an expression to the left, and gives it its modifier.
pub(super) fn widen(reader: &Reader<'_, '_>, found: &mut Found) {
    match found.kind {
        DateKind::Duration => bound(reader, found),
        DateKind::Date | DateKind::Time if !matches!(found.value, Value::Reference(_)) => {
            edge(reader, found);
            if matches!(found.value, Value::Time(..)) || ends_in_turn(reader, found) {
                bound(reader, found);
            }
        }
        _ => {}
    }
}

fn ends_in_turn(reader: &Reader<'_, '_>, found: &Found) -> bool {
    found.tokens.end.checked_sub(1).is_some_and(|last| matches!(reader.word(last), Some(TimeWord::Turn(_))))
}

/// `early 2009`, `mid-2011`, `later this year`, `the beginning of 2010`
fn edge(reader: &Reader<'_, '_>, found: &mut Found) {
    let start = found.tokens.start;
    let Some(before) = start.checked_sub(1) else { return };
    let modifier = |edge| match edge {
        Edge::Start => DateModifier::Start,
        Edge::Mid => DateModifier::Mid,
        Edge::End => DateModifier::End,
    };
    let mut take = |from: usize, modifier| {
        found.tokens.start = from;
        found.modifier = Some(modifier);
    };
    // `mid-2011`, `mid-March`
    let hyphen = reader.hyphen(before);
    let word_at = if hyphen { before.checked_sub(1) } else { Some(before) };
    let Some(word_at) = word_at else { return };
    match reader.word(word_at) {
        Some(TimeWord::Edge(edge)) if hyphen || !is_noun_edge(reader, word_at) => {
            let the = word_at.checked_sub(1).filter(|&the| reader.is(the, Function::The));
            take(the.unwrap_or(word_at), modifier(edge));
            return;
        }
        Some(TimeWord::Turn(Turn::Earlier)) => return take(word_at, DateModifier::Start),
        Some(TimeWord::Turn(Turn::Later)) => return take(word_at, DateModifier::End),
        _ => {}
    }
    // `the end of last year`, `earlier in the week`, `the morning of Nov. 4`
    let Some(edge_at) = before.checked_sub(1) else { return };
    let of = reader.is(before, Function::Of);
    // `late on Tuesday`
    let inside = ["in", "on"].contains(&reader.text(before));
    match reader.word(edge_at) {
        Some(TimeWord::Edge(edge)) if of && is_noun_edge(reader, edge_at) => {
            let mut from = edge_at;
            for word in [&["very"][..], &["the", "The"][..]] {
                if let Some(before) = from.checked_sub(1)
                    && word.contains(&reader.text(before))
                {
                    from = before;
                }
            }
            take(from, modifier(edge));
        }
        Some(TimeWord::Edge(edge)) if inside && !is_noun_edge(reader, edge_at) => take(edge_at, modifier(edge)),
        Some(TimeWord::Turn(Turn::Earlier)) if inside => take(edge_at, DateModifier::Start),
        Some(TimeWord::Turn(Turn::Later)) if inside => take(edge_at, DateModifier::End),
        _ => {}
    }
}

/// `the end of`, `the beginning of`: edges that take `of`.
fn is_noun_edge(reader: &Reader<'_, '_>, at: usize) -> bool {
    !["early", "late", "mid"].iter().any(|word| reader.text(at).eq_ignore_ascii_case(word))
}

/// `nearly two years`, `at least three days`, `more than a decade`, `the first six months`
fn bound(reader: &Reader<'_, '_>, found: &mut Found) {
    const LONGEST: usize = 3;
    let start = found.tokens.start;
    for from in start.saturating_sub(LONGEST)..start {
        if let Some((to, TimeWord::About(bound))) = reader.phrase(from)
            && to == start
            && (from + 1 < start || !is_preposition(reader, from, found))
            && (bound == Bound::About || !matches!(found.value, Value::Time(..)))
        {
            found.tokens.start = from;
            found.modifier = Some(match bound {
                Bound::About => DateModifier::Approx,
                Bound::MoreThan => DateModifier::MoreThan,
                Bound::LessThan => DateModifier::LessThan,
                Bound::AtLeast => DateModifier::EqualOrMore,
                Bound::AtMost => DateModifier::EqualOrLess,
            });
            return;
        }
    }
    // `the first six months`, `another two years`, `the two weeks`
    if let Some(before) = start.checked_sub(1) {
        // `the 12-hour flight`: the article is the noun's.
        let adjective = found.tokens.clone().any(|at| reader.hyphen(at));
        let first = matches!(reader.word(before), Some(TimeWord::Ordinal(_))) || reader.text(before) == "final";
        if first && reader.follows(before, Function::The) {
            found.tokens.start = before - 1;
        } else if matches!(reader.text(before), "another" | "Another")
            || (reader.is(before, Function::The) && !adjective)
        {
            found.tokens.start = before;
        }
    }
}

/// `over the past week`: the word is no bound there.
fn is_preposition(reader: &Reader<'_, '_>, at: usize, found: &Found) -> bool {
    // `$30 billion over ten years`, but `for over ten years`
    if reader.text(at).eq_ignore_ascii_case("over")
        && found.kind == DateKind::Duration
        && !reader.is(found.tokens.start, Function::The)
    {
        let token = at.checked_sub(1).and_then(|before| reader.token(before));
        return !token.is_some_and(|token| matches!(token.tag, Tag::IN | Tag::RB | Tag::DT) || token.tag.is_verb());
    }
    let over = ["over", "under", "around", "about"].iter().any(|word| reader.text(at).eq_ignore_ascii_case(word));
    over && (reader.is(found.tokens.start, Function::The)
        || matches!(found.value, Value::Duration(super::value::Amount(None), ..)))
}
