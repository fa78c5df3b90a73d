//! Who a shopper is, and what may be said about one.

use kernel::FieldFault;
use kernel::config::Secret;
use kernel::contact::Email;
use kernel::ids::{SessionId, UserId};
use kernel::text::line;
use time::OffsetDateTime;

use super::consents::GivenConsents;
use crate::identity::password::Owner;
use crate::identity::{Password, SignedIn};

const NAME_RULE: &str = "1 to 100 characters, none of them a control character or invisible";

/// A request for an account.
#[derive(Debug)]
pub struct SignUp {
    pub(super) email: Email,
    pub(super) profile: Profile,
    pub(super) password: Password,
    pub(super) consents: GivenConsents,
}

impl SignUp {
    /// Takes what somebody typed; all that is wrong is told at once.
    pub fn parse(email: &str, password: &str, profile: Profile) -> Result<Self, Vec<FieldFault>> {
        let mut faults = Vec::new();
        let email = Email::parse(email)
            .map_err(|why| faults.push(FieldFault::new("/email", "malformed", why.rule)))
            .ok();
        let password = NewPassword::parse(password)
            .map_err(|fault| faults.push(fault))
            .ok();
        let profile = profile.parse().map_err(|wrong| faults.extend(wrong)).ok();
        match (email, password, profile) {
            (Some(email), Some(NewPassword(password)), Some(profile)) => Ok(Self {
                email,
                profile,
                password,
                consents: GivenConsents::default(),
            }),
            _ => Err(faults),
        }
    }

    /// With what was agreed to beside it.
    #[must_use]
    pub fn with_consents(self, consents: GivenConsents) -> Self {
        Self { consents, ..self }
    }
}

/// A password that a shopper chose.
#[derive(Debug)]
pub struct NewPassword(pub(super) Password);

impl NewPassword {
    /// Takes what somebody typed.
    pub fn parse(text: &str) -> Result<Self, FieldFault> {
        Password::of_shopper(text)
            .map(Self)
            .map_err(|why| FieldFault::new("/password", "malformed", why.rule))
    }
}

/// What a shopper is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Given name, or the only one.
    pub first_name: String,
    /// Family name; empty for people with one name.
    pub last_name: String,
}

impl Profile {
    fn parse(self) -> Result<Self, Vec<FieldFault>> {
        let change = ProfileChange {
            first_name: Some(self.first_name),
            last_name: Some(self.last_name),
        };
        let ProfileChange {
            first_name,
            last_name,
        } = change.parse()?;
        Ok(Self {
            first_name: first_name.unwrap_or_default(),
            last_name: last_name.unwrap_or_default(),
        })
    }
}

/// What of a profile is to become different.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProfileChange {
    /// Given name.
    pub first_name: Option<String>,
    /// Family name; empty to have none.
    pub last_name: Option<String>,
}

impl ProfileChange {
    /// Trims and checks what somebody typed; all that is wrong is told at once.
    pub fn parse(self) -> Result<Self, Vec<FieldFault>> {
        let mut faults = Vec::new();
        let mut name = |field: &str, text: Option<String>| {
            let text = text?;
            let name = line(&text, 100);
            if name.is_none() {
                faults.push(FieldFault::new(format!("/{field}"), "malformed", NAME_RULE));
            }
            name
        };
        let first_name = name("first_name", self.first_name);
        let last_name = match self.last_name {
            Some(text) if text.trim().is_empty() => Some(String::new()),
            other => name("last_name", other),
        };
        if faults.is_empty() {
            Ok(Self {
                first_name,
                last_name,
            })
        } else {
            Err(faults)
        }
    }
}

/// Another password for whoever knows the one there is.
#[derive(Debug)]
pub struct ChangePassword {
    /// The password there is, as it was typed.
    pub current: Password,
    /// The other one.
    pub new: NewPassword,
}

/// Another e-mail address for whoever knows the password.
#[derive(Debug)]
pub struct ChangeEmail {
    /// The password of the account, as it was typed.
    pub password: Password,
    /// The other address.
    pub email: Email,
}

/// The answer to an e-mail about a sign-up.
#[derive(Debug)]
pub struct ConfirmEmail {
    /// What the link held.
    pub token: String,
    /// The password that was chosen when signing up, if it was asked for again.
    pub password: Option<Password>,
}

/// A new password for whoever has the mail about it.
#[derive(Debug)]
pub struct ResetPassword {
    /// What the mail held.
    pub token: String,
    /// The password.
    pub password: NewPassword,
}

/// A shopper with an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Who it is, in this tenant.
    pub id: UserId,
    /// Where mail goes.
    pub email: Email,
    /// What the person is called.
    pub profile: Profile,
    /// When the address was shown to be the person's; until then, of accounts that staff made, when they did.
    pub email_verified_at: OffsetDateTime,
    /// When the account was made.
    pub created_at: OffsetDateTime,
}

impl Owner {
    pub(super) fn of(user: &User) -> Self {
        Self {
            email: user.email.clone(),
            names: [
                user.profile.first_name.clone(),
                user.profile.last_name.clone(),
            ],
        }
    }
}

/// A device that a shopper is signed in on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// What the browser or app called itself.
    pub device: String,
    /// When the shopper signed in on it.
    pub created_at: OffsetDateTime,
    /// When it last asked for a new access token.
    pub last_used_at: OffsetDateTime,
    /// When it is over, unless it is used before.
    pub expires_at: OffsetDateTime,
}

/// A shopper who was let in on a device.
#[derive(Debug, Clone)]
pub struct ShopperSession {
    /// Who it is, and the access token.
    pub signed_in: SignedIn<User>,
    /// What a new access token is given for, once.
    pub refresh_token: Secret<String>,
    /// Until when it is good.
    pub refresh_expires_at: OffsetDateTime,
    /// The session that has begun, or goes on.
    pub session_id: SessionId,
}
