//! Heads: which name or reference a source span speaks of.

use super::link::Linked;
use super::spot::{SpotSort, Words};
use super::{Entity, EntityKind, Name};
use crate::lexicon::Hint;
use crate::order;
use crate::text::{BlockKind, Kind, Span, Tag};

/// What ends a noun group.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Break {
    Comma,
    And,
    Other,
}

/// Names and references that can head a noun group, and where noun groups end.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Heads {
    /// In order; whether no noun follows that the name only stands before.
    names: Vec<(Name, bool)>,
    /// In order, by their first byte.
    breaks: Vec<(u32, Break)>,
    /// Roles that stand after a name, in order.
    apposed: Vec<Name>,
}

impl Heads {
    pub(super) fn new(words: &Words<'_, '_>, linked: &[Linked], references: &[Name]) -> Self {
        let document = words.document;
        let mut heads: Vec<(Name, bool)> = Vec::with_capacity(linked.len() + references.len());
        let mut apposed = Vec::new();
        for Linked { entity, spot } in linked {
            if let Some(role) = spot.role.clone().filter(|role| role.start > spot.tokens.start) {
                apposed.push(Name { span: document.span(role), entity: *entity });
            }
            let people = matches!(words.tag(spot.tokens.end - 1), Some(Tag::NNS | Tag::NNPS))
                || words.word(spot.tokens.end - 1).ends_with('s');
            if matches!(spot.sort, SpotSort::Known { adjective: true, .. }) && !people {
                continue;
            }
            let headed = !goes_on(words, spot.tokens.end);
            heads.push((Name { span: document.span(spot.tokens.clone()), entity: *entity }, headed));
        }
        for reference in references {
            let end = document.tokens_in(reference.span).end;
            heads.push((reference.clone(), !goes_on(words, end)));
        }
        order::sort_by_key(&mut heads, |(name, _)| name.span);
        Self { names: heads, breaks: breaks(words, linked), apposed }
    }

    pub(super) fn entity_in(&self, span: Span, entities: &[Entity]) -> Option<u32> {
        let apposed = self.apposed.partition_point(|name| name.span.start < span.start);
        if let Some(name) = self.apposed.get(apposed).filter(|name| name.span.start == span.start) {
            // `Lars Holm, | the mayor |, said`
            return Some(name.entity);
        }
        let from = self.breaks.partition_point(|&(at, _)| at < span.start);
        let to = self.breaks.partition_point(|&(at, _)| at < span.end);
        let breaks = self.breaks.get(from..to).unwrap_or(&[]);
        let mut breaks = breaks;
        let mut start = span.start;
        while let [(at, _), rest @ ..] = breaks
            && *at == start
        {
            // A preposition or comma that the span begins with.
            start = self.heads_from(start).next().map_or(span.end, |(name, _)| name.span.start.min(span.end));
            start = start.min(rest.first().map_or(span.end, |&(at, _)| at));
            breaks = rest;
        }
        let ends = |index: usize| breaks.get(index).map_or(span.end, |&(at, _)| at);
        let first = self.head(Span { start, end: ends(0) }, span.end);
        let several = breaks.iter().enumerate().any(|(index, &(at, kind))| {
            // Behind a relative clause, only what a comma parts from it: `Berg, who chairs it, and Lund`.
            let closed = breaks[..index].iter().all(|(_, kind)| *kind != Break::Other)
                || index > 0 && breaks[index - 1].1 == Break::Comma && breaks[index - 1].0 + 2 == at;
            kind == Break::And && closed && self.head(Span { start: at, end: ends(index + 1) }, span.end).is_some()
        });
        if first.is_some() {
            return first.filter(|_| !several);
        }
        let comma = breaks.iter().position(|&(_, kind)| kind == Break::Comma)?;
        let apposed = self.head(Span { start: ends(comma), end: ends(comma + 1) }, span.end)?;
        let kind = entities.get(apposed as usize).map(|entity| entity.kind);
        (matches!(kind, Some(EntityKind::Person | EntityKind::Organisation)) && !several).then_some(apposed)
    }

    fn heads_from(&self, start: u32) -> impl Iterator<Item = &(Name, bool)> {
        let from = self.names.partition_point(|(name, _)| name.span.start < start);
        self.names.get(from..).unwrap_or(&[]).iter()
    }

    /// The last name in a noun group, if it is its head; names at the end of the whole span are.
    fn head(&self, group: Span, end: u32) -> Option<u32> {
        const FAR: usize = 16;
        let (name, headed) =
            self.heads_from(group.start).take(FAR).take_while(|(name, _)| name.span.end <= group.end).last()?;
        (*headed || name.span.end == end).then_some(name.entity)
    }
}

/// Whether a noun group goes on after a name, so that the name is not its head.
fn goes_on(words: &Words<'_, '_>, after: usize) -> bool {
    // `Fiona Mackie | KC | said`
    let after = after + usize::from(words.has(after, Hint::Suffix));
    if words.is_possessive(after) || words.is_hyphen(after) {
        return true;
    }
    // `U.S. and South Korean officials`
    if words.is_word(after, &["and"])
        && let Some((stop, known)) = words.known(after + 1, after + 8)
        && (known.adjective || noun_follows(words, stop))
    {
        return noun_follows(words, stop);
    }
    noun_follows(words, after)
}

/// Whether a noun, or what stands before one, comes next.
pub(super) fn noun_follows(words: &Words<'_, '_>, after: usize) -> bool {
    matches!(words.tag(after), Some(Tag::NN | Tag::NNS | Tag::JJ | Tag::NNP | Tag::NNPS))
        && words.token(after).is_some_and(|token| token.kind == Kind::Word)
}

/// Commas, prepositions, relative words and verbs outside names.
fn breaks(words: &Words<'_, '_>, linked: &[Linked]) -> Vec<(u32, Break)> {
    let document = words.document;
    let mut names = linked;
    let mut breaks = Vec::new();
    for sentence in &document.sentences {
        if document.block_of(sentence).kind == BlockKind::Boilerplate {
            continue;
        }
        for at in sentence.tokens.clone() {
            let Some(token) = words.token(at) else { break };
            let kind = match token.tag {
                Tag::Comma => Break::Comma,
                Tag::CC => Break::And,
                Tag::IN
                | Tag::TO
                | Tag::WDT
                | Tag::WP
                | Tag::WPS
                | Tag::WRB
                | Tag::VBD
                | Tag::VBZ
                | Tag::VBP
                | Tag::VBG
                | Tag::MD => Break::Other,
                _ if words.is_mark(at, '(') || words.is_mark(at, '[') || token.is_dash() && token.spaced => {
                    Break::Other
                }
                _ => continue,
            };
            while names.first().is_some_and(|linked| linked.spot.tokens.end <= at) {
                names = &names[1..];
            }
            // What is in a name, or in the role before it, parts nothing.
            let inside = names.iter().take(4).any(|Linked { spot, .. }| {
                let role = spot.role.as_ref().filter(|role| role.end <= spot.tokens.start);
                spot.tokens.contains(&at) || role.is_some_and(|role| role.contains(&at))
            });
            if !inside {
                breaks.push((token.span.start, kind));
            }
        }
    }
    breaks
}
