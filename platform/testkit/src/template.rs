//! The migrated database that every test's database is a copy of.
//!
//! It is made once for each state of the migrations and the roles, by whichever test comes first.

use db::roles::RolePasswords;
use kernel::config::Secret;
use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use url::Url;

use crate::passwords::quicken;

/// Tests that come at once must not all make it.
const LOCK: i64 = 7_243_113;

/// The roles are part of what a template promises, so a change there makes a new one.
const ROLES: &str = include_str!("../../db/src/roles.rs");

/// So is how their passwords are kept.
const PASSWORDS: &str = include_str!("passwords.rs");

/// The name of the template, which exists when this returns.
pub(crate) async fn ensure(superuser: &mut PgConnection, url: &Url) -> Result<String, sqlx::Error> {
    let state = Sha256::digest(format!("{}{ROLES}{PASSWORDS}", db::migrate::fingerprint()));
    let name: String = format!("stoa_test_{}", hex::encode(state))
        .chars()
        .take(26)
        .collect();
    if exists(superuser, &name).await? {
        return Ok(name);
    }
    sqlx::query("select pg_advisory_lock($1)")
        .bind(LOCK)
        .execute(&mut *superuser)
        .await?;
    let made = make(superuser, url, &name).await;
    sqlx::query("select pg_advisory_unlock($1)")
        .bind(LOCK)
        .execute(&mut *superuser)
        .await?;
    made.map(|()| name)
}

async fn make(superuser: &mut PgConnection, url: &Url, name: &str) -> Result<(), sqlx::Error> {
    if exists(superuser, name).await? {
        return Ok(());
    }
    let draft = format!("{name}_draft");
    if let Err(error) = db::roles::ensure(superuser, &passwords()).await {
        panic!("the roles could not be made: {error}");
    }
    for role in ["stoa_owner", "stoa_app", "stoa_relay", "stoa_operator"] {
        quicken(superuser, role, &password(role)).await?;
    }
    if let Some(password) = url.password() {
        quicken(superuser, url.username(), password).await?;
    }
    run(
        superuser,
        format!("drop database if exists {draft} with (force)"),
    )
    .await?;
    run(
        superuser,
        format!("create database {draft} owner stoa_owner"),
    )
    .await?;
    // The owner inherits nothing, not even what the owner of a database may do in it.
    let mut inside = PgConnection::connect(database_url(url, &draft).as_str()).await?;
    run(
        &mut inside,
        "alter schema public owner to stoa_owner".to_owned(),
    )
    .await?;
    if let Err(error) = db::roles::confine(&mut inside).await {
        panic!("the roles could not be confined: {error}");
    }
    inside.close().await?;
    let mut owner = PgConnection::connect(role_url(url, "stoa_owner", &draft).as_str()).await?;
    if let Err(error) = db::migrate::run(&mut owner).await {
        panic!("{error}");
    }
    owner.close().await?;
    run(
        superuser,
        format!("alter database {draft} rename to {name}"),
    )
    .await
}

async fn exists(conn: &mut PgConnection, name: &str) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar("select exists (select from pg_database where datname = $1)")
        .bind(name)
        .fetch_one(conn)
        .await
}

/// Runs a statement that takes no parameters, as those about databases do.
pub(crate) async fn run(conn: &mut PgConnection, statement: String) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(AssertSqlSafe(statement))
        .execute(conn)
        .await?;
    Ok(())
}

/// The address of `database` for one of the roles.
pub(crate) fn role_url(superuser: &Url, role: &str, database: &str) -> Url {
    let mut url = database_url(superuser, database);
    url.set_username(role)
        .and_then(|()| url.set_password(Some(&password(role))))
        .expect("the address of a server has room for a user");
    url
}

/// The address of `database` for the superuser.
pub(crate) fn database_url(superuser: &Url, database: &str) -> Url {
    let mut url = superuser.clone();
    url.set_path(database);
    url
}

fn passwords() -> RolePasswords {
    let secret = |role| Secret::new(password(role));
    RolePasswords {
        owner: secret("stoa_owner"),
        app: secret("stoa_app"),
        relay: secret("stoa_relay"),
        operator: secret("stoa_operator"),
    }
}

/// No secret: the server listens on this machine only and holds nothing but test data.
fn password(role: &str) -> String {
    role.replace('_', "")
}
