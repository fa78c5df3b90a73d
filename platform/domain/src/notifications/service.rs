//! Writes to people about what has happened.

use std::sync::Arc;

use db::{Db, Message};
use kernel::contact::Email;
use kernel::ids::{EmailChangeId, OrderId, StorefrontId, TenantId, UserId};
use kernel::ports::{Clock, Ids, Mailer, Texter};
use kernel::{Caller, Event, OrderNews};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use super::address::AddressLetter;
use super::letter::Letter;
use super::text::Told;
use super::{NotificationError, StorefrontLinks};
use crate::identity::{Identity, Mailing};
use crate::inventory::Inventory;
use crate::orders::Orders;
use crate::reviews::Reviews;
use crate::senders::Senders;
use crate::tenancy::Tenancy;

/// Writes to people.
#[derive(Clone)]
pub struct Notifications {
    pub(super) identity: Identity,
    pub(super) tenancy: Tenancy,
    pub(super) orders: Orders,
    reviews: Reviews,
    pub(super) inventory: Inventory,
    pub(super) senders: Senders,
    pub(super) db: Db,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) mailer: Arc<dyn Mailer>,
    pub(super) texter: Option<Arc<dyn Texter>>,
    pub(super) links: StorefrontLinks,
}

impl Notifications {
    /// Letters that come from `senders` and leave by `mailer`, text messages by `texter` if there is one, and links that lead to
    /// where `links` says storefronts are.
    pub fn new(
        identity: Identity,
        (tenancy, orders, reviews): (Tenancy, Orders, Reviews),
        (db, clock): (Db, Arc<dyn Clock>),
        (mailer, senders, texter): (Arc<dyn Mailer>, Senders, Option<Arc<dyn Texter>>),
        links: StorefrontLinks,
    ) -> Self {
        Self {
            identity,
            tenancy,
            orders,
            reviews,
            inventory: Inventory::new(db.clone(), Arc::clone(&clock)),
            senders,
            db,
            clock,
            mailer,
            texter,
            links,
        }
    }

    /// Reacts to a message; one that nobody is written to about is ignored. When it comes again, a
    /// letter with a token is written again with another one; both are good.
    pub async fn handle(&self, message: &Message) -> Result<(), NotificationError> {
        let tenant_id = message.tenant_id;
        if let Some((storefront_id, user_id, letter)) = notice(&message.event) {
            let notice = (message.id.uuid(), letter);
            return self
                .notify((tenant_id, storefront_id), user_id, notice)
                .await;
        }
        match &message.event {
            Event::SignupRequested {
                email,
                storefront_id,
                signup_id,
            } => {
                let caller = Caller::system_at(tenant_id, *storefront_id);
                let mailing = self
                    .identity
                    .signup_mailing(&caller, email, *signup_id)
                    .await?;
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
            Event::LoginCodeRequested {
                email,
                storefront_id,
            } => {
                let caller = Caller::system_at(tenant_id, *storefront_id);
                let mailing = self.identity.login_code_mailing(&caller, email).await?;
                self.mail(&caller, email, mailing).await
            }
            Event::AccountDeleted {
                email,
                first_name,
                storefront_id,
                user_id,
            } => {
                let caller = Caller::system_at(tenant_id, *storefront_id);
                let to = (email, Some(first_name.as_str()));
                self.send(&caller, message.id.uuid(), to, &Letter::AccountDeleted)
                    .await?;
                self.forget(&caller, email).await?;
                self.forget_emails(&caller, (email, Some(*user_id))).await
            }
            Event::EmailChangeRequested {
                change_id,
                storefront_id,
            }
            | Event::EmailChanged {
                change_id,
                storefront_id,
            } => {
                let caller = Caller::system_at(tenant_id, *storefront_id);
                self.tell_of_address(&caller, *change_id).await
            }
            Event::DisputeLetterDue { .. } => self.tell_of_dispute(tenant_id, &message.event).await,
            _ => self.tell_of_work(message).await,
        }
    }

    /// Letters about orders, and to the staff.
    async fn tell_of_work(&self, message: &Message) -> Result<(), NotificationError> {
        let at =
            |storefront_id: &StorefrontId| Caller::system_at(message.tenant_id, *storefront_id);
        let message_id = message.id.uuid();
        match &message.event {
            Event::StaffInvited {
                invitation_id,
                storefront_id,
            } => self.invite(&at(storefront_id), *invitation_id).await,
            Event::StaffPasswordForgotten {
                email,
                storefront_id,
            } => self.reset_staff(&at(storefront_id), email).await,
            Event::StaffNoticeDue {
                staff_id,
                storefront_id,
                notice,
            } => {
                let caller = at(storefront_id);
                let Some((email, name)) = self.identity.staff_address(&caller, *staff_id).await?
                else {
                    return Ok(());
                };
                let to = (&email, Some(name.as_str()));
                self.send(&caller, message_id, to, &Letter::StaffNotice(*notice))
                    .await
            }
            Event::OperatorAccessOpened { access_id } => {
                self.tell_of_operator(message.tenant_id, *access_id).await
            }
            Event::OrderLetterDue {
                order_id,
                storefront_id,
                news,
            } => {
                let news = (message_id, *news);
                self.tell_of_order(&at(storefront_id), *order_id, news)
                    .await
            }
            Event::OrderTextDue {
                order_id,
                storefront_id,
                news,
            } => {
                let told = Told {
                    order_id: *order_id,
                    storefront_id: *storefront_id,
                    news: *news,
                };
                Box::pin(self.text_of_order(&at(storefront_id), told)).await
            }
            Event::ReviewInvitationDue {
                order_id,
                storefront_id,
            } => {
                let order = (*order_id, message_id);
                self.ask_for_reviews(&at(storefront_id), order).await
            }
            _ => self.tell_of_trade(message).await,
        }
    }

    /// Letters to the staff about orders and stock.
    async fn tell_of_trade(&self, message: &Message) -> Result<(), NotificationError> {
        let (tenant_id, message_id) = (message.tenant_id, message.id.uuid());
        match &message.event {
            Event::AuthorizationLetterDue {
                order_id,
                storefront_id,
            } => {
                let caller = Caller::system_at(tenant_id, *storefront_id);
                let order = (*order_id, message_id);
                self.tell_of_authorization(&caller, order).await
            }
            Event::NewOrderLetterDue {
                order_id,
                storefront_id,
            } => {
                let caller = Caller::system_at(tenant_id, *storefront_id);
                self.tell_staff_of_order(&caller, *order_id, message_id)
                    .await
            }
            Event::StockLetterDue {} => self.tell_of_stock(tenant_id, message_id).await,
            _ => self.tell_guests(message).await,
        }
    }

    /// Writes to the new address of an account, or to the one that it had.
    async fn tell_of_address(
        &self,
        caller: &Caller,
        id: EmailChangeId,
    ) -> Result<(), NotificationError> {
        match self.identity.email_change_mailing(caller, id).await? {
            Some((to, mailing)) => self.mail(caller, &to, Some(mailing)).await,
            None => Ok(()),
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
            Some(Mailing::Confirm { token }) => (None, Letter::ConfirmEmail { token }),
            Some(Mailing::HasAccount { token, first_name }) => {
                (Some(first_name), Letter::HasAccount { token })
            }
            Some(Mailing::LoginCode { code, first_name }) => {
                (Some(first_name), Letter::LoginCode { code })
            }
            Some(Mailing::Invitation { token, first_name }) => {
                (Some(first_name), Letter::CustomerInvited { token })
            }
            Some(Mailing::Reset { token, first_name }) => {
                (Some(first_name), Letter::ResetPassword { token })
            }
            Some(Mailing::ConfirmChange { user_id, token }) => (
                None,
                Letter::Address(AddressLetter::Confirm { token }, user_id),
            ),
            Some(Mailing::Taken {
                user_id,
                first_name,
            }) => (
                Some(first_name),
                Letter::Address(AddressLetter::Taken, user_id),
            ),
            Some(Mailing::Changed {
                user_id,
                token,
                first_name,
            }) => {
                self.claim_emails(caller, (to, user_id)).await?;
                let letter = AddressLetter::Changed { token };
                (Some(first_name), Letter::Address(letter, user_id))
            }
        };
        // Another token is another letter: a mailbox must not take it for the one it has.
        self.send(caller, Ids.uuid(), (to, first_name.as_deref()), &letter)
            .await
    }

    /// Writes to the shopper about an order. The letter has the id of its message: when it comes again, with
    /// another token, a mailbox takes it for the one it has, whose token is good as well.
    async fn tell_of_order(
        &self,
        caller: &Caller,
        order_id: OrderId,
        (id, news): (Uuid, OrderNews),
    ) -> Result<(), NotificationError> {
        let Some(mailing) = self.orders.mailing(caller, order_id, news).await? else {
            return Ok(());
        };
        let letter = Letter::Order {
            letter: mailing.letter,
            news,
            token: mailing.token,
        };
        self.send(caller, id, (&mailing.email, None), &letter).await
    }

    /// Asks the shopper of an order for reviews. The letter has the id of its message, as those about orders.
    async fn ask_for_reviews(
        &self,
        caller: &Caller,
        (order_id, id): (OrderId, Uuid),
    ) -> Result<(), NotificationError> {
        let Some(invitation) = self.reviews.invitation(caller, order_id).await? else {
            return Ok(());
        };
        let email = invitation.email.clone();
        let letter = Letter::ReviewInvited(invitation);
        self.send(caller, id, (&email, None), &letter).await
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
                let to = (&user.email, Some(user.profile.first_name.as_str()));
                self.send(&caller, id, to, &letter).await
            }
            None => Ok(()),
        }
    }
}

/// The id of the letter to one of several people that a message tells of. It begins with the moment of the
/// message, as every id does.
pub(super) fn one_of_several(message_id: Uuid, to: &Email) -> Uuid {
    let letter = id_of(&format!("{message_id}/{}", to.as_str())).as_u128();
    let moment = message_id.as_u128() >> 80 << 80;
    let version = 0x7_u128 << 76;
    let rest = (1_u128 << 76) - 1;
    Uuid::from_u128(moment | version | (letter & rest))
}

/// What a shopper is told about their account, if that is what an event is about.
fn notice(event: &Event) -> Option<(StorefrontId, UserId, Letter)> {
    match event {
        Event::PasswordChanged {
            user_id,
            storefront_id,
        } => Some((*storefront_id, *user_id, Letter::PasswordChanged)),
        Event::SessionRevoked {
            user_id,
            storefront_id,
        } => Some((*storefront_id, *user_id, Letter::SessionRevoked)),
        Event::NewDeviceSignedIn {
            user_id,
            storefront_id,
            device,
        } => {
            let device = device.clone();
            Some((*storefront_id, *user_id, Letter::NewDevice { device }))
        }
        _ => None,
    }
}

/// The id of the one letter on an occasion.
pub(super) fn id_of(occasion: &str) -> Uuid {
    let mut bytes = [0_u8; 16];
    for (to, from) in bytes.iter_mut().zip(Sha256::digest(occasion)) {
        *to = from;
    }
    Builder::from_custom_bytes(bytes).into_uuid()
}
