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

    /// Whether each role is confined as it must be; the error names the setting of one that is not.
    pub async fn check_roles(&self) -> Result<Result<(), BuildError>, DbError> {
        for (setting, checked) in [
            ("DATABASE_URL", self.app.check_role().await?),
            ("DATABASE_RELAY_URL", self.relay.check_role().await?),
            ("DATABASE_OPERATOR_URL", self.operator.check_role().await?),
        ] {
            if let Err(why) = checked {
                return Ok(Err(BuildError::Setting(setting, why)));
            }
        }
        Ok(Ok(()))
    }

    /// Closes every connection, after those in use are given back.
    pub async fn close(&self) {
        self.app.close().await;
        self.relay.close().await;
        self.operator.close().await;
    }
}
