//! The Stripe simulator as a program of its own, started again when it dies.

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tracing::{info, warn};

use super::DevError;
use super::child::{Child, stop_process};
use super::error::Doing;
use super::folder::Folder;

const PROGRAM: &str = "stripe-sim";
const PID_FILE: &str = "stripe-sim.pid";
const READY_WITHIN: Duration = Duration::from_secs(20);
const FIRST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// How to run the simulator.
pub(super) struct Simulator {
    program: PathBuf,
    arguments: Vec<String>,
    journal: PathBuf,
    log: PathBuf,
    pid_file: PathBuf,
    port: u16,
}

impl Simulator {
    /// A simulator on `port` that sends its webhooks to `webhook`, signed with `secret`.
    pub(super) fn new(
        folder: &Folder,
        port: u16,
        webhook: String,
        secret: String,
    ) -> Result<Self, DevError> {
        let ours = std::env::current_exe().doing("find", Path::new("this program"))?;
        let program = ours.with_file_name(PROGRAM);
        if !program.exists() {
            return Err(DevError::NoSimulator(program));
        }
        let journal = folder.file("stripe-sim.journal");
        let arguments = [
            ("--listen", format!("127.0.0.1:{port}")),
            ("--data", journal.display().to_string()),
            ("--webhook", webhook),
            ("--webhook-secret", secret),
            ("--webhook-events", billing::WEBHOOK_EVENTS.join(",")),
        ]
        .into_iter()
        .flat_map(|(name, value)| [name.to_owned(), value])
        .chain(["--auto-onboard".to_owned()])
        .collect();
        Ok(Self {
            program,
            arguments,
            journal,
            log: folder.file("stripe-sim.log"),
            pid_file: folder.file(PID_FILE),
            port,
        })
    }

    /// Starts it, after the one that a killed `stoa dev` may have left behind, and returns when it
    /// answers.
    pub(super) async fn start(&self) -> Result<Child, DevError> {
        self.stop_leftover().await;
        if TcpListener::bind((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            return Err(DevError::PortTaken {
                port: self.port,
                option: "--stripe-port",
            });
        }
        let before = std::fs::metadata(&self.log).map_or(0, |log| log.len());
        let child = Child::start(&self.program, &self.arguments, &self.log)
            .doing("start", &self.program)?;
        std::fs::write(&self.pid_file, child.pid().to_string()).doing("write", &self.pid_file)?;
        if child.first_line(READY_WITHIN).await.is_none() {
            child.stop().await;
            return Err(DevError::Simulator {
                why: last_line(&self.log, before),
                log: self.log.clone(),
            });
        }
        Ok(child)
    }

    /// Stops it, and returns when it is gone.
    pub(super) async fn stop(&self, child: Child) {
        child.stop().await;
        // A leftover file names a process that is gone, which the next start finds out.
        let _ = std::fs::remove_file(&self.pid_file);
    }

    /// Keeps it running until `stop`, and returns when it is gone.
    pub(super) async fn keep(self, mut child: Child, stop: CancellationToken) {
        let mut pause = FIRST_PAUSE;
        loop {
            tokio::select! {
                () = stop.cancelled() => {
                    self.stop(child).await;
                    return;
                }
                () = child.ended() => warn!("the Stripe simulator ended; it is started again"),
            }
            child = loop {
                tokio::select! {
                    () = stop.cancelled() => return,
                    () = tokio::time::sleep(pause) => {}
                }
                match self.start().await {
                    Ok(child) => break child,
                    Err(error) => warn!("{error}"),
                }
                pause = (pause * 2).min(LONGEST_PAUSE);
            };
            pause = FIRST_PAUSE;
            info!("the Stripe simulator runs again");
        }
    }

    /// Stops the simulator that the file names, if that process still is one of this folder.
    async fn stop_leftover(&self) {
        let pid = std::fs::read_to_string(&self.pid_file)
            .ok()
            .and_then(|text| text.trim().parse::<i32>().ok());
        if let Some(pid) = pid.filter(|&pid| self.is_ours(pid)) {
            info!("stopping a Stripe simulator that an earlier run left behind");
            let gone = async {
                while self.is_ours(pid) {
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
            };
            stop_process(pid, gone).await;
        }
    }

    /// Whether `pid` is a simulator with our journal, and not a process that got its number since.
    fn is_ours(&self, pid: i32) -> bool {
        let line = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        line.split(|&byte| byte == 0)
            .any(|word| word == self.journal.as_os_str().as_encoded_bytes())
    }
}

/// What the log ends with, of what was written after its first `before` bytes.
fn last_line(log: &Path, before: u64) -> String {
    let text = std::fs::read(log).unwrap_or_default();
    let before = usize::try_from(before).unwrap_or(usize::MAX);
    let text = String::from_utf8_lossy(text.get(before..).unwrap_or_default());
    text.lines()
        .last()
        .map_or("it did not say why", |line| line.trim())
        .to_owned()
}
