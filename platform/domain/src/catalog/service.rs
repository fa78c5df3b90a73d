//! What storefronts ask of the catalogue.

use std::sync::Arc;

use db::Db;
use kernel::fault::FieldFault;
use kernel::goods::Slug;
use kernel::ids::StorefrontId;
use kernel::ports::{Clock, ObjectStore};
use kernel::{Caller, Currency, Permission, Rating};

use super::cursor::Position;
use super::documents::Documents;
use super::error::CatalogError;
use super::groups::Offers;
use super::model::{
    Category, ListProducts, PAGE_MAX, Page, Product, ProductCard, SitemapProduct, Sort,
};
use super::store;
use crate::tenancy::Tenancy;

/// What a tenant sells.
#[derive(Clone)]
pub struct Catalog {
    pub(super) db: Db,
    pub(super) tenancy: Tenancy,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) objects: Arc<dyn ObjectStore>,
    pub(super) documents: Option<Documents>,
}

impl Catalog {
    /// A catalogue whose pictures are in `objects`.
    pub fn new(
        db: Db,
        tenancy: Tenancy,
        clock: Arc<dyn Clock>,
        objects: Arc<dyn ObjectStore>,
    ) -> Self {
        Self {
            db,
            tenancy,
            clock,
            objects,
            documents: None,
        }
    }

    /// A page of the products that are for sale in the storefront's currency.
    pub async fn list(
        &self,
        caller: &Caller,
        query: ListProducts,
    ) -> Result<Page<ProductCard>, CatalogError> {
        caller.require(Permission::StorefrontRead)?;
        let limit = limit(query.limit)?;
        let storefront = self.tenancy.visited(caller).await?;
        let list = format!(
            "{}/{}/{}/{}",
            caller.tenant_id(),
            storefront.id,
            query.sort.name(),
            query.category.as_deref().unwrap_or_default(),
        );
        let position = match &query.cursor {
            Some(text) => position(text, &list)?,
            None => Position::start(query.sort),
        };

        let category = match query.category.as_deref().map(Slug::parse) {
            // No category can have it as its slug: the same as one that is not there.
            Some(Err(_)) => return Ok(Page::empty()),
            Some(Ok(slug)) => Some(slug),
            None => None,
        };

        let mut tx = self.db.begin(caller).await?;
        let cards = store::cards::page(
            &mut tx,
            storefront.currency,
            category.as_ref().map(Slug::as_str),
            query.sort,
            &position,
            limit + 1,
        )
        .await?;
        let mut page = page(cards, limit, |card| end(card, query.sort).encode(&list));
        Offers::reprice_cards(&mut tx, &mut page.data, storefront.currency).await?;
        for card in &mut page.data {
            card.speak(&storefront.locale);
        }
        Ok(page)
    }

    /// The product with this slug, if it is for sale in the storefront's currency. One that was archived is
    /// gone, so that search engines forget it.
    pub async fn get(&self, caller: &Caller, slug: &str) -> Result<Product, CatalogError> {
        caller.require(Permission::StorefrontRead)?;
        let slug = Slug::parse(slug).map_err(|_| CatalogError::ProductNotFound)?;
        let storefront = self.tenancy.visited(caller).await?;
        let shown = (storefront.id, storefront.currency);
        if let Some(mut found) = self.by_document(caller, &slug, shown).await? {
            found.speak(&storefront.locale);
            return Ok(found);
        }
        let mut tx = self.db.begin(caller).await?;
        if let Some(mut found) = store::detail::by_slug(&mut tx, slug.as_str(), shown).await? {
            found.speak(&storefront.locale);
            return Ok(found);
        }
        let is_archived = store::detail::is_archived(&mut tx, slug.as_str()).await?;
        Err(if is_archived {
            CatalogError::ProductGone
        } else {
            CatalogError::ProductNotFound
        })
    }

    /// The same out of its document, if that is there and current.
    async fn by_document(
        &self,
        caller: &Caller,
        slug: &Slug,
        shown: (StorefrontId, Currency),
    ) -> Result<Option<Product>, CatalogError> {
        let documents = self.documents.as_ref();
        let Some(documents) = documents.filter(|documents| documents.may_be_asked()) else {
            return Ok(None);
        };
        let mut tx = self.db.begin(caller).await?;
        let facts = store::documents::facts_by_slug(&mut tx, slug.as_str(), shown).await?;
        let (_, currency) = shown;
        let Some(facts) = facts else {
            return Ok(None);
        };
        let offers = Offers::of(&mut tx, &facts.variants(), currency).await?;
        drop(tx);
        let wanted = [(facts.id, facts.version)];
        let mut bodies = documents.bodies(caller.tenant_id(), &wanted).await;
        let Some(body) = bodies.remove(&facts.id) else {
            return Ok(None);
        };
        let mut product = facts.product(body, currency);
        if let Some(offers) = offers {
            offers.apply(&mut product)?;
        }
        Ok(Some(product))
    }

    /// The categories that hold something for sale in the storefront's currency, parents first.
    pub async fn categories(&self, caller: &Caller) -> Result<Vec<Category>, CatalogError> {
        caller.require(Permission::StorefrontRead)?;
        let storefront = self.tenancy.visited(caller).await?;
        let mut tx = self.db.begin(caller).await?;
        let mut categories = store::lists::categories(&mut tx, storefront.currency).await?;
        for image in categories.iter_mut().filter_map(|it| it.image.as_mut()) {
            image.speak(&storefront.locale);
        }
        Ok(categories)
    }

    /// How many products are for sale in the storefront's currency.
    pub async fn sitemap_size(&self, caller: &Caller) -> Result<u64, CatalogError> {
        caller.require(Permission::StorefrontRead)?;
        let storefront = self.tenancy.visited(caller).await?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::sitemap::size(&mut tx, storefront.currency).await?)
    }

    /// A part of the products that are for sale in the storefront's currency, counted from 1.
    pub async fn sitemap_products(
        &self,
        caller: &Caller,
        part: u32,
    ) -> Result<Vec<SitemapProduct>, CatalogError> {
        caller.require(Permission::StorefrontRead)?;
        let storefront = self.tenancy.visited(caller).await?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::sitemap::products(&mut tx, storefront.currency, part).await?)
    }
}

/// A page's length, if it is one.
pub(super) fn limit(limit: u32) -> Result<i64, CatalogError> {
    if (1..=PAGE_MAX).contains(&limit) {
        Ok(i64::from(limit))
    } else {
        let rule = format!("1 to {PAGE_MAX}");
        let fault = FieldFault::new("limit", "out_of_range", rule);
        Err(CatalogError::Invalid(vec![fault]))
    }
}

/// The position that a cursor of this list stands for.
pub(super) fn position(text: &str, list: &str) -> Result<Position, CatalogError> {
    Position::decode(text, list).map_err(|_| CatalogError::CursorInvalid)
}

/// A page of `limit` things, of which one more was fetched to see whether more follow.
pub(super) fn page<T>(mut data: Vec<T>, limit: i64, cursor: impl Fn(&T) -> String) -> Page<T> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let has_more = data.len() > limit;
    data.truncate(limit);
    Page {
        next_cursor: data.last().filter(|_| has_more).map(cursor),
        data,
    }
}

fn end(card: &ProductCard, sort: Sort) -> Position {
    Position {
        id: card.id.uuid(),
        minor: match sort {
            Sort::Rating => card.rating.map_or(Rating::UNRATED, Rating::score),
            Sort::Newest | Sort::Title | Sort::PriceAscending | Sort::PriceDescending => {
                card.price.minor
            }
        },
        title: match sort {
            Sort::Title => card.title.clone(),
            Sort::Newest | Sort::PriceAscending | Sort::PriceDescending | Sort::Rating => {
                String::new()
            }
        },
    }
}
