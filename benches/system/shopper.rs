//! A shopper who buys: cart, two lines, address, shipping, order, and the payment confirmed as a
//! browser confirms it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value, json};

/// A storefront, as a shopper's app knows it.
#[derive(Clone)]
pub(crate) struct Store {
    pub(crate) http: Client,
    pub(crate) api: String,
    pub(crate) stripe: String,
    pub(crate) host: String,
    /// Variants that can be bought, two of them for each purchase.
    pub(crate) variants: Arc<Vec<String>>,
    pub(crate) country: String,
}

/// An order that waits for its webhook.
pub(crate) struct Placed {
    pub(crate) id: String,
    pub(crate) token: String,
}

impl Store {
    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("{}/storefront/v1{path}", self.api);
        self.http.request(method, url).header("host", &self.host)
    }

    /// Buys the two variants that `number` stands for.
    pub(crate) async fn buy(&self, number: usize) -> Result<Placed> {
        let cart = sent(self.request(Method::POST, "/carts").json(&json!({}))).await?;
        let (id, token) = (text(&cart, "/id")?, text(&cart, "/token")?);
        let with = |method, path: &str| {
            self.request(method, &format!("/carts/{id}{path}"))
                .header("cart-token", &token)
        };
        for offset in 0..2 {
            let variant = &self.variants[(number * 2 + offset) % self.variants.len()];
            sent(with(Method::POST, "/lines").json(&json!({"variant_id": variant, "quantity": 1})))
                .await?;
        }
        let options = sent(with(Method::GET, "/shipping-options")).await?;
        let option = text(&options, "/data/0/id")?;
        let cart = sent(with(Method::PATCH, "").json(&json!({
            "email": format!("shopper{number}@example.com"),
            "shipping_address": {
                "first_name": "Anna", "last_name": "Berg", "street_name": "Long Street 1",
                "city": "Town", "postal_code": "12345", "country": self.country,
            },
            "shipping_option_id": option,
        })))
        .await?;
        let total = cart.pointer("/totals/total").context("no total")?;
        let checkout = with(Method::POST, "/checkout")
            .header("idempotency-key", format!("bench-{id}"))
            .json(&json!({"expected_total": total, "payment_provider": "stripe"}));
        let placed = sent(checkout).await?;
        self.confirm(&placed).await?;
        Ok(Placed {
            id: text(&placed, "/order/id")?,
            token: text(&placed, "/order/token")?,
        })
    }

    async fn confirm(&self, placed: &Value) -> Result<()> {
        let secret = text(placed, "/payment/client_secret")?;
        let key = text(placed, "/payment/publishable_key")?;
        let intent = secret.split("_secret").next().unwrap_or_default();
        let confirm = self
            .http
            .post(format!(
                "{}/v1/payment_intents/{intent}/confirm",
                self.stripe
            ))
            .bearer_auth(key)
            .form(&[
                ("client_secret", secret.as_str()),
                ("payment_method", "pm_card_visa"),
            ]);
        sent(confirm).await?;
        Ok(())
    }

    /// Waits until the order is paid; tells how long that took.
    pub(crate) async fn paid(&self, order: &Placed) -> Result<Duration> {
        let began = Instant::now();
        while began.elapsed() < Duration::from_mins(1) {
            let path = format!("/orders/{}", order.id);
            let seen = sent(
                self.request(Method::GET, &path)
                    .header("order-token", &order.token),
            )
            .await?;
            if text(&seen, "/status")? == "paid" {
                return Ok(began.elapsed());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        bail!("order {} is not paid after a minute", order.id)
    }
}

/// The JSON of a good answer.
pub(crate) async fn sent(request: RequestBuilder) -> Result<Value> {
    let answer = request.send().await?;
    let status = answer.status();
    let body = answer.text().await?;
    if !status.is_success() {
        bail!("{status}: {body}");
    }
    Ok(serde_json::from_str(&body)?)
}

fn text(value: &Value, pointer: &str) -> Result<String> {
    let text = value.pointer(pointer).and_then(Value::as_str);
    Ok(text
        .with_context(|| format!("no {pointer} in {value}"))?
        .to_owned())
}
