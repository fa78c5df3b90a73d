//! Where pictures and files are kept.

use async_trait::async_trait;
use bytes::Bytes;

/// Why an object could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum ObjectStoreError {
    /// The key is not one that the store could have given out.
    #[error("{0:?} is not the key of an object")]
    BadKey(String),
    /// The store cannot be reached or has failed.
    #[error("the object store failed")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// An object as it is kept.
#[derive(Debug, Clone)]
pub struct Object {
    /// Its bytes.
    pub bytes: Bytes,
    /// Its media type.
    pub content_type: String,
}

/// Keeps objects by key. Keys are paths of letters, digits, `-`, `_`, `.` and `/` that begin with
/// the tenant's id, so that no tenant's objects lie among another's.
#[async_trait]
pub trait ObjectStore: Send + Sync {
    /// Keeps `bytes` under `key`; the same key with the same bytes again changes nothing.
    async fn put(
        &self,
        key: &str,
        bytes: Bytes,
        content_type: &str,
    ) -> Result<(), ObjectStoreError>;

    /// The object under `key`, if there is one.
    async fn get(&self, key: &str) -> Result<Option<Object>, ObjectStoreError>;
}
