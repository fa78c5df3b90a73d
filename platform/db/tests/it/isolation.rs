//! No context, no rows; and the context dies with its transaction, whatever happens to the request.

use std::time::Duration;

use db::{Db, PoolOptions};
use kernel::Caller;
use kernel::ids::TenantId;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use testkit::TestDb;
use uuid::Uuid;

fn pool_of(max: u32) -> PoolOptions {
    PoolOptions {
        max,
        acquire_timeout: Duration::from_secs(5),
    }
}

/// Two tenants, each with one storefront.
async fn two_tenants(db: &TestDb) -> [Caller; 2] {
    let mut superuser = PgConnection::connect(&db.superuser_url()).await.unwrap();
    let mut callers = Vec::new();
    for number in 1..=2 {
        let tenant_id = Uuid::from_u128(number);
        sqlx::query("insert into tenants (id, slug, name, created_at) values ($1, $2, $2, now())")
            .bind(tenant_id)
            .bind(format!("tenant-{number}"))
            .execute(&mut superuser)
            .await
            .unwrap();
        sqlx::query(
            "insert into storefronts (tenant_id, id, slug, name, locale, country, currency,
                                      tax_included, tax_rate_ppm, tax_name, brand, created_at)
             values ($1, $1, 'shop', 'Shop', 'en', 'DE', 'EUR', true, 190000, 'VAT', '{}', now())",
        )
        .bind(tenant_id)
        .execute(&mut superuser)
        .await
        .unwrap();
        callers.push(Caller::system(TenantId::from_uuid(tenant_id)));
    }
    callers.try_into().unwrap()
}

async fn visible_tenants(db: &Db, caller: &Caller) -> Vec<Uuid> {
    let mut tx = db.begin(caller).await.unwrap();
    sqlx::query_scalar("select tenant_id from storefronts")
        .fetch_all(tx.conn())
        .await
        .unwrap()
}

async fn tenant_tables(db: &TestDb) -> Vec<String> {
    let mut superuser = PgConnection::connect(&db.superuser_url()).await.unwrap();
    sqlx::query_scalar(
        "select relname::text from pg_class
          where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity
          order by relname",
    )
    .fetch_all(&mut superuser)
    .await
    .unwrap()
}

#[tokio::test]
async fn without_a_tenant_every_tenant_table_is_empty_and_refuses_rows() {
    let db = TestDb::new().await;
    two_tenants(&db).await;
    let tables = tenant_tables(&db).await;
    assert!(
        tables.len() > 30,
        "only {} tables are protected",
        tables.len()
    );

    let mut app = PgConnection::connect(&db.app_url()).await.unwrap();
    for table in tables {
        let select = format!("select count(*) from {table}");
        match sqlx::query_scalar::<_, i64>(AssertSqlSafe(select))
            .fetch_one(&mut app)
            .await
        {
            Ok(count) => assert_eq!(count, 0, "{table} shows rows without a tenant"),
            Err(error) => assert_denied(&error, &table),
        }
        let delete = format!("delete from {table}");
        match sqlx::query(AssertSqlSafe(delete)).execute(&mut app).await {
            Ok(done) => assert_eq!(
                done.rows_affected(),
                0,
                "{table} loses rows without a tenant"
            ),
            Err(error) => assert_denied(&error, &table),
        }
    }

    let refused = sqlx::query("insert into counters (tenant_id, name, value) values ($1, 'x', 1)")
        .bind(Uuid::from_u128(1))
        .execute(&mut app)
        .await
        .unwrap_err();
    assert_denied(&refused, "counters");
}

fn assert_denied(error: &sqlx::Error, table: &str) {
    let code = error
        .as_database_error()
        .and_then(sqlx::error::DatabaseError::code);
    assert_eq!(code.as_deref(), Some("42501"), "{table}: {error}");
}

#[tokio::test]
async fn a_tenant_sees_its_rows_and_cannot_write_anothers() {
    let db = TestDb::new().await;
    let [one, two] = two_tenants(&db).await;
    let app = Db::connect(&db.app_url(), pool_of(3)).unwrap();

    assert_eq!(visible_tenants(&app, &one).await, [one.tenant_id().uuid()]);
    assert_eq!(visible_tenants(&app, &two).await, [two.tenant_id().uuid()]);

    let mut tx = app.begin(&one).await.unwrap();
    let moved = sqlx::query("update storefronts set name = 'mine' where tenant_id = $1")
        .bind(two.tenant_id().uuid())
        .execute(tx.conn())
        .await
        .unwrap();
    assert_eq!(moved.rows_affected(), 0);
    let refused = sqlx::query("insert into counters (tenant_id, name, value) values ($1, 'x', 1)")
        .bind(two.tenant_id().uuid())
        .execute(tx.conn())
        .await
        .unwrap_err();
    assert_denied(&refused, "counters");
}

#[tokio::test]
async fn the_tenant_is_gone_after_commit_rollback_and_panic() {
    let db = TestDb::new().await;
    let [one, _] = two_tenants(&db).await;
    let app = Db::connect(&db.app_url(), pool_of(1)).unwrap();

    for end in ["commit", "drop", "panic"] {
        let (app2, one2) = (app.clone(), one.clone());
        let task = tokio::spawn(async move {
            let mut tx = app2.begin(&one2).await.unwrap();
            tx.next_number("orders").await.unwrap();
            match end {
                "commit" => tx.commit().await.unwrap(),
                "drop" => drop(tx),
                _ => panic!("a handler panics"),
            }
        });
        assert_eq!(task.await.is_err(), end == "panic");

        let mut tx = app.directory().await.unwrap();
        let (setting, rows): (Option<String>, i64) = sqlx::query_as(
            "select nullif(current_setting('app.tenant_id', true), ''),
                    (select count(*) from storefronts)",
        )
        .fetch_one(tx.conn())
        .await
        .unwrap();
        assert_eq!((setting, rows), (None, 0), "after {end}");
    }
}

/// T05: clients hang up at any moment, on a pool of three, in two tenants.
#[tokio::test(flavor = "multi_thread")]
async fn hanging_up_does_not_poison_the_pool() {
    let db = TestDb::new().await;
    let callers = two_tenants(&db).await;
    let app = Db::connect(&db.app_url(), pool_of(3)).unwrap();

    let mut tasks = Vec::new();
    for round in 0_u64..3000 {
        let (app, caller) = (
            app.clone(),
            callers[usize::try_from(round % 2).unwrap()].clone(),
        );
        let request = tokio::spawn(async move {
            let mut tx = app.begin(&caller).await.unwrap();
            let seen: Vec<Uuid> = sqlx::query_scalar("select tenant_id from storefronts")
                .fetch_all(tx.conn())
                .await
                .unwrap();
            assert_eq!(seen, [caller.tenant_id().uuid()]);
            tx.next_number("orders").await.unwrap();
            tx.commit().await.unwrap();
        });
        // From at once to well after the end, in steps that do not divide each other.
        tokio::time::sleep(Duration::from_micros(round * 7919 % 400)).await;
        request.abort();
        tasks.push(request);
    }
    for task in tasks {
        match task.await {
            Ok(()) => {}
            Err(gone) => assert!(gone.is_cancelled(), "a request saw something wrong: {gone}"),
        }
    }

    for caller in &callers {
        for _ in 0..20 {
            assert_eq!(
                visible_tenants(&app, caller).await,
                [caller.tenant_id().uuid()]
            );
        }
    }
    let mut superuser = PgConnection::connect(&db.superuser_url()).await.unwrap();
    let idle: i64 = sqlx::query_scalar(
        "select count(*) from pg_stat_activity
          where datname = current_database() and usename = 'stoa_app'
            and state like 'idle in transaction%'",
    )
    .fetch_one(&mut superuser)
    .await
    .unwrap();
    assert_eq!(idle, 0);
}

#[tokio::test]
async fn a_role_that_could_bypass_the_lock_is_recognised() {
    let db = TestDb::new().await;

    let app = Db::connect(&db.app_url(), pool_of(1)).unwrap();
    assert_eq!(app.check_role().await.unwrap(), Ok(()));

    for url in [db.owner_url(), db.superuser_url()] {
        let other = Db::connect(&url, pool_of(1)).unwrap();
        assert!(other.check_role().await.unwrap().is_err());
    }
}
