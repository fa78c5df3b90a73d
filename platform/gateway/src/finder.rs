//! Which storefront a request is for, remembered for a moment.

use std::sync::Arc;
use std::time::Duration;

use kernel::AnyFault;
use kernel::host::Host;
use kernel::ports::{StorefrontFinder, StorefrontRef};
use moka::future::Cache;

use crate::error::ApiError;

/// How long a storefront is remembered: a changed storefront is seen everywhere after that.
const KNOWN_FOR: Duration = Duration::from_secs(3);
/// How long the absence of a storefront is remembered: a new storefront opens after that.
const UNKNOWN_FOR: Duration = Duration::from_millis(500);
/// Storefronts remembered at most.
const KNOWN_AT_MOST: u64 = 50_000;
/// Absences remembered at most. Whoever makes names up pushes out other made-up names only.
const UNKNOWN_AT_MOST: u64 = 10_000;
/// A longer key cannot be one of ours.
const LONGEST_KEY: usize = 128;

/// What leads to a storefront.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum StorefrontKey {
    /// A host name.
    Host(Host),
    /// A publishable key.
    Key(String),
}

enum Miss {
    Unknown,
    Fault(AnyFault),
}

/// Finds storefronts, asking the directory only for those it has not seen lately.
pub(crate) struct StorefrontCache {
    storefronts: Arc<dyn StorefrontFinder>,
    known: Cache<StorefrontKey, Arc<StorefrontRef>>,
    unknown: Cache<StorefrontKey, ()>,
}

impl StorefrontCache {
    pub(crate) fn new(storefronts: Arc<dyn StorefrontFinder>) -> Self {
        Self {
            storefronts,
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

    /// What is remembered of `sign`: a storefront, that there is none, or nothing at all.
    pub(crate) async fn remembered(
        &self,
        sign: &StorefrontKey,
    ) -> Option<Option<Arc<StorefrontRef>>> {
        let found = if let Some(storefront) = self.known.get(sign).await {
            Some(Some(storefront))
        } else {
            let is_no_key = matches!(sign, StorefrontKey::Key(key) if key.len() > LONGEST_KEY);
            (is_no_key || self.unknown.contains_key(sign)).then_some(None)
        };
        let outcome = if found.is_some() { "hit" } else { "miss" };
        metrics::counter!("cache_requests_total", "cache" => "storefront", "outcome" => outcome)
            .increment(1);
        found
    }

    /// Asks the directory for the storefront that `sign` leads to. Of many requests for one storefront only
    /// the first asks.
    pub(crate) async fn find(
        &self,
        sign: StorefrontKey,
    ) -> Result<Option<Arc<StorefrontRef>>, ApiError> {
        match self.known.try_get_with_by_ref(&sign, self.ask(&sign)).await {
            Ok(storefront) => Ok(Some(storefront)),
            Err(miss) => match &*miss {
                Miss::Unknown => {
                    self.unknown.insert(sign, ()).await;
                    Ok(None)
                }
                Miss::Fault(fault) => Err(ApiError::of(fault)),
            },
        }
    }

    async fn ask(&self, sign: &StorefrontKey) -> Result<Arc<StorefrontRef>, Miss> {
        let storefront = match sign {
            StorefrontKey::Host(host) => self.storefronts.by_host(host).await,
            StorefrontKey::Key(key) => self.storefronts.by_publishable_key(key).await,
        };
        match storefront {
            Ok(Some(storefront)) => Ok(Arc::new(storefront)),
            Ok(None) => Err(Miss::Unknown),
            Err(fault) => Err(Miss::Fault(fault)),
        }
    }
}
