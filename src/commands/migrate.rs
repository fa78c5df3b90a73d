//! `stoa migrate`: brings the schema up to date.

use kernel::config::Env;
use sqlx::{Connection, PgConnection};

use super::{CommandError, say};
use crate::settings;

/// Migrates the database that `DATABASE_OWNER_URL` names. Safe to run twice, also at once.
pub async fn run() -> Result<(), CommandError> {
    let mut env = Env::of_process();
    let url = settings::owner_url(&mut env);
    env.finish()?;
    let mut owner = PgConnection::connect(url.expose())
        .await
        .map_err(|why| CommandError::failed("DATABASE_OWNER_URL", why))?;
    let applied = db::migrate::run(&mut owner)
        .await
        .map_err(|why| CommandError::failed("migrate", why))?;
    say(&match applied {
        0 => "the schema is up to date".to_owned(),
        1 => "1 migration applied".to_owned(),
        more => format!("{more} migrations applied"),
    });
    Ok(())
}
