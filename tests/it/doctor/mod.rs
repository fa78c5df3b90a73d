//! `stoa doctor`: each fault that is planted is one line that says what to do, and no line has a secret.

mod folders;

use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::Command;

use kernel::ports::{Clock, SystemClock};
use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use testkit::{RedisServer, SmtpServer, TestDb};
use time::format_description::well_known::Rfc2822;

use crate::processes::{free_port, stoa};

/// An installation that nothing is wrong with.
struct Place {
    db: TestDb,
    smtp: SmtpServer,
    stripe: stripe_sim::Running,
    folder: tempfile::TempDir,
}

/// How it ended, and what it wrote on each stream.
struct Told {
    code: i32,
    lines: Vec<String>,
    summary: String,
}

impl Place {
    async fn new() -> Self {
        let place = Self {
            db: TestDb::new().await,
            smtp: SmtpServer::start().await,
            stripe: stripe_sim::start(stripe_sim::Config::default())
                .await
                .unwrap(),
            folder: tempfile::tempdir().unwrap(),
        };
        let shop = place.folder.path().join("shop");
        std::fs::create_dir_all(shop.join("public/assets")).unwrap();
        std::fs::write(shop.join("public/assets/app.js"), "").unwrap();
        std::fs::write(shop.join("render.js"), "").unwrap();
        let manifest = r#"{"entry": "/assets/app.js", "styles": [], "preload": []}"#;
        std::fs::write(shop.join("shop.json"), manifest).unwrap();
        place
    }

    fn at(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    fn doctor(&self, changed: &[(&str, &str)], arguments: &[&str]) -> std::process::Output {
        let mut command: Command = stoa(&self.db, free_port());
        command
            .env("STRIPE_API_URL", self.stripe.url())
            .env("STRIPE_SECRET_KEY", "sk_test_stoa")
            .env("MAIL_URL", format!("smtp://{}", self.smtp.address))
            .env("MAIL_FROM", "no-reply@stoa.test")
            .env("MEDIA_DIR", self.at("media"))
            .env("STOREFRONT_DIR", self.at("shop"))
            .envs(changed.iter().copied());
        command.arg("doctor").args(arguments).output().unwrap()
    }

    /// What it tells with these settings changed. The simulator and the mail server go on meanwhile.
    fn told(&self, changed: &[(&str, &str)]) -> Told {
        tokio::task::block_in_place(|| {
            let output = self.doctor(changed, &[]);
            let text = String::from_utf8(output.stdout).unwrap();
            let errors = String::from_utf8(output.stderr).unwrap();
            for secret in ["sk_test_stoa", "whsec_1", "MC4CAQAw", "stoaapp@", "hunter2"] {
                assert!(!text.contains(secret), "{secret} is in {text}");
                assert!(!errors.contains(secret), "{secret} is in {errors}");
            }
            Told {
                code: output.status.code().unwrap(),
                lines: text.lines().map(str::to_owned).collect(),
                summary: errors.trim_end().to_owned(),
            }
        })
    }

    /// The one line that is not `ok` with these settings changed.
    fn fault(&self, changed: &[(&str, &str)], code: i32) -> String {
        let told = self.told(changed);
        let faults: Vec<&String> = told
            .lines
            .iter()
            .filter(|line| !line.starts_with("ok"))
            .collect();
        assert_eq!(faults.len(), 1, "{:#?}", told.lines);
        assert_eq!(told.code, code, "{:#?}", told.lines);
        if code == 1 {
            let summary = format!("1 of {} checks failed", told.lines.len());
            assert_eq!(told.summary, summary);
        }
        faults[0].clone()
    }
}

async fn execute(url: &str, statement: &str) {
    let mut conn = PgConnection::connect(url).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(statement.to_owned()))
        .execute(&mut conn)
        .await
        .unwrap();
}

/// Something that answers every request with this status, at this time and with this body.
fn answering(status: u16, seconds_off: i64, body: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut request = [0; 4096];
            assert!(stream.read(&mut request).unwrap() > 0);
            let now = SystemClock.now() + time::Duration::seconds(seconds_off);
            let date = now.format(&Rfc2822).unwrap();
            let date = date.replace("+0000", "GMT");
            let length = body.len();
            write!(
                stream,
                "HTTP/1.1 {status} x\r\nDate: {date}\r\nContent-Length: {length}\r\n\r\n{body}"
            )
            .unwrap();
        }
    });
    format!("http://{address}")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_wrong_with_a_good_installation() {
    let place = Place::new().await;

    let told = place.told(&[]);

    let checks: Vec<&str> = told
        .lines
        .iter()
        .map(|line| line.split(": ").next().unwrap())
        .collect();
    assert_eq!(
        checks,
        [
            "ok    settings",
            "ok    DATABASE_URL",
            "ok    schema",
            "ok    database clock",
            "ok    DATABASE_RELAY_URL",
            "ok    DATABASE_OPERATOR_URL",
            "ok    STRIPE_SECRET_KEY",
            "ok    Stripe's clock",
            "ok    MAIL_URL",
            "ok    MEDIA_DIR",
            "ok    ENCRYPTION_KEYS",
            "ok    TOKEN_KEYS",
            "ok    STOREFRONT_DIR",
        ],
        "{:#?}",
        told.lines
    );
    assert_eq!((told.code, told.summary.as_str()), (0, ""));
    assert_eq!(std::fs::read_dir(place.at("media")).unwrap().count(), 0);
    assert_eq!(place.smtp.taken(), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_setting_is_a_line_and_the_rest_is_looked_at() {
    let place = Place::new().await;

    let line = place.fault(&[("WORKER_POLL_MS", "0")], 1);
    assert_eq!(
        line,
        "fail  settings: WORKER_POLL_MS: must be 1 or more. To do: correct it; .env.sample says what it is for"
    );

    let told = place.told(&[("TOKEN_KEYS", "hunter2"), ("STRIPE_SECRET_KEY", "hunter2")]);
    let failed: Vec<&String> = told
        .lines
        .iter()
        .filter(|line| line.starts_with("fail"))
        .collect();
    assert_eq!(failed.len(), 2, "{:#?}", told.lines);
    assert!(failed[0].starts_with("fail  settings: TOKEN_KEYS: there is no `PRIVATE KEY`"));
    assert!(failed[1].starts_with("fail  settings: STRIPE_SECRET_KEY: must be a secret key"));
    assert!(
        told.lines
            .iter()
            .any(|line| line.starts_with("ok    schema"))
    );
    assert_eq!(told.code, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_database_is_looked_at_as_each_role() {
    let place = Place::new().await;
    let (app, relay) = (place.db.app_url(), place.db.relay_url());

    let line = place.fault(&[("DATABASE_RELAY_URL", &app)], 1);
    let expected =
        "fail  DATABASE_RELAY_URL: the role is stoa_app, and must be stoa_relay. To do: ";
    assert!(line.starts_with(expected), "{line}");

    let nobody = "postgres://stoa_operator:hunter2@127.0.0.1:1/stoa";
    let line = place.fault(&[("DATABASE_OPERATOR_URL", nobody)], 1);
    let expected = "fail  DATABASE_OPERATOR_URL: the database cannot be reached at the moment";
    assert!(line.starts_with(expected), "{line}");
    assert!(line.contains("see that PostgreSQL runs"), "{line}");

    let wrong = relay.replace("stoarelay", "hunter2");
    let line = place.fault(&[("DATABASE_RELAY_URL", &wrong)], 1);
    assert!(line.starts_with("fail  DATABASE_RELAY_URL: "), "{line}");
    assert!(line.contains("the password are right"), "{line}");

    let grant = "do $$ begin
                   execute format('grant temporary on database %I to stoa_app', current_database());
                 end $$";
    execute(&place.db.superuser_url(), grant).await;
    let line = place.fault(&[], 1);
    let expected = "fail  DATABASE_URL: the role stoa_app may create temporary tables";
    assert!(line.starts_with(expected), "{line}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn migrations_may_be_ahead_and_never_behind() {
    let place = Place::new().await;
    let copy = "insert into refinery_schema_history
                select 9999, name, applied_on, checksum from refinery_schema_history
                 order by version desc limit 1";
    execute(&place.db.owner_url(), copy).await;
    let line = place.fault(&[], 0);
    assert!(
        line.starts_with("warn  schema: has version 9999; this program knows "),
        "{line}"
    );

    let lose = "delete from refinery_schema_history where version = 3";
    execute(&place.db.owner_url(), lose).await;
    let line = place.fault(&[], 1);
    let expected = "fail  schema: the schema lacks version 3, though later ones were applied: run stoa migrate";
    assert!(line.starts_with(expected), "{line}");

    let behind = "delete from refinery_schema_history where version > 20";
    execute(&place.db.owner_url(), behind).await;
    let line = place.fault(&[], 1);
    let expected = "fail  schema: the schema has version 20 and should have ";
    assert!(line.starts_with(expected), "{line}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn clocks_that_are_apart_are_found() {
    let place = Place::new().await;
    // A database whose clock is five minutes behind, as its sessions see it.
    let plant = "create function public.clock_timestamp() returns timestamptz
                 language sql as $$ select pg_catalog.clock_timestamp() - interval '300 s' $$;
                 do $$ begin
                   execute format('alter role stoa_app in database %I set search_path = public, pg_catalog',
                                  current_database());
                 end $$";
    execute(&place.db.superuser_url(), plant).await;
    let line = place.fault(&[], 1);
    assert!(
        line.starts_with("fail  database clock: is 300 s behind the clock of this machine")
            || line.starts_with("fail  database clock: is 299 s behind"),
        "{line}"
    );
    let mend = "do $$ begin
                  execute format('alter role stoa_app in database %I reset search_path', current_database());
                end $$";
    execute(&place.db.superuser_url(), mend).await;

    let late = answering(200, 30, r#"{"livemode": false}"#);
    let line = place.fault(&[("STRIPE_API_URL", &late)], 0);
    assert!(line.starts_with("warn  Stripe's clock: is "), "{line}");
    assert!(
        line.contains(" s ahead of the clock of this machine"),
        "{line}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn stripe_is_asked_whether_it_takes_the_key() {
    let place = Place::new().await;
    for (address, expected) in [
        (
            "http://127.0.0.1:1".to_owned(),
            "fail  STRIPE_SECRET_KEY: Stripe: it cannot be reached: ",
        ),
        (
            answering(401, 0, "{}"),
            "fail  STRIPE_SECRET_KEY: Stripe: it does not accept the key (401). To do: make a new key",
        ),
        (
            answering(503, 0, "{}"),
            "fail  STRIPE_SECRET_KEY: Stripe: it answers 503. To do: ",
        ),
        (
            answering(200, 0, "<html>"),
            "fail  STRIPE_SECRET_KEY: Stripe: the answer is not Stripe's. To do: correct STRIPE_API_URL",
        ),
        (
            answering(200, 0, r#"{"livemode": true}"#),
            "fail  STRIPE_SECRET_KEY: Stripe answers in live mode. To do: ",
        ),
    ] {
        let line = place.fault(&[("STRIPE_API_URL", &address)], 1);
        assert!(line.starts_with(expected), "{line}");
    }

    let restricted = answering(403, 0, "{}");
    let line = place.fault(&[("STRIPE_API_URL", &restricted)], 0);
    let expected =
        "warn  STRIPE_SECRET_KEY: Stripe knows the key, and does not let it read balances. To do: ";
    assert!(line.starts_with(expected), "{line}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn scripts_read_json() {
    let place = Place::new().await;
    let output = tokio::task::block_in_place(|| {
        place.doctor(&[("STOREFRONT_DIR", "/nowhere")], &["--json"])
    });

    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(told["status"], "fail");
    let checks = told["checks"].as_array().unwrap();
    assert_eq!(checks.len(), 13, "{told:#}");
    let last = checks.last().unwrap();
    assert_eq!(last["check"], "STOREFRONT_DIR");
    assert_eq!(last["status"], "fail");
    assert!(last["says"].as_str().unwrap().contains("/nowhere"));
    assert!(
        last["do"]
            .as_str()
            .unwrap()
            .starts_with("build the web shop")
    );
    assert_eq!(checks[0]["do"], Value::Null);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_counts_or_each_process_does() {
    let place = Place::new().await;
    let redis = RedisServer::start().await;

    let told = place.told(&[("REDIS_URL", &redis.url())]);
    let line = "ok    REDIS_URL: Redis counts for all processes, in time".to_owned();
    assert!(told.lines.contains(&line), "{:#?}", told.lines);

    let nobody = "redis://stoa:hunter2@127.0.0.1:1";
    let line = place.fault(&[("REDIS_URL", nobody)], 0);
    assert!(line.starts_with("warn  REDIS_URL: Redis: "), "{line}");
    assert!(line.contains("each process counts by itself"), "{line}");
}
