//! Customer groups: prices of their own, and products that only their members see.

mod documents;
mod keeping;
mod prices;
mod visibility;

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Account, Answer, Shop, Shopper, send, text};

const ANNA: &str = "anna@example.com";
const BERTA: &str = "berta@example.com";
const GROUPS: &str = "/customer-groups";

impl Shop<'_> {
    /// A group with this discount.
    async fn group(&self, name: &str, discount_ppm: i64) -> String {
        let body = json!({"name": name, "discount_ppm": discount_ppm});
        let made = self.admin(Method::POST, GROUPS, body).await;
        text(&made.expect(201), "/id")
    }

    async fn join(&self, group: &str, customer: &Account) {
        let path = format!("{GROUPS}/{group}/members");
        let body = json!({"customer_ids": [customer.id]});
        self.admin(Method::POST, &path, body).await.expect(204);
    }

    async fn set_price(&self, group: &str, variant: &str, amount: Value) -> Answer {
        let path = format!("{GROUPS}/{group}/prices");
        let mut price = json!({"variant_id": variant, "currency": "EUR", "amount": amount});
        if price["amount"].is_null() {
            price.as_object_mut().unwrap().remove("amount");
        }
        self.admin(Method::PATCH, &path, json!({"prices": [price]}))
            .await
    }

    async fn limit(&self, slug: &str, groups: &[&str]) -> Answer {
        let path = format!("/products?q={slug}");
        let list = self.admin(Method::GET, &path, Value::Null).await;
        let path = format!(
            "/products/{}/visibility",
            text(&list.expect(200), "/data/0/id")
        );
        let body = json!({"customer_group_ids": groups});
        self.admin(Method::PUT, &path, body).await
    }

    /// What a shopper, or a visitor, is answered by the catalogue.
    async fn see(&self, who: Option<&Account>, path: &str) -> Answer {
        let path = format!("/storefront/v1{path}");
        let mut request = self.system.request(Method::GET, &self.host, &path);
        if let Some(account) = who {
            request = request.bearer_auth(&account.access_token);
        }
        send(request).await
    }

    /// The titles and prices that a list shows somebody.
    async fn cards(&self, who: Option<&Account>, path: &str) -> Vec<(String, i64)> {
        let list = self.see(who, path).await.expect(200);
        let cards = list["data"].as_array().unwrap().iter();
        cards
            .map(|card| {
                (
                    text(card, "/title"),
                    card["price"]["amount"].as_i64().unwrap(),
                )
            })
            .collect()
    }

    /// The account's cart.
    async fn own_cart(&self, account: &Account) -> Shopper<'_> {
        let opened = self
            .account(&account.access_token, Method::POST, "/cart", json!({}))
            .await
            .expect(200);
        Shopper {
            shop: self,
            cart_id: text(&opened, "/id"),
            cart_token: text(&opened, "/token"),
        }
    }
}

fn amount(value: &Value, pointer: &str) -> Option<i64> {
    value.pointer(pointer).and_then(Value::as_i64)
}

fn card(title: &str, price: i64) -> (String, i64) {
    (title.to_owned(), price)
}
