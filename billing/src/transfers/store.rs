//! Every statement on `transfers`, and on the part of a refund's shares that is about them.

use db::{DbError, TenantTx};
use kernel::Money;
use kernel::ids::{MerchantId, OrderId, PaymentId, RefundId, TransferId};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{Part, Reversal, Status, Transfer};
use crate::ledger::read_currency;
use crate::payments::Payment;

/// A transfer that is about to be written down.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewTransfer {
    pub(crate) id: TransferId,
    pub(crate) merchant_id: MerchantId,
    pub(crate) amount_minor: i64,
    pub(crate) netted_minor: i64,
}

/// Writes down what is to be transferred for a payment.
pub(crate) async fn insert(
    tx: &mut TenantTx,
    payment: &Payment,
    transfers: &[NewTransfer],
    now: OffsetDateTime,
) -> Result<(), DbError> {
    let ids: Vec<Uuid> = transfers.iter().map(|it| it.id.uuid()).collect();
    let merchants: Vec<Uuid> = transfers.iter().map(|it| it.merchant_id.uuid()).collect();
    let amounts: Vec<i64> = transfers.iter().map(|it| it.amount_minor).collect();
    let netted: Vec<i64> = transfers.iter().map(|it| it.netted_minor).collect();
    sqlx::query(
        "insert into transfers
           (tenant_id, id, payment_id, merchant_id, status, amount_minor, netted_minor, currency,
            created_at)
         select $1, it.id, $2, it.merchant_id,
                case when it.amount > 0 then 'due' else 'cancelled' end, it.amount, it.netted, $3, $4
           from unnest($5::uuid[], $6::uuid[], $7::bigint[], $8::bigint[])
                  as it (id, merchant_id, amount, netted)",
    )
    .bind(tx.tenant_id().uuid())
    .bind(payment.id.uuid())
    .bind(payment.currency().code())
    .bind(now)
    .bind(ids)
    .bind(merchants)
    .bind(amounts)
    .bind(netted)
    .execute(tx.conn())
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct TransferRow {
    id: Uuid,
    payment_id: Uuid,
    order_id: Uuid,
    merchant_id: Uuid,
    status: String,
    amount_minor: i64,
    currency: String,
    charge_id: Option<String>,
    destination: Option<String>,
}

/// A transfer, locked, with the merchant's account when that can take money.
pub(super) async fn lock(tx: &mut TenantTx, id: TransferId) -> Result<Option<Transfer>, DbError> {
    let row: Option<TransferRow> = sqlx::query_as(
        "select t.id, t.payment_id, p.order_id, t.merchant_id, t.status, t.amount_minor, t.currency,
                p.charge_id,
                (select a.account_id from connected_accounts a
                  where a.tenant_id = $1 and a.merchant_id = t.merchant_id
                    and a.provider = 'stripe' and a.status = 'active') as destination
           from transfers t
           join payments p on p.tenant_id = t.tenant_id and p.id = t.payment_id
          where t.tenant_id = $1 and t.id = $2
            for update of t",
    )
    .bind(tx.tenant_id().uuid())
    .bind(id.uuid())
    .fetch_optional(tx.conn())
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    Ok(Some(Transfer {
        id: TransferId::from_uuid(row.id),
        payment_id: PaymentId::from_uuid(row.payment_id),
        order_id: OrderId::from_uuid(row.order_id),
        merchant_id: MerchantId::from_uuid(row.merchant_id),
        status: Status::parse(&row.status)?,
        amount: Money::new(row.amount_minor, read_currency(&row.currency)?),
        charge_id: row.charge_id,
        destination: row.destination,
    }))
}

/// Moves a transfer; the caller holds its lock.
pub(super) async fn move_to(
    tx: &mut TenantTx,
    id: TransferId,
    status: Status,
    last_error: Option<&str>,
) -> Result<(), DbError> {
    sqlx::query(
        "update transfers set status = $3, last_error = $4 where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id().uuid())
    .bind(id.uuid())
    .bind(status.name())
    .bind(last_error)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The provider has sent it; `false` when that was known.
pub(super) async fn paid(
    tx: &mut TenantTx,
    id: TransferId,
    provider_id: &str,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update transfers set status = 'paid', provider_id = $3, last_error = null
          where tenant_id = $1 and id = $2 and status = 'sending'",
    )
    .bind(tx.tenant_id().uuid())
    .bind(id.uuid())
    .bind(provider_id)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Transfers that wait for the merchant's account.
pub(crate) async fn blocked(
    tx: &mut TenantTx,
    merchant_id: MerchantId,
) -> Result<Vec<TransferId>, DbError> {
    let ids: Vec<Uuid> = sqlx::query_scalar(
        "select id from transfers where tenant_id = $1 and merchant_id = $2 and status = 'blocked'",
    )
    .bind(tx.tenant_id().uuid())
    .bind(merchant_id.uuid())
    .fetch_all(tx.conn())
    .await?;
    Ok(ids.into_iter().map(TransferId::from_uuid).collect())
}

/// Whether the payment's shares have become transfers.
pub(crate) async fn exist(tx: &mut TenantTx, payment_id: PaymentId) -> Result<bool, DbError> {
    Ok(sqlx::query_scalar(
        "select exists (select from transfers where tenant_id = $1 and payment_id = $2)",
    )
    .bind(tx.tenant_id().uuid())
    .bind(payment_id.uuid())
    .fetch_one(tx.conn())
    .await?)
}

/// What was taken back of a transfer, or is about to be.
pub(crate) async fn reversed_minor(
    tx: &mut TenantTx,
    id: TransferId,
) -> Result<Option<(String, i64)>, DbError> {
    Ok(sqlx::query_as(
        "select provider_id, reversed_minor
           from transfers
          where tenant_id = $1 and id = $2 and provider_id is not null",
    )
    .bind(tx.tenant_id().uuid())
    .bind(id.uuid())
    .fetch_optional(tx.conn())
    .await?)
}

/// Locks merchants against each other's changes of what they owe, in the order of their ids.
pub(crate) async fn lock_merchants(
    tx: &mut TenantTx,
    merchants: &[MerchantId],
) -> Result<(), DbError> {
    let ids: Vec<Uuid> = merchants.iter().map(|merchant| merchant.uuid()).collect();
    sqlx::query(
        "select id from merchants
          where tenant_id = $1 and id = any($2)
          order by id
            for no key update",
    )
    .bind(tx.tenant_id().uuid())
    .bind(ids)
    .execute(tx.conn())
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct PartRow {
    id: Uuid,
    merchant_id: Uuid,
    order_id: Uuid,
    wanted_minor: i64,
    reversal_minor: i64,
    reversal_status: String,
    transfer_id: Uuid,
    provider_id: Option<String>,
    status: String,
    left_minor: i64,
    currency: String,
}

/// A merchant's part of an accepted refund and its transfer, which is locked. Nothing when the
/// payment's shares are not transfers yet: then they will be smaller by it.
pub(super) async fn lock_part(
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
           join transfers t on t.tenant_id = $1 and t.payment_id = r.payment_id
                           and t.merchant_id = part.merchant_id
          where part.tenant_id = $1 and part.refund_id = $2 and part.merchant_id = $3
            and r.accepted_at is not null
            for update of t, part",
    )
    .bind(tx.tenant_id().uuid())
    .bind(refund_id.uuid())
    .bind(merchant_id.uuid())
    .fetch_optional(tx.conn())
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    Ok(Some(Part {
        id: row.id,
        refund_id,
        merchant_id: MerchantId::from_uuid(row.merchant_id),
        order_id: OrderId::from_uuid(row.order_id),
        wanted_minor: row.wanted_minor,
        reversal_minor: row.reversal_minor,
        reversal: match row.reversal_status.as_str() {
            "none" => Reversal::Undecided,
            "due" => Reversal::Due,
            _ => Reversal::Over,
        },
        transfer_id: TransferId::from_uuid(row.transfer_id),
        transfer_name: row.provider_id,
        transfer: Status::parse(&row.status)?,
        left: Money::new(row.left_minor, read_currency(&row.currency)?),
    }))
}

/// The part comes out of a transfer that has not been sent: it will be so much smaller.
pub(super) async fn shrink(tx: &mut TenantTx, part: &Part, minor: i64) -> Result<(), DbError> {
    sqlx::query(
        "with part as (
           update payment_refund_shares set reversal_status = 'succeeded'
            where tenant_id = $1 and id = $4
         )
         update transfers
            set amount_minor = amount_minor - $3,
                status = case when amount_minor = $3 then 'cancelled' else status end
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id().uuid())
    .bind(part.transfer_id.uuid())
    .bind(minor)
    .bind(part.id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Reserves `minor` on the transfer, to be fetched from the merchant's account.
pub(super) async fn reserve(tx: &mut TenantTx, part: &Part, minor: i64) -> Result<(), DbError> {
    sqlx::query(
        "with part as (
           update payment_refund_shares
              set reversal_minor = $3::bigint,
                  reversal_status = case when $3::bigint > 0 then 'due' else 'succeeded' end
            where tenant_id = $1 and id = $4
         )
         update transfers set reversed_minor = reversed_minor + $3
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id().uuid())
    .bind(part.transfer_id.uuid())
    .bind(minor)
    .bind(part.id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The provider has taken the part back; `false` when that was known.
pub(super) async fn reversed(
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
    .bind(tx.tenant_id().uuid())
    .bind(part.transfer_id.uuid())
    .bind(provider_id)
    .bind(part.id)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The part cannot be taken back: what was reserved is free again.
pub(super) async fn unreserve(tx: &mut TenantTx, part: &Part) -> Result<(), DbError> {
    sqlx::query(
        "with part as (
           update payment_refund_shares
              set reversal_status = 'failed', reversal_minor = 0
            where tenant_id = $1 and id = $4
         )
         update transfers set reversed_minor = reversed_minor - $3
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id().uuid())
    .bind(part.transfer_id.uuid())
    .bind(part.reversal_minor)
    .bind(part.id)
    .execute(tx.conn())
    .await?;
    Ok(())
}
