//! How far visitors get, and what browsers tell of it.

use kernel::ids::ProductId;

use crate::analytics::model::Period;

/// The most events that one request tells of.
pub const EVENTS_MAX: usize = 50;

kernel::words! {
    /// What a browser tells of.
    pub enum ShopEventKind {
        /// A product was shown.
        ProductViewed = "product_viewed",
        /// The first page of the checkout was shown.
        CheckoutStarted = "checkout_started",
    }
}

/// An event of a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShopEvent {
    /// What happened.
    pub kind: ShopEventKind,
    /// The product that was shown.
    pub product_id: Option<ProductId>,
}

/// What a browser tells at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShopEvents {
    /// The client's own random word for a visit, another one each day.
    pub visit: String,
    /// Whether the visitor agreed to be counted.
    pub has_consent: bool,
    /// The events.
    pub events: Vec<ShopEvent>,
}

/// What became of events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedEvents {
    /// How many count.
    pub counted: usize,
    /// The places of those about products that the tenant does not sell; they do not count.
    pub unknown_products: Vec<usize>,
}

/// A reason why checkout refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The code of the refusal, or the field and code of what was missing.
    pub reason: String,
    /// How often.
    pub times: i64,
}

/// How far visitors got.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FunnelSteps {
    /// Events that a product was shown.
    pub product_views: i64,
    /// Visits in which one was, estimated.
    pub visits: i64,
    /// Carts that got their first goods.
    pub carts: i64,
    /// Visits in which the checkout was shown, estimated.
    pub checkout_visits: i64,
    /// Orders that were placed.
    pub orders_placed: i64,
    /// Orders that were paid.
    pub orders_paid: i64,
    /// Why checkout refused, the most frequent first.
    pub refusals: Vec<Refusal>,
}

/// The funnel of some days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FunnelReport {
    /// Moves with each change of a figure, and never back.
    pub revision: i64,
    /// The days.
    pub period: Period,
    /// The figures.
    pub steps: FunnelSteps,
}
