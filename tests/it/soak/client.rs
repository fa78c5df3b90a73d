//! What shoppers' apps, the provider's dashboard and the shoppers' banks do meanwhile.

use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use kernel::ports::Ids;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use crate::harness::{System, text};

/// What somebody gives back at the provider.
pub(super) const GIVEN_BACK: i64 = 100;

/// What a patient app does: it makes the same request again until it is answered.
pub(super) struct Client {
    http: reqwest::Client,
    api: String,
    stripe: String,
    host: String,
    /// What each shopper buys in turn: first what is scarce.
    pub(super) variants: [String; 2],
    pub(super) again: AtomicI64,
    pub(super) too_late: AtomicI64,
    random: Mutex<StdRng>,
    pub(super) refunds: AtomicI64,
    pub(super) disputes: AtomicI64,
}

/// Somebody else got the last piece.
#[derive(Debug)]
pub(super) struct TooLate;

impl Client {
    pub(super) fn new(system: &System, host: String, variants: [String; 2], seed: u64) -> Self {
        Self {
            http: reqwest::Client::builder()
                .timeout(Duration::from_secs(15))
                .build()
                .unwrap(),
            api: format!("http://{}", system.address),
            stripe: system.stripe.url(),
            host,
            variants,
            again: AtomicI64::new(0),
            too_late: AtomicI64::new(0),
            random: Mutex::new(StdRng::seed_from_u64(seed)),
            refunds: AtomicI64::new(0),
            disputes: AtomicI64::new(0),
        }
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("{}/storefront/v1{path}", self.api);
        self.http.request(method, url).header("host", &self.host)
    }

    /// The answer of a request that is made again while the other side is away or busy.
    async fn until_answered(&self, request: RequestBuilder) -> Value {
        self.until_sold(request).await.unwrap()
    }

    /// The same, of a request that may come too late.
    async fn until_sold(&self, request: RequestBuilder) -> Result<Value, TooLate> {
        let began = Instant::now();
        loop {
            if let Ok(answer) = request.try_clone().unwrap().send().await {
                let status = answer.status().as_u16();
                if let Ok(body) = answer.json::<Value>().await {
                    let is_busy = status >= 500 || body["code"] == "completion_in_progress";
                    if body["code"] == "insufficient_stock" {
                        return Err(TooLate);
                    }
                    if !is_busy {
                        assert!(status < 300, "{status}: {body}");
                        return Ok(body);
                    }
                }
            }
            self.again.fetch_add(1, Ordering::Relaxed);
            assert!(began.elapsed() < Duration::from_mins(2), "never answered");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Buys one piece; gives the order and its token.
    pub(super) async fn buy(&self, variant: &str) -> Result<(String, String), TooLate> {
        let cart = self
            .until_answered(self.request(Method::POST, "/carts").json(&json!({})))
            .await;
        let (cart_id, token) = (text(&cart, "/id"), text(&cart, "/token"));
        let with = |method, path: &str| {
            self.request(method, &format!("/carts/{cart_id}{path}"))
                .header("cart-token", &token)
        };
        let line = json!({"variant_id": variant, "quantity": 1});
        let mut cart = self
            .until_sold(with(Method::POST, "/lines").json(&line))
            .await?;
        // Adding twice adds up; a shopper who sees two takes one away.
        if cart.pointer("/lines/0/quantity") != Some(&json!(1)) {
            let path = format!("/lines/{}", text(&cart, "/lines/0/id"));
            cart = self
                .until_answered(with(Method::PATCH, &path).json(&json!({"quantity": 1})))
                .await;
        }
        assert_eq!(cart.pointer("/lines/0/quantity"), Some(&json!(1)));
        let options = self
            .until_answered(with(Method::GET, "/shipping-options"))
            .await;
        let cart = self
            .until_answered(with(Method::PATCH, "").json(&json!({
                "email": "anna@example.com",
                "shipping_address": {
                    "first_name": "Anna", "last_name": "Berg", "street_name": "Lange Straße 1",
                    "city": "Berlin", "postal_code": "10115", "country": "DE",
                },
                "shipping_option_id": text(&options, "/data/0/id"),
            })))
            .await;
        let order =
            json!({"expected_total": cart["totals"]["total"], "payment_provider": "stripe"});
        let checkout = with(Method::POST, "/checkout")
            .header("idempotency-key", &Ids.token()[..32])
            .json(&order);
        let placed = self.until_sold(checkout).await?;
        let secret = text(&placed, "/payment/client_secret");
        let intent = secret.split("_secret").next().unwrap().to_owned();
        let confirm = self
            .http
            .post(format!(
                "{}/v1/payment_intents/{intent}/confirm",
                self.stripe
            ))
            .bearer_auth("pk_test_stoa")
            .form(&[
                ("client_secret", secret.as_str()),
                ("payment_method", "pm_card_visa"),
            ]);
        self.until_answered(confirm).await;
        self.take_some_back(&intent).await;
        Ok((text(&placed, "/order/id"), text(&placed, "/order/token")))
    }

    /// Of some payments a part is given back at the provider, and of others the bank takes a part.
    async fn take_some_back(&self, intent: &str) {
        let lot = self.random.lock().unwrap().random_range(0..8);
        if lot == 0 {
            let amount = GIVEN_BACK.to_string();
            let refund = self
                .http
                .post(format!("{}/v1/refunds", self.stripe))
                .bearer_auth("sk_test_stoa")
                .form(&[("payment_intent", intent), ("amount", amount.as_str())]);
            self.until_answered(refund).await;
            self.refunds.fetch_add(1, Ordering::Relaxed);
        } else if lot == 1 {
            let control = |path: &str, body: Value| {
                self.http
                    .post(format!("{}/_sim/{path}", self.stripe))
                    .json(&body)
            };
            let path = format!("payment_intents/{intent}/dispute");
            let opened = self
                .until_answered(control(&path, json!({"amount": 300, "fee": 20})))
                .await;
            let path = format!("disputes/{}", text(&opened, "/id"));
            self.until_answered(control(&path, json!({"outcome": "lost"})))
                .await;
            self.disputes.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Waits until the order is paid, which after a kill can take until the sweeps have looked.
    pub(super) async fn is_paid(&self, order_id: &str, token: &str) {
        let began = Instant::now();
        loop {
            let path = format!("/orders/{order_id}");
            let order = self
                .until_answered(
                    self.request(Method::GET, &path)
                        .header("order-token", token),
                )
                .await;
            if order["status"] == "paid" {
                return;
            }
            assert!(
                began.elapsed() < Duration::from_secs(150),
                "never paid: {order}"
            );
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }
}
