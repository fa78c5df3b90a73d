//! Every statement about returns.

use db::{DbError, TenantTx};
use kernel::ids::{OrderId, OrderLineId, ReturnId, StorefrontId, VariantId};
use time::OffsetDateTime;

use super::{ListReturns, Return, ReturnLine, ReturnReason, ReturnStatus};

#[derive(sqlx::FromRow)]
struct Row {
    id: ReturnId,
    order_id: OrderId,
    status: ReturnStatus,
    reason: ReturnReason,
    note: Option<String>,
    message: Option<String>,
    requested_by: String,
    created_at: OffsetDateTime,
    decided_at: Option<OffsetDateTime>,
    closed_at: Option<OffsetDateTime>,
}

#[derive(sqlx::FromRow)]
struct LineRow {
    return_id: ReturnId,
    line_id: OrderLineId,
    quantity: i32,
    received_quantity: i32,
    restocked_quantity: i32,
}

async fn with_lines(tx: &mut TenantTx, rows: Vec<Row>) -> Result<Vec<Return>, DbError> {
    let ids: Vec<ReturnId> = rows.iter().map(|row| row.id).collect();
    let lines: Vec<LineRow> = sqlx::query_as(
        "select r.return_id, r.line_id, r.quantity, r.received_quantity, r.restocked_quantity
           from return_lines r
           join order_lines l on l.tenant_id = r.tenant_id and l.id = r.line_id
          where r.tenant_id = $1 and r.return_id = any($2)
          order by r.return_id, l.position",
    )
    .bind(tx.tenant_id())
    .bind(ids)
    .fetch_all(tx.conn())
    .await?;
    let returns = rows.into_iter().map(|row| Return {
        lines: lines
            .iter()
            .filter(|line| line.return_id == row.id)
            .map(|line| ReturnLine {
                line_id: line.line_id,
                quantity: line.quantity,
                received_quantity: line.received_quantity,
                restocked_quantity: line.restocked_quantity,
            })
            .collect(),
        id: row.id,
        order_id: row.order_id,
        status: row.status,
        reason: row.reason,
        note: row.note,
        message: row.message,
        requested_by: row.requested_by,
        created_at: row.created_at,
        decided_at: row.decided_at,
        closed_at: row.closed_at,
    });
    Ok(returns.collect())
}

/// Returns, the newest first, `limit` of them.
///
/// Planned anew each time: a filter that is not given falls away, and an index of one that is is used.
pub(super) async fn list(
    tx: &mut TenantTx,
    query: &ListReturns,
    limit: i64,
) -> Result<Vec<Return>, DbError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select id, order_id, status, reason, note, message, requested_by, created_at, decided_at,
                closed_at
           from returns
          where tenant_id = $1 and ($2::uuid is null or id < $2)
            and ($4::text is null or status = $4) and ($5::uuid is null or order_id = $5)
          order by id desc
          limit $3",
    )
    .persistent(false)
    .bind(tx.tenant_id())
    .bind(query.after)
    .bind(limit)
    .bind(query.status)
    .bind(query.order_id)
    .fetch_all(tx.planning_anew().await?)
    .await?;
    with_lines(tx, rows).await
}

pub(in crate::orders) async fn find(
    tx: &mut TenantTx,
    id: ReturnId,
) -> Result<Option<Return>, DbError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select id, order_id, status, reason, note, message, requested_by, created_at, decided_at,
                closed_at
           from returns
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_all(tx.conn())
    .await?;
    Ok(with_lines(tx, rows).await?.pop())
}

pub(super) async fn insert(tx: &mut TenantTx, new: &Return) -> Result<(), DbError> {
    sqlx::query(
        "insert into returns (tenant_id, id, order_id, status, reason, note, message, requested_by,
                              created_at, decided_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(tx.tenant_id())
    .bind(new.id)
    .bind(new.order_id)
    .bind(new.status)
    .bind(new.reason)
    .bind(&new.note)
    .bind(&new.message)
    .bind(&new.requested_by)
    .bind(new.created_at)
    .bind(new.decided_at)
    .execute(tx.conn())
    .await?;
    let (ids, quantities): (Vec<OrderLineId>, Vec<i32>) = new
        .lines
        .iter()
        .map(|line| (line.line_id, line.quantity))
        .unzip();
    sqlx::query(
        "insert into return_lines (tenant_id, return_id, line_id, quantity)
         select $1, $2, line.id, line.quantity
           from unnest($3::uuid[], $4::int[]) as line (id, quantity)",
    )
    .bind(tx.tenant_id())
    .bind(new.id)
    .bind(&ids)
    .bind(&quantities)
    .execute(tx.conn())
    .await?;
    count(tx, &ids, &quantities).await
}

/// Counts units of lines as coming back, or no more.
pub(super) async fn count(
    tx: &mut TenantTx,
    lines: &[OrderLineId],
    quantities: &[i32],
) -> Result<(), DbError> {
    sqlx::query(
        "update order_lines l
            set returning_quantity = l.returning_quantity + line.quantity
           from unnest($2::uuid[], $3::int[]) as line (id, quantity)
          where l.tenant_id = $1 and l.id = line.id",
    )
    .bind(tx.tenant_id())
    .bind(lines)
    .bind(quantities)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Writes what may change of a return.
pub(super) async fn update(tx: &mut TenantTx, found: &Return) -> Result<(), DbError> {
    sqlx::query(
        "update returns set status = $3, message = $4, decided_at = $5, closed_at = $6
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(found.id)
    .bind(found.status)
    .bind(&found.message)
    .bind(found.decided_at)
    .bind(found.closed_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn update_lines(tx: &mut TenantTx, found: &Return) -> Result<(), DbError> {
    let ids: Vec<OrderLineId> = found.lines.iter().map(|line| line.line_id).collect();
    let received: Vec<i32> = found.lines.iter().map(|it| it.received_quantity).collect();
    let restocked: Vec<i32> = found.lines.iter().map(|it| it.restocked_quantity).collect();
    sqlx::query(
        "update return_lines r
            set received_quantity = line.received, restocked_quantity = line.restocked
           from unnest($3::uuid[], $4::int[], $5::int[]) as line (id, received, restocked)
          where r.tenant_id = $1 and r.return_id = $2 and r.line_id = line.id",
    )
    .bind(tx.tenant_id())
    .bind(found.id)
    .bind(ids)
    .bind(received)
    .bind(restocked)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// How many days from delivery shoppers of a storefront can ask; none when the store has not said.
pub(super) async fn window(tx: &mut TenantTx, id: StorefrontId) -> Result<Option<i32>, DbError> {
    Ok(sqlx::query_scalar(
        "select window_days from return_policies where tenant_id = $1 and storefront_id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?)
}

/// Whether the tenant has the storefront, whose window is this from now on.
pub(super) async fn set_window(
    tx: &mut TenantTx,
    id: StorefrontId,
    days: i32,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "insert into return_policies (tenant_id, storefront_id, window_days)
         select $1, id, $3 from storefronts where tenant_id = $1 and id = $2
         on conflict (tenant_id, storefront_id) do update set window_days = excluded.window_days",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(days)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether the tenant has the storefront.
pub(super) async fn has_storefront(tx: &mut TenantTx, id: StorefrontId) -> Result<bool, DbError> {
    Ok(sqlx::query_scalar(
        "select exists (select from storefronts where tenant_id = $1 and id = $2)",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_one(tx.conn())
    .await?)
}

/// The variants of lines.
pub(super) async fn variants(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Vec<(OrderLineId, VariantId)>, DbError> {
    Ok(sqlx::query_as(
        "select id, variant_id from order_lines where tenant_id = $1 and order_id = $2",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_all(tx.conn())
    .await?)
}
