//! A forgotten password, and the link that replaces it.

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::UserId;
use kernel::ports::Ids;
use kernel::{Caller, Client, Event};
use time::Duration;

use super::accounts::visited;
use super::mailing::{Mailing, Purpose};
use super::model::{NewPassword, ResetPassword};
use super::store::{accounts, identities, resets as store, sessions, slots};
use crate::identity::attempts::Target;
use crate::identity::password::Owner;
use crate::identity::{Identity, IdentityError};

/// How long a link that resets a password is good.
const RESET_LIFETIME: Duration = Duration::minutes(30);
/// How long the link of a customer whom staff added is good: nobody waits for that letter.
const INVITATION_LIFETIME: Duration = Duration::days(7);

impl Identity {
    /// Has an e-mail sent to an address whose password is forgotten, if it has an account.
    pub async fn forget_password(
        &self,
        caller: &Caller,
        email: Email,
    ) -> Result<(), IdentityError> {
        let storefront_id = visited(caller)?;
        let mut tx = self.db.begin(caller).await?;
        if slots::take(&mut tx, &email, Purpose::Reset, self.clock.now()).await? {
            tx.publish(&Event::PasswordForgotten {
                email,
                storefront_id,
            })
            .await?;
        }
        Ok(tx.commit().await?)
    }

    /// Gives the account that a link is about another password, and ends all its sessions and every
    /// other link. Wrong passwords that were tried for it are forgotten.
    pub async fn reset_password(
        &self,
        caller: &Caller,
        reset: ResetPassword,
        client: Option<Client>,
    ) -> Result<(), IdentityError> {
        let storefront_id = visited(caller)?;
        let token_hash = Ids::token_hash(&reset.token);
        // A token that nobody has costs no hashing, which others would wait for.
        let mut tx = self.db.begin(caller).await?;
        let user_id = store::user_id(&mut tx, &token_hash, self.clock.now())
            .await?
            .ok_or(IdentityError::BadOneTimeToken)?;
        let user = accounts::user(&mut tx, user_id)
            .await?
            .ok_or(IdentityError::BadOneTimeToken)?;
        drop(tx);
        let NewPassword(password) = reset.password;
        let hash = self.passwords.choose(password, Owner::of(&user)).await?;
        let mut tx = self.db.begin(caller).await?;
        // The account first: whoever changes the password at the same time comes before or after.
        accounts::lock(&mut tx, user_id).await?;
        if !store::take(&mut tx, &token_hash, self.clock.now()).await? {
            return Err(IdentityError::BadOneTimeToken);
        }
        accounts::set_password(&mut tx, user_id, &hash).await?;
        accounts::verify(&mut tx, user_id, self.clock.now()).await?;
        identities::delete_others(&mut tx, user_id, &user.email).await?;
        store::end_all(&mut tx, user_id).await?;
        sessions::end_all(&mut tx, user_id).await?;
        tx.publish(&Event::PasswordChanged {
            user_id,
            storefront_id,
        })
        .await?;
        tx.commit().await?;
        let target = Target::shopper(caller.tenant_id(), &user.email);
        self.attempts.forget(target, client);
        self.attempts.remember(target, client);
        Ok(())
    }

    /// What to write to an address whose password is forgotten; nothing when it has no account.
    pub async fn reset_mailing(
        &self,
        caller: &Caller,
        email: &Email,
    ) -> Result<Option<Mailing>, IdentityError> {
        let mut tx = self.db.begin(caller).await?;
        let Some((user_id, first_name)) = accounts::user_of(&mut tx, email).await? else {
            return Ok(None);
        };
        let mailing = if accounts::is_invited(&mut tx, user_id).await? {
            let token = self
                .password_link(&mut tx, user_id, INVITATION_LIFETIME)
                .await?;
            Mailing::Invitation { token, first_name }
        } else {
            let token = self.reset_link(&mut tx, user_id).await?;
            Mailing::Reset { token, first_name }
        };
        tx.commit().await?;
        Ok(Some(mailing))
    }

    /// The token of a new link that resets a password.
    pub(super) async fn reset_link(
        &self,
        tx: &mut TenantTx,
        user_id: UserId,
    ) -> Result<String, DbError> {
        self.password_link(tx, user_id, RESET_LIFETIME).await
    }

    /// The account is locked first, so that no link is made beside a change of the password, which would not see it.
    async fn password_link(
        &self,
        tx: &mut TenantTx,
        user_id: UserId,
        lifetime: Duration,
    ) -> Result<String, DbError> {
        accounts::lock(tx, user_id).await?;
        let (token, now) = (Ids.token(), self.clock.now());
        let hash = Ids::token_hash(&token);
        store::put(tx, user_id, &hash, (now, now + lifetime)).await?;
        Ok(token)
    }
}
