//! Writing a whole product inside somebody's transaction.

use db::{DbError, TenantTx};
use kernel::ids::CategoryId;
use kernel::{Currency, Event};

use super::draft::{ProductDraft, StockDraft};
use super::plan::Plan;
use super::store;
use super::store::write::Provenance;
use crate::inventory::{self, StockLevel};

/// Writes a product as a draft has it, and says that it has changed. Its rows are those of `plan`;
/// its prices are in `currency`, and those in other currencies stay.
pub(super) async fn write(
    tx: &mut TenantTx,
    plan: &Plan,
    draft: &ProductDraft,
    currency: Currency,
    categories: &[CategoryId],
    provenance: Provenance<'_>,
) -> Result<(), DbError> {
    let product_id = plan.product_id;
    store::write::put_product(tx, product_id, draft, provenance).await?;
    if !plan.is_new || !draft.options.is_empty() {
        store::write::put_options(tx, product_id, &draft.options).await?;
    }
    if !plan.is_new || !categories.is_empty() {
        store::write::put_categories(tx, product_id, categories).await?;
    }
    if !plan.is_new || !draft.images.is_empty() {
        store::write::put_images(tx, plan, draft).await?;
    }
    store::variants::archive(tx, &plan.archived, provenance.now).await?;
    store::variants::step_aside(tx, &plan.moved).await?;
    store::variants::put(tx, plan, draft).await?;
    store::write::put_prices(tx, plan, draft, currency).await?;
    store::write::refresh_prices(tx, product_id).await?;
    write_stock(tx, plan, draft).await?;
    tx.publish(&Event::ProductChanged { product_id }).await
}

async fn write_stock(tx: &mut TenantTx, plan: &Plan, draft: &ProductDraft) -> Result<(), DbError> {
    let (mut levels, mut untracked) = (Vec::new(), Vec::new());
    for (&(variant_id, is_new), variant) in plan.variants.iter().zip(&draft.variants) {
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
    inventory::set_levels(tx, &levels).await?;
    if !untracked.is_empty() {
        inventory::untrack(tx, &untracked).await?;
    }
    Ok(())
}
