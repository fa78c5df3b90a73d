//! The storefront API: what a tenant's branded apps and sites are built on.
//!
//! One file for each noun of `domain`. A handler parses, calls and presents; to add one, see
//! `CONTRIBUTING.md`.

<<<<<<< HEAD
mod media;
mod store;

use std::sync::Arc;

=======
mod cart;
mod checkout;
mod json;
mod orders;
mod store;

use domain::cart::Carts;
use domain::checkout::Checkout;
use domain::orders::Orders;
>>>>>>> 0fbf100 (Sell over HTTP: carts, checkout and orders for shoppers, orders and refunds for staff)
use domain::tenancy::Tenancy;
use kernel::ports::ObjectStore;
use poem_openapi::{OpenApi, Tags};

/// The services that the handlers call.
#[derive(Clone)]
pub struct App {
    /// Storefronts.
    pub tenancy: Tenancy,
<<<<<<< HEAD
    /// Pictures.
    pub objects: Arc<dyn ObjectStore>,
=======
    /// Carts.
    pub carts: Carts,
    /// Orders about to be placed.
    pub checkout: Checkout,
    /// Orders.
    pub orders: Orders,
>>>>>>> 0fbf100 (Sell over HTTP: carts, checkout and orders for shoppers, orders and refunds for staff)
}

/// The chapters of the document.
#[derive(Tags)]
pub enum Tag {
    /// The store: its name, its looks, its currency and tax.
    Store,
<<<<<<< HEAD
    /// Pictures of products.
    Media,
=======
    /// Carts: what a shopper is about to buy.
    Carts,
    /// Turning a cart into an order and a payment.
    Checkout,
    /// Orders, for the shopper who placed them.
    Orders,
>>>>>>> 0fbf100 (Sell over HTTP: carts, checkout and orders for shoppers, orders and refunds for staff)
}

/// Every operation under `/storefront/v1` and `/media`.
pub fn apis(app: &App) -> impl OpenApi + use<> {
<<<<<<< HEAD
    (store::StoreApi(app.clone()), media::MediaApi(app.clone()))
=======
    (
        store::StoreApi(app.clone()),
        cart::CartApi(app.clone()),
        checkout::CheckoutApi(app.clone()),
        orders::OrdersApi(app.clone()),
    )
>>>>>>> 0fbf100 (Sell over HTTP: carts, checkout and orders for shoppers, orders and refunds for staff)
}
