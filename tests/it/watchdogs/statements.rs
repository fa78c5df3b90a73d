//! Every SQL statement in the source is prepared by a real Postgres on the migrated schema: a
//! column that is gone or a type that does not fit is found here, with no database at build time.

use regex::Regex;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqlSafeStr};
use testkit::TestDb;

use super::source::{Source, files};

/// The statements of one file: what is passed to `sqlx::query…`, and constants that hold SQL.
fn statements(source: &Source) -> Vec<String> {
    let literal = r#""((?:[^"\\]|\\.)*)""#;
    let call = Regex::new(&format!(
        r"(?s)query(?:_as|_scalar)?(?:::<[^(]*>)?\(\s*{literal}"
    ))
    .unwrap();
    let constant = Regex::new(&format!(r"(?s)const [A-Z_0-9]+: &str =\s*{literal}")).unwrap();
    let is_sql = Regex::new(r"(?is)^\s*(select|insert|update|delete|with)\s").unwrap();
    call.captures_iter(&source.text)
        .chain(constant.captures_iter(&source.text))
        .map(|found| unescape(&found[1]))
        .filter(|text| is_sql.is_match(text))
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

#[tokio::test]
async fn every_statement_prepares() {
    let db = TestDb::new().await;
    let mut conn = PgConnection::connect(&db.superuser_url()).await.unwrap();

    let (mut prepared, mut refused) = (0, Vec::new());
    for source in files(&[".rs"]) {
        let holds_sql =
            source.path.contains("store") || source.path.starts_with("platform/db/src/");
        if source.is_test() || !holds_sql {
            continue;
        }
        for statement in statements(&source) {
            prepared += 1;
            let safe = AssertSqlSafe(statement.clone()).into_sql_str();
            if let Err(error) = conn.prepare(safe).await {
                refused.push(format!("{}: {error}\n{statement}", source.path));
            }
        }
    }

    assert!(refused.is_empty(), "{}", refused.join("\n\n"));
    assert!(prepared > 10, "only {prepared} statements were found");
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
    for source in files(&[".rs"]) {
        let holds_sql =
            source.path.contains("store") || source.path.starts_with("platform/db/src/");
        // The relay alone looks at the messages of every tenant.
        if source.is_test() || !holds_sql || source.path == "platform/db/src/relay.rs" {
            continue;
        }
        for statement in statements(&source) {
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
