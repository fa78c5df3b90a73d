//! The rows of a product's variants.

use db::{DbError, TenantTx};
use kernel::ids::{ImageId, ProductId, VariantId};
use time::OffsetDateTime;

use crate::catalog::draft::VariantDraft;
use crate::catalog::plan::Item;

/// Takes variants off the shelf. Their rows stay, for the orders that name them.
pub(in crate::catalog) async fn archive(
    tx: &mut TenantTx,
    variants: &[VariantId],
    now: OffsetDateTime,
) -> Result<(), DbError> {
    if variants.is_empty() {
        return Ok(());
    }
    sqlx::query(
        "update variants
            set archived_at = $3
          where tenant_id = $1 and id = any($2) and archived_at is null",
    )
    .bind(tx.tenant_id())
    .bind(variants)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Gives variants options that nothing else has, so that two can change places afterwards.
pub(in crate::catalog) async fn step_aside(
    tx: &mut TenantTx,
    variants: &[VariantId],
) -> Result<(), DbError> {
    if variants.is_empty() {
        return Ok(());
    }
    sqlx::query(
        "update variants
            set option_values = array[id::text, 'changes places']
          where tenant_id = $1 and id = any($2)",
    )
    .bind(tx.tenant_id())
    .bind(variants)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// A variant to be written.
struct Sold<'a> {
    product_id: ProductId,
    id: VariantId,
    position: i32,
    image_id: Option<ImageId>,
    draft: &'a VariantDraft,
}

fn sold<'a>(items: &[Item<'a>]) -> Vec<Sold<'a>> {
    let mut sold = Vec::new();
    for item in items {
        let variants = item.plan.variants.iter().zip(&item.draft.variants);
        for (position, ((id, _), draft)) in (1..).zip(variants) {
            let image = draft.image.and_then(|index| item.plan.images.get(index));
            sold.push(Sold {
                product_id: item.plan.product_id,
                id: *id,
                position,
                image_id: image.copied().flatten(),
                draft,
            });
        }
    }
    sold
}

/// Writes the variants of drafts. `variants_unique_sku_key` refuses a stock keeping unit that is
/// taken where the tenant wants them unique, `variants_options_key` a second variant of a product with the same options.
pub(in crate::catalog) async fn put(tx: &mut TenantTx, items: &[Item<'_>]) -> Result<(), DbError> {
    let sold = sold(items);
    let text = |value: fn(&VariantDraft) -> Option<&str>| -> Vec<Option<&str>> {
        sold.iter().map(|variant| value(variant.draft)).collect()
    };
    let flag = |value: fn(&VariantDraft) -> bool| -> Vec<bool> {
        sold.iter().map(|variant| value(variant.draft)).collect()
    };
    let ids: Vec<_> = sold.iter().map(|variant| variant.id).collect();
    let products: Vec<_> = sold.iter().map(|variant| variant.product_id).collect();
    let positions: Vec<i32> = sold.iter().map(|variant| variant.position).collect();
    let titles: Vec<String> = sold.iter().map(|variant| variant.draft.title()).collect();
    let weights: Vec<i32> = sold
        .iter()
        .map(|variant| variant.draft.weight_grams)
        .collect();
    let images: Vec<_> = sold.iter().map(|variant| variant.image_id).collect();
    sqlx::query(
        "insert into variants as v
                (tenant_id, product_id, id, position, sku, unique_sku, title, option_values,
                 barcode, weight_grams, requires_shipping, is_taxable, image_id)
         select $1, product_id, id, position, sku,
                case when (select unique_skus from catalog_settings where tenant_id = $1)
                     then sku end,
                title,
                array_remove(array[one, two, three], null), barcode, weight_grams,
                requires_shipping, is_taxable, image_id
           from unnest($2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[],
                       $8::text[], $9::text[], $10::text[], $11::int[], $12::bool[], $13::bool[],
                       $14::uuid[])
                as sold (product_id, id, position, sku, title, one, two, three, barcode,
                         weight_grams, requires_shipping, is_taxable, image_id)
         on conflict (tenant_id, id) do update
            set position = excluded.position, sku = excluded.sku,
                unique_sku = excluded.unique_sku, title = excluded.title,
                option_values = excluded.option_values, barcode = excluded.barcode,
                weight_grams = excluded.weight_grams,
                requires_shipping = excluded.requires_shipping,
                is_taxable = excluded.is_taxable, image_id = excluded.image_id,
                archived_at = null",
    )
    .bind(tx.tenant_id())
    .bind(products)
    .bind(ids)
    .bind(positions)
    .bind(text(|variant| variant.sku.as_deref()))
    .bind(titles)
    .bind(text(|variant| {
        variant.option_values.first().map(String::as_str)
    }))
    .bind(text(|variant| {
        variant.option_values.get(1).map(String::as_str)
    }))
    .bind(text(|variant| {
        variant.option_values.get(2).map(String::as_str)
    }))
    .bind(text(|variant| variant.barcode.as_deref()))
    .bind(weights)
    .bind(flag(|variant| variant.requires_shipping))
    .bind(flag(|variant| variant.is_taxable))
    .bind(images)
    .execute(tx.conn())
    .await?;
    Ok(())
}
