//! Orders and refunds, as the tenant's staff sees them.

use poem::http::Method;
use serde_json::{Value, json};

use super::{Ask, BOREALIS, House};

fn as_owner<'a>(house: &'a House, owner: &str, method: Method, path: &str) -> Ask<'a> {
    house.ask(method, path).header("Authorization", owner)
}

fn path(order: &Value) -> String {
    format!("/admin/v1/orders/{}", order["id"].as_str().unwrap())
}

fn refund<'a>(house: &'a House, owner: &str, order: &Value, key: &str, body: &Value) -> Ask<'a> {
    as_owner(
        house,
        owner,
        Method::POST,
        &format!("{}/refunds", path(order)),
    )
    .header("Idempotency-Key", key)
    .json(body)
}

#[tokio::test]
async fn staff_see_orders_with_their_shares() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(9)).await;
    let first = house.paid_order(&[(mug, 2)]).await;
    let (basket, total) = house.full_cart(&[(mug, 1)]).await;
    let second = house.checkout(&basket, "key", &total).send().await.ok(201);
    let owner = house.owner("aurora").await;
    let get = |path: &str| as_owner(&house, &owner, Method::GET, path).send();

    let all = get("/admin/v1/orders").await.ok(200);
    assert_eq!(all["data"][0]["id"], second["order"]["id"]);
    assert_eq!(all["data"][1]["id"], first["id"]);
    assert_eq!(
        (&all["has_more"], all.get("next_cursor")),
        (&json!(false), None)
    );
    let page = get("/admin/v1/orders?limit=1").await.ok(200);
    assert_eq!(page["has_more"], true);
    let cursor = page["next_cursor"].as_str().unwrap();
    let next = get(&format!("/admin/v1/orders?limit=1&cursor={cursor}"))
        .await
        .ok(200);
    assert_eq!(next["data"][0]["id"], first["id"]);
    let paid = get("/admin/v1/orders?status=paid").await.ok(200);
    assert_eq!(paid["data"].as_array().unwrap().len(), 1);

    let order = get(&path(&first)).await.ok(200);
    assert_eq!(order["lines"][0]["quantity"], 2);
    assert_eq!(order["shares"].as_array().unwrap().len(), 1);
    assert_eq!(order["shares"][0]["total"], order["totals"]["total"]);
    assert_eq!(order["refunds"], json!([]));
    assert_eq!(
        order["transfers"],
        json!([]),
        "its payment never reached the provider"
    );
    for wrong in [
        "status=lost",
        "limit=0",
        "limit=101",
        "limit=x",
        "cursor=mug",
    ] {
        let refused = get(&format!("/admin/v1/orders?{wrong}")).await;
        assert_eq!(refused.status, 400, "{wrong}: {}", refused.body);
    }
}

#[tokio::test]
async fn money_is_given_back_by_unit_and_in_full_once() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(9)).await;
    let order = house.paid_order(&[(mug, 2)]).await;
    let owner = house.owner("aurora").await;
    let shown = as_owner(&house, &owner, Method::GET, &path(&order))
        .send()
        .await
        .ok(200);
    let line_id = &shown["lines"][0]["id"];
    let one = json!({"lines": [{"line_id": line_id, "quantity": 1}], "reason": "it broke"});

    let first = refund(&house, &owner, &order, "key 1", &one).send().await;
    assert_eq!(
        (first.status, &first.replayed),
        (400, &None),
        "a space is no key"
    );
    let first = refund(&house, &owner, &order, "key-1", &one).send().await;
    assert_eq!((first.status, &first.replayed), (201, &None));
    assert_eq!(
        first.body["amount"],
        json!({"amount": 1190, "currency": "EUR"})
    );
    assert_eq!(first.body["status"], "succeeded");
    let again = refund(&house, &owner, &order, "key-1", &one).send().await;
    assert_eq!(
        (again.status, again.replayed.as_deref()),
        (201, Some("true"))
    );
    assert_eq!(again.bytes, first.bytes);

    let two = json!({"lines": [{"line_id": line_id, "quantity": 2}]});
    let mismatch = refund(&house, &owner, &order, "key-1", &two).send().await;
    assert_eq!(mismatch.problem(), (422, "idempotency_key_reused"));
    let refused = refund(&house, &owner, &order, "key-2", &two).send().await;
    assert_eq!(refused.problem(), (422, "refund_too_large"));
    assert_eq!(
        refused.fields(),
        [("/lines/0/quantity", "refund_too_large")]
    );

    let rest = refund(&house, &owner, &order, "key-3", &json!({"full": true}))
        .send()
        .await
        .ok(201);
    assert_eq!(rest["shipping"], true);
    let shown = as_owner(&house, &owner, Method::GET, &path(&order))
        .send()
        .await
        .ok(200);
    assert_eq!(shown["status"], "refunded");
    assert_eq!(shown["totals"]["refunded"], shown["totals"]["total"]);
    assert_eq!(shown["refunds"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn an_unpaid_order_has_nothing_to_give_back_and_can_be_cancelled() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(1)).await;
    let (basket, total) = house.full_cart(&[(mug, 1)]).await;
    let placed = house.checkout(&basket, "key", &total).send().await.ok(201);
    let order = &placed["order"];
    let owner = house.owner("aurora").await;

    let refused = refund(&house, &owner, order, "key", &json!({"full": true}))
        .send()
        .await;
    assert_eq!(refused.problem(), (409, "order_wrong_status"));
    let cancel = format!("{}/cancel", path(order));
    for _ in 0..2 {
        let cancelled = as_owner(&house, &owner, Method::POST, &cancel)
            .send()
            .await
            .ok(200);
        assert_eq!(cancelled["status"], "cancelled");
    }
    let (ben, total) = house.full_cart(&[(mug, 1)]).await;
    house.checkout(&ben, "key", &total).send().await.ok(201);

    let another = house.sell("aurora", 500, None).await;
    let paid = house.paid_order(&[(another, 1)]).await;
    let cancel = format!("{}/cancel", path(&paid));
    let refused = as_owner(&house, &owner, Method::POST, &cancel).send().await;
    assert_eq!(refused.problem(), (409, "order_wrong_status"));
}

#[tokio::test]
async fn strangers_and_other_tenants_staff_change_nothing() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(9)).await;
    let order = house.paid_order(&[(mug, 1)]).await;
    let owner = house.owner("aurora").await;
    let neighbour = house.owner("borealis").await;
    let shown = as_owner(&house, &owner, Method::GET, &path(&order))
        .send()
        .await
        .ok(200);
    let full = json!({"full": true});
    let foreign_line = json!({"lines": [{"line_id": shown["lines"][0]["id"], "quantity": 1}]});
    let absent = json!({"id": "ord_00000000000000000000000001"});
    let before = house.rows().await;

    for (method, rest, body) in [
        (Method::GET, "", None),
        (Method::POST, "/refunds", Some(&full)),
        (Method::POST, "/refunds", Some(&foreign_line)),
        (Method::POST, "/cancel", None),
    ] {
        let ask = |order: &Value| {
            let ask = house
                .ask(method.clone(), &format!("{}{rest}", path(order)))
                .header("Idempotency-Key", "key");
            match body {
                Some(body) => ask.json(body),
                None => ask,
            }
        };
        assert_eq!(ask(&order).send().await.status, 401);
        let wrong_host = ask(&order).header("Authorization", &neighbour).send().await;
        assert_eq!(wrong_host.status, 401);
        let theirs = |order: &Value| {
            ask(order)
                .header("Host", BOREALIS)
                .header("Authorization", &neighbour)
                .send()
        };
        let (foreign, absent) = (theirs(&order).await, theirs(&absent).await);
        assert_eq!(foreign.status, 404);
        assert_eq!(foreign.without_request_id(), absent.without_request_id());
    }
    assert_eq!(house.rows().await, before);
    assert!(house.payments.refunds().is_empty());
}
