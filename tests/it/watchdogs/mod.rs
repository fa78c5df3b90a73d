//! Watchdogs: rules of the house that a machine can hold.

mod arrows;
mod source;
mod statements;
mod tidy;

pub(crate) use source::root;
