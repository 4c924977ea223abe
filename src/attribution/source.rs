//! Whose words they are: the noun phrase before or after a reporting word, with all that belongs to it.

use std::ops::Range;

use crate::lexicon::{Role, word};
use crate::text::Tag;

use super::page::Page;

/// How far a source is looked for, in tokens; no apposition that a person reads is longer.
const REACH: usize = 60;

/// How many groups a chain of noun groups may have.
const LONGEST_CHAIN: usize = 8;

/// The source that stands before a verb, at or after `floor`.
pub(crate) fn before(page: &Page<'_, '_>, floor: usize, verb: usize) -> Option<Range<usize>> {
    let mut end = verb;
    for _ in 0..3 {
        if end > floor && page.tag(end - 1) == Some(Tag::RB) && page.noun_before(end).is_none() {
            end -= 1;
        }
    }
    if end <= floor {
        return None;
    }
    if page.is_mark(end - 1, ',') {
        return appositive(page, floor, end - 1);
    }
    let open = bracket_before(page, floor, end);
    let group = page.noun_before(open.unwrap_or(end))?;
    if page.is_time(group) && group.tokens.start > floor {
        // `The ministry on Monday said`: the day stands between.
        let start = group.tokens.start;
        let at = if page.is_preposition(start - 1) { start - 1 } else { start };
        // `A report published Friday said`: what it was made by belongs to it.
        let made = page
            .verb(at.wrapping_sub(1))
            .filter(|verb| verb.tokens.len() == 1 && page.tag(verb.head) == Some(Tag::VBN));
        if let Some(noun) = made.and_then(|made| page.noun_before(made.tokens.start)) {
            return Some(chain_before(page, floor, noun.tokens.start)..end);
        }
        let noun = page.noun_before(at).filter(|noun| !page.is_time(noun))?;
        return Some(chain_before(page, floor, noun.tokens.start)..noun.tokens.end);
    }
    if page.is_relative(group.head) {
        return Some(group.tokens.clone());
    }
    Some(chain_before(page, floor, group.tokens.start)..end)
}

/// Where the bracket opens that closes right before `end`: `Smith (R-Ohio)`.
fn bracket_before(page: &Page<'_, '_>, floor: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 16;
    page.is_mark(end.checked_sub(1)?, ')').then_some(())?;
    (floor..end - 1).rev().take(LONGEST).find(|&at| page.is_mark(at, '('))
}

/// Where the chain of noun groups begins that ends with the one beginning at `start`:
/// `the head | of the board`, `officials | in Kyiv | and Paris`, `Ukraine | 's ministry`.
fn chain_before(page: &Page<'_, '_>, floor: usize, start: usize) -> usize {
    let mut start = start;
    for _ in 0..LONGEST_CHAIN {
        if start <= floor {
            break;
        }
        let owner = page.tag(start) == Some(Tag::POS);
        let joint = if owner { start } else { start - 1 };
        // `people familiar | with the matter`, `officials briefed | on it`
        let added = joint.checked_sub(1).filter(|&added| {
            added > floor
                && (page.has_role(joint, Role::Links) || page.tag(joint) == Some(Tag::TO))
                && (matches!(page.tag(added), Some(Tag::JJ | Tag::VBN)) || page.text(added) == "close")
        });
        let bracket = (page.tag(joint) == Some(Tag::CC) || page.has_role(joint, Role::Links))
            .then(|| bracket_before(page, floor, joint))
            .flatten();
        let Some(left) = page
            .noun_before(bracket.or(added).unwrap_or(joint))
            .filter(|left| left.tokens.start >= floor && left.tokens.start < joint)
        else {
            break;
        };
        if matches!(page.tag(left.head), Some(Tag::WP | Tag::WDT | Tag::PRP)) {
            break;
        }
        let links = owner
            || added.is_some()
            || page.has_role(joint, Role::Links)
            || (page.word(joint) == word::TO && begins_phrase(page, floor, left.tokens.start))
            || (page.tag(joint) == Some(Tag::CC) && begins_phrase(page, floor, left.tokens.start));
        if !links || (page.is_time(left) && !owner) {
            break;
        }
        start = left.tokens.start;
    }
    start
}

/// Whether a noun group that begins here begins a sentence's part, not the object of what stands before it.
fn begins_phrase(page: &Page<'_, '_>, floor: usize, start: usize) -> bool {
    let Some(before) = start.checked_sub(1).filter(|&before| before >= floor) else { return true };
    if page.tag(start) == Some(Tag::POS) || page.has_role(before, Role::Links) {
        // What it belongs to decides.
        let joint = if page.tag(start) == Some(Tag::POS) { start } else { before };
        return page
            .noun_before(joint)
            .is_some_and(|left| left.tokens.start <= floor || page.verb(left.tokens.start - 1).is_none());
    }
    matches!(page.tag(before), Some(Tag::Comma | Tag::CloseQuote | Tag::CC | Tag::Colon))
        || page.has_role(before, Role::Joins)
}

/// The source before a comma that closes an apposition: `Jane Roe, a lawyer for the firm, said`.
fn appositive(page: &Page<'_, '_>, floor: usize, close: usize) -> Option<Range<usize>> {
    let lowest = floor.max(close.saturating_sub(REACH));
    // The parts between commas, from the right; those that are whole clauses end the search.
    let mut starts: Vec<usize> = Vec::new();
    let mut at = close;
    let mut finite = false;
    let mut depth = 0usize;
    while at > lowest {
        at -= 1;
        if page.is_mark(at, ')') {
            depth += 1;
        } else if page.is_mark(at, '(') {
            depth = depth.saturating_sub(1);
        }
        finite |= depth == 0 && page.is_finite(at);
        let closes_quote = page.closes_quote(at + 1) && page.quote(at).is_some_and(|quote| is_speech(page, quote.span));
        let mark = depth == 0 && page.is_mark(at, ',');
        if mark || closes_quote || at == lowest {
            let start = if at == lowest && !mark && !closes_quote { at } else { at + 1 };
            let relative = matches!(page.tag(start), Some(Tag::WP | Tag::WDT | Tag::WPS | Tag::WRB))
                || (page.is_preposition(start) && matches!(page.tag(start + 1), Some(Tag::WP | Tag::WDT)));
            if finite && !relative {
                break;
            }
            starts.push(start);
            finite = false;
            if closes_quote {
                break;
            }
        }
    }
    // The leftmost part that begins with a noun group is the name; what stands before it is an adverbial.
    let first = starts.iter().rposition(|&start| page.noun_from(start).is_some_and(|group| !page.is_time(group)))?;
    let start = starts[first];
    if first == 0 {
        return Some(start..close);
    }
    // `X, speaking in Ohio,` and `X, however,`: what is added doesn't belong to the name.
    let second = starts[first - 1];
    let added = matches!(page.tag(second), Some(Tag::VBG | Tag::RB | Tag::IN)) && first == 1
        || page.noun_from(second).is_some_and(|group| page.is_time(group));
    Some(if added { start..second - 1 } else { start..close })
}

/// Whether a quotation is long enough to be somebody's words and no nickname.
pub(crate) fn is_speech(page: &Page<'_, '_>, quote: crate::text::Span) -> bool {
    const FEWEST: usize = 5;
    page.tokens_of(quote).len() >= FEWEST
}

/// The source that begins at a token: `said | Jane Roe, a lawyer for the firm`.
pub(crate) fn after(page: &Page<'_, '_>, start: usize, end: usize, with_apposition: bool) -> Option<Range<usize>> {
    let group = page.noun_from(start).filter(|group| group.tokens.end <= end && !page.is_time(group))?;
    let mut at = chain_after(page, group.tokens.end, end);
    if page.is_mark(at, '(') {
        at = (at..end.min(at + 16)).find(|&at| page.is_mark(at, ')')).map_or(at, |close| close + 1);
    }
    if with_apposition && page.is_mark(at, ',') {
        at = apposition_after(page, at, end);
    }
    Some(start..at)
}

/// Where the chain of noun groups ends that goes on at `start`.
pub(crate) fn chain_after(page: &Page<'_, '_>, start: usize, end: usize) -> usize {
    let mut end_of_chain = start;
    for _ in 0..LONGEST_CHAIN {
        let at = end_of_chain;
        let owned = page.tag(at) == Some(Tag::POS);
        // `people close | to the talks`, `officials briefed | on it`
        let added = (matches!(page.tag(at), Some(Tag::JJ | Tag::VBN)) || page.word(at) == word::CLOSE)
            && (page.has_role(at + 1, Role::Links) || page.tag(at + 1) == Some(Tag::TO));
        let at = at + usize::from(added);
        let next = if owned { at } else { at + 1 };
        let links = owned
            || added
            || page.tag(at) == Some(Tag::TO)
            || page.has_role(at, Role::Links)
            || page.tag(at) == Some(Tag::CC);
        let Some(group) = page.noun_from(next).filter(|group| links && group.tokens.end <= end) else { break };
        if page.is_time(group) {
            break;
        }
        // `and he left`: a clause of its own begins.
        if page.tag(at) == Some(Tag::CC) && page.is_finite(group.tokens.end) {
            break;
        }
        end_of_chain = group.tokens.end;
    }
    end_of_chain
}

/// Where the apposition ends that begins with the comma at `comma`.
fn apposition_after(page: &Page<'_, '_>, comma: usize, end: usize) -> usize {
    let begins = comma + 1;
    let relative = matches!(page.tag(begins), Some(Tag::WP | Tag::WDT | Tag::WPS));
    if !relative && page.noun_from(begins).is_none_or(|group| page.is_time(group)) {
        return comma;
    }
    let limit = end.min(comma + REACH);
    let mut at = begins;
    let mut last = limit;
    while at < limit {
        if page.quote_from(at).is_some_and(|quote| is_speech(page, quote.span)) || page.is_mark(at, ';') {
            last = at;
            break;
        }
        // A clause of its own, or what is done besides, ends it: `, who runs it, adding that`.
        if page.is_mark(at, ',') && (matches!(page.tag(at + 1), Some(Tag::VBG | Tag::CC | Tag::IN | Tag::RB))) {
            last = at;
            break;
        }
        if !relative && page.is_finite(at) && !matches!(page.tag(at.saturating_sub(1)), Some(Tag::WP | Tag::WDT)) {
            // The noun groups before this verb are its subject: no apposition after all.
            return comma;
        }
        at += 1;
    }
    while last > begins && matches!(page.tag(last - 1), Some(Tag::Period | Tag::Comma)) {
        last -= 1;
    }
    last
}
