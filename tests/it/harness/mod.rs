//! The whole system inside one test: its own database, its own Stripe, real HTTP.
//!
//! Nothing of it is a stand-in: the API and the worker are the program's own, the database is a real
//! one, and the Stripe simulator is reached over TCP like Stripe.

mod account;
mod admin;
pub(crate) mod contract;
mod processes;
mod record;
mod shop;
mod shopper;
mod social;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use billing::WEBHOOK_EVENTS;
use kernel::config::Env;
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use sqlx::{Connection, PgConnection};
use stoa::app::App;
use stoa::commands::serve::serve;
use stoa::settings::Settings;
use testkit::TestDb;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

pub(crate) use account::{Account, Letter, SHOPPERS_PASSWORD};
pub(crate) use shop::{PASSWORD as STAFF_PASSWORD, Shop, text};
pub(crate) use shopper::{Bought, Shopper};
pub(crate) use social::query;

const WEBHOOK_SECRET: &str = "whsec_0123456789abcdef0123456789abcdef";
/// A key that nobody signs with, and a topic that nobody calls from.
const SENDGRID_KEY: &str = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==";
const SES_FEEDBACK_TOPIC: &str = "sns://123456789012/stoa-feedback?region=eu-central-1";
/// An Ed25519 key that signs tokens in tests and nowhere else.
const TOKEN_KEYS: &str = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----";
/// A key that encrypts secrets in tests and nowhere else.
pub(crate) const ENCRYPTION_KEY: &str =
    "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

/// A running system.
pub(crate) struct System {
    pub(crate) db: TestDb,
    pub(crate) app: App,
    pub(crate) http: reqwest::Client,
    pub(crate) address: SocketAddr,
    pub(crate) stripe: stripe_sim::Running,
    /// What the API and the worker were started with.
    pub(crate) settings: Vec<(String, String)>,
    /// Pictures, as long as the system runs.
    _media: tempfile::TempDir,
    stop: CancellationToken,
    serving: Option<JoinHandle<()>>,
}

/// An answer, read to its end.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: reqwest::header::HeaderMap,
    pub(crate) body: Value,
    /// The body as it came.
    pub(crate) text: String,
}

impl System {
    /// Starts a system without tenants.
    pub(crate) async fn start() -> Self {
        Self::with(&[]).await
    }

    /// Starts a system with these settings changed.
    pub(crate) async fn with(changed: &[(&str, &str)]) -> Self {
        let (mut system, listener) = Self::prepare(changed).await;
        system.serving = Some(tokio::spawn({
            let (app, stop) = (system.app.clone(), system.stop.clone());
            async move { serve(&app, listener, true, stop).await.unwrap() }
        }));
        system
    }

    /// Everything but what serves and works, which is to take its requests from the listener.
    async fn prepare(changed: &[(&str, &str)]) -> (Self, TcpListener) {
        let db = TestDb::new().await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let stripe = stripe_sim::start(stripe_sim::Config {
            webhook: Some((
                format!("http://{address}/webhooks/stripe"),
                WEBHOOK_SECRET.to_owned(),
            )),
            webhook_events: WEBHOOK_EVENTS.iter().map(|&kind| kind.to_owned()).collect(),
            auto_onboard: true,
            schema: published_schema(),
            ..stripe_sim::Config::default()
        })
        .await
        .unwrap();
        let media = tempfile::tempdir().unwrap();
        let settings = settings(&db, &stripe.url(), &media, changed);
        let app = App::build(Settings::from_env(Env::of(settings.clone())).unwrap());
        let app = app.await.unwrap();
        let system = Self {
            db,
            app,
            http: reqwest::Client::new(),
            address,
            stripe,
            settings,
            _media: media,
            stop: CancellationToken::new(),
            serving: None,
        };
        (system, listener)
    }

    /// A request to `path` on `host`.
    pub(crate) fn request(&self, method: Method, host: &str, path: &str) -> RequestBuilder {
        self.http
            .request(method, format!("http://{}{path}", self.address))
            .header("host", host)
    }

    /// One number out of the database, as the superuser who sees everything.
    pub(crate) async fn number(&self, query: &'static str) -> i64 {
        let mut superuser = PgConnection::connect(&self.db.superuser_url())
            .await
            .unwrap();
        sqlx::query_scalar(query)
            .fetch_one(&mut superuser)
            .await
            .unwrap()
    }

    /// The tables that have this text in some row, by name.
    pub(crate) async fn tables_with(&self, text: &str) -> Vec<String> {
        let mut superuser = PgConnection::connect(&self.db.superuser_url())
            .await
            .unwrap();
        let tables: Vec<String> = sqlx::query_scalar(
            "select tablename::text from pg_tables where schemaname = 'public' order by 1",
        )
        .fetch_all(&mut superuser)
        .await
        .unwrap();
        let mut found = Vec::new();
        for table in tables {
            let statement =
                format!("select exists (select from \"{table}\" t where strpos(t::text, $1) > 0)");
            let has_it: bool = sqlx::query_scalar(sqlx::AssertSqlSafe(statement))
                .bind(text)
                .fetch_one(&mut superuser)
                .await
                .unwrap();
            if has_it {
                found.push(table);
            }
        }
        found
    }

    /// Changes the database as the superuser, such as to let time pass.
    pub(crate) async fn execute(&self, statement: &'static str) {
        let mut superuser = PgConnection::connect(&self.db.superuser_url())
            .await
            .unwrap();
        sqlx::query(statement)
            .execute(&mut superuser)
            .await
            .unwrap();
    }

    /// What the simulator says under `/_sim/`.
    pub(crate) async fn sim(&self, method: Method, path: &str, body: Value) -> Value {
        let request = self
            .http
            .request(method, format!("{}/_sim/{path}", self.stripe.url()));
        let answer = send(if body.is_null() {
            request
        } else {
            request.json(&body)
        })
        .await;
        assert!(answer.status < 300, "{path}: {answer:?}");
        answer.body
    }

    /// Stops everything and checks what must hold after every test: the books balance and agree
    /// with the simulator, and every message and webhook has been dealt with.
    pub(crate) async fn settle(self) {
        self.is_settled().await;
        self.close().await;
    }

    /// Checks the same and goes on.
    pub(crate) async fn is_settled(&self) {
        self.is_quiet().await;
        self.books_agree().await;
        self.changes_are_recorded().await;
    }

    /// Stops everything.
    pub(crate) async fn close(mut self) {
        self.halt().await;
        self.stripe.stop().await.unwrap();
    }

    /// Ends the API and the worker; the database and the simulator go on.
    pub(crate) async fn halt(&mut self) {
        self.stop.cancel();
        if let Some(serving) = self.serving.take() {
            serving.await.unwrap();
        }
    }

    /// Waits until no message waits that is due or was claimed, perhaps by a worker that is dead, and
    /// no webhook is unapplied. None may have been set aside on the way.
    pub(crate) async fn is_quiet(&self) {
        let began = Instant::now();
        let mut calm = 0;
        while calm < 3 {
            let waiting = self
                .number(
                    "select (select count(*) from outbox
                              where dead_at is null
                                and (available_at <= now() + interval '2 s' or attempts > 0))
                          + (select count(*) from webhook_events where status = 'received')
                          + (select count(*) from payments where status = 'succeeded' and provider_fee_minor is null)",
                )
                .await;
            calm = if waiting == 0 { calm + 1 } else { 0 };
            if began.elapsed() > Duration::from_secs(150) {
                let left = self.left_over().await;
                panic!("{waiting} things are never dealt with: {left}");
            }
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
        let dead = "select count(*) from outbox where dead_at is not null";
        assert_eq!(self.number(dead).await, 0, "messages were set aside");
        let quarantined = "select count(*) from webhook_events where status = 'quarantined'";
        assert_eq!(self.number(quarantined).await, 0, "webhooks were set aside");
    }

    /// What waits in the outbox, and why.
    async fn left_over(&self) -> String {
        let mut superuser = PgConnection::connect(&self.db.superuser_url())
            .await
            .unwrap();
        let left: Option<String> = sqlx::query_scalar(
            "select string_agg(topic || ' ' || coalesce(last_error, ''), '; ')
               from outbox where available_at <= now() + interval '2 s' or attempts > 0",
        )
        .fetch_one(&mut superuser)
        .await
        .unwrap();
        left.unwrap_or_default()
    }

    /// The ledger's sum is zero, its clearing accounts hold what the simulator holds for us, and
    /// nothing was done there twice.
    pub(crate) async fn books_agree(&self) {
        assert_eq!(
            self.number("select coalesce(sum(amount), 0)::bigint from ledger_postings")
                .await,
            0
        );
        let state = self.sim(Method::GET, "state", Value::Null).await;
        assert_eq!(state["duplicates"], json!([]));
        let held: BTreeMap<String, i64> = state["balance"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(currency, purse)| (currency.clone(), purse["total"].as_i64().unwrap()))
            .filter(|&(_, total)| total != 0)
            .collect();
        let mut superuser = PgConnection::connect(&self.db.superuser_url())
            .await
            .unwrap();
        let booked: Vec<(String, i64)> = sqlx::query_as(
            "select lower(currency), sum(balance)::bigint from ledger_balances
              where code = 'stripe_clearing' group by 1 having sum(balance) <> 0",
        )
        .fetch_all(&mut superuser)
        .await
        .unwrap();
        let booked: BTreeMap<String, i64> = booked.into_iter().collect();
        assert_eq!(booked, held, "the books and {state}");
        let violations = self
            .sim(Method::GET, "schema_violations", Value::Null)
            .await;
        assert_eq!(violations["count"], 0, "{violations:#}");
    }
}

/// Sends a request and reads the answer, which must be one that the document lists.
pub(crate) async fn send(request: RequestBuilder) -> Answer {
    let (client, request) = request.build_split();
    let request = request.unwrap();
    let (method, url) = (request.method().clone(), request.url().clone());
    let answer = client.execute(request).await.unwrap();
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    let bytes = answer.bytes().await.unwrap();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let body = serde_json::from_str(&text).unwrap_or_else(|_| Value::String(text.clone()));
    contract::check(method.as_str(), url.path(), status, &body);
    if status < 300 {
        let request_id = headers.get("x-request-id").and_then(|id| id.to_str().ok());
        record::note(&method, &url, request_id);
    }
    Answer {
        status,
        headers,
        body,
        text,
    }
}

impl Answer {
    /// The body of an answer with this status.
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.body);
        self.body
    }

    /// Fails unless it is a refusal with this status and code.
    #[track_caller]
    pub(crate) fn refused(&self, status: u16, code: &str) {
        assert_eq!((self.status, self.code()), (status, code), "{}", self.text);
    }

    /// The stable code of a problem.
    pub(crate) fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }
}

fn settings(
    db: &TestDb,
    stripe: &str,
    media: &tempfile::TempDir,
    changed: &[(&str, &str)],
) -> Vec<(String, String)> {
    let mail = format!("file://{}/mail", media.path().display());
    let mut settings: Vec<(String, String)> = [
        ("DATABASE_URL", db.app_url()),
        ("DATABASE_RELAY_URL", db.relay_url()),
        ("DATABASE_OPERATOR_URL", db.operator_url()),
        ("TOKEN_KEYS", TOKEN_KEYS.to_owned()),
        ("ENCRYPTION_KEYS", ENCRYPTION_KEY.to_owned()),
        ("SENDGRID_WEBHOOK_KEY", SENDGRID_KEY.to_owned()),
        ("SES_FEEDBACK_TOPIC", SES_FEEDBACK_TOPIC.to_owned()),
        ("STRIPE_API_URL", stripe.to_owned()),
        ("STRIPE_SECRET_KEY", "sk_test_stoa".to_owned()),
        ("STRIPE_PUBLISHABLE_KEY", "pk_test_stoa".to_owned()),
        ("STRIPE_WEBHOOK_SECRETS", WEBHOOK_SECRET.to_owned()),
        ("MEDIA_DIR", media.path().display().to_string()),
        ("MAIL_URL", mail.clone()),
        ("SMS_URL", mail),
        // Nothing answers there.
        ("DNS_SERVER", "127.0.0.1:1".to_owned()),
        ("STOREFRONT_URL", "http://{host}:8080".to_owned()),
        ("CATALOG_CACHE_TTL_MS", "0".to_owned()),
        ("ALLOW_HTTP_ORIGINS", "true".to_owned()),
        ("OPERATOR_SECOND_FACTOR", "false".to_owned()),
        ("METRICS_ADDR", "off".to_owned()),
        ("LEDGER_COMPARISON_LAG_SECONDS", "1".to_owned()),
        ("WORKER_POLL_MS", "20".to_owned()),
        // A busy machine is no outage.
        ("DATABASE_ACQUIRE_TIMEOUT_SECONDS", "30".to_owned()),
        ("RATE_LIMIT_READ_PER_SECOND", "0".to_owned()),
        ("RATE_LIMIT_WRITE_PER_SECOND", "0".to_owned()),
        ("RATE_LIMIT_CHECKOUT_PER_MINUTE", "0".to_owned()),
        ("RATE_LIMIT_LOGIN_PER_MINUTE", "0".to_owned()),
        ("RATE_LIMIT_WEBHOOK_PER_SECOND", "0".to_owned()),
        ("CHECKOUT_UNPAID_ORDERS", "0".to_owned()),
        ("CHECKOUT_UNPAID_UNITS", "0".to_owned()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into();
    settings.extend(
        changed
            .iter()
            .map(|&(name, value)| (name.to_owned(), value.to_owned())),
    );
    settings
}

/// Stripe's published description, where it lies beside the repository.
fn published_schema() -> Option<std::path::PathBuf> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/data/stripe/openapi-2023-08-16.trimmed.json");
    path.exists().then_some(path)
}
