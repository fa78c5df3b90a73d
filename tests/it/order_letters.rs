//! What shoppers and staff are written about orders, and the page that a letter's link shows.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Letter, Shop, System, send};

const ANNA: &str = "anna@example.com";
const OWNER: &str = "owner@aurora.test";

/// What stands behind the order's page in a letter's link.
#[track_caller]
fn token(letter: &Letter, order_id: &str) -> String {
    let page = format!("/orders/{order_id}#token=");
    let (_, rest) = letter.text.split_once(&page).expect("a link to the order");
    rest.split_whitespace().next().unwrap().to_owned()
}

async fn page(shop: &Shop<'_>, order_id: &str, token: &str) -> crate::harness::Answer {
    let path = format!("/storefront/v1/orders/{order_id}");
    let request = shop.system.request(Method::GET, &shop.host, &path);
    send(request.header("order-token", token)).await
}

fn subjects(letters: &[Letter]) -> Vec<&str> {
    letters.iter().map(|it| it.subject.as_str()).collect()
}

#[tokio::test]
async fn a_guest_hears_of_an_order_and_finds_it_again_by_each_letter() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 10)]).await;
    shop.enrol("analyst@aurora.test", "analyst").await;
    let neighbour = system.shop("borealis", &[]).await;
    let shopper = shop.ready_shopper(&[("mug", 2)]).await;
    let order = shopper.place().await;
    assert!(system.letters(ANNA).await.is_empty(), "it is not paid yet");
    shopper.pay(&order).await;
    let number = shopper.order(&order).await["number"].clone();
    let id = order.order_id.as_str();

    let confirmed = system.letter(ANNA, 1).await;
    assert_eq!(
        confirmed.subject,
        format!("Order {number} at aurora is confirmed")
    );
    let told =
        format!("thank you for your order {number}: 2 × mug. The total of 34.70 EUR is paid.");
    assert!(confirmed.text.contains(&told), "{}", confirmed.text);
    let staff = system.letter(OWNER, 1).await;
    assert_eq!(staff.subject, format!("New order {number} at aurora"));
    let link = format!("http://{}:8080/admin/orders/{id}", shop.host);
    assert!(staff.text.contains(&link), "{}", staff.text);
    for nobody in ["analyst@aurora.test", "owner@borealis.test"] {
        assert!(system.letters(nobody).await.is_empty(), "{nobody}");
    }

    let body = json!({"tracking": {"carrier": "GLS", "number": "7"}});
    let parcel = shop.fulfill(id, "parcel", &body).await.expect(201);
    // The same request again ships nothing and tells nothing.
    shop.fulfill(id, "parcel", &body).await.expect(201);
    let shipped = system.letter(ANNA, 2).await;
    let told = "Track the parcel at https://gls-group.com/track/7";
    assert!(shipped.text.contains(told), "{}", shipped.text);
    let delivered = format!(
        "/orders/{id}/fulfillments/{}/delivered",
        parcel["id"].as_str().unwrap()
    );
    for _ in 0..2 {
        shop.admin(Method::POST, &delivered, Value::Null)
            .await
            .expect(200);
    }
    shop.refund(id, "refund", &json!({"full": true}))
        .await
        .expect(201);
    system.letter(ANNA, 4).await;
    let letters = system.letters(ANNA).await;
    let of = |what: &str| format!("Order {number} at aurora was {what}");
    assert_eq!(
        subjects(&letters)[1..],
        [of("shipped"), of("delivered"), of("refunded")]
    );
    assert!(
        letters[3].text.contains("we refunded 34.70 EUR"),
        "{}",
        letters[3].text
    );
    assert_eq!(system.letters(OWNER).await.len(), 1);

    let mut tokens: Vec<String> = letters.iter().map(|it| token(it, id)).collect();
    for token in &tokens {
        let seen = page(&shop, id, token).await.expect(200);
        assert_eq!(seen["fulfillments"][0]["status"], "delivered");
        let elsewhere = page(&neighbour, id, token).await;
        assert_eq!(elsewhere.status, 404, "another store's host");
    }
    tokens.sort();
    tokens.dedup();
    assert_eq!(tokens.len(), 4, "each link has a token of its own");
    let other = shop.ready_shopper(&[("mug", 1)]).await.place().await;
    let refused = page(&shop, &other.order_id, &tokens[0]).await;
    assert_eq!(refused.status, 404, "another order");
}

#[tokio::test]
async fn a_shopper_hears_that_the_store_cancelled_and_not_that_a_parcel_never_left() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 10)]).await;
    let order = shop.ready_shopper(&[("mug", 1)]).await.place().await;
    let cancel = format!("/orders/{}/cancel", order.order_id);
    for _ in 0..2 {
        shop.admin(Method::POST, &cancel, Value::Null)
            .await
            .expect(200);
    }
    let letter = system.letter(ANNA, 1).await;
    assert!(letter.subject.ends_with("at aurora was cancelled"));
    assert!(
        letter.text.contains("Nothing is charged."),
        "{}",
        letter.text
    );
    assert!(system.letters(OWNER).await.is_empty());
}
