//! The database, as the three roles that the program needs.

use db::{Db, DbError, OperatorDb, PoolOptions, RelayDb};

use super::BuildError;
use crate::settings::DatabaseSettings;

/// Connections of the roles that requests do not wait for.
const FEW: u32 = 4;

/// One database, three roles: none of them sees what the others do.
#[derive(Clone, Debug)]
pub struct Databases {
    /// Serves requests.
    pub app: Db,
    /// Moves messages.
    pub relay: RelayDb,
    /// Creates tenants.
    pub operator: OperatorDb,
}

/// Why the database cannot be worked with; names the setting that leads to it.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// Its role or its schema is not what it must be.
    #[error("{0}: {1}")]
    Refused(&'static str, String),
    /// It does not answer.
    #[error("{0}: {1}")]
    Unreachable(&'static str, #[source] DbError),
}

/// Checks the role that serves requests, and the schema.
pub async fn check_app(db: &Db) -> Result<(), CheckError> {
    to_check_error("DATABASE_URL", db.check_role().await)?;
    let schema = async { db.directory().await?.check_schema().await };
    to_check_error("DATABASE_URL", schema.await)
}

/// Checks the role that moves messages.
pub async fn check_relay(relay: &RelayDb) -> Result<(), CheckError> {
    to_check_error("DATABASE_RELAY_URL", relay.check_role().await)
}

fn to_check_error(
    setting: &'static str,
    checked: Result<Result<(), String>, DbError>,
) -> Result<(), CheckError> {
    match checked {
        Ok(Ok(())) => Ok(()),
        Ok(Err(why)) => Err(CheckError::Refused(setting, why)),
        Err(error) => Err(CheckError::Unreachable(setting, error)),
    }
}

impl Databases {
    pub(super) fn connect(settings: &DatabaseSettings) -> Result<Self, BuildError> {
        let few = PoolOptions {
            max: FEW,
            ..settings.pool
        };
        let unreadable = |name| move |error: DbError| BuildError::Setting(name, error.to_string());
        Ok(Self {
            app: Db::connect(settings.app_url.expose(), settings.pool)
                .map_err(unreadable("DATABASE_URL"))?,
            relay: RelayDb::connect(settings.relay_url.expose(), few)
                .map_err(unreadable("DATABASE_RELAY_URL"))?,
            operator: OperatorDb::connect(settings.operator_url.expose(), few)
                .map_err(unreadable("DATABASE_OPERATOR_URL"))?,
        })
    }

    /// Whether each role is confined as it must be, and the schema as new as this program.
    pub async fn check(&self) -> Result<(), CheckError> {
        check_app(&self.app).await?;
        check_relay(&self.relay).await?;
        to_check_error("DATABASE_OPERATOR_URL", self.operator.check_role().await)
    }

    /// Tells how many connections of each role are used and waited for.
    pub(super) fn measure(&self) {
        self.app.measure();
        self.relay.measure();
        self.operator.measure();
    }

    /// Closes every connection, after those in use are given back.
    pub async fn close(&self) {
        self.app.close().await;
        self.relay.close().await;
        self.operator.close().await;
    }
}
