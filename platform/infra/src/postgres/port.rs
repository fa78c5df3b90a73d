//! A port that stays the same from one start to the next.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener},
    path::Path,
    thread::sleep,
    time::{Duration, Instant},
};

use sha2::{Digest, Sha256};

use super::{LocalPostgresError, error::Context};

/// Below the range that Linux hands out to outgoing connections, so that none takes our port.
const FIRST: u16 = 20_000;
const RANGE: u16 = 10_000;
const ATTEMPTS: u16 = 200;

/// The port that was asked for, which must be free; else the remembered one if it is free; else
/// a new one, which is remembered. With `patience`, waits for the first two to become free: the
/// children of a killed server hold on to its port until they notice.
pub(super) fn choose(
    home: &Path,
    asked: Option<u16>,
    patience: Duration,
) -> Result<u16, LocalPostgresError> {
    let deadline = Instant::now() + patience;
    if let Some(port) = asked {
        return becomes_free(port, deadline)
            .then_some(port)
            .ok_or(LocalPostgresError::PortTaken(port));
    }
    let file = home.join("port");
    let remembered = fs::read_to_string(&file)
        .ok()
        .and_then(|text| text.trim().parse().ok());
    if let Some(port) = remembered
        && becomes_free(port, deadline)
    {
        return Ok(port);
    }
    let first = preferred(home);
    let port = (0..ATTEMPTS)
        .map(|step| FIRST + (first + step) % RANGE)
        .find(|&port| is_free(port))
        .ok_or(LocalPostgresError::PortTaken(FIRST + first))?;
    if let Some(before) = remembered {
        tracing::warn!("port {before} is taken, so the local PostgreSQL moves to port {port}");
    }
    fs::write(&file, port.to_string()).context("write", &file)?;
    Ok(port)
}

/// Two folders rarely want the same port, and one folder always wants the same.
fn preferred(home: &Path) -> u16 {
    let hash = Sha256::digest(home.as_os_str().as_encoded_bytes());
    let (high, low) = (hash.first().copied(), hash.get(1).copied());
    u16::from_be_bytes([high.unwrap_or(0), low.unwrap_or(0)]) % RANGE
}

fn becomes_free(port: u16, deadline: Instant) -> bool {
    loop {
        if is_free(port) {
            return true;
        }
        if Instant::now() >= deadline {
            return false;
        }
        sleep(Duration::from_millis(10));
    }
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_is_remembered_and_left_when_somebody_takes_it() {
        let home = tempfile::tempdir().unwrap();

        let first = choose(home.path(), None, Duration::ZERO).unwrap();
        let again = choose(home.path(), None, Duration::ZERO).unwrap();
        let thief = TcpListener::bind((Ipv4Addr::LOCALHOST, first)).unwrap();
        let other = choose(home.path(), None, Duration::ZERO).unwrap();
        let asked = choose(home.path(), Some(first), Duration::ZERO).unwrap_err();
        drop(thief);

        assert_eq!(first, again);
        assert_ne!(first, other);
        assert_eq!(
            asked.to_string(),
            format!(
                "port {first} of 127.0.0.1 is taken: stop the program that listens there, \
                 or choose another port"
            )
        );
    }
}
