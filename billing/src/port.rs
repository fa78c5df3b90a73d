//! Billing as the rest of Stoa sees it. The services that call have asked for the permission.

use async_trait::async_trait;
use kernel::ids::OrderId;
use kernel::ports::{
    AmountLimits, CancelOutcome, CaptureOutcome, CapturePayment, OpenPayment, OpenedPayment,
    PaymentProvider, Payments, PaymentsError, RefundEffect, RefundPayment, RefundShare,
    RefundState,
};
use kernel::{Caller, Currency};

use crate::Billing;
use crate::payments::Reach;
use crate::providers::stripe::amounts;

#[async_trait]
impl Payments for Billing {
    fn limits(&self, provider: PaymentProvider, currency: Currency) -> Option<AmountLimits> {
        let PaymentProvider::Stripe = provider;
        amounts::limits(currency)
    }

    async fn open(
        &self,
        caller: &Caller,
        request: OpenPayment,
    ) -> Result<OpenedPayment, PaymentsError> {
        Ok(self.open_payment(caller, &request).await?)
    }

    async fn cancel(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<CancelOutcome, PaymentsError> {
        Ok(self
            .cancel_payment(caller, (order_id, Reach::Waiting))
            .await?)
    }

    async fn let_go(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<CancelOutcome, PaymentsError> {
        Ok(self
            .cancel_payment(caller, (order_id, Reach::Authorized))
            .await?)
    }

    async fn capture(
        &self,
        caller: &Caller,
        request: CapturePayment,
    ) -> Result<CaptureOutcome, PaymentsError> {
        Ok(self.capture_payment(caller, &request).await?)
    }

    async fn gone_elsewhere(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<Vec<RefundShare>, PaymentsError> {
        Ok(self.taken_elsewhere(caller, order_id).await?)
    }

    async fn preview_refund(
        &self,
        caller: &Caller,
        order_id: OrderId,
        shares: &[RefundShare],
    ) -> Result<RefundEffect, PaymentsError> {
        Ok(self.refund_effect(caller, order_id, shares).await?)
    }

    async fn refund(
        &self,
        caller: &Caller,
        request: RefundPayment,
    ) -> Result<RefundState, PaymentsError> {
        Ok(self.refund_payment(caller, &request).await?)
    }
}
