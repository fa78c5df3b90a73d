//! How a pool of connections is made; every pool of Stoa is made here.

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

/// Connects lazily, so that the program starts and answers while Postgres does not.
pub(crate) fn connect(url: &str, name: &str, options: PoolOptions) -> Result<PgPool, DbError> {
    let connect: PgConnectOptions = url.parse()?;
    let connect = connect
        .application_name(name)
        .statement_cache_capacity(500)
        // A statement is planned once for each connection, not five times, and its plan does not
        // depend on which tenant came first.
        .options([("plan_cache_mode", "force_generic_plan")]);
    Ok(PgPoolOptions::new()
        .max_connections(options.max)
        .acquire_timeout(options.acquire_timeout)
        .max_lifetime(Duration::from_mins(30))
        .idle_timeout(Duration::from_mins(5))
        // A connection is pinged, and what it had begun rolled back, when it is given back; once more
        // when it is taken costs a round trip on every request.
        .test_before_acquire(false)
        .connect_lazy_with(connect))
}
