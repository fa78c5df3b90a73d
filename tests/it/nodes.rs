//! Two processes that serve the same shops, with a Redis between them: limits are one, and what changes is seen
//! at both. Without the Redis everything goes on.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use kernel::config::Env;
use reqwest::Method;
use serde_json::{Value, json};
use stoa::app::App;
use stoa::commands::serve::serve;
use stoa::settings::Settings;
use testkit::{Proxy, RedisServer, Wire};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::harness::{Answer, System, send};

const HOST: &str = "aurora.localhost";

/// Another process of the system: it serves, and does not work.
pub(crate) struct Node {
    pub(crate) address: SocketAddr,
    stop: CancellationToken,
    serving: JoinHandle<()>,
}

impl Node {
    async fn of(system: &System) -> Self {
        Self::with(system, &[]).await
    }

    /// One whose settings differ in these.
    pub(crate) async fn with(system: &System, changed: &[(&str, &str)]) -> Self {
        let mut settings = system.settings.clone();
        settings.extend(
            changed
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        );
        let settings = Settings::from_env(Env::of(settings)).unwrap();
        let app = App::build(settings).await.unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let stop = CancellationToken::new();
        let stopped = stop.clone();
        let serving = tokio::spawn(async move {
            Box::pin(serve(&app, listener, false, stopped))
                .await
                .unwrap();
        });
        Self {
            address,
            stop,
            serving,
        }
    }

    pub(crate) async fn end(self) {
        self.stop.cancel();
        self.serving.await.unwrap();
    }
}

async fn get(address: SocketAddr, path: &str) -> Answer {
    let url = format!("http://{address}{path}");
    send(reqwest::Client::new().get(url).header("host", HOST)).await
}

/// A login that fails, for its limit.
async fn guess(address: SocketAddr) -> u16 {
    let url = format!("http://{address}/admin/v1/auth/login");
    let body = json!({"email": "nobody@aurora.test", "password": "wrong wrong wrong"});
    let request = reqwest::Client::new().request(Method::POST, url);
    send(request.header("host", HOST).json(&body)).await.status
}

async fn price(address: SocketAddr) -> Value {
    let product = get(address, "/storefront/v1/products/mug")
        .await
        .expect(200);
    product["variants"][0]["price"]["amount"].clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_price_is_seen_at_every_node_within_two_seconds() {
    let redis = RedisServer::start().await;
    let wire = Proxy::to(redis.address).await;
    let url = wire.url();
    let settings = [
        ("REDIS_URL", url.as_str()),
        ("CATALOG_CACHE_TTL_MS", "600000"),
    ];
    let system = System::with(&settings).await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1000, 5)]).await;
    let other = Node::of(&system).await;
    let nodes = [system.address, other.address];
    // Everything about the first product has been told, and both listen.
    system.is_quiet().await;
    tokio::time::sleep(Duration::from_secs(2)).await;

    let faults = [Wire::Sound, Wire::Silent, Wire::Cut, Wire::Sound];
    for (fault, cents) in faults.into_iter().zip([1100, 1200, 1300, 1400]) {
        for node in nodes {
            assert_eq!(price(node).await, cents - 100, "{fault:?}");
        }
        wire.be(fault);
        shop.stock(&[("mug", cents, 5)]).await;
        let changed = Instant::now();
        for node in nodes {
            while price(node).await != cents {
                assert!(
                    changed.elapsed() < Duration::from_secs(2),
                    "{fault:?} {node}"
                );
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
        let kept = get(other.address, "/storefront/v1/products/mug").await;
        // Whoever else keeps it is told of nothing.
        assert_eq!(kept.headers["cache-control"], "public, max-age=1");
        wire.be(Wire::Sound);
    }

    other.end().await;
    system.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_nodes_count_together_and_each_alone_when_redis_is_away() {
    let redis = RedisServer::start().await;
    let wire = Proxy::to(redis.address).await;
    let url = wire.url();
    let system = System::with(&[
        ("REDIS_URL", url.as_str()),
        ("RATE_LIMIT_LOGIN_PER_MINUTE", "4"),
        ("RATE_LIMIT_READ_PER_SECOND", "0"),
    ])
    .await;
    system.shop("aurora", &[]).await;
    let other = Node::of(&system).await;
    let nodes = [system.address, other.address];
    tokio::time::sleep(Duration::from_secs(2)).await;

    // One login of four was the owner's, when the shop was made.
    let mut statuses = Vec::new();
    for node in [nodes[1], nodes[0], nodes[1], nodes[0], nodes[1]] {
        statuses.push(guess(node).await);
    }
    assert_eq!(statuses, [401, 401, 401, 429, 429]);

    for fault in [Wire::Silent, Wire::Slow(Duration::from_secs(2)), Wire::Cut] {
        wire.be(fault);
        let began = Instant::now();
        let live = get(nodes[0], "/storefront/v1/store").await;
        assert_eq!(live.status, 200, "{fault:?}");
        assert!(began.elapsed() < Duration::from_secs(2), "{fault:?}");
        // The other node has counted two of its own, and lets two more in; never any number.
        let mut refused = 0;
        for _ in 0..6 {
            let status = guess(nodes[1]).await;
            assert!(status == 401 || status == 429, "{fault:?}: {status}");
            refused += u32::from(status == 429);
        }
        assert!(refused >= 3, "{fault:?}: {refused}");
        wire.be(Wire::Sound);
        tokio::time::sleep(Duration::from_millis(1500)).await;
    }
    other.end().await;
    system.settle().await;
}
