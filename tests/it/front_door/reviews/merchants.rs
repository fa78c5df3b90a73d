//! Reviews of merchants: one for each merchant of an order, with the same life as those of products.

use futures_util::{StreamExt, stream};
use kernel::ids::VariantId;
use poem::http::Method;
use serde_json::{Value, json};

use super::{Bought, Stall, text, unmoderated};
use crate::front_door::House;
use crate::front_door::ask::Answer;
use crate::front_door::fulfillments::other_merchant_of;

/// A store where another merchant sells bowls.
struct Fair<'a> {
    stall: Stall<'a>,
    bowl: VariantId,
    other: String,
}

impl<'a> Fair<'a> {
    async fn open(house: &'a House) -> Self {
        let stall = Stall::open(house).await;
        let bowl = house.sell("aurora", 500, None).await;
        let other = other_merchant_of(house, bowl).await.to_string();
        Self { stall, bowl, other }
    }

    async fn rate(&self, order: &Bought, line: &str, body: Value) -> Answer {
        let mut body = body;
        body["order_line_id"] = json!(line);
        body["subject"] = json!("merchant");
        let ask = self.stall.of(order, Method::POST, "");
        ask.json(&body).send().await
    }

    async fn listed(&self, slug: &str, query: &str) -> Value {
        let path = format!("/merchants/{slug}/reviews{query}");
        self.stall.see(&path).await.ok(200)
    }

    /// The numbers of a merchant's reviews from five stars to one, and its rating.
    async fn rating(&self, slug: &str) -> (Vec<i64>, Value) {
        let listed = self.listed(slug, "").await;
        let rows = listed["histogram"].as_array().unwrap().iter();
        let counts = rows.map(|row| row["count"].as_i64().unwrap()).collect();
        (counts, listed["rating"].clone())
    }
}

#[tokio::test]
async fn each_merchant_of_an_order_is_reviewed_once() {
    let house = House::new().await;
    let fair = Fair::open(&house).await;
    let stall = &fair.stall;
    let jug = house.sell("aurora", 700, None).await;
    let goods = [(stall.mug, 1), (jug, 1), (fair.bowl, 1)];
    let (order, lines) = stall.buy_all(&goods).await;
    let body = json!({
        "rating": 4, "title": "Quick", "text": "Well packed.", "author_name": "Anna B.",
    });

    let written = fair.rate(&order, &lines[2], body.clone()).await.ok(201);
    let id = text(&written["id"]);
    let expected = json!({
        "id": id, "subject": "merchant", "order_id": order.id, "rating": 4, "title": "Quick",
        "text": "Well packed.", "author_name": "Anna B.", "status": "pending",
        "merchant": {"slug": "other", "name": "Other"}, "created_at": written["created_at"],
        "editable_until": written["editable_until"], "pictures": [],
    });
    assert_eq!(written, expected);
    assert_eq!(fair.rating("other").await, (vec![0; 5], Value::Null));
    stall.publish(&id).await.ok(200);
    let listed = fair.listed("other", "").await;
    assert_eq!(
        listed["merchant"],
        json!({"slug": "other", "name": "Other"})
    );
    let shown = json!({
        "id": id, "rating": 4, "title": "Quick", "text": "Well packed.", "author_name": "Anna B.",
        "created_at": written["created_at"], "pictures": [],
    });
    assert_eq!(listed["data"], json!([shown]));
    assert_eq!(listed["rating"], json!({"average": "4.00", "count": 1}));
    let statement = text(&listed["verification"]);
    let told = "Only shoppers who bought from this merchant here";
    assert!(statement.starts_with(told), "{statement}");
    assert_eq!(stall.rating().await, Value::Null, "no product is rated");
    assert_eq!(fair.rating("aurora").await, (vec![0; 5], Value::Null));

    // Another merchant of the order has its own, whichever line names it, and lines have theirs.
    let five = json!({"rating": 5});
    let first = fair.rate(&order, &lines[0], five.clone()).await.ok(201);
    assert_eq!(first["merchant"]["slug"], "aurora");
    for line in &lines {
        let again = fair.rate(&order, line, five.clone()).await;
        assert_eq!(again.problem(), (409, "review_exists"));
    }
    assert_eq!(stall.write(&order, 2, "A mug").await["subject"], "product");
    let own = stall.of(&order, Method::GET, "").send().await.ok(200);
    let own = own["data"].as_array().unwrap().iter();
    let own: Vec<_> = own.map(|it| (&it["subject"], &it["rating"])).collect();
    let expected = [("product", 2), ("merchant", 5), ("merchant", 4)];
    let expected = expected.map(|(subject, rating)| (json!(subject), json!(rating)));
    assert_eq!(own, expected.each_ref().map(|(subject, it)| (subject, it)));
    is_moderated(&fair, &order, &id).await;
}

/// The staff takes it down, hears its author, publishes it again and answers; then its author deletes it.
async fn is_moderated(fair: &Fair<'_>, order: &Bought, id: &str) {
    let stall = &fair.stall;
    let report = stall.house.ask(
        Method::POST,
        &format!("/storefront/v1/reviews/{id}/reports"),
    );
    let reported = report.json(&json!({"reason": "spam"})).send().await;
    assert_eq!(reported.status, 204);
    stall.reject(id, &json!({"reason": "spam"})).await.ok(200);
    assert_eq!(fair.rating("other").await, (vec![0; 5], Value::Null));
    let statistics = stall.see("/reviews/statistics").await.ok(200);
    let spam = json!([{"reason": "spam", "count": 1}]);
    assert_eq!(statistics["rejected"], spam);
    let appeal = stall.of(order, Method::POST, &format!("/{id}/appeal"));
    let appealed = appeal.json(&json!({"text": "It is not"})).send().await;
    assert_eq!(appealed.ok(200)["status"], "pending");
    stall.publish(id).await.ok(200);
    let answer = stall.admin(Method::PUT, &format!("/reviews/{id}/answer"));
    let answered = answer.json(&json!({"text": "Thank you"})).send().await;
    let answered = answered.ok(200);
    assert_eq!(
        (&answered["merchant_name"], &answered["subject"]),
        (&json!("Other"), &json!("merchant"))
    );
    let listed = fair.listed("other", "").await;
    assert_eq!(listed["data"][0]["answer"]["text"], "Thank you");

    let edit = stall.of(order, Method::PUT, &format!("/{id}"));
    let edited = edit.json(&json!({"rating": 1, "text": "Late"})).send();
    assert_eq!(edited.await.ok(200)["status"], "pending");
    assert_eq!(fair.rating("other").await, (vec![0; 5], Value::Null));
    stall.publish(id).await.ok(200);
    let one = json!({"average": "1.00", "count": 1});
    assert_eq!(fair.rating("other").await, (vec![0, 0, 0, 0, 1], one));
    let gone = stall.of(order, Method::DELETE, &format!("/{id}"));
    assert_eq!(gone.send().await.status, 204);
    assert_eq!(fair.rating("other").await, (vec![0; 5], Value::Null));
}

#[tokio::test]
async fn the_rating_of_a_merchant_is_exact_whatever_happens_at_once() {
    let house = House::new().await;
    let fair = Fair::open(&house).await;
    let stall = &fair.stall;
    let mut ids = Vec::new();
    for rating in [1, 2, 2, 3, 5, 5] {
        let (order, lines) = stall.buy_all(&[(fair.bowl, 1)]).await;
        let body = json!({"rating": rating});
        ids.push(text(
            &fair.rate(&order, &lines[0], body).await.ok(201)["id"],
        ));
    }

    let (gone, kept) = ids.split_at(4);
    all_go_well(gone.iter().map(|id| stall.publish(id))).await;
    let four = json!({"average": "2.00", "count": 4});
    assert_eq!(fair.rating("other").await, (vec![0, 0, 1, 2, 1], four));
    let spam = json!({"reason": "spam"});
    let going = all_go_well(gone.iter().map(|id| stall.reject(id, &spam)));
    let coming = all_go_well(kept.iter().map(|id| stall.publish(id)));
    tokio::join!(going, coming);
    let two = json!({"average": "5.00", "count": 2});
    assert_eq!(fair.rating("other").await, (vec![2, 0, 0, 0, 0], two));

    // One order, asked four times at once.
    stall.set(&unmoderated()).await;
    let (order, lines) = stall.buy_all(&[(fair.bowl, 1)]).await;
    let write = || fair.rate(&order, &lines[0], json!({"rating": 1}));
    let answers = futures_util::future::join_all((0..4).map(|_| write())).await;
    let mut statuses: Vec<u16> = answers.iter().map(|it| it.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409, 409, 409]);
    // 11 of three.
    let three = json!({"average": "3.67", "count": 3});
    assert_eq!(fair.rating("other").await, (vec![2, 0, 0, 0, 1], three));
}

/// Sends three requests at a time: more of them would wait for connections of a small pool.
async fn all_go_well(requests: impl Iterator<Item: Future<Output = Answer>>) {
    let answers: Vec<Answer> = stream::iter(requests).buffer_unordered(3).collect().await;
    for answer in answers {
        assert_eq!(answer.status, 200, "{}", answer.body);
    }
}

#[tokio::test]
async fn lists_of_merchants_reviews_are_sorted_filtered_and_read_in_pages() {
    let house = House::new().await;
    let fair = Fair::open(&house).await;
    let stall = &fair.stall;
    stall.set(&unmoderated()).await;
    for rating in [3, 5, 1] {
        let goods = [(stall.mug, 1), (fair.bowl, 1)];
        let (order, lines) = stall.buy_all(&goods).await;
        let body = json!({"rating": rating});
        fair.rate(&order, &lines[1], body).await.ok(201);
        stall.write(&order, 4, "").await;
    }

    for (query, expected) in [
        ("", vec![1, 5, 3]),
        ("&sort=highest", vec![5, 3, 1]),
        ("&sort=lowest", vec![1, 3, 5]),
        ("&rating=5", vec![5]),
    ] {
        let (mut found, mut cursor) = (Vec::new(), String::new());
        loop {
            let part = format!("?limit=1{query}&cursor={cursor}");
            let page = fair.listed("other", &part).await;
            found.push(page["data"][0]["rating"].as_i64().unwrap());
            match page["next_cursor"].as_str() {
                Some(next) => next.clone_into(&mut cursor),
                None => break,
            }
        }
        assert_eq!(found, expected, "{query}");
    }
    for path in ["/merchants/no-such/reviews", "/merchants/No!/reviews"] {
        assert_eq!(stall.see(path).await.problem(), (404, "not_found"));
    }
    let path = "/merchants/other/reviews?rating=6";
    assert_eq!(stall.see(path).await.status, 400);

    let other = &fair.other;
    for (query, expected) in [
        ("", 6),
        ("?subject=merchant", 3),
        ("?subject=product", 3),
        (&format!("?merchant_id={other}"), 3),
        (&format!("?merchant_id={other}&subject=product"), 0),
        ("?merchant_id=mer_00000000000000000000000001", 0),
        ("?subject=merchant&status=pending", 0),
    ] {
        let found = stall.admin(Method::GET, &format!("/reviews{query}"));
        let found = found.send().await.ok(200);
        assert_eq!(found["data"].as_array().unwrap().len(), expected, "{query}");
    }
    let odd = stall.admin(Method::GET, "/reviews?subject=order");
    assert_eq!(odd.send().await.status, 400);
}
