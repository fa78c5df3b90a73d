//! What is there before a product is written.

use db::{DbError, TenantTx};
use kernel::ids::{ImageId, ProductId, VariantId};
use serde::Deserialize;
use sqlx::types::Json;
use uuid::Uuid;

use crate::catalog::plan::{Existing, ExistingImage, ExistingVariant};

/// The digest of the rows that the product with this slug was imported from, if it is there.
pub(in crate::catalog) async fn digest(
    tx: &mut TenantTx,
    slug: &str,
) -> Result<Option<Option<Vec<u8>>>, DbError> {
    Ok(
        sqlx::query_scalar("select import_digest from products where tenant_id = $1 and slug = $2")
            .bind(tx.tenant_id().uuid())
            .bind(slug)
            .fetch_optional(tx.conn())
            .await?,
    )
}

#[derive(sqlx::FromRow)]
struct ExistingRow {
    id: Uuid,
    variants: Json<Vec<VariantJson>>,
    images: Json<Vec<ImageJson>>,
}

#[derive(Deserialize)]
struct VariantJson {
    id: Uuid,
    sku: Option<String>,
    option_values: Vec<String>,
    is_archived: bool,
}

#[derive(Deserialize)]
struct ImageJson {
    id: Uuid,
    source: String,
}

/// The product with this slug, locked until the transaction ends; so is the slug itself, since two
/// imports that both find no such product would both make it.
pub(in crate::catalog) async fn lock(
    tx: &mut TenantTx,
    slug: &str,
) -> Result<Option<Existing>, DbError> {
    sqlx::query("select pg_advisory_xact_lock(hashtextextended($1::text || '/' || $2, 0))")
        .bind(tx.tenant_id().uuid())
        .bind(slug)
        .execute(tx.conn())
        .await?;
    let row: Option<ExistingRow> = sqlx::query_as(
        "select p.id,
                (select coalesce(json_agg(json_build_object(
                          'id', v.id, 'sku', v.sku, 'option_values', v.option_values,
                          'is_archived', v.archived_at is not null)
                          order by v.archived_at is not null, v.position, v.id), '[]')
                   from variants v
                  where v.tenant_id = $1 and v.product_id = p.id) as variants,
                (select coalesce(json_agg(json_build_object('id', i.id, 'source', i.source)
                          order by i.position, i.id), '[]')
                   from images i
                  where i.tenant_id = $1 and i.product_id = p.id) as images
           from products p
          where p.tenant_id = $1 and p.slug = $2
            for update of p",
    )
    .bind(tx.tenant_id().uuid())
    .bind(slug)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(Existing::from))
}

impl From<ExistingRow> for Existing {
    fn from(row: ExistingRow) -> Self {
        let variant = |variant: VariantJson| ExistingVariant {
            id: VariantId::from_uuid(variant.id),
            sku: variant.sku,
            option_values: variant.option_values,
            is_archived: variant.is_archived,
        };
        let image = |image: ImageJson| ExistingImage {
            id: ImageId::from_uuid(image.id),
            source: image.source,
        };
        Self {
            id: ProductId::from_uuid(row.id),
            variants: row.variants.0.into_iter().map(variant).collect(),
            images: row.images.0.into_iter().map(image).collect(),
        }
    }
}

/// Which of these stock keeping units belong to variants of other products.
pub(in crate::catalog) async fn taken_skus(
    tx: &mut TenantTx,
    skus: &[&str],
    product_id: Option<ProductId>,
) -> Result<Vec<String>, DbError> {
    if skus.is_empty() {
        return Ok(Vec::new());
    }
    Ok(sqlx::query_scalar(
        "select sku
           from variants
          where tenant_id = $1 and sku = any($2) and archived_at is null
            and product_id is distinct from $3",
    )
    .bind(tx.tenant_id().uuid())
    .bind(skus)
    .bind(product_id.map(ProductId::uuid))
    .fetch_all(tx.conn())
    .await?)
}
