//! Every statement about the chain.

use db::{DbError, TenantTx};
use time::OffsetDateTime;
use uuid::Uuid;

/// How many entries are read at once.
const BATCH: i64 = 500;

/// An entry, and what its hash is made from.
#[derive(sqlx::FromRow)]
pub(in crate::audit) struct Link {
    pub(in crate::audit) number: i64,
    pub(in crate::audit) id: Uuid,
    pub(in crate::audit) at: OffsetDateTime,
    pub(in crate::audit) actor: String,
    pub(in crate::audit) operation: String,
    pub(in crate::audit) request_id: Uuid,
    pub(in crate::audit) changes: i32,
    pub(in crate::audit) hash: Vec<u8>,
    pub(in crate::audit) content: Option<String>,
}

/// Shows the transaction one moment, whatever is added meanwhile. Its first statement.
pub(in crate::audit) async fn stand_still(tx: &mut TenantTx) -> Result<(), DbError> {
    sqlx::query("set transaction isolation level repeatable read")
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The entries behind the one with this number.
pub(in crate::audit) async fn batch(tx: &mut TenantTx, after: i64) -> Result<Vec<Link>, DbError> {
    Ok(sqlx::query_as(
        "select e.number, e.id, e.at, e.actor, e.operation, e.request_id, e.changes, e.hash,
                (select string_agg(concat_ws(E'\\n', c.relation, c.action, c.key::text,
                                             coalesce(c.before::text, ''), coalesce(c.after::text, '')),
                                   E'\\n' order by c.n)
                   from audit_changes c
                  where c.tenant_id = e.tenant_id and c.entry_id = e.id) as content
           from audit_entries e
          where e.tenant_id = $1 and e.number > $2
          order by e.number
          limit $3",
    )
    .bind(tx.tenant_id())
    .bind(after)
    .bind(BATCH)
    .fetch_all(tx.conn())
    .await?)
}

/// What the head says: the last number and its hash.
pub(in crate::audit) async fn head(tx: &mut TenantTx) -> Result<(i64, Vec<u8>), DbError> {
    let head = sqlx::query_as("select number, hash from audit_heads where tenant_id = $1")
        .bind(tx.tenant_id())
        .fetch_optional(tx.conn())
        .await?;
    Ok(head.unwrap_or_default())
}

/// How many changes belong to no entry.
pub(in crate::audit) async fn stray(tx: &mut TenantTx) -> Result<i64, DbError> {
    Ok(sqlx::query_scalar(
        "select count(*) from audit_changes c
          where c.tenant_id = $1
            and not exists (select from audit_entries e
                             where e.tenant_id = $1 and e.id = c.entry_id)",
    )
    .bind(tx.tenant_id())
    .fetch_one(tx.conn())
    .await?)
}
