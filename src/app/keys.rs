//! The key ring that the settings name.

use std::sync::Arc;

use async_trait::async_trait;
use aws_backends::{KMS_FORM, Kms, Limits};
use infra::keys::LocalKeys;
use kernel::config::Secret;
use kernel::ports::{KeyRing, KeyRingError, SecretContext};

use crate::settings::EncryptionKeys;

/// Keys of KMS and of the settings. What either sealed is opened.
struct Both {
    kms: Kms,
    local: LocalKeys,
    is_kms_first: bool,
}

#[async_trait]
impl KeyRing for Both {
    async fn seal(&self, context: &SecretContext, secret: &[u8]) -> Result<Vec<u8>, KeyRingError> {
        if self.is_kms_first {
            self.kms.seal(context, secret).await
        } else {
            self.local.seal(context, secret).await
        }
    }

    async fn open(
        &self,
        context: &SecretContext,
        sealed: &[u8],
    ) -> Result<Secret<Vec<u8>>, KeyRingError> {
        if sealed.first() == Some(&KMS_FORM) {
            self.kms.open(context, sealed).await
        } else {
            self.local.open(context, sealed).await
        }
    }
}

/// The keys that secrets are encrypted with; none without a key. Asks nobody yet.
pub(crate) async fn key_ring(keys: &EncryptionKeys) -> Option<Arc<dyn KeyRing>> {
    let kms = match &keys.kms {
        Some(address) => Some(Kms::new(address, None, Limits::default()).await),
        None => None,
    };
    match (kms, keys.local.clone()) {
        (Some(kms), Some(local)) => Some(Arc::new(Both {
            kms,
            local,
            is_kms_first: keys.is_kms_first,
        })),
        (Some(kms), None) => Some(Arc::new(kms)),
        (None, Some(local)) => Some(Arc::new(local)),
        (None, None) => None,
    }
}
