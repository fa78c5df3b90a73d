//! What can keep a cart from becoming an order.

use std::borrow::Cow;

use db::DbError;
use kernel::ports::{PaymentProvider, PaymentsError};
use kernel::{Case, Currency, Denied, Fault, FieldFault, Money};
use serde_json::{Value, json};

use crate::cart::CartError;
use crate::inventory::InventoryError;
use crate::orders::OrderError;

/// A cart could not become an order, or an order not be called off.
#[derive(Debug, thiserror::Error)]
pub enum CheckoutError {
    /// Something is missing: one of the cart's requirements, or the payment provider.
    #[error("the cart is not complete")]
    Incomplete(Vec<FieldFault>),
    /// The cart does not come to what the shopper expects.
    #[error("the cart comes to {0}, which is not what was expected")]
    CartChanged(Money),
    /// Less than the provider takes.
    #[error("the total is less than {0}, the least that the payment provider takes")]
    TotalTooSmall(Money),
    /// More than the provider takes.
    #[error("the total is more than {0}, the most that the payment provider takes")]
    TotalTooLarge(Money),
    /// The provider does not take the storefront's currency.
    #[error("the payment provider takes no payments in {1}")]
    CurrencyNotTaken(PaymentProvider, Currency),
    /// The client, or the e-mail address, has too many orders that wait to be paid.
    #[error(
        "too many orders or units wait to be paid: pay for one of them first, or wait until they expire"
    )]
    TooMuchUnpaid,
    /// The store has blocked the account of the e-mail address.
    #[error("the store takes no orders from this customer")]
    CustomerBlocked,
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

impl CheckoutError {
    /// The payment provider is missing.
    pub(super) fn no_provider() -> Self {
        let rule = "a payment provider, such as `stripe`, unless the total is zero";
        Self::Incomplete(vec![FieldFault::new("/payment_provider", "required", rule)])
    }
}

impl CheckoutError {
    /// Case of [`Incomplete`](Self::Incomplete).
    pub const CHECKOUT_INCOMPLETE: Case = Case::rejected("checkout_incomplete");
    /// Case of [`TotalTooSmall`](Self::TotalTooSmall).
    pub const TOTAL_TOO_SMALL: Case = Case::rejected("total_too_small");
    /// Case of [`TotalTooLarge`](Self::TotalTooLarge).
    pub const TOTAL_TOO_LARGE: Case = Case::rejected("total_too_large");
    /// Case of [`CurrencyNotTaken`](Self::CurrencyNotTaken).
    pub const CURRENCY_NOT_SUPPORTED: Case = Case::rejected("currency_not_supported");
    /// Case of [`CustomerBlocked`](Self::CustomerBlocked).
    pub const CUSTOMER_BLOCKED: Case = Case::forbidden("customer_blocked");
    /// Case of [`KeyReused`](Self::KeyReused).
    pub const IDEMPOTENCY_KEY_REUSED: Case = Case::rejected("idempotency_key_reused");
    /// Case of [`CartChanged`](Self::CartChanged).
    pub const CART_CHANGED: Case = Case::conflict("cart_changed");
    /// Case of [`InProgress`](Self::InProgress).
    pub const COMPLETION_IN_PROGRESS: Case = Case::conflict("completion_in_progress");
    /// Case of [`TooMuchUnpaid`](Self::TooMuchUnpaid).
    pub const TOO_MANY_UNPAID_ORDERS: Case = Case::throttled("too_many_unpaid_orders");
}

impl Fault for CheckoutError {
    fn case(&self) -> Case {
        match self {
            Self::Incomplete(_) => Self::CHECKOUT_INCOMPLETE,
            Self::TotalTooSmall(_) => Self::TOTAL_TOO_SMALL,
            Self::TotalTooLarge(_) => Self::TOTAL_TOO_LARGE,
            Self::CurrencyNotTaken(..) => Self::CURRENCY_NOT_SUPPORTED,
            Self::CustomerBlocked => Self::CUSTOMER_BLOCKED,
            Self::KeyReused => Self::IDEMPOTENCY_KEY_REUSED,
            Self::CartChanged(_) => Self::CART_CHANGED,
            Self::InProgress => Self::COMPLETION_IN_PROGRESS,
            Self::TooMuchUnpaid => Self::TOO_MANY_UNPAID_ORDERS,
            Self::Cart(error) => error.case(),
            Self::Order(error) => error.case(),
            Self::Inventory(error) => error.case(),
            Self::Payments(error) => error.case(),
            Self::Denied(denied) => denied.case(),
            Self::Db(error) => error.case(),
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::Incomplete(faults) => Cow::Borrowed(faults),
            Self::Order(error) => error.fields(),
            Self::Cart(error) => error.fields(),
            Self::CartChanged(_)
            | Self::TotalTooSmall(_)
            | Self::TotalTooLarge(_)
            | Self::CurrencyNotTaken(..)
            | Self::CustomerBlocked
            | Self::TooMuchUnpaid
            | Self::InProgress
            | Self::KeyReused
            | Self::Inventory(_)
            | Self::Payments(_)
            | Self::Denied(_)
            | Self::Db(_) => Cow::Borrowed(&[]),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::InProgress => Some(1),
            Self::TooMuchUnpaid => Some(300),
            Self::Cart(error) => error.retry_after_seconds(),
            Self::Order(error) => error.retry_after_seconds(),
            Self::Inventory(error) => error.retry_after_seconds(),
            Self::Payments(error) => error.retry_after_seconds(),
            Self::Db(error) => error.retry_after_seconds(),
            Self::Incomplete(_)
            | Self::CartChanged(_)
            | Self::TotalTooSmall(_)
            | Self::TotalTooLarge(_)
            | Self::CurrencyNotTaken(..)
            | Self::CustomerBlocked
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
            | Self::TotalTooSmall(_)
            | Self::TotalTooLarge(_)
            | Self::CurrencyNotTaken(..)
            | Self::CustomerBlocked
            | Self::TooMuchUnpaid
            | Self::InProgress
            | Self::KeyReused
            | Self::Order(_)
            | Self::Payments(_)
            | Self::Denied(_)
            | Self::Db(_) => Vec::new(),
        }
    }
}
