//! The system as processes of their own, for what they write and send.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use super::System;
use crate::processes::{Running, ready};

/// A process that serves and one that works, and what they write.
pub(crate) struct Processes {
    running: Vec<Running>,
    folder: tempfile::TempDir,
}

impl System {
    /// Starts a system whose API and worker are processes with these settings changed.
    pub(crate) async fn in_processes(changed: &[(&str, &str)]) -> (Self, Processes) {
        let (system, listener) = Self::prepare(changed).await;
        drop(listener);
        let mut processes = Processes {
            running: Vec::new(),
            folder: tempfile::tempdir().unwrap(),
        };
        for command in ["serve", "worker"] {
            let output = |kind: &str| File::create(processes.file(command, kind)).unwrap();
            let child = Command::new(env!("CARGO_BIN_EXE_stoa"))
                .arg(command)
                .env_clear()
                .envs(system.settings.iter().map(|(name, value)| (name, value)))
                .env("LISTEN_ADDR", system.address.to_string())
                .stdout(Stdio::from(output("log")))
                .stderr(Stdio::from(output("errors")))
                .spawn();
            processes.running.push(Running(child.unwrap()));
        }
        let ready = ready(system.address.port()).await;
        assert_eq!(ready.status(), 200);
        (system, processes)
    }
}

impl Processes {
    fn file(&self, command: &str, kind: &str) -> PathBuf {
        self.folder.path().join(format!("{command}.{kind}"))
    }

    /// Everything that the processes have written so far.
    pub(crate) fn written(&self) -> String {
        ["serve", "worker"]
            .iter()
            .flat_map(|command| ["log", "errors"].map(|kind| self.file(command, kind)))
            .map(|file| std::fs::read_to_string(file).unwrap())
            .collect()
    }

    /// The lines of the log that `command` has written so far.
    pub(crate) fn log(&self, command: &str) -> Vec<Value> {
        let text = std::fs::read_to_string(self.file(command, "log")).unwrap();
        // The last line may be half written.
        let whole = text.rfind('\n').map_or("", |end| &text[..end]);
        let lines = whole.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    /// Tells the processes to end, and waits until they have; what they still send can be taken meanwhile.
    pub(crate) async fn end(&mut self) {
        for process in &mut self.running {
            let id = rustix::process::Pid::from_child(&process.0);
            rustix::process::kill_process(id, rustix::process::Signal::TERM).unwrap();
            let status = loop {
                match process.0.try_wait().unwrap() {
                    Some(status) => break status,
                    None => tokio::time::sleep(Duration::from_millis(20)).await,
                }
            };
            assert!(status.success(), "{status}");
        }
    }
}
