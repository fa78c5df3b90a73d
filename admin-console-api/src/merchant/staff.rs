//! Staff members and invitations.

use domain::identity::{self, AssignedRole, Position, StaffChange, StaffError};
use gateway::{ApiResult, Context, Contract, Cost, Invalid, List, Staff};
use kernel::Permission;
use kernel::contact::Email;
use kernel::ids::{InvitationId, MerchantId, StaffId};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use crate::{App, Tag};

pub(crate) struct StaffApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_staff").needs(&[Permission::StaffRead]),
    Contract::of("admin_update_staff_member")
        .needs(&[Permission::StaffManage])
        .fails(&[
            StaffError::AUTHORITY_NOT_HELD,
            StaffError::ROLE_NOT_FOUND,
            StaffError::MERCHANT_NOT_FOUND,
            StaffError::LAST_OWNER,
        ]),
    Contract::of("admin_remove_staff_member")
        .needs(&[Permission::StaffManage])
        .fails(&[StaffError::AUTHORITY_NOT_HELD, StaffError::LAST_OWNER]),
    Contract::of("admin_list_invitations").needs(&[Permission::StaffRead]),
    Contract::of("admin_create_invitation")
        .costs(Cost::Mail)
        .needs(&[Permission::StaffManage])
        .fails(&[
            StaffError::AUTHORITY_NOT_HELD,
            StaffError::ROLE_NOT_FOUND,
            StaffError::MERCHANT_NOT_FOUND,
            StaffError::ALREADY_MEMBER,
            StaffError::TOO_MANY_INVITATIONS,
        ]),
    Contract::of("admin_revoke_invitation").needs(&[Permission::StaffManage]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminStaff")]
impl StaffApi {
    /// List staff members
    ///
    /// All staff members of the tenant, including suspended ones, in the order in which they joined.
    #[oai(path = "/staff", method = "get", operation_id = "admin_list_staff")]
    async fn list(&self, staff: Staff) -> ApiResult<Json<List<StaffRecord>>> {
        let members = self.0.identity.staff_members(staff.caller()).await?;
        Ok(Json(List::of(members)))
    }

    /// Change a staff member
    ///
    /// Absent fields do not change. Takes effect with the member's next request. Returns 422
    /// `authority_not_held` if the member's role, or the new one, allows something that the caller does not
    /// hold, and 409 `last_owner` if the tenant would have no owner who can sign in.
    #[oai(
        path = "/staff/:staff_id",
        method = "patch",
        operation_id = "admin_update_staff_member"
    )]
    async fn change(
        &self,
        staff: Staff,
        /// Id of the staff member.
        staff_id: Path<StaffId>,
        body: Json<StaffMemberChange>,
    ) -> ApiResult<Json<StaffRecord>> {
        let change = StaffChange {
            role: body.0.role,
            merchant_id: body.0.merchant_id,
            is_suspended: body.0.is_suspended,
        };
        let identity = &self.0.identity;
        let member = identity
            .change_staff(staff.caller(), staff_id.0, change)
            .await?;
        Ok(Json(member.into()))
    }

    /// Remove a staff member
    ///
    /// The account stays, and keeps working for other tenants.
    #[oai(
        path = "/staff/:staff_id",
        method = "delete",
        operation_id = "admin_remove_staff_member"
    )]
    async fn remove(
        &self,
        staff: Staff,
        /// Id of the staff member.
        staff_id: Path<StaffId>,
    ) -> ApiResult<Removed> {
        let identity = &self.0.identity;
        identity.remove_staff(staff.caller(), staff_id.0).await?;
        Ok(Removed::Done)
    }

    /// List open invitations
    ///
    /// The latest first; those that were accepted or revoked, or have expired, are not listed.
    #[oai(
        path = "/staff-invitations",
        method = "get",
        operation_id = "admin_list_invitations"
    )]
    async fn invitations(&self, staff: Staff) -> ApiResult<Json<List<Invitation>>> {
        let identity = &self.0.identity;
        let invitations = identity.staff_invitations(staff.caller()).await?;
        Ok(Json(List::of(invitations)))
    }

    /// Invite a staff member
    ///
    /// The address gets an e-mail with a link that is good for 7 days. An earlier invitation of the same
    /// address ends. The role must allow nothing that the caller does not hold. `merchant_owner` and
    /// `merchant_staff` are held for one merchant: they reach its products, its part of orders, and for the
    /// owner its balances, through the operations that say `x-merchant-staff`.
    #[oai(
        path = "/staff-invitations",
        method = "post",
        operation_id = "admin_create_invitation"
    )]
    async fn invite(
        &self,
        staff: Staff,
        context: Context,
        body: Json<CreateInvitation>,
    ) -> ApiResult<InvitationCreated> {
        let email = Email::parse(&body.0.email)
            .map_err(|why| Invalid::field("/email", "malformed", why.rule))?;
        let position = Position {
            role: body.0.role,
            merchant_id: body.0.merchant_id,
        };
        let storefront_id = context.0.storefront()?.storefront_id;
        let identity = &self.0.identity;
        let invitation = identity
            .invite_staff(staff.caller(), storefront_id, (email, position))
            .await?;
        Ok(InvitationCreated::Created(
            Json(invitation.into()),
            "/admin/v1/staff-invitations".to_owned(),
        ))
    }

    /// Revoke an invitation
    ///
    /// Its link stops working at once.
    #[oai(
        path = "/staff-invitations/:invitation_id",
        method = "delete",
        operation_id = "admin_revoke_invitation"
    )]
    async fn revoke(
        &self,
        staff: Staff,
        /// Id of the invitation.
        invitation_id: Path<InvitationId>,
    ) -> ApiResult<Removed> {
        let identity = &self.0.identity;
        identity
            .revoke_invitation(staff.caller(), invitation_id.0)
            .await?;
        Ok(Removed::Done)
    }
}

/// Fields to change.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StaffMemberChange {
    /// A built-in role, or the id of a role of the tenant.
    role: Option<AssignedRole>,
    /// Merchant that a role of merchants' staff is held for.
    merchant_id: Option<MerchantId>,
    /// Whether the member is suspended, and cannot sign in here.
    is_suspended: Option<bool>,
}

/// An invitation to create.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateInvitation {
    /// E-mail address to invite.
    email: String,
    /// A built-in role, or the id of a role of the tenant.
    role: AssignedRole,
    /// Merchant that the role is held for; required for `merchant_owner` and `merchant_staff`, and for no
    /// other role.
    merchant_id: Option<MerchantId>,
}

/// A staff member of the tenant.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct StaffRecord {
    /// Staff id.
    id: StaffId,
    /// E-mail address to sign in with.
    email: String,
    /// Name.
    name: String,
    /// A built-in role, or the id of a role of the tenant.
    role: AssignedRole,
    /// Merchant that they work for; absent for the tenant's own staff.
    merchant_id: Option<MerchantId>,
    /// When they joined the tenant.
    joined_at: OffsetDateTime,
    /// When they were suspended; absent unless they are.
    suspended_at: Option<OffsetDateTime>,
}

/// An open invitation.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct Invitation {
    /// Id of the invitation.
    id: InvitationId,
    /// Invited e-mail address.
    email: String,
    /// A built-in role, or the id of a role of the tenant.
    role: AssignedRole,
    /// Merchant that the role is held for; absent for roles of the tenant's own staff.
    merchant_id: Option<MerchantId>,
    /// Staff member who invited.
    invited_by: StaffId,
    /// When it was created.
    created_at: OffsetDateTime,
    /// When it expires.
    expires_at: OffsetDateTime,
}

/// Response of create-invitation.
#[derive(ApiResponse)]
enum InvitationCreated {
    /// The invitation; the e-mail is on its way.
    #[oai(status = 201)]
    Created(
        Json<Invitation>,
        /// URL of the list of invitations.
        #[oai(header = "Location")]
        String,
    ),
}

/// Response of remove and revoke.
#[derive(ApiResponse)]
enum Removed {
    /// It is done.
    #[oai(status = 204)]
    Done,
}

impl From<identity::Colleague> for StaffRecord {
    fn from(it: identity::Colleague) -> Self {
        Self {
            id: it.id,
            email: it.email.as_str().to_owned(),
            name: it.name,
            role: it.role,
            merchant_id: it.merchant_id,
            joined_at: it.joined_at,
            suspended_at: it.suspended_at,
        }
    }
}

impl From<identity::Invitation> for Invitation {
    fn from(it: identity::Invitation) -> Self {
        Self {
            id: it.id,
            email: it.email.as_str().to_owned(),
            role: it.position.role,
            merchant_id: it.position.merchant_id,
            invited_by: it.invited_by,
            created_at: it.created_at,
            expires_at: it.expires_at,
        }
    }
}
