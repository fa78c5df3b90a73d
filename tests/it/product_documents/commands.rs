//! `stoa products` and what the doctor says of documents.

use std::process::Output;

use serde_json::json;
use testkit::Moto;

use super::{becomes, fill, line, mark, settings, table, title};
use crate::harness::System;
use crate::processes::{free_port, stoa};
use crate::search::made;

/// Runs `stoa products …` with documents at `place`.
async fn products(system: &System, place: &str, arguments: &[&str]) -> (i32, String) {
    let mut command = stoa(&system.db, free_port());
    command.arg("products").args(arguments);
    command.env("PLATFORM_DOMAIN", "localhost");
    command.envs(settings(place));
    let output: Output = tokio::task::spawn_blocking(move || command.output().unwrap())
        .await
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8(said).unwrap().trim().to_owned();
    (output.status.code().unwrap(), said)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn documents_are_made_again_while_they_are_read() {
    let moto = Moto::start().await;
    table(&moto).await;
    // Products from before there were documents.
    let before = System::start().await;
    let shop = before.shop("aurora", &[]).await;
    fill(&shop).await;
    let other = before.shop("meridian", &[]).await;
    other.create(&[made("Sofa", json!({"slug": "sofa"}))]).await;

    for place in ["postgres", &line(&moto.address)] {
        let run = async |arguments: &[&str]| products(&before, place, arguments).await;
        let said = |told: &str| (0, told.to_owned());
        assert_eq!(
            run(&["rebuild", "--tenant", "aurora"]).await,
            said("2 documents put, 0 current already")
        );
        assert_eq!(
            run(&["rebuild"]).await,
            said("1 document put, 2 current already")
        );
        assert_eq!(
            run(&["rebuild"]).await,
            said("0 documents put, 3 current already")
        );
        assert_eq!(
            run(&["remove-documents", "--tenant", &other.tenant_id]).await,
            said("1 document deleted")
        );
        assert_eq!(
            run(&["rebuild"]).await,
            said("1 document put, 2 current already")
        );
        assert_eq!(title(&shop, "lamp").await, "Lamp");
    }
    let wrong = products(&before, "postgres", &["rebuild", "--tenant", "nobody"]).await;
    assert_eq!(wrong, (2, "--tenant: there is no tenant nobody".to_owned()));
    let nowhere = products(&before, "", &["rebuild"]).await;
    let why = "PRODUCT_DOCUMENTS: must name the store that documents are kept in";
    assert_eq!(nowhere, (2, why.to_owned()));
    let odd = products(&before, "redis", &["rebuild"]).await;
    assert_eq!(odd.0, 2);
    let why = "PRODUCT_DOCUMENTS: must be postgres, or dynamodb://TABLE?region=…";
    assert!(odd.1.contains(why), "{}", odd.1);
    let out = products(&before, &line("127.0.0.1:1"), &["rebuild"]).await;
    assert_eq!(out.0, 1);
    let why = "products rebuild (so far 0 documents put, 0 current already): the store of product documents";
    assert!(out.1.starts_with(why), "{}", out.1);
    before.close().await;
}

/// Each product can be read all the while, and is what it is.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rebuild_leaves_no_gap() {
    let moto = Moto::start().await;
    table(&moto).await;
    let place = line(&moto.address);
    let system = System::with(&settings(&place)).await;
    let shop = system.shop("aurora", &[]).await;
    let rows: Vec<(String, i64, i64)> = (0..120).map(|n| (format!("mug-{n}"), 900, 5)).collect();
    let rows: Vec<(&str, i64, i64)> = rows
        .iter()
        .map(|(name, a, b)| (name.as_str(), *a, *b))
        .collect();
    shop.stock(&rows).await;
    system.is_quiet().await;
    // Half of the table is lost.
    let shown = async || {
        for number in [0, 60, 119] {
            let slug = format!("mug-{number}");
            assert_eq!(title(&shop, &slug).await, slug);
        }
    };
    let removed = products(&system, &place, &["remove-documents", "--tenant", "aurora"]).await;
    assert_eq!(removed, (0, "120 documents deleted".to_owned()));
    shown().await;

    let mut running = Box::pin(products(&system, &place, &["rebuild"]));
    let rebuilt = loop {
        tokio::select! {
            rebuilt = &mut running => break rebuilt,
            () = shown() => {}
        }
    };
    drop(running);
    assert_eq!(
        rebuilt,
        (0, "120 documents put, 0 current already".to_owned())
    );
    shown().await;
    assert_eq!(mark(&moto, "Marked").await, 120);
    becomes(&shop, "mug-60", "Marked").await;
    system.settle().await;
}
