//! What is there before a product is written.

use std::collections::HashMap;

use db::{DbError, TenantTx};
use kernel::ids::{ImageId, ProductId, VariantId};
use serde::Deserialize;
use sqlx::types::Json;
use uuid::Uuid;

use crate::catalog::plan::{Existing, ExistingImage, ExistingVariant};

/// A product that is there, and the digest of the rows that it was imported from.
#[derive(Debug)]
pub(in crate::catalog) struct Known {
    pub(in crate::catalog) existing: Existing,
    pub(in crate::catalog) digest: Option<Vec<u8>>,
}

/// Which of these slugs have products, and the digests of the rows that those were imported from.
pub(in crate::catalog) async fn digests(
    tx: &mut TenantTx,
    slugs: &[&str],
) -> Result<HashMap<String, Option<Vec<u8>>>, DbError> {
    let rows: Vec<(String, Option<Vec<u8>>)> = sqlx::query_as(
        "select slug, import_digest from products where tenant_id = $1 and slug = any($2)",
    )
    .bind(tx.tenant_id().uuid())
    .bind(slugs)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().collect())
}

#[derive(sqlx::FromRow)]
struct ExistingRow {
    id: Uuid,
    slug: String,
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

/// The products with these slugs, locked until the transaction ends; so are the slugs themselves,
/// since two imports that both find no such product would both make it. Whoever comes second waits
/// for the first one's slugs, in their order, and reads what it has written afterwards.
pub(in crate::catalog) async fn lock_all(
    tx: &mut TenantTx,
    slugs: &[&str],
) -> Result<HashMap<String, Known>, DbError> {
    sqlx::query(
        "select pg_advisory_xact_lock(hashtextextended($1::text || '/' || slug, 0))
           from (select slug from unnest($2::text[]) as asked (slug) order by slug) ordered",
    )
    .bind(tx.tenant_id().uuid())
    .bind(slugs)
    .execute(tx.conn())
    .await?;
    let rows: Vec<ExistingRow> = sqlx::query_as(
        "select p.id, p.slug, p.import_digest,
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
          where p.tenant_id = $1 and p.slug = any($2)
          order by p.id
            for update of p",
    )
    .bind(tx.tenant_id().uuid())
    .bind(slugs)
    .fetch_all(tx.conn())
    .await?;
    let known = |mut row: ExistingRow| {
        let (slug, digest) = (std::mem::take(&mut row.slug), row.import_digest.take());
        let existing = Existing::from(row);
        (slug, Known { existing, digest })
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
            id: ProductId::from_uuid(row.id),
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
    let rows: Vec<(String, Uuid)> = sqlx::query_as(
        "select sku, product_id
           from variants
          where tenant_id = $1 and sku = any($2) and archived_at is null",
    )
    .bind(tx.tenant_id().uuid())
    .bind(skus)
    .fetch_all(tx.conn())
    .await?;
    let owner = |(sku, id)| (sku, ProductId::from_uuid(id));
    Ok(rows.into_iter().map(owner).collect())
}
