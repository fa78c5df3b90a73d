//! The tenants that a staff member works for, and the way from one to another.

use domain::identity::{IdentityError, OwnTenant};
use gateway::{ApiResult, Contract, Cost, Device, List, Staff, TenantHost};
use kernel::ids::TenantId;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use super::sessions::StaffSession;
use crate::{App, Tag};

pub(crate) struct OwnTenantsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_own_tenants"),
    Contract::of("admin_create_tenant_switch").costs(Cost::Credential),
    Contract::of("admin_finish_tenant_switch")
        .costs(Cost::Credential)
        .fails(&[IdentityError::INVALID_TOKEN]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminAuth")]
impl OwnTenantsApi {
    /// List own tenants
    ///
    /// The tenants that the caller works for, by name, the current one among them. A secret key works for one
    /// only: 401.
    #[oai(
        path = "/me/tenants",
        method = "get",
        operation_id = "admin_list_own_tenants"
    )]
    async fn list(&self, staff: Staff) -> ApiResult<Json<List<StaffTenant>>> {
        let current = staff.caller().tenant_id();
        let tenants = self.0.identity.own_tenants(staff.caller()).await?;
        let tenants = tenants.into_iter();
        let seen = tenants.map(|tenant| StaffTenant::seen_from(current, tenant));
        Ok(Json(List::of(seen)))
    }

    /// Start switching to another tenant
    ///
    /// Returns a token that opens a session at a tenant that the caller works for: send it to
    /// `POST /admin/v1/auth/switch` of `host` within a minute. It is good once. 404 for a tenant that the caller
    /// does not work for, or that is not active.
    #[oai(
        path = "/me/tenants/:tenant_id/switch",
        method = "post",
        operation_id = "admin_create_tenant_switch"
    )]
    async fn begin(
        &self,
        staff: Staff,
        /// Id of the tenant.
        tenant_id: Path<TenantId>,
    ) -> ApiResult<SwitchBegun> {
        let identity = &self.0.identity;
        let switch = identity.begin_switch(staff.caller(), tenant_id.0).await?;
        Ok(SwitchBegun::Created(
            Json(TenantSwitch {
                token: switch.code.expose().clone(),
                host: switch.host,
                expires_at: switch.expires_at,
            }),
            "/admin/v1/me/tenants".to_owned(),
        ))
    }

    /// Finish switching to this tenant
    ///
    /// Opens a session for a token that `POST /admin/v1/me/tenants/{tenant_id}/switch` gave at another tenant. A
    /// second factor that was given there counts here, but not as fresh: refunds and the like ask for a code.
    #[oai(
        path = "/auth/switch",
        method = "post",
        operation_id = "admin_finish_tenant_switch"
    )]
    async fn finish(
        &self,
        host: TenantHost,
        device: Device,
        body: Json<TenantSwitchToken>,
    ) -> ApiResult<Json<StaffSession>> {
        let identity = &self.0.identity;
        let session = identity
            .finish_switch(host.tenant_id(), &body.0.token, device.name())
            .await?;
        Ok(Json(session.into()))
    }
}

/// A tenant that the caller works for.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StaffTenant {
    /// Id of the tenant.
    id: TenantId,
    /// Short name.
    slug: String,
    /// Name.
    name: String,
    /// Host of its admin API.
    host: String,
    /// Whether the caller is signed in at this one.
    is_current: bool,
}

impl StaffTenant {
    fn seen_from(current: TenantId, tenant: OwnTenant) -> Self {
        Self {
            is_current: tenant.tenant_id == current,
            id: tenant.tenant_id,
            slug: tenant.slug,
            name: tenant.name,
            host: tenant.host,
        }
    }
}

/// The way to another tenant.
#[derive(ApiResponse)]
enum SwitchBegun {
    /// The token was made.
    #[oai(status = 201)]
    Created(
        Json<TenantSwitch>,
        /// Address of the caller's tenants.
        #[oai(header = "Location")]
        String,
    ),
}

/// What opens a session at another tenant.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct TenantSwitch {
    /// Token, good once.
    token: String,
    /// Host to send it to.
    host: String,
    /// Until when it is good.
    expires_at: OffsetDateTime,
}

/// A token that another tenant gave.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct TenantSwitchToken {
    /// Token of the switch.
    #[oai(validator(max_length = 2048))]
    token: String,
}
