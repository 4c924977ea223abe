//! What is said: where the content after a reporting word begins, and where it ends.

use std::ops::Range;

use crate::lexicon::{Takes, lexicon, word};
use crate::text::{Tag, Tense};

use super::page::Page;
use super::source;

/// How far the content is looked for after the reporting word, in tokens.
const REACH: usize = 32;

/// The longest subject of a content clause, in tokens.
const LONGEST_SUBJECT: usize = 30;

/// The longest content within one sentence, in tokens; keeps the work linear in a text that is one sentence.
const LONGEST_RUN: usize = 600;

/// What follows a reporting word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Follows {
    /// A quotation that begins at this token.
    Quotation(usize),
    /// A clause, its `that` or question word first.
    Clause(usize),
    /// A noun phrase.
    Noun(usize),
    /// An infinitive.
    Infinitive(usize),
    /// Whatever stands after a colon.
    Colon(usize),
    /// None of these; the token where the look-out ended.
    Nothing(usize),
}

/// What follows the reporting word that ends at `from`.
pub(crate) fn follows(page: &Page<'_, '_>, from: usize, end: usize, addressee: bool) -> Follows {
    let limit = end.min(from + REACH);
    let mut at = from;
    let mut direct = true;
    let mut past_addressee = !addressee;
    while at < limit {
        if page.opens_quote(at) {
            return Follows::Quotation(at);
        }
        if page.is_mark(at, ':') {
            return if page.opens_quote(at + 1) { Follows::Quotation(at + 1) } else { Follows::Colon(at + 1) };
        }
        if page.is_mark(at, ',') {
            if page.opens_quote(at + 1) {
                return Follows::Quotation(at + 1);
            }
            return past_insertion(page, at, limit).map_or(Follows::Nothing(at), Follows::Clause);
        }
        let Some(tag) = page.tag(at) else { break };
        let word = page.word(at);
        if word == word::THAT && !(tag == Tag::DT && page.is_finite(at + 1)) || matches!(word, word::WHETHER | word::IF)
        {
            return Follows::Clause(at);
        }
        if matches!(tag, Tag::WRB | Tag::WP) || (tag == Tag::WDT && direct) {
            return if direct || word != word::WHEN { Follows::Clause(at) } else { Follows::Nothing(at) };
        }
        if tag == Tag::TO && page.verb(at).is_some() {
            return Follows::Infinitive(at);
        }
        // `much of it is`, `going there has`: subjects that begin with no noun.
        if direct
            && past_addressee
            && matches!(tag, Tag::JJ | Tag::JJR | Tag::JJS | Tag::CD | Tag::DT | Tag::VBG | Tag::RB)
            && begins_clause(page, at, end)
        {
            return Follows::Clause(at);
        }
        if let Some(group) = page.noun_from(at) {
            if page.is_time(group) && !page.is_finite(group.tokens.end) {
                at = group.tokens.end;
                direct = false;
                continue;
            }
            if past_addressee && begins_clause(page, at, end) {
                return Follows::Clause(at);
            }
            if !past_addressee {
                past_addressee = true;
                direct = false;
                at = addressee_end(page, group.tokens.end, end);
                continue;
            }
            return if direct { Follows::Noun(at) } else { Follows::Nothing(at) };
        }
        if matches!(tag, Tag::RB | Tag::RBR | Tag::RP) {
            at += 1;
            continue;
        }
        if page.is_preposition(at)
            && let Some(group) = page.noun_from(at + 1)
            && (page.is_time(group) || !begins_clause(page, at + 1, end))
        {
            at = source::chain_after(page, group.tokens.end, end);
            direct = false;
            continue;
        }
        return Follows::Nothing(at);
    }
    Follows::Nothing(at.min(end))
}

/// The `that` behind what is inserted between commas: `announced on Chirp, | the app, | that it was over`.
fn past_insertion(page: &Page<'_, '_>, comma: usize, limit: usize) -> Option<usize> {
    const LONGEST: usize = 14;
    let limit = limit.min(comma + LONGEST);
    for at in comma + 1..limit {
        if page.is_finite(at) || page.opens_quote(at) {
            return None;
        }
        if page.is_mark(at, ',') && page.word(at + 1) == word::THAT && begins_clause(page, at + 2, at + 2 + LONGEST) {
            return Some(at + 1);
        }
    }
    None
}

/// Where the addressee ends: `told | reporters in Kyiv on Monday | that`.
fn addressee_end(page: &Page<'_, '_>, from: usize, end: usize) -> usize {
    source::chain_after(page, from, end)
}

/// Whether a clause begins here: a subject and its finite verb.
pub(crate) fn begins_clause(page: &Page<'_, '_>, start: usize, end: usize) -> bool {
    let limit = end.min(start + LONGEST_SUBJECT);
    let mut at = start;
    let mut relative = false;
    while at < limit {
        if let Some(verb) = page.verb(at) {
            if verb.tense != Tense::NonFinite {
                if !relative {
                    // `two eggs and stirred`: a list of things done has no subject here.
                    return at > start && page.tag(at - 1) != Some(Tag::CC);
                }
                relative = false;
            } else if at == start && page.tag(verb.head) != Some(Tag::VBG) {
                return false;
            }
            at = verb.tokens.end;
            continue;
        }
        let Some(tag) = page.tag(at) else { return false };
        match tag {
            Tag::WP | Tag::WDT => relative = true,
            Tag::Comma | Tag::Colon | Tag::Period | Tag::CloseQuote | Tag::WRB => return false,
            Tag::IN
                if matches!(
                    page.word(at),
                    word::THAT
                        | word::WHETHER
                        | word::AS
                        | word::WHILE
                        | word::BECAUSE
                        | word::AFTER
                        | word::BEFORE
                        | word::IF
                        | word::SINCE
                ) =>
            {
                return false;
            }
            _ => {}
        }
        at += 1;
    }
    false
}

/// The content that begins at `start` and runs on in its sentence.
pub(crate) fn run(page: &Page<'_, '_>, start: usize, end: usize, clause: bool) -> Range<usize> {
    let end = end.min(start + LONGEST_RUN);
    let mut at = start;
    while at < end {
        // A quotation is passed whole: what stands in it ends nothing.
        if let Some(quote) = page.quote_from(at) {
            let past = page.tokens_of(quote.span).end.max(at + 1);
            at = past;
            // `"... done," he said` and `"Go." She left`: the quotation's own mark ends the content.
            if at >= end || closes_sentence(page, at - 1, start) {
                return start..at.min(end);
            }
            continue;
        }
        if page.closes_quote(at + 1) && at > start {
            // The quotation that the content stands in ends here.
            break;
        }
        if ends_here(page, start, at, end, clause) {
            break;
        }
        at += 1;
    }
    let mut last = at.min(end);
    let inside = !page.opens_quote(start) && page.is_quoted(start);
    while last > start
        && matches!(page.tag(last - 1), Some(Tag::Period | Tag::Comma | Tag::Colon))
        && (inside || !page.is_quoted(last - 1))
    {
        last -= 1;
    }
    start..last
}

/// Whether the quotation that ends with the token at `close` ends with a mark of its own.
fn closes_sentence(page: &Page<'_, '_>, close: usize, start: usize) -> bool {
    close > start + 1 && matches!(page.token(close - 1).map(|token| token.first), Some(',' | '.' | '!' | '?'))
}

/// Whether the content that began at `start` ends before the token at `at`.
fn ends_here(page: &Page<'_, '_>, start: usize, at: usize, end: usize, clause: bool) -> bool {
    if at <= start {
        return false;
    }
    if page.is_mark(at, ';') {
        return true;
    }
    let next = at + 1;
    if page.is_mark(at, ',') {
        // `, according to`, `, he said`, `, adding that`
        if page.word(next) == word::ACCORDING || page.word(next) == word::CITING {
            return true;
        }
        if page.tag(next) == Some(Tag::VBG) && is_reporting(page, next) {
            return true;
        }
        if let Some(group) = page.noun_from(next)
            && let Some(verb) = verb_after_name(page, group.tokens.end, end)
            && is_reporting(page, verb)
        {
            return true;
        }
        if is_reporting_verb(page, next, Takes::Quotation) && page.noun_from(next + 1).is_some() {
            return true;
        }
        if matches!(page.word(next), word::BUT | word::WHILE | word::ALTHOUGH | word::THOUGH | word::WHEREAS)
            && begins_clause(page, next + 1, end)
        {
            return true;
        }
        if page.word(next) == word::AND && (begins_clause(page, next + 1, end) || is_finite_reporting(page, next + 1)) {
            return !clause || is_finite_reporting(page, next + 1) || reporting_subject(page, next + 1, end);
        }
    }
    // `and said`, `and accused`: the speaker says something else.
    if matches!(page.word(at), word::AND | word::BUT)
        && page.tag(at) == Some(Tag::CC)
        && is_finite_reporting(page, next)
    {
        return true;
    }
    if !clause && noun_phrase_ends(page, at, end) {
        return true;
    }
    if !clause {
        // A noun phrase or infinitive ends before a clause that says when or why.
        if matches!(page.word(at), word::AFTER | word::BECAUSE | word::WHILE | word::ALTHOUGH | word::THOUGH)
            && begins_clause(page, next, end)
        {
            return true;
        }
        if matches!(page.word(at), word::AND | word::BUT)
            && page.tag(at) == Some(Tag::CC)
            && begins_clause(page, next, end)
        {
            return true;
        }
    }
    false
}

/// Whether a noun phrase or infinitive that is said ends before this token: by what is done besides,
/// by the next predicate, or by the day on which it was said.
fn noun_phrase_ends(page: &Page<'_, '_>, at: usize, end: usize) -> bool {
    let next = at + 1;
    if page.is_mark(at, ',') {
        let mut verb = next;
        while verb < end.min(next + 3) && page.tag(verb) == Some(Tag::RB) {
            verb += 1;
        }
        return page.tag(verb) == Some(Tag::VBG) && page.noun_from(verb).is_none();
    }
    if page.tag(at) == Some(Tag::CC) && page.is_finite(next) {
        return true;
    }
    if page.token(at).is_some_and(|token| token.is_dash() && token.spaced)
        && page.token(next).is_some_and(|token| token.spaced)
    {
        return true;
    }
    matches!(page.word(at), word::ON | word::IN | word::DURING)
        && page.noun_from(next).is_some_and(|group| page.is_time(group))
}

/// The verb right after a name with or without adverbs: `he | later said`.
fn verb_after_name(page: &Page<'_, '_>, at: usize, end: usize) -> Option<usize> {
    let mut at = source::chain_after(page, at, end);
    for _ in 0..2 {
        if page.tag(at) == Some(Tag::RB) {
            at += 1;
        }
    }
    let verb = page.verb(at).filter(|verb| verb.tense != Tense::NonFinite)?;
    let after = verb.head + 1;
    // Nothing follows that would be said: it says what stands before it.
    let closes = after >= end
        || matches!(page.tag(after), Some(Tag::Comma | Tag::Period | Tag::IN | Tag::RB | Tag::NNP))
        || page.noun_from(after).is_some_and(|group| page.is_time(group));
    closes.then_some(verb.head)
}

fn is_reporting(page: &Page<'_, '_>, at: usize) -> bool {
    is_reporting_verb(page, at, Takes::Quotation) || is_reporting_verb(page, at, Takes::Clause)
}

/// Whether a token is a form of a verb that surely takes this.
pub(crate) fn is_reporting_verb(page: &Page<'_, '_>, at: usize, takes: Takes) -> bool {
    let words = lexicon();
    page.tag(at).is_some_and(Tag::is_verb)
        && words
            .reporting()
            .verb(words.form(page.word(at)).verb, |next| page.word(at + next))
            .is_some_and(|(_, verb)| if takes == Takes::Subject { verb.takes(takes) } else { verb.surely_takes(takes) })
}

fn is_finite_reporting(page: &Page<'_, '_>, at: usize) -> bool {
    let at = if page.tag(at) == Some(Tag::RB) { at + 1 } else { at };
    matches!(page.tag(at), Some(Tag::VBD | Tag::VBZ))
        && !is_reporting_verb(page, at, Takes::Subject)
        && [Takes::Quotation, Takes::Clause, Takes::Noun].into_iter().any(|takes| is_reporting_verb(page, at, takes))
}

/// Whether a clause begins here whose verb reports: `, and the ministry said`.
fn reporting_subject(page: &Page<'_, '_>, at: usize, end: usize) -> bool {
    let Some(group) = page.noun_from(at) else { return false };
    let verb = source::chain_after(page, group.tokens.end, end);
    page.verb(verb).is_some_and(|verb| is_reporting(page, verb.head))
}
