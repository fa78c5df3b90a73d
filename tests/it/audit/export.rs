//! The record as a file for spreadsheets.

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use super::{entries, product, retitle};
use crate::harness::{System, send};

/// The rows of the file, by column.
fn table(text: &str) -> Vec<std::collections::HashMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

#[tokio::test]
async fn the_file_has_every_field_of_every_entry_and_no_formula() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let product = product(&shop).await;
    // More than one page of entries.
    let names: Vec<String> = (0..104).map(|round| format!("Mug \"{round}\"")).collect();
    for answer in join_all(names.iter().map(|title| retitle(&shop, &product, title))).await {
        answer.expect(200);
    }
    let formula = "=HYPERLINK(\"https://evil.example\")";
    retitle(&shop, &product, formula).await.expect(200);

    let path = "/audit/entries.csv?operation=admin_update_product";
    let file = shop.admin(Method::GET, path, Value::Null).await;
    assert_eq!(file.status, 200, "{}", file.text);
    assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(
        file.headers["content-disposition"],
        "attachment; filename=\"audit.csv\""
    );
    assert_eq!(file.headers["cache-control"], "private, no-store");

    let rows = table(&file.text);
    let titles: Vec<_> = rows.iter().filter(|row| row["field"] == "title").collect();
    assert_eq!(titles.len(), 105);
    assert_eq!(titles[0]["after"], format!("'{formula}"));
    assert_eq!(titles[0]["before"], titles[1]["after"]);
    assert_eq!(titles[104]["before"], "Mug");
    assert_eq!(titles[104]["object"], "product");
    assert_eq!(titles[104]["key"], format!("id={product}"));
    let numbers: Vec<i64> = titles
        .iter()
        .map(|row| row["number"].parse().unwrap())
        .collect();
    assert!(numbers.is_sorted_by(|a, b| a > b), "{numbers:?}");

    // What the list says, the file says.
    let listed = entries(&shop, "operation=admin_update_product&limit=1").await;
    for name in [
        "at",
        "actor",
        "actor_name",
        "request_id",
        "hash",
        "operation",
    ] {
        assert_eq!(listed[0][name], titles[0][name].as_str(), "{name}");
    }
    let one = format!("/audit/entries.csv?request_id={}", titles[7]["request_id"]);
    let one = table(&shop.admin(Method::GET, &one, Value::Null).await.text);
    assert!(one.iter().all(|row| row["number"] == titles[7]["number"]) && !one.is_empty());

    let bad = "/audit/entries.csv?object_id=nonsense";
    let bad = shop.admin(Method::GET, bad, Value::Null).await;
    bad.refused(400, "invalid_request");
    assert_eq!(bad.body["errors"][0]["pointer"], "object_id");
}

#[tokio::test]
async fn who_may_not_read_the_record_gets_no_file() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let key = json!({"name": "Catalogue", "authorities": ["products:read"]});
    let key = shop.admin(Method::POST, "/api-keys", key).await.expect(201);
    let request = system
        .request(Method::GET, &shop.host, "/admin/v1/audit/entries.csv")
        .bearer_auth(key["secret"].as_str().unwrap());
    send(request).await.refused(403, "permission_denied");
}
