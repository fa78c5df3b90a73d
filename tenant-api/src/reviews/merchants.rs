//! Reviews of a merchant, as everybody sees them.

use domain::reviews::{self, ListPublished, PublishedReview, ReviewSort};
use gateway::{ApiResult, Contract, Cursor, Limit, Visitor};
use kernel::ids::ReviewId;
use kernel::{Permission, Seller};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;

use super::answers::{ReviewAnswer, ReviewCount, ReviewPicture, stars};
use super::{list_name, newest};
use crate::blank::OrBlank;
use crate::json::Rating;
use crate::{App, Tag};

pub(crate) struct MerchantReviewsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[Contract::of("storefront_list_merchant_reviews")
    .cached()
    .needs(&[Permission::StorefrontRead])];

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Reviews")]
impl MerchantReviewsApi {
    /// List reviews of a merchant
    ///
    /// Published reviews of the merchant, not of its products, with its rating, the number of reviews by stars, and
    /// how the store makes sure that reviews are by shoppers who bought from it. Texts are plain text: escape them.
    #[oai(
        path = "/merchants/:merchant_slug/reviews",
        method = "get",
        operation_id = "storefront_list_merchant_reviews"
    )]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the API")]
    async fn list_reviews(
        &self,
        visitor: Visitor,
        /// Slug of the merchant.
        merchant_slug: Path<String>,
        /// Only reviews with this number of stars.
        #[oai(validator(minimum(value = "1"), maximum(value = "5")))]
        rating: Query<OrBlank<i64>>,
        /// Sort order; `newest` by default.
        #[oai(default = "newest")]
        sort: Query<OrBlank<ReviewSort>>,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page; valid for the same merchant, filter and sort order.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<MerchantReviews>> {
        let (caller, slug) = (visitor.caller(), merchant_slug.0.as_str());
        let rating = stars(rating.0.0, "rating")?;
        let sort = sort.0.0.unwrap_or_default();
        let list = list_name("merchant-reviews", (caller, slug), (rating, sort));
        let query = ListPublished {
            rating,
            sort,
            after: cursor.0.read(&list)?,
            limit: limit.0.get(),
        };
        let found = self.0.reviews.of_merchant(caller, slug, query).await?;
        Ok(Json(MerchantReviews::of(found, &list)))
    }
}

/// Published reviews of a merchant.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct MerchantReviews {
    /// The merchant.
    merchant: Seller,
    /// Those of this page.
    data: Vec<MerchantReview>,
    /// Whether more follow.
    has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    next_cursor: Option<String>,
    /// Rating by all published reviews of the merchant; absent without reviews.
    rating: Option<Rating>,
    /// Number of published reviews by stars, from five to one.
    histogram: Vec<ReviewCount>,
    /// How the store makes sure that reviews are by shoppers who bought from the merchant, in the storefront's language.
    verification: String,
}

impl MerchantReviews {
    fn of(found: reviews::MerchantReviews, list: &str) -> Self {
        let reviews::MerchantReviews {
            merchant,
            published,
        } = found;
        let reviews::PublishedReviews {
            reviews,
            next,
            rating,
            histogram,
            verification,
        } = published;
        Self {
            merchant: Seller {
                slug: merchant.slug,
                name: merchant.name,
            },
            data: reviews.into_iter().map(MerchantReview::from).collect(),
            has_more: next.is_some(),
            next_cursor: next.map(|end| Cursor::behind(list, end)),
            rating: rating.map(Rating::from),
            histogram: ReviewCount::all(histogram),
            verification: verification.to_owned(),
        }
    }
}

/// A published review of a merchant. It belongs to the merchant's part of a paid order.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct MerchantReview {
    /// Review id.
    id: ReviewId,
    /// Stars, 1 to 5.
    rating: i16,
    /// Headline, plain text; absent without one.
    title: Option<String>,
    /// Text, plain text with line breaks; absent without one.
    text: Option<String>,
    /// Name that the author shows; absent if they show none.
    author_name: Option<String>,
    /// Pictures by the author, at most four.
    pictures: Vec<ReviewPicture>,
    /// Answer of the store; absent without one.
    answer: Option<ReviewAnswer>,
    /// When it was written.
    created_at: OffsetDateTime,
    /// When its author last changed it; absent unless they did.
    edited_at: Option<OffsetDateTime>,
}

impl From<PublishedReview> for MerchantReview {
    fn from(review: PublishedReview) -> Self {
        let PublishedReview {
            id,
            rating,
            title,
            body,
            author_name,
            variant_title: _,
            answer,
            answered_at,
            answer_edited_at,
            created_at,
            edited_at,
            pictures,
        } = review;
        Self {
            id,
            rating: rating.get(),
            title,
            text: body,
            author_name,
            pictures: pictures.into_iter().map(ReviewPicture::from).collect(),
            answer: ReviewAnswer::of(answer, answered_at, answer_edited_at),
            created_at,
            edited_at,
        }
    }
}
