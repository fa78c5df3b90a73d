//! What a role allows, decided by Casbin once for each version of it.

use db::TenantTx;
use kernel::Permissions;
use kernel::ids::RoleId;
use moka::sync::Cache;

use super::store;
use crate::identity::AssignedRole;
use crate::identity::policy::{Policy, allowed_by};
use crate::identity::staff::StaffError;

/// Versions of roles whose sets are kept; some 40 bytes each.
const MOST_SETS: u64 = 100_000;

/// What versions of tenants' own roles allow.
#[derive(Clone)]
pub(crate) struct RoleSets(Cache<(RoleId, i32), Permissions>);

impl RoleSets {
    pub(crate) fn new() -> Self {
        Self(Cache::new(MOST_SETS))
    }

    /// What this role allows now. A role that is gone allows nothing.
    pub(in crate::identity) async fn permissions(
        &self,
        tx: &mut TenantTx,
        policy: &Policy,
        role: AssignedRole,
    ) -> Result<Permissions, StaffError> {
        let id = match role {
            AssignedRole::BuiltIn(role) => return Ok(policy.staff(role)),
            AssignedRole::Own(id) => id,
        };
        match store::version(tx, id).await? {
            Some(version) => self.of_version(tx, id, version).await,
            None => Ok(Permissions::empty()),
        }
    }

    /// What this version of the role allows.
    pub(in crate::identity) async fn of_version(
        &self,
        tx: &mut TenantTx,
        id: RoleId,
        version: i32,
    ) -> Result<Permissions, StaffError> {
        if let Some(known) = self.0.get(&(id, version)) {
            return Ok(known);
        }
        let rows = store::authorities(tx, id).await?;
        let set = allowed_by(tx.tenant_id(), id, &rows).await?;
        self.0.insert((id, version), set);
        Ok(set)
    }
}
