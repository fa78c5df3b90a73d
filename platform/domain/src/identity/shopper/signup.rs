//! Signing up, and confirming the address.

use kernel::contact::Email;
use kernel::ids::{SignupId, UserId};
use kernel::ports::Ids;
use kernel::{Caller, Event};
use time::Duration;

use super::accounts::visited;
use super::consents::{ConsentSource, Said, record_given};
use super::mailing::{Mailing, Purpose};
use super::model::{ConfirmEmail, SignUp};
use super::newsletter;
use super::store::signups::{self as store, Link, Pending};
use super::store::{accounts, slots};
use crate::identity::password::Owner;
use crate::identity::{Identity, IdentityError, Password};

/// How long a sign-up waits to be confirmed.
const SIGNUP_LIFETIME: Duration = Duration::hours(24);
/// Of one address, so many sign-ups are kept that no e-mail of their own was sent for.
const MOST_UNMAILED: i64 = 5;
/// So many pending sign-ups of an address are compared with a password that comes with a link.
const MOST_COMPARED: usize = 10;

/// No request is on its way for longer.
const ONCE_MORE: Duration = Duration::minutes(1);

impl Identity {
    /// Takes a request for an account, and has its address asked about it: by an e-mail of its own,
    /// unless one was sent to the address a moment ago.
    pub async fn sign_up(&self, caller: &Caller, request: SignUp) -> Result<(), IdentityError> {
        let storefront_id = visited(caller)?;
        let SignUp {
            email,
            profile,
            password,
            consents,
        } = request;
        let owner = Owner {
            email: email.clone(),
            names: [profile.first_name.clone(), profile.last_name.clone()],
        };
        // Also for an address that has an account: it takes as long.
        let hash = self.passwords.choose(password, owner).await?;
        let now = self.clock.now();
        let mut tx = self.db.begin(caller).await?;
        let is_mailed = slots::take(&mut tx, &email, Purpose::SignUp, now).await?;
        let pending = Pending {
            id: SignupId::from_uuid(Ids.uuid()),
            email,
            profile,
            hash,
            consents,
            created_at: now,
        };
        store::put(&mut tx, &pending, is_mailed, now + SIGNUP_LIFETIME).await?;
        store::drop_surplus(&mut tx, &pending.email, MOST_UNMAILED).await?;
        if is_mailed {
            tx.publish(&Event::SignupRequested {
                email: pending.email,
                storefront_id,
                signup_id: Some(pending.id),
            })
            .await?;
        }
        Ok(tx.commit().await?)
    }

    /// Has an address asked again whether it wants the account that was requested for it.
    pub async fn resend_verification(
        &self,
        caller: &Caller,
        email: Email,
    ) -> Result<(), IdentityError> {
        let storefront_id = visited(caller)?;
        let mut tx = self.db.begin(caller).await?;
        if slots::take(&mut tx, &email, Purpose::SignUp, self.clock.now()).await? {
            tx.publish(&Event::SignupRequested {
                email,
                storefront_id,
                signup_id: None,
            })
            .await?;
        }
        Ok(tx.commit().await?)
    }

    /// Makes the account that the link with this token is about. The link confirms the sign-up that
    /// it was sent for, and no other; with a password, the one of its address whose password it is.
    pub async fn verify_email(
        &self,
        caller: &Caller,
        confirm: ConfirmEmail,
    ) -> Result<(), IdentityError> {
        let storefront_id = visited(caller)?;
        let now = self.clock.now();
        let token_hash = Ids::token_hash(&confirm.token);
        let mut tx = self.db.begin(caller).await?;
        let link = store::link(&mut tx, &token_hash, now)
            .await?
            .ok_or(IdentityError::BadOneTimeToken)?;
        let pending = store::of_email(&mut tx, &link.email, now).await?;
        drop(tx);
        let chosen = match confirm.password {
            Some(password) => self.proven(&link, &pending, password).await?,
            None => confirmed(&link, &pending)?,
        };
        let mut tx = self.db.begin(caller).await?;
        // Two links of one address, followed at once: the second finds its sign-up gone.
        let signup = store::take(&mut tx, &link.email, chosen, now)
            .await?
            .ok_or(IdentityError::BadOneTimeToken)?;
        let id = UserId::from_uuid(Ids.uuid());
        if !accounts::put_user(&mut tx, id, &signup, now).await? {
            return Err(IdentityError::BadOneTimeToken);
        }
        let said = Said {
            user_id: id,
            source: ConsentSource::SignUp,
            storefront_id,
            at: signup.created_at,
        };
        newsletter::adopt(&mut tx, id, &signup.email).await?;
        record_given(&mut tx, &said, signup.consents).await?;
        let opened = Event::AccountOpened {
            user_id: id,
            email: signup.email,
        };
        tx.publish(&opened).await?;
        tx.publish_at(&opened, now + ONCE_MORE).await?;
        Ok(tx.commit().await?)
    }

    /// The pending sign-up that was made with this password: the link's own first.
    async fn proven(
        &self,
        link: &Link,
        pending: &[Pending],
        password: Password,
    ) -> Result<SignupId, IdentityError> {
        let is_own = |one: &&Pending| link.signup_id == Some(one.id);
        let own = pending.iter().filter(is_own);
        let others = pending.iter().filter(|one| !is_own(one));
        for one in own.chain(others).take(MOST_COMPARED) {
            let hash = Some(one.hash.clone());
            if self.passwords.verify(password.clone(), hash).await? {
                return Ok(one.id);
            }
        }
        Err(IdentityError::WrongPassword)
    }

    /// What to write to an address that signed up; nothing when it did not, after all.
    pub async fn signup_mailing(
        &self,
        caller: &Caller,
        email: &Email,
        signup_id: Option<SignupId>,
    ) -> Result<Option<Mailing>, IdentityError> {
        let now = self.clock.now();
        let mut tx = self.db.begin(caller).await?;
        if let Some((user_id, first_name)) = accounts::user_of(&mut tx, email).await? {
            store::drop_all(&mut tx, email).await?;
            let token = self.reset_link(&mut tx, user_id).await?;
            tx.commit().await?;
            return Ok(Some(Mailing::HasAccount { token, first_name }));
        }
        let pending = store::of_email(&mut tx, email, now).await?;
        let signup_id = match (signup_id, pending.as_slice()) {
            (_, []) => return Ok(None),
            (Some(id), pending) if pending.iter().any(|one| one.id == id) => Some(id),
            (Some(_), _) => return Ok(None),
            (None, [only]) => Some(only.id),
            // Which of them is meant, only a password can tell.
            (None, _) => None,
        };
        let token = Ids.token();
        let link = Link {
            email: email.clone(),
            signup_id,
        };
        let hash = Ids::token_hash(&token);
        store::put_link(&mut tx, &link, &hash, (now, now + SIGNUP_LIFETIME)).await?;
        tx.commit().await?;
        Ok(Some(Mailing::Confirm { token }))
    }
}

/// The sign-up that a link confirms by itself.
fn confirmed(link: &Link, pending: &[Pending]) -> Result<SignupId, IdentityError> {
    match (link.signup_id, pending) {
        (Some(id), _) => Ok(id),
        (None, []) => Err(IdentityError::BadOneTimeToken),
        (None, [only]) => Ok(only.id),
        (None, _) => Err(IdentityError::PasswordRequired),
    }
}
