//! Whether what this process remembers is still what a tenant shows.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use crate::ids::TenantId;

/// How old something may be while this process should be told of changes and is not.
pub const DEAF_FOR: Duration = Duration::from_secs(1);
/// Tenants whose changes are remembered one by one; with more, everything is made again.
const MOST_TENANTS: usize = 100_000;

/// When what tenants show changed last, as far as this process was told. Cheap to clone; all clones are one.
///
/// Something that was made before its tenant's last change must not be shown. The moment that counts is
/// the one at which its making began.
#[derive(Debug, Clone, Default)]
pub struct Freshness(Option<Arc<RwLock<Told>>>);

#[derive(Debug, Default)]
struct Told {
    /// Since when this process hears of every change; it does not without.
    listening_since: Option<Instant>,
    changed: HashMap<TenantId, Instant>,
}

impl Freshness {
    /// For a process that is told of changes, once it listens. The default one is for a process that
    /// is not: there, things are shown as long as they are kept.
    pub fn told() -> Self {
        Self(Some(Arc::default()))
    }

    const fn is_told(&self) -> bool {
        self.0.is_some()
    }

    /// How long somebody may show something who is told of no change, such as a browser: what this process
    /// keeps for `time` because it is told is kept no longer there than it is here without being told.
    pub fn elsewhere(&self, time: Duration) -> Duration {
        if self.is_told() {
            time.min(DEAF_FOR)
        } else {
            time
        }
    }

    /// From now on this process hears of every change. What was made before may have missed one.
    pub fn listen(&self) {
        self.with(|told| {
            told.listening_since = Some(Instant::now());
            told.changed.clear();
        });
    }

    /// From now on this process may miss changes.
    pub fn lose(&self) {
        self.with(|told| told.listening_since = None);
    }

    /// Something that the tenant shows has changed.
    pub fn changed(&self, tenant_id: TenantId) {
        self.with(|told| {
            let now = Instant::now();
            if told.changed.len() >= MOST_TENANTS && !told.changed.contains_key(&tenant_id) {
                told.changed.clear();
                told.listening_since = told.listening_since.map(|_| now);
            }
            told.changed.insert(tenant_id, now);
        });
    }

    /// Whether what was begun at `made` for a tenant may still be shown.
    pub fn holds(&self, tenant_id: TenantId, made: Instant) -> bool {
        let Some(told) = &self.0 else {
            return true;
        };
        let told = told.read().unwrap_or_else(PoisonError::into_inner);
        match told.listening_since {
            Some(since) => {
                let changed = told.changed.get(&tenant_id);
                made > since && changed.is_none_or(|&changed| made > changed)
            }
            None => made.elapsed() < DEAF_FOR,
        }
    }

    fn with(&self, change: impl FnOnce(&mut Told)) {
        if let Some(told) = &self.0 {
            change(&mut told.write().unwrap_or_else(PoisonError::into_inner));
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn tenant(number: u128) -> TenantId {
        TenantId::from_uuid(Uuid::from_u128(number))
    }

    /// A moment, and nothing else happens in it.
    fn now() -> Instant {
        std::thread::sleep(Duration::from_millis(1));
        let now = Instant::now();
        std::thread::sleep(Duration::from_millis(1));
        now
    }

    #[test]
    fn a_change_ends_what_was_made_before_it_for_its_tenant_alone() {
        let freshness = Freshness::told();
        freshness.listen();
        let before = now();

        freshness.clone().changed(tenant(1));

        assert!(!freshness.holds(tenant(1), before));
        assert!(freshness.holds(tenant(2), before));
        assert!(freshness.holds(tenant(1), now()));
    }

    #[test]
    fn whoever_may_have_missed_a_change_shows_nothing_old() {
        let freshness = Freshness::told();
        let old = now();
        assert!(freshness.holds(tenant(1), old));
        std::thread::sleep(DEAF_FOR);
        assert!(!freshness.holds(tenant(1), old));

        let before = now();
        freshness.listen();
        assert!(!freshness.holds(tenant(1), before));
        let after = now();
        assert!(freshness.holds(tenant(1), after));
        freshness.lose();
        assert!(freshness.holds(tenant(1), after));
        std::thread::sleep(DEAF_FOR);
        assert!(!freshness.holds(tenant(1), after));
    }

    #[test]
    fn a_process_that_is_not_told_shows_what_it_keeps() {
        let freshness = Freshness::default();
        let old = now();

        freshness.changed(tenant(1));
        freshness.listen();
        freshness.lose();

        assert!(freshness.holds(tenant(1), old));
    }
}
