//! From an empty server to a database that Stoa can run on: roles, database, migrations.

use sqlx::{AssertSqlSafe, Connection, PgConnection};
use url::Url;

use crate::DbError;
use crate::migrate::{self, MigrateError};
use crate::roles::{self, RolePasswords, RolesError};

/// Why the database is not there or not up to date.
#[derive(Debug, thiserror::Error)]
pub enum BootstrapError {
    /// The address of the server or the name of the database cannot be used.
    #[error("{0} cannot be used to reach a database")]
    Address(String),
    /// The roles could not be made.
    #[error(transparent)]
    Roles(#[from] RolesError),
    /// The schema could not be brought up to date.
    #[error(transparent)]
    Migrate(#[from] MigrateError),
    /// A statement failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// The addresses of one database, one for each role that the program signs in as.
#[derive(Clone)]
pub struct Addresses {
    /// For migrations.
    pub owner: String,
    /// For requests and the worker.
    pub app: String,
    /// For moving messages.
    pub relay: String,
    /// For creating tenants.
    pub operator: String,
}

/// Makes the roles and the database `name` on the superuser's server unless they are there, and
/// applies every migration that is missing. Safe to repeat.
pub async fn ensure(
    superuser_url: &str,
    name: &str,
    passwords: &RolePasswords,
) -> Result<Addresses, BootstrapError> {
    let server: Url = superuser_url
        .parse()
        .map_err(|_| BootstrapError::Address("the superuser's address".to_owned()))?;
    if name.is_empty() || !name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') {
        return Err(BootstrapError::Address(name.to_owned()));
    }
    let mut superuser = connect(server.as_str()).await?;
    roles::ensure(&mut superuser, passwords).await?;
    let exists: bool =
        sqlx::query_scalar("select exists (select from pg_database where datname = $1)")
            .bind(name)
            .fetch_one(&mut superuser)
            .await
            .map_err(DbError::from)?;
    if !exists {
        run(
            &mut superuser,
            format!("create database {name} owner stoa_owner"),
        )
        .await?;
    }
    superuser.close().await.map_err(DbError::from)?;

    let mut inside = server.clone();
    inside.set_path(name);
    let mut inside = connect(inside.as_str()).await?;
    // The owner of a database does not own the schema that came with it.
    run(
        &mut inside,
        "alter schema public owner to stoa_owner".to_owned(),
    )
    .await?;
    roles::confine(&mut inside).await?;
    inside.close().await.map_err(DbError::from)?;

    let addresses = Addresses {
        owner: address(&server, name, "stoa_owner", passwords.owner.expose())?,
        app: address(&server, name, "stoa_app", passwords.app.expose())?,
        relay: address(&server, name, "stoa_relay", passwords.relay.expose())?,
        operator: address(&server, name, "stoa_operator", passwords.operator.expose())?,
    };
    let mut owner = connect(&addresses.owner).await?;
    migrate::run(&mut owner).await?;
    owner.close().await.map_err(DbError::from)?;
    Ok(addresses)
}

fn address(server: &Url, name: &str, role: &str, password: &str) -> Result<String, BootstrapError> {
    let mut url = server.clone();
    url.set_path(name);
    url.set_username(role)
        .and_then(|()| url.set_password(Some(password)))
        .map_err(|()| BootstrapError::Address(role.to_owned()))?;
    Ok(url.into())
}

async fn connect(url: &str) -> Result<PgConnection, DbError> {
    Ok(PgConnection::connect(url).await?)
}

async fn run(conn: &mut PgConnection, statement: String) -> Result<(), DbError> {
    sqlx::raw_sql(AssertSqlSafe(statement))
        .execute(conn)
        .await?;
    Ok(())
}
