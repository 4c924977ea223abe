//! Units: which can be set against each other, and in which measure.

use crate::figure::{Dimension, Figure};
use crate::lexicon::lexicon;

/// A year in the base unit of durations.
pub(super) const YEAR: f64 = 31_556_952.0;

/// What a figure's value is to be multiplied by to stand in the base unit of its dimension; 1 for
/// counts, money, and units that the list does not have.
pub(super) fn factor(figure: &Figure) -> f64 {
    known(figure).unwrap_or(1.0)
}

/// The factor of a unit that can be converted.
fn known(figure: &Figure) -> Option<f64> {
    let unit = lexicon().quantities().unit(figure.unit.as_deref()?)?;
    converts(figure.dimension).then_some(unit.factor)
}

/// Whether the units of a dimension can be converted. Money is not: its worth changes daily. Percent
/// and percentage points are two things, and a temperature's scale has a nought of its own.
fn converts(dimension: Dimension) -> bool {
    matches!(
        dimension,
        Dimension::Length
            | Dimension::Area
            | Dimension::Volume
            | Dimension::Mass
            | Dimension::Duration
            | Dimension::Age
            | Dimension::Speed
            | Dimension::Power
            | Dimension::Energy
            | Dimension::Data
    )
}

/// Whether two figures can be set against each other at all: one dimension, and one unit or two that
/// can be converted.
pub(super) fn comparable(a: &Figure, b: &Figure) -> bool {
    a.dimension == b.dimension
        && (matches!(a.dimension, Dimension::Count | Dimension::Age)
            || a.unit == b.unit
            || (known(a).is_some() && known(b).is_some()))
}

/// What a value of the first figure is to be multiplied by to be in the unit of the second.
pub(super) fn conversion(from: &Figure, to: &Figure) -> Option<f64> {
    (from.dimension == to.dimension).then_some(known(from)? / known(to)?)
}
