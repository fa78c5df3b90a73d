//! Reviews as everybody sees them.

use std::sync::Arc;

use db::{Db, TenantTx};
use kernel::goods::Slug;
use kernel::ports::{Clock, Ids, ObjectStore};
use kernel::{Caller, Permission, Rating};

use super::list::{MAX_PAGE, cut};
use super::model::Reviewed;
use super::{
    ListPublished, MerchantReviews, Position, PublishedReviews, ReviewError, Statistics, store,
    verification,
};
use crate::tenancy::Tenancy;

/// Reviews, for shoppers and for staff.
#[derive(Clone)]
pub struct Reviews {
    pub(super) db: Db,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) ids: Ids,
    pub(super) objects: Arc<dyn ObjectStore>,
    tenancy: Tenancy,
}

impl Reviews {
    /// Reviews in `db`, with their pictures in `objects`.
    pub fn new(
        db: Db,
        clock: Arc<dyn Clock>,
        ids: Ids,
        tenancy: Tenancy,
        objects: Arc<dyn ObjectStore>,
    ) -> Self {
        Self {
            db,
            clock,
            ids,
            objects,
            tenancy,
        }
    }

    /// The published reviews of the product with this slug.
    pub async fn of_product(
        &self,
        caller: &Caller,
        slug: &str,
        query: ListPublished,
    ) -> Result<PublishedReviews, ReviewError> {
        caller.require(Permission::StorefrontRead)?;
        let slug = Slug::parse(slug).map_err(|_| ReviewError::NotFound)?;
        let storefront = self.tenancy.visited(caller).await?;
        let mut tx = self.db.begin(caller).await?;
        let product_id = store::product(&mut tx, slug.as_str())
            .await?
            .ok_or(ReviewError::NotFound)?;
        let reviewed = Reviewed::Product(product_id);
        published(&mut tx, reviewed, &query, &storefront.locale).await
    }

    /// The published reviews of the merchant with this slug: those of the merchant, not of its products.
    pub async fn of_merchant(
        &self,
        caller: &Caller,
        slug: &str,
        query: ListPublished,
    ) -> Result<MerchantReviews, ReviewError> {
        caller.require(Permission::StorefrontRead)?;
        let slug = Slug::parse(slug).map_err(|_| ReviewError::NotFound)?;
        let storefront = self.tenancy.visited(caller).await?;
        let mut tx = self.db.begin(caller).await?;
        let merchant = store::merchant(&mut tx, slug.as_str())
            .await?
            .ok_or(ReviewError::NotFound)?;
        let reviewed = Reviewed::Merchant(merchant.id);
        let published = published(&mut tx, reviewed, &query, &storefront.locale).await?;
        Ok(MerchantReviews {
            merchant,
            published,
        })
    }

    /// What became of the tenant's reviews: everybody may know how many were rejected, and why.
    pub async fn statistics(&self, caller: &Caller) -> Result<Statistics, ReviewError> {
        caller.require(Permission::StorefrontRead)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::statistics(&mut tx).await?)
    }
}

/// A page of published reviews, and what all of them come to.
async fn published(
    tx: &mut TenantTx,
    reviewed: Reviewed,
    query: &ListPublished,
    locale: &str,
) -> Result<PublishedReviews, ReviewError> {
    let limit = query.limit.clamp(1, MAX_PAGE);
    let histogram = store::histogram(tx, reviewed).await?;
    let mut reviews = store::published(tx, reviewed, query, i64::from(limit) + 1).await?;
    let is_more = cut(&mut reviews, limit);
    let settings = store::settings(tx).await?;
    let stars = (1..).zip(histogram).map(|(stars, count)| stars * count);
    Ok(PublishedReviews {
        next: reviews.last().filter(|_| is_more).map(|review| Position {
            id: review.id,
            rating: review.rating,
        }),
        reviews,
        rating: Rating::of(histogram.iter().sum(), stars.sum()),
        histogram,
        verification: verification::statement(locale, reviewed, settings.is_moderated),
    })
}
