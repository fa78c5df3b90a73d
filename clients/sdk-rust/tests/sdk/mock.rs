//! Starts the server that plays the scenarios, which all clients share.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;

pub(crate) struct Mock {
    child: Child,
    address: String,
    runs: AtomicU32,
}

/// One run of a scenario.
pub(crate) struct Run {
    pub(crate) base_url: String,
    seen_url: String,
}

pub(crate) fn read(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../conformance").join(name);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

impl Mock {
    pub(crate) fn start() -> Self {
        let node = std::env::var("STOA_NODE").unwrap_or("node".to_owned());
        let server = Path::new(env!("CARGO_MANIFEST_DIR")).join("../conformance/server.mjs");
        // It ends with its standard input, and so with this test.
        let mut child = Command::new(node)
            .arg(server)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the conformance server needs Node");
        let mut address = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut address).unwrap();
        Self { child, address: address.trim().to_owned(), runs: AtomicU32::new(0) }
    }

    pub(crate) fn run(&self, scenario: &str) -> Run {
        let mut url = stoa::reqwest::Url::parse(&self.address).unwrap();
        let run = format!("{}-{}", std::process::id(), self.runs.fetch_add(1, Ordering::Relaxed));
        url.path_segments_mut().unwrap().extend(["play", scenario, &run]);
        let base_url = url.to_string();
        Run { seen_url: base_url.replacen("/play/", "/seen/", 1), base_url }
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

impl Run {
    /// What the run has sent.
    pub(crate) async fn seen(&self) -> Vec<Value> {
        let request = stoa::HttpRequest {
            method: "GET",
            url: self.seen_url.clone(),
            headers: stoa::reqwest::header::HeaderMap::new(),
            body: None,
        };
        let response = stoa::Transport::send(&*TRANSPORT, request).await.unwrap();
        serde_json::from_slice(&response.body).unwrap()
    }
}

static TRANSPORT: std::sync::LazyLock<stoa::ReqwestTransport> =
    std::sync::LazyLock::new(|| stoa::ReqwestTransport::new().unwrap());
