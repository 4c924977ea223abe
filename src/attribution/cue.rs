//! Candidates: every word that may give somebody's words or mind, with what it would make of its sentence.

use std::ops::Range;

use crate::lexicon::{Reporting, Role, Stance, Takes, lexicon};
use crate::text::{Sentence, Tag, Tense, VerbGroup};

use super::content::{self, Follows};
use super::page::Page;
use super::source;

/// What a reporting word makes of its sentence, before it is settled which of them hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Candidate {
    pub(super) source: Option<Range<usize>>,
    pub(super) cue: Range<usize>,
    pub(super) content: Vec<Range<usize>>,
    pub(super) stance: Stance,
    pub(super) negated: bool,
    /// Whether it is speech, which a further quotation goes on.
    pub(super) speech: bool,
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
pub(super) fn find(page: &Page<'_, '_>, sentence: &Sentence, found: &mut Vec<Candidate>) {
    let mut course = Course::default();
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        let candidate = if let Some(candidate) = phrase(page, sentence, at) {
            at = candidate.cue.end;
            Some(candidate)
        } else if let Some(verb) = page.verb(at).filter(|verb| verb.tokens.start == at) {
            let found = verb_candidate(page, sentence, verb, &mut course).or_else(|| adjective(page, sentence, verb));
            at = verb.tokens.end;
            found
        } else {
            at += 1;
            noun(page, sentence, at - 1)
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
    sentence: &Sentence,
    verb: &VerbGroup,
    course: &mut Course,
) -> Option<Candidate> {
    let range = &sentence.tokens;
    let own = subject(page, range.start, verb);
    let shared = course.subject.clone();
    if verb.tense != Tense::NonFinite && own.is_some() {
        course.subject.clone_from(&own);
    }
    let Some((len, word)) = reporting(page, verb.head) else { return None };
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
    let reduced = is_reduced_passive(page, verb);
    let base = |source, content| Candidate {
        source,
        cue: cue.clone(),
        content,
        stance: word.stance,
        negated: verb.negated,
        speech: word.surely_takes(Takes::Quotation),
    };
    if verb.passive || reduced {
        return passive(page, range, verb, after, word, own).map(|(source, content)| base(source, content));
    }
    let source = match verb.tense {
        Tense::NonFinite => participle_source(page, range.start, verb, course, shared.clone())?,
        _ => own,
    };
    // `..., said X`: the source comes after the verb.
    if verb.tense != Tense::NonFinite && (source.is_none() || says_before(page, range, source.as_ref(), verb)) {
        if let Some((source, mut content)) = floating(page, range, source.clone(), verb, after, word) {
            go_on(page, range, &source, &cue, &mut content);
            let candidate = base(Some(source.clone()), content);
            course.speaker = Some(source);
            return Some(candidate);
        }
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
    let content = ahead(page, range, follows, word, after)?;
    source.as_ref()?;
    if matches!(follows, Follows::Clause(_) | Follows::Quotation(_)) {
        course.speaker.clone_from(&source);
    }
    Some(base(source, vec![content]))
}

/// The subject right before a verb group.
fn subject(page: &Page<'_, '_>, floor: usize, verb: &VerbGroup) -> Option<Range<usize>> {
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
                || page.is_preposition(before)
                || page.tag(before) == Some(Tag::CC)
                || page.token(before).is_some_and(|token| token.is_dash())
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
        || page.quote_before(start).is_some()
        || page.token(before).is_some_and(|token| token.is_dash())
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
    let (source, edge, past) = match source {
        Some(source) => {
            let edge = source.start;
            (source, edge, after)
        }
        None => {
            let source = source::after(page, after, range.end, true)?;
            let past = source.end;
            (source, verb.tokens.start, past)
        }
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
    // No quotation: a whole clause before the comma, and nothing after the verb that would be said instead.
    let comma = edge.checked_sub(1).filter(|&comma| comma >= range.start)?;
    if !(page.is_mark(comma, ',') || page.token(comma)?.is_dash()) || !word.takes(Takes::Quotation) {
        return None;
    }
    let closes = match content::follows(page, past, range.end, word.takes(Takes::Addressee)) {
        Follows::Nothing(_) => true,
        Follows::Quotation(at) => page.is_mark(at.wrapping_sub(1), ','),
        _ => false,
    };
    let start = statement_start(page, range.start);
    if !closes || !has_predicate(page, start..comma) {
        return None;
    }
    Some((source, vec![start..comma]))
}

/// Where the statement begins that a verb at the end of the sentence closes.
fn statement_start(page: &Page<'_, '_>, start: usize) -> usize {
    let mut at = start;
    while page.is_mark(at, ',') {
        at += 1;
    }
    at
}

fn has_predicate(page: &Page<'_, '_>, range: Range<usize>) -> bool {
    range.start < range.end && range.clone().any(|at| page.is_finite(at))
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
    let mut at = from;
    while at < limit {
        if let Some(quote) = page.quote_from(at) {
            if quoted && page.tokens_of(quote.span).len() > 2 {
                let tokens = page.tokens_of(quote.span);
                content.push(at..tokens.end);
            }
            return;
        }
        if page.is_mark(at, ',') && !quoted && at == from {
            // `Such plans, they believe, will fail.`
            if page.is_finite(at + 1) {
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
fn ahead(
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

/// `cited by X`, `seen as`: a participle without `be`.
fn is_reduced_passive(page: &Page<'_, '_>, verb: &VerbGroup) -> bool {
    page.tag(verb.head) == Some(Tag::VBN)
        && verb.tokens.len() == 1
        && page.text(verb.head + 1) == "by"
        && verb.tokens.start > 0
        && (page.noun_before(verb.tokens.start).is_some() || page.is_mark(verb.tokens.start - 1, ','))
}

/// `it was reported that S`, `they are expected to go`, `it was cited by X`.
fn passive(
    page: &Page<'_, '_>,
    range: &Range<usize>,
    verb: &VerbGroup,
    after: usize,
    word: Reporting,
    own: Option<Range<usize>>,
) -> Option<(Option<Range<usize>>, Vec<Range<usize>>)> {
    let by = (page.text(after) == "by").then(|| source::after(page, after + 1, range.end, false)).flatten();
    let past = by.as_ref().map_or(after, |by| by.end);
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

/// `is confident that`, `remained critical of`: an adjective after a verb of being.
fn adjective(page: &Page<'_, '_>, sentence: &Sentence, verb: &VerbGroup) -> Option<Candidate> {
    if verb.tense == Tense::NonFinite || !page.has_role(verb.head, Role::Empty) {
        return None;
    }
    let mut at = verb.tokens.end;
    for _ in 0..2 {
        if matches!(page.tag(at), Some(Tag::RB | Tag::RBR)) {
            at += 1;
        }
    }
    let (len, word) = lexicon().reporting().adjective(page.word(at), |next| page.word(at + next))?;
    let after = at + len;
    let follows = content::follows(page, after, sentence.tokens.end, false);
    let fits = match follows {
        Follows::Clause(from) | Follows::Infinitive(from) | Follows::Noun(from) => from == after,
        _ => false,
    };
    let content = if fits { ahead(page, &sentence.tokens, follows, word, after)? } else { return None };
    let source = subject(page, sentence.tokens.start, verb)
        .filter(|source| !matches!(page.text(source.start), "it" | "that" | "this"));
    Some(Candidate {
        source,
        cue: verb.tokens.start..after,
        content: vec![content],
        stance: word.stance,
        negated: verb.negated,
        speech: false,
    })
}

/// `his claim that S`, `the ministry's warning that S`.
fn noun(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> Option<Candidate> {
    let group = page.noun(at).filter(|group| group.head == at)?;
    let word = lexicon().reporting().noun(page.word(at))?;
    let end = sentence.tokens.end;
    // `a statement by the army that`
    let by =
        matches!(page.text(at + 1), "by" | "from" | "of").then(|| source::after(page, at + 2, end, false)).flatten();
    let after = by.as_ref().map_or(at + 1, |by| by.end);
    let content = match content::follows(page, after, end, false) {
        Follows::Clause(from) if from == after && word.takes(Takes::Clause) && page.text(from) == "that" => {
            content::run(page, from, end, true)
        }
        Follows::Infinitive(from) if from == after && word.takes(Takes::Infinitive) => {
            content::run(page, from, end, false)
        }
        _ => return None,
    };
    let possessor = || {
        let first = group.tokens.start;
        match page.tag(first)? {
            Tag::POS => {
                let owner = page.noun_before(first)?;
                Some(owner.tokens.start..first + 1)
            }
            Tag::PRPS => Some(first..first + 1),
            _ => None,
        }
    };
    let source = by.or_else(possessor);
    Some(Candidate {
        source,
        cue: at..at + 1,
        content: vec![content],
        stance: word.stance,
        negated: false,
        speech: false,
    })
}

/// `according to X` and `reportedly`.
fn phrase(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> Option<Candidate> {
    let range = &sentence.tokens;
    let text = page.text(at);
    if text == "according" && page.text(at + 1) == "to" {
        return according(page, range, at);
    }
    if page.has_role(at, Role::Hearsay) {
        return hearsay(page, range, at);
    }
    None
}

/// `According to X, S` and `S, according to X`.
fn according(page: &Page<'_, '_>, range: &Range<usize>, at: usize) -> Option<Candidate> {
    let leads = at == range.start || !has_predicate(page, range.start..at);
    let source = source::after(page, at + 2, range.end, !leads)?;
    let content = if leads {
        let from = if page.is_mark(source.end, ',') { source.end + 1 } else { source.end };
        content::run(page, from, range.end, true)
    } else {
        let end = if page.is_mark(at - 1, ',') { at - 1 } else { at };
        let start = statement_start(page, range.start);
        start..end
    };
    let mut pieces = vec![content];
    if !leads && page.is_mark(source.end, ',') && page.is_finite(source.end + 1) {
        // `The bridge, according to X, will close.`
        pieces.push(content::run(page, source.end + 1, range.end, true));
    }
    pieces.retain(|piece| piece.start < piece.end);
    if pieces.is_empty() {
        return None;
    }
    let stance = Stance::Reported;
    Some(Candidate { source: Some(source), cue: at..at + 2, content: pieces, stance, negated: false, speech: false })
}

/// `X reportedly fled`: what the clause says without the word is said by somebody.
fn hearsay(page: &Page<'_, '_>, range: &Range<usize>, at: usize) -> Option<Candidate> {
    let verb = page.verb(at).or_else(|| page.verb(at + 1));
    let start = match verb {
        Some(verb) => source::before(page, range.start, verb.tokens.start.min(at))
            .map_or(verb.tokens.start, |source| source.start),
        None => return None,
    };
    let mut content = vec![start.min(at)..at, content::run(page, at + 1, range.end, true)];
    content.retain(|piece| piece.start < piece.end);
    let stance = if page.text(at) == "reportedly" { Stance::Reported } else { Stance::Alleged };
    Some(Candidate { source: None, cue: at..at + 1, content, stance, negated: false, speech: false })
}
