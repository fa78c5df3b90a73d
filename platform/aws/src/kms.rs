//! A key ring whose key never leaves KMS: each tenant's secrets are sealed with data keys that only KMS
//! can unwrap, and only for that tenant.

use std::str::FromStr;
use std::time::Duration;

use async_trait::async_trait;
use aws_sdk_kms::Client;
use aws_sdk_kms::config::Builder as KmsConfig;
use aws_sdk_kms::operation::decrypt::DecryptError;
use aws_sdk_kms::primitives::Blob;
use aws_sdk_kms::types::DataKeySpec;
use kernel::config::Secret;
use kernel::ports::{KeyRing, KeyRingError, SecretContext};
use moka::sync::Cache;
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::{SecureRandom, SystemRandom};
use url::Url;

use crate::address::endpoint;
use crate::client::{AccessKey, Limits, config};

/// How sealed bytes begin: the form that they have.
pub const KMS_FORM: u8 = 2;
/// How long a data key seals and opens before KMS is asked again.
const KEPT_FOR: Duration = Duration::from_secs(300);
/// Data keys that are kept; a few hundred bytes each.
const MOST_KEPT: u64 = 10_000;
/// The name of the tenant in KMS's encryption context, and in its log.
const CONTEXT: &str = "stoa:tenant";

/// A key and how KMS is reached: `kms://alias/stoa?region=eu-central-1`, or a key's id in place of the alias.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KmsAddress {
    key: String,
    region: String,
    endpoint: Option<Url>,
}

/// Text that does not name a key of KMS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be kms://alias/NAME?region=… or kms://KEY-ID?region=…")]
pub struct BadKmsAddress;

impl FromStr for KmsAddress {
    type Err = BadKmsAddress;

    fn from_str(text: &str) -> Result<Self, BadKmsAddress> {
        let url = Url::parse(text).map_err(|_| BadKmsAddress)?;
        let is_plain = url.username().is_empty()
            && url.password().is_none()
            && url.port().is_none()
            && url.fragment().is_none();
        let name = format!("{}{}", url.host_str().unwrap_or_default(), url.path());
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-_/".contains(&byte);
        if url.scheme() != "kms" || !is_plain || name.is_empty() || !name.bytes().all(is_name) {
            return Err(BadKmsAddress);
        }
        let mut address = Self {
            key: name.trim_end_matches('/').to_owned(),
            region: String::new(),
            endpoint: None,
        };
        for (name, value) in url.query_pairs() {
            match name.as_ref() {
                "region" => address.region = value.into_owned(),
                "endpoint" => {
                    address.endpoint = Some(endpoint(&value).map_err(|_| BadKmsAddress)?);
                }
                _ => return Err(BadKmsAddress),
            }
        }
        if address.region.is_empty() {
            return Err(BadKmsAddress);
        }
        Ok(address)
    }
}

impl KmsAddress {
    /// The key's alias or id.
    pub fn key(&self) -> &str {
        &self.key
    }
}

/// A data key, in the clear and as KMS wrapped it.
#[derive(Clone)]
struct DataKey {
    bytes: Secret<Vec<u8>>,
    wrapped: Vec<u8>,
}

/// Seals with data keys of KMS.
#[derive(Clone)]
pub struct Kms {
    client: Client,
    key: String,
    whole: Duration,
    /// What seals, by tenant.
    sealing: Cache<String, DataKey>,
    /// What opens, by tenant and wrapped key.
    opening: Cache<(String, Vec<u8>), Secret<Vec<u8>>>,
}

impl Kms {
    /// The key at `address`. Nobody is asked yet.
    pub async fn new(address: &KmsAddress, key: Option<AccessKey>, limits: Limits) -> Self {
        let mut kms = KmsConfig::from(&config(&address.region, key, limits).await);
        if let Some(endpoint) = &address.endpoint {
            kms = kms.endpoint_url(endpoint.as_str());
        }
        Self {
            client: Client::from_conf(kms.build()),
            key: address.key.clone(),
            whole: limits.whole,
            sealing: kept(),
            opening: kept(),
        }
    }

    async fn sealing_key(&self, tenant: &str) -> Result<DataKey, KeyRingError> {
        if let Some(known) = self.sealing.get(tenant) {
            return Ok(known);
        }
        let asked = self
            .client
            .generate_data_key()
            .key_id(&self.key)
            .key_spec(DataKeySpec::Aes256)
            .encryption_context(CONTEXT, tenant);
        let made = tokio::time::timeout(self.whole, Box::pin(asked.send())).await;
        let made = made.map_err(|_| unavailable("no answer in time"))?;
        let made = made.map_err(|why| unavailable(&kernel::chain(&why)))?;
        let (Some(bytes), Some(wrapped)) = (made.plaintext, made.ciphertext_blob) else {
            return Err(unavailable("it makes no key"));
        };
        let key = DataKey {
            bytes: Secret::new(bytes.into_inner()),
            wrapped: wrapped.into_inner(),
        };
        self.sealing.insert(tenant.to_owned(), key.clone());
        Ok(key)
    }

    async fn opening_key(
        &self,
        tenant: &str,
        wrapped: &[u8],
    ) -> Result<Secret<Vec<u8>>, KeyRingError> {
        let known = (tenant.to_owned(), wrapped.to_vec());
        if let Some(key) = self.opening.get(&known) {
            return Ok(key);
        }
        let asked = self
            .client
            .decrypt()
            .ciphertext_blob(Blob::new(wrapped))
            .encryption_context(CONTEXT, tenant);
        let opened = tokio::time::timeout(self.whole, Box::pin(asked.send())).await;
        let opened = opened.map_err(|_| unavailable("no answer in time"))?;
        let opened = opened.map_err(|why| match why.as_service_error() {
            Some(
                DecryptError::InvalidCiphertextException(_)
                | DecryptError::IncorrectKeyException(_)
                | DecryptError::NotFoundException(_),
            ) => KeyRingError::Unopenable,
            _ => unavailable(&kernel::chain(&why)),
        })?;
        let bytes = opened.plaintext.ok_or(KeyRingError::Unopenable)?;
        let key = Secret::new(bytes.into_inner());
        self.opening.insert(known, key.clone());
        Ok(key)
    }
}

fn kept<K, V>() -> Cache<K, V>
where
    K: std::hash::Hash + Eq + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
{
    Cache::builder()
        .max_capacity(MOST_KEPT)
        .time_to_live(KEPT_FOR)
        .build()
}

fn unavailable(why: &str) -> KeyRingError {
    KeyRingError::Unavailable(format!("KMS: {why}"))
}

fn tenant_of(context: &SecretContext) -> String {
    context
        .tenant_id
        .map_or_else(|| "platform".to_owned(), |id| id.to_string())
}

fn aead(key: &Secret<Vec<u8>>) -> Result<LessSafeKey, KeyRingError> {
    let key = UnboundKey::new(&AES_256_GCM, key.expose());
    Ok(LessSafeKey::new(
        key.map_err(|_| unavailable("its key has another length"))?,
    ))
}

#[async_trait]
impl KeyRing for Kms {
    async fn seal(&self, context: &SecretContext, secret: &[u8]) -> Result<Vec<u8>, KeyRingError> {
        let key = self.sealing_key(&tenant_of(context)).await?;
        let length = u16::try_from(key.wrapped.len());
        let length = length.map_err(|_| unavailable("its wrapped key is too long"))?;
        let failed = |_| unavailable("it cannot be encrypted");
        let mut nonce = [0_u8; NONCE_LEN];
        SystemRandom::new().fill(&mut nonce).map_err(failed)?;
        let mut sealed = secret.to_vec();
        // The nonce is random and a data key seals for five minutes only.
        aead(&key.bytes)?
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(context.to_string()),
                &mut sealed,
            )
            .map_err(failed)?;
        let head = [KMS_FORM];
        Ok([
            &head[..],
            &length.to_be_bytes(),
            &key.wrapped,
            &nonce,
            &sealed,
        ]
        .concat())
    }

    async fn open(
        &self,
        context: &SecretContext,
        sealed: &[u8],
    ) -> Result<Secret<Vec<u8>>, KeyRingError> {
        let unopenable = || KeyRingError::Unopenable;
        let rest = sealed.strip_prefix(&[KMS_FORM]).ok_or_else(unopenable)?;
        let (length, rest) = rest.split_first_chunk::<2>().ok_or_else(unopenable)?;
        let length = usize::from(u16::from_be_bytes(*length));
        let (wrapped, rest) = rest.split_at_checked(length).ok_or_else(unopenable)?;
        let (nonce, rest) = rest
            .split_first_chunk::<NONCE_LEN>()
            .ok_or_else(unopenable)?;
        if wrapped.is_empty() || rest.len() < AES_256_GCM.tag_len() {
            return Err(KeyRingError::Unopenable);
        }
        let key = self.opening_key(&tenant_of(context), wrapped).await?;
        let mut bytes = rest.to_vec();
        let opened = aead(&key)?
            .open_in_place(
                Nonce::assume_unique_for_key(*nonce),
                Aad::from(context.to_string()),
                &mut bytes,
            )
            .map_err(|_| KeyRingError::Unopenable)?;
        Ok(Secret::new(opened.to_vec()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_names_a_key() {
        let alias: KmsAddress = "kms://alias/stoa?region=eu-central-1".parse().unwrap();
        assert_eq!(
            (alias.key(), alias.region.as_str()),
            ("alias/stoa", "eu-central-1")
        );
        let id = "kms://1234abcd-12ab-34cd-56ef-1234567890ab?region=x&endpoint=http://127.0.0.1:9";
        let id: KmsAddress = id.parse().unwrap();
        assert_eq!(id.key(), "1234abcd-12ab-34cd-56ef-1234567890ab");
        for line in [
            "",
            "alias/stoa",
            "kms://?region=x",
            "kms://alias/stoa",
            "kms://alias/stoa?region=",
            "kms://alias/stoa?region=x&other=y",
            "kms://user:secret@alias/stoa?region=x",
            "kms://alias/stoa?region=x&endpoint=http://kms.example",
            "s3://alias/stoa?region=x",
        ] {
            assert_eq!(line.parse::<KmsAddress>(), Err(BadKmsAddress), "{line}");
        }
    }
}
