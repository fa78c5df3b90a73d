//! The provider's side: movements of the platform's balance, read page by page.

use time::OffsetDateTime;

use super::Sums;
use super::store::Claim;
use crate::providers::stripe::answers::{List, Movement};
use crate::{Billing, BillingError};

const LIST: &str = "/balance_transactions?limit=100";

impl Billing {
    /// The sum of the movements after `since` (all of them without it) up to `until`; `None` when the
    /// comparison was lost to another worker on the way.
    pub(super) async fn settled_movements(
        &self,
        claim: &mut Claim,
        since: Option<OffsetDateTime>,
        until: OffsetDateTime,
    ) -> Result<Option<Sums>, BillingError> {
        // Stripe has no movement as old as the epoch.
        let since = since.map_or(0, OffsetDateTime::unix_timestamp);
        let until = until.unix_timestamp();
        let list = format!("{LIST}&created[gt]={since}&created[lte]={until}");
        self.sum_of(claim, &list, |_| true).await
    }

    /// The sum of payments made up to `until` that reached the balance after it: the provider books
    /// a charge a while later.
    pub(super) async fn late_movements(
        &self,
        claim: &mut Claim,
        until: OffsetDateTime,
    ) -> Result<Option<Sums>, BillingError> {
        let until = until.unix_timestamp();
        let list = format!("{LIST}&created[gt]={until}&expand[]=data.source");
        self.sum_of(claim, &list, |movement| {
            movement
                .charged_at()
                .is_some_and(|charged_at| charged_at <= until)
        })
        .await
    }

    async fn sum_of(
        &self,
        claim: &mut Claim,
        list: &str,
        counts: impl Fn(&Movement) -> bool,
    ) -> Result<Option<Sums>, BillingError> {
        let mut sums = Sums::new();
        let mut after = String::new();
        loop {
            let page: Result<List<Movement>, _> = self.stripe.get(&format!("{list}{after}")).await;
            let page = page.map_err(|error| BillingError::from_call(&error))?;
            for movement in page.data.iter().filter(|movement| counts(movement)) {
                // In a currency that no tenant sells in there is nothing to compare.
                if let Ok(currency) = movement.currency.to_ascii_uppercase().parse() {
                    let sum = sums.entry(currency).or_default();
                    *sum = i64::saturating_add(*sum, movement.net);
                }
            }
            match page.data.last() {
                Some(oldest) if page.has_more => {
                    after = format!("&starting_after={}", oldest.id);
                }
                _ => return Ok(Some(sums)),
            }
            if !self.prolong(claim).await? {
                return Ok(None);
            }
        }
    }
}
