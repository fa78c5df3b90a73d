//! What lies on the shelves.

use db::{DbError, TenantTx};
use kernel::ids::VariantId;

use crate::inventory::StockLevel;

/// Sets the levels of some variants and stops tracking others, in an order in which no two of those
/// who change levels, a checkout among them, can wait for each other.
pub async fn take_stock(
    tx: &mut TenantTx,
    levels: &[StockLevel],
    untracked: &[VariantId],
) -> Result<(), DbError> {
    if !untracked.is_empty() {
        let counted = levels.iter().map(|level| level.variant_id);
        let variants: Vec<VariantId> = counted.chain(untracked.iter().copied()).collect();
        lock(tx, &variants).await?;
        untrack(tx, untracked).await?;
    }
    set_levels(tx, levels).await
}

async fn lock(tx: &mut TenantTx, variants: &[VariantId]) -> Result<(), DbError> {
    sqlx::query(
        "select s.variant_id
           from stock_levels s
          where s.tenant_id = $1 and s.variant_id = any($2)
          order by s.variant_id
            for update of s",
    )
    .bind(tx.tenant_id())
    .bind(variants)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Sets what is on hand, and starts to track variants that were not. What is reserved stays; orders
/// that held back some of a variant before it was untracked hold it back again.
///
/// The constraint `stock_levels_not_oversold` refuses fewer units than are reserved.
pub async fn set_levels(tx: &mut TenantTx, levels: &[StockLevel]) -> Result<(), DbError> {
    if levels.is_empty() {
        return Ok(());
    }
    let variants: Vec<_> = levels.iter().map(|level| level.variant_id).collect();
    let on_hand: Vec<Option<i32>> = levels.iter().map(|level| level.on_hand).collect();
    let backorder: Vec<bool> = levels.iter().map(|level| level.allow_backorder).collect();
    sqlx::query(
        "with counted as (
           select variant_id, on_hand, allow_backorder
             from unnest($2::uuid[], $3::int[], $4::bool[])
                  as counted (variant_id, on_hand, allow_backorder)
         )
         insert into stock_levels as stock
                (tenant_id, variant_id, on_hand, allow_backorder, reserved)
         select $1, c.variant_id, coalesce(c.on_hand, known.on_hand, 0), c.allow_backorder,
                (select coalesce(sum(r.quantity), 0)
                   from reservations r
                  where r.tenant_id = $1 and r.variant_id = c.variant_id and r.status = 'active')
           from counted c
           left join stock_levels known
             on known.tenant_id = $1 and known.variant_id = c.variant_id
          order by c.variant_id
         on conflict (tenant_id, variant_id) do update
            set on_hand = excluded.on_hand, allow_backorder = excluded.allow_backorder
          where (stock.on_hand, stock.allow_backorder)
                is distinct from (excluded.on_hand, excluded.allow_backorder)",
    )
    .bind(tx.tenant_id())
    .bind(variants)
    .bind(on_hand)
    .bind(backorder)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Stops tracking variants: from now on they can always be sold.
pub async fn untrack(tx: &mut TenantTx, variants: &[VariantId]) -> Result<(), DbError> {
    sqlx::query("delete from stock_levels where tenant_id = $1 and variant_id = any($2)")
        .bind(tx.tenant_id())
        .bind(variants)
        .execute(tx.conn())
        .await?;
    Ok(())
}
