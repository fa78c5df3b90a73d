//! What the program writes to: the mail server, Twilio, folders and the bucket of pictures.

use std::path::Path;

use serde_json::json;
use testkit::{DnsServer, Moto, ProviderReply, ProviderServer};

use super::Place;

/// The settings of a bucket.
fn with(url: &str) -> [(&str, &str); 3] {
    [
        ("MEDIA_URL", url),
        ("MEDIA_ACCESS_KEY_ID", "AKIDTEST"),
        ("MEDIA_SECRET_ACCESS_KEY", "hunter2"),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mail_and_folders_are_tried() {
    let place = Place::new().await;
    let with_password = format!("smtp://stoa:hunter2@{}", place.smtp.address);
    for (setting, value, code, expected) in [
        (
            "MAIL_URL",
            "smtp://127.0.0.1:1",
            1,
            "fail  MAIL_URL: the mail server: ",
        ),
        (
            "MAIL_URL",
            with_password.as_str(),
            1,
            "fail  MAIL_URL: the mail server: ",
        ),
        ("STOREFRONT_DIR", "", 0, "warn  STOREFRONT_DIR: is not set"),
        (
            "STOREFRONT_DIR",
            "/nowhere",
            1,
            "fail  STOREFRONT_DIR: /nowhere/",
        ),
    ] {
        let line = place.fault(&[(setting, value)], code);
        assert!(line.starts_with(expected), "{line}");
    }

    let line = place.fault(&[("DNS_SERVER", "127.0.0.1:1")], 0);
    assert!(
        line.starts_with("warn  DNS_SERVER: DNS does not answer at the moment: "),
        "{line}"
    );
    let dns = DnsServer::start().await;
    let told = place.told(&[("DNS_SERVER", &dns.address.to_string())]);
    let ok = "ok    DNS_SERVER: the name server answers".to_owned();
    assert!(told.lines.contains(&ok), "{:#?}", told.lines);

    let moto = Moto::start().await;
    moto.make_mail_identity("stoa.test").await;
    let ses = format!("ses://eu-central-1?endpoint=http://{}", moto.address);
    let keys = [
        ("MAIL_URL", ses.as_str()),
        ("MAIL_ACCESS_KEY_ID", "AKIDTEST"),
        ("MAIL_SECRET_ACCESS_KEY", "hunter2"),
    ];
    let line = place.fault(&keys, 1);
    let why = "SES: the domain of the sender is not verified yet";
    assert!(
        line.starts_with("fail  MAIL_URL: ") && line.contains(why),
        "{line}"
    );

    let file = place.at("file");
    std::fs::write(&file, "").unwrap();
    let line = place.fault(&[("MEDIA_DIR", &file)], 1);
    assert!(
        line.starts_with(&format!("fail  MEDIA_DIR: {file}: ")),
        "{line}"
    );
    let mail = format!("file://{file}/mail");
    let line = place.fault(&[("MAIL_URL", &mail)], 1);
    assert!(line.starts_with("fail  MAIL_URL: "), "{line}");
    assert!(Path::new(&file).is_file());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bucket_is_written_to_and_read() {
    let place = Place::new().await;
    let moto = Moto::start().await;
    moto.make_bucket("stoa-media").await;
    let at = |bucket: &str, address: &str| {
        format!("s3://{bucket}?region=x&endpoint=http://{address}&path_style=true")
    };
    let url = at("stoa-media", &moto.address);

    let told = place.told(&with(&url));
    assert_eq!(told.code, 0, "{:#?}", told.lines);
    let line = "ok    MEDIA_URL: pictures can be written to the bucket and read again";
    assert!(told.lines.iter().any(|it| it == line), "{:#?}", told.lines);
    assert!(!Path::new(&place.at("media")).exists());

    let nowhere = at("stoa-nowhere", &moto.address);
    let out = at("stoa-media", "127.0.0.1:1");
    for url in [nowhere, out] {
        let line = place.fault(&with(&url), 1);
        assert!(line.starts_with("fail  MEDIA_URL: the bucket: "), "{line}");
        assert!(
            line.contains("To do: see that this machine reaches the store"),
            "{line}"
        );
    }
    let line = place.fault(&[("MEDIA_URL", "s3://stoa-media")], 1);
    assert!(
        line.starts_with("fail  settings: MEDIA_URL: must name the region"),
        "{line}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twilio_is_asked_whether_the_account_is_active() {
    let place = Place::new().await;
    let active = ProviderReply::Says(200, json!({"status": "active"}));
    let twilio = ProviderServer::start(active).await;
    let url = format!("twilio://AC0a:hunter2@{}?from=Aurora", twilio.address);

    let told = place.told(&[("SMS_URL", &url)]);
    let expected = "ok    SMS_URL: Twilio answers, and is asked to call https://";
    let is_told = told.lines.iter().any(|line| line.starts_with(expected));
    assert!(is_told, "{:#?}", told.lines);
    let asked = twilio.seen();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].path, "/2010-04-01/Accounts/AC0a.json");

    twilio.reply(ProviderReply::Says(401, json!({"code": 20003})));
    let line = place.fault(&[("SMS_URL", &url)], 1);
    assert!(line.starts_with("fail  SMS_URL: Twilio: "), "{line}");
    assert!(!line.contains("hunter2"), "{line}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_table_of_product_documents_is_asked() {
    let place = Place::new().await;
    let moto = Moto::start().await;
    moto.make_document_table("stoa-catalog").await;
    let at = |table: &str, address: &str| {
        format!("dynamodb://{table}?region=eu-central-1&endpoint=http://{address}")
    };
    let with = |store: &str| {
        [
            ("PRODUCT_DOCUMENTS", store.to_owned()),
            ("PRODUCT_DOCUMENTS_ACCESS_KEY_ID", "AKIDTEST".to_owned()),
            ("PRODUCT_DOCUMENTS_SECRET_ACCESS_KEY", "hunter2".to_owned()),
        ]
    };
    for (store, line) in [
        (
            at("stoa-catalog", &moto.address),
            "ok    PRODUCT_DOCUMENTS: the table of product documents answers",
        ),
        (
            "postgres".to_owned(),
            "ok    PRODUCT_DOCUMENTS: product documents are kept in the database",
        ),
    ] {
        let with = with(&store);
        let with: Vec<(&str, &str)> = with
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let told = place.told(&with);
        assert_eq!(told.code, 0, "{:#?}", told.lines);
        assert!(told.lines.iter().any(|it| it == line), "{:#?}", told.lines);
    }
    // Without it products are read from the database: a warning.
    for store in [
        at("stoa-nowhere", &moto.address),
        at("stoa-catalog", "127.0.0.1:1"),
    ] {
        let with = with(&store);
        let with: Vec<(&str, &str)> = with
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let line = place.fault(&with, 0);
        let why = "warn  PRODUCT_DOCUMENTS: the store of product documents cannot be used: ";
        assert!(line.starts_with(why), "{line}");
        assert!(line.contains("To do: make the table"), "{line}");
        assert!(!line.contains("hunter2"), "{line}");
    }
}
