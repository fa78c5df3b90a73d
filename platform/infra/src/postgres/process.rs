//! The server as a child process: started, watched until it is ready, never outliving its owner.

use std::{
    fs::{self, File, OpenOptions},
    io::{Read, Seek, SeekFrom},
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use tokio::sync::watch;

use super::{
    Binaries, Lifetime, LocalPostgresError, error::Context, home::Home, postmaster::Postmaster,
};

const PAUSE: Duration = Duration::from_millis(10);
/// Crash recovery of a large data folder takes its time.
const READY_SECONDS: u64 = 60;
/// How long the children of a killed server may hold on to its shared memory.
const LEFTOVER_SECONDS: u64 = 20;
const LARGEST_LOG: u64 = 10 * 1024 * 1024;

/// A started server. `ended` turns true when its process is gone.
#[derive(Debug)]
pub(super) struct Process {
    pub(super) ended: watch::Receiver<bool>,
}

/// Starts the server and returns when it accepts connections.
pub(super) fn start(
    home: &Home,
    binaries: &Binaries,
    settings: &[String],
    lifetime: Lifetime,
) -> Result<Process, LocalPostgresError> {
    let deadline = Instant::now() + Duration::from_secs(LEFTOVER_SECONDS);
    loop {
        let (log, before) = open_log(&home.log())?;
        let command = command(home, binaries, settings, lifetime, log)?;
        let (pid, ended) = keep(command, &binaries.program("postgres"))?;
        match wait_until_ready(home, pid, &ended) {
            Ok(()) => return Ok(Process { ended }),
            Err(LocalPostgresError::Start(_)) => {}
            Err(error) => return Err(error),
        }
        let said = read_from(&home.log(), before);
        // After a `kill -9` the server's own children need a moment to notice and leave.
        if !said.contains("pre-existing shared memory block") || Instant::now() > deadline {
            return Err(LocalPostgresError::Start(reason(&said)));
        }
        thread::sleep(Duration::from_millis(100));
    }
}

fn command(
    home: &Home,
    binaries: &Binaries,
    settings: &[String],
    lifetime: Lifetime,
    log: File,
) -> Result<Command, LocalPostgresError> {
    let postgres = binaries.program("postgres");
    let setpriv = Path::new("/usr/bin/setpriv");
    // The system itself stops the server when its owner is killed.
    let mut command = if lifetime == Lifetime::Owned && setpriv.exists() {
        let mut command = home.command(setpriv);
        command.args(["--pdeathsig", "INT", "--"]).arg(&postgres);
        command
    } else {
        home.command(&postgres)
    };
    command.arg("-D").arg(home.data());
    for setting in settings {
        command.args(["-c", setting]);
    }
    let second = log.try_clone().context("open", &home.log())?;
    // A group of its own: Ctrl-C must reach the owner only, which still has requests to finish.
    command
        .stdin(Stdio::null())
        .stdout(log)
        .stderr(second)
        .process_group(0);
    Ok(command)
}

/// Starts the command on a thread that waits for its end. The thread matters: the system sends
/// the parent-death signal when the starting *thread* ends, so it must live as long as the child.
fn keep(
    mut command: Command,
    program: &Path,
) -> Result<(i32, watch::Receiver<bool>), LocalPostgresError> {
    let (started, answer) = mpsc::channel();
    let (end, ended) = watch::channel(false);
    thread::Builder::new()
        .name("postgres-keeper".to_owned())
        .spawn(move || match command.spawn() {
            Ok(mut child) => {
                let _ = started.send(Ok(number(&child)));
                log_end(child.wait());
                let _ = end.send(true);
            }
            Err(error) => {
                let _ = started.send(Err(error));
            }
        })
        .context("start", program)?;
    let pid = answer
        .recv()
        .unwrap_or_else(|gone| Err(std::io::Error::other(gone)))
        .context("start", program)?;
    Ok((pid, ended))
}

fn number(child: &Child) -> i32 {
    i32::try_from(child.id()).unwrap_or(i32::MAX)
}

fn log_end(status: std::io::Result<ExitStatus>) {
    match status {
        Ok(status) => tracing::debug!("the local PostgreSQL ended: {status}"),
        Err(error) => tracing::warn!("the local PostgreSQL cannot be waited for: {error}"),
    }
}

fn wait_until_ready(
    home: &Home,
    pid: i32,
    ended: &watch::Receiver<bool>,
) -> Result<(), LocalPostgresError> {
    let deadline = Instant::now() + Duration::from_secs(READY_SECONDS);
    while Instant::now() < deadline {
        let state = Postmaster::read(&home.data());
        if state.is_some_and(|state| state.pid == pid && state.is_ready) {
            return Ok(());
        }
        if *ended.borrow() {
            return Err(LocalPostgresError::Start(String::new()));
        }
        thread::sleep(PAUSE);
    }
    super::postmaster::stop(&home.data())?;
    Err(LocalPostgresError::Slow {
        seconds: READY_SECONDS,
        log: home.log(),
    })
}

/// The log and its length so far. A log that has grown large starts over.
fn open_log(path: &Path) -> Result<(File, u64), LocalPostgresError> {
    if fs::metadata(path).is_ok_and(|log| log.len() > LARGEST_LOG) {
        fs::remove_file(path).context("remove", path)?;
    }
    let log = OpenOptions::new()
        .create(true)
        .append(true)
        .open(path)
        .context("open", path)?;
    let length = log.metadata().context("read", path)?.len();
    Ok((log, length))
}

fn read_from(path: &Path, start: u64) -> String {
    let mut text = Vec::new();
    let read = File::open(path).and_then(|mut log| {
        log.seek(SeekFrom::Start(start))?;
        log.read_to_end(&mut text)
    });
    match read {
        Ok(_) => String::from_utf8_lossy(&text).into_owned(),
        Err(error) => format!("{} cannot be read: {error}", path.display()),
    }
}

/// The line of the log that says why the server gave up.
fn reason(log: &str) -> String {
    let line = log
        .lines()
        .find(|line| line.contains("FATAL:") || line.contains("PANIC:"));
    let line = line.or(log.lines().last()).unwrap_or("it did not say why");
    line.split_once(":  ")
        .map_or(line, |(_, message)| message)
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reason_is_the_first_fatal_line() {
        let log = "2026-01-01 00:00:00.000 UTC [1] LOG:  starting\n\
                   2026-01-01 00:00:00.000 UTC [1] FATAL:  lock file \"x\" is empty\n\
                   2026-01-01 00:00:00.000 UTC [1] LOG:  database system is shut down\n";

        assert_eq!(reason(log), "lock file \"x\" is empty");
        assert_eq!(reason("setpriv: broken\n"), "setpriv: broken");
        assert_eq!(reason(""), "it did not say why");
    }
}
