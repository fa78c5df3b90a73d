//! Objects in a bucket: the contract of every store, and the faults of a network.

use std::time::{Duration, Instant};

use aws_backends::{AccessKey, Limits, S3};
use bytes::Bytes;
use kernel::config::Secret;
use kernel::ids::TenantId;
use kernel::ports::{Ids, ObjectStore, ObjectStoreError};
use testkit::{Fault, FaultProxy, Moto, object_store_contract};

const LIMITS: Limits = Limits {
    connect: Duration::from_millis(300),
    attempt: Duration::from_millis(600),
    whole: Duration::from_secs(3),
};

async fn bucket(endpoint: &str, bucket: &str) -> S3 {
    let line =
        format!("s3://{bucket}?region=eu-central-1&endpoint=http://{endpoint}&path_style=true");
    let key = AccessKey {
        id: "AKIDTEST".to_owned(),
        secret: Secret::new("hunter2".to_owned()),
    };
    S3::new(&line.parse().unwrap(), Some(key), LIMITS).await
}

#[tokio::test]
async fn a_bucket_is_an_object_store() {
    let moto = Moto::start().await;
    moto.make_bucket("stoa-media").await;

    let whole = bucket(&moto.address, "stoa-media").await;
    object_store_contract(&whole).await;
    let part = bucket(&moto.address, "stoa-media/media/v1").await;
    object_store_contract(&part).await;

    whole.check().await.unwrap();
    part.check().await.unwrap();
    // What is kept behind one prefix is not behind another.
    let key = format!("{}/a.png", TenantId::from_uuid(Ids.uuid()));
    part.put(&key, Bytes::from_static(b"a"), "image/png")
        .await
        .unwrap();
    assert!(whole.get(&key).await.unwrap().is_none());

    let absent = bucket(&moto.address, "stoa-nowhere").await;
    let told = absent.check().await.unwrap_err();
    assert!(
        kernel::chain(&told).contains("NoSuchBucket"),
        "{}",
        kernel::chain(&told)
    );
    let read = absent.get(&key).await;
    assert!(
        matches!(read, Err(ObjectStoreError::Unavailable(_))),
        "{read:?}"
    );
}

#[tokio::test]
async fn a_store_that_fails_is_told_within_its_time_and_works_again_afterwards() {
    let moto = Moto::start().await;
    moto.make_bucket("stoa-media").await;
    let proxy = FaultProxy::start(&moto.address).await;
    let store = bucket(&proxy.address.to_string(), "stoa-media").await;
    let key = format!("{}/a.png", TenantId::from_uuid(Ids.uuid()));
    let picture = Bytes::from(vec![9; 100_000]);
    store.put(&key, picture.clone(), "image/png").await.unwrap();
    let answer = |head: &str, body: &str| {
        let length = body.len();
        Fault::Answer(format!(
            "HTTP/1.1 {head}\r\nContent-Length: {length}\r\n\r\n{body}"
        ))
    };
    let slow_down = "<Error><Code>SlowDown</Code><Message>Reduce your rate</Message></Error>";
    let other_sum = "200 OK\r\nx-amz-checksum-crc32: AAAAAA==";

    for (name, fault, can_read, can_write) in [
        ("slow", Fault::Slow(Duration::from_secs(30)), false, false),
        ("late", Fault::Slow(Duration::from_millis(200)), true, true),
        ("refused", Fault::Refused, false, false),
        ("cut in the head", Fault::CutAfter(40), false, false),
        ("cut in the body", Fault::CutAfter(50_000), false, true),
        ("500", answer("500 Internal Server Error", ""), false, false),
        (
            "throttled",
            answer("503 Slow Down", slow_down),
            false,
            false,
        ),
        ("403", answer("403 Forbidden", ""), false, false),
        (
            "another checksum",
            answer(other_sum, "another picture"),
            false,
            true,
        ),
        (
            "not HTTP",
            Fault::Answer("SSH-2.0-x\r\n".to_owned()),
            false,
            false,
        ),
    ] {
        proxy.be(fault);
        let since = Instant::now();

        let read = store.get(&key).await;
        let written = store.put(&key, picture.clone(), "image/png").await;

        assert_eq!(read.is_ok(), can_read, "{name}: {read:?}");
        assert_eq!(written.is_ok(), can_write, "{name}: {written:?}");
        for why in [read.err(), written.err()].into_iter().flatten() {
            assert!(
                matches!(why, ObjectStoreError::Unavailable(_)),
                "{name}: {why:?}"
            );
            assert!(!format!("{why:?}").contains("hunter2"), "{name}: {why:?}");
        }
        assert!(
            since.elapsed() < LIMITS.whole * 2 + LIMITS.attempt,
            "{name}"
        );
        proxy.be(Fault::None);
        let object = store.get(&key).await.unwrap().unwrap();
        assert!(object.bytes == picture, "{name}");
    }
}

#[tokio::test]
async fn an_object_without_end_is_not_read_to_its_end() {
    let moto = Moto::start().await;
    let proxy = FaultProxy::start(&moto.address).await;
    let store = bucket(&proxy.address.to_string(), "stoa-media").await;
    let key = format!("{}/a.png", TenantId::from_uuid(Ids.uuid()));
    let much = "x".repeat(33 * 1024 * 1024);
    let length = much.len();
    proxy.be(Fault::Answer(format!(
        "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{much}"
    )));

    let told = store.get(&key).await.unwrap_err();

    assert!(
        kernel::chain(&told).contains("larger than any"),
        "{}",
        kernel::chain(&told)
    );
}
