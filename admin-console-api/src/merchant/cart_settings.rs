//! What the tenant wants of carts.

use domain::cart::TakeoverRule;
use gateway::{ApiResult, Contract, Staff};
use kernel::Permission;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct CartSettingsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_get_cart_settings").needs(&[Permission::StorefrontWrite]),
    Contract::of("admin_set_cart_settings").needs(&[Permission::StorefrontWrite]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminStorefronts")]
impl CartSettingsApi {
    /// Show the cart settings
    ///
    /// Of the whole tenant.
    #[oai(
        path = "/cart-settings",
        method = "get",
        operation_id = "admin_get_cart_settings"
    )]
    async fn get_settings(&self, staff: Staff) -> ApiResult<Json<CartSettings>> {
        let takeover_rule = self.0.carts.takeover_rule(staff.caller()).await?;
        Ok(Json(CartSettings { takeover_rule }))
    }

    /// Replace the cart settings
    ///
    /// Holds for the next sign-in.
    #[oai(
        path = "/cart-settings",
        method = "put",
        operation_id = "admin_set_cart_settings"
    )]
    async fn set_settings(
        &self,
        staff: Staff,
        body: Json<CartSettings>,
    ) -> ApiResult<Json<CartSettings>> {
        let takeover_rule = body.0.takeover_rule;
        let carts = &self.0.carts;
        carts
            .set_takeover_rule(staff.caller(), takeover_rule)
            .await?;
        Ok(Json(CartSettings { takeover_rule }))
    }
}

/// Settings of carts.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CartSettings {
    /// Which quantities hold when a guest signs in and the account has a cart, too. Default: `sum`.
    takeover_rule: TakeoverRule,
}
