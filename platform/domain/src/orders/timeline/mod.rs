//! What happened to an order, read from what is stored about it: nothing is written down for the timeline.

mod store;

use std::fmt;
use std::str::FromStr;

use kernel::ids::OrderId;
use kernel::{Caller, Money, Permission};
use time::OffsetDateTime;
use uuid::Uuid;

use super::store as orders;
use super::{OrderError, Orders};

/// The largest page.
const MAX_PAGE: u32 = 100;

kernel::words! {
    /// What happened to an order.
    pub enum TimelineKind {
        /// The shopper placed it.
        OrderPlaced = "order_placed",
        /// The shopper's bank set the money aside.
        PaymentAuthorized = "payment_authorized",
        /// It was paid; of an authorized payment, the money was taken.
        OrderPaid = "order_paid",
        /// It was cancelled, or not paid in time.
        OrderCancelled = "order_cancelled",
        /// Units were cancelled.
        UnitsCancelled = "units_cancelled",
        /// A refund was recorded.
        RefundRequested = "refund_requested",
        /// The payment provider accepted a refund.
        RefundAccepted = "refund_accepted",
        /// A parcel was shipped.
        Shipped = "shipped",
        /// A parcel was delivered.
        Delivered = "delivered",
        /// A parcel was cancelled.
        FulfillmentCancelled = "fulfillment_cancelled",
        /// A return was requested.
        ReturnRequested = "return_requested",
        /// A return was approved.
        ReturnApproved = "return_approved",
        /// A return was rejected.
        ReturnRejected = "return_rejected",
        /// A return was cancelled.
        ReturnCancelled = "return_cancelled",
        /// The units of a return came.
        ReturnReceived = "return_received",
        /// A shopper's bank asked for the money back.
        DisputeOpened = "dispute_opened",
        /// The shopper was sent an e-mail about the order.
        EmailSent = "email_sent",
        /// The shopper was sent a text message about a parcel.
        TextMessageSent = "text_message_sent",
        /// A staff member wrote a note.
        NoteAdded = "note_added",
        /// Staff or a program changed the order in another way; `text` is the operation.
        Changed = "changed",
    }
}

kernel::words! {
    /// Who is shown something.
    pub enum TimelineVisibility {
        /// The shopper is told or shown it, and so is the staff.
        Shopper = "shopper",
        /// The staff alone.
        Staff = "staff",
    }
}

/// Something that happened to an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEvent {
    /// When.
    pub at: OffsetDateTime,
    /// What.
    pub kind: TimelineKind,
    /// Who is shown it.
    pub visibility: TimelineVisibility,
    /// Who did it: `shopper`, `provider`, `system`, or an id; none when that is not known.
    pub actor: Option<String>,
    /// What it happened to: a refund, parcel, return, cancellation, dispute or note.
    pub object_id: Option<String>,
    /// The money that it is about.
    pub amount: Option<Money>,
    /// What was said: the note, the reason, the news or the operation.
    pub text: Option<String>,
    object: Uuid,
}

/// Where a page of a timeline ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelinePosition {
    at: OffsetDateTime,
    kind: TimelineKind,
    object: Uuid,
}

/// A position that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a position of a timeline")]
pub struct NotAPosition;

impl fmt::Display for TimelinePosition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.at.unix_timestamp_nanos();
        write!(f, "{at}/{}/{}", self.kind.name(), self.object)
    }
}

impl FromStr for TimelinePosition {
    type Err = NotAPosition;

    fn from_str(text: &str) -> Result<Self, NotAPosition> {
        let (at, rest) = text.split_once('/').ok_or(NotAPosition)?;
        let (kind, object) = rest.split_once('/').ok_or(NotAPosition)?;
        let at = at.parse().map_err(|_| NotAPosition)?;
        Ok(Self {
            at: OffsetDateTime::from_unix_timestamp_nanos(at).map_err(|_| NotAPosition)?,
            kind: kind.parse().map_err(|_| NotAPosition)?,
            object: object.parse().map_err(|_| NotAPosition)?,
        })
    }
}

/// A part of a timeline.
#[derive(Debug, Clone)]
pub struct Timeline {
    /// The events, the newest first.
    pub events: Vec<TimelineEvent>,
    /// Where the next part begins; none at the end.
    pub next: Option<TimelinePosition>,
}

impl Orders {
    /// What happened to an order, the newest first.
    pub async fn timeline(
        &self,
        caller: &Caller,
        id: OrderId,
        (after, limit): (Option<TimelinePosition>, u32),
    ) -> Result<Timeline, OrderError> {
        caller.require(Permission::OrdersRead)?;
        let limit = limit.clamp(1, MAX_PAGE);
        let mut tx = self.db.begin(caller).await?;
        let order = orders::find(&mut tx, id)
            .await?
            .ok_or(OrderError::NotFound(id))?;
        let page = (after.as_ref(), i64::from(limit) + 1);
        let mut events = store::events(&mut tx, (id, order.currency), page).await?;
        let is_more = events.len() > usize::try_from(limit).unwrap_or(usize::MAX);
        if is_more {
            events.pop();
        }
        let next = events.last().filter(|_| is_more);
        let next = next.map(|event| TimelinePosition {
            at: event.at,
            kind: event.kind,
            object: event.object,
        });
        Ok(Timeline { events, next })
    }
}
