//! Reviews as JSON: those that everybody sees, and the author's own with what became of them.

use domain::reviews::{self, ReviewReason, ReviewStatus, ReviewSubject};
use gateway::{Cursor, Invalid};
use kernel::ids::{OrderId, OrderLineId, ProductId, ReviewId, ReviewPictureId};
use kernel::{Seller, Stars};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object};
use time::OffsetDateTime;

use crate::json::Rating;

/// The stars of a parameter.
pub(super) fn stars(number: Option<i64>, name: &str) -> Result<Option<Stars>, Invalid> {
    let stars = number.map(Stars::parse).transpose();
    stars.map_err(|malformed| Invalid::field(name, "out_of_range", malformed))
}

/// Published reviews of a product.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct ProductReviews {
    /// Those of this page.
    data: Vec<Review>,
    /// Whether more follow.
    has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    next_cursor: Option<String>,
    /// Rating by all published reviews of the product; absent without reviews.
    rating: Option<Rating>,
    /// Number of published reviews by stars, from five to one.
    histogram: Vec<ReviewCount>,
    /// How the store makes sure that reviews are by shoppers who bought the product, in the storefront's language.
    verification: String,
}

/// Reviews with the same number of stars.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct ReviewCount {
    /// Stars, 1 to 5.
    rating: i64,
    /// Number of reviews.
    count: i64,
}

impl ReviewCount {
    /// From five stars to one.
    pub(super) fn all(histogram: [i64; 5]) -> Vec<Self> {
        let counts = (1..).zip(histogram);
        let mut counts: Vec<Self> = counts
            .map(|(rating, count)| Self { rating, count })
            .collect();
        counts.reverse();
        counts
    }
}

impl ProductReviews {
    pub(super) fn of(found: reviews::PublishedReviews, list: &str) -> Self {
        let reviews::PublishedReviews {
            reviews,
            next,
            rating,
            histogram,
            verification,
        } = found;
        Self {
            data: reviews.into_iter().map(Review::from).collect(),
            has_more: next.is_some(),
            next_cursor: next.map(|end| Cursor::behind(list, end)),
            rating: rating.map(Rating::from),
            histogram: ReviewCount::all(histogram),
            verification: verification.to_owned(),
        }
    }
}

/// A published review. It belongs to a line of a paid order.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct Review {
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
    /// Variant that was bought, such as `Blue / M`; empty for a product with one variant.
    variant_title: String,
    /// Pictures by the author, at most four.
    pictures: Vec<ReviewPicture>,
    /// Answer of the store; absent without one.
    answer: Option<ReviewAnswer>,
    /// When it was written.
    created_at: OffsetDateTime,
    /// When its author last changed it; absent unless they did.
    edited_at: Option<OffsetDateTime>,
}

/// A picture that the author added.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct ReviewPicture {
    /// Picture id.
    id: ReviewPictureId,
    /// URL on the storefront's host.
    url: String,
    /// Width in pixels.
    width: i32,
    /// Height in pixels.
    height: i32,
}

impl From<reviews::ReviewPicture> for ReviewPicture {
    fn from(picture: reviews::ReviewPicture) -> Self {
        let reviews::ReviewPicture {
            id,
            url,
            width,
            height,
        } = picture;
        Self {
            id,
            url,
            width,
            height,
        }
    }
}

/// What the store answers to a review.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct ReviewAnswer {
    /// Text, plain text with line breaks.
    text: String,
    /// When the store answered.
    answered_at: OffsetDateTime,
    /// When the answer was last changed; absent unless it was.
    edited_at: Option<OffsetDateTime>,
}

impl ReviewAnswer {
    pub(super) fn of(
        text: Option<String>,
        answered_at: Option<OffsetDateTime>,
        edited_at: Option<OffsetDateTime>,
    ) -> Option<Self> {
        Some(Self {
            text: text?,
            answered_at: answered_at?,
            edited_at,
        })
    }
}

impl From<reviews::PublishedReview> for Review {
    fn from(review: reviews::PublishedReview) -> Self {
        let reviews::PublishedReview {
            id,
            rating,
            title,
            body,
            author_name,
            variant_title,
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
            variant_title: variant_title.unwrap_or_default(),
            pictures: pictures.into_iter().map(ReviewPicture::from).collect(),
            answer: ReviewAnswer::of(answer, answered_at, answer_edited_at),
            created_at,
            edited_at,
        }
    }
}

/// A review, for its author.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(crate) struct OwnReview {
    /// Review id.
    id: ReviewId,
    /// What it is of: a product, or the merchant who sold it.
    subject: ReviewSubject,
    /// Order.
    order_id: OrderId,
    /// Order line; absent in a review of a merchant.
    order_line_id: Option<OrderLineId>,
    /// Product; absent in a review of a merchant.
    product_id: Option<ProductId>,
    /// Title of the product when it was bought; absent in a review of a merchant.
    product_title: Option<String>,
    /// Title of the variant when it was bought; empty for a product with one variant, absent in a review of a merchant.
    variant_title: Option<String>,
    /// Merchant who sold the product, or is reviewed.
    merchant: Seller,
    /// Stars, 1 to 5.
    rating: i16,
    /// Headline; absent without one.
    title: Option<String>,
    /// Text; absent without one.
    text: Option<String>,
    /// Name that the author shows; absent if they show none.
    author_name: Option<String>,
    /// Review status.
    status: ReviewStatus,
    /// Why it is rejected; absent unless it is.
    rejection_reason: Option<ReviewReason>,
    /// What the store says about that; absent without a note.
    rejection_note: Option<String>,
    /// When the author appealed against a rejection; absent unless they did.
    appealed_at: Option<OffsetDateTime>,
    /// Pictures by the author, at most four.
    pictures: Vec<ReviewPicture>,
    /// Answer of the store; absent without one.
    answer: Option<ReviewAnswer>,
    /// When it was written.
    created_at: OffsetDateTime,
    /// When its author last changed it; absent unless they did.
    edited_at: Option<OffsetDateTime>,
    /// Until when its author can change it. It can be deleted at any time.
    editable_until: OffsetDateTime,
}

impl From<reviews::Review> for OwnReview {
    fn from(review: reviews::Review) -> Self {
        let subject = review.subject();
        let reviews::Review {
            id,
            order_id,
            order_line_id,
            product_id,
            merchant_id: _,
            merchant_slug,
            merchant_name,
            product_title,
            variant_title,
            version: _,
            rating,
            title,
            body,
            author_name,
            status,
            holds: _,
            rejection_reason,
            rejection_note,
            was_rejected: _,
            appeal: _,
            appealed_at,
            answer,
            answered_by: _,
            answered_at,
            answer_edited_at,
            open_reports: _,
            created_at,
            edited_at,
            editable_until,
            pictures,
        } = review;
        Self {
            id,
            subject,
            order_id,
            order_line_id,
            product_id,
            product_title,
            variant_title,
            merchant: Seller {
                slug: merchant_slug,
                name: merchant_name,
            },
            rating: rating.get(),
            title,
            text: body,
            author_name,
            status,
            rejection_reason,
            rejection_note,
            appealed_at,
            pictures: pictures.into_iter().map(ReviewPicture::from).collect(),
            answer: ReviewAnswer::of(answer, answered_at, answer_edited_at),
            created_at,
            edited_at,
            editable_until,
        }
    }
}

/// Response of create-review.
#[derive(ApiResponse)]
pub(super) enum ReviewCreated {
    /// The review.
    #[oai(status = 201)]
    Created(
        Json<OwnReview>,
        /// URL of the author's reviews.
        #[oai(header = "Location")]
        String,
    ),
}
