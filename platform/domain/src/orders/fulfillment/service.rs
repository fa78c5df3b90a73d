//! Shipping parcels, and what becomes of them.

use db::{Claim, ClaimKey, DbError, Stored, TenantTx};
use kernel::goods::Quantity;
use kernel::ids::{FulfillmentId, MerchantId, OrderId, OrderLineId};
use kernel::{Caller, Event, OrderNews, Permission};
use serde::Serialize;
use tracing::info;

use super::plan::plan;
use super::{
    CreateFulfillment, Fulfilled, Fulfillment, FulfillmentStatus, ShippedGoods, Tracking, store,
};
use crate::orders::store as orders;
use crate::orders::{CaptureRule, OrderError, OrderLine, OrderStatus, Orders, PaymentAction, tell};

const OPERATION: &str = "fulfillments.create";

impl Orders {
    /// Ships units of a paid order in a parcel. The same key again gets the same answer.
    pub async fn fulfill(
        &self,
        caller: &Caller,
        command: CreateFulfillment,
    ) -> Result<Fulfilled, OrderError> {
        caller.require_in_scope(Permission::OrdersFulfill)?;
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
            // The key is committed with its parcel: one that is open has shipped nothing.
            Claim::Run | Claim::Resume(_) => {}
            Claim::Replay(stored) => {
                return Ok(Fulfilled {
                    fulfillment: serde_json::from_value(stored.body)
                        .map_err(DbError::unreadable)?,
                    is_replayed: true,
                });
            }
            Claim::InFlight => return Err(OrderError::InProgress),
            Claim::Mismatch => return Err(OrderError::KeyReused),
        }
        // Of those who ship units of one order, each sees what the ones before have left.
        let id = command.order_id;
        let order = store::lock_order(&mut tx, id)
            .await?
            .ok_or(OrderError::NotFound(id))?;
        check_shippable(&order)?;
        let lines = orders::lines(&mut tx, id).await?;
        let (merchant_id, lines) = plan(&lines, command.merchant_id, &command.goods)?;
        let fulfillment = Fulfillment {
            id: FulfillmentId::from_uuid(self.ids.uuid()),
            order_id: id,
            merchant_id,
            status: FulfillmentStatus::Shipped,
            tracking: command.tracking,
            lines,
            created_at: now,
            created_by: principal.clone(),
            delivered_at: None,
            cancelled_at: None,
        };
        store::insert(&mut tx, &fulfillment).await?;
        store::set_status(&mut tx, id).await?;
        if order.status == OrderStatus::Authorized {
            tx.publish(&Event::CaptureCheckDue { order_id: id }).await?;
        }
        let fulfillment_id = fulfillment.id;
        tell(
            &mut tx,
            (order.id, order.storefront_id),
            OrderNews::Shipped { fulfillment_id },
        )
        .await?;
        let answer = Stored {
            status: 201,
            body: serde_json::to_value(&fulfillment).map_err(DbError::unreadable)?,
        };
        tx.finish_key(&principal, &command.key, &answer).await?;
        tx.commit().await?;
        info!(order.id = %id, "{} of order {} is shipped", fulfillment.id, order.number);
        Ok(Fulfilled {
            fulfillment,
            is_replayed: false,
        })
    }

    /// A parcel has reached the shopper. Doing it again changes nothing.
    pub async fn mark_delivered(
        &self,
        caller: &Caller,
        of: (OrderId, FulfillmentId),
    ) -> Result<Fulfillment, OrderError> {
        caller.require_in_scope(Permission::OrdersFulfill)?;
        let mut tx = self.db.begin(caller).await?;
        let (order, found) = lock(&mut tx, of).await?;
        match found.status {
            FulfillmentStatus::Delivered => return Ok(found),
            FulfillmentStatus::Cancelled => return Err(wrong_status(&found)),
            FulfillmentStatus::Shipped => {}
        }
        let delivered = Fulfillment {
            status: FulfillmentStatus::Delivered,
            delivered_at: Some(self.clock.now()),
            ..found
        };
        store::move_status(&mut tx, &delivered).await?;
        let fulfillment_id = delivered.id;
        tell(
            &mut tx,
            (order.id, order.storefront_id),
            OrderNews::Delivered { fulfillment_id },
        )
        .await?;
        tx.commit().await?;
        Ok(delivered)
    }

    /// A parcel was not handed over after all: its units can be shipped by another. One that was
    /// delivered stays. Doing it again changes nothing.
    pub async fn cancel_fulfillment(
        &self,
        caller: &Caller,
        of: (OrderId, FulfillmentId),
    ) -> Result<Fulfillment, OrderError> {
        caller.require_in_scope(Permission::OrdersFulfill)?;
        let mut tx = self.db.begin(caller).await?;
        let (_, found) = lock(&mut tx, of).await?;
        match found.status {
            FulfillmentStatus::Cancelled => return Ok(found),
            FulfillmentStatus::Delivered => return Err(wrong_status(&found)),
            FulfillmentStatus::Shipped => {}
        }
        let lines = orders::lines(&mut tx, found.order_id).await?;
        if is_coming_back(&found, &lines) {
            return Err(OrderError::ReturnOpen(found.id));
        }
        let cancelled = Fulfillment {
            status: FulfillmentStatus::Cancelled,
            cancelled_at: Some(self.clock.now()),
            ..found
        };
        store::move_status(&mut tx, &cancelled).await?;
        store::open_units(&mut tx, cancelled.id).await?;
        store::set_status(&mut tx, cancelled.order_id).await?;
        tx.commit().await?;
        info!(order.id = %cancelled.order_id, "{} is cancelled", cancelled.id);
        Ok(cancelled)
    }
}

/// An order and a parcel of it; nobody else changes the order's parcels until the transaction ends.
async fn lock(
    tx: &mut TenantTx,
    (order_id, id): (OrderId, FulfillmentId),
) -> Result<(store::LockedOrder, Fulfillment), OrderError> {
    let order = store::lock_order(tx, order_id)
        .await?
        .ok_or(OrderError::NotFound(order_id))?;
    let parcels = store::of_order(tx, order_id).await?;
    let found = parcels.into_iter().find(|found| found.id == id);
    Ok((order, found.ok_or(OrderError::FulfillmentNotFound(id))?))
}

/// Refuses to ship what is not paid for, or not going to be.
const fn check_shippable(order: &store::LockedOrder) -> Result<(), OrderError> {
    let (id, status) = (order.id, order.status);
    match (status, order.capture) {
        (OrderStatus::Paid, _) => Ok(()),
        (OrderStatus::Authorized, CaptureRule::OnFulfillment) => match order.payment_action {
            Some(PaymentAction::Cancel) => Err(OrderError::InProgress),
            Some(PaymentAction::Capture) | None => Ok(()),
        },
        (OrderStatus::Authorized, _) => Err(OrderError::NotCaptured(id)),
        _ => Err(OrderError::WrongStatus { id, status }),
    }
}

/// Whether fewer units would be shipped without the parcel than come back.
fn is_coming_back(parcel: &Fulfillment, lines: &[OrderLine]) -> bool {
    parcel.lines.iter().any(|unit| {
        let line = lines.iter().find(|line| line.id == unit.line_id);
        line.is_some_and(|it| it.fulfilled_quantity - unit.quantity < it.returning_quantity)
    })
}

const fn wrong_status(found: &Fulfillment) -> OrderError {
    OrderError::FulfillmentWrongStatus {
        id: found.id,
        status: found.status,
    }
}

/// The parts of a request that make it the same request.
fn fingerprint(command: &CreateFulfillment) -> Result<Vec<u8>, OrderError> {
    #[derive(Serialize)]
    struct Canonical<'a> {
        order_id: OrderId,
        merchant_id: Option<MerchantId>,
        lines: Option<&'a [(OrderLineId, Quantity)]>,
        tracking: &'a Tracking,
    }
    let lines = match &command.goods {
        ShippedGoods::Rest => None,
        ShippedGoods::Lines(lines) => Some(lines.as_slice()),
    };
    let canonical = Canonical {
        order_id: command.order_id,
        merchant_id: command.merchant_id,
        lines,
        tracking: &command.tracking,
    };
    Ok(serde_json::to_vec(&canonical).map_err(DbError::unreadable)?)
}
