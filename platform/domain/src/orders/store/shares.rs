//! Merchants' parts of refunds, and refunds that were made at the payment provider.

use db::{DbError, TenantTx};
use kernel::Money;
use kernel::ids::{MerchantId, OrderId, OrderLineId, RefundId, ReturnId};
use kernel::ports::RefundShare;
use time::OffsetDateTime;

use crate::orders::elsewhere::Remainder;

/// Each merchant's part of a refund: what was written down for it, or else what its lines and the shipping
/// come to.
pub(in crate::orders) async fn refund_shares(
    tx: &mut TenantTx,
    id: RefundId,
) -> Result<Vec<RefundShare>, DbError> {
    let rows: Vec<(MerchantId, i64, i64)> = sqlx::query_as(
        "with own as (
           select merchant_id, goods_net_minor, gross_minor
             from refund_shares
            where tenant_id = $1 and refund_id = $2
         )
         select p.merchant_id, sum(p.net_minor)::bigint, sum(p.gross_minor)::bigint
           from (select merchant_id, goods_net_minor as net_minor, gross_minor from own
                 union all
                 select l.merchant_id, g.net_minor, g.net_minor + g.tax_minor as gross_minor
                   from refund_lines g
                   join order_lines l on l.tenant_id = $1 and l.id = g.line_id
                  where g.tenant_id = $1 and g.refund_id = $2 and not exists (select from own)
                 union all
                 select s.merchant_id, 0, s.shipping_net_minor + s.shipping_tax_minor
                   from refunds r
                   join order_shares s on s.tenant_id = $1 and s.order_id = r.order_id
                  where r.tenant_id = $1 and r.id = $2 and r.includes_shipping
                    and not exists (select from own)) p
          group by p.merchant_id
         having sum(p.gross_minor) > 0
          order by p.merchant_id",
    )
    .bind(tx.tenant_id())
    .bind(id)
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

/// What the order's own refunds that have not failed have left of each merchant's part.
pub(in crate::orders) async fn remainders(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Vec<Remainder>, DbError> {
    let rows: Vec<(MerchantId, i64, i64, i64)> = sqlx::query_as(
        "with live as (
           select r.id, r.includes_shipping,
                  exists (select from refund_shares own
                           where own.tenant_id = $1 and own.refund_id = r.id) as is_own
             from refunds r
            where r.tenant_id = $1 and r.order_id = $2 and r.status <> 'failed'
         ), given as (
           select p.merchant_id, sum(p.net_minor)::bigint as net_minor,
                  sum(p.gross_minor)::bigint as gross_minor
             from (select own.merchant_id, own.goods_net_minor as net_minor, own.gross_minor
                     from live
                     join refund_shares own on own.tenant_id = $1 and own.refund_id = live.id
                   union all
                   select l.merchant_id, g.net_minor, g.net_minor + g.tax_minor
                     from live
                     join refund_lines g on g.tenant_id = $1 and g.refund_id = live.id
                     join order_lines l on l.tenant_id = $1 and l.id = g.line_id
                    where not live.is_own
                   union all
                   select s.merchant_id, 0, s.shipping_net_minor + s.shipping_tax_minor
                     from live
                     join order_shares s on s.tenant_id = $1 and s.order_id = $2
                    where live.includes_shipping and not live.is_own) p
            group by p.merchant_id
         )
         select s.merchant_id, s.goods_net_minor - coalesce(given.net_minor, 0),
                s.goods_net_minor + s.goods_tax_minor + s.shipping_net_minor + s.shipping_tax_minor
                  - coalesce(given.gross_minor, 0),
                s.shipping_net_minor + s.shipping_tax_minor
           from order_shares s
           left join given on given.merchant_id = s.merchant_id
          where s.tenant_id = $1 and s.order_id = $2
          order by s.merchant_id",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(
            |(merchant_id, goods_net_minor, gross_minor, shipping_minor)| Remainder {
                merchant_id,
                goods_net_minor,
                gross_minor,
                shipping_minor,
            },
        )
        .collect())
}

/// What refunds of a return that have not failed gave back of each line.
pub(in crate::orders) async fn refunded_of_return(
    tx: &mut TenantTx,
    id: ReturnId,
) -> Result<Vec<(OrderLineId, i64)>, DbError> {
    Ok(sqlx::query_as(
        "select g.line_id, sum(g.quantity)
           from refunds r
           join refund_lines g on g.tenant_id = $1 and g.refund_id = r.id
          where r.tenant_id = $1 and r.return_id = $2 and r.status <> 'failed'
          group by g.line_id",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_all(tx.conn())
    .await?)
}

/// Writes down a refund that was made at the payment provider; one that is known is left as it is.
pub(in crate::orders) async fn insert_found(
    tx: &mut TenantTx,
    (id, order_id): (RefundId, OrderId),
    (amount, reason): (Money, &str),
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into refunds
           (tenant_id, id, order_id, status, reason, amount_minor, includes_shipping, created_at,
            created_by)
         values ($1, $2, $3, 'pending', $4, $5, false, $6, 'provider')
         on conflict (tenant_id, id) do nothing",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(order_id)
    .bind(reason)
    .bind(amount.minor)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}
