//! The admin API: `merchant/` for a tenant's staff, `operator/` for the platform's own people, and
//! `webhooks` for the payment providers.
//!
//! One file for each noun of `domain`. A handler parses, calls and presents; to add one, see
//! `CONTRIBUTING.md`.

mod json;
mod merchant;
mod operator;
mod webhooks;

use billing::Billing;
use domain::catalog::Catalog;
use domain::checkout::Checkout;
use domain::identity::Identity;
use domain::orders::Orders;
use domain::tenancy::{Provisioning, Tenancy};
use poem_openapi::{OpenApi, Tags};

/// The services that the handlers call.
#[derive(Clone)]
pub struct App {
    /// Who people are.
    pub identity: Identity,
    /// Storefronts and merchants.
    pub tenancy: Tenancy,
    /// New tenants.
    pub provisioning: Provisioning,
    /// What is for sale.
    pub catalog: Catalog,
    /// Payments.
    pub billing: Billing,
    /// Orders.
    pub orders: Orders,
    /// Calling unpaid orders off.
    pub checkout: Checkout,
}

/// The chapters of the document.
#[derive(Tags)]
pub enum Tag {
    /// Signing in to a tenant's admin console.
    AdminAuth,
    /// A tenant's merchants.
    AdminMerchants,
    /// What a tenant sells.
    AdminProducts,
    /// A tenant's orders, and giving their money back.
    AdminOrders,
    /// A tenant's books.
    AdminLedger,
    /// Signing in to the platform's console.
    OperatorAuth,
    /// The tenants of the platform.
    OperatorTenants,
    /// What payment providers tell.
    Webhooks,
}

/// Every operation under `/admin/v1`, `/operator/v1` and `/webhooks`.
pub fn apis(app: &App) -> impl OpenApi + use<> {
    (
        merchant::apis(app),
        operator::apis(app),
        webhooks::WebhooksApi(app.clone()),
    )
}
