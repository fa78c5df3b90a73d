//! Every statement on `payment_refunds` and `payment_refund_shares`.

use db::{DbError, TenantTx};
use kernel::Money;
use kernel::ids::{MerchantId, OrderId, PaymentId, RefundId};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{Part, Refund, Status};
use crate::ledger::read_currency;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    payment_id: Uuid,
    order_id: Uuid,
    intent: Option<String>,
    status: String,
    amount_minor: i64,
    currency: String,
    provider_id: Option<String>,
    failure: Option<String>,
    is_accepted: bool,
    has_left: bool,
}

/// A refund, locked together with its payment, which every change of it goes through. The payment
/// comes first, as it does for everybody, and whoever has waited for it reads the refund as it is
/// by then: only of rows that are locked does a statement see what changed while it waited.
pub(super) async fn lock(tx: &mut TenantTx, id: RefundId) -> Result<Option<Refund>, DbError> {
    let row: Option<Row> = sqlx::query_as(
        "select r.id, r.payment_id, p.order_id, p.provider_id as intent, r.status, r.amount_minor,
                r.currency, r.provider_id, r.failure, r.accepted_at is not null as is_accepted,
                r.balance_transaction_id is not null as has_left
           from payment_refunds r
           join payments p on p.tenant_id = r.tenant_id and p.id = r.payment_id
          where r.tenant_id = $1 and r.id = $2
            for update of p, r",
    )
    .bind(tx.tenant_id().uuid())
    .bind(id.uuid())
    .fetch_optional(tx.conn())
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    Ok(Some(Refund {
        id: RefundId::from_uuid(row.id),
        payment_id: PaymentId::from_uuid(row.payment_id),
        order_id: OrderId::from_uuid(row.order_id),
        intent: row.intent,
        status: Status::parse(&row.status)?,
        amount: Money::new(row.amount_minor, read_currency(&row.currency)?),
        provider_id: row.provider_id,
        failure: row.failure,
        is_accepted: row.is_accepted,
        has_left: row.has_left,
    }))
}

/// Whether the provider has taken the refund on and not decided about it.
pub(crate) async fn is_pending(tx: &mut TenantTx, id: RefundId) -> Result<bool, DbError> {
    Ok(sqlx::query_scalar(
        "select exists (select from payment_refunds
                         where tenant_id = $1 and id = $2 and status = 'pending')",
    )
    .bind(tx.tenant_id().uuid())
    .bind(id.uuid())
    .fetch_one(tx.conn())
    .await?)
}

/// A refund that is about to be written down.
pub(super) struct NewRefund<'a> {
    pub(super) id: RefundId,
    pub(super) payment_id: PaymentId,
    pub(super) amount: Money,
    pub(super) reason: &'a str,
    /// The parts, each with the id of its reversal.
    pub(super) parts: &'a [(Uuid, Part)],
}

pub(super) async fn insert(
    tx: &mut TenantTx,
    refund: &NewRefund<'_>,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    let parts = refund.parts;
    let ids: Vec<Uuid> = parts.iter().map(|(id, _)| *id).collect();
    let merchants: Vec<Uuid> = parts.iter().map(|(_, it)| it.merchant_id.uuid()).collect();
    let nets: Vec<i64> = parts.iter().map(|(_, it)| it.goods_net_minor).collect();
    let grosses: Vec<i64> = parts.iter().map(|(_, it)| it.gross_minor).collect();
    let held_nets: Vec<i64> = parts.iter().map(|(_, it)| it.held_net_minor).collect();
    let helds: Vec<i64> = parts.iter().map(|(_, it)| it.held_minor).collect();
    let commissions: Vec<i64> = parts.iter().map(|(_, it)| it.commission_minor).collect();
    sqlx::query(
        "with refund as (
           insert into payment_refunds
             (tenant_id, id, payment_id, status, amount_minor, currency, reason, created_at)
           values ($1, $2, $3, 'requested', $4, $5, $6, $7)
         )
         insert into payment_refund_shares
           (tenant_id, refund_id, id, merchant_id, goods_net_minor, gross_minor, held_net_minor,
            held_minor, commission_minor)
         select $1, $2, part.*
           from unnest($8::uuid[], $9::uuid[], $10::bigint[], $11::bigint[], $12::bigint[],
                       $13::bigint[], $14::bigint[]) as part",
    )
    .bind(tx.tenant_id().uuid())
    .bind(refund.id.uuid())
    .bind(refund.payment_id.uuid())
    .bind(refund.amount.minor)
    .bind(refund.amount.currency.code())
    .bind(refund.reason)
    .bind(now)
    .bind(ids)
    .bind(merchants)
    .bind(nets)
    .bind(grosses)
    .bind(held_nets)
    .bind(helds)
    .bind(commissions)
    .execute(tx.conn())
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct PartRow {
    merchant_id: Uuid,
    goods_net_minor: i64,
    gross_minor: i64,
    held_net_minor: i64,
    held_minor: i64,
    commission_minor: i64,
}

/// A refund's parts, by merchant.
pub(super) async fn parts(tx: &mut TenantTx, id: RefundId) -> Result<Vec<Part>, DbError> {
    let rows: Vec<PartRow> = sqlx::query_as(
        "select merchant_id, goods_net_minor, gross_minor, held_net_minor, held_minor,
                commission_minor
           from payment_refund_shares
          where tenant_id = $1 and refund_id = $2
          order by merchant_id",
    )
    .bind(tx.tenant_id().uuid())
    .bind(id.uuid())
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Part {
            merchant_id: MerchantId::from_uuid(row.merchant_id),
            goods_net_minor: row.goods_net_minor,
            gross_minor: row.gross_minor,
            held_net_minor: row.held_net_minor,
            held_minor: row.held_minor,
            commission_minor: row.commission_minor,
        })
        .collect())
}

/// Writes down how far a refund is now. The caller holds the payment's lock.
pub(super) async fn update(
    tx: &mut TenantTx,
    refund: &Refund,
    balance_transaction_id: Option<&str>,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "update payment_refunds
            set status = $3, provider_id = coalesce(provider_id, $4), failure = $5,
                accepted_at = case when $6 then coalesce(accepted_at, $7) end,
                balance_transaction_id = coalesce(balance_transaction_id, $8)
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id().uuid())
    .bind(refund.id.uuid())
    .bind(refund.status.name())
    .bind(&refund.provider_id)
    .bind(&refund.failure)
    .bind(refund.is_accepted)
    .bind(now)
    .bind(balance_transaction_id)
    .execute(tx.conn())
    .await?;
    Ok(())
}
