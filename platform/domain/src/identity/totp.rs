//! Codes of an authenticator app (RFC 6238), and recovery codes for when it is lost.

use kernel::config::Secret;
use kernel::ports::{Ids, SecretContext};
use rand::RngCore;
use time::OffsetDateTime;
use totp_rs::{Builder, Totp};

use super::staff::StaffError;
use super::{Identity, IdentityError};

/// RFC 4226 recommends 160 bits.
const SEED_BYTES: usize = 20;
const RECOVERY_CODES: usize = 10;
const RECOVERY_BYTES: usize = 10;
/// A recovery code is written in groups of so many letters.
const GROUP: usize = 4;

/// A seed that an authenticator app is to keep.
#[derive(Debug)]
pub struct TotpSeed {
    /// For typing, in base32.
    pub secret: Secret<String>,
    /// For a QR code: `otpauth://totp/…`.
    pub uri: Secret<String>,
}

impl Identity {
    /// A new seed for the app of `account`, encrypted for whoever has the context, and as the app takes it.
    pub(super) async fn new_seed(
        &self,
        context: &SecretContext,
        account: &str,
    ) -> Result<(Vec<u8>, TotpSeed), StaffError> {
        let mut seed = [0_u8; SEED_BYTES];
        rand::rng().fill_bytes(&mut seed);
        let sealed = self.keys.seal(context, &seed).await?;
        let totp = Builder::new()
            .with_secret(seed.to_vec())
            // A colon would end the issuer's name.
            .with_account_name(account.replace(':', ""))
            .with_issuer(Some("Stoa"))
            .build()
            .map_err(|why| IdentityError::Broken(why.to_string()))?;
        let uri = totp
            .to_url()
            .map_err(|why| IdentityError::Broken(why.to_string()))?;
        let secret = totp_rs::Secret::from(seed.to_vec()).to_base32();
        let shown = TotpSeed {
            secret: Secret::new(secret),
            uri: Secret::new(uri),
        };
        Ok((sealed, shown))
    }

    /// The time step that a code is of, now or a step before or after.
    pub(super) async fn step_of(
        &self,
        context: &SecretContext,
        sealed: &[u8],
        code: &str,
        now: OffsetDateTime,
    ) -> Result<Option<i64>, StaffError> {
        let seed = self.keys.open(context, sealed).await?;
        let totp = totp(seed.expose())?;
        let seconds = u64::try_from(now.unix_timestamp()).unwrap_or_default();
        let step = totp.check(code, seconds);
        Ok(step.and_then(|step| i64::try_from(step).ok()))
    }
}

/// Codes of six digits that change every 30 seconds; a step before and after is taken, too.
fn totp(seed: &[u8]) -> Result<Totp, IdentityError> {
    let built = Builder::new()
        .with_secret(seed.to_vec())
        .with_skew(1)
        .build();
    built.map_err(|why| IdentityError::Broken(why.to_string()))
}

/// A code however it was typed: with spaces, hyphens and small letters.
pub(super) fn typed(code: &str) -> String {
    code.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_uppercase())
        .collect()
}

/// Codes to write down, and what is kept of them.
pub(super) fn recovery_codes() -> (Vec<String>, Vec<Vec<u8>>) {
    let made = (0..RECOVERY_CODES).map(|_| {
        let mut bytes = [0_u8; RECOVERY_BYTES];
        rand::rng().fill_bytes(&mut bytes);
        let code = totp_rs::Secret::from(bytes.to_vec()).to_base32();
        let hash = Ids::token_hash(&code);
        let letters: Vec<char> = code.chars().collect();
        let groups: Vec<String> = letters
            .chunks(GROUP)
            .map(|group| group.iter().collect())
            .collect();
        (groups.join("-"), hash)
    });
    made.unzip()
}
