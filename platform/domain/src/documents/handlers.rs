//! What documents do when something has happened.

use db::Message;
use kernel::{Caller, Event, OrderNews};
use tracing::error;

use super::{DocumentError, Documents};

impl Documents {
    /// Reacts to a message; one that is none of the documents' business is ignored. Safe to repeat.
    pub async fn handle(&self, message: &Message) -> Result<(), DocumentError> {
        // The shopper is told of the payment, or of the refund, at the same time; of a capture nobody is told.
        let (Event::OrderLetterDue {
            order_id,
            news: OrderNews::Confirmed | OrderNews::Refunded { .. },
            ..
        }
        | Event::OrderDocumentsDue { order_id }) = &message.event
        else {
            return Ok(());
        };
        let caller = Caller::system(message.tenant_id);
        match self.issue_due(&caller, *order_id).await {
            // The letter does not wait for a document that there can be none of.
            Err(
                why @ (DocumentError::Unbalanced(_)
                | DocumentError::Money(_)
                | DocumentError::Pricing(_)),
            ) => {
                metrics::counter!("documents_refused_total").increment(1);
                error!(order.id = %order_id, error = %why, "no document is issued");
                Ok(())
            }
            other => other,
        }
    }
}
