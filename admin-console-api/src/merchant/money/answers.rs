//! An order's money as the tenant's staff sees it.

use billing::{MoneyTrace, RefundTrace, ShareTrace, TraceEntry, TraceTransaction, TransferTrace};
use domain::orders::{OrderDetails, OrderLine};
use gateway::json::Money;
use kernel::{Currency, Money as Amount};
use poem_openapi::Object;
use time::OffsetDateTime;

/// Where an order's money came from and went.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct OrderMoney {
    /// The order.
    order_id: String,
    /// Its number, which people use.
    number: i64,
    /// The currency of every amount.
    currency: String,
    /// What the order comes to.
    total: Money,
    /// What the total is made of, beside shipping.
    lines: Vec<Bought>,
    /// What shipping cost, as prices were shown.
    shipping: Money,
    /// All tax.
    tax: Money,
    /// The payment; absent as long as it has not been opened.
    payment: Option<Payment>,
    /// Each merchant's part of the payment.
    shares: Vec<Share>,
    /// The merchants' parts on their way.
    transfers: Vec<Transfer>,
    /// Money given back.
    refunds: Vec<Refund>,
    /// The facts in the books, the oldest first.
    transactions: Vec<Transaction>,
    /// The sum of every posting: zero.
    sum: Money,
}

/// What a line came to.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "OrderMoneyLine")]
struct Bought {
    /// The line of the order.
    line_id: String,
    /// Who sold it.
    merchant_id: String,
    /// The product's title.
    title: String,
    /// How many.
    quantity: i32,
    /// The line without tax.
    net: Money,
    /// Its tax.
    tax: Money,
}

/// How the order is paid.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "OrderMoneyPayment")]
struct Payment {
    /// Its id.
    id: String,
    /// `created`, `open`, `action_required`, `processing`, `succeeded`, `cancelled` or `failed`.
    status: String,
    /// What the shopper pays.
    amount: Money,
    /// What the shopper got back, or is about to.
    refunded: Money,
}

/// One merchant's part.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "OrderMoneyShare"
)]
struct Share {
    /// The merchant.
    merchant_id: String,
    /// Its part of what the shopper paid: goods, shipping and tax.
    gross: Money,
    /// The platform's part of that.
    commission: Money,
    /// Its part of the payment provider's fee; absent until that is known.
    provider_fee: Option<Money>,
    /// Kept back to settle what the merchant owed.
    netted: Money,
    /// What was sent to its account.
    transferred: Money,
    /// What the merchant gave back.
    refunded: Money,
    /// The commission that goes back with it.
    commission_returned: Money,
    /// What was fetched back from its account.
    reversed: Money,
    /// What the merchant has earned with the order, all things considered.
    left: Money,
}

/// A merchant's part on its way.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "OrderMoneyTransfer"
)]
pub(in crate::merchant) struct Transfer {
    /// Its id.
    id: String,
    /// The merchant.
    merchant_id: String,
    /// `due`, `sending`, `blocked`, `paid`, `partially_reversed`, `reversed` or `cancelled`.
    status: String,
    /// How much.
    amount: Money,
    /// What was taken back of it, or is about to be.
    reversed: Money,
    /// What the payment provider calls it.
    provider_id: Option<String>,
    /// What stands in the way.
    last_error: Option<String>,
}

/// Money given back.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "OrderMoneyRefund"
)]
struct Refund {
    /// Its id.
    id: String,
    /// `requested`, `pending`, `succeeded` or `failed`.
    status: String,
    /// How much.
    amount: Money,
    /// Why.
    reason: String,
    /// Why it failed.
    failure: Option<String>,
    /// What the payment provider calls it.
    provider_id: Option<String>,
    /// When it was asked for.
    created_at: OffsetDateTime,
}

/// A fact in the books.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "LedgerTransaction")]
struct Transaction {
    /// Its id.
    id: String,
    /// What kind of fact, such as `sale_captured` or `transfer`.
    kind: String,
    /// When it happened.
    occurred_at: OffsetDateTime,
    /// What it is told by, such as the payment provider's charge.
    source: String,
    /// Whose money it moved. They add up to zero.
    postings: Vec<Posting>,
}

/// One side of a fact.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "LedgerPosting"
)]
struct Posting {
    /// The account.
    account: String,
    /// The merchant whose account it is.
    merchant_id: Option<String>,
    /// Above zero a debit, below a credit.
    amount: Money,
}

impl OrderMoney {
    pub(super) fn of(details: OrderDetails, trace: Option<MoneyTrace>) -> Self {
        let order = details.order;
        let money = |minor| Amount::new(minor, order.currency).into();
        let mut answer = Self {
            order_id: order.id.to_string(),
            number: order.number,
            currency: order.currency.code().to_owned(),
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
            shares,
            transfers,
            refunds,
            transactions,
            sum,
        } = trace;
        self.payment = Some(Payment {
            id: payment_id.to_string(),
            status: payment_status,
            amount: total.into(),
            refunded: refunded.into(),
        });
        self.shares = shares.into_iter().map(Share::from).collect();
        self.transfers = transfers.into_iter().map(Transfer::from).collect();
        self.refunds = refunds.into_iter().map(Refund::from).collect();
        self.transactions = transactions.into_iter().map(Transaction::from).collect();
        self.sum = sum.into();
    }
}

impl Bought {
    fn of(line: OrderLine, currency: Currency) -> Self {
        Self {
            line_id: line.id.to_string(),
            merchant_id: line.merchant_id.to_string(),
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
            left,
        } = share;
        Self {
            merchant_id: merchant_id.to_string(),
            gross: gross.into(),
            commission: commission.into(),
            provider_fee: provider_fee.map(Money::from),
            netted: netted.into(),
            transferred: transferred.into(),
            refunded: refunded.into(),
            commission_returned: commission_returned.into(),
            reversed: reversed.into(),
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
            id: id.to_string(),
            merchant_id: merchant_id.to_string(),
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
            created_at,
        } = refund;
        Self {
            id: id.to_string(),
            status,
            amount: amount.into(),
            reason,
            failure,
            provider_id,
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
            id: id.to_string(),
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
            merchant_id: merchant_id.map(|id| id.to_string()),
            amount: amount.into(),
        }
    }
}
