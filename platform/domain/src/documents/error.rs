//! Why there is no document.

use std::borrow::Cow;

use db::DbError;
use kernel::ids::{DocumentId, OrderId, StorefrontId};
use kernel::ports::PrintError;
use kernel::{Case, Denied, Fault, FieldFault, MoneyError};
use serde_json::json;

use super::settings::SellerField;
use crate::orders::OrderError;
use crate::pricing::PricingError;

/// A document could not be issued, read or printed.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// Some fields cannot be what they are.
    #[error("some fields of the request are not valid")]
    Invalid(Vec<FieldFault>),
    /// The tenant has not said who sells.
    #[error("the invoicing settings are not complete")]
    SellerIncomplete(Vec<SellerField>),
    /// Absent, or of another order.
    #[error("there is no document {0}")]
    NotFound(DocumentId),
    /// The storefront of an order is gone.
    #[error("there is no storefront {0}")]
    StorefrontNotFound(StorefrontId),
    /// Every unit is shipped or cancelled.
    #[error("nothing of order {0} is left to ship: name a fulfillment")]
    NothingToPack(OrderId),
    /// The sums of an order or a refund do not agree with its parts: a mistake of ours.
    #[error("the amounts of order {0} do not add up")]
    Unbalanced(i64),
    /// The order could not be read, or is in no state for this.
    #[error(transparent)]
    Orders(#[from] OrderError),
    /// Amounts that do not add up.
    #[error("the amounts of the document do not add up")]
    Money(#[from] MoneyError),
    /// Amounts that no number holds.
    #[error(transparent)]
    Pricing(#[from] PricingError),
    /// The file could not be made.
    #[error(transparent)]
    Print(#[from] PrintError),
    /// The caller may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The rows could not be read or written.
    #[error("the document could not be read or written")]
    Db(#[from] DbError),
}

impl DocumentError {
    /// Case of [`SellerIncomplete`](Self::SellerIncomplete).
    pub const SELLER_INCOMPLETE: Case = Case::conflict("seller_incomplete");
    /// Case of [`NothingToPack`](Self::NothingToPack).
    pub const NOTHING_TO_PACK: Case = Case::conflict("nothing_to_pack");
}

impl Fault for DocumentError {
    fn case(&self) -> Case {
        match self {
            Self::Invalid(_) => Case::INVALID_REQUEST,
            Self::SellerIncomplete(_) => Self::SELLER_INCOMPLETE,
            Self::NotFound(_) => Case::NOT_FOUND,
            Self::NothingToPack(_) => Self::NOTHING_TO_PACK,
            Self::StorefrontNotFound(_) | Self::Unbalanced(_) | Self::Money(_) => Case::INTERNAL,
            Self::Orders(error) => error.case(),
            Self::Pricing(error) => error.case(),
            Self::Print(error) => error.case(),
            Self::Denied(denied) => denied.case(),
            Self::Db(error) => error.case(),
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::Invalid(faults) => Cow::Borrowed(faults),
            Self::Orders(error) => error.fields(),
            _ => Cow::Borrowed(&[]),
        }
    }

    fn members(&self) -> Vec<(&'static str, serde_json::Value)> {
        match self {
            Self::SellerIncomplete(missing) => {
                let names = missing.iter().map(|field| field.name());
                vec![("missing", json!(names.collect::<Vec<_>>()))]
            }
            Self::Orders(error) => error.members(),
            _ => Vec::new(),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Orders(error) => error.retry_after_seconds(),
            Self::Db(error) => error.retry_after_seconds(),
            _ => None,
        }
    }
}
