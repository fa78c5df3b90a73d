//! A provider of something, over HTTP: keeps what it is asked, and answers as it is told.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What somebody asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The method.
    pub method: String,
    /// The path, with its query.
    pub path: String,
    /// The headers, by their names in small letters.
    pub headers: HashMap<String, String>,
    /// The body.
    pub body: String,
}

/// What is answered.
#[derive(Debug, Clone)]
pub enum ProviderReply {
    /// A status, and JSON.
    Says(u16, Value),
    /// A status, and text.
    Text(u16, String),
    /// Nothing for so long, then a 500.
    Late(Duration),
    /// The connection ends before the answer.
    Cut,
}

/// A running provider.
#[derive(Clone)]
pub struct ProviderServer {
    /// Where it listens.
    pub address: SocketAddr,
    seen: Arc<Mutex<Vec<Seen>>>,
    reply: Arc<Mutex<ProviderReply>>,
}

impl ProviderServer {
    /// Starts one on a free port.
    pub async fn start(reply: ProviderReply) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await;
        let listener = listener.expect("a test server works");
        let server = Self {
            address: listener.local_addr().expect("a test server works"),
            seen: Arc::default(),
            reply: Arc::new(Mutex::new(reply)),
        };
        let accepting = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = accepting.clone();
                // A client that goes away is no failure of the server.
                tokio::spawn(async move { drop(server.talk(stream).await) });
            }
        });
        server
    }

    /// What it answers from now on.
    pub fn reply(&self, reply: ProviderReply) {
        *self.reply.lock().expect("nobody panics with it") = reply;
    }

    /// What it was asked so far.
    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().expect("nobody panics with it").clone()
    }

    async fn talk(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let mut bytes = Vec::new();
        let seen = loop {
            let mut chunk = [0_u8; 4096];
            let read = stream.read(&mut chunk).await?;
            bytes.extend(chunk.iter().take(read));
            if let Some(seen) = whole(&String::from_utf8_lossy(&bytes)) {
                break seen;
            }
            if read == 0 {
                return Ok(());
            }
        };
        self.seen.lock().expect("nobody panics with it").push(seen);
        let reply = self.reply.lock().expect("nobody panics with it").clone();
        let (status, body) = match reply {
            ProviderReply::Says(status, body) => (status, body.to_string()),
            ProviderReply::Text(status, body) => (status, body),
            ProviderReply::Late(time) => {
                tokio::time::sleep(time).await;
                (500, String::new())
            }
            ProviderReply::Cut => return stream.shutdown().await,
        };
        let length = body.len();
        let answer = format!(
            "HTTP/1.1 {status} -\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\
             connection: close\r\n\r\n{body}"
        );
        stream.write_all(answer.as_bytes()).await?;
        stream.shutdown().await
    }
}

/// The request, once all of it is there.
fn whole(text: &str) -> Option<Seen> {
    let (head, body) = text.split_once("\r\n\r\n")?;
    let mut lines = head.lines();
    let mut first = lines.next()?.split(' ');
    let (method, path) = (first.next()?.to_owned(), first.next()?.to_owned());
    let headers: HashMap<String, String> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let length = headers.get("content-length").map_or("0", String::as_str);
    (body.len() >= length.parse().unwrap_or_default()).then(|| Seen {
        method,
        path,
        headers,
        body: body.to_owned(),
    })
}
