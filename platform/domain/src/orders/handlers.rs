//! What orders do when something has happened.

use db::Message;
use kernel::ports::RefundState;
use kernel::{Caller, Event};

use super::refunding::settle;
use super::{OrderError, Orders, store};
use crate::identity;

impl Orders {
    /// Reacts to a message; one that is none of orders' business is ignored. Safe to repeat.
    pub async fn handle(&self, message: &Message) -> Result<(), OrderError> {
        let caller = Caller::system(message.tenant_id);
        if let Event::AccountOpened { user_id, email } = &message.event {
            let mut tx = self.db.begin(&caller).await?;
            // The account may be gone by now.
            if identity::account_of(&mut tx, email).await? == Some(*user_id) {
                store::claim(&mut tx, *user_id, email).await?;
            }
            return Ok(tx.commit().await?);
        }
        if let Event::EmailChangeSettled { user_id, .. } = &message.event {
            let now = self.clock.now();
            let mut tx = self.db.begin(&caller).await?;
            if let Some(email) = identity::settled_email_of(&mut tx, *user_id, now).await? {
                store::claim(&mut tx, *user_id, &email).await?;
            }
            return Ok(tx.commit().await?);
        }
        if let Event::AccountDeleted { user_id, .. } = &message.event {
            let mut tx = self.db.begin(&caller).await?;
            store::release(&mut tx, *user_id).await?;
            return Ok(tx.commit().await?);
        }
        if let Event::RefundFound {
            refund_id,
            order_id,
            amount,
            reason,
        } = &message.event
        {
            let mut tx = self.db.begin(&caller).await?;
            let found = (*refund_id, *order_id);
            store::insert_found(&mut tx, found, (*amount, reason), self.clock.now()).await?;
            return Ok(tx.commit().await?);
        }
        if matches!(message.event, Event::DisputeOpened { .. }) {
            return self.have_dispute_answered(&caller, &message.event).await;
        }
        let (refund_id, state) = match &message.event {
            // Finishes what a crash has left, or what nobody has begun.
            Event::RefundRequested { refund_id, .. } => {
                (*refund_id, self.ask_provider(&caller, *refund_id).await?)
            }
            Event::RefundSucceeded { refund_id, .. } => (*refund_id, Some(RefundState::Succeeded)),
            Event::RefundFailed {
                refund_id, reason, ..
            } => (*refund_id, Some(RefundState::Failed(reason.clone()))),
            _ => return Ok(()),
        };
        let mut tx = self.db.begin(&caller).await?;
        settle(&mut tx, refund_id, state).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Has the staff written to: with the order's number, in the brand of its store.
    async fn have_dispute_answered(
        &self,
        caller: &Caller,
        opened: &Event,
    ) -> Result<(), OrderError> {
        let Event::DisputeOpened {
            dispute_id,
            order_id,
            amount,
            reason,
            evidence_due_by,
        } = opened
        else {
            return Ok(());
        };
        let mut tx = self.db.begin(caller).await?;
        let order = store::find(&mut tx, *order_id)
            .await?
            .ok_or(OrderError::NotFound(*order_id))?;
        tx.publish(&Event::DisputeLetterDue {
            dispute_id: *dispute_id,
            order_id: order.id,
            order_number: order.number,
            storefront_id: order.storefront_id,
            amount: *amount,
            reason: reason.clone(),
            evidence_due_by: *evidence_due_by,
        })
        .await?;
        Ok(tx.commit().await?)
    }
}
