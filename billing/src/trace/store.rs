//! What the trace reads of payments, transfers and refunds.

use db::{DbError, TenantTx};
use kernel::Money;
use kernel::ids::{MerchantId, OrderId, PaymentId, RefundId, TransferId};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{RefundTrace, ShareTrace, TransferTrace};
use crate::BillingError;
use crate::ledger::read_currency;

/// The payment that an order's money came with.
pub(super) struct Payment {
    pub(super) id: PaymentId,
    pub(super) status: String,
    pub(super) total: Money,
    pub(super) refunded: Money,
}

/// The order's payment: the one that is not cancelled or failed, else the latest.
pub(super) async fn payment(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Option<Payment>, DbError> {
    let row: Option<(Uuid, String, i64, i64, String)> = sqlx::query_as(
        "select id, status, amount_minor, refunded_minor, currency
           from payments
          where tenant_id = $1 and order_id = $2
          order by status in ('cancelled', 'failed'), id desc
          limit 1",
    )
    .bind(tx.tenant_id().uuid())
    .bind(order_id.uuid())
    .fetch_optional(tx.conn())
    .await?;
    let Some((id, status, amount, refunded, currency)) = row else {
        return Ok(None);
    };
    let currency = read_currency(&currency)?;
    Ok(Some(Payment {
        id: PaymentId::from_uuid(id),
        status,
        total: Money::new(amount, currency),
        refunded: Money::new(refunded, currency),
    }))
}

#[derive(sqlx::FromRow)]
struct ShareRow {
    merchant_id: Uuid,
    gross_minor: i64,
    commission_minor: i64,
    provider_fee_minor: Option<i64>,
    refunded_minor: i64,
    netted_minor: i64,
    transferred_minor: i64,
    commission_returned_minor: i64,
    reversed_minor: i64,
}

/// Each merchant's part, with what became of it.
pub(super) async fn shares(
    tx: &mut TenantTx,
    payment: &Payment,
) -> Result<Vec<ShareTrace>, BillingError> {
    let rows: Vec<ShareRow> = sqlx::query_as(
        "select s.merchant_id, s.gross_minor, s.commission_minor, s.provider_fee_minor,
                s.refunded_minor + s.held_minor as refunded_minor,
                coalesce(t.netted_minor, 0) as netted_minor,
                case when t.provider_id is null then 0 else t.amount_minor end as transferred_minor,
                s.commission_back_minor as commission_returned_minor,
                coalesce((select sum(part.reversal_minor)
                            from payment_refunds r
                            join payment_refund_shares part
                              on part.tenant_id = $1 and part.refund_id = r.id
                           where r.tenant_id = $1 and r.payment_id = s.payment_id
                             and part.merchant_id = s.merchant_id
                             and part.reversal_status = 'succeeded'), 0)::bigint as reversed_minor
           from payment_shares s
           left join transfers t on t.tenant_id = $1 and t.payment_id = s.payment_id
                                and t.merchant_id = s.merchant_id
          where s.tenant_id = $1 and s.payment_id = $2
          order by s.merchant_id",
    )
    .bind(tx.tenant_id().uuid())
    .bind(payment.id.uuid())
    .fetch_all(tx.conn())
    .await
    .map_err(DbError::from)?;
    let money = |minor| Money::new(minor, payment.total.currency);
    rows.into_iter()
        .map(|row| {
            let mut share = ShareTrace {
                merchant_id: MerchantId::from_uuid(row.merchant_id),
                gross: money(row.gross_minor),
                commission: money(row.commission_minor),
                provider_fee: row.provider_fee_minor.map(money),
                netted: money(row.netted_minor),
                transferred: money(row.transferred_minor),
                refunded: money(row.refunded_minor),
                commission_returned: money(row.commission_returned_minor),
                reversed: money(row.reversed_minor),
                left: money(0),
            };
            share.left = share.left()?;
            Ok(share)
        })
        .collect()
}

type TransferRow = (Uuid, Uuid, String, i64, i64, Option<String>, Option<String>);

/// The payment's transfers, by merchant.
pub(super) async fn transfers(
    tx: &mut TenantTx,
    payment: &Payment,
) -> Result<Vec<TransferTrace>, DbError> {
    let rows: Vec<TransferRow> = sqlx::query_as(
        "select id, merchant_id, status, amount_minor, reversed_minor, provider_id, last_error
           from transfers
          where tenant_id = $1 and payment_id = $2
          order by merchant_id",
    )
    .bind(tx.tenant_id().uuid())
    .bind(payment.id.uuid())
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(
            |(id, merchant, status, amount, reversed, provider_id, last_error)| TransferTrace {
                id: TransferId::from_uuid(id),
                merchant_id: MerchantId::from_uuid(merchant),
                status,
                amount: Money::new(amount, payment.total.currency),
                reversed: Money::new(reversed, payment.total.currency),
                provider_id,
                last_error,
            },
        )
        .collect())
}

type RefundRow = (
    Uuid,
    String,
    i64,
    String,
    Option<String>,
    Option<String>,
    OffsetDateTime,
);

/// The payment's refunds, oldest first.
pub(super) async fn refunds(
    tx: &mut TenantTx,
    payment: &Payment,
) -> Result<Vec<RefundTrace>, DbError> {
    let rows: Vec<RefundRow> = sqlx::query_as(
        "select id, status, amount_minor, reason, failure, provider_id, created_at
           from payment_refunds
          where tenant_id = $1 and payment_id = $2
          order by created_at, id",
    )
    .bind(tx.tenant_id().uuid())
    .bind(payment.id.uuid())
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(
            |(id, status, amount, reason, failure, provider_id, created_at)| RefundTrace {
                id: RefundId::from_uuid(id),
                status,
                amount: Money::new(amount, payment.total.currency),
                reason,
                failure,
                provider_id,
                created_at,
            },
        )
        .collect())
}
