//! The recognisers, one kind of expression a file.
//!
//! Each reads from a token on (some take in words before it), adds what it found, and returns the
//! token to go on from.

pub(super) mod absolute;
pub(super) mod clock;
pub(super) mod duration;
pub(super) mod numeric;
pub(super) mod period;
pub(super) mod relative;
pub(super) mod set;
pub(super) mod year;
