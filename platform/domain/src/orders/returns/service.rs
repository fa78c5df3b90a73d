//! Asking for returns, deciding about them, and taking units back.

use db::{Claim, ClaimKey, DbError, Stored, TenantTx};
use kernel::goods::Quantity;
use kernel::ids::{OrderId, OrderLineId, ReturnId, StorefrontId};
use kernel::{Caller, Event, OrderNews, Permission};
use serde::Serialize;
use time::OffsetDateTime;

use super::plan::{self, Returnable};
use super::{
    ListReturns, Received, RequestReturn, RequestedReturn, Return, ReturnError, ReturnPage,
    ReturnReason, ReturnStatus, returnable_lines, store,
};
use crate::orders::store as orders;
use crate::orders::{Order, OrderError, OrderStatus, Orders, fulfillment, opened, tell};

const OPERATION: &str = "returns.create";
/// What a shopper is called who asks by the order's token.
pub(super) const SHOPPER: &str = "shopper";
/// The largest page.
pub(super) const MAX_PAGE: u32 = 100;

impl Orders {
    /// Asks for a return of one's own order. The store decides.
    pub async fn request_own_return(
        &self,
        caller: &Caller,
        token: &str,
        command: RequestReturn,
    ) -> Result<RequestedReturn, ReturnError> {
        caller.require(Permission::OrdersPlace)?;
        let mut tx = self.db.begin(caller).await?;
        let order = opened(&mut tx, caller, (command.order_id, token)).await?;
        self.create_return(tx, (SHOPPER, Some(order.storefront_id)), command)
            .await
    }

    /// Has units come back that are shipped; it is approved at once.
    pub async fn request_return(
        &self,
        caller: &Caller,
        command: RequestReturn,
    ) -> Result<RequestedReturn, ReturnError> {
        caller.require(Permission::OrdersFulfill)?;
        let tx = self.db.begin(caller).await?;
        let principal = caller.actor().to_string();
        self.create_return(tx, (&principal, None), command).await
    }

    /// For a shopper there is a storefront, whose window decides.
    pub(super) async fn create_return(
        &self,
        mut tx: TenantTx,
        (requested_by, shop): (&str, Option<StorefrontId>),
        command: RequestReturn,
    ) -> Result<RequestedReturn, ReturnError> {
        let now = self.clock.now();
        let id = command.order_id;
        // Shoppers have no name: the order tells their keys apart.
        let principal = shop.map_or_else(|| requested_by.to_owned(), |_| id.to_string());
        let claim = ClaimKey {
            principal: &principal,
            key: &command.key,
            operation: OPERATION,
            request: &fingerprint(&command)?,
            now,
        };
        match tx.claim_key(&claim).await? {
            // The key is committed with its return: one that is open has made none.
            Claim::Run | Claim::Resume(_) => {}
            Claim::Replay(stored) => {
                return Ok(RequestedReturn {
                    found: serde_json::from_value(stored.body).map_err(DbError::unreadable)?,
                    is_replayed: true,
                });
            }
            Claim::InFlight => return Err(OrderError::InProgress.into()),
            Claim::Mismatch => return Err(OrderError::KeyReused.into()),
        }
        // Of those who return units of one order, each sees what the ones before have left.
        let order = locked(&mut tx, id).await?;
        let returnable = returnable(&mut tx, &order, shop, now).await?;
        let is_approved = shop.is_none();
        let found = Return {
            id: ReturnId::from_uuid(self.ids.uuid()),
            order_id: id,
            status: if is_approved {
                ReturnStatus::Approved
            } else {
                ReturnStatus::Requested
            },
            reason: command.reason,
            lines: plan::plan(&returnable, &command.lines)?,
            note: command.note,
            message: None,
            requested_by: requested_by.to_owned(),
            created_at: now,
            decided_at: is_approved.then_some(now),
            closed_at: None,
        };
        store::insert(&mut tx, &found).await?;
        let answer = Stored {
            status: 201,
            body: serde_json::to_value(&found).map_err(DbError::unreadable)?,
        };
        tx.finish_key(&principal, &command.key, &answer).await?;
        tx.commit().await?;
        Ok(RequestedReturn {
            found,
            is_replayed: false,
        })
    }

    /// The returns of one's own order, the newest first.
    pub async fn own_returns(
        &self,
        caller: &Caller,
        of: (OrderId, &str),
    ) -> Result<Vec<Return>, ReturnError> {
        caller.require(Permission::OrdersPlace)?;
        let mut tx = self.db.begin(caller).await?;
        opened(&mut tx, caller, of).await?;
        let query = ListReturns {
            order_id: Some(of.0),
            ..ListReturns::default()
        };
        Ok(store::list(&mut tx, &query, i64::from(MAX_PAGE)).await?)
    }

    /// Calls off a return of one's own order, of which nothing came yet.
    pub async fn cancel_own_return(
        &self,
        caller: &Caller,
        of: (OrderId, &str),
        id: ReturnId,
    ) -> Result<Return, ReturnError> {
        caller.require(Permission::OrdersPlace)?;
        let mut tx = self.db.begin(caller).await?;
        opened(&mut tx, caller, of).await?;
        let (order, found) = lock(&mut tx, id).await?;
        if order.id != of.0 {
            return Err(ReturnError::NotFound(id));
        }
        self.cancel(tx, found).await
    }

    /// Calls off a return, of which nothing came yet. Doing it again changes nothing.
    pub async fn cancel_return(
        &self,
        caller: &Caller,
        id: ReturnId,
    ) -> Result<Return, ReturnError> {
        caller.require(Permission::OrdersFulfill)?;
        let mut tx = self.db.begin(caller).await?;
        let (_, found) = lock(&mut tx, id).await?;
        self.cancel(tx, found).await
    }

    pub(super) async fn cancel(
        &self,
        mut tx: TenantTx,
        found: Return,
    ) -> Result<Return, ReturnError> {
        match found.status {
            ReturnStatus::Cancelled => return Ok(found),
            ReturnStatus::Requested | ReturnStatus::Approved => {}
            ReturnStatus::Rejected | ReturnStatus::Received => return Err(wrong_status(&found)),
        }
        if found.lines.iter().any(|line| line.received_quantity > 0) {
            return Err(ReturnError::PartlyReceived(found.id));
        }
        let cancelled = Return {
            status: ReturnStatus::Cancelled,
            closed_at: Some(self.clock.now()),
            ..found
        };
        store::update(&mut tx, &cancelled).await?;
        let none_came = |line: &super::ReturnLine| (line.line_id, -line.quantity);
        let (lines, units): (Vec<_>, Vec<_>) = cancelled.lines.iter().map(none_came).unzip();
        store::count(&mut tx, &lines, &units).await?;
        tx.commit().await?;
        Ok(cancelled)
    }

    /// Lets units come back, or refuses to; the shopper is told, with the store's message.
    pub async fn decide_return(
        &self,
        caller: &Caller,
        id: ReturnId,
        (is_approved, message): (bool, Option<String>),
    ) -> Result<Return, ReturnError> {
        caller.require(Permission::OrdersFulfill)?;
        let mut tx = self.db.begin(caller).await?;
        let (order, found) = lock(&mut tx, id).await?;
        let wanted = if is_approved {
            ReturnStatus::Approved
        } else {
            ReturnStatus::Rejected
        };
        if found.status == wanted {
            return Ok(found);
        }
        if found.status != ReturnStatus::Requested {
            return Err(wrong_status(&found));
        }
        let now = self.clock.now();
        let decided = Return {
            status: wanted,
            message,
            decided_at: Some(now),
            closed_at: (!is_approved).then_some(now),
            ..found
        };
        store::update(&mut tx, &decided).await?;
        let news = if is_approved {
            OrderNews::ReturnApproved { return_id: id }
        } else {
            let back = |line: &super::ReturnLine| (line.line_id, -line.quantity);
            let (lines, units): (Vec<_>, Vec<_>) = decided.lines.iter().map(back).unzip();
            store::count(&mut tx, &lines, &units).await?;
            OrderNews::ReturnRejected { return_id: id }
        };
        tell(&mut tx, (order.id, order.storefront_id), news).await?;
        tx.commit().await?;
        Ok(decided)
    }

    /// Notes which units came, and puts those that can be sold again back into stock. Saying the same again
    /// changes nothing.
    pub async fn receive_return(
        &self,
        caller: &Caller,
        id: ReturnId,
        received: Received,
    ) -> Result<Return, ReturnError> {
        caller.require(Permission::OrdersFulfill)?;
        let mut tx = self.db.begin(caller).await?;
        let (order, found) = lock(&mut tx, id).await?;
        let lines = plan::receive(&found, &received)?;
        if lines == found.lines && found.status == ReturnStatus::Received {
            return Ok(found);
        }
        if found.status != ReturnStatus::Approved {
            return Err(wrong_status(&found));
        }
        let is_complete = lines
            .iter()
            .all(|line| line.received_quantity == line.quantity);
        let is_over = received.is_final || is_complete;
        let changed = Return {
            lines,
            status: if is_over {
                ReturnStatus::Received
            } else {
                ReturnStatus::Approved
            },
            closed_at: is_over.then(|| self.clock.now()),
            ..found.clone()
        };
        store::update(&mut tx, &changed).await?;
        store::update_lines(&mut tx, &changed).await?;
        restock(&mut tx, &found, &changed).await?;
        if is_over {
            let missing =
                |line: &super::ReturnLine| (line.line_id, line.received_quantity - line.quantity);
            let (lines, units): (Vec<_>, Vec<_>) = changed.lines.iter().map(missing).unzip();
            store::count(&mut tx, &lines, &units).await?;
            tell(
                &mut tx,
                (order.id, order.storefront_id),
                OrderNews::ReturnReceived { return_id: id },
            )
            .await?;
        }
        tx.commit().await?;
        Ok(changed)
    }

    /// Returns of the tenant, the newest first.
    pub async fn returns(
        &self,
        caller: &Caller,
        query: ListReturns,
    ) -> Result<ReturnPage, ReturnError> {
        caller.require(Permission::OrdersRead)?;
        let limit = query.limit.clamp(1, MAX_PAGE);
        let mut tx = self.db.begin(caller).await?;
        let mut returns = store::list(&mut tx, &query, i64::from(limit) + 1).await?;
        let has_more = returns.len() > usize::try_from(limit).unwrap_or(usize::MAX);
        if has_more {
            returns.pop();
        }
        let next = returns.last().filter(|_| has_more).map(|last| last.id);
        Ok(ReturnPage { returns, next })
    }

    /// A return.
    pub async fn get_return(&self, caller: &Caller, id: ReturnId) -> Result<Return, ReturnError> {
        caller.require(Permission::OrdersRead)?;
        let found = store::find(&mut self.db.begin(caller).await?, id).await?;
        found.ok_or(ReturnError::NotFound(id))
    }
}

/// A paid order; nobody else changes what comes back of it until the transaction ends.
async fn locked(tx: &mut TenantTx, id: OrderId) -> Result<Order, OrderError> {
    let order = orders::lock(tx, id)
        .await?
        .ok_or(OrderError::NotFound(id))?;
    match order.status {
        OrderStatus::Paid | OrderStatus::Refunded => Ok(order),
        status @ (OrderStatus::PendingPayment
        | OrderStatus::Authorized
        | OrderStatus::Cancelled) => Err(OrderError::WrongStatus { id, status }),
    }
}

/// A return and its order; nobody else changes them until the transaction ends.
pub(super) async fn lock(tx: &mut TenantTx, id: ReturnId) -> Result<(Order, Return), ReturnError> {
    let absent = || ReturnError::NotFound(id);
    let order_id = store::find(tx, id).await?.ok_or_else(absent)?.order_id;
    let order = orders::lock(tx, order_id).await?.ok_or_else(absent)?;
    let found = store::find(tx, id).await?.ok_or_else(absent)?;
    Ok((order, found))
}

async fn returnable(
    tx: &mut TenantTx,
    order: &Order,
    shop: Option<StorefrontId>,
    now: OffsetDateTime,
) -> Result<Returnable, ReturnError> {
    let lines = orders::lines(tx, order.id).await?;
    let Some(shop) = shop else {
        return Ok(plan::shipped(&lines));
    };
    let parcels = fulfillment::of_order(tx, order.id).await?;
    let found = returnable_lines(tx, shop, (&lines, &parcels), now).await?;
    if found.iter().all(|line| line.quantity == 0) {
        return Err(ReturnError::WindowClosed);
    }
    let left = found.iter().map(|line| (line.line_id, line.quantity));
    Ok(left.collect())
}

/// Has the units that are to be sold again put back into stock, once.
async fn restock(tx: &mut TenantTx, before: &Return, after: &Return) -> Result<(), DbError> {
    let variants = store::variants(tx, after.order_id).await?;
    for (was, line) in before.lines.iter().zip(&after.lines) {
        let quantity = line.restocked_quantity - was.restocked_quantity;
        let variant = variants.iter().find(|(id, _)| *id == line.line_id);
        if let (1.., Some(&(_, variant_id))) = (quantity, variant) {
            let return_id = after.id;
            let event = Event::UnitsRestocked {
                return_id,
                order_id: Some(after.order_id),
                variant_id,
                quantity,
            };
            tx.publish(&event).await?;
        }
    }
    Ok(())
}

const fn wrong_status(found: &Return) -> ReturnError {
    ReturnError::WrongStatus {
        id: found.id,
        status: found.status,
    }
}

/// The parts of a request that make it the same request.
fn fingerprint(command: &RequestReturn) -> Result<Vec<u8>, DbError> {
    #[derive(Serialize)]
    struct Canonical<'a> {
        order_id: OrderId,
        reason: ReturnReason,
        note: Option<&'a str>,
        lines: &'a [(OrderLineId, Quantity)],
    }
    let canonical = Canonical {
        order_id: command.order_id,
        reason: command.reason,
        note: command.note.as_deref(),
        lines: &command.lines,
    };
    serde_json::to_vec(&canonical).map_err(DbError::unreadable)
}
