//! A second way for mail to leave, when the first one does not take it.

use std::sync::Arc;

use async_trait::async_trait;
use kernel::ports::{Mail, MailError, MailProvider, Mailer};
use tracing::warn;

/// Sends mail the first way, or the second way while that is out.
///
/// A provider that took a message and did not say so in time makes it come twice, with the same
/// `Message-ID`.
pub struct Failover {
    first: Arc<dyn Mailer>,
    second: Arc<dyn Mailer>,
}

impl Failover {
    /// Mail by `first`, and by `second` while `first` is unavailable.
    pub fn new(first: Arc<dyn Mailer>, second: Arc<dyn Mailer>) -> Self {
        Self { first, second }
    }
}

#[async_trait]
impl Mailer for Failover {
    async fn send(&self, mail: &Mail) -> Result<MailProvider, MailError> {
        match self.first.send(mail).await {
            Err(MailError::Unavailable(why)) => {
                warn!(%why, "the first mail provider is out, the second one is asked");
                metrics::counter!("mail_failover_total").increment(1);
                self.second.send(mail).await
            }
            told => told,
        }
    }

    /// While the first one is out, mail may come from the platform's address.
    fn signs(&self) -> bool {
        self.first.signs()
    }
}
