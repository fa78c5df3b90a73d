//! Work that comes by way of a queue: messages of the outbox are handed to it as tickets, and whoever is free
//! takes one. While the queue is out, messages are claimed from the outbox as without one.

use std::sync::Arc;
use std::time::Duration;

use db::DbError;
use kernel::ports::{HandedTicket, WorkQueue, WorkQueueError};
use kernel::{Lane, chain};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;
use tracing::warn;

use super::delivery::deliver;
use super::loops::{OUTAGE_PAUSE, Worker};

/// Tickets that are made at once.
const DISPATCHED_AT_ONCE: i64 = 100;
/// How long a ticket is hidden from all others once it was handed out: the answer of the queue may have been lost on
/// its way. One that is seen again while somebody works on its message is void.
const TICKET_LEASE: Duration = Duration::from_secs(20);
/// How long the queue is left alone after it failed.
const QUEUE_PAUSE: Duration = Duration::from_secs(10);

/// Why no tickets could be handed over.
enum Out {
    Queue(WorkQueueError),
    Database(DbError),
}

impl Worker {
    /// Works on the messages of `lane` that the queue hands out, and hands it those that are ready.
    pub(super) async fn by_queue(&self, lane: Lane, places: usize, queue: &Arc<dyn WorkQueue>) {
        tokio::join!(
            self.dispatch(lane, places, queue),
            self.receive(lane, places, queue)
        );
    }

    async fn dispatch(&self, lane: Lane, places: usize, queue: &Arc<dyn WorkQueue>) {
        while !self.stop.is_cancelled() {
            let pause = match self.hand_over(lane, queue).await {
                Ok(count) if count >= DISPATCHED_AT_ONCE => continue,
                Ok(_) => self.settings.poll,
                Err(Out::Queue(why)) => {
                    warn!(lane = lane.name(), error = %why, "work goes on without its queue");
                    metrics::counter!("work_queue_outages_total", "queue" => lane.name())
                        .increment(1);
                    self.work_directly(lane, places).await;
                    continue;
                }
                Err(Out::Database(why)) => {
                    warn!(error = %chain(&why), "the outbox cannot be reached at the moment");
                    OUTAGE_PAUSE
                }
            };
            tokio::select! {
                () = self.wake.notified(), if lane == Lane::Orders => {}
                () = tokio::time::sleep(pause) => {}
                () = self.stop.cancelled() => {}
            }
        }
    }

    /// Hands messages that are ready to the queue; tells how many it took.
    async fn hand_over(&self, lane: Lane, queue: &Arc<dyn WorkQueue>) -> Result<i64, Out> {
        let lease = self.settings.queue_lease;
        let tickets = self.relay.dispatch(lane, DISPATCHED_AT_ONCE, lease).await;
        let tickets = tickets.map_err(Out::Database)?;
        if tickets.is_empty() {
            return Ok(0);
        }
        let sent = queue.send(lane, &tickets).await;
        // After a failure nobody knows what was taken: what comes twice is void the second time.
        let left = sent.as_ref().map_or(&tickets, |left| left);
        if !left.is_empty() {
            self.relay.release(left).await.map_err(Out::Database)?;
        }
        let left = sent.map_err(Out::Queue)?;
        if left.len() == tickets.len() {
            let why = "the queue took none of the messages".to_owned();
            return Err(Out::Queue(WorkQueueError(why)));
        }
        Ok(i64::try_from(tickets.len()).unwrap_or(i64::MAX))
    }

    /// Claims from the outbox for a while, as without a queue.
    async fn work_directly(&self, lane: Lane, places: usize) {
        let stop = self.stop.child_token();
        let end = async {
            tokio::time::sleep(QUEUE_PAUSE).await;
            stop.cancel();
        };
        tokio::join!(self.messages(lane, places, &stop), async {
            tokio::select! {
                () = end => {}
                () = self.stop.cancelled() => {}
            }
        });
    }

    /// Takes tickets as places get free. What is asked for is waited for: a ticket that was handed to nobody
    /// would be hidden from all others for as long as its lease.
    async fn receive(&self, lane: Lane, places: usize, queue: &Arc<dyn WorkQueue>) {
        let free = Arc::new(Semaphore::new(places));
        let mut under_way = JoinSet::new();
        while !self.stop.is_cancelled() {
            let Ok(first) = Arc::clone(&free).acquire_owned().await else {
                return;
            };
            let mut permits = vec![first];
            while let Ok(more) = Arc::clone(&free).try_acquire_owned() {
                permits.push(more);
            }
            match queue.receive(lane, permits.len(), TICKET_LEASE).await {
                Ok(handed) => {
                    for (handed, permit) in handed.into_iter().zip(permits) {
                        under_way.spawn(self.work_on(lane, handed, permit, queue));
                    }
                }
                Err(why) => {
                    warn!(lane = lane.name(), error = %why, "nothing comes from the work queue");
                    tokio::select! {
                        () = tokio::time::sleep(QUEUE_PAUSE) => {}
                        () = self.stop.cancelled() => {}
                    }
                }
            }
            while under_way.try_join_next().is_some() {}
        }
        while under_way.join_next().await.is_some() {}
    }

    /// Works on the message of one ticket.
    fn work_on(
        &self,
        lane: Lane,
        handed: HandedTicket,
        permit: OwnedSemaphorePermit,
        queue: &Arc<dyn WorkQueue>,
    ) -> impl Future<Output = ()> + Send + use<> {
        let (relay, consumers) = (self.relay.clone(), Arc::clone(&self.consumers));
        let (settings, queue) = (self.settings, Arc::clone(queue));
        async move {
            let _place = permit;
            let message = match &handed.ticket {
                Some(ticket) => relay.take(ticket, settings.lease).await,
                None => Ok(None),
            };
            let done = match message {
                Ok(Some(message)) => {
                    let place = (message.tenant_id, message.id);
                    if deliver(&relay, &consumers, message, settings.deadline).await {
                        relay.finish(&[place]).await
                    } else {
                        // It is in the outbox again, and comes with another ticket.
                        Ok(())
                    }
                }
                Ok(None) => Ok(()),
                Err(why) => Err(why),
            };
            // The ticket stays until the outbox knows what became of its message.
            let forgotten = match done {
                Ok(()) => queue.forget(lane, &[handed.receipt]).await,
                Err(why) => {
                    warn!(error = %chain(&why), "the outbox cannot be reached at the moment");
                    return;
                }
            };
            if let Err(why) = forgotten {
                warn!(lane = lane.name(), error = %why, "a ticket comes again, and is void");
            }
        }
    }
}
