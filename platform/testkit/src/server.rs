//! The one server that all tests share.

use std::{
    env,
    path::{Path, PathBuf},
};

use infra::postgres::{Binaries, Durability, Lifetime, LocalPostgres, Options};
use kernel::config::Env;
use tokio::sync::OnceCell;
use url::Url;

static SERVER: OnceCell<Url> = OnceCell::const_new();

/// The superuser's address of the test server, which is started unless it runs.
pub async fn postgres() -> Url {
    SERVER.get_or_init(find_or_start).await.clone()
}

/// The path of a program that comes with the server, such as `pg_dump`.
pub fn postgres_program(name: &str) -> PathBuf {
    let chosen = Env::of_process().optional("STOA_POSTGRES_BIN");
    match Binaries::find(chosen) {
        Ok(binaries) => binaries.program(name),
        Err(error) => panic!("there is no PostgreSQL to test with: {error}"),
    }
}

async fn find_or_start() -> Url {
    let mut env = Env::of_process();
    let given = env.optional("STOA_TEST_POSTGRES");
    let binaries = env.optional::<PathBuf>("STOA_POSTGRES_BIN");
    if let Err(error) = env.finish() {
        panic!("{error}");
    }
    if let Some(url) = given {
        return url;
    }
    let started = match Binaries::find(binaries) {
        Ok(binaries) => start(binaries).await,
        Err(error) => Err(error),
    };
    match started {
        Ok(server) => server
            .superuser_url()
            .parse()
            .expect("a server's address is a URL"),
        Err(error) => panic!("there is no PostgreSQL to test with: {error}"),
    }
}

/// Leaves the server running: each test is a process of its own, and the next one wants it too.
async fn start(binaries: Binaries) -> Result<LocalPostgres, infra::postgres::LocalPostgresError> {
    let mut options = Options::new(target_folder().join("test-postgres"), binaries);
    options.durability = Durability::Fast;
    options.lifetime = Lifetime::LeftRunning;
    options.max_connections = 300;
    LocalPostgres::start(options).await
}

/// The folder that cargo builds into, which it marks as one that needs no backup.
fn target_folder() -> PathBuf {
    let program = env::current_exe().expect("a test is a program");
    let marked = program
        .ancestors()
        .find(|folder| folder.join("CACHEDIR.TAG").exists());
    marked
        .or(program.parent())
        .unwrap_or(Path::new("target"))
        .to_owned()
}
