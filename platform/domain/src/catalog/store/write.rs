//! The products' own rows, their options and their places: of however many, in one round trip each.

use std::collections::HashMap;

use db::{DbError, TenantTx};
use kernel::ids::{ProductId, VariantId};
use sqlx::types::Json;
use time::OffsetDateTime;

use crate::catalog::commands::UpdateProduct;
use crate::catalog::plan::Item;

/// One value of each item, for a column.
pub(super) fn each<'a, T>(items: &[Item<'a>], value: impl Fn(&Item<'a>) -> T) -> Vec<T> {
    items.iter().map(value).collect()
}

/// Writes the products' own rows, and tells the version that each has now.
/// `products_tenant_id_slug_key` refuses a slug that is taken.
pub(in crate::catalog) async fn put_products(
    tx: &mut TenantTx,
    items: &[Item<'_>],
    now: OffsetDateTime,
) -> Result<HashMap<ProductId, i32>, DbError> {
    let rows: Vec<(ProductId, i32)> = sqlx::query_as(
        "insert into products as p
                (tenant_id, id, merchant_id, slug, status, import_digest, import_handle, created_at,
                 updated_at, title, description_html, vendor, product_type, tags, seo_title,
                 seo_description, is_final_sale, subtitle)
         select $1, id, merchant_id, slug, status, import_digest, import_handle, $9, $9,
                title, description_html, vendor, product_type, tags, seo_title, seo_description,
                is_final_sale, subtitle
           from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::bytea[], $7::text[],
                       $8::jsonb[])
                as asked (id, merchant_id, slug, status, import_digest, import_handle, text),
                jsonb_to_record(text)
                as told (title text, description_html text, vendor text, product_type text,
                         tags text[], seo_title text, seo_description text, is_final_sale boolean,
                         subtitle text)
         on conflict (tenant_id, id) do update
            set merchant_id = excluded.merchant_id, status = excluded.status,
                import_digest = excluded.import_digest,
                import_handle = coalesce(excluded.import_handle, p.import_handle),
                updated_at = excluded.updated_at, version = p.version + 1,
                -- What files of products do not tell stays as it is.
                title = excluded.title, description_html = excluded.description_html,
                vendor = excluded.vendor, product_type = excluded.product_type,
                tags = excluded.tags, seo_title = excluded.seo_title,
                seo_description = excluded.seo_description
         returning p.id, p.version",
    )
    .bind(tx.tenant_id())
    .bind(each(items, |item| item.plan.product_id))
    .bind(each(items, |item| item.merchant_id))
    .bind(each(items, |item| item.slug.as_str()))
    .bind(each(items, |item| item.draft.status))
    .bind(each(items, |item| item.digest))
    .bind(each(items, |item| item.handle))
    .bind(each(items, |item| Json(&item.draft.text)))
    .bind(now)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().collect())
}

/// Changes what is given, if the product still has `version` or none is asked for.
pub(in crate::catalog) async fn update(
    tx: &mut TenantTx,
    command: &UpdateProduct,
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update products p
            set (title, description_html, vendor, product_type, tags, seo_title, seo_description,
                 is_final_sale, subtitle)
                = (select told.title, told.description_html, told.vendor, told.product_type,
                          told.tags, told.seo_title, told.seo_description, told.is_final_sale,
                          told.subtitle
                     from jsonb_populate_record(p, $4) told),
                status = coalesce($5, status), version = version + 1, updated_at = $6
          where tenant_id = $1 and id = $2 and version = coalesce($3, version)",
    )
    .bind(tx.tenant_id())
    .bind(command.product_id)
    .bind(command.version)
    .bind(Json(&command.text))
    .bind(command.status)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Writes the names of the options, in their order.
pub(in crate::catalog) async fn put_options(
    tx: &mut TenantTx,
    items: &[Item<'_>],
) -> Result<(), DbError> {
    let known = items.iter().filter(|item| !item.plan.is_new);
    let (mut known_ids, mut counts) = (Vec::new(), Vec::new());
    for item in known {
        known_ids.push(item.plan.product_id);
        counts.push(i16::try_from(item.draft.options.len()).unwrap_or(i16::MAX));
    }
    let (mut ids, mut positions, mut names) = (Vec::new(), Vec::new(), Vec::new());
    for item in items {
        for (position, name) in (1_i16..).zip(&item.draft.options) {
            ids.push(item.plan.product_id);
            positions.push(position);
            names.push(name.as_str());
        }
    }
    if ids.is_empty() && known_ids.is_empty() {
        return Ok(());
    }
    sqlx::query(
        "with gone as (
           delete from product_options o
            using unnest($2::uuid[], $3::smallint[]) as asked (product_id, count)
            where o.tenant_id = $1 and o.product_id = asked.product_id and o.position > asked.count
         )
         insert into product_options (tenant_id, product_id, position, name)
         select $1, product_id, position, name
           from unnest($4::uuid[], $5::smallint[], $6::text[]) as named (product_id, position, name)
         on conflict (tenant_id, product_id, position) do update set name = excluded.name",
    )
    .bind(tx.tenant_id())
    .bind(known_ids)
    .bind(counts)
    .bind(ids)
    .bind(positions)
    .bind(names)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Puts products into their categories and takes them out of all others.
pub(in crate::catalog) async fn put_categories(
    tx: &mut TenantTx,
    items: &[Item<'_>],
) -> Result<(), DbError> {
    let known = items.iter().filter(|item| !item.plan.is_new);
    let known: Vec<_> = known.map(|item| item.plan.product_id).collect();
    let (mut ids, mut categories) = (Vec::new(), Vec::new());
    for item in items {
        for category in item.categories {
            ids.push(item.plan.product_id);
            categories.push(*category);
        }
    }
    if ids.is_empty() && known.is_empty() {
        return Ok(());
    }
    sqlx::query(
        "with chosen as (
           select product_id, category_id
             from unnest($3::uuid[], $4::uuid[]) as chosen (product_id, category_id)
         ), gone as (
           delete from product_categories c
            where c.tenant_id = $1 and c.product_id = any($2)
              and not exists (select from chosen
                               where chosen.product_id = c.product_id
                                 and chosen.category_id = c.category_id)
         )
         insert into product_categories (tenant_id, category_id, product_id)
         select $1, category_id, product_id from chosen
         on conflict do nothing",
    )
    .bind(tx.tenant_id())
    .bind(known)
    .bind(ids)
    .bind(categories)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The product that a variant belongs to, locked until the transaction ends, with its version.
pub(in crate::catalog) async fn lock_by_variant(
    tx: &mut TenantTx,
    variant_id: VariantId,
) -> Result<Option<ProductId>, DbError> {
    Ok(sqlx::query_scalar(
        "select p.id
           from variants v
           join products p on p.tenant_id = $1 and p.id = v.product_id
          where v.tenant_id = $1 and v.id = $2
            for update of p",
    )
    .bind(tx.tenant_id())
    .bind(variant_id)
    .fetch_optional(tx.conn())
    .await?)
}
