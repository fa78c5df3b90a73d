//! Which letters about the store's business a staff member wants.

use kernel::Caller;

use super::{person, store::letters as store};
use crate::identity::{Identity, StaffError};

kernel::words! {
    /// A letter about the store's business that staff need not have.
    pub enum StaffLetter {
        /// There is a new order.
        NewOrder = "new_order",
        /// Stock runs low.
        LowStock = "low_stock",
        /// A bank disputes a payment.
        Dispute = "dispute",
    }
}

impl Identity {
    /// The letters that the calling staff member does not want from this tenant.
    pub async fn muted_letters(&self, caller: &Caller) -> Result<Vec<StaffLetter>, StaffError> {
        let staff_id = person(caller)?;
        let mut tx = self.db.begin(&caller.as_person()).await?;
        Ok(store::muted(&mut tx, staff_id).await?)
    }

    /// Replaces the letters that the calling staff member does not want.
    pub async fn mute_letters(
        &self,
        caller: &Caller,
        muted: &[StaffLetter],
    ) -> Result<(), StaffError> {
        let staff_id = person(caller)?;
        let mut tx = self.db.begin(&caller.as_person()).await?;
        store::mute(&mut tx, staff_id, muted).await?;
        Ok(tx.commit().await?)
    }
}
