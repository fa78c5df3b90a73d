//! `stoa healthcheck`: asks the process beside it how it is, for supervisors that can only run a
//! command.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use clap::ValueEnum;
use gateway::server::listen_address;
use gateway::telemetry::metrics_address;
use kernel::config::Env;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{CommandError, say};

/// The longest answer that is read.
const LONGEST_ANSWER: u64 = 64 * 1024;

/// What `stoa healthcheck` is told on the command line.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct Healthcheck {
    /// What to ask
    #[arg(value_enum, default_value_t = Question::Live)]
    question: Question,
    /// How long the answer may take
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u64).range(1..=60))]
    timeout_seconds: u64,
}

/// What a supervisor wants to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Question {
    /// Whether `stoa serve` answers; otherwise it should be restarted
    Live,
    /// Whether `stoa serve` should get requests
    Ready,
    /// Whether `stoa worker` answers, at `METRICS_ADDR`; otherwise it should be restarted
    Worker,
}

impl Healthcheck {
    /// Asks once. Whatever is wrong is 1: to Docker, 2 means something else.
    pub async fn run(self) -> Result<(), CommandError> {
        let mut env = Env::of_process();
        let (path, address) = match self.question {
            Question::Live => ("/health/live", Some(listen_address(&mut env))),
            Question::Ready => ("/health/ready", Some(listen_address(&mut env))),
            Question::Worker => ("/metrics", metrics_address(&mut env)),
        };
        env.finish()
            .map_err(|why| CommandError::Failed(why.to_string()))?;
        let Some(address) = address.map(on_this_machine) else {
            let why = "METRICS_ADDR: a worker without figures answers nobody";
            return Err(CommandError::Failed(why.to_owned()));
        };
        let about = |why: String| CommandError::Failed(format!("http://{address}{path}: {why}"));
        let patience = Duration::from_secs(self.timeout_seconds);
        match tokio::time::timeout(patience, ask(address, path)).await {
            Ok(Ok((200, _))) => {
                say(&format!("http://{address}{path}: 200"));
                Ok(())
            }
            Ok(Ok((status, body))) => Err(about(format!("{status}{}", failing(&body)))),
            Ok(Err(why)) => Err(about(why.to_string())),
            Err(_) => Err(about(format!(
                "no answer within {} s",
                self.timeout_seconds
            ))),
        }
    }
}

/// Where a process of this machine is reached that listens everywhere.
fn on_this_machine(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        ip if !ip.is_unspecified() => ip,
        IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
    };
    SocketAddr::new(ip, address.port())
}

/// The status and the body of the answer. One request on a connection of its own needs no client.
async fn ask(address: SocketAddr, path: &str) -> std::io::Result<(u16, String)> {
    let mut stream = TcpStream::connect(address).await?;
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    stream.take(LONGEST_ANSWER).read_to_end(&mut answer).await?;
    let answer = String::from_utf8_lossy(&answer);
    let status = answer
        .strip_prefix("HTTP/1.1 ")
        .and_then(|rest| rest.get(..3)?.parse().ok())
        .ok_or_else(|| std::io::Error::other("the answer is not HTTP"))?;
    let body = answer
        .split_once("\r\n\r\n")
        .map_or("", |(_, body)| body)
        .to_owned();
    Ok((status, body))
}

/// What the answer says is failing.
fn failing(body: &str) -> String {
    #[derive(serde::Deserialize)]
    struct Health {
        failing: Vec<String>,
    }
    serde_json::from_str(body).map_or_else(
        |_| String::new(),
        |health: Health| format!(", failing: {}", health.failing.join(", ")),
    )
}
