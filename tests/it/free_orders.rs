//! Orders that come to nothing: a free sample is ordered like anything else, and nobody is asked for money.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{System, send, text};

#[tokio::test]
async fn a_free_sample_is_ordered_without_a_payment() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[("aurora-home", 500)]).await;
    shop.import(
        "Handle,Title,Vendor,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,\
         Variant Inventory Policy,Variant Price,Variant Requires Shipping,Status\n\
         pattern,Pattern,aurora-home,pattern,shopify,3,deny,0.00,FALSE,active\n",
    )
    .await;
    let shopper = shop.shopper().await;
    let variant = shop.variant("pattern").await;
    shopper.add(&variant, 1).await.expect(200);
    let change = shopper.request(Method::PATCH, "");
    send(change.json(&json!({"email": "anna@example.com"})))
        .await
        .expect(200);
    let body = json!({"expected_total": {"amount": 0, "currency": "EUR"}});
    let place = || {
        shopper
            .request(Method::POST, "/checkout")
            .header("idempotency-key", "free")
            .json(&body)
    };

    let answer = send(place()).await;
    let repeated = send(place()).await;
    let location = answer.headers["location"].to_str().unwrap().to_owned();
    assert_eq!(repeated.headers["location"], location);
    let (placed, repeated) = (answer.expect(201), repeated.expect(201));
    let shown = system.request(Method::GET, &shop.host, &location);
    let shown = shown.header("order-token", text(&placed, "/order/token"));
    assert_eq!(send(shown).await.expect(200)["status"], "paid");

    assert_eq!(repeated, placed);
    assert_eq!(placed["order"]["status"], "paid");
    assert_eq!(placed.get("payment"), None);
    system.is_quiet().await;
    let path = format!("/orders/{}", text(&placed, "/order/id"));
    let order = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    assert_eq!(order["payment_status"], "paid");
    let money = shop
        .admin(Method::GET, &format!("{path}/money"), Value::Null)
        .await
        .expect(200);
    assert_eq!(money["sum"]["amount"], 0);
    let refused = shop
        .refund(&text(&placed, "/order/id"), "none", &json!({"full": true}))
        .await;
    assert_eq!(
        (refused.status, refused.body["code"].as_str()),
        (422, Some("refund_empty"))
    );
    let left = "select on_hand::bigint * 1000 + reserved from stock_levels";
    assert_eq!(system.number(left).await, 2000);
    let state = system.sim(Method::GET, "state", Value::Null).await;
    assert_eq!(state["counts"]["payment_intents"], 0, "{state}");
    system.settle().await;
}
