//! Real connections: slow clients, and stopping without losing a request.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use gateway::server::{ServerSettings, serve};
use hyper::client::conn::http2;
use hyper_util::rt::{TokioExecutor, TokioIo};
use kernel::config::Env;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::support::{app, settings};

struct Running {
    address: SocketAddr,
    stop: CancellationToken,
    task: JoinHandle<()>,
}

async fn start(header_timeout: Duration) -> Running {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let stop = CancellationToken::new();
    let mut server = ServerSettings::from_env(&mut Env::of([]), &settings());
    server.header_timeout = header_timeout;
    let token = stop.clone();
    let mut gateway = settings();
    gateway.deadline = Duration::from_secs(1);
    let task = tokio::spawn(async move { serve(listener, app(gateway), &server, token).await });
    Running {
        address,
        stop,
        task,
    }
}

impl Running {
    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }
}

async fn read_to_end(mut stream: TcpStream) -> String {
    let mut text = Vec::new();
    // A reset is an end as well.
    let _ = stream.read_to_end(&mut text).await;
    String::from_utf8_lossy(&text).into_owned()
}

const GET: &[u8] = b"GET /storefront/v1/products HTTP/1.1\r\nHost: aurora.example\r\n\r\n";

#[tokio::test]
async fn slow_and_silent_clients_are_let_go() {
    let running = start(Duration::from_millis(300)).await;

    for sent in [
        &b""[..],
        b"P",
        b"GET /storefront/v1/products HTTP/1.1\r\nHost:",
        GET,
    ] {
        let mut stream = running.connect().await;
        stream.write_all(sent).await.unwrap();
        let started = Instant::now();

        let answer = read_to_end(stream).await;

        let took = started.elapsed();
        assert!(took < Duration::from_secs(3), "{took:?} for {sent:?}");
        assert!(took > Duration::from_millis(200), "{took:?} for {sent:?}");
        assert_eq!(answer.starts_with("HTTP/1.1 200"), sent == GET, "{answer}");
    }
}

#[tokio::test]
async fn a_body_that_trickles_is_given_up_at_the_deadline() {
    let running = start(Duration::from_secs(10)).await;
    let mut stream = running.connect().await;
    let head = b"POST /storefront/v1/carts/c/lines HTTP/1.1\r\nHost: aurora.example\r\n\
                 Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
    stream.write_all(head).await.unwrap();
    let started = Instant::now();

    let mut answer = vec![0; 12];
    stream.read_exact(&mut answer).await.unwrap();

    assert_eq!(answer, b"HTTP/1.1 503");
    assert!(started.elapsed() < Duration::from_secs(3));
}

#[tokio::test]
async fn a_chunked_body_is_counted() {
    let running = start(Duration::from_secs(10)).await;
    let mut stream = running.connect().await;
    let head = b"POST /storefront/v1/carts/c/lines HTTP/1.1\r\nHost: aurora.example\r\n\
                 Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    stream.write_all(head).await.unwrap();
    let piece = [b"10000\r\n".to_vec(), vec![b'a'; 0x10000], b"\r\n".to_vec()].concat();
    for _ in 0..17 {
        // The server may answer and close before it has seen everything.
        let _ = stream.write_all(&piece).await;
    }
    let mut answer = vec![0; 12];
    stream.read_exact(&mut answer).await.unwrap();

    assert_eq!(answer, b"HTTP/1.1 413");
}

#[tokio::test]
async fn stopping_lets_requests_finish_and_takes_no_more() {
    let running = start(Duration::from_secs(10)).await;
    let idle = running.connect().await;
    let mut busy = running.connect().await;
    busy.write_all(GET).await.unwrap();
    tokio::time::sleep(Duration::from_millis(5)).await;

    running.stop.cancel();
    let answer = read_to_end(busy).await;
    let silence = read_to_end(idle).await;
    tokio::time::timeout(Duration::from_secs(2), running.task)
        .await
        .unwrap()
        .unwrap();

    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert_eq!(silence, "");
    assert!(TcpStream::connect(running.address).await.is_err());
}

#[tokio::test]
async fn a_client_that_does_not_take_its_answers_is_let_go() {
    let running = start(Duration::from_millis(300)).await;
    let mut stream = running.connect().await;
    let docs = b"GET /docs/redoc.js HTTP/1.1\r\nHost: api.example\r\n\r\n";
    for _ in 0..20 {
        stream.write_all(docs).await.unwrap();
    }
    tokio::time::sleep(Duration::from_secs(1)).await;

    // What had been written before is still there; the rest never comes.
    let mut read = 0;
    let mut buffer = vec![0; 1024 * 1024];
    let ended = tokio::time::timeout(Duration::from_secs(5), async {
        while let Ok(count @ 1..) = stream.read(&mut buffer).await {
            read += count;
        }
    });
    ended.await.unwrap();

    assert!(read < 20 * 1_000_000, "{read} bytes came");
}

/// An HTTP/2 connection, and what ends when it does.
async fn http2(running: &Running) -> (http2::SendRequest<String>, JoinHandle<()>) {
    let stream = TokioIo::new(running.connect().await);
    let (sender, connection) = http2::handshake(TokioExecutor::new(), stream)
        .await
        .unwrap();
    let ended = tokio::spawn(async move {
        // A reset is an end as well.
        let _ = connection.await;
    });
    (sender, ended)
}

async fn get(sender: &mut http2::SendRequest<String>) -> u16 {
    let request = hyper::Request::get("http://aurora.example/storefront/v1/products");
    let response = sender.send_request(request.body(String::new()).unwrap());
    response.await.unwrap().status().as_u16()
}

#[tokio::test]
async fn an_idle_http2_connection_is_closed_and_one_that_is_used_is_not() {
    let running = start(Duration::from_millis(300)).await;
    let (_silent, silent_ended) = http2(&running).await;
    let (mut used, used_ended) = http2(&running).await;

    let started = Instant::now();
    while started.elapsed() < Duration::from_millis(1500) {
        assert_eq!(get(&mut used).await, 200);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(silent_ended.is_finished());
    assert!(!used_ended.is_finished());

    let ended = tokio::time::timeout(Duration::from_secs(3), used_ended);
    ended.await.unwrap().unwrap();
    assert!(used.is_closed());
}

/// The status of the answer to what is sent, or 0.
async fn status(running: &Running, sent: &str) -> u16 {
    let mut stream = running.connect().await;
    stream.write_all(sent.as_bytes()).await.unwrap();
    let mut answer = [0_u8; 12];
    let read = tokio::time::timeout(Duration::from_secs(10), stream.read_exact(&mut answer)).await;
    if read.is_ok_and(|read| read.is_ok()) {
        String::from_utf8_lossy(&answer[9..]).parse().unwrap()
    } else {
        0
    }
}

#[tokio::test]
async fn requests_that_a_proxy_could_read_otherwise_are_refused() {
    let running = start(Duration::from_secs(5)).await;
    let get = "GET /storefront/v1/products HTTP/1.1\r\n";
    let post = "POST /storefront/v1/carts/c/lines HTTP/1.1\r\nHost: aurora.example\r\n";
    let chunked = "Transfer-Encoding: chunked\r\n";
    let end = "Content-Type: application/json\r\n\r\n2\r\n{}\r\n0\r\n\r\n";

    for (sent, expected) in [
        (format!("{get}Host: aurora.example\r\n\r\n"), 200),
        (format!("{get}Host: aurora.example:\r\n\r\n"), 200),
        (
            format!("{get}Host: aurora.example\r\nHost: meridian.example\r\n\r\n"),
            400,
        ),
        (format!("{get}\r\n"), 400),
        (format!("{post}Content-Length: 2\r\n{chunked}{end}"), 400),
    ] {
        assert_eq!(status(&running, &sent).await, expected, "{sent}");
    }
}

/// Whoever holds a place and asks for nothing loses it to whoever asks.
#[tokio::test]
async fn idle_connections_make_room() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let stop = CancellationToken::new();
    let mut server = ServerSettings::from_env(&mut Env::of([]), &settings());
    server.max_connections = 50;
    server.max_connections_per_client = 40;
    let token = stop.clone();
    let task = tokio::spawn(async move { serve(listener, app(settings()), &server, token).await });
    let running = Running {
        address,
        stop,
        task,
    };
    let mut idle = Vec::new();
    for _ in 0..200 {
        idle.push(running.connect().await);
    }

    let get = String::from_utf8(GET.to_vec()).unwrap();
    for _ in 0..20 {
        assert_eq!(status(&running, &get).await, 200);
    }
    drop(idle);
}

/// A body that does not go on is given up, long before the request's time is over.
#[tokio::test]
async fn a_body_that_stalls_is_given_up() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let stop = CancellationToken::new();
    let server = ServerSettings::from_env(&mut Env::of([]), &settings());
    let token = stop.clone();
    let task = tokio::spawn(async move { serve(listener, app(settings()), &server, token).await });
    let running = Running {
        address,
        stop,
        task,
    };
    let post = "POST /storefront/v1/carts/c/lines HTTP/1.1\r\nHost: aurora.example\r\n";

    let stalled = format!("{post}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{{");
    assert_eq!(status(&running, &stalled).await, 408);
}
