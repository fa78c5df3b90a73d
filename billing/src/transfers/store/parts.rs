//! Every statement on the part of refunds' shares that is about transfers.

use db::{DbError, TenantTx};
use kernel::ids::{MerchantId, OrderId, PaymentId, RefundId, TransferId};
use kernel::{Currency, Money};
use uuid::Uuid;

use crate::transfers::{Part, Reversal, Status};

#[derive(sqlx::FromRow)]
struct PartRow {
    id: Uuid,
    merchant_id: MerchantId,
    order_id: OrderId,
    wanted_minor: i64,
    reversal_minor: i64,
    reversal_status: String,
    transfer_id: TransferId,
    provider_id: Option<String>,
    status: Status,
    left_minor: i64,
    currency: Currency,
}

/// A merchant's part of an accepted refund and its transfer, which is locked: the one that holds the
/// most, until it is decided that the part comes out of it. Nothing when the payment's shares are not
/// transfers yet: then they will be smaller by it.
pub(in crate::transfers) async fn lock_part(
    tx: &mut TenantTx,
    refund_id: RefundId,
    merchant_id: MerchantId,
) -> Result<Option<Part>, DbError> {
    let row: Option<PartRow> = sqlx::query_as(
        "select part.id, part.merchant_id, p.order_id,
                part.gross_minor - part.held_minor - part.commission_minor as wanted_minor, part.reversal_minor,
                part.reversal_status, t.id as transfer_id, t.provider_id, t.status,
                t.amount_minor - t.reversed_minor as left_minor, t.currency
           from payment_refund_shares part
           join payment_refunds r on r.tenant_id = $1 and r.id = part.refund_id
           join payments p on p.tenant_id = $1 and p.id = r.payment_id
           join transfers t
             on t.tenant_id = $1
            and t.id = coalesce(part.transfer_id,
                                (select likely.id from transfers likely
                                  where likely.tenant_id = $1 and likely.payment_id = r.payment_id
                                    and likely.merchant_id = part.merchant_id
                                  order by likely.amount_minor - likely.reversed_minor desc, likely.id
                                  limit 1))
          where part.tenant_id = $1 and part.refund_id = $2 and part.merchant_id = $3
            and r.accepted_at is not null
            for update of t, part",
    )
    .bind(tx.tenant_id())
    .bind(refund_id)
    .bind(merchant_id)
    .fetch_optional(tx.conn())
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    Ok(Some(Part {
        id: row.id,
        refund_id,
        merchant_id: row.merchant_id,
        order_id: row.order_id,
        wanted_minor: row.wanted_minor,
        reversal_minor: row.reversal_minor,
        reversal: Reversal::of(&row.reversal_status),
        transfer_id: row.transfer_id,
        transfer_name: row.provider_id,
        transfer: row.status,
        left: Money::new(row.left_minor, row.currency),
    }))
}

/// The part comes out of a transfer that has not been sent: it will be so much smaller.
pub(in crate::transfers) async fn shrink(
    tx: &mut TenantTx,
    part: &Part,
    minor: i64,
) -> Result<(), DbError> {
    sqlx::query(
        "with part as (
           update payment_refund_shares set reversal_status = 'succeeded', transfer_id = $2
            where tenant_id = $1 and id = $4
         )
         update transfers
            set amount_minor = amount_minor - $3,
                status = case when amount_minor = $3 then 'cancelled' else status end
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(part.transfer_id)
    .bind(minor)
    .bind(part.id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Reserves `minor` on the transfer, to be fetched from the merchant's account.
pub(in crate::transfers) async fn reserve(
    tx: &mut TenantTx,
    part: &Part,
    minor: i64,
) -> Result<(), DbError> {
    sqlx::query(
        "with part as (
           update payment_refund_shares
              set reversal_minor = $3::bigint, transfer_id = $2,
                  reversal_status = case when $3::bigint > 0 then 'due' else 'succeeded' end
            where tenant_id = $1 and id = $4
         )
         update transfers set reversed_minor = reversed_minor + $3
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(part.transfer_id)
    .bind(minor)
    .bind(part.id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The provider has taken the part back; `false` when that was known.
pub(in crate::transfers) async fn reversed(
    tx: &mut TenantTx,
    part: &Part,
    provider_id: &str,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "with part as (
           update payment_refund_shares
              set reversal_status = 'succeeded', reversal_id = $3
            where tenant_id = $1 and id = $4 and reversal_status = 'due'
           returning id
         )
         update transfers
            set status = case when reversed_minor = amount_minor then 'reversed'
                              else 'partially_reversed' end
          where tenant_id = $1 and id = $2 and exists (select from part)",
    )
    .bind(tx.tenant_id())
    .bind(part.transfer_id)
    .bind(provider_id)
    .bind(part.id)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The part cannot be taken back: what was reserved is free again.
pub(in crate::transfers) async fn unreserve(tx: &mut TenantTx, part: &Part) -> Result<(), DbError> {
    sqlx::query(
        "with part as (
           update payment_refund_shares
              set reversal_status = 'failed', reversal_minor = 0
            where tenant_id = $1 and id = $4
         )
         update transfers set reversed_minor = reversed_minor - $3
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(part.transfer_id)
    .bind(part.reversal_minor)
    .bind(part.id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What a dispute has taken of one merchant's share.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TakenPart {
    pub(crate) merchant_id: MerchantId,
    /// What the merchant bears of it.
    pub(crate) borne_minor: i64,
    /// How far taking it back is.
    pub(crate) reversal: Reversal,
}

/// The parts of what a dispute has taken, locked.
pub(crate) async fn taken_parts(
    tx: &mut TenantTx,
    taking: RefundId,
) -> Result<Vec<TakenPart>, DbError> {
    let rows: Vec<(MerchantId, i64, String)> = sqlx::query_as(
        "select merchant_id, gross_minor - held_minor - commission_minor, reversal_status
           from payment_refund_shares
          where tenant_id = $1 and refund_id = $2
          order by merchant_id
            for update",
    )
    .bind(tx.tenant_id())
    .bind(taking)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|(merchant_id, borne_minor, status)| TakenPart {
            merchant_id,
            borne_minor,
            reversal: Reversal::of(&status),
        })
        .collect())
}

/// What a transfer holds that a refund's part would come out of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Holding {
    pub(crate) merchant_id: MerchantId,
    /// Whether the money is on its way to the merchant's account, or there.
    pub(crate) is_sent: bool,
    pub(crate) left_minor: i64,
}

/// Of each merchant of a payment the transfer that [`lock_part`] would find; none before shares are transfers.
pub(crate) async fn holdings(
    tx: &mut TenantTx,
    payment_id: PaymentId,
) -> Result<Vec<Holding>, DbError> {
    let rows: Vec<(MerchantId, Status, i64)> = sqlx::query_as(
        "select distinct on (merchant_id) merchant_id, status, amount_minor - reversed_minor
           from transfers
          where tenant_id = $1 and payment_id = $2
          order by merchant_id, amount_minor - reversed_minor desc, id",
    )
    .bind(tx.tenant_id())
    .bind(payment_id)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|(merchant_id, status, left_minor)| Holding {
            merchant_id,
            is_sent: !matches!(status, Status::Due | Status::Blocked),
            left_minor,
        })
        .collect())
}
