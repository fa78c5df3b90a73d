//! Documents that strangers could ask for.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Shop, text};

/// The invoice of an order.
pub(super) async fn invoice(shop: &Shop<'_>, order_id: &str) -> String {
    let seller = json!({
        "legal_name": "Odd Goods Ltd", "tax_number": "12/345/67890",
        "address": {"street_name": "Main street 1", "city": "Berlin", "postal_code": "10115", "country": "DE"},
    });
    let set = shop.admin(Method::PUT, "/invoicing-settings", seller).await;
    set.expect(200);
    let path = format!("/orders/{order_id}/invoice");
    let issued = shop.admin(Method::POST, &path, Value::Null).await;
    text(&issued.expect(201), "/id")
}
