//! The outbox: a fact leaves with its transaction, is handled at least once, and holds no other up.

use std::time::Duration;

use db::{Db, RelayDb};
use kernel::ids::{MessageId, OrderId, PaymentId, StorefrontId, UserId};
use kernel::{Caller, Event, Lane};
use sqlx::{Connection, PgConnection};
use testkit::TestDb;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::keys::tenant;

const LEASE: Duration = Duration::from_secs(30);

fn order(number: u128) -> OrderId {
    OrderId::from_uuid(Uuid::from_u128(number))
}

/// Something that happened to that order.
pub(crate) fn fact(number: u128) -> Event {
    Event::PaymentDeclined {
        payment_id: PaymentId::from_uuid(Uuid::from_u128(number)),
        order_id: order(number),
    }
}

pub(crate) async fn publish(db: &Db, caller: &Caller, events: &[Event]) {
    let mut tx = db.begin(caller).await.unwrap();
    for event in events {
        tx.publish(event).await.unwrap();
    }
    tx.commit().await.unwrap();
}

pub(crate) fn connect(test: &TestDb) -> (Db, RelayDb) {
    (
        Db::connect(&test.app_url(), testkit::patient_pool()).unwrap(),
        RelayDb::connect(&test.relay_url(), testkit::patient_pool()).unwrap(),
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

    let messages = relay.claim(Lane::Orders, 10, LEASE).await.unwrap();

    assert_eq!(messages.len(), 1);
    assert_eq!(messages[0].event, fact(2));
    assert_eq!(messages[0].tenant_id, one.tenant_id());
    assert_eq!(messages[0].attempts, 1);
    assert_eq!(
        relay.claim(Lane::Orders, 10, LEASE).await.unwrap().len(),
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

    let first = relay.claim(Lane::Orders, 10, LEASE).await.unwrap();
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
    let second = relay.claim(Lane::Orders, 10, LEASE).await.unwrap();
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

    let claimed = relay.claim(Lane::Orders, 10, Duration::ZERO).await.unwrap();
    assert_eq!(claimed.len(), 1);
    assert_eq!(claimed[0].event, fact(2));

    let again = relay.claim(Lane::Orders, 10, LEASE).await.unwrap();
    assert_eq!(again.len(), 1, "its lease was over at once");
    assert_eq!(again[0].attempts, 2);
    let backlog = relay.backlog().await.unwrap();
    assert_eq!(
        (backlog.pending, backlog.dead, backlog.oldest_seconds),
        (0, 0, 0)
    );
}

#[tokio::test]
async fn a_quiet_tenant_does_not_wait_behind_a_noisy_one() {
    let test = TestDb::new().await;
    let (noisy, quiet) = (tenant(&test, 1).await, tenant(&test, 2).await);
    let (db, relay) = connect(&test);
    for count in [200_u128, 5_000] {
        let many: Vec<Event> = (1..=count)
            .map(|number| fact(10_000 * count + number))
            .collect();
        for some in many.chunks(1_000) {
            publish(&db, &noisy, some).await;
        }
        publish(&db, &quiet, &[fact(count), fact(count + 1)]).await;

        let claimed = relay.claim(Lane::Orders, 50, LEASE).await.unwrap();

        let of_quiet = claimed
            .iter()
            .filter(|message| message.tenant_id == quiet.tenant_id())
            .count();
        assert_eq!((claimed.len(), of_quiet), (22, 2));
    }
}

/// With more tenants that have something to do than places, each has its turn.
#[tokio::test]
async fn tenants_take_turns_when_there_are_more_than_places() {
    let test = TestDb::new().await;
    let (db, relay) = connect(&test);
    let mut tenants = Vec::new();
    for number in 1..=12 {
        let caller = tenant(&test, number).await;
        let many: Vec<Event> = (0..100).map(|order| fact(number * 1_000 + order)).collect();
        publish(&db, &caller, &many).await;
        tenants.push(caller.tenant_id());
    }

    let mut served = Vec::new();
    for _ in 0..3 {
        let claimed = relay.claim(Lane::Orders, 4, LEASE).await.unwrap();
        served.extend(claimed.iter().map(|message| message.tenant_id));
    }

    served.sort();
    tenants.sort();
    assert_eq!(
        served, tenants,
        "three claims of four serve twelve tenants once"
    );
}

/// However many wait for the one before them: when its lease is over it is claimed again, and they after it.
#[tokio::test]
async fn a_message_that_comes_again_is_found_behind_all_that_wait_for_it() {
    let test = TestDb::new().await;
    let one = tenant(&test, 1).await;
    let (db, relay) = connect(&test);
    let many: Vec<Event> = (0..1_500).map(|_| fact(1)).collect();
    publish(&db, &one, &many).await;
    publish(&db, &one, &[fact(2)]).await;

    let first = relay.claim(Lane::Orders, 4, Duration::ZERO).await.unwrap();
    let again = relay.claim(Lane::Orders, 4, Duration::ZERO).await.unwrap();

    assert_eq!((first.len(), again.len()), (1, 1));
    assert_eq!((again[0].id, again[0].attempts), (first[0].id, 2));
    let done = (first[0].tenant_id, first[0].id);
    relay.finish(&[done]).await.unwrap();
    let next = relay.claim(Lane::Orders, 4, LEASE).await.unwrap();
    assert_eq!((next.len(), next[0].attempts), (1, 1));
    assert_ne!(next[0].id, first[0].id);
}

/// What waits for a message that is under way does not stand in the way of its tenant's others.
#[tokio::test]
async fn those_that_wait_take_no_turns() {
    let test = TestDb::new().await;
    let one = tenant(&test, 1).await;
    let (db, relay) = connect(&test);
    let many: Vec<Event> = (0..50).map(|_| fact(1)).collect();
    publish(&db, &one, &many).await;
    publish(&db, &one, &[fact(2)]).await;
    let under_way = relay.claim(Lane::Orders, 1, LEASE).await.unwrap();
    assert_eq!(under_way[0].event, fact(1));

    let claimed = relay.claim(Lane::Orders, 10, LEASE).await.unwrap();

    let events: Vec<_> = claimed.into_iter().map(|message| message.event).collect();
    assert_eq!(events, [fact(2)]);
}

#[tokio::test]
async fn mail_has_places_of_its_own() {
    let test = TestDb::new().await;
    let one = tenant(&test, 1).await;
    let (db, relay) = connect(&test);
    let letter = Event::PasswordChanged {
        user_id: UserId::from_uuid(Uuid::from_u128(1)),
        storefront_id: StorefrontId::from_uuid(Uuid::from_u128(2)),
    };
    publish(&db, &one, &[letter.clone(), fact(1)]).await;

    let orders = relay.claim(Lane::Orders, 10, LEASE).await.unwrap();
    let mail = relay.claim(Lane::Mail, 10, LEASE).await.unwrap();

    let events = |messages: &[db::Message]| -> Vec<Event> {
        messages
            .iter()
            .map(|message| message.event.clone())
            .collect()
    };
    assert_eq!(events(&orders), [fact(1)]);
    assert_eq!(events(&mail), [letter]);
}

/// A worker that dies over a message, again and again, does not take every other one with it.
#[tokio::test]
async fn a_message_that_no_worker_survives_is_set_aside() {
    let test = TestDb::new().await;
    let one = tenant(&test, 1).await;
    let (db, relay) = connect(&test);
    publish(&db, &one, &[fact(1)]).await;

    for attempt in 1..=db::MOST_ATTEMPTS {
        let claimed = relay.claim(Lane::Orders, 10, Duration::ZERO).await.unwrap();
        assert_eq!(claimed[0].attempts, attempt);
    }

    assert_eq!(
        relay
            .claim(Lane::Orders, 10, Duration::ZERO)
            .await
            .unwrap()
            .len(),
        0
    );
    let backlog = relay.backlog().await.unwrap();
    assert_eq!(
        (backlog.pending, backlog.dead, backlog.oldest_seconds),
        (0, 1, 0)
    );
}

/// An outage is not the message's fault, however long it is.
#[tokio::test]
async fn an_outage_does_not_count_as_attempts() {
    let test = TestDb::new().await;
    let one = tenant(&test, 1).await;
    let (db, relay) = connect(&test);
    publish(&db, &one, &[fact(1)]).await;

    for times in 0..db::MOST_ATTEMPTS + 5 {
        let claimed = relay.claim(Lane::Orders, 10, LEASE).await.unwrap();
        assert_eq!((claimed[0].attempts, claimed[0].postponed), (1, times));
        relay
            .postpone(&claimed[0], Duration::ZERO, "it is out")
            .await
            .unwrap();
    }
}

/// What a message says of a person does not outlive its handling.
#[tokio::test]
async fn what_is_set_aside_names_nobody() {
    let test = TestDb::new().await;
    let one = tenant(&test, 1).await;
    let (db, relay) = connect(&test);
    let gone = Event::AccountDeleted {
        user_id: UserId::from_uuid(Uuid::from_u128(1)),
        email: kernel::contact::Email::parse("ann@example.com").unwrap(),
        first_name: "Ann".to_owned(),
        storefront_id: StorefrontId::from_uuid(Uuid::from_u128(2)),
    };
    publish(&db, &one, &[gone]).await;

    let claimed = relay.claim(Lane::Mail, 10, LEASE).await.unwrap();
    relay.set_aside(&claimed[0], "refused").await.unwrap();

    let mut superuser = PgConnection::connect(&test.superuser_url()).await.unwrap();
    let kept: serde_json::Value = sqlx::query_scalar("select payload from outbox")
        .fetch_one(&mut superuser)
        .await
        .unwrap();
    let kept: Vec<&str> = kept
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(kept, ["storefront_id", "type", "user_id"]);
}

#[tokio::test]
async fn what_cannot_be_handled_is_set_aside_and_frees_its_order() {
    let test = TestDb::new().await;
    let one = tenant(&test, 1).await;
    let (db, relay) = connect(&test);
    let facts = [fact(1), Event::OrderCancelled { order_id: order(1) }];
    publish(&db, &one, &facts).await;

    let poison = relay
        .claim(Lane::Orders, 10, LEASE)
        .await
        .unwrap()
        .remove(0);
    relay.set_aside(&poison, "it cannot be read").await.unwrap();

    let next = relay.claim(Lane::Orders, 10, LEASE).await.unwrap();
    assert_eq!(next.len(), 1);
    assert_eq!(next[0].event, facts[1]);
    assert_eq!(relay.backlog().await.unwrap().dead, 1);
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
