//! What leaves the shelves when an order is paid, and what comes back.

use db::{DbError, TenantTx};
use kernel::ids::{OrderId, VariantId};

use super::reservations::tell;
use crate::inventory::counting::MovementCause;

/// Takes what an order holds off the shelf, because it is paid. Doing it again changes nothing.
///
/// Units come from the location that has the most of the order's lines, so that it ships in few parcels; of locations that
/// are equal in that, and where the tenant wants it of all, from the one with the lowest priority. What no location has is
/// owed by the first of them.
pub async fn convert(tx: &mut TenantTx, order_id: OrderId) -> Result<(), DbError> {
    // A statement of its own: what it waits for must be seen by the one that looks where there is how much. Levels are
    // locked in the order of their ids, as everybody does. An order's few rows are found by its id; the index of all
    // that is active would be longer.
    sqlx::query(
        "select s.variant_id
           from stock_levels s
          where s.tenant_id = $1
            and s.variant_id in (select r.variant_id from reservations r
                                  where r.tenant_id = $1 and r.order_id = $2)
          order by s.variant_id
            for update of s",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .execute(tx.conn())
    .await?;
    sqlx::query(
        "with sold as (
           update reservations
              set status = 'converted'
            where tenant_id = $1 and order_id = $2 and status not in ('released', 'converted')
           returning variant_id, quantity
         ), taken as (
           update stock_levels s
              set on_hand = s.on_hand - d.quantity, reserved = s.reserved - d.quantity
             from sold d
            where s.tenant_id = $1 and s.variant_id = d.variant_id
           returning s.variant_id, d.quantity
         ), shelf as (
           select t.variant_id, t.quantity, l.id as location_id, l.priority,
                  greatest(coalesce(here.on_hand, 0), 0) as units,
                  case when by_priority then 0
                       else count(*) filter (where here.on_hand >= t.quantity) over (partition by l.id) end as lines,
                  not by_priority and here.on_hand >= t.quantity as is_enough
             from taken t
            cross join (select exists (select from stock_settings
                                        where tenant_id = $1 and allocation = 'priority')) as wanted (by_priority)
             join locations l on l.tenant_id = $1 and l.is_active
             left join location_stock here
               on here.tenant_id = $1 and here.variant_id = t.variant_id and here.location_id = l.id
         ), in_turn as (
           select shelf.variant_id, shelf.quantity, shelf.location_id, shelf.units,
                  row_number() over turn as place,
                  coalesce(sum(shelf.units) over (turn rows between unbounded preceding and 1 preceding), 0)
                    as before
             from shelf
           window turn as (partition by variant_id
                           order by lines desc, is_enough is true desc, priority, location_id)
         ), planned as (
           select variant_id, location_id, place, quantity,
                  least(units, greatest(quantity - before, 0)) as units
             from in_turn
         ), owed as (
           select variant_id, location_id,
                  units + case when place = 1
                               then quantity - sum(units) over (partition by variant_id) else 0 end as units
             from planned
         )
         insert into stock_movements (tenant_id, variant_id, location_id, quantity, cause, order_id, actor)
         select $1, variant_id, location_id, -units::integer, 'sale', $2, 'system'
           from owed
          where units > 0",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Units of an order that were sold have come back and can be sold again: to where they were taken from. A variant that is
/// not tracked any more has none.
pub async fn put_back(
    tx: &mut TenantTx,
    (order_id, cause): (Option<OrderId>, MovementCause),
    (variant_id, quantity): (VariantId, i32),
) -> Result<(), DbError> {
    let is_back: Option<bool> = sqlx::query_scalar(
        "with level as (
           update stock_levels
              set on_hand = on_hand + $3
            where tenant_id = $1 and variant_id = $2
           returning variant_id,
                     coalesce(sellable between 1 and $3, false) as is_back
         ), gone as (
           select location_id, -sum(quantity) as units
             from stock_movements
            where tenant_id = $1 and order_id = $4 and variant_id = $2
            group by location_id
           having sum(quantity) < 0
         ), in_turn as (
           select location_id, units,
                  coalesce(sum(units) over (order by units desc, location_id
                                            rows between unbounded preceding and 1 preceding), 0) as before
             from gone
         ), back as (
           select location_id, least(units, greatest($3 - before, 0))::integer as units from in_turn
           union all
           select l.id, ($3 - least($3, (select coalesce(sum(units), 0) from gone)))::integer
             from locations l
            where l.tenant_id = $1 and l.is_default
         ), moved as (
           insert into stock_movements (tenant_id, variant_id, location_id, quantity, cause, order_id, actor)
           select $1, level.variant_id, back.location_id, sum(back.units)::integer, $5, $4, 'system'
             from back cross join level
            where back.units > 0
            group by level.variant_id, back.location_id
         )
         select is_back from level",
    )
    .bind(tx.tenant_id())
    .bind(variant_id)
    .bind(quantity)
    .bind(order_id)
    .bind(cause)
    .fetch_optional(tx.conn())
    .await?;
    let back = is_back.unwrap_or(false).then_some(variant_id);
    tell(tx, back.into_iter().collect()).await
}
