//! The addresses of a storefront's products, for search engines.

use db::{DbError, TenantTx};
use kernel::Currency;
use time::OffsetDateTime;

use crate::catalog::model::{SITEMAP_PART, SitemapProduct};

/// How many products are for sale in `currency`.
pub(in crate::catalog) async fn size(
    tx: &mut TenantTx,
    currency: Currency,
) -> Result<u64, DbError> {
    let products: i64 = sqlx::query_scalar(
        "select count(*)
           from products p
           join product_prices price on price.tenant_id = $1
            and price.product_id = p.id and price.currency = $2::bpchar
          where p.tenant_id = $1 and p.status = 'active' and not p.is_restricted",
    )
    .bind(tx.tenant_id())
    .bind(currency)
    .fetch_one(tx.conn())
    .await?;
    Ok(u64::try_from(products).unwrap_or(0))
}

/// The products of one part, the oldest first.
pub(in crate::catalog) async fn products(
    tx: &mut TenantTx,
    currency: Currency,
    part: u32,
) -> Result<Vec<SitemapProduct>, DbError> {
    let length = i64::try_from(SITEMAP_PART).unwrap_or(i64::MAX);
    let rows: Vec<(String, OffsetDateTime)> = sqlx::query_as(
        "select p.slug, p.updated_at
           from products p
           join product_prices price on price.tenant_id = $1
            and price.product_id = p.id and price.currency = $2::bpchar
          where p.tenant_id = $1 and p.status = 'active' and not p.is_restricted
          order by p.id
         offset $3
          limit $4",
    )
    .bind(tx.tenant_id())
    .bind(currency)
    .bind(i64::from(part.saturating_sub(1)).saturating_mul(length))
    .bind(length)
    .fetch_all(tx.conn())
    .await?;
    let product = |(slug, updated_at)| SitemapProduct { slug, updated_at };
    Ok(rows.into_iter().map(product).collect())
}
