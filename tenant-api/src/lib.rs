//! The storefront API: what a tenant's branded apps and sites are built on.
//!
//! One file for each noun of `domain`. A handler parses, calls and presents; to add one, see
//! `CONTRIBUTING.md`.

mod account;
mod blank;
mod cart;
mod catalog;
mod checkout;
mod documents;
mod events;
mod fulfillments;
mod image;
mod json;
mod keys;
mod media;
mod newsletter;
mod order_codes;
mod orders;
mod returns;
mod reviews;
mod search;
mod store;

use std::sync::Arc;

use domain::analytics::Analytics;
use domain::cart::Carts;
use domain::catalog::Catalog;
use domain::checkout::Checkout;
use domain::documents::Documents;
use domain::identity::Identity;
use domain::notifications::{Notifications, StorefrontLinks};
use domain::orders::Orders;
use domain::reviews::Reviews;
use domain::search::Search;
use domain::tenancy::Tenancy;
use gateway::Contract;
use kernel::ports::ObjectStore;
use poem_openapi::{OpenApi, Tags};

/// The services that the handlers call.
#[derive(Clone)]
pub struct App {
    /// Storefronts.
    pub tenancy: Tenancy,
    /// What is for sale.
    pub catalog: Catalog,
    /// Finding products.
    pub search: Search,
    /// Pictures.
    pub objects: Arc<dyn ObjectStore>,
    /// Shoppers' accounts.
    pub identity: Identity,
    /// Carts.
    pub carts: Carts,
    /// Orders about to be placed.
    pub checkout: Checkout,
    /// Orders.
    pub orders: Orders,
    /// Invoices and credit notes.
    pub documents: Documents,
    /// Reviews.
    pub reviews: Reviews,
    /// What was written to shoppers.
    pub notifications: Notifications,
    /// What is counted of visits.
    pub analytics: Analytics,
    /// Where storefronts are.
    pub links: StorefrontLinks,
}

/// The chapters of the document.
#[derive(Tags)]
pub enum Tag {
    /// Public settings of a storefront: name, brand, currency, tax.
    Store,
    /// Products and categories.
    Catalog,
    /// Reviews of products.
    Reviews,
    /// Search and suggestions.
    Search,
    /// Images of products and brands.
    Media,
    /// Public keys that verify access tokens.
    Keys,
    /// Sign-up, sign-in and recovery.
    ShopperAuth,
    /// The signed-in shopper's account.
    Account,
    /// The newsletter, for shoppers with and without an account.
    Newsletter,
    /// Carts.
    Carts,
    /// Turns a cart into an order and its payment.
    Checkout,
    /// Orders, for their shopper.
    Orders,
    /// Events of visits, for the store's funnel.
    Events,
}

/// The contract of each of the operations.
pub fn contracts() -> Vec<Contract> {
    [
        store::CONTRACTS,
        catalog::CONTRACTS,
        reviews::CONTRACTS,
        reviews::MERCHANT_CONTRACTS,
        reviews::PICTURE_CONTRACTS,
        reviews::ACCOUNT_CONTRACTS,
        reviews::ORDER_CONTRACTS,
        search::CONTRACTS,
        media::CONTRACTS,
        keys::CONTRACTS,
        account::CONTRACTS,
        account::OWN_CONTRACTS,
        account::CODE_CONTRACTS,
        account::SOCIAL_CONTRACTS,
        account::CONSENT_CONTRACTS,
        account::CART_CONTRACTS,
        account::EXPORT_CONTRACTS,
        account::EXPORT_FILE_CONTRACTS,
        account::EMAIL_CHANGE_CONTRACTS,
        account::ADDRESS_CONTRACTS,
        newsletter::CONTRACTS,
        cart::CONTRACTS,
        checkout::CONTRACTS,
        events::CONTRACTS,
        orders::CONTRACTS,
        order_codes::CONTRACTS,
        documents::CONTRACTS,
        returns::CONTRACTS,
        returns::ACCOUNT_CONTRACTS,
    ]
    .concat()
}

/// Every operation under `/storefront/v1` and `/media`.
pub fn apis(app: &App) -> impl OpenApi + use<> {
    (
        store::StoreApi(app.clone()),
        catalog::CatalogApi(app.clone()),
        (
            reviews::ReviewsApi(app.clone()),
            reviews::MerchantReviewsApi(app.clone()),
            reviews::ReviewPicturesApi(app.clone()),
            reviews::AccountReviewsApi(app.clone()),
            reviews::OrderReviewsApi(app.clone()),
        ),
        search::SearchApi(app.clone()),
        media::MediaApi(app.clone()),
        keys::KeysApi(app.clone()),
        account::ShopperAuthApi(app.clone()),
        (
            account::AccountApi(app.clone()),
            account::LoginCodesApi(app.clone()),
            account::SocialApi(app.clone()),
            account::IdentitiesApi(app.clone()),
            account::ConsentsApi(app.clone()),
            account::AccountCartApi(app.clone()),
            account::ExportApi(app.clone()),
            account::ExportFilesApi(app.clone()),
            account::EmailChangeApi(app.clone()),
            account::AddressesApi(app.clone()),
            newsletter::NewsletterApi(app.clone()),
        ),
        cart::CartApi(app.clone()),
        (
            checkout::CheckoutApi(app.clone()),
            events::EventsApi(app.clone()),
        ),
        (
            orders::OrdersApi(app.clone()),
            order_codes::OrderCodesApi(app.clone()),
            documents::DocumentsApi(app.clone()),
        ),
        (
            returns::ReturnsApi(app.clone()),
            returns::AccountReturnsApi(app.clone()),
        ),
    )
}
