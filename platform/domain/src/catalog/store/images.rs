//! The rows of products' pictures.

use db::{DbError, TenantTx};
use kernel::ids::ImageId;

use crate::catalog::plan::Item;

/// Writes the pictures in their order. One that was not found stays as it is, in its new place; so do the
/// widths and the blurhash of one that is the same, and its size as it is shown. What staff said of a picture stays, but for
/// texts that the file has.
pub(in crate::catalog) async fn put(tx: &mut TenantTx, items: &[Item<'_>]) -> Result<(), DbError> {
    let mut shown = Vec::new();
    for item in items {
        let images = item.plan.images.iter().zip(&item.draft.images);
        let images = images.filter_map(|(id, image)| Some(((*id)?, image)));
        for (position, (id, image)) in (1_i32..).zip(images) {
            shown.push((item.plan.product_id, id, position, image));
        }
    }
    if shown.is_empty() {
        return Ok(());
    }
    let pictures = || shown.iter().map(|(_, _, _, image)| image.picture.as_ref());
    let products: Vec<_> = shown.iter().map(|(product, ..)| *product).collect();
    let ids: Vec<_> = shown.iter().map(|(_, id, ..)| *id).collect();
    let positions: Vec<i32> = shown.iter().map(|(_, _, position, _)| *position).collect();
    let sources: Vec<&str> = shown.iter().map(|row| row.3.source.as_str()).collect();
    let alts: Vec<&str> = shown.iter().map(|row| row.3.alt.as_str()).collect();
    let alts_in = shown.iter().map(|row| &row.3.alts);
    let alts_in: Vec<serde_json::Value> = alts_in.map(|alts| serde_json::json!(alts)).collect();
    let keys: Vec<Option<&str>> = pictures().map(|found| Some(found?.key.as_str())).collect();
    let types: Vec<Option<&str>> = pictures().map(|found| Some(found?.content_type)).collect();
    let widths: Vec<Option<i32>> = pictures().map(|found| Some(found?.width)).collect();
    let heights: Vec<Option<i32>> = pictures().map(|found| Some(found?.height)).collect();
    let missing: Vec<_> = shown
        .iter()
        .filter_map(|(_, id, _, image)| image.is_missing.then_some(*id))
        .collect();
    sqlx::query(
        "insert into images as i (tenant_id, product_id, id, position, source, alt, object_key,
                                  content_type, width, height, alts)
         select $1, product_id, id, position, source, alt, object_key, content_type, width, height, alts
           from unnest($2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[],
                       $8::text[], $9::int[], $10::int[], $12::jsonb[])
                as shown (product_id, id, position, source, alt, object_key, content_type, width,
                          height, alts)
         on conflict (tenant_id, id) do update
            set position = excluded.position, alt = excluded.alt, alts = i.alts || excluded.alts,
                object_key = case when i.id = any($11) then i.object_key
                                  else excluded.object_key end,
                content_type = case when i.id = any($11) then i.content_type
                                    else excluded.content_type end,
                width = case when i.id = any($11) or i.object_key = excluded.object_key
                             then i.width else excluded.width end,
                height = case when i.id = any($11) or i.object_key = excluded.object_key
                              then i.height else excluded.height end,
                widths = case when i.id = any($11) or i.object_key = excluded.object_key
                              then i.widths end,
                preview = case when i.id = any($11) or i.object_key = excluded.object_key
                                then i.preview end",
    )
    .bind(tx.tenant_id())
    .bind(products)
    .bind(ids)
    .bind(positions)
    .bind(sources)
    .bind(alts)
    .bind(keys)
    .bind(types)
    .bind(widths)
    .bind(heights)
    .bind(missing)
    .bind(alts_in)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Takes pictures away.
pub(in crate::catalog) async fn remove(
    tx: &mut TenantTx,
    images: &[ImageId],
) -> Result<(), DbError> {
    sqlx::query("delete from images where tenant_id = $1 and id = any($2)")
        .bind(tx.tenant_id())
        .bind(images)
        .execute(tx.conn())
        .await?;
    Ok(())
}
