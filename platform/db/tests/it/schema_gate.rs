//! The migrated schema has no hole in its isolation, and the gate sees every kind of hole.

use sqlx::{AssertSqlSafe, Connection, PgConnection};
use testkit::TestDb;

const GATE: &str = include_str!("schema_gate.sql");

async fn defects(conn: &mut PgConnection) -> Vec<(String, String)> {
    sqlx::query_as(GATE).fetch_all(conn).await.unwrap()
}

#[tokio::test]
async fn the_schema_has_no_defect() {
    let db = TestDb::new().await;
    let mut superuser = PgConnection::connect(&db.superuser_url()).await.unwrap();

    assert_eq!(defects(&mut superuser).await, []);
}

/// What is planted, and the check that must see it.
const PLANTED: &[(&str, &str)] = &[
    ("G01", "create table planted (id uuid primary key)"),
    ("G01", "create schema other; create table other.tenants (id uuid primary key)"),
    (
        "G02",
        "create table planted (tenant_id uuid, id uuid, unique (tenant_id, id));
         select protect_tenant_table('planted', 'select')",
    ),
    (
        "G03",
        "create schema other;
         create table other.planted (tenant_id uuid not null, id uuid, primary key (tenant_id, id))",
    ),
    ("G03", "alter table carts no force row level security"),
    ("G03", "alter table carts disable row level security"),
    ("G04", "drop policy tenant_isolation on carts"),
    (
        "G04",
        "drop policy tenant_isolation on carts;
         create policy tenant_isolation on carts to stoa_app using
           (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))",
    ),
    ("G05", "create policy open_door on carts for select to stoa_app using (true)"),
    ("G05", "create policy open_door on carts for select to public using (status = 'open')"),
    ("G06", "create policy relay on orders to stoa_relay using (true)"),
    ("G06", "create policy relay_reads on inbox to stoa_relay using (true)"),
    (
        "G06",
        "drop policy relay_forgets on idempotency_keys;
         create policy relay_forgets on idempotency_keys to stoa_relay using (true)",
    ),
    (
        "G06",
        "drop policy relay_forgets on carts;
         create policy relay_forgets on carts to stoa_relay using (status = 'open')",
    ),
    ("G07", "create view planted as select tenant_id, email from carts"),
    (
        "G08",
        "create materialized view planted as select tenant_id, email from carts;
         grant select on planted to stoa_app",
    ),
    (
        "G08",
        "create materialized view planted as select tenant_id, email from carts;
         grant select (email) on planted to stoa_app",
    ),
    (
        "G09",
        "alter table products add unique (id);
         alter table images add constraint planted foreign key (product_id) references products (id)",
    ),
    ("G10", "create unique index planted on variants (sku)"),
    ("G10", "create unique index planted on variants (sku, tenant_id)"),
    ("G11", "grant truncate on carts to stoa_app"),
    ("G11", "grant trigger on carts to stoa_operator"),
    ("G11", "grant references (id) on carts to stoa_app"),
    (
        "G12",
        "create table planted (tenant_id uuid not null, id uuid, primary key (tenant_id, id))
           partition by hash (tenant_id);
         select protect_tenant_table('planted', 'select');
         create table planted_0 partition of planted for values with (modulus 1, remainder 0);
         grant select on planted_0 to stoa_app",
    ),
    (
        "G12",
        "create table planted (tenant_id uuid not null, id uuid, primary key (tenant_id, id))
           partition by hash (tenant_id);
         select protect_tenant_table('planted', 'select');
         create table planted_0 partition of planted for values with (modulus 1, remainder 0);
         grant update (id) on planted_0 to stoa_app",
    ),
    ("G13", "alter table carts owner to stoa_app"),
    (
        "G15",
        "create function planted() returns bigint language sql security definer
           as 'select count(*) from carts'",
    ),
    (
        "G15",
        "create function planted() returns bigint language sql
           as 'select count(*) from public.carts'",
    ),
    (
        "G15",
        "create function planted() returns bigint language sql security definer
           set search_path = pg_catalog, public as 'select count(*) from public.carts'",
    ),
    ("G15", "alter function ledger_check_postings() set search_path = pg_temp, public"),
    ("G15", "alter function ledger_check_posted() reset search_path"),
    (
        "G16",
        "create function planted() returns bigint language sql security definer
           set search_path = pg_catalog, pg_temp as 'select count(*) from public.carts'",
    ),
    (
        "G16",
        "create schema other;
         create function other.planted() returns bigint language sql security definer
           set search_path = pg_catalog, pg_temp as 'select count(*) from public.carts'",
    ),
    ("G17", "grant create on schema public to stoa_app"),
    (
        "G18",
        "create table planted (tenant_id uuid not null, id uuid primary key);
         select protect_tenant_table('planted', 'select')",
    ),
    (
        "G19",
        "alter table carts add constraint planted foreign key (tenant_id, shipping_option_id)
           references shipping_options (tenant_id, id) on delete set null",
    ),
    (
        "G20",
        "alter table hosts add constraint planted foreign key (tenant_id, storefront_id)
           references storefronts (tenant_id, id)",
    ),
    (
        "G21",
        "create trigger planted before update on carts for each row execute function ledger_stamp()",
    ),
    ("G22", "grant update on hosts to stoa_app"),
    ("G22", "grant update (tenant_id) on hosts to stoa_app"),
    ("G22", "grant select on operators to stoa_app"),
    ("G22", "grant select (payload) on webhook_events to stoa_app"),
    ("G22", "grant select on staff to public"),
    ("G22", "grant update (slug) on tenants to stoa_operator"),
    ("G22", "grant select (body) on idempotency_keys to stoa_relay"),
    ("G22", "grant select (email) on carts to stoa_relay"),
    ("G22", "grant select (password_hash) on signups to stoa_relay"),
    ("G23", "grant select on orders to stoa_operator"),
    ("G23", "grant select (email) on orders to stoa_operator"),
    ("G24", "create index planted on orders (placed_at)"),
    (
        "G25",
        "create table planted (tenant_id uuid not null, id uuid);
         select protect_tenant_table('planted', 'select')",
    ),
    ("G25", "alter table hosts drop constraint hosts_pkey"),
    ("G26", "revoke select on hosts from stoa_app"),
    (
        "G27",
        "do $$ begin
           execute format('grant temporary on database %I to public', current_database());
         end $$",
    ),
    (
        "G27",
        "do $$ begin
           execute format('grant temporary on database %I to stoa_relay', current_database());
         end $$",
    ),
    (
        "G28",
        "grant execute on function pg_catalog.set_config(text, text, boolean) to public",
    ),
    ("G29", "grant usage on language plpgsql to stoa_app"),
    ("G22", "grant select (horizon) on ledger_comparison to stoa_relay"),
    ("G22", "grant select on ledger_totals to stoa_relay"),
    ("G22", "grant select on ledger_positions to stoa_app"),
    ("G30", "grant select on staff to stoa_app"),
    ("G30", "grant select (password_hash) on operators to stoa_operator"),
    ("G31", "create policy owner_sees_all on orders for select to stoa_owner using (true)"),
    (
        "G31",
        "drop policy comparison on ledger_accounts;
         create policy comparison on ledger_accounts for select to stoa_owner using (true)",
    ),
    (
        "G31",
        "drop policy comparison on ledger_postings;
         create policy comparison on ledger_postings to stoa_owner using (true)",
    ),
    ("G32", "grant execute on function ledger_clearing_as_of to stoa_app"),
    ("G32", "grant execute on function ledger_clearing_as_of to public"),
    ("G32", "grant execute on function staff_credentials to stoa_relay"),
    (
        "G33",
        "create table planted (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id));
         select protect_tenant_table('planted', 'select')",
    ),
    ("G33", "drop trigger audit_change on roles"),
    ("G33", "alter table roles disable trigger audit_change"),
    ("G34", "select record_changes('carts')"),
    ("G35", "alter table roles add column secret_hash bytea"),
    ("G36", "grant insert on audit_entries to stoa_app"),
    ("G36", "grant update (hash) on audit_heads to stoa_app"),
];

#[tokio::test]
async fn every_planted_defect_is_seen() {
    let db = TestDb::new().await;
    let mut superuser = PgConnection::connect(&db.superuser_url()).await.unwrap();

    for (check, defect) in PLANTED {
        let mut tx = superuser.begin().await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(*defect))
            .execute(&mut *tx)
            .await
            .unwrap();
        let seen = defects(&mut tx).await;
        tx.rollback().await.unwrap();

        assert!(
            seen.iter().any(|(defect, _)| defect.starts_with(check)),
            "{check} did not see: {defect}\nseen instead: {seen:?}"
        );
    }
}

/// A role that inherits another is a cluster-wide change, so it is tried in a transaction of its own
/// on roles that no other test uses: the check itself is what counts.
#[tokio::test]
async fn a_role_that_can_become_the_owner_is_seen() {
    let db = TestDb::new().await;
    let mut superuser = PgConnection::connect(&db.superuser_url()).await.unwrap();

    let mut tx = superuser.begin().await.unwrap();
    sqlx::raw_sql("grant stoa_owner to stoa_app")
        .execute(&mut *tx)
        .await
        .unwrap();
    let seen = defects(&mut tx).await;
    tx.rollback().await.unwrap();

    let planted = (
        "G14 a service role can become a privileged one",
        "stoa_app → stoa_owner",
    );
    assert!(
        seen.iter()
            .any(|(defect, place)| (defect.as_str(), place.as_str()) == planted)
    );
}
