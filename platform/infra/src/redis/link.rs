//! The connection that commands go over. Whoever finds it broken says so, and nobody uses it until it was tried.

use std::sync::{PoisonError, RwLock};
use std::time::Duration;

use redis::aio::MultiplexedConnection;
use tokio::sync::Notify;
use tracing::{info, warn};

use super::{BUDGET, PAUSE, Redis, within};

/// How often a connection is tried that nobody complains about.
const LOOK: Duration = Duration::from_secs(1);

#[derive(Default)]
pub(super) struct Link {
    open: RwLock<Option<MultiplexedConnection>>,
    is_broken: Notify,
}

impl Link {
    /// The connection; none when Redis cannot be used at the moment.
    pub(super) fn get(&self) -> Option<MultiplexedConnection> {
        let open = self.open.read().unwrap_or_else(PoisonError::into_inner);
        open.clone()
    }

    /// Nobody uses the connection any more.
    pub(super) fn lose(&self) {
        self.set(None);
        self.is_broken.notify_one();
    }

    fn set(&self, connection: Option<MultiplexedConnection>) {
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = connection;
    }
}

impl Redis {
    pub(super) async fn keep_link(&self) {
        let link = &self.0.link;
        let mut is_known_out = false;
        loop {
            match self.connect().await {
                Ok(connection) => {
                    link.set(Some(connection.clone()));
                    metrics::gauge!("redis_connected").set(1.0);
                    info!("Redis counts for all processes");
                    is_known_out = false;
                    self.watch_link(connection).await;
                    link.set(None);
                    metrics::gauge!("redis_connected").set(0.0);
                    warn!("Redis is slow or gone: this process counts by itself");
                }
                Err(why) => {
                    metrics::gauge!("redis_connected").set(0.0);
                    if !is_known_out {
                        warn!(error = %why, "Redis cannot be used: this process counts by itself");
                    }
                    is_known_out = true;
                }
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Returns when the connection is broken.
    async fn watch_link(&self, mut connection: MultiplexedConnection) {
        loop {
            tokio::select! {
                () = self.0.link.is_broken.notified() => return,
                () = tokio::time::sleep(LOOK) => {}
            }
            let rehearsal = self.0.limits.rehearse(&mut connection);
            if within(BUDGET, rehearsal).await.is_err() {
                return;
            }
        }
    }
}
