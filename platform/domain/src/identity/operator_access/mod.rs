//! Operators look into a tenant for a reason, for an hour at most, and the tenant sees it.
//!
//! Invariants:
//! - without an access that is open an operator reaches nothing of a tenant;
//! - each request of an operator is in the tenant's audit log before it is answered;
//! - nobody moves money, makes keys or gives rights with an access.

mod store;

use db::DbError;
use kernel::config::Secret;
use kernel::ids::{OperatorAccessId, OperatorId, TenantId};
use kernel::ports::Ids;
use kernel::{
    Caller, Event, FieldFault, OperatorCaller, Permission, Permissions, RecordedRequest,
    permission_set,
};
use time::{Duration, OffsetDateTime};

use super::{Identity, IdentityError, Role, StaffError};

/// What the token of an access begins with.
pub(super) const PREFIX: &str = "stoa_op_";
const LONGEST_MINUTES: i64 = 60;
const SHORTEST_REASON: usize = 10;
const LONGEST_REASON: usize = 1000;
const LONGEST_TICKET: usize = 200;
/// What no access allows, whether it may write or not.
const NEVER: Permissions = permission_set!(
    OrdersCapture,
    RefundsCreate,
    MerchantsWrite,
    ApiKeysManage,
    SignInManage,
    StaffManage,
    RolesManage
);

/// An operator's access to a tenant.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct OperatorAccess {
    /// Its id.
    pub id: OperatorAccessId,
    /// Whose it is.
    pub operator_id: OperatorId,
    /// Why.
    pub reason: String,
    /// What asked for it, such as the number of a support ticket.
    pub ticket: String,
    /// Whether it may change something.
    pub may_write: bool,
    /// Since when.
    pub created_at: OffsetDateTime,
    /// Until when.
    pub expires_at: OffsetDateTime,
    /// When it was ended before.
    pub ended_at: Option<OffsetDateTime>,
    /// Requests that were made with it.
    pub requests: i64,
}

/// What an operator asks for.
#[derive(Debug)]
pub struct OpenOperatorAccess {
    /// The tenant.
    pub tenant_id: TenantId,
    /// Why.
    pub reason: String,
    /// What asked for it.
    pub ticket: String,
    /// For how long.
    pub minutes: i64,
    /// Whether something is to be changed.
    pub may_write: bool,
}

impl Identity {
    /// Opens a tenant to the operator who calls, and has its owners told. The token is shown this once.
    pub async fn open_operator_access(
        &self,
        operator: &OperatorCaller,
        wanted: OpenOperatorAccess,
    ) -> Result<(OperatorAccess, Secret<String>), StaffError> {
        operator.require(Permission::TenantsAccess)?;
        let (reason, ticket) = check(&wanted)?;
        let now = self.clock.now();
        let access = OperatorAccess {
            id: OperatorAccessId::from_uuid(Ids.uuid()),
            operator_id: operator.operator_id,
            reason,
            ticket,
            may_write: wanted.may_write,
            created_at: now,
            expires_at: now + Duration::minutes(wanted.minutes),
            ended_at: None,
            requests: 0,
        };
        let token = format!("{PREFIX}{}", Ids.token());
        let mut tx = self.db.begin(&acting(operator, wanted.tenant_id)).await?;
        store::insert(&mut tx, &access, &Ids::token_hash(&token))
            .await
            .map_err(of_tenant)?;
        tx.publish(&Event::OperatorAccessOpened {
            access_id: access.id,
        })
        .await?;
        tx.commit().await?;
        Ok((access, Secret::new(token)))
    }

    /// Ends an access of whichever operator.
    pub async fn end_operator_access_as_operator(
        &self,
        operator: &OperatorCaller,
        tenant_id: TenantId,
        id: OperatorAccessId,
    ) -> Result<(), StaffError> {
        operator.require(Permission::TenantsAccess)?;
        self.end_access(&acting(operator, tenant_id), id).await
    }

    /// Which operators were let in, the latest first.
    pub async fn operator_accesses(
        &self,
        caller: &Caller,
    ) -> Result<Vec<OperatorAccess>, StaffError> {
        caller.require(Permission::AuditRead)?;
        Ok(store::list(&mut self.db.begin(caller).await?).await?)
    }

    /// Puts an operator out at once.
    pub async fn end_operator_access(
        &self,
        caller: &Caller,
        id: OperatorAccessId,
    ) -> Result<(), StaffError> {
        caller.require(Permission::StaffManage)?;
        self.end_access(caller, id).await
    }

    /// An access, for whoever writes to the tenant about it.
    pub async fn operator_access(
        &self,
        caller: &Caller,
        id: OperatorAccessId,
    ) -> Result<Option<OperatorAccess>, StaffError> {
        Ok(store::one(&mut self.db.begin(caller).await?, id).await?)
    }

    /// Notes that an operator makes a request of a tenant. It comes before the answer: what cannot be
    /// noted is not answered.
    pub(super) async fn note_operator_request(
        &self,
        caller: &Caller,
        request: RecordedRequest,
    ) -> Result<(), StaffError> {
        let Some(access_id) = caller.operator_access() else {
            return Err(IdentityError::BadToken.into());
        };
        let noting = caller.clone().recorded(Some(request));
        let mut tx = self.db.begin(&noting).await?;
        store::note_use(&mut tx, access_id, request.operation, self.clock.now()).await?;
        Ok(tx.commit().await?)
    }

    /// The operator whom a token lets in. The access is read each time, so that ending it works at once.
    pub(super) async fn operator_in_tenant(
        &self,
        tenant_id: TenantId,
        token: &str,
    ) -> Result<Caller, StaffError> {
        let mut tx = self.db.begin(&Caller::system(tenant_id)).await?;
        let opened = store::opened(&mut tx, &Ids::token_hash(token), self.clock.now()).await?;
        let (access_id, operator_id, may_write) = opened.ok_or(IdentityError::BadToken)?;
        let owner = self.policy.staff(Role::Owner);
        let allowed = if may_write {
            owner - NEVER
        } else {
            owner.iter().filter(|it| it.parts().1 == "read").collect()
        };
        Ok(Caller::operator_in(
            tenant_id,
            (operator_id, access_id),
            allowed,
        ))
    }

    async fn end_access(&self, caller: &Caller, id: OperatorAccessId) -> Result<(), StaffError> {
        let mut tx = self.db.begin(caller).await?;
        if !store::end(&mut tx, id, self.clock.now()).await? {
            return Err(StaffError::NotFound);
        }
        Ok(tx.commit().await?)
    }
}

/// The operator in one tenant, holding nothing there: for what is written about the access itself.
fn acting(operator: &OperatorCaller, tenant_id: TenantId) -> Caller {
    let nothing = OperatorAccessId::from_uuid(uuid::Uuid::nil());
    let who = (operator.operator_id, nothing);
    Caller::operator_in(tenant_id, who, Permissions::empty()).recorded(operator.request)
}

/// A tenant that is not there has nothing to look into.
fn of_tenant(error: DbError) -> StaffError {
    match error.constraint() {
        Some("operator_access_tenant_id_fkey") => StaffError::NotFound,
        _ => StaffError::Db(error),
    }
}

fn check(wanted: &OpenOperatorAccess) -> Result<(String, String), StaffError> {
    let mut faults = Vec::new();
    let reason = wanted.reason.trim();
    if !(SHORTEST_REASON..=LONGEST_REASON).contains(&reason.chars().count())
        || reason.contains(char::is_control)
    {
        let rule = "10 to 1000 characters without line breaks: the tenant reads it";
        faults.push(FieldFault::new("/reason", "malformed", rule));
    }
    let ticket = wanted.ticket.trim();
    if !(1..=LONGEST_TICKET).contains(&ticket.chars().count()) || ticket.contains(char::is_control)
    {
        let rule = "1 to 200 characters without line breaks";
        faults.push(FieldFault::new("/ticket", "malformed", rule));
    }
    if !(1..=LONGEST_MINUTES).contains(&wanted.minutes) {
        faults.push(FieldFault::new("/minutes", "out_of_range", "1 to 60"));
    }
    if faults.is_empty() {
        Ok((reason.to_owned(), ticket.to_owned()))
    } else {
        Err(StaffError::Invalid(faults))
    }
}
