//! Redis: limits that all processes count together, and news of changes.
//!
//! Redis holds nothing that is not somewhere else, and nothing waits for it: without it each process counts
//! by itself, and shows nothing that is older than a second.

mod limits;
mod link;
mod news;

use std::collections::HashSet;
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use kernel::Freshness;
use kernel::config::Secret;
use kernel::ids::TenantId;
use kernel::ports::ChangeTeller;
use redis::aio::MultiplexedConnection;
use redis::{AsyncConnectionConfig, Client, RedisError};
use tokio::sync::Notify;
use url::Url;

use self::link::Link;

/// How long a question to Redis may take. A request waits for no longer.
const BUDGET: Duration = Duration::from_millis(30);
/// How long a connection may take to open.
const CONNECT: Duration = Duration::from_secs(1);
/// How long Redis is left alone after it failed.
const PAUSE: Duration = Duration::from_millis(250);

/// Where Redis is: `redis://user:password@host:port`, or `rediss://…` over TLS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedisUrl(Secret<String>);

/// Text that does not say where Redis is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be redis://host, or rediss://user:password@host for TLS")]
pub struct BadRedisUrl;

impl FromStr for RedisUrl {
    type Err = BadRedisUrl;

    fn from_str(text: &str) -> Result<Self, BadRedisUrl> {
        let url = Url::parse(text).map_err(|_| BadRedisUrl)?;
        let is_known = matches!(url.scheme(), "redis" | "rediss") && url.has_host();
        if !is_known || Client::open(text).is_err() {
            return Err(BadRedisUrl);
        }
        Ok(Self(Secret::new(text.to_owned())))
    }
}

/// One Redis; cheap to clone.
#[derive(Clone)]
pub struct Redis(Arc<Shared>);

struct Shared {
    client: Client,
    link: Link,
    limits: limits::Script,
    freshness: Freshness,
    /// Tenants whose changes are still to be told.
    untold: Mutex<HashSet<TenantId>>,
    has_untold: Notify,
}

impl Redis {
    /// The Redis at `url`. Talks to nobody before [`run`](Self::run).
    pub fn new(url: &RedisUrl) -> Result<Self, BadRedisUrl> {
        let client = Client::open(url.0.expose().as_str()).map_err(|_| BadRedisUrl)?;
        Ok(Self(Arc::new(Shared {
            client,
            link: Link::default(),
            limits: limits::Script::new(),
            freshness: Freshness::told(),
            untold: Mutex::default(),
            has_untold: Notify::new(),
        })))
    }

    /// What this process is told of changes.
    pub fn freshness(&self) -> Freshness {
        self.0.freshness.clone()
    }

    /// Keeps the connections; for ever.
    pub async fn run(&self) {
        tokio::join!(self.keep_link(), self.listen(), self.tell_changes());
    }

    /// Counts in a bucket that nobody else uses: whether Redis would do.
    pub async fn check(&self) -> Result<(), RedisError> {
        self.connect().await.map(drop)
    }

    /// A connection that counts within the time that requests have.
    async fn connect(&self) -> Result<MultiplexedConnection, RedisError> {
        let config = AsyncConnectionConfig::new()
            .set_connection_timeout(Some(CONNECT))
            .set_response_timeout(Some(BUDGET));
        let client = &self.0.client;
        let open = client.get_multiplexed_async_connection_with_config(&config);
        let mut connection = within(CONNECT, open).await?;
        // The first call brings the script along, and has the time for it; the second one is measured.
        within(CONNECT, self.0.limits.prepare(&mut connection)).await?;
        within(BUDGET, self.0.limits.rehearse(&mut connection)).await?;
        Ok(connection)
    }
}

/// The answer, when it comes in time.
async fn within<T>(
    time: Duration,
    answer: impl Future<Output = Result<T, RedisError>>,
) -> Result<T, RedisError> {
    tokio::time::timeout(time, answer)
        .await
        .unwrap_or_else(|_| Err(std::io::Error::from(std::io::ErrorKind::TimedOut).into()))
}

impl ChangeTeller for Redis {
    fn tell(&self, tenant_id: TenantId) {
        let mut untold = self.0.untold.lock().unwrap_or_else(PoisonError::into_inner);
        untold.insert(tenant_id);
        drop(untold);
        self.0.has_untold.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_where_redis_is_and_shows_no_password() {
        for text in [
            "redis://localhost",
            "rediss://stoa:hunter2@cache.example:6379/1",
        ] {
            let url: RedisUrl = text.parse().unwrap();
            assert!(!format!("{url:?}").contains("hunter2"));
            assert!(Redis::new(&url).is_ok(), "{text}");
        }
        for text in [
            "",
            "localhost:6379",
            "https://cache.example",
            "redis://",
            "unix:///run/redis",
        ] {
            assert_eq!(text.parse::<RedisUrl>(), Err(BadRedisUrl), "{text}");
        }
    }
}
