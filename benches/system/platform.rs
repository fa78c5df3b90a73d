//! The measured system: `stoa dev`, release build, with folders and ports of its own.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use tokio::process::{Child, Command};

use crate::postgres::Postgres;

/// A running system.
pub(crate) struct Platform {
    process: Child,
    /// What `stoa dev` wrote for scripts.
    pub(crate) facts: Value,
    pub(crate) postgres: Postgres,
    pub(crate) address: SocketAddr,
    pub(crate) http: reqwest::Client,
}

/// A port that is free now.
pub(crate) fn free_port() -> Result<u16> {
    Ok(std::net::TcpListener::bind("127.0.0.1:0")?
        .local_addr()?
        .port())
}

/// Where cargo put the program.
pub(crate) fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_stoa"))
}

impl Platform {
    /// Starts the system on `folder`, which may hold the data of an earlier start.
    pub(crate) async fn start(folder: &Path, settings: &[(&str, &str)]) -> Result<Self> {
        let address = SocketAddr::from(([127, 0, 0, 1], free_port()?));
        let log = std::fs::File::create(folder.join("dev.log"))?;
        let _ = std::fs::remove_file(folder.join("dev.json"));
        let process = Command::new(program())
            .arg("dev")
            .args(["--data-dir", &folder.display().to_string()])
            .args(["--port", &address.port().to_string()])
            .args(["--stripe-port", &free_port()?.to_string()])
            .env("LOG", "error")
            .env("METRICS_ADDR", "off")
            .envs(UNLIMITED)
            .envs(settings.iter().copied())
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .kill_on_drop(true)
            .spawn()?;
        let facts = wait_for(&folder.join("dev.json"), address).await?;
        let app = facts
            .pointer("/database_url")
            .and_then(Value::as_str)
            .context("no database_url")?;
        let postgres = Postgres::of(&folder.join("postgres"), app)?;
        Ok(Self {
            process,
            postgres,
            address,
            facts,
            http: reqwest::Client::new(),
        })
    }

    /// A text of what `stoa dev` wrote.
    pub(crate) fn fact(&self, pointer: &str) -> Result<String> {
        let text = self.facts.pointer(pointer).and_then(Value::as_str);
        Ok(text
            .with_context(|| format!("no {pointer} in dev.json"))?
            .to_owned())
    }

    /// Memory of the API and the worker.
    pub(crate) fn resident_kilobytes(&self) -> Result<u64> {
        resident_kilobytes(self.process.id().context("it ended")?)
    }

    /// Ends it as Ctrl-C does, and waits until it has.
    pub(crate) async fn stop(mut self) -> Result<()> {
        let id = self.process.id().context("it has ended already")?;
        Command::new("kill")
            .args(["-INT", &id.to_string()])
            .status()
            .await?;
        tokio::time::timeout(Duration::from_secs(40), self.process.wait()).await??;
        Ok(())
    }
}

/// The memory that a process has.
pub(crate) fn resident_kilobytes(process: u32) -> Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let resident = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .context("no VmRSS")?;
    Ok(resident.trim().trim_end_matches(" kB").parse()?)
}

/// One client on loopback stands for many: no limit by address here.
const UNLIMITED: [(&str, &str); 8] = [
    ("RATE_LIMIT_READ_PER_SECOND", "0"),
    ("RATE_LIMIT_WRITE_PER_SECOND", "0"),
    ("RATE_LIMIT_CHECKOUT_PER_MINUTE", "0"),
    ("RATE_LIMIT_LOGIN_PER_MINUTE", "0"),
    ("RATE_LIMIT_WEBHOOK_PER_SECOND", "0"),
    ("RATE_LIMIT_CLIENTS_PER_TENANT", "0"),
    // All its shoppers have one address.
    ("CHECKOUT_UNPAID_ORDERS", "0"),
    ("CHECKOUT_UNPAID_UNITS", "0"),
];

async fn wait_for(facts: &Path, address: SocketAddr) -> Result<Value> {
    let began = Instant::now();
    while began.elapsed() < Duration::from_mins(2) {
        if let Ok(text) = std::fs::read_to_string(facts)
            && tokio::net::TcpStream::connect(address).await.is_ok()
        {
            return Ok(serde_json::from_str(&text)?);
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    bail!("stoa dev did not start")
}
