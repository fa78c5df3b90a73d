//! The ledger's rules are the database's: as the role that serves requests, none can be broken.

use sqlx::{Connection, Executor, PgConnection};
use uuid::Uuid;

use crate::house::House;

/// A connection as `stoa_app`, inside the tenant.
async fn app(house: &House) -> PgConnection {
    let mut conn = PgConnection::connect(&house.test.app_url()).await.unwrap();
    let set = format!("set app.tenant_id = '{}'", house.tenant.uuid());
    conn.execute(sqlx::AssertSqlSafe(set)).await.unwrap();
    conn
}

/// An attack: statements with `{tenant}`, `{tx}` (a new transaction), `{old}` (a recorded one),
/// `{a}` and `{b}` (two accounts in euros).
async fn attack(house: &House, statements: &str) -> (String, String) {
    let mut conn = app(house).await;
    let old: Uuid = house
        .value("select id from ledger_transactions where tenant_id = $1 limit 1")
        .await;
    let a: Uuid = house
        .value("select id from ledger_accounts where tenant_id = $1 and code = 'stripe_clearing'")
        .await;
    let b: Uuid = house
        .value(
            "select id from ledger_accounts where tenant_id = $1 and code = 'platform_fee_revenue'",
        )
        .await;
    let statements = statements
        .replace("{new}", "insert into ledger_transactions (tenant_id, id, kind, external_key, source_id, occurred_at) values ('{tenant}', '{tx}', 'attack', 'attack:{tx}', 'x', now());")
        .replace("{post}", "insert into ledger_postings (tenant_id, transaction_id, line, account_id, currency, amount) values")
        .replace("{tenant}", &house.tenant.uuid().to_string())
        .replace("{tx}", &kernel::ports::Ids.uuid().to_string())
        .replace("{old}", &old.to_string())
        .replace("{a}", &a.to_string())
        .replace("{b}", &b.to_string());
    let attempt = format!("begin; {statements} commit;");
    let error = sqlx::raw_sql(sqlx::AssertSqlSafe(attempt))
        .execute(&mut conn)
        .await
        .expect_err("the attack went through");
    let error = error.into_database_error().unwrap();
    (
        error.code().unwrap().into_owned(),
        error.message().to_owned(),
    )
}

#[tokio::test]
async fn nothing_unbalanced_empty_late_or_changed_is_kept() {
    let house = House::new().await;
    house.sell(&[(1000, 1190)]).await;
    let count = "select count(*) from ledger_postings where tenant_id = $1";
    let before: i64 = house.value(count).await;

    let attacks = [
        (
            "{new} {post} ('{tenant}','{tx}',1,'{a}','EUR',2), ('{tenant}','{tx}',2,'{b}','EUR',-1);",
            "23514",
            "balance",
        ),
        ("{new}", "23514", "0 posting"),
        (
            "{new} {post} ('{tenant}','{tx}',1,'{a}','EUR',1);",
            "23514",
            "1 posting",
        ),
        (
            "{post} ('{tenant}','{old}',9,'{a}','EUR',1), ('{tenant}','{old}',10,'{b}','EUR',-1);",
            "23514",
            "is sealed",
        ),
        (
            "{new} {post} ('{tenant}','{tx}',1,'{a}','EUR',0), ('{tenant}','{tx}',2,'{b}','EUR',0);",
            "23514",
            "",
        ),
        (
            "{new} {post} ('{tenant}','{tx}',1,'{a}','USD',1), ('{tenant}','{tx}',2,'{b}','USD',-1);",
            "23503",
            "",
        ),
        ("set constraints all immediate; {new}", "23514", "0 posting"),
        (
            "update ledger_postings set amount = amount * 2;",
            "42501",
            "",
        ),
        ("delete from ledger_postings;", "42501", ""),
        ("truncate ledger_postings;", "42501", ""),
        ("update ledger_transactions set kind = 'x';", "42501", ""),
        ("delete from ledger_transactions;", "42501", ""),
        ("update ledger_accounts set code = 'rounding';", "42501", ""),
        (
            "alter table ledger_postings disable trigger all;",
            "42501",
            "",
        ),
    ];
    for (statements, code, message) in attacks {
        let (got, said) = attack(&house, statements).await;
        assert_eq!(got, code, "{statements}: {said}");
        assert!(said.contains(message), "{statements}: {said}");
    }

    assert_eq!(house.value::<i64>(count).await, before);
    house.assert_sound().await;
}

/// The owner of the tables has the privileges, and the triggers still refuse.
#[tokio::test]
async fn not_even_the_owner_can_change_the_past() {
    let house = House::new().await;
    house.sell(&[(1000, 1190)]).await;
    for statement in [
        "update ledger_postings set amount = amount * 2",
        "delete from ledger_transactions",
        "truncate ledger_postings",
        "truncate ledger_transactions cascade",
    ] {
        let error = house
            .superuser()
            .await
            .execute(statement)
            .await
            .unwrap_err();
        let said = error.to_string();
        assert!(said.contains("append-only"), "{statement}: {said}");
    }
}

#[tokio::test]
async fn the_moment_of_recording_cannot_be_forged() {
    let house = House::new().await;
    house.sell(&[(1000, 1190)]).await;
    let forged = "insert into ledger_transactions
        (tenant_id, id, kind, external_key, source_id, occurred_at, recorded_at, created_xid)
        values ('{tenant}', '{tx}', 'attack', 'attack:1', 'x', now(), '2000-01-01', '1');
        {post} ('{tenant}','{tx}',1,'{a}','EUR',1);";

    // The stamp is the database's own: the posting is taken as the same transaction's, and then
    // missed its counterpart.
    assert_eq!(attack(&house, forged).await.0, "23514");
}

#[tokio::test]
async fn another_tenants_book_cannot_be_read_or_written() {
    let house = House::new().await;
    house.sell(&[(1000, 1190)]).await;
    let mut conn = PgConnection::connect(&house.test.app_url()).await.unwrap();
    let stranger = kernel::ports::Ids.uuid();
    let set = format!("set app.tenant_id = '{stranger}'");
    conn.execute(sqlx::AssertSqlSafe(set)).await.unwrap();

    for table in [
        "ledger_accounts",
        "ledger_transactions",
        "ledger_postings",
        "ledger_balances",
    ] {
        let query = format!("select count(*) from {table}");
        let seen: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(query))
            .fetch_one(&mut conn)
            .await
            .unwrap();
        assert_eq!(seen, 0, "{table}");
    }
    let error = sqlx::query(
        "insert into ledger_accounts (tenant_id, id, code, currency, class, created_at)
         values ($1, $2, 'rounding', 'EUR', 'revenue', now())",
    )
    .bind(house.tenant.uuid())
    .bind(stranger)
    .execute(&mut conn)
    .await
    .unwrap_err();
    assert_eq!(
        error.into_database_error().unwrap().code().unwrap(),
        "42501"
    );
}
