//! What can be wrong with the document.

/// Why a document cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// Not JSON.
    #[error("the OpenAPI document is not JSON")]
    Json(#[from] serde_json::Error),
    /// Something that generators of clients get wrong.
    #[error("the OpenAPI document: {0}")]
    Unfit(String),
}
