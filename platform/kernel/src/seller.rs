//! A merchant, as shoppers see it.

use poem_openapi::Object;
use serde::{Deserialize, Serialize};

/// Merchant who sells or sold something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Object)]
#[oai(deny_unknown_fields)]
pub struct Seller {
    /// Slug of the merchant.
    pub slug: String,
    /// Name of the merchant.
    pub name: String,
}
