//! Pictures that authors add to their reviews, with their account or with the order's token.

use domain::reviews::{Author, ReviewError};
use gateway::{ApiResult, Contract, OrderToken, RawFile, Shopper, Visitor};
use imaging::{UPLOAD_BYTES_MAX, Unfit};
use kernel::ids::{OrderId, ReviewId, ReviewPictureId};
use kernel::{Case, Permission};
use poem_openapi::OpenApi;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;

use super::answers::ReviewCreated;
use crate::account::Done;
use crate::{App, Tag};

pub(crate) struct ReviewPicturesApi(pub(crate) App);

const UPLOAD_FAILS: &[Case] = &[
    Unfit::IMAGE_UNSUPPORTED,
    Unfit::IMAGE_UNREADABLE,
    Unfit::IMAGE_TOO_LARGE,
    ReviewError::TOO_MANY_PICTURES,
    ReviewError::REVIEW_EDIT_WINDOW_OVER,
    ReviewError::MEDIA_UNAVAILABLE,
];

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_upload_order_review_picture")
        .takes_up_to(UPLOAD_BYTES_MAX)
        .needs(&[Permission::OrdersPlace])
        .fails(UPLOAD_FAILS),
    Contract::of("storefront_delete_order_review_picture").needs(&[Permission::OrdersPlace]),
    Contract::of("storefront_upload_account_review_picture")
        .takes_up_to(UPLOAD_BYTES_MAX)
        .needs(&[Permission::AccountManage])
        .fails(UPLOAD_FAILS),
    Contract::of("storefront_delete_account_review_picture").needs(&[Permission::AccountManage]),
];

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Reviews")]
impl ReviewPicturesApi {
    /// Upload a picture for a review of an order
    ///
    /// The body is the file itself: JPEG, PNG or WebP, at most 10 MiB, 25 million pixels and 16,000 pixels a side.
    /// It is turned upright, converted to sRGB and stored without EXIF data. A review has at most four, while it is
    /// pending or until `editable_until`. It is shown with the review; where reviews are checked before they are
    /// published, the review is checked again.
    #[oai(
        path = "/orders/:order_id/reviews/:review_id/pictures",
        method = "post",
        operation_id = "storefront_upload_order_review_picture"
    )]
    async fn upload_of_order(
        &self,
        visitor: Visitor,
        token: OrderToken,
        /// Id of the order.
        order_id: Path<OrderId>,
        /// Id of the review.
        review_id: Path<ReviewId>,
        body: RawFile,
    ) -> ApiResult<ReviewCreated> {
        let caller = visitor.caller();
        let author = Author::Token(order_id.0, &token.0.key);
        let reviews = &self.0.reviews;
        let added = reviews.add_picture(caller, (author, review_id.0), body.0);
        let location = format!("/storefront/v1/orders/{}/reviews", order_id.0);
        Ok(ReviewCreated::Created(
            Json(Box::pin(added).await?.into()),
            location,
        ))
    }

    /// Delete a picture of a review of an order
    ///
    /// At any time; the file is deleted too.
    #[oai(
        path = "/orders/:order_id/reviews/:review_id/pictures/:picture_id",
        method = "delete",
        operation_id = "storefront_delete_order_review_picture"
    )]
    async fn delete_of_order(
        &self,
        visitor: Visitor,
        token: OrderToken,
        /// Id of the order.
        order_id: Path<OrderId>,
        /// Id of the review.
        review_id: Path<ReviewId>,
        /// Id of the picture.
        picture_id: Path<ReviewPictureId>,
    ) -> ApiResult<Done> {
        let author = Author::Token(order_id.0, &token.0.key);
        let of = (author, review_id.0);
        let reviews = &self.0.reviews;
        reviews
            .remove_picture(visitor.caller(), of, picture_id.0)
            .await?;
        Ok(Done::Done)
    }

    /// Upload a picture for a review of the account
    ///
    /// The same as with the order's token: at most four pictures, each at most 10 MiB.
    #[oai(
        path = "/account/reviews/:review_id/pictures",
        method = "post",
        operation_id = "storefront_upload_account_review_picture"
    )]
    async fn upload_of_account(
        &self,
        shopper: Shopper,
        /// Id of the review.
        review_id: Path<ReviewId>,
        body: RawFile,
    ) -> ApiResult<ReviewCreated> {
        let of = (Author::Account, review_id.0);
        let added = self.0.reviews.add_picture(shopper.caller(), of, body.0);
        let location = "/storefront/v1/account/reviews".to_owned();
        Ok(ReviewCreated::Created(
            Json(Box::pin(added).await?.into()),
            location,
        ))
    }

    /// Delete a picture of a review of the account
    ///
    /// At any time; the file is deleted too.
    #[oai(
        path = "/account/reviews/:review_id/pictures/:picture_id",
        method = "delete",
        operation_id = "storefront_delete_account_review_picture"
    )]
    async fn delete_of_account(
        &self,
        shopper: Shopper,
        /// Id of the review.
        review_id: Path<ReviewId>,
        /// Id of the picture.
        picture_id: Path<ReviewPictureId>,
    ) -> ApiResult<Done> {
        let of = (Author::Account, review_id.0);
        let reviews = &self.0.reviews;
        reviews
            .remove_picture(shopper.caller(), of, picture_id.0)
            .await?;
        Ok(Done::Done)
    }
}
