//! Ratings are exact whatever happens at once, and lists show each review once.

use futures_util::{StreamExt, stream};
use poem::http::Method;
use serde_json::json;

use super::{Stall, text};
use crate::front_door::House;
use crate::front_door::ask::Answer;

#[tokio::test]
async fn ratings_are_exact_when_many_are_published_and_rejected_at_once() {
    let house = House::new().await;
    let stall = Stall::open(&house).await;
    let ratings = [1, 2, 2, 3, 4, 4, 4, 5, 5, 5];
    let mut ids = Vec::new();
    for rating in ratings {
        let order = stall.buy().await;
        ids.push(text(&stall.write(&order, rating, "").await["id"]));
    }

    let (gone, kept) = ids.split_at(5);
    all_go_well(gone.iter().map(|id| stall.publish(id))).await;
    assert_eq!(stall.rating().await, json!({"average": "2.40", "count": 5}));

    // Those go while the others come.
    let spam = json!({"reason": "spam"});
    let going = all_go_well(gone.iter().map(|id| stall.reject(id, &spam)));
    let coming = all_go_well(kept.iter().map(|id| stall.publish(id)));
    tokio::join!(going, coming);
    assert_eq!(stall.rating().await, json!({"average": "4.60", "count": 5}));
    let listed = stall.listed("").await;
    let rows = listed["histogram"].as_array().unwrap().iter();
    let counts: Vec<_> = rows.map(|row| (&row["rating"], &row["count"])).collect();
    let expected = [(5, 3), (4, 2), (3, 0), (2, 0), (1, 0)];
    let expected = expected.map(|(rating, count)| (json!(rating), json!(count)));
    assert_eq!(
        counts,
        expected.each_ref().map(|(rating, count)| (rating, count))
    );
    assert_eq!(listed["rating"], json!({"average": "4.60", "count": 5}));
    let mut conn = house.superuser.lock().await;
    let score: i64 = sqlx::query_scalar("select score from product_ratings")
        .fetch_one(&mut *conn)
        .await
        .unwrap();
    // 4 + 4 + 5 + 5 + 5 and five times 3.5, of ten.
    assert_eq!(score, 4050);
}

/// Sends three requests at a time: more of them would wait for connections of a small pool.
async fn all_go_well(requests: impl Iterator<Item: Future<Output = Answer>>) {
    let answers = stream::iter(requests).buffer_unordered(3);
    let answers: Vec<Answer> = answers.collect().await;
    for answer in answers {
        assert_eq!(answer.status, 200, "{}", answer.body);
    }
}

async fn walk(stall: &Stall<'_>, query: &str) -> Vec<(i64, String)> {
    let (mut found, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = stall
            .listed(&format!("?limit=2&{query}&cursor={cursor}"))
            .await;
        for review in page["data"].as_array().unwrap() {
            found.push((review["rating"].as_i64().unwrap(), text(&review["text"])));
        }
        match page["next_cursor"].as_str() {
            Some(next) => next.clone_into(&mut cursor),
            None => return found,
        }
    }
}

#[tokio::test]
async fn a_list_is_sorted_filtered_and_read_in_pages() {
    let house = House::new().await;
    let stall = Stall::open(&house).await;
    for (rating, words) in [(3, "a"), (5, "b"), (1, "c"), (5, "d"), (3, "e")] {
        stall.published(rating, words).await;
    }
    let expect = |order: &[(i64, &str)]| -> Vec<(i64, String)> {
        order
            .iter()
            .map(|&(rating, it)| (rating, it.to_owned()))
            .collect()
    };

    let newest = expect(&[(3, "e"), (5, "d"), (1, "c"), (5, "b"), (3, "a")]);
    assert_eq!(walk(&stall, "").await, newest);
    let highest = expect(&[(5, "d"), (5, "b"), (3, "e"), (3, "a"), (1, "c")]);
    assert_eq!(walk(&stall, "sort=highest").await, highest);
    let lowest = expect(&[(1, "c"), (3, "e"), (3, "a"), (5, "d"), (5, "b")]);
    assert_eq!(walk(&stall, "sort=lowest").await, lowest);
    let fives = expect(&[(5, "d"), (5, "b")]);
    assert_eq!(walk(&stall, "rating=5&sort=lowest").await, fives);

    let first = stall.listed("?limit=2").await;
    let cursor = text(&first["next_cursor"]);
    let path = format!(
        "/products/{}/reviews?sort=highest&cursor={cursor}",
        stall.slug
    );
    assert_eq!(
        stall.see(&path).await.status,
        400,
        "a cursor of another list"
    );
    for query in ["rating=6", "rating=4.5", "sort=best", "limit=0"] {
        let path = format!("/products/{}/reviews?{query}", stall.slug);
        assert_eq!(stall.see(&path).await.status, 400, "{query}");
    }
    assert_eq!(stall.see("/products/no-such/reviews").await.status, 404);
    let statement = text(&first["verification"]);
    assert!(
        statement.starts_with("Only shoppers who bought a product here"),
        "{statement}"
    );

    let all = stall.admin(Method::GET, "/reviews?rating=3&status=published");
    let all = all.send().await.ok(200);
    let texts: Vec<_> = all["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["text"])
        .collect();
    assert_eq!(texts, ["e", "a"]);
    let product = text(&all["data"][0]["product_id"]);
    for (id, count) in [
        (product.as_str(), 5),
        ("prod_00000000000000000000000000", 0),
    ] {
        let found = stall.admin(Method::GET, &format!("/reviews?product_id={id}"));
        let found = found.send().await.ok(200);
        assert_eq!(found["data"].as_array().unwrap().len(), count, "{id}");
    }
}

#[tokio::test]
async fn products_are_sorted_by_what_their_reviews_come_to() {
    let house = House::new().await;
    let stall = Stall::open(&house).await;
    for slug in ["plain-1", "plain-2", "loved", "bad"] {
        let product = json!({
            "title": slug, "slug": slug, "status": "active", "category": ["Cups"],
            "variants": [{"price": {"amount": 500, "currency": "EUR"}}],
        });
        let made = stall.admin(Method::POST, "/products").json(&product);
        made.send().await.ok(201);
    }
    // One of five stars counts less than ten of which one is a four.
    stall.published(5, "").await;
    {
        let mut conn = house.superuser.lock().await;
        sqlx::query(
            "insert into product_ratings (tenant_id, product_id, stars_1, stars_4, stars_5)
             select tenant_id, id, case slug when 'bad' then 3 else 0 end,
                    case slug when 'bad' then 0 else 1 end, case slug when 'bad' then 0 else 9 end
               from products where slug in ('bad', 'loved')",
        )
        .execute(&mut *conn)
        .await
        .unwrap();
    }

    for (filter, expected) in [
        ("", vec!["loved", "mug", "plain-2", "plain-1", "bad"]),
        ("&category=cups", vec!["loved", "plain-2", "plain-1", "bad"]),
    ] {
        let (mut found, mut cursor) = (Vec::new(), String::new());
        loop {
            let path = format!("/products?sort=rating&limit=1{filter}&cursor={cursor}");
            let page = stall.see(&path).await.ok(200);
            found.push(text(&page["data"][0]["slug"]));
            match page["next_cursor"].as_str() {
                Some(next) => next.clone_into(&mut cursor),
                None => break,
            }
        }
        assert_eq!(found, expected, "{filter}");
    }
}
