//! The record of who changed what.

use std::collections::BTreeSet;

use domain::audit::{self, AuditError, ListAudit};
use gateway::{ApiResult, Contract, CsvFile, CsvRow, Cursor, Invalid, Limit, Page, Staff};
use kernel::ids::{RequestId, any_id};
use kernel::{Caller, Permission, text};
use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use serde_json::{Map, Value};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::{App, Tag};

/// The most characters of an id or of an operation's name.
const LONGEST_WORD: usize = 100;

pub(crate) struct AuditApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_audit_entries").needs(&[Permission::AuditRead]),
    Contract::of("admin_export_audit_entries").needs(&[Permission::AuditRead]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminAudit")]
impl AuditApi {
    /// List audit entries
    ///
    /// What staff members, secret keys and operators changed, newest first. Each entry is one transaction; it
    /// is written by the database, is never changed, and carries a hash that includes the hash of the entry
    /// before. Secrets and personal fields show as `[masked]`.
    #[oai(
        path = "/audit/entries",
        method = "get",
        operation_id = "admin_list_audit_entries"
    )]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the API")]
    async fn list(
        &self,
        staff: Staff,
        /// Only changes made by this staff member, secret key or operator.
        actor: Query<Option<String>>,
        /// Only changes made by this operation, such as `admin_update_product`.
        operation: Query<Option<String>>,
        /// Only changes of the object with this id.
        object_id: Query<Option<String>>,
        /// Only changes made by this request.
        request_id: Query<Option<RequestId>>,
        /// Only changes at this time or later.
        from: Query<Option<OffsetDateTime>>,
        /// Only changes before this time.
        before: Query<Option<OffsetDateTime>>,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page; valid for the same filter.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<AuditEntry>>> {
        let filter = Filter {
            actor: actor.0,
            operation: operation.0,
            object_id: object_id.0,
            request_id: request_id.0,
            at: (from.0, before.0),
        };
        let list = filter.list_name(staff.caller());
        let query = ListAudit {
            after: cursor.0.read(&list)?,
            limit: limit.0.get(),
            ..filter.into_query()?
        };
        let page = self.0.audit.list(staff.caller(), &query).await?;
        Ok(Json(Page::behind(page.entries, &list, page.next)))
    }

    /// Export audit entries
    ///
    /// The same entries as a CSV file, newest first, with one row for each field that changed: `number`, `at`,
    /// `actor`, `actor_name`, `operation`, `request_id`, `object`, `action`, `key`, `field`, `before`, `after`,
    /// `hash`. Text that a spreadsheet would take for a formula begins with an apostrophe.
    #[oai(
        path = "/audit/entries.csv",
        method = "get",
        operation_id = "admin_export_audit_entries"
    )]
    #[expect(clippy::unused_async, reason = "an operation is asynchronous")]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the API")]
    async fn export(
        &self,
        staff: Staff,
        /// Only changes made by this staff member, secret key or operator.
        actor: Query<Option<String>>,
        /// Only changes made by this operation, such as `admin_update_product`.
        operation: Query<Option<String>>,
        /// Only changes of the object with this id.
        object_id: Query<Option<String>>,
        /// Only changes made by this request.
        request_id: Query<Option<RequestId>>,
        /// Only changes at this time or later.
        from: Query<Option<OffsetDateTime>>,
        /// Only changes before this time.
        before: Query<Option<OffsetDateTime>>,
    ) -> ApiResult<CsvFile> {
        let filter = Filter {
            actor: actor.0,
            operation: operation.0,
            object_id: object_id.0,
            request_id: request_id.0,
            at: (from.0, before.0),
        };
        let query = ListAudit {
            limit: u32::MAX,
            ..filter.into_query()?
        };
        let (audit, caller) = (self.0.audit.clone(), staff.caller().clone());
        caller
            .require(Permission::AuditRead)
            .map_err(AuditError::from)?;
        Ok(CsvFile::stream("audit.csv", &COLUMNS, move |after| {
            let (audit, caller) = (audit.clone(), caller.clone());
            let query = ListAudit {
                after,
                ..query.clone()
            };
            async move {
                let page = audit.list(&caller, &query).await?;
                let rows = page.entries.into_iter().flat_map(|it| rows(it.into()));
                Ok::<_, AuditError>((rows.collect(), page.next))
            }
        }))
    }
}

const COLUMNS: [&str; 13] = [
    "number",
    "at",
    "actor",
    "actor_name",
    "operation",
    "request_id",
    "object",
    "action",
    "key",
    "field",
    "before",
    "after",
    "hash",
];

/// The cells of the fields; of none at all, empty ones.
fn fields_of(fields: Vec<AuditField>) -> Vec<(String, String, String)> {
    let cells = fields.into_iter().map(|field| {
        let (before, after) = (field.before, field.after);
        (
            field.name,
            before.unwrap_or_default(),
            after.unwrap_or_default(),
        )
    });
    let cells: Vec<_> = cells.collect();
    if cells.is_empty() {
        vec![Default::default()]
    } else {
        cells
    }
}

/// A row for each field that changed.
fn rows(entry: AuditEntry) -> Vec<CsvRow> {
    let head = [
        entry.number.to_string(),
        entry.at.format(&Rfc3339).unwrap_or_default(),
        entry.actor,
        entry.actor_name.unwrap_or_default(),
        entry.operation,
        entry.request_id.to_string(),
    ];
    let mut rows = Vec::new();
    for change in entry.changes {
        let key = change
            .key
            .iter()
            .map(|it| format!("{}={}", it.name, it.value));
        let key = key.collect::<Vec<_>>().join(" ");
        for (name, before, after) in fields_of(change.fields) {
            let mut row = head.to_vec();
            row.extend([
                change.object.clone(),
                change.action.clone(),
                key.clone(),
                name,
                before,
                after,
                entry.hash.clone(),
            ]);
            rows.push(row);
        }
    }
    rows
}

/// Which entries a list asks for.
struct Filter {
    actor: Option<String>,
    operation: Option<String>,
    object_id: Option<String>,
    request_id: Option<RequestId>,
    at: (Option<OffsetDateTime>, Option<OffsetDateTime>),
}

impl Filter {
    /// What a cursor of this list is bound to.
    fn list_name(&self, caller: &Caller) -> String {
        let date = |at: Option<OffsetDateTime>| at.and_then(|at| at.format(&Rfc3339).ok());
        format!(
            "admin/audit/{}/{:?}/{:?}/{:?}/{:?}/{:?}/{:?}",
            caller.tenant_id(),
            self.actor,
            self.operation,
            self.object_id,
            self.request_id,
            date(self.at.0),
            date(self.at.1),
        )
    }

    fn into_query(self) -> Result<ListAudit, Invalid> {
        let object = given(self.object_id.as_deref()).map(|id| {
            let rule = "the id of an object, such as prod_01h455vb4pex5vsknk084sn02q";
            any_id(id).ok_or_else(|| Invalid::field("object_id", "malformed", rule))
        });
        Ok(ListAudit {
            actor: word("actor", self.actor.as_deref(), "the id of an actor")?,
            operation: word(
                "operation",
                self.operation.as_deref(),
                "the id of an operation",
            )?,
            object: object.transpose()?,
            request_id: self.request_id,
            from: self.at.0,
            before: self.at.1,
            after: None,
            limit: 0,
        })
    }
}

/// A parameter; none when it is empty.
fn given(asked: Option<&str>) -> Option<&str> {
    asked.filter(|text| !text.trim().is_empty())
}

fn word(name: &'static str, asked: Option<&str>, what: &str) -> Result<Option<String>, Invalid> {
    let Some(asked) = given(asked) else {
        return Ok(None);
    };
    let rule = format!("{what}, at most 100 characters");
    let found = text::line(asked, LONGEST_WORD);
    found.map_or_else(
        || Err(Invalid::field(name, "malformed", rule)),
        |it| Ok(Some(it)),
    )
}

/// What one request changed, in one transaction.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct AuditEntry {
    /// Number of the entry: 1, 2, 3 … without a gap in each tenant.
    number: i64,
    /// Time of the change.
    at: OffsetDateTime,
    /// Id of the staff member, secret key or operator.
    actor: String,
    /// Name of the staff member or secret key; absent for operators and for staff members who left.
    actor_name: Option<String>,
    /// Operation of the API, such as `admin_update_product`.
    operation: String,
    /// Id of the request, the `X-Request-Id` of its answer.
    request_id: RequestId,
    /// Hash of this entry, its changes and the hash of the entry before: SHA-256, hexadecimal.
    hash: String,
    /// What changed, in order.
    changes: Vec<AuditChange>,
}

/// A change of one object.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct AuditChange {
    /// Kind of the object, such as `product`, `price` or `staff_member`.
    object: String,
    /// What was done: `created`, `updated` or `deleted`.
    action: String,
    /// What identifies the object, such as `id`, or `variant_id` and `currency`.
    key: Vec<AuditKey>,
    /// The fields that changed; of a new or deleted object, all of them.
    fields: Vec<AuditField>,
}

/// A part of what identifies an object.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct AuditKey {
    /// Name of the field.
    name: String,
    /// Its value, as text.
    value: String,
}

/// A field that changed.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct AuditField {
    /// Name of the field.
    name: String,
    /// Value before the change, as text; absent when there was none.
    before: Option<String>,
    /// Value after the change, as text; absent when there is none.
    after: Option<String>,
}

impl From<audit::AuditEntry> for AuditEntry {
    fn from(entry: audit::AuditEntry) -> Self {
        Self {
            number: entry.number,
            at: entry.at,
            actor: entry.actor,
            actor_name: entry.actor_name,
            operation: entry.operation,
            request_id: entry.request_id,
            hash: hex::encode(&entry.hash),
            changes: entry.changes.into_iter().map(AuditChange::from).collect(),
        }
    }
}

impl From<audit::AuditChange> for AuditChange {
    fn from(change: audit::AuditChange) -> Self {
        let relation = change.relation.as_str();
        let side = |fields: &Map<String, Value>, name: &str| {
            let value = fields.get(name).filter(|value| !value.is_null());
            value.map(|value| audit::field_text(relation, name, value))
        };
        let names: BTreeSet<&String> = change.before.keys().chain(change.after.keys()).collect();
        let fields = names.into_iter().map(|name| AuditField {
            name: name.clone(),
            before: side(&change.before, name),
            after: side(&change.after, name),
        });
        let key = change.key.iter().map(|(name, value)| AuditKey {
            name: name.clone(),
            value: audit::field_text(relation, name, value),
        });
        Self {
            object: audit::object_of(relation).to_owned(),
            key: key.collect(),
            fields: fields
                .filter(|field| field.before.is_some() || field.after.is_some())
                .collect(),
            action: change.action,
        }
    }
}
