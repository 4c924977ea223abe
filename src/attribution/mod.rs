//! Attributions: who says what (source, cue and content, as in PARC and `PolNeAR`).

use serde::{Deserialize, Serialize};

use crate::name::Names;
use crate::text::{Document, Span};

/// A statement and whom it comes from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Attribution {
    /// Who says it; `None` where the text leaves it out.
    pub source: Option<Span>,
    /// The words that say it is said: `said`, `according to`.
    pub cue: Option<Span>,
    /// What is said, in order.
    pub content: Vec<Span>,
    /// The speaker among the entities; `None` where the text doesn't settle it.
    pub speaker: Option<u32>,
    /// How it is quoted.
    pub quotation: Quotation,
    /// The attribution in whose content this one stands.
    pub within: Option<u32>,
    /// How the cue puts it.
    pub stance: Stance,
    /// Whether the cue itself is negated: "has not confirmed".
    pub negated: bool,
}

/// How a statement is quoted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quotation {
    /// All in quotation marks.
    Direct,
    /// In the outlet's words.
    Indirect,
    /// In part, or whole inside a that-clause.
    Mixed,
}

/// How a statement is put.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Stance {
    Asserted,
    Reported,
    Confirmed,
    Denied,
    Alleged,
    Estimated,
    Warned,
    Promised,
    Asked,
}

/// Finds the attributions of a document, in order of their first span.
#[must_use]
pub fn find(_document: &Document<'_>, _names: &Names) -> Vec<Attribution> {
    Vec::new()
}
