//! Checkout: turning a cart into an order and a payment, and an unpaid order back into a cart.
//!
//! Owns no table. Invariants:
//! - a shopper never pays an amount that was not shown: what is expected is compared with what the
//!   server reckons;
//! - one cart becomes at most one order that is not cancelled, however often and from however many
//!   places it is tried;
//! - no transaction is open while a provider is asked, and whatever a crash leaves is finished by
//!   the next try, by the payment's own events or by the order's expiry;
//! - before an order is cancelled its payment is; money that comes all the same takes the stock
//!   again, or goes back.
//!
//! May import `cart`, `catalog`, `inventory`, `orders`, `pricing` and `tenancy`; nobody imports it.

mod cancelling;
mod cancelling_units;
mod error;
mod handlers;
mod limits;
mod model;
mod prepare;
mod refusal;
mod refused;
mod sealed;
mod service;

pub use cancelling::CancelOrder;
pub use error::CheckoutError;
pub use model::{CheckoutPolicy, PlaceOrder, Placed, PlacedOrder};
pub use service::Checkout;
