//! The running server of a data folder, as its `postmaster.pid` tells it.

use std::{
    fs,
    path::Path,
    thread::sleep,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process, test_kill_process};

use super::{LocalPostgresError, error::Context};

const PAUSE: Duration = Duration::from_millis(10);
/// A fast shutdown writes a checkpoint, which takes its time on a slow disk.
const FAST_STOP: Duration = Duration::from_secs(30);
const IMMEDIATE_STOP: Duration = Duration::from_secs(10);

/// The lines of `postmaster.pid` that matter here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Postmaster {
    pub(super) pid: i32,
    pub(super) port: Option<u16>,
    pub(super) is_ready: bool,
}

impl Postmaster {
    /// What the file says, whether or not that process still lives.
    pub(super) fn read(data: &Path) -> Option<Self> {
        Self::parse(&fs::read_to_string(data.join("postmaster.pid")).ok()?)
    }

    fn parse(text: &str) -> Option<Self> {
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        Some(Self {
            pid: lines.first()?.parse().ok()?,
            port: lines.get(3).and_then(|line| line.parse().ok()),
            is_ready: lines.get(7) == Some(&"ready"),
        })
    }

    /// The server that runs on `data` right now. Removes the file when its process is gone: the
    /// number may meanwhile belong to an innocent process, and the server would refuse to start.
    pub(super) fn running(data: &Path) -> Result<Option<Self>, LocalPostgresError> {
        let Some(found) = Self::read(data) else {
            return Ok(None);
        };
        if lives(found.pid, data) {
            return Ok(Some(found));
        }
        let file = data.join("postmaster.pid");
        match fs::remove_file(&file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(error).context("remove", &file)
            }
            _ => Ok(None),
        }
    }
}

/// Stops the server of `data`, if one runs, and returns when it is gone.
pub(super) fn stop(data: &Path) -> Result<(), LocalPostgresError> {
    let Some(found) = Postmaster::running(data)? else {
        return Ok(());
    };
    let steps = [
        (Signal::INT, FAST_STOP),
        (Signal::QUIT, IMMEDIATE_STOP),
        (Signal::KILL, IMMEDIATE_STOP),
    ];
    for (signal, patience) in steps {
        send(found.pid, signal);
        let deadline = Instant::now() + patience;
        while Instant::now() < deadline {
            if !lives(found.pid, data) {
                return Postmaster::running(data).map(|_| ());
            }
            sleep(PAUSE);
        }
    }
    Err(LocalPostgresError::Stubborn(found.pid))
}

/// Whether `pid` is a server of `data`, and not some process that inherited its number.
fn lives(pid: i32, data: &Path) -> bool {
    match fs::read(format!("/proc/{pid}/cmdline")) {
        Ok(line) => line
            .split(|&byte| byte == 0)
            .any(|word| word == data.as_os_str().as_encoded_bytes()),
        // Without `/proc`, as on a Mac, the number alone must do.
        Err(_) => {
            !Path::new("/proc/self").exists()
                && Pid::from_raw(pid).is_some_and(|pid| test_kill_process(pid).is_ok())
        }
    }
}

/// A signal to a process that ended meanwhile is no error.
fn send(pid: i32, signal: Signal) {
    if let Some(pid) = Pid::from_raw(pid) {
        let _ = kill_process(pid, signal);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str =
        "4711\n/srv/data\n1760000000\n15432\n/srv/socket\n127.0.0.1\n  1  2\nready   \n";

    #[test]
    fn the_file_is_read() {
        let expected = Postmaster {
            pid: 4711,
            port: Some(15432),
            is_ready: true,
        };
        assert_eq!(Postmaster::parse(FILE), Some(expected));
    }

    #[test]
    fn a_half_written_file_is_a_server_that_is_not_ready() {
        let expected = Postmaster {
            pid: 4711,
            port: None,
            is_ready: false,
        };
        assert_eq!(Postmaster::parse("4711\n/srv/data\n"), Some(expected));
        assert_eq!(Postmaster::parse(""), None);
    }

    #[test]
    fn a_file_that_names_an_innocent_process_is_removed() {
        let data = tempfile::tempdir().unwrap();
        let file = data.path().join("postmaster.pid");
        fs::write(&file, format!("{}\n", std::process::id())).unwrap();

        assert_eq!(Postmaster::running(data.path()).unwrap(), None);
        assert!(!file.exists());
    }
}
