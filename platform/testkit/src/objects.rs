//! The fake object store, and what every object store must keep to.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use bytes::Bytes;
use kernel::ids::TenantId;
use kernel::ports::{Ids, Object, ObjectStore, ObjectStoreError, check_object_key};

/// Keeps objects in memory, and fails when it is told to.
#[derive(Debug, Default)]
pub struct MemoryObjects {
    objects: Mutex<BTreeMap<String, Object>>,
    is_down: AtomicBool,
}

impl MemoryObjects {
    /// From now on every call fails, or works again.
    pub fn set_down(&self, is_down: bool) {
        self.is_down.store(is_down, Ordering::SeqCst);
    }

    /// The keys of everything that is kept, in their order.
    pub fn keys(&self) -> Vec<String> {
        self.lock().keys().cloned().collect()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Object>> {
        self.objects.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn check(&self, key: &str) -> Result<(), ObjectStoreError> {
        if self.is_down.load(Ordering::SeqCst) {
            return Err(ObjectStoreError::Unavailable("it was told to fail".into()));
        }
        check_object_key(key)
    }
}

#[async_trait]
impl ObjectStore for MemoryObjects {
    async fn put(
        &self,
        key: &str,
        bytes: Bytes,
        content_type: &str,
    ) -> Result<(), ObjectStoreError> {
        self.check(key)?;
        let content_type = content_type.to_owned();
        let object = Object {
            bytes,
            content_type,
        };
        self.lock().insert(key.to_owned(), object);
        Ok(())
    }

    async fn get(&self, key: &str) -> Result<Option<Object>, ObjectStoreError> {
        self.check(key)?;
        Ok(self.lock().get(key).cloned())
    }

    async fn remove(&self, key: &str) -> Result<(), ObjectStoreError> {
        self.check(key)?;
        self.lock().remove(key);
        Ok(())
    }
}

/// What every object store keeps to, the fake included.
pub async fn object_store_contract(store: &dyn ObjectStore) {
    let tenant = TenantId::from_uuid(Ids.uuid());
    let key = format!("{tenant}/0123abcd.webp");

    assert!(store.get(&key).await.expect("an absent key").is_none());

    for _ in 0..2 {
        let put = store.put(&key, Bytes::from_static(b"picture"), "image/webp");
        put.await.expect("the same object again changes nothing");
    }
    let object = store.get(&key).await.expect("a key").expect("the object");
    assert_eq!(object.bytes, Bytes::from_static(b"picture"));
    assert_eq!(object.content_type, "image/webp");

    let long = format!("{tenant}/{}.png", "a".repeat(200));
    let large = Bytes::from(vec![7; 3 * 1024 * 1024]);
    let put = store.put(&long, large.clone(), "image/png");
    put.await.expect("a large object");
    let object = store.get(&long).await.expect("a key").expect("the object");
    assert!(object.bytes == large, "{} bytes", object.bytes.len());
    assert_eq!(object.content_type, "image/png");

    let elsewhere = format!("{}/0123abcd.webp", TenantId::from_uuid(Ids.uuid()));
    assert!(store.get(&elsewhere).await.expect("a key").is_none());

    for _ in 0..2 {
        let removed = store.remove(&long).await;
        removed.expect("what is not there is removed already");
        assert!(store.get(&long).await.expect("a key").is_none());
    }
    assert!(store.get(&key).await.expect("a key").is_some());

    for bad in [
        String::new(),
        "picture.webp".to_owned(),
        "somebody/picture.webp".to_owned(),
        format!("/{key}"),
        format!("{tenant}/"),
        format!("{tenant}/.hidden"),
        format!("{tenant}/../{key}"),
        format!("../{key}"),
        format!("{tenant}//a.webp"),
        format!("{tenant}/a b"),
        format!("{tenant}/ü"),
        format!("{tenant}/a\0b"),
        format!("{tenant}/a\\b"),
        format!("{tenant}/~"),
        format!("{tenant}/a:b"),
        format!("{tenant}/{}", "a".repeat(600)),
    ] {
        let put = store.put(&bad, Bytes::new(), "image/webp").await;
        assert!(matches!(put, Err(ObjectStoreError::BadKey(_))), "{bad}");
        let removed = store.remove(&bad).await;
        assert!(matches!(removed, Err(ObjectStoreError::BadKey(_))), "{bad}");
        let got = store.get(&bad).await;
        assert!(matches!(got, Err(ObjectStoreError::BadKey(_))), "{bad}");
    }
}
