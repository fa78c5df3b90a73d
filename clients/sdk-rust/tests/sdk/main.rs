//! Tests of the client, against the server that plays the scenarios and against a running installation.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod client;
mod conformance;
mod mock;
mod purchase;
mod readme;
mod vectors;
