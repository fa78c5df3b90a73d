//! Why lines cannot be priced.

use kernel::{Case, Fault, MoneyError};

/// A price that has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PricingError {
    /// Larger than any amount that can be written.
    #[error("the total is too large")]
    TooLarge,
    /// A price, a quantity or a rate that is out of its bounds.
    #[error("a price, a quantity or a rate is out of its bounds")]
    OutOfBounds,
}

impl From<MoneyError> for PricingError {
    fn from(error: MoneyError) -> Self {
        match error {
            MoneyError::Overflow => Self::TooLarge,
            MoneyError::CurrencyMismatch(..)
            | MoneyError::NothingToShareBy
            | MoneyError::UnknownCurrency => Self::OutOfBounds,
        }
    }
}

impl PricingError {
    /// Case of [`TooLarge`](Self::TooLarge).
    pub const TOTAL_TOO_LARGE: Case = Case::rejected("total_too_large");
}

impl Fault for PricingError {
    fn case(&self) -> Case {
        match self {
            Self::TooLarge => Self::TOTAL_TOO_LARGE,
            Self::OutOfBounds => Case::INTERNAL,
        }
    }
}
