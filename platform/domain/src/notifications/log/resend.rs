//! Sending an e-mail once more, because its reader does not find it.

use kernel::ids::EmailId;
use kernel::ports::Ids;
use kernel::{Caller, Event, Permission};
use sqlx::types::Json;
use time::Duration;

use super::store::NewEmail;
use super::{EmailOutcome, SentEmail, store};
use crate::notifications::letter::Letter;
use crate::notifications::suppression::is_on_list;
use crate::notifications::{NotificationError, Notifications};

/// So long after it was asked for, an e-mail that is not sent yet may be asked for again.
const PATIENCE: Duration = Duration::minutes(10);

impl Notifications {
    /// Has an e-mail about an order written anew, with a link of its own, and sent to the order's address. It is
    /// another e-mail in the log.
    pub async fn resend(
        &self,
        caller: &Caller,
        id: EmailId,
    ) -> Result<SentEmail, NotificationError> {
        caller.require(Permission::CustomersRead)?;
        caller.require(Permission::OrdersWrite)?;
        let (again, now) = (EmailId::from_uuid(Ids.uuid()), self.clock.now());
        let mut tx = self.db.begin(caller).await?;
        let (storefront_id, news) = store::lock(&mut tx, id)
            .await?
            .ok_or(NotificationError::EmailNotFound)?;
        let sent = store::find(&mut tx, id).await?;
        let sent = sent.ok_or(NotificationError::EmailNotFound)?;
        let Some(Json(news)) = news.filter(|_| sent.kind.can_resend()) else {
            return Err(NotificationError::EmailNotResendable(sent.kind));
        };
        if is_on_list(&mut tx, &sent.recipient).await? {
            return Err(NotificationError::EmailSuppressed);
        }
        let is_waiting = sent.outcome == EmailOutcome::Queued && sent.created_at > now - PATIENCE;
        if is_waiting || store::is_waiting(&mut tx, id, now - PATIENCE).await? {
            return Err(NotificationError::EmailQueued);
        }
        let new = NewEmail {
            id: again,
            mail_id: again.uuid(),
            storefront_id,
            kind: sent.kind,
            recipient: None,
            order_id: sent.order_id,
            user_id: None,
            news: Some(news),
            resend_of: Some(id),
            outcome: EmailOutcome::Queued,
            provider: None,
            subject: None,
            copy: None,
            created_at: now,
        };
        store::put(&mut tx, &new).await?;
        tx.publish(&Event::EmailResendDue {
            email_id: again,
            storefront_id,
        })
        .await?;
        let queued = store::find(&mut tx, again).await?;
        let queued = queued.ok_or(NotificationError::EmailNotFound)?;
        tx.commit().await?;
        Ok(queued)
    }

    /// Sends what was asked for, unless there is nothing to tell any more.
    pub(in crate::notifications) async fn send_again(
        &self,
        caller: &Caller,
        id: EmailId,
    ) -> Result<(), NotificationError> {
        let mut tx = self.db.begin(caller).await?;
        let queued = store::queued(&mut tx, id).await?;
        drop(tx);
        let Some(queued) = queued else {
            return Ok(());
        };
        let news = queued.news.0;
        let mailing = self.orders.mailing(caller, queued.order_id, news).await?;
        let Some(mailing) = mailing else {
            let mut tx = self.db.begin(caller).await?;
            store::end(&mut tx, id, EmailOutcome::Obsolete).await?;
            return Ok(tx.commit().await?);
        };
        let letter = Letter::Order {
            letter: mailing.letter,
            news,
            token: mailing.token,
        };
        self.send(caller, queued.mail_id, (&mailing.email, None), &letter)
            .await
    }
}
