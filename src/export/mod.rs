//! What leaves the program: the objects of the contract, and other people's formats.

pub mod contract;
mod csv;
mod laid;
mod markdown;
mod schema_org;
mod web_annotation;
mod word;

pub use contract::Offsets;
pub use csv::csv;
pub use laid::Laid;
pub use markdown::markdown;
pub use schema_org::schema_org;
pub use web_annotation::web_annotation;
pub use word::Word;
