//! The only module that knows JavaScript: the exported functions, the element, its worker and page, files and storage.

mod api;
mod element;
mod files;
mod json;
mod page;
mod store;

pub use api::{AboutJs, CompareJs, ComparisonJs, ReadingJs, RelationJs, compare, read, relate};
pub use element::{Desk, Widget};
