//! The object store in a folder.

use bytes::Bytes;
use infra::objects::Folder;
use kernel::ids::TenantId;
use kernel::ports::{Ids, ObjectStore, ObjectStoreError};
use testkit::{MemoryObjects, object_store_contract};

#[tokio::test]
async fn a_folder_is_an_object_store() {
    let root = tempfile::tempdir().unwrap();

    object_store_contract(&Folder::new(root.path().join("objects"))).await;
}

#[tokio::test]
async fn the_fake_is_an_object_store() {
    object_store_contract(&MemoryObjects::default()).await;
}

#[tokio::test]
async fn nothing_but_the_object_is_left_in_the_folder() {
    let root = tempfile::tempdir().unwrap();
    let tenant = TenantId::from_uuid(Ids.uuid());
    let store = Folder::new(root.path());
    let key = format!("{tenant}/a.png");

    for bytes in ["half a picture", "a picture"] {
        let bytes = Bytes::from_static(bytes.as_bytes());
        store.put(&key, bytes, "image/png").await.unwrap();
    }

    let names: Vec<_> = std::fs::read_dir(root.path().join(tenant.to_string()))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["a.png"]);
    let object = store.get(&key).await.unwrap().unwrap();
    assert_eq!(object.bytes, Bytes::from_static(b"a picture"));
    assert_eq!(object.content_type, "image/png");
    assert!(store.get(&format!("{tenant}")).await.is_err());
    assert!(store.get(&format!("{key}/b")).await.unwrap().is_none());
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_told() {
    let root = tempfile::tempdir().unwrap();
    let blocked = root.path().join("file");
    std::fs::write(&blocked, "not a folder").unwrap();
    let key = format!("{}/a.png", TenantId::from_uuid(Ids.uuid()));

    let put = Folder::new(&blocked)
        .put(&key, Bytes::new(), "image/png")
        .await;

    assert!(matches!(put, Err(ObjectStoreError::Unavailable(_))));
}
