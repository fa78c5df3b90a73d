//! `stoa worker`: works on messages until it is told to stop.

use gateway::telemetry;
use kernel::config::Env;
use tracing::info;

use super::serve::{PATIENCE, start_metrics};
use super::{CommandError, check};
use crate::app::App;
use crate::settings::Settings;
use crate::signals;

/// Works with the settings of the environment.
pub async fn run() -> Result<(), CommandError> {
    let settings = Settings::from_env(Env::of_process())?;
    telemetry::start_logs(&settings.telemetry);
    start_metrics(&settings)?;
    let app = App::build(settings).await?;
    check(&app, PATIENCE).await?;
    info!("working");
    let stop = signals::stop();
    let touch = app.keep_in_touch(stop.clone());
    tokio::join!(app.work(stop.clone()), touch, app.watch_pools(stop));
    app.close().await;
    info!("stopped");
    telemetry::traces::stop().await;
    Ok(())
}
