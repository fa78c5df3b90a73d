//! What staff keep about orders: timeline, notes, tags, and the same done to many orders.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Answer, Bought, Shop, System, send, text};

async fn get(shop: &Shop<'_>, path: &str) -> Value {
    shop.admin(Method::GET, path, Value::Null).await.expect(200)
}

/// The kinds and actors of an order's events, the newest first.
async fn events(shop: &Shop<'_>, order: &Bought) -> Vec<(String, String)> {
    let path = format!("/orders/{}/timeline?limit=100", order.order_id);
    let page = get(shop, &path).await;
    let event = |it: &Value| {
        let actor = it["actor"].as_str().unwrap_or_default();
        (text(it, "/kind"), actor.to_owned())
    };
    page["data"].as_array().unwrap().iter().map(event).collect()
}

/// A request of the staff member with this token.
async fn by(shop: &Shop<'_>, token: &str, (method, path): (Method, &str), body: Value) -> Answer {
    let path = format!("/admin/v1{path}");
    let request = shop.system.request(method, &shop.host, &path);
    let request = request.bearer_auth(token);
    send(if body.is_null() {
        request
    } else {
        request.json(&body)
    })
    .await
}

async fn bulk(shop: &Shop<'_>, key: &str, body: &Value) -> Answer {
    let path = "/admin/v1/orders/bulk";
    let request = shop.system.request(Method::POST, &shop.host, path);
    let request = request.bearer_auth(&shop.owner_token);
    send(request.header("idempotency-key", key).json(body)).await
}

#[tokio::test]
async fn a_timeline_tells_what_happened_when_and_by_whom() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    let shopper = shop.ready_shopper(&[("mug", 3)]).await;
    let order = shopper.buy().await;
    let id = order.order_id.as_str();
    system.is_quiet().await;
    let owner = get(&shop, "/me").await;
    let owner = text(&owner, "/staff_id");
    let line = text(&get(&shop, &format!("/orders/{id}")).await, "/lines/0/id");
    let units = json!({"lines": [{"line_id": line, "quantity": 1}], "reason": "broken"});
    let cancelled = shop.cancel_units(id, "c", &units).await.expect(201);
    system.is_quiet().await;
    let parcel = shop.fulfill(id, "p", &json!({})).await.expect(201);
    let parcel = text(&parcel, "/id");
    let path = format!("/orders/{id}/fulfillments/{parcel}/delivered");
    shop.admin(Method::POST, &path, Value::Null)
        .await
        .expect(200);
    system.is_quiet().await;
    let path = format!("/orders/{id}/tags");
    shop.admin(Method::PUT, &path, json!({"tags": ["gift"]}))
        .await
        .expect(200);
    let path = format!("/orders/{id}/notes");
    let note = json!({"text": "Wrap it.\nIn blue."});
    let note = shop.admin(Method::POST, &path, note).await.expect(201);

    let told = events(&shop, &order).await;
    let of = |kind: &str| -> Vec<&str> {
        let events = told.iter().filter(|it| it.0 == kind);
        events.map(|it| it.1.as_str()).collect()
    };
    assert_eq!(of("order_placed"), ["shopper"]);
    assert_eq!(of("order_paid"), ["shopper"]);
    assert_eq!(of("units_cancelled"), [owner.as_str()]);
    assert_eq!(of("refund_requested"), [owner.as_str()]);
    assert_eq!(of("refund_accepted"), ["provider"]);
    assert_eq!(of("shipped"), [owner.as_str()]);
    // The parcel does not say who marked it; the audit log does.
    assert_eq!(of("delivered"), [owner.as_str()]);
    assert_eq!(of("note_added"), [owner.as_str()]);
    // Confirmed, changed, refunded, shipped and delivered.
    assert_eq!(of("email_sent"), ["system"; 5]);
    assert_eq!(told.first().unwrap().0, "note_added");
    assert_eq!(told.last().unwrap().0, "order_placed");

    let path = format!("/orders/{id}/timeline");
    let page = get(&shop, &format!("{path}?limit=100")).await;
    let all = page["data"].as_array().unwrap();
    let find = |kind: &str| all.iter().find(|it| it["kind"] == kind).unwrap();
    assert_eq!(find("note_added")["object"], note["id"]);
    assert_eq!(find("note_added")["text"], "Wrap it.\nIn blue.");
    assert_eq!(find("note_added")["visibility"], "staff");
    assert_eq!(find("units_cancelled")["object"], cancelled["id"]);
    assert_eq!(find("refund_requested")["amount"]["amount"], 900);
    assert_eq!(find("refund_requested")["visibility"], "shopper");
    assert_eq!(find("changed")["text"], "admin_set_order_tags");
    // In pages it is the same.
    let mut cursor = String::new();
    let mut paged = Vec::new();
    loop {
        let page = get(&shop, &format!("{path}?limit=3{cursor}")).await;
        paged.extend(page["data"].as_array().unwrap().clone());
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(&paged, all);
    system.settle().await;
}

#[tokio::test]
async fn notes_are_changed_by_whoever_wrote_them() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    let order = shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    shop.enrol("support@aurora.test", "support").await;
    let support = shop.sign_in("support@aurora.test").await;
    let path = format!("/orders/{}/notes", order.order_id);
    let write = |text: Value| json!({"text": text});

    let note = by(
        &shop,
        &support,
        (Method::POST, &path),
        write(json!("Call back")),
    )
    .await
    .expect(201);
    let own = format!("{path}/{}", text(&note, "/id"));
    let kept = "select count(*) from order_notes where text = 'Call back' and edited_at is null";
    let edited = shop.admin(Method::PATCH, &own, write(json!("Mine"))).await;
    assert_eq!((edited.status, edited.code()), (403, "order_note_not_own"));
    let deleted = shop.admin(Method::DELETE, &own, Value::Null).await;
    assert_eq!(
        (deleted.status, deleted.code()),
        (403, "order_note_not_own")
    );
    for bad in [json!(""), json!(" \n "), json!("x".repeat(5001)), json!(7)] {
        let answer = by(&shop, &support, (Method::PATCH, &own), write(bad)).await;
        assert_eq!((answer.status, answer.code()), (400, "invalid_request"));
        assert_eq!(answer.body["errors"][0]["pointer"], "/text");
    }
    assert_eq!(system.number(kept).await, 1);
    let edited = by(
        &shop,
        &support,
        (Method::PATCH, &own),
        write(json!("Called")),
    )
    .await
    .expect(200);
    assert_eq!(edited["text"], "Called");
    assert!(edited["edited_at"].is_string());
    by(&shop, &support, (Method::DELETE, &own), Value::Null)
        .await
        .expect(204);
    let again = by(&shop, &support, (Method::DELETE, &own), Value::Null).await;
    assert_eq!(again.status, 404);
    assert_eq!(system.number("select count(*) from order_notes").await, 0);
    system.settle().await;
}

/// The numbers of the orders that a list shows.
async fn listed(shop: &Shop<'_>, query: &str) -> Vec<String> {
    let page = get(shop, &format!("/orders?{query}")).await;
    let orders = page["data"].as_array().unwrap().iter();
    orders.map(|it| text(it, "/id")).collect()
}

#[tokio::test]
async fn orders_are_tagged_listed_and_archived() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    let first = shop.ready_shopper(&[("mug", 1)]).await.buy().await.order_id;
    let second = shop.ready_shopper(&[("mug", 1)]).await.buy().await.order_id;
    let tags = async |id: &str, tags: Value| {
        let path = format!("/orders/{id}/tags");
        shop.admin(Method::PUT, &path, json!({"tags": tags})).await
    };

    let set = tags(&first, json!(["vip", " gift ", "vip"])).await;
    assert_eq!(set.expect(200)["tags"], json!(["gift", "vip"]));
    tags(&second, json!(["gift"])).await.expect(200);
    for sort in ["newest", "payment_status", "fulfillment_status"] {
        let query = format!("tag=gift&sort={sort}");
        assert_eq!(listed(&shop, &query).await, [&*second, &first]);
    }
    assert_eq!(
        listed(&shop, "tag=gift&sort=oldest").await,
        [&*first, &second]
    );
    assert_eq!(listed(&shop, "tag=vip").await, [&*first]);
    assert_eq!(listed(&shop, "tag=nothing").await, [""; 0]);
    let too_many: Vec<String> = (0..21).map(|n| format!("t{n}")).collect();
    for bad in [
        json!(["a\nb"]),
        json!([""]),
        json!(["x".repeat(41)]),
        json!(too_many),
    ] {
        let answer = tags(&first, bad.clone()).await;
        assert_eq!(
            (answer.status, answer.code()),
            (400, "invalid_request"),
            "{bad}"
        );
    }
    assert_eq!(listed(&shop, "tag=vip").await, [&*first]);
    tags(&first, json!(["vip"])).await.expect(200);
    assert_eq!(listed(&shop, "tag=gift").await, [&*second]);

    let archive = json!({"action": "archive", "order_ids": [first]});
    let done = bulk(&shop, "a-1", &archive).await.expect(200);
    assert_eq!(done["data"], json!([{"order_id": first, "is_done": true}]));
    assert_eq!(listed(&shop, "").await, [&*second]);
    assert_eq!(listed(&shop, "archived=true").await, [&*first]);
    let seen = get(&shop, &format!("/orders/{first}")).await;
    assert!(seen["archived_at"].is_string());
    bulk(&shop, "a-2", &archive).await.expect(200);
    let again = get(&shop, &format!("/orders/{first}")).await;
    assert_eq!(again["archived_at"], seen["archived_at"]);
    let unarchive = json!({"action": "unarchive", "order_ids": [first]});
    bulk(&shop, "a-3", &unarchive).await.expect(200);
    assert_eq!(listed(&shop, "").await, [&*second, &first]);
    system.settle().await;
}

#[tokio::test]
async fn each_of_many_orders_gets_an_answer_of_its_own() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 20)]).await;
    let paid = shop.ready_shopper(&[("mug", 2)]).await.buy().await.order_id;
    let other = shop.ready_shopper(&[("mug", 1)]).await.buy().await.order_id;
    let unpaid = shop
        .ready_shopper(&[("mug", 1)])
        .await
        .place()
        .await
        .order_id;

    let fulfill = json!({"action": "fulfill", "order_ids": [paid, unpaid, other]});
    let done = bulk(&shop, "f-1", &fulfill).await.expect(200);
    let outcome = |done: &Value, index: usize| {
        let it = &done["data"][index];
        (
            it["is_done"].as_bool().unwrap(),
            it["code"].as_str().unwrap_or_default().to_owned(),
        )
    };
    assert_eq!(outcome(&done, 0), (true, String::new()));
    assert_eq!(outcome(&done, 1), (false, "order_wrong_status".to_owned()));
    assert_eq!(outcome(&done, 2), (true, String::new()));
    // The same request again ships nothing more and answers the same; another finds nothing left.
    assert_eq!(bulk(&shop, "f-1", &fulfill).await.expect(200), done);
    assert_eq!(system.number("select count(*) from fulfillments").await, 2);
    let more = bulk(&shop, "f-2", &fulfill).await.expect(200);
    assert_eq!(outcome(&more, 0), (false, "nothing_to_fulfill".to_owned()));

    let many: Vec<String> = (0..20).map(|n| format!("t{n:02}")).collect();
    let tag = json!({"action": "tag", "order_ids": [paid], "tags": many});
    bulk(&shop, "t-1", &tag).await.expect(200);
    let tag = json!({"action": "tag", "order_ids": [paid, other], "tags": ["more"]});
    let done = bulk(&shop, "t-2", &tag).await.expect(200);
    assert_eq!(outcome(&done, 0), (false, "too_many_tags".to_owned()));
    assert_eq!(outcome(&done, 1), (true, String::new()));
    let untag = json!({"action": "untag", "order_ids": [paid], "tags": many});
    bulk(&shop, "t-3", &untag).await.expect(200);
    let left = "select count(*) from order_tags";
    assert_eq!(system.number(left).await, 1);
    system.settle().await;
}

#[tokio::test]
async fn a_request_about_many_orders_that_is_wrong_changes_nothing() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 20)]).await;
    let paid = shop.ready_shopper(&[("mug", 1)]).await.buy().await.order_id;

    let nobody = "ord_00000000000000000000000000";
    let many: Vec<String> = vec![paid.clone(); 101];
    for (body, expected) in [
        (
            json!({"action": "archive", "order_ids": [paid, nobody]}),
            (422, "order_not_found", "/order_ids/1"),
        ),
        (
            json!({"action": "archive", "order_ids": [paid, paid]}),
            (400, "invalid_request", "/order_ids/1"),
        ),
        (
            json!({"action": "tag", "order_ids": [paid]}),
            (400, "invalid_request", "/tags"),
        ),
        (
            json!({"action": "archive", "order_ids": [paid], "tags": ["x"]}),
            (400, "invalid_request", "/tags"),
        ),
        (
            json!({"action": "archive", "order_ids": many}),
            (400, "invalid_request", "/order_ids"),
        ),
        (
            json!({"action": "burn", "order_ids": [paid]}),
            (400, "invalid_request", "/action"),
        ),
    ] {
        let answer = bulk(&shop, "bad", &body).await;
        let pointer = answer.body["errors"][0]["pointer"].as_str();
        let told = (answer.status, answer.code(), pointer.unwrap_or_default());
        assert_eq!(told, expected, "{body}");
    }
    let archived = "select count(*) from orders where archived_at is not null";
    assert_eq!(system.number(archived).await, 0);
    let tags = "select count(*) from order_tags";
    assert_eq!(system.number(tags).await, 0);
    system.settle().await;
}
