//! One client that takes what it can get of a running process: the others notice nothing.

use std::process::Stdio;
use std::time::Duration;

use testkit::TestDb;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use crate::processes::{Running, free_port, ready, stoa};

/// The memory of a process that is not shared, in bytes.
fn resident(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kibibytes = line.unwrap().trim().trim_end_matches(" kB");
    kibibytes.parse::<u64>().unwrap() * 1024
}

/// Sends all but the last byte of a body of 1 MiB, as far as it is taken.
async fn stall(port: u16, target: &'static str) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let head = format!(
        "{target} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
         Content-Length: 1048576\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let body = vec![b' '; 1_048_575];
    // What is not taken is what is meant.
    let _ = tokio::time::timeout(Duration::from_millis(200), stream.write_all(&body)).await;
    stream
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_stalled_bodies_take_little_memory() {
    const ALLOWED: u64 = 50 * 1024 * 1024;
    let db = TestDb::new().await;
    let port = free_port();
    let mut serve = stoa(&db, port);
    for class in [
        "READ_PER_SECOND",
        "WRITE_PER_SECOND",
        "LOGIN_PER_MINUTE",
        "WEBHOOK_PER_SECOND",
    ] {
        serve.env(format!("RATE_LIMIT_{class}"), "0");
    }
    // Nobody reads what it logs.
    serve
        .arg("serve")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let running = Running(serve.spawn().unwrap());
    ready(port).await;

    for target in [
        "POST /webhooks/stripe",
        "GET /health/live",
        "POST /operator/v1/auth/login",
        "POST /operator/v1/tenants",
    ] {
        let before = resident(running.0.id());
        let mut stalled = Vec::new();
        for _ in 0..10 {
            let batch = (0..100).map(|_| stall(port, target));
            stalled.extend(futures_util::future::join_all(batch).await);
        }
        let grown = resident(running.0.id()).saturating_sub(before);
        assert!(grown < ALLOWED, "{target}: {grown} bytes more");
        drop(stalled);
    }

    let answer = ready(port).await;
    assert_eq!(answer.status(), 200);
}
