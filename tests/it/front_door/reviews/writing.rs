//! What shoppers write: once for each line, while it may be changed, and taken back.

use poem::http::Method;
use serde_json::{Value, json};

use super::{Bought, Stall, text, unmoderated};
use crate::front_door::House;

#[tokio::test]
async fn a_review_is_written_published_changed_and_taken_back() {
    let house = House::new().await;
    let stall = Stall::open(&house).await;
    let order = stall.buy().await;
    let body = json!({
        "order_line_id": order.line, "rating": 4, "title": " Good\t", "text": "A mug.\r\n\r\n\r\nBlue.",
        "author_name": "Anna B.",
    });

    let written = stall.of(&order, Method::POST, "").json(&body).send().await;
    let written = written.ok(201);
    let id = text(&written["id"]);
    assert_eq!(written["status"], "pending");
    assert_eq!(written["text"], "A mug.\n\nBlue.");
    assert_eq!(stall.listed("").await["data"], json!([]));
    assert_eq!(stall.rating().await, Value::Null);

    stall.publish(&id).await.ok(200);
    let listed = stall.listed("").await;
    let shown = json!({
        "id": id, "rating": 4, "title": "Good", "text": "A mug.\n\nBlue.", "author_name": "Anna B.",
        "variant_title": "Blue", "pictures": [], "created_at": written["created_at"],
    });
    assert_eq!(listed["data"], json!([shown]));
    assert_eq!(stall.rating().await, json!({"average": "4.00", "count": 1}));

    let edit = json!({"rating": 2, "text": "It broke."});
    let path = format!("/{id}");
    let edited = stall
        .of(&order, Method::PUT, &path)
        .json(&edit)
        .send()
        .await;
    let edited = edited.ok(200);
    assert_eq!(
        (&edited["status"], &edited["rating"]),
        (&json!("pending"), &json!(2))
    );
    assert_eq!(
        (edited.get("title"), edited.get("author_name")),
        (None, None)
    );
    assert_eq!(stall.rating().await, Value::Null, "it is looked at again");
    stall.publish(&id).await.ok(200);
    let again = stall
        .of(&order, Method::PUT, &path)
        .json(&edit)
        .send()
        .await;
    assert_eq!(
        again.ok(200)["status"],
        "published",
        "the same again changes nothing"
    );
    assert_eq!(stall.rating().await, json!({"average": "2.00", "count": 1}));

    is_taken_back(&house, (&stall, &order), (&id, &body)).await;
}

/// The author deletes a review: nobody sees it, no text is kept, and its line has no other one.
async fn is_taken_back(
    house: &House,
    (stall, order): (&Stall<'_>, &Bought),
    (id, body): (&str, &Value),
) {
    let path = format!("/{id}");
    let own = stall.of(order, Method::GET, "").send().await.ok(200);
    assert_eq!(own["data"][0]["id"], id);
    let gone = stall.of(order, Method::DELETE, &path).send().await;
    assert_eq!(gone.status, 204);
    assert_eq!(stall.listed("").await["data"], json!([]));
    assert_eq!(stall.rating().await, Value::Null);
    let own = stall.of(order, Method::GET, "").send().await.ok(200);
    assert_eq!(own["data"], json!([]));
    for method in [Method::PUT, Method::DELETE] {
        let late = stall.of(order, method, &path).json(&json!({"rating": 1}));
        assert_eq!(late.send().await.problem(), (404, "not_found"));
    }
    let second = stall.of(order, Method::POST, "").json(body).send().await;
    assert_eq!(second.problem(), (409, "review_exists"));
    let mut conn = house.superuser.lock().await;
    let kept: Vec<(i32, i16, Option<String>)> =
        sqlx::query_as("select version, rating, body from review_texts")
            .fetch_all(&mut *conn)
            .await
            .unwrap();
    assert_eq!(kept, [(3, 2, None)], "no text is kept");
}

#[tokio::test]
async fn a_line_has_one_review_whatever_two_do_at_once() {
    let house = House::new().await;
    let stall = Stall::open(&house).await;
    stall.set(&unmoderated()).await;
    let order = stall.buy().await;
    let body = json!({"order_line_id": order.line, "rating": 5});
    let write = || stall.of(&order, Method::POST, "").json(&body).send();

    let answers = futures_util::future::join_all((0..4).map(|_| write())).await;

    let written = answers.iter().filter(|it| it.status == 201).count();
    assert_eq!(written, 1);
    for refused in answers.iter().filter(|it| it.status != 201) {
        assert_eq!(refused.problem(), (409, "review_exists"));
    }
    assert_eq!(stall.rating().await, json!({"average": "5.00", "count": 1}));
}

#[tokio::test]
async fn only_what_was_bought_is_reviewed_by_whoever_bought_it() {
    let house = House::new().await;
    let stall = Stall::open(&house).await;
    let (order, other) = (stall.buy().await, stall.buy().await);
    let (basket, total) = house.full_cart(&[(stall.mug, 1)]).await;
    let placed = house.checkout(&basket, "key", &total).send().await.ok(201);
    let line: uuid::Uuid = {
        let mut conn = house.superuser.lock().await;
        sqlx::query_scalar("select id from order_lines order by id desc limit 1")
            .fetch_one(&mut *conn)
            .await
            .unwrap()
    };
    let unpaid = super::Bought {
        id: text(&placed["order"]["id"]),
        token: text(&placed["order"]["token"]),
        line: kernel::ids::OrderLineId::from_uuid(line).to_string(),
    };
    let of = |line: &str| json!({"order_line_id": line, "rating": 1});

    let asked = stall.of(&unpaid, Method::POST, "").json(&of(&unpaid.line));
    assert_eq!(asked.send().await.problem(), (422, "order_not_paid"));
    let asked = stall.of(&order, Method::POST, "").json(&of(&other.line));
    let refused = asked.send().await;
    assert_eq!(refused.problem(), (422, "order_line_not_found"));
    assert_eq!(refused.fields(), [("/order_line_id", "unknown")]);
    let theirs = super::Bought {
        token: other.token.clone(),
        ..order
    };
    let asked = stall.of(&theirs, Method::POST, "").json(&of(&theirs.line));
    assert_eq!(asked.send().await.problem(), (404, "not_found"));
    let review = stall.write(&other, 1, "Mine").await;
    let path = format!("/{}", text(&review["id"]));
    for method in [Method::PUT, Method::DELETE] {
        let asked = stall.of(&theirs, method, &path).json(&json!({"rating": 5}));
        assert_eq!(asked.send().await.problem(), (404, "not_found"));
    }
    let mut conn = house.superuser.lock().await;
    let count: i64 = sqlx::query_scalar("select count(*) from review_texts")
        .fetch_one(&mut *conn)
        .await
        .unwrap();
    assert_eq!(count, 1);
}

#[tokio::test]
async fn what_cannot_be_kept_is_refused_and_named() {
    let house = House::new().await;
    let stall = Stall::open(&house).await;
    let order = stall.buy().await;
    let long = "x".repeat(10_000);

    for (field, value) in [
        ("rating", json!(0)),
        ("rating", json!(6)),
        ("rating", json!(4.5)),
        ("rating", json!("5")),
        ("text", json!(long)),
        ("text", json!("a\u{0}b")),
        ("text", json!("a\u{1b}[31m")),
        ("title", json!("a\nb")),
        ("title", json!("x".repeat(121))),
        ("author_name", json!("Anna\u{202e}")),
        ("author_name", json!("x".repeat(61))),
    ] {
        let mut body = json!({"order_line_id": order.line, "rating": 5});
        body[field] = value.clone();
        let refused = stall.of(&order, Method::POST, "").json(&body).send().await;
        assert_eq!(refused.status, 400, "{field}: {value}");
        let pointers: Vec<_> = refused.fields().iter().map(|(it, _)| *it).collect();
        assert_eq!(pointers, [format!("/{field}")], "{value}");
    }
    let own = stall.of(&order, Method::GET, "").send().await.ok(200);
    assert_eq!(own["data"], json!([]));
    let most = json!({"order_line_id": order.line, "rating": 5, "text": "ü".repeat(5000)});
    let kept = stall.of(&order, Method::POST, "").json(&most).send().await;
    assert_eq!(kept.ok(201)["text"], most["text"]);
}

#[tokio::test]
async fn the_time_to_change_a_review_ends_and_that_to_delete_it_does_not() {
    let house = House::new().await;
    let stall = Stall::open(&house).await;
    let mut settings = unmoderated();
    settings["edit_window_days"] = json!(0);
    stall.set(&settings).await;
    let order = stall.buy().await;
    let id = text(&stall.write(&order, 5, "Fine").await["id"]);
    let path = format!("/{id}");

    let late = stall.of(&order, Method::PUT, &path);
    let late = late.json(&json!({"rating": 1})).send().await;
    assert_eq!(late.problem(), (409, "review_edit_window_over"));
    assert_eq!(stall.rating().await["average"], "5.00");
    let gone = stall.of(&order, Method::DELETE, &path).send().await;
    assert_eq!(gone.status, 204);
}
