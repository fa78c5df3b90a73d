//! A merchant's own staff read what was published of it and of what it sold, and answer it.

use super::merchants::Market;
use super::*;
use crate::harness::Bought;

impl Market<'_> {
    /// What the shopper is told of the order.
    async fn order(&self, order: &Bought) -> Value {
        let path = format!("/storefront/v1/orders/{}", order.order_id);
        let system = self.shop.system;
        let request = system.request(Method::GET, &self.shop.host, &path);
        let request = request.header("order-token", &order.order_token);
        send(request).await.expect(200)
    }

    /// A review of a line's product or merchant, which waits for the tenant's staff.
    async fn review(&self, order: &Bought, line: &Value, subject: &str) -> String {
        let path = format!("/storefront/v1/orders/{}/reviews", order.order_id);
        let system = self.shop.system;
        let request = system.request(Method::POST, &self.shop.host, &path);
        let request = request.header("order-token", &order.order_token);
        let body = json!({"order_line_id": line["id"], "subject": subject, "rating": 2});
        text(&send(request.json(&body)).await.expect(201), "/id")
    }

    async fn publish(&self, review: &str) {
        let path = format!("/reviews/{review}/publish");
        let published = self.shop.admin(Method::POST, &path, Value::Null).await;
        published.expect(200);
    }

    async fn answer(&self, review: &str, words: &str) -> Answer {
        let path = format!("/reviews/{review}/answer");
        self.ask(Method::PUT, &path, json!({"text": words})).await
    }

    async fn listed(&self) -> Vec<String> {
        let page = self.get("/reviews").await.expect(200);
        let reviews = page["data"].as_array().unwrap().iter();
        reviews.map(|it| text(it, "/id")).collect()
    }
}

#[tokio::test]
async fn a_merchant_answers_what_was_published_of_it_and_nothing_else() {
    let system = System::start().await;
    let market = Market::of(&system, "merchant_staff").await;
    let settings = json!({
        "is_moderated": true, "sends_invitations": false, "invitation_delay_days": 3,
        "edit_window_days": 30,
    });
    let set = market.shop.admin(Method::PUT, "/review-settings", settings);
    set.await.expect(200);
    let bought = market
        .shop
        .ready_shopper(&[("kettle", 2), ("bag", 1)])
        .await;
    let bought = bought.buy().await;
    system.is_quiet().await;
    let order = market.order(&bought).await;
    let line = |merchant: &str| {
        let mut lines = order["lines"].as_array().unwrap().iter();
        lines.find(|it| it["merchant"]["slug"] == merchant).unwrap()
    };
    assert_eq!(
        (&line("brew")["title"], &line("gear")["merchant"]),
        (&json!("kettle"), &json!({"slug": "gear", "name": "gear"}))
    );
    let own = market.review(&bought, line("brew"), "product").await;
    let of_it = market.review(&bought, line("brew"), "merchant").await;
    let foreign = market.review(&bought, line("gear"), "product").await;
    for review in [&own, &foreign] {
        market.publish(review).await;
    }

    assert_eq!(
        market.listed().await,
        [own.as_str()],
        "the others wait, or are another's"
    );
    for hidden in [&of_it, &foreign] {
        let refused = market.answer(hidden, "We are sorry.").await;
        assert_eq!(refused.status, 404, "{refused:?}");
    }
    let answered = market.answer(&own, "We are sorry.").await.expect(200);
    assert_eq!(
        (&answered["answer"]["text"], &answered["rating"]),
        (&json!("We are sorry."), &json!(2))
    );
    market.publish(&of_it).await;
    assert_eq!(market.listed().await, [of_it.as_str(), own.as_str()]);
    // What is published and what is not, the tenant decides.
    let off_topic = json!({"reason": "off_topic"});
    for (method, path, body) in [
        (Method::POST, format!("/reviews/{own}/reject"), off_topic),
        (Method::POST, format!("/reviews/{own}/publish"), Value::Null),
        (Method::GET, format!("/reviews/{own}"), Value::Null),
        (Method::GET, "/review-settings".to_owned(), Value::Null),
    ] {
        let refused = market.ask(method, &path, body).await;
        refused.refused(403, "permission_denied");
    }

    let shown = system.request(
        Method::GET,
        &market.shop.host,
        "/storefront/v1/products/kettle/reviews",
    );
    let shown = send(shown).await.expect(200);
    assert_eq!(shown["data"][0]["answer"]["text"], "We are sorry.");
    system.settle().await;
}
