//! How staff keep orders in order: tags, archived orders, and the same done to many orders at once.
//!
//! Invariants:
//! - an order has a tag once, and [`MOST_TAGS`] at most;
//! - of many orders each is changed in a transaction of its own: one that cannot be changed holds no other up.

mod store;

pub(super) use store::of_order;

use db::TenantTx;
use kernel::ids::OrderId;
use kernel::ports::Ids;
use kernel::{Caller, FieldFault, Permission};
use time::OffsetDateTime;

use super::store as orders;
use super::{CreateFulfillment, OrderError, Orders, ShippedGoods, Tracking};

/// The most tags of an order.
pub const MOST_TAGS: usize = 20;

/// What staff filed an order under.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filed {
    /// Its tags, in alphabetical order.
    pub tags: Vec<String>,
    /// Since when it is archived.
    pub archived_at: Option<OffsetDateTime>,
}

kernel::words! {
    /// What is done to many orders.
    pub enum OrdersAction {
        /// Add tags.
        Tag = "tag",
        /// Remove tags.
        Untag = "untag",
        /// Leave the orders out of lists.
        Archive = "archive",
        /// Show the orders in lists again.
        Unarchive = "unarchive",
        /// Ship what is left, of orders with one merchant.
        Fulfill = "fulfill",
    }
}

kernel::words! {
    /// Why one of many orders was not changed.
    pub enum BulkProblem {
        /// The order's status does not allow it.
        OrderWrongStatus = "order_wrong_status",
        /// Nothing is left to ship.
        NothingToFulfill = "nothing_to_fulfill",
        /// Several merchants have units left to ship.
        SeveralMerchants = "several_merchants",
        /// The order would have more than 20 tags.
        TooManyTags = "too_many_tags",
        /// The same request is being worked on.
        RequestInProgress = "request_in_progress",
        /// The order could not be changed now; the request can be repeated.
        Unavailable = "unavailable",
    }
}

impl BulkProblem {
    /// The problem that an error is.
    pub const fn of(error: &OrderError) -> Self {
        match error {
            OrderError::WrongStatus { .. }
            | OrderError::NotCaptured(_)
            | OrderError::NotFound(_) => Self::OrderWrongStatus,
            OrderError::NothingToFulfill(_) => Self::NothingToFulfill,
            OrderError::SeveralMerchants(_) => Self::SeveralMerchants,
            OrderError::TooManyTags(_) => Self::TooManyTags,
            OrderError::InProgress => Self::RequestInProgress,
            _ => Self::Unavailable,
        }
    }
}

/// What is done to each of many orders.
#[derive(Debug, Clone)]
pub enum BulkAction {
    /// They get these tags too.
    AddTags(Vec<String>),
    /// They lose these tags.
    RemoveTags(Vec<String>),
    /// Lists leave them out.
    Archive,
    /// Lists show them again.
    Unarchive,
    /// All that is left is shipped, of orders with one merchant.
    Fulfill,
}

/// What is to be done to which orders.
#[derive(Debug, Clone)]
pub struct BulkOrders {
    /// What makes it safe to ask again.
    pub key: String,
    /// The orders, each once.
    pub order_ids: Vec<OrderId>,
    /// What is done to each.
    pub action: BulkAction,
}

/// What became of one of many orders.
#[derive(Debug)]
pub struct BulkResult {
    /// The order.
    pub order_id: OrderId,
    /// Why nothing was done to it.
    pub error: Option<OrderError>,
}

impl Orders {
    /// Gives an order these tags and no others.
    pub async fn set_tags(
        &self,
        caller: &Caller,
        id: OrderId,
        tags: &[String],
    ) -> Result<Filed, OrderError> {
        caller.require(Permission::OrdersWrite)?;
        let mut tx = self.locked(caller, id).await?;
        store::keep_tags(&mut tx, id, tags).await?;
        store::add_tags(&mut tx, id, tags).await?;
        let filed = of_order(&mut tx, id).await?;
        tx.commit().await?;
        Ok(filed)
    }

    /// Does the same to many orders, one after the other. Nothing is done when one of them does not exist.
    pub async fn change_many(
        &self,
        caller: &Caller,
        command: BulkOrders,
    ) -> Result<Vec<BulkResult>, OrderError> {
        caller.require(Permission::OrdersWrite)?;
        caller.require(Permission::OrdersFulfill)?;
        let mut tx = self.db.begin(caller).await?;
        let known = store::known(&mut tx, &command.order_ids).await?;
        drop(tx);
        for (index, id) in command.order_ids.iter().enumerate() {
            if !known.contains(id) {
                let pointer = format!("/order_ids/{index}");
                let fault = FieldFault::new(pointer, "unknown", "an order of this tenant");
                return Err(OrderError::OrderUnknown(fault));
            }
        }
        let mut results = Vec::with_capacity(command.order_ids.len());
        for &order_id in &command.order_ids {
            let done = self.change_one(caller, order_id, &command).await;
            results.push(BulkResult {
                order_id,
                error: done.err(),
            });
        }
        Ok(results)
    }

    async fn change_one(
        &self,
        caller: &Caller,
        id: OrderId,
        command: &BulkOrders,
    ) -> Result<(), OrderError> {
        if matches!(command.action, BulkAction::Fulfill) {
            return self.ship_rest(caller, id, &command.key).await;
        }
        let mut tx = self.locked(caller, id).await?;
        match &command.action {
            BulkAction::AddTags(tags) => {
                store::add_tags(&mut tx, id, tags).await?;
                if of_order(&mut tx, id).await?.tags.len() > MOST_TAGS {
                    return Err(OrderError::TooManyTags(MOST_TAGS));
                }
            }
            BulkAction::RemoveTags(tags) => store::remove_tags(&mut tx, id, tags).await?,
            BulkAction::Archive => store::archive(&mut tx, id, Some(self.clock.now())).await?,
            BulkAction::Unarchive | BulkAction::Fulfill => {
                store::archive(&mut tx, id, None).await?;
            }
        }
        Ok(tx.commit().await?)
    }

    /// Ships what is left of an order, once for the key of the whole request.
    async fn ship_rest(&self, caller: &Caller, id: OrderId, key: &str) -> Result<(), OrderError> {
        // Keys of clients have no spaces, and may be as long as a key can be.
        let hash = Ids::token_hash(key);
        let hash = hash.first_chunk().copied().map_or(0, u128::from_be_bytes);
        let command = CreateFulfillment {
            order_id: id,
            key: format!("bulk {id} {hash:032x}"),
            merchant_id: None,
            goods: ShippedGoods::Rest,
            tracking: Tracking::default(),
        };
        self.fulfill(caller, command).await.map(|_| ())
    }

    /// A transaction that nobody else changes the order in.
    async fn locked(&self, caller: &Caller, id: OrderId) -> Result<TenantTx, OrderError> {
        let mut tx = self.db.begin(caller).await?;
        orders::lock(&mut tx, id)
            .await?
            .ok_or(OrderError::NotFound(id))?;
        Ok(tx)
    }
}
