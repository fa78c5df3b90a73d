//! What the worker does with this program's services.

use db::Message;
use tokio_util::sync::CancellationToken;

use super::App;
use crate::worker::{Consumer, Worker};

/// Webhooks that one look into their table takes on.
const WEBHOOKS_AT_ONCE: i64 = 16;

impl App {
    /// Works on messages and webhooks until `stop`.
    pub async fn work(&self, stop: CancellationToken) {
        let worker = Worker::new(
            self.databases.relay.clone(),
            self.consumers(),
            self.settings.worker,
            stop.clone(),
        );
        let worker = worker.through(self.work_queue.clone());
        let apply = || self.billing.apply_webhooks(WEBHOOKS_AT_ONCE);
        let work = worker.run(apply, self.billing.webhook_arrived());
        tokio::join!(work, self.watch_money(stop));
    }

    /// Who reacts to messages.
    fn consumers(&self) -> Vec<Consumer> {
        let (orders, checkout) = (self.orders.clone(), self.checkout.clone());
        let (billing, notifications) = (self.billing.clone(), self.notifications.clone());
        let (reviews, catalog) = (self.reviews.clone(), self.catalog.clone());
        let documents = self.documents.clone();
        let (search, analytics) = (self.search.clone(), self.analytics.clone());
        let tell = |name| {
            let nodes = self.clone();
            Consumer::new(name, move |message: Message| {
                nodes.tell_change(&message);
                std::future::ready(Ok::<(), db::DbError>(()))
            })
        };
        let senders = self.senders.clone();
        vec![
            // Before the search index follows, which may take a while, and again after it.
            tell("nodes"),
            Consumer::new("analytics", move |message: Message| {
                let analytics = analytics.clone();
                async move { analytics.handle(&message).await }
            }),
            Consumer::new("search", move |message: Message| {
                let search = search.clone();
                async move { search.handle(&message).await }
            }),
            tell("nodes-searching"),
            Consumer::new("catalog", move |message: Message| {
                let catalog = catalog.clone();
                async move { catalog.handle(&message).await }
            }),
            Consumer::new("checkout", move |message: Message| {
                let checkout = checkout.clone();
                async move { checkout.handle(&message).await }
            }),
            Consumer::new("orders", move |message: Message| {
                let orders = orders.clone();
                async move { orders.handle(&message).await }
            }),
            // Before the letter about the same leaves.
            Consumer::new("documents", move |message: Message| {
                let documents = documents.clone();
                async move { documents.handle(&message).await }
            }),
            Consumer::new("reviews", move |message: Message| {
                let reviews = reviews.clone();
                async move { reviews.handle(&message).await }
            }),
            Consumer::new("billing", move |message: Message| {
                let billing = billing.clone();
                async move { billing.handle(&message).await }
            }),
            Consumer::new("senders", move |message: Message| {
                let senders = senders.clone();
                async move { senders.handle(&message).await }
            }),
            Consumer::new("notifications", move |message: Message| {
                let notifications = notifications.clone();
                async move { notifications.handle(&message).await }
            }),
        ]
    }
}
