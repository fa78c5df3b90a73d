//! What can be wrong with a request for stock.

use db::DbError;
use kernel::ids::VariantId;
use kernel::{Case, Fault};
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

impl InventoryError {
    /// Case of [`InsufficientStock`](Self::InsufficientStock).
    pub const INSUFFICIENT_STOCK: Case = Case::conflict("insufficient_stock");
}

impl Fault for InventoryError {
    fn case(&self) -> Case {
        match self {
            Self::InsufficientStock { .. } => Self::INSUFFICIENT_STOCK,
            Self::Db(error) => error.case(),
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
