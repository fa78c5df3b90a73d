//! The prices of variants, and what lists are sorted by.

use db::{DbError, TenantTx};
use kernel::Currency;
use kernel::ids::{ProductId, VariantId};

use crate::catalog::plan::Item;

/// Writes the prices of the drafts' variants in `currency`; a variant without one has none then.
pub(in crate::catalog) async fn put(
    tx: &mut TenantTx,
    items: &[Item<'_>],
    currency: Currency,
) -> Result<(), DbError> {
    let (mut priced, mut amounts, mut compare_at) = (Vec::new(), Vec::new(), Vec::new());
    let mut unpriced = Vec::new();
    let variants = items
        .iter()
        .flat_map(|item| item.plan.variants.iter().zip(&item.draft.variants));
    for ((id, is_new), variant) in variants {
        match variant.price {
            Some(price) => {
                priced.push(*id);
                amounts.push(price.amount_minor);
                compare_at.push(price.compare_at_minor);
            }
            None if !is_new => unpriced.push(*id),
            None => {}
        }
    }
    sqlx::query(
        "with gone as (
           delete from prices
            where tenant_id = $1 and variant_id = any($6::uuid[]) and currency = $2::bpchar
         )
         insert into prices as p (tenant_id, variant_id, currency, amount_minor, compare_at_minor)
         select $1, variant_id, $2, amount_minor, compare_at_minor
           from unnest($3::uuid[], $4::bigint[], $5::bigint[])
                as asked (variant_id, amount_minor, compare_at_minor)
         on conflict (tenant_id, variant_id, currency) do update
            set amount_minor = excluded.amount_minor, compare_at_minor = excluded.compare_at_minor
          where (p.amount_minor, p.compare_at_minor)
                is distinct from (excluded.amount_minor, excluded.compare_at_minor)",
    )
    .bind(tx.tenant_id())
    .bind(currency)
    .bind(priced)
    .bind(amounts)
    .bind(compare_at)
    .bind(unpriced)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The list prices of what is sold of these products.
pub(in crate::catalog) async fn of_products(
    tx: &mut TenantTx,
    products: &[ProductId],
    currency: Currency,
) -> Result<Vec<(ProductId, VariantId, i64)>, DbError> {
    Ok(sqlx::query_as(
        "select v.product_id, v.id, a.amount_minor
           from variants v
           join prices a on a.tenant_id = $1 and a.variant_id = v.id and a.currency = $3::bpchar
          where v.tenant_id = $1 and v.product_id = any($2) and v.archived_at is null",
    )
    .bind(tx.tenant_id())
    .bind(products)
    .bind(currency)
    .fetch_all(tx.conn())
    .await?)
}

/// Brings `product_prices` in step with the prices of the products' variants.
pub(in crate::catalog) async fn refresh(
    tx: &mut TenantTx,
    products: &[ProductId],
) -> Result<(), DbError> {
    sqlx::query(
        "with asked as (
           select v.product_id, a.currency,
                  min(a.amount_minor) as min_minor, max(a.amount_minor) as max_minor,
                  (array_agg(a.compare_at_minor order by a.amount_minor, v.position))[1]
                    as compare_at_minor
             from variants v
             join prices a on a.tenant_id = $1 and a.variant_id = v.id
            where v.tenant_id = $1 and v.product_id = any($2) and v.archived_at is null
            group by v.product_id, a.currency
         ), gone as (
           delete from product_prices p
            where p.tenant_id = $1 and p.product_id = any($2)
              and not exists (select from asked
                               where asked.product_id = p.product_id
                                 and asked.currency = p.currency)
         )
         insert into product_prices as p
                (tenant_id, product_id, currency, min_minor, max_minor, compare_at_minor)
         select $1, product_id, currency, min_minor, max_minor, compare_at_minor from asked
         on conflict (tenant_id, product_id, currency) do update
            set min_minor = excluded.min_minor, max_minor = excluded.max_minor,
                compare_at_minor = excluded.compare_at_minor
          where (p.min_minor, p.max_minor, p.compare_at_minor)
                is distinct from (excluded.min_minor, excluded.max_minor, excluded.compare_at_minor)",
    )
    .bind(tx.tenant_id())
    .bind(products)
    .execute(tx.conn())
    .await?;
    Ok(())
}
