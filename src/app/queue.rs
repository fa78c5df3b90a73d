//! The queue between the outbox and the workers, if the settings name one.

use std::sync::Arc;

use aws_backends::{Limits, Sqs};
use kernel::ports::WorkQueue;

use crate::settings::Settings;

/// The work queue. Asks nobody yet.
pub(super) async fn work_queue(settings: &Settings) -> Option<Arc<dyn WorkQueue>> {
    let named = settings.work_queue.clone()?;
    let queue = Box::pin(Sqs::new(named.address, named.key, Limits::default())).await;
    Some(Arc::new(queue))
}
