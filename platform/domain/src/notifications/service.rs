//! Writes to people about what has happened.

use std::sync::Arc;

use db::Message;
use kernel::contact::Email;
use kernel::ids::{StorefrontId, TenantId, UserId};
use kernel::ports::{Ids, Mailer};
use kernel::{Caller, Event};
use uuid::Uuid;

use super::letter::{Envelope, Letter};
use super::{NotificationError, StorefrontLinks};
use crate::identity::{Identity, Mailing};
use crate::tenancy::Tenancy;

/// Writes to people.
#[derive(Clone)]
pub struct Notifications {
    identity: Identity,
    tenancy: Tenancy,
    mailer: Arc<dyn Mailer>,
    links: StorefrontLinks,
}

impl Notifications {
    /// Letters that leave by `mailer` and lead to where `links` says storefronts are.
    pub fn new(
        identity: Identity,
        tenancy: Tenancy,
        mailer: Arc<dyn Mailer>,
        links: StorefrontLinks,
    ) -> Self {
        Self {
            identity,
            tenancy,
            mailer,
            links,
        }
    }

    /// Reacts to a message; one that nobody is written to about is ignored. When it comes again, a
    /// letter with a token is written again with another one, and the earlier one is void.
    pub async fn handle(&self, message: &Message) -> Result<(), NotificationError> {
        let tenant_id = message.tenant_id;
        match &message.event {
            Event::SignupRequested {
                email,
                storefront_id,
            } => {
                let caller = Caller::system_at(tenant_id, *storefront_id);
                let mailing = self.identity.signup_mailing(&caller, email).await?;
                self.mail(&caller, email, mailing).await
            }
            Event::PasswordForgotten {
                email,
                storefront_id,
            } => {
                let caller = Caller::system_at(tenant_id, *storefront_id);
                let mailing = self.identity.reset_mailing(&caller, email).await?;
                self.mail(&caller, email, mailing).await
            }
            Event::PasswordChanged {
                user_id,
                storefront_id,
            } => {
                let notice = (message.id.uuid(), Letter::PasswordChanged);
                self.notify((tenant_id, *storefront_id), *user_id, notice)
                    .await
            }
            Event::SessionRevoked {
                user_id,
                storefront_id,
            } => {
                let notice = (message.id.uuid(), Letter::SessionRevoked);
                self.notify((tenant_id, *storefront_id), *user_id, notice)
                    .await
            }
            Event::AccountDeleted {
                email,
                first_name,
                storefront_id,
                user_id: _,
            } => {
                let caller = Caller::system_at(tenant_id, *storefront_id);
                let to = (email, first_name.as_str());
                self.send(&caller, message.id.uuid(), to, &Letter::AccountDeleted)
                    .await
            }
            _ => Ok(()),
        }
    }

    async fn mail(
        &self,
        caller: &Caller,
        to: &Email,
        mailing: Option<Mailing>,
    ) -> Result<(), NotificationError> {
        let (first_name, letter) = match mailing {
            None => return Ok(()),
            Some(Mailing::Confirm { token, first_name }) => {
                (first_name, Letter::ConfirmEmail { token })
            }
            Some(Mailing::HasAccount { first_name }) => (first_name, Letter::HasAccount),
            Some(Mailing::Reset { token, first_name }) => {
                (first_name, Letter::ResetPassword { token })
            }
        };
        // Another token is another letter: a mailbox must not take it for the one it has.
        self.send(caller, Ids.uuid(), (to, &first_name), &letter)
            .await
    }

    async fn notify(
        &self,
        (tenant_id, storefront_id): (TenantId, StorefrontId),
        user_id: UserId,
        (id, letter): (Uuid, Letter),
    ) -> Result<(), NotificationError> {
        let caller = Caller::system_at(tenant_id, storefront_id);
        match self.identity.addressee(&caller, user_id).await? {
            Some(user) => {
                let to = (&user.email, user.profile.first_name.as_str());
                self.send(&caller, id, to, &letter).await
            }
            None => Ok(()),
        }
    }

    async fn send(
        &self,
        caller: &Caller,
        id: Uuid,
        (to, first_name): (&Email, &str),
        letter: &Letter,
    ) -> Result<(), NotificationError> {
        let storefront = self.tenancy.visited(caller).await?;
        let host = self.tenancy.primary_host(caller).await?;
        let mail = letter.write(&Envelope {
            id,
            to,
            first_name,
            storefront: &storefront,
            host: &host,
            links: &self.links,
        })?;
        Ok(self.mailer.send(&mail).await?)
    }
}
