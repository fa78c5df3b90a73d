//! What can be wrong with a change of a cart.

use db::DbError;
use kernel::ids::{CartId, CartLineId, ShippingOptionId, VariantId};
use kernel::{Denied, Fault, Kind};
use serde_json::Value;

use super::model::MAX_LINES;
use crate::inventory::InventoryError;
use crate::pricing::PricingError;

/// A cart could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum CartError {
    /// Absent, another storefront's, or the token is another cart's.
    #[error("there is no cart {0} for this token")]
    NotFound(CartId),
    /// Whoever asks does not visit a storefront.
    #[error("carts are made in a storefront")]
    NoStorefront,
    /// The cart has no such line.
    #[error("the cart has no line {0}")]
    LineNotFound(CartLineId),
    /// No such variant is sold here in the cart's currency.
    #[error("{0} is not sold here")]
    VariantNotFound(VariantId),
    /// The storefront has no such way to ship.
    #[error("there is no shipping option {0} here")]
    ShippingOptionNotFound(ShippingOptionId),
    /// The cart is being paid for, or has been.
    #[error("the cart is being paid for and cannot be changed")]
    Locked,
    /// More of one thing than a line can hold.
    #[error("a line holds at most {} of one thing", kernel::goods::Quantity::MAX)]
    QuantityTooLarge,
    /// More lines than a cart can hold.
    #[error("a cart holds at most {MAX_LINES} lines")]
    Full,
    /// Too few are left.
    #[error(transparent)]
    Inventory(#[from] InventoryError),
    /// The lines come to no total.
    #[error(transparent)]
    Pricing(#[from] PricingError),
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The rows could not be read or written.
    #[error("the cart could not be read or written")]
    Db(#[from] DbError),
}

impl Fault for CartError {
    fn kind(&self) -> Kind {
        match self {
            Self::NotFound(_)
            | Self::NoStorefront
            | Self::LineNotFound(_)
            | Self::VariantNotFound(_)
            | Self::ShippingOptionNotFound(_) => Kind::NotFound,
            Self::Locked => Kind::Conflict,
            Self::QuantityTooLarge | Self::Full => Kind::Rejected,
            Self::Inventory(error) => error.kind(),
            Self::Pricing(error) => error.kind(),
            Self::Denied(denied) => denied.kind(),
            Self::Db(error) => error.kind(),
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NotFound(_) | Self::NoStorefront => "cart_not_found",
            Self::LineNotFound(_) => "cart_line_not_found",
            Self::VariantNotFound(_) => "variant_not_found",
            Self::ShippingOptionNotFound(_) => "shipping_option_not_found",
            Self::Locked => "cart_locked",
            Self::QuantityTooLarge => "quantity_too_large",
            Self::Full => "cart_full",
            Self::Inventory(error) => error.code(),
            Self::Pricing(error) => error.code(),
            Self::Denied(denied) => denied.code(),
            Self::Db(error) => error.code(),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Inventory(error) => error.retry_after_seconds(),
            Self::Db(error) => error.retry_after_seconds(),
            Self::NotFound(_)
            | Self::NoStorefront
            | Self::LineNotFound(_)
            | Self::VariantNotFound(_)
            | Self::ShippingOptionNotFound(_)
            | Self::Locked
            | Self::QuantityTooLarge
            | Self::Full
            | Self::Pricing(_)
            | Self::Denied(_) => None,
        }
    }

    fn members(&self) -> Vec<(&'static str, Value)> {
        match self {
            Self::Inventory(error) => error.members(),
            Self::NotFound(_)
            | Self::NoStorefront
            | Self::LineNotFound(_)
            | Self::VariantNotFound(_)
            | Self::ShippingOptionNotFound(_)
            | Self::Locked
            | Self::QuantityTooLarge
            | Self::Full
            | Self::Pricing(_)
            | Self::Denied(_)
            | Self::Db(_) => Vec::new(),
        }
    }
}
