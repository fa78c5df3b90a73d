//! The identities that a shopper's account is linked to.

use kernel::Caller;
use kernel::ids::LinkedIdentityId;
use kernel::ports::Ids;

use super::{LinkedIdentity, SocialError};
use crate::identity::shopper::accounts::own;
use crate::identity::shopper::store::{accounts, identities as store, sign_ins};
use crate::identity::{Identity, IdentityError};

impl Identity {
    /// What the caller's account is linked to, and whether it has a password.
    pub async fn linked_identities(
        &self,
        caller: &Caller,
    ) -> Result<(Vec<LinkedIdentity>, bool), SocialError> {
        let (user_id, _) = own(caller)?;
        let mut tx = self.db.begin(caller).await?;
        let has_password = accounts::has_chosen_password(&mut tx, user_id).await?;
        Ok((store::of_user(&mut tx, user_id).await?, has_password))
    }

    /// Links the identity of a sign-in that was refused because the address has an account: the caller's.
    pub async fn link_identity(
        &self,
        caller: &Caller,
        browser_token: &str,
    ) -> Result<LinkedIdentity, SocialError> {
        let (user_id, _) = own(caller)?;
        let (hash, now) = (Ids::token_hash(browser_token), self.clock.now());
        let mut tx = self.db.begin(caller).await?;
        accounts::lock(&mut tx, user_id).await?;
        let waiting = sign_ins::take_waiting(&mut tx, &hash, user_id, now)
            .await?
            .ok_or(IdentityError::BadOneTimeToken)?;
        let id = store::put(&mut tx, &waiting, now)
            .await?
            .ok_or(SocialError::IdentityInUse)?;
        let mut linked = store::of_user(&mut tx, user_id).await?;
        linked.retain(|identity| identity.id == id);
        let identity = linked.pop().ok_or(SocialError::NotFound)?;
        tx.commit().await?;
        Ok(identity)
    }

    /// Ends a link, unless it is the only way into the caller's account.
    pub async fn unlink_identity(
        &self,
        caller: &Caller,
        id: LinkedIdentityId,
    ) -> Result<(), SocialError> {
        let (user_id, _) = own(caller)?;
        let mut tx = self.db.begin(caller).await?;
        // Two at once: the second sees what the first has left.
        accounts::lock(&mut tx, user_id).await?;
        if !store::delete(&mut tx, user_id, id).await? {
            return Err(SocialError::NotFound);
        }
        let has_password = accounts::has_chosen_password(&mut tx, user_id).await?;
        if !has_password && !store::is_usable(&mut tx, user_id).await? {
            return Err(SocialError::LastSignInMethod);
        }
        Ok(tx.commit().await?)
    }
}
