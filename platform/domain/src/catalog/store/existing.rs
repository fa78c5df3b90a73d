//! What is there before a product is written.

use std::collections::HashMap;

use db::{DbError, TenantTx};
use kernel::ids::{ImageId, ProductId, VariantId};
use serde::Deserialize;
use sqlx::types::Json;
use uuid::Uuid;

use crate::catalog::plan::{Existing, ExistingImage, ExistingVariant};

/// A product that is there, and where it was imported from.
#[derive(Debug)]
pub(in crate::catalog) struct Known {
    pub(in crate::catalog) slug: String,
    /// The handle that its file gives it, if that was kept.
    pub(in crate::catalog) handle: Option<String>,
    pub(in crate::catalog) existing: Existing,
    pub(in crate::catalog) digest: Option<Vec<u8>>,
}

/// What is known of a product without its variants.
#[derive(Debug, sqlx::FromRow)]
pub(in crate::catalog) struct Imported {
    pub(in crate::catalog) slug: String,
    pub(in crate::catalog) import_handle: Option<String>,
    pub(in crate::catalog) import_digest: Option<Vec<u8>>,
}

/// The products that have one of these handles or one of these slugs.
pub(in crate::catalog) async fn imported(
    tx: &mut TenantTx,
    handles: &[&str],
    slugs: &[&str],
) -> Result<Vec<Imported>, DbError> {
    Ok(sqlx::query_as(
        "select slug, import_handle, import_digest
           from products
          where tenant_id = $1 and (import_handle = any($2) or slug = any($3))",
    )
    .bind(tx.tenant_id())
    .bind(handles)
    .bind(slugs)
    .fetch_all(tx.conn())
    .await?)
}

#[derive(sqlx::FromRow)]
struct ExistingRow {
    id: ProductId,
    slug: String,
    import_handle: Option<String>,
    import_digest: Option<Vec<u8>>,
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

/// The products with these handles or slugs and their pictures that were not uploaded, locked until the
/// transaction ends; so are the slugs themselves,
/// since two imports that both find no such product would both make it. Whoever comes second waits
/// for the first one's slugs, in their order, and reads what it has written afterwards.
pub(in crate::catalog) async fn lock_all(
    tx: &mut TenantTx,
    handles: &[&str],
    slugs: &[&str],
) -> Result<Vec<Known>, DbError> {
    sqlx::query(
        "select pg_advisory_xact_lock(hashtextextended($1::text || '/' || slug, 0))
           from (select slug from unnest($2::text[]) as asked (slug) order by slug) ordered",
    )
    .bind(tx.tenant_id())
    .bind(slugs)
    .execute(tx.conn())
    .await?;
    let rows: Vec<ExistingRow> = sqlx::query_as(
        "select p.id, p.slug, p.import_handle, p.import_digest,
                (select coalesce(json_agg(json_build_object(
                          'id', v.id, 'sku', v.sku, 'option_values', v.option_values,
                          'is_archived', v.archived_at is not null)
                          order by v.archived_at is not null, v.position, v.id), '[]')
                   from variants v
                  where v.tenant_id = $1 and v.product_id = p.id) as variants,
                (select coalesce(json_agg(json_build_object('id', i.id, 'source', i.source)
                          order by i.position, i.id), '[]')
                   from images i
                  where i.tenant_id = $1 and i.product_id = p.id and i.source <> '') as images
           from products p
          where p.tenant_id = $1 and (p.slug = any($2) or p.import_handle = any($3))
          order by p.id
            for update of p",
    )
    .bind(tx.tenant_id())
    .bind(slugs)
    .bind(handles)
    .fetch_all(tx.conn())
    .await?;
    let known = |mut row: ExistingRow| Known {
        slug: std::mem::take(&mut row.slug),
        handle: row.import_handle.take(),
        digest: row.import_digest.take(),
        existing: Existing::from(row),
    };
    Ok(rows.into_iter().map(known).collect())
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
            id: row.id,
            variants: row.variants.0.into_iter().map(variant).collect(),
            images: row.images.0.into_iter().map(image).collect(),
        }
    }
}

/// Which of these stock keeping units are those of variants that are sold, and of which products.
pub(in crate::catalog) async fn owners(
    tx: &mut TenantTx,
    skus: &[&str],
) -> Result<HashMap<String, ProductId>, DbError> {
    if skus.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(String, ProductId)> = sqlx::query_as(
        "select sku, product_id
           from variants
          where tenant_id = $1 and sku = any($2) and archived_at is null",
    )
    .bind(tx.tenant_id())
    .bind(skus)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().collect())
}
