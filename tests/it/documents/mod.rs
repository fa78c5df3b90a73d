//! Invoices, credit notes and packing slips through the front door: issued, numbered, printed and found again.

mod access;
mod issuing;
mod numbers;
mod printing;
mod settings;

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Bought, Shop, System};

/// A seller who lacks nothing.
fn seller(is_automatic: bool) -> Value {
    json!({
        "legal_name": "Aurora Goods GmbH", "vat_number": "DE123456789", "tax_number": "12/345/67890",
        "register_number": "HRB 4711, Amtsgericht Berlin", "email": "office@aurora.test",
        "footer": "Thank you for shopping with us.",
        "address": {
            "street_name": "Lange Straße 7", "city": "Berlin", "postal_code": "10115", "country": "DE",
            "phone": "+49 30 1234567",
        },
        "is_automatic": is_automatic,
    })
}

async fn set(shop: &Shop<'_>, settings: Value) {
    let set = shop
        .admin(Method::PUT, "/invoicing-settings", settings)
        .await;
    set.expect(200);
}

/// A tenant that sells for this price in this currency, with or without 19 % of tax in it.
async fn shop_of<'s>(system: &'s System, locale: &str, currency: &str, included: bool) -> Shop<'s> {
    let shop = system
        .shop_of(&json!({
            "slug": "aurora", "name": "Aurora",
            "owner": {"email": "owner@aurora.test", "password": crate::harness::STAFF_PASSWORD},
            "storefront": {
                "currency": currency, "country": "DE", "locale": locale,
                "tax": {"included": included, "rate_ppm": 190_000, "name": "VAT"},
            },
            "shipping_options": [{
                "name": "Parcel",
                "rate": {"kind": "flat", "price": {"amount": 490, "currency": currency}},
            }],
        }))
        .await;
    set(&shop, seller(true)).await;
    shop
}

/// Puts something on sale.
async fn sell(shop: &Shop<'_>, title: &str, minor: i64, currency: &str) {
    let product = json!({
        "title": title, "status": "active",
        "variants": [{"sku": format!("SKU-{title}"), "price": {"amount": minor, "currency": currency}}],
    });
    let made = shop.admin(Method::POST, "/products", product).await;
    made.expect(201);
}

/// Pays for what a cart holds, in whatever currency.
async fn buy(shop: &Shop<'_>, products: &[(&str, i64)]) -> Bought {
    shop.ready_shopper(products).await.buy().await
}

/// The documents of an order, once everything that was said has been handled.
async fn documents(shop: &Shop<'_>, order: &Bought) -> Vec<Value> {
    shop.system.is_quiet().await;
    let path = format!("/orders/{}/documents", order.order_id);
    let list = shop.admin(Method::GET, &path, Value::Null).await;
    list.expect(200)["data"].as_array().unwrap().clone()
}

/// A file that the owner downloads: its name and its bytes.
async fn download(shop: &Shop<'_>, path: &str) -> (String, Vec<u8>) {
    let request = shop
        .system
        .request(Method::GET, &shop.host, &format!("/admin/v1{path}"))
        .bearer_auth(&shop.owner_token);
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), 200, "{path}");
    assert_eq!(answer.headers()["content-type"], "application/pdf");
    assert_eq!(answer.headers()["cache-control"], "private, no-store");
    let name = answer.headers()["content-disposition"].to_str().unwrap();
    let name = name.split('"').nth(1).unwrap().to_owned();
    (name, answer.bytes().await.unwrap().to_vec())
}

/// What readers see on the pages of a file, with single spaces.
fn pages(bytes: &[u8]) -> Vec<String> {
    let file = lopdf::Document::load_mem(bytes).unwrap();
    let numbers: Vec<u32> = file.get_pages().into_keys().collect();
    let page = |number: u32| {
        let text = file.extract_text(&[number]).unwrap();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    numbers.into_iter().map(page).collect()
}

#[track_caller]
fn says(page: &str, texts: &[&str]) {
    for text in texts {
        assert!(page.contains(text), "no {text:?} in {page}");
    }
}
