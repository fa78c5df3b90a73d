//! Billing as the rest of Stoa sees it. The services that call have asked for the permission.

use async_trait::async_trait;
use kernel::Caller;
use kernel::ids::OrderId;
use kernel::ports::{
    CancelOutcome, OpenPayment, OpenedPayment, Payments, PaymentsError, RefundPayment, RefundState,
};

use crate::Billing;

#[async_trait]
impl Payments for Billing {
    async fn open(
        &self,
        caller: &Caller,
        wish: OpenPayment,
    ) -> Result<OpenedPayment, PaymentsError> {
        Ok(self.open_payment(caller, &wish).await?)
    }

    async fn cancel(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<CancelOutcome, PaymentsError> {
        Ok(self.cancel_payment(caller, order_id).await?)
    }

    async fn refund(
        &self,
        caller: &Caller,
        wish: RefundPayment,
    ) -> Result<RefundState, PaymentsError> {
        Ok(self.refund_payment(caller, &wish).await?)
    }
}
