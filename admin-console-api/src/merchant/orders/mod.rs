//! The tenant's orders, and giving their money back.

mod answers;
mod refunds;

use domain::checkout::CancelOrder;
use domain::orders::{ListOrders, OrderStatus};
use gateway::{ApiResult, Id, IdempotencyKey, Invalid, Staff};
use kernel::ids::OrderId;
use poem_openapi::param::{Header, Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Enum, OpenApi};

use self::answers::{Order, OrderPage};
use self::refunds::{CreateRefund, RefundCreated};
use crate::{App, Tag};

pub(crate) struct OrdersApi(pub(crate) App);

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminOrders")]
impl OrdersApi {
    /// List the orders
    ///
    /// The newest first.
    #[oai(path = "/orders", method = "get", operation_id = "admin_list_orders")]
    async fn list_orders(
        &self,
        staff: Staff,
        /// Only orders that are doing this.
        status: Query<Option<Status>>,
        /// How many, at most 100.
        #[oai(
            default = "page_size",
            validator(minimum(value = "1"), maximum(value = "100"))
        )]
        limit: Query<u32>,
        /// The `next_cursor` of the page before.
        cursor: Query<Option<String>>,
    ) -> ApiResult<Json<OrderPage>> {
        let query = ListOrders {
            status: status.0.map(OrderStatus::from),
            after: cursor.0.as_deref().map(after).transpose()?,
            limit: limit.0,
        };
        let page = self.0.orders.list(staff.caller(), query).await?;
        Ok(Json(page.into()))
    }

    /// Show an order
    ///
    /// With its lines, each merchant's part, what was sent to whom, and what was given back.
    #[oai(
        path = "/orders/:order_id",
        method = "get",
        operation_id = "admin_get_order"
    )]
    async fn get_order(&self, staff: Staff, order_id: Path<Id<OrderId>>) -> ApiResult<Json<Order>> {
        self.show(&staff, order_id.0.0).await
    }

    /// Cancel an unpaid order
    ///
    /// Its payment is called off and its stock given back. Cancelling it again changes nothing; an
    /// order that is paid is refused with `order_wrong_status`: give its money back instead.
    #[oai(
        path = "/orders/:order_id/cancel",
        method = "post",
        operation_id = "admin_cancel_order"
    )]
    async fn cancel_order(
        &self,
        staff: Staff,
        order_id: Path<Id<OrderId>>,
    ) -> ApiResult<Json<Order>> {
        let order_id = order_id.0.0;
        let command = CancelOrder { order_id };
        self.0.checkout.cancel(staff.caller(), command).await?;
        self.show(&staff, order_id).await
    }

    /// Give money back
    ///
    /// All that is left (`full`), or some units of some lines and all of the shipping or none of it.
    /// Every unit's part of the price and the tax comes back exactly, in whatever steps. When the
    /// provider cannot be reached the refund is `requested` and carried out later; one that the
    /// provider refuses is `failed`, and its units can be given back again.
    #[oai(
        path = "/orders/:order_id/refunds",
        method = "post",
        operation_id = "admin_create_refund"
    )]
    async fn create_refund(
        &self,
        staff: Staff,
        order_id: Path<Id<OrderId>>,
        #[oai(name = "Idempotency-Key")] key: Header<IdempotencyKey>,
        body: Json<CreateRefund>,
    ) -> ApiResult<RefundCreated> {
        let command = body.0.into_command(order_id.0.0, &key.0)?;
        let requested = self
            .0
            .orders
            .request_refund(staff.caller(), command)
            .await?;
        Ok(requested.into())
    }
}

impl OrdersApi {
    async fn show(&self, staff: &Staff, order_id: OrderId) -> ApiResult<Json<Order>> {
        let details = self.0.orders.get(staff.caller(), order_id).await?;
        let transfers = self.0.billing.transfers(staff.caller(), order_id).await?;
        Ok(Json(Order::of(details, transfers)))
    }
}

fn page_size() -> u32 {
    20
}

fn after(cursor: &str) -> Result<OrderId, Invalid> {
    cursor
        .parse()
        .map_err(|_| Invalid::field("cursor", "malformed", "a `next_cursor` of an earlier page"))
}

/// What an order is doing.
#[derive(Debug, Clone, Copy, Enum)]
#[oai(rename = "OrderStatus", rename_all = "snake_case")]
enum Status {
    /// It waits for its payment.
    PendingPayment,
    /// It is paid.
    Paid,
    /// Everything has been given back.
    Refunded,
    /// It was not paid in time, or called off.
    Cancelled,
}

impl From<Status> for OrderStatus {
    fn from(status: Status) -> Self {
        match status {
            Status::PendingPayment => Self::PendingPayment,
            Status::Paid => Self::Paid,
            Status::Refunded => Self::Refunded,
            Status::Cancelled => Self::Cancelled,
        }
    }
}
