//! Operators look into a tenant for a while.

use domain::identity::OpenOperatorAccess;
use gateway::{ApiResult, Contract, Operator};
use kernel::Permission;
use kernel::ids::{OperatorAccessId, TenantId};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use crate::json::OperatorAccess;
use crate::{App, Tag};

pub(crate) struct OperatorAccessApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("operator_open_access").needs(&[Permission::TenantsAccess]),
    Contract::of("operator_end_access").needs(&[Permission::TenantsAccess]),
];

#[OpenApi(prefix_path = "/operator/v1", tag = "Tag::OperatorTenants")]
impl OperatorAccessApi {
    /// Open access to a tenant
    ///
    /// Opens `/admin/v1` of one tenant for at most an hour, read-only unless `may_write` is set. Its owners get an
    /// e-mail with the reason, and each request made with the token is in the tenant's audit log. No access
    /// allows refunds, payout accounts, secret keys, or changes of staff and roles. The token is shown this once;
    /// send it as `Authorization: Bearer …` to a host of the tenant.
    #[oai(
        path = "/tenants/:tenant_id/access",
        method = "post",
        operation_id = "operator_open_access"
    )]
    async fn open(
        &self,
        operator: Operator,
        /// Id of the tenant.
        tenant_id: Path<TenantId>,
        body: Json<CreateOperatorAccess>,
    ) -> ApiResult<AccessOpened> {
        let wanted = body.0.into_command(tenant_id.0);
        let identity = &self.0.identity;
        let (access, token) = identity
            .open_operator_access(operator.caller(), wanted)
            .await?;
        let opened = OpenedOperatorAccess {
            token: token.expose().clone(),
            expires_at: access.expires_at,
            access: access.into(),
        };
        let location = format!("/operator/v1/tenants/{}", tenant_id.0);
        Ok(AccessOpened::Created(Json(opened), location))
    }

    /// End an access
    ///
    /// Its token stops working at once.
    #[oai(
        path = "/tenants/:tenant_id/access/:operator_access_id",
        method = "delete",
        operation_id = "operator_end_access"
    )]
    async fn end(
        &self,
        operator: Operator,
        /// Id of the tenant.
        tenant_id: Path<TenantId>,
        /// Id of the access.
        operator_access_id: Path<OperatorAccessId>,
    ) -> ApiResult<AccessEnded> {
        self.0
            .identity
            .end_operator_access_as_operator(operator.caller(), tenant_id.0, operator_access_id.0)
            .await?;
        Ok(AccessEnded::Done)
    }
}

/// Success without content.
#[derive(ApiResponse)]
enum AccessEnded {
    /// Done.
    #[oai(status = 204)]
    Done,
}

/// An access that was opened.
#[derive(ApiResponse)]
enum AccessOpened {
    /// Opened.
    #[oai(status = 201)]
    Created(
        Json<OpenedOperatorAccess>,
        /// Address of the tenant.
        #[oai(header = "Location")]
        String,
    ),
}

/// What an operator wants to look into a tenant for.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateOperatorAccess {
    /// Why, 10 to 1000 characters. The tenant reads it.
    #[oai(validator(max_length = 1000))]
    reason: String,
    /// Number of the support ticket, or what else asked for it.
    #[oai(validator(max_length = 200))]
    ticket: String,
    /// For how many minutes, 1 to 60.
    #[oai(default = "usual_minutes")]
    minutes: i64,
    /// Whether something is to be changed.
    #[oai(default)]
    may_write: bool,
}

const fn usual_minutes() -> i64 {
    30
}

impl CreateOperatorAccess {
    fn into_command(self, tenant_id: TenantId) -> OpenOperatorAccess {
        OpenOperatorAccess {
            tenant_id,
            reason: self.reason,
            ticket: self.ticket,
            minutes: self.minutes,
            may_write: self.may_write,
        }
    }
}

/// An access that was opened, with its token.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct OpenedOperatorAccess {
    /// Token, sent as `Authorization: Bearer …` to a host of the tenant. It is not shown again.
    token: String,
    /// When it stops working.
    expires_at: OffsetDateTime,
    /// The access.
    access: OperatorAccess,
}
