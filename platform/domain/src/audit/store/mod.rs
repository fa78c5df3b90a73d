//! Every statement about the record.

pub(super) mod chain;

use std::collections::HashMap;

use db::{DbError, DirectoryTx, TenantTx};
use kernel::ids::{ApiKeyId, RequestId, StaffId, TenantId};
use serde_json::{Map, Value};
use sqlx::types::Json;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::audit::{AuditChange, AuditEntry, ListAudit};

#[derive(sqlx::FromRow)]
struct EntryRow {
    number: i64,
    id: Uuid,
    at: OffsetDateTime,
    actor: String,
    operation: String,
    request_id: RequestId,
    hash: Vec<u8>,
}

#[derive(sqlx::FromRow)]
struct ChangeRow {
    entry_id: Uuid,
    relation: String,
    action: String,
    key: Json<Map<String, Value>>,
    before: Option<Json<Map<String, Value>>>,
    after: Option<Json<Map<String, Value>>>,
}

impl From<ChangeRow> for AuditChange {
    fn from(row: ChangeRow) -> Self {
        let fields = |side: Option<Json<Map<String, Value>>>| side.map_or_else(Map::new, |it| it.0);
        Self {
            relation: row.relation,
            action: row.action,
            key: row.key.0,
            before: fields(row.before),
            after: fields(row.after),
        }
    }
}

/// Entries, the newest first, `limit` of them.
///
/// Planned anew each time: a filter that is not given falls away, and an index of one that is is used.
pub(in crate::audit) async fn list(
    tx: &mut TenantTx,
    query: &ListAudit,
    limit: i64,
) -> Result<Vec<AuditEntry>, DbError> {
    let rows: Vec<EntryRow> = sqlx::query_as(
        "select e.number, e.id, e.at, e.actor, e.operation, e.request_id, e.hash
           from audit_entries e
          where e.tenant_id = $1 and ($2::bigint is null or e.number < $2)
            and ($4::text is null or e.actor = $4) and ($5::text is null or e.operation = $5)
            and ($6::uuid is null or e.request_id = $6)
            and ($7::timestamptz is null or e.at >= $7) and ($8::timestamptz is null or e.at < $8)
            and ($9::uuid is null
                 or e.id in (select c.entry_id from audit_changes c
                              where c.tenant_id = $1 and c.object = $9))
          order by e.number desc
          limit $3",
    )
    .persistent(false)
    .bind(tx.tenant_id())
    .bind(query.after)
    .bind(limit)
    .bind(query.actor.as_deref())
    .bind(query.operation.as_deref())
    .bind(query.request_id)
    .bind(query.from)
    .bind(query.before)
    .bind(query.object)
    .fetch_all(tx.planning_anew().await?)
    .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut changes = changes(tx, &ids).await?;
    let entries = rows.into_iter().map(|row| AuditEntry {
        number: row.number,
        at: row.at,
        actor: row.actor,
        actor_name: None,
        operation: row.operation,
        request_id: row.request_id,
        hash: row.hash,
        changes: changes.remove(&row.id).unwrap_or_default(),
    });
    Ok(entries.collect())
}

async fn changes(
    tx: &mut TenantTx,
    entries: &[Uuid],
) -> Result<HashMap<Uuid, Vec<AuditChange>>, DbError> {
    let rows: Vec<ChangeRow> = sqlx::query_as(
        "select entry_id, relation, action, key, before, after
           from audit_changes
          where tenant_id = $1 and entry_id = any($2)
          order by n",
    )
    .bind(tx.tenant_id())
    .bind(entries)
    .fetch_all(tx.conn())
    .await?;
    let mut found: HashMap<Uuid, Vec<AuditChange>> = HashMap::new();
    for row in rows {
        found.entry(row.entry_id).or_default().push(row.into());
    }
    Ok(found)
}

/// Gives entries the names of those who are still there.
pub(in crate::audit) async fn name_actors(
    tx: &mut TenantTx,
    entries: &mut [AuditEntry],
) -> Result<(), DbError> {
    let staff: Vec<(StaffId, String)> = sqlx::query_as("select id, name from staff_members()")
        .fetch_all(tx.conn())
        .await?;
    let keys: Vec<(ApiKeyId, String)> =
        sqlx::query_as("select id, name from api_keys where tenant_id = $1")
            .bind(tx.tenant_id())
            .fetch_all(tx.conn())
            .await?;
    let staff = staff.into_iter().map(|(id, name)| (id.to_string(), name));
    let keys = keys.into_iter().map(|(id, name)| (id.to_string(), name));
    let names: HashMap<String, String> = staff.chain(keys).collect();
    for entry in entries {
        entry.actor_name = names.get(&entry.actor).cloned();
    }
    Ok(())
}

/// Tenants after `after`, by id.
pub(in crate::audit) async fn tenants(
    tx: &mut DirectoryTx,
    after: TenantId,
    limit: i64,
) -> Result<Vec<(TenantId, String)>, DbError> {
    Ok(
        sqlx::query_as("select id, slug from tenants where id > $1 order by id limit $2")
            .bind(after)
            .bind(limit)
            .fetch_all(tx.conn())
            .await?,
    )
}
