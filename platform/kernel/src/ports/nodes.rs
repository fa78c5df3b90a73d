//! What the processes of an installation tell each other, besides the database.

use std::num::NonZeroU32;
use std::time::Duration;

use async_trait::async_trait;

use crate::ids::TenantId;

/// A limit, and whose use of it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bucket {
    /// The limit's name.
    pub limit: &'static str,
    /// The tenant, and the client: zero stands for all of them.
    pub key: (u128, u128),
    /// How long it takes until one more request is allowed.
    pub interval: Duration,
    /// How many requests may come at once.
    pub burst: NonZeroU32,
}

/// What counting a request has shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// There was room in each bucket.
    Allowed {
        /// How many requests more the first bucket has room for.
        remaining: u32,
    },
    /// A bucket had no room. Those before it have counted the request, and those behind it have not.
    Refused {
        /// Which one.
        bucket: usize,
        /// How long until it has room again.
        wait: Duration,
    },
}

/// Counts requests for all processes together.
#[async_trait]
pub trait SharedLimits: Send + Sync {
    /// Counts one request in each of these buckets, in their order. `None`, and that within
    /// 50 milliseconds, when nobody can tell at the moment.
    async fn count(&self, buckets: &[Bucket]) -> Option<Counted>;
}

/// Tells every process that what a tenant shows has changed.
pub trait ChangeTeller: Send + Sync {
    /// Tells it soon, and as often as it takes. Never waits.
    fn tell(&self, tenant_id: TenantId);
}
