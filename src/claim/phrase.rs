//! Phrases without a parser: a noun group with what is tied to it, before it and after it.

use std::ops::Range;

use crate::lexicon::{Role, WordId, lexicon, word};
use crate::text::{Document, Kind, NounGroup, Span, Tag, Tense, Token, VerbGroup};

/// How many groups may be tied to a noun by `of`, `in`, `from`.
const LONGEST_CHAIN: usize = 4;

/// The longest apposition, in tokens.
const LONGEST_ASIDE: usize = 14;

/// The tokens of a clause, and what in it is no part of a phrase: the other figures, and the dates.
#[derive(Clone, Debug)]
pub(super) struct Phrases<'d, 't> {
    pub(super) document: &'d Document<'t>,
    pub(super) clause: Range<usize>,
    pub(super) taken: &'d [Span],
    /// The figure that is asked for, as tokens.
    pub(super) figure: Range<usize>,
}

impl<'d> Phrases<'d, '_> {
    /// The tag of a token of the clause.
    pub(super) fn tag(&self, at: usize) -> Option<Tag> {
        self.document.tokens.get(at).filter(|_| self.clause.contains(&at)).map(|token| token.tag)
    }

    /// The word of a token of the clause; [`WordId::NONE`] for one that no list knows.
    pub(super) fn word(&self, at: usize) -> WordId {
        self.document.tokens.get(at).filter(|_| self.clause.contains(&at)).map_or(WordId::NONE, |token| token.word)
    }

    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.clause.contains(&at) && self.document.tokens.get(at).is_some_and(|token| token.is_mark(mark))
    }

    fn has_role(&self, at: usize, role: Role) -> bool {
        self.document.tokens.get(at).is_some_and(|token| lexicon().has_role(token.word, role))
    }

    /// Whether tokens overlap another figure, a date or the figure itself.
    fn is_taken(&self, tokens: &Range<usize>) -> bool {
        self.last_taken(tokens).is_some()
    }

    /// Where the last figure or date ends that tokens overlap.
    fn last_taken(&self, tokens: &Range<usize>) -> Option<usize> {
        let span = self.document.span(tokens.clone());
        let own = Some(self.figure.end).filter(|_| self.figure.start < tokens.end && tokens.start < self.figure.end);
        let other =
            self.taken.iter().filter(|taken| taken.overlaps(span)).map(|&taken| self.document.tokens_in(taken).end);
        other.chain(own).max()
    }

    /// The noun group that ends before a token.
    pub(super) fn ending(&self, end: usize) -> Option<&'d NounGroup> {
        let at = end.checked_sub(1).filter(|at| self.clause.contains(at))?;
        self.document.noun_group_at(at).filter(|group| group.tokens.end == end)
    }

    /// The verb group that begins at a token or after adverbs.
    pub(super) fn verb_from(&self, at: usize) -> Option<&'d VerbGroup> {
        let at = self.skip_adverbs(at);
        self.document.verb_group_at(at).filter(|verb| {
            self.clause.contains(&at)
                && verb.tokens.start == at
                && self.tag(at) != Some(Tag::TO)
                && !self.is_taken(&verb.tokens)
        })
    }

    pub(super) fn skip_adverbs(&self, mut at: usize) -> usize {
        while self.tag(at) == Some(Tag::RB) {
            at += 1;
        }
        at
    }

    /// The token after the date or figure that stands at a token.
    pub(super) fn skip_taken(&self, at: usize) -> usize {
        let start = self.document.span(at..at + 1).start;
        let taken = self.taken.iter().find(|taken| taken.start == start && !taken.is_empty());
        taken.map_or(at, |taken| self.document.tokens_in(*taken).end)
    }

    /// Whether a verb says what happens: not `is`, `has`, `does`.
    pub(super) fn tells(&self, verb: &VerbGroup) -> bool {
        !self.has_role(verb.head, Role::Empty)
    }

    /// Whether a group names a time or ends in a figure: `last year`; `a 60-year-old` is a person.
    pub(super) fn is_time(&self, group: &NounGroup) -> bool {
        self.has_role(group.head, Role::Time)
            || self
                .last_taken(&group.tokens)
                .is_some_and(|end| end >= group.tokens.end && self.word(end - 1) != word::OLD)
    }

    /// The phrase before a token: its last noun group, with those it is tied to. `to_verb` looks for the
    /// subject of a verb that begins there: adverbs, times, asides and relative pronouns may stand between.
    pub(super) fn before(&self, end: usize, to_verb: bool) -> Option<Range<usize>> {
        let mut end = end;
        if to_verb {
            end = self.skip_back(end);
        }
        let Some(mut group) = self.ending(end) else { return self.names_before(end).filter(|_| to_verb) };
        if to_verb && self.is_relative(group.head) {
            end = group.tokens.start;
            end -= usize::from(end > self.clause.start && self.is_mark(end - 1, ','));
            // `a launch in 2034, which`
            end = self.skip_back(end);
            group = self.ending(end)?;
        }
        if self.is_time(group) {
            return None;
        }
        let start = self.tied(group);
        let bare = start == group.tokens.start && self.is_pronoun(group);
        (!bare).then_some(start..group.tokens.end)
    }

    /// The words right before a token that look like a name, whatever their tags.
    pub(super) fn names_before(&self, end: usize) -> Option<Range<usize>> {
        const LONGEST: usize = 6;
        let part = |&at: &usize| {
            let token = self.document.tokens.get(at).filter(|_| self.clause.contains(&at));
            token.is_some_and(|token| {
                let open = token.tag.is_verb() || matches!(token.tag, Tag::RB | Tag::JJ | Tag::FW | Tag::UH);
                // `the TA-125 | lost`
                let joint = !token.spaced && (token.is_dash() || token.kind == Kind::Number);
                joint || token.tag.is_noun() || open && token.is_capitalised() && token.kind == Kind::Word
            })
        };
        let start = (end.saturating_sub(LONGEST)..end).rev().take_while(part).last()?;
        (!self.is_taken(&(start..end))).then_some(start..end)
    }

    /// Whether a group only points to something.
    pub(super) fn is_pronoun(&self, group: &NounGroup) -> bool {
        matches!(self.tag(group.head), Some(Tag::PRP | Tag::EX | Tag::DT | Tag::WP | Tag::WDT))
    }

    fn is_relative(&self, at: usize) -> bool {
        matches!(self.tag(at), Some(Tag::WDT | Tag::WP))
    }

    /// The end of the subject of a verb: before adverbs, times and what stands between commas.
    fn skip_back(&self, verb: usize) -> usize {
        let mut end = verb;
        for _ in 0..4 {
            let Some(last) = end.checked_sub(1).filter(|at| self.clause.contains(at)) else { break };
            let name = self.document.tokens.get(last).is_some_and(Token::is_capitalised) && last > self.clause.start;
            if matches!(self.tag(last), Some(Tag::RB | Tag::RBR)) && !name {
                end = last;
            } else if let Some(group) = self.ending(end).filter(|group| self.is_time(group)) {
                end = group.tokens.start;
                end -= usize::from(end > self.clause.start && self.tag(end - 1) == Some(Tag::IN));
            } else if self.is_mark(last, ',') || self.is_mark(last, ')') {
                let from = last.saturating_sub(LONGEST_ASIDE).max(self.clause.start);
                let opens = if self.is_mark(last, ')') { '(' } else { ',' };
                let Some(open) = (from..last).rev().find(|&at| self.is_mark(at, opens)) else { break };
                end = open;
            } else if matches!(self.tag(last), Some(Tag::VBN | Tag::VBD)) && self.ending(last).is_some() {
                // `the method | used was`
                end = last;
            } else {
                break;
            }
        }
        end
    }

    /// Where the phrase begins that ends with a group: `sales of cars in |France|`.
    fn tied(&self, last: &NounGroup) -> usize {
        let mut start = self.own_start(last);
        let mut joined = false;
        for _ in 0..LONGEST_CHAIN {
            let Some(before) = start.checked_sub(1).filter(|at| self.clause.contains(at)) else { break };
            let next = if self.tag(start) == Some(Tag::POS) {
                self.ending(start)
            } else if self.tag(before) == Some(Tag::CC) {
                joined = true;
                // `He bought a car and | prices rose`: what a verb governs is no part of the next subject.
                self.ending(before).filter(|group| {
                    !group.tokens.start.checked_sub(1).is_some_and(|at| self.tag(at).is_some_and(Tag::is_verb))
                })
            } else if self.ties(before) {
                // `troops sent to | Russia`
                let participle = before.checked_sub(1).filter(|&at| {
                    matches!(self.tag(at), Some(Tag::VBN | Tag::VBG)) || (self.tag(at) == Some(Tag::VBD) && !joined)
                });
                self.ending(before).or_else(|| self.ending(participle?))
            } else {
                None
            };
            let Some(group) = next.filter(|group| !self.is_time(group) && !self.is_pronoun(group)) else { break };
            let whole = self.own_start(group);
            let cut = whole > group.tokens.start;
            if whole >= group.tokens.end {
                break;
            }
            start = whole;
            if cut {
                break;
            }
        }
        start
    }

    /// Where the part of a group begins that is neither a figure nor a date.
    pub(super) fn own_start(&self, group: &NounGroup) -> usize {
        self.last_taken(&group.tokens).filter(|&end| end < group.tokens.end).unwrap_or(group.tokens.start)
    }

    /// Where the part of a group ends that stands before figures and dates.
    fn own_end(&self, group: &NounGroup) -> usize {
        let span = self.document.span(group.tokens.clone());
        let first = self.taken.iter().filter(|taken| taken.overlaps(span)).map(|taken| taken.start).min();
        let own = Some(self.figure.start).filter(|start| group.tokens.contains(start));
        let first = first.map(|start| self.document.token_behind(start));
        let end = first.into_iter().chain(own).min().unwrap_or(group.tokens.end).max(group.tokens.start);
        let nouns = (group.tokens.start..end).any(|at| self.tag(at).is_some_and(Tag::is_noun));
        if nouns { end } else { group.tokens.start }
    }

    pub(super) fn ties(&self, at: usize) -> bool {
        self.tag(at) == Some(Tag::TO)
            || (self.tag(at) == Some(Tag::IN) && (self.has_role(at, Role::Links) || self.has_role(at, Role::Places)))
            || matches!(self.word(at), word::BY | word::AS)
    }

    /// Where the complements end that go on at a token: `of the army`, `in Russia's Kursk region`.
    pub(super) fn after(&self, start: usize, limit: usize) -> usize {
        let mut end = start;
        for _ in 0..LONGEST_CHAIN {
            let from = if self.tag(end) == Some(Tag::POS) {
                end
            } else if self.ties(end) {
                end + 1
            } else {
                break;
            };
            let Some(group) = self.document.noun_group_at(from) else { break };
            if group.tokens.start != from || group.tokens.end > limit || self.is_relative(group.head) {
                break;
            }
            // `in the region | last month`
            let own = self.own_end(group);
            if own == from || (own == group.tokens.end && self.is_time(group)) {
                break;
            }
            end = own;
            if own < group.tokens.end {
                break;
            }
            end = self.and(group.tokens.end, end, limit);
        }
        end
    }

    /// Where the second of two nouns ends that are named together: `of tents | and blankets`, `in Ghana | and Mali was`.
    pub(super) fn and(&self, first: usize, end: usize, limit: usize) -> usize {
        let second = self.document.noun_group_at(end + 1).filter(|second| {
            let named = self.tag(first.wrapping_sub(1)) == Some(Tag::NNP) && self.tag(second.head) == Some(Tag::NNP);
            let alike = named || !self.tag(second.tokens.end).is_some_and(|tag| tag.is_finite() || tag == Tag::VBN);
            self.tag(end) == Some(Tag::CC)
                && second.tokens.start == end + 1
                && second.tokens.end <= limit
                && alike
                && !self.is_taken(&second.tokens)
                && !self.is_time(second)
                && !self.is_pronoun(second)
        });
        second.map_or(end, |second| second.tokens.end)
    }

    /// The verb groups before a token, the nearest first; as many as a figure may depend on.
    pub(super) fn verbs_before(&self, at: usize) -> impl Iterator<Item = &'d VerbGroup> {
        const MOST: usize = 6;
        let groups = &self.document.verb_groups;
        let to = groups.partition_point(|group| group.tokens.start < at);
        let start = self.clause.start;
        groups[..to].iter().rev().take(MOST).take_while(move |group| group.tokens.start >= start)
    }

    /// Whether a verb has no subject of its own.
    pub(super) fn is_bare(&self, verb: &VerbGroup) -> bool {
        verb.tense == Tense::NonFinite || self.tag(verb.tokens.start) == Some(Tag::TO)
    }

    pub(super) fn span(&self, tokens: Range<usize>) -> Span {
        self.document.span(tokens)
    }
}
