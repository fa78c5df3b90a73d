//! What the tenant wants of payments.

use kernel::{Caller, Permission};

use super::{Checkout, CheckoutError, store};
use crate::orders::CaptureRule;

impl Checkout {
    /// When the money of orders that are placed now is captured.
    pub async fn capture_rule(&self, caller: &Caller) -> Result<CaptureRule, CheckoutError> {
        caller.require(Permission::OrdersRead)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::capture_rule(&mut tx).await?)
    }

    /// Orders that are placed from now on follow this rule.
    pub async fn set_capture_rule(
        &self,
        caller: &Caller,
        rule: CaptureRule,
    ) -> Result<(), CheckoutError> {
        caller.require(Permission::StorefrontWrite)?;
        let mut tx = self.db.begin(caller).await?;
        store::set_capture_rule(&mut tx, rule).await?;
        Ok(tx.commit().await?)
    }
}
