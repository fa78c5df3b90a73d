//! What can be wrong with a change of a cart.

use std::borrow::Cow;

use db::DbError;
use kernel::ids::{CartId, CartLineId, ShippingOptionId, VariantId};
use kernel::{Case, Denied, Fault, FieldFault};
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
    #[error("this variant is not sold here")]
    VariantNotFound(VariantId),
    /// The storefront has no such way to ship.
    #[error("there is no such shipping option here")]
    ShippingOptionNotFound(ShippingOptionId),
    /// The caller's address book has no such address, or nobody is signed in.
    #[error("the address book of the signed-in shopper has no such address")]
    AddressNotFound(&'static str),
    /// An address is written out, and one of the address book is named.
    #[error("send an address or the id of a saved one, not both")]
    TwoAddresses(&'static str),
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

impl CartError {
    /// Case of [`Locked`](Self::Locked).
    pub const CART_LOCKED: Case = Case::conflict("cart_locked");
    /// Case of [`VariantNotFound`](Self::VariantNotFound).
    pub const VARIANT_NOT_FOUND: Case = Case::rejected("variant_not_found");
    /// Case of [`ShippingOptionNotFound`](Self::ShippingOptionNotFound).
    pub const SHIPPING_OPTION_NOT_FOUND: Case = Case::rejected("shipping_option_not_found");
    /// Case of [`AddressNotFound`](Self::AddressNotFound).
    pub const ADDRESS_NOT_FOUND: Case = Case::rejected("address_not_found");
    /// Case of [`QuantityTooLarge`](Self::QuantityTooLarge).
    pub const QUANTITY_TOO_LARGE: Case = Case::rejected("quantity_too_large");
    /// Case of [`Full`](Self::Full).
    pub const CART_FULL: Case = Case::rejected("cart_full");
}

impl Fault for CartError {
    fn case(&self) -> Case {
        match self {
            // The path names these; the others are named in the body.
            Self::NotFound(_) | Self::NoStorefront | Self::LineNotFound(_) => Case::NOT_FOUND,
            Self::Locked => Self::CART_LOCKED,
            Self::VariantNotFound(_) => Self::VARIANT_NOT_FOUND,
            Self::ShippingOptionNotFound(_) => Self::SHIPPING_OPTION_NOT_FOUND,
            Self::AddressNotFound(_) => Self::ADDRESS_NOT_FOUND,
            Self::TwoAddresses(_) => Case::INVALID_REQUEST,
            Self::QuantityTooLarge => Self::QUANTITY_TOO_LARGE,
            Self::Full => Self::CART_FULL,
            Self::Inventory(error) => error.case(),
            Self::Pricing(error) => error.case(),
            Self::Denied(denied) => denied.case(),
            Self::Db(error) => error.case(),
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        let unknown =
            |pointer: &str, rule: &str| Cow::Owned(vec![FieldFault::new(pointer, "unknown", rule)]);
        match self {
            Self::VariantNotFound(_) => unknown("/variant_id", "a variant that is sold here"),
            Self::ShippingOptionNotFound(_) => {
                unknown("/shipping_option_id", "a shipping option of this store")
            }
            Self::AddressNotFound(field) => unknown(
                &format!("/{field}_id"),
                "an address of the signed-in shopper's address book",
            ),
            Self::TwoAddresses(field) => Cow::Owned(vec![FieldFault::new(
                format!("/{field}_id"),
                "conflict",
                format!("{field} or {field}_id, not both"),
            )]),
            _ => Cow::Borrowed(&[]),
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
            | Self::AddressNotFound(_)
            | Self::TwoAddresses(_)
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
            | Self::AddressNotFound(_)
            | Self::TwoAddresses(_)
            | Self::Locked
            | Self::QuantityTooLarge
            | Self::Full
            | Self::Pricing(_)
            | Self::Denied(_)
            | Self::Db(_) => Vec::new(),
        }
    }
}
