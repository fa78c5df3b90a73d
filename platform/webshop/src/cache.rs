//! Pages that were made a moment ago. A page is fresh as long as an answer of the API is; after that it is
//! read again, and rendered again only if something in it changed.

use std::sync::Arc;
use std::time::{Duration, Instant};

use gateway::kept::Kept;
use kernel::Freshness;
use kernel::ids::{StorefrontId, TenantId};
use moka::future::Cache;
use poem::http::StatusCode;

use crate::page::Plan;

/// A page that did not change is rendered again after so long.
const RENDERED: Duration = Duration::from_mins(10);
/// The most addresses whose plan is remembered.
const MOST_PLANS: u64 = 50_000;
/// What an entry costs besides its bytes.
const OVERHEAD: usize = 512;

/// A page of a storefront: its canonical path and query.
pub(crate) type Key = (StorefrontId, Arc<str>);

/// How a page came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The script rendered it.
    Rendered,
    /// The browser renders it: the script failed.
    Failed,
    /// The browser renders it: something that it shows could not be read.
    Unread,
}

/// A page as it goes out.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) kept: Kept,
    pub(crate) status: StatusCode,
    pub(crate) outcome: Outcome,
    /// The hash of what it was made from.
    pub(crate) source: [u8; 32],
}

/// The pages of all storefronts, within one amount of memory.
pub(crate) struct PageCaches {
    /// With the moment at which the making of each began.
    fresh: Option<Cache<Key, (Instant, Arc<Made>)>>,
    freshness: Freshness,
    rendered: Cache<Key, Arc<Made>>,
    plans: Option<Cache<Key, Option<Arc<Plan>>>>,
}

impl PageCaches {
    pub(crate) fn new(fresh: Duration, bytes: u64, freshness: Freshness) -> Self {
        let keeps = !fresh.is_zero();
        Self {
            fresh: keeps.then(|| pages(bytes, fresh, |(_, made)| made)),
            freshness,
            rendered: pages(bytes, RENDERED, |made| made),
            plans: keeps.then(|| {
                Cache::builder()
                    .max_capacity(MOST_PLANS)
                    .time_to_live(fresh)
                    .build()
            }),
        }
    }

    /// The page, made by `make` unless a fresh one is there. Of many requests for one page, one makes it.
    pub(crate) async fn page(
        &self,
        tenant_id: TenantId,
        key: Key,
        make: impl Future<Output = Arc<Made>>,
    ) -> Arc<Made> {
        let Some(fresh) = &self.fresh else {
            return make.await;
        };
        let mut found = fresh.get(&key).await;
        if let Some((began, _)) = &found
            && !self.freshness.holds(tenant_id, *began)
        {
            fresh.invalidate(&key).await;
            found = None;
        }
        let outcome = if found.is_some() { "hit" } else { "miss" };
        metrics::counter!("cache_requests_total", "cache" => "html", "outcome" => outcome)
            .increment(1);
        if let Some((_, page)) = found {
            return page;
        }
        let make = async { (Instant::now(), make.await) };
        fresh.get_with(key, make).await.1
    }

    /// The page as it was rendered from the same source before.
    pub(crate) async fn rendered(&self, key: &Key, source: &[u8; 32]) -> Option<Arc<Made>> {
        let made = self.rendered.get(key).await;
        made.filter(|made| made.source == *source)
    }

    pub(crate) async fn keep_rendered(&self, key: Key, made: Arc<Made>) {
        self.rendered.insert(key, made).await;
    }

    /// What an address needs, asked of `plan` unless it is known. That it has no plan is remembered too:
    /// each script that fails costs an engine.
    pub(crate) async fn plan(
        &self,
        key: Key,
        plan: impl Future<Output = Option<Arc<Plan>>>,
    ) -> Option<Arc<Plan>> {
        match &self.plans {
            Some(plans) => plans.get_with(key, plan).await,
            None => plan.await,
        }
    }
}

fn pages<P: Clone + Send + Sync + 'static>(
    bytes: u64,
    time_to_live: Duration,
    made: fn(&P) -> &Arc<Made>,
) -> Cache<Key, P> {
    Cache::builder()
        .max_capacity(bytes)
        .weigher(move |(_, path): &Key, page: &P| {
            // As large again with what is compressed of it.
            let size = made(page).kept.size() * 3 / 2 + path.len() + OVERHEAD;
            u32::try_from(size).unwrap_or(u32::MAX)
        })
        .time_to_live(time_to_live)
        .build()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    #[tokio::test]
    async fn an_address_without_a_plan_is_asked_about_once() {
        let caches = PageCaches::new(Duration::from_mins(1), 1 << 20, Freshness::default());
        let asked = AtomicU32::new(0);
        let key: Key = (
            "stf_00000000000000000000000001".parse().unwrap(),
            "/odd?".into(),
        );
        for _ in 0..5 {
            let fail = async {
                asked.fetch_add(1, Ordering::Relaxed);
                None
            };
            assert!(caches.plan(key.clone(), fail).await.is_none());
        }
        assert_eq!(asked.load(Ordering::Relaxed), 1);
    }
}
