//! From what the engine found to what shoppers see.

use std::collections::HashMap;

use db::TenantTx;
use kernel::Caller;
use kernel::ids::{CategoryId, ProductId};

use super::engine::{Found, Hit};
use super::error::SearchError;
use super::facets::{self, Facets};
use super::model::{CategoryCount, MerchantCount, SearchProducts, SearchResult};
use super::service::{Finding, Search};
use crate::catalog::{self, FoundCards, Position, ProductCard};
use crate::tenancy::{self, Storefront};

impl Search {
    /// The page as the catalogue has it now, with names for what was counted.
    pub(super) async fn answer(
        &self,
        caller: &Caller,
        storefront: &Storefront,
        query: &SearchProducts,
        list: &str,
        finding: Finding,
    ) -> Result<SearchResult, SearchError> {
        let Finding {
            mut found,
            did_you_mean,
            is_partial,
        } = finding;
        let limit = usize::try_from(query.limit).unwrap_or(usize::MAX);
        let has_more = found.page.len() > limit;
        found.page.truncate(limit);
        let end = |hit: &Hit| Position {
            id: hit.product_id.uuid(),
            minor: hit.place,
            title: if query.sort.needs_title() {
                hit.title.clone()
            } else {
                String::new()
            },
        };
        let end_of_page = found.page.last().filter(|_| has_more);
        let next_cursor = end_of_page.map(|hit| end(hit).encode(list));
        let mut tx = self.db.begin(caller).await?;
        let products = self.look_up(&mut tx, &found.page, storefront).await?;
        let facets = named(&mut tx, &found, storefront).await?;
        drop(tx);
        let products = self.cards(caller, &found.page, products).await?;
        Ok(SearchResult {
            products,
            next_cursor,
            total: found.total,
            did_you_mean,
            is_partial,
            facets,
        })
    }
}

impl SearchResult {
    pub(super) const fn nothing(facets: Facets) -> Self {
        Self {
            products: Vec::new(),
            next_cursor: None,
            total: 0,
            did_you_mean: None,
            is_partial: false,
            facets,
        }
    }
}

impl Search {
    /// What the database has of a page's products.
    pub(super) async fn look_up(
        &self,
        tx: &mut TenantTx,
        page: &[Hit],
        storefront: &Storefront,
    ) -> Result<FoundCards, SearchError> {
        let ids: Vec<ProductId> = page.iter().map(|hit| hit.product_id).collect();
        let documents = self.documents.as_ref();
        Ok(FoundCards::read(tx, &ids, storefront, documents).await?)
    }

    /// The products of a page in its order; those that are no longer for sale are left out.
    pub(super) async fn cards(
        &self,
        caller: &Caller,
        page: &[Hit],
        found: FoundCards,
    ) -> Result<Vec<ProductCard>, SearchError> {
        let found = found.cards(&self.db, caller).await?;
        let mut found: HashMap<ProductId, ProductCard> =
            found.into_iter().map(|card| (card.id, card)).collect();
        let in_order = page.iter().filter_map(|hit| found.remove(&hit.product_id));
        Ok(in_order.collect())
    }
}

/// The facets, with the names of categories and merchants.
async fn named(
    tx: &mut TenantTx,
    found: &Found,
    storefront: &Storefront,
) -> Result<Facets, SearchError> {
    let mut facets = facets::plain_facets(found, storefront.currency);
    facets.categories = categories(tx, found).await?;
    let merchants = facets::ids(found, "m:");
    if !merchants.is_empty() {
        for merchant in tenancy::merchants(tx).await? {
            if let Some((_, count)) = merchants.iter().find(|(id, _)| *id == merchant.id.uuid()) {
                facets.merchants.push(MerchantCount {
                    slug: merchant.slug,
                    name: merchant.name,
                    count: *count,
                });
            }
        }
        let key = |merchant: &MerchantCount| (-merchant.count, merchant.slug.clone());
        facets.merchants.sort_by_key(key);
    }
    Ok(facets)
}

/// The categories that products were found in, those with most products first.
pub(super) async fn categories(
    tx: &mut TenantTx,
    found: &Found,
) -> Result<Vec<CategoryCount>, SearchError> {
    let counts: HashMap<CategoryId, i64> = facets::ids(found, "c:")
        .into_iter()
        .map(|(id, count)| (CategoryId::from_uuid(id), count))
        .collect();
    if counts.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<CategoryId> = counts.keys().copied().collect();
    let known = catalog::categories_with(tx, &ids, &[]).await?;
    let count = |category: catalog::Category| CategoryCount {
        count: counts.get(&category.id).copied().unwrap_or_default(),
        category,
    };
    let mut categories: Vec<CategoryCount> = known.into_iter().map(count).collect();
    categories.sort_by_key(|counted| (-counted.count, counted.category.slug.clone()));
    Ok(categories)
}
