//! A key of KMS as a key ring: the contract of every ring, tenants apart, and KMS out.

use std::time::Duration;

use aws_backends::{AccessKey, Kms, Limits};
use kernel::config::Secret;
use kernel::ids::TenantId;
use kernel::ports::{Ids, KeyRing, KeyRingError, SecretContext};
use testkit::{Fault, FaultProxy, Moto, key_ring_contract};

const LIMITS: Limits = Limits {
    connect: Duration::from_millis(300),
    attempt: Duration::from_millis(600),
    whole: Duration::from_secs(3),
};

async fn kms(endpoint: &str, key: &str) -> Kms {
    let line = format!("kms://{key}?region=eu-central-1&endpoint=http://{endpoint}");
    let credentials = AccessKey {
        id: "AKIDTEST".to_owned(),
        secret: Secret::new("hunter2".to_owned()),
    };
    Kms::new(&line.parse().unwrap(), Some(credentials), LIMITS).await
}

fn context() -> SecretContext {
    SecretContext {
        tenant_id: Some(TenantId::from_uuid(Ids.uuid())),
        purpose: "test",
        owner: Ids.uuid(),
    }
}

#[tokio::test]
async fn a_key_of_kms_is_a_key_ring() {
    let moto = Moto::start().await;
    let key = moto.make_key().await;
    key_ring_contract(&kms(&moto.address, &key).await).await;
}

#[tokio::test]
async fn what_one_process_seals_another_opens_and_for_its_tenant_only() {
    let moto = Moto::start().await;
    let key = moto.make_key().await;
    let (one, other) = (
        kms(&moto.address, &key).await,
        kms(&moto.address, &key).await,
    );
    let context = context();
    let sealed = one.seal(&context, b"hunter2").await.unwrap();

    // The other process has no data key yet and asks KMS, which looks at whose it is.
    let theirs = SecretContext {
        tenant_id: Some(TenantId::from_uuid(Ids.uuid())),
        ..context
    };
    let refused = other.open(&theirs, &sealed).await;
    assert!(
        matches!(refused, Err(KeyRingError::Unopenable)),
        "{refused:?}"
    );
    let opened = other.open(&context, &sealed).await.unwrap();
    assert_eq!(opened.expose(), b"hunter2");
    // Another key of KMS does not open it either, wherever the bytes are copied to.
    let refused = other.open(&theirs, &sealed).await;
    assert!(
        matches!(refused, Err(KeyRingError::Unopenable)),
        "{refused:?}"
    );
}

#[tokio::test]
async fn while_kms_is_out_known_keys_go_on_and_nothing_else_does() {
    let moto = Moto::start().await;
    let key = moto.make_key().await;
    let proxy = FaultProxy::start(&moto.address).await;
    let ring = kms(&proxy.address.to_string(), &key).await;
    let context = context();
    let sealed = ring.seal(&context, b"hunter2").await.unwrap();
    ring.open(&context, &sealed).await.unwrap();

    proxy.be(Fault::Refused);
    let opened = ring.open(&context, &sealed).await.unwrap();
    assert_eq!(opened.expose(), b"hunter2");
    ring.seal(&context, b"another").await.unwrap();
    let stranger = self::context();
    let out = ring.seal(&stranger, b"hunter2").await;
    assert!(matches!(out, Err(KeyRingError::Unavailable(_))), "{out:?}");

    proxy.be(Fault::None);
    ring.seal(&stranger, b"hunter2").await.unwrap();
}
