//! Operators of the platform who were let into the tenant.

use gateway::{ApiResult, Contract, List, Staff};
use kernel::Permission;
use kernel::ids::OperatorAccessId;
use poem_openapi::OpenApi;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;

use super::auth::Done;
use crate::json::OperatorAccess;
use crate::{App, Tag};

pub(crate) struct TenantOperatorAccessApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_operator_access").needs(&[Permission::AuditRead]),
    Contract::of("admin_end_operator_access").needs(&[Permission::StaffManage]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminAudit")]
impl TenantOperatorAccessApi {
    /// List operator access
    ///
    /// When somebody who runs the platform looked into this tenant, why, and how many requests they made; the
    /// latest 100, newest first. What they read and changed is in the audit log: filter it by `actor`.
    #[oai(
        path = "/operator-access",
        method = "get",
        operation_id = "admin_list_operator_access"
    )]
    async fn list(&self, staff: Staff) -> ApiResult<Json<List<OperatorAccess>>> {
        let accesses = self.0.identity.operator_accesses(staff.caller()).await?;
        Ok(Json(List::of(accesses)))
    }

    /// End operator access
    ///
    /// Its token stops working at once.
    #[oai(
        path = "/operator-access/:operator_access_id",
        method = "delete",
        operation_id = "admin_end_operator_access"
    )]
    async fn end(
        &self,
        staff: Staff,
        /// Id of the access.
        operator_access_id: Path<OperatorAccessId>,
    ) -> ApiResult<Done> {
        self.0
            .identity
            .end_operator_access(staff.caller(), operator_access_id.0)
            .await?;
        Ok(Done::Done)
    }
}
