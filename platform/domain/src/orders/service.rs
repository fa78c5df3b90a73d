//! Looking at orders.

use std::sync::Arc;

use db::{Db, TenantTx};
use kernel::ids::{OrderId, UserId};
use kernel::ports::{Clock, Ids, Payments};
use kernel::{Caller, Permission};
use subtle::ConstantTimeEq;
use time::OffsetDateTime;

use super::returns::returnable_lines;
use super::{ListOrders, ListOwnOrders, Order, OrderDetails, OrderError, OrderPage, OrderSort};
use super::{cancellation, filing, fulfillment, store};

/// The most orders that a list shows at once.
const MAX_PAGE: u32 = 100;
/// What a count ends at: nobody reads on, and it takes as long as it has rows.
const MOST_COUNTED: u32 = 10_000;

/// Orders, for shoppers and for staff.
#[derive(Clone)]
pub struct Orders {
    pub(super) db: Db,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) ids: Ids,
    pub(super) payments: Arc<dyn Payments>,
}

impl Orders {
    /// Orders in `db`, whose money is given back through `payments`.
    pub fn new(db: Db, clock: Arc<dyn Clock>, ids: Ids, payments: Arc<dyn Payments>) -> Self {
        Self {
            db,
            clock,
            ids,
            payments,
        }
    }

    /// Orders, by filter and in the wanted order.
    pub async fn list(&self, caller: &Caller, query: ListOrders) -> Result<OrderPage, OrderError> {
        caller.require(Permission::OrdersRead)?;
        let limit = query.limit.clamp(1, MAX_PAGE);
        let mut tx = self.db.begin(caller).await?;
        let sort = query.sort;
        let orders = store::list(&mut tx, query, i64::from(limit) + 1).await?;
        Ok(OrderPage::of(orders, limit, sort))
    }

    /// How many orders there are by filter, and never more than 10,000.
    pub async fn count(&self, caller: &Caller, query: ListOrders) -> Result<u32, OrderError> {
        caller.require(Permission::OrdersRead)?;
        let query = ListOrders {
            after: None,
            sort: OrderSort::Newest,
            ..query
        };
        let mut tx = self.db.begin(caller).await?;
        let orders = store::list(&mut tx, query, i64::from(MOST_COUNTED)).await?;
        Ok(u32::try_from(orders.len()).unwrap_or(MOST_COUNTED))
    }

    /// The caller's own orders, the newest first: those of the account.
    pub async fn list_own(
        &self,
        caller: &Caller,
        query: ListOwnOrders,
    ) -> Result<OrderPage, OrderError> {
        let user_id = own(caller)?;
        let limit = query.limit.clamp(1, MAX_PAGE);
        let mut tx = self.db.begin(caller).await?;
        let orders = store::list_of(&mut tx, user_id, query.after, i64::from(limit) + 1).await?;
        Ok(OrderPage::of(orders, limit, OrderSort::Newest))
    }

    /// The orders of a customer's account, the newest first.
    pub async fn list_of_customer(
        &self,
        caller: &Caller,
        user_id: UserId,
        query: ListOwnOrders,
    ) -> Result<OrderPage, OrderError> {
        caller.require(Permission::OrdersRead)?;
        let limit = query.limit.clamp(1, MAX_PAGE);
        let mut tx = self.db.begin(caller).await?;
        let orders = store::list_of(&mut tx, user_id, query.after, i64::from(limit) + 1).await?;
        Ok(OrderPage::of(orders, limit, OrderSort::Newest))
    }

    /// An order of the caller's account. Somebody else's and an absent one look the same.
    pub async fn get_of_account(
        &self,
        caller: &Caller,
        id: OrderId,
    ) -> Result<OrderDetails, OrderError> {
        let user_id = own(caller)?;
        let mut tx = self.db.begin(caller).await?;
        let order = of_account(&mut tx, user_id, id).await?;
        details(&mut tx, order, self.clock.now()).await
    }

    /// An order, its lines, its shares and what was given back.
    pub async fn get(&self, caller: &Caller, id: OrderId) -> Result<OrderDetails, OrderError> {
        caller.require(Permission::OrdersRead)?;
        let mut tx = self.db.begin(caller).await?;
        let order = store::find(&mut tx, id)
            .await?
            .ok_or(OrderError::NotFound(id))?;
        details(&mut tx, order, self.clock.now()).await
    }

    /// A shopper's own order, reached with the token that came with it or with a
    /// letter about it. A wrong token, another
    /// storefront's order and an absent one all look the same.
    pub async fn get_own(
        &self,
        caller: &Caller,
        id: OrderId,
        token: &str,
    ) -> Result<OrderDetails, OrderError> {
        caller.require(Permission::OrdersPlace)?;
        let mut tx = self.db.begin(caller).await?;
        let order = opened(&mut tx, caller, (id, token)).await?;
        details(&mut tx, order, self.clock.now()).await
    }
}

/// The order that a visitor has this token of: the one that came with it, or that of a letter.
pub(crate) async fn opened(
    tx: &mut TenantTx,
    caller: &Caller,
    (id, token): (OrderId, &str),
) -> Result<Order, OrderError> {
    let hash = Ids::token_hash(token);
    let (order, token_hash) = store::find_with_token(tx, id)
        .await?
        .filter(|(order, _)| Some(order.storefront_id) == caller.storefront_id())
        .ok_or(OrderError::NotFound(id))?;
    let is_own = bool::from(token_hash.ct_eq(&hash));
    if !is_own && !store::has_link(tx, id, &hash).await? {
        return Err(OrderError::NotFound(id));
    }
    Ok(order)
}

/// An order of this account. Somebody else's and an absent one look the same.
pub(crate) async fn of_account(
    tx: &mut TenantTx,
    user_id: UserId,
    id: OrderId,
) -> Result<Order, OrderError> {
    if !store::is_of(tx, user_id, id).await? {
        return Err(OrderError::NotFound(id));
    }
    store::find(tx, id).await?.ok_or(OrderError::NotFound(id))
}

/// The account that asks about its own orders.
pub(crate) fn own(caller: &Caller) -> Result<UserId, OrderError> {
    Ok(caller.account(Permission::AccountManage)?)
}

async fn details(
    tx: &mut TenantTx,
    order: Order,
    now: OffsetDateTime,
) -> Result<OrderDetails, OrderError> {
    let lines = store::lines(tx, order.id).await?;
    let fulfillments = fulfillment::of_order(tx, order.id).await?;
    let units = (lines.as_slice(), fulfillments.as_slice());
    let returnable = returnable_lines(tx, order.storefront_id, units, now).await?;
    Ok(OrderDetails {
        shares: store::shares(tx, order.id).await?,
        refunds: store::refunds(tx, order.id).await?,
        cancellations: cancellation::of_order(tx, order.id).await?,
        filed: filing::of_order(tx, order.id).await?,
        lines,
        fulfillments,
        returnable,
        order,
    })
}
