//! Secret keys: how programs of a tenant prove who they are.
//!
//! A key may do what its authorities say and nothing else; it has none that its creator did not hold, and
//! none to manage keys. It is shown once. What is kept is its hash, so a copy of the database opens nothing.

mod network;
mod store;

use std::net::IpAddr;

use kernel::ids::{ApiKeyId, StaffId, TenantId};
use kernel::ports::Ids;
use kernel::{Actor, Caller, FieldFault, Permission, Permissions};
use time::{Duration, OffsetDateTime};

use super::{Identity, IdentityError};

/// What every secret key begins with, so that programs that look for leaked ones find it.
pub const PREFIX: &str = "stoa_sk_";

/// Keys of one tenant that work at the same time.
const MOST_KEYS: i64 = 100;
/// What no key may do: one that leaked would make itself at home.
const PEOPLE_ONLY: Permissions =
    kernel::permission_set!(ApiKeysManage, SignInManage, StaffManage, RolesManage);
const MOST_NETWORKS: usize = 50;
/// How long a rotated key still works, at most.
const LONGEST_OVERLAP: Duration = Duration::days(7);

/// A secret key, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiKey {
    /// Its id.
    pub id: ApiKeyId,
    /// What it is for.
    pub name: String,
    /// The end of its secret, to tell keys apart.
    pub last_four: String,
    /// What it may do.
    pub authorities: Permissions,
    /// Addresses that it works from; none: from everywhere.
    pub networks: Vec<String>,
    /// When it was created.
    pub created_at: OffsetDateTime,
    /// Who created it.
    pub created_by: StaffId,
    /// When it stops working.
    pub expires_at: Option<OffsetDateTime>,
    /// When it was revoked.
    pub revoked_at: Option<OffsetDateTime>,
    /// When it was last used, to the minute.
    pub last_used_at: Option<OffsetDateTime>,
}

/// A key to create.
#[derive(Debug, Clone)]
pub struct NewApiKey {
    /// What it is for.
    pub name: String,
    /// What it may do, each as `object:action`.
    pub authorities: Vec<String>,
    /// Addresses that it works from.
    pub networks: Vec<String>,
    /// When it stops working.
    pub expires_at: Option<OffsetDateTime>,
}

impl Identity {
    /// The tenant's keys, the latest first.
    pub async fn api_keys(&self, caller: &Caller) -> Result<Vec<ApiKey>, IdentityError> {
        caller.require(Permission::ApiKeysManage)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::list(&mut tx).await?)
    }

    /// Creates a key, and returns it with its secret.
    pub async fn create_api_key(
        &self,
        caller: &Caller,
        new: NewApiKey,
    ) -> Result<(ApiKey, String), IdentityError> {
        let staff_id = keeper(caller)?;
        let now = self.clock.now();
        let authorities = check(&new, caller, now)?;
        let secret = secret();
        let key = ApiKey {
            id: ApiKeyId::from_uuid(Ids.uuid()),
            name: new.name.trim().to_owned(),
            last_four: last_four(&secret),
            authorities,
            networks: new.networks,
            created_at: now,
            created_by: staff_id,
            expires_at: new.expires_at,
            revoked_at: None,
            last_used_at: None,
        };
        let mut tx = self.db.begin(caller).await?;
        if store::working(&mut tx, now).await? >= MOST_KEYS {
            return Err(IdentityError::TooManyKeys);
        }
        store::insert(&mut tx, &key, &Ids::token_hash(&secret)).await?;
        tx.commit().await?;
        Ok((key, secret))
    }

    /// Creates another key like this one, which still works for `overlap`.
    pub async fn rotate_api_key(
        &self,
        caller: &Caller,
        id: ApiKeyId,
        overlap: Duration,
    ) -> Result<(ApiKey, String), IdentityError> {
        let staff_id = keeper(caller)?;
        if overlap < Duration::ZERO || overlap > LONGEST_OVERLAP {
            let rule = "0 to 604800 seconds";
            let fault = FieldFault::new("/overlap_seconds", "out_of_range", rule);
            return Err(IdentityError::KeyRefused(vec![fault]));
        }
        let now = self.clock.now();
        let mut tx = self.db.begin(caller).await?;
        let old = store::lock(&mut tx, id).await?;
        let old = old.ok_or(IdentityError::KeyNotFound)?;
        let is_working = old.revoked_at.is_none() && old.expires_at.is_none_or(|end| end > now);
        if !is_working {
            return Err(IdentityError::KeyNotWorking);
        }
        // Nobody gets by rotating what they could not have created.
        held(old.authorities, caller, "/authorities")?;
        let secret = secret();
        let end = now + overlap;
        let key = ApiKey {
            id: ApiKeyId::from_uuid(Ids.uuid()),
            last_four: last_four(&secret),
            created_at: now,
            created_by: staff_id,
            last_used_at: None,
            ..old.clone()
        };
        store::insert(&mut tx, &key, &Ids::token_hash(&secret)).await?;
        let ends = old.expires_at.map_or(end, |expires_at| expires_at.min(end));
        store::expire(&mut tx, id, ends).await?;
        tx.commit().await?;
        Ok((key, secret))
    }

    /// Makes a key stop working at once.
    pub async fn revoke_api_key(
        &self,
        caller: &Caller,
        id: ApiKeyId,
    ) -> Result<ApiKey, IdentityError> {
        caller.require(Permission::ApiKeysManage)?;
        let mut tx = self.db.begin(caller).await?;
        let key = store::revoke(&mut tx, id, self.clock.now()).await?;
        let key = key.ok_or(IdentityError::KeyNotFound)?;
        tx.commit().await?;
        Ok(key)
    }

    /// The program that has this key.
    pub(super) async fn key_caller(
        &self,
        tenant_id: TenantId,
        secret: &str,
        client: IpAddr,
    ) -> Result<Caller, IdentityError> {
        let nobody = ApiKeyId::from_uuid(uuid::Uuid::nil());
        let reader = Caller::api_key(tenant_id, nobody, Permissions::empty());
        let now = self.clock.now();
        let mut tx = self.db.begin(&reader).await?;
        let found = store::find(&mut tx, &Ids::token_hash(secret), client, now).await?;
        let found = found.ok_or(IdentityError::BadToken)?;
        if found.is_use_noted_late {
            store::note_use(&mut tx, found.id, now).await?;
            tx.commit().await?;
        }
        Ok(Caller::api_key(tenant_id, found.id, found.authorities))
    }
}

/// The member of the staff who may manage keys. A key manages no keys: one that leaked would stay.
fn keeper(caller: &Caller) -> Result<StaffId, IdentityError> {
    caller.require(Permission::ApiKeysManage)?;
    match caller.actor() {
        Actor::Staff(id) => Ok(id),
        _ => Err(IdentityError::BadToken),
    }
}

/// What the key may do, if the key can be created.
fn check(
    new: &NewApiKey,
    caller: &Caller,
    now: OffsetDateTime,
) -> Result<Permissions, IdentityError> {
    let mut faults = Vec::new();
    let mut refuse = |pointer: String, rule: &str| {
        faults.push(FieldFault::new(pointer, "malformed", rule));
    };
    let name = new.name.trim();
    if !(1..=200).contains(&name.chars().count()) || name.contains(char::is_control) {
        let rule = "1 to 200 characters without line breaks";
        refuse("/name".to_owned(), rule);
    }
    if new.authorities.is_empty() {
        refuse("/authorities".to_owned(), "at least one authority");
    }
    let mut authorities = Permissions::empty();
    for (index, name) in new.authorities.iter().enumerate() {
        match Permission::parse(name) {
            Some(permission) => {
                authorities.insert(permission);
            }
            None => refuse(
                format!("/authorities/{index}"),
                "an authority such as `products:read`",
            ),
        }
    }
    if new.networks.len() > MOST_NETWORKS {
        refuse("/networks".to_owned(), "at most 50 networks");
    }
    for (index, text) in new.networks.iter().take(MOST_NETWORKS).enumerate() {
        if !network::is_network(text) {
            let rule = "an address such as 203.0.113.7, or a network such as 203.0.113.0/24";
            refuse(format!("/networks/{index}"), rule);
        }
    }
    if new.expires_at.is_some_and(|end| end <= now) {
        refuse("/expires_at".to_owned(), "a time that is to come");
    }
    if !faults.is_empty() {
        return Err(IdentityError::KeyRefused(faults));
    }
    held(authorities, caller, "/authorities")?;
    Ok(authorities)
}

/// Whether the caller holds what the key is to have.
fn held(authorities: Permissions, caller: &Caller, pointer: &str) -> Result<(), IdentityError> {
    let missing: Vec<&str> = authorities
        .iter()
        .filter(|permission| PEOPLE_ONLY.contains(*permission) || !caller.may(*permission))
        .map(Permission::name)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let rule = format!("authorities that you hold, without {}", missing.join(", "));
    let fault = FieldFault::new(pointer, "not_held", rule);
    Err(IdentityError::AuthorityNotHeld(fault))
}

fn secret() -> String {
    format!("{PREFIX}{}", Ids.token())
}

fn last_four(secret: &str) -> String {
    secret
        .chars()
        .skip(secret.len().saturating_sub(4))
        .collect()
}
