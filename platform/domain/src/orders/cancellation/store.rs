//! Every statement about cancelled units.

use db::{DbError, TenantTx};
use kernel::ids::{CancellationId, OrderId, OrderLineId, RefundId};
use time::OffsetDateTime;

use super::{Cancellation, CancellationLine};

#[derive(sqlx::FromRow)]
struct Row {
    id: CancellationId,
    reason: String,
    is_restocked: bool,
    refund_id: Option<RefundId>,
    created_at: OffsetDateTime,
    created_by: String,
}

#[derive(sqlx::FromRow)]
struct LineRow {
    cancellation_id: CancellationId,
    line_id: OrderLineId,
    quantity: i32,
}

/// The cancellations of an order's units, the first first.
pub(in crate::orders) async fn of_order(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Vec<Cancellation>, DbError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select id, reason, is_restocked, refund_id, created_at, created_by
           from cancellations
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
        "select u.cancellation_id, u.line_id, u.quantity
           from cancellations c
           join cancellation_lines u on u.tenant_id = $1 and u.cancellation_id = c.id
           join order_lines l on l.tenant_id = $1 and l.id = u.line_id
          where c.tenant_id = $1 and c.order_id = $2
          order by u.cancellation_id, l.position",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_all(tx.conn())
    .await?;
    let with_lines = |row: Row| Cancellation {
        id: row.id,
        order_id,
        reason: row.reason,
        is_restocked: row.is_restocked,
        refund_id: row.refund_id,
        lines: lines
            .iter()
            .filter(|line| line.cancellation_id == row.id)
            .map(|line| CancellationLine {
                line_id: line.line_id,
                quantity: line.quantity,
            })
            .collect(),
        created_at: row.created_at,
        created_by: row.created_by,
    };
    Ok(rows.into_iter().map(with_lines).collect())
}

/// A cancellation of units of an order.
pub(in crate::orders) async fn find(
    tx: &mut TenantTx,
    (order_id, id): (OrderId, CancellationId),
) -> Result<Option<Cancellation>, DbError> {
    let all = of_order(tx, order_id).await?;
    Ok(all.into_iter().find(|found| found.id == id))
}

/// Writes a cancellation down and takes its units from what is left to ship.
///
/// The constraint `order_lines_not_overfulfilled` refuses more than there are.
pub(super) async fn insert(tx: &mut TenantTx, new: &Cancellation) -> Result<(), DbError> {
    let lines: Vec<_> = new.lines.iter().map(|line| line.line_id).collect();
    let quantities: Vec<i32> = new.lines.iter().map(|line| line.quantity).collect();
    sqlx::query(
        "with cancellation as (
           insert into cancellations
                  (tenant_id, id, order_id, reason, is_restocked, refund_id, created_at, created_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8)
         ), units as (
           insert into cancellation_lines (tenant_id, cancellation_id, line_id, quantity)
           select $1, $2, u.line_id, u.quantity
             from unnest($9::uuid[], $10::integer[]) as u (line_id, quantity)
           returning line_id, quantity
         )
         update order_lines l
            set cancelled_quantity = l.cancelled_quantity + u.quantity
           from units u
          where l.tenant_id = $1 and l.id = u.line_id and l.order_id = $3",
    )
    .bind(tx.tenant_id())
    .bind(new.id)
    .bind(new.order_id)
    .bind(&new.reason)
    .bind(new.is_restocked)
    .bind(new.refund_id)
    .bind(new.created_at)
    .bind(&new.created_by)
    .bind(lines)
    .bind(quantities)
    .execute(tx.conn())
    .await?;
    Ok(())
}
