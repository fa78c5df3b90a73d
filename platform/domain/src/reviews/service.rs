//! Reviews as everybody sees them.

use std::sync::Arc;

use db::Db;
use kernel::goods::Slug;
use kernel::ports::{Clock, Ids};
use kernel::{Caller, Permission, Rating};

use super::list::{MAX_PAGE, cut};
use super::{
    ListPublished, Position, ProductReviews, ReviewError, Statistics, store, verification,
};
use crate::tenancy::Tenancy;

/// Reviews, for shoppers and for staff.
#[derive(Clone)]
pub struct Reviews {
    pub(super) db: Db,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) ids: Ids,
    tenancy: Tenancy,
}

impl Reviews {
    /// Reviews in `db`.
    pub fn new(db: Db, clock: Arc<dyn Clock>, ids: Ids, tenancy: Tenancy) -> Self {
        Self {
            db,
            clock,
            ids,
            tenancy,
        }
    }

    /// The published reviews of the product with this slug.
    pub async fn of_product(
        &self,
        caller: &Caller,
        slug: &str,
        query: ListPublished,
    ) -> Result<ProductReviews, ReviewError> {
        caller.require(Permission::StorefrontRead)?;
        let slug = Slug::parse(slug).map_err(|_| ReviewError::NotFound)?;
        let storefront = self.tenancy.visited(caller).await?;
        let limit = query.limit.clamp(1, MAX_PAGE);
        let mut tx = self.db.begin(caller).await?;
        let product_id = store::product(&mut tx, slug.as_str())
            .await?
            .ok_or(ReviewError::NotFound)?;
        let histogram = store::histogram(&mut tx, product_id).await?;
        let mut reviews =
            store::published(&mut tx, product_id, &query, i64::from(limit) + 1).await?;
        let is_more = cut(&mut reviews, limit);
        let settings = store::settings(&mut tx).await?;
        let stars = (1..).zip(histogram).map(|(stars, count)| stars * count);
        Ok(ProductReviews {
            next: reviews.last().filter(|_| is_more).map(|review| Position {
                id: review.id,
                rating: review.rating,
            }),
            reviews,
            rating: Rating::of(histogram.iter().sum(), stars.sum()),
            histogram,
            verification: verification::statement(&storefront.locale, settings.is_moderated),
        })
    }

    /// What became of the tenant's reviews: everybody may know how many were rejected, and why.
    pub async fn statistics(&self, caller: &Caller) -> Result<Statistics, ReviewError> {
        caller.require(Permission::StorefrontRead)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::statistics(&mut tx).await?)
    }
}
