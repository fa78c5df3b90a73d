//! A local PostgreSQL server under our control, for development and for tests.
//!
//! Uses the server that is installed on the machine and keeps everything (data, password, port,
//! log) in one folder. Production connects to a server that others run; nothing here is used.
//!
//! ```text
//! data_dir/data          what PostgreSQL calls its data directory
//! data_dir/socket        its Unix socket, when the path is short enough for one
//! data_dir/password      the superuser's password, readable by its owner only
//! data_dir/port          the port it was given, so that its address stays the same
//! data_dir/postgres.log  what it says
//! data_dir/lock          held by the process the server belongs to
//! ```

mod binaries;
mod cluster;
mod error;
mod home;
mod port;
mod postmaster;
mod process;

use std::{
    fs::File,
    path::{Path, PathBuf},
    time::Duration,
};

use kernel::config::Secret;

pub use binaries::Binaries;
pub use error::LocalPostgresError;

use home::Home;
use process::Process;

/// What a crash of the machine may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// Nothing: every commit is on the disk before it is acknowledged.
    Durable,
    /// Everything, which is right for tests.
    Fast,
}

/// How long the server runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lifetime {
    /// As long as the [`LocalPostgres`] that started it, which has the folder for itself.
    Owned,
    /// Until somebody stops it. Whoever starts it next finds it running and uses it.
    LeftRunning,
}

/// How to run the server.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder that holds everything the server needs; created when missing.
    pub data_dir: PathBuf,
    /// The programs to run.
    pub binaries: Binaries,
    /// The port to listen on; without one, a free port is chosen and remembered.
    pub port: Option<u16>,
    /// What a crash of the machine may cost.
    pub durability: Durability,
    /// How long the server runs.
    pub lifetime: Lifetime,
    /// How many connections it accepts.
    pub max_connections: u16,
}

impl Options {
    /// A durable server on a remembered port that stops with its owner.
    pub fn new(data_dir: PathBuf, binaries: Binaries) -> Self {
        Self {
            data_dir,
            binaries,
            port: None,
            durability: Durability::Durable,
            lifetime: Lifetime::Owned,
            max_connections: 100,
        }
    }
}

/// A server that accepts connections on `127.0.0.1`.
///
/// An owned server is stopped when this is dropped, and by the system when the process that holds
/// it is killed. [`LocalPostgres::stop`] is the quiet way.
#[derive(Debug)]
pub struct LocalPostgres {
    data: PathBuf,
    socket_folder: Option<PathBuf>,
    port: u16,
    password: Secret<String>,
    /// `None` when we found the server running, or leave it running.
    owned: Option<Process>,
    /// Keeps others out of an owned server's folder.
    _lock: Option<File>,
}

impl LocalPostgres {
    /// Starts a server, with the data of the last time if there are any, and returns when it
    /// accepts connections. A server that a killed process left behind is stopped first.
    pub async fn start(options: Options) -> Result<Self, LocalPostgresError> {
        let folder = options.data_dir.clone();
        tokio::task::spawn_blocking(move || Self::start_blocking(&options))
            .await
            .unwrap_or_else(|gone| {
                let source = std::io::Error::other(gone);
                Err(LocalPostgresError::Io {
                    action: "start",
                    path: folder,
                    source,
                })
            })
    }

    fn start_blocking(options: &Options) -> Result<Self, LocalPostgresError> {
        let is_owned = options.lifetime == Lifetime::Owned;
        let home = Home::prepare(&options.data_dir)?;
        let lock = home.lock(!is_owned)?;
        let password = home.password()?;
        cluster::ensure(&home, &options.binaries, options.durability)?;
        let was_killed = home.data().join("postmaster.pid").exists();
        let found = postmaster::Postmaster::running(&home.data())?;
        if let Some(found) = found
            && let (false, true, Some(port)) = (is_owned, found.is_ready, found.port)
        {
            let (data, socket_folder) = (home.data(), None);
            return Ok(Self {
                data,
                socket_folder,
                port,
                password,
                owned: None,
                _lock: is_owned.then_some(lock),
            });
        }
        postmaster::stop(&home.data())?;
        let patience = if was_killed {
            Duration::from_secs(10)
        } else {
            Duration::ZERO
        };
        let port = port::choose(home.path(), options.port, patience)?;
        let socket_folder = cluster::socket_folder(&home)?;
        let settings = cluster::settings(
            port,
            &socket_folder,
            options.max_connections,
            options.durability,
        );
        let process = process::start(&home, &options.binaries, &settings, options.lifetime)?;
        Ok(Self {
            data: home.data(),
            socket_folder: (!socket_folder.is_empty()).then(|| PathBuf::from(socket_folder)),
            port,
            password,
            owned: is_owned.then_some(process),
            _lock: is_owned.then_some(lock),
        })
    }

    /// The port the server listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The folder of the server's Unix socket, if it has one.
    pub fn socket_folder(&self) -> Option<&Path> {
        self.socket_folder.as_deref()
    }

    /// The address of the database `postgres` as superuser. Contains the password.
    pub fn superuser_url(&self) -> String {
        let user = cluster::SUPERUSER;
        format!(
            "postgres://{user}:{}@127.0.0.1:{}/postgres",
            self.password.expose(),
            self.port
        )
    }

    /// Returns when the server of an owner has ended, whoever stopped it.
    pub async fn ended(&self) {
        match &self.owned {
            // An error means that the watching thread is gone, and the server with it.
            Some(process) => {
                let _ = process.ended.clone().wait_for(|ended| *ended).await;
            }
            None => std::future::pending().await,
        }
    }

    /// Stops the server, open connections included, and returns when it is gone.
    pub async fn stop(mut self) -> Result<(), LocalPostgresError> {
        let data = self.data.clone();
        self.owned = None;
        tokio::task::spawn_blocking(move || postmaster::stop(&data))
            .await
            .unwrap_or_else(|gone| {
                let source = std::io::Error::other(gone);
                Err(LocalPostgresError::Io {
                    action: "stop",
                    path: self.data.clone(),
                    source,
                })
            })
    }
}

impl Drop for LocalPostgres {
    fn drop(&mut self) {
        // A server that was killed leaves its traces to the next start, which reads them.
        if self
            .owned
            .as_ref()
            .is_some_and(|process| !*process.ended.borrow())
            && let Err(error) = postmaster::stop(&self.data)
        {
            tracing::warn!("{error}");
        }
    }
}
