//! Cards of products by their ids, with what documents hold of them.

use db::{Db, DbError, TenantTx};
use kernel::ids::ProductId;
use kernel::{Caller, Currency};

use super::Documents;
use crate::catalog::ProductCard;
use crate::catalog::groups::Offers;
use crate::catalog::store;
use crate::tenancy::Storefront;

/// What a transaction has found of some products' cards. The store of documents is asked when it is over.
pub struct FoundCards {
    found: Found,
    locale: String,
}

enum Found {
    Whole(Vec<ProductCard>),
    Parts {
        /// Without what is in documents, and which version of its document each needs.
        parts: Vec<(ProductCard, i64)>,
        documents: Documents,
        currency: Currency,
    },
}

impl FoundCards {
    /// Those of `products` that are for sale in the storefront's currency, at the prices of the transaction's shopper.
    pub async fn read(
        tx: &mut TenantTx,
        products: &[ProductId],
        storefront: &Storefront,
        documents: Option<&Documents>,
    ) -> Result<Self, DbError> {
        let found = Found::read(tx, products, storefront.currency, documents).await?;
        let locale = storefront.locale.clone();
        Ok(Self { found, locale })
    }

    /// The cards, in no particular order.
    pub async fn cards(self, db: &Db, caller: &Caller) -> Result<Vec<ProductCard>, DbError> {
        let mut cards = self.found.cards(db, caller).await?;
        for card in &mut cards {
            card.speak(&self.locale);
        }
        Ok(cards)
    }
}

impl Found {
    async fn read(
        tx: &mut TenantTx,
        products: &[ProductId],
        currency: Currency,
        documents: Option<&Documents>,
    ) -> Result<Self, DbError> {
        if products.is_empty() {
            return Ok(Self::Whole(Vec::new()));
        }
        let Some(documents) = documents.filter(|documents| documents.may_be_asked()) else {
            let cards = store::cards(tx, products, currency).await?;
            return Ok(Self::Whole(cards));
        };
        let facts = store::documents::card_facts(tx, products, currency).await?;
        let versions: Vec<i64> = facts.iter().map(|it| it.version).collect();
        let mut cards: Vec<_> = facts.into_iter().map(|it| it.card(currency)).collect();
        Offers::reprice_cards(tx, &mut cards, currency).await?;
        Ok(Self::Parts {
            parts: cards.into_iter().zip(versions).collect(),
            documents: documents.clone(),
            currency,
        })
    }

    async fn cards(self, db: &Db, caller: &Caller) -> Result<Vec<ProductCard>, DbError> {
        let (parts, documents, currency) = match self {
            Self::Whole(cards) => return Ok(cards),
            Self::Parts {
                parts,
                documents,
                currency,
            } => (parts, documents, currency),
        };
        let wanted: Vec<(ProductId, i64)> = parts
            .iter()
            .map(|(card, version)| (card.id, *version))
            .collect();
        let mut bodies = documents.bodies(caller.tenant_id(), &wanted).await;
        let (mut cards, mut left) = (Vec::with_capacity(parts.len()), Vec::new());
        for (card, _) in parts {
            match bodies.remove(&card.id) {
                Some(body) => cards.push(body.complete(card)),
                None => left.push(card.id),
            }
        }
        if !left.is_empty() {
            let mut tx = db.begin(caller).await?;
            cards.extend(store::cards(&mut tx, &left, currency).await?);
        }
        Ok(cards)
    }
}
