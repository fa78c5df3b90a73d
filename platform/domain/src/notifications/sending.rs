//! How a letter leaves: not to a suppressed address, once, and into the log.

use kernel::Caller;
use kernel::contact::Email;
use kernel::ports::MailError;
use uuid::Uuid;

use super::letter::{Envelope, Letter};
use super::log::{EmailOutcome, Written};
use super::{NotificationError, Notifications};

impl Notifications {
    /// Writes a letter and hands it over, unless a provider has taken the one with this id already. When the
    /// process dies between the two, the letter is sent again, and mailboxes know it by its id.
    pub(super) async fn send(
        &self,
        caller: &Caller,
        id: Uuid,
        (to, first_name): (&Email, Option<&str>),
        letter: &Letter,
    ) -> Result<(), NotificationError> {
        if self.is_sent(caller, id).await? {
            return Ok(());
        }
        let storefront = self.tenancy.visited(caller).await?;
        let host = self.tenancy.primary_host(caller).await?;
        let envelope = Envelope {
            id,
            tenant_id: caller.tenant_id(),
            to,
            first_name,
            storefront: &storefront,
            host: &host,
            links: &self.links,
        };
        let mut mail = letter.write(&envelope)?;
        let from = self.senders.of_letters(caller, storefront.id).await?;
        mail.sender = from.sender;
        mail.reply_to = from.reply_to;
        let mut written = Written {
            letter,
            mail: &mail,
            copy: None,
            storefront_id: storefront.id,
        };
        if self.is_suppressed(caller, to).await? {
            metrics::counter!("mail_total", "outcome" => "suppressed").increment(1);
            let became = (EmailOutcome::Suppressed, None);
            return self.record(caller, &written, became).await;
        }
        written.copy = letter.copy((&envelope, &mail))?;
        let sent = self.mailer.send(&mail).await;
        let outcome = match &sent {
            Ok(_) => "sent",
            Err(MailError::Refused(_)) => "refused",
            Err(MailError::Unavailable(_)) => "unavailable",
        };
        metrics::counter!("mail_total", "outcome" => outcome).increment(1);
        match &sent {
            Ok(provider) => {
                let became = (EmailOutcome::Sent, Some(*provider));
                self.record(caller, &written, became).await?;
            }
            Err(MailError::Refused(_)) => {
                let became = (EmailOutcome::Refused, None);
                self.record(caller, &written, became).await?;
            }
            // It is tried again.
            Err(MailError::Unavailable(_)) => {}
        }
        sent?;
        Ok(())
    }
}
