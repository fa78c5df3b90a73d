//! How much of a variant may be sold, what shoppers see of its stock, and what staff are told.

use reqwest::Method;
use serde_json::{Value, json};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::harness::{Answer, Shop, System, send, text};

impl Shop<'_> {
    pub(crate) async fn policy(&self, variant: &str, body: Value) -> Answer {
        let path = format!("/variants/{variant}/stock/policy");
        self.admin(Method::PATCH, &path, body).await
    }

    /// Says how many units there are, and whether more may be sold.
    pub(crate) async fn set(&self, variant: &str, on_hand: i64, allow_backorder: bool) {
        let path = format!("/variants/{variant}/stock");
        let body = json!({"on_hand": on_hand, "allow_backorder": allow_backorder});
        self.admin(Method::PUT, &path, body).await.expect(200);
    }

    async fn settings(&self, body: Value) -> Answer {
        self.admin(Method::PUT, "/stock/settings", body).await
    }

    async fn show_stock(&self, display: &str) {
        let settings = self.admin(Method::GET, "/stock/settings", Value::Null);
        let mut settings = settings.await.expect(200);
        settings["storefronts"][0]["display"] = json!(display);
        self.settings(settings).await.expect(200);
    }

    /// What the storefront says of the only variant of a product.
    async fn seen(&self, slug: &str) -> (bool, Value) {
        let path = format!("/storefront/v1/products/{slug}");
        let ask = self.system.request(Method::GET, &self.host, &path);
        // Nothing that was kept.
        let ask = ask.header("cache-control", "no-cache");
        let variant = send(ask).await.expect(200)["variants"][0].clone();
        let available = variant["available"].as_bool().unwrap();
        (available, variant["stock"].clone())
    }
}

#[tokio::test]
async fn safety_stock_is_not_sold_and_backorders_end_at_their_limit() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10), ("bowl", 1_500, 0)]).await;
    let (mug, bowl) = (shop.variant("mug").await, shop.variant("bowl").await);

    let stock = shop.policy(&mug, json!({"safety_stock": 8})).await;
    let stock = stock.expect(200);
    assert_eq!(
        (
            &stock["on_hand"],
            &stock["available"],
            &stock["safety_stock"]
        ),
        (&json!(10), &json!(2), &json!(8))
    );
    let shopper = shop.shopper().await;
    let refused = shopper.add(&mug, 3).await;
    refused.refused(409, "insufficient_stock");
    assert_eq!(refused.body["available"], 2);
    shop.ready_shopper(&[("mug", 2)]).await.buy().await;
    assert!(!shop.seen("mug").await.0);
    shopper
        .add(&mug, 1)
        .await
        .refused(409, "insufficient_stock");
    // Two more come, and are sold; with less held back there are more.
    shop.set(&mug, 10, false).await;
    shop.ready_shopper(&[("mug", 2)]).await.buy().await;
    let stock = shop.policy(&mug, json!({"safety_stock": 0})).await;
    assert_eq!(stock.expect(200)["available"], 8);

    // Of what is not there, three are sold.
    shop.set(&bowl, 0, true).await;
    let stock = shop.policy(&bowl, json!({"backorder_limit": 3})).await;
    assert_eq!(stock.expect(200)["available"], 3);
    shopper
        .add(&bowl, 4)
        .await
        .refused(409, "insufficient_stock");
    shop.ready_shopper(&[("bowl", 2)]).await.buy().await;
    let stock = shop.policy(&bowl, json!({"backorder_limit": 1})).await;
    stock.refused(409, "stock_reserved");
    let path = format!("/variants/{bowl}/stock");
    let stock = shop.admin(Method::GET, &path, Value::Null).await;
    let stock = stock.expect(200);
    assert_eq!(
        (
            &stock["on_hand"],
            &stock["available"],
            &stock["backorder_limit"]
        ),
        (&json!(-2), &json!(1), &json!(3))
    );
    shop.ready_shopper(&[("bowl", 1)]).await.buy().await;
    shopper
        .add(&bowl, 1)
        .await
        .refused(409, "insufficient_stock");
    let stock = shop.policy(&bowl, json!({"backorder_limit": null})).await;
    let stock = stock.expect(200);
    assert_eq!(
        (stock.get("available"), stock.get("backorder_limit")),
        (None, None)
    );
    shopper.add(&bowl, 500).await.expect(200);
    system.settle().await;
}

#[tokio::test]
async fn a_count_below_what_may_be_owed_is_refused_however_it_comes() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 0)]).await;
    let mug = shop.variant("mug").await;
    shop.set(&mug, 2, true).await;
    shop.policy(&mug, json!({"backorder_limit": 3}))
        .await
        .expect(200);
    // Five are held back by an order that is not paid yet.
    shop.ready_shopper(&[("mug", 5)]).await.place().await;
    let path = format!("/variants/{mug}/stock");
    for body in [
        json!({"on_hand": 1, "allow_backorder": true}),
        json!({"on_hand": 2, "allow_backorder": false}),
    ] {
        let refused = shop.admin(Method::PUT, &path, body.clone()).await;
        refused.refused(409, "stock_reserved");
    }
    let main = shop.main().await;
    let counted = shop.count(&mug, &main, json!({"on_hand": 1})).await;
    counted.refused(409, "stock_reserved");
    shop.set(&mug, 2, true).await;
    system.close().await;
}

#[tokio::test]
async fn staff_and_the_database_have_the_same_number() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    let mug = shop.variant("mug").await;
    shop.ready_shopper(&[("mug", 3)]).await.place().await;
    for (on_hand, allow_backorder) in [(3, false), (10, false), (10, true), (3, true)] {
        shop.set(&mug, on_hand, allow_backorder).await;
        for safety_stock in [0, 4, 50] {
            for backorder_limit in [json!(null), json!(0), json!(7)] {
                let policy =
                    json!({"safety_stock": safety_stock, "backorder_limit": backorder_limit});
                let stock = shop.policy(&mug, policy.clone()).await.expect(200);
                let told = stock["available"].as_i64().unwrap_or(-1);
                let column = "select coalesce(sellable, -1) from stock_levels";
                let case = format!("{on_hand} {allow_backorder} {policy}");
                assert_eq!(system.number(column).await, told, "{case}");
                assert_eq!(shop.seen("mug").await.0, told != 0, "{case}");
            }
        }
    }
    system.close().await;
}

#[tokio::test]
async fn ten_buyers_of_what_may_be_sold_beyond_the_stock_get_as_many_as_its_limit() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 0)]).await;
    let mug = shop.variant("mug").await;
    shop.set(&mug, 2, true).await;
    shop.policy(&mug, json!({"backorder_limit": 3}))
        .await
        .expect(200);
    let mut shoppers = Vec::new();
    for _ in 0..10 {
        shoppers.push(shop.ready_shopper(&[("mug", 1)]).await);
    }
    let totals = shoppers[0].cart().await;
    let total = totals["totals"]["total"]["amount"].as_i64().unwrap();
    let placed = shoppers
        .iter()
        .enumerate()
        .map(|(index, shopper)| async move {
            let answer = shopper.checkout(&format!("key-{index}"), total).await;
            (answer.status, answer.code().to_owned())
        });
    let placed = futures_util::future::join_all(placed).await;
    let won = placed.iter().filter(|it| it.0 == 201).count();
    let lost = placed
        .iter()
        .filter(|it| it.1 == "insufficient_stock")
        .count();
    assert_eq!((won, lost), (5, 5), "{placed:?}");
    let least = "select min(on_hand - reserved)::bigint from stock_levels";
    assert_eq!(system.number(least).await, -3);
    system.close().await;
}

#[tokio::test]
async fn a_storefront_shows_as_much_of_stock_as_the_store_wants() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 5), ("bowl", 1_500, 0)]).await;
    let (mug, bowl) = (shop.variant("mug").await, shop.variant("bowl").await);
    shop.policy(&mug, json!({"low_stock_threshold": 2}))
        .await
        .expect(200);
    assert_eq!(shop.seen("mug").await, (true, Value::Null));
    assert_eq!(shop.seen("bowl").await, (false, Value::Null));

    shop.show_stock("level").await;
    assert_eq!(shop.seen("mug").await, (true, json!({"level": "in_stock"})));
    assert_eq!(
        shop.seen("bowl").await,
        (false, json!({"level": "sold_out"}))
    );
    shop.show_stock("exact").await;
    assert_eq!(
        shop.seen("mug").await,
        (true, json!({"level": "in_stock", "quantity": 5}))
    );
    shop.ready_shopper(&[("mug", 3)]).await.buy().await;
    assert_eq!(
        shop.seen("mug").await,
        (true, json!({"level": "low_stock", "quantity": 2}))
    );
    shop.set(&bowl, 0, true).await;
    assert_eq!(
        shop.seen("bowl").await,
        (true, json!({"level": "backorder"}))
    );
    shop.policy(&bowl, json!({"backorder_limit": 4}))
        .await
        .expect(200);
    assert_eq!(
        shop.seen("bowl").await,
        (true, json!({"level": "backorder", "quantity": 4}))
    );
    // What is not counted is there.
    system.execute("delete from stock_levels").await;
    assert_eq!(shop.seen("mug").await, (true, json!({"level": "in_stock"})));
    system.close().await;
}

#[tokio::test]
async fn a_store_says_how_long_orders_hold_stock_and_from_where_it_is_taken() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 0), ("bowl", 1_500, 0)]).await;
    let (mug, bowl) = (shop.variant("mug").await, shop.variant("bowl").await);
    let near = shop.location("Near", 1).await;
    let far = shop.location("Far", 2).await;
    for (variant, location, on_hand) in [(&mug, &near, 9), (&mug, &far, 9), (&bowl, &far, 9)] {
        shop.count(variant, location, json!({"on_hand": on_hand}))
            .await
            .expect(200);
    }
    let taken = async || {
        let order = shop
            .ready_shopper(&[("mug", 1), ("bowl", 1)])
            .await
            .buy()
            .await;
        let path = format!("/orders/{}/allocations", order.order_id);
        let list = shop.admin(Method::GET, &path, Value::Null).await;
        let list = list.expect(200);
        let all = list["data"].as_array().unwrap().iter();
        let mut all: Vec<String> = all.map(|it| text(it, "/location_name")).collect();
        all.sort();
        all
    };
    assert_eq!(taken().await, ["Far", "Far"]);
    let settings = shop.admin(Method::GET, "/stock/settings", Value::Null);
    let mut settings = settings.await.expect(200);
    assert_eq!(
        (&settings["allocation"], settings.get("reservation_minutes")),
        (&json!("fewest_parcels"), None)
    );
    settings["allocation"] = json!("priority");
    settings["reservation_minutes"] = json!(7);
    let set = shop.settings(settings.clone()).await.expect(200);
    assert_eq!(set, settings);
    assert_eq!(taken().await, ["Far", "Near"]);

    let shopper = shop.ready_shopper(&[("mug", 1)]).await;
    let order = shopper.place().await;
    let placed = shopper.order(&order).await;
    let at = |name: &str| OffsetDateTime::parse(&text(&placed, name), &Rfc3339).unwrap();
    let held_for = at("/expires_at") - at("/placed_at");
    assert_eq!(held_for.whole_seconds(), 7 * 60, "{placed}");
    system.close().await;
}

#[tokio::test]
async fn odd_policies_are_refused_and_change_nothing() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 5)]).await;
    let other = system.shop("borealis", &[]).await;
    let mug = shop.variant("mug").await;
    let path = format!("/variants/{mug}/stock");
    let before = shop.admin(Method::GET, &path, Value::Null).await;
    for (body, pointer) in [
        (json!({"safety_stock": -1}), "/safety_stock"),
        (json!({"safety_stock": 1_000_000_001}), "/safety_stock"),
        (json!({"safety_stock": 1.5}), "/safety_stock"),
        (json!({"backorder_limit": -1}), "/backorder_limit"),
        (json!({"low_stock_threshold": "3"}), "/low_stock_threshold"),
        (json!({"on_hand": 3}), "/on_hand"),
    ] {
        let refused = shop.policy(&mug, body.clone()).await;
        refused.refused(400, "invalid_request");
        assert_eq!(refused.body["errors"][0]["pointer"], pointer, "{body}");
    }
    other
        .policy(&mug, json!({"safety_stock": 1}))
        .await
        .refused(404, "not_found");
    let settings = other.admin(Method::GET, "/stock/settings", Value::Null);
    let foreign = text(&settings.await.expect(200), "/storefronts/0/storefront_id");
    let body = |change: Value| {
        let mut body = json!({"allocation": "priority", "storefronts": []});
        body.as_object_mut()
            .unwrap()
            .extend(change.as_object().unwrap().clone());
        body
    };
    for (body, pointer) in [
        (
            body(json!({"reservation_minutes": 4})),
            "/reservation_minutes",
        ),
        (
            body(json!({"reservation_minutes": 1_441})),
            "/reservation_minutes",
        ),
        (body(json!({"allocation": "nearest"})), "/allocation"),
        (
            body(json!({"storefronts": [{"storefront_id": foreign, "display": "exact"}]})),
            "/storefronts/0/storefront_id",
        ),
    ] {
        let refused = shop.settings(body.clone()).await;
        assert_eq!(refused.status, 400, "{body}: {}", refused.body);
        assert_eq!(refused.body["errors"][0]["pointer"], pointer, "{body}");
    }
    let after = shop.admin(Method::GET, &path, Value::Null).await;
    assert_eq!(after.expect(200), before.expect(200));
    let rows = "select count(*) from stock_settings";
    assert_eq!(system.number(rows).await, 0);
    system.settle().await;
}
