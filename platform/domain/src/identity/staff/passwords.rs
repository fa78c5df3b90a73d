//! Staff changes its password, or chooses another one when it was forgotten.

use kernel::contact::Email;
use kernel::ids::{StaffId, StorefrontId, TenantId};
use kernel::ports::Ids;
use kernel::{Caller, Client, Event, StaffNotice};
use time::Duration;

use super::sessions::StaffSession;
use super::store::{self, security};
use super::{StaffError, person};
use crate::identity::attempts::Target;
use crate::identity::password::Owner;
use crate::identity::{Identity, IdentityError, Password, SignIn};

/// How long a link that resets a password is good.
const RESET_LIFETIME: Duration = Duration::minutes(30);

impl Identity {
    /// Gives the caller another password. Every session ends, in every tenant; this device gets a new one.
    pub async fn change_staff_password(
        &self,
        caller: &Caller,
        storefront_id: StorefrontId,
        (attempt, new): (SignIn, Password),
    ) -> Result<StaffSession, StaffError> {
        let staff_id = person(caller)?;
        let member = self.own_membership(caller).await?;
        let device = attempt.device.clone();
        self.check_own_password(caller, &member.email, attempt)
            .await?;
        let owner = Owner {
            email: member.email.clone(),
            names: [member.name.clone(), String::new()],
        };
        let hash = self.passwords.choose(new, owner).await?;
        let mut tx = self.db.begin(&caller.as_person()).await?;
        let was_verified = security::verified_at(&mut tx, caller.session()).await?;
        let now = self.clock.now();
        if !security::set_password(&mut tx, staff_id, &hash, now).await? {
            return Err(IdentityError::BadToken.into());
        }
        tx.publish(&Event::StaffNoticeDue {
            staff_id,
            storefront_id,
            notice: StaffNotice::PasswordChanged,
        })
        .await?;
        tx.commit().await?;
        self.open_session(caller, staff_id, &device, (now, was_verified))
            .await
    }

    /// Has an e-mail sent to an address whose password is forgotten, if somebody of the staff has it.
    pub async fn forget_staff_password(
        &self,
        tenant_id: TenantId,
        storefront_id: StorefrontId,
        email: Email,
    ) -> Result<(), StaffError> {
        let caller = Caller::system_at(tenant_id, storefront_id);
        let mut tx = self.db.begin(&caller).await?;
        if security::take_mail_slot(&mut tx, &email, self.clock.now()).await? {
            tx.publish(&Event::StaffPasswordForgotten {
                email,
                storefront_id,
            })
            .await?;
        }
        Ok(tx.commit().await?)
    }

    /// The token of a link for an address whose password is forgotten, and its owner's name; nothing when
    /// nobody of the staff has it.
    pub async fn staff_reset_mailing(
        &self,
        caller: &Caller,
        email: &Email,
    ) -> Result<Option<(String, String)>, StaffError> {
        let mut tx = self.db.begin(caller).await?;
        let Some(account) = store::sign_in(&mut tx, email).await? else {
            return Ok(None);
        };
        let (token, now) = (Ids.token(), self.clock.now());
        let times = (now, now + RESET_LIFETIME);
        security::put_reset_link(&mut tx, account.id, &Ids::token_hash(&token), times).await?;
        tx.commit().await?;
        Ok(Some((token, account.name)))
    }

    /// Whom to write to about a staff member's account: address and name; nothing when they work here no more.
    pub async fn staff_address(
        &self,
        caller: &Caller,
        id: StaffId,
    ) -> Result<Option<(Email, String)>, StaffError> {
        let members = store::members(&mut self.db.begin(caller).await?).await?;
        let member = members.into_iter().find(|member| member.id == id);
        Ok(member.map(|member| (member.email, member.name)))
    }

    /// Gives the account that a link is about another password. Every session ends, in every tenant, and every
    /// other link; a second factor is still asked for.
    pub async fn reset_staff_password(
        &self,
        tenant_id: TenantId,
        storefront_id: StorefrontId,
        (token, new): (&str, Password),
        client: Option<Client>,
    ) -> Result<(), StaffError> {
        let caller = Caller::system_at(tenant_id, storefront_id);
        let token_hash = Ids::token_hash(token);
        // A token that nobody has costs no hashing, which others would wait for.
        let mut tx = self.db.begin(&caller).await?;
        let staff_id = security::reset_link(&mut tx, &token_hash, self.clock.now()).await?;
        let staff_id = staff_id.ok_or(IdentityError::BadOneTimeToken)?;
        drop(tx);
        let (email, name) = self
            .staff_address(&caller, staff_id)
            .await?
            .ok_or(IdentityError::BadOneTimeToken)?;
        let owner = Owner {
            email: email.clone(),
            names: [name, String::new()],
        };
        let hash = self.passwords.choose(new, owner).await?;
        let now = self.clock.now();
        let mut tx = self.db.begin(&caller).await?;
        // Two who bring one token: the second finds the link gone.
        if security::take_reset_link(&mut tx, &token_hash, now).await? != Some(staff_id)
            || !security::set_password(&mut tx, staff_id, &hash, now).await?
        {
            return Err(IdentityError::BadOneTimeToken.into());
        }
        tx.publish(&Event::StaffNoticeDue {
            staff_id,
            storefront_id,
            notice: StaffNotice::PasswordChanged,
        })
        .await?;
        tx.commit().await?;
        let target = Target::staff(tenant_id, &email);
        self.attempts.forget(target, client);
        self.attempts.remember(target, client);
        Ok(())
    }

    /// Refuses whoever does not know the password of the caller's account.
    pub(super) async fn check_own_password(
        &self,
        caller: &Caller,
        email: &Email,
        attempt: SignIn,
    ) -> Result<(), StaffError> {
        let session_id = caller.session().ok_or(IdentityError::BadToken)?;
        let found = store::sign_in(&mut self.db.begin(&caller.as_person()).await?, email).await?;
        let hash = found.map(|account| account.hash);
        let target = Some(Target::session(session_id));
        if self.is_right(target, &attempt, hash).await? {
            Ok(())
        } else {
            Err(IdentityError::WrongPassword.into())
        }
    }
}
