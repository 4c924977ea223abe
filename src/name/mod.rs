//! Names and entities: people, bodies and places, one entity for all spellings.
//!
//! The way of a name: capitals make a run ([`run`]), the run is cut into spots by what the lists and
//! the titles say ([`cut`], [`body`], [`called`], [`role`]), spots are linked to entities by folded keys ([`link`], [`who`],
//! [`thing`], [`fold`], [`person`]), and pronouns and descriptions are resolved where the text settles them ([`reference`], [`described`], [`subject`]).

mod acts;
mod body;
mod called;
mod cut;
mod described;
mod draft;
mod fold;
mod head;
mod keyed;
mod letters;
mod link;
mod person;
mod reference;
mod role;
mod run;
mod same;
mod spot;
mod subject;
mod thing;
mod vote;
mod who;

use crate::order;
use crate::text::{Document, Span};

pub use same::same;

/// A mention of a person, body or place by name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Name {
    /// Where it stands, title and role not in it.
    pub span: Span,
    /// The entity it names.
    pub entity: u32,
}

/// Whom or what names stand for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entity {
    /// The fullest name that the text gives; a country's own name for its adjective or people.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// The role or title as the text gives it: `Ukrainian President`.
    pub role: Option<Span>,
    /// Every other spelling in the text, in order, none twice.
    pub aliases: Vec<String>,
    /// The same for the same person or body in every article: spelling variants folded away. To compare
    /// entities of two articles use [`same`], which also bears with a given name left out.
    pub key: String,
}

/// What an entity is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum EntityKind {
    Person,
    Organisation,
    Place,
    Other,
}

/// The names of a document and whom they stand for.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Names {
    /// Mentions by name, in order.
    pub mentions: Vec<Name>,
    /// Entities, in order of their first mention.
    pub entities: Vec<Entity>,
    /// Pronouns and descriptions ("he", "the ministry") that the text settles, in order: entity of each.
    pub references: Vec<Name>,
    /// What of these can be the head of a source, and where noun groups end.
    heads: head::Heads,
}

impl Names {
    /// The entity that a span speaks of: the one whose name or reference is the head of it, or stands in
    /// apposition to it; `None` where there is none ("a senior Ukrainian official"), where there are several
    /// ("Seoul and Tokyo"), or where the text doesn't settle it.
    #[must_use]
    pub fn entity_in(&self, span: Span) -> Option<u32> {
        self.heads.entity_in(span, &self.entities)
    }
}

/// Finds the names of a document, in order, and whom they stand for.
#[must_use]
pub fn find(document: &Document<'_>) -> Names {
    let words = spot::Words { document };
    let mut spots = cut::spots(document);
    role::appositions(&words, &mut spots);
    let (register, mut linked) = link::link(&words, spots);
    order::sort_by_key(&mut linked, |linked| linked.spot.tokens.start);
    let (register, linked) = link::in_order(register, linked);
    let references = reference::resolve(&words, &register, &linked);
    let heads = head::Heads::new(&words, &linked, &references);
    let mentions = linked
        .iter()
        .map(|linked| Name { span: document.span(linked.spot.tokens.clone()), entity: linked.entity })
        .collect();
    Names { mentions, entities: register.entities(), references, heads }
}
