//! Writing whole products inside somebody's transaction: however many, in the same few statements.

use std::collections::HashMap;

use db::{DbError, TenantTx};
use kernel::ids::ProductId;
use kernel::{Currency, Event};
use time::OffsetDateTime;

use super::draft::StockDraft;
use super::plan::Item;
use super::store;
use crate::inventory::{self, StockLevel};

/// Writes products as their drafts have them, says that they have changed, and tells the version
/// that each has now. Prices are in `currency`, and those in other currencies stay; so does
/// whatever the drafts leave out, unless it stands in their way.
pub(super) async fn write(
    tx: &mut TenantTx,
    items: &[Item<'_>],
    currency: Currency,
    now: OffsetDateTime,
) -> Result<HashMap<ProductId, i32>, DbError> {
    store::settings::hold(tx).await?;
    let versions = store::write::put_products(tx, items, now).await?;
    store::write::put_options(tx, items).await?;
    store::write::put_categories(tx, items).await?;
    store::images::put(tx, items).await?;
    let replaced = items.iter().flat_map(|item| &item.plan.replaced).copied();
    store::variants::archive(tx, &replaced.collect::<Vec<_>>(), now).await?;
    let moved = items.iter().flat_map(|item| &item.plan.moved).copied();
    store::variants::step_aside(tx, &moved.collect::<Vec<_>>()).await?;
    store::variants::put(tx, items).await?;
    store::prices::put(tx, items, currency).await?;
    let products: Vec<ProductId> = items.iter().map(|item| item.plan.product_id).collect();
    store::prices::refresh(tx, &products).await?;
    if !products.is_empty() {
        let due = store::pictures::unsized_products(tx, &products).await?;
        let due: Vec<Event> = due
            .into_iter()
            .map(|product_id| Event::ImageSizesDue { product_id })
            .collect();
        let due: Vec<_> = due.iter().map(|event| (event, None)).collect();
        tx.publish_all(&due).await?;
        let product_ids = products;
        tx.publish(&Event::ProductsChanged { product_ids }).await?;
    }
    // Last, since a checkout may wait for these rows.
    write_stock(tx, items).await?;
    Ok(versions)
}

async fn write_stock(tx: &mut TenantTx, items: &[Item<'_>]) -> Result<(), DbError> {
    let (mut levels, mut untracked) = (Vec::new(), Vec::new());
    let variants = items
        .iter()
        .flat_map(|item| item.plan.variants.iter().zip(&item.draft.variants));
    for (&(variant_id, is_new), variant) in variants {
        match variant.stock {
            StockDraft::Tracked {
                on_hand,
                allow_backorder,
            } => levels.push(StockLevel {
                variant_id,
                on_hand,
                allow_backorder,
            }),
            StockDraft::Untracked if !is_new => untracked.push(variant_id),
            StockDraft::Untracked => {}
        }
    }
    inventory::take_stock(tx, &levels, &untracked).await
}
