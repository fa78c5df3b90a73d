//! Accounts: looked at and changed.

use kernel::ids::{SessionId, StorefrontId, UserId};
use kernel::{Actor, Caller, Permission};

use super::model::{ProfileChange, User};
use super::store::accounts as store;
use crate::identity::{Identity, IdentityError};

impl Identity {
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

    /// Somebody's account, for whoever writes to them.
    pub async fn addressee(
        &self,
        caller: &Caller,
        user_id: UserId,
    ) -> Result<Option<User>, IdentityError> {
        let mut tx = self.db.begin(caller).await?;
        Ok(store::user(&mut tx, user_id).await?)
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
        Actor::Anonymous
        | Actor::Staff(_)
        | Actor::ApiKey(_)
        | Actor::Operator(_)
        | Actor::System => Err(IdentityError::BadToken),
    }
}
