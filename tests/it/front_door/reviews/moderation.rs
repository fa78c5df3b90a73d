//! What the staff does about reviews, and what the program wants it to look at.

use poem::http::Method;
use serde_json::{Value, json};

use super::{Stall, text, unmoderated};
use crate::front_door::House;

#[tokio::test]
async fn the_staff_rejects_with_a_reason_and_the_author_appeals_once() {
    let house = House::new().await;
    let stall = Stall::open(&house).await;
    let (order, id) = stall.published(1, "It leaks").await;
    let appeal = |words: &str| {
        let ask = stall.of(&order, Method::POST, &format!("/{id}/appeal"));
        ask.json(&json!({"text": words})).send()
    };

    let early = appeal("Why not?").await;
    assert_eq!(early.problem(), (409, "review_wrong_status"));
    let reason = json!({"reason": "off_topic", "note": "About the parcel"});
    for _ in 0..2 {
        let rejected = stall.reject(&id, &reason).await.ok(200);
        assert_eq!(rejected["status"], "rejected");
    }
    assert_eq!(stall.rating().await, Value::Null);
    let own = stall.of(&order, Method::GET, "").send().await.ok(200);
    let own = &own["data"][0];
    assert_eq!(own["rejection_reason"], "off_topic");
    assert_eq!(own["rejection_note"], "About the parcel");

    assert_eq!(
        appeal("It is about the mug").await.ok(200)["status"],
        "pending"
    );
    let listed = stall
        .admin(Method::GET, "/reviews?status=pending")
        .send()
        .await;
    assert_eq!(listed.ok(200)["data"][0]["appeal"], "It is about the mug");
    stall.reject(&id, &json!({"reason": "other"})).await.ok(200);
    assert_eq!(appeal("Again").await.problem(), (409, "review_appealed"));
    stall.publish(&id).await.ok(200);
    assert_eq!(stall.rating().await, json!({"average": "1.00", "count": 1}));
    let details = stall
        .admin(Method::GET, &format!("/reviews/{id}"))
        .send()
        .await;
    let details = details.ok(200);
    let decisions = details["decisions"].as_array().unwrap().iter();
    let decisions: Vec<_> = decisions
        .map(|it| (&it["status"], it.get("reason")))
        .collect();
    assert_eq!(
        decisions,
        [
            (&json!("published"), None),
            (&json!("rejected"), Some(&json!("other"))),
            (&json!("rejected"), Some(&json!("off_topic"))),
            (&json!("published"), None),
        ]
    );
    let statistics = stall.see("/reviews/statistics").await.ok(200);
    assert_eq!(
        statistics,
        json!({
            "published": 1, "pending": 0, "rejected": [], "withdrawn": 0, "reports": 0, "appeals": 1,
            "appeals_granted": 1,
        })
    );
}

#[tokio::test]
async fn the_store_answers_once_and_changes_no_rating() {
    let house = House::new().await;
    let stall = Stall::open(&house).await;
    let order = stall.buy().await;
    let id = text(&stall.write(&order, 2, "It leaks").await["id"]);
    let answer = |words: &str| {
        let ask = stall.admin(Method::PUT, &format!("/reviews/{id}/answer"));
        ask.json(&json!({"text": words})).send()
    };

    let early = answer("Sorry").await;
    assert_eq!(early.problem(), (409, "review_wrong_status"));
    stall.publish(&id).await.ok(200);
    let first = answer("Sorry").await.ok(200);
    let again = answer("Sorry").await.ok(200);
    assert_eq!(first, again);
    let second = answer("We send another one").await.ok(200);
    let listed = stall.listed("").await;
    assert_eq!(
        listed["data"][0]["answer"],
        json!({
            "text": "We send another one", "answered_at": first["answer"]["answered_at"],
            "edited_at": second["answer"]["edited_at"],
        })
    );
    assert_eq!(stall.rating().await, json!({"average": "2.00", "count": 1}));
    for field in ["rating", "text_of_author", "status"] {
        let mut body = json!({"text": "Sorry"});
        body[field] = json!(5);
        let ask = stall.admin(Method::PUT, &format!("/reviews/{id}/answer"));
        assert_eq!(ask.json(&body).send().await.status, 400, "{field}");
    }
}

#[tokio::test]
async fn odd_texts_wait_for_the_staff_and_a_rejected_one_is_not_published_by_an_edit() {
    let house = House::new().await;
    let stall = Stall::open(&house).await;
    stall.set(&unmoderated()).await;
    let plain = stall.buy().await;
    assert_eq!(
        stall.write(&plain, 5, "A good mug").await["status"],
        "published"
    );

    for (words, hold) in [
        ("see www.evil.example", "link"),
        ("<b>good</b> mug", "markup"),
        ("a GOOD mug!", "duplicate_text"),
    ] {
        let order = stall.buy().await;
        let written = stall.write(&order, 5, words).await;
        assert_eq!(written["status"], "pending", "{words}");
        let found = stall.admin(Method::GET, "/reviews?limit=1").send().await;
        assert_eq!(found.ok(200)["data"][0]["holds"], json!([hold]));
    }
    assert_eq!(stall.rating().await, json!({"average": "5.00", "count": 1}));

    let order = stall.buy().await;
    let id = text(&stall.write(&order, 1, "Rubbish words").await["id"]);
    stall
        .reject(&id, &json!({"reason": "offensive"}))
        .await
        .ok(200);
    for words in ["Other words", "Still other words"] {
        let edit = json!({"rating": 1, "text": words});
        let edited = stall.of(&order, Method::PUT, &format!("/{id}"));
        let edited = edited.json(&edit).send().await.ok(200);
        assert_eq!(edited["status"], "pending", "{words}");
    }
    stall.publish(&id).await.ok(200);
    let edit = json!({"rating": 2, "text": "Calm words"});
    let edited = stall.of(&order, Method::PUT, &format!("/{id}"));
    assert_eq!(
        edited.json(&edit).send().await.ok(200)["status"],
        "published"
    );
}

#[tokio::test]
async fn staff_does_not_review_its_own_goods() {
    let house = House::new().await;
    let stall = Stall::open(&house).await;
    for email in ["owner@aurora.example", "owner+shop@aurora.example"] {
        let order = stall.buy().await;
        {
            let mut conn = house.superuser.lock().await;
            sqlx::query(
                "update orders set email = $1 where number = (select max(number) from orders)",
            )
            .bind(email)
            .execute(&mut *conn)
            .await
            .unwrap();
        }
        let body = json!({"order_line_id": order.line, "rating": 5});
        let refused = stall.of(&order, Method::POST, "").json(&body).send().await;
        assert_eq!(refused.problem(), (422, "review_of_own_goods"), "{email}");
    }
    let listed = stall.admin(Method::GET, "/reviews").send().await.ok(200);
    assert_eq!(listed["data"], json!([]));
}

#[tokio::test]
async fn a_client_reports_a_review_once_and_the_staff_settles_it() {
    let house = House::new().await;
    let stall = Stall::open(&house).await;
    let (_, id) = stall.published(1, "Buy gold").await;
    let pending = text(&stall.write(&stall.buy().await, 1, "Wait").await["id"]);
    let report = |id: &str| {
        let path = format!("/storefront/v1/reviews/{id}/reports");
        let ask = house.ask(Method::POST, &path);
        ask.json(&json!({"reason": "spam", "details": "Gold"}))
            .send()
    };
    let reported = || async {
        let found = stall
            .admin(Method::GET, "/reviews?reported=true")
            .send()
            .await;
        let found = found.ok(200);
        let found = found["data"].as_array().unwrap().iter();
        found
            .map(|it| it["open_reports"].clone())
            .collect::<Vec<_>>()
    };

    assert_eq!(report(&pending).await.problem(), (404, "not_found"));
    for _ in 0..3 {
        assert_eq!(report(&id).await.status, 204);
    }
    assert_eq!(reported().await, [json!(1)]);
    assert_eq!(
        stall.listed("").await["data"][0]["id"],
        id.as_str(),
        "it stays"
    );
    stall.publish(&id).await.ok(200);
    assert_eq!(reported().await, [Value::Null; 0]);
    assert_eq!(report(&id).await.status, 204);
    stall.reject(&id, &json!({"reason": "spam"})).await.ok(200);
    let details = stall
        .admin(Method::GET, &format!("/reviews/{id}"))
        .send()
        .await;
    let details = details.ok(200);
    assert_eq!(details["reports"].as_array().unwrap().len(), 2);
    assert_eq!(details["review"]["open_reports"], 0);
    let statistics = stall.see("/reviews/statistics").await.ok(200);
    assert_eq!(
        statistics["rejected"],
        json!([{"reason": "spam", "count": 1}])
    );
    assert_eq!(statistics["reports"], 2);
}
