//! Checkout: turning a cart into an order and a payment, and an unpaid order back into a cart.
//!
//! Owns `payment_settings`. Invariants:
//! - a shopper never pays an amount that was not shown: what is expected is compared with what the
//!   server reckons;
//! - one cart becomes at most one order that is not cancelled, however often and from however many
//!   places it is tried;
//! - no transaction is open while a provider is asked, and whatever a crash leaves is finished by
//!   the next try, by the payment's own events or by the order's expiry;
//! - before an order is cancelled its payment is; money that comes all the same takes the stock
//!   again, or goes back;
//! - what an authorized order's bank has set aside is taken once, less what was cancelled, or let go; while the provider
//!   is asked, nothing of the order is shipped or cancelled.
//!
//! May import `cart`, `catalog`, `inventory`, `orders`, `pricing` and `tenancy`; nobody imports it.

mod cancelling;
mod cancelling_units;
mod capturing;
mod error;
mod handlers;
mod limits;
mod model;
mod prepare;
mod refusal;
mod refused;
mod sealed;
mod service;
mod settings;
mod store;

pub use cancelling::CancelOrder;
pub use capturing::CaptureOrder;
pub use error::CheckoutError;
pub use model::{CheckoutPolicy, PlaceOrder, Placed, PlacedOrder};
pub use service::Checkout;
