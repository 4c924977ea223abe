//! Candidates: every word that may give somebody's words or mind, with what it would make of its sentence.

use std::ops::Range;

use crate::lexicon::{Reporting, Role, Stance, Takes, lexicon};
use crate::text::{Sentence, Tag, Tense, Token, VerbGroup};

use super::content::{self, Follows};
use super::page::Page;
use super::{nominal, phrase, source};

/// What a reporting word makes of its sentence, before it is settled which of them hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Candidate {
    pub(crate) source: Option<Range<usize>>,
    pub(crate) cue: Range<usize>,
    pub(crate) content: Vec<Range<usize>>,
    pub(crate) stance: Stance,
    pub(crate) negated: bool,
    /// Whether it is speech, which a further quotation goes on.
    pub(crate) speech: bool,
}

/// What is known of the sentence so far.
#[derive(Clone, Default, Debug)]
struct Course {
    /// The subject of the last finite verb that had one.
    subject: Option<Range<usize>>,
    /// The source of the last candidate whose content is a clause or a quotation.
    speaker: Option<Range<usize>>,
}

/// Finds the candidates of a sentence, in order of their cue.
pub(crate) fn find(page: &Page<'_, '_>, sentence: &Sentence, found: &mut Vec<Candidate>) {
    let range = &sentence.tokens;
    let mut course = Course::default();
    let mut at = range.start;
    while at < range.end {
        let candidate = if let Some(candidate) = phrase::find(page, range, at) {
            at = candidate.cue.end;
            Some(candidate)
        } else if let Some(verb) = page.verb(at).filter(|verb| verb.tokens.start == at) {
            let found =
                verb_candidate(page, range, verb, &mut course).or_else(|| nominal::adjective(page, range, verb));
            at = verb.tokens.end;
            found
        } else {
            at += 1;
            nominal::noun(page, range, at - 1)
        };
        if let Some(candidate) = candidate {
            found.push(candidate);
        }
    }
}

/// The reporting verb of a group, with its particle.
fn reporting(page: &Page<'_, '_>, head: usize) -> Option<(usize, Reporting)> {
    let words = lexicon();
    words.reporting().verb(words.form(page.word(head)).verb, |next| page.word(head + next))
}

/// A candidate whose cue is a verb.
fn verb_candidate(
    page: &Page<'_, '_>,
    range: &Range<usize>,
    verb: &VerbGroup,
    course: &mut Course,
) -> Option<Candidate> {
    let own = subject(page, range.start, verb);
    let shared = course.subject.clone();
    if verb.tense != Tense::NonFinite && own.is_some() {
        course.subject.clone_from(&own);
    }
    let (len, word) = reporting(page, verb.head)?;
    let cue_start = if page.tag(verb.tokens.start.wrapping_sub(1)) == Some(Tag::RB)
        && verb.tokens.start > range.start
        && verb.tense != Tense::NonFinite
    {
        verb.tokens.start - 1
    } else {
        verb.tokens.start
    };
    let cue = cue_start..verb.head + len;
    let after = cue.end;
    let addressed = word.takes(Takes::Addressee) && is_addressed(page, range, verb);
    let reduced = addressed || is_reduced_passive(page, verb);
    let base = |source, content| Candidate {
        source,
        cue: cue.clone(),
        content,
        stance: word.stance,
        // `has neither confirmed nor denied`
        negated: verb.negated || matches!(page.text(verb.tokens.start.wrapping_sub(1)), "neither" | "nor"),
        speech: word.surely_takes(Takes::Quotation),
    };
    if verb.passive || reduced {
        let (source, mut content) = passive(page, range, verb, after, word, own)?;
        if addressed && let Some(last) = content.last_mut() {
            // `Asked whether it hurt, | he laughed`
            let answer =
                last.clone().find(|&at| page.is_mark(at, ',') && content::begins_clause(page, at + 1, range.end));
            last.end = answer.unwrap_or(last.end);
        }
        return Some(base(source, content));
    }
    let source = match verb.tense {
        Tense::NonFinite => participle_source(page, range.start, verb, course, shared.clone())?,
        _ => own,
    };
    // `..., said X`: the source comes after the verb.
    if verb.tense != Tense::NonFinite
        && (source.is_none() || says_before(page, range, source.as_ref(), verb))
        && let Some((source, mut content)) = floating(page, range, source.clone(), verb, after, word)
    {
        go_on(page, range, &source, &cue, &mut content);
        let candidate = base(Some(source.clone()), content);
        course.speaker = Some(source);
        return Some(candidate);
    }
    let source = source.or_else(|| {
        // `He left early and said that`: the subject of the verb before.
        (page.tag(cue.start.wrapping_sub(1)) == Some(Tag::CC)).then(|| course.speaker.clone().or(shared)).flatten()
    });
    let follows = content::follows(page, after, range.end, word.takes(Takes::Addressee));
    if let Follows::Infinitive(at) = follows
        && word.surely_takes(Takes::Subject)
        && !word.takes(Takes::Infinitive)
    {
        // `Prices seem to rise`: somebody's impression, whose is left out.
        let subject = source.filter(|source| source.end <= cue.start)?;
        return Some(base(None, vec![subject, content::run(page, at, range.end, true)]));
    }
    let mut content = ahead(page, range, follows, word, after)?;
    if source.as_ref().is_some_and(|source| matches!(page.tag(source.start), Some(Tag::WP | Tag::WDT))) {
        // `who said it failed, | was arrested`: the relative clause ends at the main verb.
        let ends = content.clone().find(|&at| page.is_mark(at, ',') && page.is_finite(at + 1));
        content.end = ends.unwrap_or(content.end);
    }
    // `You can see the list here`: the reader is no source.
    if page.text(source.as_ref()?.start) == "you" && page.quote(cue.start).is_none() {
        return None;
    }
    if matches!(follows, Follows::Clause(_) | Follows::Quotation(_)) {
        course.speaker.clone_from(&source);
    }
    Some(base(source, vec![content]))
}

/// The subject right before a verb group.
pub(crate) fn subject(page: &Page<'_, '_>, floor: usize, verb: &VerbGroup) -> Option<Range<usize>> {
    if verb.tense == Tense::NonFinite {
        return None;
    }
    source::before(page, floor, verb.tokens.start).filter(|source| !source.is_empty())
}

/// The source of a participle or infinitive: whose main verb it goes with. The outer option is
/// `None` where the form is no cue at all.
#[allow(clippy::option_option, reason = "no cue and a cue without a source are different things")]
fn participle_source(
    page: &Page<'_, '_>,
    floor: usize,
    verb: &VerbGroup,
    course: &Course,
    shared: Option<Range<usize>>,
) -> Option<Option<Range<usize>>> {
    let before = verb.tokens.start.checked_sub(1).filter(|&before| before >= floor);
    let tag = page.tag(verb.head)?;
    if tag == Tag::VBG {
        // `, saying`, `while saying`, `by saying`
        let starts = before.is_none_or(|before| {
            page.is_mark(before, ',')
                || page.has_role(before, Role::Participial)
                || page.tag(before) == Some(Tag::CC)
                || page.token(before).is_some_and(Token::is_dash)
        });
        if starts {
            return Some(course.speaker.clone().or(shared));
        }
        // `a report saying`
        let noun = before.and_then(|before| page.noun_before(before + 1))?;
        return Some(Some(noun.tokens.clone()));
    }
    // `went on to say`, `declined to confirm`: the subject of the verb before.
    let governed = before.and_then(|before| page.verb(before)).is_some_and(|main| main.tense != Tense::NonFinite);
    governed.then_some(shared)
}

/// Whether a statement stands right before the source, so that the verb closes it.
fn says_before(page: &Page<'_, '_>, range: &Range<usize>, source: Option<&Range<usize>>, verb: &VerbGroup) -> bool {
    let start = source.map_or(verb.tokens.start, |source| source.start);
    let Some(before) = start.checked_sub(1).filter(|&before| before >= range.start) else {
        return asks_or_cries(page, start);
    };
    page.is_mark(before, ',')
        || page.text(before) == "as"
        || page.quote_before(start).is_some()
        || page.token(before).is_some_and(Token::is_dash)
}

/// Whether the sentence before is a quotation that ends with a mark which ends no sentence of the
/// outlet's own: `"Why?" he asked`.
fn asks_or_cries(page: &Page<'_, '_>, start: usize) -> bool {
    page.quote_before(start).is_some()
        && start >= 2
        && page.token(start - 2).is_some_and(|token| matches!(token.first, '?' | '!' | ','))
}

/// `"...," X said` and `S, said X`: what stands before the source is said, and perhaps what comes after.
fn floating(
    page: &Page<'_, '_>,
    range: &Range<usize>,
    source: Option<Range<usize>>,
    verb: &VerbGroup,
    after: usize,
    word: Reporting,
) -> Option<(Range<usize>, Vec<Range<usize>>)> {
    if !word.takes(Takes::Quotation) && !word.takes(Takes::Clause) {
        return None;
    }
    let (source, edge, past) = if let Some(source) = source {
        let edge = source.start;
        (source, edge, after)
    } else {
        let source = source::after(page, after, range.end, true)?;
        let past = source.end;
        (source, verb.tokens.start, past)
    };
    let quoted = page
        .quote_before(edge)
        .or_else(|| page.is_mark(edge.checked_sub(1)?, ',').then(|| page.quote_before(edge - 1)).flatten());
    let quoted = quoted.filter(|quote| page.tokens_of(quote.span).len() > 2);
    if let Some(quote) = quoted {
        let quote = page.tokens_of(quote.span);
        // Words before the quotation in its sentence are part of what is said: `It was "fair," he said`.
        let start = if quote.start > range.start { statement_start(page, range.start) } else { quote.start };
        return Some((source, vec![start.min(quote.start)..quote.end]));
    }
    // `As X reported, S`
    if edge == range.start + 1 && page.text(range.start) == "as" && page.is_mark(past, ',') && word.takes(Takes::Clause)
    {
        let content = content::run(page, past + 1, range.end, true);
        return (!content.is_empty()).then(|| (source, vec![content]));
    }
    // `S, as X reported`
    let linked = edge
        .checked_sub(2)
        .filter(|&comma| comma > range.start && page.text(edge - 1) == "as" && page.is_mark(comma, ','));
    if let Some(comma) = linked
        && word.takes(Takes::Clause)
        && matches!(content::follows(page, past, range.end, false), Follows::Nothing(_))
        && has_predicate(page, range.start..comma)
    {
        return Some((source, vec![statement_start(page, range.start)..comma]));
    }
    // No quotation: a whole clause before the comma, and nothing after the verb that would be said instead.
    let comma = edge.checked_sub(1).filter(|&comma| comma >= range.start)?;
    let states = word.takes(Takes::Quotation) || word.surely_takes(Takes::Clause);
    if !(page.is_mark(comma, ',') || page.token(comma)?.is_dash()) || !states {
        return None;
    }
    let (closes, goes_on) = match content::follows(page, past, range.end, word.takes(Takes::Addressee)) {
        Follows::Nothing(at) => (true, page.is_mark(at, ',') && states_on(page, at + 1, range.end)),
        Follows::Quotation(at) => (page.is_mark(at.wrapping_sub(1), ','), false),
        _ => (false, false),
    };
    let start = statement_start(page, range.start);
    if start >= comma || !closes || !(goes_on || has_predicate(page, start..comma)) {
        return None;
    }
    Some((source, vec![start..comma]))
}

/// Whether a statement that an insertion cut goes on here: with its verb, or with subject and verb.
fn states_on(page: &Page<'_, '_>, at: usize, end: usize) -> bool {
    page.is_finite(at) || (page.noun_from(at).is_some() && content::begins_clause(page, at, end))
}

/// Where the statement begins that a verb at the end of the sentence closes.
pub(crate) fn statement_start(page: &Page<'_, '_>, start: usize) -> usize {
    let mut at = start;
    while page.is_mark(at, ',') {
        at += 1;
    }
    at
}

pub(crate) fn has_predicate(page: &Page<'_, '_>, range: Range<usize>) -> bool {
    // Near its end is enough, and keeps the work linear in a text that is one sentence.
    const REACH: usize = 200;
    let start = range.start.max(range.end.saturating_sub(REACH));
    (start..range.end).any(|at| page.is_finite(at))
}

/// What goes on after `..., he said`: a quotation, or the rest of the statement after a comma.
fn go_on(
    page: &Page<'_, '_>,
    range: &Range<usize>,
    source: &Range<usize>,
    cue: &Range<usize>,
    content: &mut Vec<Range<usize>>,
) {
    let from = cue.end.max(source.end);
    let limit = range.end.min(from + 24);
    let quoted = content.first().is_some_and(|first| page.quote(first.end - 1).is_some());
    // `The bridge, she told reporters, is closed`: what stands before is no statement yet.
    let begun = content.first().is_some_and(|first| !has_predicate(page, first.clone()));
    let mut at = from;
    while at < limit {
        if let Some(quote) = page.quote_from(at) {
            if quoted && page.tokens_of(quote.span).len() > 2 {
                let tokens = page.tokens_of(quote.span);
                content.push(at..tokens.end);
            }
            return;
        }
        if page.is_mark(at, ',') && !quoted && (at == from || begun) {
            // `Such plans, they believe, will fail.`
            if page.is_finite(at + 1) || (begun && states_on(page, at + 1, range.end)) {
                content.push(content::run(page, at + 1, range.end, true));
            }
            return;
        }
        if page.is_finite(at) || matches!(page.text(at), "that" | "and") {
            return;
        }
        at += 1;
    }
}

/// The content after an active verb, where the verb takes what follows.
pub(crate) fn ahead(
    page: &Page<'_, '_>,
    range: &Range<usize>,
    follows: Follows,
    word: Reporting,
    after: usize,
) -> Option<Range<usize>> {
    let content = match follows {
        Follows::Quotation(at) => {
            let quote = page.quote_from(at)?;
            let tokens = page.tokens_of(quote.span);
            let speech = word.takes(Takes::Quotation) || word.takes(Takes::Clause);
            if !speech && !word.takes(Takes::Noun) {
                return None;
            }
            if tokens.end > range.end { tokens } else { content::run(page, at, range.end, speech) }
        }
        Follows::Clause(at) if word.takes(Takes::Clause) => content::run(page, at, range.end, true),
        Follows::Clause(at) if word.takes(Takes::Noun) && page.noun_from(at).is_some() => {
            content::run(page, at, range.end, false)
        }
        Follows::Noun(at) if word.takes(Takes::Noun) && at == after => content::run(page, at, range.end, false),
        Follows::Infinitive(at) if word.takes(Takes::Infinitive) || (word.takes(Takes::Addressee) && at > after) => {
            content::run(page, at, range.end, false)
        }
        Follows::Colon(at) if word.takes(Takes::Quotation) && at < range.end => at..range.end,
        _ => return None,
    };
    (!content.is_empty()).then_some(content)
}

/// `Asked whether it hurt, he ...`: a participle that leads its clause, said to its subject.
fn is_addressed(page: &Page<'_, '_>, range: &Range<usize>, verb: &VerbGroup) -> bool {
    let leads = verb.tokens.start == range.start
        || matches!(page.text(verb.tokens.start - 1), "when" | "if" | "once")
        || (page.is_mark(verb.tokens.start - 1, ',') && page.tag(verb.head) == Some(Tag::VBN));
    leads && verb.tokens.len() == 1 && matches!(page.tag(verb.head), Some(Tag::VBN | Tag::VBD))
}

/// `cited by X`, `seen as`: a participle without `be`.
fn is_reduced_passive(page: &Page<'_, '_>, verb: &VerbGroup) -> bool {
    page.tag(verb.head) == Some(Tag::VBN)
        && verb.tokens.len() == 1
        && page.text(verb.head + 1) == "by"
        && verb.tokens.start > 0
        && (page.noun_before(verb.tokens.start).is_some() || page.is_mark(verb.tokens.start - 1, ','))
}

/// A source, where one is named, and the content.
type Parts = (Option<Range<usize>>, Vec<Range<usize>>);

/// `it was reported that S`, `they are expected to go`, `it was cited by X`.
fn passive(
    page: &Page<'_, '_>,
    range: &Range<usize>,
    verb: &VerbGroup,
    after: usize,
    word: Reporting,
    own: Option<Range<usize>>,
) -> Option<Parts> {
    let by = (page.text(after) == "by").then(|| source::after(page, after + 1, range.end, false)).flatten();
    let past = by.as_ref().map_or(after, |by| by.end);
    let own = own.or_else(|| {
        // `Most are said to be`: a subject without a noun.
        let last = verb.tokens.start.checked_sub(1).filter(|&last| last >= range.start)?;
        matches!(page.tag(last)?, Tag::JJS | Tag::JJR | Tag::JJ | Tag::DT).then_some(last..verb.tokens.start)
    });
    let own = own.or_else(|| {
        let comma = page.is_mark(verb.tokens.start.checked_sub(1)?, ',');
        let noun = page.noun_before(verb.tokens.start - usize::from(comma))?;
        Some(source::before(page, range.start, noun.tokens.end).unwrap_or(noun.tokens.clone()))
    });
    match content::follows(page, past, range.end, false) {
        Follows::Clause(at)
            if word.takes(Takes::Clause) && (page.text(at) == "that" || word.takes(Takes::Addressee)) =>
        {
            Some((by, vec![content::run(page, at, range.end, true)]))
        }
        Follows::Infinitive(at)
            if (word.takes(Takes::Clause) || word.takes(Takes::Subject)) && !word.takes(Takes::Addressee) =>
        {
            let mut content = vec![content::run(page, at, range.end, true)];
            content.splice(0..0, own);
            Some((by, content))
        }
        _ => {
            let said = word.takes(Takes::Noun) || word.takes(Takes::Clause);
            (said && by.is_some()).then_some((by, vec![own?]))
        }
    }
}
