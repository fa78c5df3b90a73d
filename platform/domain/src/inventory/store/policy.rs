//! Every statement about what staff decide about stock, and what they are told of it.

use db::{DbError, TenantTx};
use kernel::ids::{StockAlertId, StorefrontId, VariantId};
use time::OffsetDateTime;

use crate::inventory::policy::{
    AllocationRule, ScarceVariant, StockAlert, StockAlertKind, StockSettings,
};
use crate::inventory::{Stock, StockDisplay};

pub(in crate::inventory) async fn set_policy(
    tx: &mut TenantTx,
    variant_id: VariantId,
    policy: Stock,
) -> Result<(), DbError> {
    sqlx::query(
        "update stock_levels
            set safety_stock = $3, backorder_limit = $4, low_stock_threshold = $5
          where tenant_id = $1 and variant_id = $2",
    )
    .bind(tx.tenant_id())
    .bind(variant_id)
    .bind(policy.safety_stock)
    .bind(policy.backorder_limit)
    .bind(policy.low_stock_threshold)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::inventory) async fn settings(tx: &mut TenantTx) -> Result<StockSettings, DbError> {
    let set: Option<(Option<i32>, AllocationRule)> = sqlx::query_as(
        "select reservation_minutes, allocation from stock_settings where tenant_id = $1",
    )
    .bind(tx.tenant_id())
    .fetch_optional(tx.conn())
    .await?;
    let displays: Vec<(StorefrontId, StockDisplay)> = sqlx::query_as(
        "select s.id, coalesce(d.display, 'hidden')
           from storefronts s
           left join stock_displays d on d.tenant_id = $1 and d.storefront_id = s.id
          where s.tenant_id = $1
          order by s.created_at, s.id",
    )
    .bind(tx.tenant_id())
    .fetch_all(tx.conn())
    .await?;
    let (reservation_minutes, allocation) = set.unwrap_or_default();
    Ok(StockSettings {
        reservation_minutes,
        allocation,
        displays,
    })
}

pub(in crate::inventory) async fn set_settings(
    tx: &mut TenantTx,
    settings: &StockSettings,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into stock_settings (tenant_id, reservation_minutes, allocation) values ($1, $2, $3)
         on conflict (tenant_id) do update
            set reservation_minutes = excluded.reservation_minutes, allocation = excluded.allocation",
    )
    .bind(tx.tenant_id())
    .bind(settings.reservation_minutes)
    .bind(settings.allocation)
    .execute(tx.conn())
    .await?;
    let storefronts: Vec<StorefrontId> = settings.displays.iter().map(|it| it.0).collect();
    let displays: Vec<&str> = settings.displays.iter().map(|it| it.1.name()).collect();
    sqlx::query(
        "insert into stock_displays (tenant_id, storefront_id, display)
         select $1, d.storefront_id, max(d.display)
           from unnest($2::uuid[], $3::text[]) as d (storefront_id, display)
          group by d.storefront_id
         on conflict (tenant_id, storefront_id) do update set display = excluded.display",
    )
    .bind(tx.tenant_id())
    .bind(storefronts)
    .bind(displays)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::inventory) async fn reservation_minutes(
    tx: &mut TenantTx,
) -> Result<Option<i32>, DbError> {
    let minutes: Option<Option<i32>> =
        sqlx::query_scalar("select reservation_minutes from stock_settings where tenant_id = $1")
            .bind(tx.tenant_id())
            .fetch_optional(tx.conn())
            .await?;
    Ok(minutes.flatten())
}

pub(in crate::inventory) async fn alerts(
    tx: &mut TenantTx,
    kind: Option<StockAlertKind>,
    after: Option<StockAlertId>,
    limit: i64,
) -> Result<Vec<StockAlert>, DbError> {
    Ok(sqlx::query_as(
        "select id, variant_id, kind, sellable, occurred_at
           from stock_alerts
          where tenant_id = $1 and ($2::text is null or kind = $2) and ($3::uuid is null or id < $3)
          order by id desc
          limit $4",
    )
    .bind(tx.tenant_id())
    .bind(kind)
    .bind(after)
    .bind(limit)
    .fetch_all(tx.conn())
    .await?)
}

/// The alerts that staff were not told of, the first 10,000.
pub(in crate::inventory) async fn untold(tx: &mut TenantTx) -> Result<Vec<StockAlertId>, DbError> {
    Ok(sqlx::query_scalar(
        "select id from stock_alerts where tenant_id = $1 and told_at is null order by id limit 10000",
    )
    .bind(tx.tenant_id())
    .fetch_all(tx.conn())
    .await?)
}

/// The variants of these alerts, as far as they are still scarce, the scarcest first.
pub(in crate::inventory) async fn scarce(
    tx: &mut TenantTx,
    alerts: &[StockAlertId],
    limit: i64,
) -> Result<Vec<ScarceVariant>, DbError> {
    Ok(sqlx::query_as(
        "select p.title, v.title as variant_title, v.sku, s.sellable
           from stock_levels s
           join variants v on v.tenant_id = $1 and v.id = s.variant_id and v.archived_at is null
           join products p on p.tenant_id = $1 and p.id = v.product_id
          where s.tenant_id = $1
            and s.variant_id in (select a.variant_id from stock_alerts a
                                  where a.tenant_id = $1 and a.id = any ($3)
                                    and a.kind <> 'back_in_stock')
            and (s.sellable = 0 or s.sellable <= s.low_stock_threshold)
          order by s.sellable, p.title, v.position, v.id
          limit $2",
    )
    .bind(tx.tenant_id())
    .bind(limit)
    .bind(alerts)
    .fetch_all(tx.conn())
    .await?)
}

pub(in crate::inventory) async fn told(
    tx: &mut TenantTx,
    alerts: &[StockAlertId],
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query("update stock_alerts set told_at = $3 where tenant_id = $1 and id = any ($2)")
        .bind(tx.tenant_id())
        .bind(alerts)
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}
