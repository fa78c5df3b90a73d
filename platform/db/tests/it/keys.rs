//! Numbers and keys: what a tenant's transaction offers beside its rows.

use db::{Claim, ClaimKey, Db, Stored};
use kernel::Caller;
use kernel::ids::TenantId;
use serde_json::json;
use sqlx::{Connection, PgConnection};
use testkit::TestDb;
use time::macros::datetime;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

const NOON: OffsetDateTime = datetime!(2026-11-23 12:00 UTC);

pub(crate) async fn tenant(db: &TestDb, number: u128) -> Caller {
    let mut superuser = PgConnection::connect(&db.superuser_url()).await.unwrap();
    sqlx::query("insert into tenants (id, slug, name, created_at) values ($1, $2, $2, now())")
        .bind(Uuid::from_u128(number))
        .bind(format!("tenant-{number}"))
        .execute(&mut superuser)
        .await
        .unwrap();
    Caller::system(TenantId::from_uuid(Uuid::from_u128(number)))
}

fn claim<'a>(key: &'a str, request: &'a [u8], now: OffsetDateTime) -> ClaimKey<'a> {
    ClaimKey {
        principal: "cart_1",
        key,
        operation: "checkout",
        request,
        now,
    }
}

#[tokio::test]
async fn numbers_count_up_in_each_tenant_alone() {
    let test = TestDb::new().await;
    let (one, two) = (tenant(&test, 1).await, tenant(&test, 2).await);
    let db = Db::connect(&test.app_url(), testkit::patient_pool()).unwrap();

    for (caller, expected) in [(&one, 1), (&one, 2), (&two, 1), (&one, 3)] {
        let mut tx = db.begin(caller).await.unwrap();
        assert_eq!(tx.next_number("orders").await.unwrap(), expected);
        tx.commit().await.unwrap();
    }
    let mut tx = db.begin(&one).await.unwrap();
    assert_eq!(tx.next_number("orders").await.unwrap(), 4);
    drop(tx);
    let mut tx = db.begin(&one).await.unwrap();
    assert_eq!(
        tx.next_number("orders").await.unwrap(),
        4,
        "a number that was not kept is free"
    );
}

#[tokio::test]
async fn a_key_runs_once_and_answers_ever_after() {
    let test = TestDb::new().await;
    let (one, two) = (tenant(&test, 1).await, tenant(&test, 2).await);
    let db = Db::connect(&test.app_url(), testkit::patient_pool()).unwrap();
    let answer = Stored {
        status: 201,
        body: json!({"order": 1}),
    };

    let mut tx = db.begin(&one).await.unwrap();
    assert_eq!(
        tx.claim_key(&claim("key-0001", b"a", NOON)).await.unwrap(),
        Claim::Run
    );
    tx.commit().await.unwrap();

    let mut tx = db.begin(&one).await.unwrap();
    assert_eq!(
        tx.claim_key(&claim("key-0001", b"a", NOON)).await.unwrap(),
        Claim::InFlight
    );
    assert_eq!(
        tx.claim_key(&claim("key-0001", b"b", NOON)).await.unwrap(),
        Claim::Mismatch
    );
    let later = NOON + Duration::seconds(61);
    assert_eq!(
        tx.claim_key(&claim("key-0001", b"a", later)).await.unwrap(),
        Claim::Resume("started".into())
    );
    tx.advance_key("cart_1", "key-0001", "order_placed", later)
        .await
        .unwrap();
    assert_eq!(
        tx.claim_key(&claim("key-0001", b"a", later)).await.unwrap(),
        Claim::Resume("order_placed".into())
    );
    tx.finish_key("cart_1", "key-0001", &answer).await.unwrap();
    assert_eq!(
        tx.claim_key(&claim("key-0001", b"a", later)).await.unwrap(),
        Claim::Replay(answer)
    );
    tx.commit().await.unwrap();

    let mut tx = db.begin(&two).await.unwrap();
    assert_eq!(
        tx.claim_key(&claim("key-0001", b"b", NOON)).await.unwrap(),
        Claim::Run,
        "the same key in another tenant is another key"
    );
    drop(tx);

    let mut tx = db.begin(&one).await.unwrap();
    let next_week = NOON + Duration::days(7);
    assert_eq!(
        tx.claim_key(&claim("key-0001", b"b", next_week))
            .await
            .unwrap(),
        Claim::Run,
        "a key is forgotten after its time"
    );
}

#[tokio::test]
async fn of_two_requests_with_one_key_one_runs() {
    let test = TestDb::new().await;
    let one = tenant(&test, 1).await;
    let db = Db::connect(&test.app_url(), testkit::patient_pool()).unwrap();

    let attempt = async || {
        let mut tx = db.begin(&one).await.unwrap();
        let verdict = tx.claim_key(&claim("key-0001", b"a", NOON)).await.unwrap();
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        tx.commit().await.unwrap();
        verdict
    };
    let verdicts = tokio::join!(attempt(), attempt());

    assert!(
        matches!(
            verdicts,
            (Claim::Run, Claim::InFlight) | (Claim::InFlight, Claim::Run)
        ),
        "{verdicts:?}"
    );
}
