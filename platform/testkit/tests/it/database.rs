//! Databases of tests are independent, cheap, and gone afterwards.

use sqlx::{Connection, PgConnection};
use testkit::TestDb;

async fn connect(url: &str) -> PgConnection {
    PgConnection::connect(url).await.unwrap()
}

async fn count(conn: &mut PgConnection, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(conn).await.unwrap()
}

#[tokio::test]
async fn two_databases_know_nothing_of_each_other() {
    let (one, two) = tokio::join!(TestDb::new(), TestDb::new());
    let mut first = connect(&one.owner_url()).await;
    let mut second = connect(&two.owner_url()).await;

    sqlx::query("create table notes (text text)")
        .execute(&mut first)
        .await
        .unwrap();

    let tables = "select count(*) from pg_tables where tablename = 'notes'";
    assert_eq!(count(&mut first, tables).await, 1);
    assert_eq!(count(&mut second, tables).await, 0);
}

#[tokio::test]
async fn the_schema_is_there_and_the_template_is_made_once() {
    let one = TestDb::new().await;
    let mut superuser = connect(&one.superuser_url()).await;
    let templates = "select count(*) from pg_database where datname like 'stoa\\_test\\_%'";
    let made = "select (pg_stat_file('base/' || oid)).modification::text from pg_database \
                where datname like 'stoa\\_test\\_%' order by oid desc limit 1";
    let before: (i64, String) = (
        count(&mut superuser, templates).await,
        sqlx::query_scalar(made)
            .fetch_one(&mut superuser)
            .await
            .unwrap(),
    );

    let _two = TestDb::new().await;

    let after: (i64, String) = (
        count(&mut superuser, templates).await,
        sqlx::query_scalar(made)
            .fetch_one(&mut superuser)
            .await
            .unwrap(),
    );
    assert_eq!(before, after);
    let tenants = "select count(*) from pg_tables where tablename = 'tenants'";
    assert_eq!(count(&mut superuser, tenants).await, 1);
}

#[tokio::test]
async fn every_role_signs_in_and_the_owner_owns() {
    let db = TestDb::new().await;
    let doors = [
        (db.owner_url(), "stoa_owner"),
        (db.app_url(), "stoa_app"),
        (db.relay_url(), "stoa_relay"),
        (db.operator_url(), "stoa_operator"),
    ];

    for (url, role) in doors {
        let mut conn = connect(&url).await;
        let (user, owner): (String, String) = sqlx::query_as(
            "select current_user::text, datdba::regrole::text from pg_database \
             where datname = current_database()",
        )
        .fetch_one(&mut conn)
        .await
        .unwrap();
        assert_eq!((user.as_str(), owner.as_str()), (role, "stoa_owner"));
    }
}

#[tokio::test]
async fn a_dropped_database_is_gone_even_while_somebody_is_connected() {
    let kept = TestDb::new().await;
    let lost = TestDb::new().await;
    let name = lost.superuser_url().rsplit_once('/').unwrap().1.to_owned();
    let _guest = connect(&lost.app_url()).await;

    drop(lost);

    let mut superuser = connect(&kept.superuser_url()).await;
    let left: i64 = sqlx::query_scalar("select count(*) from pg_database where datname = $1")
        .bind(name)
        .fetch_one(&mut superuser)
        .await
        .unwrap();
    assert_eq!(left, 0);
}
