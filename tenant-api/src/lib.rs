//! The storefront API: what a tenant's branded apps and sites are built on.
//!
//! One file for each noun of `domain`. A handler parses, calls and presents; to add one, see
//! `CONTRIBUTING.md`.

mod store;

use domain::tenancy::Tenancy;
use poem_openapi::{OpenApi, Tags};

/// The services that the handlers call.
#[derive(Clone)]
pub struct App {
    /// Storefronts.
    pub tenancy: Tenancy,
}

/// The chapters of the document.
#[derive(Tags)]
pub enum Tag {
    /// The store: its name, its looks, its currency and tax.
    Store,
}

/// Every operation under `/storefront/v1`.
pub fn apis(app: &App) -> impl OpenApi + use<> {
    store::StoreApi(app.clone())
}
