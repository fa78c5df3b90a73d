//! When documents are issued, by whom, and when not.

use reqwest::Method;
use serde_json::{Value, json};

use super::{buy, documents, download, pages, says, sell, seller, set, shop_of};
use crate::harness::{Bought, Shop, System, text};

async fn issue(shop: &Shop<'_>, order: &Bought) -> crate::harness::Answer {
    let path = format!("/orders/{}/invoice", order.order_id);
    shop.admin(Method::POST, &path, Value::Null).await
}

#[tokio::test]
async fn an_order_has_its_invoice_when_it_is_paid_and_a_credit_note_for_each_refund() {
    let system = System::start().await;
    let shop = shop_of(&system, "en", "EUR", true).await;
    sell(&shop, "mug", 1190, "EUR").await;
    let order = buy(&shop, &[("mug", 3)]).await;
    let found = documents(&shop, &order).await;
    assert_eq!(found.len(), 1);
    let invoice = &found[0];
    assert_eq!(invoice["kind"], "invoice");
    assert_eq!(invoice["number"], "INV-1001");
    assert_eq!(invoice["total"], json!({"amount": 4060, "currency": "EUR"}));
    // 3 × 1190 has 570 of tax in it, and 490 has 78.
    assert_eq!(invoice["tax"], json!({"amount": 648, "currency": "EUR"}));

    let line = shop
        .admin(
            Method::GET,
            &format!("/orders/{}", order.order_id),
            Value::Null,
        )
        .await
        .expect(200);
    let units = json!([{"line_id": text(&line, "/lines/0/id"), "quantity": 1}]);
    let part = json!({"lines": units, "reason": "one is broken"});
    shop.refund(&order.order_id, "r-1", &part).await.expect(201);
    let amount = json!({"amount": {"amount": 100, "currency": "EUR"}, "reason": "sorry"});
    shop.refund(&order.order_id, "r-2", &amount)
        .await
        .expect(201);
    let rest = json!({"full": true, "reason": "all of it"});
    shop.refund(&order.order_id, "r-3", &rest).await.expect(201);
    let found = documents(&shop, &order).await;
    let seen: Vec<_> = found
        .iter()
        .map(|it| {
            (
                text(it, "/number"),
                it["total"]["amount"].as_i64().unwrap(),
                it["tax"]["amount"].as_i64().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("INV-1001".to_owned(), 4060, 648),
            ("CN-1001".to_owned(), 1190, 190),
            ("CN-1002".to_owned(), 100, 16),
            // What is left, to the cent: 4060 − 1290, and 648 − 206.
            ("CN-1003".to_owned(), 2770, 442),
        ]
    );
    assert_eq!(found[1]["invoice_id"], invoice["id"]);
    let credit = format!("/documents/{}/pdf", text(&found[1], "/id"));
    let (name, bytes) = download(&shop, &credit).await;
    assert_eq!(name, "CN-1001.pdf");
    let page = pages(&bytes).remove(0);
    says(
        &page,
        &[
            "Credit note CN-1001",
            "For invoice",
            "INV-1001",
            "Total credited",
            "11.90 EUR",
            "10.00 EUR",
            "1.90 EUR",
            "Reason: one is broken",
        ],
    );
    system.settle().await;
}

#[tokio::test]
async fn staff_issue_what_was_not_issued_by_itself() {
    let system = System::start().await;
    let shop = shop_of(&system, "en", "EUR", true).await;
    sell(&shop, "mug", 1190, "EUR").await;
    set(
        &shop,
        json!({"legal_name": "Aurora Goods GmbH", "is_automatic": true}),
    )
    .await;
    let order = buy(&shop, &[("mug", 1)]).await;
    assert_eq!(documents(&shop, &order).await, [Value::Null; 0]);
    let refused = issue(&shop, &order).await;
    refused.refused(409, "seller_incomplete");
    assert_eq!(refused.body["missing"], json!(["address", "tax_number"]));
    set(&shop, seller(false)).await;
    let part = json!({"amount": {"amount": 100, "currency": "EUR"}, "reason": "sorry"});
    shop.refund(&order.order_id, "r-1", &part).await.expect(201);
    assert_eq!(documents(&shop, &order).await, [Value::Null; 0]);

    // With the invoice comes the credit note of the refund before it.
    let issued = issue(&shop, &order).await;
    let location = issued.headers["location"].to_str().unwrap().to_owned();
    let issued = issued.expect(201);
    assert_eq!(
        location,
        format!("/admin/v1/documents/{}/pdf", text(&issued, "/id"))
    );
    let found = documents(&shop, &order).await;
    let kinds: Vec<_> = found.iter().map(|it| text(it, "/number")).collect();
    assert_eq!(kinds, ["INV-1001", "CN-1001"]);
    // A refund of an invoiced order has its credit note also where invoices are issued by hand.
    shop.refund(
        &order.order_id,
        "r-2",
        &json!({"full": true, "reason": "gone"}),
    )
    .await
    .expect(201);
    let found = documents(&shop, &order).await;
    assert_eq!(found.len(), 3);
    // Issuing again changes nothing.
    assert_eq!(issue(&shop, &order).await.expect(200), found[0]);
    assert_eq!(documents(&shop, &order).await, found);

    let unpaid = shop.ready_shopper(&[("mug", 1)]).await.place().await;
    issue(&shop, &unpaid)
        .await
        .refused(409, "order_wrong_status");
    let slip = format!("/orders/{}/packing-slip.pdf", unpaid.order_id);
    let slip = shop.admin(Method::GET, &slip, Value::Null).await;
    slip.refused(409, "order_wrong_status");
    let count = "select count(*) from documents";
    assert_eq!(system.number(count).await, 3);
    let audit = "/audit/entries?operation=admin_issue_invoice";
    let audit = shop
        .admin(Method::GET, audit, Value::Null)
        .await
        .expect(200);
    assert!(audit.to_string().contains("INV-1001"), "{audit}");
    assert!(!audit.to_string().contains("Berg"), "{audit}");
    system.settle().await;
}

#[tokio::test]
async fn the_list_has_all_documents_and_is_a_file_too() {
    let system = System::start().await;
    let shop = shop_of(&system, "en", "EUR", false).await;
    sell(&shop, "mug", 1000, "EUR").await;
    for _ in 0..2 {
        buy(&shop, &[("mug", 1)]).await;
    }
    let order = buy(&shop, &[("mug", 1)]).await;
    system.is_quiet().await;
    shop.refund(
        &order.order_id,
        "r",
        &json!({"full": true, "reason": "gone"}),
    )
    .await
    .expect(201);
    documents(&shop, &order).await;

    let list = |query: &'static str| {
        let (shop, path) = (&shop, format!("/documents{query}"));
        async move {
            shop.admin(Method::GET, &path, Value::Null)
                .await
                .expect(200)
        }
    };
    let numbers = |page: &Value| -> Vec<String> {
        let data = page["data"].as_array().unwrap().iter();
        data.map(|it| text(it, "/number")).collect()
    };
    let first = list("?limit=3").await;
    assert_eq!(first["data"].as_array().unwrap().len(), 3);
    assert_eq!(numbers(&first)[0], "CN-1001");
    let path = format!("/documents?limit=3&cursor={}", text(&first, "/next_cursor"));
    let second = shop.admin(Method::GET, &path, Value::Null).await;
    let second = second.expect(200);
    assert_eq!(second["has_more"], false);
    let mut all = [numbers(&first), numbers(&second)].concat();
    all.sort_unstable();
    assert_eq!(all, ["CN-1001", "INV-1001", "INV-1002", "INV-1003"]);
    assert_eq!(
        numbers(&list("?kind=credit_note").await),
        ["CN-1001".to_owned()]
    );
    assert_eq!(
        numbers(&list("?issued_before=2020-01-01T00:00:00Z").await),
        [""; 0]
    );

    let csv = shop
        .admin(Method::GET, "/documents.csv?kind=credit_note", Value::Null)
        .await;
    let rows: Vec<&str> = csv.text.lines().collect();
    assert_eq!(
        rows[0],
        "id,kind,number,order_id,refund_id,currency,tax,total,issued_at"
    );
    assert_eq!(rows.len(), 2);
    // 10.00 and 4.90 without tax.
    assert!(rows[1].contains(",EUR,2.83,17.73,"), "{}", rows[1]);
    system.settle().await;
}
