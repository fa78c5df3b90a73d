//! Signing in to a tenant's admin console.

use domain::identity::{
    AcceptInvitation, AssignedRole, IdentityError, SignedIn, StaffError, StaffMember,
};
use gateway::{ApiResult, ClientAddress, Contract, Cost, TenantHost};
use kernel::Caller;
use kernel::ids::StaffId;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;

use crate::json::{Credentials, Session};
use crate::{App, Tag};

pub(crate) struct AuthApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_login")
        .costs(Cost::Credential)
        .fails(&IdentityError::SIGN_IN),
    Contract::of("admin_accept_invitation")
        .costs(Cost::Credential)
        .fails(&[
            IdentityError::INVALID_TOKEN,
            IdentityError::WEAK_PASSWORD,
            IdentityError::SIGN_IN_BUSY,
            StaffError::ACCOUNT_NEEDED,
        ]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminAuth")]
impl AuthApi {
    /// Sign in
    ///
    /// The host names the tenant. An unknown address, a wrong password and an account of another
    /// tenant get the same answer, `invalid_credentials`. After 10 wrong passwords for one address
    /// within 15 minutes the answer is 429 `too_many_attempts`, except to clients that have signed in
    /// before.
    #[oai(path = "/auth/login", method = "post", operation_id = "admin_login")]
    async fn login(
        &self,
        host: TenantHost,
        client: ClientAddress,
        body: Json<Credentials>,
    ) -> ApiResult<Json<StaffSession>> {
        let attempt = body.0.into_attempt().from_client(client.0);
        let signed_in = self
            .0
            .identity
            .sign_in_staff(host.tenant_id(), attempt)
            .await?;
        Ok(Json(signed_in.into()))
    }

    /// Accept an invitation
    ///
    /// The token is the one of the link that was sent to the invited address. A person who has an account
    /// keeps its name and password; a new account needs both, and without them the response is 422
    /// `account_needed`. Sign in afterwards.
    #[oai(
        path = "/staff-invitations/accept",
        method = "post",
        operation_id = "admin_accept_invitation"
    )]
    async fn accept_invitation(
        &self,
        host: TenantHost,
        body: Json<InvitationAcceptance>,
    ) -> ApiResult<Json<AcceptedInvitation>> {
        let accept = AcceptInvitation {
            token: body.0.token,
            name: body.0.name,
            password: body.0.password,
        };
        let caller = Caller::system(host.tenant_id());
        let accepted = self.0.identity.accept_invitation(&caller, accept).await?;
        Ok(Json(AcceptedInvitation {
            email: accepted.email.as_str().to_owned(),
            is_new_account: accepted.is_new,
        }))
    }
}

/// What an invited person sends.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct InvitationAcceptance {
    /// Token of the link.
    token: String,
    /// Name of a new account, 1 to 200 characters.
    name: Option<String>,
    /// Password of a new account: 15 to 1024 characters that are not easily guessed.
    password: Option<String>,
}

/// An accepted invitation.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct AcceptedInvitation {
    /// E-mail address to sign in with.
    email: String,
    /// Whether the account is new; otherwise its password stays.
    is_new_account: bool,
}

/// A signed-in staff member's session.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StaffSession {
    /// Access token, sent as `Authorization: Bearer …`.
    access_token: String,
    /// Token type: always `Bearer`.
    token_type: String,
    /// Lifetime of the access token in seconds.
    expires_in: i64,
    /// When the access token expires.
    expires_at: OffsetDateTime,
    /// The signed-in staff member.
    staff: StaffProfile,
}

/// A staff member.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StaffProfile {
    /// Staff id.
    id: StaffId,
    /// Name.
    name: String,
    /// A built-in role, or the id of a role of the tenant.
    role: AssignedRole,
    /// Permissions of the role, each as `object:action`.
    permissions: Vec<String>,
}

impl From<SignedIn<StaffMember>> for StaffSession {
    fn from(signed_in: SignedIn<StaffMember>) -> Self {
        let Session {
            access_token,
            token_type,
            expires_in,
            expires_at,
        } = Session::from(&signed_in);
        let StaffMember {
            id,
            name,
            role,
            permissions,
        } = signed_in.person;
        Self {
            access_token,
            token_type,
            expires_in,
            expires_at,
            staff: StaffProfile {
                id,
                name,
                role,
                permissions: permissions
                    .iter()
                    .map(|permission| permission.name().to_owned())
                    .collect(),
            },
        }
    }
}
