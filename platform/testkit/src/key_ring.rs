//! What every key ring keeps.

use kernel::ids::TenantId;
use kernel::ports::{Ids, KeyRing, KeyRingError, SecretContext};

/// Secrets come back as they were, for the context that they were sealed for and no other.
pub async fn key_ring_contract(ring: &dyn KeyRing) {
    let context = SecretContext {
        tenant_id: Some(TenantId::from_uuid(Ids.uuid())),
        purpose: "contract",
        owner: Ids.uuid(),
    };
    for secret in [&b""[..], b"hunter2", &[0_u8; 4096]] {
        let sealed = ring.seal(&context, secret).await.expect("it seals");
        let again = ring.seal(&context, secret).await.expect("it seals");
        assert_ne!(sealed, again, "the same secret is sealed differently");
        let opened = ring.open(&context, &sealed).await.expect("it opens");
        assert_eq!(opened.expose(), secret);
        let found =
            secret.is_empty() || sealed.windows(secret.len()).any(|window| window == secret);
        assert_eq!(
            found,
            secret.is_empty(),
            "the secret is not in what is kept"
        );
    }

    let sealed = ring.seal(&context, b"hunter2").await.expect("it seals");
    let others = [
        SecretContext {
            tenant_id: Some(TenantId::from_uuid(Ids.uuid())),
            ..context
        },
        SecretContext {
            tenant_id: None,
            ..context
        },
        SecretContext {
            purpose: "another",
            ..context
        },
        SecretContext {
            owner: Ids.uuid(),
            ..context
        },
    ];
    for other in others {
        let opened = ring.open(&other, &sealed).await;
        assert!(matches!(opened, Err(KeyRingError::Unopenable)), "{other}");
    }
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        if let Some(byte) = changed.get_mut(at) {
            *byte ^= 1;
        }
        assert!(ring.open(&context, &changed).await.is_err(), "byte {at}");
        changed.truncate(at);
        let cut = ring.open(&context, &changed).await;
        assert!(matches!(cut, Err(KeyRingError::Unopenable)), "cut at {at}");
    }
}
