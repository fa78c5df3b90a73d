//! What this process has together with the others of its installation.

use std::sync::Arc;

use db::Message;
use gateway::Nodes;
use infra::redis::Redis;
use kernel::Event;
use kernel::ports::{ChangeTeller, SharedLimits};
use tokio_util::sync::CancellationToken;

use super::{App, BuildError};
use crate::settings::Settings;

/// The Redis that the settings name.
pub(super) fn redis(settings: &Settings) -> Result<Option<Redis>, BuildError> {
    let redis = settings.redis.as_ref().map(Redis::new).transpose();
    redis.map_err(|why| BuildError::Setting("REDIS_URL", why.to_string()))
}

impl App {
    /// What the gateways of all processes have together.
    pub(super) fn nodes(&self) -> Nodes {
        let Some(redis) = &self.redis else {
            return Nodes::default();
        };
        let limits: Arc<dyn SharedLimits> = Arc::new(redis.clone());
        Nodes {
            limits: Some(limits),
            freshness: redis.freshness(),
        }
    }

    /// Keeps in touch with the other processes, until `stop`.
    pub async fn keep_in_touch(&self, stop: CancellationToken) {
        let Some(redis) = &self.redis else {
            return;
        };
        tokio::select! {
            () = Box::pin(redis.run()) => {}
            () = stop.cancelled() => {}
        }
        // Requests that are still answered hear of nothing any more.
        redis.freshness().lose();
    }

    /// Tells the other processes what a message is about, when they may be showing it.
    pub(super) fn tell_change(&self, message: &Message) {
        let is_shown = matches!(
            message.event,
            Event::ProductsChanged { .. }
                | Event::AvailabilityChanged { .. }
                | Event::CategoryImageChanged { .. }
        );
        if let (Some(redis), true) = (&self.redis, is_shown) {
            redis.tell(message.tenant_id);
        }
    }
}
