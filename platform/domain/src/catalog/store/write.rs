//! The rows of a product: each table in one round trip.

use db::{DbError, TenantTx};
use kernel::Currency;
use kernel::ids::{CategoryId, MerchantId, ProductId, VariantId};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::catalog::draft::ProductDraft;
use crate::catalog::plan::Plan;

/// What a product is beside its draft.
#[derive(Debug, Clone, Copy)]
pub(in crate::catalog) struct Provenance<'a> {
    /// Who sells it.
    pub(in crate::catalog) merchant_id: MerchantId,
    /// The digest of the rows it is from, if it is from a file.
    pub(in crate::catalog) digest: Option<&'a [u8]>,
    /// This moment.
    pub(in crate::catalog) now: OffsetDateTime,
}

/// Writes the product's own row. `products_tenant_id_slug_key` refuses a slug that is taken.
pub(in crate::catalog) async fn put_product(
    tx: &mut TenantTx,
    product_id: ProductId,
    draft: &ProductDraft,
    provenance: Provenance<'_>,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into products as p
                (tenant_id, id, merchant_id, slug, title, description_html, vendor, product_type,
                 tags, status, seo_title, seo_description, import_digest, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)
         on conflict (tenant_id, id) do update
            set merchant_id = excluded.merchant_id, title = excluded.title,
                description_html = excluded.description_html, vendor = excluded.vendor,
                product_type = excluded.product_type, tags = excluded.tags,
                status = excluded.status, seo_title = excluded.seo_title,
                seo_description = excluded.seo_description,
                import_digest = excluded.import_digest, updated_at = excluded.updated_at,
                version = p.version + 1",
    )
    .bind(tx.tenant_id().uuid())
    .bind(product_id.uuid())
    .bind(provenance.merchant_id.uuid())
    .bind(draft.slug.as_str())
    .bind(&draft.title)
    .bind(&draft.description_html)
    .bind(&draft.vendor)
    .bind(&draft.product_type)
    .bind(&draft.tags)
    .bind(draft.status.name())
    .bind(&draft.seo_title)
    .bind(&draft.seo_description)
    .bind(provenance.digest)
    .bind(provenance.now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Writes the names of the options, in their order.
pub(in crate::catalog) async fn put_options(
    tx: &mut TenantTx,
    product_id: ProductId,
    names: &[String],
) -> Result<(), DbError> {
    sqlx::query(
        "with gone as (
           delete from product_options
            where tenant_id = $1 and product_id = $2 and position > cardinality($3::text[])
         )
         insert into product_options (tenant_id, product_id, position, name)
         select $1, $2, position, name
           from unnest($3::text[]) with ordinality as named (name, position)
         on conflict (tenant_id, product_id, position) do update set name = excluded.name",
    )
    .bind(tx.tenant_id().uuid())
    .bind(product_id.uuid())
    .bind(names)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Writes the pictures in their order; drops those that are no longer there.
pub(in crate::catalog) async fn put_images(
    tx: &mut TenantTx,
    plan: &Plan,
    draft: &ProductDraft,
) -> Result<(), DbError> {
    let pictures = || draft.images.iter().map(|image| image.picture.as_ref());
    let ids: Vec<Uuid> = plan.images.iter().map(|id| id.uuid()).collect();
    let sources: Vec<&str> = draft
        .images
        .iter()
        .map(|image| image.source.as_str())
        .collect();
    let alts: Vec<&str> = draft
        .images
        .iter()
        .map(|image| image.alt.as_str())
        .collect();
    let keys: Vec<Option<&str>> = pictures().map(|found| Some(found?.key.as_str())).collect();
    let types: Vec<Option<&str>> = pictures().map(|found| Some(found?.content_type)).collect();
    let widths: Vec<Option<i32>> = pictures().map(|found| Some(found?.width)).collect();
    let heights: Vec<Option<i32>> = pictures().map(|found| Some(found?.height)).collect();
    sqlx::query(
        "with gone as (
           delete from images
            where tenant_id = $1 and product_id = $2 and $10 and not (id = any($3::uuid[]))
         )
         insert into images (tenant_id, product_id, id, position, source, alt, object_key,
                             content_type, width, height)
         select $1, $2, id, position, source, alt, object_key, content_type, width, height
           from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[],
                       $9::int[]) with ordinality
                as shown (id, source, alt, object_key, content_type, width, height, position)
         on conflict (tenant_id, id) do update
            set position = excluded.position, alt = excluded.alt,
                object_key = excluded.object_key, content_type = excluded.content_type,
                width = excluded.width, height = excluded.height",
    )
    .bind(tx.tenant_id().uuid())
    .bind(plan.product_id.uuid())
    .bind(ids)
    .bind(sources)
    .bind(alts)
    .bind(keys)
    .bind(types)
    .bind(widths)
    .bind(heights)
    .bind(plan.drops_images)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Puts a product into these categories and takes it out of all others.
pub(in crate::catalog) async fn put_categories(
    tx: &mut TenantTx,
    product_id: ProductId,
    categories: &[CategoryId],
) -> Result<(), DbError> {
    let categories: Vec<Uuid> = categories.iter().map(|category| category.uuid()).collect();
    sqlx::query(
        "with gone as (
           delete from product_categories
            where tenant_id = $1 and product_id = $2 and not (category_id = any($3::uuid[]))
         )
         insert into product_categories (tenant_id, category_id, product_id)
         select $1, category_id, $2 from unnest($3::uuid[]) as chosen (category_id)
         on conflict do nothing",
    )
    .bind(tx.tenant_id().uuid())
    .bind(product_id.uuid())
    .bind(categories)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Writes the prices of a draft's variants in `currency`; a variant without one has none then.
pub(in crate::catalog) async fn put_prices(
    tx: &mut TenantTx,
    plan: &Plan,
    draft: &ProductDraft,
    currency: Currency,
) -> Result<(), DbError> {
    let (mut priced, mut amounts, mut compare_at) = (Vec::new(), Vec::new(), Vec::new());
    let mut unpriced = Vec::new();
    for ((id, is_new), variant) in plan.variants.iter().zip(&draft.variants) {
        match variant.price {
            Some(price) => {
                priced.push(id.uuid());
                amounts.push(price.amount_minor);
                compare_at.push(price.compare_at_minor);
            }
            None if !is_new => unpriced.push(id.uuid()),
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
    .bind(tx.tenant_id().uuid())
    .bind(currency.code())
    .bind(priced)
    .bind(amounts)
    .bind(compare_at)
    .bind(unpriced)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Brings `product_prices` in step with the prices of a product's variants.
pub(in crate::catalog) async fn refresh_prices(
    tx: &mut TenantTx,
    product_id: ProductId,
) -> Result<(), DbError> {
    sqlx::query(
        "with asked as (
           select a.currency, min(a.amount_minor) as min_minor, max(a.amount_minor) as max_minor,
                  (array_agg(a.compare_at_minor order by a.amount_minor, v.position))[1]
                    as compare_at_minor
             from variants v
             join prices a on a.tenant_id = $1 and a.variant_id = v.id
            where v.tenant_id = $1 and v.product_id = $2 and v.archived_at is null
            group by a.currency
         ), gone as (
           delete from product_prices
            where tenant_id = $1 and product_id = $2
              and currency not in (select currency from asked)
         )
         insert into product_prices as p
                (tenant_id, product_id, currency, min_minor, max_minor, compare_at_minor)
         select $1, $2, currency, min_minor, max_minor, compare_at_minor from asked
         on conflict (tenant_id, product_id, currency) do update
            set min_minor = excluded.min_minor, max_minor = excluded.max_minor,
                compare_at_minor = excluded.compare_at_minor
          where (p.min_minor, p.max_minor, p.compare_at_minor)
                is distinct from (excluded.min_minor, excluded.max_minor, excluded.compare_at_minor)",
    )
    .bind(tx.tenant_id().uuid())
    .bind(product_id.uuid())
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The product that a variant belongs to, locked until the transaction ends, with its version.
pub(in crate::catalog) async fn lock_by_variant(
    tx: &mut TenantTx,
    variant_id: VariantId,
) -> Result<Option<ProductId>, DbError> {
    let id: Option<Uuid> = sqlx::query_scalar(
        "select p.id
           from variants v
           join products p on p.tenant_id = $1 and p.id = v.product_id
          where v.tenant_id = $1 and v.id = $2
            for update of p",
    )
    .bind(tx.tenant_id().uuid())
    .bind(variant_id.uuid())
    .fetch_optional(tx.conn())
    .await?;
    Ok(id.map(ProductId::from_uuid))
}
