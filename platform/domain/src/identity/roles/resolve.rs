//! What a role allows, decided by Casbin once for each version of it.

use db::TenantTx;
use kernel::Permissions;
use kernel::ids::{RoleId, TenantId};
use moka::sync::Cache;

use super::store;
use crate::identity::AssignedRole;
use crate::identity::policy::{Policy, PolicyError, allowed_by};
use crate::identity::staff::StaffError;

/// Versions of roles whose sets are kept; some 40 bytes each.
const MOST_SETS: u64 = 100_000;

/// What versions of tenants' own roles allow. Cheap to clone.
#[derive(Debug, Clone)]
pub struct RoleSets(Cache<(RoleId, i32), Permissions>);

impl Default for RoleSets {
    fn default() -> Self {
        Self::new()
    }
}

impl RoleSets {
    /// Nothing is decided yet.
    pub fn new() -> Self {
        Self(Cache::new(MOST_SETS))
    }

    /// What this version of a role allows, if that is decided.
    pub fn known(&self, id: RoleId, version: i32) -> Option<Permissions> {
        self.0.get(&(id, version))
    }

    /// Decides what this version of a role allows, which has these authorities.
    pub async fn decide(
        &self,
        tenant_id: TenantId,
        id: RoleId,
        version: i32,
        authorities: &[String],
    ) -> Result<Permissions, PolicyError> {
        let set = allowed_by(tenant_id, id, authorities).await?;
        self.0.insert((id, version), set);
        Ok(set)
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
        if let Some(known) = self.known(id, version) {
            return Ok(known);
        }
        let rows = store::authorities(tx, id).await?;
        Ok(self.decide(tx.tenant_id(), id, version, &rows).await?)
    }
}
