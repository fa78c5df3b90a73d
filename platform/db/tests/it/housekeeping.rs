//! The relay forgets what is over, of every tenant, and can touch nothing else.

use std::time::Duration;

use db::{PoolOptions, RelayDb};
use sqlx::{Connection, PgConnection};
use testkit::TestDb;

use crate::keys::tenant;

const DAY: Duration = Duration::from_hours(24);

async fn rows(superuser: &mut PgConnection, query: &'static str) -> Vec<String> {
    sqlx::query_scalar(query)
        .fetch_all(superuser)
        .await
        .unwrap()
}

#[tokio::test]
async fn keys_are_forgotten_when_their_time_is_over() {
    let test = TestDb::new().await;
    tenant(&test, 1).await;
    tenant(&test, 2).await;
    let relay = RelayDb::connect(&test.relay_url(), PoolOptions::default()).unwrap();
    let mut superuser = PgConnection::connect(&test.superuser_url()).await.unwrap();
    sqlx::query(
        "insert into idempotency_keys (tenant_id, principal, key, operation, fingerprint,
                                       locked_until, created_at, expires_at)
         select t.id, 'cart_1', t.slug || k.key, 'checkout', '', now(), now(), now() + k.lifetime
           from tenants t, (values ('-old', interval '-1 s'), ('-new', interval '1 h')) k (key, lifetime)",
    )
    .execute(&mut superuser)
    .await
    .unwrap();

    assert_eq!(relay.forget_keys().await.unwrap(), 2);
    assert_eq!(relay.forget_keys().await.unwrap(), 0);

    let kept = rows(
        &mut superuser,
        "select key from idempotency_keys order by 1",
    )
    .await;
    assert_eq!(kept, ["tenant-1-new", "tenant-2-new"]);
    let mut tx = relay.begin().await.unwrap();
    let everything = sqlx::query("delete from idempotency_keys").execute(tx.conn());
    assert_eq!(everything.await.unwrap().rows_affected(), 0);
    let answers = sqlx::query("select body from idempotency_keys").execute(tx.conn());
    assert!(answers.await.is_err());
}

#[tokio::test]
async fn what_was_handled_is_forgotten_after_the_message_and_never_before() {
    let test = TestDb::new().await;
    tenant(&test, 1).await;
    let relay = RelayDb::connect(&test.relay_url(), PoolOptions::default()).unwrap();
    let mut superuser = PgConnection::connect(&test.superuser_url()).await.unwrap();
    for statement in [
        "insert into inbox (tenant_id, consumer, message_id, handled_at)
         select id, age || ' ' || there, md5(age || there)::uuid, now() - age::interval
           from tenants, unnest(array['2 days', '26 hours', '23 hours']) age,
                unnest(array['gone', 'waiting']) there",
        "insert into outbox (tenant_id, id, topic, aggregate, payload)
         select tenant_id, message_id, 'topic', 'aggregate', '{}' from inbox
          where consumer like '% waiting'",
    ] {
        sqlx::query(statement)
            .execute(&mut superuser)
            .await
            .unwrap();
    }
    let consumers = "select consumer from inbox order by 1";

    assert_eq!(relay.forget_handled(DAY * 30).await.unwrap(), 0);
    // Nothing younger than a day is shown to the relay, whatever it asks for.
    assert_eq!(relay.forget_handled(Duration::ZERO).await.unwrap(), 2);

    let kept = rows(&mut superuser, consumers).await;
    assert_eq!(
        kept,
        [
            "2 days waiting",
            "23 hours gone",
            "23 hours waiting",
            "26 hours waiting"
        ]
    );
}
