//! Redis, counting and telling; and a wire to it that fails in every way.

use std::num::NonZeroU32;
use std::time::{Duration, Instant};

use infra::redis::Redis;
use kernel::ids::TenantId;
use kernel::ports::{Bucket, ChangeTeller, Counted, Ids, SharedLimits};
use kernel::{DEAF_FOR, Freshness};
use testkit::{Proxy, RedisServer, Wire};
use tokio::task::AbortHandle;

/// How long something may take that happens by itself, on a busy machine.
const SOON: Duration = Duration::from_secs(10);

/// A process's part of Redis, running until it is dropped.
struct Node {
    redis: Redis,
    running: AbortHandle,
}

impl Node {
    fn at(url: &str) -> Self {
        let redis = Redis::new(&url.parse().unwrap()).unwrap();
        let running = redis.clone();
        let running = tokio::spawn(async move { running.run().await }).abort_handle();
        Self { redis, running }
    }

    /// Returns once Redis counts, with what it counted.
    async fn counts(&self, bucket: Bucket) -> Counted {
        let until = Instant::now() + SOON;
        loop {
            if let Some(counted) = self.redis.count(&[bucket]).await {
                return counted;
            }
            assert!(Instant::now() < until, "Redis does not count");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.running.abort();
    }
}

async fn until(what: &str, is_so: impl Fn() -> bool) {
    let until = Instant::now() + SOON;
    while !is_so() {
        assert!(Instant::now() < until, "{what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// When something began to be made that is older than a second and shown: changes are heard of.
async fn kept(freshness: &Freshness, tenant_id: TenantId) -> Instant {
    let until = Instant::now() + SOON;
    loop {
        let made = Instant::now();
        tokio::time::sleep(DEAF_FOR + Duration::from_millis(100)).await;
        if freshness.holds(tenant_id, made) {
            return made;
        }
        assert!(Instant::now() < until, "nobody listens");
    }
}

fn bucket(limit: &'static str, burst: u32, interval: Duration) -> Bucket {
    Bucket {
        limit,
        key: (1, 2),
        interval,
        burst: NonZeroU32::new(burst).unwrap(),
    }
}

fn tenant() -> TenantId {
    TenantId::from_uuid(Ids.uuid())
}

const MINUTE: Duration = Duration::from_mins(1);
const ROOMY: u32 = 1_000_000;

fn roomy() -> Bucket {
    bucket("roomy", ROOMY, Duration::from_micros(1))
}

#[tokio::test]
async fn all_nodes_have_one_limit() {
    let server = RedisServer::start().await;
    let (one, other) = (Node::at(&server.url()), Node::at(&server.url()));
    let login = bucket("login", 3, MINUTE);
    one.counts(roomy()).await;
    other.counts(roomy()).await;

    for (node, remaining) in [(&one, 2), (&other, 1), (&one, 0)] {
        let counted = node.redis.count(&[login]).await;
        assert_eq!(counted, Some(Counted::Allowed { remaining }));
    }

    for node in [&one, &other] {
        let Some(Counted::Refused { bucket, wait }) = node.redis.count(&[login]).await else {
            panic!("the fourth of three requests was let in");
        };
        assert_eq!(bucket, 0);
        assert!(wait <= MINUTE && wait > MINUTE / 2, "{wait:?}");
    }
    let somebody_else = Bucket {
        key: (1, 3),
        ..login
    };
    let counted = one.redis.count(&[somebody_else]).await;
    assert_eq!(counted, Some(Counted::Allowed { remaining: 2 }));
}

#[tokio::test]
async fn a_bucket_without_room_leaves_those_behind_it_alone() {
    let server = RedisServer::start().await;
    let node = Node::at(&server.url());
    let (narrow, wide) = (bucket("narrow", 1, MINUTE), bucket("wide", 9, MINUTE));
    node.counts(roomy()).await;

    let both = [narrow, wide];
    let first = node.redis.count(&both).await;
    assert_eq!(first, Some(Counted::Allowed { remaining: 0 }));
    for _ in 0..3 {
        let refused = node.redis.count(&both).await;
        assert!(matches!(refused, Some(Counted::Refused { bucket: 0, .. })));
    }
    let wide_alone = node.redis.count(&[wide]).await;
    assert_eq!(wide_alone, Some(Counted::Allowed { remaining: 7 }));
    let backwards = node.redis.count(&[wide, narrow]).await;
    assert!(matches!(
        backwards,
        Some(Counted::Refused { bucket: 1, .. })
    ));
}

#[tokio::test]
async fn room_comes_back_with_time() {
    let server = RedisServer::start().await;
    let node = Node::at(&server.url());
    let quick = bucket("quick", 1, Duration::from_millis(300));
    node.counts(roomy()).await;

    assert!(matches!(
        node.redis.count(&[quick]).await,
        Some(Counted::Allowed { .. })
    ));
    let Some(Counted::Refused { wait, .. }) = node.redis.count(&[quick]).await else {
        panic!("the second of one request was let in");
    };
    tokio::time::sleep(wait).await;
    assert!(matches!(
        node.redis.count(&[quick]).await,
        Some(Counted::Allowed { .. })
    ));
}

#[tokio::test]
async fn nobody_waits_for_a_redis_that_fails_and_it_counts_again_when_it_is_well() {
    let server = RedisServer::start().await;
    let wire = Proxy::to(server.address).await;
    let node = Node::at(&wire.url());
    let login = bucket("login", 100, MINUTE);
    node.counts(login).await;
    let mut used = 1;

    for fault in [
        Wire::Slow(Duration::from_secs(2)),
        Wire::Silent,
        Wire::Cut,
        Wire::Noisy("+nonsense\r\n"),
        Wire::Noisy("*4\r\n:1\r\n:0\r\n:-5\r\n:0\r\n"),
        Wire::Noisy("*4\r\n:0\r\n:7\r\n:0\r\n:9\r\n"),
        Wire::Noisy("-READONLY You can't write against a read only replica.\r\n"),
        Wire::Noisy("HTTP/1.1 400 Bad Request\r\n\r\n"),
    ] {
        wire.be(fault);
        let began = Instant::now();
        let counted = node.redis.count(&[login]).await;
        let waited = began.elapsed();
        assert_eq!(counted, None, "{fault:?}");
        // 30 of them are the budget; the rest is for a busy machine.
        assert!(waited < Duration::from_millis(50), "{fault:?}: {waited:?}");
        for _ in 0..20 {
            let began = Instant::now();
            assert_eq!(node.redis.count(&[login]).await, None, "{fault:?}");
            assert!(began.elapsed() < Duration::from_millis(50), "{fault:?}");
            tokio::time::sleep(Duration::from_millis(30)).await;
        }

        wire.be(Wire::Sound);
        let Counted::Allowed { remaining } = node.counts(login).await else {
            panic!("{fault:?}: refused");
        };
        // What was asked while answers got lost may have been counted.
        assert!(
            remaining < 100 - used,
            "{fault:?}: {remaining} after {used}"
        );
        used = 100 - remaining;
    }
    assert!(used < 60, "{used}");
}

#[tokio::test]
async fn a_redis_that_was_started_again_counts_from_the_beginning() {
    let server = RedisServer::start().await;
    let address = server.address;
    let node = Node::at(&server.url());
    let login = bucket("login", 5, MINUTE);
    node.counts(login).await;

    drop(server);
    assert_eq!(node.redis.count(&[login]).await, None);
    let _server = RedisServer::start_on(address).await;

    assert_eq!(node.counts(login).await, Counted::Allowed { remaining: 4 });
}

#[tokio::test]
async fn a_change_is_told_to_every_node() {
    let server = RedisServer::start().await;
    let (one, other) = (Node::at(&server.url()), Node::at(&server.url()));
    let (changed, quiet) = (tenant(), tenant());
    let nodes = [one.redis.freshness(), other.redis.freshness()];
    one.counts(roomy()).await;
    let mut made = Instant::now();
    for node in &nodes {
        made = kept(node, changed).await;
    }
    assert!(nodes.iter().all(|node| node.holds(changed, made)));

    one.redis.tell(changed);

    for node in &nodes {
        until("the change is not told", || !node.holds(changed, made)).await;
        assert!(node.holds(quiet, made));
    }
}

#[tokio::test]
async fn whoever_cannot_listen_shows_nothing_old_and_a_change_is_told_later() {
    let server = RedisServer::start().await;
    let wire = Proxy::to(server.address).await;
    let (teller, listener) = (Node::at(&wire.url()), Node::at(&server.url()));
    let heard = teller.redis.freshness();
    teller.counts(roomy()).await;
    listener.counts(roomy()).await;

    for fault in [Wire::Silent, Wire::Cut] {
        let changed = tenant();
        let elsewhere = listener.redis.freshness();
        kept(&heard, changed).await;
        let made = kept(&elsewhere, changed).await;

        wire.be(fault);
        let broken = Instant::now();
        teller.redis.tell(changed);
        until("it shows what is old", || !heard.holds(changed, made)).await;
        assert!(broken.elapsed() < Duration::from_secs(2), "{fault:?}");
        assert!(elsewhere.holds(changed, made), "{fault:?}");

        wire.be(Wire::Sound);
        until("the change is lost", || !elsewhere.holds(changed, made)).await;
    }
}
