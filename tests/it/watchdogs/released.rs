//! The release before this one works on this schema: while a release is deployed, and after it was
//! taken back, its processes run on migrations that they do not know.
//!
//! `tests/released-statements.json` holds every statement of the last release with its role;
//! `scripts/record-release.sh` writes it. Each must still be planned, and each insert must name every
//! column that has to be filled.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

use regex::Regex;
use serde::{Deserialize, Serialize};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use testkit::TestDb;

use super::source::root;
use super::statements::{APP, OPERATOR, RELAY, all_statements, plan, roles_of};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Released {
    /// The file that it was in.
    path: String,
    /// Of these roles one must be able to run it.
    roles: Vec<String>,
    statement: String,
}

fn file() -> PathBuf {
    root().join("tests/released-statements.json")
}

fn released() -> Vec<Released> {
    serde_json::from_str(&std::fs::read_to_string(file()).unwrap()).unwrap()
}

/// Not a test: what the release script runs.
#[test]
#[ignore = "writes the statements of a release; run by scripts/record-release.sh"]
fn record_the_statements_of_this_release() {
    let of_file = |(source, statements): (super::source::Source, Vec<String>)| {
        let roles: Vec<String> = roles_of(&source.path).iter().map(|&it| it.into()).collect();
        let path = source.path;
        let released = move |statement| Released {
            path: path.clone(),
            roles: roles.clone(),
            statement,
        };
        statements.into_iter().map(released).collect::<Vec<_>>()
    };
    let mut all: Vec<Released> = all_statements().into_iter().flat_map(of_file).collect();
    all.sort();
    let text = serde_json::to_string_pretty(&all).unwrap();
    std::fs::write(file(), text + "\n").unwrap();
}

/// Columns of each table that an insert must name: neither empty, nor filled by the database.
async fn demanded(conn: &mut PgConnection) -> BTreeMap<String, Vec<String>> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "select c.relname::text, a.attname::text
           from pg_attribute a
           join pg_class c on c.oid = a.attrelid
          where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
            and a.attnum > 0 and not a.attisdropped and a.attnotnull and not a.atthasdef
            and a.attidentity = ''",
    )
    .fetch_all(conn)
    .await
    .unwrap();
    let mut demanded = BTreeMap::<String, Vec<String>>::new();
    for (table, column) in rows {
        demanded.entry(table).or_default().push(column);
    }
    demanded
}

/// Columns that an insert of the statement leaves out though they must be filled.
fn left_out(statement: &str, demanded: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let insert = Regex::new(r"(?is)\binsert\s+into\s+([a-z_]+)\s*\(([^)]*)\)").unwrap();
    let mut left_out = Vec::new();
    for found in insert.captures_iter(statement) {
        let named: Vec<&str> = found[2].split(',').map(str::trim).collect();
        let wanted = demanded.get(&found[1]).map_or(&[][..], Vec::as_slice);
        let missing = wanted.iter().filter(|it| !named.contains(&it.as_str()));
        left_out.extend(missing.map(|column| format!("{}.{column}", &found[1])));
    }
    left_out
}

/// The statements of the last release that would fail on this database, and why.
async fn broken(db: &TestDb) -> Vec<String> {
    let mut conns = HashMap::new();
    for (role, url) in [
        (APP, db.app_url()),
        (RELAY, db.relay_url()),
        (OPERATOR, db.operator_url()),
    ] {
        conns.insert(role.to_owned(), PgConnection::connect(&url).await.unwrap());
    }
    let mut superuser = PgConnection::connect(&db.superuser_url()).await.unwrap();
    let demanded = demanded(&mut superuser).await;
    let mut broken = Vec::new();
    for Released {
        path,
        roles,
        statement,
    } in released()
    {
        let missing = left_out(&statement, &demanded);
        if !missing.is_empty() {
            broken.push(format!("{path}: nothing fills {}", missing.join(", ")));
        }
        let mut whys = Vec::new();
        for role in &roles {
            match plan(conns.get_mut(role).unwrap(), &statement).await {
                Ok(()) => {
                    whys.clear();
                    break;
                }
                Err(why) => whys.push(format!("{role}: {why}")),
            }
        }
        if !whys.is_empty() {
            broken.push(format!("{path}: {}\n{statement}", whys.join("; ")));
        }
    }
    broken
}

#[tokio::test]
async fn the_last_release_works_on_this_schema() {
    let db = TestDb::new().await;

    let broken = broken(&db).await;

    assert!(
        broken.is_empty(),
        "these statements of the last release fail on this schema; expand first, contract in the \
         release after:\n{}",
        broken.join("\n\n")
    );
    assert!(released().len() >= 225, "{}", released().len());
}

/// What is planted in the schema, and must be found.
#[tokio::test]
async fn a_migration_that_breaks_the_last_release_is_found() {
    for (migration, expected) in [
        (
            "alter table products rename column title to name",
            "column \"title\" does not exist",
        ),
        ("revoke select on carts from stoa_app", "permission denied"),
        (
            "alter table orders add column channel text not null default 'web';
             alter table orders alter column channel drop default",
            "nothing fills orders.channel",
        ),
    ] {
        let db = TestDb::new().await;
        let mut owner = PgConnection::connect(&db.owner_url()).await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(migration))
            .execute(&mut owner)
            .await
            .unwrap();

        let broken = broken(&db).await;

        assert!(
            broken.iter().any(|why| why.contains(expected)),
            "{migration}: {broken:#?}"
        );
    }
}
