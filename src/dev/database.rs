//! The development installation's own PostgreSQL, started again when it dies.

use std::path::PathBuf;
use std::time::Duration;

use db::bootstrap::{self, Addresses};
use infra::postgres::{Binaries, LocalPostgres, Options};
use tokio_util::sync::CancellationToken;
use tracing::{info, warn};

use super::DevError;
use super::folder::Folder;
use super::secrets::Secrets;

/// Where the server keeps everything, below the installation's folder.
pub(super) const FOLDER: &str = "postgres";
const DATABASE: &str = "stoa";
const FIRST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// A server with a migrated database.
pub(super) struct Database {
    options: Options,
    server: LocalPostgres,
    pub(super) addresses: Addresses,
}

impl Database {
    /// Starts the server of the folder, and makes or migrates its database.
    pub(super) async fn start(
        folder: &Folder,
        port: Option<u16>,
        binaries: Option<PathBuf>,
        secrets: &Secrets,
    ) -> Result<Self, DevError> {
        let binaries = Binaries::find(binaries)?;
        let mut options = Options::new(folder.file(FOLDER), binaries);
        options.port = port;
        let server = LocalPostgres::start(options.clone()).await?;
        // Its clients know this port from now on, so a restart must find it again.
        options.port = Some(server.port());
        let addresses =
            bootstrap::ensure(&server.superuser_url(), DATABASE, &secrets.roles()).await?;
        Ok(Self {
            options,
            server,
            addresses,
        })
    }

    /// Keeps the server running until `stop`, and returns when it is gone.
    pub(super) async fn keep(self, stop: CancellationToken) {
        let Self {
            options,
            mut server,
            addresses: _,
        } = self;
        loop {
            tokio::select! {
                () = stop.cancelled() => break,
                () = server.ended() => warn!("PostgreSQL ended; it is started again"),
            }
            // The old one holds the lock on the folder.
            drop(server);
            let mut pause = FIRST_PAUSE;
            server = loop {
                match LocalPostgres::start(options.clone()).await {
                    Ok(server) => break server,
                    Err(error) => warn!("{error}"),
                }
                tokio::select! {
                    () = stop.cancelled() => return,
                    () = tokio::time::sleep(pause) => {}
                }
                pause = (pause * 2).min(LONGEST_PAUSE);
            };
            info!("PostgreSQL runs again");
        }
        if let Err(error) = server.stop().await {
            warn!("{error}");
        }
    }
}
