//! Ages: which bare numbers are meant as one, and whose they are.

use super::Finder;
use crate::corpus::Word;
use crate::figure::Dimension;
use crate::name::EntityKind;
use crate::text::Tag;

/// How many tokens before a number of times the person stands whom it befell.
const AGO: usize = 14;

impl Finder<'_, '_> {
    /// Whether a bare number may be an age: small, and set off by marks.
    pub(super) fn may_be_age(&self) -> bool {
        let before = |at: usize| {
            self.tag(at) == Tag::Comma
                || ["both", "was", "is"].iter().any(|word| self.document.word(at).eq_ignore_ascii_case(word))
                || self.follows_age()
        };
        let after = self.document.tokens.get(self.number.end);
        self.figure.dimension == Dimension::Count
            && self.figure.counted.is_none()
            && self.figure.low == self.figure.high
            && (1.0..=110.0).contains(&self.figure.low)
            && self.number.start.checked_sub(1).is_some_and(before)
            && after.is_none_or(|after| matches!(after.first, ',' | ';' | '.' | ')' | ':') || after.tag.is_verb())
    }

    /// "Ages 9 and 8": another age stands before it.
    pub(super) fn follows_age(&self) -> bool {
        let Some(link) = self.number.start.checked_sub(1) else { return false };
        let last = self.index.checked_sub(1).and_then(|at| self.reading.figures.get(at));
        matches!(self.tag(link), Tag::Comma | Tag::CC)
            && last
                .is_some_and(|last| last.dimension == Dimension::Age && self.document.tokens_in(last.span).end == link)
    }

    /// "The man, 28, died", "a man and a woman, both 19": a noun for a person stands before the comma.
    pub(super) fn follows_person(&self) -> bool {
        let both = self.number.start.checked_sub(1).is_some_and(|at| self.document.word(at) == "both");
        let before = self.number.start.checked_sub(if both { 3 } else { 2 });
        before.and_then(|at| self.word(at).filter(|_| self.tag(at).is_noun())).is_some_and(Word::is_person)
    }

    /// The noun for the person whose age it is: "the 28-year-old driver", "the driver, 28".
    pub(super) fn described(&self) -> Option<Word> {
        let after = self.number.end..self.clause.end.min(self.number.end + 4);
        let before = self.clause.start.max(self.number.start.saturating_sub(3))..self.number.start;
        after
            .take_while(|&at| !matches!(self.tag(at), Tag::Comma | Tag::IN) && !self.tag(at).is_verb())
            .chain(before.rev())
            .filter(|&at| self.tag(at).is_noun())
            .filter_map(|at| self.word(at))
            .find(|word| word.is_person())
    }

    /// Whose age it is: "Trung Le, 22", "22-year-old Trung Le", "the 22-year-old suspect, Trung Le".
    pub(super) fn bearer(&self) -> Option<u32> {
        // "his sister Ann, 5-year-old Gus": an age with its unit goes with the name after it.
        let bare = self.number.len() == 1;
        let (before, after) = (self.bearer_before(), self.bearer_after());
        if bare { before.or(after) } else { after.or(before) }
    }

    fn bearer_before(&self) -> Option<u32> {
        let names = &self.reading.names;
        let at = names.partition_point(|name| name.span.end <= self.figure.span.start);
        let name = names.get(at.checked_sub(1)?)?;
        let mut gap = self.document.tokens_in(name.span).end..self.number.start;
        let links = |at: usize| {
            matches!(self.tag(at), Tag::Comma | Tag::OpenBracket | Tag::WP)
                || ["aged", "age", "both", "is", "was"]
                    .iter()
                    .any(|word| self.document.word(at).eq_ignore_ascii_case(word))
        };
        (!gap.is_empty() && gap.len() <= 3 && gap.all(links) && self.is_person(name.entity)).then_some(name.entity)
    }

    /// The other one of two: "Ann Reyes and Luis Prado, both 20".
    pub(super) fn other_bearer(&self, person: u32) -> Option<u32> {
        self.number.start.checked_sub(1).filter(|&at| self.document.word(at) == "both")?;
        let names = &self.reading.names;
        let last = names.partition_point(|name| name.span.end <= self.figure.span.start).checked_sub(1)?;
        let (first, last) = (names.get(last.checked_sub(1)?)?, names.get(last)?);
        let gap = self.document.tokens_in(first.span).end..self.document.tokens_in(last.span).start;
        let two = last.entity == person && gap.len() <= 2 && self.is_person(first.entity);
        (two && first.entity != person).then_some(first.entity)
    }

    fn bearer_after(&self) -> Option<u32> {
        let names = &self.reading.names;
        let name = names.get(names.partition_point(|name| name.span.start < self.figure.span.end))?;
        let mut gap = self.number.end..self.document.tokens_in(name.span).start;
        let end = gap.end;
        let links = |at: usize| {
            let tag = self.tag(at);
            tag.is_noun()
                || matches!(tag, Tag::Comma | Tag::JJ | Tag::VBN | Tag::HYPH | Tag::RB)
                || (tag == Tag::IN && at + 1 != end)
                || self.word_is(at, &["named", "called"])
        };
        let near = gap.len() <= 6 && gap.all(links) && name.span.start < self.clause_end();
        (near && self.is_person(name.entity)).then_some(name.entity)
    }

    /// Whom something befell so often: "Ann Reyes, who was hit seven times", "Reyes fell. She was hit seven times".
    pub(super) fn befallen(&self) -> Option<u32> {
        let sentences = &self.document.sentences;
        let here = self.document.sentence_at(self.figure.span.start);
        let names = &self.reading.names;
        let mut sentence = sentences.get(here)?.tokens.clone();
        let subject = (sentence.start..self.number.start)
            .rev()
            .take(AGO)
            .find(|&at| self.tag(at) == Tag::PRP || self.name_begins(at) && self.names_person(at))?;
        if self.tag(subject) == Tag::PRP {
            // Whom the last sentence is of: who is named first in it.
            sentence = sentences.get(here.checked_sub(1)?)?.tokens.clone();
            let span = self.document.span(sentence);
            let from = names.partition_point(|name| name.span.start < span.start);
            let name = names[from..].iter().take_while(|name| name.span.end <= span.end);
            return name.map(|name| name.entity).find(|&entity| self.is_person(entity));
        }
        let start = self.document.tokens.get(subject)?.span.start;
        Some(names.get(names.partition_point(|name| name.span.end <= start))?.entity)
    }

    /// Whether a token begins the name of a person, and no "of Dunbar".
    fn names_person(&self, token: usize) -> bool {
        if token.checked_sub(1).is_some_and(|before| self.tag(before) == Tag::IN) {
            return false;
        }
        let names = &self.reading.names;
        let start = self.document.tokens.get(token).map_or(0, |token| token.span.start);
        let name = names.get(names.partition_point(|name| name.span.end <= start));
        name.and_then(|name| self.reading.entities.get(name.entity as usize))
            .is_some_and(|entity| entity.kind == EntityKind::Person)
    }

    fn is_person(&self, entity: u32) -> bool {
        let entity = self.reading.entities.get(entity as usize);
        entity.is_some_and(|entity| matches!(entity.kind, EntityKind::Person | EntityKind::Other))
    }

    fn clause_end(&self) -> u32 {
        self.document.span(self.clause.clone()).end
    }
}
