//! A queue between the outbox and the processes that work on its messages.

use std::time::Duration;

use async_trait::async_trait;

use crate::ids::{MessageId, TenantId};
use crate::lane::Lane;

/// A message of the outbox that is to be worked on. What it says stays in the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WorkTicket {
    /// Whose message it is.
    pub tenant_id: TenantId,
    /// Which one.
    pub message_id: MessageId,
    /// How often it had been worked on when the ticket was made. Once it is worked on again the ticket is void.
    pub attempts: i32,
    /// How often an outage had put it off.
    pub postponed: i32,
}

/// A ticket that was handed out for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedTicket {
    /// The ticket; none when it cannot be read.
    pub ticket: Option<WorkTicket>,
    /// What the queue knows it by.
    pub receipt: String,
}

/// Hands tickets to whoever is free, each at least once.
#[async_trait]
pub trait WorkQueue: Send + Sync {
    /// Takes tickets in; tells which ones it did not take.
    async fn send(
        &self,
        lane: Lane,
        tickets: &[WorkTicket],
    ) -> Result<Vec<WorkTicket>, WorkQueueError>;

    /// Hands out at most `most` tickets, for as long as `lease`; waits a few seconds for the first one.
    async fn receive(
        &self,
        lane: Lane,
        most: usize,
        lease: Duration,
    ) -> Result<Vec<HandedTicket>, WorkQueueError>;

    /// Forgets tickets that were handed out.
    async fn forget(&self, lane: Lane, receipts: &[String]) -> Result<(), WorkQueueError>;

    /// How many tickets wait in a lane, as far as the queue knows.
    async fn waiting(&self, lane: Lane) -> Result<u64, WorkQueueError>;
}

/// The queue cannot be used at the moment.
#[derive(Debug, thiserror::Error)]
#[error("the work queue cannot be used: {0}")]
pub struct WorkQueueError(pub String);
