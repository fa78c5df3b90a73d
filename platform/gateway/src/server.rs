//! Accepts connections and lets requests finish when told to stop.
//!
//! hyper itself and not `poem::Server`, which has no timer for headers: one slow client could hold
//! a connection for ever.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use kernel::config::Env;
use poem::http::uri::Scheme;
use poem::web::{LocalAddr, RemoteAddr};
use poem::{Addr, Endpoint, Response};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::{debug, info, warn};

use crate::client_ip::Network;
use crate::connections::{Connections, Place};
use crate::settings::GatewaySettings;
use crate::timeout_stream::TimeoutStream;

/// HTTP/2 requests at once on one connection.
const STREAMS: u32 = 100;
/// Header bytes of one request.
const HEADER_BYTES: u32 = 16 * 1024;
/// What a connection keeps of what came and is not read yet.
const BUFFER_BYTES: usize = 32 * 1024;
const STREAM_WINDOW: u32 = 64 * 1024;
const CONNECTION_WINDOW: u32 = 128 * 1024;
/// How long a connection that gives up its place may take to say good-bye.
const SHED_PATIENCE: Duration = Duration::from_millis(200);
/// Once an HTTP/2 connection has been idle, what a client has not taken yet may take so many times
/// longer than that.
const FAREWELL: u32 = 4;

/// How connections are treated.
#[derive(Debug, Clone)]
pub struct ServerSettings {
    /// `LISTEN_ADDR` (default `127.0.0.1:8080`): where requests are taken.
    pub listen: SocketAddr,
    /// `MAX_CONNECTIONS` (default 10000): when there are so many, the one that has been idle longest is
    /// closed for another.
    pub max_connections: usize,
    /// `MAX_CONNECTIONS_PER_CLIENT` (default 1000): the same for one address, or one IPv6 network of 64
    /// bits.
    pub max_connections_per_client: usize,
    /// `TRUSTED_PROXIES`, which bring many clients each.
    pub proxies: Vec<Network>,
    /// `HEADER_TIMEOUT_SECONDS` (default 30): how long the headers of a request may take, and how
    /// long a connection may be idle between requests.
    pub header_timeout: Duration,
    /// `SHUTDOWN_GRACE_SECONDS` (default 30): how long requests may go on after a signal to stop.
    pub grace: Duration,
    /// `SHUTDOWN_DELAY_SECONDS` (default 0): how long to go on taking connections after readiness
    /// says no, so that load balancers see it.
    pub delay: Duration,
}

impl ServerSettings {
    /// Reads the settings; what is wrong with them is told by [`Env::finish`].
    pub fn from_env(env: &mut Env, gateway: &GatewaySettings) -> Self {
        Self {
            proxies: gateway.trusted_proxies.clone(),
            max_connections_per_client: env.one_or_more("MAX_CONNECTIONS_PER_CLIENT", 1000),
            listen: listen_address(env),
            max_connections: env.one_or_more("MAX_CONNECTIONS", 10_000),
            header_timeout: Duration::from_secs(env.one_or_more("HEADER_TIMEOUT_SECONDS", 30)),
            grace: Duration::from_secs(env.or("SHUTDOWN_GRACE_SECONDS", 30)),
            delay: Duration::from_secs(env.or("SHUTDOWN_DELAY_SECONDS", 0)),
        }
    }
}

/// `LISTEN_ADDR`, for a command that needs no other settings.
pub fn listen_address(env: &mut Env) -> SocketAddr {
    env.or("LISTEN_ADDR", SocketAddr::from(([127, 0, 0, 1], 8080)))
}

/// Serves `endpoint` until `stop`; then takes no more connections and returns when the requests
/// that have begun are answered, or after the time of grace.
pub async fn serve<E>(
    listener: TcpListener,
    endpoint: E,
    settings: &ServerSettings,
    stop: CancellationToken,
) where
    E: Endpoint<Output = Response> + 'static,
{
    let endpoint = Arc::new(endpoint);
    let places = Connections::new(
        settings.max_connections,
        settings.max_connections_per_client,
        settings.proxies.clone(),
    );
    let connections = TaskTracker::new();
    if let Ok(address) = listener.local_addr() {
        info!(address = %address, "listening on {address}");
    }
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = stop.cancelled() => break,
        };
        match accepted {
            Ok((stream, peer)) => {
                let place = tokio::select! {
                    place = places.place(peer) => place,
                    () = stop.cancelled() => break,
                };
                let Ok(place) = place else {
                    metrics::counter!("connections_refused_total").increment(1);
                    continue;
                };
                connections.spawn(connection(
                    stream,
                    peer,
                    Arc::new(place),
                    Arc::clone(&endpoint),
                    settings.header_timeout,
                    stop.clone(),
                ));
            }
            Err(error) => {
                // Most often too many open files: let some of them close.
                warn!(error = %error, "a connection could not be accepted");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
    drop(listener);
    connections.close();
    info!(connections = connections.len(), "finishing what has begun");
    if tokio::time::timeout(settings.grace, connections.wait())
        .await
        .is_err()
    {
        warn!(connections = connections.len(), "the time of grace is over");
    }
}

async fn connection<E>(
    stream: TcpStream,
    peer: SocketAddr,
    place: Arc<Place>,
    endpoint: Arc<E>,
    header_timeout: Duration,
    stop: CancellationToken,
) where
    E: Endpoint<Output = Response> + 'static,
{
    // Answers are written whole; waiting to fill a packet only delays them.
    if stream.set_nodelay(true).is_err() {
        return;
    }
    let Ok(local) = stream.local_addr() else {
        return;
    };
    let visits = Arc::new(Visits::default());
    let service = service_fn(|request: hyper::Request<_>| {
        let endpoint = Arc::clone(&endpoint);
        let visit = (visits.begin(request.version()), place.request());
        async move {
            let _visit = visit;
            let local = LocalAddr(Addr::SocketAddr(local));
            let peer = RemoteAddr(Addr::SocketAddr(peer));
            let request = poem::Request::from((request, local, peer, Scheme::HTTP));
            // Boxed, so that a connection without a request takes little memory.
            let response = Box::pin(endpoint.get_response(request)).await;
            Ok::<_, Infallible>(hyper::Response::from(response))
        }
    });
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .max_buf_size(BUFFER_BYTES)
        .header_read_timeout(header_timeout);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(STREAMS)
        .initial_stream_window_size(STREAM_WINDOW)
        .initial_connection_window_size(CONNECTION_WINDOW)
        .max_header_list_size(HEADER_BYTES)
        .keep_alive_interval(header_timeout)
        .keep_alive_timeout(header_timeout);
    let io = TokioIo::new(TimeoutStream::new(stream, header_timeout));
    let mut work = pin!(builder.serve_connection(io, service));
    let served = tokio::select! {
        served = &mut work => served,
        () = stop.cancelled() => {
            work.as_mut().graceful_shutdown();
            work.await
        }
        () = place.connected.shed.cancelled() => {
            work.as_mut().graceful_shutdown();
            // It was idle. A request that came in this moment is answered; nothing else is waited for.
            loop {
                match tokio::time::timeout(SHED_PATIENCE, work.as_mut()).await {
                    Ok(served) => break served,
                    Err(_) if place.is_idle() => break Ok(()),
                    Err(_) => {}
                }
            }
        }
        () = visits.end(header_timeout) => {
            work.as_mut().graceful_shutdown();
            let farewell = tokio::time::timeout(header_timeout.saturating_mul(FAREWELL), work);
            farewell.await.unwrap_or(Ok(()))
        }
    };
    if let Err(error) = served {
        debug!(error = %error, "a connection broke off");
    }
}

/// The requests of one connection. hyper closes an HTTP/1 connection that is idle, and lets one of
/// HTTP/2 be idle for ever as long as the client answers pings.
#[derive(Default)]
struct Visits {
    /// How many HTTP/2 requests have begun.
    begun: AtomicU64,
    /// How many of them are answered.
    over: AtomicU64,
    /// How many requests of HTTP/1 there were.
    others: AtomicU64,
}

/// One request, until it is answered.
struct Visit(Option<Arc<Visits>>);

impl Drop for Visit {
    fn drop(&mut self) {
        if let Some(visits) = &self.0 {
            visits.over.fetch_add(1, Ordering::Relaxed);
        }
    }
}

impl Visits {
    fn begin(self: &Arc<Self>, version: hyper::Version) -> Visit {
        if version == hyper::Version::HTTP_2 {
            self.begun.fetch_add(1, Ordering::Relaxed);
            Visit(Some(Arc::clone(self)))
        } else {
            self.others.fetch_add(1, Ordering::Relaxed);
            Visit(None)
        }
    }

    /// Returns when there has been no request for `patience`, at the latest after twice as long.
    /// Looking now and then costs the requests nothing.
    async fn end(&self, patience: Duration) {
        let mut before = None;
        loop {
            let begun = self.begun.load(Ordering::Relaxed);
            let is_idle = begun == self.over.load(Ordering::Relaxed)
                && self.others.load(Ordering::Relaxed) == 0;
            if is_idle && before == Some(begun) {
                return;
            }
            before = is_idle.then_some(begun);
            tokio::time::sleep(patience).await;
        }
    }
}
