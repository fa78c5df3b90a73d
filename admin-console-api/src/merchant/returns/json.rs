//! What is said about returns, and answered.

use domain::orders::{self, Received, RequestReturn, RequestedReturn, ReturnReason, ReturnStatus};
use gateway::{IdempotencyKey, Invalid};
use kernel::goods::Quantity;
use kernel::ids::{OrderId, OrderLineId, ReturnId};
use kernel::text;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object};
use time::OffsetDateTime;

/// The most characters of a note.
const LONGEST_NOTE: usize = 1_000;
/// The most characters of a message.
const LONGEST_MESSAGE: usize = 2_000;

/// Text of several lines; none when it is empty.
fn words(
    pointer: &'static str,
    asked: Option<&str>,
    longest: usize,
) -> Result<Option<String>, Invalid> {
    let Some(asked) = asked.filter(|text| !text.trim().is_empty()) else {
        return Ok(None);
    };
    let rule = format!("at most {longest} characters, without control characters");
    let found = text::prose(asked, longest);
    found.map_or_else(
        || Err(Invalid::field(pointer, "malformed", rule)),
        |it| Ok(Some(it)),
    )
}

/// A return to create.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "AdminCreateReturn")]
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
#[oai(deny_unknown_fields, rename = "AdminCreateReturnLine")]
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
        Ok(RequestReturn {
            order_id,
            key: key.as_str().to_owned(),
            reason: self.reason,
            note: words("/note", self.note.as_deref(), LONGEST_NOTE)?,
            lines: lines.collect::<Result<_, Invalid>>()?,
        })
    }
}

/// A decision about a return.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct ReturnDecision {
    /// Message to the shopper: where to send the units, or why they are not taken back.
    #[oai(validator(max_length = 2000))]
    message: Option<String>,
}

impl ReturnDecision {
    pub(super) fn message(&self) -> Result<Option<String>, Invalid> {
        words("/message", self.message.as_deref(), LONGEST_MESSAGE)
    }
}

/// What came of a return until now.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct ReceiveReturn {
    /// Lines of which units came.
    #[oai(validator(max_items = 100))]
    lines: Vec<ReceivedLine>,
    /// Whether no more units will come; the units that did not come can be in another return.
    #[oai(default)]
    is_final: bool,
}

/// What came of a line until now.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct ReceivedLine {
    /// Order line id.
    line_id: OrderLineId,
    /// Units that came until now.
    #[oai(validator(minimum(value = "0"), maximum(value = "999")))]
    received_quantity: i32,
    /// Units that went back into stock until now.
    #[oai(validator(minimum(value = "0"), maximum(value = "999")))]
    restocked_quantity: i32,
}

impl ReceiveReturn {
    pub(super) fn into_command(self) -> Result<Received, Invalid> {
        for (index, line) in self.lines.iter().enumerate() {
            let is_before = |other: &ReceivedLine| other.line_id == line.line_id;
            if self.lines.iter().take(index).any(is_before) {
                let pointer = format!("/lines/{index}/line_id");
                return Err(Invalid::field(pointer, "repeated", "each line once"));
            }
        }
        let lines = self.lines.into_iter();
        Ok(Received {
            lines: lines
                .map(|it| (it.line_id, it.received_quantity, it.restocked_quantity))
                .collect(),
            is_final: self.is_final,
        })
    }
}

/// How long shoppers can return what they bought.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct ReturnPolicy {
    /// Days from delivery in which shoppers can ask for a return; 0: they cannot.
    #[oai(validator(minimum(value = "0"), maximum(value = "365")))]
    pub(super) window_days: i32,
}

/// A return of units of an order.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "AdminReturn"
)]
pub(super) struct Return {
    /// Return id.
    id: ReturnId,
    /// Order of the units.
    order_id: OrderId,
    /// Status of the return.
    status: ReturnStatus,
    /// Why the units come back.
    reason: ReturnReason,
    /// Note of whoever asked for it.
    note: Option<String>,
    /// Message of the store to the shopper.
    message: Option<String>,
    /// Who asked for it: `shopper`, or the id of a staff member or secret key.
    requested_by: String,
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
#[oai(deny_unknown_fields, rename = "AdminReturnLine")]
struct ReturnLine {
    /// Order line id.
    line_id: OrderLineId,
    /// Units that come back.
    quantity: i32,
    /// Units that came.
    received_quantity: i32,
    /// Units that went back into stock.
    restocked_quantity: i32,
}

impl From<orders::Return> for Return {
    fn from(found: orders::Return) -> Self {
        let lines = found.lines.into_iter().map(|line| ReturnLine {
            line_id: line.line_id,
            quantity: line.quantity,
            received_quantity: line.received_quantity,
            restocked_quantity: line.restocked_quantity,
        });
        Self {
            id: found.id,
            order_id: found.order_id,
            status: found.status,
            reason: found.reason,
            note: found.note,
            message: found.message,
            requested_by: found.requested_by,
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
        /// URL of the return.
        #[oai(header = "Location")]
        String,
        /// `true` when this is the answer to an earlier request with the same key.
        #[oai(header = "Idempotent-Replayed")]
        Option<String>,
    ),
}

impl From<RequestedReturn> for ReturnCreated {
    fn from(requested: RequestedReturn) -> Self {
        let replayed = requested.is_replayed.then(|| "true".to_owned());
        let location = format!("/admin/v1/returns/{}", requested.found.id);
        Self::Created(Json(requested.found.into()), location, replayed)
    }
}
