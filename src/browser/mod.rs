//! The only module that knows JavaScript: the exported functions, the element, its worker and page, files and storage.

mod api;
mod element;
mod files;
mod json;
mod page;
mod store;

pub use api::{AboutJs, CompareJs, ComparisonJs, ReadingJs, RelationJs, compare, read, relate};
pub use element::{Desk, Widget};

/// Does nothing: `cross-read.js` starts what it needs. The program calls it so that this crate, whose functions only
/// JavaScript calls, is linked into it.
#[inline(never)]
pub fn start() {}
