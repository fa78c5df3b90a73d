//! Returns as shoppers send and see them.

use domain::orders::{self, RequestReturn, RequestedReturn, ReturnReason, ReturnStatus};
use gateway::{IdempotencyKey, Invalid};
use kernel::goods::Quantity;
use kernel::ids::{OrderId, OrderLineId, ReturnId};
use kernel::text;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object};
use time::OffsetDateTime;

/// The most characters of a note.
const LONGEST_NOTE: usize = 1_000;

/// A return to request.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct CreateReturn {
    /// Why the units come back.
    reason: ReturnReason,
    /// What there is to say about it.
    #[oai(validator(max_length = 1000))]
    note: Option<String>,
    /// Units that come back, each line once.
    #[oai(validator(max_items = 100, min_items = 1))]
    lines: Vec<CreateReturnLine>,
}

/// Units of a line that come back.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateReturnLine {
    /// Order line id.
    line_id: OrderLineId,
    /// Quantity that comes back.
    #[oai(validator(minimum(value = "1"), maximum(value = "999")))]
    quantity: i64,
}

impl CreateReturn {
    pub(super) fn into_command(
        self,
        order_id: OrderId,
        key: &IdempotencyKey,
    ) -> Result<RequestReturn, Invalid> {
        let lines = self.lines.into_iter().enumerate();
        let lines = lines.map(|(index, line)| {
            let quantity = Quantity::parse(line.quantity).map_err(|why| {
                Invalid::field(format!("/lines/{index}/quantity"), "out_of_range", why)
            })?;
            Ok((line.line_id, quantity))
        });
        let note = self.note.filter(|note| !note.trim().is_empty());
        let rule = "at most 1,000 characters, without control characters";
        let malformed = || Invalid::field("/note", "malformed", rule);
        let note = note.map(|note| text::prose(&note, LONGEST_NOTE).ok_or_else(malformed));
        Ok(RequestReturn {
            order_id,
            key: key.as_str().to_owned(),
            reason: self.reason,
            note: note.transpose()?,
            lines: lines.collect::<Result<_, Invalid>>()?,
        })
    }
}

/// A return of units of an order.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "OrderReturn"
)]
pub(super) struct Return {
    /// Return id.
    id: ReturnId,
    /// Status of the return.
    status: ReturnStatus,
    /// Why the units come back.
    reason: ReturnReason,
    /// Note of whoever asked for it.
    note: Option<String>,
    /// Message of the store: where to send the units, or why they are not taken back.
    message: Option<String>,
    /// Units that come back.
    lines: Vec<ReturnLine>,
    /// When it was asked for.
    created_at: OffsetDateTime,
    /// When it was approved or rejected.
    decided_at: Option<OffsetDateTime>,
    /// When it was rejected, cancelled or received.
    closed_at: Option<OffsetDateTime>,
}

/// Units of a line in a return.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "OrderReturnLine")]
struct ReturnLine {
    /// Order line id.
    line_id: OrderLineId,
    /// Units that come back.
    quantity: i32,
    /// Units that came.
    received_quantity: i32,
}

impl From<orders::Return> for Return {
    fn from(found: orders::Return) -> Self {
        let lines = found.lines.into_iter().map(|line| ReturnLine {
            line_id: line.line_id,
            quantity: line.quantity,
            received_quantity: line.received_quantity,
        });
        Self {
            id: found.id,
            status: found.status,
            reason: found.reason,
            note: found.note,
            message: found.message,
            lines: lines.collect(),
            created_at: found.created_at,
            decided_at: found.decided_at,
            closed_at: found.closed_at,
        }
    }
}

/// Response of create-return.
#[derive(ApiResponse)]
pub(super) enum ReturnCreated {
    /// The return.
    #[oai(status = 201)]
    Created(
        Json<Return>,
        /// URL of the order's returns.
        #[oai(header = "Location")]
        String,
        /// `true` when this is the answer to an earlier request with the same key.
        #[oai(header = "Idempotent-Replayed")]
        Option<String>,
    ),
}

impl ReturnCreated {
    /// `orders` is the path of the orders that the caller reaches.
    pub(super) fn of(requested: RequestedReturn, orders: &str) -> Self {
        let replayed = requested.is_replayed.then(|| "true".to_owned());
        let location = format!("{orders}/{}/returns", requested.found.order_id);
        Self::Created(Json(requested.found.into()), location, replayed)
    }
}
