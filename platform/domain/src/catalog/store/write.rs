//! The products' own rows, their options and their places: of however many, in one round trip each.

use std::collections::HashMap;

use db::{DbError, TenantTx};
use kernel::ids::{ProductId, VariantId};
use serde_json::Value;
use time::OffsetDateTime;

use crate::catalog::write::Item;

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
                (tenant_id, id, merchant_id, slug, title, description_html, vendor, product_type,
                 tags, status, seo_title, seo_description, import_digest, import_handle, created_at,
                 updated_at)
         select $1, id, merchant_id, slug, title, description_html, vendor, product_type,
                array(select tag from jsonb_array_elements_text(tags) with ordinality
                                      as named (tag, place) order by place),
                status, seo_title, seo_description, import_digest, import_handle, $15, $15
           from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[],
                       $8::text[], $9::jsonb[], $10::text[], $11::text[], $12::text[], $13::bytea[],
                       $14::text[])
                as asked (id, merchant_id, slug, title, description_html, vendor, product_type,
                          tags, status, seo_title, seo_description, import_digest, import_handle)
         on conflict (tenant_id, id) do update
            set merchant_id = excluded.merchant_id, title = excluded.title,
                description_html = excluded.description_html, vendor = excluded.vendor,
                product_type = excluded.product_type, tags = excluded.tags,
                status = excluded.status, seo_title = excluded.seo_title,
                seo_description = excluded.seo_description,
                import_digest = excluded.import_digest,
                import_handle = coalesce(excluded.import_handle, p.import_handle), updated_at = excluded.updated_at,
                version = p.version + 1
         returning p.id, p.version",
    )
    .bind(tx.tenant_id())
    .bind(each(items, |item| item.plan.product_id))
    .bind(each(items, |item| item.merchant_id))
    .bind(each(items, |item| item.slug.as_str()))
    .bind(each(items, |item| item.draft.title.as_str()))
    .bind(each(items, |item| item.draft.description_html.as_str()))
    .bind(each(items, |item| item.draft.vendor.as_str()))
    .bind(each(items, |item| item.draft.product_type.as_str()))
    .bind(each(items, |item| Value::from(item.draft.tags.clone())))
    .bind(each(items, |item| item.draft.status))
    .bind(each(items, |item| item.draft.seo_title.as_deref()))
    .bind(each(items, |item| item.draft.seo_description.as_deref()))
    .bind(each(items, |item| item.digest))
    .bind(each(items, |item| item.handle))
    .bind(now)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().collect())
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
