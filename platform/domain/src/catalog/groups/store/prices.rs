//! What groups pay.

use db::{DbError, TenantTx};
use kernel::ids::{CustomerGroupId, UserId, VariantId};
use kernel::{Currency, Money};

use crate::catalog::groups::{GroupPriceChange, GroupPrices};

/// The groups of a customer, and their discounts.
pub(in crate::catalog::groups) async fn groups_of(
    tx: &mut TenantTx,
    customer: UserId,
) -> Result<Vec<(CustomerGroupId, i32)>, DbError> {
    Ok(sqlx::query_as(
        "select g.id, g.discount_ppm
           from customer_group_members m
           join customer_groups g on g.tenant_id = $1 and g.id = m.group_id
          where m.tenant_id = $1 and m.user_id = $2",
    )
    .bind(tx.tenant_id())
    .bind(customer)
    .fetch_all(tx.conn())
    .await?)
}

/// The prices that these groups have of their own for these variants.
pub(in crate::catalog::groups) async fn prices_of(
    tx: &mut TenantTx,
    groups: &[CustomerGroupId],
    variants: &[VariantId],
    currency: Currency,
) -> Result<Vec<(CustomerGroupId, VariantId, i64)>, DbError> {
    Ok(sqlx::query_as(
        "select group_id, variant_id, amount_minor
           from group_prices
          where tenant_id = $1 and group_id = any($2) and variant_id = any($3)
            and currency = $4::bpchar",
    )
    .bind(tx.tenant_id())
    .bind(groups)
    .bind(variants)
    .bind(currency)
    .fetch_all(tx.conn())
    .await?)
}

/// The prices of a group's own, a variant at a time, `limit` variants.
pub(in crate::catalog::groups) async fn prices(
    tx: &mut TenantTx,
    id: CustomerGroupId,
    after: Option<VariantId>,
    limit: i64,
) -> Result<Vec<GroupPrices>, DbError> {
    let rows: Vec<(VariantId, Currency, i64)> = sqlx::query_as(
        "select p.variant_id, p.currency, p.amount_minor
           from (select distinct d.variant_id
                   from group_prices d
                  where d.tenant_id = $1 and d.group_id = $2
                    and ($3::uuid is null or d.variant_id > $3)
                  order by d.variant_id
                  limit $4) page
           join group_prices p on p.tenant_id = $1 and p.group_id = $2
                              and p.variant_id = page.variant_id
          order by p.variant_id, p.currency",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(after)
    .bind(limit)
    .fetch_all(tx.conn())
    .await?;
    let mut found: Vec<GroupPrices> = Vec::new();
    for (variant_id, currency, minor) in rows {
        let price = Money::new(minor, currency);
        match found.last_mut().filter(|it| it.variant_id == variant_id) {
            Some(same) => same.prices.push(price),
            None => found.push(GroupPrices {
                variant_id,
                prices: vec![price],
            }),
        }
    }
    Ok(found)
}

/// Which of these variants there are, archived or not.
pub(in crate::catalog::groups) async fn known_variants(
    tx: &mut TenantTx,
    variants: &[VariantId],
) -> Result<Vec<VariantId>, DbError> {
    Ok(sqlx::query_scalar(
        "select id from variants where tenant_id = $1 and id = any($2) order by id for key share",
    )
    .bind(tx.tenant_id())
    .bind(variants)
    .fetch_all(tx.conn())
    .await?)
}

pub(in crate::catalog::groups) async fn put_prices(
    tx: &mut TenantTx,
    id: CustomerGroupId,
    changes: &[GroupPriceChange],
) -> Result<(), DbError> {
    let variants: Vec<VariantId> = changes.iter().map(|it| it.variant_id).collect();
    let currencies: Vec<&str> = changes.iter().map(|it| it.currency.code()).collect();
    let amounts: Vec<Option<i64>> = changes.iter().map(|it| it.amount_minor).collect();
    sqlx::query(
        "with made as (
           select made.variant_id, made.currency::bpchar as currency, made.amount_minor
             from unnest($3::uuid[], $4::text[], $5::bigint[])
                  as made (variant_id, currency, amount_minor)
         ), gone as (
           delete from group_prices p
            using made
            where p.tenant_id = $1 and p.group_id = $2 and p.variant_id = made.variant_id
              and p.currency = made.currency and made.amount_minor is null
         )
         insert into group_prices as p (tenant_id, group_id, variant_id, currency, amount_minor)
         select $1, $2, made.variant_id, made.currency, made.amount_minor
           from made
          where made.amount_minor is not null
         on conflict (tenant_id, group_id, variant_id, currency) do update
            set amount_minor = excluded.amount_minor
          where p.amount_minor <> excluded.amount_minor",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(variants)
    .bind(currencies)
    .bind(amounts)
    .execute(tx.conn())
    .await?;
    Ok(())
}
