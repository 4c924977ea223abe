//! Clauses: a sentence's tokens cut into the smallest stretches that make sense alone, each with the
//! attribution whose words they are.

use std::ops::Range;

use crate::attribution::Attribution;
use crate::lexicon::{Class, Role, lexicon, word};
use crate::order;
use crate::text::{BlockKind, Document, Kind, Sentence, Tag, Tense, Token, VerbGroup};

use super::relative;

/// How deep attributions may stand in one another before the inner ones are no longer told apart;
/// keeps the work linear in the text however they are nested.
const DEEPEST: usize = 6;

/// The longest subject, in tokens, that is looked through for the verb after it.
const LONGEST_SUBJECT: usize = 24;

/// The longest apposition and the longest words between a source and its cue, in tokens.
const LONGEST_ASIDE: usize = 24;

/// The longest statement, in tokens, that is looked through for the end of the words that need it.
const LONGEST_REST: usize = 120;

/// Whose words each token of the document is.
#[derive(Debug)]
pub(super) struct Voices(Vec<Voice>);

/// Whose words a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Voice {
    /// The outlet's own.
    Outlet,
    /// The content of an attribution.
    Content(u32),
    /// Source or cue: says that something is said, and states nothing; in whose content.
    Frame(Option<u32>),
}

impl Voices {
    /// Gives each token the innermost attribution that it is the content of.
    pub(super) fn new(document: &Document<'_>, attributions: &[Attribution]) -> Self {
        let mut voices = vec![Voice::Outlet; document.tokens.len()];
        let mut order: Vec<(usize, usize)> =
            (0..attributions.len()).map(|index| (depth(attributions, index), index)).collect();
        order::sort(&mut order);
        for (depth, index) in order {
            if depth > DEEPEST {
                break;
            }
            let attribution = &attributions[index];
            if !states(document, attribution) {
                continue;
            }
            if let Some(whole) = cut_by_frame(document, attribution) {
                if let Some(covered) = voices.get_mut(whole) {
                    covered.fill(Voice::Content(index as u32));
                }
                continue;
            }
            let mut paint = |span, voice| {
                if let Some(covered) = voices.get_mut(document.tokens_in(span)) {
                    covered.fill(voice);
                }
            };
            for &content in &attribution.content {
                paint(content, Voice::Content(index as u32));
            }
            let frame = Voice::Frame(attribution.within);
            if let Some(source) = attribution.source.filter(|_| !acts_besides(document, attribution)) {
                paint(source, frame);
            }
            if let Some(cue) = attribution.cue {
                paint(cue, frame);
            }
        }
        Self(voices)
    }

    fn of(&self, token: usize) -> Voice {
        self.0.get(token).copied().unwrap_or(Voice::Outlet)
    }
}

/// Whether the source does something else before it speaks: `She closed the shop and said that ...`.
fn acts_besides(document: &Document<'_>, attribution: &Attribution) -> bool {
    let (Some(source), Some(cue)) = (attribution.source, attribution.cue) else { return false };
    let (source, cue) = (document.tokens_in(source), document.tokens_in(cue));
    let between = verbs(document, source.end..cue.start);
    cue.start > source.end + LONGEST_ASIDE
        || between.iter().any(|verb| verb.tense != Tense::NonFinite && !is_relative(document, verb, source.start))
}

/// The verb groups that begin in a range of tokens.
pub(super) fn verbs<'d>(document: &'d Document<'_>, tokens: Range<usize>) -> &'d [VerbGroup] {
    let rest = document.verb_groups_from(tokens.start);
    let mut count = 0;
    while rest.get(count).is_some_and(|verb| verb.tokens.start < tokens.end) {
        count += 1;
    }
    &rest[..count]
}

/// Whether a verb is that of a relative clause whose pronoun stands at or after `floor`: `who fled`.
pub(super) fn is_relative(document: &Document<'_>, verb: &VerbGroup, floor: usize) -> bool {
    let mut at = verb.tokens.start;
    for _ in 0..3 {
        let Some(before) = at.checked_sub(1).filter(|&before| before >= floor) else { return false };
        let Some(token) = document.tokens.get(before) else { return false };
        match token.tag {
            Tag::RB => at = before,
            // What begins a clause asks: `Who would have thought so?`
            Tag::WP | Tag::WDT => return before > floor,
            // `the bridge that fell`
            Tag::IN | Tag::DT => {
                let noun = before.checked_sub(1).and_then(|noun| document.tokens.get(noun));
                return token.word == word::THAT && noun.is_some_and(|noun| noun.tag.is_noun());
            }
            _ => return false,
        }
    }
    false
}

/// The whole of a statement that its own source and cue stand in the middle of, where its beginning
/// states nothing yet: `The bridge, she noted, had been closed`.
fn cut_by_frame(document: &Document<'_>, attribution: &Attribution) -> Option<Range<usize>> {
    const LONGEST_FRAME: usize = 24;
    let [first, second] = attribution.content.as_slice() else { return None };
    let (first, second) = (document.tokens_in(*first), document.tokens_in(*second));
    let between = |span| {
        let tokens = document.tokens_in(span);
        first.end <= tokens.start && tokens.end <= second.start
    };
    let framed = attribution.source.is_some_and(between) && attribution.cue.is_some_and(between);
    let near = first.end < second.start && second.start - first.end <= LONGEST_FRAME;
    (framed && near && !has_predicate(document, first.clone())).then_some(first.start..second.end)
}

/// Whether what is said is a statement of its own. `vowed to strike`, `condemned the raid` and `is expected
/// to rise` are told by the outlet: the whole clause is the claim.
pub(super) fn states(document: &Document<'_>, attribution: &Attribution) -> bool {
    let split = attribution.source.is_none() && attribution.content.len() > 1;
    !split && attribution.content.iter().any(|&piece| has_predicate(document, document.tokens_in(piece)))
}

/// Whether a finite verb that is not a relative clause's stands near the beginning of a stretch.
pub(super) fn has_predicate(document: &Document<'_>, tokens: Range<usize>) -> bool {
    const REACH: usize = 60;
    let end = tokens.end.min(tokens.start + REACH);
    verbs(document, tokens.start..end).iter().any(|verb| {
        verb.tense != Tense::NonFinite
            && !is_relative(document, verb, tokens.start)
            && !is_subordinate(document, verb.tokens.start, tokens.start)
    })
}

/// Whether a verb belongs to a clause that hangs on a noun: `help | if either state is attacked`.
fn is_subordinate(document: &Document<'_>, verb: usize, floor: usize) -> bool {
    const REACH: usize = 12;
    for at in (verb.saturating_sub(REACH).max(floor + 1)..verb).rev() {
        let Some(token) = document.tokens.get(at) else { break };
        if token.is_mark(',') {
            break;
        }
        let opens =
            matches!(token.word, word::IF | word::WHEN | word::UNLESS | word::BECAUSE | word::WHILE | word::WHETHER);
        if opens && document.tokens.get(at - 1).is_some_and(|before| before.kind == Kind::Word) {
            return true;
        }
    }
    false
}

/// In how many other attributions one stands.
fn depth(attributions: &[Attribution], index: usize) -> usize {
    let mut depth = 0;
    let mut at = attributions.get(index).and_then(|attribution| attribution.within);
    while let Some(outer) = at {
        depth += 1;
        if depth > DEEPEST {
            break;
        }
        at = attributions.get(outer as usize).and_then(|attribution| attribution.within);
    }
    depth
}

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

/// Whether a finite verb begins at a token.
pub(super) fn is_finite_at(document: &Document<'_>, at: usize) -> bool {
    document.verb_group_at(at).is_some_and(|verb| verb.tokens.start == at && verb.tense != Tense::NonFinite)
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
