//! The admin API: `merchant/` for a tenant's staff, `operator/` for the platform's own people, and
//! `webhooks` for the providers.
//!
//! One file for each noun of `domain`. A handler parses, calls and presents; to add one, see
//! `CONTRIBUTING.md`.

mod json;
mod merchant;
mod operator;
mod second_factor;
mod webhooks;

use std::sync::Arc;

use billing::Billing;
use domain::analytics::Analytics;
use domain::audit::Audit;
use domain::cart::Carts;
use domain::catalog::Catalog;
use domain::checkout::Checkout;
use domain::documents::Documents;
use domain::identity::Identity;
use domain::inventory::Inventory;
use domain::notifications::{Notifications, StorefrontLinks};
use domain::orders::Orders;
use domain::reviews::Reviews;
use domain::search::Search;
use domain::senders::Senders;
use domain::tenancy::{BrandImages, Provisioning, Tenancy};
use gateway::Contract;
use kernel::ports::{MailFeedback, TextFeedback};
use poem_openapi::{OpenApi, Tags};

/// The services that the handlers call.
#[derive(Clone)]
pub struct App {
    /// Who people are.
    pub identity: Identity,
    /// Storefronts and merchants.
    pub tenancy: Tenancy,
    /// Pictures of brands.
    pub brand_images: BrandImages,
    /// New tenants.
    pub provisioning: Provisioning,
    /// Carts.
    pub carts: Carts,
    /// What is for sale.
    pub catalog: Catalog,
    /// Where goods are, and how many.
    pub inventory: Inventory,
    /// Finding products.
    pub search: Search,
    /// Payments.
    pub billing: Billing,
    /// Orders.
    pub orders: Orders,
    /// Invoices, credit notes and packing slips.
    pub documents: Documents,
    /// Reviews.
    pub reviews: Reviews,
    /// Calling unpaid orders off.
    pub checkout: Checkout,
    /// What was sold and earned.
    pub analytics: Analytics,
    /// Who changed what.
    pub audit: Audit,
    /// Where letters come from.
    pub senders: Senders,
    /// Letters to people.
    pub notifications: Notifications,
    /// What SES tells of mail, if it does.
    pub ses_feedback: Option<Arc<dyn MailFeedback>>,
    /// What SendGrid tells of mail, if it does.
    pub mail_feedback: Option<Arc<dyn MailFeedback>>,
    /// What a provider of text messages tells, if one does.
    pub text_feedback: Option<Arc<dyn TextFeedback>>,
    /// Where storefronts are.
    pub links: StorefrontLinks,
}

/// The chapters of the document.
#[derive(Tags)]
pub enum Tag {
    /// Staff sign-in.
    AdminAuth,
    /// Secret keys for programs.
    AdminApiKeys,
    /// Staff members, invitations, roles and authorities.
    AdminStaff,
    /// Shoppers who have an account.
    AdminCustomers,
    /// The record of who changed what.
    AdminAudit,
    /// Storefronts and their brands.
    AdminStorefronts,
    /// Merchants and their payout accounts.
    AdminMerchants,
    /// Products, prices and stock.
    AdminProducts,
    /// Reviews of products.
    AdminReviews,
    /// Synonyms, and what shoppers search for.
    AdminSearch,
    /// Orders, cancellations and refunds.
    AdminOrders,
    /// What comes back, and whether it may.
    AdminReturns,
    /// The ledger.
    AdminLedger,
    /// What was sold and earned, by day.
    AdminReports,
    /// Operator sign-in.
    OperatorAuth,
    /// Tenants, their storefronts and domains.
    OperatorTenants,
    /// Webhooks of payment providers.
    Webhooks,
}

/// The contract of each of the operations.
pub fn contracts() -> Vec<Contract> {
    [
        merchant::contracts(),
        operator::contracts(),
        webhooks::CONTRACTS.to_vec(),
    ]
    .concat()
}

/// Every operation under `/admin/v1`, `/operator/v1` and `/webhooks`.
pub fn apis(app: &App) -> impl OpenApi + use<> {
    (
        merchant::apis(app),
        operator::apis(app),
        webhooks::WebhooksApi(app.clone()),
    )
}
