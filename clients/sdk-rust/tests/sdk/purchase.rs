//! The main job against a running installation: browse, fill a cart, order, pay, refund. `STOA_DEV` is the path of the
//! `dev.json` that `stoa dev` writes; without it there is nothing to test here.

use std::collections::HashSet;
use std::time::Duration;

use serde_json::Value;
use stoa::models::{
    AddCartLine, Address, ChangeCart, CheckoutRequest, CreateRefund, OrderStatus, PaymentProvider, ProductSort,
    StaffCredentials,
};
use stoa::{Admin, Error, Options, Result, Storefront};

fn dev() -> Option<Value> {
    let Ok(path) = std::env::var("STOA_DEV") else {
        eprintln!("skipped: STOA_DEV names no running installation");
        return None;
    };
    Some(serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
}

/// Confirms a payment with the simulator, as the provider's script does in a shopper's browser.
async fn confirm_payment(stripe: &str, secret: &str) {
    let intent = secret.split("_secret").next().unwrap();
    let url = format!("{stripe}/v1/payment_intents/{intent}/confirm");
    let form = format!("key=pk_test_stoa&client_secret={secret}&payment_method=pm_card_visa");
    let mut headers = stoa::reqwest::header::HeaderMap::new();
    headers.insert("content-type", "application/x-www-form-urlencoded".parse().unwrap());
    let request = stoa::HttpRequest { method: "POST", url, headers, body: Some(form.into()) };
    let transport = stoa::ReqwestTransport::new().unwrap();
    let response = stoa::Transport::send(&transport, request).await.unwrap();
    assert_eq!(response.status, 200, "{}", String::from_utf8_lossy(&response.body));
}

/// Waits until the order has this status, for at most ten seconds.
async fn wait_for(shop: &Storefront, id: &str, token: &str, status: OrderStatus) -> stoa::models::Order {
    for _ in 0..200 {
        let order = shop.get_order(id, token).await.unwrap();
        if order.status == status {
            return order;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the order never became {status}");
}

#[tokio::test]
async fn a_shopper_buys_two_things_and_the_store_refunds_them() {
    let Some(dev) = dev() else { return };
    let (tenant, stripe) = (&dev["tenants"][0], dev["stripe"].as_str().unwrap());
    let address = format!("http://{}", tenant["host"].as_str().unwrap());
    let shop = Storefront::new(Options::base_url(&address)).unwrap();

    let list = shop.list_products().sort(ProductSort::PriceAsc).limit(5);
    let cards = list.items().collect_up_to(12).await.unwrap();
    assert_eq!(cards.iter().map(|it| &it.slug).collect::<HashSet<_>>().len(), 12, "three pages were read");
    let slug = &cards.iter().find(|it| it.available).unwrap().slug;
    let product = shop.get_product(slug).await.unwrap();
    let variant = product.variants.iter().find(|it| it.available).unwrap();

    let made = shop.create_cart().await.unwrap();
    let (cart, token) = (made.id, made.token.unwrap());
    let line = AddCartLine { variant_id: variant.id.clone(), quantity: 2, ..Default::default() };
    shop.add_cart_line(&cart, &token, &line).await.unwrap();
    shop.update_cart(
        &cart,
        &token,
        &ChangeCart { email: "anna@example.com".into(), shipping_address: anna().into(), ..Default::default() },
    )
    .await
    .unwrap();
    let options = shop.list_shipping_options(&cart, &token).await.unwrap();
    let choice = ChangeCart { shipping_option_id: options.data[0].id.as_str().into(), ..Default::default() };
    let filled = shop.update_cart(&cart, &token, &choice).await.unwrap();
    assert!(filled.requirements.is_empty());
    let total = filled.totals.total;

    let mut request = CheckoutRequest {
        expected_total: total.add(&stoa::models::Money::new(1, &total.currency).unwrap()).unwrap(),
        payment_provider: Some(PaymentProvider::Stripe),
        ..Default::default()
    };
    let stale = shop.place_order(&cart, &token, &request).await.unwrap_err();
    assert!(matches!(&stale, Error::Conflict(it) if it.code == "cart_changed"), "{stale}");
    assert_eq!(stale.api().unwrap().problem["current_total"], serde_json::to_value(&total).unwrap());

    request.expected_total = total.clone();
    let key = format!("order-{cart}");
    let placed = shop.place_order(&cart, &token, &request).idempotency_key(&key).await.unwrap();
    let again = shop.place_order(&cart, &token, &request).idempotency_key(&key).with_response().await.unwrap();
    assert_eq!(again.data.order.id, placed.order.id);
    assert_eq!(again.headers["idempotent-replayed"], "true");

    confirm_payment(stripe, &placed.payment.unwrap().client_secret.unwrap()).await;
    let (order, order_token) = (placed.order.id, placed.order.token);
    let paid = wait_for(&shop, &order, &order_token, OrderStatus::Paid).await;
    assert_eq!(paid.totals.total, total);
    let stranger = shop.get_order(&order, &"0".repeat(64)).await.unwrap_err();
    assert!(matches!(stranger, Error::NotFound(_)), "{stranger}");

    let admin = sign_in(&address, &tenant["owner"]).await.unwrap();
    let refund = CreateRefund { full: Some(true), reason: Some("just looking".into()), ..Default::default() };
    let refund = admin.create_refund(&order, &refund).await.unwrap();
    assert_eq!(refund.amount, total);
    wait_for(&shop, &order, &order_token, OrderStatus::Refunded).await;
    assert_eq!(admin.get_order_money(&order).await.unwrap().sum.amount, 0);
}

fn anna() -> Address {
    Address {
        first_name: Some("Anna".into()),
        last_name: Some("Berg".into()),
        street_name: "Long Street 1".into(),
        city: Some("Berlin".into()),
        postal_code: Some("10115".into()),
        country: "DE".into(),
        ..Default::default()
    }
}

async fn sign_in(address: &str, owner: &Value) -> Result<Admin> {
    let visitor = Admin::new(Options::base_url(address))?;
    let refused = visitor.list_orders().await.unwrap_err();
    assert!(matches!(refused, Error::Authentication(_)), "{refused}");
    let credentials: StaffCredentials = serde_json::from_value(owner.clone()).unwrap();
    let session = visitor.login(&credentials).await?;
    Admin::new(Options::base_url(address).access_token(session.access_token))
}

#[tokio::test]
async fn a_publishable_key_finds_its_store_on_the_platforms_address() {
    let Some(dev) = dev() else { return };
    let api = dev["api"].as_str().unwrap();
    for tenant in dev["tenants"].as_array().unwrap() {
        let key = tenant["publishable_key"].as_str().unwrap();
        let shop = Storefront::new(Options::base_url(api).publishable_key(key)).unwrap();
        let store = shop.get_store().await.unwrap();
        assert!(store.name.to_lowercase().starts_with(tenant["slug"].as_str().unwrap()));
    }
    let nowhere = Storefront::new(Options::base_url(api).publishable_key("pk_unknown")).unwrap();
    assert!(matches!(nowhere.get_store().await, Err(Error::NotFound(_))));
}
