//! Every statement on `payment_shares` alone, and what refunds count against them.

use db::{DbError, TenantTx};
use kernel::ids::PaymentId;

use crate::payments::model::{Share, ShareChange};

/// A payment's shares, by merchant.
pub(crate) async fn shares(tx: &mut TenantTx, id: PaymentId) -> Result<Vec<Share>, DbError> {
    Ok(sqlx::query_as(
        "select s.merchant_id, s.goods_net_minor, s.gross_minor, s.commission_minor,
                s.refunded_net_minor, s.refunded_minor, s.held_net_minor, s.held_minor,
                s.commission_back_minor,
                case when s.refunded_minor = 0 and s.held_minor = 0 then 0 else
                  coalesce((select sum(part.gross_minor - part.held_minor - part.commission_minor)
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
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_all(tx.conn())
    .await?)
}

/// Counts a refund against the payment and its shares. The check constraints refuse more than there
/// is. The caller holds the payment's lock.
pub(crate) async fn count_refund(
    tx: &mut TenantTx,
    id: PaymentId,
    changes: &[ShareChange],
) -> Result<(), DbError> {
    let merchants: Vec<_> = changes.iter().map(|it| it.merchant_id).collect();
    let column = |of: fn(&ShareChange) -> i64| -> Vec<i64> { changes.iter().map(of).collect() };
    sqlx::query(
        "with changes as (
           select *
             from unnest($3::uuid[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[],
                         $8::bigint[]) as c (merchant_id, net, gross, held_net, held, commission)
         ), shares as (
           update payment_shares s
              set refunded_net_minor = s.refunded_net_minor + c.net,
                  refunded_minor = s.refunded_minor + c.gross,
                  held_net_minor = s.held_net_minor + c.held_net,
                  held_minor = s.held_minor + c.held,
                  commission_back_minor = s.commission_back_minor + c.commission
             from changes c
            where s.tenant_id = $1 and s.payment_id = $2 and s.merchant_id = c.merchant_id
         )
         update payments
            set refunded_minor = refunded_minor + (select sum(gross) from changes)::bigint
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(merchants)
    .bind(column(|it| it.refunded_net_minor))
    .bind(column(|it| it.refunded_minor))
    .bind(column(|it| it.held_net_minor))
    .bind(column(|it| it.held_minor))
    .bind(column(|it| it.commission_back_minor))
    .execute(tx.conn())
    .await?;
    Ok(())
}
