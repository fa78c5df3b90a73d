//! The passwords and keys of a development installation: made once, kept in its folder.

use std::collections::BTreeMap;

use db::roles::RolePasswords;
use kernel::config::Secret;
use kernel::ports::Ids;
use serde::{Deserialize, Serialize};

use super::DevError;
use super::folder::Folder;
use crate::new_keys::{encryption_key, signing_key};

const FILE: &str = "secrets.json";

/// Everything that must not change from one start to the next and nobody else may know.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Secrets {
    role_owner: String,
    role_app: String,
    role_relay: String,
    role_operator: String,
    /// Signs access tokens.
    pub(super) signing_key: String,
    /// Encrypts what the database keeps secret. Folders of an earlier version have none yet.
    #[serde(default = "encryption_key")]
    pub(super) encryption_key: String,
    /// Signs the simulator's webhooks.
    pub(super) webhook_secret: String,
    /// The operator's password.
    pub(super) operator: String,
    /// The owners' passwords, by the slug of their tenant.
    owners: BTreeMap<String, String>,
}

impl Secrets {
    /// The secrets of the last start, or new ones; with a password for the owner of each of
    /// `tenants`.
    pub(super) fn keep(folder: &Folder, tenants: &[&str]) -> Result<Self, DevError> {
        let kept = folder.read(FILE)?;
        if kept.is_none() && folder.file(super::database::FOLDER).join("data").exists() {
            let why = "it is missing, and the data beside it cannot be opened without it";
            return Err(unusable(folder, why));
        }
        let mut secrets = match &kept {
            Some(text) => serde_json::from_str(text).map_err(|why| unusable(folder, why))?,
            None => Self::new().map_err(|why| unusable(folder, why))?,
        };
        for slug in tenants {
            secrets
                .owners
                .entry((*slug).to_owned())
                .or_insert_with(password);
        }
        let text = serde_json::to_string_pretty(&secrets).map_err(|why| unusable(folder, why))?;
        if kept.as_ref() != Some(&text) {
            folder.write(FILE, &text)?;
        }
        Ok(secrets)
    }

    fn new() -> Result<Self, ed25519_dalek::pkcs8::Error> {
        Ok(Self {
            role_owner: Ids.token(),
            role_app: Ids.token(),
            role_relay: Ids.token(),
            role_operator: Ids.token(),
            signing_key: signing_key()?,
            encryption_key: encryption_key(),
            webhook_secret: format!("whsec_{}", Ids.token()),
            operator: password(),
            owners: BTreeMap::new(),
        })
    }

    pub(super) fn roles(&self) -> RolePasswords {
        let secret = |text: &String| Secret::new(text.clone());
        RolePasswords {
            owner: secret(&self.role_owner),
            app: secret(&self.role_app),
            relay: secret(&self.role_relay),
            operator: secret(&self.role_operator),
        }
    }

    /// The password of a tenant's owner.
    pub(super) fn owner(&self, slug: &str) -> &str {
        self.owners.get(slug).map_or("", String::as_str)
    }
}

/// 96 random bits, short enough to type.
fn password() -> String {
    Ids.token().chars().take(24).collect()
}

fn unusable(folder: &Folder, why: impl std::fmt::Display) -> DevError {
    DevError::Kept {
        path: folder.file(FILE),
        why: why.to_string(),
        folder: folder.path().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::identity::TokenKeys;

    #[test]
    fn secrets_stay_the_same_and_grow_with_the_tenants() {
        let outer = tempfile::tempdir().unwrap();
        let folder = Folder::open(outer.path()).unwrap();

        let first = Secrets::keep(&folder, &["aurora"]).unwrap();
        let second = Secrets::keep(&folder, &["aurora", "meridian"]).unwrap();

        assert!(TokenKeys::from_pem(&first.signing_key).is_ok());
        assert_eq!(first.signing_key, second.signing_key);
        assert_eq!(first.owner("aurora"), second.owner("aurora"));
        assert_eq!(second.owner("meridian").len(), 24);
    }

    #[test]
    fn a_broken_file_is_told_in_one_line() {
        let outer = tempfile::tempdir().unwrap();
        let folder = Folder::open(outer.path()).unwrap();
        folder.write(FILE, "{").unwrap();

        let error = Secrets::keep(&folder, &[]).err().unwrap().to_string();

        assert!(error.contains("secrets.json cannot be used"), "{error}");
        assert_eq!(error.lines().count(), 1);
    }
}
