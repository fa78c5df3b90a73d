//! Every statement on `payment_shares` alone, and what refunds count against them.

use db::{DbError, TenantTx};
use kernel::ids::{MerchantId, PaymentId};
use uuid::Uuid;

use crate::payments::model::Share;

#[derive(sqlx::FromRow)]
struct ShareRow {
    merchant_id: Uuid,
    goods_net_minor: i64,
    gross_minor: i64,
    commission_minor: i64,
    refunded_net_minor: i64,
    refunded_minor: i64,
    taken_back_minor: i64,
}

/// A payment's shares, by merchant.
pub(crate) async fn shares(tx: &mut TenantTx, id: PaymentId) -> Result<Vec<Share>, DbError> {
    let rows: Vec<ShareRow> = sqlx::query_as(
        "select s.merchant_id, s.goods_net_minor, s.gross_minor, s.commission_minor,
                s.refunded_net_minor, s.refunded_minor,
                case when s.refunded_minor = 0 then 0 else
                  coalesce((select sum(part.gross_minor - part.commission_minor)
                              from payment_refunds r
                              join payment_refund_shares part
                                on part.tenant_id = r.tenant_id and part.refund_id = r.id
                             where r.tenant_id = $1 and r.payment_id = $2
                               and r.accepted_at is not null
                               and part.tenant_id = $1
                               and part.merchant_id = s.merchant_id), 0)::bigint
                end as taken_back_minor
           from payment_shares s
          where s.tenant_id = $1 and s.payment_id = $2
          order by s.merchant_id",
    )
    .bind(tx.tenant_id().uuid())
    .bind(id.uuid())
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Share {
            merchant_id: MerchantId::from_uuid(row.merchant_id),
            goods_net_minor: row.goods_net_minor,
            gross_minor: row.gross_minor,
            commission_minor: row.commission_minor,
            refunded_net_minor: row.refunded_net_minor,
            refunded_minor: row.refunded_minor,
            taken_back_minor: row.taken_back_minor,
        })
        .collect())
}

/// Counts a refund against the payment and its shares: `(merchant, net, gross)` each. The check
/// constraints refuse more than there is.
pub(crate) async fn give_back(
    tx: &mut TenantTx,
    id: PaymentId,
    parts: &[(MerchantId, i64, i64)],
) -> Result<(), DbError> {
    count_refund(tx, id, parts, 1).await
}

/// Takes a refund that the provider never carried out off the count again.
pub(crate) async fn undo_give_back(
    tx: &mut TenantTx,
    id: PaymentId,
    parts: &[(MerchantId, i64, i64)],
) -> Result<(), DbError> {
    count_refund(tx, id, parts, -1).await
}

async fn count_refund(
    tx: &mut TenantTx,
    id: PaymentId,
    parts: &[(MerchantId, i64, i64)],
    sign: i64,
) -> Result<(), DbError> {
    let merchants: Vec<Uuid> = parts.iter().map(|part| part.0.uuid()).collect();
    let nets: Vec<i64> = parts.iter().map(|part| part.1).collect();
    let grosses: Vec<i64> = parts.iter().map(|part| part.2).collect();
    sqlx::query(
        "with parts as (
           select * from unnest($3::uuid[], $4::bigint[], $5::bigint[]) as p (merchant_id, net, gross)
         ), shares as (
           update payment_shares s
              set refunded_net_minor = s.refunded_net_minor + $6 * parts.net,
                  refunded_minor = s.refunded_minor + $6 * parts.gross
             from parts
            where s.tenant_id = $1 and s.payment_id = $2 and s.merchant_id = parts.merchant_id
         )
         update payments
            set refunded_minor = refunded_minor + $6 * (select sum(gross) from parts)::bigint
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id().uuid())
    .bind(id.uuid())
    .bind(merchants)
    .bind(nets)
    .bind(grosses)
    .bind(sign)
    .execute(tx.conn())
    .await?;
    Ok(())
}
