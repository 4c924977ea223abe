//! Units: which can be set against each other, and in which measure.

use crate::figure::{Dimension, Figure};

/// What a figure's value is to be multiplied by to stand in the base unit of its dimension.
pub(super) fn factor(_figure: &Figure) -> f64 {
    1.0
}

/// Whether two figures can be set against each other at all: one dimension, and for money, shares and
/// rates one unit. Money is not converted: its worth changes daily. Percent and percentage points differ.
pub(super) fn comparable(a: &Figure, b: &Figure) -> bool {
    if a.dimension != b.dimension {
        return false;
    }
    match a.dimension {
        Dimension::Count | Dimension::Age => true,
        Dimension::Money | Dimension::Percent | Dimension::Rate | Dimension::Other => a.unit == b.unit,
        _ => a.unit == b.unit,
    }
}

/// What a value of the first figure is to be multiplied by to be in the unit of the second.
pub(super) fn conversion(from: &Figure, to: &Figure) -> Option<f64> {
    (from.dimension == to.dimension && from.unit == to.unit).then_some(1.0)
}
