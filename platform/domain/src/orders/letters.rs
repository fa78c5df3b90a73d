//! What people are told about orders: when a letter is due, and what is in it.

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::{OrderId, OrderLineId, RefundId, StorefrontId, UserId};
use kernel::ports::Ids;
use kernel::{Caller, Event, Money, OrderNews, Permission};
use time::OffsetDateTime;

use super::cancellation::find_cancellation;
use super::{
    Fulfillment, FulfillmentStatus, Order, OrderError, OrderLine, Orders, Refund, ReturnLine,
    ReturnStatus, Tracking, fulfillment, returns, store,
};

/// What a letter about an order says.
#[derive(Debug, Clone)]
pub struct OrderLetter {
    /// The order.
    pub order_id: OrderId,
    /// Its number.
    pub number: i64,
    /// What it costs.
    pub total: Money,
    /// What the letter is about: units and what they are called.
    pub goods: Vec<(i32, String)>,
    /// How to follow the parcel.
    pub tracking: Tracking,
    /// What was given back.
    pub refunded: Option<Money>,
    /// Whether that was never taken, so that nothing comes back.
    pub is_left_out: bool,
    /// Until when the shopper's bank keeps the money aside; none when it was taken, or is not to be any more.
    pub authorized_until: Option<OffsetDateTime>,
    /// What the store says about a return.
    pub message: Option<String>,
}

/// A letter to a shopper.
#[derive(Debug, Clone)]
pub struct OrderMailing {
    /// Whom to write to.
    pub email: Email,
    /// What it says.
    pub letter: OrderLetter,
    /// What its link shows the order with.
    pub token: String,
}

/// What a text message to a shopper says, and to whom.
#[derive(Debug, Clone)]
pub struct OrderText {
    /// Where it was bought.
    pub storefront_id: StorefrontId,
    /// Whose account the order is of.
    pub user_id: UserId,
    /// The number in the address that the parcel goes to, as it was typed.
    pub phone: String,
    /// That address's country.
    pub country: String,
    /// The order's number.
    pub number: i64,
    /// The page that shows where the parcel is.
    pub tracking_url: Option<String>,
}

impl Orders {
    /// What a text message about an order says; none for an order of a guest or without a phone number, and when
    /// there is nothing to tell any more.
    pub async fn text(
        &self,
        caller: &Caller,
        order_id: OrderId,
        news: OrderNews,
    ) -> Result<Option<OrderText>, OrderError> {
        caller.require(Permission::OrdersRead)?;
        let mut tx = self.db.begin(caller).await?;
        let Some(user_id) = store::user_of(&mut tx, order_id).await? else {
            return Ok(None);
        };
        let Some((order, letter)) = letter(&mut tx, order_id, Some(news)).await? else {
            return Ok(None);
        };
        let address = order.shipping_address.unwrap_or_default();
        Ok(address.phone.map(|phone| OrderText {
            storefront_id: order.storefront_id,
            user_id,
            phone,
            country: address.country,
            number: letter.number,
            tracking_url: letter.tracking.url,
        }))
    }

    /// What to write to the shopper about an order, with the token of a new link; none when there is
    /// nothing to tell any more, because the parcel was cancelled.
    pub async fn mailing(
        &self,
        caller: &Caller,
        order_id: OrderId,
        news: OrderNews,
    ) -> Result<Option<OrderMailing>, OrderError> {
        caller.require(Permission::OrdersRead)?;
        let mut tx = self.db.begin(caller).await?;
        let Some((order, letter)) = letter(&mut tx, order_id, Some(news)).await? else {
            return Ok(None);
        };
        let token = Ids.token();
        let hash = Ids::token_hash(&token);
        store::insert_link(&mut tx, order_id, &hash, self.clock.now()).await?;
        tx.commit().await?;
        Ok(Some(OrderMailing {
            email: order.email,
            letter,
            token,
        }))
    }

    /// What to write to the staff about a new order.
    pub async fn staff_letter(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<Option<OrderLetter>, OrderError> {
        caller.require(Permission::OrdersRead)?;
        let mut tx = self.db.begin(caller).await?;
        let found = letter(&mut tx, order_id, None).await?;
        Ok(found.map(|(_, letter)| letter))
    }
}

async fn letter(
    tx: &mut TenantTx,
    order_id: OrderId,
    news: Option<OrderNews>,
) -> Result<Option<(Order, OrderLetter)>, OrderError> {
    let order = store::find(tx, order_id)
        .await?
        .ok_or(OrderError::NotFound(order_id))?;
    let lines = store::lines(tx, order_id).await?;
    let mut letter = OrderLetter {
        order_id,
        number: order.number,
        total: order.total(),
        goods: lines
            .iter()
            .map(|line| (line.quantity, name(line)))
            .collect(),
        tracking: Tracking::default(),
        refunded: None,
        is_left_out: false,
        authorized_until: order.authorized_until(),
        message: None,
    };
    match news {
        None | Some(OrderNews::Confirmed | OrderNews::Cancelled) => {}
        Some(
            OrderNews::Shipped { fulfillment_id: id } | OrderNews::Delivered { fulfillment_id: id },
        ) => {
            let parcels = fulfillment::of_order(tx, order_id).await?;
            let parcel = parcels.into_iter().find(|parcel| parcel.id == id);
            match parcel.filter(|it| it.status != FulfillmentStatus::Cancelled) {
                Some(parcel) => {
                    letter.goods = goods(&parcel, &lines);
                    letter.tracking = parcel.tracking;
                }
                None => return Ok(None),
            }
        }
        Some(OrderNews::UnitsCancelled {
            cancellation_id: id,
        }) => {
            let Some(found) = find_cancellation(tx, (order_id, id)).await? else {
                return Ok(None);
            };
            let units = found.lines.iter().map(|line| (line.line_id, line.quantity));
            letter.goods = named(units, &lines);
            if let Some(id) = found.refund_id {
                let refund = refund(tx, id).await?;
                letter.refunded = Some(refund.amount);
                letter.is_left_out = refund.is_left_out;
            }
        }
        Some(OrderNews::Refunded { refund_id }) => {
            letter.refunded = Some(refund(tx, refund_id).await?.amount);
        }
        Some(
            OrderNews::ReturnApproved { return_id: id }
            | OrderNews::ReturnRejected { return_id: id }
            | OrderNews::ReturnReceived { return_id: id },
        ) => {
            let Some(found) = returns::find_return(tx, id).await? else {
                return Ok(None);
            };
            let came = |line: &ReturnLine| match found.status {
                ReturnStatus::Received => line.received_quantity,
                _ => line.quantity,
            };
            let units = found.lines.iter().map(|line| (line.line_id, came(line)));
            letter.goods = named(units, &lines);
            letter.message = found.message;
        }
    }
    Ok(Some((order, letter)))
}

async fn refund(tx: &mut TenantTx, id: RefundId) -> Result<Refund, OrderError> {
    let refund = store::find_refund(tx, id).await?;
    refund.ok_or(OrderError::RefundNotFound(id))
}

fn goods(parcel: &Fulfillment, lines: &[OrderLine]) -> Vec<(i32, String)> {
    let units = parcel.lines.iter();
    named(units.map(|unit| (unit.line_id, unit.quantity)), lines)
}

fn named(
    units: impl Iterator<Item = (OrderLineId, i32)>,
    lines: &[OrderLine],
) -> Vec<(i32, String)> {
    let of = |id| lines.iter().find(|line| line.id == id);
    units
        .filter(|(_, quantity)| *quantity > 0)
        .filter_map(|(id, quantity)| Some((quantity, name(of(id)?))))
        .collect()
}

fn name(line: &OrderLine) -> String {
    if line.variant_title.is_empty() {
        line.title.clone()
    } else {
        format!("{} ({})", line.title, line.variant_title)
    }
}

/// An order was paid: the shopper gets a confirmation, and the staff hears of it. Called once, in the
/// transaction that makes it paid.
pub(crate) async fn tell_of_payment(
    tx: &mut TenantTx,
    (order_id, storefront_id): (OrderId, kernel::ids::StorefrontId),
) -> Result<(), DbError> {
    tx.publish(&Event::OrderLetterDue {
        order_id,
        storefront_id,
        news: OrderNews::Confirmed,
    })
    .await?;
    tx.publish(&Event::NewOrderLetterDue {
        order_id,
        storefront_id,
    })
    .await?;
    Ok(())
}

/// The authorization of an order's payment ends soon: the staff hears of it. Called once, in the transaction that
/// foresees it.
pub(crate) async fn tell_of_authorization(
    tx: &mut TenantTx,
    order: &super::Order,
) -> Result<(), DbError> {
    tx.publish(&Event::AuthorizationLetterDue {
        order_id: order.id,
        storefront_id: order.storefront_id,
    })
    .await
}

/// Has the shopper written to, in the transaction of what there is to tell; about parcels by text message too.
pub(crate) async fn tell(
    tx: &mut TenantTx,
    (order_id, storefront_id): (OrderId, kernel::ids::StorefrontId),
    news: OrderNews,
) -> Result<(), DbError> {
    if let OrderNews::Shipped { .. } | OrderNews::Delivered { .. } = news {
        tx.publish(&Event::OrderTextDue {
            order_id,
            storefront_id,
            news,
        })
        .await?;
    }
    tx.publish(&Event::OrderLetterDue {
        order_id,
        storefront_id,
        news,
    })
    .await?;
    Ok(())
}
