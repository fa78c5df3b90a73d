//! What unpaid orders hold back.

use std::collections::HashMap;

use db::{DbError, TenantTx};
use kernel::Event;
use kernel::ids::{OrderId, VariantId};
use time::OffsetDateTime;

use crate::inventory::{InventoryError, Stock};

#[derive(sqlx::FromRow)]
struct LevelRow {
    variant_id: VariantId,
    #[sqlx(flatten)]
    stock: Stock,
}

/// What a variant has left after units of it were held back.
#[derive(sqlx::FromRow)]
struct Left {
    variant_id: VariantId,
    is_gone: bool,
    is_low: bool,
}

/// Holds `lines` back for an order until `expires_at`, all of them or none. What the order holds
/// back already stays as it is; what it has given back is taken again.
pub async fn reserve(
    tx: &mut TenantTx,
    order_id: OrderId,
    lines: &[(VariantId, i32)],
    expires_at: OffsetDateTime,
) -> Result<(), InventoryError> {
    let mut wanted: HashMap<VariantId, i32> = HashMap::new();
    for (variant_id, quantity) in lines {
        let sum = wanted.entry(*variant_id).or_default();
        *sum = sum.saturating_add(*quantity);
    }
    let variants: Vec<VariantId> = wanted.keys().copied().collect();
    // Whoever comes second waits here, and then reads what the first one has left.
    let levels: Vec<LevelRow> = sqlx::query_as(
        "select s.variant_id, s.on_hand, s.reserved, s.allow_backorder, s.safety_stock,
                s.backorder_limit, s.low_stock_threshold
           from stock_levels s
          where s.tenant_id = $1 and s.variant_id = any($3)
            and not exists (select from reservations r
                             where r.tenant_id = $1 and r.order_id = $2
                               and r.variant_id = s.variant_id and r.status <> 'released')
          order by s.variant_id
            for update of s",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .bind(&variants)
    .fetch_all(tx.conn())
    .await
    .map_err(DbError::from)?;
    let mut tracked = (Vec::new(), Vec::new());
    for level in &levels {
        let quantity = wanted.get(&level.variant_id).copied().unwrap_or_default();
        if let Some(available) = level.stock.sellable()
            && available < i64::from(quantity)
        {
            return Err(InventoryError::InsufficientStock {
                variant_id: level.variant_id,
                available,
            });
        }
        tracked.0.push(level.variant_id);
        tracked.1.push(quantity);
    }
    if levels.is_empty() {
        return Ok(());
    }
    let left = hold(tx, order_id, &tracked, expires_at).await?;
    if left.iter().any(|it| it.is_gone || it.is_low) {
        // By then the order is paid, or its units are back.
        tx.publish_at(&Event::StockLetterDue {}, expires_at).await?;
    }
    let gone = left.into_iter().filter(|it| it.is_gone);
    Ok(tell(tx, gone.map(|it| it.variant_id).collect()).await?)
}

async fn hold(
    tx: &mut TenantTx,
    order_id: OrderId,
    tracked: &(Vec<VariantId>, Vec<i32>),
    expires_at: OffsetDateTime,
) -> Result<Vec<Left>, DbError> {
    Ok(sqlx::query_as(
        "with held as (
           insert into reservations as r
                  (tenant_id, order_id, variant_id, quantity, status, expires_at)
           select $1, $2, w.variant_id, w.quantity, 'active', $5
             from unnest($3::uuid[], $4::integer[]) as w (variant_id, quantity)
           on conflict (tenant_id, order_id, variant_id) do update
              set quantity = excluded.quantity, status = 'active', expires_at = excluded.expires_at
            where r.status = 'released'
           returning variant_id, quantity
         )
         update stock_levels s
            set reserved = s.reserved + h.quantity
           from held h
          where s.tenant_id = $1 and s.variant_id = h.variant_id
         returning s.variant_id, coalesce(s.sellable = 0, false) as is_gone,
                   coalesce(s.sellable <= s.low_stock_threshold
                            and s.sellable + h.quantity > s.low_stock_threshold, false) as is_low",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .bind(&tracked.0)
    .bind(&tracked.1)
    .bind(expires_at)
    .fetch_all(tx.conn())
    .await?)
}

/// Says that variants can be sold no longer, or again.
pub(super) async fn tell(tx: &mut TenantTx, variant_ids: Vec<VariantId>) -> Result<(), DbError> {
    if variant_ids.is_empty() {
        return Ok(());
    }
    tx.publish(&Event::AvailabilityChanged { variant_ids })
        .await
}

/// Gives back what an unpaid order holds. Doing it again changes nothing.
pub async fn release(tx: &mut TenantTx, order_id: OrderId) -> Result<(), DbError> {
    let back: Vec<(VariantId, bool)> = sqlx::query_as(
        "with locked as materialized (
           select s.variant_id
             from stock_levels s
            where s.tenant_id = $1
              and s.variant_id in (select r.variant_id from reservations r
                                    where r.tenant_id = $1 and r.order_id = $2)
            order by s.variant_id
              for update of s
         ), freed as (
           update reservations
              set status = 'released'
            where tenant_id = $1 and order_id = $2 and status not in ('released', 'converted')
           returning variant_id, quantity
         )
         update stock_levels s
            set reserved = s.reserved - f.quantity
           from locked l
           join freed f on f.variant_id = l.variant_id
          where s.tenant_id = $1 and s.variant_id = f.variant_id
         returning s.variant_id, coalesce(s.sellable between 1 and f.quantity, false)",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_all(tx.conn())
    .await?;
    let back = back.into_iter().filter(|(_, is_back)| *is_back);
    tell(tx, back.map(|(variant_id, _)| variant_id).collect()).await
}

/// What an order holds back at the moment, by variant.
pub async fn held(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<HashMap<VariantId, i32>, DbError> {
    let rows: Vec<(VariantId, i32)> = sqlx::query_as(
        "select variant_id, quantity
           from reservations
          where tenant_id = $1 and order_id = $2 and status = 'active'",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().collect())
}
