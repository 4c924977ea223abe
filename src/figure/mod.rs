//! Figures: a value or an interval, its modifier, its unit and what is counted.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::text::{Document, Span};

/// A quantity that the text states (the terms are those of CQE, EMNLP 2023).
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Figure {
    /// The number with its approximator and its unit of measure; not what is counted.
    pub span: Span,
    /// The lowest value stated, magnitudes multiplied out.
    pub low: f64,
    /// The highest value stated; the same as `low` where one value is.
    pub high: f64,
    /// How the value is bounded.
    pub modifier: Modifier,
    /// The unit in canonical singular: of measure (`us dollar`), or the counted head noun with what
    /// names its kind (`heart transplant`); `None` where the text leaves it open.
    pub unit: Option<String>,
    /// What kind of quantity it is.
    pub dimension: Dimension,
    /// The noun phrase that is counted.
    pub counted: Option<Span>,
    /// What the figure is said of, in the order to be read; set with the claim it stands in.
    pub subject: Vec<Span>,
    /// The first day of what it holds for, as an ISO date; set with the claim it stands in.
    pub as_of: Option<String>,
}

/// How a stated value bounds the real one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Modifier {
    Equal,
    About,
    Over,
    AtLeast,
    Under,
    AtMost,
    Increase,
    Decrease,
}

/// What kind of quantity a figure is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Dimension {
    Count,
    Money,
    Percent,
    Length,
    Area,
    Volume,
    Mass,
    Duration,
    Age,
    Speed,
    Temperature,
    Power,
    Energy,
    Data,
    Rate,
    Other,
}

/// Finds the figures of a document, in order; the numbers of its dates are none (but durations are).
#[must_use]
pub fn find(_document: &Document<'_>, _dates: &[Date]) -> Vec<Figure> {
    Vec::new()
}
