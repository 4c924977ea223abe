//! Clauses: a sentence's tokens cut into the smallest stretches that make sense alone, each with the
//! attribution whose words they are.

use std::ops::Range;

use crate::lexicon::{Class, Role, lexicon, word};
use crate::text::{BlockKind, Document, Kind, Sentence, Tag, Tense, Token, VerbGroup};

use super::predicate::{has_predicate, is_finite_at, is_relative, verbs};
use super::relative;
use super::voice::{Voice, Voices};

/// The longest subject, in tokens, that is looked through for the verb after it.
const LONGEST_SUBJECT: usize = 24;

/// The longest apposition, in tokens.
const LONGEST_ASIDE: usize = 24;

/// The longest statement, in tokens, that is looked through for the end of the words that need it.
const LONGEST_REST: usize = 120;

/// A clause: its tokens and the attribution whose content it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Clause {
    pub(super) tokens: Range<usize>,
    pub(super) attribution: Option<u32>,
    /// Where the part begins that states something: behind `who` in `Ann Lee, who left in May`.
    pub(super) from: usize,
    /// A relative clause within it that is told on its own, and sets nothing here; or empty.
    pub(super) aside: Range<usize>,
}

impl Clause {
    pub(super) fn new(tokens: Range<usize>, attribution: Option<u32>) -> Self {
        Self { attribution, from: tokens.start, aside: tokens.end..tokens.end, tokens }
    }

    /// The verb that the clause states something with: not that of a relative clause, and in `If A, B` that of B.
    pub(super) fn verb<'d>(&self, document: &'d Document<'_>) -> Option<&'d VerbGroup> {
        let first = self.verb_from(document, self.from)?;
        let leads = document.tokens.get(self.from).is_some_and(|token| matches!(token.tag, Tag::IN | Tag::WRB));
        let comma = (first.tokens.end..self.tokens.end.min(first.tokens.end + LONGEST_ASIDE))
            .find(|&at| leads && document.tokens.get(at).is_some_and(|token| token.is_mark(',')));
        comma.and_then(|comma| self.verb_from(document, comma)).or(Some(first))
    }

    fn verb_from<'d>(&self, document: &'d Document<'_>, from: usize) -> Option<&'d VerbGroup> {
        verbs(document, from..self.tokens.end).iter().find(|verb| {
            verb.tense != Tense::NonFinite
                && !self.aside.contains(&verb.tokens.start)
                && !is_relative(document, verb, self.from)
        })
    }
}

/// Cuts a sentence into clauses: first by voice, then where a new subject and its verb begin.
pub(super) fn cut(document: &Document<'_>, voices: &Voices, sentence: &Sentence, clauses: &mut Vec<Clause>) {
    let headline = document.block_of(sentence).kind == BlockKind::Headline;
    let whole = if headline { without_outlet(document, sentence.tokens.clone()) } else { sentence.tokens.clone() };
    let mut at = whole.start;
    // Whether the last words were a source or cue, and where the last such began.
    let (mut framed, mut frame) = (false, whole.start);
    while at < whole.end {
        let voice = voices.of(at);
        let start = at;
        while at < whole.end && voices.of(at) == voice {
            at += 1;
        }
        let attribution = match voice {
            Voice::Frame(within) => {
                (framed, frame) = (true, start);
                clauses.extend(relative::of(document, &Clause::new(start..at, within)).map(|found| found.clause));
                continue;
            }
            Voice::Outlet => None,
            Voice::Content(index) => Some(index),
        };
        let stretch = start..at;
        let predicate = trim(document, stretch.clone());
        let joined = document.tokens[start..predicate.start].iter().any(|token| token.tag == Tag::CC);
        let count = clauses.len();
        if count > 0 && is_finite_at(document, predicate.start) {
            // `The team lost, he said, | but reached the final`; `Reports that he had left | were wrong`
            let from = if joined { start } else { frame };
            cut_stretch(document, from..at, attribution, clauses);
            if joined && clauses.len() > count {
                clauses[count - 1].tokens.end = clauses.remove(count).tokens.end;
            } else if let Some(clause) = clauses.get_mut(count) {
                clause.from = predicate.start.min(clause.tokens.end);
            }
        } else if headline || stretch == whole || has_predicate(document, stretch.clone()) {
            cut_stretch(document, stretch, attribution, clauses);
            if governs(document, at)
                && let Voice::Frame(_) = voices.of(at)
                && let Some(last) = clauses.last_mut()
            {
                // `The court has | evidence suggesting that ...`: it says nothing without the rest.
                let limit = whole.end.min(at + LONGEST_REST);
                let end = (at..limit).find(|&at| voices.of(at) == voice).unwrap_or(limit);
                last.tokens.end = trim(document, last.tokens.start..end).end;
                last.aside = last.tokens.end..last.tokens.end;
            }
        } else if let Some(last) = clauses.last_mut().filter(|_| framed)
            && (last.attribution == attribution || has_number(document, stretch.clone()))
        {
            // `Nine people died, police said, | up from four on Monday`
            let end = trim(document, stretch.clone()).end;
            if end > stretch.start && last.attribution.is_some() {
                last.tokens.end = end;
                last.aside = end..end;
            }
        }
        framed = false;
    }
}

/// Whether the word before a token needs what follows: a verb, `the`, `of`.
fn governs(document: &Document<'_>, at: usize) -> bool {
    at.checked_sub(1).and_then(|before| document.tokens.get(before)).is_some_and(|token| {
        token.tag.is_verb() || matches!(token.tag, Tag::DT | Tag::PRPS | Tag::JJ | Tag::POS) || token.word == word::OF
    })
}

/// A title without the outlet after its last dash or bar: `Ferry sinks – Example Times`.
fn without_outlet(document: &Document<'_>, title: Range<usize>) -> Range<usize> {
    const LONGEST: usize = 6;
    let from = title.end.saturating_sub(LONGEST).max(title.start + 3);
    for at in (from..title.end).rev() {
        let Some(token) = document.tokens.get(at) else { break };
        if token.spaced && (token.is_dash() || token.first == '|') && at + 1 < title.end {
            return title.start..at;
        }
        if token.kind == Kind::Word && !token.is_capitalised() {
            break;
        }
    }
    title
}

fn has_number(document: &Document<'_>, mut tokens: Range<usize>) -> bool {
    tokens.any(|at| document.tokens.get(at).is_some_and(|token| token.kind == Kind::Number || token.is(Class::Numeral)))
}

/// Cuts a stretch of one voice.
fn cut_stretch(document: &Document<'_>, stretch: Range<usize>, attribution: Option<u32>, clauses: &mut Vec<Clause>) {
    let mut start = stretch.start;
    let mut has_verb = false;
    // `While A, B`: each stands for itself.
    let mut contrast = (stretch.start..stretch.end.min(stretch.start + 2))
        .any(|at| document.tokens.get(at).is_some_and(|token| token.tag == Tag::IN) && joins(document, at));
    let mut group = document.verb_groups.partition_point(|group| group.tokens.end <= stretch.start);
    let mut at = stretch.start;
    while at < stretch.end {
        while let Some(verb) = document.verb_groups.get(group).filter(|verb| verb.tokens.start <= at) {
            has_verb |= verb.tense != Tense::NonFinite && !is_relative(document, verb, start);
            group += 1;
        }
        // Most words part nothing.
        if !document.tokens.get(at).is_some_and(|token| token.kind == Kind::Punctuation) && !joins(document, at) {
            at += 1;
            continue;
        }
        let next = if contrast && has_verb && document.tokens.get(at).is_some_and(|token| token.is_mark(',')) {
            Some(at + 1)
        } else {
            parting(document, at, stretch.end)
        };
        let stop = document.tokens.get(at).is_some_and(|token| token.is_mark(';'));
        if let Some(next) = next
            && (stop || has_verb || leads(document, start, at))
            && (begins_clause(document, next, stretch.end, group)
                || (stop && has_predicate(document, next..stretch.end)))
        {
            if stop || has_verb {
                push(document, start..at, attribution, clauses);
            }
            start = next;
            has_verb = false;
            contrast = false;
            at = next;
            continue;
        }
        at += 1;
    }
    push(document, start..stretch.end, attribution, clauses);
}

/// Whether what stands before a mark only leads to what follows: `OSLO, May 2 (ENA) – `, `Opinion: `.
fn leads(document: &Document<'_>, start: usize, at: usize) -> bool {
    const LONGEST: usize = 18;
    let opens = document.sentences.get(document.sentence_of(at)).is_some_and(|sentence| sentence.tokens.start == start);
    opens && at - start <= LONGEST && document.tokens.get(at).is_some_and(|token| token.is_dash() || token.is_mark(':'))
}

/// Adds a clause, and the relative clause in it on its own.
fn push(document: &Document<'_>, tokens: Range<usize>, attribution: Option<u32>, clauses: &mut Vec<Clause>) {
    let tokens = trim(document, tokens);
    if tokens.is_empty() {
        return;
    }
    let mut clause = Clause::new(tokens, attribution);
    let found = relative::of(document, &clause);
    if let Some(found) = &found {
        clause.tokens.end = found.main_end;
        clause.aside = found.aside.clone();
    }
    clauses.push(clause);
    clauses.extend(found.map(|found| found.clause));
}

/// Whether a word joins two statements.
fn joins(document: &Document<'_>, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|token| token.tag == Tag::CC || lexicon().has_role(token.word, Role::Joins))
}

/// Where the next clause may begin if the token at `at` parts two: after a semicolon, a dash, or a
/// conjunction with or without a comma.
fn parting(document: &Document<'_>, at: usize, end: usize) -> Option<usize> {
    let token = document.tokens.get(at)?;
    let after = |from: usize| {
        let mut next = from;
        while next < end
            && next < from + 3
            && (joins(document, next) || document.tokens.get(next).is_some_and(|token| token.is_mark(',')))
        {
            next += 1;
        }
        next
    };
    let spaced_dash = token.is_dash()
        && (matches!(token.first, '\u{2014}') || document.word(at) == "--" || token.spaced)
        && document.tokens.get(at + 1).is_some_and(|next| next.spaced || token.first == '\u{2014}');
    if token.is_mark(';') || spaced_dash || token.is_mark(':') {
        return Some(after(at + 1));
    }
    if token.is_mark(',') && joins(document, at + 1) {
        return Some(after(at + 1));
    }
    (joins(document, at) && (token.tag != Tag::CC || is_only_joint(document, at))).then(|| after(at))
}

/// Whether nothing else is joined or parted between the last verb and a conjunction, and it joins no two subjects:
/// not `in June he | and Ames signed`.
fn is_only_joint(document: &Document<'_>, at: usize) -> bool {
    let tag = |at: usize| document.tokens.get(at).map_or(Tag::XX, |token| token.tag);
    if tag(at.wrapping_sub(1)) == Tag::PRP && matches!(document.word(at - 1), "he" | "she" | "they" | "we" | "I") {
        return false;
    }
    for before in (at.saturating_sub(LONGEST_SUBJECT)..at).rev() {
        match tag(before) {
            Tag::CC | Tag::Comma => return matches!(tag(at + 1), Tag::PRP | Tag::EX | Tag::IN),
            tag if tag.is_verb() => break,
            _ => {}
        }
    }
    true
}

/// Whether a clause of its own begins at a token: a subject, and a finite verb right after it.
fn begins_clause(document: &Document<'_>, start: usize, end: usize, group: usize) -> bool {
    let limit = end.min(start + LONGEST_SUBJECT);
    let (mut seen_noun, mut tied) = (false, false);
    // `but since the war | it has ...`
    let leads = document.tokens.get(start).is_some_and(|token| token.tag == Tag::IN);
    if document.verb_group_at(start).is_some() {
        return false;
    }
    let mut at = start;
    let mut verb = group;
    while at < limit {
        while document.verb_groups.get(verb).is_some_and(|group| group.tokens.end <= at) {
            verb += 1;
        }
        if let Some(found) = document.verb_groups.get(verb).filter(|group| group.tokens.start <= at) {
            let listed = at > start && document.tokens.get(at - 1).is_some_and(|token| token.tag == Tag::CC);
            return seen_noun && !listed && found.tense != Tense::NonFinite;
        }
        let Some(token) = document.tokens.get(at) else { return false };
        if token.tag == Tag::CC && !seen_noun {
            return false;
        }
        if token.tag == Tag::Comma && seen_noun {
            // `the harbour master, Jan Vik, | said`
            let close = (at + 1..limit).find(|&at| document.tokens[at].tag == Tag::Comma);
            let Some(close) = close.filter(|&close| is_finite_at(document, close + 1)) else { return false };
            at = close + 1;
            continue;
        }
        // A relative pronoun or a mark: what stood before is no subject. Nor is it before another one, or
        // before another clause: `the tea and | coffee they drink`, `the tea and | the milk before it turns`.
        let links = || lexicon().has_role(token.word, Role::Links) || lexicon().has_role(token.word, Role::Places);
        if matches!(token.tag, Tag::WDT | Tag::WP | Tag::WPS | Tag::WRB | Tag::TO | Tag::Colon | Tag::Comma)
            || (seen_noun && token.tag == Tag::PRP && !leads && !tied)
            || (seen_noun && token.tag == Tag::IN && !links())
        {
            return false;
        }
        tied = token.tag == Tag::IN;
        seen_noun |= token.tag.is_noun() || matches!(token.tag, Tag::PRP | Tag::DT | Tag::EX | Tag::CD);
        at += 1;
    }
    false
}

/// Whether a word opens a clause and adds nothing to it: not the `that` of `that is so`.
fn opens(document: &Document<'_>, at: usize, token: &Token) -> bool {
    let subject = || document.tokens.get(at + 1).is_some_and(|next| next.tag.is_finite()) && token.word == word::THAT;
    token.tag == Tag::CC || (lexicon().has_role(token.word, Role::Opens) && !subject())
}

/// Without the marks and joining words at both ends; quotation marks stay where their partner does.
pub(super) fn trim(document: &Document<'_>, tokens: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (tokens.start, tokens.end);
    let Some(text) = document.tokens.get(tokens.clone()).filter(|text| !text.is_empty()) else { return start..start };
    let (first, last) = (text[0].span.start, text[text.len() - 1].span.end);
    let mark = |at: usize| {
        document
            .tokens
            .get(at)
            .is_some_and(|token| token.kind == Kind::Punctuation && !matches!(token.first, '(' | '[' | ')' | ']'))
    };
    // Words that only lead on to what was cut off: `joined in, with | concerns that`.
    let leads_on = |at: usize| {
        document.tokens.get(at).is_some_and(|token| {
            matches!(token.tag, Tag::IN | Tag::TO | Tag::DT | Tag::CC | Tag::PRPS | Tag::WDT | Tag::WP)
                && token.kind == Kind::Word
        })
    };
    // A quotation that lies in the clause and is not all of it.
    let partly = |at: usize| {
        let token = &document.tokens[at];
        matches!(token.tag, Tag::OpenQuote | Tag::CloseQuote)
            && document.quote_at(token.span.start).is_some_and(|quote| {
                first <= quote.span.start
                    && quote.span.end <= last
                    && (first < quote.span.start || document.tokens_in(quote.span).end + 1 < tokens_end(document, last))
            })
    };
    let word = |at: usize| document.tokens.get(at).is_some_and(|token| token.kind == Kind::Word);
    let cut_off = word(end) && word(end - 1);
    while end > start && mark(end - 1) && !partly(end - 1) {
        end -= 1;
    }
    while cut_off && end > start + 1 && leads_on(end - 1) {
        end -= 1;
        while end > start && mark(end - 1) && !partly(end - 1) {
            end -= 1;
        }
    }
    while start < end
        && ((mark(start) && !partly(start))
            || document.tokens.get(start).is_some_and(|token| opens(document, start, token)))
    {
        start += 1;
    }
    start..end
}

/// The token after the one that ends at an offset.
fn tokens_end(document: &Document<'_>, end: u32) -> usize {
    document.token_behind(end)
}
