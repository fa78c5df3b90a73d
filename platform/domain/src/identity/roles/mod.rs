//! Roles of a tenant's staff: the built-in ones, and those that a tenant makes for itself.
//!
//! A tenant's own roles are rows. Casbin decides what each version of a role allows, once; a request then
//! looks into a set. A change is in force with the next request, since that reads which version holds.

mod resolve;
mod store;

pub use resolve::RoleSets;

use kernel::ids::RoleId;
use kernel::ports::Ids;
use kernel::{Caller, FieldFault, Permission, Permissions};
use time::OffsetDateTime;

use super::staff::StaffError;
use super::{Identity, Role};

/// Roles that a tenant can have beside the built-in ones.
const MOST_ROLES: i64 = 100;
const LONGEST_NAME: usize = 80;
const LONGEST_DESCRIPTION: usize = 500;

/// A role that a tenant has made for itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnRole {
    /// Its id.
    pub id: RoleId,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// What it allows.
    pub authorities: Permissions,
    /// Grows with each change.
    pub version: i32,
    /// Staff members who have it.
    pub members: i64,
    /// When it was created.
    pub created_at: OffsetDateTime,
    /// When it was last changed.
    pub updated_at: OffsetDateTime,
}

/// A built-in role, which is the same in every tenant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuiltInRole {
    /// Which.
    pub role: Role,
    /// What it allows.
    pub authorities: Permissions,
    /// Staff members who have it.
    pub members: i64,
}

/// The desired state of a role.
#[derive(Debug, Clone)]
pub struct RoleDraft {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// What it allows, each as `object:action`.
    pub authorities: Vec<String>,
}

impl Identity {
    /// Every role that staff can have here.
    pub async fn roles(
        &self,
        caller: &Caller,
    ) -> Result<(Vec<BuiltInRole>, Vec<OwnRole>), StaffError> {
        caller.require(Permission::StaffRead)?;
        let mut tx = self.db.begin(caller).await?;
        let own = store::list(&mut tx).await?;
        let counts = store::members_of_built_in(&mut tx).await?;
        let built_in = Role::ALL.iter().map(|&role| BuiltInRole {
            role,
            authorities: self.policy.staff(role),
            members: counts
                .iter()
                .find(|(counted, _)| *counted == role)
                .map_or(0, |(_, members)| *members),
        });
        Ok((built_in.collect(), own))
    }

    /// Creates a role of the tenant's own.
    pub async fn create_role(
        &self,
        caller: &Caller,
        draft: RoleDraft,
    ) -> Result<OwnRole, StaffError> {
        caller.require(Permission::RolesManage)?;
        super::staff::person(caller)?;
        let authorities = check(&draft, caller)?;
        let now = self.clock.now();
        let mut tx = self.db.begin(caller).await?;
        if store::count(&mut tx).await? >= MOST_ROLES {
            return Err(StaffError::TooManyRoles);
        }
        let id = RoleId::from_uuid(Ids.uuid());
        store::insert(&mut tx, id, &draft, now).await?;
        store::allow(&mut tx, id, authorities).await?;
        let role = store::find(&mut tx, id).await?;
        tx.commit().await?;
        role.ok_or(StaffError::NotFound)
    }

    /// Makes a role what the draft says. Who has it may do that from the next request on.
    pub async fn change_role(
        &self,
        caller: &Caller,
        id: RoleId,
        draft: RoleDraft,
    ) -> Result<OwnRole, StaffError> {
        caller.require(Permission::RolesManage)?;
        super::staff::person(caller)?;
        let authorities = check(&draft, caller)?;
        let mut tx = self.db.begin(caller).await?;
        let before = store::find(&mut tx, id).await?;
        let before = before.ok_or(StaffError::NotFound)?;
        // Nobody takes from others what they do not hold, either.
        held(caller, before.authorities, "/role_id")?;
        if !store::update(&mut tx, id, &draft, self.clock.now()).await? {
            return Err(StaffError::NotFound);
        }
        store::disallow_all(&mut tx, id).await?;
        store::allow(&mut tx, id, authorities).await?;
        let role = store::find(&mut tx, id).await?;
        tx.commit().await?;
        role.ok_or(StaffError::NotFound)
    }

    /// Deletes a role that nobody has. Open invitations to it end.
    pub async fn delete_role(&self, caller: &Caller, id: RoleId) -> Result<(), StaffError> {
        caller.require(Permission::RolesManage)?;
        super::staff::person(caller)?;
        let mut tx = self.db.begin(caller).await?;
        if !store::delete(&mut tx, id).await? {
            return Err(StaffError::NotFound);
        }
        tx.commit().await?;
        Ok(())
    }
}

/// What the role is to allow, if the caller may make such a role.
fn check(draft: &RoleDraft, caller: &Caller) -> Result<Permissions, StaffError> {
    let mut faults = Vec::new();
    let mut refuse = |pointer: String, rule: &str| {
        faults.push(FieldFault::new(pointer, "malformed", rule));
    };
    let name = draft.name.trim();
    if !(1..=LONGEST_NAME).contains(&name.chars().count()) || name.contains(char::is_control) {
        refuse("/name".to_owned(), "1 to 80 characters without line breaks");
    }
    let is_reserved = |role: &&Role| role.name().eq_ignore_ascii_case(&name.replace(' ', "_"));
    if Role::ALL.iter().any(|role| is_reserved(&role)) {
        refuse("/name".to_owned(), "a name that is not a built-in role's");
    }
    let is_odd = |character: char| character.is_control() && character != '\n';
    if draft.description.chars().count() > LONGEST_DESCRIPTION || draft.description.contains(is_odd)
    {
        let rule = "at most 500 characters, none a control character but line breaks";
        refuse("/description".to_owned(), rule);
    }
    if draft.authorities.is_empty() {
        refuse("/authorities".to_owned(), "at least one authority");
    }
    let mut authorities = Permissions::empty();
    for (index, name) in draft.authorities.iter().enumerate() {
        match Permission::parse(name) {
            Some(permission) => {
                authorities.insert(permission);
            }
            None => refuse(
                format!("/authorities/{index}"),
                "an authority such as `products:read`",
            ),
        }
    }
    if !faults.is_empty() {
        return Err(StaffError::Invalid(faults));
    }
    held(caller, authorities, "/authorities")?;
    Ok(authorities)
}

/// Whether the caller holds all of this: nobody grants what they do not hold.
pub(super) fn held(
    caller: &Caller,
    wanted: Permissions,
    pointer: &'static str,
) -> Result<(), StaffError> {
    let missing: Vec<&str> = wanted
        .iter()
        .filter(|permission| !caller.may(*permission))
        .map(Permission::name)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let rule = format!("only what you hold yourself, so not {}", missing.join(", "));
    Err(StaffError::NotHeld(FieldFault::new(
        pointer, "not_held", rule,
    )))
}
