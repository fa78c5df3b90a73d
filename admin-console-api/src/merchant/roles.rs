//! Roles and authorities of the tenant's staff.

use domain::identity::{self, AssignedRole, RoleDraft, StaffError};
use gateway::{ApiResult, Contract, List, Staff};
use kernel::ids::RoleId;
use kernel::{Permission, Permissions};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use crate::{App, Tag};

pub(crate) struct RolesApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_authorities").needs(&[Permission::StaffRead]),
    Contract::of("admin_list_roles").needs(&[Permission::StaffRead]),
    Contract::of("admin_create_role")
        .needs(&[Permission::RolesManage])
        .fails(&[
            StaffError::AUTHORITY_NOT_HELD,
            StaffError::ROLE_NAME_TAKEN,
            StaffError::TOO_MANY_ROLES,
        ]),
    Contract::of("admin_update_role")
        .needs(&[Permission::RolesManage])
        .fails(&[StaffError::AUTHORITY_NOT_HELD, StaffError::ROLE_NAME_TAKEN]),
    Contract::of("admin_delete_role")
        .needs(&[Permission::RolesManage])
        .fails(&[StaffError::ROLE_IN_USE]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminStaff")]
impl RolesApi {
    /// List authorities
    ///
    /// What roles and secret keys can allow, with the operations that need each.
    #[oai(
        path = "/authorities",
        method = "get",
        operation_id = "admin_list_authorities"
    )]
    #[expect(clippy::unused_async, reason = "handlers are")]
    async fn authorities(&self, staff: Staff) -> ApiResult<Json<List<Authority>>> {
        staff.caller().require(Permission::StaffRead)?;
        let contracts = super::contracts();
        let of = |permission: Permission| {
            let needing = contracts
                .iter()
                .filter(|it| it.authority().contains(&permission));
            Authority {
                name: permission.name().to_owned(),
                description: permission.description().to_owned(),
                operations: needing.map(|it| it.operation().to_owned()).collect(),
            }
        };
        let used = Permission::ALL.iter().map(|&permission| of(permission));
        let data: Vec<Authority> = used.filter(|it| !it.operations.is_empty()).collect();
        Ok(Json(List::of(data)))
    }

    /// List roles
    ///
    /// The built-in roles, which are the same in every tenant, then those of the tenant by name.
    #[oai(path = "/roles", method = "get", operation_id = "admin_list_roles")]
    async fn list(&self, staff: Staff) -> ApiResult<Json<List<StaffRole>>> {
        let (built_in, own) = self.0.identity.roles(staff.caller()).await?;
        let built_in = built_in.into_iter().map(StaffRole::from);
        let roles: Vec<StaffRole> = built_in
            .chain(own.into_iter().map(StaffRole::from))
            .collect();
        Ok(Json(List::of(roles)))
    }

    /// Create a role
    ///
    /// A role allows nothing that its creator does not hold: otherwise 422 `authority_not_held`.
    #[oai(path = "/roles", method = "post", operation_id = "admin_create_role")]
    async fn create(&self, staff: Staff, body: Json<RoleInput>) -> ApiResult<RoleCreated> {
        let identity = &self.0.identity;
        let role = identity.create_role(staff.caller(), body.0.into()).await?;
        Ok(RoleCreated::Created(
            Json(role.into()),
            "/admin/v1/roles".to_owned(),
        ))
    }

    /// Replace a role
    ///
    /// Takes effect with the next request of every staff member who has the role.
    #[oai(
        path = "/roles/:role_id",
        method = "put",
        operation_id = "admin_update_role"
    )]
    async fn change(
        &self,
        staff: Staff,
        /// Id of the role.
        role_id: Path<RoleId>,
        body: Json<RoleInput>,
    ) -> ApiResult<Json<StaffRole>> {
        let identity = &self.0.identity;
        let role = identity
            .change_role(staff.caller(), role_id.0, body.0.into())
            .await?;
        Ok(Json(role.into()))
    }

    /// Delete a role
    ///
    /// Open invitations to the role end. Returns 409 `role_in_use` while staff members have it.
    #[oai(
        path = "/roles/:role_id",
        method = "delete",
        operation_id = "admin_delete_role"
    )]
    async fn delete(
        &self,
        staff: Staff,
        /// Id of the role.
        role_id: Path<RoleId>,
    ) -> ApiResult<RoleDeleted> {
        let identity = &self.0.identity;
        identity.delete_role(staff.caller(), role_id.0).await?;
        Ok(RoleDeleted::Deleted)
    }
}

/// Something that can be allowed.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct Authority {
    /// Its name, `object:action`.
    name: String,
    /// What it allows.
    description: String,
    /// Ids of the operations that need it.
    operations: Vec<String>,
}

/// A role to create, or the state that one should have.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct RoleInput {
    /// Name, 1 to 80 characters; unique in the tenant, and not a built-in role's.
    name: String,
    /// What it is for, up to 500 characters; empty by default.
    #[oai(default)]
    description: String,
    /// What it allows, each as `object:action` such as `orders:read`; at least one.
    authorities: Vec<String>,
}

/// A role.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct StaffRole {
    /// What `role` of a staff member or an invitation says: `owner`, `administrator`, `catalogue_manager`,
    /// `order_manager`, `support`, `analyst`, or the id of a role of the tenant.
    role: AssignedRole,
    /// Name.
    name: String,
    /// What it is for; empty for built-in roles.
    description: String,
    /// Whether it is built in, and cannot be changed.
    is_built_in: bool,
    /// What it allows, each as `object:action`.
    authorities: Vec<String>,
    /// Number of staff members who have it.
    member_count: i64,
    /// When it was created; absent for built-in roles.
    created_at: Option<OffsetDateTime>,
    /// When it was last changed; absent for built-in roles.
    updated_at: Option<OffsetDateTime>,
}

/// Response of create-role.
#[derive(ApiResponse)]
enum RoleCreated {
    /// The role.
    #[oai(status = 201)]
    Created(
        Json<StaffRole>,
        /// URL of the list of roles.
        #[oai(header = "Location")]
        String,
    ),
}

/// Response of delete-role.
#[derive(ApiResponse)]
enum RoleDeleted {
    /// The role is deleted.
    #[oai(status = 204)]
    Deleted,
}

/// The names of authorities.
pub(super) fn names(permissions: Permissions) -> Vec<String> {
    permissions
        .iter()
        .map(|permission| permission.name().to_owned())
        .collect()
}

impl From<RoleInput> for RoleDraft {
    fn from(body: RoleInput) -> Self {
        Self {
            name: body.name,
            description: body.description,
            authorities: body.authorities,
        }
    }
}

impl From<identity::BuiltInRole> for StaffRole {
    fn from(it: identity::BuiltInRole) -> Self {
        Self {
            role: AssignedRole::BuiltIn(it.role),
            name: it.role.name().replace('_', " "),
            description: String::new(),
            is_built_in: true,
            authorities: names(it.authorities),
            member_count: it.members,
            created_at: None,
            updated_at: None,
        }
    }
}

impl From<identity::OwnRole> for StaffRole {
    fn from(it: identity::OwnRole) -> Self {
        Self {
            role: AssignedRole::Own(it.id),
            name: it.name,
            description: it.description,
            is_built_in: false,
            authorities: names(it.authorities),
            member_count: it.members,
            created_at: Some(it.created_at),
            updated_at: Some(it.updated_at),
        }
    }
}
