//! The worker: what one message does to the others. Nothing, whatever it does.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use db::{Db, Message, RelayDb};
use kernel::ids::{OrderId, PaymentId, StorefrontId, TenantId, UserId};
use kernel::{Caller, Case, Event, Fault};
use sqlx::{Connection, PgConnection};
use stoa::worker::{Consumer, Worker, WorkerSettings};
use testkit::TestDb;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

/// How long a test waits for what should happen at once.
const LONG: Duration = Duration::from_secs(20);

#[derive(Debug, thiserror::Error)]
#[error("never")]
struct Never;

impl Fault for Never {
    fn case(&self) -> Case {
        Case::INTERNAL
    }
}

struct Place {
    test: TestDb,
    db: Db,
    relay: RelayDb,
    tenant: Caller,
}

impl Place {
    async fn new() -> Self {
        let test = TestDb::new().await;
        let mut superuser = PgConnection::connect(&test.superuser_url()).await.unwrap();
        let tenant_id = TenantId::from_uuid(Uuid::from_u128(1));
        sqlx::query(
            "insert into tenants (id, slug, name, created_at) values ($1, 'a', 'A', now())",
        )
        .bind(tenant_id.uuid())
        .execute(&mut superuser)
        .await
        .unwrap();
        Self {
            db: Db::connect(&test.app_url(), testkit::patient_pool()).unwrap(),
            relay: RelayDb::connect(&test.relay_url(), testkit::patient_pool()).unwrap(),
            tenant: Caller::system(tenant_id),
            test,
        }
    }

    async fn publish(&self, events: &[Event]) {
        let mut tx = self.db.begin(&self.tenant).await.unwrap();
        for event in events {
            tx.publish(event).await.unwrap();
        }
        tx.commit().await.unwrap();
    }

    /// Runs a worker with `consumer` until `seen` has so many entries.
    async fn work(&self, consumer: Consumer, seen: &Arc<Mutex<Vec<Event>>>, until: usize) {
        let stop = CancellationToken::new();
        let settings = WorkerSettings {
            deadline: Duration::from_millis(500),
            poll: Duration::from_millis(20),
            ..WorkerSettings::default()
        };
        let worker = Worker::new(self.relay.clone(), vec![consumer], settings, stop.clone());
        let arrived = Notify::new();
        let run = worker.run(|| async { Ok::<_, Never>(0) }, &arrived);
        let wait = async {
            while seen.lock().unwrap().len() < until {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            stop.cancel();
        };
        let both = async { tokio::join!(run, wait) };
        tokio::time::timeout(LONG, both)
            .await
            .expect("the worker goes on");
    }

    async fn error_of(&self, topic: &str) -> (i32, i32, String) {
        let mut superuser = PgConnection::connect(&self.test.superuser_url())
            .await
            .unwrap();
        sqlx::query_as("select attempts, postponed, last_error from outbox where topic = $1")
            .bind(topic)
            .fetch_one(&mut superuser)
            .await
            .unwrap()
    }
}

fn declined(number: u128) -> Event {
    Event::PaymentDeclined {
        payment_id: PaymentId::from_uuid(Uuid::from_u128(number)),
        order_id: OrderId::from_uuid(Uuid::from_u128(number)),
    }
}

fn cancelled() -> Event {
    Event::OrderCancelled {
        order_id: OrderId::from_uuid(Uuid::from_u128(77)),
    }
}

fn letter(number: u128) -> Event {
    Event::PasswordChanged {
        user_id: UserId::from_uuid(Uuid::from_u128(number)),
        storefront_id: StorefrontId::from_uuid(Uuid::from_u128(1)),
    }
}

/// Notes every message but those that `odd` says are strange, which it leaves to `strange`.
fn noting<R>(
    seen: &Arc<Mutex<Vec<Event>>>,
    strange: impl Fn(&Event) -> Option<R> + Send + Sync + 'static,
) -> Consumer
where
    R: Future<Output = ()> + Send + 'static,
{
    let seen = Arc::clone(seen);
    Consumer::new("test", move |message: Message| {
        let (seen, odd) = (Arc::clone(&seen), strange(&message.event));
        async move {
            if let Some(odd) = odd {
                odd.await;
            }
            seen.lock().unwrap().push(message.event);
            Ok::<(), Never>(())
        }
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_that_panics_fails_alone() {
    let place = Place::new().await;
    let seen = Arc::new(Mutex::new(Vec::new()));
    let consumer = noting(&seen, |event| {
        (*event == cancelled()).then_some(async { panic!("a bug in a dependency") })
    });
    place.publish(&[cancelled()]).await;
    place
        .publish(&(1..=30).map(declined).collect::<Vec<_>>())
        .await;

    place.work(consumer, &seen, 30).await;

    let (attempts, postponed, why) = place.error_of("order.cancelled").await;
    assert!(attempts >= 1, "{attempts}");
    assert_eq!(
        (postponed, why.as_str()),
        (0, "test: panicked: a bug in a dependency")
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_that_never_ends_is_given_up_and_tried_later() {
    let place = Place::new().await;
    let seen = Arc::new(Mutex::new(Vec::new()));
    let consumer = noting(&seen, |event| {
        (*event == cancelled()).then_some(std::future::pending::<()>())
    });
    place.publish(&[cancelled()]).await;
    place
        .publish(&(1..=30).map(declined).collect::<Vec<_>>())
        .await;

    place.work(consumer, &seen, 30).await;

    let (_, postponed, why) = place.error_of("order.cancelled").await;
    assert!(postponed >= 1, "{postponed}");
    assert_eq!(why, "test: did not finish within 0 s");
}

/// A mail server that accepts and says nothing holds up mail, and no order.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mail_that_hangs_delays_no_money() {
    let place = Place::new().await;
    let seen = Arc::new(Mutex::new(Vec::new()));
    let consumer = noting(&seen, |event| {
        matches!(event, Event::PasswordChanged { .. }).then_some(std::future::pending::<()>())
    });
    place
        .publish(&(1..=150).map(letter).collect::<Vec<_>>())
        .await;
    place
        .publish(&(1..=100).map(declined).collect::<Vec<_>>())
        .await;

    place.work(consumer, &seen, 100).await;

    let seen = seen.lock().unwrap();
    assert!(
        seen.iter()
            .all(|event| matches!(event, Event::PaymentDeclined { .. }))
    );
}
