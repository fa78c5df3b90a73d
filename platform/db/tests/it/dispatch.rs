//! Tickets for messages of the outbox: whoever takes a message on first has it, and nothing is lost.

use std::time::Duration;

use db::{Db, RelayDb};
use kernel::Lane;
use kernel::ports::WorkTicket;
use testkit::TestDb;

use crate::keys::tenant;
use crate::messages::{connect, fact, publish};

const LEASE: Duration = Duration::from_secs(30);

/// One message, and its ticket.
async fn one(test: &TestDb) -> (Db, RelayDb, WorkTicket) {
    let caller = tenant(test, 1).await;
    let (db, relay) = connect(test);
    publish(&db, &caller, &[fact(1)]).await;
    let tickets = relay.dispatch(Lane::Orders, 10, LEASE).await.unwrap();
    assert_eq!(tickets.len(), 1);
    (db, relay, tickets[0])
}

#[tokio::test]
async fn of_equal_tickets_one_is_void_and_so_is_one_of_a_message_that_is_done() {
    let test = TestDb::new().await;
    let (_db, relay, ticket) = one(&test).await;
    assert_eq!((ticket.attempts, ticket.postponed), (0, 0));
    assert_eq!(relay.dispatch(Lane::Orders, 10, LEASE).await.unwrap(), []);

    let (first, second) = tokio::join!(relay.take(&ticket, LEASE), relay.take(&ticket, LEASE));
    let taken: Vec<_> = [first.unwrap(), second.unwrap()]
        .into_iter()
        .flatten()
        .collect();
    assert_eq!(taken.len(), 1);
    assert_eq!((&taken[0].event, taken[0].attempts), (&fact(1), 1));

    relay
        .finish(&[(taken[0].tenant_id, taken[0].id)])
        .await
        .unwrap();
    assert!(relay.take(&ticket, LEASE).await.unwrap().is_none());
}

#[tokio::test]
async fn a_message_that_failed_comes_with_another_ticket() {
    let test = TestDb::new().await;
    let (_db, relay, ticket) = one(&test).await;
    let message = relay.take(&ticket, LEASE).await.unwrap().unwrap();
    relay
        .retry(&message, Duration::ZERO, "it failed")
        .await
        .unwrap();
    let again = relay.dispatch(Lane::Orders, 10, LEASE).await.unwrap();
    assert_eq!((again[0].attempts, again[0].postponed), (1, 0));
    assert!(relay.take(&ticket, LEASE).await.unwrap().is_none());

    // An outage does not count as an attempt, and makes the ticket void as well.
    let message = relay.take(&again[0], LEASE).await.unwrap().unwrap();
    relay
        .postpone(&message, Duration::ZERO, "out")
        .await
        .unwrap();
    let third = relay.dispatch(Lane::Orders, 10, LEASE).await.unwrap();
    assert_eq!((third[0].attempts, third[0].postponed), (1, 1));
    assert!(relay.take(&again[0], LEASE).await.unwrap().is_none());
    assert!(relay.take(&third[0], LEASE).await.unwrap().is_some());
}

#[tokio::test]
async fn what_no_queue_took_is_ready_again_and_what_it_lost_too() {
    let test = TestDb::new().await;
    let (_db, relay, ticket) = one(&test).await;
    relay.release(&[ticket]).await.unwrap();
    let again = relay
        .dispatch(Lane::Orders, 10, Duration::ZERO)
        .await
        .unwrap();
    assert_eq!(again, [ticket]);
    // The queue lost it, and its lease was over at once.
    assert_eq!(
        relay.dispatch(Lane::Orders, 10, LEASE).await.unwrap(),
        [ticket]
    );

    // Whoever works on it keeps it, whatever the queue says it did not take.
    relay.take(&ticket, LEASE).await.unwrap().unwrap();
    relay.release(&[ticket]).await.unwrap();
    assert_eq!(relay.dispatch(Lane::Orders, 10, LEASE).await.unwrap(), []);
}

#[tokio::test]
async fn a_message_that_no_worker_survives_is_set_aside() {
    let test = TestDb::new().await;
    let (_db, relay, _) = one(&test).await;
    let mut taken = 0;
    loop {
        let ticket = ticket_of(&relay).await;
        let Some(_) = relay.take(&ticket, Duration::ZERO).await.unwrap() else {
            break;
        };
        taken += 1;
    }
    assert_eq!(taken, db::MOST_ATTEMPTS);
    assert_eq!(relay.backlog().await.unwrap().dead, 1);
}

/// A ticket of the only message, as it would be made now.
async fn ticket_of(relay: &RelayDb) -> WorkTicket {
    let mut tx = relay.begin().await.unwrap();
    let (tenant_id, message_id, attempts, postponed) =
        sqlx::query_as("select tenant_id, id, attempts, postponed from outbox")
            .fetch_one(tx.conn())
            .await
            .unwrap();
    WorkTicket {
        tenant_id,
        message_id,
        attempts,
        postponed,
    }
}
