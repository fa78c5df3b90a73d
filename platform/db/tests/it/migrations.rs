//! Migrations: two at once are safe, and a second run finds nothing to do.

use sqlx::{AssertSqlSafe, Connection, PgConnection};
use testkit::TestDb;
use url::Url;

/// An empty database on the test server, owned by `stoa_owner`.
async fn empty_database(db: &TestDb, name: &str) -> String {
    let mut superuser = PgConnection::connect(&db.superuser_url()).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(format!(
        "create database {name} owner stoa_owner"
    )))
    .execute(&mut superuser)
    .await
    .unwrap();
    let mut url = Url::parse(&db.owner_url()).unwrap();
    url.set_path(name);
    url.into()
}

#[tokio::test]
async fn two_programs_that_migrate_at_once_apply_everything_once() {
    let db = TestDb::new().await;
    let name = format!(
        "stoa_run_{}_migrations",
        time::UtcDateTime::now().unix_timestamp()
    );
    let url = empty_database(&db, &name).await;

    let migrate = async || {
        let mut owner = PgConnection::connect(&url).await.unwrap();
        db::migrate::run(&mut owner).await.unwrap()
    };
    let (one, other) = tokio::join!(migrate(), migrate());

    assert_eq!(one.min(other), 0);
    assert!(one.max(other) >= 9);
    assert_eq!(migrate().await, 0);

    let mut superuser = PgConnection::connect(&db.superuser_url()).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(format!("drop database {name} with (force)")))
        .execute(&mut superuser)
        .await
        .unwrap();
}
