//! Types of what was planted, and that it arrives. Placed beside the tests of the package.

#[path = "sdk/conformance.rs"]
mod conformance;
#[path = "sdk/mock.rs"]
mod mock;

use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use conformance::{Outcome, around, check, options, with_options};
use serde_json::Value;
use stoa::models::{PlantedBox, PlantedPaper, PlantedWrap};
use stoa::{Admin, HttpRequest, HttpResponse, Options, Storefront};

#[tokio::test]
async fn a_planted_union_is_sent_and_returned() {
    let sent = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&sent);
    let transport = move |request: HttpRequest| {
        seen.lock().unwrap().push((request.url, request.body.unwrap()));
        let body = r#"{"wraps":[{"kind":"box","color":"red","size":2},{"kind":"ribbon","length":3}],"note":null}"#;
        Ok(HttpResponse { status: 200, body: body.into(), ..HttpResponse::default() })
    };
    let shop = Storefront::new(Options::host("shop.example").transport(transport)).unwrap();
    let paper = PlantedPaper { color: "blue".into(), ..Default::default() };
    let order = shop.plant("a", &paper.into()).from("b").await.unwrap();

    let [PlantedWrap::Box(first), PlantedWrap::Unknown(second)] = &order.wraps[..] else { panic!("{order:?}") };
    assert_eq!(first, &PlantedBox { color: "red".into(), size: Some(2), ..Default::default() });
    assert_eq!(second["length"], 3);
    assert_eq!(order.note, stoa::Nullable::Null);
    shop.plant("a", &order.wraps[0]).await.unwrap();
    shop.plant("a", &order.wraps[1]).await.unwrap();
    let sent: Vec<_> = sent.lock().unwrap().iter().map(|(url, body)| (url.clone(), body.clone())).collect();
    let address = "https://shop.example/storefront/v1/planted/a";
    let json = |at: usize| serde_json::from_slice::<serde_json::Value>(&sent[at].1).unwrap();
    assert_eq!(sent[0].0, format!("{address}?from=b"));
    assert_eq!(sent[1].0, address);
    assert_eq!(json(0), serde_json::json!({"kind": "paper", "color": "blue"}));
    assert_eq!(json(1), serde_json::json!({"kind": "box", "color": "red", "size": 2}));
    assert_eq!(json(2), serde_json::json!({"kind": "ribbon", "length": 3}));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn planted_scenarios_pass() {
    let mock = mock::Mock::start();
    let scenarios = mock::read("scenarios.json");
    let planted = scenarios["scenarios"].as_array().unwrap().iter().filter(|it| it["planted"] == true);
    let mut played = 0;
    for scenario in planted {
        played += 1;
        let run = mock.run(scenario["name"].as_str().unwrap());
        let outcome = export(options(&run.base_url, &scenario["client"]), &scenario["call"]).await;
        check(&run, scenario, outcome).await;
    }
    assert!(played >= 14);
}

async fn export(options: Options, call: &Value) -> Outcome {
    let admin = Admin::new(options)?;
    let mut export = admin.export_planted(call["params"]["id"].as_str().unwrap());
    if let Some(locale) = call["params"]["locale"].as_str() {
        export = export.locale(locale);
    }
    let response = with_options(export, &call["options"]).with_response().await?;
    let file = serde_json::json!({
        "content_base64": STANDARD.encode(&response.data.content),
        "content_type": response.data.content_type,
        "file_name": response.data.file_name,
    });
    Ok((file, around(&response)))
}
