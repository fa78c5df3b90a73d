//! Taking the money of an order that the shopper's bank has set aside, and when that is done.

use domain::checkout::CaptureOrder;
use domain::orders::{CaptureRule, OrderError};
use gateway::json::Money;
use gateway::{ApiResult, Contract, Staff};
use kernel::Permission;
use kernel::ids::OrderId;
use kernel::ports::PaymentsError;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use super::OrdersApi;
use super::answers::Order;
use crate::{App, Tag};

pub(in crate::merchant) struct CaptureApi(pub(in crate::merchant) App);

/// What holds for each operation beside its types.
pub(in crate::merchant) const CAPTURE_CONTRACTS: &[Contract] = &[
    Contract::of("admin_capture_order")
        .needs(&[Permission::OrdersCapture, Permission::OrdersRead])
        .fails(&[
            OrderError::ORDER_WRONG_STATUS,
            OrderError::REQUEST_IN_PROGRESS,
            OrderError::CAPTURE_TOO_LARGE,
            PaymentsError::COMPLETION_IN_PROGRESS,
            PaymentsError::PAYMENT_FAILED,
            PaymentsError::PAYMENT_PROVIDER_UNAVAILABLE,
        ]),
    Contract::of("admin_get_payment_settings").needs(&[Permission::OrdersRead]),
    Contract::of("admin_set_payment_settings").needs(&[Permission::StorefrontWrite]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminOrders")]
impl CaptureApi {
    /// Capture an authorized order
    ///
    /// Takes the money that the shopper's bank has set aside, less units that were cancelled. There is one capture of
    /// an order: with a smaller `amount`, the bank lets the rest go, and the order is `partially_refunded`. A captured
    /// order stays as it is; one that is not authorized returns 409 `order_wrong_status`. While the provider cannot be
    /// reached the answer is 503; the capture is carried out when it can.
    #[oai(
        path = "/orders/:order_id/capture",
        method = "post",
        operation_id = "admin_capture_order"
    )]
    async fn capture(
        &self,
        staff: Staff,
        order_id: Path<OrderId>,
        body: Json<CaptureRequest>,
    ) -> ApiResult<Json<Order>> {
        let amount = body.0.amount.as_ref();
        let command = CaptureOrder {
            order_id: order_id.0,
            amount: amount.map(|it| it.parse("/amount")).transpose()?,
        };
        self.0.checkout.capture(staff.caller(), command).await?;
        OrdersApi(self.0.clone()).show(&staff, order_id.0).await
    }

    /// Show the payment settings
    ///
    /// Of the whole tenant.
    #[oai(
        path = "/payment-settings",
        method = "get",
        operation_id = "admin_get_payment_settings"
    )]
    async fn settings(&self, staff: Staff) -> ApiResult<Json<PaymentSettings>> {
        let capture = self.0.checkout.capture_rule(staff.caller()).await?;
        Ok(Json(PaymentSettings { capture }))
    }

    /// Replace the payment settings
    ///
    /// Orders that are placed already keep their rule.
    #[oai(
        path = "/payment-settings",
        method = "put",
        operation_id = "admin_set_payment_settings"
    )]
    async fn set_settings(
        &self,
        staff: Staff,
        body: Json<PaymentSettings>,
    ) -> ApiResult<Json<PaymentSettings>> {
        let (caller, capture) = (staff.caller(), body.0.capture);
        self.0.checkout.set_capture_rule(caller, capture).await?;
        Ok(Json(PaymentSettings { capture }))
    }
}

/// What to capture.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CaptureRequest {
    /// Amount to capture, in the order's currency; without it, all that was not cancelled.
    amount: Option<Money>,
}

/// Settings of payments.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct PaymentSettings {
    /// When the money of new orders is captured. Default: `automatic`. With the others, shoppers pay with methods that
    /// can be authorized first, such as cards, and an authorization ends after some days: staff are told two days before.
    capture: CaptureRule,
}
