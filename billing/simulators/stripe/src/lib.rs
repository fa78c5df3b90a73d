//! A stateful double of the Stripe API over real HTTP, for development and tests.
//!
//! It keeps balances, idempotency keys, events and webhooks as Stripe's documents describe them, and
//! can be told to misbehave. What is and is not simulated stands in `FIDELITY.md`.

#![recursion_limit = "256"] // json! of the large objects

mod api;
mod auth;
mod call;
mod clock;
mod config;
mod control;
mod delivery;
mod error;
mod exchange;
mod expand;
mod faults;
mod fees;
mod form;
mod ids;
mod methods;
mod money;
mod objects;
mod pages;
mod publishable;
mod request_log;
mod routes;
mod rows;
mod schema;
mod server;
mod sim;
mod store;
mod summary;
mod webhooks;

use std::{net::SocketAddr, sync::Arc, time::Duration};

use anyhow::Context;
use poem::listener::TcpAcceptor;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

pub use config::Config;
pub use fees::FeeRule;

use crate::{
    objects::webhook_endpoint, schema::Schema, server::Front, sim::Sim, store::Cause, store::State,
};

/// How long open connections get when the simulator stops.
const STOP_WITHIN: Duration = Duration::from_millis(200);

/// A simulator that answers until it is stopped or dropped.
pub struct Running {
    /// Where it listens.
    pub addr: SocketAddr,
    stop: CancellationToken,
    server: JoinHandle<std::io::Result<()>>,
}

impl Running {
    /// The base URL, such as `http://127.0.0.1:12111`.
    pub fn url(&self) -> String {
        format!("http://{}", self.addr)
    }

    /// Stops answering and sending, and returns when that has ended.
    pub async fn stop(mut self) -> anyhow::Result<()> {
        self.stop.cancel();
        self.ended().await
    }

    /// Returns when it has ended: because it was stopped, or because it cannot go on.
    pub async fn ended(&mut self) -> anyhow::Result<()> {
        (&mut self.server)
            .await
            .context("the simulator's server broke")??;
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

/// Starts a simulator in this process. It is ready when this returns.
#[expect(clippy::unused_async, reason = "it needs the runtime it is awaited in")]
pub async fn start(config: Config) -> anyhow::Result<Running> {
    let listener = listen(config.listen)
        .with_context(|| format!("{} cannot be listened on", config.listen))?;
    let addr = listener.local_addr()?;
    let schema = config.schema.as_deref().map(Schema::open).transpose()?;
    let (webhook, events) = (config.webhook.clone(), config.webhook_events.clone());
    let stop = CancellationToken::new();
    let state = State::open(&Arc::new(config), format!("http://{addr}"))?;
    let (sim, queue) = Sim::new(state, schema, stop.clone());
    let sim = Arc::new(sim);
    delivery::start(&sim, queue)?;
    // The first commit also sets off what a stopped process had left to do.
    sim.act(Cause::default(), |state| {
        if let Some((url, secret)) = &webhook {
            webhook_endpoint::ensure(state, url, secret, &events);
        }
    })?;
    let acceptor = TcpAcceptor::from_tokio(listener)?;
    let signal = stop.clone().cancelled_owned();
    let server = poem::Server::new_with_acceptor(acceptor);
    let front = Front(Arc::clone(&sim));
    let server = server.run_with_graceful_shutdown(front, signal, Some(STOP_WITHIN));
    let server = tokio::spawn(async move {
        let ended = server.await;
        sim.record_taken();
        match sim.why_broken() {
            Some(why) => Err(std::io::Error::other(why)),
            None => ended,
        }
    });
    Ok(Running { addr, stop, server })
}

/// Connections inherit what is set here: an answer is written whole, and waiting to fill a packet
/// would only delay it.
fn listen(address: std::net::SocketAddr) -> std::io::Result<tokio::net::TcpListener> {
    let socket = match address {
        std::net::SocketAddr::V4(_) => tokio::net::TcpSocket::new_v4(),
        std::net::SocketAddr::V6(_) => tokio::net::TcpSocket::new_v6(),
    }?;
    socket.set_reuseaddr(true)?;
    socket.set_nodelay(true)?;
    socket.bind(address)?;
    socket.listen(1024)
}
