//! `stoa tenant create` and `stoa operator create`: safe to repeat, and clear about what is wrong.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use sqlx::{Connection, PgConnection};
use testkit::TestDb;

use crate::harness::ENCRYPTION_KEY;

const KEY: &str = "-----BEGIN PRIVATE KEY-----\\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\\n-----END PRIVATE KEY-----";

struct Shell {
    db: TestDb,
    media: tempfile::TempDir,
}

impl Shell {
    async fn new() -> Self {
        Self {
            db: TestDb::new().await,
            media: tempfile::tempdir().unwrap(),
        }
    }

    fn stoa(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stoa"));
        command
            .env_clear()
            .env("DATABASE_URL", self.db.app_url())
            .env("DATABASE_RELAY_URL", self.db.relay_url())
            .env("DATABASE_OPERATOR_URL", self.db.operator_url())
            .env("TOKEN_KEYS", KEY)
            .env("ENCRYPTION_KEYS", ENCRYPTION_KEY)
            .env("STRIPE_SECRET_KEY", "sk_test_1")
            .env("STRIPE_PUBLISHABLE_KEY", "pk_test_1")
            .env("STRIPE_WEBHOOK_SECRETS", "whsec_1")
            .env("MAIL_URL", "smtp://127.0.0.1:1")
            .env("MEDIA_DIR", self.media.path())
            .args(arguments);
        command
    }

    async fn count(&self, query: &'static str) -> i64 {
        let mut superuser = PgConnection::connect(&self.db.superuser_url())
            .await
            .unwrap();
        sqlx::query_scalar(query)
            .fetch_one(&mut superuser)
            .await
            .unwrap()
    }
}

fn told(output: Output) -> Value {
    let Output {
        status,
        stdout,
        stderr,
    } = output;
    assert!(status.success(), "{}", String::from_utf8_lossy(&stderr));
    serde_json::from_slice(&stdout).unwrap()
}

#[tokio::test]
async fn a_tenant_is_created_once_and_its_password_told_once() {
    let shell = Shell::new().await;
    let arguments = [
        "tenant",
        "create",
        "--slug=borealis",
        "--name=Borealis",
        "--owner-email=owner@borealis.example",
        "--currency=EUR",
        "--country=DE",
        "--host=shop.borealis.example",
    ];

    let first = told(shell.stoa(&arguments).output().unwrap());
    let second = told(shell.stoa(&arguments).output().unwrap());

    let hosts = first.pointer("/storefronts/0/hosts").unwrap();
    assert_eq!(hosts[0], "borealis.localhost");
    assert_eq!(hosts[1], "shop.borealis.example");
    assert_eq!(first["owner"]["password"].as_str().unwrap().len(), 24);
    assert_eq!(second["owner"]["password"], Value::Null);
    for what in ["id", "storefronts", "merchants"] {
        assert_eq!(first[what], second[what], "{what}");
    }
    assert_eq!(shell.count("select count(*) from tenants").await, 1);
}

#[tokio::test]
async fn a_brand_file_makes_a_tenant_with_its_logo() {
    let shell = Shell::new().await;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/meridian/brand.json");
    let file = format!("--file={}", file.display());

    let output = shell
        .stoa(&[
            "tenant",
            "create",
            &file,
            "--owner-email=owner@meridian.example",
        ])
        .env("STOA_PASSWORD", "a password of my own")
        .output()
        .unwrap();

    let made = told(output);
    assert_eq!(made["slug"], "meridian");
    assert_eq!(made["merchants"].as_array().unwrap().len(), 2);
    assert_eq!(made["owner"]["password"], Value::Null, "its owner knows it");
    let tenant = made["id"].as_str().unwrap();
    let pictures = std::fs::read_dir(shell.media.path().join(tenant)).unwrap();
    assert_eq!(pictures.count(), 1);
    let with_logo = shell
        .count("select count(*) from storefronts where brand ->> 'logo_url' like '/media/%.webp'")
        .await;
    assert_eq!(with_logo, 1);
}

#[tokio::test]
async fn what_is_wrong_with_a_tenant_is_told_a_line_for_each_field() {
    let shell = Shell::new().await;

    let output = shell
        .stoa(&[
            "tenant",
            "create",
            "--slug=www",
            "--owner-email=nobody",
            "--country=DE",
        ])
        .output()
        .unwrap();

    assert_eq!(output.status.code(), Some(1));
    let lines = String::from_utf8(output.stderr).unwrap();
    let fields: Vec<&str> = lines
        .lines()
        .map(|line| line.split_once(": ").unwrap().0)
        .collect();
    assert_eq!(
        fields,
        ["slug", "name", "owner/email", "storefront/currency"]
    );
    assert_eq!(shell.count("select count(*) from tenants").await, 0);
}

#[tokio::test]
async fn an_operator_gets_a_password_and_then_another() {
    let shell = Shell::new().await;
    let create = ["operator", "create", "--email=Ops@Stoa.example"];

    let first = told(shell.stoa(&create).output().unwrap());
    let mut second = shell
        .stoa(&[&create[..], &["--password-stdin"]].concat())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = second.stdin.take().unwrap();
    input.write_all(b"a password of my own\n").unwrap();
    drop(input);
    let second = told(second.wait_with_output().unwrap());
    let short = shell
        .stoa(&create)
        .env("STOA_PASSWORD", "short")
        .output()
        .unwrap();

    assert_eq!(first["email"], "ops@stoa.example");
    assert_eq!(first["created"], true);
    assert_eq!(first["password"].as_str().unwrap().len(), 24);
    assert_eq!(second["created"], false);
    assert_eq!(second["id"], first["id"]);
    assert_eq!(second["password"], Value::Null);
    assert_eq!(
        String::from_utf8(short.stderr).unwrap(),
        "the password: 15 to 1024 characters, at least 5 of them different, and none a control character\n"
    );
}
