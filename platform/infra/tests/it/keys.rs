//! The key ring of keys from the settings.

use infra::keys::LocalKeys;
use kernel::ports::{KeyRing, KeyRingError, SecretContext};
use testkit::key_ring_contract;

const OLD: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
const NEW: &str = "ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

fn keys(text: &str) -> LocalKeys {
    text.parse().unwrap()
}

fn context() -> SecretContext {
    SecretContext {
        tenant_id: None,
        purpose: "test",
        owner: uuid::Uuid::from_u128(7),
    }
}

#[tokio::test]
async fn keys_of_the_settings_are_a_key_ring() {
    key_ring_contract(&keys(OLD)).await;
}

#[tokio::test]
async fn a_new_key_in_front_seals_and_the_old_one_still_opens() {
    let old = keys(OLD);
    let sealed = old.seal(&context(), b"hunter2").await.unwrap();

    let both = keys(&format!("{NEW}, {OLD}"));
    let opened = both.open(&context(), &sealed).await.unwrap();
    assert_eq!(opened.expose(), b"hunter2");
    let sealed = both.seal(&context(), b"hunter2").await.unwrap();
    assert_eq!(
        keys(NEW).open(&context(), &sealed).await.unwrap().expose(),
        b"hunter2"
    );
    let opened = old.open(&context(), &sealed).await;
    assert!(matches!(opened, Err(KeyRingError::Unopenable)));
}

#[test]
fn text_that_is_no_key_is_refused_and_keys_are_not_printed() {
    for text in [
        "",
        "hunter2",
        &OLD[1..],
        &format!("{OLD},"),
        &format!("{OLD}0"),
    ] {
        let refused = text.parse::<LocalKeys>().unwrap_err().to_string();
        assert!(
            refused.starts_with("must be keys of 64 hexadecimal digits"),
            "{text}"
        );
    }
    let printed = format!("{:?}", keys(OLD));
    assert!(!printed.contains("0001020304"), "{printed}");
    assert_eq!(keys(OLD).ids().len(), 1);
}
