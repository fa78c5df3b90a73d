//! Selling and giving back, as checkout and orders ask for it.

use billing::MoneyTrace;
use kernel::ids::{OrderId, RefundId};
use kernel::ports::{
    CaptureMethod, Ids, OpenPayment, OpenedPayment, PaymentProvider, Payments, PaymentsError,
    RefundPayment, RefundShare, RefundState, Share,
};
use kernel::{Currency, Money};

use crate::house::House;

impl House {
    /// The request to be paid for a new order: the parts are `(goods net, gross)` of the merchants.
    pub(crate) fn request(&self, parts: &[(i64, i64)]) -> OpenPayment {
        let shares: Vec<Share> = self
            .merchants
            .iter()
            .zip(parts)
            .map(|(&merchant_id, &(goods_net_minor, gross_minor))| Share {
                merchant_id,
                goods_net_minor,
                gross_minor,
            })
            .collect();
        let total = shares.iter().map(|share| share.gross_minor).sum();
        OpenPayment {
            order_id: OrderId::from_uuid(Ids.uuid()),
            provider: PaymentProvider::Stripe,
            amount: Money::new(total, Currency::Eur),
            capture: CaptureMethod::Automatic,
            description: "Aurora order 1001".to_owned(),
            shares,
        }
    }

    pub(crate) async fn open(&self, request: &OpenPayment) -> Result<OpenedPayment, PaymentsError> {
        self.billing.open(&self.caller(), request.clone()).await
    }

    /// Opens a payment for the parts, and pays it; its order.
    pub(crate) async fn sell(&self, parts: &[(i64, i64)]) -> OrderId {
        self.sell_with(parts, "pm_card_visa").await
    }

    pub(crate) async fn sell_with(&self, parts: &[(i64, i64)], card: &str) -> OrderId {
        let request = self.request(parts);
        let opened = self.open(&request).await.unwrap();
        let secret = opened.client_secret.unwrap();
        assert_eq!(self.sim.confirm(&secret, card).await, 200);
        self.settle().await;
        request.order_id
    }

    /// The request to give parts of an order back: `(goods net, gross)` of the merchants.
    pub(crate) fn refund_request(&self, order_id: OrderId, parts: &[(i64, i64)]) -> RefundPayment {
        let shares: Vec<RefundShare> = self
            .merchants
            .iter()
            .zip(parts)
            .filter(|(_, (_, gross))| *gross > 0)
            .map(
                |(&merchant_id, &(goods_net_minor, gross_minor))| RefundShare {
                    merchant_id,
                    goods_net_minor,
                    gross_minor,
                },
            )
            .collect();
        let total = shares.iter().map(|share| share.gross_minor).sum();
        RefundPayment {
            refund_id: RefundId::from_uuid(Ids.uuid()),
            order_id,
            amount: Money::new(total, Currency::Eur),
            reason: "did not fit".to_owned(),
            shares,
        }
    }

    pub(crate) async fn refund(
        &self,
        request: &RefundPayment,
    ) -> Result<RefundState, PaymentsError> {
        self.billing.refund(&self.caller(), request.clone()).await
    }

    /// Where the order's money came from and went.
    pub(crate) async fn trace(&self, order_id: OrderId) -> MoneyTrace {
        let trace = self.billing.trace(&self.caller(), order_id).await.unwrap();
        trace.unwrap()
    }

    pub(crate) async fn payment_status(&self) -> String {
        self.value("select status from payments where tenant_id = $1")
            .await
    }
}
