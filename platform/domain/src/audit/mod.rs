//! Who changed what: the record that the database's triggers write, read and verified.
//!
//! Invariants:
//! - no statement of the program writes here; the schema does, in the transaction of the change;
//! - entries of a tenant are numbered without a gap, and each is chained to the one before by its hash;
//! - secrets and personal fields are masked before they are written.
//!
//! It imports no other service.

mod names;
mod store;
mod verify;

pub use names::{OBJECTS, field_text, object_of};
pub use verify::{Broken, Verified};

use db::{Db, DbError};
use kernel::ids::{RequestId, TenantId};
use kernel::{Caller, Case, Denied, Fault, Permission};
use serde_json::{Map, Value};
use time::OffsetDateTime;
use uuid::Uuid;

/// The most entries of a page.
const LARGEST_PAGE: u32 = 100;

/// One transaction of somebody of the staff, a program or an operator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// 1, 2, 3 … in this tenant.
    pub number: i64,
    /// When it was committed.
    pub at: OffsetDateTime,
    /// The id of whoever it was.
    pub actor: String,
    /// What they are called, unless they have left.
    pub actor_name: Option<String>,
    /// The operation of the API.
    pub operation: String,
    /// The request.
    pub request_id: RequestId,
    /// The hash that chains it to the entry before.
    pub hash: Vec<u8>,
    /// What it changed, in order.
    pub changes: Vec<AuditChange>,
}

/// What happened to one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditChange {
    /// The table.
    pub relation: String,
    /// `created`, `updated` or `deleted`.
    pub action: String,
    /// The primary key.
    pub key: Map<String, Value>,
    /// What changed, as it was.
    pub before: Map<String, Value>,
    /// What changed, as it is now.
    pub after: Map<String, Value>,
}

/// Which entries to list.
#[derive(Debug, Clone, Default)]
pub struct ListAudit {
    /// Only those of this actor.
    pub actor: Option<String>,
    /// Only those of this operation.
    pub operation: Option<String>,
    /// Only those that changed this object.
    pub object: Option<Uuid>,
    /// Only those of this request.
    pub request_id: Option<RequestId>,
    /// Only those from then on.
    pub from: Option<OffsetDateTime>,
    /// Only those before then.
    pub before: Option<OffsetDateTime>,
    /// Only those before the one with this number.
    pub after: Option<i64>,
    /// At most so many.
    pub limit: u32,
}

/// Entries, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditPage {
    /// Those of this page.
    pub entries: Vec<AuditEntry>,
    /// The number that the next page begins behind, if there is one.
    pub next: Option<i64>,
}

/// The record of who changed what. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Audit {
    db: Db,
}

impl Audit {
    /// The record in this database.
    pub const fn new(db: Db) -> Self {
        Self { db }
    }

    /// Entries of the caller's tenant, the newest first.
    pub async fn list(&self, caller: &Caller, query: &ListAudit) -> Result<AuditPage, AuditError> {
        caller.require(Permission::AuditRead)?;
        let mut tx = self.db.begin(caller).await?;
        let limit = query.limit.clamp(1, LARGEST_PAGE);
        let mut entries = store::list(&mut tx, query, i64::from(limit) + 1).await?;
        let has_more = entries.len() > usize::try_from(limit).unwrap_or(usize::MAX);
        if has_more {
            entries.pop();
        }
        let next = entries.last().filter(|_| has_more).map(|last| last.number);
        store::name_actors(&mut tx, &mut entries).await?;
        Ok(AuditPage { entries, next })
    }

    /// Up to a thousand tenants after `after`, by id.
    pub async fn tenants(&self, after: TenantId) -> Result<Vec<(TenantId, String)>, AuditError> {
        let mut tx = self.db.directory().await?;
        Ok(store::tenants(&mut tx, after, 1_000).await?)
    }

    /// Reads a tenant's whole chain and computes every hash again.
    pub async fn verify(&self, tenant_id: TenantId) -> Result<Verified, AuditError> {
        let mut tx = self.db.begin(&Caller::system(tenant_id)).await?;
        Ok(verify::verify(&mut tx).await?)
    }
}

/// Why the record cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    /// The caller may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The database did not answer.
    #[error("the audit log could not be read")]
    Db(#[from] DbError),
}

impl Fault for AuditError {
    fn case(&self) -> Case {
        match self {
            Self::Denied(denied) => denied.case(),
            Self::Db(error) => error.case(),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Denied(_) => None,
            Self::Db(error) => error.retry_after_seconds(),
        }
    }
}
