//! What encrypts the secrets that the database keeps.

use std::str::FromStr;

use aws_backends::KmsAddress;
use infra::keys::LocalKeys;

/// `ENCRYPTION_KEYS`: keys of 64 hexadecimal digits and at most one key of KMS, between commas. The first
/// encrypts, all decrypt.
#[derive(Debug, Clone)]
pub struct EncryptionKeys {
    /// A key that never leaves KMS.
    pub kms: Option<KmsAddress>,
    /// Keys of the settings.
    pub local: Option<LocalKeys>,
    /// Whether KMS encrypts.
    pub is_kms_first: bool,
}

/// Text that holds no encryption keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadEncryptionKeys {
    /// One part is no key.
    #[error(
        "must be keys of 64 hexadecimal digits, between commas; make one with: openssl rand -hex 32. In the place of \
         one of them there may be kms://alias/NAME?region=…"
    )]
    Malformed,
    /// There are two of KMS.
    #[error("names two keys of KMS; give one of them another alias and rotate the key in KMS")]
    Kms,
}

impl FromStr for EncryptionKeys {
    type Err = BadEncryptionKeys;

    fn from_str(text: &str) -> Result<Self, BadEncryptionKeys> {
        let parts: Vec<&str> = text.split(',').map(str::trim).collect();
        let (kms, local): (Vec<&str>, Vec<&str>) =
            parts.iter().partition(|part| part.starts_with("kms:"));
        let malformed = |_| BadEncryptionKeys::Malformed;
        let kms = match kms.as_slice() {
            [] => None,
            [one] => Some(one.parse().map_err(|_| BadEncryptionKeys::Malformed)?),
            _ => return Err(BadEncryptionKeys::Kms),
        };
        let local = match local.is_empty() {
            true => None,
            false => Some(local.join(",").parse().map_err(malformed)?),
        };
        Ok(Self {
            is_kms_first: parts.first().is_some_and(|part| part.starts_with("kms:")),
            kms,
            local,
        })
    }
}

impl EncryptionKeys {
    /// What the keys are called, the one that encrypts first.
    pub fn ids(&self) -> Vec<String> {
        let kms = self.kms.iter().map(|kms| format!("KMS {}", kms.key()));
        let local = self.local.iter().flat_map(LocalKeys::ids);
        if self.is_kms_first {
            kms.chain(local).collect()
        } else {
            local.chain(kms).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    #[test]
    fn a_key_of_kms_stands_among_others() {
        let kms = "kms://alias/stoa?region=eu-central-1";
        let keys: EncryptionKeys = format!("{kms}, {KEY}").parse().unwrap();
        assert!(keys.is_kms_first);
        let ids = keys.ids();
        assert_eq!((ids.len(), ids[0].as_str()), (2, "KMS alias/stoa"));
        let keys: EncryptionKeys = format!("{KEY},{kms}").parse().unwrap();
        assert!(!keys.is_kms_first);
        assert_eq!(keys.ids()[1], "KMS alias/stoa");
        assert!(kms.parse::<EncryptionKeys>().unwrap().local.is_none());

        for (text, why) in [
            (String::new(), BadEncryptionKeys::Malformed),
            ("hunter2".to_owned(), BadEncryptionKeys::Malformed),
            ("kms://alias/stoa".to_owned(), BadEncryptionKeys::Malformed),
            (format!("{KEY},"), BadEncryptionKeys::Malformed),
            (format!("{kms},{kms}"), BadEncryptionKeys::Kms),
        ] {
            assert_eq!(text.parse::<EncryptionKeys>().unwrap_err(), why, "{text}");
        }
    }
}
