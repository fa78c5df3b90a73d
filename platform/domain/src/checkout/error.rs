//! What can keep a cart from becoming an order.

use std::borrow::Cow;

use db::DbError;
use kernel::ports::PaymentsError;
use kernel::{Denied, Fault, FieldFault, Kind, Money};
use serde_json::{Value, json};

use crate::cart::CartError;
use crate::inventory::InventoryError;
use crate::orders::OrderError;

/// A cart could not become an order, or an order not be called off.
#[derive(Debug, thiserror::Error)]
pub enum CheckoutError {
    /// Something is missing. The cart says the same as its requirements.
    #[error("the cart is not complete")]
    Incomplete(Vec<FieldFault>),
    /// The cart does not come to what the shopper expects.
    #[error("the cart comes to {0}, which is not what was expected")]
    CartChanged(Money),
    /// There is nothing to pay for.
    #[error("the cart comes to nothing, and there is nothing to pay")]
    TotalTooSmall,
    /// The cart is being completed at this moment.
    #[error("the cart is being completed by another request")]
    InProgress,
    /// The key was used for another request.
    #[error("the idempotency key was used for another request")]
    KeyReused,
    /// The cart could not be read.
    #[error(transparent)]
    Cart(#[from] CartError),
    /// The order could not be dealt with.
    #[error(transparent)]
    Order(#[from] OrderError),
    /// The stock could not be had.
    #[error(transparent)]
    Inventory(#[from] InventoryError),
    /// The payment could not be dealt with.
    #[error(transparent)]
    Payments(#[from] PaymentsError),
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The rows could not be read or written.
    #[error("the order could not be recorded")]
    Db(#[from] DbError),
}

impl Fault for CheckoutError {
    fn kind(&self) -> Kind {
        match self {
            Self::Incomplete(_) | Self::TotalTooSmall | Self::KeyReused => Kind::Rejected,
            Self::CartChanged(_) | Self::InProgress => Kind::Conflict,
            Self::Cart(error) => error.kind(),
            Self::Order(error) => error.kind(),
            Self::Inventory(error) => error.kind(),
            Self::Payments(error) => error.kind(),
            Self::Denied(denied) => denied.kind(),
            Self::Db(error) => error.kind(),
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Incomplete(_) => "checkout_incomplete",
            Self::CartChanged(_) => "cart_changed",
            Self::TotalTooSmall => "total_too_small",
            Self::InProgress => "completion_in_progress",
            Self::KeyReused => "idempotency_key_reused",
            Self::Cart(error) => error.code(),
            Self::Order(error) => error.code(),
            Self::Inventory(error) => error.code(),
            Self::Payments(error) => error.code(),
            Self::Denied(denied) => denied.code(),
            Self::Db(error) => error.code(),
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::Incomplete(faults) => Cow::Borrowed(faults),
            Self::Order(error) => error.fields(),
            Self::CartChanged(_)
            | Self::TotalTooSmall
            | Self::InProgress
            | Self::KeyReused
            | Self::Cart(_)
            | Self::Inventory(_)
            | Self::Payments(_)
            | Self::Denied(_)
            | Self::Db(_) => Cow::Borrowed(&[]),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::InProgress => Some(1),
            Self::Cart(error) => error.retry_after_seconds(),
            Self::Order(error) => error.retry_after_seconds(),
            Self::Inventory(error) => error.retry_after_seconds(),
            Self::Payments(error) => error.retry_after_seconds(),
            Self::Db(error) => error.retry_after_seconds(),
            Self::Incomplete(_)
            | Self::CartChanged(_)
            | Self::TotalTooSmall
            | Self::KeyReused
            | Self::Denied(_) => None,
        }
    }

    fn members(&self) -> Vec<(&'static str, Value)> {
        match self {
            Self::CartChanged(total) => vec![("current_total", json!(total))],
            Self::Cart(error) => error.members(),
            Self::Inventory(error) => error.members(),
            Self::Incomplete(_)
            | Self::TotalTooSmall
            | Self::InProgress
            | Self::KeyReused
            | Self::Order(_)
            | Self::Payments(_)
            | Self::Denied(_)
            | Self::Db(_) => Vec::new(),
        }
    }
}
