//! Reviews of products and merchants: those that everybody sees, and the author's own.

mod answers;
mod bodies;
mod by_account;
mod by_order;
mod merchants;
mod pictures;

use domain::reviews::{
    ListPublished, NewReport, ReviewError, ReviewReason, ReviewSort, Statistics, parse_text,
};
use gateway::{ApiResult, ClientAddress, Contract, Cost, Cursor, Limit, Visitor};
use kernel::ids::ReviewId;
use kernel::{Permission, Stars};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

pub(crate) use self::answers::OwnReview;
pub(crate) use self::by_account::{AccountReviewsApi, CONTRACTS as ACCOUNT_CONTRACTS};
pub(crate) use self::by_order::{CONTRACTS as ORDER_CONTRACTS, OrderReviewsApi};
pub(crate) use self::merchants::{CONTRACTS as MERCHANT_CONTRACTS, MerchantReviewsApi};
pub(crate) use self::pictures::{CONTRACTS as PICTURE_CONTRACTS, ReviewPicturesApi};

use self::answers::ProductReviews;
use crate::account::Done;
use crate::blank::OrBlank;
use crate::{App, Tag};

pub(crate) struct ReviewsApi(pub(crate) App);

/// The most characters of a report's details.
const LONGEST_DETAILS: usize = 1000;

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_list_reviews")
        .cached()
        .needs(&[Permission::StorefrontRead]),
    Contract::of("storefront_get_review_statistics")
        .cached()
        .needs(&[Permission::StorefrontRead]),
    Contract::of("storefront_report_review")
        .costs(Cost::Report)
        .needs(&[Permission::StorefrontRead]),
];

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Reviews")]
impl ReviewsApi {
    /// List reviews of a product
    ///
    /// Published reviews, with the product's rating, the number of reviews by stars, and how the store makes
    /// sure that reviews are by shoppers who bought the product. Texts are plain text: escape them.
    #[oai(
        path = "/products/:slug/reviews",
        method = "get",
        operation_id = "storefront_list_reviews"
    )]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the API")]
    async fn list_reviews(
        &self,
        visitor: Visitor,
        /// Slug of the product.
        slug: Path<String>,
        /// Only reviews with this number of stars.
        #[oai(validator(minimum(value = "1"), maximum(value = "5")))]
        rating: Query<OrBlank<i64>>,
        /// Sort order; `newest` by default.
        #[oai(default = "newest")]
        sort: Query<OrBlank<ReviewSort>>,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page; valid for the same product, filter and sort order.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<ProductReviews>> {
        let caller = visitor.caller();
        let rating = answers::stars(rating.0.0, "rating")?;
        let sort = sort.0.0.unwrap_or_default();
        let list = list_name("reviews", (caller, &slug.0), (rating, sort));
        let query = ListPublished {
            rating,
            sort,
            after: cursor.0.read(&list)?,
            limit: limit.0.get(),
        };
        let found = self.0.reviews.of_product(caller, &slug.0, query).await?;
        Ok(Json(ProductReviews::of(found, &list)))
    }

    /// Show review statistics
    ///
    /// What became of all reviews of the store: how many are published, and how many were rejected for which
    /// reason.
    #[oai(
        path = "/reviews/statistics",
        method = "get",
        operation_id = "storefront_get_review_statistics"
    )]
    async fn statistics(&self, visitor: Visitor) -> ApiResult<Json<ReviewStatistics>> {
        let found = self.0.reviews.statistics(visitor.caller()).await?;
        Ok(Json(found.into()))
    }

    /// Report a review
    ///
    /// Tells the store's staff that a published review should not be there. It stays published until they
    /// decide. Of one client a review is reported once; repeating it changes nothing.
    #[oai(
        path = "/reviews/:review_id/reports",
        method = "post",
        operation_id = "storefront_report_review"
    )]
    async fn report(
        &self,
        visitor: Visitor,
        client: ClientAddress,
        /// Id of the review.
        review_id: Path<ReviewId>,
        body: Json<ReportReview>,
    ) -> ApiResult<Done> {
        let ReportReview { reason, details } = body.0;
        let details = details.filter(|text| !text.trim().is_empty());
        let details = details.map(|text| parse_text(&text, LONGEST_DETAILS, "/details"));
        let report = NewReport {
            review_id: review_id.0,
            reason,
            details: details.transpose()?,
            client: client.0,
        };
        self.0.reviews.report(visitor.caller(), report).await?;
        Ok(Done::Done)
    }
}

const fn newest() -> OrBlank<ReviewSort> {
    OrBlank(Some(ReviewSort::Newest))
}

/// What a cursor of this list is bound to.
fn list_name(
    of: &str,
    (caller, slug): (&kernel::Caller, &str),
    (rating, sort): (Option<Stars>, ReviewSort),
) -> String {
    let rating = rating.map_or(0, Stars::get);
    format!("{of}/{}/{slug}/{rating}/{sort}", caller.tenant_id())
}

/// A report of a review.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct ReportReview {
    /// What is wrong with the review.
    reason: ReviewReason,
    /// More about it, for the staff.
    #[oai(validator(max_length = 1000))]
    details: Option<String>,
}

/// What became of the reviews of a store.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct ReviewStatistics {
    /// Published reviews.
    published: i64,
    /// Reviews that wait for a decision.
    pending: i64,
    /// Rejected reviews, by reason; reasons without reviews are left out.
    rejected: Vec<RejectedReviews>,
    /// Reviews that their authors deleted.
    withdrawn: i64,
    /// Reports of reviews.
    reports: i64,
    /// Appeals of authors against a rejection.
    appeals: i64,
    /// Reviews that are published after an appeal.
    appeals_granted: i64,
}

/// Reviews rejected for one reason.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct RejectedReviews {
    /// The reason.
    reason: ReviewReason,
    /// Number of reviews.
    count: i64,
}

impl From<Statistics> for ReviewStatistics {
    fn from(found: Statistics) -> Self {
        let Statistics {
            published,
            pending,
            withdrawn,
            rejected,
            reports,
            appeals,
            appeals_granted,
        } = found;
        let rejected = rejected.into_iter();
        Self {
            published,
            pending,
            rejected: rejected
                .map(|(reason, count)| RejectedReviews { reason, count })
                .collect(),
            withdrawn,
            reports,
            appeals,
            appeals_granted,
        }
    }
}

/// How creating an own review can fail.
const CREATE_FAILS: &[kernel::Case] = &[
    ReviewError::ORDER_LINE_NOT_FOUND,
    ReviewError::ORDER_NOT_PAID,
    ReviewError::REVIEW_EXISTS,
    ReviewError::REVIEW_OF_OWN_GOODS,
];
/// How changing one can.
const EDIT_FAILS: &[kernel::Case] = &[ReviewError::REVIEW_EDIT_WINDOW_OVER];
/// How an appeal can.
const APPEAL_FAILS: &[kernel::Case] = &[
    ReviewError::REVIEW_WRONG_STATUS,
    ReviewError::REVIEW_APPEALED,
];
