//! How long shoppers of a storefront can ask for returns.

use kernel::ids::StorefrontId;
use kernel::{Caller, Permission};

use super::{ReturnError, store};
use crate::orders::Orders;

/// How many days shoppers can ask when the store has not said.
pub(super) const DEFAULT_WINDOW: i32 = 14;

impl Orders {
    /// How many days from delivery shoppers of a storefront can ask for a return.
    pub async fn return_window(
        &self,
        caller: &Caller,
        id: StorefrontId,
    ) -> Result<i32, ReturnError> {
        caller.require(Permission::StorefrontWrite)?;
        let mut tx = self.db.begin(caller).await?;
        if !store::has_storefront(&mut tx, id).await? {
            return Err(ReturnError::StorefrontNotFound);
        }
        let days = store::window(&mut tx, id).await?;
        Ok(days.unwrap_or(DEFAULT_WINDOW))
    }

    /// Sets it.
    pub async fn set_return_window(
        &self,
        caller: &Caller,
        id: StorefrontId,
        days: i32,
    ) -> Result<(), ReturnError> {
        caller.require(Permission::StorefrontWrite)?;
        let mut tx = self.db.begin(caller).await?;
        if !store::set_window(&mut tx, id, days).await? {
            return Err(ReturnError::StorefrontNotFound);
        }
        Ok(tx.commit().await?)
    }
}
