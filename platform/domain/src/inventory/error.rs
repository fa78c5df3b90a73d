//! What can be wrong with a wish for stock.

use db::DbError;
use kernel::ids::VariantId;
use kernel::{Fault, Kind};
use serde_json::{Value, json};

/// Stock could not be taken.
#[derive(Debug, thiserror::Error)]
pub enum InventoryError {
    /// Too few are left.
    #[error("only {available} of {variant_id} are left")]
    InsufficientStock {
        /// What there is too little of.
        variant_id: VariantId,
        /// How many could be had.
        available: i64,
    },
    /// The rows could not be read or written.
    #[error("the stock could not be read or written")]
    Db(#[from] DbError),
}

impl Fault for InventoryError {
    fn kind(&self) -> Kind {
        match self {
            Self::InsufficientStock { .. } => Kind::Conflict,
            Self::Db(error) => error.kind(),
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::InsufficientStock { .. } => "insufficient_stock",
            Self::Db(error) => error.code(),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::InsufficientStock { .. } => None,
            Self::Db(error) => error.retry_after_seconds(),
        }
    }

    fn members(&self) -> Vec<(&'static str, Value)> {
        match self {
            Self::InsufficientStock {
                variant_id,
                available,
            } => vec![
                ("variant_id", json!(variant_id)),
                ("available", json!(available)),
            ],
            Self::Db(_) => Vec::new(),
        }
    }
}
