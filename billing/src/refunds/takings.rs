//! What disputes take: counted against the shares and taken back from the merchants like a refund. The
//! provider asks nobody for it, and the books about it are those of `disputes`.

use db::TenantTx;
use kernel::Money;
use kernel::ids::RefundId;

use super::parts::{Count, changes, proportional};
use super::store::{self, NewRefund};
use super::{Origin, Part};
use crate::payments::{self, Payment};
use crate::transfers::{self, Reversal, TakenPart};
use crate::{Billing, BillingError};

/// What a dispute has taken of the shares.
#[derive(Debug, Clone)]
pub(crate) struct Taking {
    pub(crate) id: RefundId,
    pub(crate) parts: Vec<Part>,
}

impl Billing {
    /// Takes as much of `minor` as is left of the payment's shares, in proportion; nothing when nothing is
    /// left. `name` is the provider's, of the movement that took the money. The caller holds the payment's
    /// lock.
    pub(crate) async fn take(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
        (name, minor, reason): (&str, i64, &str),
    ) -> Result<Option<RefundId>, BillingError> {
        let minor = minor.min(payment.amount.minor - payment.refunded_minor);
        if minor <= 0 {
            return Ok(None);
        }
        let shares = payments::shares(tx, payment.id).await?;
        let parts = self.planned(payment, &shares, &proportional(&shares, minor)?)?;
        let new = NewRefund {
            id: RefundId::from_uuid(self.ids.uuid()),
            payment_id: payment.id,
            amount: Money::new(minor, payment.currency()),
            reason,
            origin: Origin::Dispute,
            provider_id: Some(name),
            parts: &parts,
        };
        let now = self.clock.now();
        store::insert(tx, &new, now).await?;
        let parts: Vec<Part> = parts.iter().map(|it| it.1).collect();
        payments::count_refund(tx, payment.id, &changes(&parts, Count::Asked)).await?;
        let are_transfers = self
            .call_parts_back(tx, (payment.id, new.id), &parts)
            .await?;
        store::begin_taking(tx, new.id, (now, !are_transfers)).await?;
        Ok(Some(new.id))
    }

    /// Whether a refund of ours is on its way to the provider, so that what is left is not known.
    pub(crate) async fn is_refund_asked(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
    ) -> Result<bool, BillingError> {
        Ok(store::is_asked(tx, payment.id).await?)
    }

    /// What a dispute has taken.
    pub(crate) async fn taking(
        &self,
        tx: &mut TenantTx,
        id: RefundId,
    ) -> Result<Taking, BillingError> {
        let parts = store::parts(tx, id).await?;
        Ok(Taking { id, parts })
    }

    /// Gives back what was taken: `false` when some of it is just being fetched from a merchant. The
    /// caller holds the payment's lock.
    pub(crate) async fn untake(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
        (taking, why): (&Taking, &str),
    ) -> Result<bool, BillingError> {
        let parts = transfers::taken_parts(tx, taking.id).await?;
        if parts.iter().any(|part| part.reversal == Reversal::Due) {
            return Ok(false);
        }
        // Before there are transfers nothing was taken but of the count, and the shares become whole again.
        let given: Vec<TakenPart> = if transfers::exist(tx, payment.id).await? {
            parts
                .into_iter()
                .filter(|part| part.reversal == Reversal::Over && part.borne_minor > 0)
                .collect()
        } else {
            Vec::new()
        };
        if !given.is_empty() {
            self.return_shares(tx, payment, (taking.id, &given)).await?;
        }
        store::give_up_taking(tx, taking.id, (why, !given.is_empty())).await?;
        let refused = changes(&taking.parts, Count::Refused);
        payments::count_refund(tx, payment.id, &refused).await?;
        Ok(true)
    }
}
