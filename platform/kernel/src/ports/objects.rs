//! Where pictures and files are kept.

use async_trait::async_trait;
use bytes::Bytes;

use crate::ids::TenantId;

/// What the name of an object begins with that may be removed one day.
pub const REMOVABLE: &str = "review-";

/// How long those who pass an object on may keep it. What cannot be removed never changes either.
pub fn cache_control(key: &str) -> &'static str {
    let name = key.rsplit('/').next().unwrap_or(key);
    if name.starts_with(REMOVABLE) {
        "public, max-age=300"
    } else {
        "public, max-age=31536000, immutable"
    }
}

/// The longest key, in characters.
const KEY_MAX: usize = 512;

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

    /// Removes the object under `key`; one that is not there is removed already.
    async fn remove(&self, key: &str) -> Result<(), ObjectStoreError>;
}

/// Refuses what is not a key, for every store alike: before it asks, a store calls this.
pub fn check_object_key(key: &str) -> Result<(), ObjectStoreError> {
    let is_key = key.len() <= KEY_MAX
        && key.split_once('/').is_some_and(|(tenant, rest)| {
            tenant.parse::<TenantId>().is_ok() && rest.split('/').all(is_name)
        });
    if is_key {
        Ok(())
    } else {
        let told = key.chars().take(KEY_MAX).collect();
        Err(ObjectStoreError::BadKey(told))
    }
}

/// Names cannot begin with a dot: neither `..` nor an unfinished file is one.
fn is_name(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with('.')
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}
