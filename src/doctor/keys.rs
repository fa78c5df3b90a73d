//! The keys that secrets are encrypted with: whether they encrypt, and what is encrypted can be read again.

use kernel::ports::SecretContext;
use uuid::Uuid;

use super::Patient;
use super::finding::Finding;
use crate::app::key_ring;

const SETTING: &str = "ENCRYPTION_KEYS";

/// Nothing when the setting was unusable, which has been told.
pub(super) async fn look(patient: &Patient) -> Option<Finding> {
    let keys = patient.settings.identity.encryption_keys.as_ref()?;
    let ring = Box::pin(key_ring(keys)).await?;
    let probe = SecretContext {
        tenant_id: None,
        purpose: "doctor",
        owner: Uuid::nil(),
    };
    let tried = async {
        let sealed = ring.seal(&probe, b"doctor").await?;
        ring.open(&probe, &sealed).await
    };
    if let Err(why) = tried.await {
        let advice = "see that this machine reaches KMS and may use the key to encrypt and decrypt";
        return Some(Finding::fail(SETTING, kernel::chain(&why)).advise(advice));
    }
    let known = keys.ids();
    let says = match known.as_slice() {
        [only] => format!("{only} encrypts, and no other decrypts"),
        [first, others @ ..] => format!("{first} encrypts; decrypt too: {}", others.join(", ")),
        [] => return None,
    };
    Some(Finding::ok(SETTING, says))
}
