//! The worker's loops, and how they end.

use std::collections::VecDeque;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::{Duration, Instant};

use db::{DbError, Message, RETENTIONS, RelayDb};
use futures_util::FutureExt;
use kernel::ids::{MessageId, TenantId};
use kernel::ports::WorkQueue;
use kernel::{Lane, chain};
use tokio::sync::Notify;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use tracing::{error, warn};

use super::Consumer;
use super::delivery::deliver;

/// How long the worker rests when the database is out.
pub(super) const OUTAGE_PAUSE: Duration = Duration::from_secs(1);

/// How long handled messages are gathered before they are deleted together.
const BATCH_WINDOW: Duration = Duration::from_millis(2);

/// Which message it is.
type Place = (TenantId, MessageId);

/// How the worker works.
#[derive(Debug, Clone, Copy)]
pub struct WorkerSettings {
    /// Messages about orders and money that are handled at the same time.
    pub parallel: usize,
    /// Messages to people that are sent at the same time.
    pub parallel_mail: usize,
    /// Tenants whose search index is written at the same time.
    pub parallel_search: usize,
    /// Products whose pictures are made in several widths at the same time; each picture waits for the
    /// one before, so that the memory of one is enough.
    pub parallel_pictures: usize,
    /// Messages about product documents that are handled at the same time.
    pub parallel_documents: usize,
    /// How often the outbox is looked at when nothing wakes the worker.
    pub poll: Duration,
    /// How long a claimed message is left to whoever claimed it.
    pub lease: Duration,
    /// How long a consumer may work on one message; well under the lease.
    pub deadline: Duration,
    /// How long a message that was handed to a queue is left to it.
    pub queue_lease: Duration,
}

impl Default for WorkerSettings {
    fn default() -> Self {
        Self {
            parallel: 12,
            parallel_mail: 4,
            parallel_search: 2,
            parallel_pictures: 1,
            parallel_documents: 2,
            poll: Duration::from_millis(100),
            lease: Duration::from_mins(1),
            deadline: Duration::from_secs(20),
            queue_lease: Duration::from_mins(10),
        }
    }
}

/// The worker, ready to run.
pub struct Worker {
    pub(super) relay: RelayDb,
    pub(super) consumers: Arc<[Consumer]>,
    pub(super) settings: WorkerSettings,
    pub(super) wake: Arc<Notify>,
    pub(super) stop: CancellationToken,
    queue: Option<Arc<dyn WorkQueue>>,
}

impl Worker {
    /// A worker over the messages of `relay`. It stops claiming when `stop` is cancelled, and
    /// `run` returns when what it has claimed is done.
    pub fn new(
        relay: RelayDb,
        consumers: Vec<Consumer>,
        settings: WorkerSettings,
        stop: CancellationToken,
    ) -> Self {
        Self {
            relay,
            consumers: consumers.into(),
            settings,
            wake: Arc::new(Notify::new()),
            stop,
            queue: None,
        }
    }

    /// The same, where messages come by way of a queue, if there is one.
    #[must_use]
    pub fn through(self, queue: Option<Arc<dyn WorkQueue>>) -> Self {
        Self { queue, ..self }
    }

    /// Works until it is told to stop: messages, and what `apply_webhooks` finds to do, which is
    /// asked as soon as `webhook_arrived` says so.
    pub async fn run<A, R, E>(&self, apply_webhooks: A, webhook_arrived: &Notify)
    where
        A: Fn() -> R,
        R: Future<Output = Result<usize, E>>,
        E: std::error::Error + 'static,
    {
        let webhooks = self.webhooks(apply_webhooks, webhook_arrived);
        let orders = self.lane(Lane::Orders, self.settings.parallel);
        let mail = self.lane(Lane::Mail, self.settings.parallel_mail);
        let search = self.lane(Lane::Search, self.settings.parallel_search);
        let pictures = self.lane(Lane::Pictures, self.settings.parallel_pictures);
        let documents = self.lane(Lane::Documents, self.settings.parallel_documents);
        let keeping = self.run_housekeeping();
        tokio::join!(orders, mail, search, pictures, documents, webhooks, keeping);
    }

    async fn lane(&self, lane: Lane, places: usize) {
        match &self.queue {
            Some(queue) => Box::pin(self.by_queue(lane, places, queue)).await,
            None => Box::pin(self.messages(lane, places, &self.stop)).await,
        }
    }

    /// Applies webhooks: at once while there are some, else after a while or when one arrives.
    async fn webhooks<A, R, E>(&self, apply: A, arrived: &Notify)
    where
        A: Fn() -> R,
        R: Future<Output = Result<usize, E>>,
        E: std::error::Error + 'static,
    {
        while !self.stop.is_cancelled() {
            let work = AssertUnwindSafe(apply()).catch_unwind();
            let pause = match work.await {
                Ok(Ok(0)) => self.settings.poll,
                Ok(Ok(_)) => {
                    // What was applied has been published, and can be handled at once.
                    self.wake.notify_one();
                    continue;
                }
                Ok(Err(error)) => {
                    warn!(error = %chain(&error), "no webhook can be applied at the moment");
                    OUTAGE_PAUSE
                }
                Err(_) => {
                    error!("applying webhooks panicked; they come again when their lease is over");
                    OUTAGE_PAUSE
                }
            };
            tokio::select! {
                () = arrived.notified() => {}
                () = tokio::time::sleep(pause) => {}
                () = self.stop.cancelled() => {}
            }
        }
    }

    /// Claims messages of `lane`, delivers them side by side as places get free, and deletes those that
    /// everybody is done with. One that takes long holds up no other, and each is a task of its own.
    pub(super) async fn messages(&self, lane: Lane, places: usize, stop: &CancellationToken) {
        let mut under_way = JoinSet::new();
        let (mut waiting, mut done) = (VecDeque::new(), Vec::new());
        loop {
            let is_stopping = stop.is_cancelled();
            let free = places.saturating_sub(under_way.len());
            // More than there are places for: a claim costs much the same for one as for many.
            let wanted = if is_stopping || free <= waiting.len() {
                0
            } else {
                free + places
            };
            let claimed = self.finish_and_claim(lane, &mut done, wanted).await;
            let is_drained = claimed.len() < wanted;
            let until = Instant::now() + self.settings.lease.saturating_sub(self.settings.deadline);
            waiting.extend(claimed.into_iter().map(|message| (message, until)));
            while under_way.len() < places
                && let Some((message, until)) = waiting.pop_front()
            {
                // Its lease could run out while it is handled: another claim will bring it.
                if Instant::now() < until {
                    under_way.spawn(self.handle(message));
                }
            }
            if is_stopping && under_way.is_empty() {
                return;
            }
            tokio::select! {
                Some(first) = under_way.join_next() => {
                    done.extend(first.ok().flatten());
                    done.extend(soon(&mut under_way).await);
                }
                () = self.wake.notified(), if lane == Lane::Orders => {}
                () = tokio::time::sleep(self.settings.poll), if is_drained => {}
                () = stop.cancelled(), if under_way.is_empty() => {}
            }
        }
    }

    /// Deletes what is `done`, and claims as many messages as there are `places` for; none while the
    /// database is out.
    async fn finish_and_claim(
        &self,
        lane: Lane,
        done: &mut Vec<Place>,
        places: usize,
    ) -> Vec<Message> {
        if done.is_empty() && places == 0 {
            return Vec::new();
        }
        let limit = i64::try_from(places).unwrap_or(i64::MAX);
        let lease = self.settings.lease;
        match self.relay.finish_and_claim(lane, done, limit, lease).await {
            Ok(claimed) => {
                done.clear();
                claimed
            }
            Err(error) => {
                // What is not deleted comes again when its lease runs out, and has no second effect.
                warn!(error = %chain(&error), "the outbox cannot be reached at the moment");
                tokio::time::sleep(OUTAGE_PAUSE).await;
                Vec::new()
            }
        }
    }

    /// Handles a message; its place when everybody is done with it.
    fn handle(&self, message: Message) -> impl Future<Output = Option<Place>> + Send + use<> {
        let place = (message.tenant_id, message.id);
        let (relay, consumers) = (self.relay.clone(), Arc::clone(&self.consumers));
        let deadline = self.settings.deadline;
        async move {
            deliver(&relay, &consumers, message, deadline)
                .await
                .then_some(place)
        }
    }

    /// Forgets what is old and measures the backlog, every few seconds.
    async fn run_housekeeping(&self) {
        while !self.stop.is_cancelled() {
            if let Err(error) = self.measure_and_forget().await {
                warn!(error = %chain(&error), "housekeeping stopped; it starts again in 10 s");
            }
            tokio::select! {
                () = tokio::time::sleep(Duration::from_secs(10)) => {}
                () = self.stop.cancelled() => {}
            }
        }
    }

    async fn measure_and_forget(&self) -> Result<(), DbError> {
        let backlog = self.relay.backlog().await?;
        set("outbox_pending", backlog.pending);
        set("outbox_dead", backlog.dead);
        set("outbox_oldest_pending_seconds", backlog.oldest_seconds);
        set("payments_without_order", backlog.payments_without_order);
        let seconds = backlog.money_without_order_seconds;
        set("money_without_order_seconds", seconds);
        for retention in RETENTIONS {
            match self.relay.forget(retention).await {
                Ok(rows) => {
                    metrics::counter!("rows_forgotten_total", "kind" => retention.kind)
                        .increment(rows);
                }
                Err(error @ DbError::Unavailable(_)) => return Err(error),
                // One kind that cannot be forgotten keeps no other from it.
                Err(error) => warn!(
                    kind = retention.kind,
                    error = %chain(&error),
                    "old rows could not be forgotten"
                ),
            }
        }
        Ok(())
    }
}

/// What else is handled in the next moment: deleting many costs much the same as deleting one.
async fn soon(under_way: &mut JoinSet<Option<Place>>) -> Vec<Place> {
    let mut places = Vec::new();
    let moment = tokio::time::sleep(BATCH_WINDOW);
    tokio::pin!(moment);
    while !under_way.is_empty() {
        tokio::select! {
            Some(next) = under_way.join_next() => places.extend(next.ok().flatten()),
            () = &mut moment => break,
        }
    }
    places
}

fn set(name: &'static str, value: i64) {
    let value = u32::try_from(value.max(0)).unwrap_or(u32::MAX);
    metrics::gauge!(name).set(f64::from(value));
}
