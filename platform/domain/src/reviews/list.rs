//! Which reviews to list, and in what order.

use std::fmt;
use std::str::FromStr;

use kernel::ids::{MerchantId, NotAnId, OrderId, ProductId, ReviewId, UserId};
use kernel::{Rating, Stars};

use super::{PublishedReview, Review, ReviewStatus, ReviewSubject};

/// The most reviews on a page.
pub(super) const MAX_PAGE: u32 = 100;

kernel::words! {
    /// Sort order of reviews.
    #[derive(Default)]
    pub enum ReviewSort {
        /// Newest first.
        #[default]
        Newest = "newest",
        /// Most stars first, newest first among the same.
        Highest = "highest",
        /// Fewest stars first, newest first among the same.
        Lowest = "lowest",
    }
}

/// Which reviews of a product or of a merchant to show.
#[derive(Debug, Clone, Default)]
pub struct ListPublished {
    /// Only those with so many stars.
    pub rating: Option<Stars>,
    /// In which order.
    pub sort: ReviewSort,
    /// Where the page before ended.
    pub after: Option<Position>,
    /// At most so many, and never more than 100.
    pub limit: u32,
}

/// Where a page ends: at a review, with the stars that it had then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The review.
    pub id: ReviewId,
    /// Its stars.
    pub rating: Stars,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.rating.get(), self.id)
    }
}

impl FromStr for Position {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refused = || NotAnId {
            prefix: ReviewId::PREFIX,
        };
        let (stars, id) = text.split_once('/').ok_or_else(refused)?;
        let stars = stars.parse().map_err(|_| refused())?;
        Ok(Self {
            id: id.parse()?,
            rating: Stars::parse(stars).map_err(|_| refused())?,
        })
    }
}

/// A merchant who has reviews.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Merchant {
    /// Its id.
    pub id: MerchantId,
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// A page of a merchant's published reviews.
#[derive(Debug, Clone)]
pub struct MerchantReviews {
    /// The merchant.
    pub merchant: Merchant,
    /// Its reviews.
    pub published: PublishedReviews,
}

/// A page of published reviews of a product or of a merchant, and what all of them come to.
#[derive(Debug, Clone)]
pub struct PublishedReviews {
    /// The reviews.
    pub reviews: Vec<PublishedReview>,
    /// Where the next page begins; none at the end.
    pub next: Option<Position>,
    /// What all published reviews come to; none without reviews.
    pub rating: Option<Rating>,
    /// How many have one star, two, three, four and five.
    pub histogram: [i64; 5],
    /// How the store makes sure that reviews are by shoppers who bought there.
    pub verification: &'static str,
}

/// Which reviews to list, the latest first.
#[derive(Debug, Clone, Copy, Default)]
pub struct ListReviews {
    /// Only this one.
    pub id: Option<ReviewId>,
    /// Only those of this order.
    pub order_id: Option<OrderId>,
    /// Only those of this account.
    pub user_id: Option<UserId>,
    /// Only those with this status.
    pub status: Option<ReviewStatus>,
    /// Only those of products, or of merchants.
    pub subject: Option<ReviewSubject>,
    /// Only those of this product.
    pub product_id: Option<ProductId>,
    /// Only those of this merchant and of what it sold.
    pub merchant_id: Option<MerchantId>,
    /// Only those with so many stars.
    pub rating: Option<Stars>,
    /// Only those with, or without, reports since the last decision.
    pub is_reported: Option<bool>,
    /// Only those before this one.
    pub after: Option<ReviewId>,
    /// At most so many, and never more than 100.
    pub limit: u32,
}

/// A part of a list.
#[derive(Debug, Clone)]
pub struct ReviewPage {
    /// The reviews.
    pub reviews: Vec<Review>,
    /// Where the next part begins; none at the end.
    pub next: Option<ReviewId>,
}

/// The first `limit` of what was found; whether there is more.
pub(super) fn cut<T>(found: &mut Vec<T>, limit: u32) -> bool {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let is_more = found.len() > limit;
    found.truncate(limit);
    is_more
}
