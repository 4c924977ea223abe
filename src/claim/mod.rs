//! Claims: checkable clauses with stance, polarity and certainty; the subject and date of each figure.

use serde::{Deserialize, Serialize};

use crate::attribution::{Attribution, Stance};
use crate::date::Date;
use crate::figure::Figure;
use crate::name::Names;
use crate::text::{Document, Span};

/// A checkable statement: the smallest clause that makes sense alone.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Claim {
    /// Where it stands.
    pub span: Span,
    /// The innermost attribution it stands in; `None` for the outlet's own voice.
    pub attribution: Option<u32>,
    /// How it is put.
    pub stance: Stance,
    /// Whether it is denied in its own words.
    pub polarity: Polarity,
    /// How sure it is, or whether it is yet to come.
    pub certainty: Certainty,
    /// The figures in it.
    pub figures: Vec<u32>,
    /// The dates in it.
    pub dates: Vec<u32>,
    /// The entities named in it, in order, none twice.
    pub entities: Vec<u32>,
    /// How much it is worth checking, from 0 to 1.
    pub checkworthy: f32,
}

/// Polarity (`FactBank`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Polarity {
    Affirmed,
    Negated,
}

/// Certainty (`FactBank`), and the future.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Certainty {
    Certain,
    Probable,
    Possible,
    Future,
}

/// What the stages before found in a document.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'f> {
    /// Its dates.
    pub dates: &'f [Date],
    /// Its names.
    pub names: &'f Names,
    /// Its attributions.
    pub attributions: &'f [Attribution],
}

/// Finds the claims of a document, in order, and tells each figure its subject and date.
#[must_use]
pub fn find(_document: &Document<'_>, _facts: Facts<'_>, _figures: &mut [Figure]) -> Vec<Claim> {
    Vec::new()
}
