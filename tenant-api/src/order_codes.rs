//! Reaching an order with its number, its e-mail address and a code from a mail.

use domain::orders::{OrderError, OrderNamed};
use gateway::{ApiResult, Contract, Cost, Invalid, Visitor};
use kernel::Permission;
use kernel::contact::Email;
use kernel::ids::OrderId;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::account::MailSent;
use crate::{App, Tag};

pub(crate) struct OrderCodesApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_request_order_code")
        .costs(Cost::Mail)
        .needs(&[Permission::OrdersPlace]),
    Contract::of("storefront_redeem_order_code")
        .costs(Cost::Credential)
        .needs(&[Permission::OrdersPlace])
        .fails(&[OrderError::INVALID_ORDER_CODE]),
];

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Orders")]
impl OrderCodesApi {
    /// Request a code to show an order
    ///
    /// For shoppers without an account who do not have the order's token at hand. Always answers 202. If the store has an
    /// order with this number and this e-mail address, an e-mail with a code of eight digits is on its way, which is good
    /// once, for 10 minutes, in the place of an earlier one. One e-mail is sent to an address in a minute.
    #[oai(
        path = "/order-codes",
        method = "post",
        operation_id = "storefront_request_order_code"
    )]
    async fn request_code(&self, visitor: Visitor, body: Json<OrderName>) -> ApiResult<MailSent> {
        let named = named(body.0.number, &body.0.email)?;
        self.0.orders.request_code(visitor.caller(), named).await?;
        Ok(MailSent::Accepted)
    }

    /// Redeem a code to show an order
    ///
    /// Returns the order's id and a token for it, to be sent as the header `Order-Token`. 400 `invalid_order_code` for a
    /// wrong code, one that was used or has expired, and for a number and address that no order has. Of each code five
    /// tries are looked at.
    #[oai(
        path = "/order-codes/redeem",
        method = "post",
        operation_id = "storefront_redeem_order_code"
    )]
    async fn redeem_code(
        &self,
        visitor: Visitor,
        body: Json<RedeemOrderCode>,
    ) -> ApiResult<Json<OrderAccess>> {
        let named = named(body.0.number, &body.0.email)?;
        let orders = &self.0.orders;
        let (order_id, token) = orders
            .redeem_code(visitor.caller(), &named, &body.0.code)
            .await?;
        Ok(Json(OrderAccess { order_id, token }))
    }
}

fn named(number: i64, email: &str) -> Result<OrderNamed, Invalid> {
    let email =
        Email::parse(email).map_err(|why| Invalid::field("/email", "malformed", why.rule))?;
    Ok(OrderNamed { number, email })
}

/// An order as its shopper knows it.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct OrderName {
    /// Order number.
    #[oai(validator(minimum(value = "1")))]
    number: i64,
    /// E-mail address that the order was placed with.
    #[oai(validator(max_length = 254))]
    email: String,
}

/// A code from an e-mail.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct RedeemOrderCode {
    /// Order number.
    #[oai(validator(minimum(value = "1")))]
    number: i64,
    /// E-mail address that the order was placed with.
    #[oai(validator(max_length = 254))]
    email: String,
    /// Code of the e-mail; spaces do not matter.
    #[oai(validator(max_length = 40))]
    code: String,
}

/// What shows an order.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct OrderAccess {
    /// Order id.
    order_id: OrderId,
    /// Token of the order, as good as the one that came with it.
    token: String,
}
