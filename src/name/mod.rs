//! Names and entities: people, bodies and places, one entity for all spellings.

use serde::{Deserialize, Serialize};

use crate::text::{Document, Span};

/// A mention of a person, body or place by name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Name {
    /// Where it stands, title and role not in it.
    pub span: Span,
    /// The entity it names.
    pub entity: u32,
}

/// Whom or what names stand for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Entity {
    /// The fullest name that the text gives; a country's own name for its adjective or people.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// The role or title as the text gives it: `Ukrainian President`.
    pub role: Option<Span>,
    /// Every other spelling in the text, in order, none twice.
    pub aliases: Vec<String>,
    /// The same for the same person or body in every article: spelling variants folded away.
    pub key: String,
}

/// What an entity is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
}

impl Names {
    /// The entity that a span speaks of: the one whose name or reference is in it, the rightmost of
    /// its head; `None` where there is none or the text doesn't settle it.
    #[must_use]
    pub fn entity_in(&self, _span: Span) -> Option<u32> {
        None
    }
}

/// Finds the names of a document, in order, and whom they stand for.
#[must_use]
pub fn find(_document: &Document<'_>) -> Names {
    Names::default()
}
