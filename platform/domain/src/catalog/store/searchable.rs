//! What the search index needs to know about products.

use db::{DbError, TenantTx};
use kernel::ids::{CategoryId, MerchantId, ProductId, VariantId};
use sqlx::types::Json;

use crate::catalog::model::{Searchable, SearchableVariant};

#[derive(sqlx::FromRow)]
struct SearchableRow {
    id: ProductId,
    is_restricted: bool,
    merchant_id: MerchantId,
    title: String,
    description_html: String,
    vendor: String,
    product_type: String,
    tags: Vec<String>,
    options: Vec<String>,
    category_ids: Vec<CategoryId>,
    category_names: Vec<String>,
    variants: Json<Vec<SearchableVariant>>,
}

/// Those of `products` that are active, in no particular order.
pub async fn searchable(
    tx: &mut TenantTx,
    products: &[ProductId],
) -> Result<Vec<Searchable>, DbError> {
    let rows: Vec<SearchableRow> = sqlx::query_as(
        "select p.id, p.is_restricted, p.merchant_id, p.title, p.description_html, p.vendor, p.product_type, p.tags,
                array(select o.name from product_options o
                       where o.tenant_id = $1 and o.product_id = p.id
                       order by o.position) as options,
                array(select c.id
                        from product_categories pc
                        join categories c on c.tenant_id = $1 and c.id = pc.category_id
                       where pc.tenant_id = $1 and pc.product_id = p.id
                       order by c.depth, c.id) as category_ids,
                array(select c.name
                        from product_categories pc
                        join categories c on c.tenant_id = $1 and c.id = pc.category_id
                       where pc.tenant_id = $1 and pc.product_id = p.id
                       order by c.depth, c.id) as category_names,
                (select coalesce(json_agg(json_build_object(
                          'sku', v.sku, 'barcode', v.barcode, 'option_values', v.option_values,
                          'prices', coalesce((select json_object_agg(a.currency, a.amount_minor)
                                                from prices a
                                               where a.tenant_id = $1 and a.variant_id = v.id), '{}'),
                          'is_available', s.sellable is null or s.sellable > 0)
                          order by v.position, v.id), '[]')
                   from variants v
                   left join stock_levels s on s.tenant_id = $1 and s.variant_id = v.id
                  where v.tenant_id = $1 and v.product_id = p.id
                    and v.archived_at is null) as variants
           from products p
          where p.tenant_id = $1 and p.id = any($2) and p.status = 'active'",
    )
    .bind(tx.tenant_id())
    .bind(products)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Searchable::from).collect())
}

/// The next products behind `after`, whatever their status, in the order of their ids.
pub async fn searchable_after(
    tx: &mut TenantTx,
    after: Option<ProductId>,
    limit: i64,
) -> Result<Vec<ProductId>, DbError> {
    Ok(sqlx::query_scalar(
        "select p.id
           from products p
          where p.tenant_id = $1 and p.id > coalesce($2, '00000000-0000-0000-0000-000000000000'::uuid)
          order by p.id
          limit $3",
    )
    .bind(tx.tenant_id())
    .bind(after)
    .bind(limit)
    .fetch_all(tx.conn())
    .await?)
}

/// The products that these variants belong to.
pub async fn products_of(
    tx: &mut TenantTx,
    variants: &[VariantId],
) -> Result<Vec<ProductId>, DbError> {
    Ok(sqlx::query_scalar(
        "select distinct v.product_id from variants v where v.tenant_id = $1 and v.id = any($2)",
    )
    .bind(tx.tenant_id())
    .bind(variants)
    .fetch_all(tx.conn())
    .await?)
}

impl From<SearchableRow> for Searchable {
    fn from(row: SearchableRow) -> Self {
        let categories = row.category_ids.into_iter().zip(row.category_names);
        Self {
            id: row.id,
            is_restricted: row.is_restricted,
            merchant_id: row.merchant_id,
            title: row.title,
            description_html: row.description_html,
            vendor: row.vendor,
            product_type: row.product_type,
            tags: row.tags,
            options: row.options,
            categories: categories.collect(),
            variants: row.variants.0,
        }
    }
}
