//! The comparison of the ledger with the provider's balance.
//!
//! Owns `ledger_comparison`, `ledger_positions`, and what `ledger_clearing_as_of` keeps. Invariants:
//! - both sides are as of the same moment, which is at least the lag ago: what was under way then is
//!   over by now, at the provider and here, so that a difference is none of timing;
//! - a movement has one date on both sides: a payment its charge's, everything else its own;
//! - one worker compares at a time, and what it found is kept for all of them;
//! - a comparison reads what is newer than the one before it, however long the history.
//!
//! May import `ledger` and `providers`.

mod movements;
mod store;

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Currency, Money};
use time::{Duration, OffsetDateTime};
use tracing::warn;

use crate::{Billing, BillingError};

/// Comparisons in a row with a difference that make an alarm.
const ALARMING: i32 = 2;

/// Minor units by currency.
type Sums = BTreeMap<Currency, i64>;

/// What the ledger says the provider held at a moment, beside what the provider says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The moment.
    pub as_of: OffsetDateTime,
    /// The sum of the `stripe_clearing` accounts of all tenants.
    pub ledger: Money,
    /// The sum of the provider's balance transactions.
    pub provider: Money,
    /// Comparisons in a row that found a difference; 0 when there is none.
    pub differed: i32,
}

impl Position {
    /// What the ledger has too much; too little when it is negative.
    pub const fn difference_minor(&self) -> i64 {
        self.ledger.minor.saturating_sub(self.provider.minor)
    }

    /// Whether the difference was there at an earlier moment too.
    pub const fn is_alarming(&self) -> bool {
        self.differed >= ALARMING
    }
}

impl Billing {
    /// Compares the ledger of all tenants with the provider's balance when that is due and no other
    /// worker does it; `None` otherwise.
    pub async fn compare_with_provider(&self) -> Result<Option<Vec<Position>>, BillingError> {
        let now = self.clock.now();
        let as_of = whole_second(now - self.policy.comparison_lag);
        let Some(mut claim) = self.claim_comparison(now, as_of).await? else {
            return Ok(None);
        };
        let since = claim.as_of.filter(|&since| since <= now);
        let Some(settled) = self.settled_movements(&mut claim, since, as_of).await? else {
            return Ok(None);
        };
        let Some(late) = self.late_movements(&mut claim, as_of).await? else {
            return Ok(None);
        };
        let mut tx = self.relay.begin().await?;
        if !store::finish(&mut tx, &claim, as_of).await? {
            return Ok(None);
        }
        let mut totals = store::provider_totals(&mut tx).await?;
        if since.is_none() {
            for total in totals.values_mut() {
                *total = 0;
            }
        }
        add(&mut totals, &settled);
        let mut provider = totals.clone();
        add(&mut provider, &late);
        let ledger = store::ledger_as_of(&mut tx, as_of).await?;
        store::keep(&mut tx, as_of, &figures(&ledger, &provider, &totals)).await?;
        let positions = store::positions(&mut tx).await?;
        let is_even = positions.iter().all(|it| it.difference_minor() == 0);
        // A second look is worth the most when what was under way has had as long again.
        let wait = if is_even {
            self.policy.comparison_period
        } else {
            self.policy
                .comparison_period
                .min(self.policy.comparison_lag)
        };
        store::schedule(&mut tx, wait).await?;
        tx.commit().await?;
        Ok(Some(positions))
    }

    /// What the last comparison found, by whichever worker; empty before the first one.
    pub async fn provider_positions(&self) -> Result<Vec<Position>, BillingError> {
        Ok(store::positions(&mut self.relay.begin().await?).await?)
    }

    async fn claim_comparison(
        &self,
        now: OffsetDateTime,
        as_of: OffsetDateTime,
    ) -> Result<Option<store::Claim>, BillingError> {
        let mut tx = self.relay.begin().await?;
        let lease = self.policy.comparison_lease;
        let claim = store::claim(&mut tx, (as_of, now), lease).await?;
        tx.commit().await?;
        Ok(claim)
    }

    /// Keeps the comparison for as long again; whether it was still this worker's.
    async fn prolong(&self, claim: &mut store::Claim) -> Result<bool, BillingError> {
        let mut tx = self.relay.begin().await?;
        let lease = self.policy.comparison_lease;
        let is_ours = store::prolong(&mut tx, claim, lease).await?;
        tx.commit().await?;
        if !is_ours {
            warn!("another worker has taken the comparison over");
        }
        Ok(is_ours)
    }
}

/// The provider counts whole seconds; the one of `moment` itself may not be over.
fn whole_second(moment: OffsetDateTime) -> OffsetDateTime {
    moment - Duration::nanoseconds(i64::from(moment.nanosecond()))
}

fn add(sums: &mut Sums, more: &Sums) {
    for (&currency, &minor) in more {
        let sum = sums.entry(currency).or_default();
        *sum = sum.saturating_add(minor);
    }
}

/// One currency's figures.
#[derive(Debug, Clone, Copy)]
struct Figures {
    currency: Currency,
    ledger_minor: i64,
    provider_minor: i64,
    provider_total_minor: i64,
}

fn figures(ledger: &Sums, provider: &Sums, totals: &Sums) -> Vec<Figures> {
    let currencies: BTreeSet<Currency> = ledger.keys().chain(provider.keys()).copied().collect();
    let of = |sums: &Sums, currency| sums.get(&currency).copied().unwrap_or(0);
    currencies
        .into_iter()
        .map(|currency| Figures {
            currency,
            ledger_minor: of(ledger, currency),
            provider_minor: of(provider, currency),
            provider_total_minor: of(totals, currency),
        })
        .collect()
}
