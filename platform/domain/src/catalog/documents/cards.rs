//! Cards of products by their ids, with what documents hold of them.

use db::{Db, DbError, TenantTx};
use kernel::ids::ProductId;
use kernel::{Caller, Currency};

use super::Documents;
use crate::catalog::ProductCard;
use crate::catalog::store;
use crate::catalog::store::documents::CardFacts;

/// What a transaction has found of some products' cards. The store of documents is asked when it is over.
pub struct FoundCards(Found);

enum Found {
    Whole(Vec<ProductCard>),
    Parts {
        facts: Vec<CardFacts>,
        documents: Documents,
        currency: Currency,
    },
}

impl FoundCards {
    /// Those of `products` that are for sale in `currency`.
    pub async fn read(
        tx: &mut TenantTx,
        products: &[ProductId],
        currency: Currency,
        documents: Option<&Documents>,
    ) -> Result<Self, DbError> {
        if products.is_empty() {
            return Ok(Self(Found::Whole(Vec::new())));
        }
        let Some(documents) = documents.filter(|documents| documents.may_be_asked()) else {
            let cards = store::cards(tx, products, currency).await?;
            return Ok(Self(Found::Whole(cards)));
        };
        Ok(Self(Found::Parts {
            facts: store::documents::card_facts(tx, products, currency).await?,
            documents: documents.clone(),
            currency,
        }))
    }

    /// The cards, in no particular order.
    pub async fn cards(self, db: &Db, caller: &Caller) -> Result<Vec<ProductCard>, DbError> {
        let (facts, documents, currency) = match self.0 {
            Found::Whole(cards) => return Ok(cards),
            Found::Parts {
                facts,
                documents,
                currency,
            } => (facts, documents, currency),
        };
        let wanted: Vec<(ProductId, i64)> = facts.iter().map(|it| (it.id, it.version)).collect();
        let mut bodies = documents.bodies(caller.tenant_id(), &wanted).await;
        let (mut cards, mut left) = (Vec::with_capacity(facts.len()), Vec::new());
        for fact in facts {
            match bodies.remove(&fact.id) {
                Some(body) => cards.push(fact.card(body, currency)),
                None => left.push(fact.id),
            }
        }
        if !left.is_empty() {
            let mut tx = db.begin(caller).await?;
            cards.extend(store::cards(&mut tx, &left, currency).await?);
        }
        Ok(cards)
    }
}
