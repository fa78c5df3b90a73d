//! Text messages about parcels: who gets one, when, and how many.

mod settings;
mod stop;
mod twilio;

use kernel::ids::{FulfillmentId, OrderId};
use kernel::{Event, OrderNews};
use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Account, Bought, SHOPPERS_PASSWORD, Shop, System, send, text};

const ANNA: &str = "anna@example.com";
const TYPED: &str = "01512 3456789";
const NUMBER: &str = "+4915123456789";

/// Settings that send at any time.
fn always() -> Value {
    json!({"is_enabled": true, "time_zone": "Europe/Berlin", "monthly_segment_limit": 100})
}

async fn set(shop: &Shop<'_>, settings: Value) -> Value {
    let set = shop.admin(Method::PUT, "/sms-settings", settings).await;
    set.expect(200)
}

/// A store that sends text messages and has mugs.
async fn store<'s>(system: &'s System, slug: &str) -> Shop<'s> {
    let shop = system.shop(slug, &[]).await;
    shop.stock(&[("mug", 1490, 50)]).await;
    set(&shop, always()).await;
    shop
}

async fn agrees(shop: &Shop<'_>, account: &Account, agrees: bool) {
    let body = json!({"order_updates_sms": agrees});
    let token = &account.access_token;
    let answer = shop.account(token, Method::PATCH, "/consents", body).await;
    assert_eq!(answer.expect(200)["order_updates_sms"], agrees);
}

/// An order of `email`, with this phone number in its address.
async fn order(shop: &Shop<'_>, email: &str, phone: Option<&str>) -> Bought {
    let cart = shop.ready_shopper(&[("mug", 1)]).await;
    let mut address = json!({
        "first_name": "Anna", "last_name": "Berg", "street_name": "Lange Straße 1", "city": "Berlin",
        "postal_code": "10115", "country": "DE",
    });
    if let Some(phone) = phone {
        address["phone"] = json!(phone);
    }
    let who = json!({"email": email, "shipping_address": address});
    send(cart.request(Method::PATCH, "").json(&who))
        .await
        .expect(200);
    cart.buy().await
}

/// Ships an order; the parcel's id.
async fn ship(shop: &Shop<'_>, order: &Bought) -> String {
    let body = json!({"tracking": {"carrier": "GLS", "number": "7"}});
    let id = order.order_id.as_str();
    let parcel = shop.fulfill(id, id, &body).await;
    text(&parcel.expect(201), "/id")
}

async fn deliver(shop: &Shop<'_>, order: &Bought, parcel: &str) {
    let path = format!("/orders/{}/fulfillments/{parcel}/delivered", order.order_id);
    shop.admin(Method::POST, &path, Value::Null)
        .await
        .expect(200);
}

/// The texts that a number has got, once nothing is under way.
async fn texts(system: &System, number: &str) -> Vec<String> {
    let letters = system.letters(number).await;
    letters.into_iter().map(|it| it.text).collect()
}

/// Tells the worker once more that a parcel was shipped.
async fn tell_again(shop: &Shop<'_>, order: &Bought, parcel: &str) {
    let order_id: OrderId = order.order_id.parse().unwrap();
    let fulfillment_id: FulfillmentId = parcel.parse().unwrap();
    let storefronts = shop.admin(Method::GET, "/storefronts", Value::Null).await;
    let storefront = text(&storefronts.expect(200), "/data/0/id");
    let caller = shop.system_caller();
    let mut tx = shop.system.app.databases.app.begin(&caller).await.unwrap();
    let event = Event::OrderTextDue {
        order_id,
        storefront_id: storefront.parse().unwrap(),
        news: OrderNews::Shipped { fulfillment_id },
    };
    tx.publish(&event).await.unwrap();
    tx.commit().await.unwrap();
    shop.system.is_quiet().await;
}

#[tokio::test]
async fn whoever_agreed_hears_of_each_parcel_once_and_no_number_is_kept() {
    let system = System::start().await;
    let shop = store(&system, "aurora").await;
    let anna = shop.member(ANNA).await;
    agrees(&shop, &anna, true).await;

    let order = order(&shop, ANNA, Some(TYPED)).await;
    let parcel = ship(&shop, &order).await;
    let number = system.number("select number from orders").await;
    let shipped = format!(
        "aurora: a parcel of your order {number} is on its way. https://gls-group.com/track/7"
    );
    assert_eq!(texts(&system, NUMBER).await, std::slice::from_ref(&shipped));
    tell_again(&shop, &order, &parcel).await;
    deliver(&shop, &order, &parcel).await;
    let delivered = format!("aurora: a parcel of your order {number} was delivered.");
    assert_eq!(texts(&system, NUMBER).await, [shipped, delivered]);
    let rows = "select count(*) from text_messages where status = 'sent' and segments = 1";
    assert_eq!(system.number(rows).await, 2);
    let seen = shop.admin(Method::GET, "/sms-settings", Value::Null).await;
    assert_eq!(seen.expect(200)["segments_this_month"], 2);
    assert_eq!(
        system.tables_with("3456789").await,
        ["carts", "order_terms", "orders"]
    );

    let leave = json!({"password": SHOPPERS_PASSWORD});
    let token = &anna.access_token;
    let left = shop.account(token, Method::POST, "/delete", leave).await;
    assert_eq!(left.status, 204, "{}", left.text);
    system.is_quiet().await;
    // The order stays, with the address it was sent to, and what staff find it by.
    assert_eq!(
        system.tables_with("3456789").await,
        ["order_terms", "orders"]
    );
    system.settle().await;
}

#[tokio::test]
async fn nobody_else_gets_a_text_message() {
    let system = System::start().await;
    let shop = store(&system, "aurora").await;
    let anna = shop.member(ANNA).await;
    let none = async |order: Bought, why: &str| {
        let parcel = ship(&shop, &order).await;
        deliver(&shop, &order, &parcel).await;
        assert!(texts(&system, NUMBER).await.is_empty(), "{why}");
    };

    none(order(&shop, ANNA, Some(TYPED)).await, "never agreed").await;
    agrees(&shop, &anna, true).await;
    none(order(&shop, ANNA, None).await, "no number").await;
    none(order(&shop, ANNA, Some("12345")).await, "no such number").await;
    let guest = order(&shop, "guest@example.com", Some(TYPED)).await;
    none(guest, "a guest").await;
    // Another store, where Anna agreed to nothing.
    let other = store(&system, "borealis").await;
    other.member(ANNA).await;
    let theirs = order(&other, ANNA, Some(TYPED)).await;
    ship(&other, &theirs).await;
    assert!(texts(&system, NUMBER).await.is_empty(), "another store");

    let mut off = always();
    off["is_enabled"] = json!(false);
    set(&shop, off).await;
    none(
        order(&shop, ANNA, Some(TYPED)).await,
        "the store sends none",
    )
    .await;
    set(&shop, always()).await;
    agrees(&shop, &anna, false).await;
    none(order(&shop, ANNA, Some(TYPED)).await, "withdrawn").await;
    let rows = "select count(*) from text_messages";
    assert_eq!(system.number(rows).await, 0);
    system.settle().await;
}

#[tokio::test]
async fn a_month_has_no_more_segments_than_the_store_pays_for() {
    let system = System::start().await;
    let shop = store(&system, "aurora").await;
    let anna = shop.member(ANNA).await;
    agrees(&shop, &anna, true).await;
    let limited = async |segments: u32| {
        let mut settings = always();
        settings["monthly_segment_limit"] = json!(segments);
        set(&shop, settings).await
    };

    limited(0).await;
    let first = order(&shop, ANNA, Some(TYPED)).await;
    let parcel = ship(&shop, &first).await;
    assert!(texts(&system, NUMBER).await.is_empty());
    limited(1).await;
    deliver(&shop, &first, &parcel).await;
    assert_eq!(texts(&system, NUMBER).await.len(), 1);
    let second = order(&shop, ANNA, Some(TYPED)).await;
    ship(&shop, &second).await;
    assert_eq!(texts(&system, NUMBER).await.len(), 1);
    // What was sent last month does not count in this one.
    system
        .execute("update text_messages set created_at = created_at - interval '32 days'")
        .await;
    assert_eq!(limited(1).await["segments_this_month"], 0);
    let third = order(&shop, ANNA, Some(TYPED)).await;
    ship(&shop, &third).await;
    assert_eq!(texts(&system, NUMBER).await.len(), 2);
    system.settle().await;
}
