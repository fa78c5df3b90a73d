//! Who sells, and how documents are numbered.

use reqwest::Method;
use serde_json::{Value, json};

use super::{buy, documents, download, sell, seller, set, shop_of};
use crate::harness::{System, text};

const PATH: &str = "/invoicing-settings";

#[tokio::test]
async fn settings_are_checked_kept_and_recorded() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;

    let fresh = shop.admin(Method::GET, PATH, Value::Null).await.expect(200);
    assert_eq!(
        fresh,
        json!({
            "invoice_prefix": "INV-", "credit_note_prefix": "CN-", "is_automatic": false,
            "missing": ["legal_name", "address", "tax_number"],
        })
    );
    let bad = json!({
        "legal_name": "  ", "vat_number": "123", "email": "office", "invoice_prefix": "R2026",
        "credit_note_prefix": "Ü",
    });
    let refused = shop.admin(Method::PUT, PATH, bad).await;
    refused.refused(400, "invalid_request");
    let problems = refused.body["errors"].as_array().unwrap().iter();
    let pointers: Vec<_> = problems.map(|it| it["pointer"].as_str().unwrap()).collect();
    let wrong = [
        "/invoice_prefix",
        "/credit_note_prefix",
        "/legal_name",
        "/vat_number",
        "/email",
    ];
    assert_eq!(pointers, wrong);
    let abroad = json!({"legal_name": "Odd", "address": {
        "street_name": "Main street 1", "city": "Berlin", "postal_code": "ABC", "country": "DE",
    }});
    let refused = shop.admin(Method::PUT, PATH, abroad).await;
    refused.refused(400, "invalid_request");
    assert_eq!(refused.body["errors"][0]["pointer"], "/address/postal_code");
    let same = json!({"invoice_prefix": "A-", "credit_note_prefix": "A-"});
    shop.admin(Method::PUT, PATH, same)
        .await
        .refused(400, "invalid_request");
    let unchanged = shop.admin(Method::GET, PATH, Value::Null).await;
    assert_eq!(unchanged.expect(200), fresh);

    let part = json!({"legal_name": "Aurora Goods GmbH", "vat_number": "de 123 456 789"});
    let kept = shop.admin(Method::PUT, PATH, part).await.expect(200);
    assert_eq!(kept["vat_number"], "DE123456789");
    assert_eq!(kept["missing"], json!(["address"]));
    let kept = shop
        .admin(Method::PUT, PATH, seller(true))
        .await
        .expect(200);
    assert_eq!(kept["missing"], json!([]));
    assert_eq!(kept["address"]["company"], "Aurora Goods GmbH");
    let read = shop.admin(Method::GET, PATH, Value::Null).await;
    assert_eq!(read.expect(200), kept);
    let audit = "/audit/entries?operation=admin_set_invoicing_settings";
    let audit = shop
        .admin(Method::GET, audit, Value::Null)
        .await
        .expect(200);
    let changes = audit["data"].as_array().unwrap();
    assert_eq!(changes.len(), 2);
    assert!(!audit.to_string().contains("Lange Straße"), "{audit}");
    shop.enrol("support@aurora.test", "support").await;
    let support = shop.sign_in("support@aurora.test").await;
    let request = system.request(Method::GET, &shop.host, "/admin/v1/invoicing-settings");
    let refused = crate::harness::send(request.bearer_auth(support)).await;
    assert_eq!(refused.status, 403);
    system.settle().await;
}

#[tokio::test]
async fn a_prefix_stays_with_its_kind_and_settings_change_no_document() {
    let system = System::start().await;
    let shop = shop_of(&system, "en", "EUR", true).await;
    sell(&shop, "mug", 1490, "EUR").await;
    let order = buy(&shop, &[("mug", 1)]).await;
    let invoice = documents(&shop, &order).await.remove(0);
    assert_eq!(invoice["number"], "INV-1001");
    let file = format!("/documents/{}/pdf", text(&invoice, "/id"));
    let before = download(&shop, &file).await;

    let mut swapped = seller(true);
    swapped["invoice_prefix"] = json!("CN-");
    swapped["credit_note_prefix"] = json!("INV-");
    let refused = shop.admin(Method::PUT, PATH, swapped).await;
    refused.refused(400, "invalid_request");
    assert_eq!(refused.body["errors"][0]["pointer"], "/credit_note_prefix");
    let mut renamed = seller(true);
    renamed["legal_name"] = json!("Borealis Goods GmbH");
    renamed["invoice_prefix"] = json!("2027/");
    set(&shop, renamed).await;

    assert_eq!(download(&shop, &file).await, before);
    assert_eq!(before.0, "INV-1001.pdf");
    let next = buy(&shop, &[("mug", 1)]).await;
    let invoice = documents(&shop, &next).await.remove(0);
    assert_eq!(invoice["number"], "2027/1002", "the count goes on");
    let path = format!("/documents/{}/pdf", text(&invoice, "/id"));
    let (name, bytes) = download(&shop, &path).await;
    assert_eq!(name, "2027-1002.pdf");
    super::says(&super::pages(&bytes)[0], &["Borealis Goods GmbH"]);
    system.settle().await;
}
