//! Which storefront a request is for, remembered for a moment.

use std::sync::Arc;
use std::time::Duration;

use kernel::AnyFault;
use kernel::host::Host;
use kernel::ports::{Door, Doors};
use moka::future::Cache;

use crate::error::ApiError;

/// How long a door is remembered: a changed storefront is seen everywhere after that.
const KNOWN_FOR: Duration = Duration::from_secs(3);
/// How long the absence of a door is remembered: a new storefront opens after that.
const UNKNOWN_FOR: Duration = Duration::from_millis(500);
/// Doors remembered at most.
const KNOWN_AT_MOST: u64 = 50_000;
/// Absences remembered at most. Whoever makes names up pushes out other made-up names only.
const UNKNOWN_AT_MOST: u64 = 10_000;
/// A longer key cannot be one of ours.
const LONGEST_KEY: usize = 128;

/// What leads to a storefront.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Sign {
    /// A host name.
    Host(Host),
    /// A publishable key.
    Key(String),
}

enum Miss {
    Unknown,
    Fault(AnyFault),
}

/// Finds doors, asking the directory only for those it has not seen lately.
pub(crate) struct DoorCache {
    doors: Arc<dyn Doors>,
    known: Cache<Sign, Arc<Door>>,
    unknown: Cache<Sign, ()>,
}

impl DoorCache {
    pub(crate) fn new(doors: Arc<dyn Doors>) -> Self {
        Self {
            doors,
            known: Cache::builder()
                .max_capacity(KNOWN_AT_MOST)
                .time_to_live(KNOWN_FOR)
                .build(),
            unknown: Cache::builder()
                .max_capacity(UNKNOWN_AT_MOST)
                .time_to_live(UNKNOWN_FOR)
                .build(),
        }
    }

    /// What is remembered of `sign`: a door, that there is none, or nothing at all.
    pub(crate) async fn remembered(&self, sign: &Sign) -> Option<Option<Arc<Door>>> {
        let found = if let Some(door) = self.known.get(sign).await {
            Some(Some(door))
        } else {
            let is_no_key = matches!(sign, Sign::Key(key) if key.len() > LONGEST_KEY);
            (is_no_key || self.unknown.contains_key(sign)).then_some(None)
        };
        let outcome = if found.is_some() { "hit" } else { "miss" };
        metrics::counter!("cache_requests_total", "cache" => "storefront", "outcome" => outcome)
            .increment(1);
        found
    }

    /// Asks the directory for the door that `sign` leads to. Of many requests for one door only
    /// the first asks.
    pub(crate) async fn find(&self, sign: Sign) -> Result<Option<Arc<Door>>, ApiError> {
        match self.known.try_get_with_by_ref(&sign, self.ask(&sign)).await {
            Ok(door) => Ok(Some(door)),
            Err(miss) => match &*miss {
                Miss::Unknown => {
                    self.unknown.insert(sign, ()).await;
                    Ok(None)
                }
                Miss::Fault(fault) => Err(ApiError::of(fault)),
            },
        }
    }

    async fn ask(&self, sign: &Sign) -> Result<Arc<Door>, Miss> {
        let door = match sign {
            Sign::Host(host) => self.doors.by_host(host).await,
            Sign::Key(key) => self.doors.by_publishable_key(key).await,
        };
        match door {
            Ok(Some(door)) => Ok(Arc::new(door)),
            Ok(None) => Err(Miss::Unknown),
            Err(fault) => Err(Miss::Fault(fault)),
        }
    }
}
