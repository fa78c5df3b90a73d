//! Every statement on `transfers` alone; those about refunds' parts are in `parts`.

mod parts;

pub(crate) use parts::{Holding, TakenPart, holdings, taken_parts};
pub(super) use parts::{lock_part, reserve, reversed, shrink, unreserve};

use db::{DbError, TenantTx};
use kernel::ids::{MerchantId, OrderId, PaymentId, RefundId, TransferId};
use kernel::{Currency, Money};
use time::OffsetDateTime;

use super::{Status, Transfer};
use crate::payments::Payment;

/// A transfer that is about to be written down.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewTransfer {
    pub(crate) id: TransferId,
    pub(crate) merchant_id: MerchantId,
    pub(crate) amount_minor: i64,
    pub(crate) netted_minor: i64,
}

/// Writes down what is to be transferred for a payment: its shares, or what a dispute had taken of them.
pub(crate) async fn insert(
    tx: &mut TenantTx,
    payment: &Payment,
    (taking, transfers): (Option<RefundId>, &[NewTransfer]),
    now: OffsetDateTime,
) -> Result<(), DbError> {
    let ids: Vec<_> = transfers.iter().map(|it| it.id).collect();
    let merchants: Vec<_> = transfers.iter().map(|it| it.merchant_id).collect();
    let amounts: Vec<i64> = transfers.iter().map(|it| it.amount_minor).collect();
    let netted: Vec<i64> = transfers.iter().map(|it| it.netted_minor).collect();
    sqlx::query(
        "insert into transfers
           (tenant_id, id, payment_id, merchant_id, status, amount_minor, netted_minor, currency,
            created_at, taking_id)
         select $1, it.id, $2, it.merchant_id,
                case when it.amount > 0 then 'due' else 'cancelled' end, it.amount, it.netted, $3, $4,
                $9
           from unnest($5::uuid[], $6::uuid[], $7::bigint[], $8::bigint[])
                  as it (id, merchant_id, amount, netted)",
    )
    .bind(tx.tenant_id())
    .bind(payment.id)
    .bind(payment.currency())
    .bind(now)
    .bind(ids)
    .bind(merchants)
    .bind(amounts)
    .bind(netted)
    .bind(taking)
    .execute(tx.conn())
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct TransferRow {
    id: TransferId,
    payment_id: PaymentId,
    order_id: OrderId,
    merchant_id: MerchantId,
    status: Status,
    amount_minor: i64,
    currency: Currency,
    source: Option<String>,
    charged_at: Option<OffsetDateTime>,
    is_return: bool,
    destination: Option<String>,
}

/// A transfer, locked, with the merchant's account when that can take money.
pub(super) async fn lock(tx: &mut TenantTx, id: TransferId) -> Result<Option<Transfer>, DbError> {
    let row: Option<TransferRow> = sqlx::query_as(
        "select t.id, t.payment_id, p.order_id, t.merchant_id, t.status, t.amount_minor, t.currency,
                case when t.taking_id is null then p.charge_id end as source,
                p.captured_at as charged_at,
                t.taking_id is not null as is_return,
                (select a.account_id from connected_accounts a
                  where a.tenant_id = $1 and a.merchant_id = t.merchant_id
                    and a.provider = 'stripe' and a.status = 'active') as destination
           from transfers t
           join payments p on p.tenant_id = t.tenant_id and p.id = t.payment_id
          where t.tenant_id = $1 and t.id = $2
            for update of t",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    Ok(Some(Transfer {
        id: row.id,
        payment_id: row.payment_id,
        order_id: row.order_id,
        merchant_id: row.merchant_id,
        status: row.status,
        amount: Money::new(row.amount_minor, row.currency),
        source: row.source,
        charged_at: row.charged_at,
        is_return: row.is_return,
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
    .bind(tx.tenant_id())
    .bind(id)
    .bind(status)
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
    .bind(tx.tenant_id())
    .bind(id)
    .bind(provider_id)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// What the provider calls the transfers of a payment that are recorded.
pub(super) async fn names(
    tx: &mut TenantTx,
    payment_id: PaymentId,
) -> Result<Vec<String>, DbError> {
    Ok(sqlx::query_scalar(
        "select provider_id from transfers
          where tenant_id = $1 and payment_id = $2 and provider_id is not null",
    )
    .bind(tx.tenant_id())
    .bind(payment_id)
    .fetch_all(tx.conn())
    .await?)
}

/// Transfers that wait for the merchant's account.
pub(crate) async fn blocked(
    tx: &mut TenantTx,
    merchant_id: MerchantId,
) -> Result<Vec<TransferId>, DbError> {
    Ok(sqlx::query_scalar(
        "select id from transfers where tenant_id = $1 and merchant_id = $2 and status = 'blocked'",
    )
    .bind(tx.tenant_id())
    .bind(merchant_id)
    .fetch_all(tx.conn())
    .await?)
}

/// Whether the payment's shares have become transfers.
pub(crate) async fn exist(tx: &mut TenantTx, payment_id: PaymentId) -> Result<bool, DbError> {
    Ok(sqlx::query_scalar(
        "select exists (select from transfers where tenant_id = $1 and payment_id = $2)",
    )
    .bind(tx.tenant_id())
    .bind(payment_id)
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
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?)
}

/// Locks merchants against each other's changes of what they owe, in the order of their ids.
pub(crate) async fn lock_merchants(
    tx: &mut TenantTx,
    merchants: &[MerchantId],
) -> Result<(), DbError> {
    sqlx::query(
        "select id from merchants
          where tenant_id = $1 and id = any($2)
          order by id
            for no key update",
    )
    .bind(tx.tenant_id())
    .bind(merchants)
    .execute(tx.conn())
    .await?;
    Ok(())
}
