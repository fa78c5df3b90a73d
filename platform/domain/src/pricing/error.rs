//! Why lines cannot be priced.

use kernel::{Fault, Kind, MoneyError};

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

impl Fault for PricingError {
    fn kind(&self) -> Kind {
        match self {
            Self::TooLarge => Kind::Rejected,
            Self::OutOfBounds => Kind::Internal,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "total_too_large",
            Self::OutOfBounds => "internal",
        }
    }
}
