//! An emulator of Amazon's services, reached over HTTP: `moto`, which `scripts/setup.sh test` installs.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use kernel::config::Env;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

/// A running emulator, which ends with the test.
pub struct Moto {
    /// Where it listens: `127.0.0.1:port`.
    pub address: String,
    _process: Child,
}

impl Moto {
    /// Starts an emulator that nothing is in.
    pub async fn start() -> Self {
        let program = program();
        let started = Command::new(&program)
            .args(["-H", "127.0.0.1", "-p", "0"])
            .env("PYTHONUNBUFFERED", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn();
        let mut process = match started {
            Ok(process) => process,
            Err(why) => panic!("{}: {why}: run scripts/setup.sh test", program.display()),
        };
        let told = process.stderr.take().expect("its errors were asked for");
        let mut lines = BufReader::new(told).lines();
        let address = loop {
            let line = lines.next_line().await.expect("it can be read");
            let line = line.expect("it says where it listens before it ends");
            if let Some((_, address)) = line.split_once("http://") {
                break address.trim().trim_end_matches('/').to_owned();
            }
        };
        // It goes on telling what it was asked, and would stop when nobody read that.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Self {
            address,
            _process: process,
        }
    }

    /// Makes a bucket.
    pub async fn make_bucket(&self, name: &str) {
        let address = &self.address;
        let request = format!(
            "PUT /{name} HTTP/1.1\r\nHost: {address}\r\nContent-Length: 0\r\n\
             Connection: close\r\n\r\n"
        );
        let mut stream = TcpStream::connect(address).await.expect("it listens");
        let sent = stream.write_all(request.as_bytes()).await;
        sent.expect("it takes requests");
        let mut answer = String::new();
        let read = stream.read_to_string(&mut answer).await;
        read.expect("it answers");
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
}

/// The emulator's program: the one that is named, or the one that was installed beside the build.
fn program() -> PathBuf {
    let named = Env::of_process().optional("STOA_TEST_MOTO");
    named.unwrap_or_else(|| {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/moto/bin/moto_server")
    })
}
