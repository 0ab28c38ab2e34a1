//! Statements that say the same: a text under two addresses, and entries of lists.
//!
//! Every statement has a *sketch*, a few bytes made when it is stored. Sketches tell which statements may be alike; the
//! texts themselves decide. [`crate::Archive::link`] does both.

mod alike;
mod excerpt;
mod groups;
mod linked;
mod linker;
mod sketch;
mod words;

pub(crate) use linked::keep;
pub use linked::{Repetition, Sameness};
pub(crate) use sketch::Sketch;

#[cfg(test)]
mod tests;
