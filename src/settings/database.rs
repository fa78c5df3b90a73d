//! Where the data is: the addresses of the database, one for each role.

use std::net::IpAddr;
use std::time::Duration;

use db::PoolOptions;
use kernel::config::{Env, Secret};
use url::Url;

/// Where the data is. The three roles see different parts of it.
#[derive(Debug, Clone)]
pub struct DatabaseSettings {
    /// `DATABASE_URL`: as `stoa_app`. The role must be able neither to bypass row-level security
    /// nor to own tables.
    pub app_url: Secret<String>,
    /// `DATABASE_RELAY_URL`: as `stoa_relay`.
    pub relay_url: Secret<String>,
    /// `DATABASE_OPERATOR_URL`: as `stoa_operator`.
    pub operator_url: Secret<String>,
    /// `DATABASE_POOL_MAX` (default 20): connections for requests.
    /// `DATABASE_ACQUIRE_TIMEOUT_SECONDS` (default 2): how long a request waits for one.
    pub pool: PoolOptions,
}

impl DatabaseSettings {
    pub(super) fn from_env(env: &mut Env) -> Self {
        Self {
            app_url: database_url(env, "DATABASE_URL"),
            relay_url: database_url(env, "DATABASE_RELAY_URL"),
            operator_url: database_url(env, "DATABASE_OPERATOR_URL"),
            pool: PoolOptions {
                max: env.one_or_more("DATABASE_POOL_MAX", 20),
                acquire_timeout: Duration::from_secs(
                    env.one_or_more("DATABASE_ACQUIRE_TIMEOUT_SECONDS", 2),
                ),
            },
        }
    }
}

/// The address of a database, on this machine or by TLS that checks who answers.
fn database_url(env: &mut Env, name: &str) -> Secret<String> {
    let address: Secret<String> = env.required(name, Secret::new(String::new()));
    if is_in_the_clear(address.expose()) {
        env.refuse(
            name,
            "another machine's database is reached with sslmode=verify-full only",
        );
    }
    address
}

/// Whether it leads to another machine without TLS that checks who answers. What is no address at all
/// is told by whoever connects.
fn is_in_the_clear(address: &str) -> bool {
    let Ok(url) = Url::parse(address) else {
        return false;
    };
    let parameter = |name: &str| {
        let mut pairs = url.query_pairs();
        pairs.find_map(|(key, value)| (key == name).then(|| value.into_owned()))
    };
    // A host in the parameters, or a path, is a socket of this machine.
    let host = parameter("host").or_else(|| url.host_str().map(str::to_owned));
    let is_here = host.is_none_or(|host| {
        let host = host.trim_matches(['[', ']']);
        host.is_empty()
            || host.starts_with('/')
            || host.starts_with("%2F")
            || host == "localhost"
            || host
                .parse()
                .is_ok_and(|address: IpAddr| address.is_loopback())
    });
    let mode = parameter("sslmode").or_else(|| parameter("ssl-mode"));
    !is_here && mode.as_deref() != Some("verify-full")
}

/// `DATABASE_URL`: as `stoa_app`, for a command that needs no other settings.
pub fn app_url(env: &mut Env) -> Secret<String> {
    database_url(env, "DATABASE_URL")
}

/// `DATABASE_RELAY_URL`: as `stoa_relay`, for a command that needs no other settings.
pub fn relay_url(env: &mut Env) -> Secret<String> {
    database_url(env, "DATABASE_RELAY_URL")
}

/// `DATABASE_OWNER_URL`: as `stoa_owner`, for migrations only.
pub fn owner_url(env: &mut Env) -> Secret<String> {
    database_url(env, "DATABASE_OWNER_URL")
}

/// `STOA_RESTORE_FROM`: the restored backup, as its owner.
pub fn backup_url(env: &mut Env) -> Secret<String> {
    database_url(env, "STOA_RESTORE_FROM")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_machine_is_reached_by_tls_only() {
        for (address, is_refused) in [
            ("postgres://a:b@127.0.0.1/stoa", false),
            ("postgres://a:b@localhost:5433/stoa?sslmode=disable", false),
            ("postgres://a:b@[::1]/stoa", false),
            ("postgres://a:b@%2Frun%2Fpostgresql/stoa", false),
            ("postgres:///stoa?host=/run/postgresql", false),
            ("postgres://a:b@db.example/stoa", true),
            ("postgres://a:b@db.example/stoa?sslmode=disable", true),
            ("postgres://a:b@db.example/stoa?sslmode=require", true),
            ("postgres://a:b@db.example/stoa?sslmode=verify-full", false),
            ("postgres://a:b@10.0.0.5/stoa?host=10.0.0.6", true),
        ] {
            assert_eq!(is_in_the_clear(address), is_refused, "{address}");
        }
    }
}
