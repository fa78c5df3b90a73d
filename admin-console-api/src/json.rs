//! JSON types that both halves of the admin API share.

use domain::identity::{self, SignIn, SignedIn};
use kernel::Money;
use kernel::ids::{OperatorAccessId, OperatorId};
use poem_openapi::Object;
use time::OffsetDateTime;

/// An amount as a decimal of its currency, such as `12.05`.
pub(crate) fn decimal(amount: Money) -> String {
    let text = amount.to_string();
    text.split(' ').next().unwrap_or_default().to_owned()
}

/// Credentials.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct Credentials {
    /// E-mail address of the account.
    email: String,
    /// Password of the account.
    password: String,
    /// Code of the second factor, or a recovery code.
    #[oai(validator(max_length = 40))]
    code: Option<String>,
}

impl Credentials {
    pub(crate) fn into_attempt(self) -> SignIn {
        SignIn::new(&self.email, &self.password).with_code(self.code, "")
    }
}

/// A session.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct Session {
    /// Access token, sent as `Authorization: Bearer …`.
    pub(crate) access_token: String,
    /// Token type: always `Bearer`.
    pub(crate) token_type: String,
    /// Lifetime of the access token in seconds.
    pub(crate) expires_in: i64,
    /// When the access token expires.
    pub(crate) expires_at: OffsetDateTime,
}

impl<P> From<&SignedIn<P>> for Session {
    fn from(signed_in: &SignedIn<P>) -> Self {
        Self {
            access_token: signed_in.access_token.expose().clone(),
            token_type: "Bearer".to_owned(),
            expires_in: signed_in.expires_in_seconds,
            expires_at: signed_in.expires_at,
        }
    }
}

/// An operator's access to the tenant.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(crate) struct OperatorAccess {
    /// Id of the access.
    id: OperatorAccessId,
    /// Id of the operator: `actor` of what they did, in the audit log.
    operator_id: OperatorId,
    /// Why.
    reason: String,
    /// Number of the support ticket, or what else asked for it.
    ticket: String,
    /// Whether it may change something.
    may_write: bool,
    /// Requests that were made with it.
    requests: i64,
    /// When it was opened.
    created_at: OffsetDateTime,
    /// When it ends by itself.
    expires_at: OffsetDateTime,
    /// When it was ended before that.
    ended_at: Option<OffsetDateTime>,
}

impl From<identity::OperatorAccess> for OperatorAccess {
    fn from(access: identity::OperatorAccess) -> Self {
        Self {
            id: access.id,
            operator_id: access.operator_id,
            reason: access.reason,
            ticket: access.ticket,
            may_write: access.may_write,
            requests: access.requests,
            created_at: access.created_at,
            expires_at: access.expires_at,
            ended_at: access.ended_at,
        }
    }
}
