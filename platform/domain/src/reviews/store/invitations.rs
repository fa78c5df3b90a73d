//! Which orders' shoppers are asked for reviews.

use db::{DbError, TenantTx};
use kernel::ids::OrderId;
use time::OffsetDateTime;

/// Whether a paid order has arrived: every unit is in a parcel that was delivered, or nothing is shipped.
pub(in crate::reviews) async fn has_arrived(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<bool, DbError> {
    let found: Option<bool> = sqlx::query_scalar(
        "select o.shipping_address is null
                or o.fulfillment_status = 'fulfilled'
                   and not exists (select from fulfillments f
                                    where f.tenant_id = $1 and f.order_id = o.id
                                      and f.status = 'shipped')
           from orders o
          where o.tenant_id = $1 and o.id = $2 and o.status = 'paid'",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.unwrap_or(false))
}

/// Notes that an order's shopper is asked at this moment; `false` when that is planned already.
pub(in crate::reviews) async fn plan_invitation(
    tx: &mut TenantTx,
    order_id: OrderId,
    due_at: OffsetDateTime,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "insert into review_invitations (tenant_id, order_id, due_at) values ($1, $2, $3)
         on conflict do nothing",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .bind(due_at)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// What of an order has no review yet and was not given back.
pub(in crate::reviews) async fn not_reviewed(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Vec<String>, DbError> {
    Ok(sqlx::query_scalar(
        "select case when l.variant_title = '' then l.title
                     else l.title || ' (' || l.variant_title || ')' end
           from order_lines l
          where l.tenant_id = $1 and l.order_id = $2 and l.refunded_quantity < l.quantity
            and not exists (select from reviews r
                             where r.tenant_id = $1 and r.order_line_id = l.id)
          order by l.position",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_all(tx.conn())
    .await?)
}
