//! What the worker does with this program's services.

use std::time::Duration;

use db::Message;
use tokio_util::sync::CancellationToken;
use tracing::warn;

use super::App;
use crate::worker::{Consumer, Worker};

/// Webhooks that one look into their table takes on.
const WEBHOOKS_AT_ONCE: i64 = 50;
/// How long webhooks are kept after they were applied.
const WEBHOOKS_KEPT: Duration = Duration::from_hours(24 * 30);
/// How often what is old is looked for.
const HOUSEKEEPING: Duration = Duration::from_mins(10);

impl App {
    /// Works on messages and webhooks until `stop`.
    pub async fn work(&self, stop: CancellationToken) {
        let worker = Worker::new(
            self.databases.relay.clone(),
            self.consumers(),
            self.settings.worker,
            stop.clone(),
        );
        let apply = || self.billing.apply_webhooks(WEBHOOKS_AT_ONCE);
        let work = worker.run(apply, self.billing.webhook_arrived());
        let forget = self.forget_webhooks(stop.clone());
        tokio::join!(work, forget, self.watch_money(stop));
    }

    /// Who reacts to messages.
    fn consumers(&self) -> Vec<Consumer> {
        let (orders, checkout) = (self.orders.clone(), self.checkout.clone());
        let (billing, notifications) = (self.billing.clone(), self.notifications.clone());
        vec![
            Consumer::new("checkout", move |message: Message| {
                let checkout = checkout.clone();
                async move { checkout.handle(&message).await }
            }),
            Consumer::new("orders", move |message: Message| {
                let orders = orders.clone();
                async move { orders.handle(&message).await }
            }),
            Consumer::new("billing", move |message: Message| {
                let billing = billing.clone();
                async move { billing.handle(&message).await }
            }),
            Consumer::new("notifications", move |message: Message| {
                let notifications = notifications.clone();
                async move { notifications.handle(&message).await }
            }),
        ]
    }

    async fn forget_webhooks(&self, stop: CancellationToken) {
        while !stop.is_cancelled() {
            if let Err(error) = self.billing.forget_webhooks(WEBHOOKS_KEPT).await {
                warn!(error = %error, "old webhooks could not be forgotten");
            }
            tokio::select! {
                () = tokio::time::sleep(HOUSEKEEPING) => {}
                () = stop.cancelled() => {}
            }
        }
    }
}
