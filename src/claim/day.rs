//! The day that a figure holds for.

use chrono::NaiveDate;

use crate::date::{Date, DateKind};
use crate::figure::Figure;
use crate::lexicon::{WordId, word};
use crate::text::{Document, Span, Tag, Tense};

/// How far before a date the word may stand that makes it a bound: `since the end of the war in 1953`.
const REACH: usize = 8;

/// The first day of what a figure holds for: the date of its clause that is nearest to it, else the day on
/// which it was said, else the day it was published.
pub(super) fn as_of(
    document: &Document<'_>,
    figure: &Figure,
    own: &[&Date],
    others: &[Span],
    said: Option<NaiveDate>,
    published: Option<NaiveDate>,
) -> Option<String> {
    let distance = |date: &&Date| {
        if date.span.start >= figure.span.end {
            date.span.start - figure.span.end
        } else {
            figure.span.start.saturating_sub(date.span.end)
        }
    };
    let earlier = is_earlier(document, figure.span);
    let nearest = own
        .iter()
        .copied()
        .filter(|date| matches!(date.kind, DateKind::Date | DateKind::Time) && !date.span.overlaps(figure.span))
        .filter(|date| date.days().is_some() && tells_when(document, figure, date))
        .filter(|date| !earlier || date.span.start >= figure.span.end)
        // `13.9%, compared with 15.2% | in March`
        .filter(|date| {
            !others.iter().any(|&other| {
                figure.span.end <= other.start && other.end <= date.span.start && is_earlier(document, other)
            })
        })
        .min_by_key(distance)
        .and_then(Date::days)
        .map(|(first, _)| first)
        // `now` and `today` are the day on which it was said.
        .filter(|&day| Some(day) != published);
    nearest.or(said.or(published).filter(|_| !earlier)).map(|day| day.to_string())
}

/// Whether a figure is what another one is held against: `41%, down from | 48%`; of which day is not known unless it
/// is said.
fn is_earlier(document: &Document<'_>, figure: Span) -> bool {
    let at = document.tokens_in(figure).start;
    let word = |back: usize| {
        at.checked_sub(back).and_then(|at| document.tokens.get(at)).map_or(WordId::NONE, |token| token.word)
    };
    matches!(
        (word(2), word(1)),
        (word::UP | word::DOWN | word::FELL | word::ROSE | word::DECREASED | word::INCREASED, word::FROM)
    ) || matches!(
        (word(2), word(1)),
        (word::COMPARED, word::WITH | word::TO) | (word::FORECAST | word::ESTIMATE, word::OF)
    ) || matches!(word(1), word::VERSUS | word::VS)
        || (word(1) == word::FROM && !word(2).is_known() && figure_before(document, at))
}

/// Whether a number stands a few tokens before: `to 6.1% in March from | 6.4%`.
fn figure_before(document: &Document<'_>, at: usize) -> bool {
    const REACH: usize = 6;
    (at.saturating_sub(REACH)..at).any(|at| document.tokens.get(at).is_some_and(|token| token.tag == Tag::CD))
}

/// Whether a date says when a figure holds: no bound (`since 1953`), no aside (`the war (1950–53)`), no part
/// of a name (`the June treaty`), and not the date of another verb.
fn tells_when(document: &Document<'_>, figure: &Figure, date: &Date) -> bool {
    let tokens = document.tokens_in(date.span);
    let figure = document.tokens_in(figure.span);
    let tag = |at: usize| document.tokens.get(at).map(|token| token.tag);
    let subordinates = |at: usize| {
        let word = document.tokens.get(at).map_or(WordId::NONE, |token| token.word);
        matches!(word, word::SINCE | word::WHEN | word::BECAUSE | word::WHILE | word::ALTHOUGH | word::WHEREAS)
    };
    let inside = document.noun_group_at(tokens.end).is_some_and(|group| group.tokens.start < tokens.end);
    // `second-quarter | profit` is made in that quarter
    let quarter = inside && date.value.contains("-Q");
    let inside = inside && !quarter;
    // `52,000 | fewer than a year earlier`
    let compares = matches!(tag(tokens.start), Some(Tag::JJR | Tag::RBR))
        && tokens.start.checked_sub(1).and_then(tag) == Some(Tag::CD);
    if compares || tag(tokens.end) == Some(Tag::POS) || (inside && tag(tokens.end).is_some_and(Tag::is_noun)) {
        return false;
    }
    let mut verb = false;
    let sentence = document.sentences.get(document.sentence_at(date.span.start));
    let first = sentence.map_or(0, |sentence| sentence.tokens.start).max(tokens.start.saturating_sub(REACH));
    for at in (first..tokens.start).rev() {
        let Some(token) = document.tokens.get(at) else { break };
        let word = token.word;
        // `down from March`, `twice as much as in 2019`
        let direct = at + 1 == tokens.start && matches!(word, word::FROM | word::THAN | word::OF | word::VERSUS)
            || at + 2 == tokens.start && matches!(word, word::AS | word::THAN)
            // `up 4 points on | 2021`
            || at + 1 == tokens.start && word == word::ON && date.value.len() == 4;
        // `9 metres (30 feet) | on Tuesday`
        if token.first == ')' {
            break;
        }
        if direct
            || token.first == '('
            || matches!(word, word::SINCE | word::UNTIL | word::TILL | word::BEFORE | word::AFTER | word::AHEAD)
        {
            return false;
        }
        verb |= token.tag.is_verb();
        if verb || token.tag == Tag::Comma || figure.contains(&at) {
            break;
        }
    }
    let between = figure.end.min(tokens.end)..tokens.start.max(figure.start);
    let finite = document
        .verb_groups_from(between.start)
        .iter()
        .take(REACH)
        .take_while(|verb| verb.tokens.start < between.end)
        .filter(|verb| verb.tense != Tense::NonFinite);
    // `The dam, built in 1962, holds`: the date of the verb before it.
    finite.count() < if verb && !quarter && tokens.end <= figure.start { 1 } else { 2 }
        && !(figure.end..tokens.start).take(2 * REACH).any(subordinates)
}
