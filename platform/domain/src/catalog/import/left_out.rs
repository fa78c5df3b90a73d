//! What the products of a file no longer have: it goes when all of the file has been read.
//!
//! Rows of a product can stand anywhere in a file by mistake. Variants and pictures that its first
//! rows leave out stay until it is certain that no others follow. Until then the product does not
//! count as imported, so that an import that is cut short is done again.

use std::collections::{HashMap, HashSet};

use db::DbError;
use kernel::Caller;
use kernel::ids::{ImageId, ProductId, VariantId};

use super::error::ImportError;
use super::retry::{ATTEMPTS, pause};
use crate::catalog::plan::Plan;
use crate::catalog::{Catalog, store};

/// How many products are dealt with at once.
const AT_ONCE: usize = 20;

/// What is to go, by the hash of the handle.
#[derive(Debug, Default)]
pub(super) struct LeftOut {
    waiting: HashMap<u64, Remains>,
    came_back: HashSet<u64>,
}

/// What is to go of one product.
#[derive(Debug)]
struct Remains {
    product_id: ProductId,
    version: i32,
    digest: Vec<u8>,
    variants: Vec<VariantId>,
    images: Vec<ImageId>,
}

impl LeftOut {
    /// Notes what a product leaves out that has been written.
    pub(super) fn add(&mut self, handle: u64, plan: Plan, version: i32, digest: &[u8]) {
        if plan.leaves_out() {
            let remains = Remains {
                product_id: plan.product_id,
                version,
                digest: digest.to_vec(),
                variants: plan.left_out,
                images: plan.images_left_out,
            };
            self.waiting.insert(handle, remains);
        }
    }

    /// Notes that rows of a product have come back later in the file: nothing of it goes.
    pub(super) fn keep(&mut self, handle: u64) {
        self.waiting.remove(&handle);
        self.came_back.insert(handle);
    }

    /// Whether rows of a product have come back.
    pub(super) fn came_back(&self, handle: u64) -> bool {
        self.came_back.contains(&handle)
    }

    /// Takes away what has been left out so far; `last` becomes the last product that was written for it.
    pub(super) async fn remove(
        &mut self,
        catalog: &Catalog,
        caller: &Caller,
        last: &mut Option<ProductId>,
    ) -> Result<(), ImportError> {
        let waiting = std::mem::take(&mut self.waiting);
        let mut remains: Vec<Remains> = waiting.into_values().collect();
        remains.sort_by_key(|remains| remains.product_id);
        for batch in remains.chunks(AT_ONCE) {
            let mut attempt = 1;
            let written = loop {
                match take_away(catalog, caller, batch).await {
                    Err(DbError::Contended(_)) if attempt < ATTEMPTS => pause(attempt).await,
                    outcome => break outcome?,
                }
                attempt += 1;
            };
            *last = written.or(*last);
        }
        Ok(())
    }
}

/// A product that somebody else has changed meanwhile is left alone; the next import finds it. Tells
/// the last one that was not.
async fn take_away(
    catalog: &Catalog,
    caller: &Caller,
    batch: &[Remains],
) -> Result<Option<ProductId>, DbError> {
    let mut tx = catalog.db.begin_async_commit(caller).await?;
    let products: Vec<ProductId> = batch.iter().map(|remains| remains.product_id).collect();
    let versions: Vec<i32> = batch.iter().map(|remains| remains.version).collect();
    let products = store::left_out::lock(&mut tx, &products, &versions).await?;
    let is_same = |remains: &&Remains| products.contains(&remains.product_id);
    let batch: Vec<&Remains> = batch.iter().filter(is_same).collect();
    let products: Vec<ProductId> = batch.iter().map(|remains| remains.product_id).collect();
    let digests: Vec<&[u8]> = batch
        .iter()
        .map(|remains| remains.digest.as_slice())
        .collect();
    let variants = batch.iter().flat_map(|remains| &remains.variants).copied();
    let images = batch.iter().flat_map(|remains| &remains.images).copied();
    let now = catalog.clock.now();

    store::variants::archive(&mut tx, &variants.collect::<Vec<_>>(), now).await?;
    store::images::remove(&mut tx, &images.collect::<Vec<_>>()).await?;
    store::prices::refresh(&mut tx, &products).await?;
    store::left_out::note_imported(&mut tx, &products, &digests, now).await?;
    tx.commit().await?;
    Ok(products.last().copied())
}
