//! Stock by location: counts, adjustments, sales and what comes back; and that every unit is accounted for.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Answer, Shop, System, send, text};

impl Shop<'_> {
    pub(crate) async fn location(&self, name: &str, priority: i64) -> String {
        let body = json!({"name": name, "priority": priority});
        let made = self.admin(Method::POST, "/locations", body).await;
        text(&made.expect(201), "/id")
    }

    /// The location that the tenant had from the beginning.
    pub(crate) async fn main(&self) -> String {
        let list = self.admin(Method::GET, "/locations", Value::Null).await;
        let list = list.expect(200);
        let mut all = list["data"].as_array().unwrap().iter();
        text(all.find(|it| it["is_default"] == true).unwrap(), "/id")
    }

    pub(crate) async fn count(&self, variant: &str, location: &str, body: Value) -> Answer {
        let path = format!("/variants/{variant}/locations/{location}/stock");
        self.admin(Method::PUT, &path, body).await
    }

    async fn adjust(&self, key: &str, rows: Value) -> Answer {
        let path = "/admin/v1/stock/adjustments";
        let request = self.system.request(Method::POST, &self.host, path);
        let request = request.bearer_auth(&self.owner_token);
        let body = json!({"reason": "Damaged", "adjustments": rows});
        send(request.header("idempotency-key", key).json(&body)).await
    }

    /// Units at each location, by name.
    async fn shelves(&self, variant: &str) -> Vec<(String, i64)> {
        let path = format!("/variants/{variant}/stock");
        let stock = self.admin(Method::GET, &path, Value::Null).await;
        let stock = stock.expect(200);
        let units_at = |it: &Value| (text(it, "/name"), it["on_hand"].as_i64().unwrap());
        let shelves: Vec<_> = stock["locations"]
            .as_array()
            .unwrap()
            .iter()
            .map(units_at)
            .collect();
        let sum: i64 = shelves.iter().map(|(_, units)| units).sum();
        assert_eq!(stock["on_hand"], sum, "{stock}");
        shelves
    }

    /// Where the units of an order come from: location and units.
    async fn allocated(&self, order_id: &str) -> Vec<(String, i64)> {
        let path = format!("/orders/{order_id}/allocations");
        let list = self.admin(Method::GET, &path, Value::Null).await;
        let list = list.expect(200);
        let all = list["data"].as_array().unwrap().iter();
        all.map(|it| (text(it, "/location_name"), it["quantity"].as_i64().unwrap()))
            .collect()
    }

    /// Movements of a variant, the first ones first: cause and units.
    async fn moves(&self, variant: &str) -> Vec<(String, i64)> {
        let path = format!("/variants/{variant}/stock/movements?limit=100");
        let list = self.admin(Method::GET, &path, Value::Null).await;
        let list = list.expect(200);
        let all = list["data"].as_array().unwrap().iter().rev();
        all.map(|it| (text(it, "/cause"), it["quantity"].as_i64().unwrap()))
            .collect()
    }
}

fn units(all: &[(&str, i64)]) -> Vec<(String, i64)> {
    all.iter()
        .map(|(name, units)| ((*name).to_owned(), *units))
        .collect()
}

/// Levels, locations and movements that do not say the same.
pub(crate) const DISAGREE: &str = "
    select count(*) from stock_levels s
     where s.on_hand <> coalesce((select sum(l.on_hand) from location_stock l
                                   where l.tenant_id = s.tenant_id and l.variant_id = s.variant_id), 0)
        or s.on_hand <> coalesce((select sum(m.quantity) from stock_movements m
                                   where m.tenant_id = s.tenant_id and m.variant_id = s.variant_id), 0)";

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one story, told in its order")]
async fn paid_orders_take_units_from_few_locations_and_by_priority_and_give_them_back_there() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1000, 5), ("bowl", 2000, 0)]).await;
    let (mug, bowl) = (shop.variant("mug").await, shop.variant("bowl").await);
    let (north, south) = (
        shop.location("North", 10).await,
        shop.location("South", 20).await,
    );
    assert_eq!(
        shop.shelves(&mug).await,
        units(&[("North", 0), ("South", 0), ("Main", 5)])
    );
    shop.count(&mug, &north, json!({"on_hand": 2}))
        .await
        .expect(200);
    shop.count(&mug, &south, json!({"on_hand": 3}))
        .await
        .expect(200);
    shop.count(&bowl, &south, json!({"on_hand": 4}))
        .await
        .expect(200);

    // One line: North has the lowest priority and enough of it.
    let first = shop.ready_shopper(&[("mug", 2)]).await.buy().await;
    assert_eq!(
        shop.allocated(&first.order_id).await,
        units(&[("North", 2)])
    );
    // Two lines: South has both, so one parcel is enough.
    let second = shop
        .ready_shopper(&[("mug", 3), ("bowl", 1)])
        .await
        .buy()
        .await;
    assert_eq!(
        shop.allocated(&second.order_id).await,
        units(&[("South", 3), ("South", 1)])
    );
    // More than any location has: the rest comes from the next one.
    shop.count(&mug, &north, json!({"on_hand": 2}))
        .await
        .expect(200);
    let third = shop.ready_shopper(&[("mug", 6)]).await.buy().await;
    assert_eq!(
        shop.allocated(&third.order_id).await,
        units(&[("North", 2), ("Main", 4)])
    );
    assert_eq!(
        shop.shelves(&mug).await,
        units(&[("North", 0), ("South", 0), ("Main", 1)])
    );

    // Cancelled units go back to where they were taken from.
    let path = format!("/orders/{}", third.order_id);
    let seen = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    let line = text(&seen, "/lines/0/id");
    let body =
        json!({"lines": [{"line_id": line, "quantity": 5}], "restock": true, "refund": true});
    shop.cancel_units(&third.order_id, "some", &body)
        .await
        .expect(201);
    assert_eq!(
        shop.shelves(&mug).await,
        units(&[("North", 1), ("South", 0), ("Main", 5)])
    );
    assert_eq!(
        shop.allocated(&third.order_id).await,
        units(&[("North", 1)])
    );
    // Movements of one moment are in no order of their own.
    let mut moves = shop.moves(&mug).await;
    moves.sort();
    let mut expected = units(&[
        ("count", 5),
        ("count", 2),
        ("count", 3),
        ("sale", -2),
        ("sale", -3),
        ("count", 2),
        ("sale", -2),
        ("sale", -4),
        ("cancellation", 1),
        ("cancellation", 4),
    ]);
    expected.sort();
    assert_eq!(moves, expected);
    // What is set altogether is booked at the default location.
    let path = format!("/variants/{mug}/stock");
    shop.admin(Method::PUT, &path, json!({"on_hand": 10}))
        .await
        .expect(200);
    assert_eq!(
        shop.shelves(&mug).await,
        units(&[("North", 1), ("South", 0), ("Main", 9)])
    );
    assert_eq!(
        shop.shelves(&bowl).await,
        units(&[("North", 0), ("South", 3), ("Main", 0)])
    );
    assert_eq!(system.number(DISAGREE).await, 0);
    system.settle().await;
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one story, told in its order")]
async fn a_count_needs_what_was_there_and_an_adjustment_happens_once() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1000, 5), ("bowl", 2000, 5)]).await;
    let (mug, bowl) = (shop.variant("mug").await, shop.variant("bowl").await);
    let main = shop.main().await;
    let north = shop.location("North", 10).await;
    shop.ready_shopper(&[("mug", 3)]).await.place().await;

    let late = shop
        .count(&mug, &main, json!({"on_hand": 9, "expected_on_hand": 4}))
        .await;
    late.refused(409, "stock_changed");
    assert_eq!(late.body["current_on_hand"], 5);
    let held = shop
        .count(&mug, &main, json!({"on_hand": 2, "expected_on_hand": 5}))
        .await;
    held.refused(409, "stock_reserved");
    assert_eq!(held.body["variant_id"], mug.as_str());
    let counted = shop
        .count(&mug, &main, json!({"on_hand": 4, "expected_on_hand": 5}))
        .await;
    let counted = counted.expect(200);
    assert_eq!(
        (counted["on_hand"].as_i64(), counted["available"].as_i64()),
        (Some(4), Some(1))
    );

    // From one location to another, and away: once, however often it is sent.
    let rows = json!([
        {"variant_id": mug, "delta": -4}, {"variant_id": mug, "location_id": north, "delta": 4},
        {"variant_id": bowl, "location_id": main, "delta": -5},
    ]);
    for _ in 0..3 {
        assert_eq!(
            shop.adjust("move", rows.clone()).await.expect(200)["adjusted"],
            3
        );
    }
    assert_eq!(
        shop.shelves(&mug).await,
        units(&[("North", 4), ("Main", 0)])
    );
    assert_eq!(
        shop.shelves(&bowl).await,
        units(&[("North", 0), ("Main", 0)])
    );
    shop.adjust("move", json!([{"variant_id": mug, "delta": 1}]))
        .await
        .refused(422, "idempotency_key_reused");
    // What is sold out is told, and what is back.
    system.is_quiet().await;
    let seen = send(system.request(Method::GET, &shop.host, "/storefront/v1/products/bowl")).await;
    assert_eq!(seen.expect(200)["available"], false);
    shop.adjust("back", json!([{"variant_id": bowl, "delta": 2}]))
        .await
        .expect(200);
    system.is_quiet().await;
    let seen = send(system.request(Method::GET, &shop.host, "/storefront/v1/products/bowl")).await;
    assert_eq!(seen.expect(200)["available"], true);

    let nowhere = kernel::ids::LocationId::from_uuid(kernel::ports::Ids.uuid()).to_string();
    for (rows, status, code, pointer) in [
        (json!([]), 400, "invalid_request", "/adjustments"),
        (
            json!([{"variant_id": mug, "delta": 0}]),
            400,
            "invalid_request",
            "/adjustments/0/delta",
        ),
        (
            json!([
                {"variant_id": mug, "location_id": north, "delta": -5}, {"variant_id": mug, "delta": 5},
            ]),
            409,
            "insufficient_location_stock",
            "",
        ),
        (
            json!([{"variant_id": mug, "delta": -2}]),
            409,
            "stock_reserved",
            "",
        ),
        (
            json!([{"variant_id": mug, "delta": 1}, {"variant_id": mug, "location_id": nowhere, "delta": 1}]),
            422,
            "stock_not_found",
            "/adjustments/1/location_id",
        ),
    ] {
        let answer = shop
            .adjust(&format!("bad-{code}-{pointer}"), rows.clone())
            .await;
        assert_eq!((answer.status, answer.code()), (status, code), "{rows}");
        if !pointer.is_empty() {
            assert_eq!(answer.body["errors"][0]["pointer"], pointer, "{rows}");
        }
    }
    assert_eq!(
        shop.shelves(&mug).await,
        units(&[("North", 4), ("Main", 0)])
    );

    // A location with stock stays active, and so does the default one; an empty one is left out.
    let path = format!("/locations/{north}");
    let off = json!({"is_active": false});
    shop.admin(Method::PATCH, &path, off.clone())
        .await
        .refused(409, "location_in_use");
    let path_of_main = format!("/locations/{main}");
    shop.admin(Method::PATCH, &path_of_main, off.clone())
        .await
        .refused(409, "location_in_use");
    shop.adjust(
        "home",
        json!([
            {"variant_id": mug, "location_id": north, "delta": -4}, {"variant_id": mug, "delta": 4},
        ]),
    )
    .await
    .expect(200);
    shop.admin(Method::PATCH, &path, off).await.expect(200);
    shop.count(&mug, &north, json!({"on_hand": 1}))
        .await
        .refused(409, "location_inactive");
    assert_eq!(shop.shelves(&mug).await, units(&[("Main", 4)]));
    let same = shop
        .admin(Method::POST, "/locations", json!({"name": " north"}))
        .await;
    same.refused(409, "location_name_taken");
    assert_eq!(system.number(DISAGREE).await, 0);
    system.settle().await;
}

#[tokio::test]
async fn units_sold_at_once_from_three_locations_are_sold_exactly_once() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1000, 4)]).await;
    let mug = shop.variant("mug").await;
    for (name, priority) in [("North", 10), ("South", 20)] {
        let location = shop.location(name, priority).await;
        shop.count(&mug, &location, json!({"on_hand": 4}))
            .await
            .expect(200);
    }

    let buyers = (0..30).map(|_| async {
        let shopper = shop.shopper().await;
        let added = shopper.add(&mug, 1).await;
        if added.status == 409 {
            added.refused(409, "insufficient_stock");
            return 0;
        }
        shopper.address().await;
        let total = shopper.cart().await["totals"]["total"]["amount"].as_i64();
        let key = format!("key-{}", shopper.cart_id);
        let answer = shopper.checkout(&key, total.unwrap()).await;
        if answer.status == 201 {
            shopper.pay(&crate::harness::Bought::of(&answer.body)).await;
            return 1;
        }
        answer.refused(409, "insufficient_stock");
        0
    });
    let sold: i64 = futures_util::future::join_all(buyers).await.iter().sum();

    assert_eq!(sold, 12);
    system.is_quiet().await;
    assert_eq!(
        shop.shelves(&mug).await,
        units(&[("North", 0), ("South", 0), ("Main", 0)])
    );
    assert_eq!(system.number(DISAGREE).await, 0);
    let sales = "select -sum(quantity)::bigint from stock_movements where cause = 'sale'";
    assert_eq!(system.number(sales).await, 12);
    system.settle().await;
}
