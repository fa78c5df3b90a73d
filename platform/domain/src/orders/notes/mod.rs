//! What staff members note about orders, for each other.
//!
//! Invariant: a note is changed and deleted by whoever wrote it, and by nobody else.

mod store;

use db::TenantTx;
use kernel::ids::{OrderId, OrderNoteId};
use kernel::{Caller, Permission};
use time::OffsetDateTime;

use super::store as orders;
use super::{OrderError, Orders};

/// A note about an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderNote {
    /// Its id.
    pub id: OrderNoteId,
    /// The order.
    pub order_id: OrderId,
    /// What it says.
    pub text: String,
    /// Who wrote it.
    pub author: String,
    /// When it was written.
    pub created_at: OffsetDateTime,
    /// When it was changed last.
    pub edited_at: Option<OffsetDateTime>,
}

impl Orders {
    /// Notes something about an order.
    pub async fn add_note(
        &self,
        caller: &Caller,
        order_id: OrderId,
        text: String,
    ) -> Result<OrderNote, OrderError> {
        caller.require(Permission::OrdersWrite)?;
        let mut tx = self.db.begin(caller).await?;
        if orders::find(&mut tx, order_id).await?.is_none() {
            return Err(OrderError::NotFound(order_id));
        }
        let note = OrderNote {
            id: OrderNoteId::from_uuid(self.ids.uuid()),
            order_id,
            text,
            author: caller.actor().to_string(),
            created_at: self.clock.now(),
            edited_at: None,
        };
        store::insert(&mut tx, &note).await?;
        tx.commit().await?;
        Ok(note)
    }

    /// Changes a note of one's own.
    pub async fn edit_note(
        &self,
        caller: &Caller,
        of: (OrderId, OrderNoteId),
        text: String,
    ) -> Result<OrderNote, OrderError> {
        caller.require(Permission::OrdersWrite)?;
        let mut tx = self.db.begin(caller).await?;
        let note = OrderNote {
            text,
            edited_at: Some(self.clock.now()),
            ..own(&mut tx, caller, of).await?
        };
        store::update(&mut tx, &note).await?;
        tx.commit().await?;
        Ok(note)
    }

    /// Deletes a note of one's own.
    pub async fn delete_note(
        &self,
        caller: &Caller,
        of: (OrderId, OrderNoteId),
    ) -> Result<(), OrderError> {
        caller.require(Permission::OrdersWrite)?;
        let mut tx = self.db.begin(caller).await?;
        let note = own(&mut tx, caller, of).await?;
        store::delete(&mut tx, note.id).await?;
        Ok(tx.commit().await?)
    }
}

/// A note of the caller's, locked.
async fn own(
    tx: &mut TenantTx,
    caller: &Caller,
    of: (OrderId, OrderNoteId),
) -> Result<OrderNote, OrderError> {
    let note = store::lock(tx, of)
        .await?
        .ok_or(OrderError::NoteNotFound(of.1))?;
    if note.author != caller.actor().to_string() {
        return Err(OrderError::NoteNotOwn(note.id));
    }
    Ok(note)
}
