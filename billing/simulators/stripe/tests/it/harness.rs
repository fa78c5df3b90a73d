//! A simulator, a client for it, and a receiver of its webhooks.

use std::{
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use poem::{Endpoint, Request, Response, http::StatusCode, listener::TcpAcceptor};
use serde_json::{Value, json};
use stripe_sim::{Config, Running};

pub(crate) const SECRET: &str = "sk_test_stoa";
pub(crate) const PUBLISHABLE: &str = "pk_test_stoa";
pub(crate) const SIGNING: &str = "whsec_test";

pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: reqwest::header::HeaderMap,
    pub(crate) json: Value,
}

impl Reply {
    /// The object of a call that must have succeeded.
    pub(crate) fn ok(self) -> Value {
        assert_eq!(self.status, 200, "{}", self.json);
        self.json
    }

    /// Status and code of a call that must have failed.
    pub(crate) fn code(&self) -> (u16, &str) {
        (
            self.status,
            self.json["error"]["code"].as_str().unwrap_or("none"),
        )
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }
}

/// A call being put together.
#[derive(Clone)]
pub(crate) struct Call<'a> {
    sim: &'a Sim,
    method: &'static str,
    path: String,
    form: Vec<(String, String)>,
    headers: Vec<(&'static str, String)>,
}

impl Call<'_> {
    pub(crate) fn key(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    pub(crate) fn on(self, account: &str) -> Self {
        self.header("stripe-account", account)
    }

    pub(crate) fn publishable(mut self) -> Self {
        self.headers.retain(|(name, _)| *name != "authorization");
        self.header("authorization", &format!("Bearer {PUBLISHABLE}"))
    }

    pub(crate) fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    pub(crate) fn without_authorization(mut self) -> Self {
        self.headers.retain(|(name, _)| *name != "authorization");
        self
    }

    pub(crate) fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.form.push((name.to_owned(), value.to_string()));
        self
    }

    pub(crate) async fn try_send(&self) -> reqwest::Result<Reply> {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        for (name, value) in &self.form {
            form.append_pair(name, value);
        }
        let form = form.finish();
        let client = &self.sim.client;
        let url = format!("{}{}", self.sim.url(), self.path);
        let mut request = match self.method {
            "GET" => client.get(format!("{url}?{form}")),
            "DELETE" => client.delete(url),
            "OPTIONS" => client.request(reqwest::Method::OPTIONS, url),
            _ => client
                .post(url)
                .header("content-type", "application/x-www-form-urlencoded")
                .body(form),
        };
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let answer = request.send().await?;
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let text = answer.text().await?;
        let json = serde_json::from_str(&text).unwrap_or(Value::String(text));
        Ok(Reply {
            status,
            headers,
            json,
        })
    }

    pub(crate) async fn send(&self) -> Reply {
        self.try_send().await.unwrap()
    }

    /// Sends a call that must succeed.
    pub(crate) async fn ok(&self) -> Value {
        self.send().await.ok()
    }
}

pub(crate) struct Sim {
    pub(crate) running: Running,
    pub(crate) client: reqwest::Client,
}

/// A client that the environment's proxy does not concern.
pub(crate) fn client() -> reqwest::Client {
    reqwest::Client::builder().no_proxy().build().unwrap()
}

/// Quick settings for tests.
pub(crate) fn config() -> Config {
    Config {
        settle: Duration::from_millis(30),
        refund_change: Duration::from_millis(30),
        webhook_retry_first: Duration::from_millis(20),
        webhook_retry_cap: Duration::from_millis(100),
        auto_onboard: true,
        ..Config::default()
    }
}

impl Sim {
    pub(crate) async fn start() -> Self {
        Self::start_with(config()).await
    }

    pub(crate) async fn start_with(config: Config) -> Self {
        let running = stripe_sim::start(config).await.unwrap();
        Self {
            running,
            client: client(),
        }
    }

    pub(crate) fn url(&self) -> String {
        self.running.url()
    }

    fn call(&self, method: &'static str, path: impl Into<String>) -> Call<'_> {
        let headers = vec![("authorization", format!("Bearer {SECRET}"))];
        Call {
            sim: self,
            method,
            path: path.into(),
            form: Vec::new(),
            headers,
        }
    }

    pub(crate) fn post(&self, path: impl Into<String>) -> Call<'_> {
        self.call("POST", path)
    }

    pub(crate) fn get(&self, path: impl Into<String>) -> Call<'_> {
        self.call("GET", path)
    }

    pub(crate) fn delete(&self, path: impl Into<String>) -> Call<'_> {
        self.call("DELETE", path)
    }

    pub(crate) fn options(&self, path: impl Into<String>) -> Call<'_> {
        self.call("OPTIONS", path)
    }

    /// Uses the control API.
    pub(crate) async fn control(&self, path: &str, body: Value) -> Value {
        let url = format!("{}/_sim/{path}", self.url());
        let answer = self
            .client
            .post(url)
            .body(body.to_string())
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 200, "{path} {body}");
        answer.json().await.unwrap()
    }

    pub(crate) async fn fault(&self, fault: Value) {
        self.control("faults", fault).await;
    }

    pub(crate) async fn state(&self) -> Value {
        self.get("/_sim/state").ok().await
    }

    /// A new intent.
    pub(crate) fn intent(&self, amount: i64, currency: &str) -> Call<'_> {
        self.post("/v1/payment_intents")
            .with("amount", amount)
            .with("currency", currency)
            .with("automatic_payment_methods[enabled]", true)
            .with("automatic_payment_methods[allow_redirects]", "never")
    }

    /// A payment that has succeeded with this card: the intent.
    pub(crate) async fn paid(&self, amount: i64, currency: &str, card: &str) -> Value {
        let call = self.intent(amount, currency).with("confirm", true);
        let intent = call.with("payment_method", card).ok().await;
        assert_eq!(intent["status"], "succeeded");
        intent
    }

    /// The id of a charge of a payment that has succeeded and is booked.
    pub(crate) async fn settled(&self, amount: i64, currency: &str, card: &str) -> String {
        let intent = self.paid(amount, currency, card).await;
        let charge = text(&intent["latest_charge"]);
        self.wait_for_settlement(&charge).await;
        charge
    }

    pub(crate) async fn wait_for_settlement(&self, charge: &str) {
        eventually("the charge is booked", async || {
            let charge = self.get(format!("/v1/charges/{charge}")).ok().await;
            charge["balance_transaction"].is_string()
        })
        .await;
    }

    /// A connected account that may receive transfers.
    pub(crate) async fn merchant(&self) -> String {
        let call = self
            .post("/v1/accounts")
            .with("type", "express")
            .with("email", "m@example.com");
        text(
            &call
                .with("capabilities[transfers][requested]", true)
                .ok()
                .await["id"],
        )
    }

    /// What an account has: available and pending.
    pub(crate) async fn balance(&self, account: Option<&str>, currency: &str) -> (i64, i64) {
        let call = self.get("/v1/balance");
        let call = account.map_or(call.clone(), |account| call.on(account));
        let balance = call.ok().await;
        let of = |name: &str| {
            let amounts = balance[name].as_array().unwrap();
            let amount = amounts.iter().find(|amount| amount["currency"] == currency);
            amount.map_or(0, |amount| amount["amount"].as_i64().unwrap())
        };
        (of("available"), of("pending"))
    }
}

/// The text of a JSON string.
pub(crate) fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value} is no text"))
        .to_owned()
}

/// Waits until something holds.
pub(crate) async fn eventually(what: &str, holds: impl AsyncFn() -> bool) {
    let until = Instant::now() + Duration::from_secs(10);
    while !holds().await {
        assert!(Instant::now() < until, "never came true: {what}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// A webhook as it arrived.
#[derive(Clone)]
pub(crate) struct Arrived {
    pub(crate) event: Value,
    pub(crate) body: String,
    pub(crate) signature: String,
}

/// Takes webhooks, or refuses them.
#[derive(Clone)]
pub(crate) struct Receiver {
    pub(crate) url: String,
    arrived: Arc<Mutex<Vec<Arrived>>>,
    refuse: Arc<Mutex<u32>>,
}

impl Receiver {
    pub(crate) async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hooks", listener.local_addr().unwrap());
        let receiver = Self {
            url,
            arrived: Arc::default(),
            refuse: Arc::default(),
        };
        let acceptor = TcpAcceptor::from_tokio(listener).unwrap();
        let server = poem::Server::new_with_acceptor(acceptor);
        tokio::spawn(server.run(receiver.clone()));
        receiver
    }

    /// Answers the next deliveries with 500.
    pub(crate) fn refuse(&self, times: u32) {
        *self.refuse.lock().unwrap() = times;
    }

    pub(crate) fn all(&self) -> Vec<Arrived> {
        self.arrived.lock().unwrap().clone()
    }

    /// The types that arrived, in order.
    pub(crate) fn types(&self) -> Vec<String> {
        self.all()
            .iter()
            .map(|arrived| text(&arrived.event["type"]))
            .collect()
    }

    pub(crate) fn count(&self, kind: &str) -> usize {
        self.types()
            .iter()
            .filter(|arrived| *arrived == kind)
            .count()
    }

    /// The first webhook of a type, once it is there.
    pub(crate) async fn wait_for(&self, kind: &str) -> Arrived {
        eventually(kind, async || self.count(kind) > 0).await;
        self.all()
            .into_iter()
            .find(|arrived| arrived.event["type"] == kind)
            .unwrap()
    }

    /// A configuration that sends webhooks here.
    pub(crate) fn config(&self) -> Config {
        Config {
            webhook: Some((self.url.clone(), SIGNING.to_owned())),
            ..config()
        }
    }
}

impl Endpoint for Receiver {
    type Output = Response;

    async fn call(&self, mut request: Request) -> poem::Result<Response> {
        let body = request.take_body().into_string().await?;
        let signature = request
            .header("stripe-signature")
            .unwrap_or_default()
            .to_owned();
        let event = serde_json::from_str(&body).unwrap_or(json!({}));
        let refused = {
            let mut refuse = self.refuse.lock().unwrap();
            let refused = *refuse > 0;
            *refuse = refuse.saturating_sub(1);
            refused
        };
        self.arrived.lock().unwrap().push(Arrived {
            event,
            body,
            signature,
        });
        let status = if refused {
            StatusCode::INTERNAL_SERVER_ERROR
        } else {
            StatusCode::OK
        };
        Ok(Response::builder().status(status).finish())
    }
}
