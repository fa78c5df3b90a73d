//! What the simulator promises, shown through real HTTP.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    reason = "a test that finds something else than it expects ends there"
)]

mod browser;
mod connect;
mod disputes;
mod events;
mod faults;
mod fidelity;
mod harness;
mod idempotency;
mod payments;
mod program;
mod refunds;
mod requests;
mod schema;
mod settlement;
mod transfers;
mod typed_client;
mod webhooks;
