//! The tree of categories, and the admin console's list of products.

use db::{DbError, TenantTx};
use kernel::Currency;
use kernel::ids::{CategoryId, ProductId};
use sqlx::types::Json;
use time::OffsetDateTime;
use uuid::Uuid;

use super::json::ImageJson;
use crate::catalog::ProductStatus;
use crate::catalog::model::{Category, ProductSummary};

/// The most categories that a storefront is told.
const CATEGORIES_MAX: i64 = 1_000;

/// The categories that hold something for sale in `currency`, parents before children.
pub(in crate::catalog) async fn categories(
    tx: &mut TenantTx,
    currency: Currency,
) -> Result<Vec<Category>, DbError> {
    let rows: Vec<CategoryRow> = sqlx::query_as(
        "select c.id, c.slug, c.name, above.slug as parent,
                (select json_build_object('key', i.object_key, 'alt', i.alt, 'width', i.width,
                                          'height', i.height, 'widths', i.widths,
                                          'alts', i.alts, 'focal_x', i.focal_x,
                                          'focal_y', i.focal_y, 'blurhash', i.preview)
                   from category_images i
                  where i.tenant_id = $1 and i.category_id = c.id) as image
           from categories c
           left join categories above on above.tenant_id = $1 and above.id = c.parent_id
          where c.tenant_id = $1
            and exists (select
                          from product_categories pc
                          join products p on p.tenant_id = $1 and p.id = pc.product_id
                           and p.status = 'active'
                           and (not p.is_restricted or shown_to_shopper($1, p.id))
                          join product_prices price on price.tenant_id = $1
                           and price.product_id = p.id and price.currency = $2::bpchar
                         where pc.tenant_id = $1 and pc.category_id = c.id)
          order by c.depth, c.position, c.name, c.id
          limit $3",
    )
    .bind(tx.tenant_id())
    .bind(currency)
    .bind(CATEGORIES_MAX)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Category::from).collect())
}

/// Those of the categories that have one of the ids or one of the slugs.
pub async fn categories_with(
    tx: &mut TenantTx,
    ids: &[CategoryId],
    slugs: &[String],
) -> Result<Vec<Category>, DbError> {
    let rows: Vec<CategoryRow> = sqlx::query_as(
        "select c.id, c.slug, c.name, above.slug as parent
           from categories c
           left join categories above on above.tenant_id = $1 and above.id = c.parent_id
          where c.tenant_id = $1 and (c.id = any($2) or c.slug = any($3))",
    )
    .bind(tx.tenant_id())
    .bind(ids)
    .bind(slugs)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Category::from).collect())
}

#[derive(sqlx::FromRow)]
pub(super) struct CategoryRow {
    id: CategoryId,
    slug: String,
    name: String,
    parent: Option<String>,
    /// Of those that are shown with it.
    #[sqlx(default)]
    image: Option<Json<ImageJson>>,
}

impl From<CategoryRow> for Category {
    fn from(row: CategoryRow) -> Self {
        Self {
            id: row.id,
            slug: row.slug,
            name: row.name,
            parent: row.parent,
            image: row.image.map(|Json(image)| image.into()),
        }
    }
}

const LATEST: &str = "
    select p.id, p.slug, p.title, p.status, p.vendor, p.version, p.updated_at,
           (select count(*) from variants v
             where v.tenant_id = $1 and v.product_id = p.id and v.archived_at is null) as variants,
           (select json_build_object('key', coalesce(i.object_key, i.source), 'alt', i.alt,
                                     'width', i.width, 'height', i.height, 'alts', i.alts,
                                     'focal_x', i.focal_x, 'focal_y', i.focal_y,
                                     'blurhash', i.preview)
              from images i
             where i.tenant_id = $1 and i.product_id = p.id
             order by i.position
             limit 1) as image
      from products p
     where p.tenant_id = $1 and p.id < $2
     order by p.id desc
     limit $3";

const LATEST_WITH_STATUS: &str = "
    select p.id, p.slug, p.title, p.status, p.vendor, p.version, p.updated_at,
           (select count(*) from variants v
             where v.tenant_id = $1 and v.product_id = p.id and v.archived_at is null) as variants,
           (select json_build_object('key', coalesce(i.object_key, i.source), 'alt', i.alt,
                                     'width', i.width, 'height', i.height, 'alts', i.alts,
                                     'focal_x', i.focal_x, 'focal_y', i.focal_y,
                                     'blurhash', i.preview)
              from images i
             where i.tenant_id = $1 and i.product_id = p.id
             order by i.position
             limit 1) as image
      from products p
     where p.tenant_id = $1 and p.id < $2 and p.status = $4
     order by p.id desc
     limit $3";

const MATCHING: &str = "
    select p.id, p.slug, p.title, p.status, p.vendor, p.version, p.updated_at,
           (select count(*) from variants v
             where v.tenant_id = $1 and v.product_id = p.id and v.archived_at is null) as variants,
           (select json_build_object('key', coalesce(i.object_key, i.source), 'alt', i.alt,
                                     'width', i.width, 'height', i.height, 'alts', i.alts,
                                     'focal_x', i.focal_x, 'focal_y', i.focal_y,
                                     'blurhash', i.preview)
              from images i
             where i.tenant_id = $1 and i.product_id = p.id
             order by i.position
             limit 1) as image
      from products p
     where p.tenant_id = $1 and p.id < $2 and p.status = coalesce($4, p.status)
       and (strpos(lower(p.title), lower($5)) > 0 or strpos(lower(p.vendor), lower($5)) > 0
            or p.id in (select v.product_id from variants v
                         where v.tenant_id = $1 and (lower(v.sku) = lower($5) or v.barcode = $5)))
     order by p.id desc
     limit $3";

#[derive(sqlx::FromRow)]
struct SummaryRow {
    id: ProductId,
    slug: String,
    title: String,
    status: ProductStatus,
    vendor: String,
    version: i32,
    updated_at: OffsetDateTime,
    variants: i64,
    image: Option<Json<ImageJson>>,
}

/// Products that are older than `before`, the latest first.
pub(in crate::catalog) async fn latest(
    tx: &mut TenantTx,
    status: Option<ProductStatus>,
    before: Uuid,
    limit: i64,
) -> Result<Vec<ProductSummary>, DbError> {
    let query = sqlx::query_as(if status.is_some() {
        LATEST_WITH_STATUS
    } else {
        LATEST
    });
    let query = query.bind(tx.tenant_id()).bind(before).bind(limit);
    let query = match status {
        Some(status) => query.bind(status),
        None => query,
    };
    let rows: Vec<SummaryRow> = query.fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().map(ProductSummary::from).collect())
}

/// The same of those with `text` in their title or vendor, or as a stock keeping unit or barcode.
pub(in crate::catalog) async fn matching(
    tx: &mut TenantTx,
    text: &str,
    status: Option<ProductStatus>,
    before: Uuid,
    limit: i64,
) -> Result<Vec<ProductSummary>, DbError> {
    let rows: Vec<SummaryRow> = sqlx::query_as(MATCHING)
        .bind(tx.tenant_id())
        .bind(before)
        .bind(limit)
        .bind(status)
        .bind(text)
        .fetch_all(tx.conn())
        .await?;
    Ok(rows.into_iter().map(ProductSummary::from).collect())
}

impl From<SummaryRow> for ProductSummary {
    fn from(row: SummaryRow) -> Self {
        Self {
            id: row.id,
            slug: row.slug,
            title: row.title,
            status: row.status,
            vendor: row.vendor,
            variants: row.variants,
            version: row.version,
            updated_at: row.updated_at,
            image: row.image.map(|Json(image)| image.into()),
        }
    }
}
