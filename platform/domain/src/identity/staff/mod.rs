//! A tenant's staff: who works there, in which role, and whom it has invited.
//!
//! Invariants:
//! - nobody gives, or takes from others, an authority that they do not hold;
//! - a tenant has an owner who can sign in, whatever two people do at the same moment;
//! - a role, a suspension and a removal are in force with the next request.

mod error;
mod factor;
mod invitations;
mod letters;
mod passwords;
mod sessions;
mod store;
mod switch;

pub use error::StaffError;
pub use factor::FactorStatus;
pub(super) use factor::seed_context;
pub use invitations::{AcceptInvitation, Accepted, Invitation};
pub use letters::StaffLetter;

pub use sessions::{StaffDevice, StaffSession};
pub use switch::{OwnTenant, TenantSwitch};

use store::Membership;

use kernel::contact::Email;
use kernel::ids::{MerchantId, StaffId};
use kernel::{Actor, Caller, FieldFault, Permission, Permissions};
use time::OffsetDateTime;

use super::roles::held;
use super::{AssignedRole, Identity, Role};

/// A staff member of a tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Id of the account, the same in every tenant.
    pub id: StaffId,
    /// Address to sign in with.
    pub email: Email,
    /// Name.
    pub name: String,
    /// Role in this tenant.
    pub role: AssignedRole,
    /// The one merchant that they work for; none for the tenant's own staff.
    pub merchant_id: Option<MerchantId>,
    /// When they joined.
    pub joined_at: OffsetDateTime,
    /// When they were suspended, if they are.
    pub suspended_at: Option<OffsetDateTime>,
}

/// What somebody is, or is to be, in a tenant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The role.
    pub role: AssignedRole,
    /// The merchant that a role of merchants' staff is held for.
    pub merchant_id: Option<MerchantId>,
}

/// What to change of a staff member; what is absent stays.
#[derive(Debug, Clone, Copy, Default)]
pub struct StaffChange {
    /// Another role.
    pub role: Option<AssignedRole>,
    /// The merchant that it is held for.
    pub merchant_id: Option<MerchantId>,
    /// Whether they are suspended.
    pub is_suspended: Option<bool>,
}

impl Identity {
    /// Everybody who works for the tenant, those of longest ago first.
    pub async fn staff_members(&self, caller: &Caller) -> Result<Vec<Colleague>, StaffError> {
        caller.require(Permission::StaffRead)?;
        Ok(store::members(&mut self.db.begin(caller).await?).await?)
    }

    /// Gives a staff member another role, suspends them, or ends that.
    pub async fn change_staff(
        &self,
        caller: &Caller,
        id: StaffId,
        change: StaffChange,
    ) -> Result<Colleague, StaffError> {
        caller.require(Permission::StaffManage)?;
        person(caller)?;
        let mut tx = self.db.begin(caller).await?;
        let before = self.locked(&mut tx, caller, id).await?;
        let role = change.role.unwrap_or(before.role);
        let known = before.merchant_id.filter(|_| role.is_of_merchant());
        let position = Position {
            role,
            merchant_id: change.merchant_id.or(known),
        };
        if change.role.is_some() || change.merchant_id.is_some() {
            self.grantable(&mut tx, caller, position).await?;
        }
        let is_suspended = change.is_suspended.unwrap_or(before.suspended_at.is_some());
        let suspended_at = is_suspended.then(|| before.suspended_at.unwrap_or(self.clock.now()));
        store::update(&mut tx, id, position, suspended_at)
            .await
            .map_err(StaffError::of_merchant)?;
        if store::owners(&mut tx).await? == 0 {
            return Err(StaffError::LastOwner);
        }
        let members = store::members(&mut tx).await?;
        tx.commit().await?;
        let changed = members.into_iter().find(|member| member.id == id);
        changed.ok_or(StaffError::NotFound)
    }

    /// Ends a staff member's work for the tenant. Their account stays, for other tenants.
    pub async fn remove_staff(&self, caller: &Caller, id: StaffId) -> Result<(), StaffError> {
        caller.require(Permission::StaffManage)?;
        person(caller)?;
        let mut tx = self.db.begin(caller).await?;
        self.locked(&mut tx, caller, id).await?;
        store::remove(&mut tx, id).await?;
        if store::owners(&mut tx).await? == 0 {
            return Err(StaffError::LastOwner);
        }
        tx.commit().await?;
        Ok(())
    }

    /// The staff member whose membership nobody else changes until the transaction ends, if the caller
    /// holds all that they do.
    async fn locked(
        &self,
        tx: &mut db::TenantTx,
        caller: &Caller,
        id: StaffId,
    ) -> Result<Membership, StaffError> {
        // Two owners who demote each other wait for one another here.
        store::lock_owners(tx).await?;
        let before = store::lock(tx, id).await?.ok_or(StaffError::NotFound)?;
        let theirs = self.permissions_of(tx, before.role).await?;
        held(caller, theirs, "/staff_id")?;
        Ok(before)
    }

    /// Refuses a role that is not there, one that allows more than the caller may, and one of a merchant's
    /// staff without the merchant.
    async fn grantable(
        &self,
        tx: &mut db::TenantTx,
        caller: &Caller,
        Position { role, merchant_id }: Position,
    ) -> Result<(), StaffError> {
        if let AssignedRole::Own(id) = role
            && !store::role_exists(tx, id).await?
        {
            return Err(StaffError::RoleNotFound);
        }
        fits(role, merchant_id)?;
        let wanted = self.permissions_of(tx, role).await?;
        held(caller, wanted, "/role")
    }

    /// What a role allows.
    pub(super) async fn permissions_of(
        &self,
        tx: &mut db::TenantTx,
        role: AssignedRole,
    ) -> Result<Permissions, StaffError> {
        self.role_sets.permissions(tx, &self.policy, role).await
    }

    /// The role of a staff member, and what it allows; nothing while they are suspended.
    pub async fn permissions_of_member(
        &self,
        caller: &Caller,
        id: StaffId,
    ) -> Result<(Option<AssignedRole>, Permissions), StaffError> {
        caller.require(Permission::StaffRead)?;
        let mut tx = self.db.begin(caller).await?;
        let members = store::members(&mut tx).await?;
        let member = members.into_iter().find(|member| member.id == id);
        let member = member.ok_or_else(|| {
            let fault = FieldFault::new("staff_id", "not_found", "a staff member of this tenant");
            StaffError::Invalid(vec![fault])
        })?;
        if member.suspended_at.is_some() {
            return Ok((None, Permissions::empty()));
        }
        let allowed = self.permissions_of(&mut tx, member.role).await?;
        Ok((Some(member.role), allowed))
    }

    /// What a role of this tenant allows.
    pub async fn permissions_of_role(
        &self,
        caller: &Caller,
        role: AssignedRole,
    ) -> Result<Permissions, StaffError> {
        caller.require(Permission::StaffRead)?;
        let mut tx = self.db.begin(caller).await?;
        if let AssignedRole::Own(id) = role
            && !store::role_exists(&mut tx, id).await?
        {
            return Err(StaffError::RoleNotFound);
        }
        self.permissions_of(&mut tx, role).await
    }

    /// The staff member who calls, and their membership.
    pub async fn own_membership(&self, caller: &Caller) -> Result<Colleague, StaffError> {
        let id = person(caller)?;
        let members = store::members(&mut self.db.begin(&caller.as_person()).await?).await?;
        let own = members.into_iter().find(|member| member.id == id);
        own.ok_or(StaffError::NotFound)
    }
}

/// Refuses a role of merchants' staff without the merchant, and a merchant with any other role.
fn fits(role: AssignedRole, merchant_id: Option<MerchantId>) -> Result<(), StaffError> {
    let (code, wanted) = match merchant_id {
        None if role.is_of_merchant() => ("required", "the merchant that the role is held for"),
        Some(_) if !role.is_of_merchant() => (
            "contradiction",
            "absent unless the role is `merchant_owner` or `merchant_staff`",
        ),
        _ => return Ok(()),
    };
    let fault = FieldFault::new("/merchant_id", code, wanted);
    Err(StaffError::Invalid(vec![fault]))
}

/// The staff member who calls. A key manages no people: one that leaked would stay.
pub(super) fn person(caller: &Caller) -> Result<StaffId, StaffError> {
    match caller.actor() {
        Actor::Staff(id) => Ok(id),
        _ => Err(super::IdentityError::BadToken.into()),
    }
}

/// The built-in role that at least one staff member always has.
const OWNER: Role = Role::Owner;
