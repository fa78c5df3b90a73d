//! The relay forgets what is older than its retention, of every tenant, and can touch nothing else.

use db::{RETENTIONS, RelayDb, Retention};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use testkit::TestDb;

use crate::keys::tenant;

/// Two tenants with what rows of all kinds refer to.
const SHOP: &str = "
  insert into storefronts (tenant_id, id, slug, name, locale, country, currency, tax_included, tax_rate_ppm,
                           tax_name, brand, created_at)
  select id, id, slug, name, 'de-DE', 'DE', 'EUR', true, 0, 'VAT', '{}', now() from tenants;
  insert into merchants (tenant_id, id, slug, name, commission_bps, is_default, created_at)
  select id, id, slug, name, 0, true, now() from tenants;
  insert into products (tenant_id, id, merchant_id, slug, title, status, created_at, updated_at)
  select id, id, id, slug, name, 'active', now(), now() from tenants;
  insert into variants (tenant_id, id, product_id, title, option_values, position)
  select id, id, id, name, '{}', 1 from tenants;
  insert into users (tenant_id, id, email, first_name, last_name, password_hash, email_verified_at, created_at)
  select id, id, 'a@b.test', 'A', 'B', '', now(), now() from tenants;
  insert into sessions (tenant_id, id, user_id, device, created_at, last_used_at, expires_at)
  select id, id, id, '', now(), now(), now() + interval '1 day' from tenants;";

/// For each kind, what inserts a row whose age counts from `{at}` into each tenant; `{n}` is a number of
/// its own. What is counted afterwards: the table, and which of its rows.
const ROWS: &[(&str, &str, &str)] = &[
    (
        "idempotency_keys",
        "insert into idempotency_keys (tenant_id, principal, key, operation, fingerprint, locked_until,
                                       created_at, expires_at)
         select id, 'cart_1', 'k{n}', 'checkout', '', now(), now(), {at} from tenants",
        "idempotency_keys",
    ),
    (
        "signups",
        "insert into signups (tenant_id, email, first_name, last_name, password_hash, created_at, expires_at)
         select id, 'a{n}@b.test', 'A', 'B', '', now(), {at} from tenants",
        "signups",
    ),
    (
        "signup_links",
        "insert into signup_links (tenant_id, token_hash, email, created_at, expires_at)
         select id, '\\x0{n}', 'a@b.test', now(), {at} from tenants",
        "signup_links",
    ),
    (
        "signup_requests",
        "insert into signup_requests (tenant_id, id, email, first_name, last_name, password_hash, is_mailed,
                                      created_at, expires_at)
         select id, gen_random_uuid(), 'a@b.test', 'A', 'B', '', true, now(), {at} from tenants",
        "signup_requests",
    ),
    (
        "reset_links",
        "insert into reset_links (tenant_id, token_hash, user_id, created_at, expires_at)
         select id, '\\x0{n}', id, now(), {at} from tenants",
        "reset_links",
    ),
    (
        "email_changes",
        "insert into email_changes (tenant_id, id, user_id, old_email, new_email, created_at, expires_at)
         select id, md5(id::text || '{n}')::uuid, id, 'a{n}@b.test', 'c{n}@b.test', now(), {at} from tenants;
         insert into email_change_links (tenant_id, token_hash, change_id, purpose, created_at)
         select id, '\\x0{n}', md5(id::text || '{n}')::uuid, 'confirm', now() from tenants",
        "email_changes join email_change_links on change_id = email_changes.id",
    ),
    (
        "mail_slots",
        "insert into mail_slots (tenant_id, address_hash, purpose, taken_at, expires_at)
         select id, '\\x0{n}', 'reset', now(), {at} from tenants",
        "mail_slots",
    ),
    (
        "password_resets",
        "insert into users (tenant_id, id, email, first_name, last_name, password_hash, email_verified_at,
                            created_at)
         select id, md5(id::text || '{n}')::uuid, '{n}@b.test', 'A', 'B', '', now(), now() from tenants;
         insert into password_resets (tenant_id, user_id, token_hash, created_at, expires_at)
         select id, md5(id::text || '{n}')::uuid, '\\x0{n}', now(), {at} from tenants",
        "password_resets",
    ),
    (
        "sessions",
        "insert into sessions (tenant_id, id, user_id, device, created_at, last_used_at, expires_at)
         select id, gen_random_uuid(), id, '{n}', now(), now(), {at} from tenants",
        "sessions where device <> ''",
    ),
    (
        "login_codes",
        "insert into users (tenant_id, id, email, first_name, last_name, password_hash, email_verified_at,
                            created_at)
         select id, md5(id::text || 'code{n}')::uuid, 'code{n}@b.test', 'A', 'B', '', now(), now() from tenants;
         insert into login_codes (tenant_id, user_id, code_hash, created_at, expires_at)
         select id, md5(id::text || 'code{n}')::uuid, '\\x0{n}', now(), {at} from tenants",
        "login_codes",
    ),
    (
        "order_codes",
        "insert into carts (tenant_id, id, storefront_id, token_hash, currency, created_at, updated_at)
         select id, md5(id::text || '{n}')::uuid, id, '', 'EUR', now(), now() from tenants;
         insert into orders (tenant_id, id, number, storefront_id, cart_id, quote_hash, token_hash, status,
                             payment_status, email, currency, tax_included, tax_rate_ppm, tax_name, items_minor,
                             shipping_minor, tax_minor, total_minor, placed_at, expires_at)
         select id, md5(id::text || '{n}')::uuid, {n}, id, md5(id::text || '{n}')::uuid, '', '', 'paid', 'paid', 'a@b.test',
                'EUR', true, 0, 'VAT', 1, 0, 0, 1, now(), now() from tenants;
         insert into order_codes (tenant_id, order_id, code_hash, tries_left, created_at, expires_at)
         select id, md5(id::text || '{n}')::uuid, sha256('{n}'), 5, now(), {at} from tenants",
        "order_codes",
    ),
    (
        "newsletter_links",
        "insert into newsletter_links (tenant_id, token_hash, purpose, email, created_at, expires_at)
         select id, sha256('{n}'), 'confirm', 'a@b.test', now(), {at} from tenants",
        "newsletter_links",
    ),
    (
        "social_sign_ins",
        "insert into identity_providers (tenant_id, id, name, issuer, client_id, secret_sealed, is_enabled,
                                         created_at, updated_at)
         select id, md5(id::text || 'idp{n}')::uuid, 'P', 'https://{n}.test', 'c', '', true, now(), now() from tenants;
         insert into social_sign_ins (tenant_id, state_hash, browser_hash, storefront_id, provider_id, return_to,
                                      created_at, expires_at)
         select id, '\\x0{n}', '\\x0{n}', id, md5(id::text || 'idp{n}')::uuid, '/', now(), {at} from tenants",
        "social_sign_ins",
    ),
    (
        "staff_sessions",
        "insert into staff (id, email, name, password_hash, created_at)
         values (md5('s{n}')::uuid, 's{n}@b.test', 'S', '', now()) on conflict do nothing;
         insert into memberships (tenant_id, staff_id, role, created_at)
         select id, md5('s{n}')::uuid, 'analyst', now() from tenants on conflict do nothing;
         insert into staff_sessions (tenant_id, id, staff_id, device, created_at, last_used_at, expires_at)
         select id, gen_random_uuid(), md5('s{n}')::uuid, '', now(), now(), {at} from tenants",
        "staff_sessions",
    ),
    (
        "staff_reset_links",
        "insert into staff (id, email, name, password_hash, created_at)
         values (md5('s{n}')::uuid, 's{n}@b.test', 'S', '', now()) on conflict do nothing;
         insert into memberships (tenant_id, staff_id, role, created_at)
         select id, md5('s{n}')::uuid, 'analyst', now() from tenants on conflict do nothing;
         insert into staff_reset_links (tenant_id, token_hash, staff_id, created_at, expires_at)
         select id, '\\x0{n}', md5('s{n}')::uuid, now(), {at} from tenants",
        "staff_reset_links",
    ),
    (
        "refresh_tokens",
        "insert into refresh_tokens (tenant_id, token_hash, session_id, issued_at, consumed_at)
         select id, '\\x0{n}', id, now(), {at} from tenants",
        "refresh_tokens",
    ),
    (
        "unused_carts",
        "insert into carts (tenant_id, id, storefront_id, token_hash, currency, created_at, updated_at)
         select id, gen_random_uuid(), id, '', 'EUR', {at}, {at} from tenants",
        "carts",
    ),
    (
        "carts",
        "insert into carts (tenant_id, id, storefront_id, token_hash, currency, version, created_at, updated_at)
         select id, md5(id::text || '{n}')::uuid, id, '', 'EUR', 2, {at} - interval '9 days', {at} from tenants;
         insert into cart_lines (tenant_id, id, cart_id, variant_id, quantity, title, variant_title,
                                 unit_price_minor)
         select id, gen_random_uuid(), md5(id::text || '{n}')::uuid, id, 1, '', '', 1 from tenants",
        "carts join cart_lines on cart_id = carts.id",
    ),
    (
        "reservations",
        "insert into reservations (tenant_id, order_id, variant_id, quantity, status, expires_at)
         select id, gen_random_uuid(), id, 1, ending, {at}
           from tenants, unnest(array['released', 'converted']) as endings (ending)",
        "reservations",
    ),
    (
        "dead_messages",
        "insert into outbox (tenant_id, id, topic, aggregate, payload, dead_at)
         select id, gen_random_uuid(), 'topic', 'aggregate', '{}', {at} from tenants",
        "outbox",
    ),
    (
        "inbox",
        "insert into inbox (tenant_id, consumer, message_id, handled_at)
         select id, 'consumer', gen_random_uuid(), {at} from tenants",
        "inbox",
    ),
    (
        "webhooks",
        "insert into webhook_events (provider, event_id, type, object_id, livemode, payload, received_at, status,
                                     available_at)
         select 'stripe', status || '{n}', 'type', '', false, '{}', {at}, status, now()
           from unnest(array['applied', 'ignored']) status",
        "webhook_events",
    ),
    (
        "quarantined_webhooks",
        "insert into webhook_events (provider, event_id, type, object_id, livemode, payload, received_at, status,
                                     available_at)
         select 'stripe', slug || '{n}', 'type', '', false, '{}', now() - interval '1 year', 'quarantined', {at}
           from tenants",
        "webhook_events",
    ),
];

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
