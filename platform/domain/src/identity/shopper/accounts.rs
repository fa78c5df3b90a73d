//! Accounts: asked for, made, recovered, looked at.

use db::DbError;
use kernel::contact::Email;
use kernel::ids::{SessionId, StorefrontId, UserId};
use kernel::ports::Ids;
use kernel::{Actor, Caller, Event, Permission};
use time::Duration;

use super::model::{NewPassword, ProfileChange, ResetPassword, SignUp, User};
use super::store::accounts as store;
use crate::identity::{Identity, IdentityError};

/// How long a request for an account waits to be confirmed.
const SIGNUP_LIFETIME: Duration = Duration::hours(24);
/// How long a mail about a forgotten password is good.
const RESET_LIFETIME: Duration = Duration::minutes(30);

/// No request is on its way for longer.
const ONCE_MORE: Duration = Duration::minutes(1);

/// What a mail to an address should say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mailing {
    /// Confirm that you want an account: here is the token.
    Confirm {
        /// Good once, for a day, and only until the next mail of this kind.
        token: String,
        /// What the person is called.
        first_name: String,
    },
    /// Somebody wants an account with your address, which has one.
    HasAccount {
        /// What the person is called.
        first_name: String,
    },
    /// Choose a new password: here is the token.
    Reset {
        /// Good once, for half an hour, and only until the next mail of this kind.
        token: String,
        /// What the person is called.
        first_name: String,
    },
}

impl Identity {
    /// Takes a request for an account, and has its address asked about it.
    pub async fn sign_up(&self, caller: &Caller, request: SignUp) -> Result<(), IdentityError> {
        let storefront_id = visited(caller)?;
        let SignUp {
            email,
            profile,
            password,
        } = request;
        let known = [
            email.as_str(),
            profile.first_name.as_str(),
            profile.last_name.as_str(),
        ];
        if password.is_easily_guessed(&known) {
            return Err(IdentityError::WeakPassword);
        }
        // Also for an address that has an account: it takes as long.
        let hash = self.passwords.hash(password).await?;
        let now = self.clock.now();
        let mut tx = self.db.begin(caller).await?;
        store::put_signup(&mut tx, &email, &profile, &hash, now, now + SIGNUP_LIFETIME).await?;
        tx.publish(&Event::SignupRequested {
            email,
            storefront_id,
        })
        .await?;
        Ok(tx.commit().await?)
    }

    /// Has an address asked again whether it wants the account that was requested for it.
    pub async fn resend_verification(
        &self,
        caller: &Caller,
        email: Email,
    ) -> Result<(), IdentityError> {
        let storefront_id = visited(caller)?;
        let event = Event::SignupRequested {
            email,
            storefront_id,
        };
        self.ask_for_letter(caller, event).await
    }

    /// Makes the account that the mail with this token asked about.
    pub async fn verify_email(&self, caller: &Caller, token: &str) -> Result<(), IdentityError> {
        caller.require(Permission::StorefrontRead)?;
        let now = self.clock.now();
        let mut tx = self.db.begin(caller).await?;
        let signup = store::take_signup(&mut tx, &Ids::token_hash(token), now)
            .await?
            .ok_or(IdentityError::BadOneTimeToken)?;
        let id = UserId::from_uuid(Ids.uuid());
        // Two links of the same person, answered at once: the second finds the account there.
        if !store::put_user(&mut tx, id, &signup, now).await? {
            return Err(IdentityError::BadOneTimeToken);
        }
        let email = Email::parse(&signup.email).map_err(|why| DbError::unreadable(why.rule))?;
        let opened = Event::AccountOpened { user_id: id, email };
        tx.publish(&opened).await?;
        tx.publish_at(&opened, now + ONCE_MORE).await?;
        Ok(tx.commit().await?)
    }

    /// Has mail sent to an address whose password is forgotten, if it has an account.
    pub async fn forget_password(
        &self,
        caller: &Caller,
        email: Email,
    ) -> Result<(), IdentityError> {
        let storefront_id = visited(caller)?;
        let event = Event::PasswordForgotten {
            email,
            storefront_id,
        };
        self.ask_for_letter(caller, event).await
    }

    /// Gives the account that a mail was about another password, and ends all its sessions.
    pub async fn reset_password(
        &self,
        caller: &Caller,
        reset: ResetPassword,
    ) -> Result<(), IdentityError> {
        let storefront_id = visited(caller)?;
        let NewPassword(password) = reset.password;
        if password.is_easily_guessed(&[]) {
            return Err(IdentityError::WeakPassword);
        }
        let token_hash = Ids::token_hash(&reset.token);
        // A token that nobody has costs no hashing, which others would wait for.
        let mut tx = self.db.begin(caller).await?;
        if !store::is_reset(&mut tx, &token_hash, self.clock.now()).await? {
            return Err(IdentityError::BadOneTimeToken);
        }
        drop(tx);
        let hash = self.passwords.hash(password).await?;
        let mut tx = self.db.begin(caller).await?;
        let user_id = store::take_reset(&mut tx, &token_hash, self.clock.now())
            .await?
            .ok_or(IdentityError::BadOneTimeToken)?;
        store::set_password(&mut tx, user_id, &hash).await?;
        super::store::sessions::end_all(&mut tx, user_id).await?;
        tx.publish(&Event::PasswordChanged {
            user_id,
            storefront_id,
        })
        .await?;
        Ok(tx.commit().await?)
    }

    /// The caller's own account.
    pub async fn profile(&self, caller: &Caller) -> Result<User, IdentityError> {
        let (user_id, _) = own(caller)?;
        let mut tx = self.db.begin(caller).await?;
        store::user(&mut tx, user_id)
            .await?
            .ok_or(IdentityError::BadToken)
    }

    /// Changes what the caller is called.
    pub async fn change_profile(
        &self,
        caller: &Caller,
        change: ProfileChange,
    ) -> Result<User, IdentityError> {
        let (user_id, _) = own(caller)?;
        let mut tx = self.db.begin(caller).await?;
        let user = store::change_user(&mut tx, user_id, &change)
            .await?
            .ok_or(IdentityError::BadToken)?;
        tx.commit().await?;
        Ok(user)
    }

    /// What to write to an address that asked for an account; nothing when it did not, after all. A
    /// token in it takes the place of every earlier one.
    pub async fn signup_mailing(
        &self,
        caller: &Caller,
        email: &Email,
    ) -> Result<Option<Mailing>, IdentityError> {
        let mut tx = self.db.begin(caller).await?;
        if let Some((_, first_name)) = store::user_of(&mut tx, email).await? {
            store::drop_signup(&mut tx, email).await?;
            tx.commit().await?;
            return Ok(Some(Mailing::HasAccount { first_name }));
        }
        let token = Ids.token();
        let hash = Ids::token_hash(&token);
        let name = store::note_signup_token(&mut tx, email, &hash, self.clock.now()).await?;
        tx.commit().await?;
        Ok(name.map(|first_name| Mailing::Confirm { token, first_name }))
    }

    /// What to write to an address whose password is forgotten; nothing when it has no account. The
    /// token in it takes the place of every earlier one.
    pub async fn reset_mailing(
        &self,
        caller: &Caller,
        email: &Email,
    ) -> Result<Option<Mailing>, IdentityError> {
        let mut tx = self.db.begin(caller).await?;
        let Some((user_id, first_name)) = store::user_of(&mut tx, email).await? else {
            return Ok(None);
        };
        let (token, now) = (Ids.token(), self.clock.now());
        let hash = Ids::token_hash(&token);
        store::put_reset(&mut tx, user_id, &hash, now, now + RESET_LIFETIME).await?;
        tx.commit().await?;
        Ok(Some(Mailing::Reset { token, first_name }))
    }

    /// Somebody's account, for whoever writes to them.
    pub async fn addressee(
        &self,
        caller: &Caller,
        user_id: UserId,
    ) -> Result<Option<User>, IdentityError> {
        let mut tx = self.db.begin(caller).await?;
        Ok(store::user(&mut tx, user_id).await?)
    }

    async fn ask_for_letter(&self, caller: &Caller, event: Event) -> Result<(), IdentityError> {
        let mut tx = self.db.begin(caller).await?;
        tx.publish(&event).await?;
        Ok(tx.commit().await?)
    }
}

/// The storefront through which a visitor asks.
pub(super) fn visited(caller: &Caller) -> Result<StorefrontId, IdentityError> {
    caller.require(Permission::StorefrontRead)?;
    place(caller)
}

/// The storefront that a caller is in.
pub(super) fn place(caller: &Caller) -> Result<StorefrontId, IdentityError> {
    caller.storefront_id().ok_or(IdentityError::BadToken)
}

/// Who asks about their own account, and on which device.
pub(super) fn own(caller: &Caller) -> Result<(UserId, SessionId), IdentityError> {
    caller.require(Permission::AccountManage)?;
    match caller.actor() {
        Actor::Shopper(user_id, session_id) => Ok((user_id, session_id)),
        Actor::Anonymous | Actor::Staff(_) | Actor::Operator(_) | Actor::System => {
            Err(IdentityError::BadToken)
        }
    }
}
