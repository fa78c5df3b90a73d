//! The rows: brought over into temporary tables, then exchanged for those that are there.

use std::collections::BTreeMap;

use futures_util::TryStreamExt;
use sqlx::PgConnection;
use uuid::Uuid;

use super::catalogue::{Catalogue, Table};
use super::{RestoreError, RestoredTable, number, run};
use crate::DbError;

/// The tenant itself and those of its staff: global tables, of which its own rows are restored if they
/// are not there.
const TENANTS: &str = "tenants";
const STAFF: &str = "staff";
const COUNTERS: &str = "counters";

/// Copies the tenant's rows of the backup into temporary tables of the target.
pub(super) async fn bring(
    backup: &mut PgConnection,
    target: &mut PgConnection,
    catalogue: &Catalogue,
    tenant_id: Uuid,
) -> Result<(), RestoreError> {
    let of_tenant = format!("tenant_id = '{tenant_id}'");
    for table in &catalogue.restored {
        let name = &table.name;
        copy(backup, target, (name, &table.columns), &of_tenant).await?;
    }
    let members = format!("id in (select staff_id from public.memberships where {of_tenant})");
    let itself = format!("id = '{tenant_id}'");
    for (name, which) in [(TENANTS, itself), (STAFF, members)] {
        copy(backup, target, (name, "*"), &which).await?;
    }
    Ok(())
}

async fn copy(
    backup: &mut PgConnection,
    target: &mut PgConnection,
    (name, columns): (&str, &str),
    which: &str,
) -> Result<(), RestoreError> {
    // What Postgres computes is computed here too: it is not in the copy, and may not be null.
    let temporary = format!(
        "create temporary table \"restored_{name}\" (like public.\"{name}\" including generated) \
         on commit drop"
    );
    run(target, temporary).await?;
    let out = format!(
        "copy (select {columns} from public.\"{name}\" where {which}) to stdout (format binary)"
    );
    let listed = if columns == "*" {
        String::new()
    } else {
        format!("({columns})")
    };
    let into = format!("copy pg_temp.\"restored_{name}\" {listed} from stdin (format binary)");
    let mut rows = backup.copy_out_raw(&out).await?;
    let mut kept = target.copy_in_raw(&into).await?;
    while let Some(chunk) = rows.try_next().await? {
        kept.send(chunk).await?;
    }
    kept.finish().await?;
    Ok(())
}

/// Removes the tenant's rows, and writes those of the backup.
pub(super) async fn exchange(
    target: &mut PgConnection,
    catalogue: &Catalogue,
    tenant_id: Uuid,
    replaces: bool,
) -> Result<BTreeMap<String, RestoredTable>, RestoreError> {
    let mut tables = BTreeMap::new();
    let of_tenant = format!("tenant_id = '{tenant_id}'");
    for table in &catalogue.restored {
        let count = format!(
            "select count(*) from public.\"{}\" where {of_tenant}",
            table.name
        );
        if number(target, count).await? > 0 && !replaces {
            return Err(RestoreError::HasRows(table.name.clone()));
        }
    }
    let counters = format!(
        "create temporary table counted on commit drop as
         select * from public.{COUNTERS} where {of_tenant}"
    );
    run(target, counters).await?;
    // What triggers would make of the rows comes with them.
    run(target, "set local app.restoring = 'on'".to_owned()).await?;
    write_globals(target).await?;
    // The ledger's tables, which nobody else may delete from, are locked from then on: they come last.
    for is_ledger in [false, true] {
        let is_next = |table: &&Table| table.refusing.is_empty() != is_ledger;
        if replaces {
            // Those that are not brought back, too: they speak of rows that go.
            for table in catalogue.all.iter().filter(is_next).rev() {
                note(&mut tables, table).removed = remove(target, table, &of_tenant).await?;
            }
        }
        for table in catalogue.restored.iter().filter(is_next) {
            note(&mut tables, table).restored = write(target, table, &of_tenant).await?;
        }
    }
    keep_counting(target).await?;
    tables.retain(|_, table| *table != RestoredTable::default());
    Ok(tables)
}

fn note<'a>(
    tables: &'a mut BTreeMap<String, RestoredTable>,
    table: &Table,
) -> &'a mut RestoredTable {
    tables.entry(table.name.clone()).or_default()
}

/// Removes the tenant's rows, also of a table whose rows nobody else may remove.
async fn remove(
    target: &mut PgConnection,
    table: &Table,
    of_tenant: &str,
) -> Result<i64, RestoreError> {
    let name = &table.name;
    for trigger in &table.refusing {
        let off = format!("alter table public.\"{name}\" disable trigger \"{trigger}\"");
        run(target, off).await?;
    }
    let delete = format!("delete from public.\"{name}\" where {of_tenant}");
    let removed = run(target, delete).await?;
    for trigger in &table.refusing {
        let on = format!("alter table public.\"{name}\" enable trigger \"{trigger}\"");
        run(target, on).await?;
    }
    Ok(i64::try_from(removed).unwrap_or(i64::MAX))
}

/// The tenant and its staff, where they are missing.
async fn write_globals(target: &mut PgConnection) -> Result<(), RestoreError> {
    for name in [TENANTS, STAFF] {
        let insert = format!(
            "insert into public.\"{name}\" select * from pg_temp.\"restored_{name}\" r
              where not exists (select from public.\"{name}\" t where t.id = r.id)"
        );
        run(target, insert)
            .await
            .map_err(|error| taken(name, error))?;
    }
    Ok(())
}

async fn write(
    target: &mut PgConnection,
    table: &Table,
    of_tenant: &str,
) -> Result<i64, RestoreError> {
    let (name, columns) = (&table.name, &table.columns);
    let insert = format!(
        "insert into public.\"{name}\" ({columns}) overriding system value
         select {columns} from pg_temp.\"restored_{name}\""
    );
    run(target, insert)
        .await
        .map_err(|error| taken(name, error))?;
    let backup = format!("select count(*) from pg_temp.\"restored_{name}\"");
    let backup = number(target, backup).await?;
    let here = format!("select count(*) from public.\"{name}\" where {of_tenant}");
    let here = number(target, here).await?;
    if here == backup {
        return Ok(here);
    }
    Err(RestoreError::Differs {
        table: name.clone(),
        here,
        backup,
    })
}

fn taken(table: &str, error: RestoreError) -> RestoreError {
    match error {
        RestoreError::Db(DbError::Refused { constraint, .. }) => RestoreError::Taken {
            table: table.to_owned(),
            constraint,
        },
        other => other,
    }
}

/// Numbers that were given away since are not given away again.
async fn keep_counting(target: &mut PgConnection) -> Result<(), RestoreError> {
    let keep = format!(
        "insert into public.{COUNTERS} select * from pg_temp.counted
         on conflict (tenant_id, name)
         do update set value = greatest({COUNTERS}.value, excluded.value)"
    );
    run(target, keep).await.map(drop)
}
