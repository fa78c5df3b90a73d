//! Letters to whoever has no account, or is not signed in.

use db::Message;
use kernel::contact::Email;
use kernel::ports::Ids;
use kernel::{Caller, Event};

use super::letter::Letter;
use super::newsletter::GuestLetter;
use super::{NotificationError, Notifications};
use crate::identity::NewsletterMailing;
use crate::orders::OrderNamed;

impl Notifications {
    /// Letters that anybody can request about what is not an account's.
    pub(super) async fn tell_guests(&self, message: &Message) -> Result<(), NotificationError> {
        match &message.event {
            Event::OrderCodeRequested {
                number,
                email,
                storefront_id,
            } => {
                let named = OrderNamed {
                    number: *number,
                    email: email.clone(),
                };
                let caller = Caller::system_at(message.tenant_id, *storefront_id);
                self.send_order_code(&caller, &named).await
            }
            Event::NewsletterRequested {
                email,
                storefront_id,
            } => {
                let caller = Caller::system_at(message.tenant_id, *storefront_id);
                let identity = &self.identity;
                let mailing = identity.newsletter_request_mailing(&caller, email).await?;
                self.send_newsletter(&caller, email, mailing).await
            }
            Event::NewsletterConfirmed {
                email,
                storefront_id,
            } => {
                let caller = Caller::system_at(message.tenant_id, *storefront_id);
                let identity = &self.identity;
                let mailing = identity.newsletter_welcome_mailing(&caller, email).await?;
                self.send_newsletter(&caller, email, mailing).await
            }
            Event::SubscriberDeleted { email, .. } => {
                let caller = Caller::system(message.tenant_id);
                self.forget_emails(&caller, (email, None)).await
            }
            Event::EmailResendDue {
                email_id,
                storefront_id,
            } => {
                let caller = Caller::system_at(message.tenant_id, *storefront_id);
                Box::pin(self.send_again(&caller, *email_id)).await
            }
            _ => Ok(()),
        }
    }

    /// Sends a letter about the newsletter, if there is anything to say.
    async fn send_newsletter(
        &self,
        caller: &Caller,
        email: &Email,
        mailing: Option<NewsletterMailing>,
    ) -> Result<(), NotificationError> {
        let Some(mailing) = mailing else {
            return Ok(());
        };
        // Another token is another letter.
        self.send(
            caller,
            Ids.uuid(),
            (email, None),
            &Letter::Guest(GuestLetter::Newsletter(mailing)),
        )
        .await
    }

    /// Sends a code to the address of an order, if there is such an order.
    async fn send_order_code(
        &self,
        caller: &Caller,
        named: &OrderNamed,
    ) -> Result<(), NotificationError> {
        let Some(found) = self.orders.code_mailing(caller, named).await? else {
            return Ok(());
        };
        let letter = Letter::Guest(GuestLetter::OrderCode {
            order_id: found.order_id,
            number: found.number,
            code: found.code,
        });
        // Another code is another letter.
        self.send(caller, Ids.uuid(), (&found.email, None), &letter)
            .await
    }
}
