//! The tenant's orders, and giving their money back.

mod answers;
mod cancellations;
mod capture;
mod filter;
mod fulfillments;
mod lists;
mod refund_preview;
mod refunds;
mod summary;
mod timeline;

use domain::checkout::CancelOrder;
use domain::orders::OrderError;
use gateway::{ApiResult, Contract, IdempotencyKey, Invalid, Staff};
use kernel::Permission;
use kernel::goods::Quantity;
use kernel::ids::{FulfillmentId, OrderId};
use kernel::ports::PaymentsError;
use poem_openapi::OpenApi;
use poem_openapi::param::{Header, Path};
use poem_openapi::payload::Json;

use self::answers::Order;
pub(super) use self::answers::Share;
use self::cancellations::{CancellationCreated, CreateCancellation};
pub(super) use self::capture::{CAPTURE_CONTRACTS, CaptureApi};
pub(super) use self::fulfillments::Fulfillment;
use self::fulfillments::{CreateFulfillment, FulfillmentCreated};
pub(super) use self::lists::{LIST_CONTRACTS, OrderListsApi};
use self::refund_preview::RefundPreview;
use self::refunds::{CreateRefund, RefundCreated};
pub(super) use self::summary::Summary;
pub(super) use self::timeline::{DESK_CONTRACTS, OrderDeskApi};
use crate::{App, Tag};

pub(crate) struct OrdersApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_get_order").needs(&[Permission::OrdersRead]),
    Contract::of("admin_cancel_order")
        .needs(&[Permission::OrdersCancel, Permission::OrdersRead])
        .fails(&[
            OrderError::ORDER_WRONG_STATUS,
            OrderError::REQUEST_IN_PROGRESS,
            PaymentsError::COMPLETION_IN_PROGRESS,
            PaymentsError::PAYMENT_FAILED,
            PaymentsError::PAYMENT_PROVIDER_UNAVAILABLE,
        ]),
    Contract::of("admin_create_cancellation")
        .needs(&[Permission::OrdersCancel, Permission::RefundsCreate])
        .fails(&[
            OrderError::ORDER_WRONG_STATUS,
            OrderError::REQUEST_IN_PROGRESS,
            OrderError::ORDER_LINE_NOT_FOUND,
            OrderError::CANCELLATION_TOO_LARGE,
            OrderError::REFUND_TOO_LARGE,
            OrderError::IDEMPOTENCY_KEY_REUSED,
        ]),
    Contract::of("admin_create_refund")
        .needs(&[Permission::RefundsCreate])
        .fails(&[
            OrderError::ORDER_WRONG_STATUS,
            OrderError::REQUEST_IN_PROGRESS,
            OrderError::ORDER_LINE_NOT_FOUND,
            OrderError::REFUND_TOO_LARGE,
            OrderError::REFUND_EMPTY,
            OrderError::RETURN_NOT_FOUND,
            OrderError::IDEMPOTENCY_KEY_REUSED,
        ]),
    Contract::of("admin_preview_refund")
        .needs(&[Permission::RefundsCreate])
        .fails(&[
            OrderError::ORDER_WRONG_STATUS,
            OrderError::ORDER_LINE_NOT_FOUND,
            OrderError::REFUND_TOO_LARGE,
            OrderError::REFUND_EMPTY,
            OrderError::RETURN_NOT_FOUND,
        ]),
    Contract::of("admin_create_fulfillment")
        .needs(&[Permission::OrdersFulfill])
        .for_merchants_too()
        .fails(&[
            OrderError::ORDER_WRONG_STATUS,
            OrderError::REQUEST_IN_PROGRESS,
            OrderError::ORDER_LINE_NOT_FOUND,
            OrderError::FULFILLMENT_TOO_LARGE,
            OrderError::NOTHING_TO_FULFILL,
            OrderError::SEVERAL_MERCHANTS,
            OrderError::IDEMPOTENCY_KEY_REUSED,
        ]),
    Contract::of("admin_deliver_fulfillment")
        .needs(&[Permission::OrdersFulfill])
        .for_merchants_too()
        .fails(&[OrderError::FULFILLMENT_WRONG_STATUS]),
    Contract::of("admin_cancel_fulfillment")
        .needs(&[Permission::OrdersFulfill])
        .for_merchants_too()
        .fails(&[
            OrderError::FULFILLMENT_WRONG_STATUS,
            OrderError::RETURN_OPEN,
        ]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminOrders")]
impl OrdersApi {
    /// Show an order
    ///
    /// With its lines, merchants' shares, transfers, refunds (created here or at the
    /// payment provider) and disputes.
    #[oai(
        path = "/orders/:order_id",
        method = "get",
        operation_id = "admin_get_order"
    )]
    async fn get_order(&self, staff: Staff, order_id: Path<OrderId>) -> ApiResult<Json<Order>> {
        self.show(&staff, order_id.0).await
    }

    /// Cancel an order before its money is taken
    ///
    /// Cancels the payment of an unpaid or authorized order and releases its stock. Cancelling it again changes nothing;
    /// a paid order returns 409 `order_wrong_status`: refund it instead. So does an authorized one of which units
    /// are shipped.
    #[oai(
        path = "/orders/:order_id/cancel",
        method = "post",
        operation_id = "admin_cancel_order"
    )]
    async fn cancel_order(&self, staff: Staff, order_id: Path<OrderId>) -> ApiResult<Json<Order>> {
        let order_id = order_id.0;
        let command = CancelOrder { order_id };
        self.0.checkout.cancel(staff.caller(), command).await?;
        self.show(&staff, order_id).await
    }

    /// Cancel units of a paid or authorized order
    ///
    /// Units that are neither shipped nor cancelled. They go back into stock and are refunded, unless the request
    /// says otherwise, and the shopper is told by e-mail. Of an authorized order the capture leaves the refund out, and
    /// 409 `request_in_progress` is returned while it is being captured. Returns 422 `cancellation_too_large` for more units
    /// than that, and 422 `refund_too_large` for units that are refunded already: cancel them with `refund`
    /// false. An unpaid order returns 409 `order_wrong_status`: cancel all of it instead.
    #[oai(
        path = "/orders/:order_id/cancellations",
        method = "post",
        operation_id = "admin_create_cancellation"
    )]
    async fn create_cancellation(
        &self,
        staff: Staff,
        order_id: Path<OrderId>,
        #[oai(name = "Idempotency-Key")] key: Header<IdempotencyKey>,
        body: Json<CreateCancellation>,
    ) -> ApiResult<CancellationCreated> {
        let command = body.0.into_command(order_id.0, &key.0)?;
        let checkout = &self.0.checkout;
        let cancelled = checkout.cancel_units(staff.caller(), command).await?;
        Ok(cancelled.into())
    }

    /// Create a refund
    ///
    /// Of all that is left (`full`), or of units of lines, what came with a return, the shipping, and an amount.
    /// Each unit's price and tax is refunded exactly, in whatever steps. Returns 422 `refund_too_large` for
    /// more than is left of a merchant's share, also after refunds created at the payment provider or
    /// disputes; `full` refunds what is left. If the provider cannot be reached the refund is `requested`
    /// and carried out later. If the provider refuses it, it is `failed` and its units can be refunded again.
    #[oai(
        path = "/orders/:order_id/refunds",
        method = "post",
        operation_id = "admin_create_refund"
    )]
    async fn create_refund(
        &self,
        staff: Staff,
        order_id: Path<OrderId>,
        #[oai(name = "Idempotency-Key")] key: Header<IdempotencyKey>,
        body: Json<CreateRefund>,
    ) -> ApiResult<RefundCreated> {
        let command = body.0.into_command(order_id.0, key.0.as_str())?;
        let requested = self
            .0
            .orders
            .request_refund(staff.caller(), command)
            .await?;
        Ok(requested.into())
    }

    /// Preview a refund
    ///
    /// Takes the body of a refund and answers who would give what, and what would be left; changes nothing. A
    /// refund that is created then does the same, unless something else happens in between.
    #[oai(
        path = "/orders/:order_id/refunds/preview",
        method = "post",
        operation_id = "admin_preview_refund"
    )]
    async fn preview_refund(
        &self,
        staff: Staff,
        order_id: Path<OrderId>,
        body: Json<CreateRefund>,
    ) -> ApiResult<Json<RefundPreview>> {
        let command = body.0.into_command(order_id.0, "")?;
        let preview = self
            .0
            .orders
            .preview_refund(staff.caller(), command)
            .await?;
        Ok(Json(preview.into()))
    }

    /// Create a fulfillment
    ///
    /// Ships units of a paid order in one parcel, or of an authorized one that is captured on fulfillment. An order can
    /// have several; each is of one merchant. Returns 422 `fulfillment_too_large` for more units than are left. Stock
    /// does not change: it left the shelf when the order was paid or authorized.
    #[oai(
        path = "/orders/:order_id/fulfillments",
        method = "post",
        operation_id = "admin_create_fulfillment"
    )]
    async fn create_fulfillment(
        &self,
        staff: Staff,
        order_id: Path<OrderId>,
        #[oai(name = "Idempotency-Key")] key: Header<IdempotencyKey>,
        body: Json<CreateFulfillment>,
    ) -> ApiResult<FulfillmentCreated> {
        let command = body.0.into_command(order_id.0, &key.0)?;
        let fulfilled = self.0.orders.fulfill(staff.caller(), command).await?;
        Ok(fulfilled.into())
    }

    /// Mark a fulfillment as delivered
    ///
    /// Repeating it changes nothing. A cancelled fulfillment returns 409 `fulfillment_wrong_status`.
    #[oai(
        path = "/orders/:order_id/fulfillments/:fulfillment_id/delivered",
        method = "post",
        operation_id = "admin_deliver_fulfillment"
    )]
    async fn deliver_fulfillment(
        &self,
        staff: Staff,
        order_id: Path<OrderId>,
        fulfillment_id: Path<FulfillmentId>,
    ) -> ApiResult<Json<Fulfillment>> {
        let of = (order_id.0, fulfillment_id.0);
        let fulfillment = self.0.orders.mark_delivered(staff.caller(), of).await?;
        Ok(Json(fulfillment.into()))
    }

    /// Cancel a fulfillment
    ///
    /// Its units can be shipped in another one. Stock does not change: the units are still sold. Repeating it
    /// changes nothing. A delivered fulfillment returns 409 `fulfillment_wrong_status`, one with units
    /// in a return 409 `return_open`.
    #[oai(
        path = "/orders/:order_id/fulfillments/:fulfillment_id/cancel",
        method = "post",
        operation_id = "admin_cancel_fulfillment"
    )]
    async fn cancel_fulfillment(
        &self,
        staff: Staff,
        order_id: Path<OrderId>,
        fulfillment_id: Path<FulfillmentId>,
    ) -> ApiResult<Json<Fulfillment>> {
        let of = (order_id.0, fulfillment_id.0);
        let fulfillment = self.0.orders.cancel_fulfillment(staff.caller(), of).await?;
        Ok(Json(fulfillment.into()))
    }
}

impl OrdersApi {
    async fn show(&self, staff: &Staff, order_id: OrderId) -> ApiResult<Json<Order>> {
        let details = self.0.orders.get(staff.caller(), order_id).await?;
        let transfers = self.0.billing.transfers(staff.caller(), order_id).await?;
        let disputes = self.0.billing.disputes(staff.caller(), order_id).await?;
        Ok(Json(Order::of(details, transfers, disputes)))
    }
}

/// How many units the line at `index` names.
fn quantity(index: usize, quantity: i64) -> Result<Quantity, Invalid> {
    Quantity::parse(quantity)
        .map_err(|why| Invalid::field(format!("/lines/{index}/quantity"), "out_of_range", why))
}
