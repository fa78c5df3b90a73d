//! A key ring of keys that the settings hold.

use std::fmt;
use std::str::FromStr;

use async_trait::async_trait;
use kernel::config::Secret;
use kernel::ports::{KeyRing, KeyRingError, SecretContext};
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::hkdf::{HKDF_SHA256, Salt};
use ring::rand::{SecureRandom, SystemRandom};
use sha2::{Digest, Sha256};

/// How sealed bytes begin: the form that they have.
const FORM: u8 = 1;
const KEY_LEN: usize = 32;
const ID_LEN: usize = 8;
/// How long a sealed secret is at least: form, key, nonce, tag.
const OVERHEAD: usize = 1 + ID_LEN + NONCE_LEN + 16;

/// Text that holds no encryption keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "must be keys of 64 hexadecimal digits, between commas; make one with: openssl rand -hex 32"
)]
pub struct BadKeys;

/// Keys that secrets are sealed with: the first seals, all open. To change the key, put the new one first
/// and keep the old one behind it for as long as anything is sealed with it.
#[derive(Clone)]
pub struct LocalKeys {
    current: Key,
    older: Vec<Key>,
}

#[derive(Clone)]
struct Key {
    id: [u8; ID_LEN],
    bytes: Secret<[u8; KEY_LEN]>,
}

impl FromStr for LocalKeys {
    type Err = BadKeys;

    fn from_str(text: &str) -> Result<Self, BadKeys> {
        let mut keys = text.split(',').map(|part| Key::parse(part.trim()));
        let current = keys.next().ok_or(BadKeys)??;
        let older = keys.collect::<Result<_, _>>()?;
        Ok(Self { current, older })
    }
}

impl LocalKeys {
    /// The keys' ids, the one that seals first.
    pub fn ids(&self) -> Vec<String> {
        self.all().map(|key| hex::encode(key.id)).collect()
    }

    fn all(&self) -> impl Iterator<Item = &Key> {
        std::iter::once(&self.current).chain(&self.older)
    }
}

impl fmt::Debug for LocalKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("LocalKeys").field(&self.ids()).finish()
    }
}

impl Key {
    fn parse(text: &str) -> Result<Self, BadKeys> {
        let mut bytes = [0_u8; KEY_LEN];
        hex::decode_to_slice(text, &mut bytes).map_err(|_| BadKeys)?;
        let mut id = [0_u8; ID_LEN];
        let digest = Sha256::new()
            .chain_update(b"stoa encryption key ")
            .chain_update(bytes)
            .finalize();
        id.copy_from_slice(digest.get(..ID_LEN).ok_or(BadKeys)?);
        Ok(Self {
            id,
            bytes: Secret::new(bytes),
        })
    }

    /// A key for this context alone, so that no key ever seals so much that nonces come again.
    fn of_context(&self, context: &SecretContext) -> Result<LessSafeKey, ring::error::Unspecified> {
        let label = context.to_string();
        let derived = Salt::new(HKDF_SHA256, b"stoa key ring").extract(self.bytes.expose());
        let info = [label.as_bytes()];
        let key: UnboundKey = derived.expand(&info, &AES_256_GCM)?.into();
        Ok(LessSafeKey::new(key))
    }
}

#[async_trait]
impl KeyRing for LocalKeys {
    async fn seal(&self, context: &SecretContext, secret: &[u8]) -> Result<Vec<u8>, KeyRingError> {
        let failed = |why: ring::error::Unspecified| KeyRingError::Unavailable(why.to_string());
        let mut nonce = [0_u8; NONCE_LEN];
        SystemRandom::new().fill(&mut nonce).map_err(failed)?;
        let mut sealed = secret.to_vec();
        self.current
            .of_context(context)
            .map_err(failed)?
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(context.to_string()),
                &mut sealed,
            )
            .map_err(failed)?;
        Ok([&[FORM][..], &self.current.id, &nonce, &sealed].concat())
    }

    async fn open(
        &self,
        context: &SecretContext,
        sealed: &[u8],
    ) -> Result<Secret<Vec<u8>>, KeyRingError> {
        let unopenable = |_| KeyRingError::Unopenable;
        if sealed.len() < OVERHEAD || sealed.first() != Some(&FORM) {
            return Err(KeyRingError::Unopenable);
        }
        let (id, rest) = sealed
            .get(1..)
            .and_then(|rest| rest.split_first_chunk::<ID_LEN>())
            .ok_or(KeyRingError::Unopenable)?;
        let (nonce, rest) = rest
            .split_first_chunk::<NONCE_LEN>()
            .ok_or(KeyRingError::Unopenable)?;
        let key = self.all().find(|key| key.id == *id);
        let mut bytes = rest.to_vec();
        let opened = key
            .ok_or(KeyRingError::Unopenable)?
            .of_context(context)
            .map_err(unopenable)?
            .open_in_place(
                Nonce::assume_unique_for_key(*nonce),
                Aad::from(context.to_string()),
                &mut bytes,
            )
            .map_err(unopenable)?;
        Ok(Secret::new(opened.to_vec()))
    }
}
