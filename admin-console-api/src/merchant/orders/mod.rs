//! The tenant's orders, and giving their money back.

mod answers;
mod refunds;

use domain::checkout::CancelOrder;
use domain::orders::{ListOrders, OrderError, OrderStatus};
use gateway::{ApiResult, Contract, Cursor, IdempotencyKey, Limit, Page, Staff};
use kernel::ids::OrderId;
use kernel::ports::PaymentsError;
use kernel::{Caller, Permission};
use poem_openapi::OpenApi;
use poem_openapi::param::{Header, Path, Query};
use poem_openapi::payload::Json;

use self::answers::{Order, Summary};
use self::refunds::{CreateRefund, RefundCreated};
use crate::{App, Tag};

pub(crate) struct OrdersApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_orders").needs(&[Permission::OrdersRead]),
    Contract::of("admin_get_order").needs(&[Permission::OrdersRead]),
    Contract::of("admin_cancel_order")
        .needs(&[Permission::OrdersCancel, Permission::OrdersRead])
        .fails(&[
            OrderError::ORDER_WRONG_STATUS,
            PaymentsError::COMPLETION_IN_PROGRESS,
            PaymentsError::PAYMENT_FAILED,
            PaymentsError::PAYMENT_PROVIDER_UNAVAILABLE,
        ]),
    Contract::of("admin_create_refund")
        .needs(&[Permission::RefundsCreate])
        .fails(&[
            OrderError::ORDER_WRONG_STATUS,
            OrderError::REQUEST_IN_PROGRESS,
            OrderError::ORDER_LINE_NOT_FOUND,
            OrderError::REFUND_TOO_LARGE,
            OrderError::REFUND_EMPTY,
            OrderError::IDEMPOTENCY_KEY_REUSED,
        ]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminOrders")]
impl OrdersApi {
    /// List orders
    ///
    /// Newest first.
    #[oai(path = "/orders", method = "get", operation_id = "admin_list_orders")]
    async fn list_orders(
        &self,
        staff: Staff,
        /// Only orders with this status.
        status: Query<Option<OrderStatus>>,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<Summary>>> {
        let status = status.0;
        let list = list_name(staff.caller(), status);
        let query = ListOrders {
            status,
            after: cursor.0.read(&list)?,
            limit: limit.0.get(),
        };
        let page = self.0.orders.list(staff.caller(), query).await?;
        Ok(Json(Page::behind(page.orders, &list, page.next)))
    }

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

    /// Cancel an unpaid order
    ///
    /// Cancels its payment and releases its stock. Cancelling it again changes nothing; a
    /// paid order returns 409 `order_wrong_status`: refund it instead.
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

    /// Create a refund
    ///
    /// Of all that is left (`full`), or of units of lines, with or without the shipping.
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
        let command = body.0.into_command(order_id.0, &key.0)?;
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
        let disputes = self.0.billing.disputes(staff.caller(), order_id).await?;
        Ok(Json(Order::of(details, transfers, disputes)))
    }
}

/// What a cursor of this list is bound to.
fn list_name(caller: &Caller, status: Option<OrderStatus>) -> String {
    let status = status.map_or("all", OrderStatus::name);
    format!("admin/orders/{}/{status}", caller.tenant_id())
}
