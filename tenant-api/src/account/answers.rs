//! What a shopper is answered about the own account.

use domain::identity::{self, Session, User};
use kernel::ids::SessionId;
use poem_openapi::Object;
use time::OffsetDateTime;

/// A shopper who has signed in.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct ShopperSession {
    /// Sent as `Authorization: Bearer …`.
    access_token: String,
    /// Always `Bearer`.
    token_type: String,
    /// For how many seconds the access token is good.
    expires_in: i64,
    /// Until when the access token is good.
    expires_at: OffsetDateTime,
    /// What a new access token is given for, once.
    refresh_token: String,
    /// Until when the refresh token is good.
    refresh_expires_at: OffsetDateTime,
    /// Who has signed in.
    account: Account,
}

/// A shopper's account.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct Account {
    /// Its id.
    id: String,
    /// Where mail goes.
    email: String,
    /// When the address was confirmed.
    email_verified_at: OffsetDateTime,
    /// Given name.
    first_name: String,
    /// Family name.
    last_name: String,
    /// When it was made.
    created_at: OffsetDateTime,
}

/// The devices that an account is signed in on.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct SessionList {
    /// The one that was used last first; at most 50.
    data: Vec<DeviceSession>,
}

/// A device that an account is signed in on.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct DeviceSession {
    /// Its id.
    id: String,
    /// What the browser or app called itself.
    device: String,
    /// Whether it is the one that asks.
    is_current: bool,
    /// When the shopper signed in on it.
    created_at: OffsetDateTime,
    /// When it last asked for an access token.
    last_used_at: OffsetDateTime,
    /// When it is signed out, unless it is used before.
    expires_at: OffsetDateTime,
}

impl From<User> for Account {
    fn from(user: User) -> Self {
        let User {
            id,
            email,
            profile,
            email_verified_at,
            created_at,
        } = user;
        Self {
            id: id.to_string(),
            email: email.as_str().to_owned(),
            email_verified_at,
            first_name: profile.first_name,
            last_name: profile.last_name,
            created_at,
        }
    }
}

impl From<identity::ShopperSession> for ShopperSession {
    fn from(session: identity::ShopperSession) -> Self {
        let identity::ShopperSession {
            signed_in,
            refresh_token,
            refresh_expires_at,
        } = session;
        Self {
            access_token: signed_in.access_token.expose().clone(),
            token_type: "Bearer".to_owned(),
            expires_in: signed_in.expires_in_seconds,
            expires_at: signed_in.expires_at,
            refresh_token: refresh_token.expose().clone(),
            refresh_expires_at,
            account: signed_in.person.into(),
        }
    }
}

impl SessionList {
    pub(super) fn of(sessions: Vec<Session>, current: SessionId) -> Self {
        let device = |session: Session| DeviceSession {
            id: session.id.to_string(),
            device: session.device,
            is_current: session.id == current,
            created_at: session.created_at,
            last_used_at: session.last_used_at,
            expires_at: session.expires_at,
        };
        Self {
            data: sessions.into_iter().map(device).collect(),
        }
    }
}
