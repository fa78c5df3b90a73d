//! Every statement about a merchant's part of orders. The role of merchants' staff may read no more
//! columns of `orders` than these name.

use db::{DbError, TenantTx};
use kernel::ids::{MerchantId, OrderId};
use kernel::{Currency, Money};
use time::OffsetDateTime;

use super::{ListMerchantOrders, MerchantOrderSummary, PaidOrder};
use crate::orders::{OrderFulfillment, OrderStatus};

#[derive(sqlx::FromRow)]
struct SummaryRow {
    id: OrderId,
    number: i64,
    status: OrderStatus,
    fulfillment_status: OrderFulfillment,
    currency: Currency,
    total_minor: i64,
    placed_at: OffsetDateTime,
}

/// The merchant's orders that were paid or authorized, the newest first.
pub(super) async fn list(
    tx: &mut TenantTx,
    query: &ListMerchantOrders,
    limit: u32,
) -> Result<Vec<MerchantOrderSummary>, DbError> {
    let rows: Vec<SummaryRow> = sqlx::query_as(
        "select o.id, o.number, o.status, f.status as fulfillment_status, o.currency, o.placed_at,
                s.goods_net_minor + s.goods_tax_minor + s.shipping_net_minor + s.shipping_tax_minor
                  as total_minor
           from order_shares s
           join orders o on o.tenant_id = $1 and o.id = s.order_id and coalesce(o.authorized_at, o.paid_at) is not null
          cross join lateral (
                 select case when sum(l.fulfilled_quantity) = 0 then 'unfulfilled'
                             when sum(l.fulfilled_quantity) < sum(l.quantity - l.cancelled_quantity)
                               then 'partially_fulfilled'
                             else 'fulfilled' end as status
                   from order_lines l
                  where l.tenant_id = $1 and l.order_id = s.order_id and l.merchant_id = $2) f
          where s.tenant_id = $1 and s.merchant_id = $2 and ($3::uuid is null or s.order_id < $3)
            and ($4::text is null or f.status = $4)
          order by s.order_id desc
          limit $5",
    )
    .bind(tx.tenant_id())
    .bind(query.merchant_id)
    .bind(query.after)
    .bind(query.fulfillment_status)
    .bind(i64::from(limit))
    .fetch_all(tx.conn())
    .await?;
    let summary = |row: SummaryRow| MerchantOrderSummary {
        id: row.id,
        number: row.number,
        status: row.status,
        fulfillment_status: row.fulfillment_status,
        total: Money::new(row.total_minor, row.currency),
        placed_at: row.placed_at,
    };
    Ok(rows.into_iter().map(summary).collect())
}

/// The order, if it was paid or authorized, and holds something of the merchant's.
pub(super) async fn find(
    tx: &mut TenantTx,
    merchant_id: MerchantId,
    id: OrderId,
) -> Result<Option<PaidOrder>, DbError> {
    Ok(sqlx::query_as(
        "select o.id, o.number, o.storefront_id, o.status, f.status as fulfillment_status, o.currency,
                o.shipping_address, o.placed_at, coalesce(o.authorized_at, o.paid_at) as paid_at, o.cancelled_at
           from orders o
          cross join lateral (
                 select case when sum(l.fulfilled_quantity) = 0 then 'unfulfilled'
                             when sum(l.fulfilled_quantity) < sum(l.quantity - l.cancelled_quantity)
                               then 'partially_fulfilled'
                             else 'fulfilled' end as status
                   from order_lines l
                  where l.tenant_id = $1 and l.order_id = o.id and l.merchant_id = $2
                 having count(*) > 0) f
          where o.tenant_id = $1 and o.id = $3 and coalesce(o.authorized_at, o.paid_at) is not null",
    )
    .bind(tx.tenant_id())
    .bind(merchant_id)
    .bind(id)
    .fetch_optional(tx.conn())
    .await?)
}
