//! The worker's loops, and how they end.

use std::collections::VecDeque;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use db::{DbError, Message, RelayDb};
use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use kernel::chain;
use kernel::ids::{MessageId, TenantId};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use tracing::warn;

use super::Consumer;
use super::delivery::deliver;

/// How long the worker rests when the database is out.
const OUTAGE_PAUSE: Duration = Duration::from_secs(1);

/// How long handled messages are gathered before they are deleted together.
const MOMENT: Duration = Duration::from_millis(2);

/// Which message it is.
type Place = (TenantId, MessageId);

/// How the worker works.
#[derive(Debug, Clone, Copy)]
pub struct WorkerSettings {
    /// Messages that are handled at the same time.
    pub parallel: usize,
    /// How often the outbox is looked at when nothing wakes the worker.
    pub poll: Duration,
    /// How long a claimed message is left to whoever claimed it.
    pub lease: Duration,
    /// How long consumers remember what they have handled.
    pub keep: Duration,
}

impl Default for WorkerSettings {
    fn default() -> Self {
        Self {
            parallel: 12,
            poll: Duration::from_millis(100),
            lease: Duration::from_mins(1),
            keep: Duration::from_hours(24),
        }
    }
}

/// The worker, ready to run.
pub struct Worker {
    relay: RelayDb,
    consumers: Arc<[Consumer]>,
    settings: WorkerSettings,
    wake: Arc<Notify>,
    stop: CancellationToken,
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
        }
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
        tokio::join!(self.messages(), webhooks, self.keep_house());
    }

    /// Applies webhooks: at once while there are some, else after a while or when one arrives.
    async fn webhooks<A, R, E>(&self, apply: A, arrived: &Notify)
    where
        A: Fn() -> R,
        R: Future<Output = Result<usize, E>>,
        E: std::error::Error + 'static,
    {
        while !self.stop.is_cancelled() {
            let pause = match apply().await {
                Ok(0) => self.settings.poll,
                Ok(_) => {
                    // What was applied has been published, and can be handled at once.
                    self.wake.notify_one();
                    continue;
                }
                Err(error) => {
                    warn!(error = %chain(&error), "no webhook can be applied at the moment");
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

    /// Claims messages, delivers them side by side as places get free, and deletes those that
    /// everybody is done with. One that takes long holds up no other.
    async fn messages(&self) {
        let mut under_way = FuturesUnordered::new();
        let (mut waiting, mut done) = (VecDeque::new(), Vec::new());
        loop {
            let is_stopping = self.stop.is_cancelled();
            let free = self.settings.parallel.saturating_sub(under_way.len());
            // More than there are places for: a claim costs much the same for one as for many.
            let wanted = if is_stopping || free <= waiting.len() {
                0
            } else {
                free + self.settings.parallel
            };
            let claimed = self.turn_over(&mut done, wanted).await;
            let is_dry = claimed.len() < wanted;
            waiting.extend(claimed);
            let starting = waiting.drain(..free.min(waiting.len()));
            under_way.extend(starting.map(|message| self.handle(message)));
            if is_stopping && under_way.is_empty() {
                return;
            }
            tokio::select! {
                Some(first) = under_way.next() => {
                    done.extend(first);
                    done.extend(soon(&mut under_way).await);
                }
                () = self.wake.notified() => {}
                () = tokio::time::sleep(self.settings.poll), if is_dry => {}
                () = self.stop.cancelled(), if under_way.is_empty() => {}
            }
        }
    }

    /// Deletes what is `done`, and claims as many messages as there are `places` for; none while the
    /// database is out.
    async fn turn_over(&self, done: &mut Vec<Place>, places: usize) -> Vec<Message> {
        if done.is_empty() && places == 0 {
            return Vec::new();
        }
        let limit = i64::try_from(places).unwrap_or(i64::MAX);
        match self.relay.turn_over(done, limit, self.settings.lease).await {
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

    async fn handle(&self, message: Message) -> Option<Place> {
        let place = (message.tenant_id, message.id);
        deliver(&self.relay, &self.consumers, message)
            .await
            .then_some(place)
    }

    /// Forgets what is old and measures the backlog, every few seconds.
    async fn keep_house(&self) {
        while !self.stop.is_cancelled() {
            if let Err(error) = self.keep_house_once().await {
                warn!(error = %chain(&error), "the outbox could not be tidied");
            }
            tokio::select! {
                () = tokio::time::sleep(Duration::from_secs(10)) => {}
                () = self.stop.cancelled() => {}
            }
        }
    }

    async fn keep_house_once(&self) -> Result<(), DbError> {
        let (waiting, dead, oldest_seconds) = self.relay.backlog().await?;
        set("outbox_pending", waiting);
        set("outbox_dead", dead);
        set("outbox_oldest_pending_seconds", oldest_seconds);
        self.relay.forget_handled(self.settings.keep).await?;
        self.relay.forget_keys().await?;
        self.relay.forget_credentials().await?;
        Ok(())
    }
}

/// What else is handled in the next moment: deleting many costs much the same as deleting one.
async fn soon<F>(under_way: &mut FuturesUnordered<F>) -> Vec<Place>
where
    F: Future<Output = Option<Place>>,
{
    let mut places = Vec::new();
    let moment = tokio::time::sleep(MOMENT);
    tokio::pin!(moment);
    while !under_way.is_empty() {
        tokio::select! {
            Some(next) = under_way.next() => places.extend(next),
            () = &mut moment => break,
        }
    }
    places
}

fn set(name: &'static str, value: i64) {
    let value = u32::try_from(value.max(0)).unwrap_or(u32::MAX);
    metrics::gauge!(name).set(f64::from(value));
}
