//! Every SQL statement in the source is planned by a real Postgres on the migrated schema, as the role
//! that runs it: a column that is gone, a type that does not fit or a privilege that is missing is found
//! here, with no database at build time. And no role has a privilege that no statement uses.

use std::collections::{HashMap, HashSet};

use regex::Regex;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use testkit::TestDb;

use super::source::{Source, files};

/// The statements of one file: every string that is one.
fn statements(source: &Source) -> Vec<String> {
    let literal = Regex::new(r#"(?s)"((?:[^"\\]|\\.)*)""#).unwrap();
    let is_sql = Regex::new(
        r"(?is)^\s*(select\s|insert\s+into\s|update\s+\w+|delete\s+from\s|with\s+\w+.*\sas\s)",
    )
    .unwrap();
    let comment = Regex::new(r"(?m)^\s*//.*$").unwrap();
    literal
        .captures_iter(&comment.replace_all(source.without_tests(), ""))
        .map(|found| unescape(&found[1]))
        .filter(|text| is_sql.is_match(text))
        .collect()
}

/// Every file that holds SQL, with its statements.
pub(super) fn all_statements() -> Vec<(Source, Vec<String>)> {
    files(&[".rs"])
        .into_iter()
        .filter(|source| {
            !source.is_test()
                && (source.path.contains("store") || source.path.starts_with("platform/db/src/"))
                && !source.path.contains("simulators")
                // What the owner runs.
                && !source.path.contains("/restore/")
                // What a superuser runs before there are roles.
                && !["roles.rs", "bootstrap.rs", "migrate.rs"]
                    .iter()
                    .any(|name| source.path.ends_with(name))
        })
        .map(|source| {
            let found = statements(&source);
            (source, found)
        })
        .filter(|(_, found)| !found.is_empty())
        .collect()
}

/// A Rust string literal's text.
fn unescape(literal: &str) -> String {
    let continued = Regex::new(r"\\\n\s*").unwrap();
    continued
        .replace_all(literal, "")
        .replace("\\\"", "\"")
        .replace("\\\\", "\\")
        .replace("\\n", "\n")
}

pub(super) const APP: &str = "stoa_app";
pub(super) const RELAY: &str = "stoa_relay";
pub(super) const OPERATOR: &str = "stoa_operator";

/// The role that runs the statements of a file; where two do, one of them must be able to.
pub(super) fn roles_of(path: &str) -> &'static [&'static str] {
    match path {
        "platform/db/src/relay.rs"
        | "platform/db/src/claim.rs"
        | "platform/db/src/dispatch.rs"
        | "platform/db/src/retentions.rs"
        | "platform/db/src/set_aside.rs"
        | "billing/src/comparison/store.rs"
        | "billing/src/webhooks/store.rs" => &[RELAY],
        "platform/domain/src/tenancy/store/provisioning.rs"
        | "platform/domain/src/identity/operators/store.rs" => &[OPERATOR],
        "platform/domain/src/identity/store.rs" | "platform/db/src/directory.rs" => {
            &[APP, OPERATOR]
        }
        _ => &[APP],
    }
}

/// Why the role may not run the statement, or Postgres does not understand it. Planning asks for the
/// privileges, and runs nothing.
pub(super) async fn plan(conn: &mut PgConnection, statement: &str) -> Result<(), String> {
    sqlx::raw_sql(AssertSqlSafe(format!("prepare planned as {statement}")))
        .execute(&mut *conn)
        .await
        .map_err(|error| error.to_string())?;
    let parameters: i32 = sqlx::query_scalar(
        "select coalesce(array_length(parameter_types, 1), 0) from pg_prepared_statements
          where name = 'planned'",
    )
    .fetch_one(&mut *conn)
    .await
    .unwrap();
    let nulls = vec!["null"; usize::try_from(parameters).unwrap()].join(", ");
    let arguments = if nulls.is_empty() {
        nulls
    } else {
        format!("({nulls})")
    };
    let planned = sqlx::raw_sql(AssertSqlSafe(format!("explain execute planned{arguments}")))
        .execute(&mut *conn)
        .await;
    sqlx::raw_sql("deallocate planned")
        .execute(conn)
        .await
        .unwrap();
    planned.map(|_| ()).map_err(|error| error.to_string())
}

/// A statement that its role may not run, that names a column that is gone, or that compares what
/// cannot be compared, is found here and not by a request.
#[tokio::test]
async fn every_statement_can_be_run_by_its_role() {
    let db = TestDb::new().await;
    let mut conns = HashMap::new();
    for (role, url) in [
        (APP, db.app_url()),
        (RELAY, db.relay_url()),
        (OPERATOR, db.operator_url()),
    ] {
        conns.insert(role, PgConnection::connect(&url).await.unwrap());
    }

    let (mut planned, mut refused) = (0, Vec::new());
    for (source, statements) in all_statements() {
        for statement in statements {
            planned += 1;
            let mut whys = Vec::new();
            for role in roles_of(&source.path) {
                match plan(conns.get_mut(role).unwrap(), &statement).await {
                    Ok(()) => {
                        whys.clear();
                        break;
                    }
                    Err(why) => whys.push(format!("{role}: {why}")),
                }
            }
            if !whys.is_empty() {
                refused.push(format!("{}: {}\n{statement}", source.path, whys.join("; ")));
            }
        }
    }

    assert!(refused.is_empty(), "{}", refused.join("\n\n"));
    assert!(planned >= 225, "only {planned} statements were found");
}

/// What is planted in a statement, and must be refused.
#[tokio::test]
async fn a_wrong_statement_is_refused() {
    let db = TestDb::new().await;
    let mut app = PgConnection::connect(&db.app_url()).await.unwrap();

    for wrong in [
        "select nothing from products where tenant_id = $1",
        "select id from products where tenant_id = $1 and title = 5",
        "delete from products where tenant_id = $1 and id = $2",
        "select payload from outbox where tenant_id = $1",
        "update staff set name = $1",
    ] {
        assert!(plan(&mut app, wrong).await.is_err(), "{wrong}");
    }
    assert_eq!(
        plan(&mut app, "select id from products where tenant_id = $1").await,
        Ok(())
    );
}

/// The verbs that a statement uses, each with the tables it uses them on.
fn uses(statement: &str) -> Vec<(&'static str, String)> {
    let find = |pattern: &str| {
        let pattern = Regex::new(pattern).unwrap();
        let found = pattern.captures_iter(statement);
        found
            .map(|found| found[1].to_lowercase())
            .collect::<Vec<_>>()
    };
    let read = find(r"(?i)\b(?:from|join|into|update)\s+(?:only\s+)?([a-z_]+)");
    let locks = Regex::new(r"(?i)\bfor\s+(?:no\s+key\s+)?(?:update|share)").unwrap();
    let upserts = Regex::new(r"(?i)\bdo\s+update\b").unwrap();
    let mut uses = Vec::new();
    for table in find(r"(?i)\binsert\s+into\s+([a-z_]+)") {
        if upserts.is_match(statement) {
            uses.push(("UPDATE", table.clone()));
        }
        uses.push(("INSERT", table));
    }
    for table in find(r"(?i)\bupdate\s+(?:only\s+)?([a-z_]+)") {
        uses.push(("UPDATE", table));
    }
    for table in find(r"(?i)\bdelete\s+from\s+([a-z_]+)") {
        uses.push(("DELETE", table));
    }
    for table in read {
        if locks.is_match(statement) {
            uses.push(("UPDATE", table.clone()));
        }
        uses.push(("SELECT", table));
    }
    uses
}

#[tokio::test]
async fn no_role_may_do_what_no_statement_does() {
    let db = TestDb::new().await;
    let mut superuser = PgConnection::connect(&db.superuser_url()).await.unwrap();
    let mut used = HashSet::new();
    for (source, statements) in all_statements() {
        for statement in statements {
            for (verb, table) in uses(&statement) {
                for role in roles_of(&source.path) {
                    used.insert(((*role).to_owned(), verb.to_owned(), table.clone()));
                }
            }
        }
    }
    // What is run inside the tenant that an operator creates, by the services it belongs to.
    for (verb, table) in [("INSERT", "outbox"), ("INSERT", "counters")] {
        used.insert((OPERATOR.to_owned(), verb.to_owned(), table.to_owned()));
    }

    let granted: Vec<(String, String, String)> = sqlx::query_as(
        "select distinct grantee::text, privilege_type::text, table_name::text
           from (select grantee, privilege_type, table_name
                   from information_schema.role_table_grants
                 union all
                 select grantee, privilege_type, table_name
                   from information_schema.role_column_grants) granted
          where grantee in ('stoa_app', 'stoa_relay', 'stoa_operator')
          order by 1, 3, 2",
    )
    .fetch_all(&mut superuser)
    .await
    .unwrap();
    // What only the version before this one uses, which must still work on this schema.
    let kept = ["refinery_schema_history", "signups", "password_resets"];
    let unused: Vec<String> = granted
        .into_iter()
        .filter(|grant| !kept.contains(&grant.2.as_str()) && !used.contains(grant))
        .map(|(role, verb, table)| format!("{role} may {verb} {table}"))
        .collect();
    assert_eq!(unused, Vec::<String>::new());
}

/// What the migrations protect.
fn tenant_tables() -> Vec<String> {
    let protect = Regex::new(r"select protect_tenant_table\('(\w+)'").unwrap();
    let mut tables = Vec::new();
    for migration in files(&[".sql"]) {
        if migration.path.starts_with("migrations/") {
            let found = protect.captures_iter(&migration.text);
            tables.extend(found.map(|found| found[1].to_owned()));
        }
    }
    for known in [
        "storefronts",
        "outbox",
        "idempotency_keys",
        "ledger_postings",
    ] {
        assert!(
            tables.iter().any(|table| table == known),
            "{known} is not among {tables:?}"
        );
    }
    tables
}

/// Row-level security is the lock; naming the tenant is the index and the shard.
#[test]
fn every_statement_on_a_tenant_table_names_the_tenant() {
    let tenant_table = format!(
        r"(?is)\b(?:from|join|update|into)\s+({})\b",
        tenant_tables().join("|")
    );
    let tenant_table = Regex::new(&tenant_table).unwrap();
    for (source, statements) in all_statements() {
        // The relay alone looks at what belongs to every tenant.
        if roles_of(&source.path) == [RELAY] {
            continue;
        }
        for statement in statements {
            if tenant_table.is_match(&statement) {
                assert!(
                    statement.contains("tenant_id"),
                    "{} does not name the tenant:\n{statement}",
                    source.path
                );
            }
        }
    }
}
