//! What reviews do when something has happened.

use db::Message;
use kernel::{Caller, Event, OrderNews};

use super::pictures::gone;
use super::{ReviewError, Reviews, store};

impl Reviews {
    /// Reacts to a message; one that is none of the reviews' business is ignored. Safe to repeat.
    pub async fn handle(&self, message: &Message) -> Result<(), ReviewError> {
        let caller = Caller::system(message.tenant_id);
        match &message.event {
            // The shopper is told the same.
            Event::OrderLetterDue {
                order_id,
                news: OrderNews::Confirmed | OrderNews::Delivered { .. },
                ..
            } => {
                let mut tx = self.db.begin(&caller).await?;
                self.plan_invitation(&mut tx, *order_id).await?;
                Ok(tx.commit().await?)
            }
            Event::AccountDeleted { user_id, email, .. } => {
                let mut tx = self.db.begin(&caller).await?;
                store::forget_names(&mut tx, *user_id, email).await?;
                let keys = store::forget_pictures(&mut tx, *user_id, email).await?;
                gone(&mut tx, keys).await?;
                Ok(tx.commit().await?)
            }
            Event::ReviewPicturesGone { keys, .. } => self.remove_objects(&caller, keys).await,
            _ => Ok(()),
        }
    }
}
