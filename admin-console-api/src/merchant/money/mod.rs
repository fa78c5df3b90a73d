//! The money of one order, from the shopper's card to the merchants' accounts.

mod answers;
mod dispute;

use gateway::{ApiResult, Contract, Staff};
use kernel::Permission;
use kernel::ids::OrderId;
use poem_openapi::OpenApi;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;

use self::answers::OrderMoney;
pub(super) use self::answers::Transfer;
pub(super) use self::dispute::Dispute;
use crate::{App, Tag};

pub(crate) struct MoneyApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] =
    &[Contract::of("admin_get_order_money").needs(&[Permission::OrdersRead])];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminOrders")]
impl MoneyApi {
    /// Trace an order's money
    ///
    /// Every cent from the prices to the transfers: what each line came to, how it was split, what
    /// the provider and the platform kept, what was sent and taken back, and every entry in the
    /// books. The entries add up to zero.
    #[oai(
        path = "/orders/:order_id/money",
        method = "get",
        operation_id = "admin_get_order_money"
    )]
    async fn get_order_money(
        &self,
        staff: Staff,
        order_id: Path<OrderId>,
    ) -> ApiResult<Json<OrderMoney>> {
        let order_id = order_id.0;
        let details = self.0.orders.get(staff.caller(), order_id).await?;
        let trace = self.0.billing.trace(staff.caller(), order_id).await?;
        Ok(Json(OrderMoney::of(details, trace)))
    }
}
