//! The platform's own console: every operation under `/operator/v1`, on the platform's hosts only.

mod access;
mod auth;
mod drafts;
mod me;
mod shipping;
mod storefronts;
mod tenants;

use gateway::Contract;
use poem_openapi::OpenApi;

use crate::App;

pub(crate) fn contracts() -> Vec<Contract> {
    [
        auth::CONTRACTS,
        me::CONTRACTS,
        tenants::CONTRACTS,
        storefronts::CONTRACTS,
        access::CONTRACTS,
    ]
    .concat()
}

pub(crate) fn apis(app: &App) -> impl OpenApi + use<> {
    (
        auth::AuthApi(app.clone()),
        me::OperatorMeApi(app.clone()),
        tenants::TenantsApi(app.clone()),
        storefronts::StorefrontsApi(app.clone()),
        access::OperatorAccessApi(app.clone()),
    )
}
