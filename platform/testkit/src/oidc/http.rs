//! As much of HTTP/1.1 as an issuer needs: one request a connection, and answers that can go wrong on the way.

use std::collections::HashMap;
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use url::form_urlencoded::parse;

/// What somebody asks.
#[derive(Debug, Default)]
pub(super) struct Request {
    pub(super) method: String,
    pub(super) path: String,
    pub(super) query: HashMap<String, String>,
    pub(super) form: HashMap<String, String>,
    /// The credentials, without padding and for URLs.
    pub(super) basic: Option<String>,
}

/// What is answered.
#[derive(Debug)]
pub(super) struct Reply {
    status: u16,
    headers: String,
    body: String,
    after: Duration,
    is_cut: bool,
}

impl Reply {
    pub(super) fn json(status: u16, body: &Value) -> Self {
        Self {
            headers: "content-type: application/json\r\n".to_owned(),
            ..Self::text(status, &body.to_string())
        }
    }

    pub(super) fn text(status: u16, body: &str) -> Self {
        Self {
            status,
            headers: String::new(),
            body: body.to_owned(),
            after: Duration::ZERO,
            is_cut: false,
        }
    }

    pub(super) fn redirect(to: &str) -> Self {
        Self {
            headers: format!("location: {to}\r\n"),
            ..Self::text(302, "")
        }
    }

    pub(super) fn after(self, after: Duration) -> Self {
        Self { after, ..self }
    }

    pub(super) fn cut(self) -> Self {
        Self {
            is_cut: true,
            ..self
        }
    }
}

/// Reads a request and answers it.
pub(super) async fn answer(
    mut stream: TcpStream,
    reply: impl FnOnce(Request) -> Reply,
) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    let request = loop {
        let mut chunk = [0_u8; 4096];
        let read = stream.read(&mut chunk).await?;
        bytes.extend(chunk.iter().take(read));
        if let Some(request) = whole(&String::from_utf8_lossy(&bytes)) {
            break request;
        }
        if read == 0 {
            return Ok(());
        }
    };
    let reply = reply(request);
    tokio::time::sleep(reply.after).await;
    let length = reply.body.len();
    let head = format!(
        "HTTP/1.1 {} -\r\n{}content-length: {length}\r\nconnection: close\r\n\r\n",
        reply.status, reply.headers
    );
    stream.write_all(head.as_bytes()).await?;
    let body = if reply.is_cut {
        reply.body.get(..length / 2).unwrap_or_default()
    } else {
        &reply.body
    };
    stream.write_all(body.as_bytes()).await?;
    stream.shutdown().await
}

/// The request, once all of it is there.
fn whole(text: &str) -> Option<Request> {
    let (head, body) = text.split_once("\r\n\r\n")?;
    let mut lines = head.lines();
    let mut first = lines.next()?.split(' ');
    let (method, target) = (first.next()?, first.next()?);
    let headers: HashMap<String, &str> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value))
        .collect();
    let length = headers.get("content-length").copied().unwrap_or("0");
    if body.len() < length.parse().unwrap_or_default() {
        return None;
    }
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let pairs = |text: &str| parse(text.as_bytes()).into_owned().collect();
    let basic = headers.get("authorization");
    let basic = basic.and_then(|value| value.strip_prefix("Basic "));
    Some(Request {
        method: method.to_owned(),
        path: path.to_owned(),
        query: pairs(query),
        form: pairs(body),
        basic: basic.map(|text| {
            text.trim_end_matches('=')
                .replace('+', "-")
                .replace('/', "_")
        }),
    })
}
