//! Pricing: what lines, shipping and tax come to. Pure functions; nothing here does any IO.
//!
//! Owns no table. Invariants:
//! - every sum is exact: lines and shipping add up to the total, and so do the merchants' shares;
//! - rates are rounded once, per line and half to even; whatever is split is split by the largest
//!   remainder;
//! - an amount that no JSON number could carry is an error, never a wrapped number.
//!
//! Imports no other service.

mod error;
mod quote;
mod shipping;

pub use error::PricingError;
pub use quote::{MerchantShare, PricedLine, Quote, QuotedLine, TaxRule, Taxed, quote};
pub use shipping::{Parcel, ShippingRate, WeightTier};
