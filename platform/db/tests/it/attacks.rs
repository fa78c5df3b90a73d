//! What somebody can do who has got hold of a role's connection: no more than its statements do.

use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection};
use testkit::TestDb;
use uuid::Uuid;

const TENANT: Uuid = Uuid::from_u128(1);

/// A connection for each role that serves requests.
async fn service_roles(db: &TestDb) -> Vec<(&'static str, PgConnection)> {
    let urls = [
        ("stoa_app", db.app_url()),
        ("stoa_relay", db.relay_url()),
        ("stoa_operator", db.operator_url()),
    ];
    let mut roles = Vec::new();
    for (role, url) in urls {
        roles.push((role, PgConnection::connect(&url).await.unwrap()));
    }
    roles
}

/// The code that Postgres refuses `statement` with.
async fn refused(conn: &mut PgConnection, statement: &str) -> String {
    let error = sqlx::raw_sql(AssertSqlSafe(statement.to_owned()))
        .execute(&mut *conn)
        .await
        .expect_err(statement);
    let code = error.as_database_error().unwrap().code().unwrap();
    let code = code.into_owned();
    sqlx::raw_sql("rollback").execute(conn).await.unwrap();
    code
}

const NOT_ALLOWED: &str = "42501";
const CHECK_VIOLATION: &str = "23514";

#[tokio::test]
async fn no_role_becomes_another() {
    let db = TestDb::new().await;

    for (role, mut conn) in service_roles(&db).await {
        for other in [
            "stoa_owner",
            "stoa_app",
            "stoa_relay",
            "stoa_operator",
            "stoa_search",
        ] {
            if other != role {
                let code = refused(&mut conn, &format!("set role {other}")).await;
                assert_eq!(code, NOT_ALLOWED, "{role} → {other}");
            }
        }
        for statement in [
            "set session authorization stoa_owner",
            "grant stoa_owner to current_user",
            "alter role current_user bypassrls",
            "create temp table pg_class (oid oid)",
            "create temp view pg_class as select 1 as oid",
            "create function pg_temp.evil() returns int language sql as 'select 1'",
            "create function public.evil() returns int language sql as 'select 1'",
            "create table public.evil (id int)",
            "do $$ begin perform 1; end $$",
            "select set_config('app.tenant_id', '00000000-0000-0000-0000-000000000001', true)",
            "alter table products no force row level security",
            "alter table ledger_postings disable trigger all",
            "drop trigger ledger_postings_balanced on ledger_postings",
            "set session_replication_role = replica",
        ] {
            assert_eq!(
                refused(&mut conn, statement).await,
                NOT_ALLOWED,
                "{role}: {statement}"
            );
        }
    }
}

#[tokio::test]
async fn no_expression_changes_the_tenant() {
    let db = TestDb::new().await;
    let mut app = PgConnection::connect(&db.app_url()).await.unwrap();

    let crossing = "with moved as materialized (
                      select set_config('app.tenant_id', '00000000-0000-0000-0000-000000000002', true))
                    select count(*) from moved, storefronts";
    assert_eq!(refused(&mut app, crossing).await, NOT_ALLOWED);
    let by_view = "update pg_settings set setting = 'x' where name = 'app.tenant_id'";
    let until = sqlx::raw_sql(by_view).execute(&mut app).await;
    // No row of that view is a setting of ours, and a row that is one could not be set.
    assert_eq!(until.map_or(0, |done| done.rows_affected()), 0);
    let by_view = "update pg_settings set setting = 'x' where name = 'application_name'";
    assert_eq!(refused(&mut app, by_view).await, NOT_ALLOWED);
    let by_xml = "select query_to_xml('set app.tenant_id = ''x''', true, true, '')";
    assert_ne!(refused(&mut app, by_xml).await, "");
}

/// A function of the owner runs with the owner's path, not with what the caller put in front of it.
#[tokio::test]
async fn names_in_a_temporary_schema_are_not_looked_at() {
    let db = TestDb::new().await;
    let mut superuser = PgConnection::connect(&db.superuser_url()).await.unwrap();
    let grant = "do $$ begin
                   execute format('grant temporary on database %I to stoa_app', current_database());
                 end $$";
    sqlx::raw_sql(grant).execute(&mut superuser).await.unwrap();
    let mut app = PgConnection::connect(&db.app_url()).await.unwrap();
    sqlx::raw_sql(
        "create function pg_temp.evil() returns oid language sql
           as 'create table if not exists public.evil (id int); select 0::oid';
         create temp view pg_class as
           select pg_temp.evil() as oid, 'r'::\"char\" as relkind,
                  'public'::regnamespace::oid as relnamespace, -1::real as reltuples;
         grant select on pg_temp.pg_class to public",
    )
    .execute(&mut app)
    .await
    .unwrap();

    sqlx::raw_sql("select gather_first_statistics()")
        .execute(&mut app)
        .await
        .unwrap();

    let evil: bool = sqlx::query_scalar("select to_regclass('public.evil') is not null")
        .fetch_one(&mut superuser)
        .await
        .unwrap();
    assert!(!evil);
}

/// Two accounts and one balanced transaction of a tenant, written as the program would.
async fn book(db: &TestDb) -> PgConnection {
    let mut superuser = PgConnection::connect(&db.superuser_url()).await.unwrap();
    sqlx::query("insert into tenants (id, slug, name, created_at) values ($1, 'a', 'A', now())")
        .bind(TENANT)
        .execute(&mut superuser)
        .await
        .unwrap();
    let options: PgConnectOptions = db.app_url().parse().unwrap();
    let mut app = options
        .options([("app.tenant_id", TENANT.to_string())])
        .connect()
        .await
        .unwrap();
    sqlx::raw_sql(AssertSqlSafe(format!(
        "begin;
         insert into ledger_accounts (tenant_id, id, code, currency, class, created_at)
         values ('{TENANT}', '{one}', 'stripe_clearing', 'EUR', 'asset', now()),
                ('{TENANT}', '{two}', 'rounding', 'EUR', 'expense', now());
         {transaction}
         insert into ledger_postings (tenant_id, transaction_id, line, account_id, currency, amount)
         values ('{TENANT}', '{three}', 1, '{one}', 'EUR', 5), ('{TENANT}', '{three}', 2, '{two}', 'EUR', -5);
         commit",
        one = Uuid::from_u128(1),
        two = Uuid::from_u128(2),
        three = Uuid::from_u128(3),
        transaction = transaction(3),
    )))
    .execute(&mut app)
    .await
    .unwrap();
    app
}

fn transaction(number: u128) -> String {
    let id = Uuid::from_u128(number);
    format!(
        "insert into ledger_transactions (tenant_id, id, kind, external_key, source_id, occurred_at)
         values ('{TENANT}', '{id}', 'test', 'k{number}', 's', now());"
    )
}

fn posting(transaction: u128, line: u8, amount: i64) -> String {
    let (id, account) = (Uuid::from_u128(transaction), Uuid::from_u128(1));
    format!(
        "insert into public.ledger_postings (tenant_id, transaction_id, line, account_id, currency, amount)
         values ('{TENANT}', '{id}', {line}, '{account}', 'EUR', {amount});"
    )
}

#[tokio::test]
async fn the_ledger_refuses_what_does_not_balance_and_what_is_sealed() {
    let db = TestDb::new().await;
    let mut app = book(&db).await;

    let unbalanced = format!(
        "begin; {} {} commit",
        transaction(4),
        posting(4, 1, 999_999)
    );
    assert_eq!(refused(&mut app, &unbalanced).await, CHECK_VIOLATION);
    let empty = format!("begin; {} commit", transaction(5));
    assert_eq!(refused(&mut app, &empty).await, CHECK_VIOLATION);
    assert_eq!(refused(&mut app, &posting(3, 3, 7)).await, CHECK_VIOLATION);
    for frozen in [
        "update ledger_postings set amount = 6",
        "delete from ledger_postings",
        "truncate ledger_postings",
    ] {
        assert_eq!(refused(&mut app, frozen).await, NOT_ALLOWED, "{frozen}");
    }
}

/// Even where somebody has granted temporary tables by mistake.
#[tokio::test]
async fn a_temporary_table_does_not_blind_the_ledger() {
    let db = TestDb::new().await;
    let mut app = book(&db).await;
    let mut superuser = PgConnection::connect(&db.superuser_url()).await.unwrap();
    let grant = "do $$ begin
                   execute format('grant temporary on database %I to stoa_app', current_database());
                 end $$";
    sqlx::raw_sql(grant).execute(&mut superuser).await.unwrap();

    let shadow = format!(
        "begin;
         create temp table ledger_postings
           (tenant_id uuid, transaction_id uuid, currency text, amount bigint) on commit drop;
         {} {}
         insert into pg_temp.ledger_postings
         select tenant_id, transaction_id, currency, amount * sign
           from public.ledger_postings, (values (1), (-1)) as both_ways (sign);
         commit",
        transaction(4),
        posting(4, 1, 999_999),
    );
    assert_eq!(refused(&mut app, &shadow).await, CHECK_VIOLATION);
    let late = format!(
        "begin;
         create temp table ledger_transactions (tenant_id uuid, id uuid, created_xid xid8) on commit drop;
         insert into pg_temp.ledger_transactions values ('{TENANT}', '{}', pg_current_xact_id());
         {} commit",
        Uuid::from_u128(3),
        posting(3, 3, 7),
    );
    assert_eq!(refused(&mut app, &late).await, CHECK_VIOLATION);

    let sum: i64 =
        sqlx::query_scalar("select coalesce(sum(amount), 0)::bigint from ledger_postings")
            .fetch_one(&mut superuser)
            .await
            .unwrap();
    assert_eq!(sum, 0);
}

#[tokio::test]
async fn nobody_reads_the_hashes_of_everybodys_staff() {
    let db = TestDb::new().await;
    let mut superuser = PgConnection::connect(&db.superuser_url()).await.unwrap();
    sqlx::raw_sql(
        "insert into tenants (id, slug, name, created_at)
         select format('00000000-0000-0000-0000-00000000000%s', n)::uuid, 't' || n, 'T', now()
           from generate_series(1, 2) n;
         insert into staff (id, email, name, password_hash, created_at)
         values ('00000000-0000-0000-0000-000000000009', 'ann@example.com', 'Ann', 'hash', now());
         insert into memberships (tenant_id, staff_id, role, created_at)
         values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000009', 'owner', now())",
    )
    .execute(&mut superuser)
    .await
    .unwrap();

    for (role, mut conn) in service_roles(&db).await {
        for statement in [
            "select password_hash from staff",
            "select password_hash from operators",
            "update staff set password_hash = 'x'",
            "select strengthen_staff_password(null, null, null) from operators",
        ] {
            let code = refused(&mut conn, statement).await;
            assert_eq!(code, NOT_ALLOWED, "{role}: {statement}");
        }
    }
    let found = "select count(*) from staff_credentials('ann@example.com')";
    for (tenant, expected) in [(1, 1_i64), (2, 0)] {
        let mut app = PgConnection::connect(&db.app_url()).await.unwrap();
        let set = format!("set app.tenant_id = '{}'", Uuid::from_u128(tenant));
        sqlx::raw_sql(AssertSqlSafe(set))
            .execute(&mut app)
            .await
            .unwrap();
        let count: i64 = sqlx::query_scalar(found).fetch_one(&mut app).await.unwrap();
        assert_eq!(count, expected, "tenant {tenant}");
    }
}
