//! `stoa worker`: works on messages until it is told to stop.

use gateway::telemetry;
use kernel::config::Env;
use tracing::info;

use super::CommandError;
use super::serve::{start, start_metrics};
use super::signals;
use crate::settings::Settings;

/// Works with the settings of the environment.
pub async fn run() -> Result<(), CommandError> {
    let settings = Settings::from_env(Env::of_process())?;
    telemetry::start_logs(&settings.telemetry);
    let stop = signals::stop()?;
    start_metrics(&settings)?;
    let Some(app) = start(settings, &stop).await? else {
        return Ok(());
    };
    info!("working");
    tokio::join!(app.work(stop.clone()), app.watch_pools(stop));
    app.close().await;
    info!("stopped");
    telemetry::traces::stop().await;
    Ok(())
}
