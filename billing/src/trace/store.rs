//! What the trace reads of payments, transfers and refunds.

use db::{DbError, TenantTx};
use kernel::ids::{DisputeId, MerchantId, OrderId, PaymentId, RefundId, TransferId};
use kernel::ports::{PaymentStatus, RefundStatus};
use kernel::{Currency, Money};
use time::OffsetDateTime;

use super::{DisputeTrace, Earnings, RefundTrace, ShareTrace, TransferTrace};
use crate::transfers::TransferStatus;

/// The payment that an order's money came with.
pub(super) struct Payment {
    pub(super) id: PaymentId,
    pub(super) status: PaymentStatus,
    pub(super) total: Money,
    pub(super) refunded: Money,
    pub(super) disputed: Money,
}

/// The order's payment: the one that is not cancelled or failed, else the latest.
pub(super) async fn payment(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Option<Payment>, DbError> {
    let row: Option<(PaymentId, PaymentStatus, i64, i64, i64, Currency)> = sqlx::query_as(
        "select p.id, p.status, p.amount_minor, p.refunded_minor,
                coalesce((select sum(r.amount_minor)
                            from payment_refunds r
                           where r.tenant_id = $1 and r.payment_id = p.id
                             and r.origin = 'dispute' and r.status <> 'failed'), 0)::bigint, p.currency
           from payments p
          where p.tenant_id = $1 and p.order_id = $2
          order by p.status in ('cancelled', 'failed'), p.id desc
          limit 1",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_optional(tx.conn())
    .await?;
    let Some((id, status, amount, given, disputed, currency)) = row else {
        return Ok(None);
    };
    Ok(Some(Payment {
        id,
        status,
        total: Money::new(amount, currency),
        refunded: Money::new(given - disputed, currency),
        disputed: Money::new(disputed, currency),
    }))
}

#[derive(sqlx::FromRow)]
struct ShareRow {
    merchant_id: MerchantId,
    gross_minor: i64,
    commission_minor: i64,
    provider_fee_minor: Option<i64>,
    refunded_minor: i64,
    netted_minor: i64,
    transferred_minor: i64,
    commission_returned_minor: i64,
    reversed_minor: i64,
}

/// Each merchant's part, with what became of it; what is left is for the caller to reckon.
pub(super) async fn shares(
    tx: &mut TenantTx,
    payment: &Payment,
) -> Result<Vec<ShareTrace>, DbError> {
    let rows: Vec<ShareRow> = sqlx::query_as(
        "select s.merchant_id, s.gross_minor, s.commission_minor, s.provider_fee_minor,
                s.refunded_minor + s.held_minor as refunded_minor,
                coalesce(t.netted_minor, 0) as netted_minor,
                coalesce(t.transferred_minor, 0) as transferred_minor,
                s.commission_back_minor as commission_returned_minor,
                coalesce((select sum(part.reversal_minor)
                            from payment_refunds r
                            join payment_refund_shares part
                              on part.tenant_id = $1 and part.refund_id = r.id
                           where r.tenant_id = $1 and r.payment_id = s.payment_id
                             and part.merchant_id = s.merchant_id
                             and part.reversal_status = 'succeeded'), 0)::bigint as reversed_minor
           from payment_shares s
           left join (select merchant_id, sum(netted_minor)::bigint as netted_minor,
                             (sum(amount_minor) filter (where provider_id is not null))::bigint
                               as transferred_minor
                        from transfers
                       where tenant_id = $1 and payment_id = $2
                       group by merchant_id) t on t.merchant_id = s.merchant_id
          where s.tenant_id = $1 and s.payment_id = $2
          order by s.merchant_id",
    )
    .bind(tx.tenant_id())
    .bind(payment.id)
    .fetch_all(tx.conn())
    .await?;
    let money = |minor| Money::new(minor, payment.total.currency);
    Ok(rows
        .into_iter()
        .map(|row| ShareTrace {
            merchant_id: row.merchant_id,
            gross: money(row.gross_minor),
            commission: money(row.commission_minor),
            provider_fee: row.provider_fee_minor.map(money),
            netted: money(row.netted_minor),
            transferred: money(row.transferred_minor),
            refunded: money(row.refunded_minor),
            commission_returned: money(row.commission_returned_minor),
            reversed: money(row.reversed_minor),
            dispute_fee: money(0),
            left: money(0),
        })
        .collect())
}

type TransferRow = (
    TransferId,
    MerchantId,
    TransferStatus,
    i64,
    i64,
    Option<String>,
    Option<String>,
);

#[derive(sqlx::FromRow)]
struct EarningsRow {
    payment_id: PaymentId,
    currency: Currency,
    gross_minor: i64,
    commission_minor: i64,
    provider_fee_minor: Option<i64>,
    refunded_minor: i64,
    commission_returned_minor: i64,
}

/// A merchant's part of the order's payment: of the one that is not cancelled or failed, else of the latest.
/// The role of merchants' staff may read no more columns of `payments` than these.
pub(super) async fn earnings(
    tx: &mut TenantTx,
    merchant_id: MerchantId,
    order_id: OrderId,
) -> Result<Option<(PaymentId, Earnings)>, DbError> {
    let row: Option<EarningsRow> = sqlx::query_as(
        "select s.payment_id, p.currency, s.gross_minor, s.commission_minor, s.provider_fee_minor,
                s.refunded_minor + s.held_minor as refunded_minor,
                s.commission_back_minor as commission_returned_minor
           from payments p
           join payment_shares s on s.tenant_id = $1 and s.payment_id = p.id and s.merchant_id = $3
          where p.tenant_id = $1 and p.order_id = $2
          order by p.status in ('cancelled', 'failed'), p.id desc
          limit 1",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .bind(merchant_id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| {
        let money = |minor| Money::new(minor, row.currency);
        let earnings = Earnings {
            gross: money(row.gross_minor),
            commission: money(row.commission_minor),
            provider_fee: row.provider_fee_minor.map(money),
            refunded: money(row.refunded_minor),
            commission_returned: money(row.commission_returned_minor),
            transfers: Vec::new(),
        };
        (row.payment_id, earnings)
    }))
}

/// The payment's transfers, by merchant.
pub(super) async fn transfers(
    tx: &mut TenantTx,
    payment_id: PaymentId,
    currency: Currency,
) -> Result<Vec<TransferTrace>, DbError> {
    let rows: Vec<TransferRow> = sqlx::query_as(
        "select id, merchant_id, status, amount_minor, reversed_minor, provider_id, last_error
           from transfers
          where tenant_id = $1 and payment_id = $2
          order by merchant_id, id",
    )
    .bind(tx.tenant_id())
    .bind(payment_id)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(
            |(id, merchant_id, status, amount, reversed, provider_id, last_error)| TransferTrace {
                id,
                merchant_id,
                status,
                amount: Money::new(amount, currency),
                reversed: Money::new(reversed, currency),
                provider_id,
                last_error,
            },
        )
        .collect())
}

type RefundRow = (
    RefundId,
    RefundStatus,
    i64,
    String,
    Option<String>,
    Option<String>,
    bool,
    OffsetDateTime,
);

/// The payment's refunds, oldest first.
pub(super) async fn refunds(
    tx: &mut TenantTx,
    payment: &Payment,
) -> Result<Vec<RefundTrace>, DbError> {
    let rows: Vec<RefundRow> = sqlx::query_as(
        "select id, status, amount_minor, reason, failure, provider_id, origin = 'provider', created_at
           from payment_refunds
          where tenant_id = $1 and payment_id = $2 and origin <> 'dispute'
          order by created_at, id",
    )
    .bind(tx.tenant_id())
    .bind(payment.id)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(
            |(
                id,
                status,
                amount,
                reason,
                failure,
                provider_id,
                is_made_at_provider,
                created_at,
            )| {
                RefundTrace {
                    id,
                    status,
                    amount: Money::new(amount, payment.total.currency),
                    reason,
                    failure,
                    provider_id,
                    is_made_at_provider,
                    created_at,
                }
            },
        )
        .collect())
}

#[derive(sqlx::FromRow)]
struct DisputeRow {
    id: DisputeId,
    status: String,
    amount_minor: i64,
    fee_minor: i64,
    reason: String,
    evidence_due_by: Option<OffsetDateTime>,
    provider_id: String,
    created_at: OffsetDateTime,
}

/// The disputes about the payment, the first first.
pub(super) async fn disputes(
    tx: &mut TenantTx,
    payment: &Payment,
) -> Result<Vec<DisputeTrace>, DbError> {
    let rows: Vec<DisputeRow> = sqlx::query_as(
        "select id, status, amount_minor, fee_minor, reason, evidence_due_by, provider_id, created_at
           from disputes
          where tenant_id = $1 and payment_id = $2
          order by created_at, id",
    )
    .bind(tx.tenant_id())
    .bind(payment.id)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| DisputeTrace {
            id: row.id,
            status: row.status,
            amount: Money::new(row.amount_minor, payment.total.currency),
            fee: Money::new(row.fee_minor, payment.total.currency),
            reason: row.reason,
            evidence_due_by: row.evidence_due_by,
            provider_id: row.provider_id,
            created_at: row.created_at,
        })
        .collect())
}
