//! Changing the own password, and leaving.

use kernel::{Caller, Event};

use super::accounts::own;
use super::model::{ChangePassword, NewPassword};
use super::store::{accounts as store, resets, sessions};
use crate::identity::attempts::Target;
use crate::identity::password::Owner;
use crate::identity::{Identity, IdentityError, Password, PasswordHash};

impl Identity {
    /// Gives the caller's account another password, and ends its sessions on every other device and
    /// every link that resets a password.
    pub async fn change_password(
        &self,
        caller: &Caller,
        change: ChangePassword,
    ) -> Result<(), IdentityError> {
        let (user_id, session_id) = own(caller)?;
        let storefront_id = super::accounts::place(caller)?;
        let old = self.confirmed(caller, change.current).await?;
        let user = store::user(&mut self.db.begin(caller).await?, user_id)
            .await?
            .ok_or(IdentityError::BadToken)?;
        let NewPassword(new) = change.new;
        let new = self.passwords.choose(new, Owner::of(&user)).await?;
        let mut tx = self.db.begin(caller).await?;
        if !store::has_password(&mut tx, user_id, &old).await? {
            return Err(IdentityError::WrongPassword);
        }
        store::set_password(&mut tx, user_id, &new).await?;
        sessions::end_others(&mut tx, user_id, session_id).await?;
        resets::end_all(&mut tx, user_id).await?;
        tx.publish(&Event::PasswordChanged {
            user_id,
            storefront_id,
        })
        .await?;
        Ok(tx.commit().await?)
    }

    /// Deletes the caller's account and everything that is only the account's. Orders stay, as the
    /// law wants, and are nobody's then.
    pub async fn delete_account(
        &self,
        caller: &Caller,
        password: Password,
    ) -> Result<(), IdentityError> {
        let (user_id, _) = own(caller)?;
        let storefront_id = super::accounts::place(caller)?;
        let hash = self.confirmed(caller, password).await?;
        let mut tx = self.db.begin(caller).await?;
        if !store::has_password(&mut tx, user_id, &hash).await? {
            return Err(IdentityError::WrongPassword);
        }
        let user = store::user(&mut tx, user_id)
            .await?
            .ok_or(IdentityError::BadToken)?;
        store::delete_user(&mut tx, user_id).await?;
        tx.publish(&Event::AccountDeleted {
            user_id,
            email: user.email,
            first_name: user.profile.first_name,
            storefront_id,
        })
        .await?;
        Ok(tx.commit().await?)
    }

    /// What is kept of the caller's password, if this is it.
    pub(super) async fn confirmed(
        &self,
        caller: &Caller,
        password: Password,
    ) -> Result<PasswordHash, IdentityError> {
        let (user_id, session_id) = own(caller)?;
        let hash = store::password(&mut self.db.begin(caller).await?, user_id)
            .await?
            .ok_or(IdentityError::BadToken)?;
        let target = Target::session(session_id);
        let counted = self.attempts.begin(target, None, self.clock.now())?;
        let checked = self.passwords.verify(password, Some(hash.clone())).await;
        if !matches!(checked, Ok(false)) {
            counted.take_back();
        }
        if checked? {
            Ok(hash)
        } else {
            Err(IdentityError::WrongPassword)
        }
    }
}
