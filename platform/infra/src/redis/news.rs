//! News of changes: every process listens, and whoever works on messages tells.

use std::collections::HashSet;
use std::time::Duration;

use futures_util::StreamExt;
use kernel::ids::TenantId;
use redis::{AsyncTypedCommands, RedisError};
use std::sync::PoisonError;
use tracing::{info, warn};

use super::{CONNECT, PAUSE, Redis, within};

const CHANNEL: &str = "stoa:changed";
/// How often the subscription is tried, and how long it may take to answer: with how old things may be
/// meanwhile, a change is seen within two seconds even if its news were lost.
const LOOK: Duration = Duration::from_millis(300);
const PATIENCE: Duration = Duration::from_millis(500);

impl Redis {
    pub(super) async fn listen(&self) {
        let mut is_known_out = false;
        loop {
            let why = self.hear().await;
            self.0.freshness.lose();
            if let (Err(why), false) = (&why, is_known_out) {
                warn!(error = %why, "Redis tells of no changes: nothing is shown that is older than a second");
            }
            is_known_out = why.is_err();
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Listens until the subscription breaks; `Ok` when there was one.
    async fn hear(&self) -> Result<(), RedisError> {
        let mut subscription = within(CONNECT, self.0.client.get_async_pubsub()).await?;
        within(CONNECT, subscription.subscribe(CHANNEL)).await?;
        let (mut sink, mut news) = subscription.split();
        within(PATIENCE, sink.ping::<redis::Value>()).await?;
        self.0.freshness.listen();
        info!("Redis tells of changes");
        let mut look = tokio::time::interval(LOOK);
        loop {
            tokio::select! {
                message = news.next() => {
                    let Some(message) = message else { break };
                    match message.get_payload::<String>().map(|text| text.parse()) {
                        Ok(Ok(tenant_id)) => self.0.freshness.changed(tenant_id),
                        // Whatever it was meant to say.
                        Ok(Err(_)) | Err(_) => break,
                    }
                }
                _ = look.tick() => {
                    if within(PATIENCE, sink.ping::<redis::Value>()).await.is_err() {
                        break;
                    }
                }
            }
        }
        warn!("Redis does not tell of changes any more");
        Ok(())
    }

    pub(super) async fn tell_changes(&self) {
        loop {
            self.0.has_untold.notified().await;
            while !self.publish().await {
                tokio::time::sleep(PAUSE).await;
            }
        }
    }

    /// Tells what is untold; what could not be told stays so.
    async fn publish(&self) -> bool {
        let shared = &*self.0;
        let lock = || shared.untold.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(mut connection) = shared.link.get() else {
            return lock().is_empty();
        };
        let tenants: HashSet<TenantId> = std::mem::take(&mut *lock());
        let mut tenants = tenants.into_iter();
        while let Some(tenant_id) = tenants.next() {
            let news = connection.publish(CHANNEL, tenant_id.to_string());
            if within(PATIENCE, news).await.is_err() {
                shared.link.lose();
                lock().extend(std::iter::once(tenant_id).chain(tenants));
                return false;
            }
        }
        true
    }
}
