//! Creating the data folder, and the settings the server runs with.

use std::{fs, path::Path};

use super::{Binaries, Durability, LocalPostgresError, error::Context, home::Home};

/// The name of the superuser that `initdb` creates.
pub(super) const SUPERUSER: &str = "postgres";

/// A longer path does not fit into the address of a Unix socket.
const LONGEST_SOCKET: usize = 107;

/// Creates the data unless they exist. A run that was interrupted starts over.
pub(super) fn ensure(
    home: &Home,
    binaries: &Binaries,
    durability: Durability,
) -> Result<(), LocalPostgresError> {
    let data = home.data();
    if data.exists() {
        return must_be_readable(&data, binaries);
    }
    let draft = home.path().join("data.new");
    if draft.exists() {
        fs::remove_dir_all(&draft).context("remove", &draft)?;
    }
    let initdb = binaries.program("initdb");
    let mut command = home.command(&initdb);
    command
        .args([
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--auth=scram-sha-256",
            "--no-instructions",
        ])
        .arg(format!("--username={SUPERUSER}"))
        .arg("--pwfile")
        .arg(home.path().join("password"))
        .arg("--pgdata")
        .arg(&draft);
    if durability == Durability::Fast {
        command.arg("--no-sync");
    }
    let answer = command.output().context("run", &initdb)?;
    if !answer.status.success() {
        let said = String::from_utf8_lossy(&answer.stderr);
        let line = said
            .lines()
            .rfind(|line| line.contains("error:"))
            .or(said.lines().last());
        return Err(LocalPostgresError::Init(
            line.unwrap_or("it did not say why").to_owned(),
        ));
    }
    fs::rename(&draft, &data).context("create", &data)
}

fn must_be_readable(data: &Path, binaries: &Binaries) -> Result<(), LocalPostgresError> {
    let file = data.join("PG_VERSION");
    let text = fs::read_to_string(&file).context("read", &file)?;
    match text.trim().parse() {
        Ok(written_by) if written_by != binaries.version() => {
            Err(LocalPostgresError::OtherVersion {
                folder: data.to_owned(),
                written_by,
                found: binaries.version(),
            })
        }
        _ => Ok(()),
    }
}

/// The folder for the Unix socket, emptied of what a killed server left; the empty text when the
/// path is too long for a socket.
pub(super) fn socket_folder(home: &Home) -> Result<String, LocalPostgresError> {
    let folder = home.path().join("socket");
    let longest = folder.join(".s.PGSQL.65535.lock");
    let Some(name) = folder
        .to_str()
        .filter(|name| !name.contains([',', '"', ' ']))
    else {
        return Ok(String::new());
    };
    if longest.as_os_str().len() > LONGEST_SOCKET {
        return Ok(String::new());
    }
    if folder.exists() {
        fs::remove_dir_all(&folder).context("empty", &folder)?;
    }
    fs::create_dir(&folder).context("create", &folder)?;
    home.give(&folder)?;
    Ok(name.to_owned())
}

/// Settings for a small machine. They travel on the command line, so that a change in this file
/// reaches data that exist already.
pub(super) fn settings(
    port: u16,
    socket_folder: &str,
    max_connections: u16,
    durability: Durability,
) -> Vec<String> {
    let mut settings = vec![
        "listen_addresses=127.0.0.1".to_owned(),
        format!("port={port}"),
        format!("unix_socket_directories={socket_folder}"),
        format!("max_connections={max_connections}"),
    ];
    let fixed = [
        "shared_buffers=256MB",
        "effective_cache_size=1GB",
        "maintenance_work_mem=64MB",
        "min_wal_size=256MB",
        "max_wal_size=2GB",
        "checkpoint_timeout=15min",
        "random_page_cost=1.1",
        // Compiling a short query costs more than it saves.
        "jit=off",
        "timezone=UTC",
        "log_timezone=UTC",
        "log_destination=stderr",
        "logging_collector=off",
        "cluster_name=stoa",
    ];
    let durable = ["fsync=on", "synchronous_commit=on", "full_page_writes=on"];
    let fast = [
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "wal_level=minimal",
        "max_wal_senders=0",
        // A test database lives for seconds.
        "autovacuum=off",
    ];
    settings.extend(fixed.iter().map(ToString::to_string));
    match durability {
        Durability::Durable => settings.extend(durable.iter().map(ToString::to_string)),
        Durability::Fast => settings.extend(fast.iter().map(ToString::to_string)),
    }
    settings
}
