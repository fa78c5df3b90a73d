//! Pictures that merchants upload, and the widths that shoppers are shown them in.

mod brand;
mod categories;
pub(crate) mod files;
mod outage;
mod previews;
mod said;
mod sizes;
mod uploads;

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Answer, Shop, send, text};

/// A product that is for sale.
pub(crate) async fn product(shop: &Shop<'_>, slug: &str) -> String {
    let price = json!({"amount": 900, "currency": "EUR"});
    let body =
        json!({"title": slug, "slug": slug, "status": "active", "variants": [{"price": price}]});
    let made = shop.admin(Method::POST, "/products", body).await;
    text(&made.expect(201), "/id")
}

pub(crate) async fn upload(shop: &Shop<'_>, product: &str, kind: &str, bytes: Vec<u8>) -> Answer {
    let path = format!("/admin/v1/products/{product}/images");
    let request = shop.system.request(Method::POST, &shop.host, &path);
    let request = request.bearer_auth(&shop.owner_token);
    send(request.header("content-type", kind).body(bytes)).await
}

/// The product as staff see it.
async fn seen(shop: &Shop<'_>, product: &str) -> Value {
    let path = format!("/products/{product}");
    shop.admin(Method::GET, &path, Value::Null)
        .await
        .expect(200)
}

/// An image without its colours, which the worker makes at any moment.
fn plain(mut image: Value) -> Value {
    image.as_object_mut().unwrap().remove("blurhash");
    image
}

/// What is at this address of the storefront: its type, and its bytes.
async fn fetch(shop: &Shop<'_>, path: &str) -> (String, Vec<u8>) {
    let request = shop.system.request(Method::GET, &shop.host, path);
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), 200, "{path}");
    let kind = answer.headers()["content-type"].to_str().unwrap();
    let kind = kind.to_owned();
    (kind, answer.bytes().await.unwrap().to_vec())
}
