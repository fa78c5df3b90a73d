//! A database of its own for each test.

use std::thread;
use std::time::{Duration, Instant};

use db::PoolOptions;
use kernel::ports::{Clock, Ids, SystemClock};
use sqlx::{Connection, PgConnection};
use tokio::runtime;
use url::Url;

use crate::{server, template};

/// Names tell when the database was made, so that a later run can remove what a killed test left.
const PREFIX: &str = "stoa_run_";
const LEFTOVER_SECONDS: i64 = 3600;
/// How long a test waits for its statements to stand in each other's way.
const LONGEST_WAIT: Duration = Duration::from_secs(20);

/// A pool that waits on a busy machine, where a request would be refused.
pub fn patient_pool() -> PoolOptions {
    PoolOptions {
        acquire_timeout: Duration::from_secs(30),
        ..PoolOptions::default()
    }
}

/// A migrated, empty database that nobody else uses. Removed when dropped.
#[derive(Debug)]
pub struct TestDb {
    server: Url,
    name: String,
}

impl TestDb {
    /// Makes a database, as a copy of a template that is migrated once.
    pub async fn new() -> Self {
        let server = server::postgres().await;
        match create(&server).await {
            Ok(name) => Self { server, name },
            Err(error) => panic!("there is no database to test with: {error}"),
        }
    }

    /// Makes an empty database for a backup to be restored into.
    pub async fn empty() -> Self {
        let server = server::postgres().await;
        match create_empty(&server).await {
            Ok(name) => Self { server, name },
            Err(error) => panic!("there is no database to restore into: {error}"),
        }
    }

    /// A backup of the database as it is now.
    pub async fn back_up(&self) -> Self {
        let backup = match copied(&self.server, &self.name, None).await {
            Ok(name) => name,
            Err(error) => panic!("the database could not be backed up: {error}"),
        };
        Self {
            server: self.server.clone(),
            name: backup,
        }
    }

    /// Goes back to a backup: what was written since is lost, and connections are closed.
    pub async fn go_back_to(&self, backup: &Self) {
        if let Err(error) = copied(&self.server, &backup.name, Some(&self.name)).await {
            panic!("the backup could not be restored: {error}");
        }
    }

    /// The address for the superuser, who sees through row-level security.
    pub fn superuser_url(&self) -> String {
        template::database_url(&self.server, &self.name).into()
    }

    /// The address for `stoa_owner`, who owns the schema.
    pub fn owner_url(&self) -> String {
        self.role_url("stoa_owner")
    }

    /// The address for `stoa_app`, which serves requests.
    pub fn app_url(&self) -> String {
        self.role_url("stoa_app")
    }

    /// The address for `stoa_relay`, which moves messages.
    pub fn relay_url(&self) -> String {
        self.role_url("stoa_relay")
    }

    /// The address for `stoa_operator`, which provisions tenants.
    pub fn operator_url(&self) -> String {
        self.role_url("stoa_operator")
    }

    /// Returns once so many statements, or more, wait for a lock that somebody else holds.
    pub async fn until_waiting(&self, statements: i64) {
        let until = Instant::now() + LONGEST_WAIT;
        let mut superuser = PgConnection::connect(&self.superuser_url())
            .await
            .expect("the database can be reached");
        loop {
            let waiting: i64 = sqlx::query_scalar(
                "select count(*) from pg_stat_activity
                  where datname = current_database() and wait_event_type = 'Lock'
                    and wait_event in ('transactionid', 'tuple', 'relation')",
            )
            .fetch_one(&mut superuser)
            .await
            .expect("the server tells who waits");
            if waiting >= statements {
                return;
            }
            assert!(Instant::now() < until, "{waiting} statements wait");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    fn role_url(&self, role: &str) -> String {
        template::role_url(&self.server, role, &self.name).into()
    }
}

impl Drop for TestDb {
    /// On a thread of its own, since the test's runtime may be gone. A failure costs a little room
    /// until a later run removes the database.
    fn drop(&mut self) {
        let (server, name) = (self.server.clone(), self.name.clone());
        let remove = thread::spawn(move || {
            let runtime = runtime::Builder::new_current_thread()
                .enable_all()
                .build()?;
            runtime.block_on(async {
                let mut superuser = PgConnection::connect(server.as_str()).await?;
                drop_database(&mut superuser, &name).await
            })
        });
        let _ = remove.join();
    }
}

async fn create(server: &Url) -> Result<String, sqlx::Error> {
    let mut superuser = PgConnection::connect(server.as_str()).await?;
    let template = template::ensure(&mut superuser, server).await?;
    let name = new_name(&mut superuser).await?;
    let statement =
        format!("create database {name} owner stoa_owner template {template} strategy file_copy");
    template::run(&mut superuser, statement).await?;
    // A copy has the template's tables and functions, and the privileges of a new database.
    let confine = format!("revoke temporary on database {name} from public");
    template::run(&mut superuser, confine).await?;
    wait_longer_for_locks(&mut superuser, &name).await?;
    superuser.close().await?;
    Ok(name)
}

/// Tests that make statements wait for each other need them to wait until the last one has come, which on a
/// busy machine may take longer than a request may wait for a lock.
async fn wait_longer_for_locks(
    superuser: &mut PgConnection,
    name: &str,
) -> Result<(), sqlx::Error> {
    for role in ["stoa_app", "stoa_relay", "stoa_operator"] {
        let statement = format!("alter role {role} in database {name} set lock_timeout = '30s'");
        template::run(superuser, statement).await?;
    }
    Ok(())
}

async fn create_empty(server: &Url) -> Result<String, sqlx::Error> {
    let mut superuser = PgConnection::connect(server.as_str()).await?;
    template::ensure(&mut superuser, server).await?;
    let name = new_name(&mut superuser).await?;
    let statement = format!("create database {name} owner stoa_owner template template0");
    template::run(&mut superuser, statement).await?;
    superuser.close().await?;
    Ok(name)
}

/// Copies a database, over `target` if there is one; the copy's name. Nobody may be connected to either.
async fn copied(server: &Url, source: &str, target: Option<&str>) -> Result<String, sqlx::Error> {
    let mut superuser = PgConnection::connect(server.as_str()).await?;
    let name = match target {
        Some(target) => target.to_owned(),
        None => new_name(&mut superuser).await?,
    };
    drop_database(&mut superuser, &name).await?;
    let allow = |may| format!("alter database {source} allow_connections {may}");
    template::run(&mut superuser, allow(false)).await?;
    let disconnect =
        "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1";
    sqlx::query(disconnect)
        .bind(source)
        .execute(&mut superuser)
        .await?;
    let copy = format!("create database {name} owner stoa_owner template {source}");
    template::run(&mut superuser, copy).await?;
    let confine = format!("revoke temporary on database {name} from public");
    template::run(&mut superuser, confine).await?;
    template::run(&mut superuser, allow(true)).await?;
    superuser.close().await?;
    Ok(name)
}

async fn new_name(superuser: &mut PgConnection) -> Result<String, sqlx::Error> {
    let now = SystemClock.now().unix_timestamp();
    remove_leftovers(superuser, now).await?;
    let random: String = Ids.token().chars().take(16).collect();
    Ok(format!("{PREFIX}{now}_{random}"))
}

/// Another test may remove the same leftover at the same moment, which is as good.
async fn remove_leftovers(superuser: &mut PgConnection, now: i64) -> Result<(), sqlx::Error> {
    let names: Vec<String> =
        sqlx::query_scalar("select datname from pg_database where starts_with(datname, $1)")
            .bind(PREFIX)
            .fetch_all(&mut *superuser)
            .await?;
    for name in names.iter().filter(|name| is_leftover(name, now)) {
        let _ = drop_database(superuser, name).await;
    }
    Ok(())
}

fn is_leftover(name: &str, now: i64) -> bool {
    name.strip_prefix(PREFIX)
        .and_then(|rest| rest.split('_').next()?.parse::<i64>().ok())
        .is_some_and(|made| now - made > LEFTOVER_SECONDS)
}

async fn drop_database(superuser: &mut PgConnection, name: &str) -> Result<(), sqlx::Error> {
    template::run(
        superuser,
        format!("drop database if exists {name} with (force)"),
    )
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_databases_of_more_than_an_hour_ago_are_leftovers() {
        assert!(is_leftover("stoa_run_1000_ab", 4601));
        assert!(!is_leftover("stoa_run_1000_ab", 4600));
        assert!(!is_leftover("stoa_run_x", 4601));
        assert!(!is_leftover("postgres", 4601));
    }
}
