//! The provider: a Stripe simulator, the shopper's browser, and the simulator's own controls.

use std::time::Duration;

use serde_json::{Value, json};
use stripe_sim::{Config, Running};

pub(crate) const SECRET_KEY: &str = "sk_test_billing";
pub(crate) const PUBLISHABLE_KEY: &str = "pk_test_billing";
pub(crate) const WEBHOOK_SECRET: &str = "whsec_billing";

pub(crate) struct Sim {
    running: Running,
    client: reqwest::Client,
}

impl Sim {
    pub(crate) async fn start(webhook_url: String, auto_onboard: bool, settle: Duration) -> Self {
        let config = Config {
            secret_key: SECRET_KEY.to_owned(),
            publishable_key: PUBLISHABLE_KEY.to_owned(),
            webhook: Some((webhook_url, WEBHOOK_SECRET.to_owned())),
            auto_onboard,
            settle,
            refund_change: Duration::from_millis(30),
            webhook_retry_first: Duration::from_millis(20),
            webhook_retry_cap: Duration::from_millis(100),
            ..Config::default()
        };
        Self {
            running: stripe_sim::start(config).await.unwrap(),
            client: reqwest::Client::new(),
        }
    }

    pub(crate) fn url(&self) -> String {
        self.running.url()
    }

    /// Confirms a payment as a browser does; the status of the answer.
    pub(crate) async fn confirm(&self, client_secret: &str, card: &str) -> u16 {
        let (intent, _) = client_secret.split_once("_secret_").unwrap();
        let answer = self
            .client
            .post(format!("{}/v1/payment_intents/{intent}/confirm", self.url()))
            .bearer_auth(PUBLISHABLE_KEY)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(format!(
                "client_secret={client_secret}&payment_method={card}&return_url=https%3A%2F%2Fshop.example"
            ))
            .send()
            .await
            .unwrap();
        answer.status().as_u16()
    }

    /// Calls the API as the platform.
    pub(crate) async fn api(&self, method: &str, path: &str, form: &str) -> Value {
        let url = format!("{}/v1{path}", self.url());
        let request = if method == "GET" {
            self.client.get(url)
        } else {
            self.client
                .post(url)
                .header("content-type", "application/x-www-form-urlencoded")
                .body(form.to_owned())
        };
        let answer = request.bearer_auth(SECRET_KEY).send().await.unwrap();
        answer.json().await.unwrap()
    }

    pub(crate) async fn control(&self, path: &str, body: &Value) -> Value {
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

    /// The same, which may be refused.
    pub(crate) async fn try_control(&self, path: &str, body: &Value) -> Option<Value> {
        let url = format!("{}/_sim/{path}", self.url());
        let call = self.client.post(url).body(body.to_string());
        let answer = call.send().await.unwrap();
        let is_done = answer.status() == 200;
        let body = answer.json().await.unwrap();
        is_done.then_some(body)
    }

    async fn ask(&self, path: &str) -> Value {
        let url = format!("{}/_sim/{path}", self.url());
        self.client
            .get(url)
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap()
    }

    /// The next call to a path goes wrong in this way.
    pub(crate) async fn fault(&self, path: &str, kind: &str) {
        self.faults(path, kind, 1).await;
    }

    /// The next `times` calls to a path go wrong in this way.
    pub(crate) async fn faults(&self, path: &str, kind: &str, times: u64) {
        let fault = json!({"method": "POST", "path_contains": path, "kind": kind, "times": times});
        self.control("faults", &fault).await;
    }

    pub(crate) async fn clear_faults(&self) {
        let url = format!("{}/_sim/faults", self.url());
        assert_eq!(self.client.delete(url).send().await.unwrap().status(), 200);
    }

    pub(crate) async fn webhooks(&self, order: &Value) {
        self.control("webhooks", order).await;
    }

    pub(crate) async fn state(&self) -> Value {
        self.ask("state").await
    }

    /// How many objects of a kind there are.
    pub(crate) async fn count(&self, what: &str) -> i64 {
        self.state().await["counts"][what].as_i64().unwrap()
    }

    /// Nothing is about to happen at the provider.
    pub(crate) async fn is_quiet(&self) -> bool {
        let counts = &self.state().await["counts"];
        counts["events_undelivered"] == 0 && counts["charges_unsettled"] == 0
    }

    /// The newest events of a type, as they would be sent.
    pub(crate) async fn events(&self, kind: &str) -> Vec<Value> {
        let list = self
            .api("GET", &format!("/events?limit=100&type={kind}"), "")
            .await;
        list["data"].as_array().unwrap().clone()
    }

    /// How often a path was called.
    pub(crate) async fn calls(&self, method: &str, path: &str) -> usize {
        self.calls_of(method, path).await.len()
    }

    /// The calls to a path and those below it.
    pub(crate) async fn calls_of(&self, method: &str, path: &str) -> Vec<Value> {
        let log = self.ask(&format!("log?method={method}&path={path}")).await;
        log["data"].as_array().unwrap().clone()
    }

    /// What a connected account has, available or not yet.
    pub(crate) async fn balance_of(&self, account: &str, currency: &str) -> i64 {
        total(&self.state().await["connected"][account][currency])
    }

    /// What the platform's account has in euros, available or not yet.
    pub(crate) async fn held(&self) -> i64 {
        total(&self.state().await["balance"]["eur"])
    }

    /// Asserts that no operation had two effects.
    pub(crate) async fn assert_nothing_twice(&self) {
        assert_eq!(self.state().await["duplicates"], json!([]));
    }
}

fn total(purse: &Value) -> i64 {
    purse["total"].as_i64().unwrap_or(0)
}
