//! Signing in to a tenant's admin console.

use domain::identity::{SignedIn, StaffMember};
use gateway::{ApiResult, TenantHost};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;

use crate::json::{Credentials, Session};
use crate::{App, Tag};

pub(crate) struct AuthApi(pub(crate) App);

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminAuth")]
impl AuthApi {
    /// Sign in
    ///
    /// The host names the tenant. An unknown address, a wrong password and an account of another
    /// tenant get the same answer, `invalid_credentials`.
    #[oai(path = "/auth/login", method = "post", operation_id = "admin_login")]
    async fn login(
        &self,
        host: TenantHost,
        body: Json<Credentials>,
    ) -> ApiResult<Json<StaffSession>> {
        let attempt = body.0.into_attempt();
        let signed_in = self
            .0
            .identity
            .sign_in_staff(host.tenant_id(), attempt)
            .await?;
        Ok(Json(signed_in.into()))
    }
}

/// A member of the staff who has signed in.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StaffSession {
    /// Sent as `Authorization: Bearer …`.
    access_token: String,
    /// Always `Bearer`.
    token_type: String,
    /// For how many seconds the token is good.
    expires_in: i64,
    /// Until when the token is good.
    expires_at: OffsetDateTime,
    /// Who has signed in.
    staff: StaffProfile,
}

/// A member of the staff.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StaffProfile {
    /// The person's id.
    id: String,
    /// What the person is called.
    name: String,
    /// What the person is in this tenant.
    role: String,
    /// What that allows, each as `object:action`.
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
                id: id.to_string(),
                name,
                role: role.name().to_owned(),
                permissions: permissions
                    .iter()
                    .map(|permission| permission.name().to_owned())
                    .collect(),
            },
        }
    }
}
