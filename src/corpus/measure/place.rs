//! Whose the counted are, and where: the names of the clause and common nouns of place.

use super::{Finder, Measure};
use crate::lexicon::{Hint, Scope, lexicon};
use crate::name::EntityKind;
use crate::text::{Case, Span, Tag};

impl Finder<'_, '_> {
    /// Whose and where: the names of the clause.
    pub(super) fn names(&self, found: &mut Measure) {
        let clause = self.document.span(self.clause.start..self.next_predicate());
        let from = self.reading.names.partition_point(|name| name.span.end <= clause.start);
        for name in self.reading.names[from..].iter().take_while(|name| name.span.start < clause.end) {
            if self.in_source(name.span) {
                continue;
            }
            let tokens = self.document.tokens_in(name.span);
            let kind = self.reading.entities.get(name.entity as usize).map(|entity| entity.kind);
            // "20,000 in Africa, 4,500 of them in Mali": a place after the next figure is that one's.
            let next = self.reading.figures.get(self.index + 1).is_some_and(|next| next.span.end <= name.span.start);
            if next && !found.places.is_empty() {
                break;
            }
            let list = match self.role(&tokens, kind == Some(EntityKind::Place)) {
                Role::Whole => &mut found.wholes,
                Role::Place => &mut found.places,
                Role::Around => &mut found.around,
                Role::Actor => &mut found.actors,
                Role::None => continue,
            };
            if !list.contains(&name.entity) {
                list.push(name.entity);
            }
        }
        // "Against Brandt's 47.4 percent": who has it is nobody else.
        if self.tag(self.number.start.wrapping_sub(1)) == Tag::POS
            && let Some(&owner) = found.actors.last()
        {
            found.actors = vec![owner];
        }
        // Where it is stands after it; a place before it counts only where none follows.
        let follows = |entity: &u32| {
            let names = &self.reading.names[from..];
            let within = names.iter().take_while(|name| name.span.start < clause.end);
            within.filter(|name| name.span.start >= self.figure.span.end).any(|name| name.entity == *entity)
        };
        if found.places.iter().any(follows) {
            found.places.retain(follows);
        }
        let around = &mut found.around;
        around.retain(|entity| !found.places.contains(entity));
    }

    /// Where a further predicate begins: "are trained in Pskov | and may go to Minsk".
    pub(super) fn next_predicate(&self) -> usize {
        let from = self.counted.end.max(self.number.end);
        let predicate = |tag: Tag| tag.is_finite() || tag == Tag::PRP;
        let joined = |&at: &usize| self.tag(at) == Tag::CC && predicate(self.tag(at + 1));
        (from..self.clause.end).find(joined).unwrap_or(self.clause.end)
    }

    fn in_source(&self, span: Span) -> bool {
        let claim = self.claim.and_then(|claim| self.reading.claims.get(claim as usize));
        let attribution = claim.and_then(|claim| self.reading.attributions.get(claim.attribution? as usize));
        attribution.is_some_and(|attribution| attribution.source.is_some_and(|source| source.overlaps(span)))
    }

    /// What a name says of the figure: whose the counted are, or where.
    fn role(&self, name: &std::ops::Range<usize>, is_place: bool) -> Role {
        let inside = self.counted.start <= name.start && name.end <= self.counted.end;
        let possessor = self.tag(name.end) == Tag::POS;
        let preposition = self.preposition(name.start);
        if inside && preposition.is_none_or(|at| at < self.counted.start) {
            return Role::Whole;
        }
        // "the Russian region of Kursk", "the city of Lodz", "the east of Russia"
        if is_place && preposition.is_some_and(|of| self.follows_region(of)) {
            return Role::Place;
        }
        if is_place && self.is_adjective(name) && preposition.is_some_and(|at| self.is_place_word(at)) {
            return Role::Around;
        }
        // "Russia's Kursk region", "Kursk, Russia", "the Kursk region of Russia"
        if is_place && (possessor && self.name_begins(name.end + 1) || self.stands_in(name.start, preposition)) {
            return Role::Around;
        }
        let by = preposition.is_some_and(|at| self.word_is(at, &["by"]));
        // "Brandt got 48 percent, says the board, which put turnout at 64": another acts in a clause of its own.
        let owner = possessor && name.end + 1 == self.number.start;
        let apart = |at: usize| matches!(self.tag(at), Tag::WDT | Tag::WP);
        if by || owner || preposition.is_none() && !possessor && name.end <= self.number.start {
            return if (name.end..self.number.start).any(apart) { Role::None } else { Role::Actor };
        }
        match preposition.and_then(|at| self.scope_at(at)) {
            Some((_, Scope::Place)) if is_place && !possessor => Role::Place,
            // "troops from North Korea": only right after what is counted.
            Some((_, Scope::Origin)) => {
                let near = preposition
                    .is_some_and(|at| at >= self.counted.start && at <= self.counted.end.max(self.number.end) + 1);
                if near { Role::Whole } else { Role::None }
            }
            _ => Role::None,
        }
    }

    /// The preposition before a name: only what a noun phrase is made of may stand between.
    fn preposition(&self, name: usize) -> Option<usize> {
        for at in (self.clause.start..name).rev().take(5) {
            match self.scope_at(at) {
                Some((_, Scope::Place | Scope::Origin)) => return Some(at),
                _ if matches!(
                    self.tag(at),
                    Tag::DT | Tag::JJ | Tag::NN | Tag::NNS | Tag::NNP | Tag::POS | Tag::PRPS | Tag::HYPH
                ) => {}
                _ => return None,
            }
        }
        None
    }

    pub(super) fn name_begins(&self, token: usize) -> bool {
        let Some(token) = self.document.tokens.get(token) else { return false };
        let at = self.reading.names.partition_point(|name| name.span.end <= token.span.start);
        self.reading.names.get(at).is_some_and(|name| name.span.start <= token.span.start)
    }

    fn is_place_word(&self, at: usize) -> bool {
        matches!(self.scope_at(at), Some((_, Scope::Place)))
    }

    /// Whether an "of" follows a common noun for a place, or a part of one, that stands in a phrase of place.
    fn follows_region(&self, of: usize) -> bool {
        let Some(noun) = of.checked_sub(1).filter(|_| self.document.word(of).eq_ignore_ascii_case("of")) else {
            return false;
        };
        let direction = matches!(self.scope_at(noun), Some((_, Scope::Direction)));
        let region = self.is_region(noun);
        // "the Maule region of Chile" has its name already.
        let named = noun
            .checked_sub(1)
            .is_some_and(|at| matches!(self.tag(at), Tag::NNP | Tag::NNPS) && !self.is_adjective(&(at..noun)));
        (direction || region && !named) && self.preposition(noun).is_some_and(|at| self.is_place_word(at))
    }

    /// Whether a token is a common noun for a place.
    fn is_region(&self, at: usize) -> bool {
        let Some(token) = self.document.tokens.get(at) else { return false };
        token.case == Case::Lower && lexicon().hints(token.word, Hint::Place)
            || self.word(at).is_some_and(|word| word.name() == "country")
    }

    /// Whether a name is written as an adjective: "Russian" for Russia, "the Russian region of Kursk".
    fn is_adjective(&self, name: &std::ops::Range<usize>) -> bool {
        let span = self.document.span(name.clone());
        let at = self.reading.names.partition_point(|name| name.span.end <= span.start);
        let entity = self.reading.names.get(at).and_then(|name| self.reading.entities.get(name.entity as usize));
        let other = entity.is_some_and(|entity| entity.name != span.of(self.document.text));
        let of = self.is_region(name.end) && self.document.word(name.end + 1).eq_ignore_ascii_case("of");
        self.tag(name.end.saturating_sub(1)) == Tag::JJ || of && other && self.name_begins(name.end + 2)
    }

    /// Whether a place is what the place named just before it lies in.
    fn stands_in(&self, name: usize, preposition: Option<usize>) -> bool {
        if let Some(comma) = name.checked_sub(1).filter(|&at| self.tag(at) == Tag::Comma) {
            return self.place_ends(comma);
        }
        // "the Kursk region of Russia": the word before the preposition may be "region".
        preposition
            .filter(|&at| !self.word_is(at, &["by", "from", "to", "into"]))
            .is_some_and(|at| self.place_ends(at) || at.checked_sub(1).is_some_and(|noun| self.place_ends(noun)))
    }

    /// Whether the name of where something is ends just before a token.
    fn place_ends(&self, token: usize) -> bool {
        let Some(last) = token.checked_sub(1).and_then(|at| self.document.tokens.get(at)) else { return false };
        let names = &self.reading.names;
        let at = names.partition_point(|name| name.span.end < last.span.end);
        let Some(name) = names.get(at).filter(|name| name.span.end == last.span.end) else { return false };
        let first = self.document.tokens_in(name.span).start;
        self.preposition(first).is_some_and(|at| self.is_place_word(at))
    }

    /// Common nouns that say where: "in training", "along the front", "inside the restaurant".
    pub(super) fn settings(&self, found: &mut Measure) {
        let mut at = self.counted.end.max(self.number.end);
        while at < self.clause.end && found.settings.len() < 4 {
            if let Some((len, Scope::Place)) = self.scope_at(at) {
                let mut head = None;
                for next in at + len..self.clause.end.min(at + len + 6) {
                    if self.tag(next).is_noun() {
                        head = Some(next);
                    } else if !matches!(self.tag(next), Tag::DT | Tag::JJ | Tag::PRPS | Tag::HYPH | Tag::CD | Tag::VBN)
                    {
                        break;
                    }
                }
                let named = head.is_some_and(|head| self.name_begins(head));
                if let Some(word) = head.filter(|_| !named).and_then(|head| self.word(head)) {
                    found.settings.push(word);
                }
                at += len;
            }
            at += 1;
        }
    }
}

enum Role {
    Whole,
    Place,
    Around,
    Actor,
    None,
}
