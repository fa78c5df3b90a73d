//! A proxy that stands before a real server and does to its connections what networks do.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt, copy, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// What becomes of connections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// They work.
    None,
    /// Nothing is answered for so long.
    Slow(Duration),
    /// They end after so many bytes of the answer.
    CutAfter(u64),
    /// Each request gets this answer, and the server none of them.
    Answer(String),
    /// They are refused as soon as they are made.
    Refused,
}

/// A running proxy.
#[derive(Debug)]
pub struct FaultProxy {
    /// Where it listens.
    pub address: SocketAddr,
    fault: watch::Sender<Fault>,
}

impl FaultProxy {
    /// Starts a proxy before the server at `upstream`, which does no harm yet.
    pub async fn start(upstream: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await;
        let listener = listener.expect("a proxy listens");
        let address = listener.local_addr().expect("a proxy listens");
        let (fault, seen) = watch::channel(Fault::None);
        let upstream = upstream.to_owned();
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let (mut seen, upstream) = (seen.clone(), upstream.clone());
                let fault = seen.borrow_and_update().clone();
                tokio::spawn(async move {
                    tokio::select! {
                        // A connection that breaks is what a proxy is for.
                        _ = pass(client, &upstream, &fault) => {}
                        _ = seen.changed() => {}
                    }
                });
            }
        });
        Self { address, fault }
    }

    /// What becomes of connections from now on. Those that are open are ended.
    pub fn be(&self, fault: Fault) {
        self.fault.send_replace(fault);
    }
}

async fn pass(mut client: TcpStream, upstream: &str, fault: &Fault) -> std::io::Result<()> {
    match fault {
        Fault::Refused => return Ok(()),
        Fault::Answer(answer) => return answer_all(client, answer).await,
        Fault::Slow(time) => tokio::time::sleep(*time).await,
        Fault::None | Fault::CutAfter(_) => {}
    }
    let mut server = TcpStream::connect(upstream).await?;
    let Fault::CutAfter(bytes) = fault else {
        copy_bidirectional(&mut client, &mut server).await?;
        return Ok(());
    };
    let (mut from_client, mut to_client) = client.split();
    let (from_server, mut to_server) = server.split();
    let mut first = from_server.take(*bytes);
    tokio::select! {
        sent = copy(&mut from_client, &mut to_server) => sent?,
        answered = copy(&mut first, &mut to_client) => answered?,
    };
    to_client.shutdown().await
}

/// Answers when the head of a request has come.
async fn answer_all(mut client: TcpStream, answer: &str) -> std::io::Result<()> {
    let mut request = vec![0; 16 * 1024];
    if client.read(&mut request).await? > 0 {
        client.write_all(answer.as_bytes()).await?;
        client.shutdown().await?;
        // What else comes is read, so that the answer is not lost with a connection that is reset.
        while client.read(&mut request).await? > 0 {}
    }
    Ok(())
}
