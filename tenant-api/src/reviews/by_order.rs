//! Reviews of an order's goods and merchants, by whoever has its token: a link in a letter needs no sign-in.

use domain::reviews::Author;
use gateway::{ApiResult, Contract, List, OrderToken, Visitor};
use kernel::Permission;
use kernel::ids::{OrderId, ReviewId};
use poem_openapi::OpenApi;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;

use super::answers::{OwnReview, ReviewCreated};
use super::bodies::{AppealReview, CreateReview, EditReview};
use super::{APPEAL_FAILS, CREATE_FAILS, EDIT_FAILS};
use crate::account::Done;
use crate::{App, Tag};

/// Reviews that are read at a time.
const PART: u32 = 100;

pub(crate) struct OrderReviewsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_list_order_reviews").needs(&[Permission::OrdersPlace]),
    Contract::of("storefront_create_order_review")
        .needs(&[Permission::OrdersPlace])
        .fails(CREATE_FAILS),
    Contract::of("storefront_edit_order_review")
        .needs(&[Permission::OrdersPlace])
        .fails(EDIT_FAILS),
    Contract::of("storefront_delete_order_review").needs(&[Permission::OrdersPlace]),
    Contract::of("storefront_appeal_order_review")
        .needs(&[Permission::OrdersPlace])
        .fails(APPEAL_FAILS),
];

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Reviews")]
impl OrderReviewsApi {
    /// List reviews of an order
    ///
    /// The reviews of the order's lines and merchants, newest first, whatever their status; without deleted ones. Needs the
    /// order's token, or that of a letter about the order.
    #[oai(
        path = "/orders/:order_id/reviews",
        method = "get",
        operation_id = "storefront_list_order_reviews"
    )]
    async fn list(
        &self,
        visitor: Visitor,
        token: OrderToken,
        /// Id of the order.
        order_id: Path<OrderId>,
    ) -> ApiResult<Json<List<OwnReview>>> {
        let author = Author::Token(order_id.0, &token.0.key);
        let (mut found, mut after) = (Vec::new(), None);
        loop {
            let part = (after, PART);
            let page = self.0.reviews.list_own(visitor.caller(), author, part);
            let page = page.await?;
            after = page.next;
            found.extend(page.reviews);
            if after.is_none() {
                return Ok(Json(List::of(found)));
            }
        }
    }

    /// Create a review of an order
    ///
    /// Of the product of a line of the order, or with `subject` `merchant` of who sold it, once the order is paid. A
    /// line has one review, and so has each merchant of the order: another one returns 409 `review_exists`. Whether
    /// it is published at once is a setting of the store.
    #[oai(
        path = "/orders/:order_id/reviews",
        method = "post",
        operation_id = "storefront_create_order_review"
    )]
    async fn create(
        &self,
        visitor: Visitor,
        token: OrderToken,
        /// Id of the order.
        order_id: Path<OrderId>,
        body: Json<CreateReview>,
    ) -> ApiResult<ReviewCreated> {
        let caller = visitor.caller();
        let author = Author::Token(order_id.0, &token.0.key);
        let ((subject, line_id), draft) = body.0.into_draft()?;
        let reviews = &self.0.reviews;
        let review = reviews
            .create(caller, (author, subject, line_id), draft)
            .await?;
        let location = format!("/storefront/v1/orders/{}/reviews", order_id.0);
        Ok(ReviewCreated::Created(Json(review.into()), location))
    }

    /// Replace a review of an order
    ///
    /// Until `editable_until`; later returns 409 `review_edit_window_over`. Where reviews are checked before they
    /// are published, it is checked again.
    #[oai(
        path = "/orders/:order_id/reviews/:review_id",
        method = "put",
        operation_id = "storefront_edit_order_review"
    )]
    async fn edit(
        &self,
        visitor: Visitor,
        token: OrderToken,
        /// Id of the order.
        order_id: Path<OrderId>,
        /// Id of the review.
        review_id: Path<ReviewId>,
        body: Json<EditReview>,
    ) -> ApiResult<Json<OwnReview>> {
        let caller = visitor.caller();
        let author = Author::Token(order_id.0, &token.0.key);
        let draft = body.0.into_draft()?;
        let reviews = &self.0.reviews;
        let review = reviews.edit(caller, (author, review_id.0), draft).await?;
        Ok(Json(review.into()))
    }

    /// Delete a review of an order
    ///
    /// Its texts and the author's name are deleted. Its order line, or the merchant for this order, cannot be reviewed
    /// again.
    #[oai(
        path = "/orders/:order_id/reviews/:review_id",
        method = "delete",
        operation_id = "storefront_delete_order_review"
    )]
    async fn delete(
        &self,
        visitor: Visitor,
        token: OrderToken,
        /// Id of the order.
        order_id: Path<OrderId>,
        /// Id of the review.
        review_id: Path<ReviewId>,
    ) -> ApiResult<Done> {
        let caller = visitor.caller();
        let author = Author::Token(order_id.0, &token.0.key);
        let reviews = &self.0.reviews;
        reviews.withdraw(caller, author, review_id.0).await?;
        Ok(Done::Done)
    }

    /// Appeal against the rejection of a review of an order
    ///
    /// Possible once; the review is `pending` then, until the staff decides again.
    #[oai(
        path = "/orders/:order_id/reviews/:review_id/appeal",
        method = "post",
        operation_id = "storefront_appeal_order_review"
    )]
    async fn appeal(
        &self,
        visitor: Visitor,
        token: OrderToken,
        /// Id of the order.
        order_id: Path<OrderId>,
        /// Id of the review.
        review_id: Path<ReviewId>,
        body: Json<AppealReview>,
    ) -> ApiResult<Json<OwnReview>> {
        let caller = visitor.caller();
        let author = Author::Token(order_id.0, &token.0.key);
        let text = body.0.parse()?;
        let reviews = &self.0.reviews;
        let review = reviews.appeal(caller, (author, review_id.0), &text).await?;
        Ok(Json(review.into()))
    }
}
