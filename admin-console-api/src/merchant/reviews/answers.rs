//! A review as the tenant's staff sees it.

use domain::reviews::{
    self, Decision, Report, ReviewHold, ReviewReason, ReviewRecord, ReviewStatus, ReviewSubject,
};
use kernel::ids::{MerchantId, OrderId, OrderLineId, ProductId, ReviewId, ReviewPictureId};
use poem_openapi::Object;
use time::OffsetDateTime;

/// A review of a product or of a merchant.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "AdminReview"
)]
pub(super) struct Review {
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
    /// Merchant who sold the product, or is reviewed.
    merchant_id: MerchantId,
    /// Name of the merchant.
    merchant_name: String,
    /// Title of the product when it was bought; absent in a review of a merchant.
    product_title: Option<String>,
    /// Title of the variant when it was bought; empty for a product with one variant, absent in a review of a merchant.
    variant_title: Option<String>,
    /// Stars, 1 to 5. Only the author changes them.
    rating: i16,
    /// Headline, plain text; absent without one.
    title: Option<String>,
    /// Text, plain text with line breaks; absent without one.
    text: Option<String>,
    /// Name that the author shows; absent if they show none.
    author_name: Option<String>,
    /// Review status.
    status: ReviewStatus,
    /// What the program found in it since the last decision.
    holds: Vec<ReviewHold>,
    /// Why it is rejected; absent unless it is.
    rejection_reason: Option<ReviewReason>,
    /// What its author is told about that; absent without a note.
    rejection_note: Option<String>,
    /// What its author says against a rejection; absent without an appeal.
    appeal: Option<String>,
    /// When its author appealed; absent unless they did.
    appealed_at: Option<OffsetDateTime>,
    /// Pictures by the author, at most four; rejecting the review hides them too.
    pictures: Vec<Picture>,
    /// Answer of the store; absent without one.
    answer: Option<Answer>,
    /// Number of reports since the last decision.
    open_reports: i32,
    /// When it was written.
    created_at: OffsetDateTime,
    /// When its author last changed it; absent unless they did.
    edited_at: Option<OffsetDateTime>,
}

/// A picture that the author added.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "AdminReviewPicture")]
struct Picture {
    /// Picture id.
    id: ReviewPictureId,
    /// URL on the hosts of the storefront.
    url: String,
    /// Width in pixels.
    width: i32,
    /// Height in pixels.
    height: i32,
}

impl From<reviews::ReviewPicture> for Picture {
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
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "AdminReviewAnswer"
)]
struct Answer {
    /// Text, plain text with line breaks.
    text: String,
    /// Who wrote it last: the id of a staff member or of an API key.
    answered_by: String,
    /// When the store answered.
    answered_at: OffsetDateTime,
    /// When the answer was last changed; absent unless it was.
    edited_at: Option<OffsetDateTime>,
}

/// A review, with what was decided about it and who reported it.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "AdminReviewDetails")]
pub(super) struct ReviewDetails {
    /// The review.
    review: Review,
    /// Decisions of the staff, latest first.
    decisions: Vec<ReviewDecision>,
    /// Reports, latest first.
    reports: Vec<ReviewReport>,
}

/// A decision about a review.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct ReviewDecision {
    /// Version of the text that it is about; the first is 1.
    version: i32,
    /// What the review became.
    status: ReviewStatus,
    /// Why it was rejected; absent unless it was.
    reason: Option<ReviewReason>,
    /// What its author was told about that; absent without a note.
    note: Option<String>,
    /// Who decided: the id of a staff member or of an API key.
    decided_by: String,
    /// When.
    decided_at: OffsetDateTime,
}

/// A report of a review.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct ReviewReport {
    /// What is wrong with the review.
    reason: ReviewReason,
    /// More about it; absent if the reporter said no more.
    details: Option<String>,
    /// When it was reported.
    created_at: OffsetDateTime,
}

impl From<reviews::Review> for Review {
    fn from(review: reviews::Review) -> Self {
        let (answer, subject) = (Answer::of(&review), review.subject());
        let reviews::Review {
            id,
            order_id,
            order_line_id,
            product_id,
            merchant_id,
            merchant_slug: _,
            merchant_name,
            product_title,
            variant_title,
            version: _,
            rating,
            title,
            body,
            author_name,
            status,
            holds,
            rejection_reason,
            rejection_note,
            was_rejected: _,
            appeal,
            appealed_at,
            answer: _,
            answered_by: _,
            answered_at: _,
            answer_edited_at: _,
            open_reports,
            created_at,
            edited_at,
            editable_until: _,
            pictures,
        } = review;
        Self {
            id,
            subject,
            order_id,
            order_line_id,
            product_id,
            merchant_id,
            merchant_name,
            product_title,
            variant_title,
            rating: rating.get(),
            title,
            text: body,
            author_name,
            status,
            holds,
            rejection_reason,
            rejection_note,
            appeal,
            appealed_at,
            pictures: pictures.into_iter().map(Picture::from).collect(),
            answer,
            open_reports,
            created_at,
            edited_at,
        }
    }
}

impl Answer {
    fn of(review: &reviews::Review) -> Option<Self> {
        Some(Self {
            text: review.answer.clone()?,
            answered_by: review.answered_by.clone()?,
            answered_at: review.answered_at?,
            edited_at: review.answer_edited_at,
        })
    }
}

impl From<ReviewRecord> for ReviewDetails {
    fn from(record: ReviewRecord) -> Self {
        let ReviewRecord {
            review,
            decisions,
            reports,
        } = record;
        Self {
            review: review.into(),
            decisions: decisions.into_iter().map(ReviewDecision::from).collect(),
            reports: reports.into_iter().map(ReviewReport::from).collect(),
        }
    }
}

impl From<Decision> for ReviewDecision {
    fn from(decision: Decision) -> Self {
        let Decision {
            version,
            status,
            reason,
            note,
            decided_by,
            decided_at,
        } = decision;
        Self {
            version,
            status,
            reason,
            note,
            decided_by,
            decided_at,
        }
    }
}

impl From<Report> for ReviewReport {
    fn from(report: Report) -> Self {
        let Report {
            reason,
            details,
            created_at,
        } = report;
        Self {
            reason,
            details,
            created_at,
        }
    }
}
