//! What the worker does: it looks at each domain about daily, so that one whose key is gone is not used any more.

use db::Message;
use kernel::ids::SenderDomainId;
use kernel::{Caller, Event};
use time::Duration;
use tracing::warn;

use super::{SenderError, Senders, check, store};

/// When DNS did not answer.
const LATER: Duration = Duration::HOUR;
/// The clocks of the worker and of the database may differ by so much.
const SLACK: Duration = Duration::MINUTE;

impl Senders {
    /// Reacts to a message; one that is about no domain is ignored. A domain that is not due is left to the reminder
    /// that will come for it.
    pub async fn handle(&self, message: &Message) -> Result<(), SenderError> {
        let Event::SenderDomainCheckDue { sender_domain_id } = &message.event else {
            return Ok(());
        };
        let (caller, id) = (Caller::system(message.tenant_id), *sender_domain_id);
        let domain = match self.find(&caller, id).await {
            Err(SenderError::NotFound) => return Ok(()),
            found => found?,
        };
        if domain.next_check_at > self.clock.now() + SLACK {
            return Ok(());
        }
        let after = match self.look_up(&domain).await {
            Ok(findings) => match self.record(&caller, id, &findings).await {
                Err(SenderError::NotFound) => return Ok(()),
                recorded => recorded.map(|_| check::DAILY)?,
            },
            // Nothing is known of the domain, and nothing changes.
            Err(why) => {
                warn!(tenant.id = %message.tenant_id, sender_domain.id = %id, %why, "a sender domain is not checked");
                LATER
            }
        };
        self.remind(&caller, id, after).await
    }

    /// Has the domain looked at again. Of two reminders only one goes on.
    async fn remind(
        &self,
        caller: &Caller,
        id: SenderDomainId,
        after: Duration,
    ) -> Result<(), SenderError> {
        let now = self.clock.now();
        let (due_by, next) = (now + SLACK, now + after);
        let mut tx = self.db.begin(caller).await?;
        if store::put_off(&mut tx, id, (due_by, next)).await? {
            let due = Event::SenderDomainCheckDue {
                sender_domain_id: id,
            };
            tx.publish_at(&due, next).await?;
            tx.commit().await?;
        }
        Ok(())
    }
}
