//! Every statement on `payment_refunds` and `payment_refund_shares`.

use db::{DbError, TenantTx};
use kernel::ids::{MerchantId, OrderId, PaymentId, RefundId};
use kernel::ports::{RefundShare, RefundStatus};
use kernel::{Currency, Money};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{Origin, Part, Refund};

#[derive(sqlx::FromRow)]
struct Row {
    id: RefundId,
    payment_id: PaymentId,
    order_id: OrderId,
    intent: Option<String>,
    status: RefundStatus,
    amount_minor: i64,
    currency: Currency,
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
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    Ok(Some(Refund {
        id: row.id,
        payment_id: row.payment_id,
        order_id: row.order_id,
        intent: row.intent,
        status: row.status,
        amount: Money::new(row.amount_minor, row.currency),
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
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_one(tx.conn())
    .await?)
}

/// A refund that is about to be written down.
pub(super) struct NewRefund<'a> {
    pub(super) id: RefundId,
    pub(super) payment_id: PaymentId,
    pub(super) amount: Money,
    pub(super) reason: &'a str,
    pub(super) origin: Origin,
    /// What the provider calls it, when it was there first.
    pub(super) provider_id: Option<&'a str>,
    /// The parts, each with the id of its reversal.
    pub(super) parts: &'a [(Uuid, Part)],
}

pub(super) async fn insert(
    tx: &mut TenantTx,
    refund: &NewRefund<'_>,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    let parts = refund.parts;
    let ids: Vec<_> = parts.iter().map(|(id, _)| *id).collect();
    let merchants: Vec<_> = parts.iter().map(|(_, it)| it.merchant_id).collect();
    let nets: Vec<i64> = parts.iter().map(|(_, it)| it.goods_net_minor).collect();
    let grosses: Vec<i64> = parts.iter().map(|(_, it)| it.gross_minor).collect();
    let held_nets: Vec<i64> = parts.iter().map(|(_, it)| it.held_net_minor).collect();
    let helds: Vec<i64> = parts.iter().map(|(_, it)| it.held_minor).collect();
    let commissions: Vec<i64> = parts.iter().map(|(_, it)| it.commission_minor).collect();
    sqlx::query(
        "with refund as (
           insert into payment_refunds
             (tenant_id, id, payment_id, status, amount_minor, currency, reason, created_at,
              origin, provider_id)
           values ($1, $2, $3, 'requested', $4, $5, $6, $7, $15, $16)
         )
         insert into payment_refund_shares
           (tenant_id, refund_id, id, merchant_id, goods_net_minor, gross_minor, held_net_minor,
            held_minor, commission_minor)
         select $1, $2, part.*
           from unnest($8::uuid[], $9::uuid[], $10::bigint[], $11::bigint[], $12::bigint[],
                       $13::bigint[], $14::bigint[]) as part",
    )
    .bind(tx.tenant_id())
    .bind(refund.id)
    .bind(refund.payment_id)
    .bind(refund.amount.minor)
    .bind(refund.amount.currency)
    .bind(refund.reason)
    .bind(now)
    .bind(ids)
    .bind(merchants)
    .bind(nets)
    .bind(grosses)
    .bind(held_nets)
    .bind(helds)
    .bind(commissions)
    .bind(refund.origin.name())
    .bind(refund.provider_id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// A refund's parts, by merchant.
pub(super) async fn parts(tx: &mut TenantTx, id: RefundId) -> Result<Vec<Part>, DbError> {
    Ok(sqlx::query_as(
        "select merchant_id, goods_net_minor, gross_minor, held_net_minor, held_minor,
                commission_minor
           from payment_refund_shares
          where tenant_id = $1 and refund_id = $2
          order by merchant_id",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_all(tx.conn())
    .await?)
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
    .bind(tx.tenant_id())
    .bind(refund.id)
    .bind(refund.status)
    .bind(&refund.provider_id)
    .bind(&refund.failure)
    .bind(refund.is_accepted)
    .bind(now)
    .bind(balance_transaction_id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The refund that the provider calls `provider_id`.
pub(super) async fn find_by_provider_id(
    tx: &mut TenantTx,
    provider_id: &str,
) -> Result<Option<RefundId>, DbError> {
    Ok(sqlx::query_scalar(
        "select id from payment_refunds where tenant_id = $1 and provider_id = $2",
    )
    .bind(tx.tenant_id())
    .bind(provider_id)
    .fetch_optional(tx.conn())
    .await?)
}

/// Whether the provider has been asked for a refund of the payment, and nobody knows its answer. The
/// caller holds the payment's lock.
pub(super) async fn is_asked(tx: &mut TenantTx, id: PaymentId) -> Result<bool, DbError> {
    Ok(sqlx::query_scalar(
        "select exists (select from payment_refunds
                         where tenant_id = $1 and payment_id = $2 and status = 'requested')",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_one(tx.conn())
    .await?)
}

/// The refunds that the next capture of a payment leaves out, the first first.
pub(super) async fn left_out(tx: &mut TenantTx, id: PaymentId) -> Result<Vec<RefundId>, DbError> {
    Ok(sqlx::query_scalar(
        "select id from payment_refunds
          where tenant_id = $1 and payment_id = $2 and origin = 'left_out' and status = 'requested'
          order by id",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_all(tx.conn())
    .await?)
}

/// What refunds that nobody asked for here, and disputes, took of each merchant's part of an order.
pub(super) async fn elsewhere(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Vec<RefundShare>, DbError> {
    let rows: Vec<(MerchantId, i64, i64)> = sqlx::query_as(
        "select part.merchant_id, sum(part.goods_net_minor)::bigint, sum(part.gross_minor)::bigint
           from payments p
           join payment_refunds r on r.tenant_id = $1 and r.payment_id = p.id
           join payment_refund_shares part on part.tenant_id = $1 and part.refund_id = r.id
          where p.tenant_id = $1 and p.order_id = $2 and p.status = 'succeeded'
            and r.origin not in ('stoa', 'left_out') and r.status <> 'failed'
          group by part.merchant_id
          order by part.merchant_id",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|(merchant_id, goods_net_minor, gross_minor)| RefundShare {
            merchant_id,
            goods_net_minor,
            gross_minor,
        })
        .collect())
}

/// A dispute has given back what it took: as if it had taken nothing, for the count. Of what no merchant
/// has given, nothing is to be taken any more.
pub(super) async fn give_up_taking(
    tx: &mut TenantTx,
    id: RefundId,
    (why, is_accepted): (&str, bool),
) -> Result<(), DbError> {
    sqlx::query(
        "with parts as (
           update payment_refund_shares set reversal_status = 'failed'
            where tenant_id = $1 and refund_id = $2 and reversal_status = 'none'
         )
         update payment_refunds
            set status = 'failed', failure = $3, accepted_at = case when $4 then accepted_at end
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(why)
    .bind(is_accepted)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// A dispute's taking counts from now on. Before there are transfers its parts come out of the shares
/// that are not sent yet, and that is all.
pub(super) async fn begin_taking(
    tx: &mut TenantTx,
    id: RefundId,
    (now, is_over): (OffsetDateTime, bool),
) -> Result<(), DbError> {
    sqlx::query(
        "with parts as (
           update payment_refund_shares set reversal_status = 'succeeded'
            where tenant_id = $1 and refund_id = $2 and $4
         )
         update payment_refunds set status = 'succeeded', accepted_at = $3
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(now)
    .bind(is_over)
    .execute(tx.conn())
    .await?;
    Ok(())
}
