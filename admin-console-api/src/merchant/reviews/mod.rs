//! Reviews of the tenant's products and merchants: what the staff publishes, rejects and answers.

mod answers;
mod settings;

use domain::reviews::{
    ListReviews, ReviewError, ReviewReason, ReviewStatus, ReviewSubject, parse_text,
};
use gateway::{ApiResult, Contract, Cursor, Invalid, Limit, Page, Staff};
use kernel::ids::{MerchantId, ProductId, ReviewId};
use kernel::{Caller, Permission, Stars};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use self::answers::{Review, ReviewDetails};
pub(super) use self::settings::{CONTRACTS as SETTINGS_CONTRACTS, ReviewSettingsApi};
use crate::{App, Tag};

pub(crate) struct ReviewsApi(pub(crate) App);

const LONGEST_NOTE: usize = 500;
const LONGEST_ANSWER: usize = 5000;

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_reviews")
        .needs(&[Permission::ReviewsRead])
        .for_merchants_too(),
    Contract::of("admin_get_review").needs(&[Permission::ReviewsRead]),
    Contract::of("admin_publish_review")
        .needs(&[Permission::ReviewsModerate])
        .fails(&[ReviewError::REVIEW_WRONG_STATUS]),
    Contract::of("admin_reject_review")
        .needs(&[Permission::ReviewsModerate])
        .fails(&[ReviewError::REVIEW_WRONG_STATUS]),
    Contract::of("admin_answer_review")
        .needs(&[Permission::ReviewsModerate])
        .for_merchants_too()
        .fails(&[ReviewError::REVIEW_WRONG_STATUS]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminReviews")]
impl ReviewsApi {
    /// List reviews
    ///
    /// Newest first. Staff of one merchant see published reviews of it and of what it sold.
    #[oai(path = "/reviews", method = "get", operation_id = "admin_list_reviews")]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the API")]
    async fn list(
        &self,
        staff: Staff,
        /// Only reviews with this status.
        status: Query<Option<ReviewStatus>>,
        /// Only reviews of products, or of merchants.
        subject: Query<Option<ReviewSubject>>,
        /// Only reviews of this product.
        product_id: Query<Option<ProductId>>,
        /// Only reviews of this merchant and of what it sold.
        merchant_id: Query<Option<MerchantId>>,
        /// Only reviews with this number of stars.
        #[oai(validator(minimum(value = "1"), maximum(value = "5")))]
        rating: Query<Option<i64>>,
        /// Only reviews with (`true`) or without (`false`) reports since the last decision.
        reported: Query<Option<bool>>,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page; valid for the same filter.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<Review>>> {
        let rating = rating.0.map(Stars::parse).transpose();
        let query = ListReviews {
            status: status.0,
            subject: subject.0,
            product_id: product_id.0,
            merchant_id: merchant_id.0,
            rating: rating.map_err(|rule| Invalid::field("rating", "out_of_range", rule))?,
            is_reported: reported.0,
            limit: limit.0.get(),
            ..ListReviews::default()
        };
        let list = list_name(staff.caller(), &query);
        let query = ListReviews {
            after: cursor.0.read(&list)?,
            ..query
        };
        let page = self.0.reviews.list(staff.caller(), query).await?;
        Ok(Json(Page::behind(page.reviews, &list, page.next)))
    }

    /// Show a review
    ///
    /// With the decisions about it and the reports of it, at most 100 of each, latest first.
    #[oai(
        path = "/reviews/:review_id",
        method = "get",
        operation_id = "admin_get_review"
    )]
    async fn get(
        &self,
        staff: Staff,
        /// Id of the review.
        review_id: Path<ReviewId>,
    ) -> ApiResult<Json<ReviewDetails>> {
        let record = self.0.reviews.get(staff.caller(), review_id.0).await?;
        Ok(Json(record.into()))
    }

    /// Publish a review
    ///
    /// Also one that was rejected. A published one stays so, and its reports are settled. A deleted one returns
    /// 409 `review_wrong_status`.
    #[oai(
        path = "/reviews/:review_id/publish",
        method = "post",
        operation_id = "admin_publish_review"
    )]
    async fn publish(
        &self,
        staff: Staff,
        /// Id of the review.
        review_id: Path<ReviewId>,
    ) -> ApiResult<Json<Review>> {
        let review = self.0.reviews.publish(staff.caller(), review_id.0).await?;
        Ok(Json(review.into()))
    }

    /// Reject a review
    ///
    /// Also one that is published. Its author is shown the reason and the note, and may appeal once; the public
    /// statistics count it under the reason. A low rating is no reason. A deleted review returns 409
    /// `review_wrong_status`.
    #[oai(
        path = "/reviews/:review_id/reject",
        method = "post",
        operation_id = "admin_reject_review"
    )]
    async fn reject(
        &self,
        staff: Staff,
        /// Id of the review.
        review_id: Path<ReviewId>,
        body: Json<RejectReview>,
    ) -> ApiResult<Json<Review>> {
        let RejectReview { reason, note } = body.0;
        let note = note.filter(|text| !text.trim().is_empty());
        let note = note.map(|text| parse_text(&text, LONGEST_NOTE, "/note"));
        let verdict = (reason, note.transpose()?);
        let reviews = &self.0.reviews;
        let review = reviews.reject(staff.caller(), review_id.0, verdict).await?;
        Ok(Json(review.into()))
    }

    /// Answer a review
    ///
    /// A published review has one answer, which everybody sees; sending another one replaces it and says when.
    /// The rating does not change.
    #[oai(
        path = "/reviews/:review_id/answer",
        method = "put",
        operation_id = "admin_answer_review"
    )]
    async fn answer(
        &self,
        staff: Staff,
        /// Id of the review.
        review_id: Path<ReviewId>,
        body: Json<AnswerReview>,
    ) -> ApiResult<Json<Review>> {
        let text = parse_text(&body.0.text, LONGEST_ANSWER, "/text")?;
        let reviews = &self.0.reviews;
        let review = reviews.answer(staff.caller(), review_id.0, &text).await?;
        Ok(Json(review.into()))
    }
}

/// What a cursor of this list is bound to.
fn list_name(caller: &Caller, query: &ListReviews) -> String {
    format!(
        "admin/reviews/{}/{:?}/{:?}/{:?}/{:?}/{:?}/{:?}",
        caller.tenant_id(),
        query.status,
        query.subject,
        query.product_id,
        query.merchant_id,
        query.rating,
        query.is_reported,
    )
}

/// Why a review is rejected.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct RejectReview {
    /// The reason, which the author is shown and the public statistics count.
    reason: ReviewReason,
    /// More about it, for the author.
    #[oai(validator(max_length = 500))]
    note: Option<String>,
}

/// The answer to a review.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct AnswerReview {
    /// Text, plain text with line breaks.
    #[oai(validator(max_length = 5000, min_length = 1))]
    text: String,
}
