//! Secrets in the database, encrypted anew: what a change of keys ends with, so that the old key can go.

mod store;

use kernel::Caller;
use kernel::ids::{IdentityProviderId, StaffId, TenantId};
use kernel::ports::SecretContext;

use super::Identity;
use super::shopper::client_secret_context;
use super::staff::{StaffError, seed_context};

/// A secret of the tenant's, as it is kept.
enum Kept {
    /// The seed of a staff member's second factor.
    Seed(StaffId, Vec<u8>),
    /// What an identity provider gave out.
    ClientSecret(IdentityProviderId, Vec<u8>),
}

impl Kept {
    fn context(&self, caller: &Caller) -> SecretContext {
        match self {
            Self::Seed(staff_id, _) => seed_context(*staff_id),
            Self::ClientSecret(id, _) => client_secret_context(caller, *id),
        }
    }

    fn sealed(&self) -> &[u8] {
        match self {
            Self::Seed(_, sealed) | Self::ClientSecret(_, sealed) => sealed,
        }
    }
}

impl Identity {
    /// Encrypts what a tenant and its staff keep secret with the current key, and tells how many secrets that
    /// were. One that changes meanwhile is encrypted with the current key already.
    pub async fn reseal(&self, tenant_id: TenantId) -> Result<usize, StaffError> {
        let caller = Caller::system(tenant_id);
        let kept = store::kept(&mut self.db.begin(&caller).await?).await?;
        let mut done = 0;
        for secret in &kept {
            let context = secret.context(&caller);
            let opened = self.keys.open(&context, secret.sealed()).await?;
            let again = self.keys.seal(&context, opened.expose()).await?;
            let mut tx = self.db.begin(&caller).await?;
            done += usize::from(store::replace(&mut tx, secret, &again).await?);
            tx.commit().await?;
        }
        Ok(done)
    }
}
