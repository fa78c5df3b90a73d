//! How a pool of connections is made and measured; every pool of Stoa is made here.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::DbError;

/// The size of a pool and its patience.
#[derive(Debug, Clone, Copy)]
pub struct PoolOptions {
    /// Connections at most.
    pub max: u32,
    /// How long a request waits for a connection before it is refused.
    pub acquire_timeout: Duration,
}

impl Default for PoolOptions {
    fn default() -> Self {
        Self {
            max: 20,
            acquire_timeout: Duration::from_secs(2),
        }
    }
}

/// A pool, with a name for figures and a count of those that wait for a connection.
#[derive(Debug, Clone)]
pub(crate) struct Pool {
    name: &'static str,
    inner: PgPool,
    waiting: Arc<AtomicU32>,
}

/// One that waits for a connection, until it has one or gives up.
pub(crate) struct Waiting(Arc<AtomicU32>);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Pool {
    pub(crate) fn inner(&self) -> &PgPool {
        &self.inner
    }

    /// Counts one that waits, until what is returned is dropped.
    pub(crate) fn wait(&self) -> Waiting {
        self.waiting.fetch_add(1, Ordering::Relaxed);
        Waiting(Arc::clone(&self.waiting))
    }

    /// Counts one that was given no connection in time.
    pub(crate) fn timed_out(&self) {
        metrics::counter!("db_client_connections_timeouts_total", "pool" => self.name).increment(1);
    }

    /// Sets the gauges of this pool to what they are now.
    pub(crate) fn measure(&self) {
        let idle = u32::try_from(self.inner.num_idle()).unwrap_or(u32::MAX);
        // The two are read one after the other: more may be idle by now than there were.
        let used = self.inner.size().saturating_sub(idle);
        let usage = |state, connections| {
            metrics::gauge!("db_client_connections_usage", "pool" => self.name, "state" => state)
                .set(f64::from(connections));
        };
        usage("idle", idle);
        usage("used", used);
        metrics::gauge!("db_client_connections_max", "pool" => self.name)
            .set(f64::from(self.inner.options().get_max_connections()));
        metrics::gauge!("db_client_connections_pending", "pool" => self.name)
            .set(f64::from(self.waiting.load(Ordering::Relaxed)));
    }

    pub(crate) async fn close(&self) {
        self.inner.close().await;
    }
}

/// Connects lazily, so that the program starts and answers while Postgres does not.
pub(crate) fn connect(
    url: &str,
    name: &'static str,
    options: PoolOptions,
) -> Result<Pool, DbError> {
    let connect: PgConnectOptions = url.parse()?;
    let connect = connect
        .application_name(&format!("stoa {name}"))
        .statement_cache_capacity(500)
        // A statement is planned once for each connection, not five times, and its plan does not
        // depend on which tenant came first.
        .options([("plan_cache_mode", "force_generic_plan")]);
    let inner = PgPoolOptions::new()
        .max_connections(options.max)
        .acquire_timeout(options.acquire_timeout)
        .max_lifetime(Duration::from_mins(30))
        .idle_timeout(Duration::from_mins(5))
        // A connection is pinged, and what it had begun rolled back, when it is given back; once more
        // when it is taken costs a round trip on every request.
        .test_before_acquire(false)
        .connect_lazy_with(connect);
    Ok(Pool {
        name,
        inner,
        waiting: Arc::default(),
    })
}
