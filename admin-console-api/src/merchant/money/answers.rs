//! An order's money as the tenant's staff sees it.

use billing::{
    MoneyTrace, RefundTrace, ShareTrace, TraceEntry, TraceTransaction, TransferStatus,
    TransferTrace,
};
use domain::orders::{OrderDetails, OrderLine};
use gateway::json::Money;
use kernel::ids::{
    LedgerTransactionId, MerchantId, OrderId, OrderLineId, PaymentId, RefundId, TransferId,
};
use kernel::ports::{PaymentStatus, RefundStatus};
use kernel::{Currency, Money as Amount};
use poem_openapi::Object;
use time::OffsetDateTime;

use super::dispute::Dispute;

/// The money of an order: payment, shares, transfers, refunds, disputes and ledger.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct OrderMoney {
    /// Order id.
    order_id: OrderId,
    /// Order number, unique in the tenant, as shown to shoppers and staff.
    number: i64,
    /// Currency of every amount.
    currency: Currency,
    /// Order total.
    total: Money,
    /// Lines.
    lines: Vec<Bought>,
    /// Shipping, with or without tax as prices are shown.
    shipping: Money,
    /// Tax of the order.
    tax: Money,
    /// Payment; absent until one was opened.
    payment: Option<Payment>,
    /// Each merchant's share of the payment.
    shares: Vec<Share>,
    /// Transfers to merchants.
    transfers: Vec<Transfer>,
    /// Refunds.
    refunds: Vec<Refund>,
    /// Disputes.
    disputes: Vec<Dispute>,
    /// Ledger transactions, oldest first.
    transactions: Vec<Transaction>,
    /// Sum of all postings: always zero.
    sum: Money,
}

/// A line of the order.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "OrderMoneyLine")]
struct Bought {
    /// Order line id.
    line_id: OrderLineId,
    /// Merchant of the line.
    merchant_id: MerchantId,
    /// Product title.
    title: String,
    /// Quantity.
    quantity: i32,
    /// Line total without tax.
    net: Money,
    /// Tax of the line.
    tax: Money,
}

/// The payment of an order.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "OrderMoneyPayment")]
struct Payment {
    /// Payment id.
    id: PaymentId,
    /// Payment status.
    status: PaymentStatus,
    /// Amount of the payment.
    amount: Money,
    /// Amount refunded or being refunded.
    refunded: Money,
    /// Amount withdrawn by disputes and not reinstated.
    disputed: Money,
}

/// A merchant's share of a payment.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "OrderMoneyShare"
)]
struct Share {
    /// Merchant id.
    merchant_id: MerchantId,
    /// Gross share: goods, shipping and tax.
    gross: Money,
    /// Commission of the platform.
    commission: Money,
    /// Share of the payment provider's fee; absent until the fee is known.
    provider_fee: Option<Money>,
    /// Withheld to settle what the merchant owed.
    netted: Money,
    /// Transferred to the merchant's account.
    transferred: Money,
    /// Returned by the merchant for refunds and disputes.
    refunded: Money,
    /// Commission returned with it.
    commission_returned: Money,
    /// Reversed from the merchant's account.
    reversed: Money,
    /// Share of dispute fees.
    dispute_fee: Money,
    /// Net amount that the merchant keeps.
    left: Money,
}

/// A transfer of a merchant's share.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "OrderMoneyTransfer"
)]
pub(in crate::merchant) struct Transfer {
    /// Transfer id.
    id: TransferId,
    /// Merchant id.
    merchant_id: MerchantId,
    /// Transfer status.
    status: TransferStatus,
    /// Amount.
    amount: Money,
    /// Amount reversed or being reversed.
    reversed: Money,
    /// Id at the payment provider; absent until it has one.
    provider_id: Option<String>,
    /// Why it has not been sent; absent otherwise.
    last_error: Option<String>,
}

/// A refund.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "OrderMoneyRefund"
)]
struct Refund {
    /// Refund id.
    id: RefundId,
    /// Refund status.
    status: RefundStatus,
    /// Amount.
    amount: Money,
    /// Reason.
    reason: String,
    /// Why it failed; absent otherwise.
    failure: Option<String>,
    /// Id at the payment provider; absent until it has one.
    provider_id: Option<String>,
    /// Whether it was created at the payment provider rather than here.
    made_at_provider: bool,
    /// When the refund was requested.
    created_at: OffsetDateTime,
}

/// A ledger transaction.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "LedgerTransaction")]
struct Transaction {
    /// Ledger transaction id.
    id: LedgerTransactionId,
    /// Kind of transaction, such as `sale_captured` or `transfer`.
    kind: String,
    /// When it happened.
    occurred_at: OffsetDateTime,
    /// Source object, such as the id of the provider's charge.
    source: String,
    /// Postings; they sum to zero.
    postings: Vec<Posting>,
}

/// A posting.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "LedgerPosting"
)]
struct Posting {
    /// Ledger account.
    account: String,
    /// Merchant of the account; absent for accounts of the platform.
    merchant_id: Option<MerchantId>,
    /// Above zero a debit, below a credit.
    amount: Money,
}

impl OrderMoney {
    pub(super) fn of(details: OrderDetails, trace: Option<MoneyTrace>) -> Self {
        let order = details.order;
        let money = |minor| Amount::new(minor, order.currency).into();
        let mut answer = Self {
            order_id: order.id,
            number: order.number,
            currency: order.currency,
            total: money(order.total_minor),
            lines: details
                .lines
                .into_iter()
                .map(|line| Bought::of(line, order.currency))
                .collect(),
            shipping: money(order.shipping_minor),
            tax: money(order.tax_minor),
            payment: None,
            shares: Vec::new(),
            transfers: Vec::new(),
            refunds: Vec::new(),
            disputes: Vec::new(),
            transactions: Vec::new(),
            sum: money(0),
        };
        if let Some(trace) = trace {
            answer.add(trace);
        }
        answer
    }

    fn add(&mut self, trace: MoneyTrace) {
        let MoneyTrace {
            order_id: _,
            payment_id,
            payment_status,
            total,
            refunded,
            disputed,
            shares,
            transfers,
            refunds,
            disputes,
            transactions,
            sum,
        } = trace;
        self.payment = Some(Payment {
            id: payment_id,
            status: payment_status,
            amount: total.into(),
            refunded: refunded.into(),
            disputed: disputed.into(),
        });
        self.shares = shares.into_iter().map(Share::from).collect();
        self.transfers = transfers.into_iter().map(Transfer::from).collect();
        self.refunds = refunds.into_iter().map(Refund::from).collect();
        self.disputes = disputes.into_iter().map(Dispute::from).collect();
        self.transactions = transactions.into_iter().map(Transaction::from).collect();
        self.sum = sum.into();
    }
}

impl Bought {
    fn of(line: OrderLine, currency: Currency) -> Self {
        Self {
            line_id: line.id,
            merchant_id: line.merchant_id,
            title: line.title,
            quantity: line.quantity,
            net: Amount::new(line.taxed.net_minor, currency).into(),
            tax: Amount::new(line.taxed.tax_minor, currency).into(),
        }
    }
}

impl From<ShareTrace> for Share {
    fn from(share: ShareTrace) -> Self {
        let ShareTrace {
            merchant_id,
            gross,
            commission,
            provider_fee,
            netted,
            transferred,
            refunded,
            commission_returned,
            reversed,
            dispute_fee,
            left,
        } = share;
        Self {
            merchant_id,
            gross: gross.into(),
            commission: commission.into(),
            provider_fee: provider_fee.map(Money::from),
            netted: netted.into(),
            transferred: transferred.into(),
            refunded: refunded.into(),
            commission_returned: commission_returned.into(),
            reversed: reversed.into(),
            dispute_fee: dispute_fee.into(),
            left: left.into(),
        }
    }
}

impl From<TransferTrace> for Transfer {
    fn from(transfer: TransferTrace) -> Self {
        let TransferTrace {
            id,
            merchant_id,
            status,
            amount,
            reversed,
            provider_id,
            last_error,
        } = transfer;
        Self {
            id,
            merchant_id,
            status,
            amount: amount.into(),
            reversed: reversed.into(),
            provider_id,
            last_error,
        }
    }
}

impl From<RefundTrace> for Refund {
    fn from(refund: RefundTrace) -> Self {
        let RefundTrace {
            id,
            status,
            amount,
            reason,
            failure,
            provider_id,
            is_made_at_provider,
            created_at,
        } = refund;
        Self {
            id,
            status,
            amount: amount.into(),
            reason,
            failure,
            provider_id,
            made_at_provider: is_made_at_provider,
            created_at,
        }
    }
}

impl From<TraceTransaction> for Transaction {
    fn from(fact: TraceTransaction) -> Self {
        let TraceTransaction {
            id,
            kind,
            occurred_at,
            source,
            entries,
        } = fact;
        Self {
            id,
            kind,
            occurred_at,
            source,
            postings: entries.into_iter().map(Posting::from).collect(),
        }
    }
}

impl From<TraceEntry> for Posting {
    fn from(entry: TraceEntry) -> Self {
        let TraceEntry {
            account,
            merchant_id,
            amount,
        } = entry;
        Self {
            account,
            merchant_id,
            amount: amount.into(),
        }
    }
}
