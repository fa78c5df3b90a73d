//! Every statement about counts, adjustments and movements.

use std::collections::HashMap;

use db::{DbError, TenantTx};
use kernel::ids::{LocationId, OrderId, StockMovementId, VariantId};
use time::OffsetDateTime;

use crate::inventory::Stock;
use crate::inventory::counting::{
    Adjustment, Allocation, LocationStock, MovementCause, StockMovement,
};

#[derive(sqlx::FromRow)]
struct StockRow {
    variant_id: VariantId,
    #[sqlx(flatten)]
    stock: Stock,
}

pub(in crate::inventory) async fn variant_exists(
    tx: &mut TenantTx,
    id: VariantId,
) -> Result<bool, DbError> {
    let found =
        sqlx::query_scalar("select exists (select from variants where tenant_id = $1 and id = $2)")
            .bind(tx.tenant_id())
            .bind(id)
            .fetch_one(tx.conn())
            .await?;
    Ok(found)
}

pub(in crate::inventory) async fn stock(
    tx: &mut TenantTx,
    variant_id: VariantId,
) -> Result<Option<Stock>, DbError> {
    Ok(sqlx::query_as(
        "select on_hand, reserved, allow_backorder, safety_stock, backorder_limit, low_stock_threshold
           from stock_levels
          where tenant_id = $1 and variant_id = $2",
    )
    .bind(tx.tenant_id())
    .bind(variant_id)
    .fetch_optional(tx.conn())
    .await?)
}

/// The stock of those of `variants` that are tracked; nobody else changes it until the transaction ends.
pub(in crate::inventory) async fn lock(
    tx: &mut TenantTx,
    variants: &[VariantId],
) -> Result<Vec<(VariantId, Stock)>, DbError> {
    let rows: Vec<StockRow> = sqlx::query_as(
        "select s.variant_id, s.on_hand, s.reserved, s.allow_backorder, s.safety_stock,
                s.backorder_limit, s.low_stock_threshold
           from stock_levels s
          where s.tenant_id = $1 and s.variant_id = any($2)
          order by s.variant_id
            for update of s",
    )
    .bind(tx.tenant_id())
    .bind(variants)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.variant_id, row.stock))
        .collect())
}

pub(in crate::inventory) async fn by_location(
    tx: &mut TenantTx,
    variant_id: VariantId,
) -> Result<Vec<LocationStock>, DbError> {
    Ok(sqlx::query_as(
        "select l.id as location_id, l.name, coalesce(s.on_hand, 0) as on_hand
           from locations l
           left join location_stock s
             on s.tenant_id = $1 and s.location_id = l.id and s.variant_id = $2
          where l.tenant_id = $1 and (l.is_active or s.on_hand <> 0)
          order by l.priority, l.id",
    )
    .bind(tx.tenant_id())
    .bind(variant_id)
    .fetch_all(tx.conn())
    .await?)
}

/// What locations hold of variants; nothing of what they never had.
pub(in crate::inventory) async fn held_at(
    tx: &mut TenantTx,
    variants: &[VariantId],
) -> Result<HashMap<(VariantId, LocationId), i32>, DbError> {
    let rows: Vec<(VariantId, LocationId, i32)> = sqlx::query_as(
        "select variant_id, location_id, on_hand
           from location_stock
          where tenant_id = $1 and variant_id = any($2)",
    )
    .bind(tx.tenant_id())
    .bind(variants)
    .fetch_all(tx.conn())
    .await?;
    let held = rows.into_iter();
    Ok(held
        .map(|(variant, place, units)| ((variant, place), units))
        .collect())
}

/// What a location holds of a variant.
pub(in crate::inventory) async fn at(
    tx: &mut TenantTx,
    variant_id: VariantId,
    location_id: LocationId,
) -> Result<i32, DbError> {
    let found: Option<i32> = sqlx::query_scalar(
        "select on_hand from location_stock
          where tenant_id = $1 and variant_id = $2 and location_id = $3",
    )
    .bind(tx.tenant_id())
    .bind(variant_id)
    .bind(location_id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.unwrap_or(0))
}

/// Moves units whose variants are locked. What names no location is at the default one.
pub(in crate::inventory) async fn adjust(
    tx: &mut TenantTx,
    rows: &[Adjustment],
    (cause, reason, actor): &(MovementCause, Option<String>, String),
    now: OffsetDateTime,
) -> Result<(), DbError> {
    let variants: Vec<VariantId> = rows.iter().map(|row| row.variant_id).collect();
    let places: Vec<Option<LocationId>> = rows.iter().map(|row| row.location_id).collect();
    let deltas: Vec<i32> = rows.iter().map(|row| row.delta).collect();
    sqlx::query(
        "with asked as (
           select asked.variant_id, asked.delta,
                  coalesce(asked.location_id, l.id) as location_id
             from unnest($2::uuid[], $3::uuid[], $4::integer[])
                  as asked (variant_id, location_id, delta)
             join locations l on l.tenant_id = $1 and l.is_default
         ), moved as (
           insert into stock_movements
                  (tenant_id, variant_id, location_id, quantity, cause, reason, actor, occurred_at)
           select $1, variant_id, location_id, delta, $5, $6, $7, $8 from asked
         )
         update stock_levels s
            set on_hand = s.on_hand + changed.delta
           from (select variant_id, sum(delta)::integer as delta from asked group by variant_id) changed
          where s.tenant_id = $1 and s.variant_id = changed.variant_id and changed.delta <> 0",
    )
    .bind(tx.tenant_id())
    .bind(variants)
    .bind(places)
    .bind(deltas)
    .bind(*cause)
    .bind(reason)
    .bind(actor)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::inventory) async fn movements(
    tx: &mut TenantTx,
    variant_id: VariantId,
    after: Option<StockMovementId>,
    limit: i64,
) -> Result<Vec<StockMovement>, DbError> {
    Ok(sqlx::query_as(
        "select id, location_id, quantity, cause, order_id, reason, actor, occurred_at
           from stock_movements
          where tenant_id = $1 and variant_id = $2 and ($3::uuid is null or id < $3)
          order by id desc
          limit $4",
    )
    .bind(tx.tenant_id())
    .bind(variant_id)
    .bind(after)
    .bind(limit)
    .fetch_all(tx.conn())
    .await?)
}

pub(in crate::inventory) async fn allocations(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Vec<Allocation>, DbError> {
    Ok(sqlx::query_as(
        "select m.variant_id, m.location_id, l.name, -sum(m.quantity)::bigint as quantity
           from stock_movements m
           join locations l on l.tenant_id = $1 and l.id = m.location_id
          where m.tenant_id = $1 and m.order_id = $2
          group by m.variant_id, m.location_id, l.name, l.priority
         having sum(m.quantity) < 0
          order by l.priority, m.location_id, m.variant_id",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_all(tx.conn())
    .await?)
}
