//! A staff member's own sessions and password.

use domain::identity::{self, AssignedRole, IdentityError, SignIn, StaffDevice, StaffMember};
use gateway::{ApiResult, Context, Contract, Cost, Device, List, Staff};
use kernel::ids::{SessionId, StaffId};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;

use super::auth::{Done, new_password};
use super::roles::names;
use crate::json::Session;
use crate::{App, Tag};

pub(crate) struct StaffSessionsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_sessions"),
    Contract::of("admin_end_session"),
    Contract::of("admin_end_other_sessions"),
    Contract::of("admin_change_password")
        .costs(Cost::Credential)
        .fails(&[
            IdentityError::WRONG_PASSWORD,
            IdentityError::WEAK_PASSWORD,
            IdentityError::TOO_MANY_ATTEMPTS,
            IdentityError::SIGN_IN_BUSY,
        ]),
];

#[OpenApi(prefix_path = "/admin/v1/me", tag = "Tag::AdminAuth")]
impl StaffSessionsApi {
    /// List own sessions
    ///
    /// Where the caller is signed in at this tenant, most recently used first; at most 20. A secret key has no
    /// sessions: 401.
    #[oai(
        path = "/sessions",
        method = "get",
        operation_id = "admin_list_sessions"
    )]
    async fn list(&self, staff: Staff) -> ApiResult<Json<List<StaffDeviceSession>>> {
        let current = staff.caller().session();
        let devices = self.0.identity.staff_devices(staff.caller()).await?;
        let devices = devices.into_iter();
        let seen = devices.map(|device| StaffDeviceSession::seen_from(current, device));
        Ok(Json(List::of(seen)))
    }

    /// End an own session
    ///
    /// Its refresh token and its access tokens stop working at once.
    #[oai(
        path = "/sessions/:staff_session_id",
        method = "delete",
        operation_id = "admin_end_session"
    )]
    async fn end(
        &self,
        staff: Staff,
        /// Id of the session.
        staff_session_id: Path<SessionId>,
    ) -> ApiResult<Done> {
        let identity = &self.0.identity;
        identity
            .end_staff_session(staff.caller(), staff_session_id.0)
            .await?;
        Ok(Done::Done)
    }

    /// End all other own sessions
    ///
    /// Signs the caller out everywhere at this tenant, but not here.
    #[oai(
        path = "/sessions",
        method = "delete",
        operation_id = "admin_end_other_sessions"
    )]
    async fn end_others(&self, staff: Staff) -> ApiResult<Done> {
        let identity = &self.0.identity;
        identity.end_other_staff_sessions(staff.caller()).await?;
        Ok(Done::Done)
    }

    /// Change the own password
    ///
    /// Ends every session of the account, in every tenant, and returns a new one. After 10 wrong passwords
    /// within 15 minutes the answer is 429 `too_many_attempts`. The owner of the account gets an e-mail.
    #[oai(
        path = "/password",
        method = "post",
        operation_id = "admin_change_password"
    )]
    async fn change_password(
        &self,
        staff: Staff,
        context: Context,
        device: Device,
        body: Json<StaffPasswordChange>,
    ) -> ApiResult<Json<StaffSession>> {
        let new = new_password(&body.0.password)?;
        let attempt = SignIn::new("", &body.0.current_password).with_code(None, device.name());
        let storefront_id = context.0.storefront()?.storefront_id;
        let identity = &self.0.identity;
        let session = identity
            .change_staff_password(staff.caller(), storefront_id, (attempt, new))
            .await?;
        Ok(Json(session.into()))
    }
}

/// A change of password.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StaffPasswordChange {
    /// Current password.
    #[oai(validator(max_length = 1024))]
    current_password: String,
    /// New password: 15 to 1024 characters that are not easily guessed.
    #[oai(validator(max_length = 1024))]
    password: String,
}

/// A session of the caller on a device.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StaffDeviceSession {
    /// Session id.
    id: SessionId,
    /// What the browser or program calls itself.
    device: String,
    /// Whether it is the session of this request.
    is_current: bool,
    /// When it began.
    created_at: OffsetDateTime,
    /// When it was last refreshed.
    last_used_at: OffsetDateTime,
    /// When it ends unless it is refreshed.
    expires_at: OffsetDateTime,
}

impl StaffDeviceSession {
    fn seen_from(current: Option<SessionId>, device: StaffDevice) -> Self {
        Self {
            id: device.id,
            is_current: current == Some(device.id),
            device: device.name,
            created_at: device.created_at,
            last_used_at: device.last_used_at,
            expires_at: device.expires_at,
        }
    }
}

/// A signed-in staff member's session.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct StaffSession {
    /// Access token, sent as `Authorization: Bearer …`.
    access_token: String,
    /// Token type: always `Bearer`.
    token_type: String,
    /// Lifetime of the access token in seconds.
    expires_in: i64,
    /// When the access token expires.
    expires_at: OffsetDateTime,
    /// Refresh token: good once, at `/admin/v1/auth/refresh`.
    refresh_token: String,
    /// When the session ends unless it is refreshed.
    refresh_expires_at: OffsetDateTime,
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
    /// Whether a code is asked for when signing in.
    has_second_factor: bool,
}

impl From<identity::StaffSession> for StaffSession {
    fn from(session: identity::StaffSession) -> Self {
        let Session {
            access_token,
            token_type,
            expires_in,
            expires_at,
        } = Session::from(&session.signed_in);
        let StaffMember {
            id,
            name,
            role,
            permissions,
            has_second_factor,
        } = session.signed_in.person;
        Self {
            access_token,
            token_type,
            expires_in,
            expires_at,
            refresh_token: session.refresh_token.expose().clone(),
            refresh_expires_at: session.refresh_expires_at,
            staff: StaffProfile {
                id,
                name,
                role,
                permissions: names(permissions),
                has_second_factor,
            },
        }
    }
}
