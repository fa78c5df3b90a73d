//! The outbox: a fact leaves with its transaction, is handled at least once, and holds no other up.

use std::time::Duration;

use db::{Db, PoolOptions, RelayDb};
use kernel::ids::{MessageId, OrderId, PaymentId, ProductId};
use kernel::{Caller, Event};
use testkit::TestDb;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::keys::tenant;

const LEASE: Duration = Duration::from_secs(30);

fn order(number: u128) -> OrderId {
    OrderId::from_uuid(Uuid::from_u128(number))
}

/// Something that happened to that order.
fn fact(number: u128) -> Event {
    Event::PaymentDeclined {
        payment_id: PaymentId::from_uuid(Uuid::from_u128(number)),
        order_id: order(number),
    }
}

async fn publish(db: &Db, caller: &Caller, events: &[Event]) {
    let mut tx = db.begin(caller).await.unwrap();
    for event in events {
        tx.publish(event).await.unwrap();
    }
    tx.commit().await.unwrap();
}

fn connect(test: &TestDb) -> (Db, RelayDb) {
    (
        Db::connect(&test.app_url(), PoolOptions::default()).unwrap(),
        RelayDb::connect(&test.relay_url(), PoolOptions::default()).unwrap(),
    )
}

#[tokio::test]
async fn an_event_leaves_with_its_transaction_or_not_at_all() {
    let test = TestDb::new().await;
    let one = tenant(&test, 1).await;
    let (db, relay) = connect(&test);

    let mut tx = db.begin(&one).await.unwrap();
    tx.publish(&fact(1)).await.unwrap();
    drop(tx);
    publish(&db, &one, &[fact(2)]).await;

    let messages = relay.claim(10, LEASE).await.unwrap();

    assert_eq!(messages.len(), 1);
    assert_eq!(messages[0].event, fact(2));
    assert_eq!(messages[0].tenant_id, one.tenant_id());
    assert_eq!(messages[0].attempts, 1);
    assert_eq!(
        relay.claim(10, LEASE).await.unwrap().len(),
        0,
        "it is claimed already"
    );
}

#[tokio::test]
async fn facts_about_one_order_come_in_their_order() {
    let test = TestDb::new().await;
    let one = tenant(&test, 1).await;
    let (db, relay) = connect(&test);
    let declined = fact(1);
    let cancelled = Event::OrderCancelled { order_id: order(1) };
    publish(&db, &one, &[declined.clone(), cancelled.clone(), fact(2)]).await;

    let first = relay.claim(10, LEASE).await.unwrap();
    let events: Vec<_> = first.iter().map(|message| message.event.clone()).collect();
    assert_eq!(
        events.len(),
        2,
        "the second fact about the first order waits: {events:?}"
    );
    assert!(events.contains(&declined));

    let done: Vec<_> = first
        .iter()
        .map(|message| (message.tenant_id, message.id))
        .collect();
    relay.finish(&done).await.unwrap();
    let second = relay.claim(10, LEASE).await.unwrap();
    assert_eq!(second.len(), 1);
    assert_eq!(second[0].event, cancelled);
}

#[tokio::test]
async fn a_reminder_comes_at_its_time_and_a_dead_workers_claim_comes_back() {
    let test = TestDb::new().await;
    let one = tenant(&test, 1).await;
    let (db, relay) = connect(&test);
    let mut tx = db.begin(&one).await.unwrap();
    let reminder = Event::OrderExpiryDue { order_id: order(1) };
    tx.publish_at(
        &reminder,
        OffsetDateTime::UNIX_EPOCH + time::Duration::days(80_000),
    )
    .await
    .unwrap();
    tx.publish(&fact(2)).await.unwrap();
    tx.commit().await.unwrap();

    let claimed = relay.claim(10, Duration::ZERO).await.unwrap();
    assert_eq!(claimed.len(), 1);
    assert_eq!(claimed[0].event, fact(2));

    let again = relay.claim(10, LEASE).await.unwrap();
    assert_eq!(again.len(), 1, "its lease was over at once");
    assert_eq!(again[0].attempts, 2);
    assert_eq!(relay.backlog().await.unwrap(), (0, 0, 0));
}

#[tokio::test]
async fn a_quiet_tenant_does_not_wait_behind_a_noisy_one() {
    let test = TestDb::new().await;
    let (noisy, quiet) = (tenant(&test, 1).await, tenant(&test, 2).await);
    let (db, relay) = connect(&test);
    let many: Vec<Event> = (0..200)
        .map(|number| Event::ProductChanged {
            product_id: ProductId::from_uuid(Uuid::from_u128(number)),
        })
        .collect();
    publish(&db, &noisy, &many).await;
    publish(&db, &quiet, &many[..2]).await;

    let claimed = relay.claim(50, LEASE).await.unwrap();

    let of_quiet = claimed
        .iter()
        .filter(|message| message.tenant_id == quiet.tenant_id())
        .count();
    assert_eq!((claimed.len(), of_quiet), (22, 2));
}

#[tokio::test]
async fn what_cannot_be_handled_is_set_aside_and_frees_its_order() {
    let test = TestDb::new().await;
    let one = tenant(&test, 1).await;
    let (db, relay) = connect(&test);
    let facts = [fact(1), Event::OrderCancelled { order_id: order(1) }];
    publish(&db, &one, &facts).await;

    let poison = relay.claim(10, LEASE).await.unwrap().remove(0);
    relay.set_aside(&poison, "it cannot be read").await.unwrap();

    let next = relay.claim(10, LEASE).await.unwrap();
    assert_eq!(next.len(), 1);
    assert_eq!(next[0].event, facts[1]);
    assert_eq!(relay.backlog().await.unwrap().1, 1);
}

#[tokio::test]
async fn a_consumer_handles_a_message_once() {
    let test = TestDb::new().await;
    let one = tenant(&test, 1).await;
    let (db, _) = connect(&test);
    let message_id = MessageId::from_uuid(Uuid::from_u128(7));

    for expected in [true, false] {
        let mut tx = db.begin(&one).await.unwrap();
        assert_eq!(
            tx.note_handled("orders", message_id).await.unwrap(),
            expected
        );
        tx.commit().await.unwrap();
    }
    let mut tx = db.begin(&one).await.unwrap();
    assert!(tx.note_handled("billing", message_id).await.unwrap());
}
