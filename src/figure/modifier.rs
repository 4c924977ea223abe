//! What bounds a number: `about`, `at least`, `or more`, `100+`, and what it is a change by: `rose 5%`.

use std::ops::Range;

use super::reader::Reader;
use crate::lexicon::{Class, Dimension, Modifier, WordId, lexicon, word};
use crate::text::Tag;

/// The bound that stands before a number, and where the number begins with it.
pub(super) fn before(r: &Reader<'_, '_>, number: usize) -> (usize, Modifier) {
    let (mut start, mut modifier) = (number, Modifier::Equal);
    // "at least some 400": the outer bound holds, both are part of the figure.
    for _ in 0..3 {
        let Some((outer, bound, verb)) = one_before(r, start) else { break };
        if bound != Modifier::Equal {
            modifier = bound;
        }
        if verb {
            break;
        }
        start = outer;
    }
    (start, modifier)
}

fn one_before(r: &Reader<'_, '_>, number: usize) -> Option<(usize, Modifier, bool)> {
    let last = number.checked_sub(1).filter(|&last| last >= r.start)?;
    let sign = match r.token(last)?.first {
        '~' | '≈' | '∼' | '≃' => Some(Modifier::About),
        '>' => Some(Modifier::Over),
        '≥' => Some(Modifier::AtLeast),
        '<' => Some(Modifier::Under),
        '≤' => Some(Modifier::AtMost),
        _ => None,
    };
    if let Some(modifier) = sign {
        return Some((last, modifier, false));
    }
    let word = |back: usize| last.checked_sub(back).map_or(WordId::NONE, |at| r.word(at));
    let (len, bound) = lexicon().quantities().bound_before(word(0), word)?;
    let start = number.checked_sub(len)?;
    (!is_other_word(r, start, len)).then_some((start, bound.modifier, bound.verb))
}

/// Whether a single word that can bound a number does something else here.
fn is_other_word(r: &Reader<'_, '_>, at: usize, len: usize) -> bool {
    if len > 1 {
        return false;
    }
    let before = |words: &[&str]| at > r.start && r.reads_any(at - 1, words);
    // "talked about two plans", "scattered around three towns" stay what they say
    (r.says(at, word::ABOUT)
        && before(&[
            "talk",
            "talked",
            "talking",
            "speak",
            "spoke",
            "asked",
            "told",
            "worried",
            "think",
            "know",
            "learn",
            "learned",
            "concerns",
            "questions",
            "information",
        ]))
        || (r.says(at, word::OVER)
            && (spans(r, at)
                || before(&[
                    "all", "control", "took", "take", "taken", "taking", "handed", "victory", "win", "turned", "won",
                ])))
        || (r.says(at, word::AVERAGE) && !before(&["an", "the", "they", "we", "who", "which"]))
}

/// `$5 billion | over ten years`, `built over six years`: the time that something is spread over; but `waited over two
/// hours`, `for over a year`.
fn spans(r: &Reader<'_, '_>, over: usize) -> bool {
    const LAST: &[&str] = &[
        "last", "lasted", "lasts", "spent", "spend", "wait", "waited", "served", "lived", "is", "was", "were", "be",
        "been",
    ];
    let unit = (over + 2..over + 6).any(|at| r.unit(at).is_some_and(|unit| unit.dimension == Dimension::Duration));
    let before = over.checked_sub(1).and_then(|at| r.tag(at));
    unit && before.is_some_and(|tag| tag.is_noun() || tag.is_verb() || matches!(tag, Tag::CD | Tag::PRP))
        && !r.reads_any(over - 1, LAST)
}

/// The bound that stands after a number or its unit, and where it ends.
pub(super) fn after(r: &Reader<'_, '_>, end: usize) -> Option<(usize, Modifier)> {
    if r.is_mark(end, '+') && r.is_glued(end) {
        return Some((end + 1, Modifier::AtLeast));
    }
    let quantities = lexicon().quantities();
    if r.is_joint(end) {
        return quantities.bound_joined(r.word(end + 1)).map(|modifier| (end + 2, modifier));
    }
    let (len, modifier) = quantities.bound_after(r.word(end), |n| r.word(end + n))?;
    // "five or more", but "three at most of the sites", "over 20 and over 30", "12 and more than 20"
    let next = end + len + usize::from(r.says(end + len, word::A));
    let goes_on =
        r.numeral(next).is_some() || r.kind(next) == Some(crate::text::Kind::Number) || r.says(next, word::THAN);
    (!goes_on).then_some((end + len, modifier))
}

/// Whether a quantity that begins at `start` is what something rose or fell by.
pub(super) fn change(r: &Reader<'_, '_>, figure: Range<usize>, dimension: Dimension, unit: &str) -> Option<Modifier> {
    let start = figure.start;
    let mut at = start.checked_sub(1).filter(|&at| at >= r.start)?;
    let by = r.says(at, word::BY);
    let of = r.says(at, word::OF);
    if by || of {
        at = at.checked_sub(1)?;
    }
    // "will rise an average of 13 percent"
    if of && r.says(at, word::AVERAGE) && at > r.start + 1 {
        at -= 2;
    }
    for _ in 0..2 {
        let more = r.says_any(at, &[word::ANOTHER, word::FURTHER, word::ADDITIONAL, word::EXTRA]);
        if (more || r.tag(at) == Some(Tag::RB)) && !r.is(at, Class::Rise) && !r.is(at, Class::Fall) {
            at = at.checked_sub(1)?;
        }
    }
    if by {
        // "cut its key rate by 25 points"
        at = (0..8)
            .filter_map(|back| at.checked_sub(back))
            .find(|&at| r.is(at, Class::Rise) || r.is(at, Class::Fall))
            .unwrap_or(at);
    }
    // "the lower 95 percent"
    if r.tag(at) == Some(Tag::JJR) && at > r.start && r.tag(at - 1) == Some(Tag::DT) {
        return None;
    }
    let rise = r.is(at, Class::Rise);
    if !rise && !r.is(at, Class::Fall) {
        return None;
    }
    // "plunged 200 metres into a ravine", "picked up one point"
    let way = dimension == Dimension::Length
        && r.says_any(figure.end, &[word::INTO, word::DOWN, word::OFF, word::ONTO, word::THROUGH]);
    let picked = r.says(at, word::UP)
        && at > r.start
        && r.reads_any(
            at - 1,
            &["picked", "picking", "pick", "notched", "racked", "made", "make", "take", "took", "set", "put"],
        );
    if way || picked {
        return None;
    }
    // "lost 50 men", "raised $5 million" are no changes of a measured value
    let measured = matches!(dimension, Dimension::Percent) || unit == "point";
    let owned = r.is(at, Class::Owned);
    let small_coin = matches!(unit, "sen" | "cent" | "penny" | "paisa");
    let fits = if by || of {
        by || dimension != Dimension::Duration
    } else if dimension == Dimension::Count || dimension == Dimension::Duration || dimension == Dimension::Age {
        false
    } else {
        measured || small_coin || !owned
    };
    if of && !r.tag(at).is_some_and(Tag::is_noun) && !r.says(start - 2, word::AVERAGE) {
        return None;
    }
    fits.then_some(if rise { Modifier::Increase } else { Modifier::Decrease })
}
