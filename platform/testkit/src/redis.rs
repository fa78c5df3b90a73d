//! A Redis of its own for a test, and a wire to it that can be slow, cut or noisy.

use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// How long a server may take to start on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running `redis-server` that keeps nothing. Stopped when dropped.
pub struct RedisServer {
    /// Where it listens.
    pub address: SocketAddr,
    process: Child,
    _folder: TempDir,
}

impl RedisServer {
    /// Starts a server on a free port.
    pub async fn start() -> Self {
        let free = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("there is a free port");
        let address = free.local_addr().expect("a listener has an address");
        drop(free);
        Self::start_on(address).await
    }

    /// Starts a server where another one was.
    pub async fn start_on(address: SocketAddr) -> Self {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let process = Command::new("redis-server")
            .args(["--bind", "127.0.0.1", "--port", &address.port().to_string()])
            .args(["--save", "", "--appendonly", "no", "--daemonize", "no"])
            .arg("--dir")
            .arg(folder.path())
            .stdout(Stdio::null())
            .spawn()
            .expect("redis-server is installed: run scripts/setup.sh test");
        let until = Instant::now() + PATIENCE;
        while TcpStream::connect(address).await.is_err() {
            assert!(Instant::now() < until, "redis-server does not start");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Self {
            address,
            process,
            _folder: folder,
        }
    }

    /// Its address as a setting.
    pub fn url(&self) -> String {
        format!("redis://{}", self.address)
    }
}

impl Drop for RedisServer {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// How a wire behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wire {
    /// It carries everything.
    Sound,
    /// Each answer takes so much longer.
    Slow(Duration),
    /// Nothing arrives, and nobody is told.
    Silent,
    /// Connections are closed.
    Cut,
    /// Something else comes back than what the server answers.
    Noisy(&'static str),
}

/// A wire to a server.
pub struct Proxy {
    /// Where it begins.
    pub address: SocketAddr,
    wire: Arc<watch::Sender<Wire>>,
}

impl Proxy {
    /// Lays a wire to `server`.
    pub async fn to(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("there is a free port");
        let proxy = Self {
            address: listener.local_addr().expect("a listener has an address"),
            wire: Arc::new(watch::Sender::new(Wire::Sound)),
        };
        let wire = Arc::clone(&proxy.wire);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let wire = wire.subscribe();
                // Either end may go away at any time.
                tokio::spawn(async move { drop(carry(client, server, wire).await) });
            }
        });
        proxy
    }

    /// How it behaves from now on; connections that are open too.
    pub fn be(&self, wire: Wire) {
        self.wire.send_replace(wire);
    }

    /// The address of a Redis behind it, as a setting.
    pub fn url(&self) -> String {
        format!("redis://{}", self.address)
    }
}

async fn carry(
    client: TcpStream,
    server: SocketAddr,
    mut wire: watch::Receiver<Wire>,
) -> std::io::Result<()> {
    let now = *wire.borrow_and_update();
    if now == Wire::Cut {
        return Ok(());
    }
    let server = TcpStream::connect(server).await?;
    let (mut from_client, mut to_client) = client.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    let (mut asked, mut answered) = (vec![0; 65_536], vec![0; 65_536]);
    loop {
        tokio::select! {
            changed = wire.changed() => {
                let is_over = changed.is_err() || *wire.borrow_and_update() == Wire::Cut;
                if is_over {
                    return Ok(());
                }
            }
            read = from_client.read(&mut asked) => {
                let read = read?;
                if read == 0 {
                    return Ok(());
                }
                let now = *wire.borrow();
                match now {
                    Wire::Silent => {}
                    Wire::Noisy(noise) => to_client.write_all(noise.as_bytes()).await?,
                    Wire::Sound | Wire::Slow(_) | Wire::Cut => {
                        to_server.write_all(asked.get(..read).unwrap_or_default()).await?;
                    }
                }
            }
            read = from_server.read(&mut answered) => {
                let read = read?;
                if read == 0 {
                    return Ok(());
                }
                let now = *wire.borrow();
                if let Wire::Slow(by) = now {
                    tokio::time::sleep(by).await;
                }
                if matches!(now, Wire::Sound | Wire::Slow(_)) {
                    to_client.write_all(answered.get(..read).unwrap_or_default()).await?;
                }
            }
        }
    }
}
