//! To a provider and back.

use kernel::config::Secret;
use kernel::contact::Email;
use kernel::ids::{IdentityProviderId, UserId};
use kernel::ports::{Ids, OpenIdClient, OpenIdError, OpenIdGrant, OpenIdPerson, OpenIdRequest};
use kernel::text::line;
use kernel::{Caller, Client, Event, FieldFault};
use time::Duration;
use tracing::warn;
use url::Url;

use super::{SocialError, SocialReturn, SocialSession, SocialStart};
use crate::identity::attempts::Target;
use crate::identity::shopper::accounts::visited;
use crate::identity::shopper::model::{Profile, ShopperSession};
use crate::identity::shopper::newsletter;
use crate::identity::shopper::store::sign_ins::{self, Departure, Waiting};
use crate::identity::shopper::store::{accounts, identities, providers, signups};
use crate::identity::{Identity, IdentityError, Password};

/// How long a browser may be away.
const AWAY: Duration = Duration::minutes(10);
/// How long the owner of an account has to sign in and link the identity.
const WAITING: Duration = Duration::minutes(30);
const LONGEST_PATH: usize = 500;
const LONGEST_NAME: usize = 100;
/// No request is on its way for longer.
const ONCE_MORE: Duration = Duration::minutes(1);

/// A path of the shop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnPath(String);

impl ReturnPath {
    /// Takes a path that leads to no other host, however a browser reads it.
    pub fn parse(text: &str) -> Result<Self, FieldFault> {
        let rule = "a path of the shop such as /account, of at most 500 characters";
        let refused = || FieldFault::new("/return_to", "malformed", rule);
        let is_path = text.starts_with('/')
            && !text.starts_with("//")
            && !text.contains(|c: char| c == '\\' || c.is_control() || c.is_whitespace());
        let shop = Url::parse("https://shop.invalid/").map_err(|_| refused())?;
        let url = shop.join(text).map_err(|_| refused())?;
        let path = url.as_str().strip_prefix("https://shop.invalid");
        let path = path.filter(|path| is_path && !path.starts_with("//"));
        match path {
            Some(path) if path.len() <= LONGEST_PATH => Ok(Self(path.to_owned())),
            _ => Err(refused()),
        }
    }
}

/// Where a browser is, between two statements.
struct Back<'a> {
    provider_id: IdentityProviderId,
    browser_hash: Vec<u8>,
    person: OpenIdPerson,
    device: &'a str,
}

impl Identity {
    /// Sends a browser to a provider, which sends it back to `redirect_uri`. Anybody may try.
    pub async fn begin_social_sign_in(
        &self,
        caller: &Caller,
        provider_id: IdentityProviderId,
        (redirect_uri, return_to): (String, ReturnPath),
    ) -> Result<SocialStart, SocialError> {
        let storefront_id = visited(caller)?;
        let found = providers::find(&mut self.db.begin(caller).await?, provider_id).await?;
        let (provider, _) = found
            .filter(|(provider, _)| provider.is_enabled)
            .ok_or(SocialError::NotFound)?;
        let (state, browser_token) = (Ids.token(), Ids.token());
        let client = OpenIdClient {
            issuer: provider.issuer,
            client_id: provider.client_id,
            redirect_uri,
        };
        let request = OpenIdRequest {
            nonce: derived("nonce", &browser_token),
            verifier: Secret::new(derived("verifier", &browser_token)),
            state,
        };
        let authorization_url = self.issuers.authorization_url(&client, &request).await?;
        let now = self.clock.now();
        let departure = Departure {
            state_hash: Ids::token_hash(&request.state),
            browser_hash: Ids::token_hash(&browser_token),
            storefront_id,
            provider_id,
            return_to: return_to.0,
        };
        let mut tx = self.db.begin(caller).await?;
        if !sign_ins::put(&mut tx, &departure, (now, now + AWAY)).await? {
            return Err(SocialError::NotFound);
        }
        tx.commit().await?;
        Ok(SocialStart {
            authorization_url,
            browser_token: Secret::new(browser_token),
            expires_at: now + AWAY,
        })
    }

    /// Lets a shopper in who comes back from a provider: to the account that is linked, or to a new one if the
    /// verified address has none. Each departure is good for one return, whatever comes of it.
    pub async fn finish_social_sign_in(
        &self,
        caller: &Caller,
        back: SocialReturn,
        (device, client): (&str, Option<Client>),
    ) -> Result<SocialSession, SocialError> {
        let storefront_id = visited(caller)?;
        let browser_token = back.browser_token.expose();
        let browser_hash = Ids::token_hash(browser_token);
        let mut tx = self.db.begin(caller).await?;
        let hashes = (&*Ids::token_hash(&back.state), &*browser_hash);
        let departure = sign_ins::take(&mut tx, hashes, storefront_id, self.clock.now()).await?;
        let (provider_id, return_to) = departure.ok_or(SocialError::BadState)?;
        let found = providers::find(&mut tx, provider_id).await?;
        tx.commit().await?;
        let (provider, sealed) = found
            .filter(|(provider, _)| provider.is_enabled)
            .ok_or(SocialError::BadState)?;
        let grant = OpenIdGrant {
            code: back.code,
            issuer: back.issuer,
            client_secret: self.client_secret(caller, provider_id, &sealed).await?,
            nonce: derived("nonce", browser_token),
            verifier: Secret::new(derived("verifier", browser_token)),
        };
        let asked = OpenIdClient {
            issuer: provider.issuer,
            client_id: provider.client_id,
            redirect_uri: back.redirect_uri,
        };
        let redeemed = self.issuers.redeem(&asked, &grant, self.clock.now()).await;
        let person = redeemed.inspect_err(|error| note(provider_id, error))?;
        let back = Back {
            provider_id,
            browser_hash,
            person,
            device,
        };
        let session = self.let_in(caller, back).await?;
        let email = &session.signed_in.person.email;
        let target = Target::shopper(caller.tenant_id(), email);
        self.attempts.remember(target, client);
        Ok(SocialSession { session, return_to })
    }

    async fn let_in(&self, caller: &Caller, back: Back<'_>) -> Result<ShopperSession, SocialError> {
        let now = self.clock.now();
        let who = (back.provider_id, back.person.subject.as_str());
        let mut tx = self.db.begin(caller).await?;
        if let Some(user_id) = identities::touch(&mut tx, who, now).await? {
            let user = accounts::user(&mut tx, user_id).await?;
            let user = user.ok_or(IdentityError::BadToken)?;
            let opened = self.open_shopper_session(tx, caller, user, back.device);
            return Ok(opened.await?);
        }
        let email = verified(&back.person)?;
        let known = accounts::account_of(&mut tx, &email).await?;
        drop(tx);
        if known.is_none()
            && let Some(session) = Box::pin(self.open_account(caller, &back, &email)).await?
        {
            return Ok(session);
        }
        let mut tx = self.db.begin(caller).await?;
        // Somebody may have opened the account in this very moment.
        let user_id = accounts::account_of(&mut tx, &email)
            .await?
            .ok_or(SocialError::BadState)?;
        let waiting = Waiting {
            user_id,
            provider_id: back.provider_id,
            subject: back.person.subject,
            email: email.as_str().to_owned(),
        };
        sign_ins::wait(&mut tx, &back.browser_hash, &waiting, now + WAITING).await?;
        tx.commit().await?;
        Err(SocialError::LinkRequired)
    }

    /// Opens an account for an address that has none, with a password that nobody knows; nothing when it has got one
    /// meanwhile.
    async fn open_account(
        &self,
        caller: &Caller,
        back: &Back<'_>,
        email: &Email,
    ) -> Result<Option<ShopperSession>, SocialError> {
        let nobodys = self.passwords.hash(Password::typed(&Ids.token())).await?;
        let now = self.clock.now();
        let user_id = UserId::from_uuid(Ids.uuid());
        let profile = called(&back.person, email);
        let mut tx = self.db.begin(caller).await?;
        let who = (email, &profile);
        if !accounts::put_without_password(&mut tx, user_id, who, &nobodys, (now, Some(now)))
            .await?
        {
            return Ok(None);
        }
        signups::drop_all(&mut tx, email).await?;
        newsletter::adopt(&mut tx, user_id, email).await?;
        let waiting = Waiting {
            user_id,
            provider_id: back.provider_id,
            subject: back.person.subject.clone(),
            email: email.as_str().to_owned(),
        };
        if identities::put(&mut tx, &waiting, now).await?.is_none() {
            return Err(SocialError::IdentityInUse);
        }
        let opened = Event::AccountOpened {
            user_id,
            email: email.clone(),
        };
        tx.publish(&opened).await?;
        tx.publish_at(&opened, now + ONCE_MORE).await?;
        let user = accounts::user(&mut tx, user_id).await?;
        let user = user.ok_or(IdentityError::BadToken)?;
        let session = self.open_shopper_session(tx, caller, user, back.device);
        Ok(Some(session.await?))
    }
}

/// What a provider and a browser agree on, made from what only the browser keeps: 64 hexadecimal digits.
fn derived(purpose: &str, browser_token: &str) -> String {
    hex::encode(Ids::token_hash(&format!("{purpose} {browser_token}")))
}

/// The address, if the provider says that it is the person's.
fn verified(person: &OpenIdPerson) -> Result<Email, SocialError> {
    let email = person.email.as_deref().filter(|_| person.is_email_verified);
    let email = email.ok_or(SocialError::EmailNotVerified)?;
    Email::parse(email).map_err(|_| SocialError::EmailNotVerified)
}

/// What the provider calls the person; without a name that can be kept, what stands before the `@`.
fn called(person: &OpenIdPerson, email: &Email) -> Profile {
    let kept = |name: &Option<String>| line(name.as_deref()?, LONGEST_NAME);
    let before_at = email.as_str().split('@').next().unwrap_or_default();
    let first_name = kept(&person.given_name).or_else(|| kept(&person.name));
    let last_name = kept(&person.family_name).filter(|_| kept(&person.given_name).is_some());
    Profile {
        first_name: first_name.unwrap_or_else(|| before_at.to_owned()),
        last_name: last_name.unwrap_or_default(),
    }
}

/// Whoever runs the installation sees that a provider is out or lies; a refused code is a shopper's.
fn note(provider_id: IdentityProviderId, error: &OpenIdError) {
    if !matches!(error, OpenIdError::Refused(_)) {
        warn!(%provider_id, %error, "somebody could not sign in with an identity provider");
    }
    metrics::counter!("auth_failures_total", "reason" => "identity_provider").increment(1);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shopper_returns_to_the_shop_and_nowhere_else() {
        for good in ["/", "/account", "/p/mug?size=l#top", "/a/../b", "/:80"] {
            assert!(ReturnPath::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "account",
            "https://evil.example/",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "/..//evil.example",
            "/.//evil.example",
            "javascript:alert(1)",
            "/%2e%2e//evil.example",
            " /account",
        ] {
            assert!(ReturnPath::parse(bad).is_err(), "{bad:?}");
        }
        let long = format!("/{}", "a".repeat(500));
        assert!(ReturnPath::parse(&long).is_err());
    }

    #[test]
    fn names_that_cannot_be_kept_are_replaced() {
        let email = Email::parse("anna.berg@example.com").unwrap();
        let person = |given: &str, family: &str, name: &str| OpenIdPerson {
            subject: "1".to_owned(),
            email: None,
            is_email_verified: false,
            given_name: Some(given.to_owned()),
            family_name: Some(family.to_owned()),
            name: Some(name.to_owned()),
        };
        let names = |given, family, name| {
            let profile = called(&person(given, family, name), &email);
            (profile.first_name, profile.last_name)
        };
        let pair = |first: &str, last: &str| (first.to_owned(), last.to_owned());
        assert_eq!(names(" Anna ", "Berg", ""), pair("Anna", "Berg"));
        assert_eq!(names("", "Berg", "Anna Berg"), pair("Anna Berg", ""));
        assert_eq!(names("", "", "\u{202e}"), pair("anna.berg", ""));
    }
}
