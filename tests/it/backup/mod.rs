//! Backups: a whole installation comes back from one, and so does one tenant.

mod one_tenant;
mod whole;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use sqlx::{AssertSqlSafe, Connection, PgConnection};
use testkit::{TestDb, postgres_program};

/// Writes a backup as docs/OPERATIONS.md says.
fn back_up(db: &TestDb, file: &Path) {
    let mut dump = Command::new(postgres_program("pg_dump"));
    dump.arg("--format=custom").arg("--file").arg(file);
    succeeds(dump.arg(db.superuser_url()));
}

/// A new database with what the backup holds.
async fn restored(file: &Path) -> TestDb {
    let db = TestDb::empty().await;
    let mut restore = Command::new(postgres_program("pg_restore"));
    restore.args(["--exit-on-error", "--single-transaction", "--dbname"]);
    succeeds(restore.arg(db.superuser_url()).arg(file));
    db
}

fn succeeds(command: &mut Command) {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {output:?}");
}

async fn superuser(db: &TestDb) -> PgConnection {
    PgConnection::connect(&db.superuser_url()).await.unwrap()
}

/// A digest of everything that a tenant has in each table, by the table's name.
async fn contents(db: &TestDb, tenant_id: &str) -> BTreeMap<String, String> {
    let mut conn = superuser(db).await;
    let tables: Vec<String> = sqlx::query_scalar(
        "select c.relname::text from pg_class c
           join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
          where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1",
    )
    .fetch_all(&mut conn)
    .await
    .unwrap();
    assert!(tables.len() > 40, "{tables:?}");
    let tenant_id: kernel::ids::TenantId = tenant_id.parse().unwrap();
    let mut contents = BTreeMap::new();
    for table in tables {
        let row = match table.as_str() {
            // What the ledger stamps is when and by which transaction of the database a row was written.
            "ledger_transactions" => "(to_jsonb(t) - 'created_xid' - 'recorded_at')::text",
            // A product that came back has a document of its own, newer than all of before.
            "products" => "(to_jsonb(t) - 'document_version')::text",
            _ => "t::text",
        };
        let digest = format!(
            "select count(*) || ' ' || md5(coalesce(string_agg({row}, '|' order by {row}), ''))
               from public.\"{table}\" t where tenant_id = $1"
        );
        let digest: String = sqlx::query_scalar(AssertSqlSafe(digest))
            .bind(tenant_id.uuid())
            .fetch_one(&mut conn)
            .await
            .unwrap();
        contents.insert(table, digest);
    }
    contents
}

/// The sums of the ledger's accounts.
async fn balances(db: &TestDb) -> Vec<(String, String, i64)> {
    sqlx::query_as(
        "select tenant_id::text, code || ' ' || currency, sum(balance)::bigint
           from ledger_balances group by 1, 2 order by 1, 2",
    )
    .fetch_all(&mut superuser(db).await)
    .await
    .unwrap()
}
