//! A merchant's part of paid orders: what it has to ship, where to, and what it is paid for.
//!
//! A purchase can be of several merchants. Each sees its own lines, parcels and share, and never who bought
//! what else, or what all of it costs.

mod store;

use kernel::contact::PostalAddress;
use kernel::ids::{MerchantId, OrderId, StorefrontId};
use kernel::{Caller, Currency, Money, Permission};
use time::OffsetDateTime;

use super::fulfillment::of_order as parcels;
use super::{Fulfillment, OrderError, OrderFulfillment, OrderLine, OrderStatus, Orders};
use crate::pricing::MerchantShare;
use crate::tenancy;

/// Most orders of a page.
const LIMIT: u32 = 100;

/// Which of a merchant's orders to list: the newest first.
#[derive(Debug, Clone, Copy)]
pub struct ListMerchantOrders {
    /// The merchant.
    pub merchant_id: MerchantId,
    /// Only those of which so much of the merchant's lines is shipped.
    pub fulfillment_status: Option<OrderFulfillment>,
    /// Only those placed before this one.
    pub after: Option<OrderId>,
    /// At most so many, and never more than 100.
    pub limit: u32,
}

/// A merchant's part of an order, in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MerchantOrderSummary {
    /// The order.
    pub id: OrderId,
    /// Its number.
    pub number: i64,
    /// The order's status.
    pub status: OrderStatus,
    /// How much of the merchant's lines is shipped.
    pub fulfillment_status: OrderFulfillment,
    /// The merchant's share.
    pub total: Money,
    /// When the order was placed.
    pub placed_at: OffsetDateTime,
}

/// A merchant's part of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MerchantOrder {
    /// The order, and how much of the merchant's lines is shipped.
    pub order: PaidOrder,
    /// What the merchant sold.
    pub lines: Vec<OrderLine>,
    /// What the shopper pays for it.
    pub share: MerchantShare,
    /// The merchant's parcels, the first first.
    pub fulfillments: Vec<Fulfillment>,
}

/// What a merchant is told of an order.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct PaidOrder {
    /// Its id.
    pub id: OrderId,
    /// Its number.
    pub number: i64,
    /// Where it was placed.
    pub storefront_id: StorefrontId,
    /// Its status.
    pub status: OrderStatus,
    /// How much of the merchant's lines is shipped.
    pub fulfillment_status: OrderFulfillment,
    /// The currency of every amount.
    pub currency: Currency,
    /// Where it goes; none when nothing has to be shipped.
    #[sqlx(json(nullable))]
    pub shipping_address: Option<PostalAddress>,
    /// When it was placed.
    pub placed_at: OffsetDateTime,
    /// When it was paid, or its payment authorized.
    pub paid_at: OffsetDateTime,
    /// When it was cancelled, if it was.
    pub cancelled_at: Option<OffsetDateTime>,
}

impl Orders {
    /// A merchant's orders that were paid, and whether there are more.
    pub async fn list_of_merchant(
        &self,
        caller: &Caller,
        query: ListMerchantOrders,
    ) -> Result<(Vec<MerchantOrderSummary>, bool), OrderError> {
        caller.require_in_scope(Permission::OrdersRead)?;
        let limit = query.limit.min(LIMIT);
        let mut tx = self.db.begin(caller).await?;
        known(&mut tx, query.merchant_id).await?;
        let mut found = store::list(&mut tx, &query, limit + 1).await?;
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let is_more = found.len() > limit;
        found.truncate(limit);
        Ok((found, is_more))
    }

    /// A merchant's part of a paid order.
    pub async fn get_of_merchant(
        &self,
        caller: &Caller,
        merchant_id: MerchantId,
        id: OrderId,
    ) -> Result<MerchantOrder, OrderError> {
        caller.require_in_scope(Permission::OrdersRead)?;
        let mut tx = self.db.begin(caller).await?;
        known(&mut tx, merchant_id).await?;
        let order = store::find(&mut tx, merchant_id, id).await?;
        let order = order.ok_or(OrderError::NotFound(id))?;
        let lines = super::lines(&mut tx, id).await?;
        let shares = super::shares(&mut tx, id).await?;
        let fulfillments = parcels(&mut tx, id).await?;
        let of_merchant = |found: &MerchantId| *found == merchant_id;
        let share = shares.into_iter().find(|it| of_merchant(&it.merchant_id));
        Ok(MerchantOrder {
            order,
            lines: lines
                .into_iter()
                .filter(|it| of_merchant(&it.merchant_id))
                .collect(),
            share: share.ok_or(OrderError::NotFound(id))?,
            fulfillments: fulfillments
                .into_iter()
                .filter(|it| of_merchant(&it.merchant_id))
                .collect(),
        })
    }
}

/// Refuses a merchant that the tenant does not have, or that is not the caller's.
async fn known(tx: &mut db::TenantTx, id: MerchantId) -> Result<(), OrderError> {
    let merchants = tenancy::merchants(tx).await?;
    if merchants.iter().any(|merchant| merchant.id == id) {
        Ok(())
    } else {
        Err(OrderError::MerchantNotFound(id))
    }
}
