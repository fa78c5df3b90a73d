//! What the worker tells of money without being asked: whether the books agree with the provider, and
//! how many webhooks wait or were set aside.

use std::collections::BTreeMap;
use std::time::Duration;

use billing::Position;
use kernel::Currency;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tracing::{error, info, warn};

use super::App;

/// How often webhooks are counted.
const BACKLOG: Duration = Duration::from_secs(10);
/// How often the books are compared with the provider while both agree.
const POSITION: Duration = Duration::from_hours(1);
/// How soon they are compared again when they do not, most likely because something was under way,
/// or when the provider could not be asked.
const SECOND_LOOK: Duration = Duration::from_mins(1);

/// What the books said too much when they were last compared, for each currency.
type Differences = BTreeMap<Currency, i64>;

impl App {
    /// Counts webhooks and compares the books with the provider, until `stop`.
    pub(super) async fn watch_money(&self, stop: CancellationToken) {
        let mut known = Differences::new();
        let mut due = Instant::now();
        while !stop.is_cancelled() {
            self.count_webhooks().await;
            if due <= Instant::now() {
                let found = self.compare_books(&known).await;
                let is_even = found
                    .as_ref()
                    .is_some_and(|found| found.values().all(|&minor| minor == 0));
                due = Instant::now() + if is_even { POSITION } else { SECOND_LOOK };
                known = found.unwrap_or(known);
            }
            tokio::select! {
                () = tokio::time::sleep(BACKLOG) => {}
                () = stop.cancelled() => {}
            }
        }
    }

    async fn count_webhooks(&self) {
        match self.billing.webhook_backlog().await {
            Ok((waiting, set_aside)) => {
                metrics::gauge!("webhooks_waiting").set(figure(waiting));
                metrics::gauge!("webhooks_set_aside").set(figure(set_aside));
            }
            Err(error) => warn!(%error, "webhooks could not be counted"),
        }
    }

    /// Tells how far books and provider differ now; nothing when the provider cannot be asked.
    async fn compare_books(&self, before: &Differences) -> Option<Differences> {
        let positions = match self.billing.provider_position().await {
            Ok(positions) => positions,
            Err(error) => {
                warn!(%error, "the books could not be compared with the provider");
                return None;
            }
        };
        let now = differences(&positions);
        for (&currency, &minor) in &now {
            let difference = metrics::gauge!(
                "books_minus_provider_minor_units", "currency" => currency.code()
            );
            difference.set(figure(minor));
            let lasting = lasting(before.get(&currency).copied().unwrap_or(0), minor);
            if lasting != 0 {
                error!(
                    currency = currency.code(),
                    amount_minor = lasting,
                    "the books and the provider differ, and not because something is under way"
                );
            } else if minor != 0 {
                info!(
                    currency = currency.code(),
                    amount_minor = minor,
                    "the books and the provider differ at the moment"
                );
            }
        }
        Some(now)
    }
}

fn differences(positions: &[Position]) -> Differences {
    let differences = positions.iter();
    differences
        .map(|position| (position.books.currency, position.difference_minor()))
        .collect()
}

/// What of a difference has been there before. What is under way comes and goes.
fn lasting(before: i64, now: i64) -> i64 {
    if before.signum() != now.signum() {
        0
    } else if now < 0 {
        before.max(now)
    } else {
        before.min(now)
    }
}

/// A figure of a gauge; one that is too large to be exact is as large as it can be.
fn figure(number: i64) -> f64 {
    let largest = if number < 0 { i32::MIN } else { i32::MAX };
    f64::from(i32::try_from(number).unwrap_or(largest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_there_before_lasts() {
        assert_eq!(lasting(0, 0), 0);
        assert_eq!(lasting(0, 5), 0);
        assert_eq!(lasting(5, 0), 0);
        assert_eq!(lasting(5, -5), 0);
        assert_eq!(lasting(5, 5), 5);
        assert_eq!(lasting(7, 5), 5);
        assert_eq!(lasting(5, 7), 5);
        assert_eq!(lasting(-7, -5), -5);
        assert_eq!(lasting(-5, -7), -5);
    }

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
