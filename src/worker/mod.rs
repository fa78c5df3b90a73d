//! The worker: hands the outbox's messages to whoever reacts to them, and keeps house.
//!
//! Any number of workers may run. A message is claimed for a while, handed to every consumer, and
//! deleted when all are done with it; a worker that dies gives its messages back by not deleting them.
//! Consumers are idempotent, so a message that comes twice has one effect.

mod consumer;
mod delivery;
mod loops;
mod queued;

pub use consumer::Consumer;
pub use loops::{Worker, WorkerSettings};
