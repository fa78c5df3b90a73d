//! Another e-mail address for an account: asked for, confirmed, and taken back.
//!
//! Whoever reads the new address confirms it, and whoever reads the old one can take it back for 72 hours.
//! Taking it back is for owners whose password somebody else knows: the account then has no password that
//! anybody knows, nobody is signed in to it, and its address is sent a link that sets another.

use kernel::contact::Email;
use kernel::ids::EmailChangeId;
use kernel::ports::Ids;
use kernel::{Caller, Event};
use time::Duration;

use super::accounts::{own, place, visited};
use super::mailing::{Mailing, Purpose};
use super::model::ChangeEmail;
use super::store::email_changes::{self as store, EmailChange, LinkPurpose};
use super::store::{accounts, identities, resets, sessions, signups, slots};
use crate::identity::{Identity, IdentityError, Password};

/// How long a change waits to be confirmed.
const CONFIRM_LIFETIME: Duration = Duration::hours(24);
/// How long a change can be taken back.
const UNDO_LIFETIME: Duration = Duration::hours(72);

impl Identity {
    /// Has another address asked whether it is the one of the caller's account. A newer change ends one that
    /// waits. Nothing happens when the address was sent such an e-mail a moment ago: the one it has is good.
    pub async fn change_email(
        &self,
        caller: &Caller,
        change: ChangeEmail,
    ) -> Result<(), IdentityError> {
        let (user_id, _) = own(caller)?;
        let storefront_id = place(caller)?;
        let hash = self.confirmed(caller, change.password).await?;
        let now = self.clock.now();
        let mut tx = self.db.begin(caller).await?;
        if !accounts::has_password(&mut tx, user_id, &hash).await? {
            return Err(IdentityError::WrongPassword);
        }
        let user = accounts::user(&mut tx, user_id)
            .await?
            .ok_or(IdentityError::BadToken)?;
        if user.email == change.email {
            return Err(IdentityError::SameEmail);
        }
        if slots::take(&mut tx, &change.email, Purpose::EmailChange, now).await? {
            store::drop_pending(&mut tx, user_id).await?;
            let pending = EmailChange {
                id: EmailChangeId::from_uuid(Ids.uuid()),
                user_id,
                old_email: user.email,
                new_email: change.email,
                confirmed_at: None,
            };
            store::put(&mut tx, &pending, (now, now + CONFIRM_LIFETIME)).await?;
            tx.publish(&Event::EmailChangeRequested {
                change_id: pending.id,
                storefront_id,
            })
            .await?;
        }
        Ok(tx.commit().await?)
    }

    /// Gives an account the address that a link was sent to. Links that reset its password end: they were
    /// sent to the old one.
    pub async fn confirm_email_change(
        &self,
        caller: &Caller,
        token: &str,
    ) -> Result<(), IdentityError> {
        let storefront_id = visited(caller)?;
        let (hash, now) = (Ids::token_hash(token), self.clock.now());
        let mut tx = self.db.begin(caller).await?;
        let change = store::of_link(&mut tx, &hash, LinkPurpose::Confirm, now)
            .await?
            .ok_or(IdentityError::BadOneTimeToken)?;
        accounts::lock(&mut tx, change.user_id).await?;
        // Read under the lock: another change may have come first.
        let user = accounts::user(&mut tx, change.user_id)
            .await?
            .ok_or(IdentityError::BadOneTimeToken)?;
        let until = now + UNDO_LIFETIME;
        let is_confirmed = store::confirm(&mut tx, change.id, &user.email, (now, until)).await?;
        if !is_confirmed || !accounts::set_email(&mut tx, user.id, &change.new_email, now).await? {
            return Err(IdentityError::BadOneTimeToken);
        }
        resets::end_all(&mut tx, user.id).await?;
        signups::drop_all(&mut tx, &change.new_email).await?;
        tx.publish(&Event::EmailChanged {
            change_id: change.id,
            storefront_id,
        })
        .await?;
        // Orders of guests with the new address: not before nobody can say that it was a mistake.
        let settled = Event::EmailChangeSettled {
            change_id: change.id,
            user_id: user.id,
        };
        tx.publish_at(&settled, until).await?;
        Ok(tx.commit().await?)
    }

    /// Takes a change back, and every later one of the account.
    pub async fn undo_email_change(
        &self,
        caller: &Caller,
        token: &str,
    ) -> Result<(), IdentityError> {
        let storefront_id = visited(caller)?;
        let hash = Ids::token_hash(token);
        // A token that nobody has costs no hashing, which others would wait for.
        let mut tx = self.db.begin(caller).await?;
        store::of_link(&mut tx, &hash, LinkPurpose::Undo, self.clock.now())
            .await?
            .ok_or(IdentityError::BadOneTimeToken)?;
        drop(tx);
        let nobodys = self.passwords.hash(Password::typed(&Ids.token())).await?;
        let now = self.clock.now();
        let mut tx = self.db.begin(caller).await?;
        let change = store::of_link(&mut tx, &hash, LinkPurpose::Undo, now)
            .await?
            .ok_or(IdentityError::BadOneTimeToken)?;
        let user_id = change.user_id;
        accounts::lock(&mut tx, user_id).await?;
        // Two who follow it at once: the second finds the change gone.
        let change = store::find(&mut tx, change.id, now)
            .await?
            .ok_or(IdentityError::BadOneTimeToken)?;
        let since = change.confirmed_at.ok_or(IdentityError::BadOneTimeToken)?;
        if !accounts::set_email(&mut tx, user_id, &change.old_email, now).await? {
            return Err(IdentityError::BadOneTimeToken);
        }
        store::drop_since(&mut tx, user_id, since).await?;
        store::drop_pending(&mut tx, user_id).await?;
        accounts::take_password(&mut tx, user_id, &nobodys).await?;
        identities::delete_others(&mut tx, user_id, &change.old_email).await?;
        resets::end_all(&mut tx, user_id).await?;
        sessions::end_all(&mut tx, user_id).await?;
        tx.publish(&Event::PasswordForgotten {
            email: change.old_email,
            storefront_id,
        })
        .await?;
        Ok(tx.commit().await?)
    }

    /// What to write to the new address of a change, and to the old one once it is confirmed; nothing when
    /// there is no such change any more.
    pub async fn email_change_mailing(
        &self,
        caller: &Caller,
        id: EmailChangeId,
    ) -> Result<Option<(Email, Mailing)>, IdentityError> {
        let now = self.clock.now();
        let mut tx = self.db.begin(caller).await?;
        let Some(change) = store::find(&mut tx, id, now).await? else {
            return Ok(None);
        };
        if change.confirmed_at.is_none() {
            let taken = accounts::user_of(&mut tx, &change.new_email).await?;
            if let Some((_, first_name)) = taken {
                let mailing = Mailing::Taken {
                    user_id: change.user_id,
                    first_name,
                };
                return Ok(Some((change.new_email, mailing)));
            }
        }
        accounts::lock(&mut tx, change.user_id).await?;
        let Some(user) = accounts::user(&mut tx, change.user_id).await? else {
            return Ok(None);
        };
        // Read under the lock: no link is made beside a change that would not see it.
        let Some(change) = store::find(&mut tx, id, now).await? else {
            return Ok(None);
        };
        let token = Ids.token();
        let hash = Ids::token_hash(&token);
        let user_id = change.user_id;
        let (to, purpose, mailing) = if change.confirmed_at.is_none() {
            let mailing = Mailing::ConfirmChange { user_id, token };
            (change.new_email, LinkPurpose::Confirm, mailing)
        } else {
            let first_name = user.profile.first_name;
            let mailing = Mailing::Changed {
                user_id,
                token,
                first_name,
            };
            (change.old_email, LinkPurpose::Undo, mailing)
        };
        store::put_link(&mut tx, change.id, purpose, (&hash, now)).await?;
        tx.commit().await?;
        Ok(Some((to, mailing)))
    }
}
