//! Money that Stripe or a shopper's bank gives back: the order shows it, the books and the merchants'
//! shares follow, and staff is written to.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Answer, Bought, Letter, Shop, Shopper, System, send};

/// A card whose money is there at once: what a dispute gives back comes out of the balance.
const CARD: &str = "pm_card_bypassPending";
/// 2033-05-18 03:33:20 UTC.
const DUE: i64 = 2_000_000_000;

impl Bought {
    fn intent(&self) -> &str {
        self.client_secret.split("_secret").next().unwrap()
    }
}

impl System {
    /// Somebody gives money back in Stripe's dashboard.
    async fn refund_at_stripe(&self, order: &Bought, minor: i64) -> Value {
        let request = self
            .http
            .post(format!("{}/v1/refunds", self.stripe.url()))
            .bearer_auth("sk_test_stoa")
            .form(&[
                ("payment_intent", order.intent()),
                ("amount", &minor.to_string()),
            ]);
        let refund = send(request).await.expect(200);
        self.is_quiet().await;
        refund
    }

    async fn refunds_at_stripe(&self) -> i64 {
        let state = self.sim(Method::GET, "state", Value::Null).await;
        state["counts"]["refunds"].as_i64().unwrap()
    }
}

impl Shop<'_> {
    async fn order(&self, order: &Bought) -> Value {
        let path = format!("/orders/{}", order.order_id);
        self.admin(Method::GET, &path, Value::Null)
            .await
            .expect(200)
    }

    async fn money(&self, order: &Bought) -> Value {
        let path = format!("/orders/{}/money", order.order_id);
        let money = self
            .admin(Method::GET, &path, Value::Null)
            .await
            .expect(200);
        assert_eq!(money["sum"]["amount"], 0);
        money
    }

    async fn full_refund(&self, order: &Bought, key: &str) -> Answer {
        let all = json!({"full": true, "reason": "sent back"});
        self.refund(&order.order_id, key, &all).await
    }
}

async fn bought_with(shopper: &Shopper<'_>, card: &str) -> Bought {
    let order = shopper.place().await;
    shopper.confirm(&order, card).await.expect(200);
    shopper.becomes(&order, "paid").await;
    shopper.shop.system.is_quiet().await;
    order
}

fn too_large(answer: &Answer) {
    assert_eq!(
        (answer.status, answer.code()),
        (422, "refund_too_large"),
        "{answer:?}"
    );
}

#[tokio::test]
async fn money_given_back_at_stripe_reaches_the_order_and_the_rest_can_be_given_back() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[("one", 500)]).await;
    shop.stock(&[("one/mug", 1490, 10)]).await;
    let shopper = shop.ready_shopper(&[("mug", 1)]).await;
    let order = bought_with(&shopper, "pm_card_visa").await;
    assert_eq!(order.total, 1980);

    let made = system.refund_at_stripe(&order, 500).await;

    assert_eq!(
        shopper.order(&order).await["payment_status"],
        "partially_refunded"
    );
    let shown = shop.order(&order).await;
    assert_eq!(shown["status"], "paid");
    assert_eq!(shown["totals"]["refunded"]["amount"], 500);
    let refund = &shown["refunds"][0];
    assert_eq!(
        (
            &refund["created_by"],
            &refund["status"],
            &refund["amount"]["amount"]
        ),
        (&json!("provider"), &json!("succeeded"), &json!(500))
    );
    assert_eq!(
        (&refund["lines"], &refund["shipping"]),
        (&json!([]), &json!(false))
    );
    let money = shop.money(&order).await;
    assert_eq!(money["payment"]["refunded"]["amount"], 500);
    assert_eq!(money["refunds"][0]["provider_id"], made["id"]);
    assert_eq!(money["refunds"][0]["made_at_provider"], true);
    // Of the goods without tax 316 are given back, and 16 of the commission of 63 with them.
    assert_eq!(money["shares"][0]["commission_returned"]["amount"], 16);
    assert_eq!(money["shares"][0]["reversed"]["amount"], 500 - 16);

    // A mug costs more than is left, and Stripe is not even asked.
    let line = json!({"lines": [{"line_id": shown["lines"][0]["id"], "quantity": 1}]});
    too_large(&shop.refund(&order.order_id, "one-mug", &line).await);
    assert_eq!(system.refunds_at_stripe().await, 1);
    assert_eq!(
        shop.order(&order).await["refunds"]
            .as_array()
            .unwrap()
            .len(),
        1
    );

    let rest = shop.full_refund(&order, "the-rest").await.expect(201);
    assert_eq!(
        (&rest["status"], &rest["amount"]["amount"]),
        (&json!("succeeded"), &json!(1480))
    );
    system.is_quiet().await;
    let shown = shop.order(&order).await;
    assert_eq!(
        (&shown["status"], &shown["payment_status"]),
        (&json!("refunded"), &json!("refunded"))
    );
    too_large(&shop.full_refund(&order, "more").await);
    assert_eq!(system.refunds_at_stripe().await, 2);
    assert_eq!(
        shop.money(&order).await["shares"][0]["commission_returned"]["amount"],
        63
    );
    system.settle().await;
}

#[tokio::test]
async fn money_that_comes_back_to_stripe_makes_the_order_paid_again() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[("one", 500)]).await;
    shop.stock(&[("one/mug", 1490, 10)]).await;
    let shopper = shop.ready_shopper(&[("mug", 1)]).await;
    let order = bought_with(&shopper, "pm_card_refundFail").await;

    system.refund_at_stripe(&order, 1980).await;
    let failed = "select count(*) from refunds where status = 'failed'";
    while system.number(failed).await == 0 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    system.is_quiet().await;

    let shown = shop.order(&order).await;
    assert_eq!(
        (&shown["status"], &shown["payment_status"]),
        (&json!("paid"), &json!("paid"))
    );
    assert_eq!(shown["totals"]["refunded"]["amount"], 0);
    assert_eq!(shown["refunds"][0]["status"], "failed");
    // It is still the shopper's, and can be given back as a whole.
    let again = shop.full_refund(&order, "again").await.expect(201);
    assert_eq!(again["amount"]["amount"], 1980);
    system.settle().await;
}

#[tokio::test]
async fn a_dispute_is_shown_and_staff_is_told_the_amount_and_the_deadline() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[("one", 500)]).await;
    shop.stock(&[("one/mug", 1490, 10)]).await;
    shop.enrol("manager@aurora.test", "order_manager").await;
    shop.enrol("support@aurora.test", "support").await;
    let neighbour = system.shop("borealis", &[]).await;
    let shopper = shop.ready_shopper(&[("mug", 1)]).await;
    let order = bought_with(&shopper, CARD).await;

    let path = format!("payment_intents/{}/dispute", order.intent());
    let opening = json!({"reason": "product_not_received", "evidence_due_by": DUE});
    let opened = system.sim(Method::POST, &path, opening).await;
    system.is_quiet().await;

    let shown = shop.order(&order).await;
    let number = &shown["number"];
    let dispute = &shown["disputes"][0];
    assert_eq!(
        dispute["amount"],
        json!({"amount": 1980, "currency": "EUR"})
    );
    assert_eq!(dispute["fee"]["amount"], 1500);
    assert_eq!(dispute["status"], "needs_response");
    assert_eq!(dispute["reason"], "product_not_received");
    assert_eq!(dispute["evidence_due_by"], "2033-05-18T03:33:20Z");
    assert_eq!(dispute["provider_id"], opened["id"]);
    assert!(
        dispute["id"].as_str().unwrap().starts_with("dsp_"),
        "{dispute}"
    );
    let money = shop.money(&order).await;
    assert_eq!(money["disputes"], shown["disputes"]);
    assert_eq!(money["payment"]["disputed"]["amount"], 1980);
    assert_eq!(money["payment"]["refunded"]["amount"], 0);

    for staff in ["owner@aurora.test", "manager@aurora.test"] {
        // The other one tells of the order.
        system.letter(staff, 2).await;
        let letters = system.letters(staff).await;
        let is_of_dispute = |it: &&Letter| it.subject.ends_with("is disputed");
        let letter = letters.iter().find(is_of_dispute).unwrap();
        assert_eq!(
            letter.subject,
            format!("Order {number} at aurora is disputed")
        );
        let told = format!(
            "the shopper's bank disputes 19.80 EUR of order {number}. Reason: product not received. \
             Submit evidence to the payment provider by 2033-05-18 03:33 UTC."
        );
        assert!(letter.text.contains(&told), "{}", letter.text);
        let link = format!("http://{}:8080/admin/orders/{}", shop.host, order.order_id);
        assert!(letter.text.contains(&link), "{}", letter.text);
        assert!(letter.html.contains(&link), "{}", letter.html);
    }
    for nobody in ["support@aurora.test", "owner@borealis.test"] {
        assert!(system.letters(nobody).await.is_empty(), "{nobody}");
    }
    let shoppers = system.letters("anna@example.com").await;
    assert_eq!(shoppers.len(), 1, "the shopper hears of the order only");
    assert!(shoppers[0].subject.ends_with("is confirmed"));
    let path = format!("/orders/{}", order.order_id);
    let foreign = neighbour.admin(Method::GET, &path, Value::Null).await;
    assert_eq!(foreign.status, 404);

    too_large(&shop.full_refund(&order, "while-disputed").await);
    assert_eq!(system.refunds_at_stripe().await, 0);
    system.is_settled().await;
    system.close().await;
}

#[tokio::test]
async fn a_dispute_that_is_won_gives_the_merchant_its_share_and_a_lost_one_does_not() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[("one", 500)]).await;
    shop.stock(&[("one/mug", 1490, 10)]).await;
    let shopper = shop.ready_shopper(&[("mug", 1)]).await;
    let order = bought_with(&shopper, CARD).await;
    let dispute = async || {
        let path = format!("payment_intents/{}/dispute", order.intent());
        let opened = system.sim(Method::POST, &path, json!({})).await;
        system.is_quiet().await;
        format!("disputes/{}", opened["id"].as_str().unwrap())
    };

    let path = dispute().await;
    // Of the share, 1830 were sent and 87 went to Stripe's fee: that and the dispute's are debts.
    let share = shop.money(&order).await["shares"][0].clone();
    assert_eq!(share["reversed"]["amount"], 1830);
    assert_eq!(share["left"]["amount"], -87 - 1500);
    system
        .sim(Method::POST, &path, json!({"outcome": "won"}))
        .await;
    system.is_quiet().await;
    let money = shop.money(&order).await;
    assert_eq!(money["disputes"][0]["status"], "won");
    assert_eq!(money["shares"][0]["left"]["amount"], 1830 - 1500);
    assert_eq!(
        money["transfers"][1]["amount"]["amount"],
        1980 - 63 - 87 - 1500
    );
    assert_eq!(money["payment"]["disputed"]["amount"], 0);
    system.books_agree().await;

    let path = dispute().await;
    system
        .sim(Method::POST, &path, json!({"outcome": "lost"}))
        .await;
    system.is_quiet().await;
    let shown = shop.order(&order).await;
    let statuses: Vec<&Value> = shown["disputes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|dispute| &dispute["status"])
        .collect();
    assert_eq!(statuses, ["won", "lost"]);
    let money = shop.money(&order).await;
    assert_eq!(money["shares"][0]["left"]["amount"], -87 - 3000);
    assert_eq!(money["shares"][0]["commission_returned"]["amount"], 63);
    too_large(&shop.full_refund(&order, "lost").await);
    system.settle().await;
}
