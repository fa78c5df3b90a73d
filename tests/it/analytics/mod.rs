//! Reports: every amount is the ledger's, in whatever zone days are counted, and bad questions are refused.

mod bad_input;
mod customers;
mod exports;
mod funnel;
mod history;
mod ledger;
mod parquet_files;
mod rebuild;

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Answer, Shop};

impl Shop<'_> {
    /// A report that there is.
    async fn report(&self, path_and_query: &str) -> Value {
        self.ask_report(path_and_query).await.expect(200)
    }

    async fn ask_report(&self, path_and_query: &str) -> Answer {
        let path = format!("/reports/{path_and_query}");
        self.admin(Method::GET, &path, Value::Null).await
    }

    async fn set_zone(&self, zone: &str) -> Value {
        let body = json!({"time_zone": zone});
        let set = self.admin(Method::PUT, "/analytics/settings", body).await;
        set.expect(200)
    }

    /// Waits until all orders are counted.
    async fn is_counted(&self) {
        let began = Instant::now();
        loop {
            let settings = self
                .admin(Method::GET, "/analytics/settings", Value::Null)
                .await
                .expect(200);
            if settings["is_rebuilding"] == false {
                return;
            }
            assert!(began.elapsed() < Duration::from_mins(1), "{settings}");
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }
}
