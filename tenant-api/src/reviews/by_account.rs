//! A signed-in shopper's own reviews.

use domain::reviews::Author;
use gateway::{ApiResult, Contract, Cursor, Limit, Page, Shopper};
use kernel::Permission;
use kernel::ids::ReviewId;
use poem_openapi::OpenApi;
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;

use super::answers::{OwnReview, ReviewCreated};
use super::bodies::{AppealReview, CreateReview, EditReview};
use super::{APPEAL_FAILS, CREATE_FAILS, EDIT_FAILS};
use crate::account::Done;
use crate::{App, Tag};

pub(crate) struct AccountReviewsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_list_account_reviews").needs(&[Permission::AccountManage]),
    Contract::of("storefront_create_account_review")
        .needs(&[Permission::AccountManage])
        .fails(CREATE_FAILS),
    Contract::of("storefront_edit_account_review")
        .needs(&[Permission::AccountManage])
        .fails(EDIT_FAILS),
    Contract::of("storefront_delete_account_review").needs(&[Permission::AccountManage]),
    Contract::of("storefront_appeal_account_review")
        .needs(&[Permission::AccountManage])
        .fails(APPEAL_FAILS),
];

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Account")]
impl AccountReviewsApi {
    /// List reviews of the account
    ///
    /// Newest first, whatever their status; without deleted ones.
    #[oai(
        path = "/account/reviews",
        method = "get",
        operation_id = "storefront_list_account_reviews"
    )]
    async fn list(
        &self,
        shopper: Shopper,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<OwnReview>>> {
        let caller = shopper.caller();
        let list = format!("account/reviews/{}/{}", caller.tenant_id(), caller.actor());
        let part = (cursor.0.read(&list)?, limit.0.get());
        let reviews = &self.0.reviews;
        let page = reviews.list_own(caller, Author::Account, part).await?;
        Ok(Json(Page::behind(page.reviews, &list, page.next)))
    }

    /// Create a review with the account
    ///
    /// Of the product of a line of an order of the account that was paid, or with `subject` `merchant` of who sold
    /// it. A line has one review, and so has each merchant of an order: another one returns 409 `review_exists`.
    /// Whether it is published at once is a setting of the store.
    #[oai(
        path = "/account/reviews",
        method = "post",
        operation_id = "storefront_create_account_review"
    )]
    async fn create(&self, shopper: Shopper, body: Json<CreateReview>) -> ApiResult<ReviewCreated> {
        let caller = shopper.caller();
        let ((subject, line_id), draft) = body.0.into_draft()?;
        let reviews = &self.0.reviews;
        let review = reviews
            .create(caller, (Author::Account, subject, line_id), draft)
            .await?;
        let location = "/storefront/v1/account/reviews".to_owned();
        Ok(ReviewCreated::Created(Json(review.into()), location))
    }

    /// Replace a review of the account
    ///
    /// Until `editable_until`; later returns 409 `review_edit_window_over`. Where reviews are checked before they
    /// are published, it is checked again.
    #[oai(
        path = "/account/reviews/:review_id",
        method = "put",
        operation_id = "storefront_edit_account_review"
    )]
    async fn edit(
        &self,
        shopper: Shopper,
        /// Id of the review.
        review_id: Path<ReviewId>,
        body: Json<EditReview>,
    ) -> ApiResult<Json<OwnReview>> {
        let caller = shopper.caller();
        let draft = body.0.into_draft()?;
        let reviews = &self.0.reviews;
        let review = reviews
            .edit(caller, (Author::Account, review_id.0), draft)
            .await?;
        Ok(Json(review.into()))
    }

    /// Delete a review of the account
    ///
    /// Its texts and the author's name are deleted. Its order line, or the merchant for this order, cannot be reviewed
    /// again.
    #[oai(
        path = "/account/reviews/:review_id",
        method = "delete",
        operation_id = "storefront_delete_account_review"
    )]
    async fn delete(
        &self,
        shopper: Shopper,
        /// Id of the review.
        review_id: Path<ReviewId>,
    ) -> ApiResult<Done> {
        let caller = shopper.caller();
        let reviews = &self.0.reviews;
        reviews
            .withdraw(caller, Author::Account, review_id.0)
            .await?;
        Ok(Done::Done)
    }

    /// Appeal against the rejection of a review of the account
    ///
    /// Possible once; the review is `pending` then, until the staff decides again.
    #[oai(
        path = "/account/reviews/:review_id/appeal",
        method = "post",
        operation_id = "storefront_appeal_account_review"
    )]
    async fn appeal(
        &self,
        shopper: Shopper,
        /// Id of the review.
        review_id: Path<ReviewId>,
        body: Json<AppealReview>,
    ) -> ApiResult<Json<OwnReview>> {
        let caller = shopper.caller();
        let text = body.0.parse()?;
        let reviews = &self.0.reviews;
        let review = reviews
            .appeal(caller, (Author::Account, review_id.0), &text)
            .await?;
        Ok(Json(review.into()))
    }
}
