//! Asking shoppers for reviews: once for each order, when the tenant wants it.

use db::TenantTx;
use kernel::contact::Email;
use kernel::ids::OrderId;
use kernel::ports::Ids;
use kernel::{Caller, Event, Permission};

use super::{ReviewError, Reviews, store};
use crate::identity;
use crate::orders::{self, OrderStatus};

/// A letter that asks for reviews.
#[derive(Debug, Clone)]
pub struct ReviewInvitation {
    /// Whom to write to.
    pub email: Email,
    /// The order.
    pub order_id: OrderId,
    /// Its number.
    pub number: i64,
    /// What can be reviewed.
    pub goods: Vec<String>,
    /// What its link opens the order with; no sign-in is needed.
    pub token: String,
}

impl Reviews {
    /// Plans the letter when everything of an order has arrived. Safe to repeat.
    pub(super) async fn plan_invitation(
        &self,
        tx: &mut TenantTx,
        order_id: OrderId,
    ) -> Result<(), ReviewError> {
        let settings = store::settings(tx).await?;
        if !settings.sends_invitations || !store::has_arrived(tx, order_id).await? {
            return Ok(());
        }
        let Some(order) = orders::find(tx, order_id).await? else {
            return Ok(());
        };
        let due_at = self.clock.now() + settings.invitation_delay();
        if store::plan_invitation(tx, order_id, due_at).await? {
            let due = Event::ReviewInvitationDue {
                order_id,
                storefront_id: order.storefront_id,
            };
            tx.publish_at(&due, due_at).await?;
        }
        Ok(())
    }

    /// What to write to the shopper, with the token of a new link; none when there is nothing to review any
    /// more, the order was refunded, or the tenant has changed its mind.
    pub async fn invitation(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<Option<ReviewInvitation>, ReviewError> {
        caller.require(Permission::OrdersRead)?;
        let mut tx = self.db.begin(caller).await?;
        if !store::settings(&mut tx).await?.sends_invitations {
            return Ok(None);
        }
        let order = orders::find(&mut tx, order_id).await?;
        let Some(order) = order.filter(|order| order.status == OrderStatus::Paid) else {
            return Ok(None);
        };
        let goods = store::not_reviewed(&mut tx, order_id).await?;
        if goods.is_empty() || identity::is_staff_address(&mut tx, &order.email).await? {
            return Ok(None);
        }
        let token = Ids.token();
        let hash = Ids::token_hash(&token);
        orders::insert_link(&mut tx, order_id, &hash, self.clock.now()).await?;
        tx.commit().await?;
        Ok(Some(ReviewInvitation {
            email: order.email,
            order_id,
            number: order.number,
            goods,
            token,
        }))
    }
}
