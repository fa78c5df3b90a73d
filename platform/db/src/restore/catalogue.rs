//! What the catalogue of Postgres says about the tables of tenants.

use std::collections::BTreeSet;

use sqlx::PgConnection;
use uuid::Uuid;

use super::{LEFT_OUT, RestoreError, run};

/// Two restores at once would take each other's policies away.
const LOCK: i64 = 7_243_114;
const POLICY: &str = "one_tenant_restored";

/// A table with rows of tenants.
#[derive(Debug, Clone)]
pub(super) struct Table {
    pub(super) name: String,
    /// Its columns between commas, quoted, but for those that Postgres computes.
    pub(super) columns: String,
    /// Whether row-level security guards it.
    pub(super) is_protected: bool,
    /// Triggers that refuse to delete its rows.
    pub(super) refusing: Vec<String>,
}

/// The tables of tenants.
#[derive(Debug)]
pub(super) struct Catalogue {
    /// All of them, each after those that it refers to.
    pub(super) all: Vec<Table>,
    /// Those that are restored, in the same order.
    pub(super) restored: Vec<Table>,
}

impl Catalogue {
    pub(super) async fn read(conn: &mut PgConnection) -> Result<Self, RestoreError> {
        let found: Vec<(String, String, bool, Vec<String>)> = sqlx::query_as(
            "select c.relname::text,
                    (select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
                       from pg_attribute a
                      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        and a.attgenerated = ''),
                    c.relrowsecurity,
                    array(select t.tgname::text from pg_trigger t
                           where t.tgrelid = c.oid and not t.tgisinternal
                             and (t.tgtype & 1) <> 0 and (t.tgtype & 2) <> 0
                             and (t.tgtype & 8) <> 0
                           order by 1)
               from pg_class c
              where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                and not c.relispartition
                -- A row that need not belong to a tenant is none of a tenant.
                and exists (select from pg_attribute a
                             where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull
                               and not a.attisdropped)
              order by 1",
        )
        .fetch_all(&mut *conn)
        .await?;
        let all: Vec<Table> = found
            .into_iter()
            .map(|(name, columns, is_protected, refusing)| Table {
                name,
                columns,
                is_protected,
                refusing,
            })
            .collect();
        let references: Vec<(String, String)> = sqlx::query_as(
            "select distinct a.relname::text, b.relname::text
               from pg_constraint r
               join pg_class a on a.oid = r.conrelid
               join pg_class b on b.oid = r.confrelid
              where r.contype = 'f' and a.oid <> b.oid",
        )
        .fetch_all(conn)
        .await?;
        let all = in_order(&all, &references)?;
        let is_restored = |table: &&Table| !LEFT_OUT.contains(&table.name.as_str());
        let restored = all.iter().filter(is_restored).cloned().collect();
        Ok(Self { all, restored })
    }
}

/// The tables, each after those that it refers to.
fn in_order(all: &[Table], references: &[(String, String)]) -> Result<Vec<Table>, RestoreError> {
    let mut waiting: Vec<&Table> = all.iter().collect();
    let mut ordered = Vec::new();
    while !waiting.is_empty() {
        let names: BTreeSet<&str> = waiting.iter().map(|table| table.name.as_str()).collect();
        let waits = |table: &Table| {
            let mut to = references.iter().filter(|(from, _)| *from == table.name);
            to.any(|(_, to)| names.contains(to.as_str()))
        };
        let (later, next): (Vec<&Table>, Vec<&Table>) =
            waiting.iter().copied().partition(|table| waits(table));
        if next.is_empty() {
            let names: Vec<&str> = names.into_iter().collect();
            return Err(RestoreError::Circle(names.join(", ")));
        }
        ordered.extend(next.into_iter().cloned());
        waiting = later;
    }
    Ok(ordered)
}

/// Refuses two databases that are one, or whose rows would not fit each other.
pub(super) async fn are_alike(
    backup: &mut PgConnection,
    target: &mut PgConnection,
) -> Result<(), RestoreError> {
    let identity = "select oid::text || ' ' || pg_postmaster_start_time()::text
                      from pg_database where datname = current_database()";
    let there: String = sqlx::query_scalar(identity).fetch_one(&mut *backup).await?;
    let here: String = sqlx::query_scalar(identity).fetch_one(&mut *target).await?;
    if there == here {
        return Err(RestoreError::SameDatabase);
    }
    let history =
        "select max(version), string_agg(version || ' ' || checksum, ',' order by version)
                     from refinery_schema_history";
    let there: (i32, String) = sqlx::query_as(history).fetch_one(backup).await?;
    let here: (i32, String) = sqlx::query_as(history).fetch_one(target).await?;
    if there == here {
        return Ok(());
    }
    Err(RestoreError::OtherSchema {
        backup: there.0,
        here: here.0,
    })
}

/// The id of the tenant that is called so.
pub(super) async fn tenant(
    conn: &mut PgConnection,
    slug: &str,
) -> Result<Option<Uuid>, RestoreError> {
    let id = sqlx::query_scalar("select id from tenants where slug = $1").bind(slug);
    Ok(id.fetch_optional(conn).await?)
}

/// Makes sure that this is the only restore, and that nobody waits for long behind a lock that it
/// waits for itself.
pub(super) async fn claim(conn: &mut PgConnection) -> Result<(), RestoreError> {
    run(conn, "set lock_timeout = '5s'".to_owned()).await?;
    let claimed: bool = sqlx::query_scalar("select pg_try_advisory_lock($1)")
        .bind(LOCK)
        .fetch_one(conn)
        .await?;
    if claimed {
        Ok(())
    } else {
        Err(RestoreError::Busy)
    }
}

/// Shows the owner the rows of this one tenant.
pub(super) async fn show(
    conn: &mut PgConnection,
    tables: &[Table],
    tenant_id: Uuid,
) -> Result<(), RestoreError> {
    for table in tables.iter().filter(|table| table.is_protected) {
        let name = &table.name;
        let policy = format!(
            "create policy {POLICY} on public.\"{name}\" to current_user \
             using (tenant_id = '{tenant_id}') with check (tenant_id = '{tenant_id}')"
        );
        run(conn, policy).await?;
    }
    Ok(())
}

/// Ends that.
pub(super) async fn forget(conn: &mut PgConnection) -> Result<(), RestoreError> {
    let shown: Vec<String> = sqlx::query_scalar(
        "select c.relname::text from pg_policy p join pg_class c on c.oid = p.polrelid
          where p.polname = $1 order by 1",
    )
    .bind(POLICY)
    .fetch_all(&mut *conn)
    .await?;
    for name in shown {
        let policy = format!("drop policy {POLICY} on public.\"{name}\"");
        run(conn, policy).await?;
    }
    Ok(())
}
