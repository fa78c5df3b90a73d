//! The program as a process: what it refuses, what it answers, and how it ends.

use std::net::TcpListener;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use testkit::TestDb;

use crate::harness::ENCRYPTION_KEY;

const KEY: &str = "-----BEGIN PRIVATE KEY-----\\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\\n-----END PRIVATE KEY-----";

pub(crate) fn stoa(db: &TestDb, port: u16) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stoa"));
    command
        .env_clear()
        .env("DATABASE_URL", db.app_url())
        .env("DATABASE_RELAY_URL", db.relay_url())
        .env("DATABASE_OPERATOR_URL", db.operator_url())
        .env("DATABASE_OWNER_URL", db.owner_url())
        .env("TOKEN_KEYS", KEY)
        .env("ENCRYPTION_KEYS", ENCRYPTION_KEY)
        .env("STRIPE_API_URL", "http://127.0.0.1:1")
        .env("STRIPE_SECRET_KEY", "sk_test_1")
        .env("STRIPE_PUBLISHABLE_KEY", "pk_test_1")
        .env("STRIPE_WEBHOOK_SECRETS", "whsec_1")
        .env("MAIL_URL", "smtp://127.0.0.1:1")
        .env("METRICS_ADDR", "off")
        .env("LISTEN_ADDR", format!("127.0.0.1:{port}"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// A process that is killed with the test.
pub(crate) struct Running(pub(crate) Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Running {
    pub(crate) fn told_to_stop(&self) {
        kill_process(Pid::from_child(&self.0), Signal::TERM).unwrap();
    }

    pub(crate) fn ends_within(&mut self, limit: Duration) -> Option<i32> {
        let deadline = Instant::now() + limit;
        while Instant::now() < deadline {
            if let Some(status) = self.0.try_wait().unwrap() {
                return status.code();
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        None
    }
}

pub(crate) async fn ready(port: u16) -> reqwest::Response {
    let url = format!("http://127.0.0.1:{port}/health/ready");
    let client = reqwest::Client::new();
    for _ in 0..200 {
        if let Ok(response) = client.get(&url).send().await {
            return response;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("nobody answers on {url}");
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).trim().to_owned()
}

#[tokio::test]
async fn it_refuses_to_serve_as_a_role_that_could_see_every_tenant() {
    let db = TestDb::new().await;

    for (setting, role) in [
        ("DATABASE_URL", "stoa_owner"),
        ("DATABASE_RELAY_URL", "stoa_owner"),
        ("DATABASE_OPERATOR_URL", "stoa_owner"),
    ] {
        let output = stoa(&db, free_port())
            .env(setting, db.owner_url())
            .arg("serve")
            .output()
            .unwrap();

        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert_eq!(
            told(&output),
            format!("{setting}: the role {role} owns tables or can bypass row-level security")
        );
    }
}

#[tokio::test]
async fn every_command_refuses_such_a_role() {
    let db = TestDb::new().await;
    let refused = "the role stoa_owner owns tables or can bypass row-level security";

    for arguments in [
        &["worker"][..],
        &["outbox", "list"],
        &["webhooks", "list"],
        &["operator", "create", "--email", "o@stoa.test"],
        &[
            "tenant",
            "create",
            "--slug",
            "a",
            "--owner-email",
            "o@a.test",
        ],
        &[
            "import", "products", "--tenant", "a", "--format", "shopify", "a.csv",
        ],
    ] {
        let mut command = stoa(&db, 0);
        command.env("DATABASE_URL", db.owner_url());
        let output = command.args(arguments).output().unwrap();

        let line = format!("DATABASE_URL: {refused}");
        assert_eq!(told(&output), line, "{arguments:?}: {output:?}");
        assert_eq!(output.status.code(), Some(2));
    }
}

#[tokio::test]
async fn a_database_that_cannot_be_found_or_reached_is_named_by_its_setting() {
    let db = TestDb::new().await;

    for setting in [
        "DATABASE_URL",
        "DATABASE_RELAY_URL",
        "DATABASE_OPERATOR_URL",
    ] {
        let mut command = stoa(&db, 0);
        command.env(setting, "somewhere");
        let output = command.arg("serve").output().unwrap();

        let line =
            format!("{setting}: not an address such as postgres://role:password@host/database");
        assert_eq!(told(&output), line);
        assert_eq!(output.status.code(), Some(2));

        let mut command = stoa(&db, 0);
        // Nobody listens on port 1.
        command.env(setting, "postgres://nobody@127.0.0.1:1/none");
        let create = ["operator", "create", "--email", "o@stoa.test"];
        let output = command.args(create).output().unwrap();

        let line = format!("{setting}: the database cannot be reached at the moment");
        assert!(told(&output).starts_with(&line), "{output:?}");
        assert_eq!(told(&output).lines().count(), 1, "{output:?}");
        assert_eq!(output.status.code(), Some(1));
    }
}

#[tokio::test]
async fn a_schema_that_is_older_than_the_program_is_one_clear_line() {
    let db = TestDb::new().await;
    let mut owner = PgConnection::connect(&db.owner_url()).await.unwrap();
    let newest = "delete from refinery_schema_history
                   where version = (select max(version) from refinery_schema_history)
                  returning version,
                            (select max(version) from refinery_schema_history older
                              where older.version < refinery_schema_history.version)";
    let (newest, before): (i32, i32) = sqlx::query_as(newest).fetch_one(&mut owner).await.unwrap();
    let older = format!(
        "DATABASE_URL: the schema has version {before} and should have {newest}: run stoa migrate"
    );

    for (statement, line) in [
        ("select 1", older.as_str()),
        (
            "drop table refinery_schema_history",
            "DATABASE_URL: the schema is not there yet: run stoa migrate",
        ),
    ] {
        sqlx::raw_sql(AssertSqlSafe(statement))
            .execute(&mut owner)
            .await
            .unwrap();
        let output = stoa(&db, free_port()).arg("serve").output().unwrap();

        assert_eq!(told(&output), line);
        assert_eq!(output.status.code(), Some(2));
    }
}

#[tokio::test]
async fn it_tells_every_setting_that_is_missing_and_starts_nothing() {
    let output = Command::new(env!("CARGO_BIN_EXE_stoa"))
        .env_clear()
        .arg("serve")
        .output()
        .unwrap();

    assert_eq!(output.status.code(), Some(2));
    assert!(
        told(&output).starts_with("DATABASE_URL: must be set\n"),
        "{output:?}"
    );
    assert!(output.stdout.is_empty());
}

/// What would be unsafe is one line with the setting's name, and nothing starts.
#[tokio::test]
async fn unsafe_settings_are_refused() {
    let db = TestDb::new().await;
    let elsewhere = "postgres://stoa_app:x@db.example/stoa?sslmode=disable";
    let (app, relay) = (db.app_url(), db.relay_url());
    let clear = "another machine's database is reached with sslmode=verify-full only";
    let secrets = "must be signing secrets (whsec_…), separated by commas";
    let large =
        "a network of more than a /8 (IPv4) or a /16 (IPv6) lets anybody name their address";

    for (setting, value, why) in [
        ("STRIPE_WEBHOOK_SECRETS", "a", secrets),
        ("STRIPE_WEBHOOK_SECRETS", ",", secrets),
        ("STRIPE_WEBHOOK_SECRETS", "whsec_1,a", secrets),
        ("DATABASE_URL", elsewhere, clear),
        ("DATABASE_RELAY_URL", elsewhere, clear),
        ("DATABASE_OPERATOR_URL", elsewhere, clear),
        ("TRUSTED_PROXIES", "0.0.0.0/0", large),
        ("TRUSTED_PROXIES", "::/0", large),
        ("BODY_LIMIT_BYTES", "0", "must be 1 or more"),
        (
            "DATABASE_RELAY_URL",
            app.as_str(),
            "the role is stoa_app, and must be stoa_relay",
        ),
        (
            "DATABASE_OPERATOR_URL",
            app.as_str(),
            "the role is stoa_app, and must be stoa_operator",
        ),
        (
            "DATABASE_URL",
            relay.as_str(),
            "the role is stoa_relay, and must be stoa_app",
        ),
    ] {
        let output = stoa(&db, free_port())
            .env(setting, value)
            .arg("serve")
            .output()
            .unwrap();

        assert_eq!(told(&output), format!("{setting}: {why}"), "{value}");
        assert_eq!(output.status.code(), Some(2), "{value}");
    }
}

#[tokio::test]
async fn a_role_that_may_create_temporary_tables_is_refused() {
    let db = TestDb::new().await;
    let mut superuser = PgConnection::connect(&db.superuser_url()).await.unwrap();
    let grant = "do $$ begin
                   execute format('grant temporary on database %I to stoa_relay', current_database());
                 end $$";
    sqlx::raw_sql(grant).execute(&mut superuser).await.unwrap();

    let output = stoa(&db, free_port()).arg("serve").output().unwrap();

    let line = "DATABASE_RELAY_URL: the role stoa_relay may create temporary tables";
    assert!(told(&output).starts_with(line), "{output:?}");
    assert_eq!(output.status.code(), Some(2));
}

#[tokio::test]
async fn a_port_that_is_taken_is_one_clear_line() {
    let db = TestDb::new().await;
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();

    let output = stoa(&db, port).arg("serve").output().unwrap();

    assert_eq!(output.status.code(), Some(2));
    let expected = format!("LISTEN_ADDR: 127.0.0.1:{port}: Address already in use");
    assert!(told(&output).starts_with(&expected), "{output:?}");
    assert_eq!(told(&output).lines().count(), 1);
}

#[tokio::test]
async fn it_gets_ready_and_stops_when_asked() {
    let db = TestDb::new().await;
    let port = free_port();
    let mut running = Running(
        stoa(&db, port)
            .args(["serve", "--with-worker"])
            .spawn()
            .unwrap(),
    );

    let response = ready(port).await;
    assert_eq!(response.status(), 200);
    assert!(response.headers().contains_key("x-request-id"));
    running.told_to_stop();

    assert_eq!(running.ends_within(Duration::from_secs(5)), Some(0));
}

/// A supervisor that stops a process the moment it is healthy, or while it still waits for its
/// database, is no crash.
#[tokio::test]
async fn it_stops_when_asked_from_its_first_answer_on() {
    let db = TestDb::new().await;
    // Nobody listens on port 1: it waits.
    let away = "postgres://stoa_app@127.0.0.1:1/none?sslmode=disable".to_owned();

    for command in ["serve", "worker"] {
        for database in [db.app_url(), away.clone()] {
            let metrics = format!("127.0.0.1:{}", free_port());
            let mut process = stoa(&db, free_port());
            process
                .env("METRICS_ADDR", &metrics)
                .env("DATABASE_URL", &database)
                // Nobody reads them: a full pipe would stop it.
                .stdout(Stdio::null());
            let mut running = Running(process.arg(command).spawn().unwrap());
            while std::net::TcpStream::connect(&metrics).is_err() {
                assert_eq!(running.0.try_wait().unwrap(), None, "{command} {database}");
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            running.told_to_stop();

            let ended = running.ends_within(Duration::from_secs(10));
            assert_eq!(ended, Some(0), "{command} {database}");
        }
    }
}

#[tokio::test]
async fn two_migrations_at_once_are_safe() {
    let db = TestDb::new().await;
    let start = || Running(stoa(&db, 0).arg("migrate").spawn().unwrap());

    let mut both = [start(), start()];

    for running in &mut both {
        assert_eq!(running.ends_within(Duration::from_secs(30)), Some(0));
    }
}
