//! `stoa import products` as a process: what it tells, and how it ends.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use testkit::TestDb;

use crate::harness::ENCRYPTION_KEY;

const KEY: &str = "-----BEGIN PRIVATE KEY-----\\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\\n-----END PRIVATE KEY-----";

/// A database with one tenant, and a folder with files.
pub(super) struct Desk {
    db: TestDb,
    pub(super) folder: tempfile::TempDir,
}

impl Desk {
    pub(super) async fn new() -> Self {
        let desk = Self {
            db: TestDb::new().await,
            folder: tempfile::tempdir().unwrap(),
        };
        let made = Command::new(env!("CARGO_BIN_EXE_stoa"))
            .env_clear()
            .env("DATABASE_URL", desk.db.app_url())
            .env("DATABASE_RELAY_URL", desk.db.relay_url())
            .env("DATABASE_OPERATOR_URL", desk.db.operator_url())
            .env("TOKEN_KEYS", KEY)
            .env("ENCRYPTION_KEYS", ENCRYPTION_KEY)
            .env("STRIPE_API_URL", "http://127.0.0.1:1")
            .env("STRIPE_SECRET_KEY", "sk_test_1")
            .env("STRIPE_PUBLISHABLE_KEY", "pk_test_1")
            .env("STRIPE_WEBHOOK_SECRETS", "whsec_1")
            .env("MAIL_URL", "smtp://127.0.0.1:1")
            .args(["tenant", "create", "--slug", "aurora", "--name", "Aurora"])
            .args(["--owner-email", "owner@aurora.example", "--currency", "EUR"])
            .args(["--country", "DE"])
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", told(&made));
        desk
    }

    pub(super) fn superuser_url(&self) -> String {
        self.db.superuser_url()
    }

    pub(super) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.folder.path().join(name), bytes).unwrap();
    }

    /// Runs the command in the folder with nothing but the settings that it needs.
    pub(super) fn import(&self, arguments: &[&str]) -> Output {
        self.import_into("kept", arguments)
    }

    /// The same with the pictures kept elsewhere.
    pub(super) fn import_into(&self, media_dir: &str, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_stoa"))
            .current_dir(self.folder.path())
            .env_clear()
            .env("DATABASE_URL", self.db.app_url())
            .env("MEDIA_DIR", self.folder.path().join(media_dir))
            .args([
                "import", "products", "--tenant", "aurora", "--format", "shopify",
            ])
            .args(arguments)
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    pub(super) fn report(&self, arguments: &[&str]) -> (Option<i32>, Value) {
        let output = self.import(arguments);
        let report = serde_json::from_slice(&output.stdout);
        (
            output.status.code(),
            report.unwrap_or_else(|_| panic!("{}", told(&output))),
        )
    }
}

pub(super) fn told(output: &Output) -> String {
    let words = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes));
    words.concat().trim().to_owned()
}

#[tokio::test]
async fn a_file_goes_in_once() {
    let desk = Desk::new().await;
    desk.write("mug.gif", b"GIF89a\x02\0\x03\0\0\0\0\x3b");
    desk.write(
        "products.csv",
        "Handle,Title,Variant SKU,Variant Price,Image Src\nmug,Mug,M1,12.50,mug.gif\ncup,Cup,C1,9,\n",
    );
    let kept = desk.folder.path().join("kept");

    let foreseen = desk.import(&["--dry-run", "products.csv"]);
    assert_eq!(foreseen.status.code(), Some(0));
    assert_eq!(
        told(&foreseen),
        "2 rows: 2 products would be created, 0 would be updated, 0 unchanged, 0 refused; \
         2 variants, 1 picture"
    );
    assert!(!kept.exists());

    let (code, report) = desk.report(&["--json", "products.csv"]);
    assert_eq!(code, Some(0));
    let products = serde_json::json!({"created": 2, "updated": 0, "unchanged": 0, "refused": 0});
    assert_eq!(report["products"], products);
    assert_eq!(report["pictures"], 1);
    assert_eq!(report["generation"], "legacy");
    assert_eq!(fs::read_dir(&kept).unwrap().count(), 1);

    let again = desk.import(&["products.csv"]);
    assert_eq!(again.status.code(), Some(0));
    assert_eq!(
        told(&again),
        "2 rows: 0 products created, 0 updated, 2 unchanged, 0 refused; 2 variants, 0 pictures"
    );
}

#[tokio::test]
async fn rows_that_cannot_go_in_are_told_and_the_rest_goes_in() {
    let desk = Desk::new().await;
    desk.write(
        "products.csv",
        "Handle;Title;Variant Price;Mood\nmug;Mug;12,5,0;good\ncup;Cup;9;bad\n",
    );

    let output = desk.import(&["--media", "/", "products.csv"]);

    assert_eq!(output.status.code(), Some(3));
    assert_eq!(
        told(&output),
        "line 2, Variant Price: an amount is digits and at most one decimal point, such as \
         1234.50 (price_malformed)\n\
         2 rows: 1 product created, 0 updated, 0 unchanged, 1 refused; 1 variant, 0 pictures\n\
         note: columns that were not read: Mood\n\
         1 fault in the file"
    );
    let (code, report) = desk.report(&["--json", "products.csv"]);
    assert_eq!((code, &report["failed"]), (Some(3), &Value::from(1)));
    assert_eq!(report["failures"][0]["line"], 2);
    assert_eq!(report["products"]["unchanged"], 1);
}

#[tokio::test]
async fn what_cannot_be_used_is_one_clear_line() {
    let desk = Desk::new().await;
    desk.write("empty.csv", "");
    desk.write("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\r");
    desk.write("piped.csv", "Handle|Title\nmug|Mug\n");
    desk.write("fine.csv", "Handle,Title\nmug,Mug\n");

    for (arguments, line) in [
        (&["empty.csv"][..], "empty.csv: the file is empty"),
        (
            &["picture.csv"],
            "picture.csv: this is not a CSV file: it holds bytes that are no text",
        ),
        (
            &["piped.csv"],
            "piped.csv: the first line has no column \"Handle\"; it must name the columns of a \
             Shopify product export, parted by commas, semicolons or tabs",
        ),
        (
            &["absent.csv"],
            "absent.csv: No such file or directory (os error 2)",
        ),
        (&["."], ".: this is a folder"),
        (
            &["--media", "absent", "fine.csv"],
            "--media: absent: this is no folder",
        ),
        (
            &["--media", "fine.csv", "fine.csv"],
            "--media: fine.csv: this is no folder",
        ),
        (
            &["--currency", "BTC", "fine.csv"],
            "--currency: not a currency code that is supported",
        ),
        (
            &["--tenant", "meridian", "fine.csv"],
            "--tenant: there is no tenant meridian",
        ),
    ] {
        let output = if arguments.contains(&"--tenant") {
            foreign(&desk, arguments)
        } else {
            desk.import(arguments)
        };
        assert_eq!(told(&output), line);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}

/// The same command for a tenant that does not exist.
fn foreign(desk: &Desk, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_stoa"))
        .current_dir(desk.folder.path())
        .env_clear()
        .env("DATABASE_URL", desk.db.app_url())
        .args(["import", "products", "--format", "shopify"])
        .args(arguments)
        .output()
        .unwrap()
}

#[tokio::test]
async fn a_database_that_is_away_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = Path::new("products.csv");
    fs::write(folder.path().join(file), "Handle,Title\n").unwrap();

    let output = Command::new(env!("CARGO_BIN_EXE_stoa"))
        .current_dir(folder.path())
        .env_clear()
        .env("DATABASE_URL", "postgres://stoa_app@127.0.0.1:1/stoa")
        .args([
            "import", "products", "--tenant", "aurora", "--format", "shopify",
        ])
        .arg(file)
        .output()
        .unwrap();

    assert_eq!(output.status.code(), Some(1));
    assert!(
        told(&output).starts_with("DATABASE_URL: "),
        "{}",
        told(&output)
    );
}
