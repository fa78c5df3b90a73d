//! The money of one order: every cent from the shopper's card to the merchants' accounts.

mod store;

use kernel::ids::{
    DisputeId, LedgerTransactionId, MerchantId, OrderId, PaymentId, RefundId, TransferId,
};
use kernel::money::allocate;
use kernel::ports::{PaymentStatus, RefundStatus};
use kernel::{Caller, Money, MoneyError, Permission};
use time::OffsetDateTime;

use crate::ledger::{self, OrderEntry};
use crate::transfers::TransferStatus;
use crate::{Billing, BillingError};

/// Where an order's money came from and went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoneyTrace {
    /// The order.
    pub order_id: OrderId,
    /// Its payment.
    pub payment_id: PaymentId,
    /// How far the payment is.
    pub payment_status: PaymentStatus,
    /// What the shopper pays.
    pub total: Money,
    /// What the shopper got back, or is about to.
    pub refunded: Money,
    /// What shoppers' banks have taken of it and not given back.
    pub disputed: Money,
    /// Each merchant's part.
    pub shares: Vec<ShareTrace>,
    /// The merchants' parts on their way.
    pub transfers: Vec<TransferTrace>,
    /// The refunds.
    pub refunds: Vec<RefundTrace>,
    /// The disputes.
    pub disputes: Vec<DisputeTrace>,
    /// The facts in the books, oldest first.
    pub transactions: Vec<TraceTransaction>,
    /// The sum of every entry: zero.
    pub sum: Money,
}

/// One merchant's part of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareTrace {
    /// The merchant.
    pub merchant_id: MerchantId,
    /// Its part of what the shopper paid.
    pub gross: Money,
    /// The platform's part of that.
    pub commission: Money,
    /// Its part of the provider's fee, once that is known.
    pub provider_fee: Option<Money>,
    /// Kept back to settle what the merchant owed.
    pub netted: Money,
    /// What was sent to its account: first, and again after a dispute that was won.
    pub transferred: Money,
    /// What the merchant gave back of its part: to the shopper or the shopper's bank, or held for the
    /// shopper when that failed.
    pub refunded: Money,
    /// The commission that goes back with it.
    pub commission_returned: Money,
    /// What was fetched back from its account.
    pub reversed: Money,
    /// Its part of what the provider took for disputes.
    pub dispute_fee: Money,
    /// What the merchant has earned with the order, all things considered.
    pub left: Money,
}

/// What a merchant is paid for its part of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earnings {
    /// Its part of what the shopper paid.
    pub gross: Money,
    /// The platform's part of that.
    pub commission: Money,
    /// Its part of the provider's fee, once that is known.
    pub provider_fee: Option<Money>,
    /// What it gave back to the shopper or the shopper's bank.
    pub refunded: Money,
    /// The commission that came back with it.
    pub commission_returned: Money,
    /// Its part on its way.
    pub transfers: Vec<TransferTrace>,
}

/// A merchant's part on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransferTrace {
    /// Its id.
    pub id: TransferId,
    /// The merchant.
    pub merchant_id: MerchantId,
    /// How far it is.
    pub status: TransferStatus,
    /// How much.
    pub amount: Money,
    /// What was taken back of it, or is about to be.
    pub reversed: Money,
    /// What the provider calls it.
    pub provider_id: Option<String>,
    /// What stands in the way.
    pub last_error: Option<String>,
}

/// Money given back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundTrace {
    /// Its id.
    pub id: RefundId,
    /// How far it is.
    pub status: RefundStatus,
    /// How much.
    pub amount: Money,
    /// Why.
    pub reason: String,
    /// Why it failed.
    pub failure: Option<String>,
    /// What the provider calls it.
    pub provider_id: Option<String>,
    /// Somebody made it at the provider, and not here.
    pub is_made_at_provider: bool,
    /// When it was asked for.
    pub created_at: OffsetDateTime,
}

/// A shopper's bank asks for the payment's money back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisputeTrace {
    /// Its id.
    pub id: DisputeId,
    /// How far it is, in the provider's words: `needs_response`, `under_review`, `won`, `lost`, and while the
    /// bank only asks `warning_needs_response`, `warning_under_review`, `warning_closed`.
    pub status: String,
    /// How much.
    pub amount: Money,
    /// What the provider took for it.
    pub fee: Money,
    /// Why, in the provider's words, such as `fraudulent`.
    pub reason: String,
    /// Until when it can be answered.
    pub evidence_due_by: Option<OffsetDateTime>,
    /// What the provider calls it.
    pub provider_id: String,
    /// When it was opened.
    pub created_at: OffsetDateTime,
}

/// A fact in the books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TraceTransaction {
    /// Its id.
    pub id: LedgerTransactionId,
    /// What kind of fact.
    pub kind: String,
    /// When it happened.
    pub occurred_at: OffsetDateTime,
    /// The object it is told by, such as the provider's charge.
    pub source: String,
    /// Whose money it moved.
    pub entries: Vec<TraceEntry>,
}

/// One side of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TraceEntry {
    /// The account's code.
    pub account: String,
    /// The merchant whose account it is.
    pub merchant_id: Option<MerchantId>,
    /// Above zero a debit, below a credit.
    pub amount: Money,
}

impl Billing {
    /// Where the order's money came from and went; nothing when its payment was never opened.
    pub async fn trace(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<Option<MoneyTrace>, BillingError> {
        caller.require(Permission::OrdersRead)?;
        let mut tx = self.db.begin(caller).await?;
        let Some(payment) = store::payment(&mut tx, order_id).await? else {
            return Ok(None);
        };
        let currency = payment.total.currency;
        let mut shares = store::shares(&mut tx, &payment).await?;
        let transfers = store::transfers(&mut tx, payment.id, payment.total.currency).await?;
        let refunds = store::refunds(&mut tx, &payment).await?;
        let disputes = store::disputes(&mut tx, &payment).await?;
        bear_fees(&mut shares, &disputes)?;
        let transactions = transactions(ledger::of_order(&mut tx, order_id).await?);
        let sum = transactions
            .iter()
            .flat_map(|transaction| &transaction.entries)
            .try_fold(Money::zero(currency), |sum, entry| sum.plus(entry.amount))?;
        Ok(Some(MoneyTrace {
            order_id,
            payment_id: payment.id,
            payment_status: payment.status,
            total: payment.total,
            refunded: payment.refunded,
            disputed: payment.disputed,
            shares,
            transfers,
            refunds,
            disputes,
            transactions,
            sum,
        }))
    }
}

impl Billing {
    /// The merchants' parts of an order on their way; none before its payment is opened.
    pub async fn transfers(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<Vec<TransferTrace>, BillingError> {
        caller.require(Permission::OrdersRead)?;
        let mut tx = self.db.begin(caller).await?;
        match store::payment(&mut tx, order_id).await? {
            Some(payment) => {
                Ok(store::transfers(&mut tx, payment.id, payment.total.currency).await?)
            }
            None => Ok(Vec::new()),
        }
    }
}

impl Billing {
    /// The disputes about an order's payment, the first first.
    pub async fn disputes(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<Vec<DisputeTrace>, BillingError> {
        caller.require(Permission::OrdersRead)?;
        let mut tx = self.db.begin(caller).await?;
        match store::payment(&mut tx, order_id).await? {
            Some(payment) => Ok(store::disputes(&mut tx, &payment).await?),
            None => Ok(Vec::new()),
        }
    }
}

impl Billing {
    /// What the merchant is paid for its part of an order; none when its payment was never opened.
    pub async fn earnings(
        &self,
        caller: &Caller,
        merchant_id: MerchantId,
        order_id: OrderId,
    ) -> Result<Option<Earnings>, BillingError> {
        caller.require_in_scope(Permission::OrdersRead)?;
        let mut tx = self.db.begin(caller).await?;
        let found = store::earnings(&mut tx, merchant_id, order_id).await?;
        let Some((payment_id, mut earnings)) = found else {
            return Ok(None);
        };
        let currency = earnings.gross.currency;
        let transfers = store::transfers(&mut tx, payment_id, currency).await?;
        let own = transfers
            .into_iter()
            .filter(|it| it.merchant_id == merchant_id);
        earnings.transfers = own.collect();
        Ok(Some(earnings))
    }
}

/// Each share bears its part of what the provider took for disputes, and what is left is known.
fn bear_fees(shares: &mut [ShareTrace], disputes: &[DisputeTrace]) -> Result<(), MoneyError> {
    let weights: Vec<i64> = shares.iter().map(|share| share.gross.minor).collect();
    for dispute in disputes {
        let parts = allocate(dispute.fee.minor, &weights)?;
        for (share, part) in shares.iter_mut().zip(parts) {
            share.dispute_fee = share
                .dispute_fee
                .plus(Money::new(part, share.gross.currency))?;
        }
    }
    for share in shares {
        share.left = share.left()?;
    }
    Ok(())
}

/// Entries, gathered into the facts that they belong to.
fn transactions(entries: Vec<OrderEntry>) -> Vec<TraceTransaction> {
    let mut facts: Vec<TraceTransaction> = Vec::new();
    for row in entries {
        let id = row.transaction_id;
        let entry = TraceEntry {
            account: row.code,
            merchant_id: row.owner_id,
            amount: Money::new(row.amount, row.currency),
        };
        match facts.last_mut() {
            Some(fact) if fact.id == id => fact.entries.push(entry),
            _ => facts.push(TraceTransaction {
                id,
                kind: row.kind,
                occurred_at: row.occurred_at,
                source: row.source_id,
                entries: vec![entry],
            }),
        }
    }
    facts
}

impl ShareTrace {
    /// What the merchant has earned: its part, less commission, fee, and what it gave back.
    fn left(&self) -> Result<Money, MoneyError> {
        let fee = self
            .provider_fee
            .unwrap_or(Money::zero(self.gross.currency));
        self.gross
            .minus(self.commission)?
            .minus(fee)?
            .minus(self.refunded)?
            .minus(self.dispute_fee)?
            .plus(self.commission_returned)
    }
}
