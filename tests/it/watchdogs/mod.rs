//! Watchdogs: rules of the house that a machine can hold.

mod arrows;
mod circles;
mod licences;
mod manifests;
mod migrations;
mod operations;
mod released;
mod source;
mod statements;
mod tidy;

pub(crate) use source::{files, root};
