//! What the caller may do, and why somebody may or may not.

use domain::identity::{AssignedRole, IdentityError, StaffError, StaffLetter};
use gateway::{ApiResult, Contract, Invalid, List, Staff};
use kernel::ids::{ApiKeyId, MerchantId, StaffId};
use kernel::{Actor, Permission, Permissions};
use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use super::roles::names;
use crate::{App, Tag};

pub(crate) struct MeApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_get_me"),
    Contract::of("admin_get_email_preferences"),
    Contract::of("admin_set_email_preferences"),
    Contract::of("admin_explain_authorization")
        .needs(&[Permission::StaffRead])
        .fails(&[StaffError::ROLE_NOT_FOUND]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminStaff")]
impl MeApi {
    /// Show the caller
    ///
    /// Who the credentials belong to and what they allow, from the same policy that decides each request: a
    /// console shows what the caller can use.
    #[oai(path = "/me", method = "get", operation_id = "admin_get_me")]
    async fn me(&self, staff: Staff) -> ApiResult<Json<Me>> {
        let caller = staff.caller();
        let authorities = names(caller.permissions());
        let api_key_id = match caller.actor() {
            Actor::Staff(_) => None,
            Actor::ApiKey(id) => Some(id),
            _ => return Err(IdentityError::BadToken.into()),
        };
        if api_key_id.is_some() {
            return Ok(Json(Me {
                api_key_id,
                authorities,
                ..Me::default()
            }));
        }
        let own = self.0.identity.own_membership(caller).await?;
        Ok(Json(Me {
            staff_id: Some(own.id),
            api_key_id,
            name: Some(own.name),
            email: Some(own.email.as_str().to_owned()),
            role: Some(own.role),
            merchant_id: own.merchant_id,
            authorities,
        }))
    }

    /// Show the caller's e-mail preferences
    ///
    /// Which e-mails about the store's business the staff member wants from it. They go to those who are allowed to do
    /// something about it.
    #[oai(
        path = "/me/email-preferences",
        method = "get",
        operation_id = "admin_get_email_preferences"
    )]
    async fn preferences(&self, staff: Staff) -> ApiResult<Json<EmailPreferences>> {
        let muted = self.0.identity.muted_letters(staff.caller()).await?;
        Ok(Json(EmailPreferences::without(&muted)))
    }

    /// Replace the caller's e-mail preferences
    ///
    /// They hold for this store; the staff member's other stores have preferences of their own.
    #[oai(
        path = "/me/email-preferences",
        method = "put",
        operation_id = "admin_set_email_preferences"
    )]
    async fn set_preferences(
        &self,
        staff: Staff,
        body: Json<EmailPreferences>,
    ) -> ApiResult<Json<EmailPreferences>> {
        let muted = body.0.muted();
        let identity = &self.0.identity;
        identity.mute_letters(staff.caller(), &muted).await?;
        Ok(Json(EmailPreferences::without(&muted)))
    }

    /// Explain authorization decisions
    ///
    /// For each operation under `/admin/v1`: whether it is allowed to a staff member, to anybody with a role, or
    /// else to the caller, and which authorities decide that. With `role` it answers what a member could do
    /// who had that role.
    #[oai(
        path = "/authorization/explain",
        method = "get",
        operation_id = "admin_explain_authorization"
    )]
    async fn explain(
        &self,
        staff: Staff,
        /// The staff member whose access to explain; not together with `role`.
        staff_id: Query<Option<StaffId>>,
        /// A built-in role, or the id of a role of the tenant, whose access to explain.
        role: Query<Option<AssignedRole>>,
    ) -> ApiResult<Json<List<Explanation>>> {
        let caller = staff.caller();
        caller.require(Permission::StaffRead)?;
        if staff_id.0.is_some() && role.0.is_some() {
            let wanted = "absent when `staff_id` is given";
            return Err(Invalid::field("role", "contradiction", wanted).into());
        }
        let identity = &self.0.identity;
        let (role, held) = match (staff_id.0, role.0) {
            (Some(id), _) => identity.permissions_of_member(caller, id).await?,
            (None, Some(role)) => (
                Some(role),
                identity.permissions_of_role(caller, role).await?,
            ),
            (None, None) => (None, caller.permissions()),
        };
        let contracts = super::contracts();
        let explained = contracts.iter().map(|it| Explanation::of(it, role, held));
        let data: Vec<Explanation> = explained.collect();
        Ok(Json(List::of(data)))
    }
}

/// The caller.
#[derive(Default, Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct Me {
    /// Id of the staff member; absent for a secret key.
    staff_id: Option<StaffId>,
    /// Id of the secret key; absent for a staff member.
    api_key_id: Option<ApiKeyId>,
    /// Name; absent for a secret key.
    name: Option<String>,
    /// E-mail address; absent for a secret key.
    email: Option<String>,
    /// A built-in role, or the id of a role of the tenant; absent for a secret key.
    role: Option<AssignedRole>,
    /// Merchant that the caller works for, and whose things the authorities are over; absent for the tenant's
    /// own staff and for a secret key.
    merchant_id: Option<MerchantId>,
    /// What the credentials allow, each as `object:action`.
    authorities: Vec<String>,
}

/// Which e-mails about the store's business a staff member wants.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct EmailPreferences {
    /// Each new order, for those who may fulfill it.
    new_orders: bool,
    /// Stock that runs low, for those who may change products.
    low_stock: bool,
    /// Disputes, for those who may refund orders.
    disputes: bool,
}

impl EmailPreferences {
    fn without(muted: &[StaffLetter]) -> Self {
        let wants = |letter| !muted.contains(&letter);
        Self {
            new_orders: wants(StaffLetter::NewOrder),
            low_stock: wants(StaffLetter::LowStock),
            disputes: wants(StaffLetter::Dispute),
        }
    }

    fn muted(&self) -> Vec<StaffLetter> {
        let all = [
            (self.new_orders, StaffLetter::NewOrder),
            (self.low_stock, StaffLetter::LowStock),
            (self.disputes, StaffLetter::Dispute),
        ];
        let muted = all.into_iter().filter(|(is_wanted, _)| !is_wanted);
        muted.map(|(_, letter)| letter).collect()
    }
}

/// Why an operation is allowed or not.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct Explanation {
    /// Id of the operation.
    operation: String,
    /// Whether it is allowed: nothing is missing, the staff member is not suspended, and the operation is open to
    /// merchants' staff if the role is theirs.
    is_allowed: bool,
    /// The role that was looked at; absent when it is the caller or a suspended member.
    role: Option<AssignedRole>,
    /// Authorities that the operation needs; empty when every staff member may.
    needed: Vec<String>,
    /// Those of them that are held.
    held: Vec<String>,
    /// Those of them that are missing.
    missing: Vec<String>,
}

impl Explanation {
    fn of(contract: &Contract, role: Option<AssignedRole>, held: Permissions) -> Self {
        let needed: Permissions = contract.authority().iter().copied().collect();
        // What needs no authority is the caller's own, and everybody's.
        let is_in_scope = needed.is_empty()
            || contract.is_for_merchants()
            || !role.is_some_and(AssignedRole::is_of_merchant);
        Self {
            operation: contract.operation().to_owned(),
            is_allowed: is_in_scope && held.is_superset(needed),
            role,
            needed: names(needed),
            held: names(needed & held),
            missing: names(needed - held),
        }
    }
}
