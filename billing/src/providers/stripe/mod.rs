//! Stripe: typed requests, our own transport, tolerant answers.
//!
//! Requests are made with the generated types of async-stripe, so that a parameter which Stripe does
//! not know is a compile error; they are sent by [`Stripe`], which keeps the caller's idempotency
//! key; answers are read by small structs of our own, so that a field Stripe adds breaks nothing.

pub(crate) mod amounts;
pub(crate) mod answers;
mod breaker;
mod client;
mod probe;
pub(crate) mod requests;
mod telemetry;

pub(crate) use client::{CallError, Stripe};
pub use probe::{ProbeError, ProviderProbe, probe};
