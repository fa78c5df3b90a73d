//! The fake payments: they remember what was asked, and end as they are told.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use kernel::ids::{OrderId, PaymentId, RefundId};
use kernel::ports::{
    AmountLimits, CancelOutcome, CaptureMethod, CaptureOutcome, CapturePayment, Ids, OpenPayment,
    OpenedPayment, PaymentProvider, PaymentStatus, Payments, PaymentsError, RefundEffect,
    RefundPart, RefundPayment, RefundShare, RefundState,
};
use kernel::{Caller, Currency, Event, Money};
use time::OffsetDateTime;
use tokio::sync::Semaphore;

/// How a call ends that does not do what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The provider is out.
    Down,
    /// Another request is at the same payment.
    Busy,
    /// The provider refuses.
    Refuses,
}

impl Trouble {
    fn error(self) -> PaymentsError {
        match self {
            Self::Down => PaymentsError::Unavailable,
            Self::Busy => PaymentsError::InProgress,
            Self::Refuses => PaymentsError::Refused("it was told to".to_owned()),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    Open,
    Authorized,
    Succeeded,
    Cancelled,
}

#[derive(Debug)]
struct Payment {
    id: PaymentId,
    amount: Money,
    capture: CaptureMethod,
    status: Status,
    refunded_minor: i64,
    /// What the capture left out.
    left_out_minor: i64,
}

#[derive(Debug, Default)]
struct State {
    trouble: Option<Trouble>,
    refund_ends_as: Option<RefundState>,
    payments: BTreeMap<OrderId, Vec<Payment>>,
    refunds: BTreeMap<RefundId, (RefundPayment, RefundState)>,
    gone: BTreeMap<OrderId, Vec<RefundShare>>,
}

impl State {
    fn live(&mut self, order_id: OrderId) -> Option<&mut Payment> {
        let payments = self.payments.get_mut(&order_id)?;
        payments
            .iter_mut()
            .find(|payment| payment.status != Status::Cancelled)
    }

    /// Calls a payment off that is no further than this.
    fn call_off(&mut self, order_id: OrderId, furthest: Status) -> CancelOutcome {
        match self.live(order_id) {
            Some(it) if it.status == Status::Succeeded => CancelOutcome::AlreadySucceeded,
            Some(it) if it.status == Status::Authorized && furthest == Status::Open => {
                CancelOutcome::Authorized
            }
            Some(it) => {
                it.status = Status::Cancelled;
                CancelOutcome::Cancelled
            }
            None => CancelOutcome::Cancelled,
        }
    }
}

/// Payments in memory. Each request is checked: the shares of one must add up to its amount.
#[derive(Debug)]
pub struct FakePayments {
    state: Mutex<State>,
    gate: Semaphore,
}

impl Default for FakePayments {
    fn default() -> Self {
        Self {
            state: Mutex::default(),
            gate: Semaphore::new(Semaphore::MAX_PERMITS),
        }
    }
}

impl FakePayments {
    /// From now on every call ends with `trouble`; none: calls work again.
    pub fn set_trouble(&self, trouble: Option<Trouble>) {
        self.lock().trouble = trouble;
    }

    /// From now on refunds end like this instead of succeeding.
    pub fn end_refunds_as(&self, outcome: RefundState) {
        self.lock().refund_ends_as = Some(outcome);
    }

    /// From now on calls wait, until [`let_go`](Self::let_go).
    pub fn hold(&self) {
        self.gate.forget_permits(Semaphore::MAX_PERMITS);
    }

    /// Lets the calls go on that were held.
    pub fn let_go(&self) {
        self.gate
            .add_permits(Semaphore::MAX_PERMITS - self.gate.available_permits());
    }

    /// How many payments have been opened, cancelled ones included.
    pub fn opened(&self) -> usize {
        self.lock().payments.values().map(Vec::len).sum()
    }

    /// How many payments of an order have been opened, cancelled ones included.
    pub fn opened_for(&self, order_id: OrderId) -> usize {
        self.lock().payments.get(&order_id).map_or(0, Vec::len)
    }

    /// Whether a shopper can pay, or has paid, for an order.
    pub fn is_live(&self, order_id: OrderId) -> bool {
        self.lock().live(order_id).is_some()
    }

    /// The shopper pays. What is published then.
    pub fn succeed(&self, order_id: OrderId) -> Event {
        let mut state = self.lock();
        let payment = state.live(order_id).expect("a payment of the order");
        payment.status = Status::Succeeded;
        Event::PaymentSucceeded {
            payment_id: payment.id,
            order_id,
            amount: payment.amount,
        }
    }

    /// The shopper's bank sets the money aside, of a payment that is captured later. What is published then.
    pub fn authorize(&self, order_id: OrderId, capture_before: OffsetDateTime) -> Event {
        let mut state = self.lock();
        let payment = state.live(order_id).expect("a payment of the order");
        assert_eq!(payment.capture, CaptureMethod::Manual);
        payment.status = Status::Authorized;
        Event::PaymentAuthorized {
            payment_id: payment.id,
            order_id,
            amount: payment.amount,
            capture_before,
        }
    }

    /// The shopper's card is declined. What is published then.
    pub fn decline(&self, order_id: OrderId) -> Event {
        let mut state = self.lock();
        let payment = state.live(order_id).expect("a payment of the order");
        Event::PaymentDeclined {
            payment_id: payment.id,
            order_id,
        }
    }

    /// A payment that was called off succeeds all the same, as when the cancellation comes too
    /// late. What is published then.
    pub fn succeed_late(&self, order_id: OrderId) -> Event {
        let mut state = self.lock();
        let payments = state.payments.get_mut(&order_id);
        let payment = payments
            .and_then(|payments| payments.last_mut())
            .expect("a payment of the order");
        payment.status = Status::Succeeded;
        Event::PaymentSucceeded {
            payment_id: payment.id,
            order_id,
            amount: payment.amount,
        }
    }

    /// Every refund that was asked for, and how it ended.
    pub fn refunds(&self) -> Vec<(RefundPayment, RefundState)> {
        self.lock().refunds.values().cloned().collect()
    }

    /// Money of an order went back by other ways: so much of each merchant's part in all.
    pub fn give_back_elsewhere(&self, order_id: OrderId, gone: Vec<RefundShare>) {
        self.lock().gone.insert(order_id, gone);
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn enter(&self) -> Result<MutexGuard<'_, State>, PaymentsError> {
        let passed = self.gate.acquire().await.expect("the gate is never closed");
        drop(passed);
        let state = self.lock();
        match state.trouble {
            Some(trouble) => Err(trouble.error()),
            None => Ok(state),
        }
    }
}

fn opened(payment: &Payment, request: &OpenPayment) -> OpenedPayment {
    OpenedPayment {
        payment_id: payment.id,
        provider: request.provider,
        status: match payment.status {
            Status::Open => PaymentStatus::Open,
            Status::Authorized => PaymentStatus::Authorized,
            Status::Succeeded => PaymentStatus::Succeeded,
            Status::Cancelled => PaymentStatus::Cancelled,
        },
        client_secret: Some(format!("{}_secret", payment.id)),
        publishable_key: "pk_test".to_owned(),
        account: None,
    }
}

#[async_trait]
impl Payments for FakePayments {
    fn limits(&self, _: PaymentProvider, currency: Currency) -> Option<AmountLimits> {
        (currency.exponent() != 3).then_some(AmountLimits {
            least: 50,
            most: 99_999_999,
        })
    }

    async fn open(
        &self,
        _caller: &Caller,
        request: OpenPayment,
    ) -> Result<OpenedPayment, PaymentsError> {
        let mut state = self.enter().await?;
        let parts: i64 = request.shares.iter().map(|share| share.gross_minor).sum();
        assert_eq!(parts, request.amount.minor, "the shares make up the amount");
        if let Some(payment) = state.live(request.order_id) {
            assert_eq!(
                payment.amount, request.amount,
                "an order costs what it costs"
            );
            return Ok(opened(payment, &request));
        }
        let payment = Payment {
            id: PaymentId::from_uuid(Ids.uuid()),
            amount: request.amount,
            capture: request.capture,
            status: Status::Open,
            refunded_minor: 0,
            left_out_minor: 0,
        };
        let answer = opened(&payment, &request);
        state
            .payments
            .entry(request.order_id)
            .or_default()
            .push(payment);
        Ok(answer)
    }

    async fn cancel(
        &self,
        _caller: &Caller,
        order_id: OrderId,
    ) -> Result<CancelOutcome, PaymentsError> {
        Ok(self.enter().await?.call_off(order_id, Status::Open))
    }

    async fn let_go(
        &self,
        _caller: &Caller,
        order_id: OrderId,
    ) -> Result<CancelOutcome, PaymentsError> {
        Ok(self.enter().await?.call_off(order_id, Status::Authorized))
    }

    async fn capture(
        &self,
        _caller: &Caller,
        request: CapturePayment,
    ) -> Result<CaptureOutcome, PaymentsError> {
        let mut state = self.enter().await?;
        let Some(payment) = state.live(request.order_id) else {
            return Ok(CaptureOutcome::Cancelled);
        };
        match payment.status {
            Status::Authorized => {
                let left_out = request.left_out.iter().map(|refund| refund.amount.minor);
                payment.left_out_minor = left_out.sum();
                payment.refunded_minor = payment.left_out_minor;
                payment.status = Status::Succeeded;
            }
            Status::Succeeded => {}
            Status::Open | Status::Cancelled => {
                return Err(PaymentsError::Refused("it is not authorized".to_owned()));
            }
        }
        let taken = payment.amount.minor - payment.left_out_minor;
        let amount = Money::new(taken, payment.amount.currency);
        for refund in request.left_out {
            state
                .refunds
                .insert(refund.refund_id, (refund, RefundState::Succeeded));
        }
        Ok(CaptureOutcome::Captured { amount })
    }

    async fn gone_elsewhere(
        &self,
        _caller: &Caller,
        order_id: OrderId,
    ) -> Result<Vec<RefundShare>, PaymentsError> {
        let state = self.lock();
        Ok(state.gone.get(&order_id).cloned().unwrap_or_default())
    }

    async fn preview_refund(
        &self,
        _caller: &Caller,
        order_id: OrderId,
        shares: &[RefundShare],
    ) -> Result<RefundEffect, PaymentsError> {
        let mut state = self.enter().await?;
        let payment = state
            .live(order_id)
            .ok_or(PaymentsError::NotFound(order_id))?;
        let part = |share: &RefundShare| RefundPart {
            merchant_id: share.merchant_id,
            gross_minor: share.gross_minor,
            held_minor: 0,
            commission_minor: 0,
            withheld_minor: 0,
            reversed_minor: share.gross_minor,
            debt_minor: 0,
            balance_minor: 0,
        };
        let parts: Vec<RefundPart> = shares.iter().map(part).collect();
        let asked: i64 = parts.iter().map(|part| part.gross_minor).sum();
        let left = payment.amount.minor - payment.refunded_minor - asked;
        Ok(RefundEffect {
            parts,
            left: Money::new(left, payment.amount.currency),
            provider_fee: None,
        })
    }

    async fn refund(
        &self,
        _caller: &Caller,
        request: RefundPayment,
    ) -> Result<RefundState, PaymentsError> {
        let mut state = self.enter().await?;
        if let Some((known, outcome)) = state.refunds.get(&request.refund_id) {
            assert_eq!(known, &request, "a refund is what it is");
            return Ok(outcome.clone());
        }
        let parts: i64 = request.shares.iter().map(|share| share.gross_minor).sum();
        assert_eq!(parts, request.amount.minor, "the shares make up the amount");
        let outcome = state
            .refund_ends_as
            .clone()
            .unwrap_or(RefundState::Succeeded);
        let payment = state
            .live(request.order_id)
            .filter(|payment| payment.status == Status::Succeeded)
            .ok_or(PaymentsError::NotFound(request.order_id))?;
        let left = payment.amount.minor - payment.refunded_minor;
        if request.amount.minor > left {
            return Err(PaymentsError::TooMuch(Money::new(
                left,
                payment.amount.currency,
            )));
        }
        if !matches!(outcome, RefundState::Failed(_)) {
            payment.refunded_minor += request.amount.minor;
        }
        state
            .refunds
            .insert(request.refund_id, (request, outcome.clone()));
        Ok(outcome)
    }
}
