//! What staff changes of one product.

use db::{DbError, TenantTx};
use kernel::Currency;
use kernel::ids::{ProductId, VariantId};
use time::OffsetDateTime;

use crate::catalog::commands::UpdateProduct;
use crate::catalog::draft::PriceDraft;

/// Changes the fields that are given, if the product still has `version` or none is asked for.
pub(in crate::catalog) async fn update(
    tx: &mut TenantTx,
    command: &UpdateProduct,
    description_html: Option<&str>,
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update products
            set title = coalesce($4, title), description_html = coalesce($5, description_html),
                status = coalesce($6, status), vendor = coalesce($7, vendor),
                tags = coalesce($8, tags), is_final_sale = coalesce($10, is_final_sale),
                version = version + 1, updated_at = $9
          where tenant_id = $1 and id = $2 and version = coalesce($3, version)",
    )
    .bind(tx.tenant_id())
    .bind(command.product_id)
    .bind(command.version)
    .bind(&command.title)
    .bind(description_html)
    .bind(command.status)
    .bind(&command.vendor)
    .bind(&command.tags)
    .bind(now)
    .bind(command.is_final_sale)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

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
