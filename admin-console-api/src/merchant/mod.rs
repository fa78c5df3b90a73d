//! The admin console of one tenant, for its staff: every operation under `/admin/v1`.

mod auth;
mod ledger;
mod merchants;
mod money;
mod onboarding;
mod orders;
mod products;

use poem_openapi::OpenApi;

use crate::App;

pub(crate) fn apis(app: &App) -> impl OpenApi + use<> {
    (
        auth::AuthApi(app.clone()),
        merchants::MerchantsApi(app.clone()),
        products::ProductsApi(app.clone()),
        onboarding::OnboardingApi(app.clone()),
        orders::OrdersApi(app.clone()),
        money::MoneyApi(app.clone()),
        ledger::LedgerApi(app.clone()),
    )
}
