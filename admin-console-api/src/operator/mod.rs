//! The platform's own console: every operation under `/operator/v1`, on the platform's hosts only.

mod auth;
mod drafts;
mod storefronts;
mod tenants;

use poem_openapi::OpenApi;

use crate::App;

pub(crate) fn apis(app: &App) -> impl OpenApi + use<> {
    (
        auth::AuthApi(app.clone()),
        tenants::TenantsApi(app.clone()),
        storefronts::StorefrontsApi(app.clone()),
    )
}
