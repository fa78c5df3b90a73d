//! Passwords: argon2id on a bounded number of threads.

use std::sync::Arc;
use std::time::Duration;

use argon2::password_hash::{PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use kernel::config::Secret;
use kernel::contact::Email;
use kernel::goods::Malformed;
use kernel::ports::Ids;
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;
use zxcvbn::{Score, zxcvbn};

use super::IdentityError;

/// OWASP's least: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// NIST SP 800-63B-4 for a password that nothing else stands beside.
const SHORTEST: usize = 15;
/// A shopper's password guards one person's orders and addresses, not a shop.
const SHORTEST_OF_SHOPPERS: usize = 10;
const LONGEST: usize = 1024;
/// As much of a password as is looked at to see whether it is easily guessed: looking at more takes
/// the square of the time, and whoever types so much does not type what everybody types.
const ESTIMATED: usize = 40;

/// Somebody who waits longer than this is told to come back.
const PATIENCE: Duration = Duration::from_secs(5);

/// What an unknown account is checked against, so that it takes as long as a known one. It is the
/// hash of a random text that nobody kept.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c3RvYSBub2JvZHkgaGVyZQ$baaYnj4mOJSXdRM2+kHgBdUkwjvL6R+CvVkYu0KfoLI";

/// A password, in Unicode's composed form, so that every keyboard types the same one.
#[derive(Debug, Clone)]
pub struct Password(Secret<String>);

impl Password {
    /// What somebody typed to be let in. Any text may be tried.
    pub fn typed(text: &str) -> Self {
        Self(Secret::new(text.nfc().collect()))
    }

    /// A password for an account: 15 to 1024 characters, and not a few of them over and over. None
    /// is a control character, which nobody means to type (RFC 8265, `OpaqueString`).
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        Self::of_length(text, SHORTEST).ok_or(Malformed {
            rule: "15 to 1024 characters, at least 5 of them different, and none a control character",
        })
    }

    /// A password for a shopper's account: 10 to 1024 characters, under the same rules.
    pub fn of_shopper(text: &str) -> Result<Self, Malformed> {
        Self::of_length(text, SHORTEST_OF_SHOPPERS).ok_or(Malformed {
            rule: "10 to 1024 characters, at least 5 of them different, and none a control character",
        })
    }

    /// Whether it is this e-mail address, in whatever form.
    pub fn is_address(&self, email: &Email) -> bool {
        let text = self.0.expose().trim();
        text.to_lowercase() == email.as_str() || Email::parse(text).is_ok_and(|it| it == *email)
    }

    /// Whether it is one of those that are guessed first: a common one, one that begins so, or one
    /// made of what is known about its owner. It takes up to half a second of a core.
    fn is_easily_guessed(&self, owner: &Owner) -> bool {
        let beginning: String = self.0.expose().chars().take(ESTIMATED).collect();
        let names = owner.names.iter().map(String::as_str);
        let mut known: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
        known.push(owner.email.as_str());
        self.is_address(&owner.email) || zxcvbn(&beginning, &known).score() < Score::Two
    }

    fn of_length(text: &str, shortest: usize) -> Option<Self> {
        let password: String = text.nfc().collect();
        let length = password.chars().count();
        let mut different: Vec<char> = password.chars().collect();
        different.sort_unstable();
        different.dedup();
        let is_typed = !different.iter().any(|character| character.is_control());
        let is_good = (shortest..=LONGEST).contains(&length) && different.len() >= 5 && is_typed;
        is_good.then(|| Self(Secret::new(password)))
    }
}

/// What anybody knows about the owner of a password.
#[derive(Debug)]
pub(super) struct Owner {
    pub(super) email: Email,
    pub(super) names: [String; 2],
}

/// What is kept of a password, as a PHC string.
#[derive(Debug, Clone)]
pub struct PasswordHash(Secret<String>);

impl PasswordHash {
    pub(super) fn from_row(text: String) -> Self {
        Self(Secret::new(text))
    }

    pub(super) fn as_str(&self) -> &str {
        self.0.expose()
    }

    /// Whether it was made with less than what is made today.
    pub(super) fn is_outdated(&self) -> bool {
        let today = format!("$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}$");
        !self.as_str().starts_with(&today)
    }
}

/// Hashes and checks passwords. Each takes 19 MiB and some 20 ms of a core, so only a few are at
/// work at once and the others wait.
#[derive(Debug, Clone)]
pub struct Passwords {
    slots: Arc<Semaphore>,
}

impl Passwords {
    /// At most `slots` at once; one for each core is plenty.
    pub fn new(slots: usize) -> Self {
        Self {
            slots: Arc::new(Semaphore::new(slots.max(1))),
        }
    }

    /// The hash to keep.
    pub async fn hash(&self, password: Password) -> Result<PasswordHash, IdentityError> {
        self.run(move || hash(&password)).await
    }

    /// The hash to keep of a password that a shopper chose; refused when it is easily guessed.
    pub(super) async fn choose(
        &self,
        password: Password,
        owner: Owner,
    ) -> Result<PasswordHash, IdentityError> {
        self.run(move || {
            if password.is_easily_guessed(&owner) {
                return Err(IdentityError::WeakPassword);
            }
            hash(&password)
        })
        .await
    }

    /// Whether `password` is the one that `hash` was made of. Without a hash the answer is no, and
    /// takes as long.
    pub async fn verify(
        &self,
        password: Password,
        hash: Option<PasswordHash>,
    ) -> Result<bool, IdentityError> {
        self.run(move || {
            let stored = hash.as_ref().map_or(NOBODY, PasswordHash::as_str);
            let stored = argon2::PasswordHash::new(stored).map_err(broken)?;
            let is_right = argon2()?
                .verify_password(password.0.expose().as_bytes(), &stored)
                .is_ok();
            Ok(is_right && hash.is_some())
        })
        .await
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, IdentityError> + Send + 'static,
    ) -> Result<T, IdentityError> {
        let slot = tokio::time::timeout(PATIENCE, self.slots.clone().acquire_owned())
            .await
            .map_err(|_| IdentityError::Busy)?
            .map_err(broken)?;
        // The slot goes with the work: a caller that goes away does not make room for another one
        // while the core is still busy.
        tokio::task::spawn_blocking(move || {
            let done = work();
            drop(slot);
            done
        })
        .await
        .map_err(broken)?
    }
}

fn hash(password: &Password) -> Result<PasswordHash, IdentityError> {
    let salt: Vec<u8> = Ids.token().into_bytes().into_iter().take(32).collect();
    let salt = SaltString::encode_b64(&salt).map_err(broken)?;
    let hash = argon2()?
        .hash_password(password.0.expose().as_bytes(), &salt)
        .map_err(broken)?;
    Ok(PasswordHash::from_row(hash.to_string()))
}

fn argon2() -> Result<Argon2<'static>, IdentityError> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(broken)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn broken(why: impl std::fmt::Display) -> IdentityError {
    IdentityError::Broken(why.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_kept_as_argon2id_and_known_again() {
        let passwords = Passwords::new(2);
        let password = Password::parse("correct horse battery").unwrap();

        let hash = passwords.hash(password.clone()).await.unwrap();

        assert!(
            hash.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{}",
            hash.as_str()
        );
        assert!(!hash.is_outdated());
        let verify = |text: &str| passwords.verify(Password::typed(text), Some(hash.clone()));
        assert!(verify("correct horse battery").await.unwrap());
        assert!(!verify("correct horse batterz").await.unwrap());
        assert!(!verify("").await.unwrap());
    }

    #[tokio::test]
    async fn nobody_is_checked_like_somebody() {
        let passwords = Passwords::new(1);
        assert!(argon2::PasswordHash::new(NOBODY).is_ok());
        assert!(!PasswordHash::from_row(NOBODY.to_owned()).is_outdated());

        let known = passwords.verify(Password::typed("x"), None).await;

        assert!(!known.unwrap());
    }

    #[tokio::test]
    async fn the_last_character_of_a_long_password_counts() {
        let passwords = Passwords::new(1);
        let long = "abcde".repeat(20);
        let hash = passwords
            .hash(Password::parse(&format!("{long}1")).unwrap())
            .await
            .unwrap();

        let other = Password::typed(&format!("{long}2"));

        assert!(!passwords.verify(other, Some(hash)).await.unwrap());
    }

    #[tokio::test]
    async fn an_accent_is_the_same_however_it_is_typed() {
        let passwords = Passwords::new(1);
        let composed = Password::parse("caf\u{e9} caf\u{e9} caf\u{e9} caf\u{e9}").unwrap();
        let hash = passwords.hash(composed).await.unwrap();

        let decomposed = Password::typed("cafe\u{301} cafe\u{301} cafe\u{301} cafe\u{301}");

        assert!(passwords.verify(decomposed, Some(hash)).await.unwrap());
    }

    #[test]
    fn short_and_dull_passwords_are_refused() {
        for text in [
            "",
            "fourteen chars",
            "aaaaaaaaaaaaaaaaaaaa",
            "abababababababab",
        ] {
            assert!(Password::parse(text).is_err(), "{text}");
        }
        assert!(Password::parse(&"a".repeat(1025)).is_err());
        assert!(Password::parse("fifteen chars!!").is_ok());
    }

    #[test]
    fn a_password_does_not_print() {
        assert!(!format!("{:?}", Password::typed("hunter2")).contains("hunter2"));
    }
}
