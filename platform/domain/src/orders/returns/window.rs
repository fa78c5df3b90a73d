//! How long shoppers of a storefront can ask for returns.

use db::{DbError, TenantTx};
use kernel::ids::StorefrontId;
use kernel::{Caller, Permission};
use time::OffsetDateTime;

use super::{ReturnError, ReturnableLine, plan, store};
use crate::orders::{Fulfillment, OrderLine, Orders};

/// How many days shoppers can ask when the store has not said.
const DEFAULT_WINDOW: i32 = 14;

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

/// What the shopper of an order of this storefront can return now.
pub(in crate::orders) async fn returnable_lines(
    tx: &mut TenantTx,
    storefront: StorefrontId,
    (lines, parcels): (&[OrderLine], &[Fulfillment]),
    now: OffsetDateTime,
) -> Result<Vec<ReturnableLine>, DbError> {
    let days = store::window(tx, storefront).await?;
    let days = days.unwrap_or(DEFAULT_WINDOW);
    Ok(plan::delivered(lines, parcels, (days, now)))
}
