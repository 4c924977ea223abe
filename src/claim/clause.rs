//! Clauses: a sentence's tokens cut into the smallest stretches that make sense alone, each with the
//! attribution whose words they are.

use std::ops::Range;

use crate::attribution::Attribution;
use crate::lexicon::{Role, lexicon};
use crate::order;
use crate::text::{Document, Kind, Sentence, Tag, Tense, Token};

/// How deep attributions may stand in one another before the inner ones are no longer told apart;
/// keeps the work linear in the text however they are nested.
const DEEPEST: usize = 6;

/// The longest subject, in tokens, that is looked through for the verb after it.
const LONGEST_SUBJECT: usize = 24;

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
    /// Source or cue: says that something is said, and states nothing.
    Frame,
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
            let frame = attribution.source.iter().chain(&attribution.cue).map(|&span| (span, Voice::Frame));
            let content = attribution.content.iter().map(|&span| (span, Voice::Content(index as u32)));
            for (span, voice) in content.chain(frame) {
                if let Some(covered) = voices.get_mut(document.tokens_in(span)) {
                    covered.fill(voice);
                }
            }
        }
        Self(voices)
    }

    fn of(&self, token: usize) -> Voice {
        self.0.get(token).copied().unwrap_or(Voice::Outlet)
    }
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

/// Whether a finite verb with a subject of its own stands near the beginning of a content.
fn has_predicate(document: &Document<'_>, tokens: Range<usize>) -> bool {
    const REACH: usize = 60;
    let end = tokens.end.min(tokens.start + REACH);
    let from = document.verb_groups.partition_point(|group| group.tokens.start < tokens.start);
    document.verb_groups[from..]
        .iter()
        .take_while(|group| group.tokens.start < end)
        .find(|group| group.tense != Tense::NonFinite)
        .is_some_and(|group| {
            // `troops who fled`: the verb is that of a relative clause, and nothing is stated.
            let before = group.tokens.start.checked_sub(1).and_then(|before| document.tokens.get(before));
            !before.is_some_and(|before| matches!(before.tag, Tag::WP | Tag::WDT))
        })
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
}

/// Cuts a sentence into clauses: first by voice, then where a new subject and its verb begin.
pub(super) fn cut(document: &Document<'_>, voices: &Voices, sentence: &Sentence, clauses: &mut Vec<Clause>) {
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        let voice = voices.of(at);
        let start = at;
        while at < sentence.tokens.end && voices.of(at) == voice {
            at += 1;
        }
        let attribution = match voice {
            Voice::Frame => continue,
            Voice::Outlet => None,
            Voice::Content(index) => Some(index),
        };
        cut_stretch(document, start..at, attribution, clauses);
    }
}

/// Cuts a stretch of one voice.
fn cut_stretch(document: &Document<'_>, stretch: Range<usize>, attribution: Option<u32>, clauses: &mut Vec<Clause>) {
    let mut start = stretch.start;
    let mut has_verb = false;
    // `While A, B`: each stands for itself.
    let mut contrast = (stretch.start..stretch.end.min(stretch.start + 2)).any(|at| {
        document.tokens.get(at).is_some_and(|token| token.tag == Tag::IN && lexicon().has_role(token.word, Role::Joins))
    });
    let mut group = document.verb_groups.partition_point(|group| group.tokens.end <= stretch.start);
    let mut at = stretch.start;
    while at < stretch.end {
        while let Some(verb) = document.verb_groups.get(group).filter(|verb| verb.tokens.start <= at) {
            has_verb |= verb.tense != Tense::NonFinite;
            group += 1;
        }
        let next = if contrast && has_verb && document.tokens.get(at).is_some_and(|token| token.is_mark(',')) {
            Some(at + 1)
        } else {
            parting(document, at, stretch.end)
        };
        if has_verb
            && let Some(next) = next
            && begins_clause(document, next, stretch.end, group)
        {
            clauses.push(Clause { tokens: trim(document, start..at), attribution });
            start = next;
            has_verb = false;
            contrast = false;
            at = next;
            continue;
        }
        at += 1;
    }
    let last = trim(document, start..stretch.end);
    if !last.is_empty() {
        clauses.push(Clause { tokens: last, attribution });
    }
}

/// Where the next clause may begin if the token at `at` parts two: after a semicolon, a dash, or a
/// conjunction with or without a comma.
fn parting(document: &Document<'_>, at: usize, end: usize) -> Option<usize> {
    let token = document.tokens.get(at)?;
    let after = |from: usize| {
        let mut next = from;
        while next < end
            && next < from + 3
            && document.tokens.get(next).is_some_and(|token| {
                token.tag == Tag::CC || lexicon().has_role(token.word, Role::Joins) || token.is_mark(',')
            })
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
    let joins = |at: usize| {
        document.tokens.get(at).is_some_and(|token| token.tag == Tag::CC || lexicon().has_role(token.word, Role::Joins))
    };
    if token.is_mark(',') && joins(at + 1) {
        return Some(after(at + 1));
    }
    // Without a comma only a pronoun or `that` tells a new subject from a list: `she left and he stayed`.
    let contrasts = token.tag != Tag::CC || lexicon().text(token.word) == "but";
    let pronoun = || {
        document.tokens.get(at + 1).is_some_and(|next| {
            matches!(next.tag, Tag::PRP | Tag::EX) || (next.tag == Tag::IN && lexicon().text(next.word) == "that")
        })
    };
    (joins(at) && (contrasts || pronoun())).then(|| after(at))
}

/// Whether a clause of its own begins at a token: a subject, and a finite verb right after it.
fn begins_clause(document: &Document<'_>, start: usize, end: usize, group: usize) -> bool {
    let limit = end.min(start + LONGEST_SUBJECT);
    let mut seen_noun = false;
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
        // A relative pronoun or a mark: what stood before is no subject.
        if matches!(token.tag, Tag::WDT | Tag::WP | Tag::WPS | Tag::TO | Tag::Colon | Tag::Comma) {
            return false;
        }
        seen_noun |= token.tag.is_noun() || matches!(token.tag, Tag::PRP | Tag::DT | Tag::EX | Tag::CD);
        at += 1;
    }
    false
}

/// Whether a word opens a clause and adds nothing to it: not the `that` of `that is so`.
fn opens(document: &Document<'_>, at: usize, token: &Token) -> bool {
    let subject =
        || document.tokens.get(at + 1).is_some_and(|next| next.tag.is_finite()) && lexicon().text(token.word) == "that";
    token.tag == Tag::CC || (lexicon().has_role(token.word, Role::Opens) && !subject())
}

/// Without the marks and joining words at both ends.
fn trim(document: &Document<'_>, tokens: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (tokens.start, tokens.end);
    let mark = |at: usize| {
        document.tokens.get(at).is_some_and(|token| {
            matches!(
                token.tag,
                Tag::Comma | Tag::Period | Tag::Colon | Tag::OpenQuote | Tag::CloseQuote | Tag::NFP | Tag::HYPH
            ) || (token.kind == Kind::Punctuation && !matches!(token.first, '(' | '[' | ')' | ']'))
        })
    };
    // Words that only lead on to what was cut off: `joined in, with | concerns that`.
    let leads_on = |at: usize| {
        document.tokens.get(at).is_some_and(|token| {
            matches!(token.tag, Tag::IN | Tag::TO | Tag::DT | Tag::CC | Tag::PRPS | Tag::WDT | Tag::WP)
                && token.kind == Kind::Word
        })
    };
    while end > start && (mark(end - 1) || (end > start + 1 && leads_on(end - 1))) {
        end -= 1;
    }
    while start < end && (mark(start) || document.tokens.get(start).is_some_and(|token| opens(document, start, token)))
    {
        start += 1;
    }
    start..end
}
