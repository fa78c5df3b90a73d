//! Returns: what comes back, and whether it may.

mod json;

use domain::orders::{ListReturns, OrderError, ReturnError, ReturnStatus};
use gateway::{ApiResult, Contract, Cursor, IdempotencyKey, Limit, Page, Staff};
use kernel::Permission;
use kernel::ids::{OrderId, ReturnId, StorefrontId};
use poem_openapi::OpenApi;
use poem_openapi::param::{Header, Path, Query};
use poem_openapi::payload::Json;

use self::json::{
    CreateReturn, ReceiveReturn, Return, ReturnCreated, ReturnDecision, ReturnPolicy,
};
use crate::{App, Tag};

pub(crate) struct ReturnsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_returns").needs(&[Permission::OrdersRead]),
    Contract::of("admin_get_return").needs(&[Permission::OrdersRead]),
    Contract::of("admin_create_return")
        .needs(&[Permission::OrdersFulfill])
        .fails(&[
            ReturnError::RETURN_TOO_LARGE,
            OrderError::ORDER_WRONG_STATUS,
            OrderError::ORDER_LINE_NOT_FOUND,
            OrderError::REQUEST_IN_PROGRESS,
            OrderError::IDEMPOTENCY_KEY_REUSED,
        ]),
    Contract::of("admin_approve_return")
        .needs(&[Permission::OrdersFulfill])
        .fails(&[ReturnError::RETURN_WRONG_STATUS]),
    Contract::of("admin_reject_return")
        .needs(&[Permission::OrdersFulfill])
        .fails(&[ReturnError::RETURN_WRONG_STATUS]),
    Contract::of("admin_cancel_return")
        .needs(&[Permission::OrdersFulfill])
        .fails(&[ReturnError::RETURN_WRONG_STATUS]),
    Contract::of("admin_receive_return")
        .needs(&[Permission::OrdersFulfill])
        .fails(&[ReturnError::RETURN_WRONG_STATUS]),
    Contract::of("admin_get_return_policy").needs(&[Permission::StorefrontWrite]),
    Contract::of("admin_set_return_policy").needs(&[Permission::StorefrontWrite]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminReturns")]
impl ReturnsApi {
    /// List returns
    ///
    /// Newest first.
    #[oai(path = "/returns", method = "get", operation_id = "admin_list_returns")]
    async fn list(
        &self,
        staff: Staff,
        /// Only returns with this status.
        status: Query<Option<ReturnStatus>>,
        /// Only returns of this order.
        order_id: Query<Option<OrderId>>,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page; valid for the same filter.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<Return>>> {
        let caller = staff.caller();
        let tenant_id = caller.tenant_id();
        let list = format!("admin/returns/{tenant_id}/{:?}/{:?}", status.0, order_id.0);
        let query = ListReturns {
            status: status.0,
            order_id: order_id.0,
            after: cursor.0.read(&list)?,
            limit: limit.0.get(),
        };
        let page = self.0.orders.returns(caller, query).await?;
        Ok(Json(Page::behind(page.returns, &list, page.next)))
    }

    /// Show a return
    ///
    /// With its lines, and how many units of each came.
    #[oai(
        path = "/returns/:return_id",
        method = "get",
        operation_id = "admin_get_return"
    )]
    async fn get(&self, staff: Staff, return_id: Path<ReturnId>) -> ApiResult<Json<Return>> {
        let orders = &self.0.orders;
        let found = orders.get_return(staff.caller(), return_id.0).await?;
        Ok(Json(found.into()))
    }

    /// Create a return
    ///
    /// For units that are shipped and in no other return; it is `approved` at once, whatever the storefront's
    /// window. Returns 422 `return_too_large` for more units than that. Money goes back by a refund of the lines.
    #[oai(
        path = "/orders/:order_id/returns",
        method = "post",
        operation_id = "admin_create_return"
    )]
    async fn create(
        &self,
        staff: Staff,
        order_id: Path<OrderId>,
        #[oai(name = "Idempotency-Key")] key: Header<IdempotencyKey>,
        body: Json<CreateReturn>,
    ) -> ApiResult<ReturnCreated> {
        let command = body.0.into_command(order_id.0, &key.0)?;
        let orders = &self.0.orders;
        let requested = orders.request_return(staff.caller(), command).await?;
        Ok(requested.into())
    }

    /// Approve a return
    ///
    /// The shopper is told by e-mail, with the message. Repeating it changes nothing.
    #[oai(
        path = "/returns/:return_id/approve",
        method = "post",
        operation_id = "admin_approve_return"
    )]
    async fn approve(
        &self,
        staff: Staff,
        return_id: Path<ReturnId>,
        body: Json<ReturnDecision>,
    ) -> ApiResult<Json<Return>> {
        self.decide(&staff, return_id.0, (true, body.0)).await
    }

    /// Reject a return
    ///
    /// The shopper is told by e-mail, with the message. Its units can be in another return. Repeating it changes
    /// nothing.
    #[oai(
        path = "/returns/:return_id/reject",
        method = "post",
        operation_id = "admin_reject_return"
    )]
    async fn reject(
        &self,
        staff: Staff,
        return_id: Path<ReturnId>,
        body: Json<ReturnDecision>,
    ) -> ApiResult<Json<Return>> {
        self.decide(&staff, return_id.0, (false, body.0)).await
    }

    /// Cancel a return
    ///
    /// One of which no unit came. Its units can be in another return. Repeating it changes nothing.
    #[oai(
        path = "/returns/:return_id/cancel",
        method = "post",
        operation_id = "admin_cancel_return"
    )]
    async fn cancel(&self, staff: Staff, return_id: Path<ReturnId>) -> ApiResult<Json<Return>> {
        let orders = &self.0.orders;
        let found = orders.cancel_return(staff.caller(), return_id.0).await?;
        Ok(Json(found.into()))
    }

    /// Receive a return
    ///
    /// Says how many units of each line came until now, and how many of these go back into stock; so repeating
    /// it changes nothing, and counts never go down. The return is `received` when all units came, or with
    /// `is_final`; the shopper is then told by e-mail.
    #[oai(
        path = "/returns/:return_id/receive",
        method = "post",
        operation_id = "admin_receive_return"
    )]
    async fn receive(
        &self,
        staff: Staff,
        return_id: Path<ReturnId>,
        body: Json<ReceiveReturn>,
    ) -> ApiResult<Json<Return>> {
        let received = body.0.into_command()?;
        let orders = &self.0.orders;
        let found = orders
            .receive_return(staff.caller(), return_id.0, received)
            .await?;
        Ok(Json(found.into()))
    }

    /// Show a storefront's return policy
    ///
    /// 14 days unless it was changed.
    #[oai(
        path = "/storefronts/:storefront_id/return-policy",
        method = "get",
        operation_id = "admin_get_return_policy"
    )]
    async fn policy(
        &self,
        staff: Staff,
        storefront_id: Path<StorefrontId>,
    ) -> ApiResult<Json<ReturnPolicy>> {
        let orders = &self.0.orders;
        let window_days = orders
            .return_window(staff.caller(), storefront_id.0)
            .await?;
        Ok(Json(ReturnPolicy { window_days }))
    }

    /// Set a storefront's return policy
    ///
    /// Takes effect with the shopper's next request.
    #[oai(
        path = "/storefronts/:storefront_id/return-policy",
        method = "put",
        operation_id = "admin_set_return_policy"
    )]
    async fn set_policy(
        &self,
        staff: Staff,
        storefront_id: Path<StorefrontId>,
        body: Json<ReturnPolicy>,
    ) -> ApiResult<Json<ReturnPolicy>> {
        let days = body.0.window_days;
        let orders = &self.0.orders;
        orders
            .set_return_window(staff.caller(), storefront_id.0, days)
            .await?;
        Ok(body)
    }
}

impl ReturnsApi {
    async fn decide(
        &self,
        staff: &Staff,
        id: ReturnId,
        (is_approved, decision): (bool, ReturnDecision),
    ) -> ApiResult<Json<Return>> {
        let message = decision.message()?;
        let orders = &self.0.orders;
        let found = orders
            .decide_return(staff.caller(), id, (is_approved, message))
            .await?;
        Ok(Json(found.into()))
    }
}
