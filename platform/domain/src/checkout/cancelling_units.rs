//! Cancelling units of a paid order: they leave the order and go back into stock, and their money is recorded to go
//! back, in one transaction.

use db::{Claim, ClaimKey, DbError, Stored};
use kernel::goods::Quantity;
use kernel::ids::{CancellationId, OrderId, OrderLineId, RefundId};
use kernel::{Caller, Event, Permission};
use serde::Serialize;
use tracing::info;

use super::cancelling::wrong_status;
use super::{Checkout, CheckoutError};
use crate::inventory::{self, MovementCause};
use crate::orders::{self, CancelUnits, CancelledUnits, NewCancellation, OrderError, OrderStatus};

const OPERATION: &str = "cancellations.create";

impl Checkout {
    /// Cancels units that are not shipped. The same key again gets the same answer.
    pub async fn cancel_units(
        &self,
        caller: &Caller,
        command: CancelUnits,
    ) -> Result<CancelledUnits, CheckoutError> {
        caller.require(Permission::OrdersCancel)?;
        caller.require(Permission::RefundsCreate)?;
        let id = command.order_id;
        let gone = self.payments.gone_elsewhere(caller, id).await?;
        let (now, principal) = (self.clock.now(), caller.actor().to_string());
        let claim = ClaimKey {
            principal: &principal,
            key: &command.key,
            operation: OPERATION,
            request: &fingerprint(&command)?,
            now,
        };
        let mut tx = self.db.begin(caller).await?;
        match tx.claim_key(&claim).await? {
            // The key is committed with its cancellation: one that is open has cancelled nothing.
            Claim::Run | Claim::Resume(_) => {}
            Claim::Replay(stored) => {
                return Ok(CancelledUnits {
                    cancellation: serde_json::from_value(stored.body)
                        .map_err(DbError::unreadable)?,
                    is_replayed: true,
                });
            }
            Claim::InFlight => return Err(OrderError::InProgress.into()),
            Claim::Mismatch => return Err(OrderError::KeyReused.into()),
        }
        // Of those who cancel or ship units of one order, each sees what the ones before have left.
        let order = orders::lock(&mut tx, id)
            .await?
            .ok_or(OrderError::NotFound(id))?;
        match order.status {
            OrderStatus::Paid | OrderStatus::Refunded => {}
            OrderStatus::Authorized if order.payment_action.is_some() => {
                return Err(OrderError::InProgress.into());
            }
            // What is left may be shipped altogether, or nothing be left.
            OrderStatus::Authorized => {
                tx.publish(&Event::CaptureCheckDue { order_id: id }).await?;
            }
            status @ (OrderStatus::PendingPayment | OrderStatus::Cancelled) => {
                return Err(wrong_status(id, status));
            }
        }
        let new = NewCancellation {
            id: CancellationId::from_uuid(self.ids.uuid()),
            refund_id: RefundId::from_uuid(self.ids.uuid()),
            gone: &gone,
            by: caller.actor(),
            now,
        };
        let (cancellation, units) = orders::cancel_units(&mut tx, &order, &command, &new).await?;
        for (variant_id, quantity) in units {
            let of = (Some(id), MovementCause::Cancellation);
            inventory::put_back(&mut tx, of, (variant_id, quantity)).await?;
        }
        let answer = Stored {
            status: 201,
            body: serde_json::to_value(&cancellation).map_err(DbError::unreadable)?,
        };
        tx.finish_key(&principal, &command.key, &answer).await?;
        tx.commit().await?;
        info!(order.id = %id, "units of order {} are cancelled", order.number);
        Ok(CancelledUnits {
            cancellation,
            is_replayed: false,
        })
    }
}

/// The parts of a request that make it the same request.
fn fingerprint(command: &CancelUnits) -> Result<Vec<u8>, DbError> {
    #[derive(Serialize)]
    struct Canonical<'a> {
        order_id: OrderId,
        lines: &'a [(OrderLineId, Quantity)],
        is_restocked: bool,
        is_refunded: bool,
        includes_shipping: bool,
        reason: &'a str,
    }
    let canonical = Canonical {
        order_id: command.order_id,
        lines: &command.lines,
        is_restocked: command.is_restocked,
        is_refunded: command.is_refunded,
        includes_shipping: command.includes_shipping,
        reason: &command.reason,
    };
    serde_json::to_vec(&canonical).map_err(DbError::unreadable)
}
