//! crossread reads a news article the way a careful editor does, and lays other reports beside it.
//!
//! The modules below are the way a text takes: each of the core uses only those above it. The page is two of
//! them: `view` is what is shown, `browser` how it gets there.
#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]

mod decimal;
mod letters;
mod order;

pub mod value;

pub mod lexicon;
pub mod text;

pub mod date;
pub mod figure;
pub mod name;

pub mod attribution;
pub mod claim;
pub mod reading;

pub mod corpus;

pub mod compare;

pub mod export;
pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;

pub use compare::{Comparison, compare};
pub use corpus::Corpus;
pub use reading::{About, Reading, read};
pub use text::Span;
