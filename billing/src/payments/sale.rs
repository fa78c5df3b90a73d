//! The shopper has paid: the sale and the platform's commission go into the books.

use db::TenantTx;
use kernel::ports::CaptureMethod;
use kernel::{Currency, Event};
use time::OffsetDateTime;
use tracing::info;

use super::model::Payment;
use super::store;
use crate::ledger::{Account, Fact, Posting, credit, debit, record};
use crate::providers::stripe::answers::{Charge, Intent};
use crate::{Billing, BillingError};

impl Billing {
    /// Marks the payment as succeeded, says so, and adds the facts to be recorded.
    pub(super) async fn sell(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
        charge: &Charge,
        facts: &mut Vec<Fact>,
    ) -> Result<(), BillingError> {
        // One date on both sides: the comparison with the provider dates charges like this, too.
        let charged_at = self.moment(charge.created);
        let captured_at = match payment.capture_method {
            CaptureMethod::Automatic => charged_at,
            CaptureMethod::Manual => self.clock.now(),
        };
        if !store::succeeded(tx, payment.id, &charge.id, captured_at).await? {
            return Ok(());
        }
        let shares = store::shares(tx, payment.id).await?;
        let currency = payment.currency();
        let owed = shares.iter().map(|share| {
            credit(
                Account::MerchantPayable(share.merchant_id),
                share.gross_minor,
            )
        });
        let total = debit(Account::StripeClearing, payment.amount.minor);
        facts.push(Fact {
            kind: "sale_captured",
            external_key: format!("stripe:{}", charge.id),
            order_id: Some(payment.order_id),
            source_id: charge.id.clone(),
            occurred_at: charged_at,
            posting: Posting::balanced(currency, owed.chain([total]))?,
        });
        let earned: i64 = shares.iter().map(|share| share.commission_minor).sum();
        let paid = shares.iter().map(|share| {
            debit(
                Account::MerchantPayable(share.merchant_id),
                share.commission_minor,
            )
        });
        let revenue = credit(Account::PlatformFeeRevenue, earned);
        facts.push(Fact {
            kind: "commission",
            external_key: format!("payment:{}:commission", payment.id),
            order_id: Some(payment.order_id),
            source_id: payment.id.to_string(),
            occurred_at: charged_at,
            posting: Posting::balanced(currency, paid.chain([revenue]))?,
        });
        tx.publish(&Event::PaymentSucceeded {
            payment_id: payment.id,
            order_id: payment.order_id,
            amount: payment.taken(),
        })
        .await?;
        self.complete_left_out(tx, payment, charge, facts).await?;
        info!(
            payment.id = %payment.id, order.id = %payment.order_id, amount = %payment.taken(),
            "payment {} succeeded", payment.id
        );
        Ok(())
    }

    /// Money that nobody expected: it is in the books, and belongs to no order until people say so.
    pub(super) async fn keep_unapplied(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
        intent: &Intent,
        charge: &Charge,
    ) -> Result<(), BillingError> {
        let currency: Currency = intent.currency.to_ascii_uppercase().parse()?;
        let entries = [
            debit(Account::StripeClearing, intent.amount_received),
            credit(Account::UnappliedCash, intent.amount_received),
        ];
        let fact = Fact {
            kind: "unapplied",
            external_key: format!("stripe:{}", charge.id),
            order_id: Some(payment.order_id),
            source_id: charge.id.clone(),
            occurred_at: self.moment(charge.created),
            posting: Posting::balanced(currency, entries)?,
        };
        Ok(record(tx, vec![fact]).await?)
    }

    /// A moment of the provider's, which counts seconds.
    pub(crate) fn moment(&self, unix_seconds: i64) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp(unix_seconds).unwrap_or_else(|_| self.clock.now())
    }
}
