//! A load generator: keep-alive connections that send prepared requests one after another.
//!
//! It is a few lines over TCP and not a library, so that it takes little of the processor that it
//! shares with what it measures.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What a run of requests took.
pub(crate) struct Load {
    /// Requests a second.
    pub(crate) per_second: u64,
    /// No more than one in a hundred took longer.
    pub(crate) p99: Duration,
}

/// A GET request as bytes.
pub(crate) fn get(host: &str, path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: {host}\r\naccept: application/json\r\n\r\n").into_bytes()
}

/// Sends `requests` in turn over `connections` connections for `length`.
pub(crate) async fn run(
    to: SocketAddr,
    requests: &[Vec<u8>],
    connections: usize,
    length: Duration,
) -> Result<Load> {
    let began = Instant::now();
    let clients = (0..connections).map(|number| {
        let requests = requests.to_vec();
        tokio::spawn(async move { client(to, &requests, number, began + length).await })
    });
    let mut times = Vec::new();
    for client in clients.collect::<Vec<_>>() {
        times.extend(client.await??);
    }
    let took = began.elapsed();
    times.sort_unstable();
    let p99 = times.get(times.len() * 99 / 100).copied();
    Ok(Load {
        per_second: u64::try_from(times.len() as u128 * 1_000_000 / took.as_micros().max(1))?,
        p99: p99.unwrap_or_default(),
    })
}

async fn client(
    to: SocketAddr,
    requests: &[Vec<u8>],
    first: usize,
    until: Instant,
) -> Result<Vec<Duration>> {
    let mut stream = TcpStream::connect(to).await?;
    stream.set_nodelay(true)?;
    let mut times = Vec::new();
    let mut buffer = Vec::with_capacity(64 * 1024);
    // Each connection starts elsewhere, so that they do not all ask for the same thing at once.
    for request in requests.iter().cycle().skip(first * 7919 % requests.len()) {
        if Instant::now() >= until {
            break;
        }
        let sent = Instant::now();
        stream.write_all(request).await?;
        let status = answer(&mut stream, &mut buffer).await?;
        if status != 200 {
            bail!(
                "an answer was {status}: {}",
                String::from_utf8_lossy(&buffer)
            );
        }
        times.push(sent.elapsed());
    }
    Ok(times)
}

/// One request and its body, for a look at the answer.
pub(crate) async fn fetch(to: SocketAddr, request: &[u8]) -> Result<Vec<u8>> {
    let mut stream = TcpStream::connect(to).await?;
    stream.write_all(request).await?;
    let mut buffer = Vec::new();
    let status = answer(&mut stream, &mut buffer).await?;
    let head = head_end(&buffer).context("no head")?;
    if status != 200 {
        bail!("{status}: {}", String::from_utf8_lossy(&buffer));
    }
    Ok(buffer.split_off(head))
}

/// Reads one whole answer into `buffer` and gives its status.
async fn answer(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Result<u16> {
    buffer.clear();
    loop {
        if stream.read_buf(buffer).await? == 0 {
            bail!("the connection was closed");
        }
        let Some(head) = head_end(buffer) else {
            continue;
        };
        let text = std::str::from_utf8(buffer.get(..head).unwrap_or_default())?;
        let status = text.get(9..12).context("no status")?.parse()?;
        let length: usize = text
            .lines()
            .find_map(|line| {
                let (name, value) = line.split_once(':')?;
                name.eq_ignore_ascii_case("content-length")
                    .then(|| value.trim().parse().ok())?
            })
            .context("an answer without a length")?;
        while buffer.len() < head + length {
            if stream.read_buf(buffer).await? == 0 {
                bail!("the connection was closed in the middle of an answer");
            }
        }
        return Ok(status);
    }
}

fn head_end(buffer: &[u8]) -> Option<usize> {
    buffer
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .map(|at| at + 4)
}
