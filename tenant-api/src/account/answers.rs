//! What a shopper is answered about the own account.

use domain::identity::{self, Session, User};
use kernel::ids::{SessionId, UserId};
use poem_openapi::{ApiResponse, Object};
use time::OffsetDateTime;

use super::carts::AccountCart;

/// The request was accepted.
#[derive(ApiResponse)]
pub(crate) enum MailSent {
    /// The request was accepted; an e-mail may be on its way to the address.
    #[oai(status = 202)]
    Accepted,
}

/// Done; no content.
#[derive(ApiResponse)]
pub(crate) enum Done {
    /// Done.
    #[oai(status = 204)]
    Done,
}

/// A signed-in shopper's session.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct ShopperSession {
    /// Access token, sent as `Authorization: Bearer …`.
    access_token: String,
    /// Token type: always `Bearer`.
    token_type: String,
    /// Lifetime of the access token in seconds.
    expires_in: i64,
    /// When the access token expires.
    expires_at: OffsetDateTime,
    /// Refresh token, valid for one refresh.
    refresh_token: String,
    /// When the refresh token expires.
    refresh_expires_at: OffsetDateTime,
    /// The signed-in account.
    account: Account,
    /// The account's cart; only in the response to a sign-in that sent a `guest_cart`.
    cart: Option<AccountCart>,
}

impl ShopperSession {
    pub(super) fn with_cart(self, cart: AccountCart) -> Self {
        Self {
            cart: Some(cart),
            ..self
        }
    }
}

/// A shopper's account.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct Account {
    /// Account id.
    id: UserId,
    /// E-mail address to sign in with.
    email: String,
    /// When the e-mail address was confirmed.
    email_verified_at: OffsetDateTime,
    /// Given name, or the only one.
    first_name: String,
    /// Family name; empty for people with one name.
    last_name: String,
    /// When the account was created.
    created_at: OffsetDateTime,
}

/// A customer group that the account is in.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "AccountCustomerGroup")]
pub(super) struct OwnGroup {
    /// Name.
    pub(super) name: String,
}

/// A session of the account on a device.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct DeviceSession {
    /// Session id.
    id: SessionId,
    /// User agent of the browser or app.
    device: String,
    /// Whether this is the session of the request.
    is_current: bool,
    /// When the session began.
    created_at: OffsetDateTime,
    /// When the session was last refreshed.
    last_used_at: OffsetDateTime,
    /// When the session expires if it is not refreshed before.
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
            id,
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
            session_id: _,
        } = session;
        Self {
            access_token: signed_in.access_token.expose().clone(),
            token_type: "Bearer".to_owned(),
            expires_in: signed_in.expires_in_seconds,
            expires_at: signed_in.expires_at,
            refresh_token: refresh_token.expose().clone(),
            refresh_expires_at,
            account: signed_in.person.into(),
            cart: None,
        }
    }
}

impl DeviceSession {
    /// A session as the device of session `current` sees it.
    pub(super) fn seen_from(current: SessionId, session: Session) -> Self {
        Self {
            id: session.id,
            device: session.device,
            is_current: session.id == current,
            created_at: session.created_at,
            last_used_at: session.last_used_at,
            expires_at: session.expires_at,
        }
    }
}
