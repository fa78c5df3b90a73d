//! The rows of a product's variants.

use db::{DbError, TenantTx};
use kernel::ids::VariantId;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::catalog::draft::{ProductDraft, VariantDraft};
use crate::catalog::plan::Plan;

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
    .bind(tx.tenant_id().uuid())
    .bind(uuids(variants))
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
    .bind(tx.tenant_id().uuid())
    .bind(uuids(variants))
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Writes the variants of a draft. `variants_sku_key` refuses a stock keeping unit that is taken,
/// `variants_options_key` a second variant with the same options.
pub(in crate::catalog) async fn put(
    tx: &mut TenantTx,
    plan: &Plan,
    draft: &ProductDraft,
) -> Result<(), DbError> {
    let variants = || draft.variants.iter();
    let ids: Vec<VariantId> = plan.variants.iter().map(|(id, _)| *id).collect();
    let value = |option: usize| -> Vec<Option<&str>> {
        variants()
            .map(|variant| variant.option_values.get(option).map(String::as_str))
            .collect()
    };
    let image = |index: Option<usize>| index.and_then(|index| plan.images.get(index));
    let images = variants().map(|variant| image(variant.image).map(|id| id.uuid()));
    sqlx::query(
        "insert into variants as v
                (tenant_id, product_id, id, position, sku, title, option_values, barcode,
                 weight_grams, requires_shipping, is_taxable, image_id)
         select $1, $2, id, position, sku, title, array_remove(array[one, two, three], null),
                barcode, weight_grams, requires_shipping, is_taxable, image_id
           from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                       $9::text[], $10::int[], $11::bool[], $12::bool[], $13::uuid[])
                with ordinality
                as sold (id, sku, title, one, two, three, barcode, weight_grams,
                         requires_shipping, is_taxable, image_id, position)
         on conflict (tenant_id, id) do update
            set position = excluded.position, sku = excluded.sku, title = excluded.title,
                option_values = excluded.option_values, barcode = excluded.barcode,
                weight_grams = excluded.weight_grams,
                requires_shipping = excluded.requires_shipping,
                is_taxable = excluded.is_taxable, image_id = excluded.image_id,
                archived_at = null",
    )
    .bind(tx.tenant_id().uuid())
    .bind(plan.product_id.uuid())
    .bind(uuids(&ids))
    .bind(
        variants()
            .map(|variant| variant.sku.as_deref())
            .collect::<Vec<_>>(),
    )
    .bind(variants().map(VariantDraft::title).collect::<Vec<_>>())
    .bind(value(0))
    .bind(value(1))
    .bind(value(2))
    .bind(
        variants()
            .map(|variant| variant.barcode.as_deref())
            .collect::<Vec<_>>(),
    )
    .bind(
        variants()
            .map(|variant| variant.weight_grams)
            .collect::<Vec<_>>(),
    )
    .bind(
        variants()
            .map(|variant| variant.requires_shipping)
            .collect::<Vec<_>>(),
    )
    .bind(
        variants()
            .map(|variant| variant.is_taxable)
            .collect::<Vec<_>>(),
    )
    .bind(images.collect::<Vec<Option<Uuid>>>())
    .execute(tx.conn())
    .await?;
    Ok(())
}

fn uuids(variants: &[VariantId]) -> Vec<Uuid> {
    variants.iter().map(|variant| variant.uuid()).collect()
}
