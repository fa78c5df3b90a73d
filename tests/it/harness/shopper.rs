//! A shopper with a cart, who buys like a branded app would.

use std::time::{Duration, Instant};

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use super::shop::text;
use super::{Answer, Shop, send};

/// A visitor with a cart.
pub(crate) struct Shopper<'s> {
    pub(crate) shop: &'s Shop<'s>,
    pub(crate) cart_id: String,
    pub(crate) cart_token: String,
}

/// An order as the shopper was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bought {
    pub(crate) order_id: String,
    pub(crate) order_token: String,
    pub(crate) client_secret: String,
    pub(crate) total: i64,
}

impl Shop<'_> {
    /// A new visitor with an empty cart.
    pub(crate) async fn shopper(&self) -> Shopper<'_> {
        let create = self
            .system
            .request(Method::POST, &self.host, "/storefront/v1/carts");
        let cart = send(create.json(&json!({}))).await.expect(201);
        Shopper {
            shop: self,
            cart_id: text(&cart, "/id"),
            cart_token: text(&cart, "/token"),
        }
    }

    /// A visitor whose cart holds these products (slug, quantity) and lacks nothing.
    pub(crate) async fn ready_shopper(&self, products: &[(&str, i64)]) -> Shopper<'_> {
        let shopper = self.shopper().await;
        for (slug, quantity) in products {
            shopper
                .add(&self.variant(slug).await, *quantity)
                .await
                .expect(200);
        }
        shopper.address().await;
        shopper
    }
}

impl Shopper<'_> {
    /// A request about this cart, with its token.
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let path = format!("/storefront/v1/carts/{}{path}", self.cart_id);
        self.shop
            .system
            .request(method, &self.shop.host, &path)
            .header("cart-token", &self.cart_token)
    }

    /// The cart.
    pub(crate) async fn cart(&self) -> Value {
        send(self.request(Method::GET, "")).await.expect(200)
    }

    /// Puts a variant into the cart.
    pub(crate) async fn add(&self, variant: &str, quantity: i64) -> Answer {
        let line = json!({"variant_id": variant, "quantity": quantity});
        send(self.request(Method::POST, "/lines").json(&line)).await
    }

    /// Says who and where, and takes the first way to ship.
    pub(crate) async fn address(&self) -> Value {
        let who = json!({
            "email": "anna@example.com",
            "shipping_address": {
                "first_name": "Anna", "last_name": "Berg", "street_name": "Lange Straße 1",
                "city": "Berlin", "postal_code": "10115", "country": "DE",
            },
        });
        send(self.request(Method::PATCH, "").json(&who))
            .await
            .expect(200);
        let options = send(self.request(Method::GET, "/shipping-options"))
            .await
            .expect(200);
        let option = json!({"shipping_option_id": text(&options, "/data/0/id")});
        send(self.request(Method::PATCH, "").json(&option))
            .await
            .expect(200)
    }

    /// Asks for an order under this key, expecting this total in cents.
    pub(crate) async fn checkout(&self, key: &str, total: i64) -> Answer {
        let total = json!({"amount": total, "currency": "EUR"});
        self.checkout_for(key, &total).await
    }

    async fn checkout_for(&self, key: &str, total: &Value) -> Answer {
        let body = json!({"expected_total": total, "payment_provider": "stripe"});
        send(
            self.request(Method::POST, "/checkout")
                .header("idempotency-key", key)
                .json(&body),
        )
        .await
    }

    /// Places the order that the cart comes to, in whatever currency.
    pub(crate) async fn place(&self) -> Bought {
        let total = &self.cart().await["totals"]["total"];
        let key = format!("key-{}", self.cart_id);
        Bought::of(&self.checkout_for(&key, total).await.expect(201))
    }

    /// Confirms the payment as Stripe's script in a browser does.
    pub(crate) async fn confirm(&self, order: &Bought, method: &str) -> Answer {
        let system = self.shop.system;
        let intent = order.client_secret.split("_secret").next().unwrap();
        let url = format!(
            "{}/v1/payment_intents/{intent}/confirm",
            system.stripe.url()
        );
        let form = [
            ("client_secret", order.client_secret.as_str()),
            ("payment_method", method),
        ];
        send(
            system
                .http
                .post(url)
                .bearer_auth("pk_test_stoa")
                .form(&form),
        )
        .await
    }

    /// Pays with a card that works, and waits until the order says so.
    pub(crate) async fn pay(&self, order: &Bought) -> Value {
        self.confirm(order, "pm_card_visa").await.expect(200);
        self.becomes(order, "paid").await
    }

    /// Buys what is in the cart.
    pub(crate) async fn buy(&self) -> Bought {
        let order = self.place().await;
        self.pay(&order).await;
        order
    }

    /// The order, as the shopper sees it.
    pub(crate) async fn order(&self, order: &Bought) -> Value {
        let path = format!("/storefront/v1/orders/{}", order.order_id);
        let request = self
            .shop
            .system
            .request(Method::GET, &self.shop.host, &path);
        send(request.header("order-token", &order.order_token))
            .await
            .expect(200)
    }

    /// Waits until the order has this status.
    pub(crate) async fn becomes(&self, order: &Bought, status: &str) -> Value {
        let began = Instant::now();
        loop {
            let seen = self.order(order).await;
            if seen["status"] == status {
                return seen;
            }
            assert!(
                began.elapsed() < Duration::from_secs(30),
                "never {status}: {seen}"
            );
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }
}

impl Bought {
    /// The order that an answer of checkout tells of.
    pub(crate) fn of(answer: &Value) -> Self {
        Self {
            order_id: text(answer, "/order/id"),
            order_token: text(answer, "/order/token"),
            client_secret: text(answer, "/payment/client_secret"),
            total: answer
                .pointer("/order/total/amount")
                .and_then(Value::as_i64)
                .unwrap(),
        }
    }
}
