//! Who reacts to messages.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use db::Message;
use kernel::{AnyFault, Fault};

type Reaction = Pin<Box<dyn Future<Output = Result<(), AnyFault>> + Send>>;

/// A service's reaction to messages, with a name for the logs.
#[derive(Clone)]
pub struct Consumer {
    pub(super) name: &'static str,
    react: Arc<dyn Fn(Message) -> Reaction + Send + Sync>,
}

impl Consumer {
    /// A consumer that calls `react` for every message; it ignores those that are not for it.
    pub fn new<F, R, E>(name: &'static str, react: F) -> Self
    where
        F: Fn(Message) -> R + Send + Sync + 'static,
        R: Future<Output = Result<(), E>> + Send + 'static,
        E: Fault,
    {
        Self {
            name,
            react: Arc::new(move |message| {
                let reaction = react(message);
                Box::pin(async move { reaction.await.map_err(AnyFault::new) })
            }),
        }
    }

    pub(super) async fn handle(&self, message: Message) -> Result<(), AnyFault> {
        (self.react)(message).await
    }
}

impl std::fmt::Debug for Consumer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Consumer").field(&self.name).finish()
    }
}
