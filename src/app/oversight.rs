//! What the worker tells of money without being asked: whether the ledger agrees with the provider, and
//! how many webhooks wait or were set aside.

use std::time::Duration;

use billing::Position;
use time::OffsetDateTime;
use tokio_util::sync::CancellationToken;
use tracing::{error, info, warn};

use super::App;

/// How often webhooks are counted, and the database is asked whether a comparison is due.
const LOOK: Duration = Duration::from_secs(10);

impl App {
    /// Counts webhooks and compares the ledger with the provider, until `stop`. Any number of workers
    /// may: one of them makes each comparison, and all of them tell what it found.
    pub(super) async fn watch_money(&self, stop: CancellationToken) {
        let webhooks = async {
            loop {
                self.count_webhooks().await;
                tokio::time::sleep(LOOK).await;
            }
        };
        // The first comparison reads the whole list of movements, which may take long.
        let ledger = async {
            loop {
                self.compare_ledger().await;
                self.tell_differences().await;
                tokio::time::sleep(LOOK).await;
            }
        };
        tokio::select! {
            () = async { tokio::join!(webhooks, ledger); } => {}
            () = stop.cancelled() => {}
        }
    }

    async fn count_webhooks(&self) {
        match self.billing.webhook_backlog().await {
            Ok(backlog) => {
                metrics::gauge!("webhooks_waiting").set(figure(backlog.waiting));
                metrics::gauge!("webhooks_set_aside").set(figure(backlog.set_aside));
                metrics::gauge!("webhooks_oldest_waiting_seconds")
                    .set(figure(backlog.oldest_seconds));
            }
            Err(error) => warn!(%error, "webhooks could not be counted"),
        }
    }

    /// Makes the comparison that is due, if no other worker does.
    async fn compare_ledger(&self) {
        match self.billing.compare_with_provider().await {
            Ok(Some(positions)) => {
                for position in &positions {
                    report(position);
                }
            }
            Ok(None) => {}
            Err(error) => warn!(%error, "the ledger could not be compared with the provider"),
        }
    }

    /// Sets the gauges to what the last comparison found.
    async fn tell_differences(&self) {
        let positions = match self.billing.provider_positions().await {
            Ok(positions) => positions,
            Err(error) => {
                warn!(%error, "the last comparison with the provider could not be read");
                return;
            }
        };
        for position in positions {
            let code = position.ledger.currency.code();
            metrics::gauge!("books_minus_provider_minor_units", "currency" => code)
                .set(figure(position.difference_minor()));
            metrics::gauge!("books_compared_timestamp_seconds", "currency" => code)
                .set(moment(position.as_of));
        }
    }
}

fn report(position: &Position) {
    let (currency, amount_minor) = (position.ledger.currency.code(), position.difference_minor());
    if position.is_alarming() {
        error!(
            currency, amount_minor, as_of = %position.as_of, comparisons = position.differed,
            "the ledger and the provider differ, and did at the comparison before"
        );
    } else if amount_minor != 0 {
        info!(
            currency, amount_minor, as_of = %position.as_of,
            "the ledger and the provider differ; the next comparison tells whether that lasts"
        );
    }
}

/// A figure of a gauge; one that is too large to be exact is as large as it can be.
fn figure(number: i64) -> f64 {
    let largest = if number < 0 { i32::MIN } else { i32::MAX };
    f64::from(i32::try_from(number).unwrap_or(largest))
}

/// Seconds since 1970, as gauges have moments.
fn moment(at: OffsetDateTime) -> f64 {
    f64::from(u32::try_from(at.unix_timestamp()).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_end_where_they_can_be_told() {
        let told = [-3, 0, 3, i64::MAX, i64::MIN].map(figure);
        let exact = [-3, 0, 3, i32::MAX, i32::MIN].map(f64::from);
        assert!(
            told.iter()
                .zip(exact)
                .all(|(told, exact)| told.total_cmp(&exact).is_eq())
        );
    }
}
