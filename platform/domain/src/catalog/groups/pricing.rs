//! What a shopper pays who is in groups: the lowest of the list price and what the groups pay.

use std::collections::HashMap;

use db::{DbError, TenantTx};
use kernel::ids::{ProductId, VariantId};
use kernel::{Currency, money};

use super::store;
use crate::catalog::model::{Product, ProductCard, Sellable};
use crate::catalog::store as catalog_store;

/// All of a price.
const WHOLE_PPM: i64 = 1_000_000;

/// What one group pays for a variant.
#[derive(Debug, Clone, Copy)]
enum Offer {
    /// A price of its own.
    Fixed(i64),
    /// So much off the list price.
    Discount(i64),
}

impl Offer {
    fn price(self, list_minor: i64) -> Result<i64, DbError> {
        match self {
            Self::Fixed(minor) => Ok(minor),
            // What is taken off is rounded, half to even: 10 % of 0.05 is nothing.
            Self::Discount(ppm) => money::rate(list_minor, ppm, WHOLE_PPM)
                .map(|off| list_minor - off)
                .map_err(DbError::unreadable),
        }
    }
}

/// What the groups of the transaction's shopper pay in a currency.
#[derive(Debug, Default)]
pub(in crate::catalog) struct Offers {
    /// Of each group, its discount.
    discounts: Vec<i64>,
    /// What each group pays for a variant that one of them has a price of its own for.
    offers: HashMap<VariantId, Vec<Offer>>,
}

impl Offers {
    /// What the shopper's groups pay for these variants. A shopper in no group costs one statement, a visitor none.
    pub(in crate::catalog) async fn of(
        tx: &mut TenantTx,
        variants: &[VariantId],
        currency: Currency,
    ) -> Result<Option<Self>, DbError> {
        let Some(shopper) = tx.shopper() else {
            return Ok(None);
        };
        let groups = store::groups_of(tx, shopper).await?;
        if groups.is_empty() {
            return Ok(None);
        }
        let ids: Vec<_> = groups.iter().map(|(id, _)| *id).collect();
        let fixed = store::prices_of(tx, &ids, variants, currency).await?;
        let fixed: HashMap<_, _> = fixed
            .into_iter()
            .map(|(group, variant, minor)| ((group, variant), minor))
            .collect();
        let mut offers: HashMap<VariantId, Vec<Offer>> = HashMap::new();
        for (_, variant) in fixed.keys() {
            if offers.contains_key(variant) {
                continue;
            }
            let of_groups = groups.iter().map(|(group, ppm)| {
                let own = fixed.get(&(*group, *variant)).copied();
                own.map_or(Offer::Discount(i64::from(*ppm)), Offer::Fixed)
            });
            offers.insert(*variant, of_groups.collect());
        }
        Ok(Some(Self {
            discounts: groups.iter().map(|(_, ppm)| i64::from(*ppm)).collect(),
            offers,
        }))
    }

    /// What one unit costs the shopper.
    fn price(&self, variant: VariantId, list_minor: i64) -> Result<i64, DbError> {
        let mut lowest = list_minor;
        if let Some(offers) = self.offers.get(&variant) {
            for offer in offers {
                lowest = lowest.min(offer.price(list_minor)?);
            }
        } else {
            for ppm in &self.discounts {
                lowest = lowest.min(Offer::Discount(*ppm).price(list_minor)?);
            }
        }
        Ok(lowest)
    }

    /// Gives what can be sold the prices of the transaction's shopper.
    pub(in crate::catalog) async fn reprice(
        tx: &mut TenantTx,
        sellable: &mut [Sellable],
        currency: Currency,
    ) -> Result<(), DbError> {
        let variants: Vec<VariantId> = sellable.iter().map(|it| it.variant_id).collect();
        let Some(offers) = Self::of(tx, &variants, currency).await? else {
            return Ok(());
        };
        for it in sellable {
            it.unit_price_minor = offers.price(it.variant_id, it.unit_price_minor)?;
        }
        Ok(())
    }

    /// Gives a product the prices of the transaction's shopper. Where the list price is higher, it is the price to
    /// compare with, unless there is a higher one.
    pub(in crate::catalog) async fn reprice_product(
        tx: &mut TenantTx,
        product: &mut Product,
    ) -> Result<(), DbError> {
        let currency = product.price.currency;
        let variants: Vec<VariantId> = product.variants.iter().map(|it| it.id).collect();
        match Self::of(tx, &variants, currency).await? {
            Some(offers) => offers.apply(product),
            None => Ok(()),
        }
    }

    /// The same with what the transaction has found.
    pub(in crate::catalog) fn apply(&self, product: &mut Product) -> Result<(), DbError> {
        for variant in &mut product.variants {
            let list = variant.price;
            variant.price.minor = self.price(variant.id, list.minor)?;
            let compared = variant.compare_at.map_or(0, |it| it.minor);
            if variant.price.minor < list.minor && compared < list.minor {
                variant.compare_at = Some(list);
            }
        }
        let lowest = product.variants.iter().map(|it| it.price.minor).min();
        product.price.minor = lowest.unwrap_or(product.price.minor);
        Ok(())
    }

    /// Gives cards the lowest price that the transaction's shopper pays for a variant.
    pub(in crate::catalog) async fn reprice_cards(
        tx: &mut TenantTx,
        cards: &mut [ProductCard],
        currency: Currency,
    ) -> Result<(), DbError> {
        if tx.shopper().is_none() || cards.is_empty() {
            return Ok(());
        }
        let products: Vec<ProductId> = cards.iter().map(|it| it.id).collect();
        let listed = catalog_store::prices::of_products(tx, &products, currency).await?;
        let variants: Vec<VariantId> = listed.iter().map(|(_, variant, _)| *variant).collect();
        let Some(offers) = Self::of(tx, &variants, currency).await? else {
            return Ok(());
        };
        let mut lowest: HashMap<ProductId, i64> = HashMap::new();
        for (product, variant, list_minor) in listed {
            let price = offers.price(variant, list_minor)?;
            let found = lowest.entry(product).or_insert(price);
            *found = price.min(*found);
        }
        for card in cards {
            if let Some(minor) = lowest.get(&card.id) {
                card.price.minor = *minor;
            }
        }
        Ok(())
    }
}
