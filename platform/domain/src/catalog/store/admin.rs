//! What staff changes of one product.

use db::{DbError, TenantTx};
use kernel::Currency;
use kernel::ids::{ProductId, VariantId};
use time::OffsetDateTime;

use crate::catalog::draft::PriceDraft;

/// The version of a product, if it is there.
pub(in crate::catalog) async fn version(
    tx: &mut TenantTx,
    product_id: ProductId,
) -> Result<Option<i32>, DbError> {
    Ok(
        sqlx::query_scalar("select version from products where tenant_id = $1 and id = $2")
            .bind(tx.tenant_id())
            .bind(product_id)
            .fetch_optional(tx.conn())
            .await?,
    )
}

/// Notes that something of a product has changed.
pub(in crate::catalog) async fn touch(
    tx: &mut TenantTx,
    product_id: ProductId,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "update products
            set version = version + 1, updated_at = $3
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(product_id)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Sets the price of a variant in a currency.
pub(in crate::catalog) async fn set_price(
    tx: &mut TenantTx,
    variant_id: VariantId,
    currency: Currency,
    price: PriceDraft,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into prices (tenant_id, variant_id, currency, amount_minor, compare_at_minor)
         values ($1, $2, $3, $4, $5)
         on conflict (tenant_id, variant_id, currency) do update
            set amount_minor = excluded.amount_minor, compare_at_minor = excluded.compare_at_minor",
    )
    .bind(tx.tenant_id())
    .bind(variant_id)
    .bind(currency)
    .bind(price.amount_minor)
    .bind(price.compare_at_minor)
    .execute(tx.conn())
    .await?;
    Ok(())
}
