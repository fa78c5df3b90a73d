//! Every statement about parcels.

use db::{DbError, TenantTx};
use kernel::ids::{FulfillmentId, MerchantId, OrderId, OrderLineId, StorefrontId};
use time::OffsetDateTime;

use super::{Fulfillment, FulfillmentLine, FulfillmentStatus, Tracking};
use crate::orders::{CaptureRule, OrderStatus, PaymentAction, terms};

#[derive(sqlx::FromRow)]
struct Row {
    id: FulfillmentId,
    merchant_id: MerchantId,
    status: FulfillmentStatus,
    carrier: Option<String>,
    tracking_number: Option<String>,
    tracking_url: Option<String>,
    created_at: OffsetDateTime,
    created_by: String,
    delivered_at: Option<OffsetDateTime>,
    cancelled_at: Option<OffsetDateTime>,
}

#[derive(sqlx::FromRow)]
struct LineRow {
    fulfillment_id: FulfillmentId,
    line_id: OrderLineId,
    quantity: i32,
}

/// What shipping asks of an order.
#[derive(sqlx::FromRow)]
pub(super) struct LockedOrder {
    pub(super) id: OrderId,
    pub(super) number: i64,
    pub(super) storefront_id: StorefrontId,
    pub(super) status: OrderStatus,
    pub(super) capture: CaptureRule,
    pub(super) payment_action: Option<PaymentAction>,
}

/// The order; nobody else can change it until the transaction ends.
pub(super) async fn lock_order(
    tx: &mut TenantTx,
    id: OrderId,
) -> Result<Option<LockedOrder>, DbError> {
    Ok(sqlx::query_as(
        "select id, number, storefront_id, status, capture, payment_action from orders
          where tenant_id = $1 and id = $2
            for update",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?)
}

/// The parcels of an order, the first first.
pub(crate) async fn of_order(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Vec<Fulfillment>, DbError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select id, merchant_id, status, carrier, tracking_number, tracking_url, created_at,
                created_by, delivered_at, cancelled_at
           from fulfillments
          where tenant_id = $1 and order_id = $2
          order by id",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_all(tx.conn())
    .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let lines: Vec<LineRow> = sqlx::query_as(
        "select u.fulfillment_id, u.line_id, u.quantity
           from fulfillments f
           join fulfillment_lines u on u.tenant_id = $1 and u.fulfillment_id = f.id
           join order_lines l on l.tenant_id = $1 and l.id = u.line_id
          where f.tenant_id = $1 and f.order_id = $2
          order by u.fulfillment_id, l.position",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_all(tx.conn())
    .await?;
    let with_lines = |row: Row| Fulfillment {
        id: row.id,
        order_id,
        merchant_id: row.merchant_id,
        status: row.status,
        tracking: Tracking {
            carrier: row.carrier,
            number: row.tracking_number,
            url: row.tracking_url,
        },
        lines: lines
            .iter()
            .filter(|line| line.fulfillment_id == row.id)
            .map(|line| FulfillmentLine {
                line_id: line.line_id,
                quantity: line.quantity,
            })
            .collect(),
        created_at: row.created_at,
        created_by: row.created_by,
        delivered_at: row.delivered_at,
        cancelled_at: row.cancelled_at,
    };
    Ok(rows.into_iter().map(with_lines).collect())
}

/// Writes a parcel down and takes its units from what is left to ship.
///
/// The constraint `order_lines_not_overfulfilled` refuses more than were ordered.
pub(super) async fn insert(tx: &mut TenantTx, new: &Fulfillment) -> Result<(), DbError> {
    let lines: Vec<_> = new.lines.iter().map(|line| line.line_id).collect();
    let quantities: Vec<i32> = new.lines.iter().map(|line| line.quantity).collect();
    sqlx::query(
        "with parcel as (
           insert into fulfillments
                  (tenant_id, id, order_id, merchant_id, status, carrier, tracking_number,
                   tracking_url, created_at, created_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ), packed as (
           insert into fulfillment_lines (tenant_id, fulfillment_id, line_id, quantity)
           select $1, $2, u.line_id, u.quantity
             from unnest($11::uuid[], $12::integer[]) as u (line_id, quantity)
           returning line_id, quantity
         ), found_by as (
           insert into order_terms (tenant_id, order_id, term)
           select $1, $3, $13 where $13::text is not null
               on conflict do nothing
         )
         update order_lines l
            set fulfilled_quantity = l.fulfilled_quantity + p.quantity
           from packed p
          where l.tenant_id = $1 and l.id = p.line_id and l.order_id = $3 and l.merchant_id = $4",
    )
    .bind(tx.tenant_id())
    .bind(new.id)
    .bind(new.order_id)
    .bind(new.merchant_id)
    .bind(new.status)
    .bind(new.tracking.carrier.as_deref())
    .bind(new.tracking.number.as_deref())
    .bind(new.tracking.url.as_deref())
    .bind(new.created_at)
    .bind(&new.created_by)
    .bind(lines)
    .bind(quantities)
    .bind(new.tracking.number.as_deref().and_then(terms::code))
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Says what has become of a parcel; the caller has locked its order.
pub(super) async fn move_status(tx: &mut TenantTx, moved: &Fulfillment) -> Result<(), DbError> {
    sqlx::query(
        "update fulfillments set status = $3, delivered_at = $4, cancelled_at = $5
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(moved.id)
    .bind(moved.status)
    .bind(moved.delivered_at)
    .bind(moved.cancelled_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Makes the units of a parcel that was just cancelled open again.
pub(super) async fn open_units(tx: &mut TenantTx, id: FulfillmentId) -> Result<(), DbError> {
    sqlx::query(
        "update order_lines l
            set fulfilled_quantity = l.fulfilled_quantity - u.quantity
           from fulfillment_lines u
          where u.tenant_id = $1 and u.fulfillment_id = $2
            and l.tenant_id = $1 and l.id = u.line_id",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Writes the fulfillment status that follows from an order's lines, those of other merchants too: the only
/// place that does.
pub(in crate::orders) async fn set_status(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<(), DbError> {
    sqlx::query(
        "update orders
            set fulfillment_status = fulfillment_status_of($2)
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .execute(tx.conn())
    .await?;
    Ok(())
}
