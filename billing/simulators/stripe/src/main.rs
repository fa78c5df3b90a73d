//! The simulator as a program: says where it listens in one line of JSON, and runs until stopped.

use std::{io::Write, net::SocketAddr, path::PathBuf, process::ExitCode, time::Duration};

use anyhow::{Context, bail};
use clap::Parser;
use stripe_sim::{Config, FeeRule};
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

/// A stateful double of the Stripe API for development and tests.
#[derive(Debug, Parser)]
#[command(version, about)]
struct Arguments {
    /// Where to listen; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:12111")]
    listen: SocketAddr,
    /// The platform's secret key.
    #[arg(long, default_value = "sk_test_stoa")]
    secret_key: String,
    /// The platform's publishable key.
    #[arg(long, default_value = "pk_test_stoa")]
    publishable_key: String,
    /// Keep everything in this file, so that a new start goes on where this one ends.
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
    /// Send events, the connected accounts' too, to this URL.
    #[arg(long, value_name = "URL", requires = "webhook_secret")]
    webhook: Option<String>,
    /// Sign them with this secret.
    #[arg(long, value_name = "SECRET", requires = "webhook")]
    webhook_secret: Option<String>,
    /// Send events of these types only.
    #[arg(long, value_name = "TYPES", value_delimiter = ',', default_value = "*")]
    webhook_events: Vec<String>,
    /// New accounts may receive transfers at once.
    #[arg(long)]
    auto_onboard: bool,
    /// Check every request and answer against Stripe's published API description.
    #[arg(long, value_name = "FILE")]
    schema: Option<PathBuf>,
    /// Milliseconds until a captured charge has its balance transaction.
    #[arg(long, default_value_t = 100)]
    settle_ms: u64,
    /// Milliseconds until a refund that will change changes.
    #[arg(long, default_value_t = 300)]
    refund_ms: u64,
    /// Days until a charge's money is available.
    #[arg(long, default_value_t = 2)]
    available_after_days: i64,
    /// A currency's fee: `jpy=360+0` is 3.6 % and nothing fixed. May be repeated.
    #[arg(long, value_name = "CURRENCY=BASIS_POINTS+FIXED", value_parser = fee)]
    fee: Vec<(String, FeeRule)>,
}

fn fee(text: &str) -> Result<(String, FeeRule), String> {
    let wrong = || format!("{text} is not like jpy=360+0");
    let (currency, rule) = text.split_once('=').ok_or_else(wrong)?;
    let (points, fixed) = rule.split_once('+').ok_or_else(wrong)?;
    let basis_points = points.parse().map_err(|_| wrong())?;
    let fixed = fixed.parse().map_err(|_| wrong())?;
    Ok((
        currency.to_ascii_lowercase(),
        FeeRule {
            basis_points,
            fixed,
        },
    ))
}

impl Arguments {
    fn into_config(self) -> anyhow::Result<Config> {
        if self.secret_key.starts_with("sk_live") {
            bail!("the simulator takes no live keys");
        }
        Ok(Config {
            listen: self.listen,
            secret_key: self.secret_key,
            publishable_key: self.publishable_key,
            data: self.data,
            webhook: self.webhook.zip(self.webhook_secret),
            webhook_events: self.webhook_events,
            auto_onboard: self.auto_onboard,
            schema: self.schema,
            settle: Duration::from_millis(self.settle_ms),
            refund_change: Duration::from_millis(self.refund_ms),
            available_after_days: self.available_after_days,
            fees: self.fee.into_iter().collect(),
            ..Config::default()
        })
    }
}

async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut running = stripe_sim::start(arguments.into_config()?).await?;
    let mut out = std::io::stdout();
    writeln!(out, "{{\"listening\":\"{}\"}}", running.url())?;
    out.flush()?;
    tokio::select! {
        _ = terminate.recv() => {}
        interrupted = tokio::signal::ctrl_c() => interrupted.context("no signals")?,
        ended = running.ended() => return ended,
    }
    running.stop().await
}

fn main() -> ExitCode {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    let arguments = Arguments::parse();
    // All calls wait for one lock: more threads would only hand them to each other.
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let runtime = match runtime {
        Ok(runtime) => runtime,
        Err(error) => {
            tracing::error!("{error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(run(arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _unheard = writeln!(std::io::stderr(), "stripe-sim: {error:#}");
            ExitCode::FAILURE
        }
    }
}
