//! Orders whose money is taken later than it is promised: by hand, or when everything is shipped.

mod endings;
mod parts;

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Answer, Bought, Shop, Shopper, System, text};

impl Shop<'_> {
    /// From now on the money of orders is captured like this.
    pub(crate) async fn captures(&self, rule: &str) {
        let rule = json!({"capture": rule});
        let set = self.admin(Method::PUT, "/payment-settings", rule.clone());
        assert_eq!(set.await.expect(200), rule);
    }

    /// Captures an order.
    pub(crate) async fn capture(&self, order: &Bought, body: Value) -> Answer {
        let path = format!("/orders/{}/capture", order.order_id);
        self.admin(Method::POST, &path, body).await
    }

    async fn cancel(&self, order: &Bought) -> Answer {
        let path = format!("/orders/{}/cancel", order.order_id);
        self.admin(Method::POST, &path, Value::Null).await
    }

    async fn shown_to_staff(&self, order: &Bought) -> Value {
        let path = format!("/orders/{}", order.order_id);
        let seen = self.admin(Method::GET, &path, Value::Null).await;
        seen.expect(200)
    }
}

/// What the order says of itself.
fn statuses(order: &Value) -> [&str; 2] {
    ["status", "payment_status"].map(|field| order[field].as_str().unwrap())
}

impl Shopper<'_> {
    /// Buys what is in the cart with a card whose bank sets the money aside.
    pub(crate) async fn buy_later(&self) -> Bought {
        let order = self.place().await;
        self.confirm(&order, "pm_card_visa").await.expect(200);
        self.becomes(&order, "authorized").await;
        order
    }
}

/// A payment of the provider's.
async fn intent(system: &System, order: &Bought) -> Value {
    let id = order.client_secret.split("_secret").next().unwrap();
    let url = format!("{}/v1/payment_intents/{id}", system.stripe.url());
    let asked = system.http.get(url).bearer_auth("sk_test_stoa");
    crate::harness::send(asked).await.expect(200)
}

fn euros(minor: i64) -> Value {
    json!({"amount": {"amount": minor, "currency": "EUR"}})
}

/// What of the order's money is on its way to merchants, and what the ledger has of it.
async fn booked(system: &System, kind: &'static str) -> i64 {
    let query = match kind {
        "sale" => "select count(*) from ledger_transactions where kind = 'sale_captured'",
        "refund" => "select count(*) from ledger_transactions where kind = 'refund'",
        _ => "select count(*) from transfers where status = 'paid'",
    };
    system.number(query).await
}

async fn on_hand(system: &System) -> i64 {
    system
        .number("select sum(on_hand)::bigint from stock_levels")
        .await
}

#[tokio::test]
async fn an_authorized_order_stands_and_its_money_is_taken_by_hand() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[("north", 1000)]).await;
    shop.stock(&[("north/mug", 900, 10)]).await;
    shop.captures("manual").await;
    let shopper = shop.ready_shopper(&[("mug", 3)]).await;
    let order = shopper.buy_later().await;
    system.is_settled().await;

    let seen = shop.shown_to_staff(&order).await;
    assert_eq!(statuses(&seen), ["authorized", "authorized"]);
    assert_eq!(
        (&seen["capture"], seen.get("paid_at")),
        (&json!("manual"), None)
    );
    assert!(seen["authorized_at"].is_string() && seen["capture_before"].is_string());
    assert_eq!(
        (booked(&system, "sale").await, on_hand(&system).await),
        (0, 7)
    );
    assert_eq!(intent(&system, &order).await["status"], "requires_capture");

    // Before the money is there nothing is shipped or given back, and nothing is invoiced.
    let id = order.order_id.as_str();
    let early = [
        shop.fulfill(id, "f-1", &json!({})).await,
        shop.refund(id, "r-1", &json!({"full": true})).await,
    ];
    for answer in early {
        assert_eq!((answer.status, answer.code()), (409, "order_wrong_status"));
        assert!(answer.text.contains("capture it first"), "{}", answer.text);
    }

    let captured = shop.capture(&order, json!({})).await.expect(200);
    assert_eq!(statuses(&captured), ["paid", "paid"]);
    let again = shop.capture(&order, json!({})).await.expect(200);
    assert_eq!(again, shop.shown_to_staff(&order).await);
    system.is_settled().await;
    assert_eq!(intent(&system, &order).await["amount_received"], 3190);
    assert_eq!(
        (
            booked(&system, "sale").await,
            booked(&system, "transfer").await
        ),
        (1, 1)
    );
    shop.fulfill(id, "f-2", &json!({})).await.expect(201);
    shop.refund(id, "r-2", &json!({"full": true}))
        .await
        .expect(201);
    system.is_settled().await;
    assert_eq!(
        statuses(&shop.shown_to_staff(&order).await),
        ["refunded", "refunded"]
    );

    let path = format!("/orders/{id}/timeline?limit=100");
    let timeline = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    let kinds: Vec<String> = timeline["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| text(event, "/kind"))
        .filter(|kind| {
            ["order_placed", "payment_authorized", "order_paid"].contains(&kind.as_str())
        })
        .collect();
    assert_eq!(kinds, ["order_paid", "payment_authorized", "order_placed"]);
    system.settle().await;
}

#[tokio::test]
async fn an_order_is_captured_when_the_last_merchant_has_shipped() {
    let system = System::start().await;
    let shop = system
        .shop("aurora", &[("north", 1000), ("south", 500)])
        .await;
    shop.stock(&[("north/mug", 900, 10), ("south/bowl", 1100, 10)])
        .await;
    shop.captures("on_fulfillment").await;
    let shopper = shop.ready_shopper(&[("mug", 2), ("bowl", 2)]).await;
    let order = shopper.buy_later().await;
    let id = order.order_id.as_str();
    // Whoever sells sees it, and has to ship it.
    for merchant in &shop.merchants {
        let path = format!("/merchants/{merchant}/orders/{id}");
        let part = shop
            .admin(Method::GET, &path, Value::Null)
            .await
            .expect(200);
        assert_eq!(part["status"], "authorized");
    }

    let north = json!({"merchant_id": shop.merchants[0]});
    shop.fulfill(id, "f-1", &north).await.expect(201);
    system.is_settled().await;
    assert_eq!(
        statuses(&shop.shown_to_staff(&order).await),
        ["authorized", "authorized"]
    );
    let cancel = shop.cancel(&order).await;
    assert_eq!((cancel.status, cancel.code()), (409, "order_wrong_status"));

    let lines = shop.shown_to_staff(&order).await;
    let line = text(&lines, "/lines/1/id");
    let one = json!({"lines": [{"line_id": line, "quantity": 1}]});
    shop.cancel_units(id, "c-1", &one).await.expect(201);
    let south = json!({"merchant_id": shop.merchants[1]});
    shop.fulfill(id, "f-2", &south).await.expect(201);

    shopper.becomes(&order, "paid").await;
    system.is_settled().await;
    let seen = shop.shown_to_staff(&order).await;
    assert_eq!(statuses(&seen), ["paid", "partially_refunded"]);
    assert_eq!(seen["fulfillment_status"], "fulfilled");
    assert_eq!(
        intent(&system, &order).await["amount_received"],
        4490 - 1100
    );
    system.settle().await;
}

#[tokio::test]
async fn orders_follow_the_rule_that_held_when_they_were_placed() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    let at_once = shop.ready_shopper(&[("mug", 1)]).await;
    let placed = at_once.place().await;
    shop.captures("manual").await;

    at_once.pay(&placed).await;
    let later = shop.ready_shopper(&[("mug", 1)]).await.buy_later().await;

    assert_eq!(shop.shown_to_staff(&placed).await["capture"], "automatic");
    let automatic = shop.capture(&placed, json!({})).await;
    assert_eq!(
        (automatic.status, automatic.code()),
        (409, "order_wrong_status")
    );
    let waiting = shop.ready_shopper(&[("mug", 1)]).await.place().await;
    let unpaid = shop.capture(&waiting, json!({})).await;
    assert_eq!((unpaid.status, unpaid.code()), (409, "order_wrong_status"));
    let wrong = shop.admin(
        Method::PUT,
        "/payment-settings",
        json!({"capture": "never"}),
    );
    let wrong = wrong.await;
    assert_eq!((wrong.status, wrong.code()), (400, "invalid_request"));
    let settings = shop.admin(Method::GET, "/payment-settings", Value::Null);
    assert_eq!(settings.await.expect(200), json!({"capture": "manual"}));
    shop.capture(&later, json!({})).await.expect(200);
    system.settle().await;
}
