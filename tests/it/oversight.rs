//! What a running worker tells of money without being asked.

use std::process::Stdio;
use std::time::{Duration, Instant};

use reqwest::Method;
use tokio::process::{Child, Command};

use crate::harness::{System, send};

impl System {
    /// Somebody is paid on the platform's account, and not through Stoa.
    async fn pay_behind_our_back(&self) {
        let url = format!("{}/v1/payment_intents", self.stripe.url());
        let form = [
            ("amount", "1190"),
            ("currency", "eur"),
            ("automatic_payment_methods[enabled]", "true"),
            ("confirm", "true"),
            ("payment_method", "pm_card_visa"),
            ("return_url", "https://shop.example"),
        ];
        let pay = self.http.post(url).bearer_auth("sk_test_stoa").form(&form);
        let paid = send(pay).await.expect(200);
        assert_eq!(paid["status"], "succeeded");
    }

    /// Returns once the query counts at least this many.
    pub(crate) async fn until(&self, query: &'static str, at_least: i64) {
        let began = Instant::now();
        while self.number(query).await < at_least {
            assert!(began.elapsed() < Duration::from_secs(30), "never: {query}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    fn worker(&self, metrics: &str) -> Child {
        Command::new(env!("CARGO_BIN_EXE_stoa"))
            .arg("worker")
            .env_clear()
            .envs(self.settings.iter().map(|(name, value)| (name, value)))
            .env("METRICS_ADDR", metrics)
            .env("LOG", "off")
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap()
    }
}

#[tokio::test]
async fn a_worker_tells_how_far_the_books_and_the_provider_differ_and_what_was_set_aside() {
    let mut system = System::start().await;
    system.pay_behind_our_back().await;
    let set_aside = "select count(*) from webhook_events where status = 'quarantined'";
    // The payment, and its fee when that is known.
    system.until(set_aside, 2).await;
    system.halt().await;
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let metrics = listener.local_addr().unwrap().to_string();
    drop(listener);

    // What was paid is older than the lag, and the next comparison is due.
    tokio::time::sleep(Duration::from_secs(3)).await;
    system
        .execute("update ledger_comparison set due_at = now()")
        .await;

    let mut worker = system.worker(&metrics);

    // 11.90, of which the provider keeps 2.9 % and 30 cents.
    let told = [
        "books_minus_provider_minor_units{currency=\"EUR\"} -1125",
        "webhooks_waiting 0",
        "webhooks_set_aside 2",
        "webhooks_oldest_waiting_seconds 0",
        "payments_without_order 0",
        "money_without_order_seconds 0",
        "orders_placed_total 0",
        "db_client_connections_max{pool=\"relay\"} 4",
        "db_client_connections_pending{pool=\"app\"} 0",
        "provider_calls_total{provider=\"stripe\",outcome=\"failed\"} 0",
    ];
    let began = Instant::now();
    loop {
        let figures = system
            .http
            .request(Method::GET, format!("http://{metrics}/metrics"));
        let figures = match figures.send().await {
            Ok(answer) => answer.text().await.unwrap(),
            Err(_) => String::new(),
        };
        if told
            .iter()
            .all(|line| figures.lines().any(|it| it == *line))
        {
            break;
        }
        assert!(began.elapsed() < Duration::from_secs(30), "{figures}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    worker.kill().await.unwrap();
}
