//! Which providers a tenant's shoppers may sign in with.

use kernel::config::Secret;
use kernel::ids::IdentityProviderId;
use kernel::ports::{Ids, SecretContext};
use kernel::text::line;
use kernel::{Caller, FieldFault, Permission};

use super::{IdentityProvider, IdentityProviderChange, NewIdentityProvider, SocialError};
use crate::identity::Identity;
use crate::identity::shopper::accounts::visited;
use crate::identity::shopper::store::providers as store;

/// So many providers of one tenant.
const MOST_PROVIDERS: i64 = 20;
const LONGEST_NAME: usize = 100;
const LONGEST_CLIENT_ID: usize = 500;
/// Some secrets are signed tokens.
const LONGEST_SECRET: usize = 2000;

impl Identity {
    /// The tenant's providers, the oldest first.
    pub async fn identity_providers(
        &self,
        caller: &Caller,
    ) -> Result<Vec<IdentityProvider>, SocialError> {
        caller.require(Permission::SignInManage)?;
        Ok(store::all(&mut self.db.begin(caller).await?).await?)
    }

    /// The providers that a visitor may sign in with, the oldest first.
    pub async fn sign_in_providers(
        &self,
        caller: &Caller,
    ) -> Result<Vec<IdentityProvider>, SocialError> {
        visited(caller)?;
        let mut providers = store::all(&mut self.db.begin(caller).await?).await?;
        providers.retain(|provider| provider.is_enabled);
        Ok(providers)
    }

    /// Adds a provider whose issuer answers. Its secret is not shown again.
    pub async fn add_identity_provider(
        &self,
        caller: &Caller,
        new: NewIdentityProvider,
    ) -> Result<IdentityProvider, SocialError> {
        caller.require(Permission::SignInManage)?;
        let change = IdentityProviderChange {
            name: Some(new.name),
            client_id: Some(new.client_id),
            client_secret: Some(new.client_secret),
            is_enabled: Some(new.is_enabled),
        };
        let change = parsed(change)?;
        self.check_issuer(&new.issuer).await?;
        let now = self.clock.now();
        let id = IdentityProviderId::from_uuid(Ids.uuid());
        let provider = IdentityProvider {
            id,
            name: change.name.unwrap_or_default(),
            issuer: new.issuer,
            client_id: change.client_id.unwrap_or_default(),
            is_enabled: new.is_enabled,
            created_at: now,
            updated_at: now,
        };
        let sealed = self.sealed(caller, id, change.client_secret).await?;
        let sealed = sealed.unwrap_or_default();
        let mut tx = self.db.begin(caller).await?;
        let put = store::put(&mut tx, &provider, &sealed, MOST_PROVIDERS).await;
        match put {
            Ok(true) => {}
            Ok(false) => return Err(SocialError::TooManyProviders),
            Err(error) if error.constraint() == Some(store::ONE_PROVIDER_AN_ISSUER) => {
                return Err(SocialError::IssuerInUse);
            }
            Err(error) => return Err(error.into()),
        }
        tx.commit().await?;
        Ok(provider)
    }

    /// Changes a provider. One that is switched on must answer.
    pub async fn change_identity_provider(
        &self,
        caller: &Caller,
        id: IdentityProviderId,
        change: IdentityProviderChange,
    ) -> Result<IdentityProvider, SocialError> {
        caller.require(Permission::SignInManage)?;
        let change = parsed(change)?;
        let provider = store::find(&mut self.db.begin(caller).await?, id).await?;
        let (provider, _) = provider.ok_or(SocialError::NotFound)?;
        if change.is_enabled == Some(true) {
            self.check_issuer(&provider.issuer).await?;
        }
        let secret = change.client_secret.clone();
        let sealed = self.sealed(caller, id, secret).await?;
        let mut tx = self.db.begin(caller).await?;
        let now = self.clock.now();
        let provider = store::change(&mut tx, id, &change, (sealed.as_deref(), now)).await?;
        let provider = provider.ok_or(SocialError::NotFound)?;
        tx.commit().await?;
        Ok(provider)
    }

    /// Deletes a provider, and every link to it.
    pub async fn delete_identity_provider(
        &self,
        caller: &Caller,
        id: IdentityProviderId,
    ) -> Result<(), SocialError> {
        caller.require(Permission::SignInManage)?;
        let mut tx = self.db.begin(caller).await?;
        if !store::delete(&mut tx, id).await? {
            return Err(SocialError::NotFound);
        }
        Ok(tx.commit().await?)
    }

    async fn check_issuer(&self, issuer: &str) -> Result<(), SocialError> {
        let checked = self.issuers.check(issuer).await;
        checked.map_err(|why| SocialError::IssuerRefused(why.to_string()))
    }

    async fn sealed(
        &self,
        caller: &Caller,
        id: IdentityProviderId,
        secret: Option<Secret<String>>,
    ) -> Result<Option<Vec<u8>>, SocialError> {
        let Some(secret) = secret else {
            return Ok(None);
        };
        let sealed = self
            .keys
            .seal(
                &client_secret_context(caller, id),
                secret.expose().as_bytes(),
            )
            .await?;
        Ok(Some(sealed))
    }

    /// The secret that a provider gave out.
    pub(super) async fn client_secret(
        &self,
        caller: &Caller,
        id: IdentityProviderId,
        sealed: &[u8],
    ) -> Result<Secret<String>, SocialError> {
        let opened = self
            .keys
            .open(&client_secret_context(caller, id), sealed)
            .await?;
        let secret = String::from_utf8_lossy(opened.expose()).into_owned();
        Ok(Secret::new(secret))
    }
}

/// A secret is opened for its tenant and its provider only.
pub(in crate::identity) fn client_secret_context(
    caller: &Caller,
    id: IdentityProviderId,
) -> SecretContext {
    SecretContext {
        tenant_id: Some(caller.tenant_id()),
        purpose: "oidc_client",
        owner: id.uuid(),
    }
}

/// A change whose fields have the form that they must have; all that is wrong is told at once.
fn parsed(change: IdentityProviderChange) -> Result<IdentityProviderChange, SocialError> {
    let mut faults = Vec::new();
    let name = change.name.and_then(|name| {
        let name = line(&name, LONGEST_NAME);
        if name.is_none() {
            let rule = "1 to 100 characters, none of them a control character or invisible";
            faults.push(FieldFault::new("/name", "malformed", rule));
        }
        name
    });
    if let Some(client_id) = &change.client_id
        && !is_visible(client_id, LONGEST_CLIENT_ID)
    {
        let rule = "1 to 500 visible ASCII characters";
        faults.push(FieldFault::new("/client_id", "malformed", rule));
    }
    if let Some(secret) = &change.client_secret
        && !is_visible(secret.expose(), LONGEST_SECRET)
    {
        let rule = "1 to 2000 visible ASCII characters";
        faults.push(FieldFault::new("/client_secret", "malformed", rule));
    }
    if faults.is_empty() {
        Ok(IdentityProviderChange { name, ..change })
    } else {
        Err(SocialError::Invalid(faults))
    }
}

fn is_visible(text: &str, max: usize) -> bool {
    (1..=max).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}
