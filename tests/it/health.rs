//! When a process says that it is ready, and what asking costs.

use std::time::Duration;

use db::{Db, PoolOptions};
use gateway::health::Readiness;
use sqlx::{Connection, PgConnection};
use testkit::TestDb;

/// Longer than a finding is reused.
const STALE: Duration = Duration::from_millis(600);

#[tokio::test]
async fn one_look_at_the_database_answers_everybody_for_a_while() {
    let test = TestDb::new().await;
    let options = PoolOptions {
        max: 1,
        acquire_timeout: Duration::from_millis(200),
    };
    let db = Db::connect(&test.app_url(), options).unwrap();
    let readiness = Readiness::new(db.clone());

    let only_connection = db.directory().await.unwrap();
    let crowd = (0..50).map(|_| readiness.failing());
    let began = tokio::time::Instant::now();
    for failing in futures_util::future::join_all(crowd).await {
        assert_eq!(failing, ["database"]);
    }
    assert!(began.elapsed() < Duration::from_millis(800));
    drop(only_connection);

    assert_eq!(readiness.failing().await, ["database"]);
    tokio::time::sleep(STALE).await;
    assert_eq!(readiness.failing().await, [""; 0]);
}

#[tokio::test]
async fn a_process_is_not_ready_before_the_schema_is_as_new_as_itself() {
    let test = TestDb::new().await;
    let db = Db::connect(&test.app_url(), PoolOptions::default()).unwrap();
    let readiness = Readiness::new(db);
    let mut owner = PgConnection::connect(&test.owner_url()).await.unwrap();
    let mut migrations = async |by: &'static str| {
        let move_all = sqlx::query(by).execute(&mut owner);
        move_all.await.unwrap();
        tokio::time::sleep(STALE).await;
    };

    migrations("update refinery_schema_history set version = version - 2000").await;
    assert_eq!(readiness.failing().await, ["schema"]);

    migrations("update refinery_schema_history set version = version + 2000").await;
    assert_eq!(readiness.failing().await, [""; 0]);
}

/// The version before a release works on the schema of the release; one that lacks a migration in
/// between does not.
#[tokio::test]
async fn the_newest_migration_alone_does_not_make_a_process_ready() {
    let test = TestDb::new().await;
    let mut owner = PgConnection::connect(&test.owner_url()).await.unwrap();
    let later = "insert into refinery_schema_history
                 select version + 1000, name, applied_on, checksum from refinery_schema_history
                  order by version desc limit 1";
    sqlx::query(later).execute(&mut owner).await.unwrap();
    let db = Db::connect(&test.app_url(), PoolOptions::default()).unwrap();
    assert_eq!(Readiness::new(db.clone()).failing().await, [""; 0]);

    let lost = "delete from refinery_schema_history where version = 3";
    sqlx::query(lost).execute(&mut owner).await.unwrap();
    assert_eq!(Readiness::new(db).failing().await, ["schema"]);
}
