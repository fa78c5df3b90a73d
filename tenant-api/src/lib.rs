//! The storefront API: what a tenant's branded apps and sites are built on.
//!
//! One file for each noun of `domain`. A handler parses, calls and presents; to add one, see
//! `CONTRIBUTING.md`.

mod account;
mod cart;
mod catalog;
mod checkout;
mod json;
mod keys;
mod media;
mod orders;
mod store;

use std::sync::Arc;

use domain::cart::Carts;
use domain::catalog::Catalog;
use domain::checkout::Checkout;
use domain::identity::Identity;
use domain::orders::Orders;
use domain::tenancy::Tenancy;
use kernel::ports::ObjectStore;
use poem_openapi::{OpenApi, Tags};

/// The services that the handlers call.
#[derive(Clone)]
pub struct App {
    /// Storefronts.
    pub tenancy: Tenancy,
    /// What is for sale.
    pub catalog: Catalog,
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
}

/// The chapters of the document.
#[derive(Tags)]
pub enum Tag {
    /// The store: its name, its looks, its currency and tax.
    Store,
    /// Products and categories.
    Catalog,
    /// Pictures of products.
    Media,
    /// What access tokens are checked with.
    Keys,
    /// Getting an account, signing in, and recovering it.
    ShopperAuth,
    /// A shopper's own account.
    Account,
    /// Carts: what a shopper is about to buy.
    Carts,
    /// Turning a cart into an order and a payment.
    Checkout,
    /// Orders, for the shopper who placed them.
    Orders,
}

/// Every operation under `/storefront/v1` and `/media`.
pub fn apis(app: &App) -> impl OpenApi + use<> {
    (
        store::StoreApi(app.clone()),
        catalog::CatalogApi(app.clone()),
        media::MediaApi(app.clone()),
        keys::KeysApi(app.clone()),
        account::ShopperAuthApi(app.clone()),
        account::AccountApi(app.clone()),
        cart::CartApi(app.clone()),
        checkout::CheckoutApi(app.clone()),
        orders::OrdersApi(app.clone()),
    )
}
