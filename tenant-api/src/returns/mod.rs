//! Returns, for the shopper who placed the order.

mod account;
mod json;

use domain::orders::{OrderError, ReturnError};
use gateway::{ApiResult, Contract, IdempotencyKey, List, OrderToken, Visitor};
use kernel::Permission;
use kernel::ids::{OrderId, ReturnId};
use poem_openapi::OpenApi;
use poem_openapi::param::{Header, Path};
use poem_openapi::payload::Json;

pub(crate) use self::account::{ACCOUNT_CONTRACTS, AccountReturnsApi};
use self::json::{CreateReturn, Return, ReturnCreated};
use crate::{App, Tag};

pub(crate) struct ReturnsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_list_returns").needs(&[Permission::OrdersPlace]),
    Contract::of("storefront_create_return")
        .needs(&[Permission::OrdersPlace])
        .fails(&[
            ReturnError::RETURN_WINDOW_CLOSED,
            ReturnError::RETURN_TOO_LARGE,
            OrderError::ORDER_WRONG_STATUS,
            OrderError::ORDER_LINE_NOT_FOUND,
            OrderError::REQUEST_IN_PROGRESS,
            OrderError::IDEMPOTENCY_KEY_REUSED,
        ]),
    Contract::of("storefront_cancel_return")
        .needs(&[Permission::OrdersPlace])
        .fails(&[ReturnError::RETURN_WRONG_STATUS]),
];

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Orders")]
impl ReturnsApi {
    /// List returns of an order
    ///
    /// Newest first. Needs the order's token.
    #[oai(
        path = "/orders/:order_id/returns",
        method = "get",
        operation_id = "storefront_list_returns"
    )]
    async fn list(
        &self,
        visitor: Visitor,
        token: OrderToken,
        order_id: Path<OrderId>,
    ) -> ApiResult<Json<List<Return>>> {
        let of = (order_id.0, token.0.key.as_str());
        let orders = &self.0.orders;
        let returns = orders.own_returns(visitor.caller(), of).await?;
        Ok(Json(List::of(returns)))
    }

    /// Request a return
    ///
    /// Of units that were delivered within the store's window and are in no other return; the store decides, and
    /// the answer comes by e-mail. The order's lines say how many units can be returned, and until when. Returns
    /// 409 `return_window_closed` when there are none, and 422 `return_too_large` for more units than that.
    #[oai(
        path = "/orders/:order_id/returns",
        method = "post",
        operation_id = "storefront_create_return"
    )]
    async fn create(
        &self,
        visitor: Visitor,
        token: OrderToken,
        order_id: Path<OrderId>,
        #[oai(name = "Idempotency-Key")] key: Header<IdempotencyKey>,
        body: Json<CreateReturn>,
    ) -> ApiResult<ReturnCreated> {
        let command = body.0.into_command(order_id.0, &key.0)?;
        let orders = &self.0.orders;
        let requested = orders
            .request_own_return(visitor.caller(), &token.0.key, command)
            .await?;
        Ok(ReturnCreated::of(requested, "/storefront/v1/orders"))
    }

    /// Cancel a return
    ///
    /// One of which no unit came. Repeating it changes nothing.
    #[oai(
        path = "/orders/:order_id/returns/:return_id/cancel",
        method = "post",
        operation_id = "storefront_cancel_return"
    )]
    async fn cancel(
        &self,
        visitor: Visitor,
        token: OrderToken,
        order_id: Path<OrderId>,
        return_id: Path<ReturnId>,
    ) -> ApiResult<Json<Return>> {
        let of = (order_id.0, token.0.key.as_str());
        let orders = &self.0.orders;
        let found = orders
            .cancel_own_return(visitor.caller(), of, return_id.0)
            .await?;
        Ok(Json(found.into()))
    }
}
