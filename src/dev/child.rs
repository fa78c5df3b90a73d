//! A program that runs beside us and never outlives us.

use std::io::{self, BufRead, BufReader, Read};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use tokio::sync::watch;

/// Debian's tool that asks the system to stop a program when its parent is killed.
const SETPRIV: &str = "/usr/bin/setpriv";
/// How long a program may take to stop before it is made to.
const PATIENCE: Duration = Duration::from_secs(10);

/// A running program.
pub(super) struct Child {
    pid: i32,
    /// What it said first, once it has.
    said: watch::Receiver<Option<String>>,
    ended: watch::Receiver<bool>,
}

impl Child {
    /// Starts `program`; what it writes to its output is read, to see when it is ready.
    pub(super) fn start(program: &Path, arguments: &[String], log: &Path) -> io::Result<Self> {
        let log = std::fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(log)?;
        let mut command = if Path::new(SETPRIV).exists() {
            let mut command = Command::new(SETPRIV);
            command.args(["--pdeathsig", "TERM", "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        // A group of its own: Ctrl-C must reach us only, who still have requests to finish.
        command
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log)
            .process_group(0);
        keep(command)
    }

    pub(super) fn pid(&self) -> i32 {
        self.pid
    }

    /// The first line it writes; none when it ends without one or takes longer than `patience`.
    pub(super) async fn first_line(&self, patience: Duration) -> Option<String> {
        let mut said = self.said.clone();
        let line = tokio::time::timeout(patience, said.wait_for(Option::is_some)).await;
        line.ok()?.ok()?.clone()
    }

    /// Returns when it has ended, whoever ended it.
    pub(super) async fn ended(&self) {
        // An error means that the thread which waits for it is gone, and it with it.
        let _ = self.ended.clone().wait_for(|ended| *ended).await;
    }

    /// Stops it and returns when it is gone.
    pub(super) async fn stop(self) {
        stop_process(self.pid, self.ended()).await;
    }
}

/// Asks a process to stop, then makes it. `gone` tells when it has.
pub(super) async fn stop_process(pid: i32, gone: impl Future<Output = ()>) {
    let mut gone = std::pin::pin!(gone);
    for signal in [Signal::TERM, Signal::KILL] {
        // A signal to a process that ended meanwhile is no error.
        if let Some(pid) = Pid::from_raw(pid) {
            let _ = kill_process(pid, signal);
        }
        if tokio::time::timeout(PATIENCE, &mut gone).await.is_ok() {
            return;
        }
    }
}

/// Starts the command on a thread that lives as long as the program: the system sends the
/// parent-death signal when the starting *thread* ends.
fn keep(mut command: Command) -> io::Result<Child> {
    let (started, answer) = mpsc::channel();
    let (say, said) = watch::channel(None);
    let (end, ended) = watch::channel(false);
    thread::Builder::new()
        .name("child-keeper".to_owned())
        .spawn(move || match command.spawn() {
            Ok(mut child) => {
                let _ = started.send(Ok(i32::try_from(child.id()).unwrap_or(i32::MAX)));
                if let Some(output) = child.stdout.take() {
                    listen(output, &say);
                }
                let _ = child.wait();
                drop(say);
                let _ = end.send(true);
            }
            Err(error) => {
                let _ = started.send(Err(error));
            }
        })?;
    let pid = answer
        .recv()
        .unwrap_or_else(|gone| Err(io::Error::other(gone)))?;
    Ok(Child { pid, said, ended })
}

/// Passes the first line on and throws the rest away, so that the program never waits for us.
fn listen(output: impl Read, say: &watch::Sender<Option<String>>) {
    let mut output = BufReader::new(output);
    let mut line = String::new();
    if output.read_line(&mut line).is_ok_and(|read| read > 0) {
        let _ = say.send(Some(line));
    }
    let _ = io::copy(&mut output, &mut io::sink());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str, log: &Path) -> Child {
        let arguments = ["-c".to_owned(), script.to_owned()];
        Child::start(Path::new("/bin/sh"), &arguments, log).unwrap()
    }

    #[tokio::test]
    async fn a_program_says_when_it_is_ready_and_stops_when_told() {
        let folder = tempfile::tempdir().unwrap();
        let child = shell("echo ready; exec sleep 60", &folder.path().join("log"));

        let line = child.first_line(Duration::from_secs(5)).await;
        assert_eq!(line.as_deref(), Some("ready\n"));
        let pid = child.pid();
        child.stop().await;

        assert!(!Path::new(&format!("/proc/{pid}")).exists());
    }

    #[tokio::test]
    async fn a_program_that_ends_is_noticed_and_its_last_words_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("log");
        let child = shell("echo cannot >&2; exit 1", &log);

        assert_eq!(child.first_line(Duration::from_secs(5)).await, None);
        child.ended().await;

        assert_eq!(std::fs::read_to_string(log).unwrap(), "cannot\n");
    }
}
