//! Phrases that give somebody's words without a verb: `according to`, `reportedly`.

use std::ops::Range;

use crate::lexicon::{Role, Stance};
use crate::text::Tag;

use super::content;
use super::cue::{Candidate, has_predicate, statement_start};
use super::page::Page;
use super::source;

/// `according to X` and `reportedly`.
pub(crate) fn find(page: &Page<'_, '_>, range: &Range<usize>, at: usize) -> Option<Candidate> {
    let text = page.text(at);
    if text == "according" && page.text(at + 1) == "to" {
        return according(page, range, at);
    }
    if page.has_role(at, Role::Hearsay) {
        return hearsay(page, range, at);
    }
    None
}

/// `According to X, S`; `S, according to X`; `Y, according to X, did Z`.
fn according(page: &Page<'_, '_>, range: &Range<usize>, at: usize) -> Option<Candidate> {
    if matches!(page.text(at + 2), "which" | "whom") {
        return relative(page, range, at);
    }
    let middle = at > range.start && page.is_mark(at - 1, ',');
    let leads = !has_predicate(page, range.start..at);
    let mut source = source::after(page, at + 2, range.end, !leads)?;
    if leads && !middle {
        source.end = leading_end(page, source.end, range.end);
    }
    let past = if page.is_mark(source.end, ',') { source.end + 1 } else { source.end };
    let goes_on = past > source.end && page.is_finite(past);
    let mut pieces = Vec::new();
    if !leads || middle {
        let end = if middle { at - 1 } else { at };
        pieces.push(statement_start(page, range.start)..end);
    }
    if leads || goes_on {
        pieces.push(content::run(page, past, range.end, true));
    }
    pieces.retain(|piece| piece.start < piece.end);
    if pieces.is_empty() {
        return None;
    }
    let stance = Stance::Reported;
    Some(Candidate { source: Some(source), cue: at..at + 2, content: pieces, stance, negated: false, speech: false })
}

/// `a report according to which S`: the noun before is the source.
fn relative(page: &Page<'_, '_>, range: &Range<usize>, at: usize) -> Option<Candidate> {
    let noun = if at > range.start && page.is_mark(at - 1, ',') { at - 1 } else { at };
    let source = Some(source::before(page, range.start, noun)?);
    let content = vec![content::run(page, at + 3, range.end, true)];
    let stance = Stance::Reported;
    (!content[0].is_empty()).then_some(Candidate {
        source,
        cue: at..at + 2,
        content,
        stance,
        negated: false,
        speech: false,
    })
}

/// Where a source that leads its sentence ends: at the comma after which the statement begins.
/// `According to data shared by Oslo, Bonn and Rome, | the ice is melting`
fn leading_end(page: &Page<'_, '_>, from: usize, end: usize) -> usize {
    const REACH: usize = 40;
    let commas = (from..end.min(from + REACH)).filter(|&at| page.is_mark(at, ','));
    for comma in commas {
        if page.quote(comma).is_some() {
            break;
        }
        let listed = page.tag(comma + 1) == Some(Tag::CC);
        if !listed && (content::begins_clause(page, comma + 1, end) || page.quote_from(comma + 1).is_some()) {
            return comma;
        }
    }
    from
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
