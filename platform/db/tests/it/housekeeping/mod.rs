//! The relay forgets what is older than its retention, of every tenant, and can touch nothing else.

mod rows;

use db::{RETENTIONS, RelayDb, Retention};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use testkit::TestDb;

use self::rows::{ROWS, SHOP};
use crate::keys::tenant;

struct Place {
    test: TestDb,
    relay: RelayDb,
    superuser: PgConnection,
}

impl Place {
    async fn new() -> Self {
        let test = TestDb::new().await;
        tenant(&test, 1).await;
        tenant(&test, 2).await;
        let relay = RelayDb::connect(&test.relay_url(), testkit::patient_pool()).unwrap();
        let superuser = PgConnection::connect(&test.superuser_url()).await.unwrap();
        let mut place = Self {
            test,
            relay,
            superuser,
        };
        place.run(SHOP).await;
        place
    }

    async fn run(&mut self, statements: impl Into<String>) {
        sqlx::raw_sql(AssertSqlSafe(statements.into()))
            .execute(&mut self.superuser)
            .await
            .unwrap();
    }

    async fn count(&mut self, rows: &str) -> i64 {
        sqlx::query_scalar(AssertSqlSafe(format!("select count(*) from {rows}")))
            .fetch_one(&mut self.superuser)
            .await
            .unwrap()
    }

    /// Inserts rows of a kind that are so many seconds older than the kind's retention.
    async fn insert(&mut self, retention: &Retention, number: u8, older_by: i64) {
        let (_, insert, _) = rows_of(retention.kind);
        let seconds = i64::try_from(retention.age.as_secs()).unwrap() + older_by;
        let at = format!("(now() - interval '{seconds} s')");
        let statement = insert
            .replace("{at}", &at)
            .replace("{n}", &number.to_string());
        self.run(statement).await;
    }
}

fn rows_of(kind: &str) -> &'static (&'static str, &'static str, &'static str) {
    let mut rows = ROWS.iter();
    rows.find(|rows| rows.0 == kind)
        .unwrap_or_else(|| panic!("no rows of {kind}"))
}

fn retention(kind: &str) -> &'static Retention {
    RETENTIONS.iter().find(|it| it.kind == kind).unwrap()
}

#[tokio::test]
async fn rows_of_every_kind_are_forgotten_when_their_time_is_over_and_not_before() {
    for retention in RETENTIONS {
        let mut place = Place::new().await;
        let (kind, _, rows) = rows_of(retention.kind);
        place.insert(retention, 1, 1).await;
        let old = place.count(rows).await;
        // Some seconds younger, for a machine that is busy.
        place.insert(retention, 2, -30).await;
        assert!(old >= 2, "{kind}");
        assert_eq!(place.count(rows).await, 2 * old, "{kind}");

        let forgotten = place.relay.forget(retention).await.unwrap();

        assert_eq!(forgotten, u64::try_from(old).unwrap(), "{kind}");
        assert_eq!(place.count(rows).await, old, "{kind}");
        assert_eq!(place.relay.forget(retention).await.unwrap(), 0, "{kind}");
    }
}

/// The policies of the role, not the statements, are what keeps the rest.
#[tokio::test]
async fn the_relay_cannot_delete_what_is_younger_whatever_it_asks_for() {
    let mut place = Place::new().await;
    for kind in [
        "idempotency_keys",
        "sessions",
        "refresh_tokens",
        "carts",
        "reservations",
        "inbox",
    ] {
        place.insert(retention(kind), 1, 1).await;
        place.insert(retention(kind), 2, -30).await;
        let (_, _, rows) = rows_of(kind);
        let both = place.count(rows).await;
        let mut tx = place.relay.begin().await.unwrap();
        let delete = format!("delete from {kind}");
        let done = sqlx::query(AssertSqlSafe(delete)).execute(tx.conn()).await;
        let deleted = i64::try_from(done.unwrap().rows_affected()).unwrap();
        tx.commit().await.unwrap();
        assert_eq!(deleted * 2, both, "{kind}");
    }
    for secret in [
        "select body from idempotency_keys",
        "select email from carts",
        "select quantity from reservations",
        "select session_id from refresh_tokens",
    ] {
        let mut tx = place.relay.begin().await.unwrap();
        let read = sqlx::query(AssertSqlSafe(secret)).execute(tx.conn()).await;
        assert!(read.is_err(), "{secret}");
    }
}

#[tokio::test]
async fn a_cart_with_an_order_stays_and_so_does_one_that_is_used_after_all() {
    let mut place = Place::new().await;
    for kind in ["carts", "unused_carts"] {
        place.insert(retention(kind), 1, 1).await;
    }
    place
        .run("update carts set order_id = gen_random_uuid() where tenant_id::text like '%1'")
        .await;
    let mut shopper = PgConnection::connect(&place.test.superuser_url())
        .await
        .unwrap();
    let mut change = shopper.begin().await.unwrap();
    sqlx::query("update carts set updated_at = now(), version = version + 1")
        .execute(&mut *change)
        .await
        .unwrap();

    let forget = async {
        let mut forgotten = 0;
        for kind in ["carts", "unused_carts"] {
            forgotten += place.relay.forget(retention(kind)).await.unwrap();
        }
        forgotten
    };
    let commit = async {
        place.test.until_waiting(1).await;
        change.commit().await.unwrap();
    };
    let (forgotten, ()) = tokio::join!(forget, commit);

    assert_eq!(forgotten, 0);
    assert_eq!(place.count("carts").await, 4);
}

#[tokio::test]
async fn reservations_of_orders_that_may_still_be_paid_stay() {
    let mut place = Place::new().await;
    let reservations = retention("reservations");
    place.insert(reservations, 1, 86400).await;
    place.run("update reservations set status = 'active'").await;

    assert_eq!(place.relay.forget(reservations).await.unwrap(), 0);
}

#[tokio::test]
async fn what_was_handled_is_remembered_as_long_as_the_message_may_come_again() {
    let mut place = Place::new().await;
    let inbox = retention("inbox");
    place.insert(inbox, 1, 86400).await;
    place
        .run(
            "insert into outbox (tenant_id, id, topic, aggregate, payload)
             select tenant_id, message_id, 'topic', 'aggregate', '{}' from inbox",
        )
        .await;

    assert_eq!(place.relay.forget(inbox).await.unwrap(), 0);
    place.run("delete from outbox").await;
    assert_eq!(place.relay.forget(inbox).await.unwrap(), 2);
}

#[tokio::test]
async fn messages_and_webhooks_that_wait_are_never_forgotten() {
    let mut place = Place::new().await;
    place
        .run(
            "insert into outbox (tenant_id, id, topic, aggregate, payload, created_at, available_at)
             select id, id, 'topic', 'aggregate', '{}', now() - interval '1 year', now() - interval '1 year'
               from tenants;
             insert into webhook_events (provider, event_id, type, object_id, livemode, payload, received_at,
                                         status, available_at)
             values ('stripe', 'evt_1', 'type', '', false, '{}', now() - interval '1 year', 'received',
                     now() - interval '1 year')",
        )
        .await;

    for retention in RETENTIONS {
        assert_eq!(place.relay.forget(retention).await.unwrap(), 0);
    }
}
