//! What a refund would move, by the arithmetic of the refund itself: its parts, where each comes from, and
//! what is left.

use kernel::ids::{MerchantId, OrderId};
use kernel::ports::{RefundEffect, RefundPart, RefundShare};
use kernel::{Caller, Money, MoneyError};

use super::Part;
use crate::transfers::{self, Holding};
use crate::{Billing, BillingError, ledger, payments, split};

impl Billing {
    /// What giving these parts of an order back would move. Changes nothing.
    pub(crate) async fn refund_effect(
        &self,
        caller: &Caller,
        order_id: OrderId,
        wanted: &[RefundShare],
    ) -> Result<RefundEffect, BillingError> {
        let mut tx = self.db.begin(caller).await?;
        let payment = payments::lock_paid(&mut tx, order_id)
            .await?
            .ok_or(BillingError::NotFound(order_id))?;
        let currency = payment.currency();
        let shares = payments::shares(&mut tx, payment.id).await?;
        let minor = wanted
            .iter()
            .try_fold(0_i64, |sum, share| sum.checked_add(share.gross_minor))
            .ok_or(MoneyError::Overflow)?;
        let parts = self.new_parts(&payment, &shares, (Money::new(minor, currency), wanted))?;
        let holdings = transfers::holdings(&mut tx, payment.id).await?;
        let merchants: Vec<MerchantId> = wanted.iter().map(|share| share.merchant_id).collect();
        let balances = ledger::owed(&mut tx, &merchants, currency).await?;
        let effect = |(_, part): &(_, Part)| {
            let holding = holdings
                .iter()
                .find(|it| it.merchant_id == part.merchant_id);
            let balance = balances.iter().find(|(id, _)| *id == part.merchant_id);
            effect_of(part, holding, balance.map_or(0, |(_, minor)| *minor))
        };
        let left_minor = payment.amount.minor - payment.refunded_minor - minor;
        Ok(RefundEffect {
            parts: parts.iter().map(effect).collect(),
            left: Money::new(left_minor, currency),
            provider_fee: payment
                .provider_fee_minor
                .map(|fee| Money::new(fee, currency)),
        })
    }
}

/// Where a part comes from: a share that waits becomes smaller, and of one that was sent as much is fetched
/// as it holds; the rest is owed.
fn effect_of(part: &Part, holding: Option<&Holding>, balance_minor: i64) -> RefundPart {
    let borne = part.borne_minor();
    let left = holding.map_or(borne, |it| it.left_minor);
    let taken = split::take_back(borne, left);
    let is_sent = holding.is_some_and(|it| it.is_sent);
    let (withheld_minor, reversed_minor) = if is_sent {
        (0, taken.from_share_minor)
    } else {
        (taken.from_share_minor, 0)
    };
    RefundPart {
        merchant_id: part.merchant_id,
        gross_minor: part.gross_minor,
        held_minor: part.held_minor,
        commission_minor: part.commission_minor,
        withheld_minor,
        reversed_minor,
        debt_minor: taken.debt_minor,
        balance_minor: balance_minor - withheld_minor - taken.debt_minor,
    }
}
