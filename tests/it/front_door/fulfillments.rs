//! Parcels: who ships what of an order, and what lists of orders say about it.

use futures_util::future::join_all;
use kernel::ids::{MerchantId, VariantId};
use poem::http::Method;
use serde_json::{Value, json};
use sqlx::Row;
use uuid::Uuid;

use super::ask::Answer;
use super::{Ask, House};

/// The tenant's staff at an order.
struct Desk<'a> {
    house: &'a House,
    owner: String,
    path: String,
}

impl<'a> Desk<'a> {
    async fn at(house: &'a House, order: &Value) -> Self {
        Self {
            house,
            owner: house.owner("aurora").await,
            path: format!("/admin/v1/orders/{}", order["id"].as_str().unwrap()),
        }
    }

    fn ask(&self, method: Method, path: &str) -> Ask<'a> {
        self.house
            .ask(method, path)
            .header("Authorization", &self.owner)
    }

    async fn order(&self) -> Value {
        self.ask(Method::GET, &self.path).send().await.ok(200)
    }

    async fn ship(&self, key: &str, body: &Value) -> Answer {
        self.ask(Method::POST, &format!("{}/fulfillments", self.path))
            .header("Idempotency-Key", key)
            .json(body)
            .send()
            .await
    }

    async fn mark(&self, parcel: &Value, what: &str) -> Answer {
        let id = parcel["id"].as_str().unwrap();
        let path = format!("{}/fulfillments/{id}/{what}", self.path);
        self.ask(Method::POST, &path).send().await
    }

    /// What `list` shows, with pages of one.
    async fn list_one_by_one(&self, query: &str) -> Vec<i64> {
        let (mut found, mut cursor) = (Vec::new(), String::new());
        loop {
            let path = format!("/admin/v1/orders?{query}&limit=1&cursor={cursor}");
            let page = self.ask(Method::GET, &path).send().await.ok(200);
            let orders = page["data"].as_array().unwrap().iter();
            found.extend(orders.map(|it| it["number"].as_i64().unwrap()));
            match page["next_cursor"].as_str() {
                Some(next) => next.clone_into(&mut cursor),
                None => return found,
            }
        }
    }

    async fn list(&self, query: &str) -> Vec<i64> {
        let path = format!("/admin/v1/orders?{query}");
        let page = self.ask(Method::GET, &path).send().await.ok(200);
        let orders = page["data"].as_array().unwrap().iter();
        orders.map(|it| it["number"].as_i64().unwrap()).collect()
    }
}

/// On hand and reserved, of everything.
async fn stock(house: &House) -> (i64, i64) {
    let mut conn = house.superuser.lock().await;
    let row = sqlx::query("select sum(on_hand), sum(reserved) from stock_levels")
        .fetch_one(&mut *conn)
        .await
        .unwrap();
    (row.get(0), row.get(1))
}

#[tokio::test]
async fn an_order_is_shipped_in_parcels_that_shoppers_see() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(9)).await;
    let bowl = house.sell("aurora", 500, Some(9)).await;
    let order = house.paid_order(&[(mug, 3), (bowl, 1)]).await;
    let desk = Desk::at(&house, &order).await;
    let shown = desk.order().await;
    assert_eq!(shown["fulfillment_status"], "unfulfilled");
    assert_eq!(shown["fulfillments"], json!([]));
    let (line, other) = (&shown["lines"][0]["id"], &shown["lines"][1]["id"]);
    let sold = stock(&house).await;

    let two = json!({
        "lines": [{"line_id": line, "quantity": 2}],
        "tracking": {"carrier": "DHL", "number": "00340434"},
    });
    let first = desk.ship("one", &two).await;
    assert_eq!((first.status, &first.replayed), (201, &None));
    let again = desk.ship("one", &two).await;
    assert_eq!(again.replayed.as_deref(), Some("true"));
    assert_eq!(again.bytes, first.bytes);
    let other_body = desk.ship("one", &json!({})).await;
    assert_eq!(other_body.problem(), (422, "idempotency_key_reused"));
    let first = first.body;
    assert_eq!(first["status"], "shipped");
    assert_eq!(first["lines"], json!([{"line_id": line, "quantity": 2}]));
    assert_eq!(
        first["tracking_url"],
        "https://www.dhl.com/global-en/home/tracking.html?tracking-id=00340434"
    );
    let shown = desk.order().await;
    assert_eq!(shown["fulfillment_status"], "partially_fulfilled");
    assert_eq!(shown["lines"][0]["fulfilled_quantity"], 2);
    assert_eq!(shown["fulfillments"], json!([first]));

    let rest = desk.ship("two", &json!({})).await.ok(201);
    let left = json!([{"line_id": line, "quantity": 1}, {"line_id": other, "quantity": 1}]);
    assert_eq!(rest["lines"], left);
    assert_eq!(desk.order().await["fulfillment_status"], "fulfilled");
    let none = desk.ship("three", &json!({})).await;
    assert_eq!(none.problem(), (422, "nothing_to_fulfill"));

    for _ in 0..2 {
        let cancelled = desk.mark(&rest, "cancel").await.ok(200);
        assert_eq!(cancelled["status"], "cancelled");
        let delivered = desk.mark(&first, "delivered").await.ok(200);
        assert_eq!(delivered["status"], "delivered");
    }
    let late = desk.mark(&rest, "delivered").await;
    assert_eq!(late.problem(), (409, "fulfillment_wrong_status"));
    let late = desk.mark(&first, "cancel").await;
    assert_eq!(late.problem(), (409, "fulfillment_wrong_status"));
    let shown = desk.order().await;
    assert_eq!(shown["fulfillment_status"], "partially_fulfilled");
    assert_eq!(shown["lines"][0]["fulfilled_quantity"], 2);
    assert_eq!(shown["lines"][1]["fulfilled_quantity"], 0);
    assert_eq!(stock(&house).await, sold, "stock left when it was paid for");

    let id = order["id"].as_str().unwrap();
    let seen = house
        .ask(Method::GET, &format!("/storefront/v1/orders/{id}"))
        .header("Order-Token", order["token"].as_str().unwrap())
        .send()
        .await
        .ok(200);
    assert_eq!(seen["fulfillment_status"], "partially_fulfilled");
    let parcels = seen["fulfillments"].as_array().unwrap();
    assert_eq!(parcels.len(), 1, "a cancelled parcel is not shown");
    assert_eq!(parcels[0]["status"], "delivered");
    assert_eq!(parcels[0]["tracking_number"], "00340434");
    assert!(parcels[0].get("created_by").is_none());
}

#[tokio::test]
async fn ten_people_at_one_order_ship_each_unit_once() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, None).await;
    let order = house.paid_order(&[(mug, 7)]).await;
    let desk = Desk::at(&house, &order).await;
    let line = desk.order().await["lines"][0]["id"].clone();
    let body = json!({"lines": [{"line_id": line, "quantity": 1}]});

    let keys: Vec<String> = (0..10).map(|number| format!("parcel-{number}")).collect();
    let answers = join_all(keys.iter().map(|key| desk.ship(key, &body))).await;

    let shipped = answers.iter().filter(|it| it.status == 201).count();
    assert_eq!(shipped, 7);
    for refused in answers.iter().filter(|it| it.status != 201) {
        assert_eq!(refused.problem(), (422, "fulfillment_too_large"));
        assert_eq!(
            refused.fields(),
            [("/lines/0/quantity", "fulfillment_too_large")]
        );
    }
    let shown = desk.order().await;
    assert_eq!(shown["fulfillment_status"], "fulfilled");
    let parcels = shown["fulfillments"].as_array().unwrap();
    assert_eq!(parcels.len(), 7);
    let cancels = parcels.iter().flat_map(|it| [it, it]);
    let answers = join_all(cancels.map(|it| desk.mark(it, "cancel"))).await;
    assert!(answers.iter().all(|it| it.status == 200));
    let shown = desk.order().await;
    assert_eq!(shown["fulfillment_status"], "unfulfilled");
    assert_eq!(shown["lines"][0]["fulfilled_quantity"], 0);

    let mut conn = house.superuser.lock().await;
    let refused = sqlx::query("update order_lines set fulfilled_quantity = quantity + 1")
        .execute(&mut *conn)
        .await
        .unwrap_err();
    assert!(
        refused
            .to_string()
            .contains("order_lines_not_overfulfilled")
    );
}

/// Gives the product of a variant to another merchant of the tenant.
pub(super) async fn other_merchant_of(house: &House, variant: VariantId) -> MerchantId {
    let mut conn = house.superuser.lock().await;
    let id: Uuid = sqlx::query_scalar(
        "with m as (
           insert into merchants (tenant_id, id, slug, name, commission_bps, is_default, created_at)
           select id, gen_random_uuid(), 'other', 'Other', 0, false, now()
             from tenants where slug = 'aurora'
           returning tenant_id, id
         ), p as (
           update products p set merchant_id = m.id from m, variants v
            where p.tenant_id = m.tenant_id and v.product_id = p.id and v.id = $1
         )
         select id from m",
    )
    .bind(variant)
    .fetch_one(&mut *conn)
    .await
    .unwrap();
    MerchantId::from_uuid(id)
}

#[tokio::test]
async fn a_parcel_is_of_one_merchant_of_a_paid_order() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, None).await;
    let bowl = house.sell("aurora", 500, None).await;
    let other = other_merchant_of(&house, bowl).await;
    let order = house.paid_order(&[(mug, 1), (bowl, 2)]).await;
    let desk = Desk::at(&house, &order).await;
    let shown = desk.order().await;
    let line = |index: usize, quantity: i64| json!({"line_id": shown["lines"][index]["id"], "quantity": quantity});
    let before = house.rows().await;

    for (body, problem, field) in [
        (json!({}), "several_merchants", "/merchant_id"),
        (
            json!({"lines": [line(0, 1), line(1, 1)]}),
            "several_merchants",
            "/lines/1/line_id",
        ),
        (
            json!({"lines": [line(0, 1)], "merchant_id": other}),
            "several_merchants",
            "/lines/0/line_id",
        ),
        (
            json!({"lines": [line(1, 3)]}),
            "fulfillment_too_large",
            "/lines/0/quantity",
        ),
        (
            json!({"merchant_id": "mer_00000000000000000000000001"}),
            "nothing_to_fulfill",
            "/merchant_id",
        ),
        (
            json!({"lines": [{"line_id": "oln_00000000000000000000000001", "quantity": 1}]}),
            "order_line_not_found",
            "/lines/0/line_id",
        ),
    ] {
        let refused = desk.ship("key", &body).await;
        assert_eq!(refused.problem(), (422, problem), "{body}");
        assert_eq!(refused.fields()[0].0, field, "{body}");
    }
    assert_eq!(house.rows().await, before);

    let theirs = desk
        .ship("key", &json!({"merchant_id": other}))
        .await
        .ok(201);
    assert_eq!(theirs["merchant_id"], json!(other));
    assert_eq!(theirs["lines"], json!([line(1, 2)]));
    let rest = desk.ship("rest", &json!({})).await.ok(201);
    assert_eq!(rest["lines"], json!([line(0, 1)]));

    let (basket, total) = house.full_cart(&[(mug, 1)]).await;
    let unpaid = house.checkout(&basket, "key", &total).send().await.ok(201);
    let desk = Desk::at(&house, &unpaid["order"]).await;
    let refused = desk.ship("unpaid", &json!({})).await;
    assert_eq!(refused.problem(), (409, "order_wrong_status"));
}

#[tokio::test]
async fn a_parcel_is_refused_field_by_field() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, None).await;
    let order = house.paid_order(&[(mug, 1)]).await;
    let desk = Desk::at(&house, &order).await;
    let shown = desk.order().await;
    let line = |index: usize, quantity: i64| json!({"line_id": shown["lines"][index]["id"], "quantity": quantity});
    let before = house.rows().await;

    for (body, field) in [
        (
            json!({"lines": [line(0, 1), line(0, 1)]}),
            "/lines/1/line_id",
        ),
        (json!({"lines": []}), "/lines"),
        (json!({"lines": [line(0, 0)]}), "/lines/0/quantity"),
        (
            json!({"tracking": {"url": "http://x.example"}}),
            "/tracking/url",
        ),
        (
            json!({"tracking": {"carrier": "D\nHL"}}),
            "/tracking/carrier",
        ),
    ] {
        let refused = desk.ship("key", &body).await;
        assert_eq!(refused.status, 400, "{body}: {}", refused.body);
        assert_eq!(refused.fields()[0].0, field, "{body}: {}", refused.body);
    }
    assert_eq!(house.rows().await, before);
}

#[tokio::test]
async fn orders_are_listed_by_status_date_and_customer() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, None).await;
    let shipped = house.paid_order(&[(mug, 1)]).await;
    let paid = house.paid_order(&[(mug, 1)]).await;
    let (basket, total) = house.full_cart(&[(mug, 1)]).await;
    let body = json!({"email": "berta@example.com"});
    let change = house.ask_cart(Method::PATCH, &basket, "").json(&body);
    change.send().await.ok(200);
    house.checkout(&basket, "key", &total).send().await.ok(201);
    let desk = Desk::at(&house, &shipped).await;
    desk.ship("key", &json!({})).await.ok(201);
    let date = desk.order().await["placed_at"].as_str().unwrap().to_owned();
    assert_eq!(
        (&shipped["number"], &paid["number"]),
        (&json!(1001), &json!(1002))
    );

    for (query, numbers) in [
        ("", vec![1003, 1002, 1001]),
        ("sort=oldest", vec![1001, 1002, 1003]),
        ("sort=payment_status", vec![1002, 1001, 1003]),
        ("sort=fulfillment_status", vec![1001, 1003, 1002]),
        ("payment_status=paid", vec![1002, 1001]),
        (
            "payment_status=paid&fulfillment_status=unfulfilled",
            vec![1002],
        ),
        ("fulfillment_status=fulfilled", vec![1001]),
        ("search=1002", vec![1002]),
        ("search=%231003", vec![1003]),
        ("search=BERTA%40", vec![1003]),
        ("search=anna@example.com&sort=oldest", vec![1001, 1002]),
        ("search=nobody", vec![]),
        ("search=", vec![1003, 1002, 1001]),
        (&format!("placed_from={date}"), vec![1003, 1002, 1001]),
        (&format!("placed_before={date}"), vec![]),
        ("placed_from=2999-01-01T00:00:00Z", vec![]),
        (
            "placed_before=2999-01-01T00:00:00Z&status=pending_payment",
            vec![1003],
        ),
    ] {
        assert_eq!(desk.list(query).await, numbers, "{query}");
        let found = desk.list_one_by_one(query).await;
        assert_eq!(found, numbers, "{query}, by one");
    }
    for wrong in [
        "sort=price",
        "payment_status=lost",
        "placed_from=yesterday",
        "search=a%00b",
    ] {
        let path = format!("/admin/v1/orders?{wrong}");
        let refused = desk.ask(Method::GET, &path).send().await;
        assert_eq!(refused.status, 400, "{wrong}: {}", refused.body);
    }
    let first = desk
        .ask(Method::GET, "/admin/v1/orders?limit=1")
        .send()
        .await
        .ok(200);
    let cursor = first["next_cursor"].as_str().unwrap();
    let path = format!("/admin/v1/orders?limit=1&sort=oldest&cursor={cursor}");
    let refused = desk.ask(Method::GET, &path).send().await;
    assert_eq!(refused.status, 400, "a cursor of another list");
}
