//! `stoa serve`: answers requests until it is told to stop.

use std::time::Duration;

use gateway::{server, telemetry};
use kernel::config::Env;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tracing::info;

use super::signals;
use super::{CommandError, check};
use crate::app::{App, BuildError};
use crate::settings::Settings;

/// How long the database may be away while the program starts.
const PATIENCE: Duration = Duration::from_secs(30);

/// What `stoa serve` is told on the command line.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct Serve {
    /// Work on messages in the same process
    #[arg(long)]
    pub with_worker: bool,
}

impl Serve {
    /// Serves with the settings of the environment.
    pub async fn run(self) -> Result<(), CommandError> {
        let settings = Settings::from_env(Env::of_process())?;
        telemetry::start_logs(&settings.telemetry);
        let stop = signals::stop()?;
        start_metrics(&settings)?;
        let Some(app) = start(settings, &stop).await? else {
            return Ok(());
        };
        let address = app.settings().server.listen;
        let listener = TcpListener::bind(address)
            .await
            .map_err(|why| BuildError::Setting("LISTEN_ADDR", format!("{address}: {why}")))?;
        let served = serve(&app, listener, self.with_worker, stop).await;
        telemetry::traces::stop().await;
        served
    }
}

/// Serves `app` on `listener` until `stop`, then lets everything that has begun finish.
pub async fn serve(
    app: &App,
    listener: TcpListener,
    with_worker: bool,
    stop: CancellationToken,
) -> Result<(), CommandError> {
    let router = app.router()?;
    let settings = &app.settings().server;
    let closing = CancellationToken::new();
    let answer = server::serve(listener, router, settings, closing.clone());
    let drain = async {
        stop.cancelled().await;
        info!("stopping");
        app.readiness.drain();
        tokio::time::sleep(settings.delay).await;
        closing.cancel();
    };
    let work = async {
        if with_worker {
            app.work(stop.clone()).await;
        }
    };
    tokio::join!(answer, drain, work, app.watch_pools(stop.clone()));
    app.close().await;
    info!("stopped");
    Ok(())
}

/// The program, once its database can be worked with; none when it was told to stop before that.
pub(super) async fn start(
    settings: Settings,
    stop: &CancellationToken,
) -> Result<Option<App>, CommandError> {
    let start = async {
        let app = App::build(settings).await?;
        check(&app, PATIENCE).await?;
        Ok(Some(app))
    };
    tokio::select! {
        started = start => started,
        () = stop.cancelled() => Ok(None),
    }
}

pub(super) fn start_metrics(settings: &Settings) -> Result<(), CommandError> {
    let Some(address) = settings.telemetry.metrics else {
        return Ok(());
    };
    telemetry::start_metrics(address)
        .map_err(|why| BuildError::Setting("METRICS_ADDR", format!("{address}: {why}")).into())
}
