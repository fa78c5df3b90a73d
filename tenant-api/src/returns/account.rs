//! Returns of the orders of an account.

use domain::orders::{OrderError, ReturnError};
use gateway::{ApiResult, Contract, IdempotencyKey, List, Shopper};
use kernel::Permission;
use kernel::ids::{OrderId, ReturnId};
use poem_openapi::OpenApi;
use poem_openapi::param::{Header, Path};
use poem_openapi::payload::Json;

use super::json::{CreateReturn, Return, ReturnCreated};
use crate::{App, Tag};

pub(crate) struct AccountReturnsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const ACCOUNT_CONTRACTS: &[Contract] = &[
    Contract::of("storefront_list_own_returns").needs(&[Permission::AccountManage]),
    Contract::of("storefront_create_own_return")
        .needs(&[Permission::AccountManage])
        .fails(&[
            ReturnError::RETURN_WINDOW_CLOSED,
            ReturnError::RETURN_TOO_LARGE,
            OrderError::ORDER_WRONG_STATUS,
            OrderError::ORDER_LINE_NOT_FOUND,
            OrderError::REQUEST_IN_PROGRESS,
            OrderError::IDEMPOTENCY_KEY_REUSED,
        ]),
    Contract::of("storefront_cancel_own_return")
        .needs(&[Permission::AccountManage])
        .fails(&[ReturnError::RETURN_WRONG_STATUS]),
];

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Orders")]
impl AccountReturnsApi {
    /// List returns of an order of the account
    ///
    /// Newest first. Returns 404 for an order of another shopper.
    #[oai(
        path = "/account/orders/:order_id/returns",
        method = "get",
        operation_id = "storefront_list_own_returns"
    )]
    async fn list(
        &self,
        shopper: Shopper,
        order_id: Path<OrderId>,
    ) -> ApiResult<Json<List<Return>>> {
        let orders = &self.0.orders;
        let returns = orders
            .returns_of_account(shopper.caller(), order_id.0)
            .await?;
        Ok(Json(List::of(returns)))
    }

    /// Request a return of an order of the account
    ///
    /// Like a request with the order's token, for the shopper who is signed in. Returns 404 for an order of
    /// another shopper.
    #[oai(
        path = "/account/orders/:order_id/returns",
        method = "post",
        operation_id = "storefront_create_own_return"
    )]
    async fn create(
        &self,
        shopper: Shopper,
        order_id: Path<OrderId>,
        #[oai(name = "Idempotency-Key")] key: Header<IdempotencyKey>,
        body: Json<CreateReturn>,
    ) -> ApiResult<ReturnCreated> {
        let command = body.0.into_command(order_id.0, &key.0)?;
        let orders = &self.0.orders;
        let requested = orders
            .request_return_of_account(shopper.caller(), command)
            .await?;
        Ok(ReturnCreated::of(
            requested,
            "/storefront/v1/account/orders",
        ))
    }

    /// Cancel a return of an order of the account
    ///
    /// One of which no unit came. Repeating it changes nothing.
    #[oai(
        path = "/account/orders/:order_id/returns/:return_id/cancel",
        method = "post",
        operation_id = "storefront_cancel_own_return"
    )]
    async fn cancel(
        &self,
        shopper: Shopper,
        order_id: Path<OrderId>,
        return_id: Path<ReturnId>,
    ) -> ApiResult<Json<Return>> {
        let orders = &self.0.orders;
        let found = orders
            .cancel_return_of_account(shopper.caller(), order_id.0, return_id.0)
            .await?;
        Ok(Json(found.into()))
    }
}
