//! What leaves the program: the objects of the contract, and other people's formats.

pub mod contract;

pub use contract::Offsets;
